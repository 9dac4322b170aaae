/* An index of a graph: its triples in three orders, for asking. */
/* SPDX-License-Identifier: MIT */
#include "graph/index.h"

#include <stdlib.h>
#include <string.h>

/* Triples fetched from a store at once, when the first few were not enough. */
#define FETCH 512

/* Which term of a triple comes first, second, third in each order. */
static const unsigned places[3][3] = { { 0, 1, 2 }, { 1, 2, 0 }, { 2, 0, 1 } };

/* Fewer triples than this part of the terms are sorted by comparing them. */
#define TERMS_PER_TRIPLE 16

/* An index being built. */
typedef struct Building {
  Arena* arena;
  const IndexScope* scope;
  Index index;
  uint32_t* starts; /* room for each term and two more */
  size_t terms;
} Building;

static int
number_compare(uint32_t left, uint32_t right) {
  return (left > right) - (left < right);
}

static int
triple_compare(const Triple* left, const Triple* right, unsigned order) {
  int result = 0;
  for (size_t i = 0; result == 0 && i < 3; i++) {
    const unsigned place = places[order][i];
    result = number_compare(left->term[place], right->term[place]);
  }
  return result;
}

static int
compare_spo(const void* left, const void* right) {
  return triple_compare(left, right, 0);
}

static int
compare_pos(const void* left, const void* right) {
  return triple_compare(left, right, 1);
}

static int
compare_osp(const void* left, const void* right) {
  return triple_compare(left, right, 2);
}

/* From counts at [n + 1] to where those of n begin. */
static void
starts_sum(Building* building) {
  for (size_t i = 0; i <= building->terms; i++) {
    building->starts[i + 1] += building->starts[i];
  }
}

static void
starts_clear(Building* building) {
  memset(building->starts, 0, (building->terms + 2) * sizeof(uint32_t));
}

/* Sorts by one place, and keeps in order what is alike there: a counting
 * sort. */
static void
place_sort(Building* building, const Triple* from, size_t count, unsigned place,
           Triple* into) {
  starts_clear(building);
  for (size_t i = 0; i < count; i++) {
    building->starts[from[i].term[place] + 1]++;
  }
  starts_sum(building);
  for (size_t i = 0; i < count; i++) {
    into[building->starts[from[i].term[place]]++] = from[i];
  }
}

/* Brings the triples in orders[0] into all three orders. */
static void
orders_sort(Building* building, Triple* const orders[3], size_t count) {
  if (count < building->terms / TERMS_PER_TRIPLE) {
    memcpy(orders[1], orders[0], count * sizeof **orders);
    memcpy(orders[2], orders[0], count * sizeof **orders);
    qsort(orders[0], count, sizeof **orders, compare_spo);
    qsort(orders[1], count, sizeof **orders, compare_pos);
    qsort(orders[2], count, sizeof **orders, compare_osp);
    return;
  }
  place_sort(building, orders[0], count, 1, orders[1]);
  place_sort(building, orders[1], count, 0, orders[0]);
  place_sort(building, orders[0], count, 2, orders[2]);
  place_sort(building, orders[2], count, 1, orders[1]);
  place_sort(building, orders[1], count, 0, orders[0]);
}

static size_t
duplicates_drop(Triple* triples, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    if (kept == 0 || triple_compare(&triples[kept - 1], &triples[i], 0) != 0) {
      triples[kept++] = triples[i];
    }
  }
  return kept;
}

static AttStatus
orders_new(Building* building, size_t count, Triple* out[3]) {
  for (size_t order = 0; order < 3; order++) {
    TRY(att_arena_alloc(building->arena, count * sizeof *out[0], &out[order]));
  }
  return ATT_OK;
}

static bool
is_default(const IndexScope* scope, TermId graph) {
  if (!scope->restricted) {
    return graph == GRAPH_DEFAULT || !scope->only_unnamed;
  }
  for (size_t i = 0; i < scope->default_count; i++) {
    if (scope->defaults[i] == graph) {
      return true;
    }
  }
  return false;
}

