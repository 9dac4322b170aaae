/* Rewriting: a query said so that Rasqal answers it rightly. */
/* SPDX-License-Identifier: MIT */
#include "graph/rewrite.h"

#include "graph/grouping.h"
#include "graph/splice.h"

#define TRUE_PATTERN "<" TRUE_IRI "> <" TRUE_IRI "> <" TRUE_IRI "> "

typedef struct Rewriting {
  const Clauses* clauses;
  const Tokens* tokens;
  Splice splice;
} Rewriting;

static Slice
prefix_of(Slice name) {
  size_t length = 0;
  while (name.start[length] != ':') {
    length++;
  }
  return att_slice_part(name, 0, length);
}

static bool
is_declared(const Prefixes* prefixes, Slice name) {
  for (size_t i = 0; i < prefixes->length; i++) {
    if (att_slice_equals(prefixes->items[i].name, name)) {
      return true;
    }
  }
  return false;
}

static bool
is_used(const Tokens* tokens, Slice prefix) {
  for (size_t i = 0; i < tokens->length; i++) {
    if (tokens->items[i].kind == TOKEN_NAME &&
        att_slice_equals(prefix_of(tokens->items[i].text), prefix)) {
      return true;
    }
  }
  return false;
}

/* On one line, so that lines are counted as the asker does. */
static AttStatus
prefixes_put(Rewriting* rewriting, const Prefixes* declared) {
  size_t count = 0;
  const Prefix* const known = att_prefixes_known(&count);
  for (size_t i = 0; i < count; i++) {
    if (is_used(rewriting->tokens, known[i].name) &&
        !is_declared(declared, known[i].name)) {
      TRY(att_splice_put(&rewriting->splice, SLICE("PREFIX ")));
      TRY(att_splice_put(&rewriting->splice, known[i].name));
      TRY(att_splice_put(&rewriting->splice, SLICE(": <")));
      TRY(att_splice_put(&rewriting->splice, known[i].space));
      TRY(att_splice_put(&rewriting->splice, SLICE("> ")));
    }
  }
  return ATT_OK;
}

/* Behind the value of a VALUES block that starts at `at`. */
static size_t
value_behind(const Tokens* tokens, size_t at) {
  if (tokens->items[at].kind == TOKEN_MARK) {
    return at + 2;
  }
  if (tokens->items[at].kind != TOKEN_STRING || at + 1 >= tokens->length) {
    return at + 1;
  }
  if (tokens->items[at + 1].kind == TOKEN_LANGUAGE) {
    return at + 2;
  }
  return att_token_is_mark(tokens, at + 1, "^^") ? at + 3 : at + 1;
}

/* Behind the VALUES block whose word is at `at`; `*open` is its brace. */
static size_t
values_behind(const Tokens* tokens, size_t at, size_t* open) {
  *open = at;
  while (*open < tokens->length && !att_token_is_mark(tokens, *open, "{")) {
    ++*open;
  }
  return *open < tokens->length ? att_clause_behind(tokens, *open)
                                : tokens->length;
}

/* VALUES (?x) { (1) (2) } for VALUES ?x { 1 2 }: Rasqal takes the short form
 * for something else. */
static AttStatus
values_put(Rewriting* rewriting, size_t at) {
  const Tokens* const tokens = rewriting->tokens;
  size_t open = 0;
  const size_t behind = values_behind(tokens, at, &open);
  if (at + 1 >= tokens->length ||
      tokens->items[at + 1].kind != TOKEN_VARIABLE || open != at + 2) {
    return att_splice_put(&rewriting->splice,
                          att_splice_span(&rewriting->splice, at, behind));
  }
  TRY(att_splice_put(&rewriting->splice, SLICE("VALUES (")));
  TRY(att_splice_put(&rewriting->splice, tokens->items[at + 1].text));
  TRY(att_splice_put(&rewriting->splice, SLICE(") {")));
  size_t i = open + 1;
  while (i + 1 < behind) {
    const size_t next = value_behind(tokens, i);
    const size_t end = next < behind ? next : behind - 1;
    TRY(att_splice_put(&rewriting->splice, SLICE(" (")));
    TRY(att_splice_put(&rewriting->splice,
                       att_splice_span(&rewriting->splice, i, end)));
    TRY(att_splice_put(&rewriting->splice, SLICE(")")));
    i = end;
  }
  return att_splice_put(&rewriting->splice, SLICE(" }"));
}

