/* Lemmas: the layout of what the model knows of word endings. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_LEMMA_H
#define ATTACHE_LANGUAGE_LEMMA_H

#include "language/rows.h"
#include "language/tree.h"

/* A row of MODEL_LEMMAS says how an ending changes. Its bytes are: how many
 * bytes of the form go, how many come instead, how long the ending is, then
 * what comes, then the ending, which tells a foreign row. */

/** Longest ending that is learned, in bytes, short of a whole word. */
#define LEMMA_ENDING 7

/** Longest whole word that has an ending of its own. */
#define LEMMA_WORD 40

/** Whether an ending is all of a word. */
typedef enum EndingKind { ENDING_PART, ENDING_WORD } EndingKind;

/** How a form becomes its lemma. */
typedef struct LemmaChange {
  size_t cut; /**< Bytes taken off the end. */
  Slice add;  /**< Bytes put there. */
} LemmaChange;

/** The key that the change of `ending` (lower-case) is filed under. */
uint64_t
att_lemma_key(Upos upos, EndingKind kind, Slice ending);

/** The most specific change for the lower-case `form`; at worst none. */
LemmaChange
att_lemma_change(const Rows* rows, Upos upos, Slice form);

#endif
