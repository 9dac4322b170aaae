/* Functions: which calls of a query Rasqal does not answer rightly. */
/* SPDX-License-Identifier: MIT */
#include "graph/function.h"

/* Rasqal computes with C ints. */
#define INTEGER_LIMIT ((uint64_t)INT32_MAX)

/* Two factors below this make a product that fits. */
#define FACTOR_LIMIT ((uint64_t)46340)

/* A few terms below this make a sum that fits. */
#define TERM_LIMIT (INTEGER_LIMIT / 8)

#define ARGUMENT_LIMIT 4

/* A call: its name, and the tokens of its arguments. */
typedef struct Call {
  size_t word;
  size_t first[ARGUMENT_LIMIT]; /* of each argument */
  size_t end[ARGUMENT_LIMIT];   /* behind each argument */
  size_t count;                 /* more than the limit are counted, not kept */
} Call;

typedef struct Checking {
  const Clauses* clauses;
  const Tokens* tokens;
  const AttGraph* graph;
  LiteralFacts facts;
  bool facts_known; /* they take a walk over all terms */
  Place place;
  const AttSink* sink;
} Checking;

static AttStatus
refuse(const Checking* checking, size_t at, const char* reason) {
  const Token* const token = &checking->tokens->items[at];
  Place place = checking->place;
  place.line = token->line;
  att_report(checking->sink, ATT_ERROR, place, "%.*s %s",
             (int)(token->text.length < 100 ? token->text.length : 100),
             token->text.start, reason);
  return ATT_QUERY;
}

/* The graph's facts, and the query's own strings and numbers. */
static const LiteralFacts*
facts(Checking* checking) {
  if (checking->facts_known) {
    return &checking->facts;
  }
  LiteralFacts found = att_facts_of(checking->graph);
  for (size_t i = 0; i < checking->tokens->length; i++) {
    const Token* const token = &checking->tokens->items[i];
    if (token->kind == TOKEN_STRING) {
      found.foreign = found.foreign || att_is_foreign(token->text) ||
                      memchr(token->text.start, '\\', token->text.length);
      found.astral = found.astral || att_is_foreign(token->text);
    } else if (att_token_is_word(checking->tokens, i, "TRUE") ||
               att_token_is_word(checking->tokens, i, "FALSE")) {
      found.booleans = true;
    } else if (token->kind == TOKEN_NUMBER) {
      const uint64_t magnitude = att_magnitude(token->text);
      found.largest = magnitude > found.largest ? magnitude : found.largest;
    }
  }
  checking->facts = found;
  checking->facts_known = true;
  return &checking->facts;
}

static Call
call_of(const Tokens* tokens, size_t word) {
  const size_t open = word + 1;
  const unsigned depth = tokens->items[open].depth + 1;
  const size_t behind = att_clause_behind(tokens, open);
  Call call = { .word = word };
  size_t first = open + 1;
  for (size_t i = open + 1; i < behind; i++) {
    const bool end = i + 1 == behind;
    if (end || (att_token_is_mark(tokens, i, ",") &&
                tokens->items[i].depth == depth)) {
      if (call.count < ARGUMENT_LIMIT) {
        call.first[call.count] = first;
        call.end[call.count] = i;
      }
      call.count += !end || i > open + 1;
      first = i + 1;
    }
  }
  return call;
}

/* The constant string that an argument is, without its quotation marks. */
static bool
constant_of(const Tokens* tokens, const Call* call, size_t argument,
            Slice* out) {
  if (argument >= call->count || argument >= ARGUMENT_LIMIT ||
      call->end[argument] != call->first[argument] + 1) {
    return false;
  }
  const Token* const token = &tokens->items[call->first[argument]];
  if (token->kind != TOKEN_STRING) {
    return false;
  }
  const Slice text = token->text;
  const bool is_long = text.length >= 6 && text.start[1] == text.start[0] &&
                       text.start[2] == text.start[0];
  const size_t quotes = is_long ? 3 : 1;
  if (text.length < 2 * quotes) {
    return false;
  }
  *out = att_slice_part(text, quotes, text.length - quotes);
  return true;
}

/* An escape keeps its meaning if it makes a mark plain. A backslash was
 * doubled in the query. */
static bool
is_escape_safe(Slice pattern, size_t at) {
  return at + 2 < pattern.length && pattern.start[at + 1] == '\\' &&
         memchr(".*+?()|^$[]{}", pattern.start[at + 2], 13) != NULL;
}

/* Behind a class of plain bytes and ranges that opens at `at`; 0 if it is
 * more. */
