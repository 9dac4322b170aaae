/* Grouping: the aggregates of a query, and what they may stand beside. */
/* SPDX-License-Identifier: MIT */
#include "graph/grouping.h"

#include "graph/scope.h"
#include "graph/shape.h"

typedef struct Grouping {
  const Clauses* clauses;
  size_t select;
  size_t group_by; /* the token behind GROUP BY, or CLAUSE_NONE */
  Place place;
  const AttSink* sink;
} Grouping;

/* The next token of the select itself that is `word`, from `at` on. */
static size_t
word_find(const Clauses* clauses, size_t select, size_t at, const char* word) {
  const Group* const group = &clauses->groups.items[select];
  for (size_t i = at; i < group->close; i++) {
    if (clauses->group_of[i] == select &&
        att_token_is_word(&clauses->tokens, i, word)) {
      return i;
    }
  }
  return CLAUSE_NONE;
}

size_t
att_grouping_begin(const Clauses* clauses, size_t select) {
  const size_t open = clauses->groups.items[select].open;
  const size_t group = word_find(clauses, select, open + 1, "GROUP");
  const bool found = group != CLAUSE_NONE &&
                     att_token_is_word(&clauses->tokens, group + 1, "BY");
  return found ? group + 2 : CLAUSE_NONE;
}

size_t
att_grouping_next(const Clauses* clauses, size_t at) {
  const Tokens* const tokens = &clauses->tokens;
  if (at >= tokens->length) {
    return at;
  }
  if (tokens->items[at].kind == TOKEN_VARIABLE) {
    return at + 1;
  }
  if (att_token_is_mark(tokens, at, "(")) {
    return att_clause_behind(tokens, at);
  }
  const bool clause = att_token_is_word(tokens, at, "HAVING") ||
                      att_token_is_word(tokens, at, "ORDER");
  return !clause && att_token_is_mark(tokens, at + 1, "(")
           ? att_clause_behind(tokens, at + 1)
           : at;
}

bool
att_grouping_aggregates(const Clauses* clauses, size_t select) {
  for (size_t i = 0; i < clauses->aggregates.length; i++) {
    if (clauses->aggregates.items[i].group == select) {
      return true;
    }
  }
  return att_grouping_begin(clauses, select) != CLAUSE_NONE;
}

static AttStatus
refuse(const Grouping* grouping, size_t at, const char* reason) {
  const Token* const token = &grouping->clauses->tokens.items[at];
  Place place = grouping->place;
  place.line = token->line;
  att_report(grouping->sink, ATT_ERROR, place, "%.*s %s",
             (int)(token->text.length < 100 ? token->text.length : 100),
             token->text.start, reason);
  return ATT_QUERY;
}

static bool
is_aggregated(const Grouping* grouping, size_t at) {
  for (size_t i = 0; i < grouping->clauses->aggregates.length; i++) {
    const Clause* const clause = &grouping->clauses->aggregates.items[i];
    if (at > clause->word && at < clause->end) {
      return true;
    }
  }
  return false;
}

static bool
is_grouped(const Grouping* grouping, Slice name) {
  size_t at = grouping->group_by;
  while (at != CLAUSE_NONE) {
    const size_t next = att_grouping_next(grouping->clauses, at);
    if (next == at) {
      return false;
    }
    const Slice text = grouping->clauses->tokens.items[at].text;
    if (att_slice_equals(att_slice_part(text, 1, text.length), name)) {
      return true;
    }
    at = next;
  }
  return false;
}

/* Whether ( ... AS ?name ) stands before token `end` of the select. */
static bool
is_given(const Grouping* grouping, size_t end, Slice name) {
  const Clauses* const clauses = grouping->clauses;
  const Group* const group = &clauses->groups.items[grouping->select];
  for (size_t i = group->open + 2; i < end && i < group->close; i++) {
    const Token* const token = &clauses->tokens.items[i];
    if (clauses->group_of[i] == grouping->select &&
        token->kind == TOKEN_VARIABLE &&
        att_token_is_word(&clauses->tokens, i - 1, "AS") &&
        att_slice_equals(att_slice_part(token->text, 1, token->text.length),
                         name)) {
      return true;
    }
  }
  return false;
}

