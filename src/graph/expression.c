/* Expressions, computed for the row at hand. */
/* SPDX-License-Identifier: MIT */
#include "graph/expression.h"

#include <math.h>

void
att_expression_enter(Run* run) {
  run->nesting++;
}

void
att_expression_leave(Run* run) {
  run->nesting--;
  if (run->nesting == 0 && run->scratch.used > 0) {
    att_arena_reset(&run->scratch);
  }
}

static bool
value_of_term(const Run* run, uint32_t term, Value* out) {
  if (term == 0) {
    return false;
  }
  const RdfTerm found = att_terms_of(run->terms, term);
  *out = att_value_of(&found);
  return out->kind != VALUE_NONE;
}

static bool
spell(Run* run, Value* value) {
  const AttStatus status = att_value_spell(&run->scratch, value);
  return status == ATT_OK || att_run_fail(run, status);
}

uint32_t
att_value_term(Run* run, Value* value) {
  uint32_t id = 0;
  if (!spell(run, value)) {
    return 0;
  }
  const AttStatus status = att_terms_id(run->terms, value->term, &id);
  if (status != ATT_OK) {
    (void)att_run_fail(run, status);
    return 0;
  }
  return id;
}

static Truth
truth_of(Run* run, const Expression* expression) {
  Value value;
  return att_expression_value(run, expression, &value) ? att_value_truth(&value)
                                                       : TRUTH_ERROR;
}

static bool
truth_give(Truth truth, Value* out) {
  *out = att_value_boolean(truth == TRUTH_YES);
  return truth != TRUTH_ERROR;
}

/* || and &&: an error on one side may not matter. */
static bool
logic_value(Run* run, const Expression* expression, Value* out) {
  const Truth decides =
    expression->function == FUNCTION_OR ? TRUTH_YES : TRUTH_NO;
  const Truth left = truth_of(run, expression->arguments.items[0]);
  if (left == decides) {
    return truth_give(left, out);
  }
  const Truth right = truth_of(run, expression->arguments.items[1]);
  return truth_give(right == decides || left != TRUTH_ERROR ? right
                                                            : TRUTH_ERROR,
                    out);
}

static bool
huge_check(Run* run, const Value* left, const Value* right) {
  return (!left->huge && !right->huge) ||
         att_run_refuse(run, "The query computes with a number of more than 18 "
                             "digits");
}

/* = of two values; each is spelt out where that matters. */
static Truth
equal(Run* run, Value* left, Value* right) {
  const bool numbers = att_value_is_number(left) && att_value_is_number(right);
  if (numbers ? !huge_check(run, left, right)
              : !spell(run, left) || !spell(run, right)) {
    return TRUTH_ERROR;
  }
  return att_value_equal(left, right);
}

static bool
comparison_value(Run* run, const Expression* expression, Value* out) {
  Value left;
  Value right;
  int order = 0;
  if (!att_expression_value(run, expression->arguments.items[0], &left) ||
      !att_expression_value(run, expression->arguments.items[1], &right)) {
    return false;
  }
  const Function function = expression->function;
  if (function == FUNCTION_EQUAL || function == FUNCTION_UNEQUAL) {
    const Truth same = equal(run, &left, &right);
    *out =
      att_value_boolean((same == TRUTH_YES) == (function == FUNCTION_EQUAL));
    return same != TRUTH_ERROR;
  }
  if (!huge_check(run, &left, &right)) {
    return false;
  }
  if (!att_value_compare(&left, &right, &order)) {
    /* A number that is none compares as no to all. */
    *out = att_value_boolean(false);
    return att_value_is_number(&left) && att_value_is_number(&right);
  }
  *out = att_value_boolean(function == FUNCTION_LESS      ? order < 0
                           : function == FUNCTION_GREATER ? order > 0
                           : function == FUNCTION_AT_MOST ? order <= 0
                                                          : order >= 0);
  return true;
}

