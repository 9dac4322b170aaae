/* Casts: a value as one of another type. */
/* SPDX-License-Identifier: MIT */
#include "graph/expression.h"

#include <math.h>

/* A string, without space around it, read as a literal of that type. */
static bool
text_cast(Slice text, const char* datatype, ValueKind kind, Value* out) {
  const RdfTerm term = { .kind = RDF_LITERAL,
                         .value = att_slice_trim(text),
                         .datatype = att_slice(datatype) };
  *out = att_value_of(&term);
  return out->kind == kind;
}

static bool
boolean_cast(const Value* value, Value* out) {
  if (value->kind == VALUE_STRING) {
    Value read;
    const bool good =
      text_cast(value->term.value, XSD_SPACE "boolean", VALUE_BOOLEAN, &read);
    *out = att_value_boolean(read.boolean);
    return good;
  }
  *out = att_value_boolean(att_value_truth(value) == TRUTH_YES);
  return value->kind == VALUE_BOOLEAN || att_value_is_number(value);
}

/* A number or a boolean as a decimal; whole, if it is to be. */
static bool
decimal_of(const Value* value, bool whole, Value* out) {
  Decimal decimal = value->decimal;
  if (value->kind == VALUE_BOOLEAN) {
    decimal = (Decimal){ value->boolean, 0 };
  } else if (value->kind >= VALUE_FLOAT &&
             att_decimal_of_double(value->real, &decimal) != DECIMAL_OK) {
    return false;
  }
  if (whole) {
    const bool negative = decimal.digits < 0;
    decimal.digits = negative ? -decimal.digits : decimal.digits;
    decimal = att_decimal_floor(decimal);
    decimal.digits = negative ? -decimal.digits : decimal.digits;
  }
  *out = att_value_decimal(decimal);
  out->kind = whole ? VALUE_INTEGER : VALUE_DECIMAL;
  return true;
}

static bool
exact_cast(Run* run, const Value* value, bool whole, Value* out) {
  if (value->huge) {
    return att_run_refuse(run, "The query casts a number of more than 18 "
                               "digits");
  }
  if (value->kind == VALUE_STRING) {
    return whole ? text_cast(value->term.value, XSD_SPACE "integer",
                             VALUE_INTEGER, out)
                 : text_cast(value->term.value, XSD_SPACE "decimal",
                             VALUE_DECIMAL, out);
  }
  return (att_value_is_number(value) || value->kind == VALUE_BOOLEAN) &&
         decimal_of(value, whole, out);
}

static bool
real_cast(const Value* value, ValueKind kind, Value* out) {
  if (value->kind == VALUE_STRING) {
    return kind == VALUE_FLOAT
             ? text_cast(value->term.value, XSD_SPACE "float", kind, out)
             : text_cast(value->term.value, XSD_SPACE "double", kind, out);
  }
  if (value->kind == VALUE_BOOLEAN) {
    *out = att_value_real(kind, value->boolean ? 1 : 0);
    return true;
  }
  *out = att_value_real(kind, att_value_to_double(value));
  return att_value_is_number(value);
}

/* A moment as another kind: a date is the beginning of a dateTime, with its
 * time zone. */
static bool
moment_cast(Run* run, const Value* value, ValueKind kind, Value* out) {
  const char* const datatype =
    kind == VALUE_DATE ? XSD_SPACE "date" : XSD_SPACE "dateTime";
  const Slice text = value->term.value;
  if (value->kind == VALUE_STRING || value->kind == kind) {
    return text_cast(text, datatype, kind, out);
  }
  if (value->kind != VALUE_DATE_TIME && value->kind != VALUE_DATE) {
    return false;
  }
  const Slice zone = value->moment.zone_text;
  size_t day = 0;
  while (day < text.length - zone.length && text.start[day] != 'T') {
    day++;
  }
  const Slice midnight = SLICE("T00:00:00");
  const size_t middle = kind == VALUE_DATE_TIME ? midnight.length : 0;
  char* bytes = NULL;
  const AttStatus status =
    att_arena_alloc(&run->scratch, day + middle + zone.length, &bytes);
  if (status != ATT_OK) {
    return att_run_fail(run, status);
  }
  memcpy(bytes, text.start, day);
  memcpy(bytes + day, midnight.start, middle);
  memcpy(bytes + day + middle, zone.start, zone.length);
  return text_cast((Slice){ bytes, day + middle + zone.length }, datatype, kind,
                   out);
}

/* The canonical spelling as XPath has it: whole numbers without a fraction,
 * and exponents for large and small numbers only. */
static bool
string_cast(Run* run, const Value* value, Value* out) {
  Value spelt = { .kind = value->kind,
                  .boolean = value->boolean,
                  .decimal = value->decimal,
                  .real = value->real };
  const double size = fabs(value->real);
  if (value->huge ||
      (!att_value_is_number(value) && value->kind != VALUE_BOOLEAN)) {
    *out = att_value_string(value->term.value);
    return value->kind != VALUE_BLANK;
  }
  if (value->kind >= VALUE_FLOAT && value->kind <= VALUE_DOUBLE &&
      (size == 0 || (size >= 1e-6 && size < 1e6)) &&
      att_decimal_of_double(value->real, &spelt.decimal) == DECIMAL_OK) {
    spelt.kind = VALUE_DECIMAL;
  }
  if (spelt.kind == VALUE_DECIMAL && spelt.decimal.scale == 0) {
    spelt.kind = VALUE_INTEGER;
  }
  const AttStatus status = att_value_spell(&run->scratch, &spelt);
  *out = att_value_string(spelt.term.value);
  return status == ATT_OK || att_run_fail(run, status);
}

bool
att_call_cast(Run* run, const Call* call, Value* out) {
  const Value* const value = &call->arguments[0];
  switch (call->function) {
  case FUNCTION_CAST_STRING:
    return string_cast(run, value, out);
  case FUNCTION_CAST_BOOLEAN:
    return boolean_cast(value, out);
  case FUNCTION_CAST_INTEGER:
    return exact_cast(run, value, true, out);
  case FUNCTION_CAST_DECIMAL:
    return exact_cast(run, value, false, out);
  case FUNCTION_CAST_FLOAT:
    return real_cast(value, VALUE_FLOAT, out);
  case FUNCTION_CAST_DOUBLE:
    return real_cast(value, VALUE_DOUBLE, out);
  case FUNCTION_CAST_DATE:
    return moment_cast(run, value, VALUE_DATE, out);
  default:
    return moment_cast(run, value, VALUE_DATE_TIME, out);
  }
}
