/* What the parts of a time expression come to on a calendar. */
/* SPDX-License-Identifier: MIT */
#include "reading/time_value.h"

#define WEEK 7
#define MONTHS 12
#define QUARTER_MONTHS 3
#define SEASON_MONTHS 3
#define DECADE 10
#define CENTURY 100

/* Units, as the ontology counts their days. */
enum {
  UNIT_DAY = 1,
  UNIT_WEEKEND = 2,
  UNIT_WEEK = 7,
  UNIT_FORTNIGHT = 14,
  UNIT_MONTH = 30,
  UNIT_QUARTER = 91,
  UNIT_YEAR = 365,
  UNIT_DECADE = 3652
};

/* Stages without a place of their own: until, and from, the reference. */
enum { STAGE_EARLIER = -1, STAGE_LATER = 1 };

/** Percents of a period are packed as begin * STAGE_BEGIN + end. */
#define STAGE_BEGIN 1000

/** How far about a day "two weeks ago" lies. */
#define WEEKS_SLACK 3

/** How many expressions back the last date is looked for: it is never far, and
 * a text of nothing else must not take the square of its length. */
#define LOOK_BACK 64U

/** What valuing one expression needs. */
typedef struct Valuation {
  const TimeParts* parts;
  Date reference; /**< A day, or zero. */
  const Times* before;
  TimeExpression* out;
} Valuation;

static bool
has(const Valuation* valuation, TimePart part) {
  return valuation->parts->set[part];
}

static int
value(const Valuation* valuation, TimePart part) {
  return valuation->parts->value[part];
}

/** The date of these numbers, as far as the calendar has it: without the day
 * if the month has no such day. */
static Date
date_of(int year, int month, int day) {
  const Date none = { 0 };
  if (year < 1 || year > 9999 || month < 0 || month > MONTHS) {
    return none;
  }
  Date date = { (int16_t)year, (uint8_t)month, 0 };
  if (month != 0 && day > 0 &&
      (unsigned)day <= att_date_month_days(year, (unsigned)month)) {
    date.day = (uint8_t)day;
  }
  return date;
}

static void
set_both(TimeExpression* out, Date date) {
  out->past = date;
  out->future = date;
}

/** Sets the period that goes with an expression, unless it is none. */
static void
set_period(TimeExpression* out, Date first, Date last) {
  if (att_date_valid(first) && att_date_valid(last) &&
      att_date_compare(first, last) <= 0) {
    out->earliest = att_date_first_day(first);
    out->latest = att_date_last_day(last);
  }
}

/** The first day behind `percent` of the period from `first` to `last`, in
 * whole months where there are many. */
static Date
percent_day(Date first, Date last, int percent) {
  const int32_t months =
    (last.year - first.year) * MONTHS + last.month - first.month + 1;
  if (months >= MONTHS) {
    return att_date_add_months(first, (months * percent + 50) / 100);
  }
  const int32_t days = att_date_to_days(last) - att_date_to_days(first) + 1;
  return att_date_add_days(first, days * percent / 100);
}

/** Sets the part of the period from `first` to `last` that a stage names; the
 * whole without a stage. */
static void
set_stage(const Valuation* valuation, Date first, Date last) {
  if (!att_date_valid(first) || !att_date_valid(last)) {
    return;
  }
  const int stage = value(valuation, TIME_STAGE);
  const Date now = valuation->reference;
  Date from = att_date_first_day(first);
  Date until = att_date_last_day(last);
  if (stage == STAGE_EARLIER || stage == STAGE_LATER) {
    if (now.year == 0) {
      return;
    }
    const bool within =
      att_date_compare(from, now) <= 0 && att_date_compare(now, until) <= 0;
    set_period(valuation->out, within && stage == STAGE_LATER ? now : from,
               within && stage == STAGE_EARLIER ? now : until);
    return;
  }
  if (stage > 0) {
    const Date begin = percent_day(from, until, stage / STAGE_BEGIN);
    const Date end = percent_day(from, until, stage % STAGE_BEGIN);
    from = begin;
    until = att_date_is_day(end) ? att_date_add_days(end, -1) : end;
  }
  set_period(valuation->out, from, until);
}

