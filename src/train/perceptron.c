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
att_perceptron_begin(void) {
  return (Perceptron){ .arena = att_arena_begin(PERCEPTRON_MOST_BYTES) };
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
  while (perceptron->rows[slot].key != key &&
         perceptron->rows[slot].key != 0) {
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
  const PerceptronRow* rows[ROWS_KEYS];
  for (size_t i = 0; i < count; i++) {
    rows[i] = row_find(perceptron, keys[i]);
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < rows[i]->count; k++) {
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
cell_change(Perceptron* perceptron, PerceptronRow* row, uint8_t class,
            int32_t change) {
  size_t i = 0;
  while (i < row->count && row->cells[i].class != class) {
    i++;
  }
  if (i == row->count) {
    if (row->count == row->capacity) {
      TRY(cells_grow(perceptron, row));
    }
    row->cells[row->count++] = (Cell){ .class = class };
  }
  row->cells[i].weight += change;
  row->cells[i].late += change * perceptron->time;
  return ATT_OK;
}

AttStatus
att_perceptron_learn(Perceptron* perceptron, const uint64_t* keys,
                     size_t count, uint8_t good, uint8_t bad) {
  perceptron->time++;
  if (good == bad) {
    return ATT_OK;
  }
  for (size_t i = 0; i < count; i++) {
    if (perceptron->row_count * 10 >= perceptron->slot_count * 7) {
      TRY(rows_grow(perceptron));
    }
    PerceptronRow* const row = row_find(perceptron, keys[i]);
    perceptron->row_count += row->key == 0;
    row->key = keys[i];
    row->updates++;
    TRY(cell_change(perceptron, row, good, 1));
    TRY(cell_change(perceptron, row, bad, -1));
  }
  return ATT_OK;
}

static double
cell_average(const Perceptron* perceptron, const Cell* cell) {
  return cell->weight - (double)cell->late / (double)perceptron->time;
}

static bool
row_kept(const PerceptronRow* row, Pruning pruning) {
  return row->key != 0 && row->updates >= pruning.updates;
}

/* What a weight of 1 after quantising stands for. */
static double
step_find(const Perceptron* perceptron, Pruning pruning) {
  double most = 0;
  for (size_t i = 0; i < perceptron->slot_count; i++) {
    const PerceptronRow* const row = &perceptron->rows[i];
    for (size_t k = 0; row_kept(row, pruning) && k < row->count; k++) {
      most = fmax(most, fabs(cell_average(perceptron, &row->cells[k])));
    }
  }
  return most / (INT8_MAX * INT8_MAX);
}

static AttStatus
row_pack(const Perceptron* perceptron, const PerceptronRow* row,
         double step, double least, Packing* out, Arena* arena) {
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
att_perceptron_pack(const Perceptron* perceptron, Pruning pruning,
                    Arena* arena, Packing* out) {
  const double step = step_find(perceptron, pruning);
  for (size_t i = 0; i < perceptron->slot_count; i++) {
    if (row_kept(&perceptron->rows[i], pruning)) {
      TRY(row_pack(perceptron, &perceptron->rows[i], step, pruning.weight,
                   out, arena));
    }
  }
  return ATT_OK;
}
