/* An index of a graph: its triples in three orders, for asking. */
/* SPDX-License-Identifier: MIT */
#include "graph/index.h"

#include <stdlib.h>
#include <string.h>

/* The triples of a graph that has no more are kept in one order, and looked
 * through: that takes a ninth of the room. */
#define FEW 1024

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
compare_spo(const void* left, const void* right) {
  return att_triple_compare(left, right, 0);
}

static int
compare_pos(const void* left, const void* right) {
  return att_triple_compare(left, right, 1);
}

static int
compare_osp(const void* left, const void* right) {
  return att_triple_compare(left, right, 2);
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
    if (kept == 0 ||
        att_triple_compare(&triples[kept - 1], &triples[i], 0) != 0) {
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

/* Puts the numbers of the quads of each named graph side by side;
 * building->starts tells where the next graph begins. */
static AttStatus
named_gather(Building* building, uint32_t** out) {
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
  uint32_t* members = NULL;
  TRY(att_arena_alloc(building->arena, count * sizeof *members, &members));
  for (size_t i = 0; i < size; i++) {
    const Quad quad = att_graph_quad(graph, i);
    if (quad.graph != GRAPH_DEFAULT) {
      members[building->starts[quad.graph]++] = (uint32_t)i;
    }
  }
  *out = members;
  return ATT_OK;
}

/* A triple and the number of its quad. */
typedef struct Numbered {
  Triple triple;
  uint32_t number;
} Numbered;

static int
numbered_compare(const void* left, const void* right) {
  const Numbered* const a = left;
  const Numbered* const b = right;
  return att_triple_compare(&a->triple, &b->triple, 0);
}

/* Brings at most FEW members into the order SPO. */
static void
members_sort(const AttGraph* graph, uint32_t* members, size_t count) {
  Numbered numbered[FEW];
  for (size_t i = 0; i < count; i++) {
    numbered[i] =
      (Numbered){ triple_of(att_graph_quad(graph, members[i])), members[i] };
  }
  qsort(numbered, count, sizeof *numbered, numbered_compare);
  for (size_t i = 0; i < count; i++) {
    members[i] = numbered[i].number;
  }
}

static AttStatus
named_order(Building* building, uint32_t* members, size_t count,
            TripleSet* out) {
  const AttGraph* const graph = building->index.graph;
  *out = (TripleSet){ .count = count };
  if (count <= FEW) {
    members_sort(graph, members, count);
    out->quads = att_graph_quads(graph);
    out->members = members;
    return ATT_OK;
  }
  Triple* orders[3];
  TRY(orders_new(building, count, orders));
  for (size_t i = 0; i < count; i++) {
    orders[0][i] = triple_of(att_graph_quad(graph, members[i]));
  }
  orders_sort(building, orders, count);
  memcpy(out->orders, orders, sizeof orders);
  return ATT_OK;
}

static AttStatus
named_build(Building* building) {
  uint32_t* members = NULL;
  LIST(NamedGraph) named = { 0 };
  TRY(named_gather(building, &members));
  size_t begin = 0;
  for (TermId name = 1; name <= building->terms; name++) {
    const size_t count = building->starts[name] - begin;
    if (count > 0) {
      const TripleSet unsorted = { .count = count };
      TRY(LIST_PUSH(building->arena, &named, ((NamedGraph){ name, unsorted })));
      begin += count;
    }
  }
  for (size_t i = 0; i < named.length; i++) {
    const size_t count = named.items[i].triples.count;
    TRY(named_order(building, members, count, &named.items[i].triples));
    members += count;
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
