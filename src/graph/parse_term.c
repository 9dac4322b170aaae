/* Parsing the terms of a query: IRIs, strings, numbers. */
/* SPDX-License-Identifier: MIT */
#include "base/iri.h"
#include "base/utf8.h"
#include "graph/parser.h"
#include "graph/query_iri.h"

#define XSD_SPACE "http://www.w3.org/2001/XMLSchema#"

static Slice
text_at(const Parser* parser) {
  return parser->tokens.items[parser->at].text;
}

bool
att_parser_is_iri(const Parser* parser) {
  return att_parser_is(parser, TOKEN_IRI) || att_parser_is(parser, TOKEN_NAME);
}

AttStatus
att_parse_iri_text(Parser* parser, Slice* out) {
  if (!att_parser_is(parser, TOKEN_IRI)) {
    return att_parser_fail(parser, parser->at, "an IRI is expected");
  }
  const Slice text = text_at(parser);
  parser->at++;
  return att_query_iri_resolve(parser->arena, parser->query.base,
                               att_slice_part(text, 1, text.length - 1), out);
}

static bool
is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
         (c >= 'A' && c <= 'F');
}

/* The local part of a name, its backslashes taken away. */
static AttStatus
local_read(Parser* parser, Slice local, char* out, size_t* length) {
  if (local.length > 0 && strchr("-", local.start[0]) != NULL) {
    return att_parser_fail(parser, parser->at, "no name begins so");
  }
  for (size_t i = 0; i < local.length; i++) {
    char c = local.start[i];
    if (c == '%' &&
        !(i + 2 < local.length && is_hexadecimal(local.start[i + 1]) &&
          is_hexadecimal(local.start[i + 2]))) {
      return att_parser_fail(parser, parser->at,
                             "two hexadecimal digits are expected behind %");
    }
    if (c == '\\') {
      c = ++i < local.length ? local.start[i] : '\0';
      if (c == '\0' || strchr("_~.-!$&'()*+,;=/?#@%", c) == NULL) {
        return att_parser_fail(parser, parser->at, "no such escape is known");
      }
    }
    out[(*length)++] = c;
  }
  return ATT_OK;
}

static const Prefix*
prefix_find(const Parser* parser, Slice name) {
  const Prefixes* const declared = &parser->query.prefixes;
  for (size_t i = declared->length; i-- > 0;) {
    if (att_slice_equals(declared->items[i].name, name)) {
      return &declared->items[i];
    }
  }
  size_t count = 0;
  const Prefix* const known = att_prefixes_known(&count);
  for (size_t i = 0; i < count; i++) {
    if (att_slice_equals(known[i].name, name)) {
      return &known[i];
    }
  }
  return NULL;
}

static AttStatus
name_read(Parser* parser, Slice* out) {
  const Slice text = text_at(parser);
  size_t colon = 0;
  while (text.start[colon] != ':') {
    colon++;
  }
  const Prefix* const prefix =
    prefix_find(parser, att_slice_part(text, 0, colon));
  if (prefix == NULL) {
    return att_parser_fail(parser, parser->at, "its prefix is not declared");
  }
  const Slice local = att_slice_part(text, colon + 1, text.length);
  char* bytes = NULL;
  size_t length = prefix->space.length;
  TRY(att_arena_alloc(parser->arena, length + local.length + 1, &bytes));
  memcpy(bytes, prefix->space.start, length);
  TRY(local_read(parser, local, bytes, &length));
  parser->at++;
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

AttStatus
att_parse_iri(Parser* parser, Slice* out) {
  return att_parser_is(parser, TOKEN_NAME) ? name_read(parser, out)
                                           : att_parse_iri_text(parser, out);
}

static char
escaped(char c) {
  static const char escapes[][2] = { { 't', '\t' },  { 'b', '\b' },
                                     { 'n', '\n' },  { 'r', '\r' },
                                     { 'f', '\f' },  { '"', '"' },
                                     { '\'', '\'' }, { '\\', '\\' } };
  for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
    if (escapes[i][0] == c) {
      return escapes[i][1];
    }
  }
  return '\0';
}

