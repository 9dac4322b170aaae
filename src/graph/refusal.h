/* Refusals: what Redland would answer wrongly, seen in a query's tokens. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_REFUSAL_H
#define ATTACHE_GRAPH_REFUSAL_H

#include "graph/token.h"

/** ATT_QUERY after a diagnostic (its line in place of `place`'s) if the query
 * is to be refused. */
AttStatus
att_refusal_check(const Tokens* tokens, Place place, const AttSink* sink);

/** Whether a query that does not parse seems to hold a property path, and the
 * token where. */
bool
att_refusal_is_path(const Tokens* tokens, size_t* at);

#endif
