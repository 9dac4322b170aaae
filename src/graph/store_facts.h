/* What a store knows of its literals. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_STORE_FACTS_H
#define ATTACHE_GRAPH_STORE_FACTS_H

#include "graph/facts.h"
#include "graph/store.h"

/** What the literals are like, or were: those removed may be counted. Kept in
 * the store; found by a walk over all terms if that is of another version. */
AttStatus
att_store_facts(StoreTxn* txn, LiteralFacts* out);

/** Keeps them. */
AttStatus
att_store_facts_write(StoreTxn* txn, const LiteralFacts* facts);

#endif
