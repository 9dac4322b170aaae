/* Times: every form is found where it stands, with the date it comes to. */
/* SPDX-License-Identifier: MIT */
#include "reading/time.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/** A Wednesday. */
static const Date reference = { 2006, 11, 15 };
static const Date unknown = { 0 };

static Ontology* ontology;
static Matcher* matcher;

static int
load(void** state) {
  (void)state;
  const AttSink sink = { 0 };
  return att_ontology_load(ATT_SOURCE_DIR "/ontology", &sink, &ontology) ==
               ATT_OK &&
             att_matcher_new(&matcher) == ATT_OK
           ? 0
           : 1;
}

static int
unload(void** state) {
  (void)state;
  att_matcher_free(matcher);
  att_ontology_free(ontology);
  return 0;
}

/** A line under construction. */
typedef struct Line {
  char text[1024];
  size_t length;
} Line;

static void
put(Line* line, const char* bytes, size_t count) {
  assert_true(line->length + count < sizeof line->text);
  memcpy(line->text + line->length, bytes, count);
  line->length += count;
  line->text[line->length] = '\0';
}

static void
put_date(Line* line, const char* before, Date date) {
  char text[DATE_TEXT];
  const size_t length = att_date_format(date, text);
  put(line, before, strlen(before));
  put(line, text, length);
}

/** Writes what was found: WORDS=PAST, /FUTURE if it differs, the period as
 * (EARLIEST..LATEST), "range"; semicolons between expressions. */
static void
put_times(Line* line, const char* text, const Times* times) {
  for (size_t i = 0; i < times->length; i++) {
    const TimeExpression* time = &times->items[i];
    put(line, "; ", i == 0 ? 0 : 2);
    put(line, text + time->begin, time->end - time->begin);
    put_date(line, "=", time->past);
    if (att_date_compare(time->past, time->future) != 0) {
      put_date(line, "/", time->future);
    }
    if (time->earliest.year != 0) {
      put_date(line, " (", time->earliest);
      put_date(line, "..", time->latest);
      put(line, ")", 1);
    }
    put(line, " range", time->range ? 6 : 0);
  }
}

/** A text and what is to be found in it. */
typedef struct Row {
  const char* text;
  const char* expected;
} Row;

static void
check(const Row* rows, size_t count, Date written) {
  for (size_t i = 0; i < count; i++) {
    Arena arena = att_arena_begin(1 << 20);
    Times times = { 0 };
    Line line = { .length = 0 };
    const Slice text = att_slice(rows[i].text);
    assert_int_equal(att_times_find(&arena, ontology, matcher, text, 0,
                                    text.length, written, &times),
                     ATT_OK);
    put_times(&line, rows[i].text, &times);
    assert_string_equal(line.text, rows[i].expected);
    att_arena_end(&arena);
  }
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows), reference)

static void
a_full_date_means_itself(void** state) {
  (void)state;
  const Row rows[] = {
    { "They met on 2005-03-07.", "2005-03-07=2005-03-07" },
    { "signed Nov. 8, 2005, in Doha", "Nov. 8, 2005=2005-11-08" },
    { "on November 8, 2005", "November 8, 2005=2005-11-08" },
    { "on 8 November 2005", "8 November 2005=2005-11-08" },
    { "the 12th of May, 2004", "12th of May, 2004=2004-05-12" },
    { "the twelfth of May 2004", "twelfth of May 2004=2004-05-12" },
    { "LIMA, Nov. 17 , 2005 (Agency)", "Nov. 17 , 2005=2005-11-17" },
    { "on 3-Mar-2004", "3-Mar-2004=2004-03-03" },
    { "on Wednesday, Nov. 9, 2005", "Wednesday, Nov. 9, 2005=2005-11-09" },
  };
  CHECK(rows);
}

static void
figures_count_only_if_they_mean_one_day(void** state) {
  (void)state;
  const Row rows[] = {
    { "on 11/28/2005", "11/28/2005=2005-11-28" },
    { "on 28.11.2005", "28.11.2005=2005-11-28" },
    { "on 11/08/2006", "" },
    { "version 1.2.2006", "" },
    { "call 555-11-28-2005", "" },
  };
  CHECK(rows);
}

