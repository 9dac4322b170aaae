/* Clauses: the groups and expressions of a query, found among its tokens. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_CLAUSE_H
#define ATTACHE_GRAPH_CLAUSE_H

#include "graph/token.h"

/** No group, no token. */
#define CLAUSE_NONE SIZE_MAX

typedef enum GroupKind {
  GROUP_PATTERN, /**< { triples FILTER ... } */
  GROUP_SELECT,  /**< { SELECT ... }, and the query itself */
  GROUP_DATA,    /**< Of VALUES. */
  GROUP_TEMPLATE /**< Of CONSTRUCT. */
} GroupKind;

/** What stands between braces. Group 0 is the query itself: its `open` is
 * CLAUSE_NONE and its `close` the number of tokens. */
typedef struct Group {
  GroupKind kind;
  size_t open;   /**< Token {. */
  size_t close;  /**< Token }, or the number of tokens. */
  size_t parent; /**< Group. */
  size_t select; /**< The nearest GROUP_SELECT around, itself included. */
  bool optional; /**< Behind OPTIONAL. */
  bool graph;    /**< Behind GRAPH and a name. */
  bool in_graph; /**< That, or within such a group. */
  bool unites;   /**< An operand of UNION. */
} Group;

/** An expression: what is in FILTER, BIND, HAVING, an aggregate. */
typedef struct Clause {
  size_t group; /**< Where it stands. */
  size_t word;  /**< Token FILTER, BIND, COUNT ... */
  size_t first; /**< The first token of the expression. */
  size_t end;   /**< Behind the last one. */
  size_t name;  /**< Of BIND: the token of the variable. */
} Clause;

typedef struct Clauses {
  Tokens tokens;
  LIST(Group) groups;
  size_t* group_of;    /**< [token]: the group it stands in directly. */
  bool* in_expression; /**< [token]: in a FILTER, BIND, HAVING, ... */
  LIST(Clause) filters;
  LIST(Clause) binds;
  LIST(Clause) aggregates; /**< Wherever they stand. */
} Clauses;

/** The clauses of `text`. What does not parse gives groups and clauses of some
 * kind. In `arena`. */
AttStatus
att_clauses_read(Arena* arena, Slice text, Clauses* out);

/** Behind the bracket that closes the one at token `open`. */
size_t
att_clause_behind(const Tokens* tokens, size_t open);

/** The first pattern group of the select `select`: its WHERE, or
 * CLAUSE_NONE. */
size_t
att_clause_where(const Clauses* clauses, size_t select);

/** Whether group `group` is `within`, or stands somewhere in it. */
bool
att_group_is_within(const Clauses* clauses, size_t group, size_t within);

#endif
