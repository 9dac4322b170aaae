/* A SELECT, answered: groups, columns, order, and a part of the rows. */
/* SPDX-License-Identifier: MIT */
#include "graph/aggregate.h"
#include "graph/expression.h"
#include "graph/run.h"
#include "graph/sort.h"

/* A SELECT on its way. Each stage is given a row and hands it to the next. */
typedef struct Selecting {
  Next where;  /* groups, or goes on */
  Next group;  /* of HAVING */
  Next values; /* computes columns */
  const Select* select;
  const Next* next;
  Groups groups;
  RowSet sorted;   /* rows, and the terms they are sorted by */
  RowSet distinct; /* of columns */
  uint32_t* key;   /* room for a row of these */
  size_t skipped;
  size_t given;
  bool enough; /* as many as LIMIT wants */
} Selecting;

#define SELECTING(next, member) \
  ((Selecting*)(void*)((char*)(uintptr_t)(next)-offsetof(Selecting, member)))

/* DISTINCT, OFFSET and LIMIT. */
static bool
row_give(Run* run, Selecting* selecting) {
  const Select* const select = selecting->select;
  if (select->distinct) {
    size_t at = 0;
    bool added = false;
    for (size_t i = 0; i < select->columns.length; i++) {
      selecting->key[i] = run->row[select->columns.items[i].variable];
    }
    const AttStatus status =
      att_rowset_find(&selecting->distinct, selecting->key, &at, &added);
    if (status != ATT_OK) {
      return att_run_fail(run, status);
    }
    if (!added) {
      return true;
    }
  }
  if (selecting->skipped < select->offset) {
    selecting->skipped++;
    return true;
  }
  if (selecting->given < select->limit) {
    selecting->given++;
    if (!selecting->next->row(run, selecting->next)) {
      return false;
    }
  }
  selecting->enough = selecting->given >= select->limit;
  return !selecting->enough;
}

/* Keeps the row and what it is to be sorted by. */
static bool
row_keep(Run* run, Selecting* selecting) {
  const Select* const select = selecting->select;
  const size_t width = select->names.length;
  memcpy(selecting->key, run->row, width * sizeof *run->row);
  for (size_t i = 0; i < select->order.length; i++) {
    selecting->key[width + i] =
      att_expression_term(run, select->order.items[i].expression);
  }
  const AttStatus status =
    run->status == ATT_OK ? att_rowset_add(&selecting->sorted, selecting->key)
                          : run->status;
  return status == ATT_OK || att_run_fail(run, status);
}

/* Computes the columns from `at` on; each may use those before it. */
static bool
columns_compute(Run* run, Selecting* selecting, size_t at) {
  const Select* const select = selecting->select;
  while (at < select->columns.length &&
         select->columns.items[at].expression == NULL) {
    at++;
  }
  if (at == select->columns.length) {
    return select->order.length > 0 ? row_keep(run, selecting)
                                    : row_give(run, selecting);
  }
  const Column* const column = &select->columns.items[at];
  const uint32_t before = run->row[column->variable];
  run->row[column->variable] = att_expression_term(run, column->expression);
  const bool more =
    run->status == ATT_OK && columns_compute(run, selecting, at + 1);
  run->row[column->variable] = before;
  return more;
}

static bool
values_row(Run* run, const Next* next) {
  run->solutions++;
  return columns_compute(run, SELECTING(next, values), 0);
}

static bool
group_row(Run* run, const Next* next) {
  Selecting* const selecting = SELECTING(next, group);
  const Select* const select = selecting->select;
  for (size_t i = 0; i < select->having.length; i++) {
    if (!att_expression_holds(run, select->having.items[i])) {
      return run->status == ATT_OK;
    }
  }
  return select->values == NULL
           ? values_row(run, &selecting->values)
           : att_run_pattern(run, select->values, &selecting->values);
}

static bool
where_row(Run* run, const Next* next) {
  Selecting* const selecting = SELECTING(next, where);
  return selecting->select->grouped ? att_groups_take(run, &selecting->groups)
                                    : group_row(run, &selecting->group);
}

/* The rows that were kept, in their order. */
static bool
sorted_give(Run* run, Selecting* selecting) {
  const Select* const select = selecting->select;
  const size_t width = select->names.length;
  uint32_t* order = NULL;
  const AttStatus status =
    att_sort_rows(run, select, &selecting->sorted, width, &order);
  if (status != ATT_OK) {
    return att_run_fail(run, status);
  }
  bool more = true;
  for (size_t i = 0; more && i < selecting->sorted.count; i++) {
    memcpy(run->row, att_rowset_at(&selecting->sorted, order[i]),
           width * sizeof *run->row);
    more = row_give(run, selecting);
  }
  return more;
}

static bool
stages_run(Run* run, Selecting* selecting) {
  const Select* const select = selecting->select;
  if (select->limit == 0) {
    return true;
  }
  bool more = att_run_pattern(run, select->where, &selecting->where);
  if (more && select->grouped) {
    more = att_groups_run(run, &selecting->groups, &selecting->group);
  }
  if (more && select->order.length > 0) {
    more = sorted_give(run, selecting);
  }
  return run->status == ATT_OK && (more || selecting->enough);
}

static AttStatus
selecting_begin(Run* run, Selecting* selecting) {
  const Select* const select = selecting->select;
  const size_t width = select->names.length + select->order.length;
  selecting->sorted.width = width;
  selecting->distinct.width = select->columns.length;
  TRY(att_arena_alloc(run->arena,
                      (width + select->columns.length) * sizeof *selecting->key,
                      &selecting->key));
  TRY(att_arena_alloc(run->arena, select->names.length * sizeof *run->row,
                      &run->row));
  return att_groups_begin(run, select, &selecting->groups);
}

bool
att_run_select(Run* run, const Select* select, const Next* next) {
  Selecting selecting = { .where = { where_row },
                          .group = { group_row },
                          .values = { values_row },
                          .select = select,
                          .next = next };
  run->select = select;
  const AttStatus status = selecting_begin(run, &selecting);
  const bool more =
    status == ATT_OK ? stages_run(run, &selecting) : att_run_fail(run, status);
  att_groups_end(&selecting.groups);
  att_rowset_free(&selecting.sorted);
  att_rowset_free(&selecting.distinct);
  return more;
}