static void
a_day_without_a_year_lies_in_the_nearest(void** state) {
  (void)state;
  const Row rows[] = {
    { "on Nov. 8", "Nov. 8=2006-11-08" },
    { "on November 30", "November 30=2006-11-30" },
    { "on 21 December", "21 December=2005-12-21/2006-12-21" },
    { "since Feb. 1", "Feb. 1=2006-02-01/2007-02-01" },
    { "on Sept 11th", "Sept 11th=2006-09-11/2007-09-11" },
    { "on May 5 last year", "May 5 last year=2005-05-05" },
  };
  CHECK(rows);
}

static void
a_weekday_tells_the_year(void** state) {
  (void)state;
  const Row rows[] = {
    { "on Wednesday, Dec. 21", "Wednesday, Dec. 21=2005-12-21" },
    { "on Thursday, December 21", "Thursday, December 21=2006-12-21" },
    { "on Thursday, 21 December", "Thursday, 21 December=2006-12-21" },
  };
  CHECK(rows);
}

static void
a_range_begins_with_its_first_day(void** state) {
  (void)state;
  const Row rows[] = {
    { "from Nov. 8-9", "Nov. 8-9=2006-11-08 (2006-11-08..2006-11-09) range" },
    { "8\xe2\x80\x93"
      "9 November",
      "8\xe2\x80\x93"
      "9 November=2006-11-08 (2006-11-08..2006-11-09) range" },
    { "July 23 to July 25, 2004",
      "July 23 to July 25, 2004=2004-07-23 (2004-07-23..2004-07-25) range" },
    { "Nov. 30 to Dec. 1",
      "Nov. 30 to Dec. 1=2006-11-30 (2006-11-30..2006-12-01) range" },
    { "Dec. 30 to Jan. 2",
      "Dec. 30 to Jan. 2=2005-12-30/2006-12-30 (2005-12-30..2006-01-02) range" },
    { "between May and June 2005",
      "May and June 2005=2005-05 (2005-05-01..2005-06-30) range" },
    { "December-January 2005",
      "December-January 2005=2004-12 (2004-12-01..2005-01-31) range" },
    { "in 2004-05", "2004-05=2004 (2004-01-01..2005-12-31) range" },
    { "in 1999-2001", "1999-2001=1999 (1999-01-01..2001-12-31) range" },
  };
  CHECK(rows);
}

static void
a_day_the_month_has_not_leaves_the_month(void** state) {
  (void)state;
  const Row rows[] = { { "on February 30, 2006",
                         "February 30, 2006=2006-02" } };
  CHECK(rows);
}

static void
a_month_is_the_nearest_unless_told(void** state) {
  (void)state;
  const Row rows[] = {
    { "in August", "August=2006-08/2007-08" },
    { "in November", "November=2006-11" },
    { "in December", "December=2005-12/2006-12" },
    { "in August 2005", "August 2005=2005-08" },
    { "in November, 2005", "November, 2005=2005-11" },
    { "December last year", "December last year=2005-12" },
    { "in March of this year", "March of this year=2006-03" },
    { "October next year", "October next year=2007-10" },
    { "last August", "last August=2006-08" },
    { "last December", "last December=2005-12" },
    { "next March", "next March=2007-03" },
    { "this December", "this December=2006-12" },
  };
  CHECK(rows);
}

static void
months_in_a_list_share_its_year(void** state) {
  (void)state;
  const Row rows[] = {
    { "in May and June 2005", "May=2005-05; June 2005=2005-06" },
    { "August and December last year",
      "August=2005-08; December last year=2005-12" },
    { "in May, July and August 2005",
      "May=2005-05; July=2005-07; August 2005=2005-08" },
    { "in April and May", "April=2006-04/2007-04; May=2006-05/2007-05" },
  };
  CHECK(rows);
}

