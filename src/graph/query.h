/* Asking a graph: the door to Redland. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUERY_H
#define ATTACHE_GRAPH_QUERY_H

#include "graph/graph.h"

/** Most rows, or triples, of an answer: more than anybody reads. */
#define ROW_LIMIT ((size_t)10 * 1000 * 1000)

/** A question to a graph. */
typedef struct QueryRequest {
  const AttGraph* graph;
  const char* name;  /**< What diagnostics call the query; may be NULL. */
  const char* text;  /**< SPARQL */
  const char* base;  /**< Base IRI; NULL: made from the name. */
  bool only_unnamed; /**< Graphs with a name are not in the default graph. */
  AttFormat format;  /**< Of the answer; ATT_FORMAT_NONE: the usual one. */
  const char* path;  /**< Where to; NULL: standard output. */
} QueryRequest;

/** Answers as att_graph_query does. */
AttStatus
att_query_answer(const QueryRequest* request, const AttSink* sink,
                 AttAnswer* out);

#endif
