/* Decimals: exact numbers of up to 18 digits. */
/* SPDX-License-Identifier: MIT */
#include "graph/decimal.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

/* 10^18: the digits that fit are below. */
#define DIGITS_LIMIT INT64_C(1000000000000000000)

static Decimal
trimmed(Decimal decimal) {
  while (decimal.scale > 0 && decimal.digits % 10 == 0) {
    decimal.digits /= 10;
    decimal.scale--;
  }
  return decimal;
}

static bool
fits(int64_t digits) {
  return digits > -DIGITS_LIMIT && digits < DIGITS_LIMIT;
}

/* Takes one digit; those of a fraction beyond what fits are only counted. */
static DecimalResult
digit_take(Decimal* decimal, bool fraction, int64_t digit) {
  if (decimal->digits >= DIGITS_LIMIT / 10 || decimal->scale >= DECIMAL_SCALE) {
    return fraction && digit == 0 ? DECIMAL_OK : DECIMAL_LONG;
  }
  decimal->digits = decimal->digits * 10 + digit;
  decimal->scale += fraction;
  return DECIMAL_OK;
}

DecimalResult
att_decimal_parse(Slice text, bool whole, Decimal* out) {
  Decimal decimal = { 0, 0 };
  DecimalResult result = DECIMAL_OK;
  bool fraction = false;
  size_t count = 0;
  const bool sign =
    text.length > 0 && (text.start[0] == '-' || text.start[0] == '+');
  for (size_t i = sign; i < text.length; i++) {
    const char c = text.start[i];
    if (c == '.' && !fraction && !whole) {
      fraction = true;
    } else if (c >= '0' && c <= '9') {
      const DecimalResult digit = digit_take(&decimal, fraction, c - '0');
      result = result == DECIMAL_OK ? digit : result;
      count++;
    } else {
      return DECIMAL_WRONG;
    }
  }
  if (count == 0) {
    return DECIMAL_WRONG;
  }
  if (sign && text.start[0] == '-') {
    decimal.digits = -decimal.digits;
  }
  *out = trimmed(decimal);
  return result;
}

static bool
product_of(int64_t left, int64_t right, int64_t* out) {
  const int64_t a = left < 0 ? -left : left;
  const int64_t b = right < 0 ? -right : right;
  if (b != 0 && a > (DIGITS_LIMIT - 1) / b) {
    return false;
  }
  *out = left * right;
  return true;
}

/* Gives both the larger scale of the two. */
static bool
aligned(Decimal* left, Decimal* right) {
  Decimal* const low = left->scale < right->scale ? left : right;
  const unsigned scale =
    left->scale < right->scale ? right->scale : left->scale;
  while (low->scale < scale) {
    if (!product_of(low->digits, 10, &low->digits)) {
      return false;
    }
    low->scale++;
  }
  return true;
}

DecimalResult
att_decimal_add(Decimal left, Decimal right, Decimal* out) {
  if (!aligned(&left, &right) || !fits(left.digits + right.digits)) {
    return DECIMAL_LONG;
  }
  *out = trimmed((Decimal){ left.digits + right.digits, left.scale });
  return DECIMAL_OK;
}

DecimalResult
att_decimal_subtract(Decimal left, Decimal right, Decimal* out) {
  right.digits = -right.digits;
  return att_decimal_add(left, right, out);
}

DecimalResult
att_decimal_multiply(Decimal left, Decimal right, Decimal* out) {
  Decimal product = { 0, left.scale + right.scale };
  if (product.scale > DECIMAL_SCALE ||
      !product_of(left.digits, right.digits, &product.digits)) {
    return DECIMAL_LONG;
  }
  *out = trimmed(product);
  return DECIMAL_OK;
}