static bool
decimals_compute(Run* run, Function function, const Value* left,
                 const Value* right, Value* out) {
  Decimal number = { 0, 0 };
  DecimalResult result = DECIMAL_OK;
  const Decimal a = left->decimal;
  const Decimal b = right->decimal;
  switch (function) {
  case FUNCTION_ADD:
    result = att_decimal_add(a, b, &number);
    break;
  case FUNCTION_SUBTRACT:
    result = att_decimal_subtract(a, b, &number);
    break;
  case FUNCTION_MULTIPLY:
    result = att_decimal_multiply(a, b, &number);
    break;
  default:
    result = att_decimal_divide(a, b, &number);
    break;
  }
  if (result == DECIMAL_LONG) {
    return att_run_refuse(run, "The query computes a number of more than 18 "
                               "digits");
  }
  const bool whole = left->kind == VALUE_INTEGER &&
                     right->kind == VALUE_INTEGER &&
                     function != FUNCTION_DIVIDE;
  *out = att_value_decimal(number);
  out->kind = whole ? VALUE_INTEGER : VALUE_DECIMAL;
  return result == DECIMAL_OK;
}

bool
att_value_compute(Run* run, Function function, const Value* left,
                  const Value* right, Value* out) {
  if (!att_value_is_number(left) || !att_value_is_number(right) ||
      !huge_check(run, left, right)) {
    return false;
  }
  const ValueKind kind = left->kind > right->kind ? left->kind : right->kind;
  if (kind <= VALUE_DECIMAL) {
    return decimals_compute(run, function, left, right, out);
  }
  const double a = att_value_to_double(left);
  const double b = att_value_to_double(right);
  const double real = function == FUNCTION_ADD        ? a + b
                      : function == FUNCTION_SUBTRACT ? a - b
                      : function == FUNCTION_MULTIPLY ? a * b
                                                      : a / b;
  *out = att_value_real(kind, real);
  return true;
}

static bool
arithmetic_value(Run* run, const Expression* expression, Value* out) {
  Value left;
  Value right;
  return att_expression_value(run, expression->arguments.items[0], &left) &&
         att_expression_value(run, expression->arguments.items[1], &right) &&
         att_value_compute(run, expression->function, &left, &right, out);
}

static bool
sign_value(Run* run, const Expression* expression, Value* out) {
  Value value;
  const Value zero = att_value_integer(0);
  if (!att_expression_value(run, expression->arguments.items[0], &value)) {
    return false;
  }
  if (expression->function == FUNCTION_MINUS && value.kind >= VALUE_FLOAT &&
      att_value_is_number(&value)) {
    *out = att_value_real(value.kind, -value.real);
    return true;
  }
  return att_value_compute(run,
                           expression->function == FUNCTION_MINUS
                             ? FUNCTION_SUBTRACT
                             : FUNCTION_ADD,
                           &zero, &value, out);
}

static bool
in_value(Run* run, const Expression* expression, Value* out) {
  Value value;
  Truth found = TRUTH_NO;
  if (!att_expression_value(run, expression->arguments.items[0], &value)) {
    return false;
  }
  for (size_t i = 1; i < expression->arguments.length && found != TRUTH_YES;
       i++) {
    Value item;
    const Truth same =
      att_expression_value(run, expression->arguments.items[i], &item)
        ? equal(run, &value, &item)
        : TRUTH_ERROR;
    found = same == TRUTH_NO ? found : same;
  }
  *out = att_value_boolean((found == TRUTH_YES) ==
                           (expression->function == FUNCTION_IN));
  return found != TRUTH_ERROR;
}

static bool
exists_row(Run* run, const Next* next) {
  (void)run;
  (void)next;
  return false;
}

static bool
exists_value(Run* run, const Expression* expression, Value* out) {
  const Next next = { exists_row };
  const bool none = att_run_pattern(run, expression->pattern, &next);
  *out = att_value_boolean(!none);
  return run->status == ATT_OK;
}

static bool
if_value(Run* run, const Expression* expression, Value* out) {
  const Truth truth = truth_of(run, expression->arguments.items[0]);
  return truth != TRUTH_ERROR &&
         att_expression_value(
           run, expression->arguments.items[truth == TRUTH_YES ? 1 : 2], out);
}

