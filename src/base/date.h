/* A date: a day, month or year of the Gregorian calendar. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_DATE_H
#define ATTACHE_BASE_DATE_H

#include "base/slice.h"

/** Room for the longest date and a NUL. */
#define DATE_TEXT 16

/** As precise as it is known; all zeros is no date. */
typedef struct Date {
  int16_t year;  /**< 1 to 9999; 0 is no date. */
  uint8_t month; /**< 1 to 12; 0 is unknown, and then so is the day. */
  uint8_t day;   /**< 1 to 31; 0 is unknown. */
} Date;

/** The days of the week, as ISO 8601 numbers them. */
enum { WEEKDAY_MONDAY = 1, WEEKDAY_SATURDAY = 6, WEEKDAY_SUNDAY = 7 };

/** Whether the calendar has this day, month or year. */
bool
att_date_valid(Date date);

/** Whether `date` is valid and names one day. */
bool
att_date_is_day(Date date);

/** The number of days of a month (1 to 12) of a year (1 to 9999). */
unsigned
att_date_month_days(int year, unsigned month);

/** Days from 1970-01-01 to the first day of `date`, which is valid. */
int32_t
att_date_to_days(Date date);

/** The day that many days from 1970-01-01; no date outside 1 to 9999. */
Date
att_date_from_days(int32_t days);

/** From WEEKDAY_MONDAY to WEEKDAY_SUNDAY; `date` is one day. */
unsigned
att_date_weekday(Date date);

/** The day `days` after `date`, which is one day; no date outside 1 to 9999. */
Date
att_date_add_days(Date date, int32_t days);

/** The same day, or the same month, `months` later; the month's last day where
 * it has no such day. `date` has a month. No date outside 1 to 9999. */
Date
att_date_add_months(Date date, int32_t months);

/** The first day of a valid `date`. */
Date
att_date_first_day(Date date);

/** The last day of a valid `date`. */
Date
att_date_last_day(Date date);

/** Negative, 0, positive: by year, month, day; the unknown comes first. */
int
att_date_compare(Date left, Date right);

/** Whether `text` is a valid date as YYYY, YYYY-MM or YYYY-MM-DD, nothing else
 * around it; then it is in `*out`. */
bool
att_date_parse(Slice text, Date* out);

/** Writes YYYY, YYYY-MM or YYYY-MM-DD, as far as known, and a NUL to `out`; no
 * date is the empty string. The length without the NUL. */
size_t
att_date_format(Date date, char out[DATE_TEXT]);

#endif
