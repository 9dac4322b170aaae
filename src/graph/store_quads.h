/* The quads of a store, in four orders. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_STORE_QUADS_H
#define ATTACHE_GRAPH_STORE_QUADS_H

#include "graph/graph.h"
#include "graph/store.h"

/** A quad of the store's ids: subject, predicate, object, graph. */
typedef struct StoreRow {
  TermId term[4];
} StoreRow;

/** Rows side by side. */
typedef struct StoreRows {
  StoreRow* items;
  size_t length;
  size_t capacity;
} StoreRows;

/** Sorts rows by graph, subject, predicate, object. */
void
att_store_rows_sort(StoreRow* rows, size_t count);

/** How two rows stand in that order: negative, 0, positive. */
int
att_store_row_compare(const StoreRow* left, const StoreRow* right);

/** Appends the rows of a graph to `out`, in that order. */
AttStatus
att_store_rows_of(StoreTxn* txn, Arena* arena, TermId graph, StoreRows* out);

/** Whether the row is there. */
AttStatus
att_store_row_find(StoreTxn* txn, const StoreRow* row, bool* out);

/** Adds rows that are not there, sorted (att_store_rows_sort); leaves them in
 * another order. */
AttStatus
att_store_rows_add(StoreTxn* txn, StoreRow* rows, size_t count);

/** Removes rows that are there. */
AttStatus
att_store_rows_remove(StoreTxn* txn, const StoreRow* rows, size_t count);

/** Whether any row holds the term, in any place. */
AttStatus
att_store_term_used(StoreTxn* txn, TermId id, bool* out);

/** A graph and the number of its rows. */
typedef struct StoreGraph {
  TermId name;
  uint64_t rows;
} StoreGraph;

/** Every graph that has rows, by id. In `arena`. */
AttStatus
att_store_graphs(StoreTxn* txn, Arena* arena, StoreGraph** out, size_t* count);

#endif
