/* Slices: parts, comparison, trimming, hashing, copies. */
/* SPDX-License-Identifier: MIT */
#include "base/slice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void
a_part_borrows(void** state) {
  (void)state;
  const Slice whole = SLICE("ministerial");
  const Slice part = att_slice_part(whole, 3, 7);
  assert_true(att_slice_is(part, "iste"));
  assert_ptr_equal(part.start, whole.start + 3);
  assert_int_equal(att_slice_part(whole, 11, 11).length, 0);
}

static void
equality_is_of_bytes(void** state) {
  (void)state;
  assert_true(att_slice_equals(SLICE("abc"), att_slice("abc")));
  assert_false(att_slice_equals(SLICE("abc"), SLICE("ab")));
  assert_false(att_slice_equals(SLICE("abc"), SLICE("abd")));
  assert_false(att_slice_equals(SLICE("a\0b"), SLICE("a\0c")));
  assert_true(att_slice_equals((Slice){ NULL, 0 }, SLICE("")));
}

static void
knows_prefix_and_suffix(void** state) {
  (void)state;
  const Slice text = SLICE("talks");
  assert_true(att_slice_starts(text, SLICE("tal")));
  assert_true(att_slice_starts(text, SLICE("")));
  assert_true(att_slice_starts(text, text));
  assert_false(att_slice_starts(text, SLICE("talksy")));
  assert_false(att_slice_starts(text, SLICE("alk")));
  assert_true(att_slice_ends(text, SLICE("ks")));
  assert_true(att_slice_ends(text, text));
  assert_false(att_slice_ends(text, SLICE("stalks")));
  assert_false(att_slice_ends(text, SLICE("alk")));
}

static void
orders_by_unsigned_bytes(void** state) {
  (void)state;
  assert_true(att_slice_compare(SLICE("a"), SLICE("b")) < 0);
  assert_true(att_slice_compare(SLICE("b"), SLICE("a")) > 0);
  assert_int_equal(att_slice_compare(SLICE("a"), SLICE("a")), 0);
  assert_true(att_slice_compare(SLICE("a"), SLICE("ab")) < 0);
  assert_true(att_slice_compare(SLICE("z"), SLICE("\xC3\xA9")) < 0);
  assert_true(att_slice_compare((Slice){ NULL, 0 }, SLICE("a")) < 0);
}

static void
trims_ascii_space_at_both_ends(void** state) {
  (void)state;
  assert_true(att_slice_is(att_slice_trim(SLICE(" \t\r\na b\v\f ")), "a b"));
  assert_int_equal(att_slice_trim(SLICE(" \n ")).length, 0);
  assert_int_equal(att_slice_trim(SLICE("")).length, 0);
}

static void
hash_depends_on_the_bytes_and_is_never_zero(void** state) {
  (void)state;
  char copy[] = "Lima";
  assert_true(att_slice_hash(SLICE("Lima")) == att_slice_hash(att_slice(copy)));
  assert_true(att_slice_hash(SLICE("Lima")) != att_slice_hash(SLICE("Lime")));
  assert_true(att_slice_hash(SLICE("")) != 0);
}

static void
a_copy_ends_in_nul(void** state) {
  (void)state;
  Arena arena = att_arena_begin((size_t)1024 * 1024);
  const char bytes[3] = { 'a', 'b', 'c' };
  Slice copy;
  assert_int_equal(att_slice_copy(&arena, (Slice){ bytes, 3 }, &copy), ATT_OK);
  assert_ptr_not_equal(copy.start, bytes);
  assert_string_equal(copy.start, "abc");
  assert_int_equal(att_slice_copy(&arena, (Slice){ NULL, 0 }, &copy), ATT_OK);
  assert_string_equal(copy.start, "");
  att_arena_end(&arena);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_part_borrows),
    cmocka_unit_test(equality_is_of_bytes),
    cmocka_unit_test(knows_prefix_and_suffix),
    cmocka_unit_test(orders_by_unsigned_bytes),
    cmocka_unit_test(trims_ascii_space_at_both_ends),
    cmocka_unit_test(hash_depends_on_the_bytes_and_is_never_zero),
    cmocka_unit_test(a_copy_ends_in_nul),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
