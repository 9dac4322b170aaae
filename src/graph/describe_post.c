/* Describing posts: who holds or held which, as the text attests. */
/* SPDX-License-Identifier: MIT */
#include "graph/describer.h"

/* A post's name: its title without the state's name, plus whom it is
 * accredited to. */
static AttStatus
title_slug(Describer* describer, const Post* post, Slice* out) {
  const Reading* const reading = describer->described->reading;
  const Entities* const entities = describer->described->entities;
  Slice parts[64];
  size_t count = 0;
  for (uint32_t token = post->first; token < post->end && count < 62;) {
    const uint32_t hit = reading->shapes->hit[token];
    uint32_t end = token + 1;
    bool state = false;
    if (hit != NOTHING) {
      const NameHit* const name = &reading->shapes->hits.items[hit];
      for (size_t i = 0; i < name->sense_count; i++) {
        const KnownName known =
          reading->ontology->names.items[name->senses[i].value];
        state = state || reading->ontology->entities.items[known.entity].kind ==
                           ENTITY_STATE;
      }
      end = name->end < post->end ? name->end : post->end;
    }
    if (!state && reading->document->tags[token].upos != UPOS_PART) {
      parts[count++] = att_reading_text(reading, token, end);
      parts[count++] = SLICE(" ");
    }
    token = end;
  }
  Slice words;
  TRY(att_mint_join(describer->arena, parts, count, &words));
  Slice names[4] = { SLICE("x"), SLICE("_"), { 0 }, { "", 0 } };
  if (post->state != NOTHING) {
    names[0] = reading->ontology->entities
                 .items[entities->items.items[post->state].known]
                 .iso3;
  }
  TRY(att_mint_slug(describer->arena, words, &names[2]));
  return att_mint_join(describer->arena, names, 4, out);
}

static AttStatus
post_label(Describer* describer, const Post* post, TermId subject) {
  const Reading* const reading = describer->described->reading;
  const Entities* const entities = describer->described->entities;
  Slice parts[] = { att_reading_text(reading, post->first, post->end),
                    SLICE(" ("),
                    { "", 0 },
                    SLICE(")") };
  size_t count = 1;
  if (post->state != NOTHING) {
    parts[2] = entities->items.items[post->state].name;
    count = 4;
  }
  Slice label;
  TermId object = 0;
  TRY(att_mint_join(describer->arena, parts, count, &label));
  TRY(att_describe_text(describer, label, &object));
  return att_describe_add(describer, subject, describer->outside[OUTSIDE_LABEL],
                          object);
}

static AttStatus
post_describe(Describer* describer, const Post* post, TermId* out) {
  const Ontology* const ontology = describer->described->reading->ontology;
  Slice name;
  TRY(title_slug(describer, post, &name));
  TRY(att_describe_name(describer, "post", name, out));
  TRY(att_describe_type(describer, *out, att_ontology_term(ontology, "Post")));
  TRY(post_label(describer, post, *out));
  if (post->organization != NOTHING) {
    TRY(att_describe_add(describer, *out, describer->outside[OUTSIDE_POST_IN],
                         describer->entities[post->organization]));
  }
  if (post->accredited != NOTHING) {
    TRY(att_describe_say(describer, *out, "accreditedTo",
                         describer->entities[post->accredited], NULL));
  }
  return post->state == NOTHING
           ? ATT_OK
           : att_describe_say(describer, *out, "ofState",
                              describer->entities[post->state], NULL);
}

static AttStatus
tenure_name(Describer* describer, TermId person, TermId post, TermId* out) {
  const Slice terms[] = { att_graph_term_of(describer->graph, person).value,
                          SLICE(" "),
                          att_graph_term_of(describer->graph, post).value };
  Slice whole;
  TRY(att_mint_join(describer->arena, terms, 3, &whole));
  Slice parts[] = { SLICE("t"), { 0 } };
  TRY(att_mint_hash(describer->arena, whole, 16, &parts[1]));
  Slice name;
  TRY(att_mint_join(describer->arena, parts, 2, &name));
  return att_describe_name(describer, "tenure", name, out);
}

static AttStatus
tenure_date(Describer* describer, const Post* post, TermId tenure,
            const Evidence* evidence) {
  const Date date = describer->described->reading->document->text->date;
  TermId object = 0;
  if (date.year == 0) {
    return ATT_OK;
  }
  TRY(att_describe_date(describer, date, &object));
  return att_describe_say(describer, tenure,
                          post->former ? "endedBefore" : "attestedOn", object,
                          evidence);
}

static AttStatus
tenure_describe(Describer* describer, const Post* post) {
  const Reading* const reading = describer->described->reading;
  const TermId person = describer->entities[post->person];
  const Evidence evidence = {
    .spans = { att_document_span(reading->document, post->first, post->end) },
    .count = 1,
    .inferred = post->inferred,
    .frame = NOTHING
  };
  TermId held = 0;
  TermId tenure = 0;
  TermId object = 0;
  TRY(post_describe(describer, post, &held));
  TRY(tenure_name(describer, person, held, &tenure));
  TRY(att_describe_type(describer, tenure,
                        att_ontology_term(reading->ontology, "Tenure")));
  TRY(att_describe_add(describer, tenure, describer->outside[OUTSIDE_MEMBER],
                       person));
  TRY(att_describe_say(describer, tenure, "post", held, &evidence));
  TRY(att_describe_text(describer,
                        att_reading_text(reading, post->first, post->end),
                        &object));
  TRY(att_describe_say(describer, tenure, "titleText", object, NULL));
  TRY(tenure_date(describer, post, tenure, &evidence));
  if (!post->former) {
    TRY(att_describe_add(describer, person, describer->outside[OUTSIDE_HOLDS],
                         held));
  }
  return post->organization == NOTHING
           ? ATT_OK
           : att_describe_add(describer, tenure,
                              describer->outside[OUTSIDE_ORGANIZATION],
                              describer->entities[post->organization]);
}

AttStatus
att_describe_posts(Describer* describer) {
  const Entities* const entities = describer->described->entities;
  for (size_t i = 0; i < entities->posts.length; i++) {
    TRY(tenure_describe(describer, &entities->posts.items[i]));
  }
  return ATT_OK;
}
