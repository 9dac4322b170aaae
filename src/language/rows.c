/* Rows: a packed hash table, read in place from the model file. */
/* SPDX-License-Identifier: MIT */
#include "language/rows.h"

#include <assert.h>

/* The sign bit of a byte in two's complement. */
#define SIGN 0x80

static uint32_t
read32(const unsigned char* at) {
  uint32_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

AttStatus
att_rows_open(Slice section, Rows* out) {
  if (section.length < 2 * sizeof(uint32_t) + ROWS_PADDING) {
    return ATT_MODEL;
  }
  const unsigned char* const start = (const unsigned char*)section.start;
  const uint32_t buckets = read32(start);
  const size_t room = section.length - sizeof(uint32_t) - ROWS_PADDING;
  if (buckets == 0 || (buckets & (buckets - 1)) != 0 ||
      buckets >= room / sizeof(uint32_t)) {
    return ATT_MODEL;
  }
  const size_t size = room - ((size_t)buckets + 1) * sizeof(uint32_t);
  *out = (Rows){
    .starts = start + sizeof(uint32_t),
    .bytes = start + ((size_t)buckets + 2) * sizeof(uint32_t),
    .size = size < UINT32_MAX ? (uint32_t)size : UINT32_MAX,
    .mask = buckets - 1,
  };
  return ATT_OK;
}

/* Bytes `begin` up to `end` of a table. */
typedef struct Bucket {
  const unsigned char* begin;
  const unsigned char* end;
} Bucket;

/* The bucket of `key`; an empty one where its bounds are damaged. Its first
 * byte may be read, whatever its length. */
static Bucket
bucket_of(const Rows* rows, uint64_t key) {
  const unsigned char* const bounds =
    rows->starts + (key & rows->mask) * sizeof(uint32_t);
  const uint32_t begin = read32(bounds);
  const uint32_t end = read32(bounds + sizeof(uint32_t));
  return begin <= end && end <= rows->size
           ? (Bucket){ rows->bytes + begin, rows->bytes + end }
           : (Bucket){ rows->bytes, rows->bytes };
}

/* Looks for the high bits of `key` in the bucket, which starts by saying how
 * many rows it has. */
static Row
bucket_find(Bucket bucket, uint64_t key) {
  const unsigned char* const at = bucket.begin;
  const size_t size = (size_t)(bucket.end - at);
  const size_t count = size == 0 ? 0 : *at;
  if (size < 1 + 3 * count) {
    return (Row){ NULL, 0 };
  }
  const unsigned char* const marks = at + 1;
  const unsigned char* const counts = marks + 2 * count;
  const unsigned low = (unsigned)(key >> 48) & 0xFF;
  const unsigned high = (unsigned)(key >> 56);
  size_t skip = 0;
  for (size_t i = 0; i < count; i++) {
    if (marks[2 * i] == low && marks[2 * i + 1] == high) {
      const size_t begin = 1 + 3 * count + 2 * skip;
      const size_t pairs = counts[i];
      return begin + 2 * pairs <= size ? (Row){ at + begin, pairs }
                                       : (Row){ NULL, 0 };
    }
    skip += counts[i];
  }
  return (Row){ NULL, 0 };
}

Row
att_rows_find(const Rows* rows, uint64_t key) {
  return bucket_find(bucket_of(rows, key), key);
}

static void
row_add(Row row, int32_t scores[ROWS_CLASSES]) {
  for (size_t i = 0; i < row.count; i++) {
    const int weight = (row.pairs[2 * i + 1] ^ SIGN) - SIGN;
    scores[row.pairs[2 * i]] += weight * (weight < 0 ? -weight : weight);
  }
}

void
att_rows_score(const Rows* rows, const uint64_t* keys, size_t count,
               int32_t scores[ROWS_CLASSES]) {
  assert(count <= ROWS_KEYS);
  memset(scores, 0, ROWS_CLASSES * sizeof *scores);
  Bucket buckets[ROWS_KEYS];
  for (size_t i = 0; i < count; i++) {
    buckets[i] = bucket_of(rows, keys[i]);
  }
  /* Touching every bucket before the first branch lets the processor wait for
   * all the cache misses at once. */
  unsigned filled = 0;
  for (size_t i = 0; i < count; i++) {
    filled |= *buckets[i].begin;
  }
  if (filled == 0) {
    return;
  }
  for (size_t i = 0; i < count; i++) {
    row_add(bucket_find(buckets[i], keys[i]), scores);
  }
}
