/* Planning: in which order, and how, the parts of a query are answered. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_PLAN_H
#define ATTACHE_GRAPH_PLAN_H

#include "graph/algebra.h"
#include "graph/index.h"

/** Orders the triple patterns of `select` so that they match few triples of
 * `index`, tells filters as early as can be, and finds out which patterns have
 * to be answered by themselves. The answer stays the same. */
AttStatus
att_plan_select(Arena* arena, const Index* index, Select* select);

/** Puts the triple patterns of a block in order, if the variables `known` have
 * values before. */
AttStatus
att_plan_block(Arena* arena, const Index* index, Pattern* block,
               const VarSet* known);

#endif
