/* Answering: a question to a store, asked by another process that may fail. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_ANSWER_H
#define ATTACHE_CLI_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

/** A media type that answers are written in. */
typedef struct Media {
  const char* type;
  const char* format; /**< As -f takes it. */
  bool graph;         /**< For CONSTRUCT. */
} Media;

/** The type that an Accept header (or NULL) prefers among those for a graph or
 * for rows; NULL: it takes none of them. */
const Media*
att_media_choose(const char* accept, bool graph);

/** Whether the SPARQL `query` asks for a graph (CONSTRUCT or DESCRIBE). */
bool
att_query_wants_graph(const char* query);

/** What became of a question. */
typedef enum Served {
  SERVED_ANSWER,
  SERVED_REFUSED, /**< The answer is what is wrong with the query. */
  SERVED_LATE,    /**< It took longer than allowed. */
  SERVED_LARGE,   /**< The answer is larger than allowed. */
  SERVED_FAILURE
} Served;

/** A question, and the files that go between. */
typedef struct Question {
  const char* store;
  const char* query;
  const char* format;
  unsigned seconds; /**< Most that it may take. */
  int answer;       /**< A file to be read from its start, and closed. */
} Question;

/** Has the question answered by a process of its own. `answer` is set unless it
 * is a failure. */
Served
att_question_ask(Question* question);

#endif
