/* Planning: in which order, and how, the parts of a query are answered. */
/* SPDX-License-Identifier: MIT */
#include "graph/plan.h"

#include "graph/pattern.h"

typedef struct Planner {
  Arena* arena;
  const Index* index;
} Planner;

/* What the row has when a pattern is begun: what it surely has, and what it may
 * have. */
typedef struct Given {
  VarSet certain;
  VarSet possible;
} Given;

static const VarSet nothing = { 0 };

static AttStatus
plan(const Planner* planner, Pattern* pattern, const Given* given);

static AttStatus
is_safe(const Planner* planner, const Pattern* pattern, const VarSet* given,
        bool* out);

/* Whether no variable of `set` is given that the pattern may leave without a
 * value of its own. */
static bool
is_apart(const VarSet* set, const VarSet* given, const VarSet* certain) {
  return !att_varset_meets(set, given, certain);
}

static AttStatus
both_safe(const Planner* planner, const Pattern* pattern, const VarSet* given,
          bool* out) {
  TRY(is_safe(planner, pattern->left, given, out));
  return *out ? is_safe(planner, pattern->right, given, out) : ATT_OK;
}

/* OPTIONAL and MINUS: what their right side says of given variables must be
 * what the left side binds. */
static AttStatus
right_safe(const Planner* planner, const Pattern* pattern, const VarSet* given,
           bool* out) {
  VarSet said = { 0 };
  TRY(is_safe(planner, pattern->left, given, out));
  TRY(att_pattern_mentions(planner->arena, pattern->right, &said));
  if (pattern->expression != NULL) {
    TRY(
      att_varset_unite(planner->arena, &said, &pattern->expression->variables));
  }
  *out = *out && is_apart(&said, given, &pattern->left->certain);
  return ATT_OK;
}

/* Whether the rows of `pattern` that fit a row with the variables `given` are
 * those that it gives if these have their values before it is begun. */
static AttStatus
is_safe(const Planner* planner, const Pattern* pattern, const VarSet* given,
        bool* out) {
  VarSet inner = { 0 };
  *out = true;
  switch (pattern->kind) {
  case PATTERN_TRIPLES:
  case PATTERN_VALUES:
    return ATT_OK;
  case PATTERN_JOIN:
  case PATTERN_UNION:
    return both_safe(planner, pattern, given, out);
  case PATTERN_LEFT_JOIN:
  case PATTERN_MINUS:
    return right_safe(planner, pattern, given, out);
  case PATTERN_FILTER:
  case PATTERN_EXTEND:
    TRY(is_safe(planner, pattern->left, given, out));
    *out = *out && is_apart(&pattern->expression->variables, given,
                            &pattern->left->certain);
    return ATT_OK;
  case PATTERN_GRAPH:
    TRY(att_varset_unite(planner->arena, &inner, given));
    if (pattern->name.variable != NO_VARIABLE) {
      TRY(att_varset_add(planner->arena, &inner, pattern->name.variable));
    }
    return is_safe(planner, pattern->left, &inner, out);
  case PATTERN_SELECT:
    *out = false;
    return ATT_OK;
  }
  return ATT_OK;
}

/* EXISTS is answered for a row as it is. */
static AttStatus
expression_plan(const Planner* planner, Expression* expression,
                const VarSet* certain) {
  if (expression == NULL) {
    return ATT_OK;
  }
  if (expression->pattern != NULL) {
    const Given given = { *certain, nothing };
    return plan(planner, expression->pattern, &given);
  }
  for (size_t i = 0; i < expression->arguments.length; i++) {
    TRY(expression_plan(planner, expression->arguments.items[i], certain));
  }
  return ATT_OK;
}

static bool
has_pattern(const Expression* expression) {
  bool found = expression->pattern != NULL;
  for (size_t i = 0; i < expression->arguments.length && !found; i++) {
    found = has_pattern(expression->arguments.items[i]);
  }
  return found;
}

/* Hands a filter to a block that surely binds its variables. */
static AttStatus
filter_push(const Planner* planner, Pattern* pattern,
            const Expression* expression, bool* done) {
  if (!att_varset_is_within(&expression->variables, &pattern->certain)) {
    return ATT_OK;
  }
  switch (pattern->kind) {
  case PATTERN_TRIPLES:
    *done = true;
    return LIST_PUSH(planner->arena, &pattern->checks,
                     ((Check){ expression, pattern->triples.length }));
  case PATTERN_JOIN:
    TRY(filter_push(planner, pattern->left, expression, done));
    return *done ? ATT_OK
                 : filter_push(planner, pattern->right, expression, done);
  case PATTERN_LEFT_JOIN:
  case PATTERN_MINUS:
  case PATTERN_FILTER:
  case PATTERN_EXTEND:
    return filter_push(planner, pattern->left, expression, done);
  default:
    return ATT_OK;
  }
}

static AttStatus
filter_plan(const Planner* planner, Pattern* pattern, const Given* given) {
  bool done = false;
  Expression* const filter = pattern->expression;
  if (filter->function == FUNCTION_AND && !has_pattern(filter)) {
    /* Each part by itself, as early as it can be told. */
    Pattern* inner = NULL;
    TRY(att_pattern_filter(planner->arena, pattern->left,
                           filter->arguments.items[0], &inner));
    pattern->left = inner;
    pattern->expression = filter->arguments.items[1];
    return filter_plan(planner, pattern, given);
  }
  if (!has_pattern(filter) && filter->variables.length > 0) {
    TRY(filter_push(planner, pattern->left, filter, &done));
  }
  if (done) {
    Pattern* const left = pattern->left;
    *pattern = *left;
    return plan(planner, pattern, given);
  }
  TRY(plan(planner, pattern->left, given));
  return expression_plan(planner, filter, &pattern->left->certain);
}

