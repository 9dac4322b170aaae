/* Tokens and sentences: where text is cut, and where the pieces lie in it. */
/* SPDX-License-Identifier: MIT */
#include "language/token.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define ARENA_BYTES ((size_t)1 << 30)

typedef struct Fixture {
  Arena arena;
  Ontology ontology; /* A lexicon of a few abbreviations. */
} Fixture;

static int
fixture_begin(void** state) {
  static const char* const abbreviations[] = { "Mr",  "Gen", "Nov",
                                               "Inc", "No",  "vs" };
  static Fixture fixture;
  fixture = (Fixture){ .arena = att_arena_begin(ARENA_BYTES) };
  fixture.ontology.arena = att_arena_begin(ARENA_BYTES);
  Ontology* const ontology = &fixture.ontology;
  const WordClass class = { .name = SLICE("abbreviation") };
  assert_int_equal(LIST_PUSH(&ontology->arena, &ontology->classes, class),
                   ATT_OK);
  for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++) {
    const Slice phrase = att_slice(abbreviations[i]);
    const PhraseCase spelling =
      phrase.start[0] >= 'a' ? PHRASE_ANY : PHRASE_CAPITAL;
    assert_int_equal(att_phrasebook_add(&ontology->arena, &ontology->lexicon,
                                        phrase, spelling, 0),
                     ATT_OK);
  }
  *state = &fixture;
  return 0;
}

static int
fixture_end(void** state) {
  Fixture* const fixture = *state;
  att_arena_end(&fixture->arena);
  att_arena_end(&fixture->ontology.arena);
  return 0;
}

static Tokens
split(Fixture* fixture, const char* text) {
  Tokens tokens = { 0 };
  const Slice whole = att_slice(text);
  assert_int_equal(att_tokens_split(&fixture->arena, &fixture->ontology, whole,
                                    0, whole.length, &tokens),
                   ATT_OK);
  return tokens;
}

/* The forms, one space between two, " / " between sentences. */
static void
expect(Fixture* fixture, const char* text, const char* expected) {
  char found[1000] = "";
  const Tokens tokens = split(fixture, text);
  size_t length = 0;
  for (size_t i = 0; i < tokens.sentences.length; i++) {
    const Sentence sentence = tokens.sentences.items[i];
    for (uint32_t k = sentence.first; k < sentence.end; k++) {
      const char* const gap = k > sentence.first ? " " : i > 0 ? " / " : "";
      const Slice form = tokens.items.items[k].form;
      length += (size_t)snprintf(found + length, sizeof found - length,
                                 "%s%.*s", gap, (int)form.length, form.start);
      assert_true(length < sizeof found);
    }
  }
  assert_string_equal(found, expected);
}

static void
clitics_stand_alone(void** state) {
  expect(*state, "Pakistan's ministers' visit",
         "Pakistan 's ministers ' visit");
  expect(*state, "don't can't won't DON'T", "do n't ca n't wo n't DO N'T");
  expect(*state, "I'm we've they'll he'd you're",
         "I 'm we 've they 'll he 'd you 're");
  expect(*state, "cannot couldn't've", "can not could n't 've");
  expect(*state, "the U.S.'s view", "the U.S. 's view");
}

static void
other_apostrophes_stay(void** state) {
  expect(*state, "O'Brien d'Affaires Qur'an Sana'a",
         "O'Brien d'Affaires Qur'an Sana'a");
  expect(*state, "the 1980's and '90s", "the 1980's and '90s");
}

static void
hyphens_are_tokens_but_for_prefixes(void** state) {
  expect(*state, "counter-terrorism Pakistan-US five-year",
         "counter - terrorism Pakistan - US five - year");
  expect(*state, "co-operation re-elected non-state Ex-PM",
         "co-operation re-elected non-state Ex-PM");
  expect(*state, "5-10 2019-20 555-0142", "5 - 10 2019 - 20 555-0142");
}

static void
numbers_stay_whole(void** state) {
  expect(*state, "1,000.50 $5 10% US$5.5bn", "1,000.50 $ 5 10 % US$ 5.5bn");
  expect(*state, "10:30 10am 11/8/2024 21st", "10:30 10 am 11/8/2024 21st");
  expect(*state,
         "\xE2\x82\xAC"
         "5m, \xC2\xA3"
         "3",
         "\xE2\x82\xAC 5m , \xC2\xA3 3");
}

