/* Texts: cleaning, headlines, paragraphs, datelines, dates. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

static const Date fallback = { 2020, 2, 3 };

/* Reads `given`; the text borrows from the fixture's arena. */
static Text
read_source(void** state, const TextSource* given) {
  Fixture* const fixture = *state;
  AttReader* const reader = fixture->reader;
  Text text;
  att_arena_reset(&reader->article);
  assert_int_equal(att_text_read(&reader->article, reader->ontology,
                                 reader->matcher, given, fallback, &text),
                   ATT_OK);
  return text;
}

static Text
read_bytes(void** state, Slice raw) {
  return read_source(state, &(TextSource){ .text = raw });
}

static Text
read_text(void** state, const char* raw) {
  return read_bytes(state, att_slice(raw));
}

static void
assert_paragraph(const Text* text, size_t at, ParagraphKind kind,
                 const char* words) {
  assert_true(at < text->paragraphs.length);
  const Paragraph* const paragraph = &text->paragraphs.items[at];
  assert_int_equal(paragraph->kind, kind);
  const Slice slice = att_text_slice(text, paragraph->span);
  if (!att_slice_is(slice, words)) {
    fail_msg("\"%.*s\" is not \"%s\"", (int)slice.length, slice.start, words);
  }
}

static void
assert_date(Date date, int year, int month, int day) {
  assert_int_equal(date.year, year);
  assert_int_equal(date.month, month);
  assert_int_equal(date.day, day);
}

/* Cleaning */

static void
clean_text_stays(void** state) {
  const Text text = read_text(state, "Zo\xC3\xAB \xE2\x80\x94 \tyes.\n");
  assert_true(att_slice_equals(text.clean, text.given.text));
}

static void
invalid_bytes_become_blanks_of_the_same_length(void** state) {
  const Text text = read_text(state, "a\xFF\xC3(b\xE2\x82 c\xED\xA0\x80"
                                     "d");
  assert_true(att_slice_is(text.clean, "a  (b   c   d"));
}

static void
controls_become_blanks(void** state) {
  const Text text = read_bytes(state, SLICE("a\0b\x01"
                                            "c\x7F"
                                            "d\x1B"
                                            "e"));
  assert_true(att_slice_is(text.clean, "a b c d e"));
}

static void
a_byte_order_mark_is_blank(void** state) {
  const Text text = read_text(state, "\xEF\xBB\xBFNorway won.");
  assert_true(att_slice_is(text.clean, "   Norway won."));
  assert_paragraph(&text, 0, PARAGRAPH_BODY, "Norway won.");
}

static void
every_convention_of_line_ends_parts_lines(void** state) {
  const Text text = read_text(state, "One.\r\nTwo.\rThree.\xC2\x85"
                                     "Four."
                                     "\xE2\x80\xA8"
                                     "Five.\nSix.");
  static const char* const lines[] = { "One.",  "Two.",  "Three.",
                                       "Four.", "Five.", "Six." };
  assert_int_equal(text.clean.length, text.given.text.length);
  assert_int_equal(text.paragraphs.length, 6);
  for (size_t i = 0; i < 6; i++) {
    assert_paragraph(&text, i, PARAGRAPH_BODY, lines[i]);
  }
}

static void
code_points_are_counted_before_a_byte(void** state) {
  char raw[3000];
  for (size_t i = 0; i < sizeof raw; i += 3) {
    memcpy(raw + i, "\xE2\x82\xAC", 3);
  }
  const Text text = read_bytes(state, (Slice){ raw, sizeof raw });
  for (uint32_t i = 0; i <= sizeof raw; i += 3) {
    assert_int_equal(att_text_index(&text, i), i / 3);
  }
}

/* What is blanked counts as one code point all the same. */
static void
blanked_characters_count_once(void** state) {
  const Text text = read_text(state, "\xEF\xBB\xBF"
                                     "a\xE2\x80\xA8"
                                     "b");
  assert_int_equal(att_text_index(&text, 3), 1);
  assert_int_equal(att_text_index(&text, 4), 2);
  assert_int_equal(att_text_index(&text, 7), 3);
}