/* VALUES and sub-selects have few rows and come first, if the rest bears it. */
static AttStatus
sides_swap(const Planner* planner, Pattern* pattern) {
  bool safe = false;
  if (pattern->kind != PATTERN_JOIN ||
      (pattern->right->kind != PATTERN_VALUES &&
       pattern->right->kind != PATTERN_SELECT)) {
    return ATT_OK;
  }
  TRY(is_safe(planner, pattern->left, &pattern->right->possible, &safe));
  if (safe) {
    Pattern* const left = pattern->left;
    pattern->left = pattern->right;
    pattern->right = left;
  }
  return ATT_OK;
}

/* JOIN and LEFT_JOIN. */
static AttStatus
join_plan(const Planner* planner, Pattern* pattern, const Given* given) {
  Given right = { 0 };
  bool safe = false;
  TRY(sides_swap(planner, pattern));
  TRY(att_varset_unite(planner->arena, &right.certain, &given->certain));
  TRY(att_varset_unite(planner->arena, &right.possible, &given->possible));
  TRY(plan(planner, pattern->left, given));
  TRY(
    att_varset_unite(planner->arena, &right.certain, &pattern->left->certain));
  TRY(att_varset_unite(planner->arena, &right.possible,
                       &pattern->left->possible));
  TRY(is_safe(planner, pattern->right, &right.possible, &safe));
  pattern->apart = !safe;
  if (!safe) {
    right = (Given){ 0 };
  }
  TRY(expression_plan(planner, pattern->expression, &right.certain));
  return plan(planner, pattern->right, &right);
}

static AttStatus
graph_plan(const Planner* planner, Pattern* pattern, const Given* given) {
  Given inner = { 0 };
  VarSet name = { 0 };
  bool safe = true;
  TRY(att_varset_unite(planner->arena, &inner.certain, &given->certain));
  TRY(att_varset_unite(planner->arena, &inner.possible, &given->possible));
  if (pattern->name.variable != NO_VARIABLE) {
    TRY(att_varset_add(planner->arena, &name, pattern->name.variable));
    TRY(is_safe(planner, pattern->left, &name, &safe));
  }
  pattern->apart = !safe;
  if (safe) {
    TRY(att_varset_unite(planner->arena, &inner.certain, &name));
    TRY(att_varset_unite(planner->arena, &inner.possible, &name));
  }
  return plan(planner, pattern->left, &inner);
}

static AttStatus
plan(const Planner* planner, Pattern* pattern, const Given* given) {
  const Given none = { 0 };
  switch (pattern->kind) {
  case PATTERN_TRIPLES:
    return att_plan_block(planner->arena, planner->index, pattern,
                          &given->certain);
  case PATTERN_JOIN:
  case PATTERN_LEFT_JOIN:
    return join_plan(planner, pattern, given);
  case PATTERN_UNION:
    TRY(plan(planner, pattern->left, given));
    return plan(planner, pattern->right, given);
  case PATTERN_MINUS:
    TRY(plan(planner, pattern->left, given));
    return plan(planner, pattern->right, &none);
  case PATTERN_FILTER:
    return filter_plan(planner, pattern, given);
  case PATTERN_EXTEND:
    TRY(plan(planner, pattern->left, given));
    return expression_plan(planner, pattern->expression,
                           &pattern->left->certain);
  case PATTERN_GRAPH:
    return graph_plan(planner, pattern, given);
  case PATTERN_VALUES:
    return ATT_OK;
  case PATTERN_SELECT:
    return att_plan_select(planner->arena, planner->index, pattern->select);
  }
  return ATT_OK;
}

/* The expressions outside the WHERE. */
static AttStatus
columns_plan(const Planner* planner, const Select* select) {
  for (size_t i = 0; i < select->columns.length; i++) {
    TRY(
      expression_plan(planner, select->columns.items[i].expression, &nothing));
  }
  for (size_t i = 0; i < select->keys.length; i++) {
    TRY(expression_plan(planner, select->keys.items[i].expression, &nothing));
  }
  for (size_t i = 0; i < select->aggregates.length; i++) {
    TRY(expression_plan(planner, select->aggregates.items[i].expression,
                        &nothing));
  }
  for (size_t i = 0; i < select->having.length; i++) {
    TRY(expression_plan(planner, select->having.items[i], &nothing));
  }
  for (size_t i = 0; i < select->order.length; i++) {
    TRY(expression_plan(planner, select->order.items[i].expression, &nothing));
  }
  return ATT_OK;
}

AttStatus
att_plan_select(Arena* arena, const Index* index, Select* select) {
  const Planner planner = { arena, index };
  const Given none = { 0 };
  if (select->values != NULL && !select->grouped) {
    TRY(att_pattern_of(arena, PATTERN_JOIN, select->where, select->values,
                       &select->where));
    select->values = NULL;
  }
  TRY(plan(&planner, select->where, &none));
  return columns_plan(&planner, select);
}
