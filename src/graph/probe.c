/* Probes: questions to ask first, to know whether Rasqal answers rightly. */
/* SPDX-License-Identifier: MIT */
#include "graph/probe.h"

#include "graph/grouping.h"
#include "graph/rewrite.h"

typedef LIST(char) Text;

typedef struct Probing {
  Arena* arena;
  const Clauses* clauses;
  Slice text;
  Probes probes;
} Probing;

static AttStatus
put(Probing* probing, Text* text, Slice slice) {
  for (size_t i = 0; i < slice.length; i++) {
    TRY(LIST_PUSH(probing->arena, text, slice.start[i]));
  }
  return ATT_OK;
}

/* The query's bytes from the beginning of token `first` to that of `end`. */
static Slice
between(const Probing* probing, size_t first, size_t end) {
  const Tokens* const tokens = &probing->clauses->tokens;
  const size_t begin =
    first < tokens->length ? tokens->items[first].begin : probing->text.length;
  const size_t stop =
    end < tokens->length ? tokens->items[end].begin : probing->text.length;
  return begin < stop ? att_slice_part(probing->text, begin, stop) : SLICE("");
}

/* PREFIX and BASE, and what follows FROM. */
static AttStatus
head_put(Probing* probing, Text* text) {
  const Tokens* const tokens = &probing->clauses->tokens;
  size_t verb = 0;
  while (verb < tokens->length && !att_token_is_word(tokens, verb, "SELECT") &&
         !att_token_is_word(tokens, verb, "ASK") &&
         !att_token_is_word(tokens, verb, "CONSTRUCT")) {
    verb++;
  }
  TRY(put(probing, text, between(probing, 0, verb)));
  TRY(put(probing, text, SLICE(" ASK ")));
  for (size_t i = verb; i < tokens->length; i++) {
    if (probing->clauses->group_of[i] == 0 &&
        att_token_is_word(tokens, i, "FROM")) {
      const size_t end =
        att_token_is_word(tokens, i + 1, "NAMED") ? i + 3 : i + 2;
      TRY(put(probing, text, between(probing, i, end)));
      TRY(put(probing, text, SLICE(" ")));
    }
  }
  return ATT_OK;
}

/* The group behind GRAPH that `group` is or stands in, or CLAUSE_NONE. */
static size_t
graph_around(const Clauses* clauses, size_t group) {
  while (group != CLAUSE_NONE && !clauses->groups.items[group].graph) {
    group = clauses->groups.items[group].parent;
  }
  return group;
}

/* ASK { what stands in `group` before token `end`, and `filter` }. */
static AttStatus
probe_add(Probing* probing, Probe probe, size_t group, size_t end,
          Slice filter) {
  const Group* const here = &probing->clauses->groups.items[group];
  const size_t graph = graph_around(probing->clauses, group);
  Text text = { 0 };
  TRY(head_put(probing, &text));
  TRY(put(probing, &text, SLICE("{ ")));
  if (graph != CLAUSE_NONE) {
    const size_t brace = probing->clauses->groups.items[graph].open;
    TRY(put(probing, &text, between(probing, brace - 2, brace + 1)));
  }
  TRY(put(probing, &text, between(probing, here->open + 1, end)));
  TRY(put(probing, &text, filter));
  TRY(put(probing, &text, graph == CLAUSE_NONE ? SLICE(" }") : SLICE(" } }")));
  TRY(LIST_PUSH(probing->arena, &text, '\0'));
  probe.text = (Slice){ text.items, text.length - 1 };
  return LIST_PUSH(probing->arena, &probing->probes, probe);
}

/* FILTER(!COALESCE(test, false)) with the expression in the test. */
static AttStatus
filter_of(Probing* probing, const Clause* clause, bool numeric, Slice* out) {
  const Slice expression = between(probing, clause->first, clause->end);
  Text text = { 0 };
  TRY(put(probing, &text, SLICE(" FILTER(!COALESCE(")));
  TRY(
    put(probing, &text, numeric ? SLICE("isNUMERIC((") : SLICE("isLITERAL((")));
  TRY(put(probing, &text, expression));
  TRY(put(probing, &text, SLICE("))")));
  if (!numeric) {
    TRY(put(probing, &text, SLICE(" = isLITERAL((")));
    TRY(put(probing, &text, expression));
    TRY(put(probing, &text, SLICE("))")));
  }
  TRY(put(probing, &text, SLICE(", false))")));
  *out = (Slice){ text.items, text.length };
  return ATT_OK;
}

/* Whether the expression is one variable that a triple pattern of the group
 * itself binds: it has a value then. */
