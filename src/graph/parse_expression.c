/* Parsing the expressions of a query. */
/* SPDX-License-Identifier: MIT */
#include "graph/parser.h"
#include "graph/pattern.h"

/* Calls within each other: each takes a piece of the stack. */
#define HEIGHT_LIMIT 1000U

static AttStatus
expression_new(Parser* parser, Function function, Expression** out) {
  TRY(att_arena_alloc(parser->arena, sizeof **out, out));
  (*out)->function = function;
  return ATT_OK;
}

static AttStatus
argument_add(Parser* parser, Expression* call, Expression* argument) {
  if (argument->height >= HEIGHT_LIMIT) {
    return att_parser_fail(parser, parser->at, "the expression is too long");
  }
  if (argument->height >= call->height) {
    call->height = argument->height + 1;
  }
  TRY(LIST_PUSH(parser->arena, &call->arguments, argument));
  return att_varset_unite(parser->arena, &call->variables,
                          &argument->variables);
}

static AttStatus
binary_new(Parser* parser, Function function, Expression* left,
           Expression** right) {
  Expression* call = NULL;
  TRY(expression_new(parser, function, &call));
  TRY(argument_add(parser, call, left));
  TRY(argument_add(parser, call, *right));
  *right = call;
  return ATT_OK;
}

static AttStatus
unary_new(Parser* parser, Function function, Expression** argument) {
  Expression* call = NULL;
  TRY(expression_new(parser, function, &call));
  TRY(argument_add(parser, call, *argument));
  *argument = call;
  return ATT_OK;
}

AttStatus
att_expression_and(Parser* parser, Expression** left, Expression* right) {
  if (*left != NULL) {
    TRY(binary_new(parser, FUNCTION_AND, *left, &right));
  }
  *left = right;
  return ATT_OK;
}

AttStatus
att_expression_operand(Parser* parser, Operand operand, Expression** out) {
  TRY(expression_new(parser, FUNCTION_OPERAND, out));
  (*out)->operand = operand;
  return operand.variable == NO_VARIABLE
           ? ATT_OK
           : att_varset_add(parser->arena, &(*out)->variables,
                            operand.variable);
}

/* ( a, b, c ), or (), added to the arguments of `call`. */
static AttStatus
arguments_parse(Parser* parser, Expression* call) {
  TRY(att_parser_expect(parser, "("));
  if (att_parser_take_mark(parser, ")")) {
    return ATT_OK;
  }
  do {
    Expression* argument = NULL;
    TRY(att_parse_expression(parser, &argument));
    TRY(argument_add(parser, call, argument));
  } while (att_parser_take_mark(parser, ","));
  return att_parser_expect(parser, ")");
}

static AttStatus
count_check(Parser* parser, size_t at, const FunctionName* name,
            const Expression* call) {
  const size_t count = call->arguments.length;
  return count >= name->least && count <= name->most
           ? ATT_OK
           : att_parser_fail(parser, at, "that many arguments it has not");
}

static AttStatus
separator_parse(Parser* parser, Aggregate* aggregate) {
  aggregate->separator = SLICE(" ");
  if (aggregate->function != FUNCTION_GROUP_CONCAT ||
      !att_parser_take_mark(parser, ";")) {
    return ATT_OK;
  }
  if (!att_parser_take_word(parser, "SEPARATOR")) {
    return att_parser_fail(parser, parser->at, "SEPARATOR is expected");
  }
  TRY(att_parser_expect(parser, "="));
  return att_parse_string(parser, &aggregate->separator);
}

/* An aggregate gives its value to a variable of no name. */
static AttStatus
aggregate_parse(Parser* parser, Function function, Expression** out) {
  Aggregate aggregate = { .function = function };
  if (!parser->aggregates) {
    return att_parser_fail(parser, parser->at - 1,
                           "no aggregate may stand here");
  }
  TRY(att_parser_expect(parser, "("));
  aggregate.distinct = att_parser_take_word(parser, "DISTINCT");
  if (function == FUNCTION_COUNT && att_parser_take_mark(parser, "*")) {
    aggregate.expression = NULL;
  } else {
    parser->aggregates = false;
    TRY(att_parse_expression(parser, &aggregate.expression));
    parser->aggregates = true;
  }
  TRY(separator_parse(parser, &aggregate));
  TRY(att_parser_expect(parser, ")"));
  TRY(att_parser_variable_new(parser, &aggregate.variable));
  TRY(LIST_PUSH(parser->arena, &parser->select->aggregates, aggregate));
  return att_expression_operand(parser, (Operand){ aggregate.variable, 0 },
                                out);
}

