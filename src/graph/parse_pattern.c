/* Parsing the groups of a query. */
/* SPDX-License-Identifier: MIT */
#include "graph/parser.h"
#include "graph/pattern.h"

/* Patterns within each other: each takes a piece of the stack. */
#define HEIGHT_LIMIT 1000U

/* Triple patterns of a block, for the same reason. */
#define BLOCK_LIMIT 2000U

/* A group being parsed. */
typedef struct Grouping {
  Pattern* pattern;
  Expressions filters;
} Grouping;

static AttStatus
pattern_end(Parser* parser, Pattern* pattern) {
  return pattern->height < HEIGHT_LIMIT
           ? ATT_OK
           : att_parser_fail(parser, parser->at, "the group is too long");
}

static AttStatus
join(Parser* parser, Grouping* group, PatternKind kind, Pattern* right) {
  parser->block = ++parser->blocks;
  TRY(att_pattern_of(parser->arena, kind, group->pattern, right,
                     &group->pattern));
  return pattern_end(parser, group->pattern);
}

static AttStatus
triples_parse(Parser* parser, Grouping* group) {
  TriplePatterns triples = { 0 };
  Pattern* block = NULL;
  TRY(att_parse_triples(parser, &triples));
  TRY(att_pattern_new(parser->arena, PATTERN_TRIPLES, &block));
  for (size_t i = 0; i < triples.length; i++) {
    TRY(att_pattern_add(parser->arena, block, &triples.items[i]));
  }
  TRY(att_pattern_of(parser->arena, PATTERN_JOIN, group->pattern, block,
                     &group->pattern));
  if (group->pattern->triples.length > BLOCK_LIMIT) {
    return att_parser_fail(parser, parser->at, "too many triple patterns");
  }
  if (att_parser_take_mark(parser, ".") || !att_parser_is_triples(parser)) {
    return ATT_OK;
  }
  return att_parser_fail(parser, parser->at, ". or } is expected");
}

static AttStatus
group_read(Parser* parser, Grouping* group);

static AttStatus
filters_put(Parser* parser, Grouping* group) {
  for (size_t i = 0; i < group->filters.length; i++) {
    TRY(att_pattern_filter(parser->arena, group->pattern,
                           group->filters.items[i], &group->pattern));
  }
  return pattern_end(parser, group->pattern);
}

/* The filters of an optional group see the row on the left too. */
static AttStatus
optional_parse(Parser* parser, Grouping* group) {
  Grouping inner = { 0 };
  TRY(group_read(parser, &inner));
  TRY(join(parser, group, PATTERN_LEFT_JOIN, inner.pattern));
  group->pattern->expression = NULL;
  for (size_t i = 0; i < inner.filters.length; i++) {
    Expression* const filter = inner.filters.items[i];
    TRY(att_expression_and(parser, &group->pattern->expression, filter));
  }
  return ATT_OK;
}

static AttStatus
union_parse(Parser* parser, Grouping* group) {
  Pattern* pattern = NULL;
  TRY(att_parse_group(parser, &pattern));
  while (att_parser_take_word(parser, "UNION")) {
    Pattern* right = NULL;
    parser->block = ++parser->blocks;
    TRY(att_parse_group(parser, &right));
    TRY(att_pattern_of(parser->arena, PATTERN_UNION, pattern, right, &pattern));
    TRY(pattern_end(parser, pattern));
  }
  return join(parser, group, PATTERN_JOIN, pattern);
}

static AttStatus
graph_parse(Parser* parser, Grouping* group) {
  Operand name = { NO_VARIABLE, 0 };
  Pattern* pattern = NULL;
  if (att_parser_is(parser, TOKEN_VARIABLE)) {
    TRY(att_parse_variable(parser, &name.variable));
  } else if (att_parser_is_iri(parser)) {
    TRY(att_parse_term(parser, &name.term));
  } else {
    return att_parser_fail(parser, parser->at,
                           "a variable or an IRI is expected");
  }
  TRY(att_parse_group(parser, &pattern));
  TRY(att_pattern_of(parser->arena, PATTERN_GRAPH, pattern, NULL, &pattern));
  pattern->name = name;
  parser->query.has_graph = true;
  if (name.variable != NO_VARIABLE) {
    TRY(att_varset_add(parser->arena, &pattern->certain, name.variable));
    TRY(att_varset_add(parser->arena, &pattern->possible, name.variable));
  }
  return join(parser, group, PATTERN_JOIN, pattern);
}