static size_t
class_behind(Slice pattern, size_t at) {
  for (size_t i = at + 1; i < pattern.length; i++) {
    const char c = pattern.start[i];
    if (c == ']' && i > at + 1) {
      return i + 1;
    }
    if (c == '[' || c == ']' || c == '\\' || c == '&') {
      return 0;
    }
  }
  return 0;
}

static bool
is_count(char c) {
  return c == '*' || c == '+' || c == '?' || c == '{';
}

/* Whether Rasqal's expressions, which are POSIX's and know bytes only, read
 * `pattern` as SPARQL's do. */
static bool
is_pattern_safe(Slice pattern, const LiteralFacts* facts) {
  const bool foreign = facts->foreign;
  size_t i = 0;
  while (i < pattern.length) {
    const char c = pattern.start[i];
    const char next = i + 1 < pattern.length ? pattern.start[i + 1] : '\0';
    size_t length = 1;
    if (c == '\\') {
      length = is_escape_safe(pattern, i) ? 3 : 0;
    } else if (c == '[') {
      length = class_behind(pattern, i);
      length = foreign || length == 0 ? 0 : length - i;
    } else if ((c == '(' && next == '?') || (is_count(c) && is_count(next)) ||
               (c == '}' && is_count(next)) ||
               ((unsigned char)c >= 0x80 && is_count(next)) ||
               (c == '{' && foreign)) {
      length = 0;
    } else if (c == '.') {
      const bool many = next == '*' || next == '+';
      length = facts->lines || (foreign && !many) ? 0 : 1;
    }
    if (length == 0) {
      return false;
    }
    i += length;
  }
  return true;
}

static AttStatus
regex_check(Checking* checking, const Call* call) {
  Slice pattern = SLICE("");
  Slice flags = SLICE("");
  if (call->count > 2 && (!constant_of(checking->tokens, call, 2, &flags) ||
                          (flags.length > 0 && !att_slice_is(flags, "i")))) {
    return refuse(checking, call->word,
                  "is answered with the flag \"i\" or none only");
  }
  if (!constant_of(checking->tokens, call, 1, &pattern)) {
    return refuse(checking, call->word,
                  "is answered with a constant pattern only; use CONTAINS, "
                  "STRSTARTS or STRENDS");
  }
  if (att_is_foreign(pattern) && flags.length > 0) {
    return refuse(checking, call->word,
                  "with the flag \"i\" is answered for ASCII patterns only");
  }
  if (!is_pattern_safe(pattern, facts(checking))) {
    return refuse(checking, call->word,
                  "with this pattern would be misread; use CONTAINS, or plain "
                  "text with ^ $ ( | ) .* and .+");
  }
  return ATT_OK;
}

static bool
is_filter(const Clauses* clauses, size_t at) {
  for (size_t i = 0; i < clauses->filters.length; i++) {
    if (at > clauses->filters.items[i].word &&
        at < clauses->filters.items[i].end) {
      return true;
    }
  }
  return false;
}

/* Whether DATATYPE need not know what Rasqal does not: it is asked of what
 * arithmetic gives, or is an operand of = where an error does no harm, in a
 * filter without negation or choice. */
static bool
is_datatype_safe(Checking* checking, const Call* call) {
  const Tokens* const tokens = checking->tokens;
  const size_t behind = att_clause_behind(tokens, call->word + 1);
  for (size_t i = call->word + 2; i + 1 < behind; i++) {
    if (att_token_is_mark(tokens, i, "+") ||
        att_token_is_mark(tokens, i, "*")) {
      return true;
    }
  }
  if (facts(checking)->aliased) {
    return false;
  }
  if (!facts(checking)->tagged) {
    return true;
  }
  bool harmless = is_filter(checking->clauses, call->word) &&
                  (att_token_is_mark(tokens, behind, "=") ||
                   att_token_is_mark(tokens, call->word - 1, "="));
  for (size_t i = 0; i < tokens->length; i++) {
    harmless = harmless && !att_token_is_mark(tokens, i, "!") &&
               !att_token_is_word(tokens, i, "IF") &&
               !att_token_is_word(tokens, i, "COALESCE");
  }
  return harmless;
}

static bool
is_any(const Tokens* tokens, size_t at, const char* const* words,
       size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (att_token_is_word(tokens, at, words[i])) {
      return true;
    }
  }
  return false;
}

/* Whether the argument is one token, and with it a language or a type. */
static bool
is_simple(const Tokens* tokens, const Call* call, size_t argument) {
  if (argument >= call->count || argument >= ARGUMENT_LIMIT) {
    return false;
  }
  const size_t first = call->first[argument];
  const size_t end = call->end[argument];
  const TokenKind kind = tokens->items[first].kind;
  return (kind == TOKEN_VARIABLE && end == first + 1) ||
         (kind == TOKEN_STRING && end <= first + 3);
}

