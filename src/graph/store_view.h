/* A view of a store: what it held at one moment, for asking. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_STORE_VIEW_H
#define ATTACHE_GRAPH_STORE_VIEW_H

#include "graph/graph.h"
#include "graph/store.h"

/** Reads pages of the store when they are needed: opening it costs the same
 * whatever the store's size. */
typedef struct StoreView StoreView;

/** A view of the store as it is; the store outlives it, and is not written to
 * by its own handle meanwhile. */
AttStatus
att_view_new(AttStore* store, StoreView** out);

void
att_view_free(StoreView* view);

/** The first trouble met, or ATT_OK: what follows it is not to be relied on. */
AttStatus
att_view_status(const StoreView* view);

/** The id of a term, or 0. */
TermId
att_view_find(StoreView* view, const RdfTerm* term);

/** The term of an id, borrowed from the view; RDF_NONE if there is trouble. */
RdfTerm
att_view_term(StoreView* view, TermId id);

/** No term has a larger id. */
TermId
att_view_last_term(const StoreView* view);

size_t
att_view_size(const StoreView* view);

/** Graphs by id, GRAPH_DEFAULT not among them. In `arena`. */
AttStatus
att_view_graphs(StoreView* view, Arena* arena, TermId** out, size_t* count);

/** A triple of ids: subject, predicate, object. */
typedef struct Triple {
  uint32_t term[3];
} Triple;

/** Whose triples are read. */
typedef struct ViewScope {
  bool all; /**< Of all graphs; else of those named here. */
  const TermId* graphs;
  size_t count;
} ViewScope;

/** A pattern being read. */
typedef struct ViewReader {
  ViewScope scope;
  TermId key[3];    /**< Subject, predicate, object; 0: any. */
  StoreTable order; /**< The tree that is read. */
  bool begun;
  bool ended;
  Triple last; /**< The triple read last. */
} ViewReader;

/** Begins to read the triples of a pattern. */
ViewReader
att_view_begin(StoreView* view, const ViewScope* scope, const TermId key[3]);

/** The next triples, each once, at most `room` of them; their number. 0 at the
 * end. */
size_t
att_view_next(StoreView* view, ViewReader* reader, Triple* out, size_t room);

/** About how many triples a pattern has; 0 only if there are none. */
size_t
att_view_count(StoreView* view, const ViewScope* scope, const TermId key[3]);

#endif