static AttStatus
bind_parse(Parser* parser, Grouping* group) {
  Expression* expression = NULL;
  size_t variable = 0;
  TRY(att_parser_expect(parser, "("));
  TRY(att_parse_expression(parser, &expression));
  if (!att_parser_take_word(parser, "AS")) {
    return att_parser_fail(parser, parser->at, "AS is expected");
  }
  TRY(att_parse_variable(parser, &variable));
  if (att_varset_has(&group->pattern->possible, variable)) {
    return att_parser_fail(parser, parser->at - 1,
                           "it has a value in the group already");
  }
  TRY(att_parser_expect(parser, ")"));
  parser->block = ++parser->blocks;
  TRY(att_pattern_extend(parser->arena, group->pattern, expression, variable,
                         &group->pattern));
  return pattern_end(parser, group->pattern);
}

static AttStatus
element_parse(Parser* parser, Grouping* group) {
  Pattern* pattern = NULL;
  Expression* filter = NULL;
  if (att_parser_is_mark(parser, "{")) {
    return union_parse(parser, group);
  }
  if (att_parser_take_word(parser, "FILTER")) {
    TRY(att_parse_constraint(parser, &filter));
    return LIST_PUSH(parser->arena, &group->filters, filter);
  }
  if (att_parser_take_word(parser, "OPTIONAL")) {
    return optional_parse(parser, group);
  }
  if (att_parser_take_word(parser, "MINUS")) {
    TRY(att_parse_group(parser, &pattern));
    return join(parser, group, PATTERN_MINUS, pattern);
  }
  if (att_parser_take_word(parser, "GRAPH")) {
    return graph_parse(parser, group);
  }
  if (att_parser_take_word(parser, "BIND")) {
    return bind_parse(parser, group);
  }
  if (att_parser_take_word(parser, "VALUES")) {
    TRY(att_parse_values(parser, &pattern));
    return join(parser, group, PATTERN_JOIN, pattern);
  }
  return att_parser_fail(parser, parser->at,
                         att_parser_is_word(parser, "SERVICE")
                           ? "SERVICE is not answered: nothing is fetched"
                           : "a pattern or } is expected");
}

/* The variable of the group around that has the name of a column. */
static AttStatus
column_name(Parser* parser, Slice name, size_t* out) {
  Select* const select = parser->select;
  for (size_t i = 0; i < select->names.length; i++) {
    if (att_slice_equals(select->names.items[i], name)) {
      *out = i;
      return ATT_OK;
    }
  }
  *out = select->names.length;
  return LIST_PUSH(parser->arena, &select->names, name);
}

/* Whether each row of the sub-select has a value there. */
static bool
is_certain(const Select* select, const Column* column) {
  bool grouped = !select->grouped;
  for (size_t i = 0; i < select->keys.length; i++) {
    grouped = grouped || select->keys.items[i].variable == column->variable;
  }
  return grouped && column->expression == NULL &&
         att_varset_has(&select->where->certain, column->variable);
}

/* A sub-select: its columns are variables of the group around. */
static AttStatus
select_parse(Parser* parser, Grouping* group) {
  Pattern* pattern = NULL;
  Select* const around = parser->select;
  TRY(att_pattern_new(parser->arena, PATTERN_SELECT, &pattern));
  TRY(att_parse_select(parser, &pattern->select));
  parser->select = around;
  const Select* const select = pattern->select;
  for (size_t i = 0; i < select->columns.length; i++) {
    const Column* const column = &select->columns.items[i];
    size_t variable = 0;
    TRY(column_name(parser, select->names.items[column->variable], &variable));
    TRY(LIST_PUSH(parser->arena, &pattern->columns, variable));
    TRY(att_varset_add(parser->arena, &pattern->possible, variable));
    if (is_certain(select, column)) {
      TRY(att_varset_add(parser->arena, &pattern->certain, variable));
    }
  }
  group->pattern = pattern;
  return ATT_OK;
}