static void
code_points_count_from_the_text_s_beginning(void** state) {
  const TextSource source = { .text = SLICE("\xC3\x89"
                                            "douard left."),
                              .title = SLICE("Caf\xC3\xA9 closed") };
  const Text text = read_source(state, &source);
  assert_int_equal(att_text_index(&text, text.body), 0);
  assert_int_equal(att_text_index(&text, text.body + 2), 1);
  assert_int_equal(att_text_index(&text, 5), 4);
}

/* Headlines and paragraphs */

static void
nothing_gives_no_paragraph(void** state) {
  const char* const texts[] = { "", " ", "\n\n \r\n\t", "\xFF\xFE" };
  for (size_t i = 0; i < 4; i++) {
    const Text text = read_text(state, texts[i]);
    assert_int_equal(text.paragraphs.length, 0);
    assert_int_equal(text.headline.begin, text.headline.end);
  }
}

static void
a_first_line_without_a_stop_is_the_headline(void** state) {
  const Text text =
    read_text(state, "Norway thanks Egypt\n\nThe thanks came late.\n");
  assert_int_equal(text.paragraphs.length, 2);
  assert_paragraph(&text, 0, PARAGRAPH_TITLE, "Norway thanks Egypt");
  assert_paragraph(&text, 1, PARAGRAPH_BODY, "The thanks came late.");
  assert_true(
    att_slice_is(att_text_slice(&text, text.headline), "Norway thanks Egypt"));
}

static void
a_sentence_is_no_headline(void** state) {
  const Text text = read_text(state, "Norway thanked Egypt.\n\nIt was late.");
  assert_paragraph(&text, 0, PARAGRAPH_BODY, "Norway thanked Egypt.");
  assert_int_equal(text.headline.begin, text.headline.end);
}

static void
a_lone_line_is_no_headline(void** state) {
  const Text text = read_text(state, "Norway thanks Egypt");
  assert_paragraph(&text, 0, PARAGRAPH_BODY, "Norway thanks Egypt");
}

static void
wrapped_lines_are_one_paragraph(void** state) {
  const Text text =
    read_text(state,
              "The delegation that came to the capital on the last day of the "
              "month\nwas received with honours, as the ministry had announced "
              "before,\nand left.\n\nNobody asked.");
  assert_int_equal(text.paragraphs.length, 2);
  assert_int_equal(text.paragraphs.items[0].span.begin, 0);
  assert_paragraph(&text, 1, PARAGRAPH_BODY, "Nobody asked.");
}

static void
lines_wrapped_as_windows_does_are_too(void** state) {
  const Text text =
    read_text(state,
              "The delegation that came to the capital on the last day of the "
              "month\r\nwas received with honours.\r\n\r\nNobody asked.\r\n");
  assert_int_equal(text.paragraphs.length, 2);
}

static void
a_break_inside_a_word_ends_no_paragraph(void** state) {
  const Text text =
    read_text(state,
              "She met the staff of the Ministry. T\n\nhe talks were short.");
  assert_int_equal(text.paragraphs.length, 1);
}

/* Headers */

static void
a_header_gives_date_and_headline(void** state) {
  const Text text =
    read_text(state,
              "date 2023-11-08 Norway thanks Egypt\nThe thanks came late.\n");
  assert_date(text.date, 2023, 11, 8);
  assert_true(
    att_slice_is(att_text_slice(&text, text.date_span), "2023-11-08"));
  assert_int_equal(text.paragraphs.length, 2);
  assert_paragraph(&text, 0, PARAGRAPH_TITLE, "Norway thanks Egypt");
  assert_paragraph(&text, 1, PARAGRAPH_BODY, "The thanks came late.");
}

