/* Parsing a SELECT: its columns, and what stands behind its group. */
/* SPDX-License-Identifier: MIT */
#include "graph/parser.h"
#include "graph/pattern.h"

AttStatus
att_select_new(Parser* parser, Select** out) {
  TRY(att_arena_alloc(parser->arena, sizeof **out, out));
  (*out)->limit = SIZE_MAX;
  parser->select = *out;
  return ATT_OK;
}

/* ( expression AS ?v ) behind its parenthesis. */
static AttStatus
as_parse(Parser* parser, Column* column) {
  TRY(att_parse_expression(parser, &column->expression));
  if (!att_parser_take_word(parser, "AS")) {
    return att_parser_fail(parser, parser->at, "AS is expected");
  }
  TRY(att_parse_variable(parser, &column->variable));
  return att_parser_expect(parser, ")");
}

AttStatus
att_parse_columns(Parser* parser) {
  Select* const select = parser->select;
  select->distinct = att_parser_take_word(parser, "DISTINCT");
  if (!select->distinct) {
    (void)att_parser_take_word(parser, "REDUCED");
  }
  select->all = att_parser_take_mark(parser, "*");
  parser->aggregates = true;
  while (!select->all) {
    Column column = { 0 };
    if (att_parser_is(parser, TOKEN_VARIABLE)) {
      TRY(att_parse_variable(parser, &column.variable));
    } else if (att_parser_take_mark(parser, "(")) {
      TRY(as_parse(parser, &column));
    } else {
      break;
    }
    TRY(LIST_PUSH(parser->arena, &select->columns, column));
  }
  parser->aggregates = false;
  return select->all || select->columns.length > 0
           ? ATT_OK
           : att_parser_fail(parser, parser->at, "a variable is expected");
}

AttStatus
att_parse_where(Parser* parser) {
  (void)att_parser_take_word(parser, "WHERE");
  return att_parse_group(parser, &parser->select->where);
}

/* Whether a condition that is no variable begins at the token at hand. */
static bool
is_constraint(const Parser* parser) {
  return att_parser_is_mark(parser, "(") || att_parser_is_iri(parser) ||
         (att_parser_is(parser, TOKEN_WORD) &&
          (att_function_named(parser->tokens.items[parser->at].text) != NULL ||
           att_parser_is_word(parser, "EXISTS") ||
           att_parser_is_word(parser, "NOT")));
}

static AttStatus
variable_expression(Parser* parser, Expression** out) {
  Operand operand = { NO_VARIABLE, 0 };
  TRY(att_parse_variable(parser, &operand.variable));
  return att_expression_operand(parser, operand, out);
}

/* ?v, (expression), (expression AS ?v), or a call. */
static AttStatus
key_parse(Parser* parser) {
  Column key = { .variable = NO_VARIABLE };
  if (att_parser_is(parser, TOKEN_VARIABLE)) {
    TRY(att_parse_variable(parser, &key.variable));
  } else if (att_parser_take_mark(parser, "(")) {
    TRY(att_parse_expression(parser, &key.expression));
    if (att_parser_take_word(parser, "AS")) {
      TRY(att_parse_variable(parser, &key.variable));
    }
    TRY(att_parser_expect(parser, ")"));
  } else {
    TRY(att_parse_constraint(parser, &key.expression));
  }
  if (key.variable == NO_VARIABLE) {
    TRY(att_parser_variable_new(parser, &key.variable));
  }
  return LIST_PUSH(parser->arena, &parser->select->keys, key);
}

static AttStatus
group_parse(Parser* parser) {
  if (!att_parser_take_word(parser, "GROUP")) {
    return ATT_OK;
  }
  if (!att_parser_take_word(parser, "BY")) {
    return att_parser_fail(parser, parser->at, "BY is expected");
  }
  parser->select->grouped = true;
  do {
    TRY(key_parse(parser));
  } while (att_parser_is(parser, TOKEN_VARIABLE) || is_constraint(parser));
  return ATT_OK;
}

static AttStatus
having_parse(Parser* parser) {
  if (!att_parser_take_word(parser, "HAVING")) {
    return ATT_OK;
  }
  do {
    Expression* condition = NULL;
    TRY(att_parse_constraint(parser, &condition));
    TRY(LIST_PUSH(parser->arena, &parser->select->having, condition));
  } while (is_constraint(parser));
  return ATT_OK;
}