static bool
coalesce_value(Run* run, const Expression* expression, Value* out) {
  for (size_t i = 0; i < expression->arguments.length; i++) {
    if (att_expression_value(run, expression->arguments.items[i], out)) {
      return true;
    }
    if (run->status != ATT_OK) {
      return false;
    }
  }
  return false;
}

/* Functions of values: the arguments are computed first. */
static bool
call_value(Run* run, const Expression* expression, Value* out) {
  Call call = { .function = expression->function,
                .count = expression->arguments.length };
  const AttStatus status =
    att_arena_alloc(&run->scratch, call.count * sizeof *call.arguments,
                    &call.arguments);
  if (status != ATT_OK) {
    return att_run_fail(run, status);
  }
  for (size_t i = 0; i < call.count; i++) {
    if (!att_expression_value(run, expression->arguments.items[i],
                              &call.arguments[i]) ||
        !spell(run, &call.arguments[i])) {
      return false;
    }
  }
  if (call.function == FUNCTION_UNKNOWN) {
    return att_run_refuse(run, "The query calls a function that is not known");
  }
  if (call.function >= FUNCTION_CAST_STRING) {
    return att_call_cast(run, &call, out);
  }
  if (call.function >= FUNCTION_MD5) {
    return att_call_digest(run, &call, out);
  }
  if (call.function >= FUNCTION_YEAR) {
    return att_call_moment(run, &call, out);
  }
  if (call.function == FUNCTION_REGEX || call.function == FUNCTION_REPLACE) {
    return att_call_regex(run, &call, out);
  }
  if (call.function >= FUNCTION_CONCAT) {
    return att_call_text(run, &call, out);
  }
  return call.function >= FUNCTION_ABS ? att_call_number(run, &call, out)
                                       : att_call_term(run, &call, out);
}

bool
att_expression_value(Run* run, const Expression* expression, Value* out) {
  const Function function = expression->function;
  switch (function) {
  case FUNCTION_OPERAND:
    return value_of_term(run, att_run_term(run, expression->operand), out);
  case FUNCTION_OR:
  case FUNCTION_AND:
    return logic_value(run, expression, out);
  case FUNCTION_NOT: {
    const Truth truth = truth_of(run, expression->arguments.items[0]);
    *out = att_value_boolean(truth == TRUTH_NO);
    return truth != TRUTH_ERROR;
  }
  case FUNCTION_EXISTS:
    return exists_value(run, expression, out);
  case FUNCTION_BOUND:
    *out = att_value_boolean(
      att_run_term(run, expression->arguments.items[0]->operand) != 0);
    return true;
  case FUNCTION_IF:
    return if_value(run, expression, out);
  case FUNCTION_COALESCE:
    return coalesce_value(run, expression, out);
  case FUNCTION_IN:
  case FUNCTION_NOT_IN:
    return in_value(run, expression, out);
  case FUNCTION_PLUS:
  case FUNCTION_MINUS:
    return sign_value(run, expression, out);
  default:
    break;
  }
  if (function >= FUNCTION_EQUAL && function <= FUNCTION_AT_LEAST) {
    return comparison_value(run, expression, out);
  }
  return function >= FUNCTION_ADD && function <= FUNCTION_DIVIDE
           ? arithmetic_value(run, expression, out)
           : call_value(run, expression, out);
}

bool
att_expression_holds(Run* run, const Expression* expression) {
  att_expression_enter(run);
  const bool holds = truth_of(run, expression) == TRUTH_YES;
  att_expression_leave(run);
  return holds && run->status == ATT_OK;
}

uint32_t
att_expression_term(Run* run, const Expression* expression) {
  if (expression->function == FUNCTION_OPERAND) {
    return att_run_term(run, expression->operand);
  }
  Value value;
  att_expression_enter(run);
  const uint32_t term = att_expression_value(run, expression, &value)
                          ? att_value_term(run, &value)
                          : 0;
  att_expression_leave(run);
  return term;
}
