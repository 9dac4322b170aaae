/* Tags and dependency trees: what the model predicts for a sentence. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_TREE_H
#define ATTACHE_LANGUAGE_TREE_H

#include "base/arena.h"
#include "base/slice.h"
#include "language/model.h"
#include "language/relation.h"

/** A node of a tree: a token, or a name with its title taken as one. */
typedef struct Node {
  Slice form;
  uint16_t tag;     /**< The model's joint tag. */
  uint8_t upos;     /**< Upos */
  uint8_t xpos;     /**< Xpos */
  uint8_t relation; /**< Relation to the head */
  int32_t head;     /**< Index of the head; -1 for the root. */
} Node;

/** Tags `count` nodes by their forms: sets tag, upos, xpos. */
AttStatus
att_tags_predict(const Model* model, Arena* scratch, Node* nodes, size_t count);

/** The model's joint tag for a node that the caller tags by hand; where the
 * pair was never seen, the most frequent tag of `upos`. */
uint16_t
att_tag_of(const Model* model, Upos upos, Xpos xpos);

/** Parses `count` tagged nodes: sets head and relation. One root; any length,
 * in linear time. Tags are taken as they are. */
AttStatus
att_tree_parse(const Model* model, Arena* scratch, Node* nodes, size_t count);

/** The lemma of `form` as `upos` ("met" VERB -> "meet"); lower case except for
 * proper nouns. In the arena, or borrowed from the model. */
AttStatus
att_lemma_find(const Model* model, Arena* arena, Slice form, Upos upos,
               Slice* out);

#endif
