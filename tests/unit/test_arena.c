/* Arenas: alignment, zeroing, the ceiling, reset. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define MEBIBYTE ((size_t)1024 * 1024)

static void
hands_out_zeroed_aligned_memory(void** state) {
  (void)state;
  Arena arena = att_arena_begin(MEBIBYTE);
  for (size_t size = 0; size < 100; size++) {
    unsigned char* bytes = NULL;
    assert_int_equal(att_arena_alloc(&arena, size, &bytes), ATT_OK);
    assert_int_equal((uintptr_t)bytes % alignof(max_align_t), 0);
    for (size_t i = 0; i < size; i++) {
      assert_int_equal(bytes[i], 0);
    }
    memset(bytes, 0xFF, size);
  }
  att_arena_end(&arena);
}

static void
keeps_objects_apart(void** state) {
  (void)state;
  Arena arena = att_arena_begin(MEBIBYTE);
  unsigned char* first = NULL;
  unsigned char* second = NULL;
  assert_int_equal(att_arena_alloc(&arena, 10, &first), ATT_OK);
  memset(first, 1, 10);
  assert_int_equal(att_arena_alloc(&arena, 10, &second), ATT_OK);
  memset(second, 2, 10);
  for (size_t i = 0; i < 10; i++) {
    assert_int_equal(first[i], 1);
  }
  att_arena_end(&arena);
}

static void
large_arrays_grow_where_they_are_and_can_be_dropped(void** state) {
  (void)state;
  Arena arena = att_arena_begin(64 * MEBIBYTE);
  unsigned char* small = NULL;
  unsigned char* large = NULL;
  assert_int_equal(att_arena_alloc(&arena, 10, &small), ATT_OK);
  memset(small, 1, 10);
  assert_int_equal(att_arena_alloc(&arena, MEBIBYTE, &large), ATT_OK);
  memset(large, 2, MEBIBYTE);
  const size_t total = arena.total;
  assert_int_equal(att_arena_grow(&arena, MEBIBYTE, 3 * MEBIBYTE, &large),
                   ATT_OK);
  assert_int_equal(arena.total, total + 2 * MEBIBYTE);
  assert_int_equal(large[MEBIBYTE - 1], 2);
  memset(large, 3, 3 * MEBIBYTE);
  assert_int_equal(small[9], 1);
  att_arena_drop(&arena, large, 3 * MEBIBYTE);
  assert_int_equal(arena.total, total - MEBIBYTE);
  att_arena_drop(&arena, small, 10); /* Not alone: stays. */
  assert_int_equal(small[9], 1);
  assert_int_equal(att_arena_alloc(&arena, 10, &large), ATT_OK);
  assert_int_equal(arena.total, total - MEBIBYTE);
  att_arena_end(&arena);
}

static void
a_small_array_grows_by_moving(void** state) {
  (void)state;
  Arena arena = att_arena_begin(MEBIBYTE);
  unsigned char* array = NULL;
  assert_int_equal(att_arena_grow(&arena, 0, 16, &array), ATT_OK);
  memset(array, 7, 16);
  assert_int_equal(att_arena_grow(&arena, 16, 512 * 1024, &array), ATT_OK);
  assert_int_equal(array[15], 7);
  /* Beyond the ceiling it stays as it was. */
  unsigned char* const before = array;
  assert_int_equal(att_arena_grow(&arena, 512 * 1024, 2 * MEBIBYTE, &array),
                   ATT_NO_MEMORY);
  assert_ptr_equal(array, before);
  assert_int_equal(array[15], 7);
  att_arena_end(&arena);
}

static void
stops_at_the_ceiling(void** state) {
  (void)state;
  Arena arena = att_arena_begin(MEBIBYTE);
  size_t taken = 0;
  void* bytes = NULL;
  while (att_arena_alloc(&arena, 1000, &bytes) == ATT_OK) {
    taken += 1000;
    assert_true(taken <= MEBIBYTE);
  }
  assert_true(taken > MEBIBYTE / 2);
  assert_true(arena.total <= MEBIBYTE);
  att_arena_end(&arena);
}

static void
refuses_absurd_sizes(void** state) {
  (void)state;
  Arena arena = att_arena_begin(SIZE_MAX);
  void* bytes = NULL;
  assert_int_equal(att_arena_alloc(&arena, SIZE_MAX, &bytes), ATT_NO_MEMORY);
  assert_int_equal(att_arena_alloc(&arena, SIZE_MAX / 2 + 1, &bytes),
                   ATT_NO_MEMORY);
  assert_null(bytes);
  att_arena_end(&arena);
}

