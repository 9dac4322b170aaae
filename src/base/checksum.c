/* Checksums: whether bytes are those that were written. */
/* SPDX-License-Identifier: MIT */
#include "base/checksum.h"

/* Independent sums keep the multiplier busy: no byte waits for the last. */
#define SUM_LANES 4

static uint64_t
read64(const char* at) {
  uint64_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

static uint64_t
sum_mix(uint64_t sum, uint64_t value) {
  const uint64_t product = (sum ^ value) * 0x9e3779b97f4a7c15U;
  return product ^ (product >> 29);
}

uint64_t
att_checksum(Slice bytes) {
  uint64_t lanes[SUM_LANES] = { 1, 2, 3, 4 };
  size_t i = 0;
  for (; i + sizeof lanes <= bytes.length; i += sizeof lanes) {
    for (size_t lane = 0; lane < SUM_LANES; lane++) {
      lanes[lane] =
        sum_mix(lanes[lane], read64(bytes.start + i + lane * sizeof *lanes));
    }
  }
  uint64_t sum = bytes.length;
  for (; i < bytes.length; i++) {
    sum = sum_mix(sum, (unsigned char)bytes.start[i]);
  }
  for (size_t lane = 0; lane < SUM_LANES; lane++) {
    sum = sum_mix(sum, lanes[lane]);
  }
  return sum;
}