static AttStatus
exists_parse(Parser* parser, Expression** out) {
  TRY(expression_new(parser, FUNCTION_EXISTS, out));
  const bool aggregates = parser->aggregates;
  parser->aggregates = false;
  TRY(att_parse_group(parser, &(*out)->pattern));
  parser->aggregates = aggregates;
  return att_pattern_mentions(parser->arena, (*out)->pattern,
                              &(*out)->variables);
}

/* A function with a name of letters. */
static AttStatus
builtin_parse(Parser* parser, Expression** out) {
  const size_t at = parser->at;
  if (att_parser_take_word(parser, "EXISTS")) {
    return exists_parse(parser, out);
  }
  if (att_parser_is_word(parser, "NOT") &&
      att_token_is_word(&parser->tokens, at + 1, "EXISTS")) {
    parser->at += 2;
    TRY(exists_parse(parser, out));
    return unary_new(parser, FUNCTION_NOT, out);
  }
  const FunctionName* const name =
    att_parser_is(parser, TOKEN_WORD)
      ? att_function_named(parser->tokens.items[at].text)
      : NULL;
  if (name == NULL) {
    return att_parser_fail(parser, at, "an expression is expected");
  }
  parser->at++;
  if (att_function_is_aggregate(name->function)) {
    return aggregate_parse(parser, name->function, out);
  }
  TRY(expression_new(parser, name->function, out));
  TRY(arguments_parse(parser, *out));
  if (name->function == FUNCTION_BOUND && (*out)->arguments.length == 1 &&
      ((*out)->arguments.items[0]->function != FUNCTION_OPERAND ||
       (*out)->arguments.items[0]->operand.variable == NO_VARIABLE)) {
    return att_parser_fail(parser, at, "it takes a variable");
  }
  return count_check(parser, at, name, *out);
}

/* An IRI, or a call of the function that it names. */
static AttStatus
named_parse(Parser* parser, Expression** out) {
  const size_t at = parser->at;
  Slice iri;
  TRY(att_parse_iri(parser, &iri));
  if (!att_parser_is_mark(parser, "(")) {
    Operand operand = { NO_VARIABLE, 0 };
    TRY(att_terms_id(parser->setting->terms,
                     (RdfTerm){ .kind = RDF_IRI, .value = iri },
                     &operand.term));
    return att_expression_operand(parser, operand, out);
  }
  const FunctionName* const name = att_function_cast(iri);
  TRY(expression_new(parser, name->function, out));
  TRY(arguments_parse(parser, *out));
  return count_check(parser, at, name, *out);
}

static AttStatus
primary_parse(Parser* parser, Expression** out) {
  Operand operand = { NO_VARIABLE, 0 };
  if (att_parser_take_mark(parser, "(")) {
    TRY(att_parse_expression(parser, out));
    return att_parser_expect(parser, ")");
  }
  if (att_parser_is(parser, TOKEN_VARIABLE)) {
    TRY(att_parse_variable(parser, &operand.variable));
    return att_expression_operand(parser, operand, out);
  }
  if (att_parser_is_iri(parser)) {
    return named_parse(parser, out);
  }
  if (att_parser_is_literal(parser)) {
    TRY(att_parse_term(parser, &operand.term));
    return att_expression_operand(parser, operand, out);
  }
  return builtin_parse(parser, out);
}

