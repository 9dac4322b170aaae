/* Decimals: exact numbers of up to 18 digits. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_DECIMAL_H
#define ATTACHE_GRAPH_DECIMAL_H

#include "base/slice.h"

/** digits / 10^scale */
typedef struct Decimal {
  int64_t digits;
  unsigned scale; /**< At most DECIMAL_SCALE. */
} Decimal;

#define DECIMAL_SCALE 18U

/** Room for any decimal and a NUL. */
#define DECIMAL_TEXT 48

typedef enum DecimalResult {
  DECIMAL_OK,
  DECIMAL_WRONG, /**< No number, or a division by 0. */
  DECIMAL_LONG   /**< More digits than fit. */
} DecimalResult;

/** Reads [+-]digits[.digits]; with `whole` no full stop is allowed. */
DecimalResult
att_decimal_parse(Slice text, bool whole, Decimal* out);

DecimalResult
att_decimal_add(Decimal left, Decimal right, Decimal* out);
DecimalResult
att_decimal_subtract(Decimal left, Decimal right, Decimal* out);
DecimalResult
att_decimal_multiply(Decimal left, Decimal right, Decimal* out);
/** Rounded to the digits that fit. */
DecimalResult
att_decimal_divide(Decimal left, Decimal right, Decimal* out);

/** Negative, 0, positive. */
int
att_decimal_compare(Decimal left, Decimal right);

/** The whole number below or at it. */
Decimal
att_decimal_floor(Decimal decimal);

double
att_decimal_to_double(Decimal decimal);

/** Of a number that is not too large. */
DecimalResult
att_decimal_of_double(double number, Decimal* out);

/** Writes it; a decimal always has a fraction, a whole number none. The
 * length. */
size_t
att_decimal_format(Decimal decimal, bool whole, char out[DECIMAL_TEXT]);

#endif