/** The same where only a stage makes the date vague. */
static void
set_stage_only(const Valuation* valuation, Date date) {
  if (has(valuation, TIME_STAGE) && date.day == 0) {
    set_stage(valuation, date, date);
  }
}

/** The year among the reference's and its neighbours in which the named day is
 * the named weekday; 0 without one. */
static int
year_by_weekday(const Valuation* valuation) {
  static const int offsets[] = { 0, -1, 1 };
  const Date reference = valuation->reference;
  if (!has(valuation, TIME_WEEKDAY) || !has(valuation, TIME_DAY) ||
      reference.year == 0) {
    return 0;
  }
  for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++) {
    const int year = reference.year + offsets[i];
    const Date date =
      date_of(year, value(valuation, TIME_MONTH), value(valuation, TIME_DAY));
    if (att_date_is_day(date) &&
        (int)att_date_weekday(date) == value(valuation, TIME_WEEKDAY)) {
      return year;
    }
  }
  return 0;
}

/** A year for the past and one for the future; 0 is unknown. */
typedef struct Years {
  int past;
  int future;
} Years;

/** The years that a month may lie in. */
static Years
month_years(const Valuation* valuation) {
  const int now = valuation->reference.year;
  const int month = value(valuation, TIME_MONTH);
  if (has(valuation, TIME_YEAR)) {
    const int year = value(valuation, TIME_YEAR);
    return (Years){ year, year };
  }
  if (now == 0) {
    return (Years){ 0, 0 };
  }
  if (has(valuation, TIME_OF_YEAR)) {
    const int year = now + value(valuation, TIME_OF_YEAR);
    return (Years){ year, year };
  }
  const int by_weekday = year_by_weekday(valuation);
  if (by_weekday != 0) {
    return (Years){ by_weekday, by_weekday };
  }
  const int here = valuation->reference.month;
  if (has(valuation, TIME_DIRECTION)) {
    const int direction = value(valuation, TIME_DIRECTION);
    const bool beyond = direction * (month - here) > 0;
    const int year = beyond ? now : now + direction;
    return (Years){ year, year };
  }
  return (Years){ month > here ? now - 1 : now, month < here ? now + 1 : now };
}

/** The last day or month of a range that begins with `first`. */
static Date
range_end(const Valuation* valuation, Date first) {
  const int month = has(valuation, TIME_LAST_MONTH)
                      ? value(valuation, TIME_LAST_MONTH)
                      : first.month;
  const int year = first.year + (month < first.month ? 1 : 0);
  return date_of(year, month, value(valuation, TIME_LAST_DAY));
}

/** "May 2021", "8-9 November", "August last year". */
static void
value_month(const Valuation* valuation) {
  const int month = value(valuation, TIME_MONTH);
  const int day = value(valuation, TIME_DAY);
  TimeExpression* out = valuation->out;
  const bool ranged =
    has(valuation, TIME_LAST_DAY) || has(valuation, TIME_LAST_MONTH);
  const bool dated = has(valuation, TIME_YEAR);
  const Years years = month_years(valuation);
  out->range = ranged;
  if (month == 0 || years.past == 0) {
    return;
  }
  out->past = date_of(years.past, month, day);
  out->future = date_of(years.future, month, day);
  if (!ranged) {
    set_stage_only(valuation, out->past);
    return;
  }
  /* "December-January 2007": the year is the last one's. */
  if (dated && has(valuation, TIME_LAST_MONTH) &&
      value(valuation, TIME_LAST_MONTH) < month) {
    set_both(out, date_of(years.past - 1, month, day));
  }
  set_period(out, out->past, range_end(valuation, out->past));
}

/** The Monday of the reference's week. */
static Date
reference_monday(const Valuation* valuation) {
  const int weekday = (int)att_date_weekday(valuation->reference);
  return att_date_add_days(valuation->reference, WEEKDAY_MONDAY - weekday);
}

