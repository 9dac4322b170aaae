/* Rows of terms, each kept once or as often as it comes. */
/* SPDX-License-Identifier: MIT */
#include "graph/rowset.h"

#include <stdlib.h>
#include <string.h>

uint32_t*
att_rowset_at(const RowSet* rows, size_t index) {
  return rows->terms + index * rows->width;
}

static uint64_t
hash_step(uint64_t hash, uint32_t term) {
  hash = (hash ^ term) * 0xbf58476d1ce4e5b9U;
  return hash ^ hash >> 29;
}

static uint64_t
row_hash(const uint32_t* row, size_t width) {
  uint64_t hash = 0x9e3779b97f4a7c15U;
  for (size_t i = 0; i < width; i++) {
    hash = hash_step(hash, row[i]);
  }
  return hash ^ hash >> 32;
}

AttStatus
att_rowset_add(RowSet* rows, const uint32_t* row) {
  if (rows->count == rows->room) {
    const size_t room = rows->room == 0 ? 16 : rows->room * 2;
    if (room > UINT32_MAX / 2) {
      return ATT_LIMIT;
    }
    uint32_t* const terms =
      realloc(rows->terms, (room * rows->width + 1) * sizeof *terms);
    if (terms == NULL) {
      return ATT_NO_MEMORY;
    }
    rows->terms = terms;
    rows->room = room;
  }
  if (rows->width > 0) {
    memcpy(att_rowset_at(rows, rows->count), row, rows->width * sizeof *row);
  }
  rows->count++;
  return ATT_OK;
}

static size_t
slot_of(const RowSet* rows, const uint32_t* row) {
  const size_t mask = rows->slot_count - 1;
  size_t slot = (size_t)row_hash(row, rows->width) & mask;
  while (rows->slots[slot] != 0 &&
         memcmp(att_rowset_at(rows, rows->slots[slot] - 1), row,
                rows->width * sizeof *row) != 0) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

static AttStatus
slots_grow(RowSet* rows) {
  const size_t count = rows->slot_count == 0 ? 64 : rows->slot_count * 2;
  uint32_t* const slots = calloc(count, sizeof *slots);
  if (slots == NULL) {
    return ATT_NO_MEMORY;
  }
  free(rows->slots);
  rows->slots = slots;
  rows->slot_count = count;
  for (size_t i = 0; i < rows->count; i++) {
    slots[slot_of(rows, att_rowset_at(rows, i))] = (uint32_t)i + 1;
  }
  return ATT_OK;
}

AttStatus
att_rowset_find(RowSet* rows, const uint32_t* row, size_t* out, bool* added) {
  if ((rows->count + 1) * 2 > rows->slot_count) {
    TRY(slots_grow(rows));
  }
  const size_t slot = slot_of(rows, row);
  *added = rows->slots[slot] == 0;
  if (*added) {
    TRY(att_rowset_add(rows, row));
    rows->slots[slot] = (uint32_t)rows->count;
  }
  *out = rows->slots[slot] - 1;
  return ATT_OK;
}

static bool
has_key(const uint32_t* row, const size_t* columns, size_t count,
        const uint32_t* key) {
  for (size_t i = 0; i < count; i++) {
    if (row[columns[i]] != key[i]) {
      return false;
    }
  }
  return true;
}

static size_t
key_slot(const RowSet* rows, const size_t* columns, size_t count,
         const uint32_t* key) {
  const size_t mask = rows->slot_count - 1;
  size_t slot = (size_t)row_hash(key, count) & mask;
  while (
    rows->slots[slot] != 0 &&
    !has_key(att_rowset_at(rows, rows->slots[slot] - 1), columns, count, key)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

AttStatus
att_rowset_key(RowSet* rows, const size_t* columns, size_t count) {
  rows->slot_count = 64;
  while (rows->slot_count < rows->count * 2) {
    rows->slot_count *= 2;
  }
  uint32_t* const key = malloc((count + 1) * sizeof *key);
  rows->slots = calloc(rows->slot_count, sizeof *rows->slots);
  rows->chains = calloc(rows->count + 1, sizeof *rows->chains);
  if (key == NULL || rows->slots == NULL || rows->chains == NULL) {
    free(key);
    return ATT_NO_MEMORY;
  }
  for (size_t i = 0; i < rows->count; i++) {
    for (size_t j = 0; j < count; j++) {
      key[j] = att_rowset_at(rows, i)[columns[j]];
    }
    const size_t slot = key_slot(rows, columns, count, key);
    rows->chains[i] = rows->slots[slot];
    rows->slots[slot] = (uint32_t)i + 1;
  }
  free(key);
  return ATT_OK;
}

uint32_t
att_rowset_lookup(const RowSet* rows, const size_t* columns, size_t count,
                  const uint32_t* key) {
  return rows->slots[key_slot(rows, columns, count, key)];
}

void
att_rowset_free(RowSet* rows) {
  free(rows->terms);
  free(rows->slots);
  free(rows->chains);
  *rows = (RowSet){ 0 };
}
