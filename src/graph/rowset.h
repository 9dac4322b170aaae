/* Rows of terms, each kept once or as often as it comes. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_ROWSET_H
#define ATTACHE_GRAPH_ROWSET_H

#include "base/list.h"

/** Set `width`; all else zero. */
typedef struct RowSet {
  size_t width; /**< Terms in a row. */
  size_t count;
  uint32_t* terms; /**< Row by row. */
  size_t room;     /**< For so many rows. */
  uint32_t* slots; /**< Open addressing: 1 + the index of a row. */
  size_t slot_count;
  uint32_t* chains; /**< [row]: 1 + a former row of the same key, or 0. */
} RowSet;

/** Adds a copy of `row`. ATT_LIMIT beyond what there are numbers for. */
AttStatus
att_rowset_add(RowSet* rows, const uint32_t* row);

/** The index of a row like `row`, added if there is none. */
AttStatus
att_rowset_find(RowSet* rows, const uint32_t* row, size_t* out, bool* added);

/** The row at `index` (< count). */
uint32_t*
att_rowset_at(const RowSet* rows, size_t index);

/** Makes rows ready to be looked up by the terms of `columns`. */
AttStatus
att_rowset_key(RowSet* rows, const size_t* columns, size_t count);

/** The last row that has the terms `key` there, 1 + its index, or 0; those
 * before it are chained to it. */
uint32_t
att_rowset_lookup(const RowSet* rows, const size_t* columns, size_t count,
                  const uint32_t* key);

void
att_rowset_free(RowSet* rows);

#endif
