/* The dictionary of a store: terms by id, and ids by term. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_STORE_TERMS_H
#define ATTACHE_GRAPH_STORE_TERMS_H

#include "graph/graph.h"
#include "graph/store.h"

/** The term of an id; borrows from the transaction, and is gone at its next
 * write. */
AttStatus
att_store_term_of(StoreTxn* txn, TermId id, RdfTerm* out);

/** The same, but `*known` is false for what is no term by itself: a datatype or
 * a language. */
AttStatus
att_store_term_read(StoreTxn* txn, TermId id, RdfTerm* out, bool* known);

/** The id of a term, or 0 if the store has none. */
AttStatus
att_store_term_find(StoreTxn* txn, const RdfTerm* term, TermId* out);

/** What an addition needs to know of the terms of `graph`. */
typedef struct TermsWanted {
  const AttGraph* graph;
  const bool* used; /**< [id of the graph]: it is to be in the store. */
  Slice scope;      /**< Put behind the label of each blank node. */
} TermsWanted;

/** Gives each wanted term its id in the store, adding those that are new:
 * `ids`, by id of the graph, with 0 for what is not wanted. In `arena`. */
AttStatus
att_store_terms_add(StoreTxn* txn, Arena* arena, const TermsWanted* wanted,
                    TermId** ids);

/** Removes a term. */
AttStatus
att_store_term_drop(StoreTxn* txn, TermId id);

#endif
