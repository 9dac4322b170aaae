/* Functions of numbers and of moments. */
/* SPDX-License-Identifier: MIT */
#include "graph/expression.h"

#include <math.h>

static bool
real_round(const Call* call, const Value* number, Value* out) {
  const double real = number->real;
  double result = fabs(real);
  if (call->function == FUNCTION_CEIL) {
    result = ceil(real);
  } else if (call->function == FUNCTION_FLOOR) {
    result = floor(real);
  } else if (call->function == FUNCTION_ROUND) {
    result = floor(real + 0.5);
  }
  *out = att_value_real(number->kind, result);
  return true;
}

static bool
decimal_round(const Call* call, const Value* number, Value* out) {
  static const Decimal half = { 5, 1 };
  Decimal decimal = number->decimal;
  Decimal moved = decimal;
  const bool negative = decimal.digits < 0;
  if (call->function == FUNCTION_ABS) {
    decimal.digits = negative ? -decimal.digits : decimal.digits;
  } else if (call->function == FUNCTION_CEIL) {
    decimal.digits = -decimal.digits;
    decimal = att_decimal_floor(decimal);
    decimal.digits = -decimal.digits;
  } else if (call->function == FUNCTION_FLOOR) {
    decimal = att_decimal_floor(decimal);
  } else if (att_decimal_add(decimal, half, &moved) == DECIMAL_OK) {
    decimal = att_decimal_floor(moved);
  }
  *out = att_value_decimal(decimal);
  out->kind = number->kind;
  return true;
}

bool
att_call_number(Run* run, const Call* call, Value* out) {
  const Value* const number = &call->arguments[0];
  if (!att_value_is_number(number)) {
    return false;
  }
  if (number->huge) {
    return att_run_refuse(run, "The query computes with a number of more than "
                               "18 digits");
  }
  return number->kind <= VALUE_DECIMAL ? decimal_round(call, number, out)
                                       : real_round(call, number, out);
}

static bool
zone_value(Run* run, const Call* call, Value* out) {
  const Moment* const moment = &call->arguments[0].moment;
  char text[DECIMAL_TEXT];
  if (call->function == FUNCTION_TZ) {
    *out = att_value_string(moment->zone_text);
    return true;
  }
  const size_t length = att_moment_zone(moment, text);
  *out = att_value_string(SLICE(""));
  out->kind = VALUE_OTHER;
  out->term.datatype = SLICE(XSD_SPACE "dayTimeDuration");
  const AttStatus status =
    att_slice_copy(&run->scratch, (Slice){ text, length }, &out->term.value);
  return status == ATT_OK ? moment->zoned : att_run_fail(run, status);
}

bool
att_call_moment(Run* run, const Call* call, Value* out) {
  const Value* const value = &call->arguments[0];
  const Moment* const moment = &value->moment;
  const Function function = call->function;
  const bool clock = function >= FUNCTION_HOURS && function <= FUNCTION_SECONDS;
  if (value->kind != VALUE_DATE_TIME && (value->kind != VALUE_DATE || clock)) {
    return false;
  }
  switch (function) {
  case FUNCTION_YEAR:
    *out = att_value_integer(moment->year);
    return true;
  case FUNCTION_MONTH:
    *out = att_value_integer(moment->month);
    return true;
  case FUNCTION_DAY:
    *out = att_value_integer(moment->day);
    return true;
  case FUNCTION_HOURS:
    *out = att_value_integer(moment->hour);
    return true;
  case FUNCTION_MINUTES:
    *out = att_value_integer(moment->minute);
    return true;
  case FUNCTION_SECONDS:
    *out = att_value_decimal(moment->second);
    return true;
  default:
    return zone_value(run, call, out);
  }
}
