/* A phrasebook: names and phrases as a trie over words. */
/* SPDX-License-Identifier: MIT */
#include "ontology/phrasebook.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#define CEILING ((size_t)64 * 1024 * 1024)

typedef struct Fixture {
  Arena arena;
  Phrasebook book;
} Fixture;

static int
begin(void** state) {
  static Fixture fixture;
  fixture = (Fixture){ .arena = att_arena_begin(CEILING) };
  *state = &fixture;
  return 0;
}

static int
end(void** state) {
  Fixture* const fixture = *state;
  att_arena_end(&fixture->arena);
  return 0;
}

static void
file(Fixture* fixture, const char* phrase, PhraseCase spelling,
     uint32_t value) {
  assert_int_equal(att_phrasebook_add(&fixture->arena, &fixture->book,
                                      att_slice(phrase), spelling, value),
                   ATT_OK);
}

/* The longest phrase from the first word of `text` on. */
static PhraseHit
look(Fixture* fixture, const char* text) {
  Words words = { 0 };
  uint32_t* numbers = NULL;
  PhraseHit hit = { 0 };
  const Slice slice = att_slice(text);
  assert_int_equal(att_words_find(&fixture->arena, slice, &words), ATT_OK);
  assert_int_equal(att_phrasebook_number(&fixture->arena, &fixture->book, slice,
                                         &words, &numbers),
                   ATT_OK);
  assert_int_equal(att_phrasebook_longest(&fixture->arena, &fixture->book,
                                          slice, &words, numbers, 0, &hit),
                   ATT_OK);
  return hit;
}

/* The number of words of that phrase, 0 for none. */
static int
length_of(Fixture* fixture, const char* text) {
  return (int)look(fixture, text).word_count;
}

static void
an_empty_book_finds_nothing(void** state) {
  assert_int_equal(length_of(*state, "Lima is the capital"), 0);
}

static void
the_longest_phrase_wins(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "New", PHRASE_CAPITAL, 1);
  file(fixture, "New Zealand", PHRASE_CAPITAL, 2);
  file(fixture, "New Zealand Defence Force", PHRASE_CAPITAL, 3);
  const PhraseHit hit = look(fixture, "New Zealand Defence Minister");
  assert_int_equal(hit.word_count, 2);
  assert_int_equal(hit.sense_count, 1);
  assert_int_equal(hit.senses[0].value, 2);
}

static void
a_longer_phrase_in_the_wrong_case_gives_way(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "trade", PHRASE_ANY, 1);
  file(fixture, "Trade Union", PHRASE_CAPITAL, 2);
  assert_int_equal(length_of(fixture, "trade union"), 1);
  assert_int_equal(length_of(fixture, "Trade union"), 2);
}

static void
only_senses_in_the_right_case_are_given(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "turkey", PHRASE_ANY, 1);
  file(fixture, "Turkey", PHRASE_CAPITAL, 2);
  file(fixture, "TURKEY", PHRASE_CAPITAL, 3);
  const PhraseHit bird = look(fixture, "turkey");
  assert_int_equal(bird.sense_count, 1);
  assert_int_equal(bird.senses[0].value, 1);
  assert_int_equal(look(fixture, "Turkey").sense_count, 2);
  assert_int_equal(look(fixture, "TURKEY").sense_count, 3);
}

static void
an_acronym_is_upper_case_in_the_text_too(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "US", PHRASE_CAPITAL, 1);
  assert_int_equal(length_of(fixture, "us"), 0);
  assert_int_equal(length_of(fixture, "Us"), 0);
  assert_int_equal(length_of(fixture, "US"), 1);
}

static void
an_acronym_may_have_its_full_stops(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "U.S.", PHRASE_CAPITAL, 1);
  file(fixture, "UN Charter", PHRASE_CAPITAL, 2);
  assert_int_equal(length_of(fixture, "US"), 1);
  assert_int_equal(length_of(fixture, "U.S.-Peru talks"), 1);
  assert_int_equal(length_of(fixture, "u.s."), 0);
  assert_int_equal(length_of(fixture, "U.N. Charter"), 2);
}

