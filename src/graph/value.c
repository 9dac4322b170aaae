/* Values: what terms mean to an expression. */
/* SPDX-License-Identifier: MIT */
#include "graph/value.h"

#include "graph/order.h"

#include <math.h>
#include <stdlib.h>

/* Longest spelling of a double that strtod is given. */
#define REAL_TEXT 64

/* The types that are numbers, booleans and moments. */
static const struct {
  const char* name;
  ValueKind kind;
} datatypes[] = {
  { "integer", VALUE_INTEGER },
  { "decimal", VALUE_DECIMAL },
  { "double", VALUE_DOUBLE },
  { "boolean", VALUE_BOOLEAN },
  { "dateTime", VALUE_DATE_TIME },
  { "date", VALUE_DATE },
  { "float", VALUE_FLOAT },
  { "string", VALUE_STRING },
  { "int", VALUE_INTEGER },
  { "long", VALUE_INTEGER },
  { "short", VALUE_INTEGER },
  { "byte", VALUE_INTEGER },
  { "nonNegativeInteger", VALUE_INTEGER },
  { "positiveInteger", VALUE_INTEGER },
  { "nonPositiveInteger", VALUE_INTEGER },
  { "negativeInteger", VALUE_INTEGER },
  { "unsignedLong", VALUE_INTEGER },
  { "unsignedInt", VALUE_INTEGER },
  { "unsignedShort", VALUE_INTEGER },
  { "unsignedByte", VALUE_INTEGER },
};

static ValueKind
kind_of(Slice datatype) {
  const size_t space = sizeof XSD_SPACE - 1;
  if (datatype.length <= space ||
      !att_slice_starts(datatype, SLICE(XSD_SPACE))) {
    return VALUE_OTHER;
  }
  const Slice name = att_slice_part(datatype, space, datatype.length);
  for (size_t i = 0; i < sizeof datatypes / sizeof *datatypes; i++) {
    if (att_slice_is(name, datatypes[i].name)) {
      return datatypes[i].kind;
    }
  }
  return VALUE_OTHER;
}

static bool
real_parse(Slice text, double* out) {
  char copy[REAL_TEXT];
  if (att_slice_is(text, "INF") || att_slice_is(text, "+INF")) {
    *out = INFINITY;
    return true;
  }
  if (att_slice_is(text, "-INF")) {
    *out = -INFINITY;
    return true;
  }
  if (att_slice_is(text, "NaN")) {
    *out = NAN;
    return true;
  }
  if (text.length == 0 || text.length >= sizeof copy) {
    return false;
  }
  for (size_t i = 0; i < text.length; i++) {
    if (memchr("0123456789+-.eE", text.start[i], 15) == NULL) {
      return false;
    }
  }
  memcpy(copy, text.start, text.length);
  copy[text.length] = '\0';
  char* end = NULL;
  *out = strtod(copy, &end);
  return end == copy + text.length;
}

static bool
boolean_parse(Slice text, bool* out) {
  *out = att_slice_is(text, "true") || att_slice_is(text, "1");
  return *out || att_slice_is(text, "false") || att_slice_is(text, "0");
}

/* Reads what the literal spells; VALUE_BROKEN if it does not. */
static void
literal_read(Value* value) {
  const Slice text = value->term.value;
  bool good = true;
  switch (value->kind) {
  case VALUE_INTEGER:
  case VALUE_DECIMAL: {
    const DecimalResult result =
      att_decimal_parse(text, value->kind == VALUE_INTEGER, &value->decimal);
    value->huge = result == DECIMAL_LONG;
    good = result != DECIMAL_WRONG;
    if (value->huge && !real_parse(text, &value->real)) {
      value->real = text.start[0] == '-' ? -INFINITY : INFINITY;
    }
    break;
  }
  case VALUE_FLOAT:
  case VALUE_DOUBLE:
    good = real_parse(text, &value->real);
    if (value->kind == VALUE_FLOAT) {
      value->real = (double)(float)value->real;
    }
    break;
  case VALUE_BOOLEAN:
    good = boolean_parse(text, &value->boolean);
    break;
  case VALUE_DATE_TIME:
  case VALUE_DATE:
    if (!att_moment_parse(text, value->kind == VALUE_DATE, &value->moment)) {
      value->kind = VALUE_OTHER;
    }
    break;
  default:
    break;
  }
  value->kind = good ? value->kind : VALUE_BROKEN;
}

