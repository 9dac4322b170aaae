/* Values: what terms mean to an expression. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_VALUE_H
#define ATTACHE_GRAPH_VALUE_H

#include "graph/moment.h"
#include "graph/terms.h"

#define XSD_SPACE "http://www.w3.org/2001/XMLSchema#"

/** In the order in which numbers become wider. */
typedef enum ValueKind {
  VALUE_NONE,
  VALUE_BLANK,
  VALUE_IRI,
  VALUE_INTEGER,
  VALUE_DECIMAL,
  VALUE_FLOAT,
  VALUE_DOUBLE,
  VALUE_STRING, /**< xsd:string */
  VALUE_TEXT,   /**< A string in a language. */
  VALUE_BOOLEAN,
  VALUE_DATE_TIME,
  VALUE_DATE,
  VALUE_BROKEN, /**< A number or a boolean that does not spell any. */
  VALUE_OTHER   /**< A literal of any other type. */
} ValueKind;

typedef struct Value {
  ValueKind kind;
  RdfTerm term; /**< RDF_NONE: computed, not spelt out yet. */
  bool huge;    /**< A number of more digits than can be computed with. */
  bool boolean;
  Decimal decimal; /**< VALUE_INTEGER, VALUE_DECIMAL */
  double real;     /**< VALUE_FLOAT, VALUE_DOUBLE; or about, if huge. */
  Moment moment;   /**< VALUE_DATE_TIME, VALUE_DATE */
} Value;

/** The value of a term; borrows from it. */
Value
att_value_of(const RdfTerm* term);

Value
att_value_boolean(bool yes);
Value
att_value_integer(int64_t integer);
Value
att_value_decimal(Decimal decimal);
/** `kind` is VALUE_FLOAT or VALUE_DOUBLE. */
Value
att_value_real(ValueKind kind, double real);
Value
att_value_string(Slice text);

bool
att_value_is_number(const Value* value);
bool
att_value_is_literal(const Value* value);

/** A number as a double. */
double
att_value_to_double(const Value* value);

/** Spells the value out in its term; what is written is in `arena`. */
AttStatus
att_value_spell(Arena* arena, Value* value);

typedef enum Truth { TRUTH_NO, TRUTH_YES, TRUTH_ERROR } Truth;

/** The effective boolean value. */
Truth
att_value_truth(const Value* value);

/** left = right; both are spelt out unless they are numbers or booleans. */
Truth
att_value_equal(const Value* left, const Value* right);

/** left < right, as -1, 0, 1 in `*order`; false: they have no order. */
bool
att_value_compare(const Value* left, const Value* right, int* order);

/** The kind that stands for all those it is sorted among. */
ValueKind
att_value_group(const Value* value);

/** The order of ORDER BY: of all values, VALUE_NONE first. */
int
att_value_sort(const Value* left, const Value* right);

#endif
