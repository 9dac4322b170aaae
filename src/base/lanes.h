/* Lanes: sixteen numbers at once, where the processor has them. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_LANES_H
#define ATTACHE_BASE_LANES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/** Numbers that are searched, and summed up, at once. */
#define LANES 16

/** Asks for the memory at `address`, which is used soon. */
static inline void
lanes_fetch(const void* address) {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#else
  (void)address;
#endif
}

/** What lanes_find does, one by one. */
static inline size_t
lanes_find_plain(const unsigned char* numbers, uint16_t wanted) {
  size_t place = 0;
  for (; place < LANES; place++) {
    uint16_t number;
    memcpy(&number, numbers + place * sizeof number, sizeof number);
    if (number == wanted) {
      break;
    }
  }
  return place;
}

/** What lanes_sum does, one by one. */
static inline void
lanes_sum_plain(const int16_t* const* rows, size_t count, size_t at,
                int32_t sums[LANES]) {
  for (size_t k = 0; k < LANES; k++) {
    sums[k] = 0;
    for (size_t i = 0; i < count; i++) {
      sums[k] += rows[i][at + k];
    }
  }
}

/** The place of the first of LANES 16-bit numbers at `numbers` (of any
 * alignment) that is `wanted`, or LANES. Takes the same time for each. */
static inline size_t
lanes_find(const unsigned char* numbers, uint16_t wanted) {
#if defined(__SSE2__)
  const __m128i sought = _mm_set1_epi16((short)wanted);
  const __m128i* const at = (const __m128i*)(const void*)numbers;
  const __m128i low = _mm_cmpeq_epi16(_mm_loadu_si128(at), sought);
  const __m128i high = _mm_cmpeq_epi16(_mm_loadu_si128(at + 1), sought);
  const uint32_t found =
    (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(low, high)) | 1U << LANES;
  return (size_t)__builtin_ctz(found);
#else
  return lanes_find_plain(numbers, wanted);
#endif
}

/** Sets LANES `sums` to those of the numbers from `at` on in `count` rows, an
 * even number. */
static inline void
lanes_sum(const int16_t* const* rows, size_t count, size_t at,
          int32_t sums[LANES]) {
#if defined(__SSE2__)
  const __m128i ones = _mm_set1_epi16(1);
  __m128i sum[4] = { _mm_setzero_si128(), _mm_setzero_si128(),
                     _mm_setzero_si128(), _mm_setzero_si128() };
  for (size_t i = 0; i < count; i += 2) {
    const __m128i* const a = (const __m128i*)(const void*)(rows[i] + at);
    const __m128i* const b = (const __m128i*)(const void*)(rows[i + 1] + at);
    for (size_t k = 0; k < 2; k++) {
      /* Multiplying by one adds neighbours up, which are of two rows. */
      const __m128i left = _mm_loadu_si128(a + k);
      const __m128i right = _mm_loadu_si128(b + k);
      const __m128i low = _mm_unpacklo_epi16(left, right);
      const __m128i high = _mm_unpackhi_epi16(left, right);
      sum[2 * k] = _mm_add_epi32(sum[2 * k], _mm_madd_epi16(low, ones));
      sum[2 * k + 1] =
        _mm_add_epi32(sum[2 * k + 1], _mm_madd_epi16(high, ones));
    }
  }
  memcpy(sums, sum, sizeof sum);
#else
  lanes_sum_plain(rows, count, at, sums);
#endif
}

#endif
