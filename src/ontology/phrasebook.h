/* A phrasebook: names and phrases as a trie over words. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_PHRASEBOOK_H
#define ATTACHE_ONTOLOGY_PHRASEBOOK_H

#include "base/intern.h"
#include "base/word.h"

/** How the case of a phrase in the text must agree with its spelling here. */
typedef enum PhraseCase {
  PHRASE_ANY,     /**< A common phrase: any case. */
  PHRASE_CAPITAL, /**< A name: its first word starts upper-case in the text. */
  PHRASE_EXACT    /**< An acronym ("US", "WHO"): upper-case in the text too. */
} PhraseCase;

/** One meaning of a phrase. */
typedef struct PhraseSense {
  uint32_t value; /**< Whatever the book's owner files under the phrase. */
  PhraseCase spelling;
} PhraseSense;

typedef struct PhraseNode PhraseNode;

/** All zeros is an empty book. */
typedef struct Phrasebook {
  Intern words;                /**< Keys (att_word_key) of the words used. */
  LIST(PhraseNode*) nodes;     /**< [0] is the root. */
  struct PhraseEdge* edges;    /**< Open addressing by (node, word). */
  size_t edge_slots;
  size_t edge_count;
} Phrasebook;

/** Files `value` under `phrase`; the same twice is filed once. PHRASE_EXACT
 * is chosen for a phrase that is one acronym when `spelling` is
 * PHRASE_CAPITAL. */
AttStatus
att_phrasebook_add(Arena* arena, Phrasebook* book, Slice phrase,
                   PhraseCase spelling, uint32_t value);

/** A text's words, each with its number in one book (INTERN_NONE: not in any
 * phrase). */
AttStatus
att_phrasebook_number(Arena* scratch, const Phrasebook* book, Slice text,
                      const Words* words, uint32_t** out);

/** A phrase found in a text. */
typedef struct PhraseHit {
  size_t word_count;         /**< 0: nothing found. */
  const PhraseSense* senses; /**< Those whose case agrees. */
  size_t sense_count;
} PhraseHit;

/** The longest phrase that starts at word `at`, with the senses whose case
 * agrees with the text's (a shouted text agrees with any). Words must be
 * adjacent: nothing but spaces, hyphens, apostrophes, full stops, commas
 * inside an entry or one line break may lie between them. Allocates from
 * `scratch` only where senses must be filtered. */
AttStatus
att_phrasebook_longest(Arena* scratch, const Phrasebook* book, Slice text,
                       const Words* words, const uint32_t* numbers, size_t at,
                       PhraseHit* out);

/** The senses filed under exactly `phrase`, whatever their case. */
AttStatus
att_phrasebook_find(Arena* scratch, const Phrasebook* book, Slice phrase,
                    PhraseHit* out);

#endif