static AttStatus
unary_parse(Parser* parser, Expression** out) {
  static const struct {
    const char* mark;
    Function function;
  } operators[] = { { "!", FUNCTION_NOT },
                    { "-", FUNCTION_MINUS },
                    { "+", FUNCTION_PLUS } };
  if (att_parser_is_literal(parser)) {
    return primary_parse(parser, out);
  }
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
    if (att_parser_take_mark(parser, operators[i].mark)) {
      TRY(primary_parse(parser, out));
      return unary_new(parser, operators[i].function, out);
    }
  }
  return primary_parse(parser, out);
}

static AttStatus
product_parse(Parser* parser, Expression** out) {
  TRY(unary_parse(parser, out));
  for (;;) {
    Expression* const left = *out;
    Function function = FUNCTION_NONE;
    if (att_parser_take_mark(parser, "*")) {
      function = FUNCTION_MULTIPLY;
    } else if (att_parser_take_mark(parser, "/")) {
      function = FUNCTION_DIVIDE;
    } else {
      return ATT_OK;
    }
    TRY(unary_parse(parser, out));
    TRY(binary_new(parser, function, left, out));
  }
}

static AttStatus
sum_parse(Parser* parser, Expression** out) {
  TRY(product_parse(parser, out));
  for (;;) {
    Expression* const left = *out;
    Function function = FUNCTION_NONE;
    if (att_parser_take_mark(parser, "+")) {
      function = FUNCTION_ADD;
    } else if (att_parser_take_mark(parser, "-")) {
      function = FUNCTION_SUBTRACT;
    } else {
      return ATT_OK;
    }
    TRY(product_parse(parser, out));
    TRY(binary_new(parser, function, left, out));
  }
}

static AttStatus
list_parse(Parser* parser, Function function, Expression** left) {
  Expression* call = NULL;
  TRY(expression_new(parser, function, &call));
  TRY(argument_add(parser, call, *left));
  *left = call;
  return arguments_parse(parser, call);
}

static AttStatus
comparison_parse(Parser* parser, Expression** out) {
  static const struct {
    const char* mark;
    Function function;
  } operators[] = { { "=", FUNCTION_EQUAL },    { "!=", FUNCTION_UNEQUAL },
                    { "<", FUNCTION_LESS },     { ">", FUNCTION_GREATER },
                    { "<=", FUNCTION_AT_MOST }, { ">=", FUNCTION_AT_LEAST } };
  TRY(sum_parse(parser, out));
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
    if (att_parser_take_mark(parser, operators[i].mark)) {
      Expression* const left = *out;
      TRY(sum_parse(parser, out));
      return binary_new(parser, operators[i].function, left, out);
    }
  }
  if (att_parser_take_word(parser, "IN")) {
    return list_parse(parser, FUNCTION_IN, out);
  }
  if (att_parser_is_word(parser, "NOT") &&
      att_token_is_word(&parser->tokens, parser->at + 1, "IN")) {
    parser->at += 2;
    return list_parse(parser, FUNCTION_NOT_IN, out);
  }
  return ATT_OK;
}

static AttStatus
and_parse(Parser* parser, Expression** out) {
  TRY(comparison_parse(parser, out));
  while (att_parser_take_mark(parser, "&&")) {
    Expression* const left = *out;
    TRY(comparison_parse(parser, out));
    TRY(binary_new(parser, FUNCTION_AND, left, out));
  }
  return ATT_OK;
}

AttStatus
att_parse_expression(Parser* parser, Expression** out) {
  TRY(att_parser_enter(parser));
  TRY(and_parse(parser, out));
  while (att_parser_take_mark(parser, "||")) {
    Expression* const left = *out;
    TRY(and_parse(parser, out));
    TRY(binary_new(parser, FUNCTION_OR, left, out));
  }
  parser->depth--;
  return ATT_OK;
}

AttStatus
att_parse_constraint(Parser* parser, Expression** out) {
  if (att_parser_is_iri(parser)) {
    const size_t at = parser->at;
    TRY(named_parse(parser, out));
    return (*out)->function == FUNCTION_OPERAND
             ? att_parser_fail(parser, at, "a call is expected")
             : ATT_OK;
  }
  if (att_parser_take_mark(parser, "(")) {
    TRY(att_parse_expression(parser, out));
    return att_parser_expect(parser, ")");
  }
  return builtin_parse(parser, out);
}
