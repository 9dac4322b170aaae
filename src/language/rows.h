/* Rows: a packed hash table, read in place from the model file. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_ROWS_H
#define ATTACHE_LANGUAGE_ROWS_H

#include "base/slice.h"

/* A section is: the number of buckets (a power of two, 32 bits, little-endian
 * as all), where each bucket starts and the last ends (32 bits each), then the
 * buckets and ROWS_PADDING bytes. A bucket is: its number of rows (one byte);
 * for each row 16 bits of its key; for each row its number of pairs (one
 * byte); the pairs of all rows. The low bits of a key choose the bucket, the
 * high 16 the row; a foreign key passes for one of ours about once in 16,000
 * look-ups. Scanning a short bucket costs one cache miss, as a probe does, and
 * needs less than half the room of open addressing. */

/** Bytes behind the last bucket, so that so many may always be read. */
#define ROWS_PADDING 64

/** Most rows in a bucket and pairs in a row. */
#define ROWS_MOST 255

/** Scores have room for any class a byte can name. */
#define ROWS_CLASSES 256

/** A table in borrowed memory; immutable, so threads may share it. */
typedef struct Rows {
  const unsigned char* starts; /**< [buckets + 1] times 32 bits */
  const unsigned char* bytes;
  uint32_t size; /**< Most bytes that buckets take. */
  uint32_t mask; /**< buckets - 1 */
} Rows;

/** Pairs of bytes filed under a key: a class and its weight, or just text. */
typedef struct Row {
  const unsigned char* pairs; /**< 2 * count bytes; NULL: no such row. */
  size_t count;
} Row;

/** The table in `section`, which must outlive it. ATT_MODEL if its sizes are
 * wrong. Bounds are checked at each look-up: reading them all takes longer than
 * using a few. */
AttStatus
att_rows_open(Slice section, Rows* out);

/** The row of `key`. Whatever the bytes, it lies within the section. */
Row
att_rows_find(const Rows* rows, uint64_t key);

static inline uint32_t
rows_read32(const unsigned char* at) {
  uint32_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

/** Bytes `begin` up to `end` of a table. */
typedef struct Bucket {
  const unsigned char* begin;
  const unsigned char* end;
} Bucket;

/** The bucket of `key`; an empty one where its bounds are damaged. ROWS_PADDING
 * bytes from its end on may be read. */
static inline Bucket
rows_bucket(const Rows* rows, uint64_t key) {
  const unsigned char* const bounds =
    rows->starts + (key & rows->mask) * sizeof(uint32_t);
  const uint32_t begin = rows_read32(bounds);
  const uint32_t end = rows_read32(bounds + sizeof(uint32_t));
  return begin <= end && end <= rows->size
           ? (Bucket){ rows->bytes + begin, rows->bytes + end }
           : (Bucket){ rows->bytes, rows->bytes };
}

#endif