Value
att_value_of(const RdfTerm* term) {
  Value value = { .term = *term };
  switch (term->kind) {
  case RDF_NONE:
    value.kind = VALUE_NONE;
    break;
  case RDF_IRI:
    value.kind = VALUE_IRI;
    break;
  case RDF_BLANK:
    value.kind = VALUE_BLANK;
    break;
  case RDF_LITERAL:
    if (term->language.length > 0) {
      value.kind = VALUE_TEXT;
    } else if (term->datatype.length == 0) {
      value.kind = VALUE_STRING;
    } else {
      value.kind = kind_of(term->datatype);
      literal_read(&value);
    }
    break;
  }
  return value;
}

Value
att_value_boolean(bool yes) {
  return (Value){ .kind = VALUE_BOOLEAN, .boolean = yes };
}

Value
att_value_integer(int64_t integer) {
  return (Value){ .kind = VALUE_INTEGER, .decimal = { integer, 0 } };
}

Value
att_value_decimal(Decimal decimal) {
  return (Value){ .kind = VALUE_DECIMAL, .decimal = decimal };
}

Value
att_value_real(ValueKind kind, double real) {
  return (Value){ .kind = kind,
                  .real = kind == VALUE_FLOAT ? (double)(float)real : real };
}

Value
att_value_string(Slice text) {
  return (Value){ .kind = VALUE_STRING,
                  .term = { .kind = RDF_LITERAL, .value = text } };
}

bool
att_value_is_number(const Value* value) {
  return value->kind >= VALUE_INTEGER && value->kind <= VALUE_DOUBLE;
}

bool
att_value_is_literal(const Value* value) {
  return value->kind >= VALUE_INTEGER;
}

double
att_value_to_double(const Value* value) {
  return value->kind == VALUE_FLOAT || value->kind == VALUE_DOUBLE ||
             value->huge
           ? value->real
           : att_decimal_to_double(value->decimal);
}

/* The shortest spelling that gives the number back, in the canonical form. */
static size_t
real_format(const Value* value, char out[DECIMAL_TEXT]) {
  const double real = value->real;
  if (isnan(real) || isinf(real)) {
    return (size_t)snprintf(out, DECIMAL_TEXT, "%s",
                            isnan(real) ? "NaN"
                            : real < 0  ? "-INF"
                                        : "INF");
  }
  char text[DECIMAL_TEXT];
  bool same = false;
  for (int digits = 0; digits < 17 && !same; digits++) {
    (void)snprintf(text, sizeof text, "%.*E", digits, real);
    const double back = strtod(text, NULL);
    same =
      value->kind == VALUE_FLOAT ? (float)back == (float)real : back == real;
  }
  const char* const exponent = strchr(text, 'E');
  const int mantissa = (int)(exponent - text);
  const bool fraction = memchr(text, '.', (size_t)mantissa) != NULL;
  return (size_t)snprintf(out, DECIMAL_TEXT, "%.*s%sE%d", mantissa, text,
                          fraction ? "" : ".0", atoi(exponent + 1));
}

AttStatus
att_value_spell(Arena* arena, Value* value) {
  char text[DECIMAL_TEXT];
  size_t length = 0;
  const char* datatype = XSD_SPACE "boolean";
  if (value->term.kind != RDF_NONE || value->kind == VALUE_NONE) {
    return ATT_OK;
  }
  switch (value->kind) {
  case VALUE_INTEGER:
  case VALUE_DECIMAL: {
    const bool whole = value->kind == VALUE_INTEGER;
    datatype = whole ? XSD_SPACE "integer" : XSD_SPACE "decimal";
    length = att_decimal_format(value->decimal, whole, text);
    break;
  }
  case VALUE_FLOAT:
  case VALUE_DOUBLE:
    datatype =
      value->kind == VALUE_FLOAT ? XSD_SPACE "float" : XSD_SPACE "double";
    length = real_format(value, text);
    break;
  default:
    length = (size_t)snprintf(text, sizeof text, "%s",
                              value->boolean ? "true" : "false");
    break;
  }
  value->term.kind = RDF_LITERAL;
  value->term.datatype = att_slice(datatype);
  return att_slice_copy(arena, (Slice){ text, length }, &value->term.value);
}

