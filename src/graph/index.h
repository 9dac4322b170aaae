/* An index of a graph: its triples in three orders, for asking. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_INDEX_H
#define ATTACHE_GRAPH_INDEX_H

#include "graph/store_view.h"

/** Triples side by side, of ids. */
typedef struct TripleRange {
  const Triple* begin;
  const Triple* end;
} TripleRange;

/** The same triples in the orders SPO, POS and OSP, or a part of a store. */
typedef struct TripleSet {
  const Triple* orders[3];
  size_t count;
  StoreView* view; /**< Where they lie instead, or NULL. */
  ViewScope scope; /**< Which of those. */
} TripleSet;

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

/** About how many triples hold the terms of `key`, where 0 stands for any; 0
 * only if none does. */
size_t
att_triples_count(const TripleSet* set, const uint32_t key[3]);

/** Triples at hand at once, where more have to be fetched. */
#define TRIPLES_AT_HAND 16

/** Triples being read. */
typedef struct TripleReader {
  TripleRange range; /**< At hand. */
  StoreView* view;   /**< Where more may be, or NULL. */
  ViewReader more;
  Triple first[TRIPLES_AT_HAND];
  Triple* rest; /**< Room for the triples after those. */
} TripleReader;

/** Begins to read the triples that hold the terms of `key`; to be ended. */
void
att_triples_begin(const TripleSet* set, const uint32_t key[3],
                  TripleReader* reader);

/** Fetches more when none are at hand. ATT_NO_MEMORY. */
AttStatus
att_triples_fetch(TripleReader* reader);

void
att_triples_end(TripleReader* reader);

#endif