static void
a_header_may_end_as_windows_has_it(void** state) {
  const Text text = read_text(
    state, "date 2023-11-08 Norway thanks Egypt\r\nThe thanks came late.\r\n");
  assert_paragraph(&text, 0, PARAGRAPH_TITLE, "Norway thanks Egypt");
  assert_paragraph(&text, 1, PARAGRAPH_BODY, "The thanks came late.");
}

static void
no_calendar_day_is_no_date(void** state) {
  const Text text =
    read_text(state, "date 2023-02-30 Norway\nThe thanks came late.\n");
  assert_date(text.date, 2020, 2, 3);
  assert_int_equal(text.date_span.begin, text.date_span.end);
}

static void
without_a_header_the_fallback_dates(void** state) {
  assert_date(read_text(state, "It was late.").date, 2020, 2, 3);
}

/* What is told beside the text */

static void
a_title_told_beside_the_text_is_its_headline(void** state) {
  const TextSource source = { .text = SLICE("The thanks came late."),
                              .title = SLICE("Norway thanks Egypt") };
  const Text text = read_source(state, &source);
  assert_int_equal(text.paragraphs.length, 2);
  assert_paragraph(&text, 0, PARAGRAPH_TITLE, "Norway thanks Egypt");
  assert_paragraph(&text, 1, PARAGRAPH_BODY, "The thanks came late.");
  const Slice body = att_slice_part(text.clean, text.body, text.clean.length);
  assert_true(att_slice_equals(body, source.text));
}

static void
a_title_that_the_text_begins_with_is_read_once(void** state) {
  const TextSource source = { .text = SLICE(
                                "Norway thanks Egypt\n\nThe thanks came late."),
                              .title = SLICE("Norway thanks Egypt") };
  const Text text = read_source(state, &source);
  assert_int_equal(text.body, 0);
  assert_int_equal(text.paragraphs.length, 2);
  assert_paragraph(&text, 0, PARAGRAPH_TITLE, "Norway thanks Egypt");
}

static void
a_date_told_beside_the_text_dates(void** state) {
  const TextSource source = { .text = SLICE("The thanks came late."),
                              .date = { 2021, 4, 5 } };
  assert_date(read_source(state, &source).date, 2021, 4, 5);
}

/* Datelines */

static void
a_dateline_is_cut_off_its_paragraph(void** state) {
  static const struct {
    const char* line;
    const char* rest;
  } cases[] = {
    { "OSLO:", " The talks ended." },
    { "OSLO, Nov. 8 (NTB) --", " The talks ended." },
    { "OSLO \xE2\x80\x94", " The talks ended." },
    { "Oslo (NTB) -", " The talks ended." },
    { "Oslo, Norway \xE2\x80\x93", " The talks ended." },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char raw[100];
    (void)snprintf(raw, sizeof raw, "%s%s", cases[i].line, cases[i].rest);
    const Text text = read_text(state, raw);
    assert_int_equal(text.paragraphs.length, 2);
    assert_paragraph(&text, 0, PARAGRAPH_DATELINE, cases[i].line);
    assert_paragraph(&text, 1, PARAGRAPH_BODY, "The talks ended.");
  }
}

static void
a_dateline_may_follow_headline_and_byline(void** state) {
  const Text text = read_text(state, "Talks end in Oslo\n\nBy Eva Dahl\n\n"
                                     "OSLO: The talks ended.\n\nAll left.");
  assert_int_equal(text.paragraphs.length, 5);
  assert_paragraph(&text, 0, PARAGRAPH_TITLE, "Talks end in Oslo");
  assert_paragraph(&text, 2, PARAGRAPH_DATELINE, "OSLO:");
  assert_paragraph(&text, 3, PARAGRAPH_BODY, "The talks ended.");
  assert_paragraph(&text, 4, PARAGRAPH_BODY, "All left.");
}

static void
a_clause_with_a_dash_is_no_dateline(void** state) {
  const Text text =
    read_text(state, "The minister - a lawyer - ended the talks.");
  assert_int_equal(text.paragraphs.length, 1);
  assert_int_equal(text.paragraphs.items[0].kind, PARAGRAPH_BODY);
}

