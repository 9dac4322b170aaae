/* What Rasqal reads triples from: an index, behind the door to Redland. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUERY_SOURCE_H
#define ATTACHE_GRAPH_QUERY_SOURCE_H

#include "graph/answer.h"
#include "graph/index.h"
#include "graph/token.h"

/** Most triples a query may look at: some minutes of work. */
#define STEP_LIMIT ((size_t)1000 * 1000 * 1000)

typedef struct QuerySource QuerySource;

/** What the source is to know of the question. */
typedef struct QuerySetting {
  const AttGraph* graph;
  const Tokens* tokens; /**< Of the query. */
  bool only_unnamed;    /**< Graphs with a name are not in the default. */
  const AttSink* sink;
  Place place; /**< What diagnostics call the query. */
} QuerySetting;

/** Makes the Rasqal world `rasqal` ask `setting->graph`. The setting must
 * outlive the source, which must be freed after the queries and before the
 * world. */
AttStatus
att_source_new(const QuerySetting* setting, void* rasqal, QuerySource** out);

void
att_source_free(QuerySource* source);

/** Why reading ended early, or ATT_OK. */
AttStatus
att_source_status(const QuerySource* source);

/** The names of the variables that the query selects, with NULs behind
 * them. */
const Names*
att_source_names(const QuerySource* source);

/** The term that Rasqal gives as `term`, which may be spelt differently: the
 * one of the graph with the same value. */
RdfTerm
att_source_term(const QuerySource* source, RdfTerm term);

#endif
