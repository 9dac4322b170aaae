/* Parsing a query: its prologue and its form. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "graph/parser.h"
#include "graph/pattern.h"

/* Tokens a query may have: lists of values are long, but not endless. */
#define TOKEN_LIMIT ((size_t)500000)

static AttStatus
prefix_parse(Parser* parser) {
  Prefix prefix;
  if (!att_parser_is(parser, TOKEN_NAME)) {
    return att_parser_fail(parser, parser->at, "a prefix is expected");
  }
  const Slice name = parser->tokens.items[parser->at].text;
  if (name.start[name.length - 1] != ':' ||
      memchr(name.start, ':', name.length - 1) != NULL) {
    return att_parser_fail(parser, parser->at, "a prefix is expected");
  }
  parser->at++;
  prefix.name = att_slice_part(name, 0, name.length - 1);
  TRY(att_parse_iri_text(parser, &prefix.space));
  return LIST_PUSH(parser->arena, &parser->query.prefixes, prefix);
}

static AttStatus
prologue_parse(Parser* parser) {
  for (;;) {
    if (att_parser_take_word(parser, "PREFIX")) {
      TRY(prefix_parse(parser));
    } else if (att_parser_take_word(parser, "BASE")) {
      TRY(att_parse_iri_text(parser, &parser->query.base));
    } else {
      return ATT_OK;
    }
  }
}

static AttStatus
dataset_parse(Parser* parser) {
  while (att_parser_take_word(parser, "FROM")) {
    uint32_t term = 0;
    const bool named = att_parser_take_word(parser, "NAMED");
    if (!att_parser_is_iri(parser)) {
      return att_parser_fail(parser, parser->at, "an IRI is expected");
    }
    TRY(att_parse_term(parser, &term));
    parser->query.has_dataset = true;
    if (named) {
      TRY(LIST_PUSH(parser->arena, &parser->query.from_named, term));
    } else {
      TRY(LIST_PUSH(parser->arena, &parser->query.from, term));
    }
  }
  return ATT_OK;
}

static AttStatus
template_parse(Parser* parser) {
  TriplePatterns triples = { 0 };
  parser->template = true;
  TRY(att_parser_expect(parser, "{"));
  while (!att_parser_take_mark(parser, "}")) {
    TRY(att_parse_triples(parser, &triples));
    if (!att_parser_take_mark(parser, ".") &&
        !att_parser_is_mark(parser, "}")) {
      return att_parser_fail(parser, parser->at, ". or } is expected");
    }
  }
  parser->template = false;
  parser->labels.length = 0;
  parser->query.template.items = triples.items;
  parser->query.template.length = triples.length;
  return ATT_OK;
}

/* CONSTRUCT WHERE { triples }: the template is the pattern. */
static AttStatus
short_construct_parse(Parser* parser) {
  Select* const select = parser->select;
  const size_t at = parser->at;
  TRY(att_parse_where(parser));
  if (select->where->kind != PATTERN_TRIPLES) {
    return att_parser_fail(parser, at, "only triples may stand here");
  }
  for (size_t i = at; i < parser->at; i++) {
    if (parser->tokens.items[i].braces > 1 ||
        att_token_is_word(&parser->tokens, i, "FILTER")) {
      return att_parser_fail(parser, i, "only triples may stand here");
    }
  }
  for (size_t i = 0; i < select->where->triples.length; i++) {
    const TriplePattern* const triple = &select->where->triples.items[i];
    if (triple->path != NULL) {
      return att_parser_fail(parser, at, "no path may stand in a template");
    }
    TRY(LIST_PUSH(parser->arena, &parser->query.template, *triple));
  }
  for (size_t i = 0; i < select->names.length; i++) {
    if (select->names.items[i].length == 0) {
      TRY(att_varset_add(parser->arena, &parser->query.blanks, i));
    }
  }
  return ATT_OK;
}

static AttStatus
construct_parse(Parser* parser) {
  parser->query.form = FORM_CONSTRUCT;
  if (att_parser_is_mark(parser, "{")) {
    TRY(template_parse(parser));
    TRY(dataset_parse(parser));
    return att_parse_where(parser);
  }
  TRY(dataset_parse(parser));
  if (!att_parser_is_word(parser, "WHERE")) {
    return att_parser_fail(parser, parser->at, "{ or WHERE is expected");
  }
  return short_construct_parse(parser);
}

static AttStatus
described_parse(Parser* parser) {
  Select* const select = parser->select;
  select->all = att_parser_take_mark(parser, "*");
  while (!select->all) {
    Operand operand = { NO_VARIABLE, 0 };
    if (att_parser_is(parser, TOKEN_VARIABLE)) {
      TRY(att_parse_variable(parser, &operand.variable));
    } else if (att_parser_is_iri(parser)) {
      TRY(att_parse_term(parser, &operand.term));
    } else {
      break;
    }
    TRY(LIST_PUSH(parser->arena, &parser->query.described, operand));
  }
  return select->all || parser->query.described.length > 0
           ? ATT_OK
           : att_parser_fail(parser, parser->at, "an IRI is expected");
}

