/* Rows: a packed hash table, read in place from the model file. */
/* SPDX-License-Identifier: MIT */
#include "language/rows.h"

AttStatus
att_rows_open(Slice section, Rows* out) {
  if (section.length < 2 * sizeof(uint32_t) + ROWS_PADDING) {
    return ATT_MODEL;
  }
  const unsigned char* const start = (const unsigned char*)section.start;
  const uint32_t buckets = rows_read32(start);
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
  return bucket_find(rows_bucket(rows, key), key);
}
