/* Triples: sets of them in their orders, and reading from these. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_TRIPLES_H
#define ATTACHE_GRAPH_TRIPLES_H

#include "graph/store_view.h"

/** How two triples stand to each other in an order: less than, equal to or
 * greater than 0. */
int
att_triple_compare(const Triple* left, const Triple* right, unsigned order);

static inline Triple
triple_of(Quad quad) {
  return (Triple){ { quad.subject, quad.predicate, quad.object } };
}

/** Triples side by side, of ids. */
typedef struct TripleRange {
  const Triple* begin;
  const Triple* end;
} TripleRange;

/** The same triples in the orders SPO, POS and OSP; or, when they are few, as
 * the numbers of their quads in the order SPO; or a part of a store. */
typedef struct TripleSet {
  const Triple* orders[3];
  size_t count;
  const Quad* quads;       /**< Those of the graph, if the triples are few. */
  const uint32_t* members; /**< [count] of the quads; or NULL. */
  StoreView* view;         /**< Where they lie instead, or NULL. */
  ViewScope scope;         /**< Which of those. */
} TripleSet;

/** About how many triples hold the terms of `key`, where 0 stands for any; 0
 * only if none does. */
size_t
att_triples_count(const TripleSet* set, const uint32_t key[3]);

/** Triples at hand at once, where more have to be fetched. */
#define TRIPLES_AT_HAND 16

/** Members of a small set that are still to be looked at. */
typedef struct MemberReader {
  const Quad* quads;
  const uint32_t* begin;
  const uint32_t* end;
  uint32_t key[3];
} MemberReader;

/** Triples being read. */
typedef struct TripleReader {
  TripleRange range; /**< At hand. */
  StoreView* view;   /**< Where more may be, or NULL. */
  ViewReader more;
  MemberReader members;
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
