/* Lemmas: the layout of what the model knows of word endings. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_LEMMA_H
#define ATTACHE_LANGUAGE_LEMMA_H

#include "language/rows.h"
#include "language/tree.h"

/* A row of MODEL_LEMMAS says how an ending changes. Its bytes are: how many
 * bytes of the form go, how many come instead, how long the ending is, then
 * what comes, then the ending, which tells a foreign row. A row that changes
 * nothing and is no ending of a form says that its word is a lemma. */

/** Longest ending that is learned, in bytes, short of a whole word. */
#define LEMMA_ENDING 7

/** Longest whole word that has an ending of its own. */
#define LEMMA_WORD 40

/** What a row is about. */
typedef enum EndingKind {
  ENDING_WORD,  /**< A whole word that changes as no ending tells. */
  ENDING_FIRST, /**< How words with an ending change mostly. */
  ENDING_OTHER, /**< How else they often change. */
  ENDING_LEMMA  /**< A word that is a lemma. */
} EndingKind;

/** How a form becomes its lemma. */
typedef struct LemmaChange {
  size_t cut; /**< Bytes taken off the end. */
  Slice add;  /**< Bytes put there. */
} LemmaChange;

/** The key that the change of `ending` (lower-case) is filed under. */
uint64_t
att_lemma_key(Upos upos, EndingKind kind, Slice ending);

/** The change of the lower-case `form`, at worst none: of the most specific
 * ending that gives a known lemma, else of the most specific. */
LemmaChange
att_lemma_change(const Rows* rows, Upos upos, Slice form);

#endif