/* Rasqal frees a computed argument of these before it reads it. */
static AttStatus
lifetime_check(Checking* checking, const Call* call) {
  static const char* const names[] = { "CONCAT", "STRBEFORE", "STRAFTER" };
  if (!is_any(checking->tokens, call->word, names, 3)) {
    return ATT_OK;
  }
  bool simple = call->count <= ARGUMENT_LIMIT;
  for (size_t i = 0; i < call->count && i < ARGUMENT_LIMIT; i++) {
    simple = simple && is_simple(checking->tokens, call, i);
  }
  return simple ? ATT_OK
                : refuse(checking, call->word,
                         "is answered for variables and strings only; BIND "
                         "computed values to variables before");
}

/* Rasqal counts other than SPARQL does where a text begins before its first
 * character, or has no length. */
static AttStatus
substring_check(Checking* checking, const Call* call) {
  const Tokens* const tokens = checking->tokens;
  bool plain = call->count == 2 || call->count == 3;
  for (size_t i = 1; plain && i < call->count; i++) {
    const size_t first = call->first[i];
    plain = call->end[i] == first + 1 &&
            tokens->items[first].kind == TOKEN_NUMBER &&
            att_magnitude(tokens->items[first].text) > 0;
  }
  return plain ? ATT_OK
               : refuse(checking, call->word,
                        "is answered with numbers from 1 on only, such as "
                        "SUBSTR(?text, 1, 4)");
}

/* A cast or a function with a name: only casts that Rasqal makes as SPARQL
 * does are known. */
static AttStatus
named_check(Checking* checking, size_t at) {
  static const char* const types[] = { "string", "integer", "decimal", "double",
                                       "float",  "boolean", "dateTime" };
  const Tokens* const tokens = checking->tokens;
  const Clauses* const clauses = checking->clauses;
  const bool expression =
    clauses->in_expression[at] ||
    clauses->groups.items[clauses->group_of[at]].kind == GROUP_SELECT;
  if (!expression || !att_token_is_mark(tokens, at + 1, "(")) {
    return ATT_OK;
  }
  const Slice name = tokens->items[at].text;
  const Call call = call_of(tokens, at);
  const bool text =
    call.count == 1 && (tokens->items[call.first[0]].kind == TOKEN_STRING ||
                        att_token_is_word(tokens, call.first[0], "STR"));
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    if (att_slice_ends(name, att_slice(types[i])) && (text || i == 0)) {
      return ATT_OK;
    }
    if (att_slice_ends(name, att_slice(types[i]))) {
      return refuse(checking, at,
                    "is answered for strings only; use STR(...) within it");
    }
  }
  return refuse(checking, at, "is no function that is known");
}

/* Ranges of languages, which are compared for one tag at a time. */
static AttStatus
language_check(const Checking* checking, const Call* call) {
  const Tokens* const tokens = checking->tokens;
  const size_t word = call->word;
  if (att_token_is_word(tokens, word, "LANGMATCHES") &&
      !att_token_is_word(tokens, word + 2, "LANG") &&
      (tokens->items[word + 2].kind != TOKEN_STRING ||
       !att_token_is_mark(tokens, word + 3, ","))) {
    return refuse(checking, word, "is answered for LANG(...) only");
  }
  return ATT_OK;
}

