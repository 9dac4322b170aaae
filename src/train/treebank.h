/* A treebank: a corpus numbered for learning, as nodes and gold answers. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_TREEBANK_H
#define ATTACHE_TRAIN_TREEBANK_H

#include "language/layout.h"
#include "language/tree.h"
#include "train/corpus.h"

/** A sentence to learn from. */
typedef struct Lesson {
  Node* nodes;          /**< Forms; tags as predicted, once they are. */
  const uint16_t* tags; /**< The right joint tags. */
  const Node* gold;     /**< The right heads and relations. */
  size_t count;
  size_t source; /**< The number of the sentence; its copies share it. */
} Lesson;

typedef struct Treebank {
  LIST(TagPair) tags; /**< The most frequent first. */
  LIST(Move) moves;   /**< In the order "language/layout.h" says. */
  LIST(Lesson) lessons;
} Treebank;

/** Numbers what `corpus` has and makes lessons of it, with copies of some of
 * them written as headlines are: in capitals, or with capital initials. */
AttStatus
att_treebank_make(Arena* arena, const Corpus* corpus, Treebank* out);

#endif
