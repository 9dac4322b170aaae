/* An averaged perceptron: sparse weights while they are being learned. */
/* SPDX-License-Identifier: MIT */
#include "train/perceptron.h"

#include <math.h>

/* More weights than any treebank of English gives rise to. */
#define PERCEPTRON_MOST_BYTES ((size_t)16 << 30)

/* The weight of one class. The average over all times is weight - late / time:
 * `late` sums every change with the time it came at. */
typedef struct Cell {
  int64_t late;
  int32_t weight;
  uint8_t class;
} Cell;

struct PerceptronRow {
  uint64_t key; /* 0: free */
  Cell* cells;
  uint32_t updates;
  uint16_t count;
  uint16_t capacity;
};

Perceptron
att_perceptron_begin(uint32_t least) {
  return (Perceptron){ .arena = att_arena_begin(PERCEPTRON_MOST_BYTES),
                       .least = least };
}

void
att_perceptron_end(Perceptron* perceptron) {
  att_arena_end(&perceptron->arena);
  *perceptron = (Perceptron){ 0 };
}

/* The row of `key`, or the free one where it belongs. */
static PerceptronRow*
row_find(const Perceptron* perceptron, uint64_t key) {
  const size_t mask = perceptron->slot_count - 1;
  size_t slot = key & mask;
  while (perceptron->rows[slot].key != key && perceptron->rows[slot].key != 0) {
    slot = (slot + 1) & mask;
  }
  return &perceptron->rows[slot];
}

static AttStatus
rows_grow(Perceptron* perceptron) {
  const PerceptronRow* const old = perceptron->rows;
  const size_t old_count = perceptron->slot_count;
  const size_t count = old_count == 0 ? 1U << 16 : old_count * 2;
  TRY(att_arena_alloc(&perceptron->arena, count * sizeof *old,
                      &perceptron->rows));
  perceptron->slot_count = count;
  for (size_t i = 0; i < old_count; i++) {
    if (old[i].key != 0) {
      *row_find(perceptron, old[i].key) = old[i];
    }
  }
  return ATT_OK;
}

void
att_perceptron_score(const Perceptron* perceptron, const uint64_t* keys,
                     size_t count, int32_t scores[ROWS_CLASSES]) {
  memset(scores, 0, ROWS_CLASSES * sizeof *scores);
  if (perceptron->slot_count == 0) {
    return;
  }
  const PerceptronRow* rows[WEIGHTS_KEYS];
  for (size_t i = 0; i < count; i++) {
    rows[i] = row_find(perceptron, keys[i]);
  }
  for (size_t i = 0; i < count; i++) {
    const bool heard = rows[i]->updates >= perceptron->least;
    for (size_t k = 0; heard && k < rows[i]->count; k++) {
      scores[rows[i]->cells[k].class] += rows[i]->cells[k].weight;
    }
  }
}

static AttStatus
cells_grow(Perceptron* perceptron, PerceptronRow* row) {
  const uint16_t capacity =
    row->capacity == 0 ? 2 : (uint16_t)(row->capacity * 2);
  Cell* cells = NULL;
  TRY(att_arena_alloc(&perceptron->arena, capacity * sizeof *cells, &cells));
  if (row->count > 0) {
    memcpy(cells, row->cells, row->count * sizeof *cells);
  }
  row->cells = cells;
  row->capacity = capacity;
  return ATT_OK;
}

static AttStatus
cell_add(Perceptron* perceptron, PerceptronRow* row, Cell change) {
  size_t i = 0;
  while (i < row->count && row->cells[i].class != change.class) {
    i++;
  }
  if (i == row->count) {
    if (row->count == row->capacity) {
      TRY(cells_grow(perceptron, row));
    }
    row->cells[row->count++] = (Cell){ .class = change.class };
  }
  row->cells[i].weight += change.weight;
  row->cells[i].late += change.late;
  return ATT_OK;
}

/* The row of `key`, made if there is none. */
static AttStatus
row_take(Perceptron* perceptron, uint64_t key, PerceptronRow** out) {
  if (perceptron->row_count * 10 >= perceptron->slot_count * 7) {
    TRY(rows_grow(perceptron));
  }
  PerceptronRow* const row = row_find(perceptron, key);
  perceptron->row_count += row->key == 0;
  row->key = key;
  *out = row;
  return ATT_OK;
}

AttStatus
att_perceptron_learn(Perceptron* perceptron, const uint64_t* keys, size_t count,
                     uint8_t good, uint8_t bad) {
  perceptron->time++;
  if (good == bad) {
    return ATT_OK;
  }
  const int64_t time = perceptron->time;
  for (size_t i = 0; i < count; i++) {
    PerceptronRow* row = NULL;
    TRY(row_take(perceptron, keys[i], &row));
    row->updates++;
    TRY(cell_add(perceptron, row, (Cell){ time, 1, good }));
    TRY(cell_add(perceptron, row, (Cell){ -time, -1, bad }));
  }
  return ATT_OK;
}

static double
cell_average(const Perceptron* perceptron, const Cell* cell) {
  return cell->weight - (double)cell->late / (double)perceptron->time;
}

static bool
row_kept(const Perceptron* perceptron, const PerceptronRow* row) {
  return row->key != 0 && row->updates >= perceptron->least;
}

AttStatus
att_perceptron_merge(Perceptron* into, const Perceptron* from) {
  into->time = from->time;
  for (size_t i = 0; i < from->slot_count; i++) {
    const PerceptronRow* const row = &from->rows[i];
    if (!row_kept(from, row)) {
      continue;
    }
    PerceptronRow* sum = NULL;
    TRY(row_take(into, row->key, &sum));
    sum->updates += row->updates;
    for (size_t k = 0; k < row->count; k++) {
      TRY(cell_add(into, sum, row->cells[k]));
    }
  }
  return ATT_OK;
}

/* What a weight of 1 after quantising stands for. */
static double
step_find(const Perceptron* perceptron) {
  double most = 0;
  for (size_t i = 0; i < perceptron->slot_count; i++) {
    const PerceptronRow* const row = &perceptron->rows[i];
    for (size_t k = 0; row_kept(perceptron, row) && k < row->count; k++) {
      most = fmax(most, fabs(cell_average(perceptron, &row->cells[k])));
    }
  }
  return most / (INT8_MAX * INT8_MAX);
}

static AttStatus
row_pack(const Perceptron* perceptron, const PerceptronRow* row, double step,
         double least, Packing* out, Arena* arena) {
  unsigned char pairs[2 * ROWS_MOST];
  size_t count = 0;
  for (size_t i = 0; i < row->count && count < ROWS_MOST; i++) {
    const double average = cell_average(perceptron, &row->cells[i]);
    const long root = lrint(sqrt(fabs(average) / step));
    if (fabs(average) >= least && root > 0) {
      pairs[2 * count] = row->cells[i].class;
      pairs[2 * count + 1] =
        (unsigned char)(signed char)(average < 0 ? -root : root);
      count++;
    }
  }
  if (count == 0) {
    return ATT_OK;
  }
  return att_packing_add(arena, out, row->key,
                         (Slice){ (const char*)pairs, 2 * count });
}

AttStatus
att_perceptron_pack(const Perceptron* perceptron, double weight, Arena* arena,
                    Packing* out) {
  const double step = step_find(perceptron);
  for (size_t i = 0; i < perceptron->slot_count; i++) {
    const PerceptronRow* const row = &perceptron->rows[i];
    if (row_kept(perceptron, row)) {
      TRY(row_pack(perceptron, row, step, weight, out, arena));
    }
  }
  return ATT_OK;
}
