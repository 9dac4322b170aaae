/* Guards: comparisons said so that they fail where SPARQL's do. */
/* SPDX-License-Identifier: MIT */
#include "graph/guard.h"

#include "graph/clause.h"

/* An expression that is always an error. */
#define ERROR_EXPRESSION "(\"a\" < 1)"

typedef LIST(char) Text;

typedef struct Guarding {
  Arena* arena;
  const Tokens* tokens;
  Slice query;
  bool booleans;
  Text text;
} Guarding;

/* An operand: its tokens, and what is known of its value. */
typedef enum OperandKind {
  OPERAND_ANY,
  OPERAND_NUMBER,  /* a numeric constant */
  OPERAND_OTHER,   /* another constant */
  OPERAND_COMPUTED /* an aggregate */
} OperandKind;

static AttStatus
put(Guarding* guarding, Slice slice) {
  for (size_t i = 0; i < slice.length; i++) {
    TRY(LIST_PUSH(guarding->arena, &guarding->text, slice.start[i]));
  }
  return ATT_OK;
}

static size_t
begin_of(const Guarding* guarding, size_t at) {
  return at < guarding->tokens->length ? guarding->tokens->items[at].begin
                                       : guarding->query.length;
}

/* Where token `at` ends. */
static size_t
end_of(const Guarding* guarding, size_t at) {
  const Token* const token = &guarding->tokens->items[at];
  return token->begin + token->text.length;
}

/* Token `at` with the space around it, where lines may end. */
static Slice
between(const Guarding* guarding, size_t at) {
  return att_slice_part(guarding->query, end_of(guarding, at - 1),
                        begin_of(guarding, at + 1));
}

static bool
is_any(const Tokens* tokens, size_t at, const char* const* marks,
       size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (att_token_is_mark(tokens, at, marks[i])) {
      return true;
    }
  }
  return false;
}

static bool
is_order(const Tokens* tokens, size_t at) {
  static const char* const marks[] = { "<", ">", "<=", ">=" };
  return is_any(tokens, at, marks, 4);
}

static bool
is_equality(const Tokens* tokens, size_t at) {
  static const char* const marks[] = { "=", "!=" };
  return is_any(tokens, at, marks, 2) &&
         !att_token_is_word(tokens, at - 1, "SEPARATOR");
}

/* What stands between the parts of an expression that may compare. */
static bool
is_boundary(const Tokens* tokens, size_t at) {
  static const char* const marks[] = { "&&", "||", ",", ";", ".", "{", "}" };
  return is_any(tokens, at, marks, 7) || att_token_is_word(tokens, at, "AS") ||
         att_token_is_word(tokens, at, "DISTINCT");
}

static OperandKind
operand_kind(const Tokens* tokens, size_t first, size_t end) {
  static const char* const aggregates[] = { "COUNT", "SUM", "AVG",
                                            "MIN",   "MAX", "SAMPLE" };
  for (size_t i = first; i < end; i++) {
    for (size_t j = 0; j < sizeof aggregates / sizeof *aggregates; j++) {
      if (att_token_is_word(tokens, i, aggregates[j]) &&
          att_token_is_mark(tokens, i + 1, "(")) {
        return OPERAND_COMPUTED;
      }
    }
  }
  const TokenKind kind = tokens->items[first].kind;
  if (end == first + 1 && kind == TOKEN_NUMBER) {
    return OPERAND_NUMBER;
  }
  const bool typed = end == first + 3 && kind == TOKEN_STRING &&
                     att_token_is_mark(tokens, first + 1, "^^");
  return typed || (end == first + 1 && kind == TOKEN_STRING) ? OPERAND_OTHER
                                                             : OPERAND_ANY;
}

static AttStatus
range_put(Guarding* guarding, size_t first, size_t end);

/* name( operand ) and what follows. */
static AttStatus
call_put(Guarding* guarding, const char* name, size_t first, size_t end,
         const char* rest) {
  TRY(put(guarding, att_slice(name)));
  TRY(put(guarding, SLICE("((")));
  TRY(range_put(guarding, first, end));
  TRY(put(guarding, SLICE("))")));
  return put(guarding, att_slice(rest));
}

/* The condition under which an order is told: no text in a language, nor what
 * has none for it is no literal; and numbers with numbers only. */
static AttStatus
order_condition(Guarding* guarding, size_t first, size_t at, size_t end) {
  const OperandKind left = operand_kind(guarding->tokens, first, at);
  const OperandKind right = operand_kind(guarding->tokens, at + 1, end);
  if (left == OPERAND_NUMBER) {
    return call_put(guarding, "isNUMERIC", at + 1, end, "");
  }
  if (right == OPERAND_NUMBER) {
    return call_put(guarding, "isNUMERIC", first, at, "");
  }
  if (left != OPERAND_OTHER) {
    TRY(call_put(guarding, "LANG", first, at, " = \"\" && "));
  }
  if (right != OPERAND_OTHER) {
    TRY(call_put(guarding, "LANG", at + 1, end, " = \"\" && "));
  }
  TRY(call_put(guarding, "isNUMERIC", first, at, " = "));
  return call_put(guarding, "isNUMERIC", at + 1, end, "");
}