static void
a_stage_narrows_a_month_or_year(void** state) {
  (void)state;
  const Row rows[] = {
    { "in early November", "early November=2006-11 (2006-11-01..2006-11-09)" },
    { "in mid-November", "mid-November=2006-11 (2006-11-10..2006-11-20)" },
    { "late in November", "late in November=2006-11 (2006-11-21..2006-11-30)" },
    { "at the end of 2005", "end of 2005=2005 (2005-09-01..2005-12-31)" },
    { "the first half of 2005",
      "first half of 2005=2005 (2005-01-01..2005-06-30)" },
    { "the third quarter of 2005",
      "third quarter of 2005=2005 (2005-07-01..2005-09-30)" },
    { "earlier this month",
      "earlier this month=2006-11 (2006-11-01..2006-11-15)" },
    { "later this year", "later this year=2006 (2006-11-15..2006-12-31)" },
    { "by the end of the year",
      "the end of the year=2006 (2006-09-01..2006-12-31)" },
    { "early next week", "early next week= (2006-11-20..2006-11-21)" },
  };
  CHECK(rows);
}

static void
months_that_are_other_words_need_a_sign(void** state) {
  (void)state;
  const Row rows[] = {
    { "May the talks succeed. They may, in May.", "May=2006-05/2007-05" },
    { "Theresa May met Mrs May", "" },
    { "March on, they said, and march they did", "" },
    { "the March on the capital", "" },
    { "the March summit", "March=2006-03/2007-03" },
    { "April Smith met June Brown", "" },
    { "In April Pakistan agreed", "April=2006-04/2007-04" },
    { "Foreign Minister Jan Novak", "" },
    { "the March 14 coalition", "" },
    { "early May", "early May=2006-05/2007-05 (2006-05-01..2006-05-10)" },
    { "May 5,000 people", "" },
    { "augustus and marching", "" },
  };
  CHECK(rows);
}

static void
a_weekday_is_the_nearest_either_way(void** state) {
  (void)state;
  const Row rows[] = {
    { "on Thursday", "Thursday=2006-11-09/2006-11-16" },
    { "on Wednesday", "Wednesday=2006-11-15" },
    { "Tuesday's talks", "Tuesday=2006-11-14/2006-11-21" },
    { "Thursday night", "Thursday night=2006-11-09/2006-11-16" },
    { "late Monday", "late Monday=2006-11-13/2006-11-20" },
  };
  CHECK(rows);
}

static void
a_word_before_a_weekday_leaves_no_choice(void** state) {
  (void)state;
  const Row rows[] = {
    { "last Thursday", "last Thursday=2006-11-09" },
    { "last Wednesday", "last Wednesday=2006-11-08" },
    { "next Monday", "next Monday=2006-11-20" },
    { "next Wednesday", "next Wednesday=2006-11-22" },
    { "this Friday", "this Friday=2006-11-17" },
    { "this Monday", "this Monday=2006-11-13/2006-11-20" },
    { "Thursday last week", "Thursday last week=2006-11-09" },
    { "Monday of next week", "Monday of next week=2006-11-20" },
  };
  CHECK(rows);
}

static void
a_weekday_in_a_name_is_no_date(void** state) {
  (void)state;
  const Row rows[] = {
    { "told the Sunday Times", "" },        { "the Good Friday Agreement", "" },
    { "every Friday and each Monday", "" }, { "on Fridays", "" },
    { "the Mail on Sunday", "" },           { "Sat down; the Sun set", "" },
  };
  CHECK(rows);
}

static void
days_are_told_from_the_articles(void** state) {
  (void)state;
  const Row rows[] = {
    { "today", "today=2006-11-15" },
    { "Today, they met", "Today=2006-11-15" },
    { "late yesterday", "late yesterday=2006-11-14" },
    { "tomorrow morning", "tomorrow morning=2006-11-16" },
    { "tonight", "tonight=2006-11-15" },
    { "this morning", "this morning=2006-11-15" },
    { "last night", "last night=2006-11-14" },
    { "the day before yesterday", "the day before yesterday=2006-11-13" },
    { "the day after tomorrow", "the day after tomorrow=2006-11-17" },
    { "earlier in the day", "earlier in the day=2006-11-15" },
    { "told USA Today", "" },
  };
  CHECK(rows);
}

