/* Dates: the calendar holds across leap years, centuries and its ends. */
/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void
assert_date(Date date, const char* expected) {
  char text[DATE_TEXT];
  const size_t length = att_date_format(date, text);
  assert_string_equal(text, expected);
  assert_int_equal(length, strlen(expected));
}

static Date
date_of(const char* text) {
  Date date = { 0 };
  assert_true(att_date_parse(att_slice(text), &date));
  return date;
}

static void
every_day_survives_the_way_there_and_back(void** state) {
  (void)state;
  Date expected = { 1, 1, 1 };
  for (int32_t days = att_date_to_days(expected);
       days <= att_date_to_days((Date){ 9999, 12, 31 }); days++) {
    const Date date = att_date_from_days(days);
    assert_int_equal(att_date_compare(date, expected), 0);
    assert_int_equal(att_date_to_days(date), days);
    expected.day++;
    if (expected.day > att_date_month_days(expected.year, expected.month)) {
      expected.day = 1;
      expected.month++;
    }
    if (expected.month > 12) {
      expected.month = 1;
      expected.year++;
    }
  }
}

static void
known_days_have_their_numbers(void** state) {
  (void)state;
  assert_int_equal(att_date_to_days((Date){ 1970, 1, 1 }), 0);
  assert_int_equal(att_date_to_days((Date){ 1969, 12, 31 }), -1);
  assert_int_equal(att_date_to_days((Date){ 2000, 3, 1 }), 11017);
  assert_int_equal(att_date_to_days((Date){ 2006, 11, 8 }), 13460);
}

static void
a_month_or_year_counts_from_its_first_day(void** state) {
  (void)state;
  assert_int_equal(att_date_to_days((Date){ 1970, 2, 0 }), 31);
  assert_int_equal(att_date_to_days((Date){ 1971, 0, 0 }), 365);
}

static void
there_is_no_date_outside_the_calendar(void** state) {
  (void)state;
  assert_date(att_date_from_days(INT32_MIN), "");
  assert_date(att_date_from_days(INT32_MAX), "");
  assert_date(att_date_add_days((Date){ 1, 1, 1 }, -1), "");
  assert_date(att_date_add_days((Date){ 9999, 12, 31 }, 1), "");
  assert_date(att_date_add_days((Date){ 2006, 11, 8 }, INT32_MAX), "");
  assert_date(att_date_add_months((Date){ 1, 1, 0 }, -1), "");
  assert_date(att_date_add_months((Date){ 9999, 12, 0 }, 1), "");
  assert_date(att_date_add_months((Date){ 2006, 11, 0 }, INT32_MIN), "");
  assert_date(att_date_add_months((Date){ 1, 2, 0 }, -1), "0001-01");
  assert_date(att_date_add_months((Date){ 9999, 11, 0 }, 1), "9999-12");
}

static void
weekdays_are_numbered_from_monday(void** state) {
  (void)state;
  assert_int_equal(att_date_weekday((Date){ 2006, 11, 6 }), WEEKDAY_MONDAY);
  assert_int_equal(att_date_weekday((Date){ 2006, 11, 8 }), 3);
  assert_int_equal(att_date_weekday((Date){ 2006, 11, 12 }), WEEKDAY_SUNDAY);
  assert_int_equal(att_date_weekday((Date){ 1949, 4, 4 }), WEEKDAY_MONDAY);
  assert_int_equal(att_date_weekday((Date){ 1, 1, 1 }), WEEKDAY_MONDAY);
}

static void
leap_years_follow_the_gregorian_rule(void** state) {
  (void)state;
  assert_int_equal(att_date_month_days(1900, 2), 28);
  assert_int_equal(att_date_month_days(2000, 2), 29);
  assert_int_equal(att_date_month_days(2004, 2), 29);
  assert_int_equal(att_date_month_days(2006, 2), 28);
}

static void
adding_days_crosses_months(void** state) {
  (void)state;
  assert_date(att_date_add_days((Date){ 2004, 2, 28 }, 1), "2004-02-29");
  assert_date(att_date_add_days((Date){ 2006, 1, 1 }, -1), "2005-12-31");
}

static void
adding_months_keeps_to_the_month(void** state) {
  (void)state;
  assert_date(att_date_add_months((Date){ 2006, 1, 31 }, 1), "2006-02-28");
  assert_date(att_date_add_months((Date){ 2006, 11, 8 }, 2), "2007-01-08");
  assert_date(att_date_add_months((Date){ 2006, 1, 0 }, -13), "2004-12");
}

static void
a_period_has_a_first_and_a_last_day(void** state) {
  (void)state;
  assert_date(att_date_first_day((Date){ 2006, 0, 0 }), "2006-01-01");
  assert_date(att_date_last_day((Date){ 2006, 0, 0 }), "2006-12-31");
  assert_date(att_date_last_day((Date){ 2004, 2, 0 }), "2004-02-29");
  assert_date(att_date_last_day((Date){ 2004, 2, 3 }), "2004-02-03");
}

static void
what_is_written_reads_back(void** state) {
  (void)state;
  assert_date(date_of("2006-11-08"), "2006-11-08");
  assert_date(date_of("2006-11"), "2006-11");
  assert_date(date_of("2006"), "2006");
  assert_date(date_of("0001"), "0001");
}

static void
what_is_no_date_is_not_read(void** state) {
  (void)state;
  const char* const wrong[] = { "",           "0000",       "206",
                                "2006-",      "2006-13",    "2006-00",
                                "2006-11-31", "2006-11-00", "2006-02-29",
                                "2006/11/08", "2006-1-08",  "2006-11-8x",
                                "-006-11-08", "2006-11-08 " };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    Date date;
    assert_false(att_date_parse(att_slice(wrong[i]), &date));
  }
}

static void
the_calendar_has_no_such_day(void** state) {
  (void)state;
  assert_false(att_date_valid((Date){ 0 }));
  assert_false(att_date_valid((Date){ 2006, 0, 8 }));
  assert_false(att_date_valid((Date){ 2006, 13, 0 }));
  assert_false(att_date_valid((Date){ 10000, 1, 1 }));
  assert_true(att_date_valid((Date){ 2006, 11, 0 }));
  assert_false(att_date_is_day((Date){ 2006, 11, 0 }));
  assert_true(att_date_is_day((Date){ 2006, 11, 30 }));
}

static void
dates_compare_by_year_month_day(void** state) {
  (void)state;
  assert_true(att_date_compare(date_of("2006"), date_of("2006-01")) < 0);
  assert_true(att_date_compare(date_of("2006-12"), date_of("2007-01")) < 0);
  assert_true(att_date_compare(date_of("2006-11-09"), date_of("2006-11-08")) >
              0);
  assert_int_equal(att_date_compare(date_of("2006"), date_of("2006")), 0);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_day_survives_the_way_there_and_back),
    cmocka_unit_test(known_days_have_their_numbers),
    cmocka_unit_test(a_month_or_year_counts_from_its_first_day),
    cmocka_unit_test(there_is_no_date_outside_the_calendar),
    cmocka_unit_test(weekdays_are_numbered_from_monday),
    cmocka_unit_test(leap_years_follow_the_gregorian_rule),
    cmocka_unit_test(adding_days_crosses_months),
    cmocka_unit_test(adding_months_keeps_to_the_month),
    cmocka_unit_test(a_period_has_a_first_and_a_last_day),
    cmocka_unit_test(what_is_written_reads_back),
    cmocka_unit_test(what_is_no_date_is_not_read),
    cmocka_unit_test(the_calendar_has_no_such_day),
    cmocka_unit_test(dates_compare_by_year_month_day),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
