/* What Rasqal would answer wrongly, seen in the prepared query. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUERY_INSPECT_H
#define ATTACHE_GRAPH_QUERY_INSPECT_H

#include "graph/query_source.h"

struct rasqal_query_s;

/** ATT_QUERY after a diagnostic if Rasqal would not answer `query` rightly on
 * this graph. */
AttStatus
att_query_inspect(struct rasqal_query_s* query, const QuerySetting* setting);

#endif
