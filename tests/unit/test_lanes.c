/* Lanes: the processor's way and the plain one give the same. */
/* SPDX-License-Identifier: MIT */
#include "base/lanes.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static uint16_t
next_number(uint32_t* state) {
  *state = *state * 1664525U + 1013904223U;
  return (uint16_t)(*state >> 16);
}

static void
finds_the_first_of_equal_numbers(void** state) {
  (void)state;
  unsigned char numbers[2 * LANES + 1] = { 0 };
  numbers[2 * 3 + 1] = 7;
  numbers[2 * 9 + 1] = 7;
  assert_int_equal(lanes_find(numbers + 1, 7), 3);
  assert_int_equal(lanes_find(numbers + 1, 0), 0);
  assert_int_equal(lanes_find(numbers + 1, 8), LANES);
}

static void
finds_what_the_plain_way_finds(void** state) {
  (void)state;
  uint32_t seed = 1;
  for (unsigned round = 0; round < 1000; round++) {
    unsigned char numbers[2 * LANES];
    for (size_t i = 0; i < sizeof numbers; i++) {
      numbers[i] = next_number(&seed) & 1;
    }
    const uint16_t wanted = next_number(&seed) & 0x101;
    assert_int_equal(lanes_find(numbers, wanted),
                     lanes_find_plain(numbers, wanted));
  }
}

static void
sums_what_the_plain_way_sums(void** state) {
  (void)state;
  enum { ROWS = 160, WIDTH = 2 * LANES };
  static int16_t numbers[ROWS][WIDTH];
  const int16_t* rows[ROWS];
  uint32_t seed = 2;
  for (size_t i = 0; i < ROWS; i++) {
    for (size_t k = 0; k < WIDTH; k++) {
      numbers[i][k] = (int16_t)(next_number(&seed) - 0x8000);
    }
    rows[i] = numbers[i];
  }
  for (size_t count = 0; count <= ROWS; count += 2) {
    int32_t sums[LANES];
    int32_t plain[LANES];
    lanes_sum(rows, count, LANES, sums);
    lanes_sum_plain(rows, count, LANES, plain);
    assert_memory_equal(sums, plain, sizeof sums);
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(finds_the_first_of_equal_numbers),
    cmocka_unit_test(finds_what_the_plain_way_finds),
    cmocka_unit_test(sums_what_the_plain_way_sums),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
