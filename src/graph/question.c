/* A question: a SPARQL query read as far as is needed to hand it to Redland. */
/* SPDX-License-Identifier: MIT */
#include "graph/question.h"

#include "graph/refusal.h"

/* The text for Redland, as it grows. */
typedef LIST(char) Text;

static AttStatus
text_add(Arena* arena, Text* text, Slice slice) {
  for (size_t i = 0; i < slice.length; i++) {
    TRY(LIST_PUSH(arena, text, slice.start[i]));
  }
  return ATT_OK;
}

static bool
is_declared(const Prefixes* prefixes, Slice name) {
  for (size_t i = 0; i < prefixes->length; i++) {
    if (att_slice_equals(prefixes->items[i].name, name)) {
      return true;
    }
  }
  return false;
}

/* The part of a name before its colon. */
static Slice
prefix_of(Slice name) {
  size_t length = 0;
  while (name.start[length] != ':') {
    length++;
  }
  return att_slice_part(name, 0, length);
}

static AttStatus
prefixes_read(Arena* arena, const Tokens* tokens, Prefixes* out) {
  for (size_t i = 0; i + 2 < tokens->length; i++) {
    const Token* const name = &tokens->items[i + 1];
    const Token* const space = &tokens->items[i + 2];
    if (att_token_is_word(tokens, i, "PREFIX") && name->kind == TOKEN_NAME &&
        space->kind == TOKEN_IRI) {
      const Prefix prefix = {
        prefix_of(name->text),
        att_slice_part(space->text, 1, space->text.length - 1)
      };
      TRY(LIST_PUSH(arena, out, prefix));
    }
  }
  return ATT_OK;
}

static bool
is_used(const Tokens* tokens, Slice prefix) {
  for (size_t i = 0; i < tokens->length; i++) {
    if (tokens->items[i].kind == TOKEN_NAME &&
        att_slice_equals(prefix_of(tokens->items[i].text), prefix)) {
      return true;
    }
  }
  return false;
}

/* On one line, so that lines are counted as the asker does. */
static AttStatus
prefixes_declare(Arena* arena, const Question* question, Text* text) {
  size_t count = 0;
  const Prefix* const known = att_prefixes_known(&count);
  for (size_t i = 0; i < count; i++) {
    if (is_used(&question->tokens, known[i].name) &&
        !is_declared(&question->prefixes, known[i].name)) {
      TRY(text_add(arena, text, SLICE("PREFIX ")));
      TRY(text_add(arena, text, known[i].name));
      TRY(text_add(arena, text, SLICE(": <")));
      TRY(text_add(arena, text, known[i].space));
      TRY(text_add(arena, text, SLICE("> ")));
    }
  }
  return ATT_OK;
}

/* The tokens of one value of a VALUES block. */
static size_t
value_length(const Tokens* tokens, size_t at) {
  const TokenKind kind = tokens->items[at].kind;
  if (kind == TOKEN_MARK) {
    return at + 1 < tokens->length ? 2 : 1;
  }
  if (kind != TOKEN_STRING || at + 1 >= tokens->length) {
    return 1;
  }
  if (tokens->items[at + 1].kind == TOKEN_LANGUAGE) {
    return 2;
  }
  return att_token_is_mark(tokens, at + 1, "^^") && at + 2 < tokens->length ? 3
                                                                            : 1;
}

/* Whether `at` is VALUES ?x {, the form with one variable. */
static bool
is_short_values(const Tokens* tokens, size_t at) {
  return att_token_is_word(tokens, at, "VALUES") && at + 1 < tokens->length &&
         tokens->items[at + 1].kind == TOKEN_VARIABLE &&
         att_token_is_mark(tokens, at + 2, "{");
}

static Slice
token_span(const Question* question, Slice query, size_t first, size_t end) {
  const Token* const last = &question->tokens.items[end - 1];
  return att_slice_part(query, question->tokens.items[first].begin,
                        last->begin + last->text.length);
}

/* VALUES (?x) { (1) (2) } for VALUES ?x { 1 2 }: Rasqal takes the short form
 * for something else. Leaves `*at` at the closing brace. */
static AttStatus
values_write(Arena* arena, const Question* question, Slice query, size_t* at,
             Text* text) {
  const Tokens* const tokens = &question->tokens;
  TRY(text_add(arena, text, SLICE(" VALUES (")));
  TRY(text_add(arena, text, tokens->items[*at + 1].text));
  TRY(text_add(arena, text, SLICE(") {")));
  size_t i = *at + 3;
  while (i < tokens->length && !att_token_is_mark(tokens, i, "}")) {
    const size_t length = value_length(tokens, i);
    TRY(text_add(arena, text, SLICE(" (")));
    TRY(text_add(arena, text, token_span(question, query, i, i + length)));
    TRY(text_add(arena, text, SLICE(")")));
    i += length;
  }
  *at = i;
  return ATT_OK;
}

