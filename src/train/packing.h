/* A packing: the rows of one part of a model before they are written. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_PACKING_H
#define ATTACHE_TRAIN_PACKING_H

#include "base/list.h"
#include "base/slice.h"

typedef struct PackedRow {
  uint64_t key;
  Slice pairs;     /**< An even number of bytes, at most 510. */
  uint32_t bucket; /**< Set when written. */
} PackedRow;

/** All zeros is an empty one. */
typedef struct Packing {
  LIST(PackedRow) rows;
} Packing;

/** Adds a row; `pairs` is copied, an odd last byte is padded with a zero. */
AttStatus
att_packing_add(Arena* arena, Packing* packing, uint64_t key, Slice pairs);

/** Lays the rows out as "language/rows.h" says. Of two rows that a look-up
 * could not tell apart, the longer stays. Sorts the packing. */
AttStatus
att_packing_write(Arena* arena, Packing* packing, Slice* out);

/** Does that for pairs of a class (of `classes`) and its weight, as
 * "language/weights.h" says. */
AttStatus
att_packing_write_weights(Arena* arena, Packing* packing, size_t classes,
                          Slice* rows, Slice* wide);

#endif
