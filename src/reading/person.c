/* Persons: names that refer to one person, and names typed by evidence. */
/* SPDX-License-Identifier: MIT */
#include "reading/linker.h"

#include "base/utf8.h"

/* A name longer than this is no person's. */
#define NAME_WORDS 8

/* The folded words of a name. */
typedef struct Name {
  Slice words[NAME_WORDS];
  size_t count;
} Name;

static AttStatus
name_of(Linker* linker, const Mention* mention, Name* out) {
  const Document* const document = linker->reading->document;
  *out = (Name){ 0 };
  for (uint32_t i = mention->name_first;
       i < mention->name_end && out->count < NAME_WORDS; i++) {
    if (document->tags[i].upos == UPOS_PUNCT) {
      continue;
    }
    TRY(att_utf8_fold(linker->arena, document->tokens.items.items[i].form,
                      &out->words[out->count]));
    out->count++;
  }
  return ATT_OK;
}

static bool
is_initial(Slice word) {
  return word.length == 1 || (word.length == 2 && word.start[1] == '.');
}

/* Whether every word of `small`, initials aside, is a word of `large`. */
static bool
is_within(const Name* small, const Name* large) {
  for (size_t i = 0; i < small->count; i++) {
    bool found = is_initial(small->words[i]);
    for (size_t j = 0; j < large->count && !found; j++) {
      found = att_slice_equals(small->words[i], large->words[j]);
    }
    if (!found) {
      return false;
    }
  }
  return true;
}

static bool
names_agree(const Name* left, const Name* right) {
  return att_slice_equals(left->words[left->count - 1],
                          right->words[right->count - 1]) &&
         (is_within(left, right) || is_within(right, left));
}

static AttStatus
person_words_add(Linker* linker, const Name* name, uint32_t person) {
  for (size_t i = 0; i < name->count; i++) {
    uint32_t word = 0;
    TRY(att_intern(linker->arena, &linker->words, name->words[i], &word));
    while (linker->word_newest.length < word) {
      TRY(LIST_PUSH(linker->arena, &linker->word_newest, NOTHING));
    }
    const NameWord entry = { person, i + 1 == name->count,
                             linker->word_newest.items[word - 1] };
    linker->word_newest.items[word - 1] = (uint32_t)linker->name_words.length;
    TRY(LIST_PUSH(linker->arena, &linker->name_words, entry));
  }
  return ATT_OK;
}

static uint32_t
times_named(const Linker* linker, uint32_t person) {
  return person < linker->named.length ? linker->named.items[person] : 0;
}

static AttStatus
named_count(Linker* linker, uint32_t person) {
  while (linker->named.length <= person) {
    TRY(LIST_PUSH(linker->arena, &linker->named, 0));
  }
  linker->named.items[person]++;
  return ATT_OK;
}

/* The person that a name of one word, or more, stands for, or NOTHING: of
 * several, whom the text names most, or first. `weak`: whether any word of a
 * person's name will do for one word. */
static AttStatus
person_find(Linker* linker, const Name* name, bool weak, uint32_t* out) {
  *out = NOTHING;
  const uint32_t word =
    att_intern_find(&linker->words, name->words[name->count - 1]);
  if (word == INTERN_NONE) {
    return ATT_OK;
  }
  uint32_t other = NOTHING;
  for (uint32_t i = linker->word_newest.items[word - 1]; i != NOTHING;
       i = linker->name_words.items[i].before) {
    const NameWord* const entry = &linker->name_words.items[i];
    const Entity* const entity = &linker->entities->items.items[entry->person];
    Name theirs;
    TRY(name_of(linker,
                &linker->reading->mentions->items.items[entity->mention],
                &theirs));
    if (entry->last && names_agree(name, &theirs) &&
        (*out == NOTHING ||
         times_named(linker, entry->person) >= times_named(linker, *out))) {
      *out = entry->person;
    }
    if (weak && name->count == 1) {
      other = entry->person;
    }
  }
  *out = *out == NOTHING ? other : *out;
  return ATT_OK;
}

static AttStatus
person_link(Linker* linker, uint32_t index) {
  const Mention* const mention = &linker->reading->mentions->items.items[index];
  Name name;
  TRY(name_of(linker, mention, &name));
  if (name.count == 0) {
    return ATT_OK;
  }
  uint32_t person = NOTHING;
  TRY(person_find(linker, &name, true, &person));
  const Slice text =
    att_reading_text(linker->reading, mention->name_first, mention->name_end);
  if (person == NOTHING) {
    TRY(att_linker_entity(linker,
                          (Entity){ .kind = ENTITY_PERSON,
                                    .known = ONTOLOGY_NONE,
                                    .name = text,
                                    .mention = index,
                                    .state = NOTHING },
                          &person));
    TRY(person_words_add(linker, &name, person));
  }
  Entity* const entity = &linker->entities->items.items[person];
  if (text.length > entity->name.length && name.count > 1) {
    entity->name = text;
    entity->mention = index;
  }
  linker->entities->of_mention[index] = person;
  return name.count > 1 ? named_count(linker, person) : ATT_OK;
}

static AttStatus
unknown_link(Linker* linker, uint32_t index) {
  const Mention* const mention = &linker->reading->mentions->items.items[index];
  Name name;
  TRY(name_of(linker, mention, &name));
  uint32_t person = NOTHING;
  const bool other = linker->guesses[index] == ENTITY_ORGANIZATION ||
                     linker->guesses[index] == ENTITY_PLACE;
  if (name.count > 0) {
    TRY(person_find(linker, &name, !other, &person));
  }
  if (person != NOTHING) {
    return person_link(linker, index);
  }
  const uint32_t body = att_linker_find_body(linker, mention);
  if (body != NOTHING) {
    linker->entities->of_mention[index] = body;
    return ATT_OK;
  }
  const EntityKind kind = linker->guesses[index];
  if (kind == ENTITY_PERSON) {
    return person_link(linker, index);
  }
  if (kind == ENTITY_KIND_COUNT) {
    return ATT_OK;
  }
  return att_linker_body(linker, index, kind);
}

/* Names of more words come first, so that short ones find them. */
AttStatus
att_persons_link(Linker* linker) {
  const Mentions* const mentions = linker->reading->mentions;
  TRY(att_names_weigh(linker));
  for (int pass = 0; pass < 4; pass++) {
    for (uint32_t i = 0; i < mentions->items.length; i++) {
      const Mention* const mention = &mentions->items.items[i];
      const bool single = mention->name_end == mention->name_first + 1;
      if (mention->kind != ENTITY_PERSON || mention->form == FORM_NOMINAL ||
          mention->form == FORM_EVENT || single != (pass >= 2) ||
          mention->certain != (pass % 2 == 0)) {
        continue;
      }
      TRY(mention->certain ? person_link(linker, i) : unknown_link(linker, i));
    }
  }
  return ATT_OK;
}
