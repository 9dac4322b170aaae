/* A question: a SPARQL query read as far as is needed to hand it to Redland. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUESTION_H
#define ATTACHE_GRAPH_QUESTION_H

#include "graph/prefix.h"
#include "graph/token.h"

/** Longest query, in bytes; people write them. */
#define QUERY_LIMIT ((size_t)1024 * 1024)

/** Most tokens and open brackets: Rasqal calls itself for each. */
#define TOKEN_LIMIT ((size_t)10000)
#define BRACKET_LIMIT 100U

/** What a column of an aggregate is when there is nothing to aggregate. */
typedef enum EmptyColumn {
  EMPTY_UNKNOWN, /**< The expression is more than one aggregate. */
  EMPTY_ZERO,
  EMPTY_TEXT,
  EMPTY_UNBOUND
} EmptyColumn;

typedef struct Question {
  Slice text;          /**< What Redland is asked; NUL-terminated. */
  Tokens tokens;       /**< Of the query as it was given. */
  Prefixes prefixes;   /**< That the query declares. */
  bool one_row;        /**< Aggregates without GROUP BY: always one row. */
  LIST(EmptyColumn) empty; /**< That row over nothing, if `one_row`. */
} Question;

/** Reads `query`. What Redland is known to answer wrongly, or not to survive,
 * and can be seen without parsing, is refused: ATT_QUERY after a diagnostic.
 * Usual prefixes are declared where they are used and not declared, and the
 * short form of VALUES is written out. In `arena`. */
AttStatus
att_question_read(Arena* arena, const char* query, Place place,
                  const AttSink* sink, Question* out);

#endif
