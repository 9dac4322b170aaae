/* Clauses: the groups and expressions of a query, found among its tokens. */
/* SPDX-License-Identifier: MIT */
#include "graph/clause.h"

size_t
att_clause_behind(const Tokens* tokens, size_t open) {
  const unsigned depth = tokens->items[open].depth;
  size_t at = open + 1;
  while (at < tokens->length && tokens->items[at].depth > depth) {
    at++;
  }
  return at;
}

/* Whether the brace at `at` opens the rows of VALUES: behind it stands a
 * variable, or variables in parentheses, behind VALUES. */
static bool
opens_data(const Tokens* tokens, size_t at) {
  if (at < 2) {
    return false;
  }
  if (tokens->items[at - 1].kind == TOKEN_VARIABLE) {
    return att_token_is_word(tokens, at - 2, "VALUES");
  }
  if (!att_token_is_mark(tokens, at - 1, ")")) {
    return false;
  }
  size_t open = at - 1;
  while (open > 0 && !att_token_is_mark(tokens, open, "(")) {
    open--;
  }
  return open > 0 && att_token_is_word(tokens, open - 1, "VALUES");
}

static Group
group_begin(const Clauses* clauses, size_t at, size_t parent) {
  const Tokens* const tokens = &clauses->tokens;
  const Group* const around = &clauses->groups.items[parent];
  Group group = { .kind = GROUP_PATTERN,
                  .open = at,
                  .close = tokens->length,
                  .parent = parent,
                  .select = around->select };
  if (opens_data(tokens, at)) {
    group.kind = GROUP_DATA;
  } else if (at > 0 && att_token_is_word(tokens, at - 1, "CONSTRUCT")) {
    group.kind = GROUP_TEMPLATE;
  } else if (att_token_is_word(tokens, at + 1, "SELECT")) {
    group.kind = GROUP_SELECT;
    group.select = clauses->groups.length;
  }
  group.optional = at > 0 && att_token_is_word(tokens, at - 1, "OPTIONAL");
  group.graph = at > 1 && att_token_is_word(tokens, at - 2, "GRAPH");
  group.in_graph = group.graph || around->in_graph;
  group.unites = at > 0 && att_token_is_word(tokens, at - 1, "UNION");
  return group;
}

static AttStatus
groups_read(Arena* arena, Clauses* clauses) {
  const Tokens* const tokens = &clauses->tokens;
  size_t here = 0;
  TRY(att_arena_alloc(arena, (tokens->length + 1) * sizeof *clauses->group_of,
                      &clauses->group_of));
  TRY(LIST_PUSH(arena, &clauses->groups,
                ((Group){ .kind = GROUP_SELECT,
                          .open = CLAUSE_NONE,
                          .close = tokens->length,
                          .parent = CLAUSE_NONE })));
  for (size_t i = 0; i < tokens->length; i++) {
    clauses->group_of[i] = here;
    if (att_token_is_mark(tokens, i, "{")) {
      const Group group = group_begin(clauses, i, here);
      here = clauses->groups.length;
      TRY(LIST_PUSH(arena, &clauses->groups, group));
    } else if (att_token_is_mark(tokens, i, "}") && here != 0) {
      Group* const group = &clauses->groups.items[here];
      group->close = i;
      group->unites =
        group->unites || att_token_is_word(tokens, i + 1, "UNION");
      here = group->parent;
      clauses->group_of[i] = here;
    }
  }
  return ATT_OK;
}

static bool
is_aggregate(const Tokens* tokens, size_t at) {
  static const char* const names[] = { "COUNT", "SUM",    "AVG",         "MIN",
                                       "MAX",   "SAMPLE", "GROUP_CONCAT" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (att_token_is_word(tokens, at, names[i])) {
      return att_token_is_mark(tokens, at + 1, "(");
    }
  }
  return false;
}

/* The expression behind FILTER: in parentheses, or a call. */
static Clause
clause_of(const Clauses* clauses, size_t word) {
  const Tokens* const tokens = &clauses->tokens;
  size_t open = word + 1;
  if (!att_token_is_mark(tokens, open, "(")) {
    open++;
  }
  const size_t end = att_token_is_mark(tokens, open, "(")
                       ? att_clause_behind(tokens, open)
                       : open;
  return (Clause){ .group = clauses->group_of[word],
                   .word = word,
                   .first = word + 1,
                   .end = end,
                   .name = CLAUSE_NONE };
}

/* ( expression AS ?name ) */
static void
bind_part(const Tokens* tokens, Clause* clause) {
  clause->first++;
  clause->end -= clause->end > clause->first;
  if (clause->end >= clause->first + 2 &&
      att_token_is_word(tokens, clause->end - 2, "AS")) {
    clause->name = clause->end - 1;
    clause->end -= 2;
  }
}

/* ( DISTINCT expression ; SEPARATOR = "," ) */
static void
aggregate_part(const Tokens* tokens, Clause* clause) {
  clause->first++;
  clause->end -= clause->end > clause->first;
  clause->first += att_token_is_word(tokens, clause->first, "DISTINCT");
  for (size_t i = clause->first; i < clause->end; i++) {
    if (att_token_is_mark(tokens, i, ";")) {
      clause->end = i;
    }
  }
}

static void
expression_mark(Clauses* clauses, const Clause* clause) {
  for (size_t i = clause->word; i < clause->end; i++) {
    clauses->in_expression[i] = true;
  }
}

static AttStatus
clauses_find(Arena* arena, Clauses* clauses) {
  const Tokens* const tokens = &clauses->tokens;
  TRY(att_arena_alloc(arena, tokens->length + 1, &clauses->in_expression));
  for (size_t i = 0; i < tokens->length; i++) {
    Clause clause = clause_of(clauses, i);
    if (att_token_is_word(tokens, i, "FILTER")) {
      expression_mark(clauses, &clause);
      TRY(LIST_PUSH(arena, &clauses->filters, clause));
    } else if (att_token_is_word(tokens, i, "BIND")) {
      expression_mark(clauses, &clause);
      bind_part(tokens, &clause);
      TRY(LIST_PUSH(arena, &clauses->binds, clause));
    } else if (is_aggregate(tokens, i)) {
      aggregate_part(tokens, &clause);
      TRY(LIST_PUSH(arena, &clauses->aggregates, clause));
    }
  }
  return ATT_OK;
}

AttStatus
att_clauses_read(Arena* arena, Slice text, Clauses* out) {
  Clauses clauses = { 0 };
  TRY(att_tokens_read(arena, text, &clauses.tokens));
  TRY(groups_read(arena, &clauses));
  TRY(clauses_find(arena, &clauses));
  *out = clauses;
  return ATT_OK;
}

size_t
att_clause_where(const Clauses* clauses, size_t select) {
  for (size_t i = 0; i < clauses->groups.length; i++) {
    if (clauses->groups.items[i].parent == select &&
        clauses->groups.items[i].kind == GROUP_PATTERN) {
      return i;
    }
  }
  return CLAUSE_NONE;
}

bool
att_group_is_within(const Clauses* clauses, size_t group, size_t within) {
  while (group != within && group != CLAUSE_NONE) {
    group = clauses->groups.items[group].parent;
  }
  return group == within;
}