static AttStatus
member_parse(Parser* parser, Grouping* group) {
  if (att_parser_is_triples(parser)) {
    return triples_parse(parser, group);
  }
  TRY(element_parse(parser, group));
  (void)att_parser_take_mark(parser, ".");
  return ATT_OK;
}

static AttStatus
group_read(Parser* parser, Grouping* group) {
  TRY(att_parser_enter(parser));
  TRY(att_parser_expect(parser, "{"));
  parser->block = ++parser->blocks;
  TRY(att_pattern_new(parser->arena, PATTERN_TRIPLES, &group->pattern));
  if (att_parser_take_word(parser, "SELECT")) {
    TRY(select_parse(parser, group));
  } else {
    while (!att_parser_is_mark(parser, "}")) {
      TRY(member_parse(parser, group));
    }
  }
  TRY(att_parser_expect(parser, "}"));
  parser->block = ++parser->blocks;
  parser->depth--;
  return ATT_OK;
}

AttStatus
att_parse_group(Parser* parser, Pattern** out) {
  Grouping group = { 0 };
  TRY(group_read(parser, &group));
  TRY(filters_put(parser, &group));
  *out = group.pattern;
  return ATT_OK;
}

static AttStatus
cell_parse(Parser* parser, Pattern* pattern) {
  uint32_t term = 0;
  if (!att_parser_take_word(parser, "UNDEF")) {
    TRY(att_parse_term(parser, &term));
  }
  return LIST_PUSH(parser->arena, &pattern->cells, term);
}

static AttStatus
row_parse(Parser* parser, Pattern* pattern, bool brackets) {
  const size_t at = parser->at;
  const size_t before = pattern->cells.length;
  if (!brackets) {
    return cell_parse(parser, pattern);
  }
  TRY(att_parser_expect(parser, "("));
  while (!att_parser_take_mark(parser, ")")) {
    TRY(cell_parse(parser, pattern));
  }
  if (pattern->cells.length - before != pattern->columns.length) {
    return att_parser_fail(parser, at, "there are not as many variables");
  }
  return pattern->columns.length == 0
           ? LIST_PUSH(parser->arena, &pattern->cells, 0)
           : ATT_OK;
}

static AttStatus
columns_parse(Parser* parser, Pattern* pattern, bool brackets) {
  while (brackets ? !att_parser_take_mark(parser, ")")
                  : pattern->columns.length == 0) {
    size_t variable = 0;
    TRY(att_parse_variable(parser, &variable));
    TRY(LIST_PUSH(parser->arena, &pattern->columns, variable));
    TRY(att_varset_add(parser->arena, &pattern->possible, variable));
  }
  return ATT_OK;
}

AttStatus
att_parse_values(Parser* parser, Pattern** out) {
  TRY(att_pattern_new(parser->arena, PATTERN_VALUES, out));
  Pattern* const pattern = *out;
  const bool brackets = att_parser_take_mark(parser, "(");
  TRY(columns_parse(parser, pattern, brackets));
  TRY(att_parser_expect(parser, "{"));
  while (!att_parser_take_mark(parser, "}")) {
    TRY(row_parse(parser, pattern, brackets));
  }
  const size_t width = pattern->columns.length;
  for (size_t i = 0; i < width; i++) {
    bool certain = true;
    for (size_t j = i; j < pattern->cells.length; j += width) {
      certain = certain && pattern->cells.items[j] != 0;
    }
    if (certain) {
      TRY(att_varset_add(parser->arena, &pattern->certain,
                         pattern->columns.items[i]));
    }
  }
  return ATT_OK;
}
