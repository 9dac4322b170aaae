/* Calendar arithmetic. */
/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <assert.h>

#define YEAR_MAX 9999
#define MONTHS 12
#define WEEK 7

/** A Gregorian cycle: 400 years, always as long. */
#define CYCLE_YEARS 400
#define CYCLE_DAYS 146097

/** From 0000-03-01 to 1970-01-01: years counted from March end with the leap
 * day, so that a date's place in its year never depends on the year. */
#define EPOCH_DAYS 719468

static bool
is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % CYCLE_YEARS == 0);
}

unsigned
att_date_month_days(int year, unsigned month) {
  static const uint8_t days[MONTHS] = { 31, 28, 31, 30, 31, 30,
                                        31, 31, 30, 31, 30, 31 };
  assert(month >= 1 && month <= MONTHS);
  return days[month - 1] + (month == 2 && is_leap(year) ? 1U : 0U);
}

bool
att_date_valid(Date date) {
  if (date.year < 1 || date.year > YEAR_MAX || date.month > MONTHS) {
    return false;
  }
  if (date.month == 0) {
    return date.day == 0;
  }
  return date.day <= att_date_month_days(date.year, date.month);
}

bool
att_date_is_day(Date date) {
  return att_date_valid(date) && date.day != 0;
}

int32_t
att_date_to_days(Date date) {
  const Date first = att_date_first_day(date);
  const int32_t march = first.month > 2 ? first.month - 3 : first.month + 9;
  const int32_t year = first.month > 2 ? first.year : first.year - 1;
  const int32_t cycle = year / CYCLE_YEARS;
  const int32_t rest = year % CYCLE_YEARS;
  const int32_t in_year = (153 * march + 2) / 5 + first.day - 1;
  const int32_t in_cycle = rest * 365 + rest / 4 - rest / 100 + in_year;
  return cycle * CYCLE_DAYS + in_cycle - EPOCH_DAYS;
}

Date
att_date_from_days(int32_t days) {
  const Date begin = { 1, 1, 1 };
  const Date end = { YEAR_MAX, MONTHS, 31 };
  if (days < att_date_to_days(begin) || days > att_date_to_days(end)) {
    return (Date){ 0 };
  }
  const int32_t total = days + EPOCH_DAYS;
  const int32_t in_cycle = total % CYCLE_DAYS;
  const int32_t rest = (in_cycle - in_cycle / 1460 + in_cycle / 36524 -
                        in_cycle / (CYCLE_DAYS - 1)) /
                       365;
  const int32_t in_year = in_cycle - (365 * rest + rest / 4 - rest / 100);
  const int32_t march = (5 * in_year + 2) / 153;
  const int32_t month = march < 10 ? march + 3 : march - 9;
  const int32_t year =
    total / CYCLE_DAYS * CYCLE_YEARS + rest + (month <= 2 ? 1 : 0);
  const int32_t day = in_year - (153 * march + 2) / 5 + 1;
  return (Date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
}

unsigned
att_date_weekday(Date date) {
  /* 1970-01-01 was a Thursday; the detour keeps the remainder positive. */
  const int32_t shifted = att_date_to_days(date) % WEEK + WEEK + 3;
  return (unsigned)(shifted % WEEK) + WEEKDAY_MONDAY;
}

Date
att_date_add_days(Date date, int32_t days) {
  const int32_t begin = att_date_to_days(date);
  if (days > CYCLE_DAYS * 25 || days < -CYCLE_DAYS * 25) {
    return (Date){ 0 };
  }
  return att_date_from_days(begin + days);
}

Date
att_date_add_months(Date date, int32_t months) {
  assert(date.month != 0);
  const int32_t limit = YEAR_MAX * MONTHS;
  if (months > limit || months < -limit) {
    return (Date){ 0 };
  }
  const int32_t total = date.year * MONTHS + date.month - 1 + months;
  if (total < MONTHS || total >= limit + MONTHS) {
    return (Date){ 0 };
  }
  const int16_t year = (int16_t)(total / MONTHS);
  const uint8_t month = (uint8_t)(total % MONTHS + 1);
  const unsigned most = att_date_month_days(year, month);
  const uint8_t day = date.day > most ? (uint8_t)most : date.day;
  return (Date){ year, month, day };
}

Date
att_date_first_day(Date date) {
  assert(att_date_valid(date));
  const uint8_t month = date.month == 0 ? 1 : date.month;
  const uint8_t day = date.day == 0 ? 1 : date.day;
  return (Date){ date.year, month, day };
}

Date
att_date_last_day(Date date) {
  assert(att_date_valid(date));
  if (date.day != 0) {
    return date;
  }
  const uint8_t month = date.month == 0 ? MONTHS : date.month;
  const uint8_t day = (uint8_t)att_date_month_days(date.year, month);
  return (Date){ date.year, month, day };
}

int
att_date_compare(Date left, Date right) {
  if (left.year != right.year) {
    return left.year - right.year;
  }
  if (left.month != right.month) {
    return left.month - right.month;
  }
  return left.day - right.day;
}

/** The number that `count` digits at byte `at` write, or -1. */
static int
digits(Slice text, size_t at, size_t count) {
  int number = 0;
  for (size_t i = at; i < at + count; i++) {
    if (text.start[i] < '0' || text.start[i] > '9') {
      return -1;
    }
    number = number * 10 + (text.start[i] - '0');
  }
  return number;
}

bool
att_date_parse(Slice text, Date* out) {
  if (text.length != 4 && text.length != 7 && text.length != 10) {
    return false;
  }
  const int year = digits(text, 0, 4);
  int month = 0;
  int day = 0;
  if (text.length >= 7) {
    month = text.start[4] == '-' ? digits(text, 5, 2) : -1;
  }
  if (text.length == 10) {
    day = text.start[7] == '-' ? digits(text, 8, 2) : -1;
  }
  if (year < 1 || month < (text.length >= 7 ? 1 : 0) ||
      day < (text.length == 10 ? 1 : 0)) {
    return false;
  }
  const Date date = { (int16_t)year, (uint8_t)month, (uint8_t)day };
  if (!att_date_valid(date)) {
    return false;
  }
  *out = date;
  return true;
}

/** Writes `number` as `count` digits to `out`, and returns what is behind. */
static char*
put_digits(char* out, unsigned number, size_t count) {
  for (size_t i = count; i > 0; i--) {
    out[i - 1] = (char)('0' + number % 10);
    number /= 10;
  }
  return out + count;
}

size_t
att_date_format(Date date, char out[DATE_TEXT]) {
  char* end = out;
  if (date.year != 0) {
    assert(att_date_valid(date));
    end = put_digits(end, (unsigned)date.year, 4);
  }
  if (date.month != 0) {
    *end++ = '-';
    end = put_digits(end, date.month, 2);
  }
  if (date.day != 0) {
    *end++ = '-';
    end = put_digits(end, date.day, 2);
  }
  *end = '\0';
  return (size_t)(end - out);
}
