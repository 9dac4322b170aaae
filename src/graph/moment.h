/* Moments: the values of xsd:dateTime and xsd:date. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_MOMENT_H
#define ATTACHE_GRAPH_MOMENT_H

#include "graph/decimal.h"

typedef struct Moment {
  int64_t year;
  unsigned month;
  unsigned day;
  unsigned hour; /**< 0 up to and with 24. */
  unsigned minute;
  Decimal second;
  bool zoned; /**< A time zone is told ... */
  int zone;   /**< ... that is so many minutes ahead. */
  Slice zone_text;
} Moment;

/** Whether `text` is an xsd:dateTime, or with `day` an xsd:date. */
bool
att_moment_parse(Slice text, bool day, Moment* out);

/** Compares two of a kind: false if it depends on a time zone that is not told
 * which one comes first. */
bool
att_moment_compare(const Moment* left, const Moment* right, int* order);

/** A time zone as xsd:dayTimeDuration. The length. */
size_t
att_moment_zone(const Moment* moment, char out[DECIMAL_TEXT]);

/** Seconds from 1970 as an xsd:dateTime of Greenwich. The length. */
size_t
att_moment_format(int64_t seconds, char out[DECIMAL_TEXT]);

#endif
