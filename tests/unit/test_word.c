/* Words: where they begin and end, and what two spellings share. */
/* SPDX-License-Identifier: MIT */
#include "base/word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define CEILING ((size_t)1024 * 1024)

/* Words of `text`, each followed by a bar. */
static void
assert_words(const char* text, const char* expected) {
  Arena arena = att_arena_begin(CEILING);
  Words words = { 0 };
  char found[256] = "";
  size_t length = 0;
  assert_int_equal(att_words_find(&arena, att_slice(text), &words), ATT_OK);
  for (size_t i = 0; i < words.length; i++) {
    const Word word = words.items[i];
    assert_true(word.begin < word.end);
    memcpy(found + length, text + word.begin, word.end - word.begin);
    length += word.end - word.begin;
    found[length++] = '|';
  }
  found[length] = '\0';
  assert_string_equal(found, expected);
  att_arena_end(&arena);
}

static void
splits_at_whatever_is_no_letter_or_digit(void** state) {
  (void)state;
  assert_words("Talks, held in 2026.", "Talks|held|in|2026|");
  assert_words("Franco-German d'Affaires", "Franco|German|d|Affaires|");
  assert_words("Minister\xE2\x80\x99s", "Minister|s|");
  assert_words("", "");
  assert_words(" -- ", "");
}

static void
an_acronym_keeps_its_stops(void** state) {
  (void)state;
  assert_words("the U.S. envoy", "the|U.S.|envoy|");
  assert_words("at 9 a.m. in the U.N.", "at|9|a.m.|in|the|U.N.|");
}

static void
a_full_stop_after_an_initial_is_no_acronym(void** state) {
  (void)state;
  assert_words("John F. Moreau", "John|F|Moreau|");
  assert_words("It ended. Then", "It|ended|Then|");
}

static void
letters_beyond_ascii_are_letters(void** state) {
  (void)state;
  assert_words("C\xC3\xB4te d\xE2\x80\x99Ivoire", "C\xC3\xB4te|d|Ivoire|");
}

static Word
first_word(const char* text) {
  Arena arena = att_arena_begin(CEILING);
  Words words = { 0 };
  assert_int_equal(att_words_find(&arena, att_slice(text), &words), ATT_OK);
  assert_true(words.length > 0);
  const Word word = words.items[0];
  att_arena_end(&arena);
  return word;
}

static void
knows_capitals_and_shouts(void** state) {
  (void)state;
  assert_true(first_word("Oslo").capital);
  assert_false(first_word("Oslo").shout);
  assert_false(first_word("oslo").capital);
  assert_true(first_word("OSLO").shout);
  assert_true(first_word("\xC3\x89lys").capital);
  assert_false(first_word("A").shout);
  assert_true(first_word("U.S.").shout);
}

static void
assert_key(const char* spelling, const char* expected) {
  Arena arena = att_arena_begin(CEILING);
  Slice key;
  assert_int_equal(att_word_key(&arena, att_slice(spelling), &key), ATT_OK);
  assert_true(att_slice_is(key, expected));
  att_arena_end(&arena);
}

static void
spellings_of_one_word_share_a_key(void** state) {
  (void)state;
  assert_key("U.S.", "us");
  assert_key("US", "us");
  assert_key("S\xC3\xA3o", "sao");
  assert_key("SAO", "sao");
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(splits_at_whatever_is_no_letter_or_digit),
    cmocka_unit_test(an_acronym_keeps_its_stops),
    cmocka_unit_test(a_full_stop_after_an_initial_is_no_acronym),
    cmocka_unit_test(letters_beyond_ascii_are_letters),
    cmocka_unit_test(knows_capitals_and_shouts),
    cmocka_unit_test(spellings_of_one_word_share_a_key),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
