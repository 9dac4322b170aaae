/* Tokens of a SPARQL query: what must be known of it before it is parsed. */
/* SPDX-License-Identifier: MIT */
#include "graph/token.h"

/* A query being read. */
typedef struct Lexer {
  Slice text;
  size_t at;
  unsigned line;
  unsigned braces;
  unsigned depth;
} Lexer;

static char
byte_at(const Lexer* lexer, size_t at) {
  return at < lexer->text.length ? lexer->text.start[at] : '\0';
}

static bool
is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (unsigned char)c >= 0x80;
}

static bool
is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool
is_name(char c) {
  return is_letter(c) || is_digit(c) || c == '-';
}

static void
space_skip(Lexer* lexer) {
  while (lexer->at < lexer->text.length) {
    const char c = byte_at(lexer, lexer->at);
    if (c == '#') {
      while (lexer->at < lexer->text.length &&
             byte_at(lexer, lexer->at) != '\n' &&
             byte_at(lexer, lexer->at) != '\r') {
        lexer->at++;
      }
    } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
      lexer->line += c == '\n';
      lexer->at++;
    } else {
      return;
    }
  }
}

/* Where the IRI that `from` starts ends, or `from` if it is no IRI. */
static size_t
iri_end(const Lexer* lexer, size_t from) {
  size_t at = from + 1;
  while (at < lexer->text.length) {
    const char c = byte_at(lexer, at);
    if (c == '>') {
      return at + 1;
    }
    if ((unsigned char)c <= ' ' || strchr("<\"{}|^`", c) != NULL) {
      return from;
    }
    at++;
  }
  return from;
}

static size_t
string_end(const Lexer* lexer, size_t from) {
  const char quote = byte_at(lexer, from);
  const bool is_long =
    byte_at(lexer, from + 1) == quote && byte_at(lexer, from + 2) == quote;
  size_t at = from + (is_long ? 3 : 1);
  while (at < lexer->text.length) {
    const char c = byte_at(lexer, at);
    if (c == '\\') {
      at++;
    } else if (c == quote && !is_long) {
      return at + 1;
    } else if (c == quote && byte_at(lexer, at + 1) == quote &&
               byte_at(lexer, at + 2) == quote) {
      return at + 3;
    }
    at++;
  }
  return lexer->text.length;
}

static size_t
names_skip(const Lexer* lexer, size_t at, const char* also) {
  while (at < lexer->text.length) {
    const char c = byte_at(lexer, at);
    if (c == '\\' && at + 1 < lexer->text.length && strchr(also, c) != NULL) {
      at++;
    } else if (!is_name(c) && strchr(also, c) == NULL) {
      break;
    }
    at++;
  }
  return at;
}

/* A full stop ends a sentence, not a name. */
static size_t
stops_leave(const Lexer* lexer, size_t from, size_t at) {
  while (at > from && byte_at(lexer, at - 1) == '.' &&
         (at < from + 2 || byte_at(lexer, at - 2) != '\\')) {
    at--;
  }
  return at;
}

/* A word, or a name with a prefix. */
static size_t
word_end(const Lexer* lexer, size_t from, TokenKind* kind) {
  const size_t prefix = names_skip(lexer, from, ".");
  if (byte_at(lexer, prefix) != ':') {
    *kind = TOKEN_WORD;
    const size_t end = names_skip(lexer, from, "");
    size_t at = from;
    while (at < end && byte_at(lexer, at) != '-') {
      at++;
    }
    return at;
  }
  *kind = TOKEN_NAME;
  return stops_leave(lexer, prefix + 1, names_skip(lexer, prefix + 1, ".:%\\"));
}

static size_t
number_end(const Lexer* lexer, size_t from) {
  size_t at = from;
  while (is_digit(byte_at(lexer, at))) {
    at++;
  }
  if (byte_at(lexer, at) == '.' && is_digit(byte_at(lexer, at + 1))) {
    at++;
    while (is_digit(byte_at(lexer, at))) {
      at++;
    }
  }
  const char exponent = byte_at(lexer, at);
  if (exponent == 'e' || exponent == 'E') {
    const char sign = byte_at(lexer, at + 1);
    size_t digits = at + (sign == '+' || sign == '-' ? 2 : 1);
    if (is_digit(byte_at(lexer, digits))) {
      at = digits;
      while (is_digit(byte_at(lexer, at))) {
        at++;
      }
    }
  }
  return at;
}