AttStatus
att_parse_string(Parser* parser, Slice* out) {
  if (!att_parser_is(parser, TOKEN_STRING)) {
    return att_parser_fail(parser, parser->at, "a string is expected");
  }
  const Slice text = text_at(parser);
  const bool is_long = text.length >= 6 && text.start[1] == text.start[0] &&
                       text.start[2] == text.start[0];
  const size_t quotes = is_long ? 3 : 1;
  if (text.length < 2 * quotes ||
      text.start[text.length - 1] != text.start[0]) {
    return att_parser_fail(parser, parser->at, "a string does not end");
  }
  const Slice inner = att_slice_part(text, quotes, text.length - quotes);
  char* bytes = NULL;
  size_t length = 0;
  TRY(att_arena_alloc(parser->arena, inner.length + 1, &bytes));
  for (size_t i = 0; i < inner.length; i++) {
    char c = inner.start[i];
    if (!is_long && (c == '\n' || c == '\r')) {
      return att_parser_fail(parser, parser->at, "a string does not end");
    }
    if (c == '\\') {
      c = ++i < inner.length ? escaped(inner.start[i]) : '\0';
      if (c == '\0') {
        return att_parser_fail(parser, parser->at, "no such escape is known");
      }
    }
    bytes[length++] = c;
  }
  parser->at++;
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

static bool
is_language(Slice tag) {
  bool first = true;
  size_t length = 0;
  for (size_t i = 0; i < tag.length; i++) {
    const char c = tag.start[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '-') {
      if (length == 0) {
        return false;
      }
      first = false;
      length = 0;
    } else if (letter || (!first && c >= '0' && c <= '9')) {
      length++;
    } else {
      return false;
    }
  }
  return length > 0;
}

static AttStatus
text_read(Parser* parser, RdfTerm* term) {
  TRY(att_parse_string(parser, &term->value));
  if (att_parser_is(parser, TOKEN_LANGUAGE)) {
    const Slice tag = text_at(parser);
    term->language = att_slice_part(tag, 1, tag.length);
    if (!is_language(term->language)) {
      return att_parser_fail(parser, parser->at, "a language is expected");
    }
    parser->at++;
  } else if (att_parser_take_mark(parser, "^^")) {
    return att_parse_iri(parser, &term->datatype);
  }
  return ATT_OK;
}

/* The sign before a number stands right before it. */
static bool
is_sign(const Parser* parser) {
  const Tokens* const tokens = &parser->tokens;
  const size_t next = parser->at + 1;
  return (att_parser_is_mark(parser, "-") || att_parser_is_mark(parser, "+")) &&
         next < tokens->length && tokens->items[next].kind == TOKEN_NUMBER &&
         tokens->items[next].begin == tokens->items[parser->at].begin + 1;
}

static AttStatus
number_read(Parser* parser, RdfTerm* term) {
  const Tokens* const tokens = &parser->tokens;
  const size_t sign = is_sign(parser) ? 1 : 0;
  const size_t begin = tokens->items[parser->at].begin;
  const Token* const number = &tokens->items[parser->at + sign];
  const Slice digits = number->text;
  term->value =
    att_slice_part(parser->text, begin, number->begin + digits.length);
  if (memchr(digits.start, 'e', digits.length) != NULL ||
      memchr(digits.start, 'E', digits.length) != NULL) {
    term->datatype = SLICE(XSD_SPACE "double");
  } else if (memchr(digits.start, '.', digits.length) != NULL) {
    term->datatype = SLICE(XSD_SPACE "decimal");
  } else {
    term->datatype = SLICE(XSD_SPACE "integer");
  }
  parser->at += sign + 1;
  return ATT_OK;
}

bool
att_parser_is_literal(const Parser* parser) {
  return att_parser_is(parser, TOKEN_STRING) ||
         att_parser_is(parser, TOKEN_NUMBER) || is_sign(parser) ||
         att_parser_is_word(parser, "TRUE") ||
         att_parser_is_word(parser, "FALSE");
}

AttStatus
att_parse_term(Parser* parser, uint32_t* out) {
  RdfTerm term = { .kind = RDF_LITERAL };
  if (att_parser_is_iri(parser)) {
    term.kind = RDF_IRI;
    TRY(att_parse_iri(parser, &term.value));
  } else if (att_parser_is(parser, TOKEN_STRING)) {
    TRY(text_read(parser, &term));
  } else if (att_parser_is(parser, TOKEN_NUMBER) || is_sign(parser)) {
    TRY(number_read(parser, &term));
  } else if (att_parser_is_literal(parser)) {
    term.value =
      att_parser_is_word(parser, "TRUE") ? SLICE("true") : SLICE("false");
    term.datatype = SLICE(XSD_SPACE "boolean");
    parser->at++;
  } else {
    return att_parser_fail(parser, parser->at, "a term is expected");
  }
  return att_terms_id(parser->setting->terms, term, out);
}

AttStatus
att_parse_count(Parser* parser, size_t* out) {
  size_t count = 0;
  const bool number = att_parser_is(parser, TOKEN_NUMBER);
  const Slice text = number ? text_at(parser) : SLICE("");
  for (size_t i = 0; i < text.length; i++) {
    const char c = text.start[i];
    if (c < '0' || c > '9' || count > SIZE_MAX / 20) {
      return att_parser_fail(parser, parser->at, "a whole number is expected");
    }
    count = count * 10 + (size_t)(c - '0');
  }
  if (!number) {
    return att_parser_fail(parser, parser->at, "a number is expected");
  }
  parser->at++;
  *out = count;
  return ATT_OK;
}
