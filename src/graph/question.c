/* A question: a SPARQL query read as far as is needed to hand it to Redland. */
/* SPDX-License-Identifier: MIT */
#include "graph/question.h"

#include "graph/function.h"
#include "graph/grouping.h"
#include "graph/guard.h"
#include "graph/refusal.h"
#include "graph/rewrite.h"
#include "graph/scope.h"

static AttStatus
prefixes_read(Arena* arena, const Tokens* tokens, Prefixes* out) {
  for (size_t i = 0; i + 2 < tokens->length; i++) {
    const Slice name = tokens->items[i + 1].text;
    const Slice space = tokens->items[i + 2].text;
    if (att_token_is_word(tokens, i, "PREFIX") &&
        tokens->items[i + 1].kind == TOKEN_NAME &&
        tokens->items[i + 2].kind == TOKEN_IRI) {
      const Prefix prefix = { att_slice_part(name, 0, name.length - 1),
                              att_slice_part(space, 1, space.length - 1) };
      TRY(LIST_PUSH(arena, out, prefix));
    }
  }
  return ATT_OK;
}

/* What ( COUNT(...) AS ?v ) at token `at` is over nothing. */
static EmptyColumn
empty_column(const Clauses* clauses, size_t at) {
  const Tokens* const tokens = &clauses->tokens;
  if (!att_token_is_mark(tokens, at + 2, "(") ||
      !att_token_is_word(tokens, att_clause_behind(tokens, at + 2), "AS")) {
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

/* Whether the rows of the query are counted after they are made. */
static bool
is_sliced(const Clauses* clauses) {
  for (size_t i = 0; i < clauses->tokens.length; i++) {
    if (clauses->group_of[i] == 0 &&
        (att_token_is_word(&clauses->tokens, i, "HAVING") ||
         att_token_is_word(&clauses->tokens, i, "LIMIT") ||
         att_token_is_word(&clauses->tokens, i, "OFFSET"))) {
      return true;
    }
  }
  return false;
}

static AttStatus
columns_read(Arena* arena, Question* question) {
  const Clauses* const clauses = &question->clauses;
  question->one_row = att_grouping_aggregates(clauses, 0) &&
                      att_grouping_begin(clauses, 0) == CLAUSE_NONE;
  const bool sliced = is_sliced(clauses);
  for (size_t i = 0; question->one_row && i < clauses->tokens.length; i++) {
    if (clauses->group_of[i] == 0 &&
        att_token_is_mark(&clauses->tokens, i, "(") &&
        clauses->tokens.items[i].depth == 0) {
      const EmptyColumn column =
        sliced ? EMPTY_UNKNOWN : empty_column(clauses, i);
      TRY(LIST_PUSH(arena, &question->empty, column));
    }
  }
  return ATT_OK;
}

/* Whether equality may meet a boolean: the walk over all terms is made only
 * where something is compared. */
static bool
has_booleans(const Tokens* tokens, const AttGraph* graph) {
  bool compares = false;
  for (size_t i = 0; i < tokens->length; i++) {
    if (att_token_is_word(tokens, i, "TRUE") ||
        att_token_is_word(tokens, i, "FALSE")) {
      return true;
    }
    const Slice text = tokens->items[i].text;
    compares = compares || (tokens->items[i].kind == TOKEN_MARK &&
                            memchr("=<>!", text.start[0], 4) != NULL);
  }
  return compares && att_facts_of(graph).booleans;
}

/* The text for Redland: guarded, shaped, then rewritten. */
static AttStatus
text_make(Arena* arena, Slice text, const AttGraph* graph, Question* question) {
  const Tokens* const tokens = &question->clauses.tokens;
  Slice guarded;
  Slice shaped;
  Clauses clauses;
  TRY(att_guard(arena, tokens, text, has_booleans(tokens, graph), &guarded));
  TRY(att_clauses_read(arena, guarded, &clauses));
  TRY(att_shape(arena, &clauses, guarded, &shaped));
  TRY(att_clauses_read(arena, shaped, &clauses));
  return att_rewrite(arena, &clauses, shaped, &question->prefixes,
                     &question->text);
}

AttStatus
att_question_read(Arena* arena, const char* query, const AttGraph* graph,
                  Place place, const AttSink* sink, Question* out) {
  const Slice text = att_slice(query);
  if (text.length > QUERY_LIMIT) {
    att_report(sink, ATT_ERROR, place, "The query is longer than %zu bytes",
               QUERY_LIMIT);
    return ATT_QUERY;
  }
  Question question = { 0 };
  TRY(att_clauses_read(arena, text, &question.clauses));
  const Clauses* const clauses = &question.clauses;
  TRY(att_refusal_check(clauses, place, sink));
  TRY(att_scope_check(clauses, place, sink));
  TRY(att_functions_check(clauses, graph, place, sink));
  TRY(prefixes_read(arena, &clauses->tokens, &question.prefixes));
  TRY(text_make(arena, text, graph, &question));
  Clauses rewritten;
  TRY(att_clauses_read(arena, question.text, &rewritten));
  TRY(att_grouping_check(&rewritten, place, sink));
  TRY(att_probes_read(arena, &rewritten, question.text, &question.probes));
  TRY(columns_read(arena, &question));
  *out = question;
  return ATT_OK;
}
