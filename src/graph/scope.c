/* Scope: where a query's variables may be used, and where Rasqal errs. */
/* SPDX-License-Identifier: MIT */
#include "graph/scope.h"

typedef struct Scope {
  const Clauses* clauses;
  Place place;
  const AttSink* sink;
} Scope;

static AttStatus
refuse(const Scope* scope, size_t at, const char* reason) {
  const Token* const token = &scope->clauses->tokens.items[at];
  Place place = scope->place;
  place.line = token->line;
  att_report(scope->sink, ATT_ERROR, place, "%.*s %s",
             (int)(token->text.length < 100 ? token->text.length : 100),
             token->text.start, reason);
  return ATT_QUERY;
}

/* ?x and $x are the same variable. */
static Slice
variable_name(const Token* token) {
  return att_slice_part(token->text, 1, token->text.length);
}

static bool
is_variable(const Clauses* clauses, size_t at, Slice name) {
  const Token* const token = &clauses->tokens.items[at];
  return token->kind == TOKEN_VARIABLE &&
         att_slice_equals(variable_name(token), name);
}

/* Where the SELECT of a select stands; the number of tokens if there is none,
 * as in ASK. */
static size_t
select_word(const Clauses* clauses, size_t select) {
  size_t at = clauses->groups.items[select].open + 1;
  while (at < clauses->tokens.length &&
         !(clauses->group_of[at] == select &&
           att_token_is_word(&clauses->tokens, at, "SELECT"))) {
    at++;
  }
  return at;
}

static bool
ends_projection(const Clauses* clauses, size_t at) {
  return at >= clauses->tokens.length ||
         att_token_is_mark(&clauses->tokens, at, "{") ||
         att_token_is_word(&clauses->tokens, at, "WHERE") ||
         att_token_is_word(&clauses->tokens, at, "FROM");
}

bool
att_scope_is_star(const Clauses* clauses, size_t select) {
  size_t at = select_word(clauses, select) + 1;
  at += att_token_is_word(&clauses->tokens, at, "DISTINCT") ||
        att_token_is_word(&clauses->tokens, at, "REDUCED");
  return att_token_is_mark(&clauses->tokens, at, "*");
}

bool
att_scope_projects(const Clauses* clauses, size_t select, Slice name) {
  if (att_scope_is_star(clauses, select)) {
    return true;
  }
  const size_t word = select_word(clauses, select);
  if (word >= clauses->tokens.length) {
    return true;
  }
  const unsigned depth = clauses->tokens.items[word].depth;
  for (size_t i = word; !ends_projection(clauses, i); i++) {
    const bool given = clauses->tokens.items[i].depth == depth ||
                       att_token_is_word(&clauses->tokens, i - 1, "AS");
    if (is_variable(clauses, i, name) && given) {
      return true;
    }
  }
  return false;
}

/* Whether the token `at` gives its variable to group `group`: it is no use in
 * an expression, and every select between projects it. */
static bool
gives(const Clauses* clauses, size_t at, size_t group) {
  const Slice name = variable_name(&clauses->tokens.items[at]);
  if (clauses->in_expression[at] &&
      !att_token_is_word(&clauses->tokens, at - 1, "AS")) {
    return false;
  }
  for (size_t i = clauses->group_of[at]; i != group && i != CLAUSE_NONE;
       i = clauses->groups.items[i].parent) {
    if (clauses->groups.items[i].kind == GROUP_TEMPLATE ||
        (clauses->groups.items[i].kind == GROUP_SELECT &&
         !att_scope_projects(clauses, i, name))) {
      return false;
    }
  }
  return true;
}

/* Whether the tokens of `group` before token `end` bring `name` into it. */
static bool
is_in_scope(const Clauses* clauses, size_t group, size_t end, Slice name) {
  const Group* const here = &clauses->groups.items[group];
  const size_t stop = here->close < end ? here->close : end;
  for (size_t i = here->open + 1; i < stop; i++) {
    if (is_variable(clauses, i, name) && gives(clauses, i, group)) {
      return true;
    }
  }
  return false;
}

/* Whether any pattern of the query has `name`, or anything is given it. */
static bool
is_known(const Clauses* clauses, Slice name) {
  for (size_t i = 1; i < clauses->tokens.length; i++) {
    const Group* const group = &clauses->groups.items[clauses->group_of[i]];
    const bool pattern =
      group->kind == GROUP_PATTERN && !clauses->in_expression[i];
    if (is_variable(clauses, i, name) &&
        (pattern || att_token_is_word(&clauses->tokens, i - 1, "AS"))) {
      return true;
    }
  }
  return false;
}

