/* Weights: what each feature says for and against each class. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_WEIGHTS_H
#define ATTACHE_LANGUAGE_WEIGHTS_H

#include "base/lanes.h"
#include "language/rows.h"

/* Two sections. In the buckets of the first (rows.h) stand, for each row,
 * 16 bits of its key; then, for each row, the number of pairs up to its end;
 * then the pairs of all rows. A narrow row has up to WEIGHTS_NARROW pairs of a
 * class and its weight; a wide one, of a feature that speaks of many classes,
 * has two pairs that say where in the second section it lies: WEIGHTS_WIDE and
 * the 24 bits of its number, the low ones first. There, each row has one 16-bit
 * number for each class: adding it up takes a few instructions. The last has
 * zeros. */

/** Most pairs of a narrow row. */
#define WEIGHTS_NARROW 14

/** In place of a class. */
#define WEIGHTS_WIDE 255

/** Most keys scored at once. */
#define WEIGHTS_KEYS 160

/** In borrowed memory; immutable, so threads may share them. */
typedef struct Weights {
  Rows rows;
  const int16_t* wide; /**< [wide_count][width] */
  size_t wide_count;
  size_t width; /**< A multiple of LANES, no less than the classes. */
  int16_t weights[256]; /**< What a narrow weight's byte stands for. */
} Weights;

/** The weights of `classes` classes in two sections, which must outlive them.
 * ATT_MODEL if their sizes are wrong. */
AttStatus
att_weights_open(Slice rows, Slice wide, size_t classes, Weights* out);

/** Sets `scores` to the sum of what the rows of `count` (at most WEIGHTS_KEYS)
 * keys give each class. A narrow weight q stands for q * |q|: small weights
 * matter and need the finer steps. */
void
att_weights_score(const Weights* weights, const uint64_t* keys, size_t count,
                  int32_t scores[ROWS_CLASSES]);

#endif