/* Whether tokens of group `group` before `end` do more than match triples. */
static bool
is_mixed(const Rewriting* rewriting, size_t group, size_t end) {
  const Clauses* const clauses = rewriting->clauses;
  for (size_t i = 1; i < clauses->groups.length; i++) {
    const Group* const inner = &clauses->groups.items[i];
    if (inner->parent == group && inner->open < end && !inner->optional) {
      return true;
    }
  }
  for (size_t i = 0; i < clauses->binds.length; i++) {
    if (clauses->binds.items[i].group == group &&
        clauses->binds.items[i].word < end) {
      return true;
    }
  }
  return false;
}

/* Whether group `group` matches nothing before token `end`: only filters stand
 * there, if anything. Rasqal takes an optional group for a plain one then. */
static bool
is_bare(const Rewriting* rewriting, size_t group, size_t end) {
  const Clauses* const clauses = rewriting->clauses;
  for (size_t i = clauses->groups.items[group].open + 1; i < end; i++) {
    if (!clauses->in_expression[i]) {
      return false;
    }
  }
  return true;
}

/* The pattern of the true triple, before token `at`. */
static AttStatus
true_put(Rewriting* rewriting, size_t at) {
  const bool apart = att_token_is_mark(rewriting->tokens, at - 1, ".") ||
                     att_token_is_mark(rewriting->tokens, at - 1, "{");
  TRY(att_splice_put(&rewriting->splice, apart ? SLICE(" ") : SLICE(" . ")));
  return att_splice_put(&rewriting->splice, SLICE(TRUE_PATTERN));
}

/* Our own variable for what stands at token `at`. */
static AttStatus
own_put(Rewriting* rewriting, size_t at) {
  char name[sizeof OWN_VARIABLE + 24];
  const int length = snprintf(name, sizeof name, "?" OWN_VARIABLE "%zu", at);
  return att_splice_put(&rewriting->splice, (Slice){ name, (size_t)length });
}

/* The variable that a condition of GROUP BY groups by: its own, or ours. */
static AttStatus
group_variable_put(Rewriting* rewriting, size_t at, size_t behind) {
  const Tokens* const tokens = rewriting->tokens;
  if (behind >= at + 4 && att_token_is_word(tokens, behind - 3, "AS")) {
    return att_splice_put(&rewriting->splice, tokens->items[behind - 2].text);
  }
  return own_put(rewriting, at);
}

/* BIND(expression AS ?v) for each computed condition of GROUP BY. */
static AttStatus
group_binds_put(Rewriting* rewriting, size_t select) {
  const Tokens* const tokens = rewriting->tokens;
  size_t at = att_grouping_begin(rewriting->clauses, select);
  while (at != CLAUSE_NONE) {
    const size_t behind = att_grouping_next(rewriting->clauses, at);
    if (behind == at) {
      return ATT_OK;
    }
    if (tokens->items[at].kind != TOKEN_VARIABLE) {
      const bool named =
        behind >= at + 4 && att_token_is_word(tokens, behind - 3, "AS");
      const Slice expression =
        named ? att_splice_span(&rewriting->splice, at + 1, behind - 3)
              : att_splice_span(&rewriting->splice, at, behind);
      TRY(att_splice_put(&rewriting->splice, SLICE(" BIND(")));
      TRY(att_splice_put(&rewriting->splice, expression));
      TRY(att_splice_put(&rewriting->splice, SLICE(" AS ")));
      TRY(group_variable_put(rewriting, at, behind));
      TRY(att_splice_put(&rewriting->splice, SLICE(") ")));
      TRY(att_splice_put(&rewriting->splice, SLICE(TRUE_PATTERN)));
    }
    at = behind;
  }
  return ATT_OK;
}

