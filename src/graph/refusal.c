/* Refusals: what Redland would answer wrongly, seen in a query's tokens. */
/* SPDX-License-Identifier: MIT */
#include "graph/refusal.h"

#include "graph/question.h"

/* A keyword that is refused wherever it stands, and what to say. */
typedef struct Refusal {
  const char* word;
  const char* reason;
} Refusal;

static const Refusal refusals[] = {
  { "EXISTS",
    "EXISTS is not answered; use the pattern itself, or OPTIONAL with !BOUND "
    "for NOT EXISTS" },
  { "MINUS", "MINUS is not answered; use OPTIONAL with !BOUND" },
  { "DESCRIBE", "DESCRIBE is not answered; use CONSTRUCT" },
  { "SERVICE", "SERVICE is not answered; nothing is fetched" },
  { "LET", "LET is not SPARQL; use BIND" },
  { "EXPLAIN", "EXPLAIN is not SPARQL" },
  { "BINDINGS", "BINDINGS is not SPARQL; use VALUES" },
};

/* What is open at a brace: whether a sub-select, and what of it was seen. */
typedef struct Frame {
  bool select;
  bool aggregates;
  bool grouped;
} Frame;

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
is_aggregate(const Tokens* tokens, size_t at) {
  static const char* const names[] = { "COUNT", "SUM",    "AVG",         "MIN",
                                       "MAX",   "SAMPLE", "GROUP_CONCAT" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (att_token_is_word(tokens, at, names[i])) {
      return att_token_is_mark(tokens, at + 1, "(");
    }
  }
  return false;
}

/* Whether `at` is GROUP of a GROUP BY that computes something. */
static bool
groups_by_expression(const Tokens* tokens, size_t at) {
  size_t i = at + 2;
  while (i < tokens->length && tokens->items[i].kind == TOKEN_VARIABLE) {
    i++;
  }
  return att_token_is_mark(tokens, i, "(") ||
         (i < tokens->length && tokens->items[i].kind != TOKEN_MARK &&
          att_token_is_mark(tokens, i + 1, "("));
}

static const char*
word_refusal(const Tokens* tokens, size_t at) {
  for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
    if (att_token_is_word(tokens, at, refusals[i].word)) {
      return refusals[i].reason;
    }
  }
  if (att_token_is_word(tokens, at, "SEPARATOR") &&
      !(at + 2 < tokens->length &&
        tokens->items[at + 2].text.length == 3 &&
        tokens->items[at + 2].text.start[1] == ' ')) {
    return "GROUP_CONCAT with another separator than a space is not answered; "
           "select the values and join them";
  }
  if (att_token_is_word(tokens, at, "GROUP") &&
      att_token_is_word(tokens, at + 1, "BY") &&
      groups_by_expression(tokens, at)) {
    return "GROUP BY an expression is not answered; BIND it to a variable in a "
           "sub-select and group by that";
  }
  return NULL;
}

static const char*
frame_see(Frame* frame, const Tokens* tokens, size_t at, bool top) {
  if (!frame->select) {
    return NULL;
  }
  if (att_token_is_word(tokens, at, "VALUES")) {
    return "VALUES behind the group is not answered; put it inside the braces";
  }
  frame->aggregates = frame->aggregates || is_aggregate(tokens, at);
  frame->grouped =
    frame->grouped || (att_token_is_word(tokens, at, "GROUP") &&
                       att_token_is_word(tokens, at + 1, "BY"));
  (void)top;
  return NULL;
}

static AttStatus
frames_check(const Tokens* tokens, Place place, const AttSink* sink) {
  Frame frames[BRACKET_LIMIT + 1] = { { .select = true } };
  size_t open = 0;
  for (size_t i = 0; i < tokens->length; i++) {
    if (att_token_is_mark(tokens, i, "{") && open < BRACKET_LIMIT) {
      open++;
      frames[open] =
        (Frame){ .select = att_token_is_word(tokens, i + 1, "SELECT") };
    } else if (att_token_is_mark(tokens, i, "}") && open > 0) {
      const Frame* const frame = &frames[open--];
      if (frame->select && frame->aggregates && !frame->grouped) {
        return refuse(tokens, i, place, sink,
                      "An aggregate in a sub-select without GROUP BY is not "
                      "answered");
      }
    } else {
      const char* const reason =
        frame_see(&frames[open], tokens, i, open == 0);
      if (reason != NULL) {
        return refuse(tokens, i, place, sink, reason);
      }
    }
  }
  return ATT_OK;
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

AttStatus
att_refusal_check(const Tokens* tokens, Place place, const AttSink* sink) {
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
  return frames_check(tokens, place, sink);
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