static void
addresses_stay_whole(void** state) {
  expect(*state, "See https://example.org/a?b=1,c.",
         "See https://example.org/a?b=1,c .");
  expect(*state, "(www.example.org) press@example.org, @envoy #talks",
         "( www.example.org ) press@example.org , @envoy #talks");
}

static void
typographic_marks_become_plain(void** state) {
  expect(*state,
         "\xE2\x80\x9CPakistan\xE2\x80\x99s\xE2\x80\x9D \xE2\x80\x94 "
         "2019\xE2\x80\x93"
         "20\xE2\x80\xA6",
         "\" Pakistan 's \" -- 2019 - 20 ...");
}

static void
rows_of_marks_are_one(void** state) {
  expect(*state, "What?! No... -- (so) [sic]",
         "What ?! / No ... -- ( so ) [ sic ]");
}

static void
slashes_part_words(void** state) {
  expect(*state, "and/or AT&T", "and / or AT&T");
}

static void
datelines_are_read(void** state) {
  expect(*state, "ISLAMABAD: Pakistan said", "ISLAMABAD : Pakistan said");
  expect(*state, "BEIJING, Nov. 8 (Xinhua) -- The envoy",
         "BEIJING , Nov. 8 ( Xinhua ) -- The envoy");
}

static void
sentences_end_at_stops(void** state) {
  expect(*state, "He left. She stayed! Why? 5 did.",
         "He left . / She stayed ! / Why ? / 5 did .");
  expect(*state, "\"It ended.\" (It did.) So",
         "\" It ended . \" / ( It did . "
         ") / So");
  expect(*state, "the end.The next", "the end . / The next");
  expect(*state, "\"Why?\" he asked.", "\" Why ? \" he asked .");
}

static void
abbreviations_end_no_sentence(void** state) {
  expect(*state, "Mr. Smith and Gen. Khan met J. Blinken on Nov. 8.",
         "Mr. Smith and Gen. Khan met J. Blinken on Nov. 8 .");
  expect(*state, "The U.S. President spoke at 5 p.m. Monday.",
         "The U.S. President spoke at 5 p.m. Monday .");
  expect(*state, "No. 5 said no. Then", "No. 5 said no . / Then");
}

static void
abbreviations_may_end_a_sentence(void** state) {
  expect(*state, "He left the U.S. The talks go on.",
         "He left the U.S. / The talks go on .");
  expect(*state, "He joined Acme Inc. He left.",
         "He joined Acme Inc. / He left .");
  expect(*state, "We chose plan B.", "We chose plan B .");
}

static void
a_torn_word_is_mended(void** state) {
  expect(*state, "T\n\nhe discussions", "The discussions");
  expect(*state, "T\nhe discussions", "The discussions");
  expect(*state, "I\n \nslamabad said", "Islamabad said");
  expect(*state, "A\nman and I\nwent", "A man and I went");
  expect(*state, "T he and B\nB", "T he and B B");
}

static void
a_torn_word_spans_its_break(void** state) {
  const Tokens tokens = split(*state, "T\n\nhe end");
  assert_int_equal(tokens.items.length, 2);
  assert_int_equal(tokens.items.items[0].begin, 0);
  assert_int_equal(tokens.items.items[0].end, 5);
}

static void
offsets_are_bytes(void** state) {
  const Tokens tokens = split(*state, "\xC3\x89lys\xC3\xA9"
                                      "e\xC2\xA0\xE2\x80\x9Cok\xE2\x80\x9D.");
  static const uint32_t bounds[][2] = {
    { 0, 8 }, { 10, 13 }, { 13, 15 }, { 15, 18 }, { 18, 19 }
  };
  assert_int_equal(tokens.items.length, 5);
  for (size_t i = 0; i < 5; i++) {
    assert_int_equal(tokens.items.items[i].begin, bounds[i][0]);
    assert_int_equal(tokens.items.items[i].end, bounds[i][1]);
  }
  assert_true(tokens.items.items[0].space);
  assert_false(tokens.items.items[1].space);
}

