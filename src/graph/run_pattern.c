/* Patterns, answered row by row. */
/* SPDX-License-Identifier: MIT */
#include "graph/expression.h"
#include "graph/run.h"

/* What stands behind a row of the left side of a pattern. */
typedef struct Step {
  Next next;
  const Pattern* pattern;
  const Next* behind;
} Step;

/* The same for an OPTIONAL: whether its right side gave a row. */
typedef struct Option {
  Next next;
  const Pattern* pattern;
  const Next* behind;
  bool* found;
} Option;

/* RowSet of a pattern that is answered by itself, being gathered. */
typedef struct Gathering {
  Next next;
  RowSet* rows;
} Gathering;

static bool
gather_row(Run* run, const Next* next) {
  const AttStatus status =
    att_rowset_add(((const Gathering*)next)->rows, run->row);
  return status == ATT_OK || att_run_fail(run, status);
}

/* The variables by which kept rows are looked up: the row at hand surely has
 * them, and so have they. */
static AttStatus
key_choose(Run* run, Kept* kept, const VarSet* known) {
  for (size_t i = 0; i < kept->rows.width; i++) {
    if (att_varset_has(&kept->pattern->certain, i) &&
        att_varset_has(known, i)) {
      TRY(LIST_PUSH(run->arena, &kept->columns, i));
    }
  }
  return att_rowset_key(&kept->rows, kept->columns.items, kept->columns.length);
}

static AttStatus
kept_fill(Run* run, Kept* kept, const VarSet* known) {
  uint32_t* const row = run->row;
  const Gathering gathering = { { gather_row }, &kept->rows };
  const size_t width = run->select->names.length;
  kept->rows.width = width;
  TRY(att_arena_alloc(run->arena, width * sizeof *kept->key, &kept->key));
  TRY(att_arena_alloc(run->arena, width * sizeof *kept->bound, &kept->bound));
  TRY(att_arena_alloc(run->arena, width * sizeof *row, &run->row));
  (void)att_run_pattern(run, kept->pattern, &gathering.next);
  run->row = row;
  TRY(run->status);
  return key_choose(run, kept, known);
}

/* The rows of `pattern` in the graph at hand, by itself; NULL on failure. */
static const Kept*
kept_find(Run* run, const Pattern* pattern, const VarSet* known) {
  for (size_t i = 0; i < run->kept.length; i++) {
    const Kept* const kept = run->kept.items[i];
    if (kept->pattern == pattern && kept->graph == run->graph) {
      return kept;
    }
  }
  Kept* kept = NULL;
  AttStatus status = att_arena_alloc(run->arena, sizeof *kept, &kept);
  if (status == ATT_OK) {
    kept->pattern = pattern;
    kept->graph = run->graph;
    status = LIST_PUSH(run->arena, &run->kept, kept);
  }
  status = status == ATT_OK ? kept_fill(run, kept, known) : status;
  return status == ATT_OK || att_run_fail(run, status) ? kept : NULL;
}

/* Binds what `row` has; the number of variables that had a value in both, or
 * SIZE_MAX if they differ. What was bound is marked in kept->bound. */
static size_t
row_bind(Run* run, const Kept* kept, const uint32_t* row) {
  const size_t width = kept->rows.width;
  bool* const bound = kept->bound;
  size_t shared = 0;
  for (size_t i = 0; i < width; i++) {
    bound[i] = false;
    if (row[i] == 0) {
      continue;
    }
    if (run->row[i] == 0) {
      run->row[i] = row[i];
      bound[i] = true;
    } else if (run->row[i] == row[i]) {
      shared++;
    } else {
      for (size_t j = 0; j < i; j++) {
        att_run_unbind(run, (Operand){ j, 0 }, bound[j]);
      }
      return SIZE_MAX;
    }
  }
  return shared;
}

static void
row_unbind(Run* run, const Kept* kept) {
  for (size_t i = 0; i < kept->rows.width; i++) {
    att_run_unbind(run, (Operand){ i, 0 }, kept->bound[i]);
  }
}

/* 1 + the first kept row that may fit the row at hand, or 0. */
static uint32_t
kept_first(const Run* run, const Kept* kept) {
  for (size_t i = 0; i < kept->columns.length; i++) {
    kept->key[i] = run->row[kept->columns.items[i]];
  }
  return att_rowset_lookup(&kept->rows, kept->columns.items,
                           kept->columns.length, kept->key);
}

