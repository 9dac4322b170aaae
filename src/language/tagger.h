/* The tagger: what it looks at; shared by prediction and training. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_TAGGER_H
#define ATTACHE_LANGUAGE_TAGGER_H

#include "language/rows.h"
#include "language/spelling.h"
#include "language/tree.h"

/** Most features of one word. */
#define TAGGER_FEATURES 56

/** Words before the first and behind the last that features look at. */
#define TAGGER_MARGIN ((size_t)2)

/** No tag: before the first word. */
#define TAGGER_NO_TAG ROWS_CLASSES

/** What is known of a word before tagging. */
typedef struct TaggerWord {
  Spelling spelling;
  uint64_t class; /**< Hash of the tags it may have; 0: a rare word. */
} TaggerWord;

/** The words of `count` nodes; `*out` points at the first, with TAGGER_MARGIN
 * more on either side. */
AttStatus
att_tagger_words(const Rows* classes, Arena* arena, const Node* nodes,
                 size_t count, TaggerWord** out);

/** The features of `*word`, `first` of its sentence or not, behind the tag
 * `last` and, one earlier, `before`; their number. Looks at the neighbours. */
size_t
att_tagger_features(const TaggerWord* word, bool first, unsigned last,
                    unsigned before, uint64_t out[TAGGER_FEATURES]);

#endif