/** "Thursday", "last Thursday", "Thursday last week". */
static void
value_weekday(const Valuation* valuation) {
  const Date reference = valuation->reference;
  const int weekday = value(valuation, TIME_WEEKDAY);
  if (reference.year == 0 || weekday == 0) {
    return;
  }
  const int ahead = (weekday - (int)att_date_weekday(reference) + WEEK) % WEEK;
  const int back = ahead == 0 ? 0 : WEEK - ahead;
  TimeExpression* out = valuation->out;
  const Date in_week =
    att_date_add_days(reference_monday(valuation), weekday - 1);
  if (has(valuation, TIME_OF_WEEK)) {
    const int weeks = value(valuation, TIME_OF_WEEK);
    set_both(out, att_date_add_days(in_week, weeks * WEEK));
    return;
  }
  out->past = att_date_add_days(reference, -back);
  out->future = att_date_add_days(reference, ahead);
  if (!has(valuation, TIME_DIRECTION)) {
    return;
  }
  const int direction = value(valuation, TIME_DIRECTION);
  if (direction < 0) {
    set_both(out, att_date_add_days(reference, back == 0 ? -WEEK : -back));
  } else if (direction > 0) {
    set_both(out, att_date_add_days(reference, ahead == 0 ? WEEK : ahead));
  } else {
    out->past = in_week;
  }
}

/** A season's months, spring first, in the year it begins in. */
static void
value_season(const Valuation* valuation) {
  const Date reference = valuation->reference;
  const int month = value(valuation, TIME_SEASON) * SEASON_MONTHS;
  int year = value(valuation, TIME_YEAR);
  if (month < 1 || month > MONTHS || (year == 0 && reference.year == 0)) {
    return;
  }
  if (year == 0) {
    const Date begun = date_of(reference.year, month, 1);
    const Date ended = att_date_add_months(begun, SEASON_MONTHS);
    const bool over = att_date_compare(ended, reference) <= 0;
    const bool ahead = att_date_compare(reference, begun) < 0;
    const int direction = value(valuation, TIME_DIRECTION);
    const bool stays = (direction < 0 && over) || (direction > 0 && ahead);
    year =
      reference.year + value(valuation, TIME_OF_YEAR) + (stays ? 0 : direction);
  }
  const Date first = date_of(year, month, 0);
  if (att_date_valid(first)) {
    set_stage(valuation, first, att_date_add_months(first, SEASON_MONTHS - 1));
  }
}

/** Whether `date` is precise enough to count this unit from. */
static bool
is_base(Date date, int unit) {
  if (unit >= UNIT_YEAR) {
    return date.year != 0;
  }
  return unit >= UNIT_MONTH ? date.month != 0 : date.day != 0;
}

/** Sets a month or year, and the stage of it. */
static void
set_unit(const Valuation* valuation, Date date) {
  set_both(valuation->out, date);
  if (att_date_valid(date)) {
    set_stage_only(valuation, date);
  }
}

/** The weekend, or the whole, of the week `steps` weeks from `base`. */
static void
value_week(const Valuation* valuation, Date base, int steps, int weekday) {
  const int monday = WEEKDAY_MONDAY - (int)att_date_weekday(base);
  const Date first =
    att_date_add_days(base, monday + steps * WEEK + weekday - 1);
  const Date last =
    att_date_add_days(base, monday + steps * WEEK + WEEKDAY_SUNDAY - 1);
  set_stage(valuation, first, last);
}

/** The quarter `steps` quarters from the one that month `base` lies in. */
static void
value_quarter(const Valuation* valuation, Date base, int steps) {
  const int begun = (base.month - 1) % QUARTER_MONTHS;
  const Date first = att_date_add_months(base, steps * QUARTER_MONTHS - begun);
  if (att_date_valid(first)) {
    set_stage(valuation, first, att_date_add_months(first, QUARTER_MONTHS - 1));
  }
}

static void
value_decade(const Valuation* valuation, int decade) {
  set_stage(valuation, date_of(decade, 0, 0),
            date_of(decade + DECADE - 1, 0, 0));
}