static AttStatus
variables_check(const Grouping* grouping) {
  const Clauses* const clauses = grouping->clauses;
  const Group* const group = &clauses->groups.items[grouping->select];
  for (size_t i = group->open + 1; i < group->close; i++) {
    const Token* const token = &clauses->tokens.items[i];
    if (clauses->group_of[i] != grouping->select ||
        token->kind != TOKEN_VARIABLE || is_aggregated(grouping, i) ||
        att_token_is_word(&clauses->tokens, i - 1, "AS")) {
      continue;
    }
    const Slice name = att_slice_part(token->text, 1, token->text.length);
    if (!is_grouped(grouping, name) && !is_given(grouping, i, name)) {
      return refuse(grouping, i, "is neither grouped by nor aggregated");
    }
  }
  return ATT_OK;
}

/* Rasqal computes aggregates for SELECT and HAVING, not for ORDER BY. */
static AttStatus
order_check(const Grouping* grouping) {
  const Clauses* const clauses = grouping->clauses;
  const size_t open = clauses->groups.items[grouping->select].open;
  const size_t order = word_find(clauses, grouping->select, open + 1, "ORDER");
  for (size_t i = 0; i < clauses->aggregates.length; i++) {
    const Clause* const clause = &clauses->aggregates.items[i];
    if (clause->group == grouping->select && order != CLAUSE_NONE &&
        clause->word > order) {
      return refuse(grouping, clause->word,
                    "in ORDER BY is not answered; select it AS a variable and "
                    "order by that");
    }
  }
  return ATT_OK;
}

/* Columns of our own would keep rows apart that DISTINCT makes one. */
static AttStatus
distinct_check(const Grouping* grouping) {
  const Clauses* const clauses = grouping->clauses;
  const size_t open = clauses->groups.items[grouping->select].open;
  const size_t distinct =
    word_find(clauses, grouping->select, open + 1, "DISTINCT");
  for (size_t i = 0; distinct != CLAUSE_NONE && i < clauses->tokens.length;
       i++) {
    if (clauses->group_of[i] == grouping->select &&
        att_slice_starts(clauses->tokens.items[i].text,
                         SLICE("?" OWN_VARIABLE)) &&
        att_token_is_word(&clauses->tokens, distinct - 1, "SELECT")) {
      return refuse(grouping, distinct,
                    "with an aggregate in HAVING that is not selected is not "
                    "answered; select it");
    }
  }
  return ATT_OK;
}

static AttStatus
select_check(const Grouping* grouping) {
  const Clauses* const clauses = grouping->clauses;
  const size_t open = clauses->groups.items[grouping->select].open;
  const size_t having =
    word_find(clauses, grouping->select, open + 1, "HAVING");
  if (!att_grouping_aggregates(clauses, grouping->select)) {
    return having == CLAUSE_NONE
             ? ATT_OK
             : refuse(grouping, having, "stands without GROUP BY");
  }
  if (att_scope_is_star(clauses, grouping->select)) {
    return refuse(grouping, open + 1, "* cannot be grouped");
  }
  if (having != CLAUSE_NONE &&
      att_clause_behind(&clauses->tokens, having + 1) <
        clauses->tokens.length &&
      att_token_is_mark(&clauses->tokens,
                        att_clause_behind(&clauses->tokens, having + 1), "(")) {
    return refuse(grouping, having,
                  "with several conditions is not answered; join them by &&");
  }
  TRY(variables_check(grouping));
  TRY(distinct_check(grouping));
  return order_check(grouping);
}

AttStatus
att_grouping_check(const Clauses* clauses, Place place, const AttSink* sink) {
  for (size_t i = 0; i < clauses->groups.length; i++) {
    if (clauses->groups.items[i].kind == GROUP_SELECT) {
      const Grouping grouping = { .clauses = clauses,
                                  .select = i,
                                  .group_by = att_grouping_begin(clauses, i),
                                  .place = place,
                                  .sink = sink };
      TRY(select_check(&grouping));
    }
  }
  for (size_t i = 0; i < clauses->aggregates.length; i++) {
    const Clause* const clause = &clauses->aggregates.items[i];
    if (clauses->groups.items[clause->group].kind != GROUP_SELECT) {
      const Grouping grouping = { clauses, 0, CLAUSE_NONE, place, sink };
      return refuse(&grouping, clause->word,
                    "stands outside SELECT and HAVING");
    }
  }
  return ATT_OK;
}
