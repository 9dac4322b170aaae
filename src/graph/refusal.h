/* Refusals: what Redland would answer wrongly, seen in a query's words. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_REFUSAL_H
#define ATTACHE_GRAPH_REFUSAL_H

#include "graph/clause.h"

/** Longest query, in bytes; people write them. */
#define QUERY_LIMIT ((size_t)1024 * 1024)

/** Most tokens and open brackets: Rasqal calls itself for each. */
#define TOKEN_LIMIT ((size_t)10000)
#define BRACKET_LIMIT 100U

/** ATT_QUERY after a diagnostic if the query is to be refused. */
AttStatus
att_refusal_check(const Clauses* clauses, Place place, const AttSink* sink);

/** Whether a query that does not parse seems to hold a property path, and the
 * token where. */
bool
att_refusal_is_path(const Tokens* tokens, size_t* at);

#endif
