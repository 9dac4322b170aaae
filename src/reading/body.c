/* Bodies: organisations and places that no gazetteer knows. */
/* SPDX-License-Identifier: MIT */
#include "reading/linker.h"

#include "base/utf8.h"

#include <string.h>

/* The body named before mention `index` whose name ends as `index` reads, a
 * generic noun with a capital ("the Court" behind "the Supreme Court"), or
 * NOTHING. */
static uint32_t
body_before(const Linker* linker, uint32_t index) {
  const Reading* const reading = linker->reading;
  const Mention* const mention = &reading->mentions->items.items[index];
  const Slice noun = att_reading_text(reading, mention->first, mention->end);
  if (mention->end != mention->first + 1 ||
      (reading->shapes->kinds[mention->first] &
       LEXIS_BIT(LEXIS_ORGANIZATION)) == 0) {
    return NOTHING;
  }
  for (uint32_t i = index; i > 0; i--) {
    const Mention* const other = &reading->mentions->items.items[i - 1];
    if (other->kind != ENTITY_ORGANIZATION || other->form == FORM_NOMINAL) {
      continue;
    }
    const Slice name = att_reading_text(reading, other->first, other->end);
    if (name.length > noun.length &&
        memcmp(name.start + name.length - noun.length, noun.start,
               noun.length) == 0) {
      return linker->entities->of_mention[i - 1];
    }
  }
  return NOTHING;
}

AttStatus
att_linker_body(Linker* linker, uint32_t index, EntityKind kind) {
  const Reading* const reading = linker->reading;
  const Mention* const mention = &reading->mentions->items.items[index];
  const Slice name = att_reading_text(reading, mention->first, mention->end);
  Slice folded;
  TRY(att_utf8_fold(linker->arena, name, &folded));
  uint32_t id = 0;
  const size_t before = linker->bodies.strings.length;
  TRY(att_intern(linker->arena, &linker->bodies, folded, &id));
  if (linker->bodies.strings.length > before) {
    uint32_t entity = body_before(linker, index);
    if (entity != NOTHING) {
      linker->entities->of_mention[index] = entity;
      return LIST_PUSH(linker->arena, &linker->body_entity, entity);
    }
    TRY(att_linker_entity(linker,
                          (Entity){ .kind = kind,
                                    .known = ONTOLOGY_NONE,
                                    .name = name,
                                    .mention = index,
                                    .state = NOTHING },
                          &entity));
    TRY(LIST_PUSH(linker->arena, &linker->body_entity, entity));
  }
  linker->entities->of_mention[index] = linker->body_entity.items[id - 1];
  return ATT_OK;
}

uint32_t
att_linker_find_body(const Linker* linker, const Mention* mention) {
  const Slice name =
    att_reading_text(linker->reading, mention->first, mention->end);
  Slice folded;
  if (att_utf8_fold(linker->arena, name, &folded) != ATT_OK) {
    return NOTHING;
  }
  const uint32_t id = att_intern_find(&linker->bodies, folded);
  return id == INTERN_NONE ? NOTHING : linker->body_entity.items[id - 1];
}

/* The entity named right before the bracket at token `open`, "'s" aside, or
 * NOTHING. */
static uint32_t
introduced(const Linker* linker, uint32_t open) {
  const Reading* const reading = linker->reading;
  const uint32_t last =
    open > 1 && reading->document->tags[open - 1].xpos == XPOS_POS ? open - 2
                                                                   : open - 1;
  const uint32_t whole = reading->mentions->at[last];
  return whole == NOTHING ? NOTHING : linker->entities->of_mention[whole];
}

/* Whether a name in brackets behind `entity` is a short one for it: "(SFD)"
 * for anything, "(Mindef)" for a body. */
