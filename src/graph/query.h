/* Asking a graph a SPARQL query. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUERY_H
#define ATTACHE_GRAPH_QUERY_H

#include "graph/graph.h"

/** Most rows, or triples, of an answer: more than anybody reads. */
#define ROW_LIMIT ((size_t)10 * 1000 * 1000)

#endif