static Triple
triple_of(Quad quad) {
  return (Triple){ { quad.subject, quad.predicate, quad.object } };
}

static AttStatus
default_build(Building* building) {
  const AttGraph* const graph = building->index.graph;
  size_t count = 0;
  for (size_t i = 0; i < att_graph_size(graph); i++) {
    count += is_default(building->scope, att_graph_quad(graph, i).graph);
  }
  Triple* orders[3];
  TRY(orders_new(building, count, orders));
  count = 0;
  for (size_t i = 0; i < att_graph_size(graph); i++) {
    const Quad quad = att_graph_quad(graph, i);
    if (is_default(building->scope, quad.graph)) {
      orders[0][count++] = triple_of(quad);
    }
  }
  orders_sort(building, orders, count);
  /* What several graphs hold lies side by side in each order. */
  size_t kept = 0;
  for (size_t order = 0; order < 3; order++) {
    kept = duplicates_drop(orders[order], count);
  }
  building->index.triples =
    (TripleSet){ .orders = { orders[0], orders[1], orders[2] }, .count = kept };
  return ATT_OK;
}

/* Puts the triples of each named graph side by side; building->starts tells
 * where the next graph begins. */
static AttStatus
named_gather(Building* building, Triple* orders[3]) {
  const AttGraph* const graph = building->index.graph;
  const size_t size = att_graph_size(graph);
  starts_clear(building);
  for (size_t i = 0; i < size; i++) {
    building->starts[att_graph_quad(graph, i).graph + 1]++;
  }
  /* What is in no graph takes no room. */
  const size_t count = size - building->starts[GRAPH_DEFAULT + 1];
  building->starts[GRAPH_DEFAULT + 1] = 0;
  starts_sum(building);
  TRY(orders_new(building, count, orders));
  for (size_t i = 0; i < size; i++) {
    const Quad quad = att_graph_quad(graph, i);
    if (quad.graph != GRAPH_DEFAULT) {
      orders[0][building->starts[quad.graph]++] = triple_of(quad);
    }
  }
  return ATT_OK;
}

static AttStatus
named_build(Building* building) {
  Triple* orders[3];
  LIST(NamedGraph) named = { 0 };
  TRY(named_gather(building, orders));
  size_t begin = 0;
  for (TermId name = 1; name <= building->terms; name++) {
    const size_t count = building->starts[name] - begin;
    if (count > 0) {
      const TripleSet set = { .orders = { orders[0] + begin, orders[1] + begin,
                                          orders[2] + begin },
                              .count = count };
      TRY(LIST_PUSH(building->arena, &named, ((NamedGraph){ name, set })));
      begin += count;
    }
  }
  for (size_t i = 0; i < named.length; i++) {
    const TripleSet* const set = &named.items[i].triples;
    const size_t at = (size_t)(set->orders[0] - orders[0]);
    Triple* const part[3] = { orders[0] + at, orders[1] + at, orders[2] + at };
    orders_sort(building, part, set->count);
  }
  building->index.named = named.items;
  building->index.named_count = named.length;
  return ATT_OK;
}

/* Nothing is built for a graph in a store: its trees are the index. */
static AttStatus
view_build(Arena* arena, const AttGraph* graph, const IndexScope* scope,
           Index* out) {
  TermId* graphs = NULL;
  const bool all = !scope->restricted && !scope->only_unnamed;
  const size_t count = scope->restricted ? scope->default_count : 1;
  TRY(att_arena_alloc(arena, count * sizeof *graphs, &graphs));
  for (size_t i = 0; scope->restricted && i < count; i++) {
    graphs[i] = scope->defaults[i];
  }
  *out = (Index){ .graph = graph,
                  .triples = { .view = att_graph_view(graph),
                               .scope = { all, graphs, count } } };
  return ATT_OK;
}