static AttStatus
describe_parse(Parser* parser) {
  parser->query.form = FORM_DESCRIBE;
  TRY(described_parse(parser));
  TRY(dataset_parse(parser));
  if (att_parser_is_word(parser, "WHERE") || att_parser_is_mark(parser, "{")) {
    return att_parse_where(parser);
  }
  return att_pattern_new(parser->arena, PATTERN_TRIPLES,
                         &parser->select->where);
}

static AttStatus
form_parse(Parser* parser) {
  if (att_parser_take_word(parser, "SELECT")) {
    parser->query.form = FORM_SELECT;
    TRY(att_parse_columns(parser));
  } else if (att_parser_take_word(parser, "ASK")) {
    parser->query.form = FORM_ASK;
  } else if (att_parser_take_word(parser, "CONSTRUCT")) {
    return construct_parse(parser);
  } else if (att_parser_take_word(parser, "DESCRIBE")) {
    return describe_parse(parser);
  } else {
    return att_parser_fail(parser, parser->at,
                           "SELECT, ASK, CONSTRUCT or DESCRIBE is expected");
  }
  TRY(dataset_parse(parser));
  return att_parse_where(parser);
}

/* DESCRIBE * describes all that has a name. */
static AttStatus
described_all(Parser* parser) {
  const Select* const select = parser->select;
  for (size_t i = 0; parser->query.form == FORM_DESCRIBE && select->all &&
                     i < select->columns.length;
       i++) {
    const Operand operand = { select->columns.items[i].variable, 0 };
    TRY(LIST_PUSH(parser->arena, &parser->query.described, operand));
  }
  return ATT_OK;
}

static AttStatus
text_parse(Parser* parser) {
  TRY(att_tokens_read(parser->arena, parser->text, &parser->tokens));
  if (parser->tokens.length == 0) {
    return att_parser_fail(parser, 0, "it is empty");
  }
  if (parser->tokens.length > TOKEN_LIMIT) {
    return att_parser_fail(parser, TOKEN_LIMIT, "the query is too long");
  }
  TRY(att_select_new(parser, &parser->query.select));
  TRY(prologue_parse(parser));
  TRY(form_parse(parser));
  TRY(att_parse_modifiers(parser));
  TRY(described_all(parser));
  return parser->at == parser->tokens.length
           ? ATT_OK
           : att_parser_fail(parser, parser->at, "nothing more is expected");
}

static bool
hexadecimal(Slice digits, uint32_t* out) {
  *out = 0;
  for (size_t i = 0; i < digits.length; i++) {
    const char c = digits.start[i];
    const char lower = c >= 'A' && c <= 'F' ? (char)(c + 32) : c;
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !(lower >= 'a' && lower <= 'f')) {
      return false;
    }
    *out = *out * 16 + (uint32_t)(digit ? c - '0' : lower - 'a' + 10);
  }
  return *out <= 0x10FFFF && (*out < 0xD800 || *out > 0xDFFF) && *out != 0;
}

/* \u0041 and \U00000041 stand for a character anywhere in a query. */
static AttStatus
characters_decode(Parser* parser, Slice text) {
  char* bytes = NULL;
  size_t length = 0;
  TRY(att_arena_alloc(parser->arena, text.length + 1, &bytes));
  parser->text = text;
  for (size_t i = 0; i < text.length;) {
    const char next = i + 1 < text.length ? text.start[i + 1] : '\0';
    if (text.start[i] != '\\' || (next != 'u' && next != 'U')) {
      const size_t count = text.start[i] == '\\' && next == '\\' ? 2 : 1;
      memcpy(bytes + length, text.start + i, count);
      length += count;
      i += count;
      continue;
    }
    const size_t digits = next == 'u' ? 4 : 8;
    uint32_t code_point = 0;
    if (i + 2 + digits > text.length ||
        !hexadecimal(att_slice_part(text, i + 2, i + 2 + digits),
                     &code_point)) {
      return att_parser_fail(parser, parser->tokens.length,
                             "\\u is followed by no character");
    }
    length += att_utf8_put(code_point, bytes + length);
    i += 2 + digits;
  }
  parser->text = (Slice){ bytes, length };
  return ATT_OK;
}

AttStatus
att_query_parse(const ParseSetting* setting, Slice text, ParsedQuery* out) {
  Parser parser = { .setting = setting,
                    .arena = setting->arena,
                    .query = { .base = setting->base } };
  if (text.length > QUERY_LIMIT) {
    att_report(setting->sink, ATT_ERROR, setting->place,
               "The query is longer than %zu bytes", QUERY_LIMIT);
    return ATT_QUERY;
  }
  TRY(characters_decode(&parser, text));
  TRY(text_parse(&parser));
  *out = parser.query;
  return ATT_OK;
}
