/* Syntax: dependency trees over tokens and mentions. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_SYNTAX_H
#define ATTACHE_READING_SYNTAX_H

#include "reading/mention.h"
#include "reading/quote.h"

/** A node: a token, or a name taken as one (with its title). */
typedef struct SyntaxNode {
  uint32_t first; /**< Tokens `first` up to `end`. */
  uint32_t end;
  uint32_t mention; /**< The name it is, or NOTHING. */
  uint32_t head;    /**< A node, or NOTHING for a root. */
  uint32_t child;   /**< First dependent, or NOTHING. */
  uint32_t next;    /**< Next dependent of the same head, or NOTHING. */
  uint32_t sentence;
  uint8_t relation; /**< Relation */
  uint8_t upos;     /**< Upos */
  uint8_t xpos;     /**< Xpos */
  Slice form;
  Slice lemma;
} SyntaxNode;

typedef struct Trees {
  LIST(SyntaxNode) nodes; /**< In text order, sentence after sentence. */
  uint32_t* of_token;     /**< [token]: its node. */
  uint32_t* first;        /**< [sentence]: its first node; one more at end. */
  Quotes quotes;
} Trees;

/** Parses every sentence, a quoted clause apart from the one that reports it. A
 * prepositional phrase behind a noun that a frame gives the preposition is hung
 * below the noun: "welcomed investment in mining". */
AttStatus
att_syntax_parse(Arena* arena, const Model* model, const Ontology* ontology,
                 const Document* document, const Shapes* shapes,
                 const Mentions* mentions, Trees* out);

/** The first dependent of `node` in `relation`, or NOTHING. */
uint32_t
att_trees_child(const Trees* trees, uint32_t node, Relation relation);

/** The lemma of the preposition on `node` ("with" on "Pomeroy"), or empty. */
Slice
att_trees_case(const Trees* trees, uint32_t node);

/** Whether `node` has a definite article or demonstrative. */
bool
att_trees_definite(const Trees* trees, uint32_t node);

/** Whether `node` is `above` or hangs below it. */
bool
att_trees_below(const Trees* trees, uint32_t node, uint32_t above);

/** Tokens of the whole subtree of `node`: its first and, in `*end`, the one
 * behind its last. */
uint32_t
att_trees_extent(const Trees* trees, uint32_t node, uint32_t* end);

#endif