static bool
groups_by_expression(const Clauses* clauses, size_t select) {
  size_t at = att_grouping_begin(clauses, select);
  while (at != CLAUSE_NONE) {
    const size_t behind = att_grouping_next(clauses, at);
    if (behind == at) {
      return false;
    }
    if (clauses->tokens.items[at].kind != TOKEN_VARIABLE) {
      return true;
    }
    at = behind;
  }
  return false;
}

/* The VALUES behind the group of a select, or CLAUSE_NONE. */
static size_t
trailing_values(const Clauses* clauses, size_t select) {
  const Group* const group = &clauses->groups.items[select];
  for (size_t i = group->open + 1; i < group->close; i++) {
    if (clauses->group_of[i] == select &&
        att_token_is_word(&clauses->tokens, i, "VALUES")) {
      return i;
    }
  }
  return CLAUSE_NONE;
}

/* Whether group `index` stands behind GRAPH ?g. Rasqal keeps the name of the
 * graph at hand in that variable alone, which any join may change. */
static bool
names_graph(const Rewriting* rewriting, size_t index) {
  const Group* const group = &rewriting->clauses->groups.items[index];
  return group->graph &&
         rewriting->tokens->items[group->open - 1].kind == TOKEN_VARIABLE;
}

/* { GRAPH ?own for GRAPH ?g, before the group `index`. */
static AttStatus
graph_open(Rewriting* rewriting, size_t index) {
  const size_t open = rewriting->clauses->groups.items[index].open;
  TRY(att_splice_copy(&rewriting->splice, open - 2));
  TRY(att_splice_put(&rewriting->splice, SLICE("{ " TRUE_PATTERN "GRAPH ")));
  TRY(own_put(rewriting, open));
  TRY(att_splice_put(&rewriting->splice, SLICE(" ")));
  att_splice_skip(&rewriting->splice, open);
  return ATT_OK;
}

/* BIND(?own AS ?g) }, behind the group `index`. */
static AttStatus
graph_close(Rewriting* rewriting, size_t index) {
  const Group* const group = &rewriting->clauses->groups.items[index];
  TRY(att_splice_put(&rewriting->splice, SLICE(" } BIND(")));
  TRY(own_put(rewriting, group->open));
  TRY(att_splice_put(&rewriting->splice, SLICE(" AS ")));
  TRY(att_splice_put(&rewriting->splice,
                     rewriting->tokens->items[group->open - 1].text));
  TRY(att_splice_put(&rewriting->splice, SLICE(") " TRUE_PATTERN)));
  return ATT_OK;
}

/* What comes before the brace that closes group `index`. */
static AttStatus
close_put(Rewriting* rewriting, size_t index) {
  const Clauses* const clauses = rewriting->clauses;
  const Group* const group = &clauses->groups.items[index];
  const bool where =
    clauses->groups.items[group->parent].kind == GROUP_SELECT &&
    att_clause_where(clauses, group->parent) == index;
  const bool computed = where && groups_by_expression(clauses, group->parent);
  if (computed || is_mixed(rewriting, index, group->close)) {
    TRY(true_put(rewriting, group->close));
  }
  if (computed) {
    TRY(group_binds_put(rewriting, group->parent));
  }
  const size_t values =
    where ? trailing_values(clauses, group->parent) : CLAUSE_NONE;
  if (values != CLAUSE_NONE) {
    TRY(att_splice_put(&rewriting->splice, SLICE(" } ")));
    TRY(values_put(rewriting, values));
    TRY(att_splice_put(&rewriting->splice, SLICE(" " TRUE_PATTERN)));
  }
  return ATT_OK;
}