/* Rasqal shows an expression every variable that has a value just then. */
static AttStatus
expression_check(const Scope* scope, const Clause* clause, size_t end) {
  const Clauses* const clauses = scope->clauses;
  const Group* const group = &clauses->groups.items[clause->group];
  for (size_t i = clause->first; i < clause->end; i++) {
    if (clauses->tokens.items[i].kind != TOKEN_VARIABLE) {
      continue;
    }
    const Slice name = variable_name(&clauses->tokens.items[i]);
    const bool left = group->optional && clause->name == CLAUSE_NONE &&
                      is_in_scope(clauses, group->parent, group->open, name);
    if (!left && !is_in_scope(clauses, clause->group, end, name) &&
        is_known(clauses, name)) {
      return refuse(scope, i,
                    "has no value there: its pattern stands in another group, "
                    "or later");
    }
  }
  return ATT_OK;
}

static AttStatus
binds_check(const Scope* scope) {
  const Clauses* const clauses = scope->clauses;
  for (size_t i = 0; i < clauses->binds.length; i++) {
    const Clause* const bind = &clauses->binds.items[i];
    TRY(expression_check(scope, bind, bind->word));
    if (bind->name != CLAUSE_NONE &&
        clauses->tokens.items[bind->name].kind == TOKEN_VARIABLE &&
        is_in_scope(clauses, bind->group, bind->word,
                    variable_name(&clauses->tokens.items[bind->name]))) {
      return refuse(scope, bind->name, "has a value already");
    }
  }
  return ATT_OK;
}

/* Rasqal has one variable of a name, however many selects hide theirs. */
static AttStatus
hidden_check(const Scope* scope, size_t select) {
  const Clauses* const clauses = scope->clauses;
  const Group* const group = &clauses->groups.items[select];
  for (size_t i = group->open + 1; i < group->close; i++) {
    const Token* const token = &clauses->tokens.items[i];
    if (token->kind != TOKEN_VARIABLE ||
        att_scope_projects(clauses, select, variable_name(token))) {
      continue;
    }
    for (size_t j = 0; j < clauses->tokens.length; j++) {
      if ((j < group->open || j > group->close) &&
          is_variable(clauses, j, variable_name(token))) {
        return refuse(scope, i,
                      "is hidden in a sub-select, and its name used outside; "
                      "rename it");
      }
    }
    for (size_t j = group->parent; j != CLAUSE_NONE;
         j = clauses->groups.items[j].parent) {
      if (clauses->groups.items[j].kind == GROUP_SELECT &&
          att_scope_is_star(clauses, j)) {
        return refuse(scope, i,
                      "is hidden in a sub-select of SELECT *; name the "
                      "variables to select");
      }
    }
  }
  return ATT_OK;
}

static AttStatus
graph_check(const Scope* scope, size_t index) {
  const Clauses* const clauses = scope->clauses;
  const Group* const group = &clauses->groups.items[index];
  const Token* const name = &clauses->tokens.items[group->open - 1];
  if (clauses->groups.items[group->parent].in_graph) {
    return refuse(scope, group->open - 2, "within GRAPH is not answered");
  }
  if (name->kind != TOKEN_VARIABLE) {
    return ATT_OK;
  }
  for (size_t i = group->open; i < group->close; i++) {
    if (is_variable(clauses, i, variable_name(name))) {
      return refuse(scope, i,
                    "names the graph and is used inside it, which is not "
                    "answered");
    }
    if (att_token_is_word(&clauses->tokens, i, "SELECT")) {
      return refuse(scope, i, "within GRAPH and a variable is not answered");
    }
  }
  return ATT_OK;
}

AttStatus
att_scope_check(const Clauses* clauses, Place place, const AttSink* sink) {
  const Scope scope = { clauses, place, sink };
  for (size_t i = 0; i < clauses->filters.length; i++) {
    TRY(expression_check(&scope, &clauses->filters.items[i],
                         clauses->tokens.length));
  }
  TRY(binds_check(&scope));
  for (size_t i = 1; i < clauses->groups.length; i++) {
    if (clauses->groups.items[i].kind == GROUP_SELECT) {
      TRY(hidden_check(&scope, i));
    }
    if (clauses->groups.items[i].graph) {
      TRY(graph_check(&scope, i));
    }
  }
  return ATT_OK;
}