static void
units_are_told_from_the_articles(void** state) {
  (void)state;
  const Row rows[] = {
    { "this year", "this year=2006" },
    { "last month's visit", "last month=2006-10" },
    { "next year", "next year=2007" },
    { "last week", "last week= (2006-11-06..2006-11-12)" },
    { "this week", "this week= (2006-11-13..2006-11-19)" },
    { "This past week", "This past week= (2006-11-06..2006-11-12)" },
    { "in the coming week", "the coming week= (2006-11-20..2006-11-26)" },
    { "last weekend", "last weekend= (2006-11-11..2006-11-12)" },
    { "this quarter", "this quarter= (2006-10-01..2006-12-31)" },
    { "this decade", "this decade= (2000-01-01..2009-12-31)" },
    { "last summer", "last summer= (2006-06-01..2006-08-31)" },
    { "this winter", "this winter= (2006-12-01..2007-02-28)" },
    { "in the winter of 2003", "winter of 2003= (2003-12-01..2004-02-29)" },
  };
  CHECK(rows);
}

static void
a_duration_is_no_date(void** state) {
  (void)state;
  const Row rows[] = {
    { "in the past three years", "" },
    { "over the last year", "" },
    { "for three days", "" },
    { "within two weeks", "" },
    { "a two-year plan", "" },
    { "in his last year in office", "" },
    { "the last weeks of the war", "" },
    { "a 44-year-old man", "" },
  };
  CHECK(rows);
}

static void
what_is_ago_counts_from_the_article(void** state) {
  (void)state;
  const Row rows[] = {
    { "three days ago", "three days ago=2006-11-12" },
    { "10 days ago", "10 days ago=2006-11-05" },
    { "two weeks ago", "two weeks ago=2006-11-01 (2006-10-29..2006-11-04)" },
    { "a month ago", "a month ago=2006-10" },
    { "five months ago", "five months ago=2006-06" },
    { "a year and a half ago", "a year and a half ago=2005" },
    { "almost four years ago", "four years ago=2002" },
    { "twenty-five years ago", "twenty-five years ago=1981" },
    { "three days from now", "three days from now=2006-11-18" },
    { "a couple of years ago", "a couple of years ago=2004" },
    { "two dozen years ago", "two dozen years ago=1982" },
    { "hundreds of years ago", "years ago=" },
    { "1,300 years ago", "years ago=" },
    { "several months ago", "several months ago=" },
    { "a decade ago", "a decade ago=" },
    { "9999 years ago", "years ago=" },
  };
  CHECK(rows);
}

static void
what_follows_counts_from_the_last_date(void** state) {
  (void)state;
  const Row rows[] = {
    { "On May 5, 2004, he left; the following day he returned.",
      "May 5, 2004=2004-05-05; the following day=2004-05-06" },
    { "On May 5, 2004, he left. Two weeks later he was back.",
      "May 5, 2004=2004-05-05; Two weeks later=2004-05-19 "
      "(2004-05-16..2004-05-22)" },
    { "In May 2004 he left; two years earlier he had come.",
      "May 2004=2004-05; two years earlier=2002" },
    { "In May 2004 he left; he came back the same month.",
      "May 2004=2004-05; the same month=2004-05" },
    { "In May 2004 he left. Three days later he was back.",
      "May 2004=2004-05; Three days later=" },
    { "That day they met.", "That day=" },
    { "no later than ten days later than that", "" },
  };
  CHECK(rows);
}

static void
years_and_decades_stand_alone(void** state) {
  (void)state;
  const Row rows[] = {
    { "in 2003", "2003=2003" },
    { "since 1990, when", "1990=1990" },
    { "the 1996 election", "1996=1996" },
    { "in 1994, 1995 and 1997", "1994=1994; 1995=1995; 1997=1997" },
    { "the post-1959 order", "post-1959=1959" },
    { "the 1990s", "1990s= (1990-01-01..1999-12-31)" },
    { "the early 1990s", "early 1990s= (1990-01-01..1993-04-30)" },
    { "the 19th century", "19th century=" },
  };
  CHECK(rows);
}

static void
a_number_of_things_is_no_year(void** state) {
  (void)state;
  const Row rows[] = {
    { "2000 people and 1900 troops", "" },
    { "$2003 and 2003 euros", "" },
    { "2,006 and 2006.5 and 2006%", "" },
    { "Resolution 1973", "" },
    { "in 1850 and 2150", "" },
    { "20061", "" },
  };
  CHECK(rows);
}