/* The dateline dates an article that nothing else does. */
static void
a_dateline_gives_the_date(void** state) {
  Fixture* const fixture = *state;
  AttReader* const reader = fixture->reader;
  const TextSource source = {
    .text = SLICE("OSLO, Nov. 8, 2023 (NTB) -- The talks ended.")
  };
  Text text;
  att_arena_reset(&reader->article);
  assert_int_equal(att_text_read(&reader->article, reader->ontology,
                                 reader->matcher, &source, (Date){ 0 }, &text),
                   ATT_OK);
  assert_date(text.date, 2023, 11, 8);
}

/* Limits */

static void
too_long_a_text_is_refused(void** state) {
  Fixture* const fixture = *state;
  Text text;
  const TextSource source = { .text = { "", TEXT_SIZE_MAX + 1 } };
  assert_int_equal(att_text_read(&fixture->reader->article,
                                 fixture->reader->ontology,
                                 fixture->reader->matcher, &source, fallback,
                                 &text),
                   ATT_LIMIT);
}

/* A cut through every byte of a text of many kinds of bytes. */
static void
every_cut_of_a_text_reads(void** state) {
  const Slice whole =
    SLICE("date 2023-11-08 \xC3\x89lys\xC3\xA9"
          "e\r\n\r\nPARIS, Nov. 8 (AFP) "
          "\xE2\x80\x94 \xE2\x80\x9CYes.\xE2\x80\x9D \xF0\x9F\x98\x80\x00\xFF");
  for (size_t begin = 0; begin <= whole.length; begin++) {
    for (size_t end = begin; end <= whole.length; end++) {
      const Text text = read_bytes(state, att_slice_part(whole, begin, end));
      assert_int_equal(text.clean.length, end - begin);
      for (size_t i = 0; i < text.paragraphs.length; i++) {
        const Span span = text.paragraphs.items[i].span;
        assert_true(span.begin < span.end && span.end <= end - begin);
      }
    }
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(clean_text_stays),
    cmocka_unit_test(invalid_bytes_become_blanks_of_the_same_length),
    cmocka_unit_test(controls_become_blanks),
    cmocka_unit_test(a_byte_order_mark_is_blank),
    cmocka_unit_test(every_convention_of_line_ends_parts_lines),
    cmocka_unit_test(code_points_are_counted_before_a_byte),
    cmocka_unit_test(blanked_characters_count_once),
    cmocka_unit_test(code_points_count_from_the_text_s_beginning),
    cmocka_unit_test(nothing_gives_no_paragraph),
    cmocka_unit_test(a_first_line_without_a_stop_is_the_headline),
    cmocka_unit_test(a_sentence_is_no_headline),
    cmocka_unit_test(a_lone_line_is_no_headline),
    cmocka_unit_test(wrapped_lines_are_one_paragraph),
    cmocka_unit_test(lines_wrapped_as_windows_does_are_too),
    cmocka_unit_test(a_break_inside_a_word_ends_no_paragraph),
    cmocka_unit_test(a_header_gives_date_and_headline),
    cmocka_unit_test(a_header_may_end_as_windows_has_it),
    cmocka_unit_test(no_calendar_day_is_no_date),
    cmocka_unit_test(without_a_header_the_fallback_dates),
    cmocka_unit_test(a_title_told_beside_the_text_is_its_headline),
    cmocka_unit_test(a_title_that_the_text_begins_with_is_read_once),
    cmocka_unit_test(a_date_told_beside_the_text_dates),
    cmocka_unit_test(a_dateline_is_cut_off_its_paragraph),
    cmocka_unit_test(a_dateline_may_follow_headline_and_byline),
    cmocka_unit_test(a_clause_with_a_dash_is_no_dateline),
    cmocka_unit_test(a_dateline_gives_the_date),
    cmocka_unit_test(too_long_a_text_is_refused),
    cmocka_unit_test(every_cut_of_a_text_reads),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
