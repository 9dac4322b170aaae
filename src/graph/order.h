/* The order of terms and quads by their text, whenever they were added. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_ORDER_H
#define ATTACHE_GRAPH_ORDER_H

#include "graph/graph.h"

/** Byte order of kind, value, datatype, language. */
int
att_term_compare(const RdfTerm* left, const RdfTerm* right);

/** The place of each term in the order of all, from 1: `ranks[id]`, and
 * `ids[rank]`; [0] of both is 0, the default graph. */
typedef struct TermOrder {
  uint32_t* ranks;
  TermId* ids;
  size_t count; /**< Terms, 0 not counted. */
} TermOrder;

/** The order of the terms of `graph`, in `arena`. */
AttStatus
att_order_terms(Arena* arena, const AttGraph* graph, TermOrder* out);

/** The quads of `graph` by graph, subject, predicate, object, in `arena`. */
AttStatus
att_order_quads(Arena* arena, const AttGraph* graph, const Quad** out,
                size_t* count);

/** The distinct triples of `graph` by subject, predicate, object, with the
 * graph set to 0, in `arena`. */
AttStatus
att_order_triples(Arena* arena, const AttGraph* graph, const Quad** out,
                  size_t* count);

#endif