static bool
is_certain(const Clauses* clauses, const Clause* clause, size_t group) {
  const Tokens* const tokens = &clauses->tokens;
  const Group* const here = &clauses->groups.items[group];
  size_t first = clause->first;
  size_t end = clause->end;
  while (first + 3 < end && att_token_is_word(tokens, first, "COALESCE") &&
         att_clause_behind(tokens, first + 1) == end) {
    first += 2;
    end--;
  }
  if (end != first + 1 || here->open == CLAUSE_NONE ||
      tokens->items[first].kind != TOKEN_VARIABLE) {
    return false;
  }
  const unsigned depth = tokens->items[here->open].depth + 1;
  for (size_t i = here->open + 1; i < here->close; i++) {
    if (tokens->items[i].kind == TOKEN_VARIABLE &&
        tokens->items[i].depth == depth &&
        att_slice_equals(tokens->items[i].text, tokens->items[first].text)) {
      return true;
    }
  }
  return false;
}

#define DATATYPE_IS(type) \
  "COALESCE(DATATYPE(%) = <http://www.w3.org/2001/XMLSchema#" type ">, false)"

/* FILTER(test) with the variable for each % of the test. */
static AttStatus
key_filter(Probing* probing, const char* test, Slice variable, Slice* out) {
  Text text = { 0 };
  TRY(put(probing, &text, SLICE(" FILTER(")));
  for (const char* c = test; *c != '\0'; c++) {
    TRY(put(probing, &text, *c == '%' ? variable : (Slice){ c, 1 }));
  }
  TRY(put(probing, &text, SLICE(")")));
  *out = (Slice){ text.items, text.length };
  return ATT_OK;
}

/* What MIN and MAX can be told of: only values of one of these kinds. */
#define IS_NUMBER "COALESCE(isNUMERIC(%), false) && !" DATATYPE_IS("boolean")
#define IS_STRING "COALESCE(LANG(%) != \"\", false) || " DATATYPE_IS("string")

/* Rasqal takes a number for equal to what it cannot be compared with: values
 * must be all integers, all booleans, or no numbers at all. */
static AttStatus
numbers_probe(Probing* probing, size_t where, Slice value, const char* reason) {
  static const char* const tests[] = {
    "COALESCE(isNUMERIC(%), false) || " DATATYPE_IS("boolean"),
    "COALESCE(isLITERAL(%) || isIRI(%) || isBLANK(%), false) && !" DATATYPE_IS(
      "integer"),
    "COALESCE(isLITERAL(%) || isIRI(%) || isBLANK(%), false) && !" DATATYPE_IS(
      "boolean"),
  };
  const Group* const group = &probing->clauses->groups.items[where];
  for (size_t i = 0; i < 3; i++) {
    Slice filter;
    TRY(key_filter(probing, tests[i], value, &filter));
    const Probe probe = { .kind = i < 2 ? PROBE_GATE : PROBE_HARMFUL,
                          .line =
                            probing->clauses->tokens.items[group->open].line,
                          .reason = reason };
    TRY(probe_add(probing, probe, where, group->close, filter));
  }
  return ATT_OK;
}

/* Rasqal takes IRIs for different at random when it joins distinct values. */
static AttStatus
concat_probe(Probing* probing, const Clause* clause, size_t where) {
  const Tokens* const tokens = &probing->clauses->tokens;
  const Probe probe = {
    .kind = PROBE_HARMFUL,
    .line = tokens->items[clause->word].line,
    .reason = "GROUP_CONCAT(DISTINCT ...) meets IRIs, which is not answered; "
              "use STR(...)"
  };
  Slice filter;
  TRY(key_filter(probing, "!isLITERAL((%))",
                 between(probing, clause->first, clause->end), &filter));
  return probe_add(probing, probe, where,
                   probing->clauses->groups.items[where].close, filter);
}

/* Rasqal has no least and no greatest of values that it cannot compare. */
static AttStatus
extreme_probe(Probing* probing, const Clause* clause, size_t where) {
  static const char* const tests[][2] = {
    { NULL, "!((" IS_NUMBER ") || (" IS_STRING
            ") || " DATATYPE_IS("date") " || " DATATYPE_IS("dateTime") ")" },
    { IS_NUMBER, "!(" IS_NUMBER ")" },
    { IS_STRING, "!(" IS_STRING ")" },
    { DATATYPE_IS("date"), "!" DATATYPE_IS("date") },
  };
  const size_t close = probing->clauses->groups.items[where].close;
  Text text = { 0 };
  TRY(put(probing, &text, SLICE("(")));
  TRY(put(probing, &text, between(probing, clause->first, clause->end)));
  TRY(put(probing, &text, SLICE(")")));
  const Slice value = { text.items, text.length };
  for (size_t i = 0; i < 2 * sizeof tests / sizeof *tests; i++) {
    const char* const test = tests[i / 2][i % 2];
    Probe probe = { 0 };
    Slice filter;
    if (test == NULL) {
      continue;
    }
    probe.kind = i % 2 == 0 ? PROBE_GATE : PROBE_HARMFUL;
    probe.line = probing->clauses->tokens.items[clause->word].line;
    probe.reason = "MIN or MAX meets values of several kinds, or IRIs, which "
                   "is not answered; use ORDER BY and LIMIT";
    TRY(key_filter(probing, test, value, &filter));
    TRY(probe_add(probing, probe, where, close, filter));
  }
  return ATT_OK;
}