static void
a_name_without_a_capital_asks_for_none(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "al-Nour Party", PHRASE_CAPITAL, 1);
  file(fixture, "5th Fleet", PHRASE_CAPITAL, 2);
  assert_int_equal(length_of(fixture, "al-Nour Party"), 3);
  assert_int_equal(length_of(fixture, "Al-Nour party"), 3);
  assert_int_equal(length_of(fixture, "5th Fleet"), 2);
}

static void
light_marks_and_spaces_join_words(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "Guinea-Bissau", PHRASE_CAPITAL, 1);
  file(fixture, "charge d'affaires", PHRASE_ANY, 2);
  file(fixture, "St Helena", PHRASE_CAPITAL, 3);
  assert_int_equal(length_of(fixture, "Guinea Bissau"), 2);
  assert_int_equal(length_of(fixture, "Guinea\u2011Bissau"), 2);
  assert_int_equal(length_of(fixture, "charge d\u2019affaires"), 3);
  assert_int_equal(length_of(fixture, "St. Helena"), 2);
}

static void
one_line_break_joins_and_two_do_not(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "Sierra Leone", PHRASE_CAPITAL, 1);
  assert_int_equal(length_of(fixture, "Sierra\nLeone"), 2);
  assert_int_equal(length_of(fixture, "Sierra \r\n Leone"), 2);
  assert_int_equal(length_of(fixture, "Sierra\n\nLeone"), 0);
}

static void
a_comma_joins_only_where_it_was_filed(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "Washington, D.C.", PHRASE_CAPITAL, 1);
  file(fixture, "Paris France", PHRASE_CAPITAL, 2);
  file(fixture, "Paris", PHRASE_CAPITAL, 3);
  assert_int_equal(length_of(fixture, "Washington, D.C."), 2);
  assert_int_equal(length_of(fixture, "Washington D.C."), 0);
  assert_int_equal(length_of(fixture, "Paris, France"), 1);
  assert_int_equal(length_of(fixture, "Paris France"), 2);
}

static void
other_marks_join_only_where_they_were_filed(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "Party (Old)", PHRASE_CAPITAL, 1);
  file(fixture, "R&D", PHRASE_CAPITAL, 2);
  assert_int_equal(length_of(fixture, "Party (Old) met"), 2);
  assert_int_equal(length_of(fixture, "Party, Old"), 0);
  assert_int_equal(length_of(fixture, "R & D"), 2);
  assert_int_equal(length_of(fixture, "R D"), 0);
}

static void
marks_that_end_a_clause_part_words(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "Costa Rica", PHRASE_CAPITAL, 1);
  assert_int_equal(length_of(fixture, "Costa; Rica"), 0);
  assert_int_equal(length_of(fixture, "Costa \"Rica\""), 0);
  assert_int_equal(length_of(fixture, "Costa \u2014 Rica"), 0);
  assert_int_equal(length_of(fixture, "Costa,, Rica"), 0);
}

static void
accents_do_not_matter(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "São Tomé", PHRASE_CAPITAL, 1);
  assert_int_equal(length_of(fixture, "Sao Tome"), 2);
  assert_int_equal(length_of(fixture, "SÃO TOMÉ"), 2);
}

static void
a_value_is_filed_once_in_its_looser_case(void** state) {
  Fixture* const fixture = *state;
  file(fixture, "NATO", PHRASE_CAPITAL, 7);
  file(fixture, "Nato", PHRASE_CAPITAL, 7);
  file(fixture, "NATO", PHRASE_CAPITAL, 7);
  assert_int_equal(look(fixture, "Nato").sense_count, 1);
  assert_int_equal(length_of(fixture, "nato"), 0);
}

static void
finding_takes_the_whole_phrase_in_any_case(void** state) {
  Fixture* const fixture = *state;
  PhraseHit hit = { 0 };
  file(fixture, "Prime Minister", PHRASE_CAPITAL, 1);
  assert_int_equal(att_phrasebook_find(&fixture->arena, &fixture->book,
                                       SLICE("prime  minister"), &hit),
                   ATT_OK);
  assert_int_equal(hit.sense_count, 1);
  assert_int_equal(hit.word_count, 2);
  assert_int_equal(att_phrasebook_find(&fixture->arena, &fixture->book,
                                       SLICE("prime"), &hit),
                   ATT_OK);
  assert_int_equal(hit.word_count, 0);
  assert_int_equal(att_phrasebook_find(&fixture->arena, &fixture->book,
                                       SLICE("prime minister of"), &hit),
                   ATT_OK);
  assert_int_equal(hit.word_count, 0);
}