/* Functions of letters, of dates, and of IRIs. */
static AttStatus
call_check(Checking* checking, const Call* call) {
  static const char* const cases[] = { "UCASE", "LCASE" };
  static const char* const dates[] = { "YEAR", "MONTH", "DAY" };
  static const char* const parts[] = { "SUBSTR", "STRLEN" };
  static const char* const iris[] = { "IRI", "URI" };
  const Tokens* const tokens = checking->tokens;
  const size_t word = call->word;
  if (is_any(tokens, word, cases, 2) && facts(checking)->foreign) {
    return refuse(checking, word,
                  "leaves letters outside ASCII as they are; compare as they "
                  "are written");
  }
  if (is_any(tokens, word, dates, 3) && facts(checking)->dated) {
    return refuse(checking, word,
                  "has no value for an xsd:date; use SUBSTR(STR(?date), 1, 4) "
                  "and the like");
  }
  if (is_any(tokens, word, parts, 2) && facts(checking)->astral) {
    return refuse(checking, word,
                  "miscounts characters beyond U+FFFF, which the graph has");
  }
  if (is_any(tokens, word, iris, 2) && call->count == 1 &&
      tokens->items[call->first[0]].kind != TOKEN_STRING &&
      tokens->items[call->first[0]].kind != TOKEN_WORD) {
    return refuse(checking, word,
                  "is answered for strings only; use IRI(STR(...))");
  }
  TRY(language_check(checking, call));
  TRY(lifetime_check(checking, call));
  if (att_token_is_word(tokens, word, "SUBSTR")) {
    return substring_check(checking, call);
  }
  if (att_token_is_word(tokens, word, "REGEX")) {
    return regex_check(checking, call);
  }
  if (att_token_is_word(tokens, word, "REPLACE")) {
    return refuse(checking, word,
                  "is not answered; use STRBEFORE, STRAFTER and CONCAT");
  }
  if (att_token_is_word(tokens, word, "BNODE") && call->count > 0) {
    return refuse(checking, word, "with an argument is not answered");
  }
  if (att_token_is_word(tokens, word, "ISNUMERIC") &&
      (!is_simple(tokens, call, 0) || facts(checking)->booleans)) {
    return refuse(checking, word,
                  "may take booleans for numbers; use "
                  "DATATYPE");
  }
  if (att_token_is_word(tokens, word, "DATATYPE") &&
      !is_datatype_safe(checking, call)) {
    return refuse(checking, word,
                  "is not answered for all literals of the graph; compare it "
                  "by = in a FILTER, or use LANG");
  }
  return ATT_OK;
}

/* Sums of C ints: whether they may overflow. */
static AttStatus
sum_check(Checking* checking, size_t at) {
  const LiteralFacts* const known = facts(checking);
  const uint64_t most =
    known->quads == 0 ? INTEGER_LIMIT : INTEGER_LIMIT / known->quads;
  return known->largest > most
           ? refuse(checking, at,
                    "may pass 2147483647 with the integers of the graph, "
                    "which is not answered")
           : ATT_OK;
}

/* Whether the mark at `at` stands between two operands. */
static bool
is_operator(const Checking* checking, size_t at) {
  const Tokens* const tokens = checking->tokens;
  const TokenKind before = tokens->items[at - 1].kind;
  return before == TOKEN_VARIABLE || before == TOKEN_NUMBER ||
         att_token_is_word(tokens, at - 1, "TRUE") ||
         att_token_is_word(tokens, at - 1, "FALSE") ||
         att_token_is_mark(tokens, at - 1, ")");
}

static AttStatus
operator_check(Checking* checking, size_t at) {
  const Tokens* const tokens = checking->tokens;
  const bool product = att_token_is_mark(tokens, at, "*");
  if (!product && !att_token_is_mark(tokens, at, "+") &&
      !att_token_is_mark(tokens, at, "-")) {
    return ATT_OK;
  }
  if (!is_operator(checking, at)) {
    return ATT_OK;
  }
  if (att_token_is_word(tokens, at - 1, "TRUE") ||
      att_token_is_word(tokens, at - 1, "FALSE") ||
      att_token_is_word(tokens, at + 1, "TRUE") ||
      att_token_is_word(tokens, at + 1, "FALSE")) {
    return refuse(checking, at, "would take a boolean for a number");
  }
  const LiteralFacts* const known = facts(checking);
  return known->largest > (product ? FACTOR_LIMIT : TERM_LIMIT)
           ? refuse(checking, at,
                    "with integers as large as the graph's or the query's may "
                    "pass 2147483647, which is not answered")
           : ATT_OK;
}

AttStatus
att_functions_check(const Clauses* clauses, const AttGraph* graph, Place place,
                    const AttSink* sink) {
  Checking checking = { .clauses = clauses,
                        .tokens = &clauses->tokens,
                        .graph = graph,
                        .place = place,
                        .sink = sink };
  const Tokens* const tokens = &clauses->tokens;
  for (size_t i = 1; i < tokens->length; i++) {
    if (tokens->items[i].kind == TOKEN_WORD &&
        att_token_is_mark(tokens, i + 1, "(")) {
      const Call call = call_of(tokens, i);
      TRY(call_check(&checking, &call));
    } else if (tokens->items[i].kind == TOKEN_NAME ||
               tokens->items[i].kind == TOKEN_IRI) {
      TRY(named_check(&checking, i));
    } else if (tokens->items[i].kind == TOKEN_MARK) {
      TRY(operator_check(&checking, i));
    }
  }
  for (size_t i = 0; i < clauses->aggregates.length; i++) {
    const size_t word = clauses->aggregates.items[i].word;
    if (att_token_is_word(tokens, word, "SUM") ||
        att_token_is_word(tokens, word, "AVG")) {
      TRY(sum_check(&checking, word));
    }
  }
  return ATT_OK;
}
