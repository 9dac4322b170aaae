/* An index of a graph: its triples in three orders, for asking. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_INDEX_H
#define ATTACHE_GRAPH_INDEX_H

#include "graph/order.h"

/** A triple of ranks (graph/order.h): subject, predicate, object. */
typedef struct Triple {
  uint32_t term[3];
} Triple;

/** Triples side by side. */
typedef struct TripleRange {
  const Triple* begin;
  const Triple* end;
} TripleRange;

/** The same triples in the orders SPO, POS and OSP. */
typedef struct TripleSet {
  const Triple* orders[3];
  size_t count;
} TripleSet;

/** A graph with a name. */
typedef struct NamedGraph {
  uint32_t name; /**< rank */
  TripleSet triples;
} NamedGraph;

/** Which graphs a question is about. */
typedef struct IndexScope {
  bool only_unnamed;      /**< Graphs with a name are not in the default. */
  bool restricted;        /**< `defaults` alone make up the default graph. */
  const TermId* defaults; /**< Graphs the default graph is made of. */
  size_t default_count;
} IndexScope;

/** Built once, then asked; borrows from the graph. */
typedef struct Index {
  const AttGraph* graph;
  TermOrder order;
  TripleSet triples;       /**< The default graph, each triple once. */
  const NamedGraph* named; /**< By rank. */
  size_t named_count;
} Index;

/** An index of `graph` in `arena`. Unless the scope says otherwise the default
 * graph holds the triples of all graphs. */
AttStatus
att_index_build(Arena* arena, const AttGraph* graph, const IndexScope* scope,
                Index* out);

/** The graph called `name` (a rank), or NULL. */
const NamedGraph*
att_index_graph(const Index* index, uint32_t name);

/** The triples that hold the ranks of `key`, where 0 stands for any. */
TripleRange
att_triples_find(const TripleSet* set, const uint32_t key[3]);

#endif