static AttStatus
sort_key_parse(Parser* parser) {
  SortKey key = { 0 };
  key.descending = att_parser_take_word(parser, "DESC");
  if (key.descending || att_parser_take_word(parser, "ASC")) {
    TRY(att_parser_expect(parser, "("));
    TRY(att_parse_expression(parser, &key.expression));
    TRY(att_parser_expect(parser, ")"));
  } else if (att_parser_is(parser, TOKEN_VARIABLE)) {
    TRY(variable_expression(parser, &key.expression));
  } else {
    TRY(att_parse_constraint(parser, &key.expression));
  }
  return LIST_PUSH(parser->arena, &parser->select->order, key);
}

static AttStatus
order_parse(Parser* parser) {
  if (!att_parser_take_word(parser, "ORDER")) {
    return ATT_OK;
  }
  if (!att_parser_take_word(parser, "BY")) {
    return att_parser_fail(parser, parser->at, "BY is expected");
  }
  do {
    TRY(sort_key_parse(parser));
  } while (att_parser_is(parser, TOKEN_VARIABLE) || is_constraint(parser) ||
           att_parser_is_word(parser, "ASC") ||
           att_parser_is_word(parser, "DESC"));
  return ATT_OK;
}

static AttStatus
slice_parse(Parser* parser) {
  Select* const select = parser->select;
  bool limited = false;
  bool moved = false;
  for (;;) {
    if (!limited && att_parser_take_word(parser, "LIMIT")) {
      limited = true;
      TRY(att_parse_count(parser, &select->limit));
    } else if (!moved && att_parser_take_word(parser, "OFFSET")) {
      moved = true;
      TRY(att_parse_count(parser, &select->offset));
    } else {
      return ATT_OK;
    }
  }
}

/* Variables that have one value for a group: those it is grouped by, and the
 * aggregates. */
static AttStatus
grouped_variables(Parser* parser, VarSet* out) {
  const Select* const select = parser->select;
  for (size_t i = 0; i < select->keys.length; i++) {
    TRY(att_varset_add(parser->arena, out, select->keys.items[i].variable));
  }
  for (size_t i = 0; i < select->aggregates.length; i++) {
    TRY(
      att_varset_add(parser->arena, out, select->aggregates.items[i].variable));
  }
  return ATT_OK;
}

/* What SELECT * selects: the variables with a name that may have a value. */
static AttStatus
all_columns(Parser* parser, size_t at) {
  Select* const select = parser->select;
  if (select->grouped) {
    return att_parser_fail(parser, at, "* cannot be grouped");
  }
  for (size_t i = 0; i < select->names.length; i++) {
    const bool here =
      att_varset_has(&select->where->possible, i) ||
      (select->values != NULL && att_varset_has(&select->values->possible, i));
    if (select->names.items[i].length > 0 && here) {
      const Column column = { i, NULL };
      TRY(LIST_PUSH(parser->arena, &select->columns, column));
    }
  }
  return ATT_OK;
}

/* The columns in turn: each may use those before it. */
static AttStatus
columns_check(Parser* parser, size_t at) {
  const Select* const select = parser->select;
  VarSet known = { 0 };
  VarSet taken = { 0 };
  TRY(grouped_variables(parser, &known));
  for (size_t i = 0; i < select->columns.length; i++) {
    const Column* const column = &select->columns.items[i];
    const bool has_value =
      att_varset_has(&select->where->possible, column->variable);
    if (column->expression != NULL &&
        (has_value || att_varset_has(&taken, column->variable))) {
      return att_parser_fail(parser, at, "a variable gets two values");
    }
    const bool single =
      column->expression == NULL
        ? att_varset_has(&known, column->variable)
        : att_varset_is_within(&column->expression->variables, &known);
    if (select->grouped && !single) {
      return att_parser_fail(parser, at,
                             "a variable is selected that is neither grouped "
                             "by nor aggregated");
    }
    TRY(att_varset_add(parser->arena, &taken, column->variable));
    TRY(att_varset_add(parser->arena, &known, column->variable));
  }
  return ATT_OK;
}

AttStatus
att_parse_modifiers(Parser* parser) {
  Select* const select = parser->select;
  const size_t at = parser->at > 0 ? parser->at - 1 : 0;
  TRY(group_parse(parser));
  parser->aggregates = true;
  TRY(having_parse(parser));
  TRY(order_parse(parser));
  parser->aggregates = false;
  TRY(slice_parse(parser));
  if (att_parser_take_word(parser, "VALUES")) {
    TRY(att_parse_values(parser, &select->values));
  }
  select->grouped = select->grouped || select->aggregates.length > 0 ||
                    select->having.length > 0;
  if (select->all) {
    TRY(all_columns(parser, at));
  }
  return columns_check(parser, at);
}

AttStatus
att_parse_select(Parser* parser, Select** out) {
  TRY(att_select_new(parser, out));
  TRY(att_parse_columns(parser));
  TRY(att_parse_where(parser));
  return att_parse_modifiers(parser);
}
