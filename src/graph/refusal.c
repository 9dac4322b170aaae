/* Refusals: what Redland would answer wrongly, seen in a query's words. */
/* SPDX-License-Identifier: MIT */
#include "graph/refusal.h"

#include "graph/grouping.h"

/* A keyword that is refused wherever it stands, and what to say. */
typedef struct Refusal {
  const char* word;
  const char* reason;
} Refusal;

static const Refusal refusals[] = {
  { "EXISTS",
    "EXISTS is not answered; use the pattern itself, or OPTIONAL with !BOUND "
    "in place of NOT EXISTS" },
  { "MINUS", "MINUS is not answered; use OPTIONAL with !BOUND" },
  { "DESCRIBE", "DESCRIBE is not answered; use CONSTRUCT" },
  { "SERVICE", "SERVICE is not answered; nothing is fetched" },
  { "LET", "LET is not SPARQL; use BIND" },
  { "EXPLAIN", "EXPLAIN is not SPARQL" },
  { "BINDINGS", "BINDINGS is not SPARQL; use VALUES" },
};

static AttStatus
refuse(const Tokens* tokens, size_t at, Place place, const AttSink* sink,
       const char* reason) {
  if (at < tokens->length) {
    place.line = tokens->items[at].line;
  }
  att_report(sink, ATT_ERROR, place, "%s", reason);
  return ATT_QUERY;
}

static bool
counts_distinct(const Tokens* tokens) {
  for (size_t i = 0; i + 2 < tokens->length; i++) {
    if (att_token_is_word(tokens, i, "COUNT") &&
        att_token_is_word(tokens, i + 2, "DISTINCT")) {
      return true;
    }
  }
  return false;
}

static const char*
word_refusal(const Tokens* tokens, size_t at) {
  for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
    if (att_token_is_word(tokens, at, refusals[i].word)) {
      return refusals[i].reason;
    }
  }
  const bool space = at + 2 < tokens->length &&
                     tokens->items[at + 2].text.length == 3 &&
                     tokens->items[at + 2].text.start[1] == ' ';
  if (att_token_is_word(tokens, at, "SEPARATOR") && !space) {
    return "GROUP_CONCAT is answered with a space for a separator only; "
           "select the values and join them";
  }
  if (att_token_is_word(tokens, at, "COUNT") &&
      att_token_is_word(tokens, at + 2, "DISTINCT") &&
      att_token_is_mark(tokens, at + 3, "*")) {
    return "COUNT(DISTINCT *) is not answered; count a sub-select of DISTINCT "
           "rows";
  }
  if (att_token_is_word(tokens, at, "HAVING") && counts_distinct(tokens)) {
    return "HAVING beside COUNT(DISTINCT ...) is not answered; count in a "
           "sub-select and FILTER";
  }
  return NULL;
}

/* Where the prologue ends. */
static size_t
verb_find(const Tokens* tokens) {
  size_t at = 0;
  for (;;) {
    if (att_token_is_word(tokens, at, "PREFIX")) {
      at += 3;
    } else if (att_token_is_word(tokens, at, "BASE")) {
      at += 2;
    } else {
      return at;
    }
  }
}

static AttStatus
limits_check(const Tokens* tokens, Place place, const AttSink* sink) {
  if (tokens->length == 0) {
    return refuse(tokens, 0, place, sink, "The query is empty");
  }
  if (tokens->length > TOKEN_LIMIT) {
    return refuse(tokens, TOKEN_LIMIT, place, sink, "The query is too long");
  }
  for (size_t i = 0; i < tokens->length; i++) {
    if (tokens->items[i].depth > BRACKET_LIMIT) {
      return refuse(tokens, i, place, sink, "Brackets are open too deep");
    }
  }
  return ATT_OK;
}

/* A second VALUES behind a group, and those that aggregates come before. */
static AttStatus
values_check(const Clauses* clauses, Place place, const AttSink* sink) {
  const Tokens* const tokens = &clauses->tokens;
  size_t before = CLAUSE_NONE;
  for (size_t i = 0; i < tokens->length; i++) {
    const size_t group = clauses->group_of[i];
    if (!att_token_is_word(tokens, i, "VALUES") ||
        clauses->groups.items[group].kind != GROUP_SELECT) {
      continue;
    }
    if (att_grouping_aggregates(clauses, group) || group == before) {
      return refuse(tokens, i, place, sink,
                    "VALUES behind aggregates is not answered; put it inside "
                    "the braces");
    }
    before = group;
  }
  return ATT_OK;
}

AttStatus
att_refusal_check(const Clauses* clauses, Place place, const AttSink* sink) {
  const Tokens* const tokens = &clauses->tokens;
  TRY(limits_check(tokens, place, sink));
  for (size_t i = 0; i < tokens->length; i++) {
    const char* const reason = word_refusal(tokens, i);
    if (reason != NULL) {
      return refuse(tokens, i, place, sink, reason);
    }
  }
  const size_t verb = verb_find(tokens);
  if (!att_token_is_word(tokens, verb, "SELECT") &&
      !att_token_is_word(tokens, verb, "ASK") &&
      !att_token_is_word(tokens, verb, "CONSTRUCT")) {
    return refuse(tokens, verb, place, sink,
                  "SELECT, ASK or CONSTRUCT is expected");
  }
  return values_check(clauses, place, sink);
}

/* Whether token `at` may end a step of a path. */
static bool
is_step(const Tokens* tokens, size_t at) {
  const TokenKind kind = tokens->items[at].kind;
  return kind == TOKEN_IRI || kind == TOKEN_NAME ||
         att_token_is_word(tokens, at, "A") ||
         att_token_is_mark(tokens, at, ")");
}

bool
att_refusal_is_path(const Tokens* tokens, size_t* at) {
  static const char* const operators[] = { "/", "|", "*", "+", "?" };
  for (size_t i = 1; i < tokens->length; i++) {
    bool found = att_token_is_mark(tokens, i, "^");
    for (size_t j = 0; j < sizeof operators / sizeof *operators; j++) {
      found = found || (att_token_is_mark(tokens, i, operators[j]) &&
                        is_step(tokens, i - 1));
    }
    if (found && tokens->items[i].braces > 0) {
      *at = i;
      return true;
    }
  }
  return false;
}