static AttStatus
brace_rewrite(Rewriting* rewriting, size_t index, bool opens) {
  const Clauses* const clauses = rewriting->clauses;
  const Group* const group = &clauses->groups.items[index];
  if (group->kind != GROUP_PATTERN) {
    return ATT_OK;
  }
  if (!opens) {
    TRY(att_splice_copy(&rewriting->splice, group->close));
    TRY(close_put(rewriting, index));
    return names_graph(rewriting, index) ? graph_close(rewriting, index)
                                         : ATT_OK;
  }
  if (names_graph(rewriting, index)) {
    return graph_open(rewriting, index);
  }
  const bool where = clauses->groups.items[group->parent].kind == GROUP_SELECT;
  if (where && trailing_values(clauses, group->parent) != CLAUSE_NONE) {
    TRY(att_splice_copy(&rewriting->splice, group->open));
    TRY(att_splice_put(&rewriting->splice, SLICE("{ ")));
  }
  return ATT_OK;
}

/* The group whose brace opens or closes at token `at`, or CLAUSE_NONE. */
static size_t
group_at(const Clauses* clauses, size_t at, bool opens) {
  for (size_t i = 1; i < clauses->groups.length; i++) {
    const Group* const group = &clauses->groups.items[i];
    if ((opens ? group->open : group->close) == at) {
      return i;
    }
  }
  return CLAUSE_NONE;
}

/* GROUP BY ?v for GROUP BY (expression AS ?v). */
static AttStatus
conditions_rewrite(Rewriting* rewriting, size_t at) {
  for (;;) {
    const size_t behind = att_grouping_next(rewriting->clauses, at);
    if (behind == at) {
      return ATT_OK;
    }
    if (rewriting->tokens->items[at].kind != TOKEN_VARIABLE) {
      TRY(att_splice_copy(&rewriting->splice, at));
      TRY(group_variable_put(rewriting, at, behind));
      TRY(att_splice_put(&rewriting->splice, SLICE(" ")));
      att_splice_skip(&rewriting->splice, behind);
    }
    at = behind;
  }
}

static AttStatus
token_rewrite(Rewriting* rewriting, size_t at) {
  const Clauses* const clauses = rewriting->clauses;
  const Tokens* const tokens = rewriting->tokens;
  const size_t here = clauses->group_of[at];
  const bool pattern = clauses->groups.items[here].kind == GROUP_PATTERN;
  if (att_token_is_mark(tokens, at, "{") ||
      att_token_is_mark(tokens, at, "}")) {
    const bool opens = att_token_is_mark(tokens, at, "{");
    const size_t group = group_at(clauses, at, opens);
    return group == CLAUSE_NONE ? ATT_OK
                                : brace_rewrite(rewriting, group, opens);
  }
  if (att_token_is_word(tokens, at, "VALUES")) {
    size_t open = 0;
    TRY(att_splice_copy(&rewriting->splice, at));
    if (pattern) {
      TRY(values_put(rewriting, at));
    }
    att_splice_skip(&rewriting->splice, values_behind(tokens, at, &open));
    return ATT_OK;
  }
  if (pattern && (att_token_is_word(tokens, at, "BIND") ||
                  att_token_is_word(tokens, at, "OPTIONAL"))) {
    if (is_mixed(rewriting, here, at) || is_bare(rewriting, here, at)) {
      TRY(att_splice_copy(&rewriting->splice, at));
      TRY(true_put(rewriting, at));
    }
    return ATT_OK;
  }
  if (!pattern && att_token_is_word(tokens, at, "GROUP")) {
    return conditions_rewrite(rewriting, at + 2);
  }
  return ATT_OK;
}

AttStatus
att_rewrite(Arena* arena, const Clauses* clauses, Slice query,
            const Prefixes* declared, Slice* out) {
  Rewriting rewriting = {
    .clauses = clauses,
    .tokens = &clauses->tokens,
    .splice = { .arena = arena, .tokens = &clauses->tokens, .query = query }
  };
  TRY(prefixes_put(&rewriting, declared));
  for (size_t i = 0; i < clauses->tokens.length; i++) {
    TRY(token_rewrite(&rewriting, i));
  }
  return att_splice_end(&rewriting.splice, out);
}