static void
a_part_of_the_text_is_split(void** state) {
  Fixture* const fixture = *state;
  Tokens tokens = { 0 };
  assert_int_equal(att_tokens_split(&fixture->arena, &fixture->ontology,
                                    SLICE("one two three"), 4, 7, &tokens),
                   ATT_OK);
  assert_int_equal(tokens.items.length, 1);
  assert_int_equal(tokens.items.items[0].begin, 4);
  assert_int_equal(tokens.items.items[0].end, 7);
  assert_true(tokens.items.items[0].space);
}

static void
white_space_alone_is_nothing(void** state) {
  const Tokens tokens = split(*state, " \n\xC2\xA0 ");
  assert_int_equal(tokens.items.length, 0);
  assert_int_equal(tokens.sentences.length, 0);
}

/* What repeats without a space could make a careless scan quadratic. */
static void
a_megabyte_without_a_space_takes_no_second(void** state) {
  Fixture* const fixture = *state;
  static const char* const pieces[] = { "a",     "a-",  "1-", "a.", "n't",
                                        "a@",    "'s",  "a,", "(",  "A.",
                                        "a-@--", "co-", "1,", "#",  "www." };
  static char text[1 << 20];
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    const size_t length = strlen(pieces[i]);
    for (size_t at = 0; at < sizeof text; at++) {
      text[at] = pieces[i][at % length];
    }
    Tokens tokens = { 0 };
    const clock_t begin = clock();
    const AttStatus status =
      att_tokens_split(&fixture->arena, &fixture->ontology,
                       (Slice){ text, sizeof text }, 0, sizeof text, &tokens);
    const double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    assert_int_equal(status, ATT_OK);
    assert_true(tokens.items.length > 0);
    assert_true(seconds < 5);
    att_arena_reset(&fixture->arena);
  }
}

/* Where nothing ends a sentence, it is cut: behind a comma if there is one. */
static void
a_sentence_without_end_is_cut(void** state) {
  Fixture* const fixture = *state;
  static const char* const units[] = { "Norway and ", "Norway, " };
  for (size_t i = 0; i < 2; i++) {
    char text[12000] = "";
    for (size_t j = 0; j < 1000; j++) {
      (void)snprintf(text + j * strlen(units[i]),
                     sizeof text - j * strlen(units[i]), "%s", units[i]);
    }
    const Tokens tokens = split(fixture, text);
    assert_int_equal(tokens.items.length, 2000);
    assert_int_equal(tokens.sentences.length, 4);
    uint32_t begin = 0;
    for (size_t j = 0; j < tokens.sentences.length; j++) {
      const Sentence sentence = tokens.sentences.items[j];
      assert_int_equal(sentence.first, begin);
      assert_in_range(sentence.end - begin, 1, 512);
      begin = sentence.end;
      assert_true(i == 0 ||
                  att_slice_is(tokens.items.items[begin - 1].form, ","));
    }
    assert_int_equal(begin, tokens.items.length);
    att_arena_reset(&fixture->arena);
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(clitics_stand_alone),
    cmocka_unit_test(other_apostrophes_stay),
    cmocka_unit_test(hyphens_are_tokens_but_for_prefixes),
    cmocka_unit_test(numbers_stay_whole),
    cmocka_unit_test(addresses_stay_whole),
    cmocka_unit_test(typographic_marks_become_plain),
    cmocka_unit_test(rows_of_marks_are_one),
    cmocka_unit_test(slashes_part_words),
    cmocka_unit_test(datelines_are_read),
    cmocka_unit_test(sentences_end_at_stops),
    cmocka_unit_test(abbreviations_end_no_sentence),
    cmocka_unit_test(abbreviations_may_end_a_sentence),
    cmocka_unit_test(a_torn_word_is_mended),
    cmocka_unit_test(a_torn_word_spans_its_break),
    cmocka_unit_test(offsets_are_bytes),
    cmocka_unit_test(a_part_of_the_text_is_split),
    cmocka_unit_test(white_space_alone_is_nothing),
    cmocka_unit_test(a_sentence_without_end_is_cut),
    cmocka_unit_test(a_megabyte_without_a_space_takes_no_second),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
