/* Aggregates: what the rows of a group come to. */
/* SPDX-License-Identifier: MIT */
#include "graph/aggregate.h"

#include "graph/expression.h"

#include <stdlib.h>

/* What one aggregate of one group has come to. */
struct Tally {
  int64_t count;
  uint32_t term; /* MIN, MAX, SAMPLE */
  bool wrong;    /* a value that is none, or cannot be added */
  Value sum;
  LIST(char) text; /* GROUP_CONCAT */
};

AttStatus
att_groups_begin(Run* run, const Select* select, Groups* out) {
  Groups groups = { .select = select,
                    .keys = { .width = select->keys.length } };
  TRY(att_arena_alloc(run->arena,
                      select->aggregates.length * sizeof *groups.seen,
                      &groups.seen));
  for (size_t i = 0; i < select->aggregates.length; i++) {
    const bool star = select->aggregates.items[i].expression == NULL;
    groups.seen[i].width = star ? 1 + select->names.length : 2;
  }
  *out = groups;
  return ATT_OK;
}

void
att_groups_end(Groups* groups) {
  att_rowset_free(&groups->keys);
  for (size_t i = 0;
       groups->seen != NULL && i < groups->select->aggregates.length; i++) {
    att_rowset_free(&groups->seen[i]);
  }
}

static AttStatus
group_add(Run* run, Groups* groups) {
  Tally* tallies = NULL;
  const size_t count = groups->select->aggregates.length;
  TRY(att_arena_alloc(run->arena, count * sizeof *tallies, &tallies));
  for (size_t i = 0; i < count; i++) {
    tallies[i].sum = att_value_integer(0);
  }
  return LIST_PUSH(run->arena, &groups->tallies, tallies);
}

/* Whether the value of an aggregate has not been seen in its group. */
static bool
is_new(Run* run, Groups* groups, size_t index, const uint32_t* row) {
  size_t at = 0;
  bool added = false;
  const AttStatus status =
    att_rowset_find(&groups->seen[index], row, &at, &added);
  return status == ATT_OK ? added : att_run_fail(run, status);
}

/* COUNT(*) and COUNT(DISTINCT *). */
static void
star_take(Run* run, Groups* groups, size_t index, Tally* tally,
          uint32_t group) {
  const Select* const select = groups->select;
  if (!select->aggregates.items[index].distinct) {
    tally->count++;
    return;
  }
  uint32_t* row = NULL;
  const size_t width = 1 + select->names.length;
  const AttStatus status =
    att_arena_alloc(&run->scratch, width * sizeof *row, &row);
  if (status != ATT_OK) {
    (void)att_run_fail(run, status);
    return;
  }
  row[0] = group;
  for (size_t i = 1; i < width; i++) {
    row[i] = select->names.items[i - 1].length > 0 ? run->row[i - 1] : 0;
  }
  tally->count += is_new(run, groups, index, row);
}

static void
sum_take(Run* run, Tally* tally, const Value* value) {
  Value sum;
  if (tally->wrong ||
      !att_value_compute(run, FUNCTION_ADD, &tally->sum, value, &sum)) {
    tally->wrong = true;
  } else {
    tally->sum = sum;
  }
}

static void
best_take(Run* run, const Aggregate* aggregate, Tally* tally, Value* value) {
  const RdfTerm term = att_terms_of(run->terms, tally->term);
  const Value best = att_value_of(&term);
  const bool minimum = aggregate->function == FUNCTION_MIN;
  const uint32_t id = att_value_term(run, value);
  const int order = tally->term == 0 ? 0 : att_value_sort(value, &best);
  if (tally->term == 0 || (minimum ? order < 0 : order > 0)) {
    tally->term = id;
  }
}

static void
text_take(Run* run, const Aggregate* aggregate, Tally* tally, Value* value) {
  AttStatus status = att_value_spell(&run->scratch, value);
  if (value->kind == VALUE_BLANK) {
    tally->wrong = true;
    return;
  }
  const Slice parts[] = { tally->count > 1 ? aggregate->separator : SLICE(""),
                          value->term.value };
  for (size_t i = 0; i < 2; i++) {
    for (size_t j = 0; j < parts[i].length && status == ATT_OK; j++) {
      status = LIST_PUSH(run->arena, &tally->text, parts[i].start[j]);
    }
  }
  if (status != ATT_OK) {
    (void)att_run_fail(run, status);
  }
}