/* Whether both operands are booleans, or neither is. */
static AttStatus
booleans_condition(Guarding* guarding, size_t first, size_t at, size_t end) {
  static const char is_boolean[] =
    " = <http://www.w3.org/2001/XMLSchema#boolean>, false)";
  TRY(call_put(guarding, "COALESCE(DATATYPE", first, at, is_boolean));
  TRY(put(guarding, SLICE(" = ")));
  return call_put(guarding, "COALESCE(DATATYPE", at + 1, end, is_boolean);
}

/* Two literals are the same or not if both are booleans, or neither is. */
static AttStatus
equality_condition(Guarding* guarding, size_t first, size_t at, size_t end) {
  TRY(call_put(guarding, "!isLITERAL", first, at, " || "));
  TRY(call_put(guarding, "!isLITERAL", at + 1, end, " || "));
  return booleans_condition(guarding, first, at, end);
}

/* The part [first, end) of an expression, compared at token `at`. */
static AttStatus
comparison_put(Guarding* guarding, size_t first, size_t at, size_t end) {
  const bool order = is_order(guarding->tokens, at);
  TRY(put(guarding, SLICE("IF(")));
  TRY(order ? order_condition(guarding, first, at, end)
            : equality_condition(guarding, first, at, end));
  if (order && guarding->booleans) {
    TRY(put(guarding, SLICE(" && ")));
    TRY(booleans_condition(guarding, first, at, end));
  }
  TRY(put(guarding, SLICE(", ")));
  TRY(range_put(guarding, first, at));
  TRY(put(guarding, between(guarding, at)));
  TRY(range_put(guarding, at + 1, end));
  return put(guarding, SLICE(", " ERROR_EXPRESSION ")"));
}

/* The comparison to guard among the tokens [first, end) that stand at their
 * level, or `end`. */
static size_t
comparison_find(const Guarding* guarding, size_t first, size_t end) {
  const Tokens* const tokens = guarding->tokens;
  const unsigned depth = tokens->items[first].depth;
  for (size_t i = first + 1; i + 1 < end; i++) {
    if (tokens->items[i].depth == depth &&
        (is_order(tokens, i) ||
         (guarding->booleans && is_equality(tokens, i)))) {
      const bool computed =
        operand_kind(tokens, first, i) == OPERAND_COMPUTED ||
        operand_kind(tokens, i + 1, end) == OPERAND_COMPUTED;
      return computed ? end : i;
    }
  }
  return end;
}

/* Whether the words of a call are among `names`. */
static bool
is_call(const Tokens* tokens, size_t at, const char* const* names,
        size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (att_token_is_word(tokens, at, names[i])) {
      return att_token_is_mark(tokens, at + 1, "(");
    }
  }
  return false;
}

/* Behind the first argument of the call at token `at`. */
static size_t
argument_end(const Tokens* tokens, size_t at) {
  const size_t behind = att_clause_behind(tokens, at + 1);
  const unsigned depth = tokens->items[at + 1].depth + 1;
  for (size_t i = at + 2; i + 1 < behind; i++) {
    if (tokens->items[i].depth == depth && att_token_is_mark(tokens, i, ",")) {
      return i;
    }
  }
  return behind - 1;
}

/* Rasqal has no value for what begins behind the end of a text, where SPARQL
 * has an empty one: IF(STRLEN(text) < start, an empty one, */
static AttStatus
length_guard(Guarding* guarding, size_t at, bool* guarded) {
  static const char* const names[] = { "SUBSTR" };
  const Tokens* const tokens = guarding->tokens;
  const size_t end = argument_end(tokens, at);
  if (!is_call(tokens, at, names, 1) || end + 1 >= tokens->length) {
    return ATT_OK;
  }
  TRY(put(guarding, *guarded ? SLICE("") : SLICE("IF(true, ")));
  TRY(put(guarding, SLICE("IF(")));
  TRY(call_put(guarding, "STRLEN", at + 2, end, " < "));
  TRY(put(guarding, tokens->items[end + 1].text));
  TRY(call_put(guarding, ", IF(LANG", at + 2, end, " = \"\", \"\", "));
  TRY(call_put(guarding, "STRLANG(\"\", LANG", at + 2, end, ")), "));
  *guarded = true;
  return ATT_OK;
}

/* Functions that Rasqal computes of numbers and dates too, where SPARQL wants
 * text: for those, IF(the argument is text, */
static AttStatus
text_guard(Guarding* guarding, size_t at, bool* guarded) {
  static const char* const names[] = { "STRLEN", "SUBSTR", "UCASE", "LCASE",
                                       "REGEX" };
  static const char* const texts[] = { "STR",   "LANG",  "SUBSTR",
                                       "UCASE", "LCASE", "CONCAT" };
  const Tokens* const tokens = guarding->tokens;
  const bool constant = tokens->items[at + 2].kind == TOKEN_STRING &&
                        !att_token_is_mark(tokens, at + 3, "^^");
  if (!is_call(tokens, at, names, 5) || constant ||
      is_call(tokens, at + 2, texts, 6)) {
    return ATT_OK;
  }
  const size_t end = argument_end(tokens, at);
  TRY(put(guarding, SLICE("IF(")));
  TRY(call_put(guarding, "COALESCE(LANG", at + 2, end, " != \"\", false) || "));
  TRY(call_put(guarding, "DATATYPE", at + 2, end,
               " = <http://www.w3.org/2001/XMLSchema#string>, "));
  *guarded = true;
  return ATT_OK;
}

