/* A time expression's value: what its parts come to on a calendar. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_TIME_VALUE_H
#define ATTACHE_READING_TIME_VALUE_H

#include "reading/time.h"

/** What the parts of an expression can say; ontology/dates.ttl says more. */
typedef enum TimePart {
  TIME_YEAR,
  TIME_LAST_YEAR,
  TIME_DECADE,
  TIME_MONTH,
  TIME_LAST_MONTH,
  TIME_DAY,
  TIME_LAST_DAY,
  TIME_WEEKDAY,
  TIME_RELATIVE_DAY,
  TIME_DIRECTION,
  TIME_OF_WEEK,
  TIME_OF_YEAR,
  TIME_SEQUENCE,
  TIME_AMOUNT,
  TIME_UNIT,
  TIME_SHIFT,
  TIME_LAPSE,
  TIME_STAGE,
  TIME_SEASON,
  TIME_PART_COUNT
} TimePart;

typedef struct TimeParts {
  bool set[TIME_PART_COUNT];
  int value[TIME_PART_COUNT]; /**< 0 where the words are worth nothing. */
} TimeParts;

/** Sets the dates of `out`. `reference` is a day or zero; `before` holds the
 * expressions before it in the text. */
void
att_time_value(const TimeParts* parts, Date reference, const Times* before,
               TimeExpression* out);

#endif