/* Each kept row that fits the row at hand. */
static bool
kept_run(Run* run, const Kept* kept, const Next* next) {
  bool more = true;
  for (uint32_t at = kept_first(run, kept); more && at != 0;
       at = kept->rows.chains[at - 1]) {
    if (row_bind(run, kept, att_rowset_at(&kept->rows, at - 1)) != SIZE_MAX) {
      more = next->row(run, next);
      row_unbind(run, kept);
    }
    more = more && att_run_step(run);
  }
  return more;
}

/* The right side of a JOIN or LEFT_JOIN for a row of the left. */
static bool
right_run(Run* run, const Pattern* pattern, const Next* next) {
  if (!pattern->apart) {
    return att_run_pattern(run, pattern->right, next);
  }
  const Kept* const kept =
    kept_find(run, pattern->right, &pattern->left->certain);
  return kept != NULL && kept_run(run, kept, next);
}

static bool
join_row(Run* run, const Next* next) {
  const Step* const step = (const Step*)next;
  return right_run(run, step->pattern, step->behind);
}

static bool
option_row(Run* run, const Next* next) {
  const Option* const option = (const Option*)next;
  const Expression* const expression = option->pattern->expression;
  if (expression != NULL && !att_expression_holds(run, expression)) {
    return run->status == ATT_OK;
  }
  *option->found = true;
  return option->behind->row(run, option->behind);
}

static bool
left_join_row(Run* run, const Next* next) {
  const Step* const step = (const Step*)next;
  bool found = false;
  const Option option = { { option_row }, step->pattern, step->behind, &found };
  const bool more = right_run(run, step->pattern, &option.next);
  return found || !more ? more : step->behind->row(run, step->behind);
}

static bool
minus_row(Run* run, const Next* next) {
  const Step* const step = (const Step*)next;
  const Kept* const kept =
    kept_find(run, step->pattern->right, &step->pattern->left->certain);
  if (kept == NULL) {
    return false;
  }
  for (uint32_t at = kept_first(run, kept); at != 0;
       at = kept->rows.chains[at - 1]) {
    const size_t shared =
      row_bind(run, kept, att_rowset_at(&kept->rows, at - 1));
    if (shared != SIZE_MAX) {
      row_unbind(run, kept);
    }
    if (shared != SIZE_MAX && shared > 0) {
      return att_run_step(run);
    }
  }
  return step->behind->row(run, step->behind);
}

static bool
filter_row(Run* run, const Next* next) {
  const Step* const step = (const Step*)next;
  return att_expression_holds(run, step->pattern->expression)
           ? step->behind->row(run, step->behind)
           : run->status == ATT_OK;
}

/* Without a value the variable stays as it is. */
static bool
extend_row(Run* run, const Next* next) {
  const Step* const step = (const Step*)next;
  const Operand name = step->pattern->name;
  bool bound = false;
  const uint32_t term = att_expression_term(run, step->pattern->expression);
  if (run->status != ATT_OK) {
    return false;
  }
  const bool more = (term != 0 && !att_run_bind(run, name, term, &bound)) ||
                    step->behind->row(run, step->behind);
  att_run_unbind(run, name, bound);
  return more;
}

/* The graph around, while what stands behind a GRAPH is run. */
typedef struct Around {
  Step step;
  TripleSet triples;
  uint32_t graph;
} Around;

static bool
around_row(Run* run, const Next* next) {
  const Around* const around = (const Around*)next;
  const Operand name = around->step.pattern->name;
  const TripleSet triples = run->triples;
  const uint32_t graph = run->graph;
  bool bound = false;
  run->triples = around->triples;
  run->graph = around->graph;
  const bool more = !att_run_bind(run, name, graph, &bound) ||
                    around->step.behind->row(run, around->step.behind);
  att_run_unbind(run, name, bound);
  run->triples = triples;
  run->graph = graph;
  return more;
}

static bool
named_run(Run* run, const Pattern* pattern, uint32_t name, const Next* next) {
  const Around around = { { { around_row }, pattern, next },
                          run->triples,
                          run->graph };
  TripleSet triples;
  if (!att_index_graph(run->dataset.index, &name, &triples)) {
    return true;
  }
  run->triples = triples;
  run->graph = name;
  bool bound = false;
  const bool more =
    (!pattern->apart && !att_run_bind(run, pattern->name, name, &bound)) ||
    att_run_pattern(run, pattern->left, &around.step.next);
  att_run_unbind(run, pattern->name, bound);
  run->triples = around.triples;
  run->graph = around.graph;
  return more;
}

