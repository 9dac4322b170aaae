/* Mending: what parsers are spared, and what they get wrong. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_MEND_H
#define ATTACHE_READING_MEND_H

#include "reading/syntax.h"

/** A sentence being parsed, and what tells of it. */
typedef struct Parsing {
  Arena* arena;
  const Model* model;
  const Ontology* ontology;
  const Document* document;
  const Shapes* shapes;
  const Mentions* mentions;
  Trees* trees;
  size_t sector; /* the first sector hit not before the token in hand */
} Parsing;

/** What a weekday at `node`, or the preposition before it, hangs on where it
 * stands between a subject and its verb ("Pakistan and Russia Thursday agreed",
 * "the minister on Sunday said") or behind a name ("met Rojas Thursday"), or
 * NOTHING: parsers take it for a part of the name. `first` is the sentence's
 * first node. */
uint32_t
att_mend_loose(const Parsing* parser, uint32_t node, uint32_t first);

/** The person whom the participle `node` describes ("told visiting minister
 * Otieno that ..."), or NOTHING: parsers take it for a clause. */
uint32_t
att_mend_attributed(const Parsing* parser, uint32_t node);

/** Hangs phrases of the sentence from node `first` on where they belong;
 * whether any was. */
bool
att_mend_trees(Parsing* parser, uint32_t first);

#endif
