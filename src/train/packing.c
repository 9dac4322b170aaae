/* A packing: the rows of one part of a model before they are written. */
/* SPDX-License-Identifier: MIT */
#include "train/packing.h"

#include "language/weights.h"

#include <assert.h>
#include <stdlib.h>

/* Rows in a bucket, on average at most: more save room and cost time. */
#define BUCKET_ROWS 6

AttStatus
att_packing_add(Arena* arena, Packing* packing, uint64_t key, Slice pairs) {
  assert(pairs.length <= (size_t)2 * ROWS_MOST);
  Slice copy;
  TRY(att_slice_copy(arena, pairs, &copy));
  copy.length += copy.length % 2;
  return LIST_PUSH(arena, &packing->rows, ((PackedRow){ key, copy, 0 }));
}

static int
number_compare(uint64_t left, uint64_t right) {
  return (left > right) - (left < right);
}

static unsigned
mark_of(const PackedRow* row) {
  return (unsigned)(row->key >> 48);
}

/* By bucket, then by the bits that are stored, then the longer first; then by
 * anything, so that the order is one. */
static int
row_compare(const void* left, const void* right) {
  const PackedRow* const a = left;
  const PackedRow* const b = right;
  if (a->bucket != b->bucket) {
    return number_compare(a->bucket, b->bucket);
  }
  if (mark_of(a) != mark_of(b)) {
    return number_compare(mark_of(a), mark_of(b));
  }
  if (a->pairs.length != b->pairs.length) {
    return number_compare(b->pairs.length, a->pairs.length);
  }
  return number_compare(a->key, b->key);
}

/* Sorts the rows into as many buckets as they need. */
static void
rows_sort(Packing* packing, uint32_t* buckets) {
  *buckets = 1;
  while ((size_t)*buckets * BUCKET_ROWS < packing->rows.length) {
    *buckets *= 2;
  }
  PackedRow* const rows = packing->rows.items;
  for (size_t i = 0; i < packing->rows.length; i++) {
    rows[i].bucket = (uint32_t)rows[i].key & (*buckets - 1);
  }
  if (packing->rows.length > 0) {
    qsort(rows, packing->rows.length, sizeof *rows, row_compare);
  }
  size_t kept = 0;
  for (size_t i = 0; i < packing->rows.length; i++) {
    if (kept == 0 || rows[kept - 1].bucket != rows[i].bucket ||
        mark_of(&rows[kept - 1]) != mark_of(&rows[i])) {
      rows[kept++] = rows[i];
    }
  }
  packing->rows.length = kept;
}

/* What a bucket says of the length of its rows. */
typedef enum Lengths {
  LENGTHS,     /* The number of pairs of each. */
  LENGTH_SUMS, /* Of each and all before it. */
} Lengths;

/* Writes `count` rows as one bucket to `out`; where it ends. */
static char*
bucket_write(const PackedRow* rows, size_t count, Lengths lengths, char* out) {
  if (count == 0) {
    return out;
  }
  *out++ = (char)(unsigned char)count;
  for (size_t i = 0; i < count; i++) {
    *out++ = (char)(unsigned char)mark_of(&rows[i]);
    *out++ = (char)(unsigned char)(mark_of(&rows[i]) >> 8);
  }
  size_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    sum = (lengths == LENGTHS ? 0 : sum) + rows[i].pairs.length / 2;
    *out++ = (char)(unsigned char)sum;
  }
  for (size_t i = 0; i < count; i++) {
    memcpy(out, rows[i].pairs.start, rows[i].pairs.length);
    out += rows[i].pairs.length;
  }
  return out;
}

static size_t
size_most(const Packing* packing, uint32_t buckets) {
  size_t size = ((size_t)buckets + 2) * sizeof(uint32_t) + ROWS_PADDING;
  size += buckets;
  for (size_t i = 0; i < packing->rows.length; i++) {
    size += 3 + packing->rows.items[i].pairs.length;
  }
  return size;
}

/* Whether a byte can say all that a bucket says of these rows. */
static bool
bucket_fits(const PackedRow* rows, size_t count, Lengths lengths) {
  size_t pairs = 0;
  for (size_t i = 0; lengths == LENGTH_SUMS && i < count; i++) {
    pairs += rows[i].pairs.length / 2;
  }
  return count <= ROWS_MOST && pairs <= ROWS_MOST;
}

static AttStatus
table_write(Arena* arena, const Packing* packing, uint32_t buckets,
            Lengths lengths, Slice* out) {
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, size_most(packing, buckets), &bytes));
  memcpy(bytes, &buckets, sizeof buckets);
  char* const start = bytes + ((size_t)buckets + 2) * sizeof(uint32_t);
  char* at = start;
  size_t row = 0;
  for (uint32_t i = 0; i <= buckets; i++) {
    const uint32_t bound = (uint32_t)(at - start);
    memcpy(bytes + ((size_t)i + 1) * sizeof bound, &bound, sizeof bound);
    const size_t first = row;
    while (row < packing->rows.length && packing->rows.items[row].bucket == i) {
      row++;
    }
    const PackedRow* const rows = packing->rows.items + first;
    if (!bucket_fits(rows, row - first, lengths)) {
      return ATT_LIMIT;
    }
    at = bucket_write(rows, row - first, lengths, at);
  }
  *out = (Slice){ bytes, (size_t)(at - bytes) + ROWS_PADDING };
  return ATT_OK;
}

AttStatus
att_packing_write(Arena* arena, Packing* packing, Slice* out) {
  uint32_t buckets = 0;
  rows_sort(packing, &buckets);
  return table_write(arena, packing, buckets, LENGTHS, out);
}

/* Unpacks the pairs of a row, and says in their place that it is the wide row
 * with this number. */
static AttStatus
row_widen(Arena* arena, PackedRow* row, uint32_t number, int16_t* wide) {
  for (size_t i = 0; i < row->pairs.length; i += 2) {
    const unsigned char* const pair =
      (const unsigned char*)row->pairs.start + i;
    const int weight = pair[1] < 0x80 ? pair[1] : pair[1] - 0x100;
    wide[pair[0]] = (int16_t)(weight < 0 ? -weight * weight : weight * weight);
  }
  const unsigned char where[] = { WEIGHTS_WIDE, number & 0xFF,
                                  number >> 8 & 0xFF, number >> 16 & 0xFF };
  return att_slice_copy(arena, (Slice){ (const char*)where, sizeof where },
                        &row->pairs);
}

AttStatus
att_packing_write_weights(Arena* arena, Packing* packing, size_t classes,
                          Slice* rows, Slice* wide) {
  const size_t width = (classes + LANES - 1) / LANES * LANES;
  uint32_t buckets = 0;
  rows_sort(packing, &buckets);
  size_t count = 0;
  for (size_t i = 0; i < packing->rows.length; i++) {
    count += packing->rows.items[i].pairs.length > (size_t)2 * WEIGHTS_NARROW;
  }
  /* One more: of zeros. */
  const size_t size = (count + 1) * width * sizeof(int16_t);
  int16_t* numbers = NULL;
  TRY(att_arena_alloc(arena, size, &numbers));
  uint32_t number = 0;
  for (size_t i = 0; i < packing->rows.length; i++) {
    PackedRow* const row = &packing->rows.items[i];
    if (row->pairs.length > (size_t)2 * WEIGHTS_NARROW) {
      TRY(row_widen(arena, row, number, numbers + number * width));
      number++;
    }
  }
  *wide = (Slice){ (const char*)numbers, size };
  return table_write(arena, packing, buckets, LENGTH_SUMS, rows);
}
