/* Grouping: the aggregates of a query, and what they may stand beside. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_GROUPING_H
#define ATTACHE_GRAPH_GROUPING_H

#include "graph/clause.h"

/** Whether select `select` has aggregates or GROUP BY. */
bool
att_grouping_aggregates(const Clauses* clauses, size_t select);

/** The token behind GROUP BY of select `select`, or CLAUSE_NONE. */
size_t
att_grouping_begin(const Clauses* clauses, size_t select);

/** Behind the condition of GROUP BY that starts at token `at`; `at` itself if
 * there is none. */
size_t
att_grouping_next(const Clauses* clauses, size_t at);

/** ATT_QUERY after a diagnostic if a variable is neither grouped by nor
 * aggregated, or an aggregate stands where Rasqal does not compute it. GROUP
 * BY must name variables only. */
AttStatus
att_grouping_check(const Clauses* clauses, Place place, const AttSink* sink);

#endif