/* GRAPH with a name, or over all graphs that have one. */
static bool
graph_run(Run* run, const Pattern* pattern, const Next* next) {
  const uint32_t known = att_run_term(run, pattern->name);
  bool more = true;
  for (size_t i = 0; more && i < run->dataset.count; i++) {
    const uint32_t* const name = &run->dataset.names[i];
    if (known == 0 || known == *name) {
      more = named_run(run, pattern, *name, next);
    }
  }
  return more;
}

/* Binds the columns of `pattern` from `at` on to `terms`, runs what is
 * behind. */
static bool
columns_run(Run* run, const Pattern* pattern, size_t at, const uint32_t* terms,
            const Next* next) {
  if (at == pattern->columns.length) {
    return next->row(run, next);
  }
  const Operand operand = { pattern->columns.items[at], 0 };
  bool bound = false;
  const bool fits =
    terms[at] == 0 || att_run_bind(run, operand, terms[at], &bound);
  const bool more = !fits || columns_run(run, pattern, at + 1, terms, next);
  att_run_unbind(run, operand, bound);
  return more;
}

static bool
values_run(Run* run, const Pattern* pattern, const Next* next) {
  const size_t width =
    pattern->columns.length == 0 ? 1 : pattern->columns.length;
  bool more = true;
  for (size_t i = 0; more && i + width <= pattern->cells.length; i += width) {
    more = columns_run(run, pattern, 0, &pattern->cells.items[i], next) &&
           att_run_step(run);
  }
  return more;
}

/* The row around, while a sub-select is run. */
typedef struct Outside {
  Next next;
  const Pattern* pattern;
  const Next* behind;
  const Select* select;
  uint32_t* row;
  uint32_t* terms; /* room for the columns */
} Outside;

static bool
outside_row(Run* run, const Next* next) {
  const Outside* const outside = (const Outside*)next;
  const Select* const select = run->select;
  uint32_t* const row = run->row;
  for (size_t i = 0; i < select->columns.length; i++) {
    outside->terms[i] = row[select->columns.items[i].variable];
  }
  run->select = outside->select;
  run->row = outside->row;
  const bool more =
    columns_run(run, outside->pattern, 0, outside->terms, outside->behind);
  run->select = select;
  run->row = row;
  return more;
}

static bool
sub_select_run(Run* run, const Pattern* pattern, const Next* next) {
  Outside outside = { { outside_row }, pattern,  next,
                      run->select,     run->row, NULL };
  const AttStatus status =
    att_arena_alloc(run->arena, pattern->columns.length * sizeof *outside.terms,
                    &outside.terms);
  if (status != ATT_OK) {
    return att_run_fail(run, status);
  }
  const bool more = att_run_select(run, pattern->select, &outside.next);
  run->select = outside.select;
  run->row = outside.row;
  return more;
}

/* The left side, and behind each of its rows what `row` does. */
static bool
step_run(Run* run, const Pattern* pattern,
         bool (*row)(Run* run, const Next* next), const Next* next) {
  const Step step = { { row }, pattern, next };
  return att_run_pattern(run, pattern->left, &step.next);
}

bool
att_run_pattern(Run* run, const Pattern* pattern, const Next* next) {
  switch (pattern->kind) {
  case PATTERN_TRIPLES:
    return att_run_block(run, pattern, 0, next);
  case PATTERN_JOIN:
    return step_run(run, pattern, join_row, next);
  case PATTERN_LEFT_JOIN:
    return step_run(run, pattern, left_join_row, next);
  case PATTERN_UNION:
    return att_run_pattern(run, pattern->left, next) &&
           att_run_pattern(run, pattern->right, next);
  case PATTERN_MINUS:
    return step_run(run, pattern, minus_row, next);
  case PATTERN_FILTER:
    return step_run(run, pattern, filter_row, next);
  case PATTERN_EXTEND:
    return step_run(run, pattern, extend_row, next);
  case PATTERN_GRAPH:
    return graph_run(run, pattern, next);
  case PATTERN_VALUES:
    return values_run(run, pattern, next);
  case PATTERN_SELECT:
    return sub_select_run(run, pattern, next);
  }
  return true;
}
