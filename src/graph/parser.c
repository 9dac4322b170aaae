/* A query being parsed: what the parts of the parser share. */
/* SPDX-License-Identifier: MIT */
#include "graph/parser.h"

/* Groups and expressions within each other: deeper than anybody writes, and
 * far from the end of the stack. */
#define DEPTH_LIMIT 200

static size_t
column_of(const Parser* parser, size_t begin) {
  size_t column = 1;
  for (size_t i = 0; i < begin && i < parser->text.length; i++) {
    const char c = parser->text.start[i];
    column = c == '\n' ? 1 : column + (((unsigned char)c & 0xC0) != 0x80);
  }
  return column;
}

AttStatus
att_parser_fail(const Parser* parser, size_t at, const char* reason) {
  const ParseSetting* const setting = parser->setting;
  Place place = setting->place;
  if (at >= parser->tokens.length) {
    place.line = 1;
    for (size_t i = 0; i < parser->text.length; i++) {
      place.line += parser->text.start[i] == '\n';
    }
    att_report(setting->sink, ATT_ERROR, place,
               "The query is not understood at its end: %s", reason);
    return ATT_QUERY;
  }
  const Token* const token = &parser->tokens.items[at];
  place.line = token->line;
  int length = token->text.length < 60 ? (int)token->text.length : 60;
  for (int i = 0; i < length; i++) {
    length = token->text.start[i] == '\n' ? i : length;
  }
  att_report(setting->sink, ATT_ERROR, place,
             "The query is not understood at column %zu, \"%.*s\": %s",
             column_of(parser, token->begin), length, token->text.start,
             reason);
  return ATT_QUERY;
}

bool
att_parser_is_word(const Parser* parser, const char* word) {
  return att_token_is_word(&parser->tokens, parser->at, word);
}

bool
att_parser_is_mark(const Parser* parser, const char* mark) {
  return att_token_is_mark(&parser->tokens, parser->at, mark);
}

bool
att_parser_is(const Parser* parser, TokenKind kind) {
  return parser->at < parser->tokens.length &&
         parser->tokens.items[parser->at].kind == kind;
}

bool
att_parser_take_word(Parser* parser, const char* word) {
  const bool found = att_parser_is_word(parser, word);
  parser->at += found;
  return found;
}

bool
att_parser_take_mark(Parser* parser, const char* mark) {
  const bool found = att_parser_is_mark(parser, mark);
  parser->at += found;
  return found;
}

AttStatus
att_parser_expect(Parser* parser, const char* mark) {
  if (att_parser_take_mark(parser, mark)) {
    return ATT_OK;
  }
  char reason[40];
  (void)snprintf(reason, sizeof reason, "%s is expected", mark);
  return att_parser_fail(parser, parser->at, reason);
}

AttStatus
att_parser_enter(Parser* parser) {
  if (parser->depth >= DEPTH_LIMIT) {
    return att_parser_fail(parser, parser->at, "brackets are open too deep");
  }
  parser->depth++;
  return ATT_OK;
}

AttStatus
att_parser_variable_new(Parser* parser, size_t* out) {
  *out = parser->select->names.length;
  return LIST_PUSH(parser->arena, &parser->select->names, SLICE(""));
}

AttStatus
att_parse_variable(Parser* parser, size_t* out) {
  if (!att_parser_is(parser, TOKEN_VARIABLE)) {
    return att_parser_fail(parser, parser->at, "a variable is expected");
  }
  Slice name = parser->tokens.items[parser->at++].text;
  name = att_slice_part(name, 1, name.length);
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
