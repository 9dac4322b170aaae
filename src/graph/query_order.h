/* The order in which a prepared query's triple patterns are matched. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUERY_ORDER_H
#define ATTACHE_GRAPH_QUERY_ORDER_H

#include "graph/index.h"

struct rasqal_query_s;
struct rasqal_literal_s;

/** What ordering asks of the one who knows the graph. */
typedef struct OrderHelp {
  const Index* index;
  /** The rank of a literal, or 0 if the graph has no such term. */
  uint32_t (*rank)(void* user, struct rasqal_literal_s* literal);
  void* user;
} OrderHelp;

/** Puts the patterns of each basic graph pattern in an order that matches few
 * triples. The answer stays the same. ATT_QUERY if Rasqal then says that a
 * variable has no place in the query. */
AttStatus
att_query_reorder(Arena* arena, struct rasqal_query_s* query,
                  const OrderHelp* help);

/** Whether Rasqal runs the query as loops within loops, so that a variable
 * that has a value when a pattern is begun has the one of the row on the left,
 * and matching may use it: groups of patterns, filters and unions, with
 * optional groups of them at the top. */
bool
att_query_is_nested_loop(struct rasqal_query_s* query);

#endif
