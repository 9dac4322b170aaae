/* Shapes: the aggregates of a query said so that Rasqal tells them apart. */
/* SPDX-License-Identifier: MIT */
#include "graph/shape.h"

#include "graph/splice.h"

typedef struct Shaping {
  const Clauses* clauses;
  Splice splice;
} Shaping;

static const Clause*
aggregate(const Shaping* shaping, size_t index) {
  return &shaping->clauses->aggregates.items[index];
}

static bool
is_star(const Shaping* shaping, const Clause* clause) {
  return att_token_is_mark(&shaping->clauses->tokens, clause->first, "*");
}

/* Whether two aggregates of a select are one and the same. */
static bool
is_same_call(const Shaping* shaping, size_t left, size_t right) {
  const Clause* const a = aggregate(shaping, left);
  const Clause* const b = aggregate(shaping, right);
  return a->group == b->group &&
         att_slice_equals(att_splice_span(&shaping->splice, a->word, a->end),
                          att_splice_span(&shaping->splice, b->word, b->end));
}

/* The first aggregate that is the same as this one. */
static size_t
first_of(const Shaping* shaping, size_t index) {
  size_t first = 0;
  while (!is_same_call(shaping, first, index)) {
    first++;
  }
  return first;
}

/* How often COALESCE stands around the expression of an aggregate: as many
 * aggregates as stand before it in its select. */
static size_t
depth_of(const Shaping* shaping, size_t index) {
  const size_t first = first_of(shaping, index);
  const Clause* const clause = aggregate(shaping, first);
  size_t depth = 0;
  for (size_t i = 0; i < first; i++) {
    depth += aggregate(shaping, i)->group == clause->group;
  }
  return is_star(shaping, clause) ? 0 : depth;
}

/* Whether it is COUNT(DISTINCT ...), where Rasqal takes IRIs for different at
 * random. */
static bool
counts_distinct(const Shaping* shaping, const Clause* clause) {
  const Tokens* const tokens = &shaping->clauses->tokens;
  return att_token_is_word(tokens, clause->word, "COUNT") &&
         att_token_is_word(tokens, clause->first - 1, "DISTINCT");
}

/* The expression between two texts. */
static AttStatus
around_put(Shaping* shaping, const char* before, Slice expression,
           const char* after) {
  TRY(att_splice_put(&shaping->splice, att_slice(before)));
  TRY(att_splice_put(&shaping->splice, expression));
  return att_splice_put(&shaping->splice, att_slice(after));
}

/* The expression, but literals of types of our own for IRIs and numbers. */
static AttStatus
key_put(Shaping* shaping, Slice expression) {
  TRY(around_put(shaping, "IF(isIRI((", expression, ")), "));
  TRY(
    around_put(shaping, "STRDT(STR((", expression, ")), <urn:attache:iri>), "));
  TRY(around_put(shaping, "IF(isNUMERIC((", expression, ")), "));
  TRY(around_put(shaping, "STRDT(STR((", expression,
                 ")), <urn:attache:number>), "));
  TRY(around_put(shaping, "IF(isBLANK((", expression, ")), "));
  return around_put(shaping, "(1 / 0), ", expression, ")))");
}

/* The expression of aggregate `index`, in its shape. */
static AttStatus
expression_put(Shaping* shaping, size_t index) {
  const Clause* const clause = aggregate(shaping, index);
  const size_t depth = depth_of(shaping, index);
  const Slice expression =
    att_splice_span(&shaping->splice, clause->first, clause->end);
  TRY(att_splice_repeat(&shaping->splice, SLICE("COALESCE("), depth));
  TRY(counts_distinct(shaping, clause)
        ? key_put(shaping, expression)
        : att_splice_put(&shaping->splice, expression));
  return att_splice_repeat(&shaping->splice, SLICE(")"), depth);
}

/* The aggregates that begin at token `at`, if any. */
static AttStatus
aggregates_shape(Shaping* shaping, size_t at) {
  for (size_t i = 0; i < shaping->clauses->aggregates.length; i++) {
    const Clause* const clause = aggregate(shaping, i);
    if (clause->first < clause->end && clause->first == at) {
      TRY(att_splice_copy(&shaping->splice, at));
      TRY(expression_put(shaping, i));
      TRY(att_splice_put(&shaping->splice, SLICE(" ")));
      att_splice_skip(&shaping->splice, clause->end);
    }
  }
  return ATT_OK;
}

/* (aggregate AS ?own) */
static AttStatus
column_put(Shaping* shaping, size_t index) {
  Splice* const splice = &shaping->splice;
  const Clause* const clause = aggregate(shaping, index);
  char name[sizeof OWN_VARIABLE + 24];
  const int length =
    snprintf(name, sizeof name, "?" OWN_VARIABLE "H%zu", index);
  TRY(att_splice_put(splice, SLICE(" (")));
  TRY(att_splice_put(splice,
                     att_splice_span(splice, clause->word, clause->first)));
  TRY(att_splice_put(splice, SLICE(" ")));
  TRY(expression_put(shaping, index));
  TRY(att_splice_put(splice, SLICE(") AS ")));
  TRY(att_splice_put(splice, (Slice){ name, (size_t)length }));
  return att_splice_put(splice, SLICE(") "));
}

/* The aggregates of `select` that stand behind token `at`, where its
 * projection ends, and are not selected. */
static AttStatus
columns_put(Shaping* shaping, size_t select, size_t at) {
  for (size_t i = 0; i < shaping->clauses->aggregates.length; i++) {
    const Clause* const clause = aggregate(shaping, i);
    if (clause->group == select && clause->word > at &&
        first_of(shaping, i) == i) {
      TRY(att_splice_copy(&shaping->splice, at));
      TRY(column_put(shaping, i));
    }
  }
  return ATT_OK;
}

/* Whether token `at` is the first behind the projection of `select`. */
static bool
ends_projection(const Clauses* clauses, size_t select, size_t at) {
  const Tokens* const tokens = &clauses->tokens;
  const size_t where = att_clause_where(clauses, select);
  if (where == CLAUSE_NONE) {
    return false;
  }
  size_t end = clauses->groups.items[where].open;
  for (size_t i = end; i-- > 0 && !att_token_is_word(tokens, i, "SELECT");) {
    if (att_token_is_word(tokens, i, "WHERE") ||
        att_token_is_word(tokens, i, "FROM")) {
      end = i;
    }
  }
  return at == end;
}

AttStatus
att_shape(Arena* arena, const Clauses* clauses, Slice query, Slice* out) {
  Shaping shaping = {
    .clauses = clauses,
    .splice = { .arena = arena, .tokens = &clauses->tokens, .query = query }
  };
  for (size_t i = 0; i < clauses->tokens.length; i++) {
    const size_t group = clauses->group_of[i];
    TRY(aggregates_shape(&shaping, i));
    if (clauses->aggregates.length > 0 &&
        clauses->groups.items[group].kind == GROUP_SELECT &&
        ends_projection(clauses, group, i)) {
      TRY(columns_put(&shaping, group, i));
    }
  }
  return att_splice_end(&shaping.splice, out);
}