AttStatus
att_index_build(Arena* arena, const AttGraph* graph, const IndexScope* scope,
                Index* out) {
  if (att_graph_view(graph) != NULL) {
    return view_build(arena, graph, scope, out);
  }
  Building building = { .arena = arena,
                        .scope = scope,
                        .index = { .graph = graph },
                        .terms = att_graph_term_count(graph) };
  building.starts = malloc((building.terms + 2) * sizeof *building.starts);
  if (building.starts == NULL) {
    return ATT_NO_MEMORY;
  }
  AttStatus status = default_build(&building);
  if (status == ATT_OK && scope->has_named) {
    status = named_build(&building);
  }
  free(building.starts);
  if (status == ATT_OK) {
    *out = building.index;
  }
  return status;
}

static const NamedGraph*
named_find(const Index* index, TermId name) {
  size_t low = 0;
  size_t high = index->named_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (index->named[middle].name < name) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = low < index->named_count && index->named[low].name == name;
  return found ? &index->named[low] : NULL;
}

bool
att_index_graph(const Index* index, const TermId* name, TripleSet* out) {
  StoreView* const view = index->triples.view;
  if (view != NULL) {
    static const TermId any[3] = { 0, 0, 0 };
    const ViewScope scope = { false, name, 1 };
    *out = (TripleSet){ .view = view, .scope = scope };
    return att_view_count(view, &scope, any) > 0;
  }
  const NamedGraph* const named = named_find(index, *name);
  if (named != NULL) {
    *out = named->triples;
  }
  return named != NULL;
}

/* How `triple` stands to the first `length` terms of the key in an order. */
static int
key_compare(const Triple* triple, const uint32_t key[3], unsigned order,
            size_t length) {
  int result = 0;
  for (size_t i = 0; result == 0 && i < length; i++) {
    const unsigned place = places[order][i];
    result = number_compare(triple->term[place], key[place]);
  }
  return result;
}

/* The first triple that is not before the key; behind it, if `after`. */
static const Triple*
bound_find(const TripleSet* set, const uint32_t key[3], unsigned order,
           size_t length, bool after) {
  const Triple* low = set->orders[order];
  size_t count = set->count;
  while (count > 0) {
    const size_t half = count / 2;
    const int side = key_compare(low + half, key, order, length);
    if (side < 0 || (after && side == 0)) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

static TripleRange
range_find(const TripleSet* set, const uint32_t key[3]) {
  const bool s = key[0] != 0;
  const bool p = key[1] != 0;
  const bool o = key[2] != 0;
  unsigned order = 0;
  if (p && !s) {
    order = 1;
  } else if (o && !p) {
    order = 2;
  }
  const size_t length = (size_t)s + (size_t)p + (size_t)o;
  return (TripleRange){ bound_find(set, key, order, length, false),
                        bound_find(set, key, order, length, true) };
}

size_t
att_triples_count(const TripleSet* set, const uint32_t key[3]) {
  if (set->view != NULL) {
    return att_view_count(set->view, &set->scope, key);
  }
  const TripleRange range = range_find(set, key);
  return (size_t)(range.end - range.begin);
}

void
att_triples_begin(const TripleSet* set, const uint32_t key[3],
                  TripleReader* reader) {
  reader->view = set->view;
  reader->rest = NULL;
  if (set->view == NULL) {
    reader->range = range_find(set, key);
    return;
  }
  reader->more = att_view_begin(set->view, &set->scope, key);
  const size_t count =
    att_view_next(set->view, &reader->more, reader->first, TRIPLES_AT_HAND);
  reader->range = (TripleRange){ reader->first, reader->first + count };
}

AttStatus
att_triples_fetch(TripleReader* reader) {
  if (reader->view == NULL || reader->more.ended ||
      reader->range.begin < reader->range.end) {
    return ATT_OK;
  }
  if (reader->rest == NULL) {
    reader->rest = malloc(FETCH * sizeof *reader->rest);
    if (reader->rest == NULL) {
      return ATT_NO_MEMORY;
    }
  }
  const size_t count =
    att_view_next(reader->view, &reader->more, reader->rest, FETCH);
  reader->range = (TripleRange){ reader->rest, reader->rest + count };
  return ATT_OK;
}

void
att_triples_end(TripleReader* reader) {
  free(reader->rest);
}