static void
value_take(Run* run, const Aggregate* aggregate, Tally* tally, Value* value) {
  tally->count++;
  switch (aggregate->function) {
  case FUNCTION_SUM:
  case FUNCTION_AVG:
    sum_take(run, tally, value);
    break;
  case FUNCTION_MIN:
  case FUNCTION_MAX:
    best_take(run, aggregate, tally, value);
    break;
  case FUNCTION_SAMPLE:
    tally->term = tally->term == 0 ? att_value_term(run, value) : tally->term;
    break;
  case FUNCTION_GROUP_CONCAT:
    text_take(run, aggregate, tally, value);
    break;
  default:
    break;
  }
}

static void
aggregate_take(Run* run, Groups* groups, size_t index, uint32_t group) {
  const Aggregate* const aggregate = &groups->select->aggregates.items[index];
  Tally* const tally = &groups->tallies.items[group][index];
  Value value;
  if (aggregate->expression == NULL) {
    star_take(run, groups, index, tally, group);
    return;
  }
  if (!att_expression_value(run, aggregate->expression, &value)) {
    tally->wrong = tally->wrong || (aggregate->function != FUNCTION_COUNT &&
                                    aggregate->function != FUNCTION_SAMPLE);
    return;
  }
  if (aggregate->distinct) {
    const uint32_t row[2] = { group, att_value_term(run, &value) };
    if (!is_new(run, groups, index, row)) {
      return;
    }
  }
  value_take(run, aggregate, tally, &value);
}

/* The group of the row at hand, added if it is new. */
static bool
group_find(Run* run, Groups* groups, size_t* out) {
  const Select* const select = groups->select;
  uint32_t* key = NULL;
  bool added = false;
  AttStatus status =
    att_arena_alloc(&run->scratch, select->keys.length * sizeof *key, &key);
  for (size_t i = 0; i < select->keys.length && status == ATT_OK; i++) {
    const Column* const column = &select->keys.items[i];
    key[i] = column->expression == NULL
               ? run->row[column->variable]
               : att_expression_term(run, column->expression);
  }
  if (status == ATT_OK) {
    status = att_rowset_find(&groups->keys, key, out, &added);
  }
  if (status == ATT_OK && added) {
    status = group_add(run, groups);
  }
  return status == ATT_OK || att_run_fail(run, status);
}

bool
att_groups_take(Run* run, Groups* groups) {
  size_t group = 0;
  att_expression_enter(run);
  if (group_find(run, groups, &group)) {
    for (size_t i = 0; i < groups->select->aggregates.length; i++) {
      aggregate_take(run, groups, i, (uint32_t)group);
    }
  }
  att_expression_leave(run);
  return run->status == ATT_OK;
}

/* The term that an aggregate came to, or 0. */
static uint32_t
tally_term(Run* run, const Aggregate* aggregate, const Tally* tally) {
  Value value = att_value_integer(tally->count);
  const Value count = value;
  if (tally->wrong) {
    return 0;
  }
  switch (aggregate->function) {
  case FUNCTION_COUNT:
    break;
  case FUNCTION_SUM:
    value = tally->sum;
    break;
  case FUNCTION_AVG:
    if (tally->count > 0 &&
        !att_value_compute(run, FUNCTION_DIVIDE, &tally->sum, &count, &value)) {
      return 0;
    }
    break;
  case FUNCTION_GROUP_CONCAT:
    value =
      att_value_string(tally->text.length == 0
                         ? SLICE("")
                         : (Slice){ tally->text.items, tally->text.length });
    break;
  default:
    return tally->term;
  }
  return att_value_term(run, &value);
}

static bool
group_run(Run* run, Groups* groups, size_t group, const Next* next) {
  const Select* const select = groups->select;
  memset(run->row, 0, select->names.length * sizeof *run->row);
  for (size_t i = 0; i < select->keys.length; i++) {
    run->row[select->keys.items[i].variable] =
      att_rowset_at(&groups->keys, group)[i];
  }
  att_expression_enter(run);
  for (size_t i = 0; i < select->aggregates.length; i++) {
    const Aggregate* const aggregate = &select->aggregates.items[i];
    run->row[aggregate->variable] =
      tally_term(run, aggregate, &groups->tallies.items[group][i]);
  }
  att_expression_leave(run);
  return run->status == ATT_OK && next->row(run, next);
}

bool
att_groups_run(Run* run, Groups* groups, const Next* next) {
  size_t at = 0;
  /* Without GROUP BY there is one group, of nothing if need be. */
  if (groups->select->keys.length == 0 && groups->keys.count == 0 &&
      !group_find(run, groups, &at)) {
    return false;
  }
  bool more = true;
  for (size_t i = 0; more && i < groups->keys.count; i++) {
    more = group_run(run, groups, i, next) && att_run_step(run);
  }
  memset(run->row, 0, groups->select->names.length * sizeof *run->row);
  return more;
}
