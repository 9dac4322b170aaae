/* Guards: comparisons said so that they fail where SPARQL's do. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_GUARD_H
#define ATTACHE_GRAPH_GUARD_H

#include "graph/token.h"

/** What is asked in place of `query`: Rasqal gives an order to any two values,
 * and takes booleans for numbers, where SPARQL has an error, so that each
 * comparison is made only of values that can be compared. Equality is left
 * alone unless `booleans` are there. NUL-terminated, in `arena`. */
AttStatus
att_guard(Arena* arena, const Tokens* tokens, Slice query, bool booleans,
          Slice* out);

#endif