static void
serves_again_after_a_refusal(void** state) {
  (void)state;
  Arena arena = att_arena_begin(4096);
  void* bytes = NULL;
  assert_int_equal(att_arena_alloc(&arena, 5000, &bytes), ATT_NO_MEMORY);
  assert_int_equal(att_arena_alloc(&arena, 100, &bytes), ATT_OK);
  att_arena_end(&arena);
}

static void
reset_gives_its_room_back(void** state) {
  (void)state;
  Arena arena = att_arena_begin(MEBIBYTE);
  void* bytes = NULL;
  for (int round = 0; round < 10; round++) {
    assert_int_equal(att_arena_alloc(&arena, MEBIBYTE / 3, &bytes), ATT_OK);
    assert_int_equal(att_arena_alloc(&arena, MEBIBYTE / 3, &bytes), ATT_OK);
    att_arena_reset(&arena);
  }
  att_arena_end(&arena);
}

static void
zeroes_memory_used_before_a_reset(void** state) {
  (void)state;
  Arena arena = att_arena_begin(MEBIBYTE);
  unsigned char* bytes = NULL;
  assert_int_equal(att_arena_alloc(&arena, 64, &bytes), ATT_OK);
  memset(bytes, 0xFF, 64);
  att_arena_reset(&arena);
  assert_int_equal(att_arena_alloc(&arena, 64, &bytes), ATT_OK);
  assert_int_equal(bytes[0], 0);
  assert_int_equal(bytes[63], 0);
  att_arena_end(&arena);
}

static void
rewinding_takes_back_what_came_since(void** state) {
  (void)state;
  Arena arena = att_arena_begin(4 * MEBIBYTE);
  unsigned char* kept = NULL;
  assert_int_equal(att_arena_alloc(&arena, 64, &kept), ATT_OK);
  memset(kept, 1, 64);
  const ArenaMark mark = att_arena_mark(&arena);
  /* Ten rounds fit only if each takes the former's room: in the same block, in
   * a block of its own, in the next one. */
  for (int round = 0; round < 10; round++) {
    static const size_t sizes[] = { 64, MEBIBYTE, 200 * 1024, 200 * 1024 };
    for (size_t i = 0; i < 4; i++) {
      unsigned char* bytes = NULL;
      assert_int_equal(att_arena_alloc(&arena, sizes[i], &bytes), ATT_OK);
      assert_int_equal(bytes[0], 0);
      assert_int_equal(bytes[sizes[i] - 1], 0);
      memset(bytes, 0xFF, sizes[i]);
    }
    att_arena_rewind(&arena, mark);
  }
  assert_int_equal(kept[0], 1);
  assert_int_equal(kept[63], 1);
  att_arena_end(&arena);
}

static void
an_empty_arena_rewinds_to_empty(void** state) {
  (void)state;
  Arena arena = att_arena_begin(MEBIBYTE);
  const ArenaMark mark = att_arena_mark(&arena);
  unsigned char* bytes = NULL;
  assert_int_equal(att_arena_alloc(&arena, 64, &bytes), ATT_OK);
  bytes[0] = 1;
  att_arena_rewind(&arena, mark);
  assert_null(arena.block);
  assert_int_equal(att_arena_alloc(&arena, 64, &bytes), ATT_OK);
  assert_int_equal(bytes[0], 0);
  att_arena_end(&arena);
}

static void
may_end_unused(void** state) {
  (void)state;
  Arena arena = { 0 };
  att_arena_reset(&arena);
  att_arena_end(&arena);
  assert_null(arena.block);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(hands_out_zeroed_aligned_memory),
    cmocka_unit_test(keeps_objects_apart),
    cmocka_unit_test(large_arrays_grow_where_they_are_and_can_be_dropped),
    cmocka_unit_test(a_small_array_grows_by_moving),
    cmocka_unit_test(stops_at_the_ceiling),
    cmocka_unit_test(refuses_absurd_sizes),
    cmocka_unit_test(serves_again_after_a_refusal),
    cmocka_unit_test(reset_gives_its_room_back),
    cmocka_unit_test(zeroes_memory_used_before_a_reset),
    cmocka_unit_test(rewinding_takes_back_what_came_since),
    cmocka_unit_test(an_empty_arena_rewinds_to_empty),
    cmocka_unit_test(may_end_unused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
