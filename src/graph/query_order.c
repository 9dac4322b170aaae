/* The order in which a prepared query's triple patterns are matched. */
/* SPDX-License-Identifier: MIT */
#include "graph/query_order.h"

#include <rasqal.h>

/* Exported by Rasqal, but in no header: rebuilds what it knows of where
 * variables are bound. */
typedef struct rasqal_projection_s rasqal_projection;
int
rasqal_query_build_variables_use(rasqal_query* query,
                                 rasqal_projection* projection);
rasqal_projection*
rasqal_query_get_projection(rasqal_query* query);

/* Triples looked at to tell how many subjects or objects a pattern has. */
#define SAMPLE ((size_t)1024)

/* How much worse a pattern is that shares no variable with those before. */
#define APART 1e6

typedef LIST(rasqal_variable*) Variables;

/* The patterns of one basic graph pattern: [first, first + count). */
typedef struct Block {
  raptor_sequence* triples;
  int first;
  int count;
} Block;

typedef struct Ordering {
  Arena* arena;
  rasqal_query* query;
  const OrderHelp* help;
  Variables bound; /* by the patterns chosen so far */
} Ordering;

static bool
is_bound(const Variables* bound, const rasqal_variable* variable) {
  for (size_t i = 0; i < bound->length; i++) {
    if (bound->items[i] == variable) {
      return true;
    }
  }
  return false;
}

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

/* About how many triples the pattern matches for one row so far. */
static double
pattern_cost(const Ordering* ordering, rasqal_triple* triple) {
  rasqal_literal* const places[3] = { triple->subject, triple->predicate,
                                      triple->object };
  uint32_t key[3] = { 0, 0, 0 };
  bool known[3] = { false, false, false };
  bool any_known = false;
  bool any_variable = false;
  for (size_t i = 0; i < 3; i++) {
    rasqal_variable* const variable = rasqal_literal_as_variable(places[i]);
    if (variable == NULL) {
      key[i] = ordering->help->rank(ordering->help->user, places[i]);
      if (key[i] == 0) {
        return 0;
      }
    } else {
      known[i] = is_bound(&ordering->bound, variable);
      any_known = any_known || known[i];
      any_variable = true;
    }
  }
  const TripleSet* const set = &ordering->help->index->triples;
  double cost = (double)att_triples_count(set, key);
  if (cost > 0 && known[0]) {
    /* Ranges by predicate are not in order of subject: each is taken to have
     * few triples of one kind. */
    cost = key[1] != 0 ? 1.5 : triples_each(set, key, 0) * 4;
  }
  if (cost > 0 && known[2]) {
    const double each = triples_each(set, key, 2);
    cost = known[0] ? 0.5 : each;
  }
  const bool apart = any_variable && !any_known && ordering->bound.length > 0;
  return apart ? cost * APART : cost;
}

static AttStatus
variables_bind(Ordering* ordering, rasqal_triple* triple) {
  rasqal_literal* const places[3] = { triple->subject, triple->predicate,
                                      triple->object };
  for (size_t i = 0; i < 3; i++) {
    rasqal_variable* const variable = rasqal_literal_as_variable(places[i]);
    if (variable != NULL && !is_bound(&ordering->bound, variable)) {
      TRY(LIST_PUSH(ordering->arena, &ordering->bound, variable));
    }
  }
  return ATT_OK;
}

static Block
block_of(rasqal_query* query, rasqal_graph_pattern* pattern) {
  Block block = { rasqal_query_get_triple_sequence(query), 0, 0 };
  const rasqal_triple* const first =
    rasqal_graph_pattern_get_triple(pattern, 0);
  if (first == NULL) {
    return block;
  }
  while (raptor_sequence_get_at(block.triples, block.first) != first) {
    block.first++;
  }
  while (rasqal_graph_pattern_get_triple(pattern, block.count) != NULL) {
    block.count++;
  }
  return block;
}

/* Chooses the cheapest pattern again and again. */
static AttStatus
block_reorder(Ordering* ordering, Block block) {
  for (int i = block.first; i < block.first + block.count; i++) {
    int best = i;
    double best_cost = 0;
    for (int j = i; j < block.first + block.count; j++) {
      const double cost =
        pattern_cost(ordering, raptor_sequence_get_at(block.triples, j));
      if (j == i || cost < best_cost) {
        best = j;
        best_cost = cost;
      }
    }
    for (int j = best; j > i; j--) {
      raptor_sequence_swap(block.triples, j, j - 1);
    }
    TRY(variables_bind(ordering, raptor_sequence_get_at(block.triples, i)));
  }
  return ATT_OK;
}

static AttStatus
pattern_reorder(Ordering* ordering, rasqal_graph_pattern* pattern) {
  if (rasqal_graph_pattern_get_operator(pattern) ==
      RASQAL_GRAPH_PATTERN_OPERATOR_BASIC) {
    return block_reorder(ordering, block_of(ordering->query, pattern));
  }
  const size_t outside = ordering->bound.length;
  rasqal_graph_pattern* part = NULL;
  for (int i = 0;
       (part = rasqal_graph_pattern_get_sub_graph_pattern(pattern, i)) != NULL;
       i++) {
    TRY(pattern_reorder(ordering, part));
    if (rasqal_graph_pattern_get_operator(pattern) ==
        RASQAL_GRAPH_PATTERN_OPERATOR_UNION) {
      ordering->bound.length = outside;
    }
  }
  return ATT_OK;
}

AttStatus
att_query_reorder(Arena* arena, rasqal_query* query, const OrderHelp* help) {
  rasqal_graph_pattern* const root =
    rasqal_query_get_query_graph_pattern(query);
  if (root == NULL) {
    return ATT_OK;
  }
  Ordering ordering = { .arena = arena, .query = query, .help = help };
  TRY(pattern_reorder(&ordering, root));
  const int failed =
    rasqal_query_build_variables_use(query, rasqal_query_get_projection(query));
  return failed == 0 ? ATT_OK : ATT_QUERY;
}

static bool
is_loop(rasqal_graph_pattern* pattern, bool top) {
  const rasqal_graph_pattern_operator kind =
    rasqal_graph_pattern_get_operator(pattern);
  const bool optional = kind == RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL;
  if (kind == RASQAL_GRAPH_PATTERN_OPERATOR_BASIC ||
      kind == RASQAL_GRAPH_PATTERN_OPERATOR_FILTER) {
    return true;
  }
  if (kind != RASQAL_GRAPH_PATTERN_OPERATOR_GROUP &&
      kind != RASQAL_GRAPH_PATTERN_OPERATOR_UNION && !(optional && top)) {
    return false;
  }
  rasqal_graph_pattern* part = NULL;
  for (int i = 0;
       (part = rasqal_graph_pattern_get_sub_graph_pattern(pattern, i)) != NULL;
       i++) {
    const bool part_optional = rasqal_graph_pattern_get_operator(part) ==
                               RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL;
    if (!is_loop(part, top && part_optional)) {
      return false;
    }
  }
  return true;
}

bool
att_query_is_nested_loop(rasqal_query* query) {
  rasqal_graph_pattern* const root =
    rasqal_query_get_query_graph_pattern(query);
  return root != NULL && is_loop(root, true);
}