/* By long division, digit after digit. */
DecimalResult
att_decimal_divide(Decimal left, Decimal right, Decimal* out) {
  if (right.digits == 0) {
    return DECIMAL_WRONG;
  }
  if (!aligned(&left, &right)) {
    return DECIMAL_LONG;
  }
  const bool negative = (left.digits < 0) != (right.digits < 0);
  const int64_t divisor = right.digits < 0 ? -right.digits : right.digits;
  int64_t rest = left.digits < 0 ? -left.digits : left.digits;
  Decimal quotient = { rest / divisor, 0 };
  rest %= divisor;
  while (rest != 0 && quotient.scale < DECIMAL_SCALE &&
         quotient.digits < DIGITS_LIMIT / 10) {
    int64_t digit = 0;
    /* Ten times the rest may not fit: it is added up. */
    int64_t sum = 0;
    for (int i = 0; i < 10; i++) {
      if (sum >= divisor - rest) {
        sum -= divisor - rest;
        digit++;
      } else {
        sum += rest;
      }
    }
    quotient.digits = quotient.digits * 10 + digit;
    quotient.scale++;
    rest = sum;
  }
  quotient.digits = negative ? -quotient.digits : quotient.digits;
  *out = trimmed(quotient);
  return DECIMAL_OK;
}

static int64_t
whole_of(Decimal decimal, int64_t* fraction) {
  int64_t unit = 1;
  for (unsigned i = 0; i < decimal.scale; i++) {
    unit *= 10;
  }
  int64_t whole = decimal.digits / unit;
  *fraction = decimal.digits % unit;
  if (*fraction < 0) {
    whole--;
    *fraction += unit;
  }
  for (unsigned i = decimal.scale; i < DECIMAL_SCALE; i++) {
    *fraction *= 10;
  }
  return whole;
}

int
att_decimal_compare(Decimal left, Decimal right) {
  int64_t fractions[2];
  const int64_t a = whole_of(left, &fractions[0]);
  const int64_t b = whole_of(right, &fractions[1]);
  if (a != b) {
    return a < b ? -1 : 1;
  }
  return (fractions[0] > fractions[1]) - (fractions[0] < fractions[1]);
}

Decimal
att_decimal_floor(Decimal decimal) {
  int64_t fraction = 0;
  return (Decimal){ whole_of(decimal, &fraction), 0 };
}

double
att_decimal_to_double(Decimal decimal) {
  return decimal.scale == 0
           ? (double)decimal.digits
           : (double)decimal.digits / pow(10, (double)decimal.scale);
}

DecimalResult
att_decimal_of_double(double number, Decimal* out) {
  char text[400];
  if (!isfinite(number)) {
    return DECIMAL_WRONG;
  }
  if (fabs(number) >= 1e18) {
    return DECIMAL_LONG;
  }
  int precision = 18;
  for (double size = fabs(number); size >= 10 && precision > 0; size /= 10) {
    precision--;
  }
  const int length = snprintf(text, sizeof text, "%.*f",
                              precision > 17 ? 17 : precision, number);
  /* A double has no more than some 16 digits; further ones are noise. */
  char best[400];
  for (int digits = 0; digits < precision; digits++) {
    const int size = snprintf(best, sizeof best, "%.*f", digits, number);
    double back = 0;
    if (sscanf(best, "%lf", &back) == 1 && back == number) {
      return att_decimal_parse((Slice){ best, (size_t)size }, false, out);
    }
  }
  return att_decimal_parse((Slice){ text, (size_t)length }, false, out);
}

size_t
att_decimal_format(Decimal decimal, bool whole, char out[DECIMAL_TEXT]) {
  decimal = trimmed(decimal);
  if (whole) {
    return (size_t)snprintf(out, DECIMAL_TEXT, "%" PRId64, decimal.digits);
  }
  const bool negative = decimal.digits < 0;
  int64_t unit = 1;
  for (unsigned i = 0; i < decimal.scale; i++) {
    unit *= 10;
  }
  const int64_t size = negative ? -decimal.digits : decimal.digits;
  return (size_t)snprintf(out, DECIMAL_TEXT, "%s%" PRId64 ".%0*" PRId64,
                          negative ? "-" : "", size / unit,
                          decimal.scale == 0 ? 1 : (int)decimal.scale,
                          size % unit);
}
