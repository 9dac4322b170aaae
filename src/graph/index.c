/* An index of a graph: its triples in three orders, for asking. */
/* SPDX-License-Identifier: MIT */
#include "graph/index.h"

#include <stdlib.h>

/* Triples fetched from a store at once, when the first few were not enough. */
#define FETCH 512

/* Which term of a triple comes first, second, third in each order. */
static const unsigned places[3][3] = { { 0, 1, 2 }, { 1, 2, 0 }, { 2, 0, 1 } };

/* A triple and its graph, for building. */
typedef struct Row {
  TermId graph;
  Triple triple;
} Row;

static int
number_compare(uint32_t left, uint32_t right) {
  return (left > right) - (left < right);
}

static int
row_compare(const Row* left, const Row* right, unsigned order) {
  int result = number_compare(left->graph, right->graph);
  for (size_t i = 0; result == 0 && i < 3; i++) {
    const unsigned place = places[order][i];
    result =
      number_compare(left->triple.term[place], right->triple.term[place]);
  }
  return result;
}

static int
compare_spo(const void* left, const void* right) {
  return row_compare(left, right, 0);
}

static int
compare_pos(const void* left, const void* right) {
  return row_compare(left, right, 1);
}

static int
compare_osp(const void* left, const void* right) {
  return row_compare(left, right, 2);
}

static size_t
duplicates_drop(Row* rows, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    if (kept == 0 || row_compare(&rows[kept - 1], &rows[i], 0) != 0) {
      rows[kept++] = rows[i];
    }
  }
  return kept;
}

/* Sorts the rows three times and keeps their triples. */
static AttStatus
orders_build(Arena* arena, Row* rows, size_t* count, Triple* out[3]) {
  static int (*const compare[3])(const void*, const void*) = { compare_spo,
                                                               compare_pos,
                                                               compare_osp };
  for (size_t order = 0; order < 3; order++) {
    if (*count > 0) {
      qsort(rows, *count, sizeof *rows, compare[order]);
    }
    if (order == 0) {
      *count = duplicates_drop(rows, *count);
    }
    TRY(att_arena_alloc(arena, *count * sizeof **out, &out[order]));
    for (size_t i = 0; i < *count; i++) {
      out[order][i] = rows[i].triple;
    }
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

static Row
row_of(Quad quad, TermId graph) {
  return (Row){ graph, { { quad.subject, quad.predicate, quad.object } } };
}

static AttStatus
default_build(Arena* arena, const IndexScope* scope, Row* rows, Index* index) {
  size_t count = 0;
  for (size_t i = 0; i < att_graph_size(index->graph); i++) {
    const Quad quad = att_graph_quad(index->graph, i);
    if (is_default(scope, quad.graph)) {
      rows[count++] = row_of(quad, GRAPH_DEFAULT);
    }
  }
  Triple* orders[3];
  TRY(orders_build(arena, rows, &count, orders));
  index->triples = (TripleSet){ .orders = { orders[0], orders[1], orders[2] },
                                .count = count };
  return ATT_OK;
}

static AttStatus
named_build(Arena* arena, Row* rows, Index* index) {
  size_t count = 0;
  for (size_t i = 0; i < att_graph_size(index->graph); i++) {
    const Quad quad = att_graph_quad(index->graph, i);
    if (quad.graph != GRAPH_DEFAULT) {
      rows[count++] = row_of(quad, quad.graph);
    }
  }
  Triple* orders[3];
  TRY(orders_build(arena, rows, &count, orders));
  LIST(NamedGraph) named = { 0 };
  for (size_t begin = 0; begin < count;) {
    size_t end = begin;
    while (end < count && rows[end].graph == rows[begin].graph) {
      end++;
    }
    const TripleSet set = { .orders = { orders[0] + begin, orders[1] + begin,
                                        orders[2] + begin },
                            .count = end - begin };
    TRY(LIST_PUSH(arena, &named, ((NamedGraph){ rows[begin].graph, set })));
    begin = end;
  }
  index->named = named.items;
  index->named_count = named.length;
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
  Index index = { .graph = graph };
  if (att_graph_view(graph) != NULL) {
    return view_build(arena, graph, scope, out);
  }
  Row* const rows = malloc((att_graph_size(graph) + 1) * sizeof *rows);
  if (rows == NULL) {
    return ATT_NO_MEMORY;
  }
  AttStatus status = default_build(arena, scope, rows, &index);
  if (status == ATT_OK) {
    status = named_build(arena, rows, &index);
  }
  free(rows);
  if (status == ATT_OK) {
    *out = index;
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