Truth
att_value_truth(const Value* value) {
  switch (value->kind) {
  case VALUE_BOOLEAN:
    return value->boolean ? TRUTH_YES : TRUTH_NO;
  case VALUE_INTEGER:
  case VALUE_DECIMAL:
    return value->decimal.digits != 0 || value->huge ? TRUTH_YES : TRUTH_NO;
  case VALUE_FLOAT:
  case VALUE_DOUBLE:
    return value->real != 0 && !isnan(value->real) ? TRUTH_YES : TRUTH_NO;
  case VALUE_STRING:
  case VALUE_TEXT:
    return value->term.value.length > 0 ? TRUTH_YES : TRUTH_NO;
  case VALUE_BROKEN:
    return TRUTH_NO;
  default:
    return TRUTH_ERROR;
  }
}

static bool
numbers_compare(const Value* left, const Value* right, int* order) {
  if (left->kind <= VALUE_DECIMAL && right->kind <= VALUE_DECIMAL &&
      !left->huge && !right->huge) {
    *order = att_decimal_compare(left->decimal, right->decimal);
    return true;
  }
  const double a = att_value_to_double(left);
  const double b = att_value_to_double(right);
  *order = (a > b) - (a < b);
  return !isnan(a) && !isnan(b);
}

bool
att_value_compare(const Value* left, const Value* right, int* order) {
  if (att_value_is_number(left) && att_value_is_number(right)) {
    return numbers_compare(left, right, order);
  }
  if (left->kind != right->kind) {
    return false;
  }
  switch (left->kind) {
  case VALUE_STRING:
    *order = att_slice_compare(left->term.value, right->term.value);
    return true;
  case VALUE_BOOLEAN:
    *order = (int)left->boolean - (int)right->boolean;
    return true;
  case VALUE_DATE_TIME:
  case VALUE_DATE:
    return att_moment_compare(&left->moment, &right->moment, order);
  default:
    return false;
  }
}

Truth
att_value_equal(const Value* left, const Value* right) {
  int order = 0;
  if (att_value_is_number(left) && att_value_is_number(right)) {
    return numbers_compare(left, right, &order) && order == 0 ? TRUTH_YES
                                                              : TRUTH_NO;
  }
  if (left->kind == right->kind && left->kind == VALUE_BOOLEAN) {
    return left->boolean == right->boolean ? TRUTH_YES : TRUTH_NO;
  }
  const bool moments =
    left->kind == VALUE_DATE_TIME || left->kind == VALUE_DATE;
  if (left->kind == right->kind && moments) {
    if (!att_value_compare(left, right, &order)) {
      return TRUTH_ERROR;
    }
    return order == 0 ? TRUTH_YES : TRUTH_NO;
  }
  const bool spelt =
    left->term.kind != RDF_NONE && right->term.kind != RDF_NONE;
  if (spelt && att_term_compare(&left->term, &right->term) == 0) {
    return TRUTH_YES;
  }
  /* A literal of an unknown type may be the same as any other but text in a
   * language. */
  const bool unknown =
    (left->kind >= VALUE_BROKEN || right->kind >= VALUE_BROKEN) &&
    att_value_is_literal(left) && att_value_is_literal(right) &&
    left->kind != VALUE_TEXT && right->kind != VALUE_TEXT;
  return unknown ? TRUTH_ERROR : TRUTH_NO;
}

/* Dates are sorted among months and years, which are of no kind here. */
ValueKind
att_value_group(const Value* value) {
  if (value->kind == VALUE_DATE_TIME || value->kind == VALUE_DATE) {
    return VALUE_OTHER;
  }
  return att_value_is_number(value) ? VALUE_INTEGER : value->kind;
}

int
att_value_sort(const Value* left, const Value* right) {
  int order = 0;
  if (att_value_group(left) != att_value_group(right)) {
    return att_value_group(left) < att_value_group(right) ? -1 : 1;
  }
  if (att_value_compare(left, right, &order) && order != 0) {
    return order;
  }
  return att_value_is_number(left)
           ? order
           : att_term_compare(&left->term, &right->term);
}