/** The unit that is `steps` units from the one that `base` lies in. */
static void
value_unit(const Valuation* valuation, Date base, int steps) {
  const int unit = value(valuation, TIME_UNIT);
  if (!is_base(base, unit)) {
    return;
  }
  const Date month = date_of(base.year, base.month, 0);
  switch (unit) {
  case UNIT_DAY:
    set_both(valuation->out, att_date_add_days(base, steps));
    break;
  case UNIT_WEEKEND:
    value_week(valuation, base, steps, WEEKDAY_SATURDAY);
    break;
  case UNIT_WEEK:
    value_week(valuation, base, steps, WEEKDAY_MONDAY);
    break;
  case UNIT_MONTH:
    set_unit(valuation, att_date_add_months(month, steps));
    break;
  case UNIT_QUARTER:
    value_quarter(valuation, month, steps);
    break;
  case UNIT_YEAR:
    set_unit(valuation, date_of(base.year + steps, 0, 0));
    break;
  case UNIT_DECADE:
    value_decade(valuation, base.year - base.year % DECADE + steps * DECADE);
    break;
  default:
    break;
  }
}

/** The last date named before that the expression's unit can be counted from;
 * zero without one. */
static Date
last_base(const Valuation* valuation) {
  const Times* before = valuation->before;
  const int unit = value(valuation, TIME_UNIT);
  const size_t least =
    before->length > LOOK_BACK ? before->length - LOOK_BACK : 0;
  for (size_t i = before->length; i > least; i--) {
    if (is_base(before->items[i - 1].past, unit)) {
      return before->items[i - 1].past;
    }
  }
  return (Date){ 0 };
}

/** "three days ago", "two weeks later", counted from `base`. */
static void
value_distance(const Valuation* valuation, Date base, int sign) {
  const int unit = value(valuation, TIME_UNIT);
  const int amount = value(valuation, TIME_AMOUNT) * sign;
  TimeExpression* out = valuation->out;
  if (amount == 0 || !is_base(base, unit)) {
    return;
  }
  if (unit == UNIT_WEEK || unit == UNIT_FORTNIGHT) {
    const Date day = att_date_add_days(base, amount * unit);
    set_both(out, day);
    if (att_date_is_day(day)) {
      set_period(out, att_date_add_days(day, -WEEKS_SLACK),
                 att_date_add_days(day, WEEKS_SLACK));
    }
  } else if (unit == UNIT_DAY || unit == UNIT_MONTH || unit == UNIT_YEAR) {
    value_unit(valuation, base, amount);
  }
}

/** "2006", "late 2006", "2005-06". */
static void
value_year(const Valuation* valuation) {
  const Date year = date_of(value(valuation, TIME_YEAR), 0, 0);
  int last = value(valuation, TIME_LAST_YEAR);
  set_both(valuation->out, year);
  set_stage_only(valuation, year);
  if (!has(valuation, TIME_LAST_YEAR)) {
    return;
  }
  if (last < CENTURY) {
    last += year.year - year.year % CENTURY;
    last += last < year.year ? CENTURY : 0;
  }
  valuation->out->range = true;
  set_period(valuation->out, year, date_of(last, 0, 0));
}

void
att_time_value(const TimeParts* parts, Date reference, const Times* before,
               TimeExpression* out) {
  const Date none = { 0 };
  const Valuation valuation = { parts,
                                att_date_is_day(reference) ? reference : none,
                                before, out };
  const Date now = valuation.reference;
  if (parts->set[TIME_MONTH]) {
    value_month(&valuation);
  } else if (parts->set[TIME_SEASON]) {
    value_season(&valuation);
  } else if (parts->set[TIME_WEEKDAY]) {
    value_weekday(&valuation);
  } else if (parts->set[TIME_RELATIVE_DAY]) {
    if (now.year != 0) {
      set_both(out, att_date_add_days(now, parts->value[TIME_RELATIVE_DAY]));
    }
  } else if (parts->set[TIME_SHIFT]) {
    value_distance(&valuation, now, parts->value[TIME_SHIFT]);
  } else if (parts->set[TIME_LAPSE]) {
    value_distance(&valuation, last_base(&valuation), parts->value[TIME_LAPSE]);
  } else if (parts->set[TIME_SEQUENCE]) {
    value_unit(&valuation, last_base(&valuation), parts->value[TIME_SEQUENCE]);
  } else if (parts->set[TIME_UNIT]) {
    value_unit(&valuation, now, parts->value[TIME_DIRECTION]);
  } else if (parts->set[TIME_DECADE]) {
    value_decade(&valuation, parts->value[TIME_DECADE]);
  } else if (parts->set[TIME_YEAR]) {
    value_year(&valuation);
  }
}
