/* Facts: what a graph's literals are like, where Rasqal treats some wrongly. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_FACTS_H
#define ATTACHE_GRAPH_FACTS_H

#include "graph/graph.h"

typedef struct LiteralFacts {
  bool foreign;     /**< Some hold characters outside ASCII. */
  bool astral;      /**< Some hold characters beyond U+FFFF. */
  bool lines;       /**< Some hold a line break. */
  bool tagged;      /**< Some are in a language. */
  bool booleans;    /**< Some are of type xsd:boolean. */
  bool dated;       /**< Some are of type xsd:date. */
  bool aliased;     /**< Some are of a type that Rasqal takes no number in. */
  uint64_t largest; /**< The largest integer, without its sign. */
  size_t quads;     /**< Of the graph. */
} LiteralFacts;

/** Changes with the members above: stores keep what they know of them. */
#define FACTS_VERSION 1U

/** Takes a term into account. */
void
att_facts_see(LiteralFacts* facts, const RdfTerm* term);

/** The facts of all literals of `graph`. */
LiteralFacts
att_facts_of(const AttGraph* graph);

/** Whether `text` holds a byte outside ASCII. */
bool
att_is_foreign(Slice text);

/** The digits of `text` as a number, without its sign; UINT64_MAX if there are
 * too many, 0 if it is no number. */
uint64_t
att_magnitude(Slice text);

#endif
