/* Minting: names made from content. */
/* SPDX-License-Identifier: MIT */
#include "graph/mint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static int
arena_begin(void** state) {
  static Arena arena;
  arena = att_arena_begin(SIZE_MAX);
  *state = &arena;
  return 0;
}

static int
arena_end(void** state) {
  att_arena_end(*state);
  return 0;
}

static void
assert_slug(void** state, const char* name, const char* slug) {
  Slice found;
  assert_int_equal(att_mint_slug(*state, att_slice(name), &found), ATT_OK);
  if (!att_slice_is(found, slug)) {
    fail_msg("%s: %.*s, not %s", name, (int)found.length, found.start, slug);
  }
}

static void
parts_are_joined_in_order(void** state) {
  const Slice parts[] = { SLICE("a"), SLICE(""), { NULL, 0 }, SLICE("bc") };
  Slice joined;
  assert_int_equal(att_mint_join(*state, parts, 4, &joined), ATT_OK);
  assert_true(att_slice_is(joined, "abc"));
  assert_int_equal(att_mint_join(*state, parts, 0, &joined), ATT_OK);
  assert_int_equal(joined.length, 0);
}

static void
a_slug_is_lower_case_with_hyphens(void** state) {
  assert_slug(state, "Kari Nordmann", "kari-nordmann");
  assert_slug(state, "Group of 20", "group-of-20");
  assert_slug(state, "Lee Teng-hui", "lee-teng-hui");
}

static void
a_slug_is_without_diacritics(void** state) {
  assert_slug(state,
              "\xC3\x89lys\xC3\xA9"
              "e Palace",
              "elysee-palace");
  assert_slug(state, "Zo\xC3\xAB Zo\xCC\x88", "zoe-zo");
}

/* Spellings of one name get one slug. */
static void
marks_inside_a_word_are_left_out(void** state) {
  assert_slug(state, "U.S. Army", "us-army");
  assert_slug(state, "US Army", "us-army");
  assert_slug(state, "O'Neill", "oneill");
  assert_slug(state, "O\xE2\x80\x99Neill", "oneill");
}

static void
marks_and_blanks_in_a_row_are_one_hyphen(void** state) {
  assert_slug(state, "  Trade, Energy\n& Mining! ", "trade-energy-mining");
}

static void
a_slug_is_never_empty(void** state) {
  assert_slug(state, "", "xe3b0c44298fc");
  assert_slug(state, "!?", "x8faf838e27d8");
  assert_slug(state, "\xE4\xB8\xAD\xE5\x9B\xBD", "xf0e9521611bb");
  assert_slug(state, "\xC5\x81ukasz S\xC3\xB8rensen", "lukasz-sorensen");
}

static void
a_hash_is_as_long_as_asked(void** state) {
  static const char whole[] =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  for (size_t digits = 2; digits <= 64; digits += 2) {
    Slice hash;
    assert_int_equal(att_mint_hash(*state, SLICE("abc"), digits, &hash),
                     ATT_OK);
    assert_int_equal(hash.length, digits);
    assert_memory_equal(hash.start, whole, digits);
  }
}

static void
numbers_are_decimal(void** state) {
  static const struct {
    uint64_t number;
    const char* text;
  } cases[] = { { 0, "0" },
                { 10, "10" },
                { UINT64_MAX, "18446744073709551615" } };
  for (size_t i = 0; i < 3; i++) {
    Slice text;
    assert_int_equal(att_mint_number(*state, cases[i].number, &text), ATT_OK);
    assert_true(att_slice_is(text, cases[i].text));
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(parts_are_joined_in_order),
    cmocka_unit_test(a_slug_is_lower_case_with_hyphens),
    cmocka_unit_test(a_slug_is_without_diacritics),
    cmocka_unit_test(marks_inside_a_word_are_left_out),
    cmocka_unit_test(marks_and_blanks_in_a_row_are_one_hyphen),
    cmocka_unit_test(a_slug_is_never_empty),
    cmocka_unit_test(a_hash_is_as_long_as_asked),
    cmocka_unit_test(numbers_are_decimal),
  };
  return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
