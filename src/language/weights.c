/* Weights: what each feature says for and against each class. */
/* SPDX-License-Identifier: MIT */
#include "language/weights.h"

#include "base/lanes.h"

#include <assert.h>

/* The sign bit of a byte in two's complement. */
#define SIGN 0x80

/* Most buckets are no longer. */
#define MOST_BYTES 60

#define NARROW_BYTES (2 * (size_t)WEIGHTS_NARROW)

/* All loads of a look-up that are not checked stay in the padding. */
_Static_assert(1 + 2 * LANES <= ROWS_PADDING, "Marks need padding");
_Static_assert(MOST_BYTES <= ROWS_PADDING, "What is asked for is there");
_Static_assert(NARROW_BYTES <= ROWS_PADDING, "Pairs need padding");

AttStatus
att_weights_open(Slice rows, Slice wide, size_t classes, Weights* out) {
  Weights weights = {
    .wide = (const int16_t*)(const void*)wide.start,
    .width = (classes + LANES - 1) / LANES * LANES,
  };
  const size_t row = weights.width * sizeof *weights.wide;
  if (classes > WEIGHTS_WIDE || wide.length == 0 || wide.length % row != 0) {
    return ATT_MODEL;
  }
  weights.wide_count = wide.length / row;
  for (int byte = 0; byte <= UINT8_MAX; byte++) {
    const int weight = (byte ^ SIGN) - SIGN;
    weights.weights[byte] =
      (int16_t)(weight < 0 ? -weight * weight : weight * weight);
  }
  TRY(att_rows_open(rows, &weights.rows));
  *out = weights;
  return ATT_OK;
}

/* The place among the `count` rows of a bucket of the one with `mark`; no less
 * than `count` if there is none. Nearly always the first look is enough. */
static size_t
place_find(const unsigned char* marks, size_t count, uint16_t mark) {
  size_t first = 0;
  size_t place = lanes_find(marks, mark);
  if (count > LANES) {
    while (place == LANES && first + LANES < count) {
      first += LANES;
      place = lanes_find(marks + 2 * first, mark);
    }
  }
  return first + place;
}

/* The pairs of the row of `key`, and no more than a narrow row has. Computes
 * where they are even if there are none, and adds up truths instead of asking
 * one after the other: a wrong guess of the processor costs more. */
static Row
row_find(Bucket bucket, uint64_t key) {
  const unsigned char* const marks = bucket.begin + 1;
  const size_t size = (size_t)(bucket.end - bucket.begin);
  const size_t rows = bucket.begin[0];
  const size_t count = size >= 1 + 3 * rows ? rows : 0;
  const size_t found = place_find(marks, count, (uint16_t)(key >> 48));
  const size_t inside = found < count;
  const size_t place = inside ? found : 0;
  const unsigned char* const ends = marks + 2 * count;
  /* Before the first end stands a byte of the last mark. */
  const size_t begin = place == 0 ? 0 : ends[(ptrdiff_t)place - 1];
  const size_t pairs = (size_t)ends[place] - begin;
  const size_t whole = inside & (pairs <= WEIGHTS_NARROW) &
                       (1 + 3 * count + 2 * (begin + pairs) <= size);
  return (Row){ whole ? ends + count + 2 * begin : marks, whole ? pairs : 0 };
}

static const int16_t*
wide_at(const Weights* weights, size_t number) {
  const size_t last = weights->wide_count - 1;
  return weights->wide + (number < last ? number : last) * weights->width;
}

/* The last wide row has zeros: it makes their number even. */
static void
wide_add(const Weights* weights, const int16_t* rows[], size_t count,
         int32_t* scores) {
  rows[count] = wide_at(weights, SIZE_MAX);
  for (size_t at = 0; at < weights->width; at += LANES) {
    lanes_sum(rows, count + count % 2, at, scores + at);
  }
}

/* A damaged pair may name a class behind the width. */
static void
narrow_add(const Weights* weights, const unsigned char* pairs, size_t bytes,
           int32_t* scores) {
  for (size_t i = 0; i < bytes; i += 2) {
    scores[pairs[i]] += weights->weights[pairs[i + 1]];
  }
}

/* Finds the buckets of the keys, and asks for every one before the first is
 * used: so the processor waits for all the cache misses at once. */
static void
buckets_find(const Rows* rows, const uint64_t* keys, size_t count,
             Bucket* buckets) {
  for (size_t i = 0; i < count; i++) {
    buckets[i] = rows_bucket(rows, keys[i]);
    lanes_fetch(buckets[i].begin);
    lanes_fetch(buckets[i].begin + MOST_BYTES);
  }
}

/* First gathers the rows of all keys, copying as much as a narrow row can have
 * and then counting what it has: no branch depends on a row. */
void
att_weights_score(const Weights* weights, const uint64_t* keys, size_t count,
                  int32_t scores[ROWS_CLASSES]) {
  assert(count <= WEIGHTS_KEYS);
  memset(scores + weights->width, 0,
         (ROWS_CLASSES - weights->width) * sizeof *scores);
  Bucket buckets[WEIGHTS_KEYS];
  buckets_find(&weights->rows, keys, count, buckets);
  const int16_t* wide[WEIGHTS_KEYS + 1];
  size_t wide_count = 0;
  unsigned char pairs[WEIGHTS_KEYS * NARROW_BYTES];
  size_t bytes = 0;
  for (size_t i = 0; i < count; i++) {
    const Row row = row_find(buckets[i], keys[i]);
    const unsigned char* const at = row.pairs;
    const bool is_wide = row.count == 2 && at[0] == WEIGHTS_WIDE;
    wide[wide_count] =
      wide_at(weights, at[1] | (size_t)at[2] << 8 | (size_t)at[3] << 16);
    wide_count += is_wide;
    memcpy(pairs + bytes, at, NARROW_BYTES);
    bytes += is_wide ? 0 : 2 * row.count;
  }
  wide_add(weights, wide, wide_count, scores);
  narrow_add(weights, pairs, bytes, scores);
}