static AttStatus
text_write(Arena* arena, const char* query, Question* question) {
  const Slice whole = att_slice(query);
  const Tokens* const tokens = &question->tokens;
  Text text = { 0 };
  TRY(prefixes_declare(arena, question, &text));
  size_t copied = 0;
  for (size_t i = 0; i < tokens->length; i++) {
    if (is_short_values(tokens, i)) {
      TRY(text_add(arena, &text,
                   att_slice_part(whole, copied, tokens->items[i].begin)));
      TRY(values_write(arena, question, whole, &i, &text));
      copied = i < tokens->length ? tokens->items[i].begin : whole.length;
    }
  }
  TRY(text_add(arena, &text, att_slice_part(whole, copied, whole.length)));
  TRY(LIST_PUSH(arena, &text, '\0'));
  question->text = (Slice){ text.items, text.length - 1 };
  return ATT_OK;
}

static EmptyColumn
empty_column(const Tokens* tokens, size_t at) {
  /* ( COUNT ( ... ) AS ?v ) with nothing behind the aggregate. */
  const unsigned depth = tokens->items[at].depth;
  size_t end = at + 2;
  while (end < tokens->length && !(att_token_is_mark(tokens, end, ")") &&
                                   tokens->items[end].depth == depth + 2)) {
    end++;
  }
  if (!att_token_is_mark(tokens, at + 2, "(") ||
      !att_token_is_word(tokens, end + 1, "AS")) {
    return EMPTY_UNKNOWN;
  }
  if (att_token_is_word(tokens, at + 1, "COUNT") ||
      att_token_is_word(tokens, at + 1, "SUM") ||
      att_token_is_word(tokens, at + 1, "AVG")) {
    return EMPTY_ZERO;
  }
  if (att_token_is_word(tokens, at + 1, "GROUP_CONCAT")) {
    return EMPTY_TEXT;
  }
  const bool unbound = att_token_is_word(tokens, at + 1, "MIN") ||
                       att_token_is_word(tokens, at + 1, "MAX") ||
                       att_token_is_word(tokens, at + 1, "SAMPLE");
  return unbound ? EMPTY_UNBOUND : EMPTY_UNKNOWN;
}

/* What the outermost SELECT does: whether it aggregates without GROUP BY, and
 * into which columns. */
static AttStatus
columns_read(Arena* arena, Question* question) {
  static const char* const aggregates[] = {
    "COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT"
  };
  const Tokens* const tokens = &question->tokens;
  bool modified = false;
  for (size_t i = 0; i < tokens->length; i++) {
    if (tokens->items[i].braces > 0) {
      continue;
    }
    for (size_t j = 0; j < sizeof aggregates / sizeof *aggregates; j++) {
      question->one_row =
        question->one_row || att_token_is_word(tokens, i, aggregates[j]);
    }
    modified = modified || att_token_is_word(tokens, i, "HAVING") ||
               att_token_is_word(tokens, i, "LIMIT") ||
               att_token_is_word(tokens, i, "OFFSET");
    if (att_token_is_word(tokens, i, "GROUP")) {
      question->one_row = false;
      return ATT_OK;
    }
  }
  for (size_t i = 0; question->one_row && i < tokens->length &&
                     !att_token_is_mark(tokens, i, "{");
       i++) {
    if (att_token_is_mark(tokens, i, "(") && tokens->items[i].depth == 0) {
      const EmptyColumn column =
        modified ? EMPTY_UNKNOWN : empty_column(tokens, i);
      TRY(LIST_PUSH(arena, &question->empty, column));
    }
  }
  return ATT_OK;
}

AttStatus
att_question_read(Arena* arena, const char* query, Place place,
                  const AttSink* sink, Question* out) {
  const Slice text = att_slice(query);
  if (text.length > QUERY_LIMIT) {
    att_report(sink, ATT_ERROR, place, "The query is longer than %zu bytes",
               QUERY_LIMIT);
    return ATT_QUERY;
  }
  Question question = { 0 };
  TRY(att_tokens_read(arena, text, &question.tokens));
  TRY(att_refusal_check(&question.tokens, place, sink));
  TRY(prefixes_read(arena, &question.tokens, &question.prefixes));
  TRY(text_write(arena, query, &question));
  TRY(columns_read(arena, &question));
  *out = question;
  return ATT_OK;
}