static void
vague_words_have_no_date(void** state) {
  (void)state;
  const Row rows[] = {
    { "They recently met.", "recently=" },
    { "in recent weeks", "recent weeks=" },
    { "as soon as possible", "" },
    { "in the coming days", "coming days=" },
  };
  CHECK(rows);
}

static void
a_sentence_may_hold_many(void** state) {
  (void)state;
  const Row rows[] = {
    { "He came on Tuesday and leaves tomorrow, a year after the May 2005 "
      "accord; last week's talks failed.",
      "Tuesday=2006-11-14/2006-11-21; tomorrow=2006-11-16; May 2005=2005-05; "
      "last week= (2006-11-06..2006-11-12)" },
    { "In March. Then nothing", "March=2006-03/2007-03" },
    { "in late\nMarch",
      "late\nMarch=2006-03/2007-03 (2006-03-21..2006-03-31)" },
    { "", "" },
  };
  CHECK(rows);
}

static void
without_a_reference_only_full_dates_have_values(void** state) {
  (void)state;
  const Row rows[] = {
    { "on Thursday, last week, today, two days ago, last summer",
      "Thursday=; last week=; today=; two days ago=; last summer=" },
    { "on Nov. 8-9 and in August", "Nov. 8-9= range; August=" },
    { "on May 5, 2004; the next day; earlier this month",
      "May 5, 2004=2004-05-05; the next day=2004-05-06; "
      "earlier this month=" },
  };
  check(rows, sizeof rows / sizeof *rows, unknown);
}

static void
only_the_span_asked_for_is_read(void** state) {
  (void)state;
  const char* text = "yesterday, today and tomorrow";
  Arena arena = att_arena_begin(1 << 20);
  Times times = { 0 };
  Line line = { .length = 0 };
  assert_int_equal(att_times_find(&arena, ontology, matcher, att_slice(text), 9,
                                  18, reference, &times),
                   ATT_OK);
  put_times(&line, text, &times);
  assert_string_equal(line.text, "today=2006-11-15");
  att_arena_end(&arena);
}

static void
a_full_arena_is_an_ordinary_answer(void** state) {
  (void)state;
  const Slice text = att_slice("on Thursday, Nov. 8, 2006, and in May 2005");
  AttStatus status = ATT_NO_MEMORY;
  for (size_t ceiling = 0; status == ATT_NO_MEMORY; ceiling += 64) {
    Arena arena = att_arena_begin(ceiling);
    Times times = { 0 };
    status = att_times_find(&arena, ontology, matcher, text, 0, text.length,
                            reference, &times);
    att_arena_end(&arena);
  }
  assert_int_equal(status, ATT_OK);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_full_date_means_itself),
    cmocka_unit_test(figures_count_only_if_they_mean_one_day),
    cmocka_unit_test(a_day_without_a_year_lies_in_the_nearest),
    cmocka_unit_test(a_weekday_tells_the_year),
    cmocka_unit_test(a_range_begins_with_its_first_day),
    cmocka_unit_test(a_day_the_month_has_not_leaves_the_month),
    cmocka_unit_test(a_month_is_the_nearest_unless_told),
    cmocka_unit_test(months_in_a_list_share_its_year),
    cmocka_unit_test(a_stage_narrows_a_month_or_year),
    cmocka_unit_test(months_that_are_other_words_need_a_sign),
    cmocka_unit_test(a_weekday_is_the_nearest_either_way),
    cmocka_unit_test(a_word_before_a_weekday_leaves_no_choice),
    cmocka_unit_test(a_weekday_in_a_name_is_no_date),
    cmocka_unit_test(days_are_told_from_the_articles),
    cmocka_unit_test(units_are_told_from_the_articles),
    cmocka_unit_test(a_duration_is_no_date),
    cmocka_unit_test(what_is_ago_counts_from_the_article),
    cmocka_unit_test(what_follows_counts_from_the_last_date),
    cmocka_unit_test(years_and_decades_stand_alone),
    cmocka_unit_test(a_number_of_things_is_no_year),
    cmocka_unit_test(vague_words_have_no_date),
    cmocka_unit_test(a_sentence_may_hold_many),
    cmocka_unit_test(without_a_reference_only_full_dates_have_values),
    cmocka_unit_test(only_the_span_asked_for_is_read),
    cmocka_unit_test(a_full_arena_is_an_ordinary_answer),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
