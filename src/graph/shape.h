/* Shapes: the aggregates of a query said so that Rasqal tells them apart. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_SHAPE_H
#define ATTACHE_GRAPH_SHAPE_H

#include "graph/clause.h"

/** Variables of our own start so: their columns are not shown. */
#define OWN_VARIABLE "attacheOwn"

/** What is asked in place of `query`: Rasqal tells aggregates apart by their
 * function and the shape of their expression, not by its variables nor by
 * DISTINCT, and knows in HAVING only those that are selected. Each gets another
 * shape, and those of HAVING are selected under names of our own. What is
 * counted as distinct becomes literals that Rasqal can compare. In
 * `arena`. */
AttStatus
att_shape(Arena* arena, const Clauses* clauses, Slice query, Slice* out);

#endif
