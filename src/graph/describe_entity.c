/* Describing entities: persons, bodies, states, places, and their posts. */
/* SPDX-License-Identifier: MIT */
#include "graph/describer.h"

static const Entity*
entity_at(const Describer* describer, uint32_t entity) {
  return &describer->described->entities->items.items[entity];
}

static const Ontology*
ontology_of(const Describer* describer) {
  return describer->described->reading->ontology;
}

static const Mention*
mention_at(const Describer* describer, uint32_t mention) {
  return &describer->described->reading->mentions->items.items[mention];
}

/* The ISO 3166 code of an entity's state, or "x". */
static Slice
state_code(const Describer* describer, uint32_t state) {
  if (state == NOTHING) {
    return SLICE("x");
  }
  const uint32_t known = entity_at(describer, state)->known;
  return ontology_of(describer)->entities.items[known].iso3;
}

/* A name on one line: a line break or run of spaces in it becomes a space. */
static AttStatus
name_tidy(Describer* describer, Slice name, Slice* out) {
  char* bytes = NULL;
  TRY(att_arena_alloc(describer->arena, name.length + 1, &bytes));
  size_t length = 0;
  for (size_t i = 0; i < name.length; i++) {
    const char byte = name.start[i];
    const bool space = byte == ' ' || byte == '\n' || byte == '\t';
    if (!space) {
      bytes[length++] = byte;
    } else if (length > 0 && bytes[length - 1] != ' ') {
      bytes[length++] = ' ';
    }
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

/* "PAK_interior-ministry" */
static AttStatus
state_slug(Describer* describer, uint32_t state, Slice name, Slice* out) {
  Slice parts[] = { state_code(describer, state), SLICE("_"), { 0 } };
  TRY(att_mint_slug(describer->arena, name, &parts[2]));
  return att_mint_join(describer->arena, parts, 3, out);
}

static AttStatus
group_name(Describer* describer, const Entity* entity, Slice* out) {
  const Reading* const reading = describer->described->reading;
  const Mention* const mention = mention_at(describer, entity->mention);
  const Span span =
    att_document_span(reading->document, mention->first, mention->end);
  Slice parts[] = { describer->key, SLICE("_"), { 0 } };
  TRY(att_describe_index(describer, span.begin, &parts[2]));
  return att_mint_join(describer->arena, parts, 3, out);
}

static AttStatus
entity_mint(Describer* describer, uint32_t id) {
  const Entity* const entity = entity_at(describer, id);
  TermId* const out = &describer->entities[id];
  Slice name;
  if (entity->known != ONTOLOGY_NONE) {
    const Slice parts[] = {
      describer->described->base,
      ontology_of(describer)->entities.items[entity->known].path
    };
    TRY(att_mint_join(describer->arena, parts, 2, &name));
    return att_graph_iri(describer->graph, name, out);
  }
  switch (entity->kind) {
  case ENTITY_PERSON:
    TRY(att_mint_slug(describer->arena, entity->name, &name));
    return att_describe_name(describer, "person", name, out);
  case ENTITY_GROUP:
    TRY(group_name(describer, entity, &name));
    return att_describe_name(describer, "group", name, out);
  case ENTITY_PLACE:
    TRY(state_slug(describer, entity->state, entity->name, &name));
    return att_describe_name(describer, "place", name, out);
  default:
    TRY(state_slug(describer, entity->state, entity->name, &name));
    return att_describe_name(describer, "org", name, out);
  }
}

static AttStatus
label_add(Describer* describer, TermId subject, Outside property, Slice text) {
  Slice tidy;
  TRY(name_tidy(describer, text, &tidy));
  TermId object = 0;
  TRY(att_describe_text(describer, tidy, &object));
  return att_describe_add(describer, subject, describer->outside[property],
                          object);
}

static AttStatus
plain_say(Describer* describer, TermId subject, const char* property,
          Slice text) {
  if (text.length == 0) {
    return ATT_OK;
  }
  TermId object = 0;
  TRY(att_graph_literal(describer->graph, text, (Slice){ "", 0 }, &object));
  return att_describe_say(describer, subject, property, object, NULL);
}

static AttStatus
known_describe(Describer* describer, TermId subject, const KnownEntity* known) {
  TRY(plain_say(describer, subject, "iso2", known->iso2));
  TRY(plain_say(describer, subject, "iso3", known->iso3));
  for (size_t i = 0; i < known->same_count; i++) {
    TermId object = 0;
    TRY(att_graph_iri(describer->graph, known->same_as[i], &object));
    TRY(att_describe_add(describer, subject, describer->outside[OUTSIDE_SAME],
                         object));
  }
  return ATT_OK;
}

/* The last word of a person's name is the family name, unless the first is a
 * surname that stands first. */
static AttStatus
person_names(Describer* describer, TermId subject, const Entity* entity) {
  const Reading* const reading = describer->described->reading;
  const Mention* const mention = mention_at(describer, entity->mention);
  const uint32_t first = mention->name_first;
  const uint32_t end = mention->name_end;
  if (end < first + 2) {
    return ATT_OK;
  }
  const bool turned =
    (reading->shapes->kinds[first] & LEXIS_BIT(LEXIS_SURNAME)) != 0;
  const uint32_t cut = turned ? first + 1 : end - 1;
  const Slice left = att_reading_text(reading, first, cut);
  const Slice right = att_reading_text(reading, cut, end);
  TermId family = 0;
  TermId given = 0;
  TRY(att_graph_literal(describer->graph, turned ? left : right,
                        (Slice){ "", 0 }, &family));
  TRY(att_graph_literal(describer->graph, turned ? right : left,
                        (Slice){ "", 0 }, &given));
  TRY(att_describe_add(describer, subject,
                       describer->outside[OUTSIDE_FAMILY_NAME], family));
  return att_describe_add(describer, subject,
                          describer->outside[OUTSIDE_GIVEN_NAME], given);
}

static Span
mention_span(const Describer* describer, uint32_t mention) {
  const Mention* const item = mention_at(describer, mention);
  return att_document_span(describer->described->reading->document, item->first,
                           item->end);
}

static AttStatus
affiliation_say(Describer* describer, TermId subject, const Entity* entity) {
  const char* property = "ofState";
  switch (entity->kind) {
  case ENTITY_PERSON:
    property = "affiliatedWith";
    break;
  case ENTITY_PLACE:
    property = "inState";
    break;
  case ENTITY_STATE:
    return ATT_OK;
  default:
    break;
  }
  if (entity->state == NOTHING) {
    return ATT_OK;
  }
  const TermId state = describer->entities[entity->state];
  const bool read =
    entity->known == ONTOLOGY_NONE && entity->mention != NOTHING;
  Evidence evidence = { .count = 0,
                        .inferred = entity->inferred,
                        .frame = NOTHING };
  if (read) {
    evidence.spans[evidence.count++] = mention_span(describer, entity->mention);
  }
  return att_describe_say(describer, subject, property, state,
                          read ? &evidence : NULL);
}

static AttStatus
entity_describe(Describer* describer, uint32_t id) {
  static const char* const classes[ENTITY_KIND_COUNT] = {
    [ENTITY_PERSON] = "Person", [ENTITY_ORGANIZATION] = "Organization",
    [ENTITY_STATE] = "State",   [ENTITY_PLACE] = "Place",
    [ENTITY_GROUP] = "Group",
  };
  const Ontology* const ontology = ontology_of(describer);
  const Entity* const entity = entity_at(describer, id);
  const TermId subject = describer->entities[id];
  const bool known = entity->known != ONTOLOGY_NONE;
  TRY(att_describe_type(describer, subject,
                        known ? ontology->entities.items[entity->known].class
                              : att_ontology_term(ontology,
                                                  classes[entity->kind])));
  TRY(label_add(describer, subject, OUTSIDE_LABEL, entity->name));
  TRY(affiliation_say(describer, subject, entity));
  if (known) {
    return known_describe(describer, subject,
                          &ontology->entities.items[entity->known]);
  }
  return entity->kind == ENTITY_PERSON
           ? person_names(describer, subject, entity)
           : ATT_OK;
}

/* What the text calls an entity beside its label. */
static AttStatus
alternatives_add(Describer* describer) {
  const Reading* const reading = describer->described->reading;
  const Entities* const entities = describer->described->entities;
  for (uint32_t i = 0; i < reading->mentions->items.length; i++) {
    const Mention* const mention = mention_at(describer, i);
    const uint32_t id = entities->of_mention[i];
    if (id == NOTHING || !describer->wanted[id] ||
        (mention->form != FORM_NAME && mention->form != FORM_TITLED) ||
        entities->metonymy[i]) {
      continue;
    }
    const Slice name =
      att_reading_text(reading, mention->name_first, mention->name_end);
    if (!att_slice_equals(name, entity_at(describer, id)->name)) {
      TRY(label_add(describer, describer->entities[id], OUTSIDE_ALTERNATIVE,
                    name));
    }
  }
  return ATT_OK;
}

/* Named entities, and all that take part in events, are described; unnamed
 * groups that do nothing are not. */
static void
wanted_find(Describer* describer) {
  const Entities* const entities = describer->described->entities;
  const Mentions* const mentions = describer->described->reading->mentions;
  const Events* const events = describer->described->events;
  for (uint32_t i = 0; i < mentions->items.length; i++) {
    const uint32_t id = entities->of_mention[i];
    if (id != NOTHING && entity_at(describer, id)->kind != ENTITY_GROUP) {
      describer->wanted[id] = true;
    }
  }
  for (uint32_t i = 0; i < events->items.length; i++) {
    const Event* const event = &events->items.items[i];
    for (size_t j = 0; event->same_as == i && j < event->roles.length; j++) {
      if (!event->roles.items[j].event) {
        describer->wanted[event->roles.items[j].filler] = true;
      }
    }
  }
}

AttStatus
att_describe_entities(Describer* describer) {
  const Entities* const entities = describer->described->entities;
  for (uint32_t i = 0; i < entities->items.length; i++) {
    if (i != entities->voice) {
      TRY(entity_mint(describer, i));
    }
  }
  wanted_find(describer);
  for (uint32_t i = 0; i < entities->items.length; i++) {
    if (describer->wanted[i]) {
      TRY(entity_describe(describer, i));
    }
  }
  if (entities->dateline != NOTHING) {
    TRY(att_describe_say(describer, describer->article, "datelinePlace",
                         describer->entities[entities->dateline], NULL));
  }
  return alternatives_add(describer);
}