static void
what_no_text_can_hold_is_refused(void** state) {
  Fixture* const fixture = *state;
  const char* const phrases[] = { "", " ... ", "one; two", "\"a\" \"b\"" };
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
    assert_int_equal(att_phrasebook_add(&fixture->arena, &fixture->book,
                                        att_slice(phrases[i]), PHRASE_ANY, 1),
                     ATT_INPUT);
  }
}

static void
a_phrase_has_a_most_of_words(void** state) {
  Fixture* const fixture = *state;
  char phrase[2 * (PHRASE_WORDS + 1)];
  for (size_t i = 0; i < PHRASE_WORDS + 1; i++) {
    phrase[2 * i] = 'a';
    phrase[2 * i + 1] = ' ';
  }
  Slice slice = { phrase, sizeof phrase };
  assert_int_equal(att_phrasebook_add(&fixture->arena, &fixture->book, slice,
                                      PHRASE_ANY, 1),
                   ATT_INPUT);
  slice.length -= 2;
  assert_int_equal(att_phrasebook_add(&fixture->arena, &fixture->book, slice,
                                      PHRASE_ANY, 1),
                   ATT_OK);
}

static void
phrases_hold_while_it_grows(void** state) {
  Fixture* const fixture = *state;
  char phrase[40];
  for (uint32_t i = 0; i < 5000; i++) {
    (void)snprintf(phrase, sizeof phrase, "Mount X%u Y%u", i % 70, i);
    file(fixture, phrase, PHRASE_CAPITAL, i);
  }
  for (uint32_t i = 0; i < 5000; i++) {
    (void)snprintf(phrase, sizeof phrase, "Mount X%u Y%u", i % 70, i);
    PhraseHit hit = { 0 };
    assert_int_equal(att_phrasebook_find(&fixture->arena, &fixture->book,
                                         att_slice(phrase), &hit),
                     ATT_OK);
    assert_int_equal(hit.sense_count, 1);
    assert_int_equal(hit.senses[0].value, i);
  }
}

static void
a_low_ceiling_is_an_ordinary_answer(void** state) {
  (void)state;
  for (size_t ceiling = 0; ceiling < 8192; ceiling += 256) {
    Arena arena = att_arena_begin(ceiling);
    Phrasebook book = { 0 };
    AttStatus status = ATT_OK;
    for (uint32_t i = 0; i < 500 && status == ATT_OK; i++) {
      char phrase[20];
      (void)snprintf(phrase, sizeof phrase, "Lake N%u", i);
      status =
        att_phrasebook_add(&arena, &book, att_slice(phrase), PHRASE_ANY, i);
    }
    assert_int_equal(status, ATT_NO_MEMORY);
    att_arena_end(&arena);
  }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void) {
  const struct CMUnitTest tests[] = {
    TEST(an_empty_book_finds_nothing),
    TEST(the_longest_phrase_wins),
    TEST(a_longer_phrase_in_the_wrong_case_gives_way),
    TEST(only_senses_in_the_right_case_are_given),
    TEST(an_acronym_is_upper_case_in_the_text_too),
    TEST(an_acronym_may_have_its_full_stops),
    TEST(a_name_without_a_capital_asks_for_none),
    TEST(light_marks_and_spaces_join_words),
    TEST(one_line_break_joins_and_two_do_not),
    TEST(a_comma_joins_only_where_it_was_filed),
    TEST(other_marks_join_only_where_they_were_filed),
    TEST(marks_that_end_a_clause_part_words),
    TEST(accents_do_not_matter),
    TEST(a_value_is_filed_once_in_its_looser_case),
    TEST(finding_takes_the_whole_phrase_in_any_case),
    TEST(what_no_text_can_hold_is_refused),
    TEST(a_phrase_has_a_most_of_words),
    TEST(phrases_hold_while_it_grows),
    TEST(a_low_ceiling_is_an_ordinary_answer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
