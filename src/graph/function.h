/* Functions: which calls of a query Rasqal does not answer rightly. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_FUNCTION_H
#define ATTACHE_GRAPH_FUNCTION_H

#include "graph/clause.h"
#include "graph/facts.h"

/** ATT_QUERY after a diagnostic if a function or an operator of the query
 * would give wrong values for the literals of `graph`. */
AttStatus
att_functions_check(const Clauses* clauses, const AttGraph* graph, Place place,
                    const AttSink* sink);

#endif
