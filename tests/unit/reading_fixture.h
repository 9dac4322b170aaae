/* One article read with the shipped ontology and model, and questions to it. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TESTS_READING_FIXTURE_H
#define ATTACHE_TESTS_READING_FIXTURE_H

#include "pipeline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A reader for all tests of a program; an article for each. */
typedef struct Fixture {
  AttReader* reader;
  Article article;
} Fixture;

static inline int
fixture_begin(void** state) {
  static Fixture fixture;
  static const AttSettings settings = {
    .ontology = ATT_SOURCE_DIR "/ontology",
    .model = ATT_SOURCE_DIR "/src/language/english.model",
  };
  *state = &fixture;
  return att_reader_new(&settings, (AttSink){ 0 }, &fixture.reader) == ATT_OK
           ? 0
           : -1;
}

static inline int
fixture_end(void** state) {
  Fixture* const fixture = *state;
  att_reader_free(fixture->reader);
  return 0;
}

/* Reads `text`; what the article before it gave is gone. */
static inline const Article*
article_read(void** state, const char* text) {
  Fixture* const fixture = *state;
  att_arena_reset(&fixture->reader->article);
  const TextSource source = { .text = att_slice(text) };
  assert_int_equal(att_article_read(fixture->reader, &source,
                                    &fixture->article),
                   ATT_OK);
  return &fixture->article;
}

static inline uint32_t
term_of(const Article* article, const char* name) {
  const uint32_t term = att_ontology_term(article->reading.ontology, name);
  assert_int_not_equal(term, ONTOLOGY_NONE);
  return term;
}

/* The number of entities of a kind. */
static inline size_t
entity_count(const Article* article, EntityKind kind) {
  size_t count = 0;
  for (size_t i = 0; i < article->entities.items.length; i++) {
    count += article->entities.items.items[i].kind == kind;
  }
  return count;
}

/* The entity called `name`, or NOTHING. */
static inline uint32_t
entity_find(const Article* article, const char* name) {
  for (uint32_t i = 0; i < article->entities.items.length; i++) {
    if (att_slice_is(article->entities.items.items[i].name, name)) {
      return i;
    }
  }
  return NOTHING;
}

static inline const Entity*
entity_named(const Article* article, const char* name) {
  const uint32_t entity = entity_find(article, name);
  if (entity == NOTHING) {
    fail_msg("no entity %s", name);
  }
  return &article->entities.items.items[entity];
}

/* Events of class `class` that are kept, each counted once. */
static inline size_t
event_count(const Article* article, const char* class) {
  const uint32_t term = term_of(article, class);
  size_t count = 0;
  for (uint32_t i = 0; i < article->events.items.length; i++) {
    const Event* const event = &article->events.items.items[i];
    count += event->class == term && event->same_as == i;
  }
  return count;
}

/* The first of them. */
static inline const Event*
event_of(const Article* article, const char* class) {
  const uint32_t term = term_of(article, class);
  for (uint32_t i = 0; i < article->events.items.length; i++) {
    const Event* const event = &article->events.items.items[i];
    if (event->class == term && event->same_as == i) {
      return event;
    }
  }
  fail_msg("no %s", class);
  return NULL;
}

/* Whether the entity called `name` fills `property` of the event. */
static inline bool
has_role(const Article* article, const Event* event, const char* property,
         const char* name) {
  const uint32_t entity = entity_find(article, name);
  const uint32_t term = term_of(article, property);
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const role = &event->roles.items[i];
    if (role->property == term && !role->event && role->filler == entity) {
      return entity != NOTHING;
    }
  }
  return false;
}

static inline bool
is_factuality(const Article* article, const Event* event, const char* name) {
  return event->factuality == term_of(article, name);
}

/* Words of the article from token `first` up to `end`. */
static inline Slice
words_of(const Article* article, uint32_t first, uint32_t end) {
  return first < end ? att_reading_text(&article->reading, first, end)
                     : (Slice){ "", 0 };
}

/* The first mention of exactly these words, or NOTHING. */
static inline uint32_t
mention_of(const Article* article, const char* words) {
  for (uint32_t i = 0; i < article->mentions.items.length; i++) {
    const Mention* const mention = &article->mentions.items.items[i];
    if (att_slice_is(words_of(article, mention->first, mention->end), words)) {
      return i;
    }
  }
  return NOTHING;
}

/* The last token of this form. */
static inline uint32_t
token_of(const Article* article, const char* form) {
  for (size_t i = article->document.tokens.items.length; i > 0; i--) {
    if (att_slice_is(article->document.tokens.items.items[i - 1].form, form)) {
      return (uint32_t)i - 1;
    }
  }
  fail_msg("no token %s", form);
  return 0;
}

#endif
