/* Graphs made from rows: CONSTRUCT and DESCRIBE. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_TEMPLATE_H
#define ATTACHE_GRAPH_TEMPLATE_H

#include "graph/parse.h"
#include "graph/run.h"

/** Adds the triples of the query's template, filled with the row at hand. */
AttStatus
att_template_fill(Run* run, const ParsedQuery* query, AttGraph* out);

/** Adds what the default graph says of the resources that the query describes:
 * their triples, and those of the blank nodes in these. */
AttStatus
att_describe_row(Run* run, const ParsedQuery* query, AttGraph* out);

#endif