/* Rasqal leaves out of CONCAT what has no value, where SPARQL has an error:
 * IF(isLITERAL(?x) && ..., */
static AttStatus
concat_guard(Guarding* guarding, size_t at, bool* guarded) {
  static const char* const names[] = { "CONCAT" };
  const Tokens* const tokens = guarding->tokens;
  if (!is_call(tokens, at, names, 1)) {
    return ATT_OK;
  }
  const size_t behind = att_clause_behind(tokens, at + 1);
  for (size_t i = at + 2; i < behind; i++) {
    if (tokens->items[i].kind == TOKEN_VARIABLE) {
      TRY(put(guarding, *guarded ? SLICE(" && ") : SLICE("IF(")));
      TRY(call_put(guarding, "isLITERAL", i, i + 1, ""));
      *guarded = true;
    }
  }
  return *guarded ? put(guarding, SLICE(", ")) : ATT_OK;
}

/* The token at `*at`, or the call that it begins; leaves `*at` at the last
 * token of it. `*copied` is the byte that the query is copied up to. */
static AttStatus
token_put(Guarding* guarding, size_t* at, size_t end, size_t* copied) {
  const Tokens* const tokens = guarding->tokens;
  const bool call = tokens->items[*at].kind == TOKEN_WORD &&
                    att_token_is_mark(tokens, *at + 1, "(") && *at + 1 < end;
  const size_t open = call ? *at + 1 : *at;
  if (!att_token_is_mark(tokens, open, "(")) {
    return ATT_OK;
  }
  const size_t behind = att_clause_behind(tokens, open);
  const size_t close = behind <= end ? behind - 1 : end;
  bool guarded = false;
  const bool measured = call && att_token_is_word(tokens, *at, "SUBSTR");
  TRY(put(guarding,
          att_slice_part(guarding->query, *copied, begin_of(guarding, *at))));
  if (call && behind <= end) {
    TRY(text_guard(guarding, *at, &guarded));
    TRY(length_guard(guarding, *at, &guarded));
    TRY(concat_guard(guarding, *at, &guarded));
  }
  TRY(put(guarding, att_slice_part(guarding->query, begin_of(guarding, *at),
                                   begin_of(guarding, open + 1))));
  TRY(range_put(guarding, open + 1, close));
  *copied = close > open + 1 ? end_of(guarding, close - 1)
                             : begin_of(guarding, open + 1);
  *at = close > open ? close - 1 : open;
  if (guarded && close < end) {
    TRY(put(guarding,
            att_slice_part(guarding->query, *copied, end_of(guarding, close))));
    TRY(put(guarding, measured ? SLICE(")") : SLICE("")));
    TRY(put(guarding, SLICE(", " ERROR_EXPRESSION ")")));
    *copied = end_of(guarding, close);
    *at = close;
  }
  return ATT_OK;
}

/* A part without boundaries at its level. */
static AttStatus
part_put(Guarding* guarding, size_t first, size_t end, bool expression) {
  if (first >= end) {
    return ATT_OK;
  }
  const size_t at = expression ? comparison_find(guarding, first, end) : end;
  if (at < end) {
    return comparison_put(guarding, first, at, end);
  }
  size_t copied = begin_of(guarding, first);
  for (size_t i = first; i < end; i++) {
    TRY(token_put(guarding, &i, end, &copied));
  }
  const size_t stop = end_of(guarding, end - 1);
  return copied < stop
           ? put(guarding, att_slice_part(guarding->query, copied, stop))
           : ATT_OK;
}

/* The tokens [first, end), which stand within parentheses. */
static AttStatus
range_put(Guarding* guarding, size_t first, size_t end) {
  const Tokens* const tokens = guarding->tokens;
  if (first >= end) {
    return ATT_OK;
  }
  const unsigned depth = tokens->items[first].depth;
  size_t part = first;
  for (size_t i = first; i < end; i++) {
    if (tokens->items[i].depth == depth && is_boundary(tokens, i)) {
      TRY(part_put(guarding, part, i, true));
      TRY(put(guarding, between(guarding, i)));
      part = i + 1;
    }
  }
  return part_put(guarding, part, end, true);
}

AttStatus
att_guard(Arena* arena, const Tokens* tokens, Slice query, bool booleans,
          Slice* out) {
  Guarding guarding = {
    .arena = arena, .tokens = tokens, .query = query, .booleans = booleans
  };
  TRY(part_put(&guarding, 0, tokens->length, false));
  TRY(LIST_PUSH(arena, &guarding.text, '\0'));
  *out = (Slice){ guarding.text.items, guarding.text.length - 1 };
  return ATT_OK;
}