static size_t
mark_end(const Lexer* lexer, size_t from) {
  static const char* const pairs[] = { "&&", "||", "!=", "<=", ">=", "^^" };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    if (byte_at(lexer, from) == pairs[i][0] &&
        byte_at(lexer, from + 1) == pairs[i][1]) {
      return from + 2;
    }
  }
  return from + 1;
}

static size_t
token_end(const Lexer* lexer, TokenKind* kind) {
  const size_t from = lexer->at;
  const char c = byte_at(lexer, from);
  const char next = byte_at(lexer, from + 1);
  if (c == '<' && iri_end(lexer, from) > from) {
    *kind = TOKEN_IRI;
    return iri_end(lexer, from);
  }
  if (c == '"' || c == '\'') {
    *kind = TOKEN_STRING;
    return string_end(lexer, from);
  }
  if ((c == '?' || c == '$') && (is_letter(next) || is_digit(next))) {
    *kind = TOKEN_VARIABLE;
    size_t at = from + 1;
    while (is_letter(byte_at(lexer, at)) || is_digit(byte_at(lexer, at))) {
      at++;
    }
    return at;
  }
  if (c == '@' && is_letter(next)) {
    *kind = TOKEN_LANGUAGE;
    return names_skip(lexer, from + 1, "");
  }
  if (c == '_' && next == ':') {
    *kind = TOKEN_BLANK;
    return stops_leave(lexer, from + 2, names_skip(lexer, from + 2, "."));
  }
  if (is_digit(c) || (c == '.' && is_digit(next))) {
    *kind = TOKEN_NUMBER;
    return number_end(lexer, from);
  }
  if (is_letter(c) || c == ':') {
    return word_end(lexer, from, kind);
  }
  *kind = TOKEN_MARK;
  return mark_end(lexer, from);
}

/* Opens and closes brackets, and counts the lines of a string. */
static void
token_leave(Lexer* lexer, const Token* token) {
  for (size_t i = 0; i < token->text.length; i++) {
    lexer->line += token->text.start[i] == '\n';
  }
  if (token->kind != TOKEN_MARK) {
    return;
  }
  const char c = token->text.start[0];
  if (c == '{' || c == '(' || c == '[') {
    lexer->depth++;
    lexer->braces += c == '{';
  } else if (c == '}' || c == ')' || c == ']') {
    lexer->depth -= lexer->depth > 0;
    lexer->braces -= c == '}' && lexer->braces > 0;
  }
}

AttStatus
att_tokens_read(Arena* arena, Slice query, Tokens* out) {
  Lexer lexer = { .text = query, .line = 1 };
  Tokens tokens = { 0 };
  space_skip(&lexer);
  while (lexer.at < query.length) {
    Token token = { .begin = lexer.at,
                    .line = lexer.line,
                    .braces = lexer.braces,
                    .depth = lexer.depth };
    const size_t end = token_end(&lexer, &token.kind);
    token.text = att_slice_part(query, lexer.at, end);
    TRY(LIST_PUSH(arena, &tokens, token));
    token_leave(&lexer, &token);
    lexer.at = end;
    space_skip(&lexer);
  }
  *out = tokens;
  return ATT_OK;
}

bool
att_token_is_word(const Tokens* tokens, size_t at, const char* word) {
  if (at >= tokens->length || tokens->items[at].kind != TOKEN_WORD) {
    return false;
  }
  const Slice text = tokens->items[at].text;
  if (text.length != strlen(word)) {
    return false;
  }
  for (size_t i = 0; i < text.length; i++) {
    const char c = text.start[i];
    const char upper = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
    if (upper != word[i]) {
      return false;
    }
  }
  return true;
}

bool
att_token_is_mark(const Tokens* tokens, size_t at, const char* mark) {
  return at < tokens->length && tokens->items[at].kind == TOKEN_MARK &&
         att_slice_is(tokens->items[at].text, mark);
}