static bool
is_short_form(const Linker* linker, uint32_t token, uint32_t entity) {
  const Reading* const reading = linker->reading;
  const Slice form = reading->document->tokens.items.items[token].form;
  const uint32_t mention = reading->mentions->at[token];
  const bool known =
    mention != NOTHING && reading->mentions->items.items[mention].certain;
  const EntityKind kind = linker->entities->items.items[entity].kind;
  if (kind == ENTITY_PERSON || form.length < 2 || form.start[0] < 'A' ||
      form.start[0] > 'Z') {
    return false;
  }
  return (form.start[1] >= 'A' && form.start[1] <= 'Z') ||
         (kind == ENTITY_ORGANIZATION && !known &&
          reading->document->tags[token].upos == UPOS_PROPN);
}

/* "Saudi Fund for Development (SFD)": files the short name at `token` for
 * `entity`. */
static AttStatus
short_form_add(Linker* linker, uint32_t token, uint32_t entity) {
  Slice folded;
  uint32_t id = 0;
  const size_t before = linker->bodies.strings.length;
  TRY(att_utf8_fold(linker->arena,
                    linker->reading->document->tokens.items.items[token].form,
                    &folded));
  TRY(att_intern(linker->arena, &linker->bodies, folded, &id));
  return linker->bodies.strings.length == before
           ? ATT_OK
           : LIST_PUSH(linker->arena, &linker->body_entity, entity);
}

static AttStatus
short_forms_find(Linker* linker) {
  const Document* const document = linker->reading->document;
  for (uint32_t i = 1; i + 2 < document->tokens.items.length; i++) {
    if (!att_slice_is(document->tokens.items.items[i].form, "(") ||
        !att_slice_is(document->tokens.items.items[i + 2].form, ")")) {
      continue;
    }
    const uint32_t entity = introduced(linker, i);
    if (entity != NOTHING && is_short_form(linker, i + 1, entity)) {
      TRY(short_form_add(linker, i + 1, entity));
    }
  }
  return ATT_OK;
}

/* The state that a mention inside `whole` names, or NOTHING. */
static uint32_t
state_inside(const Linker* linker, uint32_t whole) {
  const Reading* const reading = linker->reading;
  const uint32_t end = reading->mentions->items.items[whole].end;
  for (uint32_t i = whole + 1; i < reading->mentions->items.length &&
                               reading->mentions->items.items[i].first < end;
       i++) {
    const uint32_t entity = linker->entities->of_mention[i];
    if (entity != NOTHING &&
        linker->entities->items.items[entity].state != NOTHING) {
      return linker->entities->items.items[entity].state;
    }
  }
  return NOTHING;
}

/* The state named right before a mention: "China's Foreign Ministry". */
static uint32_t
state_before(const Linker* linker, const Mention* mention) {
  const Reading* const reading = linker->reading;
  uint32_t token = mention->first;
  if (token > 0 && reading->document->tags[token - 1].xpos == XPOS_POS) {
    token--;
  }
  const uint32_t before =
    token == 0 ? NOTHING : reading->mentions->at[token - 1];
  if (before == NOTHING || linker->entities->of_mention[before] == NOTHING) {
    return NOTHING;
  }
  const Entity* const entity =
    &linker->entities->items.items[linker->entities->of_mention[before]];
  return entity->kind == ENTITY_PERSON ? NOTHING : entity->state;
}

AttStatus
att_bodies_link(Linker* linker) {
  const Reading* const reading = linker->reading;
  for (uint32_t i = 0; i < reading->mentions->items.length; i++) {
    const Mention* const mention = &reading->mentions->items.items[i];
    if (linker->entities->of_mention[i] != NOTHING ||
        mention->form == FORM_NOMINAL ||
        (mention->kind != ENTITY_ORGANIZATION &&
         mention->kind != ENTITY_PLACE)) {
      continue;
    }
    TRY(att_linker_body(linker, i, mention->kind));
    Entity* const entity =
      &linker->entities->items.items[linker->entities->of_mention[i]];
    if (entity->state == NOTHING) {
      const uint32_t inside = state_inside(linker, i);
      entity->state =
        inside != NOTHING ? inside : state_before(linker, mention);
    }
  }
  return short_forms_find(linker);
}
