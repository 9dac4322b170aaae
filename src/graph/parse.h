/* Parsing SPARQL 1.1 queries. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_PARSE_H
#define ATTACHE_GRAPH_PARSE_H

#include "graph/algebra.h"
#include "graph/terms.h"

/** Most bytes of a query: what is longer was written by no one. */
#define QUERY_LIMIT ((size_t)1024 * 1024)

typedef enum QueryForm {
  FORM_SELECT,
  FORM_ASK,
  FORM_CONSTRUCT,
  FORM_DESCRIBE
} QueryForm;

/** A query that has been parsed. */
typedef struct ParsedQuery {
  QueryForm form;
  Select* select; /**< Its WHERE and what stands behind. */
  LIST(TriplePattern) template;
  VarSet blanks; /**< Variables that are new blank nodes in the template. */
  LIST(Operand) described;
  LIST(uint32_t) from;       /**< Terms */
  LIST(uint32_t) from_named; /**< Terms */
  bool has_dataset;          /**< One of the two is there. */
  bool has_graph;            /**< GRAPH is there. */
  Prefixes prefixes;         /**< Those declared. */
  Slice base;
} ParsedQuery;

/** How a query is to be parsed. */
typedef struct ParseSetting {
  Arena* arena; /**< For what is parsed. */
  Terms* terms; /**< Take its terms. */
  Slice base;
  Place place;
  const AttSink* sink;
} ParseSetting;

/** Parses `text`. ATT_QUERY after a diagnostic with line and column if that is
 * no query of SPARQL 1.1, or of a kind that is not answered. */
AttStatus
att_query_parse(const ParseSetting* setting, Slice text, ParsedQuery* out);

#endif
