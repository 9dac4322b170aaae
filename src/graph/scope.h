/* Scope: where a query's variables may be used, and where Rasqal errs. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_SCOPE_H
#define ATTACHE_GRAPH_SCOPE_H

#include "graph/clause.h"

/** Whether select `select` gives the variable `name` to those around it. */
bool
att_scope_projects(const Clauses* clauses, size_t select, Slice name);

/** Whether select `select` is a SELECT *. */
bool
att_scope_is_star(const Clauses* clauses, size_t select);

/** ATT_QUERY after a diagnostic if a variable is used where SPARQL does not
 * know it but Rasqal does, or the other way round. */
AttStatus
att_scope_check(const Clauses* clauses, Place place, const AttSink* sink);

#endif
