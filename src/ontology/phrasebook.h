/* A phrasebook: names and phrases as a trie over words. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_PHRASEBOOK_H
#define ATTACHE_ONTOLOGY_PHRASEBOOK_H

#include "base/intern.h"
#include "base/word.h"

/** Most words a phrase may have: a walk through a text looks no further. */
#define PHRASE_WORDS 32

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

/** The phrases that share their first words. */
typedef struct PhraseNode {
  PhraseSense* senses; /**< Of the phrase that ends here. */
  uint32_t count;
  uint32_t capacity;
} PhraseNode;

/** From one node to the next by one word; `to` 0 is a free slot. */
typedef struct PhraseEdge {
  uint32_t from;
  uint32_t word; /**< Of `words`. */
  uint32_t mark; /**< What stands before the word: a comma, say, or 0. */
  uint32_t to;
} PhraseEdge;

/** All zeros is an empty book. */
typedef struct Phrasebook {
  Intern words;           /**< Keys (att_word_key) of the words used. */
  LIST(PhraseNode) nodes; /**< [0] is the root. */
  PhraseEdge* edges;      /**< Open addressing by (node, word). */
  size_t edge_slots;      /**< A power of two, or 0. */
  size_t edge_count;
} Phrasebook;

/** Where a phrase is filed, and how it is spelled there. */
typedef struct PhrasePlace {
  uint32_t node;      /**< Of `nodes`. */
  PhraseCase capital; /**< What PHRASE_CAPITAL comes to. */
} PhrasePlace;

/** Makes the place of `phrase`, whose senses may be looked at. ATT_INPUT if no
 * text can hold the phrase: no word, too many, or marks between them that join
 * no words. */
AttStatus
att_phrasebook_place(Arena* arena, Phrasebook* book, Slice phrase,
                     PhrasePlace* out);

/** Files `value` at a place as att_phrasebook_add does. */
AttStatus
att_phrasebook_file(Arena* arena, Phrasebook* book, PhrasePlace place,
                    PhraseCase spelling, uint32_t value);

/** Files `value` under `phrase`; the same twice is filed once, in the looser
 * case. When `spelling` is PHRASE_CAPITAL, PHRASE_EXACT is chosen for a phrase
 * that is one acronym, and PHRASE_ANY for one that starts with no capital
 * itself ("al-Qaeda", "5th Fleet"). ATT_INPUT as att_phrasebook_place. */
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
 * adjacent: nothing but spaces, hyphens, apostrophes, full stops or one line
 * break may lie between them, and a comma, & / + or a bracket only where
 * the phrase was filed with it ("Washington, D.C."). Allocates from
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
