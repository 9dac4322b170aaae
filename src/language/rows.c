/* Rows: a packed hash table, read in place from the model file. */
/* SPDX-License-Identifier: MIT */
#include "language/rows.h"

#include <assert.h>

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
  const Rows rows = {
    .starts = start + sizeof(uint32_t),
    .bytes = start + ((size_t)buckets + 2) * sizeof(uint32_t),
    .mask = buckets - 1,
  };
  const size_t size = room - ((size_t)buckets + 1) * sizeof(uint32_t);
  uint32_t last = 0;
  for (size_t i = 0; i <= buckets; i++) {
    const uint32_t bound = read32(rows.starts + i * sizeof(uint32_t));
    if (bound < last || bound > size) {
      return ATT_MODEL;
    }
    last = bound;
  }
  *out = rows;
  return ATT_OK;
}

/* Looks for the high bits of `key` in the bucket from `at` up to `end`, which
 * starts by saying how many rows it has. */
static Row
bucket_find(const unsigned char* at, const unsigned char* end, uint64_t key) {
  const size_t size = (size_t)(end - at);
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
  const unsigned char* const bounds =
    rows->starts + (key & rows->mask) * sizeof(uint32_t);
  return bucket_find(rows->bytes + read32(bounds),
                     rows->bytes + read32(bounds + sizeof(uint32_t)), key);
}

static void
row_add(Row row, int32_t scores[ROWS_CLASSES]) {
  for (size_t i = 0; i < row.count; i++) {
    const int weight = (signed char)row.pairs[2 * i + 1];
    scores[row.pairs[2 * i]] += weight * (weight < 0 ? -weight : weight);
  }
}

void
att_rows_score(const Rows* rows, const uint64_t* keys, size_t count,
               int32_t scores[ROWS_CLASSES]) {
  assert(count <= ROWS_KEYS);
  memset(scores, 0, ROWS_CLASSES * sizeof *scores);
  const unsigned char* begins[ROWS_KEYS];
  const unsigned char* ends[ROWS_KEYS];
  for (size_t i = 0; i < count; i++) {
    const unsigned char* const bounds =
      rows->starts + (keys[i] & rows->mask) * sizeof(uint32_t);
    begins[i] = rows->bytes + read32(bounds);
    ends[i] = rows->bytes + read32(bounds + sizeof(uint32_t));
  }
  /* Touching every bucket before the first branch lets the processor wait for
   * all the cache misses at once. */
  unsigned filled = 0;
  for (size_t i = 0; i < count; i++) {
    filled |= *begins[i];
  }
  if (filled == 0) {
    return;
  }
  for (size_t i = 0; i < count; i++) {
    row_add(bucket_find(begins[i], ends[i], keys[i]), scores);
  }
}
