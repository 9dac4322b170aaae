/* Stamps: the day in a date and time as machines write them. */
/* SPDX-License-Identifier: MIT */
#include "corpus/stamp.h"

#include "base/date.h"

/* What RFC 822 calls the months, in whatever language the text is. */
static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

static bool
is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/* "2026-03-11", and no digit behind it. */
static bool
iso_read(Slice text, Date* out) {
  return text.length >= 10 &&
         (text.length == 10 || !is_digit(text.start[10])) &&
         att_date_parse(att_slice_part(text, 0, 10), out) &&
         att_date_is_day(*out);
}

static int
number_read(Slice text, size_t* at) {
  int value = 0;
  const size_t begin = *at;
  while (*at < text.length && *at - begin < 4 && is_digit(text.start[*at])) {
    value = value * 10 + (text.start[*at] - '0');
    *at += 1;
  }
  return *at == begin ? -1 : value;
}

static size_t
blanks_skip(Slice text, size_t at) {
  while (at < text.length && text.start[at] == ' ') {
    at++;
  }
  return at;
}

static uint8_t
month_read(Slice text, size_t at) {
  for (uint8_t i = 0; at + 3 <= text.length && i < 12; i++) {
    if (memcmp(months + (size_t)i * 3, text.start + at, 3) == 0) {
      return (uint8_t)(i + 1);
    }
  }
  return 0;
}

/* "Wed, 11 Mar 2026", the day of the week left out at will. */
static bool
rfc_read(Slice text, Date* out) {
  const char* const comma =
    text.length == 0 ? NULL : memchr(text.start, ',', text.length);
  size_t at = comma == NULL ? 0 : (size_t)(comma - text.start) + 1;
  at = blanks_skip(text, at);
  const int day = number_read(text, &at);
  at = blanks_skip(text, at);
  const uint8_t month = month_read(text, at);
  at = blanks_skip(text, at + 3);
  const int year = at < text.length ? number_read(text, &at) : -1;
  if (day < 1 || day > 31 || year < 1000) {
    return false;
  }
  *out = (Date){ (int16_t)year, month, (uint8_t)day };
  return att_date_is_day(*out);
}

AttStatus
att_stamp_day(Arena* arena, Slice text, const char** out) {
  const Slice trimmed = att_slice_trim(text);
  Date date = { 0 };
  *out = NULL;
  if (!iso_read(trimmed, &date) && !rfc_read(trimmed, &date)) {
    return ATT_OK;
  }
  char* day = NULL;
  TRY(att_arena_alloc(arena, DATE_TEXT, &day));
  att_date_format(date, day);
  *out = day;
  return ATT_OK;
}
