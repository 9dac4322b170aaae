/* Moments: the values of xsd:dateTime and xsd:date. */
/* SPDX-License-Identifier: MIT */
#include "graph/moment.h"

#include <inttypes.h>
#include <stdio.h>

/* A time zone that is not told may be so far off: minutes. */
#define ZONE_LIMIT 840

/* A text being read. */
typedef struct Reading {
  Slice text;
  size_t at;
} Reading;

static bool
byte_take(Reading* reading, char c) {
  if (reading->at < reading->text.length &&
      reading->text.start[reading->at] == c) {
    reading->at++;
    return true;
  }
  return false;
}

static bool
digits_take(Reading* reading, size_t least, size_t most, int64_t* out) {
  size_t count = 0;
  *out = 0;
  while (count < most && reading->at < reading->text.length &&
         reading->text.start[reading->at] >= '0' &&
         reading->text.start[reading->at] <= '9') {
    *out = *out * 10 + (reading->text.start[reading->at] - '0');
    reading->at++;
    count++;
  }
  return count >= least;
}

static bool
pair_take(Reading* reading, unsigned most, unsigned* out) {
  int64_t number = 0;
  if (!digits_take(reading, 2, 2, &number) || number > (int64_t)most) {
    return false;
  }
  *out = (unsigned)number;
  return true;
}

static unsigned
days_of(int64_t year, unsigned month) {
  static const unsigned days[] = { 31, 28, 31, 30, 31, 30,
                                   31, 31, 30, 31, 30, 31 };
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap);
}

static bool
date_take(Reading* reading, Moment* moment) {
  const bool negative = byte_take(reading, '-');
  if (!digits_take(reading, 4, 9, &moment->year) || !byte_take(reading, '-') ||
      !pair_take(reading, 12, &moment->month) || moment->month == 0 ||
      !byte_take(reading, '-') || !pair_take(reading, 31, &moment->day)) {
    return false;
  }
  moment->year = negative ? -moment->year : moment->year;
  return moment->day > 0 && moment->day <= days_of(moment->year, moment->month);
}

static bool
time_take(Reading* reading, Moment* moment) {
  unsigned whole = 0;
  if (!pair_take(reading, 24, &moment->hour) || !byte_take(reading, ':') ||
      !pair_take(reading, 59, &moment->minute) || !byte_take(reading, ':')) {
    return false;
  }
  const size_t from = reading->at;
  int64_t fraction = 0;
  if (!pair_take(reading, 59, &whole) ||
      (byte_take(reading, '.') && !digits_take(reading, 1, 16, &fraction))) {
    return false;
  }
  return att_decimal_parse(att_slice_part(reading->text, from, reading->at),
                           false, &moment->second) == DECIMAL_OK &&
         (moment->hour < 24 ||
          (moment->minute == 0 && moment->second.digits == 0));
}

static bool
zone_take(Reading* reading, Moment* moment) {
  const size_t from = reading->at;
  unsigned hours = 0;
  unsigned minutes = 0;
  if (byte_take(reading, 'Z')) {
    moment->zoned = true;
  } else {
    const bool west = byte_take(reading, '-');
    if (west || byte_take(reading, '+')) {
      moment->zoned = true;
      if (!pair_take(reading, 14, &hours) || !byte_take(reading, ':') ||
          !pair_take(reading, 59, &minutes)) {
        return false;
      }
      moment->zone = (int)(hours * 60 + minutes) * (west ? -1 : 1);
    }
  }
  moment->zone_text = att_slice_part(reading->text, from, reading->at);
  return reading->at == reading->text.length;
}

bool
att_moment_parse(Slice text, bool day, Moment* out) {
  Reading reading = { text, 0 };
  Moment moment = { 0 };
  if (!date_take(&reading, &moment) ||
      (!day && (!byte_take(&reading, 'T') || !time_take(&reading, &moment))) ||
      !zone_take(&reading, &moment)) {
    return false;
  }
  *out = moment;
  return true;
}

/* Days from 1970-01-01 in the Gregorian calendar. */
static int64_t
days_from(int64_t year, unsigned month, unsigned day) {
  const int64_t from_march = month > 2 ? year : year - 1;
  const int64_t era = (from_march >= 0 ? from_march : from_march - 399) / 400;
  const int64_t of_era = from_march - era * 400;
  const int64_t of_year =
    (153 * ((int64_t)month + (month > 2 ? -3 : 9)) + 2) / 5 + (int64_t)day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
         719468;
}

/* Minutes from 1970, as far as whole ones go. */
static int64_t
minutes_of(const Moment* moment) {
  return days_from(moment->year, moment->month, moment->day) * 1440 +
         (int64_t)moment->hour * 60 + (int64_t)moment->minute - moment->zone;
}

bool
att_moment_compare(const Moment* left, const Moment* right, int* order) {
  const int64_t a = minutes_of(left);
  const int64_t b = minutes_of(right);
  if (left->zoned != right->zoned && a - b <= ZONE_LIMIT &&
      b - a <= ZONE_LIMIT) {
    return false;
  }
  if (a != b) {
    *order = a < b ? -1 : 1;
  } else {
    *order = att_decimal_compare(left->second, right->second);
  }
  return true;
}

size_t
att_moment_zone(const Moment* moment, char out[DECIMAL_TEXT]) {
  const int size = moment->zone < 0 ? -moment->zone : moment->zone;
  const char* const sign = moment->zone < 0 ? "-" : "";
  const int hours = size / 60;
  const int minutes = size % 60;
  if (size == 0) {
    return (size_t)snprintf(out, DECIMAL_TEXT, "PT0S");
  }
  if (minutes == 0) {
    return (size_t)snprintf(out, DECIMAL_TEXT, "%sPT%dH", sign, hours);
  }
  return hours == 0
           ? (size_t)snprintf(out, DECIMAL_TEXT, "%sPT%dM", sign, minutes)
           : (size_t)snprintf(out, DECIMAL_TEXT, "%sPT%dH%dM", sign, hours,
                              minutes);
}

size_t
att_moment_format(int64_t seconds, char out[DECIMAL_TEXT]) {
  int64_t days = seconds / 86400;
  int year = 1970;
  unsigned month = 1;
  while (days >= 365 + (int64_t)(days_of(year, 2) == 29)) {
    days -= 365 + (int64_t)(days_of(year, 2) == 29);
    year++;
  }
  while (days >= (int64_t)days_of(year, month)) {
    days -= (int64_t)days_of(year, month);
    month++;
  }
  const int64_t of_day = seconds % 86400;
  return (size_t)snprintf(out, DECIMAL_TEXT, "%04d-%02u-%02dT%02d:%02d:%02dZ",
                          year, month, (int)days + 1, (int)(of_day / 3600),
                          (int)(of_day / 60 % 60), (int)(of_day % 60));
}
