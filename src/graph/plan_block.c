/* The order of the triple patterns of a block. */
/* SPDX-License-Identifier: MIT */
#include "graph/plan.h"

/* Triples looked at to tell how many subjects or objects a pattern has. */
#define SAMPLE ((size_t)1024)

/* How much worse a pattern is that shares no variable with those before. */
#define APART 1e6

/* About how many nodes a path leads to from a known end. */
#define PATH_STEPS 16

typedef struct Ordering {
  const Index* index;
  VarSet bound; /* by what comes before */
  bool any;     /* something comes before */
} Ordering;

/* How many triples go with one value of `place`, about. */
static double
triples_each(const TripleSet* set, const uint32_t key[3], size_t place) {
  TripleReader reader;
  att_triples_begin(set, key, &reader);
  const TripleRange range = reader.range;
  const size_t count = (size_t)(range.end - range.begin);
  const size_t sample = count < SAMPLE ? count : SAMPLE;
  size_t changes = 1;
  for (size_t i = 1; i < sample; i++) {
    changes += range.begin[i].term[place] != range.begin[i - 1].term[place];
  }
  att_triples_end(&reader);
  return (double)sample / (double)changes;
}

static double
path_cost(const Ordering* ordering, const bool known[3]) {
  static const uint32_t any[3] = { 0, 0, 0 };
  const double all = (double)att_triples_count(&ordering->index->triples, any);
  if (known[0] && known[2]) {
    return 1;
  }
  return known[0] || known[2] ? PATH_STEPS : all * PATH_STEPS;
}

/* About how many triples the pattern matches for one row so far. */
static double
triple_cost(const Ordering* ordering, const TriplePattern* triple) {
  const TripleSet* const set = &ordering->index->triples;
  uint32_t key[3] = { 0, 0, 0 };
  bool known[3] = { false, false, false };
  bool joins = false;
  bool variables = false;
  for (size_t i = 0; i < 3; i++) {
    const Operand place = triple->place[i];
    if (place.variable != NO_VARIABLE) {
      known[i] = att_varset_has(&ordering->bound, place.variable);
      joins = joins || known[i];
      variables = true;
    } else if (i != 1 || triple->path == NULL) {
      key[i] = place.term;
    }
  }
  double cost = 0;
  if (triple->path != NULL) {
    const bool ends[3] = { known[0] || key[0] != 0, false,
                           known[2] || key[2] != 0 };
    cost = path_cost(ordering, ends);
  } else {
    cost = (double)att_triples_count(set, key);
    if (cost > 0 && known[0]) {
      /* Ranges by predicate are not in order of subject: each is taken to have
       * few triples of one kind. */
      cost = key[1] != 0 ? 1.5 : triples_each(set, key, 0) * 4;
    }
    if (cost > 0 && known[2]) {
      const double each = triples_each(set, key, 2);
      cost = known[0] ? 0.5 : each;
    }
  }
  return variables && !joins && ordering->any ? cost * APART : cost;
}

static AttStatus
triple_bind(Arena* arena, Ordering* ordering, const TriplePattern* triple) {
  ordering->any = true;
  for (size_t i = 0; i < 3; i++) {
    if (triple->place[i].variable != NO_VARIABLE) {
      TRY(att_varset_add(arena, &ordering->bound, triple->place[i].variable));
    }
  }
  return ATT_OK;
}

/* Filters are told once their variables are bound. */
static void
checks_place(Pattern* block, size_t after, const VarSet* bound) {
  for (size_t i = 0; i < block->checks.length; i++) {
    Check* const check = &block->checks.items[i];
    if (check->after > after &&
        att_varset_is_within(&check->expression->variables, bound)) {
      check->after = after;
    }
  }
}

/* Chooses the cheapest pattern again and again. */
AttStatus
att_plan_block(Arena* arena, const Index* index, Pattern* block,
               const VarSet* known) {
  Ordering ordering = { .index = index };
  VarSet here = { 0 };
  TRY(att_varset_unite(arena, &ordering.bound, known));
  for (size_t i = 0; i < known->length; i++) {
    ordering.any = ordering.any || known->items[i] != 0;
  }
  TriplePattern* const triples = block->triples.items;
  for (size_t i = 0; i < block->triples.length; i++) {
    size_t best = i;
    double best_cost = 0;
    for (size_t j = i; j < block->triples.length; j++) {
      const double cost = triple_cost(&ordering, &triples[j]);
      if (j == i || cost < best_cost) {
        best = j;
        best_cost = cost;
      }
    }
    const TriplePattern chosen = triples[best];
    memmove(&triples[i + 1], &triples[i], (best - i) * sizeof *triples);
    triples[i] = chosen;
    TRY(triple_bind(arena, &ordering, &chosen));
    for (size_t j = 0; j < 3; j++) {
      if (chosen.place[j].variable != NO_VARIABLE) {
        TRY(att_varset_add(arena, &here, chosen.place[j].variable));
      }
    }
    checks_place(block, i + 1, &here);
  }
  return ATT_OK;
}
