/* An index of a graph: its triples in three orders, for asking. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_INDEX_H
#define ATTACHE_GRAPH_INDEX_H

#include "graph/triples.h"

/** A graph with a name. */
typedef struct NamedGraph {
  TermId name;
  TripleSet triples;
} NamedGraph;

/** Which graphs a question is about. */
typedef struct IndexScope {
  bool only_unnamed;      /**< Graphs with a name are not in the default. */
  bool restricted;        /**< `defaults` alone make up the default graph. */
  bool has_named;         /**< Graphs are asked by their names, too. */
  const TermId* defaults; /**< Graphs the default graph is made of. */
  size_t default_count;
} IndexScope;

/** Built once, then asked; borrows from the graph. */
typedef struct Index {
  const AttGraph* graph;
  TripleSet triples;       /**< The default graph, each triple once. */
  const NamedGraph* named; /**< By id; none unless they were asked for. */
  size_t named_count;
} Index;

/** An index of `graph` in `arena`. Unless the scope says otherwise the default
 * graph holds the triples of all graphs. */
AttStatus
att_index_build(Arena* arena, const AttGraph* graph, const IndexScope* scope,
                Index* out);

/** The triples of the graph called `name`; false if there is none.
 * `name` outlives them. */
bool
att_index_graph(const Index* index, const TermId* name, TripleSet* out);

#endif