static AttStatus
aggregate_probe(Probing* probing, const Clause* clause) {
  const Clauses* const clauses = probing->clauses;
  const Tokens* const tokens = &clauses->tokens;
  const size_t where = att_clause_where(clauses, clause->group);
  const bool numeric = att_token_is_word(tokens, clause->word, "SUM") ||
                       att_token_is_word(tokens, clause->word, "AVG");
  if (where == CLAUSE_NONE || clause->first >= clause->end) {
    return ATT_OK;
  }
  if (att_token_is_word(tokens, clause->word, "MIN") ||
      att_token_is_word(tokens, clause->word, "MAX")) {
    TRY(extreme_probe(probing, clause, where));
  }
  if (att_token_is_word(tokens, clause->word, "GROUP_CONCAT") &&
      att_token_is_word(tokens, clause->first - 1, "DISTINCT")) {
    TRY(concat_probe(probing, clause, where));
  }
  if (att_token_is_mark(tokens, clause->first, "*") ||
      (!numeric && is_certain(clauses, clause, where))) {
    return ATT_OK;
  }
  Slice filter;
  TRY(filter_of(probing, clause, numeric, &filter));
  const Probe probe = {
    .kind = PROBE_HARMFUL,
    .line = tokens->items[clause->word].line,
    .reason = numeric ? "An aggregate meets what is no number, which is not "
                        "answered; leave it out by FILTER(isNUMERIC(...))"
                      : "An aggregate meets rows without a value, which is not "
                        "answered; leave them out by FILTER(BOUND(...))"
  };
  return probe_add(probing, probe, where, clauses->groups.items[where].close,
                   filter);
}

static AttStatus
bind_probe(Probing* probing, const Clause* clause) {
  const Token* const first = &probing->clauses->tokens.items[clause->first];
  if (att_slice_starts(first->text, SLICE("?" OWN_VARIABLE))) {
    return ATT_OK;
  }
  Slice filter;
  TRY(filter_of(probing, clause, false, &filter));
  const Probe probe = {
    .kind = PROBE_HARMFUL,
    .line = probing->clauses->tokens.items[clause->word].line,
    .reason = "BIND meets rows that its expression has no value for, which is "
              "not answered; leave them out by FILTER before it"
  };
  return probe_add(probing, probe, clause->group, clause->word, filter);
}

static AttStatus
key_probe(Probing* probing, size_t select, Slice variable) {
  const size_t where = att_clause_where(probing->clauses, select);
  return numbers_probe(probing, where, variable,
                       "GROUP BY meets numbers beside other values, which is "
                       "not answered; group by STR(...)");
}

static AttStatus
keys_probe(Probing* probing, size_t select) {
  const Clauses* const clauses = probing->clauses;
  size_t at = att_grouping_begin(clauses, select);
  while (at != CLAUSE_NONE &&
         att_clause_where(clauses, select) != CLAUSE_NONE) {
    const size_t next = att_grouping_next(clauses, at);
    if (next == at) {
      return ATT_OK;
    }
    TRY(key_probe(probing, select, clauses->tokens.items[at].text));
    at = next;
  }
  return ATT_OK;
}

static AttStatus
select_probe(Probing* probing, size_t select) {
  const Clauses* const clauses = probing->clauses;
  const size_t where = att_clause_where(clauses, select);
  if (where == CLAUSE_NONE || !att_grouping_aggregates(clauses, select)) {
    return ATT_OK;
  }
  const Group* const group = &clauses->groups.items[where];
  const Probe probe = {
    .kind = select == 0 ? PROBE_SOLUTIONS : PROBE_NEEDED,
    .line = clauses->tokens.items[group->open].line,
    .reason = "A sub-select aggregates over nothing, which is not answered"
  };
  return probe_add(probing, probe, where, group->close, SLICE(""));
}

AttStatus
att_probes_read(Arena* arena, const Clauses* clauses, Slice text, Probes* out) {
  Probing probing = { .arena = arena, .clauses = clauses, .text = text };
  for (size_t i = 0; i < clauses->binds.length; i++) {
    TRY(bind_probe(&probing, &clauses->binds.items[i]));
  }
  for (size_t i = clauses->groups.length; i-- > 0;) {
    if (clauses->groups.items[i].kind == GROUP_SELECT) {
      TRY(select_probe(&probing, i));
      TRY(keys_probe(&probing, i));
    }
  }
  for (size_t i = 0; i < clauses->aggregates.length; i++) {
    TRY(aggregate_probe(&probing, &clauses->aggregates.items[i]));
  }
  *out = probing.probes;
  return ATT_OK;
}
