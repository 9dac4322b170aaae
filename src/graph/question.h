/* A question: a SPARQL query read as far as is needed to hand it to Redland. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUESTION_H
#define ATTACHE_GRAPH_QUESTION_H

#include "graph/clause.h"
#include "graph/graph.h"
#include "graph/prefix.h"
#include "graph/probe.h"

/** What a column of an aggregate is when there is nothing to aggregate. */
typedef enum EmptyColumn {
  EMPTY_UNKNOWN, /**< The expression is more than one aggregate. */
  EMPTY_ZERO,
  EMPTY_TEXT,
  EMPTY_UNBOUND
} EmptyColumn;

typedef struct Question {
  Slice text;              /**< What Redland is asked; NUL-terminated. */
  Clauses clauses;         /**< Of the query as it was given. */
  Prefixes prefixes;       /**< That the query declares. */
  Probes probes;           /**< What to ask first. */
  bool one_row;            /**< Aggregates without GROUP BY: always one row. */
  LIST(EmptyColumn) empty; /**< That row over nothing, if `one_row`. */
} Question;

/** Reads `query`, to be asked of `graph`. What Redland is known to answer
 * wrongly, or not to survive, is refused: ATT_QUERY after a diagnostic. In
 * `arena`. */
AttStatus
att_question_read(Arena* arena, const char* query, const AttGraph* graph,
                  Place place, const AttSink* sink, Question* out);

#endif
