/* UTF-8: decoding, classes, folding, cleaning. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define CEILING ((size_t)1024 * 1024)

static void
assert_next(const char* bytes, uint32_t code_point, size_t moved) {
  size_t at = 0;
  assert_int_equal(att_utf8_next(att_slice(bytes), &at), code_point);
  assert_int_equal(at, moved);
}

static void
decodes_one_to_four_bytes(void** state) {
  (void)state;
  assert_next("a", 'a', 1);
  assert_next("\xC3\xA9", 0xE9, 2);
  assert_next("\xE2\x80\x99", 0x2019, 3);
  assert_next("\xF0\x9F\x98\x80", 0x1F600, 4);
}

static void
an_invalid_byte_is_one_step(void** state) {
  (void)state;
  assert_next("\x80", UINT32_MAX, 1);             /* continuation alone */
  assert_next("\xC3", UINT32_MAX, 1);             /* cut */
  assert_next("\xC3(", UINT32_MAX, 1);            /* not continued */
  assert_next("\xC0\xAF", UINT32_MAX, 1);         /* overlong */
  assert_next("\xED\xA0\x80", UINT32_MAX, 1);     /* surrogate */
  assert_next("\xF4\x90\x80\x80", UINT32_MAX, 1); /* beyond U+10FFFF */
  assert_next("\xFF", UINT32_MAX, 1);
}

static void
does_not_read_past_the_slice(void** state) {
  (void)state;
  const Slice whole = SLICE("\xE2\x80\x99");
  size_t at = 0;
  assert_int_equal(att_utf8_next(att_slice_part(whole, 0, 2), &at), UINT32_MAX);
  assert_int_equal(at, 1);
}

static void
encodes_what_it_decodes(void** state) {
  (void)state;
  static const uint32_t points[] = { 'a', 0x7FF, 0x800, 0xFFFD, 0x10FFFF };
  for (size_t i = 0; i < sizeof points / sizeof points[0]; i++) {
    char bytes[4];
    const size_t length = att_utf8_put(points[i], bytes);
    size_t at = 0;
    assert_int_equal(att_utf8_next((Slice){ bytes, length }, &at), points[i]);
    assert_int_equal(at, length);
  }
}

static void
counts_code_points(void** state) {
  (void)state;
  assert_int_equal(att_utf8_count(SLICE("")), 0);
  assert_int_equal(att_utf8_count(SLICE("d\xE2\x80\x99"
                                        "Affaires")),
                   10);
}

static void
knows_kinds_of_characters(void** state) {
  (void)state;
  assert_true(att_utf8_is_upper('A') && att_utf8_is_upper(0xC9));
  assert_false(att_utf8_is_upper('a') || att_utf8_is_upper('1'));
  assert_true(att_utf8_is_lower('z') && att_utf8_is_lower(0xE9));
  assert_true(att_utf8_is_letter(0x4E2D) && !att_utf8_is_upper(0x4E2D));
  assert_true(att_utf8_is_digit('7') && !att_utf8_is_digit('x'));
  assert_true(att_utf8_is_word(0x301)); /* combining acute */
  assert_false(att_utf8_is_word('-') || att_utf8_is_word('\''));
  assert_true(att_utf8_is_space(0xA0) && att_utf8_is_space(0x2028));
  assert_false(att_utf8_is_space('_') || att_utf8_is_space(UINT32_MAX));
}

static void
assert_folds(const char* text, const char* expected) {
  Arena arena = att_arena_begin(CEILING);
  Slice folded;
  assert_int_equal(att_utf8_fold(&arena, att_slice(text), &folded), ATT_OK);
  assert_true(att_slice_is(folded, expected));
  att_arena_end(&arena);
}

static void
folding_drops_case_marks_and_forms(void** state) {
  (void)state;
  assert_folds("OSLO", "oslo");
  assert_folds("\xC3\x89lys\xC3\xA9"
               "e",
               "elysee");
  assert_folds("E\xCC\x81lyse\xCC\x81"
               "e",
               "elysee");                       /* decomposed */
  assert_folds("\xEF\xAC\x81nance", "finance"); /* fi ligature */
  assert_folds("", "");
  assert_folds("\xC2\xAD", "");   /* soft hyphen alone */
  assert_folds("A\xC3", "a\xC3"); /* broken: ASCII only */
}

static void
assert_case(const char* text, bool upper, const char* expected) {
  Arena arena = att_arena_begin(CEILING);
  Slice changed;
  assert_int_equal(att_utf8_case(&arena, att_slice(text), upper, &changed),
                   ATT_OK);
  assert_true(att_slice_is(changed, expected));
  att_arena_end(&arena);
}

static void
changes_case_letter_by_letter(void** state) {
  (void)state;
  assert_case("\xC3\xA9lys", true, "\xC3\x89LYS");
  assert_case("\xC3\x89LYS 1", false, "\xC3\xA9lys 1");
  /* U+023A takes two bytes, its small letter three. */
  assert_case("\xC8\xBA\xC8\xBA", false, "\xE2\xB1\xA5\xE2\xB1\xA5");
  assert_case("", true, "");
  assert_case("a\xFF"
              "b",
              true,
              "A\xFF"
              "B");
}

static void
lowering_keeps_marks(void** state) {
  (void)state;
  Arena arena = att_arena_begin(CEILING);
  Slice lower;
  assert_int_equal(att_utf8_lower(&arena, SLICE("\xC3\x89LYS"), &lower),
                   ATT_OK);
  assert_true(att_slice_is(lower, "\xC3\xA9lys"));
  att_arena_end(&arena);
}

static void
knows_what_rdf_can_carry(void** state) {
  (void)state;
  assert_true(
    att_utf8_is_clean(SLICE("tab\tline\r\n\xE2\x80\x9Cquote\xE2\x80\x9D")));
  assert_true(att_utf8_is_clean(SLICE("")));
  assert_false(att_utf8_is_clean(SLICE("a\0b")));
  assert_false(att_utf8_is_clean(SLICE("a\x01")));
  assert_false(att_utf8_is_clean(SLICE("\xC3")));
  assert_false(att_utf8_is_clean(SLICE("\xEF\xBF\xBE"))); /* U+FFFE */
  assert_false(att_utf8_is_clean(SLICE("\xEF\xBF\xBF"))); /* U+FFFF */
}

static void
cleaning_replaces_what_rdf_cannot_carry(void** state) {
  (void)state;
  Arena arena = att_arena_begin(CEILING);
  const Slice good = SLICE("good");
  Slice clean;
  assert_int_equal(att_utf8_clean(&arena, good, &clean), ATT_OK);
  assert_ptr_equal(clean.start, good.start);
  assert_int_equal(att_utf8_clean(&arena, SLICE("a\0b\xFF"), &clean), ATT_OK);
  assert_true(att_slice_is(clean, "a\xEF\xBF\xBD"
                                  "b\xEF\xBF\xBD"));
  att_arena_end(&arena);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(decodes_one_to_four_bytes),
    cmocka_unit_test(an_invalid_byte_is_one_step),
    cmocka_unit_test(does_not_read_past_the_slice),
    cmocka_unit_test(encodes_what_it_decodes),
    cmocka_unit_test(counts_code_points),
    cmocka_unit_test(knows_kinds_of_characters),
    cmocka_unit_test(folding_drops_case_marks_and_forms),
    cmocka_unit_test(lowering_keeps_marks),
    cmocka_unit_test(changes_case_letter_by_letter),
    cmocka_unit_test(knows_what_rdf_can_carry),
    cmocka_unit_test(cleaning_replaces_what_rdf_cannot_carry),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
