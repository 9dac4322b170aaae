/* Describing mentions: where the text names or describes what. */
/* SPDX-License-Identifier: MIT */
#include "graph/describer.h"

static const Reading*
reading_of(const Describer* describer) {
  return describer->described->reading;
}

/* `form` NULL: a name that is part of a longer one has none of its own. */
static AttStatus
span_refer(Describer* describer, Span span, const char* form, uint32_t entity) {
  TermId mention = 0;
  TRY(att_describe_mention(describer, span, &mention));
  if (form != NULL) {
    TermId object = 0;
    TRY(att_describe_term(describer, form, &object));
    TRY(att_describe_say(describer, mention, "form", object, NULL));
  }
  return att_describe_say(describer, mention, "refersTo",
                          describer->entities[entity], NULL);
}

/* A bare name, whole or short. */
static AttStatus
name_refer(Describer* describer, const Mention* mention, uint32_t entity) {
  const Document* const document = reading_of(describer)->document;
  const Span span =
    att_document_span(document, mention->name_first, mention->name_end);
  const Entity* const item =
    &describer->described->entities->items.items[entity];
  const bool whole =
    item->kind != ENTITY_PERSON ||
    att_slice_equals(att_text_slice(document->text, span), item->name);
  return span_refer(describer, span, whole ? "Name" : "ShortName", entity);
}

/* A capital's name: for the place, or for its government. */
static AttStatus
reading_say(Describer* describer, uint32_t index, uint32_t entity) {
  const Reading* const reading = reading_of(describer);
  const Mention* const mention = &reading->mentions->items.items[index];
  if (mention->hit == NOTHING) {
    return ATT_OK;
  }
  const NameHit* const hit = &reading->shapes->hits.items[mention->hit];
  uint32_t place = ONTOLOGY_NONE;
  bool metonym = false;
  for (size_t i = 0; i < hit->sense_count; i++) {
    const KnownName name = reading->ontology->names.items[hit->senses[i].value];
    metonym = metonym || name.form == NAME_METONYM;
    if (reading->ontology->entities.items[name.entity].kind == ENTITY_PLACE) {
      place = name.entity;
    }
  }
  if (!metonym || entity == NOTHING) {
    return ATT_OK;
  }
  const bool meant = describer->described->entities->metonymy[index];
  TermId subject = 0;
  TermId object = 0;
  TRY(att_describe_mention(describer,
                           att_document_span(reading->document, mention->first,
                                             mention->end),
                           &subject));
  TRY(att_describe_term(describer, meant ? "Metonymy" : "Literal", &object));
  TRY(att_describe_say(describer, subject, "reading", object, NULL));
  if (!meant || place == ONTOLOGY_NONE) {
    return ATT_OK;
  }
  const Slice parts[] = { describer->described->base,
                          reading->ontology->entities.items[place].path };
  Slice iri;
  TRY(att_mint_join(describer->arena, parts, 2, &iri));
  TRY(att_graph_iri(describer->graph, iri, &object));
  return att_describe_say(describer, subject, "literalReferent", object, NULL);
}

/* Whether a mention is part of a longer name: "China" in "Bank of China". */
static bool
is_part(const Describer* describer, const Mention* mention) {
  return mention->inside != NOTHING &&
         reading_of(describer)->mentions->items.items[mention->inside].form ==
           FORM_NAME &&
         describer->described->entities->of_mention[mention->inside] != NOTHING;
}

static AttStatus
mention_describe(Describer* describer, uint32_t index) {
  const Reading* const reading = reading_of(describer);
  const Mention* const mention = &reading->mentions->items.items[index];
  const uint32_t entity = describer->described->entities->of_mention[index];
  if (entity == NOTHING || !describer->wanted[entity]) {
    return ATT_OK;
  }
  const Span span =
    att_document_span(reading->document, mention->first, mention->end);
  switch (mention->form) {
  case FORM_TITLED:
    TRY(span_refer(describer, span, "TitledName", entity));
    return name_refer(describer, mention, entity);
  case FORM_NAME:
    if (is_part(describer, mention)) {
      return span_refer(describer, span, NULL, entity);
    }
    TRY(name_refer(describer, mention, entity));
    return reading_say(describer, index, entity);
  case FORM_DEMONYM:
    return span_refer(describer, span, "Demonym", entity);
  default:
    return span_refer(describer, span, "Nominal", entity);
  }
}

static AttStatus
pronouns_describe(Describer* describer) {
  const Entities* const entities = describer->described->entities;
  const Document* const document = reading_of(describer)->document;
  for (size_t i = 0; i < entities->pronouns.length; i++) {
    const Pronoun pronoun = entities->pronouns.items[i];
    TRY(
      span_refer(describer,
                 att_document_span(document, pronoun.token, pronoun.token + 1),
                 "Pronoun", pronoun.entity));
  }
  return ATT_OK;
}

static AttStatus
date_describe(Describer* describer, Span span, Date date) {
  TermId mention = 0;
  TermId object = 0;
  TRY(att_describe_mention(describer, span, &mention));
  TRY(att_describe_term(describer, "DateExpression", &object));
  TRY(att_describe_say(describer, mention, "form", object, NULL));
  if (date.year == 0) {
    return ATT_OK;
  }
  TRY(att_describe_date(describer, date, &object));
  return att_describe_say(describer, mention, "normalizedDate", object, NULL);
}

static AttStatus
dates_describe(Describer* describer) {
  const Events* const events = describer->described->events;
  const Text* const text = reading_of(describer)->document->text;
  if (text->date_span.end > text->date_span.begin) {
    TRY(date_describe(describer, text->date_span, text->date));
  }
  for (size_t i = 0; i < events->times.length; i++) {
    const TimeExpression* const time = &events->times.items[i];
    TRY(date_describe(describer, (Span){ time->begin, time->end },
                      events->future[i] ? time->future : time->past));
  }
  return ATT_OK;
}

AttStatus
att_describe_mentions(Describer* describer) {
  if (describer->described->provenance == ATT_PROVENANCE_NONE) {
    return ATT_OK;
  }
  const Mentions* const mentions = reading_of(describer)->mentions;
  for (uint32_t i = 0; i < mentions->items.length; i++) {
    TRY(mention_describe(describer, i));
  }
  TRY(pronouns_describe(describer));
  return dates_describe(describer);
}
