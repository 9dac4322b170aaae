/* The order of terms and quads by their text, whenever they were added. */
/* SPDX-License-Identifier: MIT */
#include "graph/order.h"

#include <stdlib.h>

int
att_term_compare(const RdfTerm* left, const RdfTerm* right) {
  if (left->kind != right->kind) {
    return left->kind < right->kind ? -1 : 1;
  }
  int order = att_slice_compare(left->value, right->value);
  if (order == 0) {
    order = att_slice_compare(left->datatype, right->datatype);
  }
  if (order == 0) {
    order = att_slice_compare(left->language, right->language);
  }
  return order;
}

/* Merges the sorted halves of items[begin, end) that meet at `middle`. */
static void
halves_merge(const RdfTerm* terms, TermId* items, TermId* spare,
             const size_t bounds[3]) {
  size_t left = bounds[0];
  size_t right = bounds[1];
  for (size_t i = bounds[0]; i < bounds[2]; i++) {
    const bool take_left =
      left < bounds[1] &&
      (right == bounds[2] ||
       att_term_compare(&terms[items[left]], &terms[items[right]]) <= 0);
    spare[i] = items[take_left ? left++ : right++];
  }
  memcpy(items + bounds[0], spare + bounds[0],
         (bounds[2] - bounds[0]) * sizeof *items);
}

/* A merge sort from the bottom up: qsort has no way to reach the terms. */
static void
ids_sort(const RdfTerm* terms, TermId* items, TermId* spare, size_t end) {
  for (size_t width = 1; width < end; width *= 2) {
    for (size_t at = 0; at + width < end; at += 2 * width) {
      const size_t stop = at + 2 * width < end ? at + 2 * width : end;
      halves_merge(terms, items, spare, (size_t[3]){ at, at + width, stop });
    }
  }
}

AttStatus
att_order_terms(Arena* arena, const AttGraph* graph, TermOrder* out) {
  const size_t count = att_graph_term_count(graph);
  TermOrder order = { .count = count };
  RdfTerm* terms = NULL;
  TRY(att_arena_alloc(arena, (count + 1) * sizeof *terms, &terms));
  TRY(att_arena_alloc(arena, (count + 1) * sizeof *order.ids, &order.ids));
  TRY(att_arena_alloc(arena, (count + 1) * sizeof *order.ranks, &order.ranks));
  for (size_t i = 1; i <= count; i++) {
    terms[i] = att_graph_term_of(graph, (TermId)i);
    order.ids[i] = (TermId)i;
  }
  /* [0] is of no kind and sorts first; the ranks serve as spare room. */
  ids_sort(terms, order.ids, order.ranks, count + 1);
  for (size_t i = 0; i <= count; i++) {
    order.ranks[order.ids[i]] = (uint32_t)i;
  }
  *out = order;
  return ATT_OK;
}

static int
id_compare(TermId left, TermId right) {
  return (left > right) - (left < right);
}

static int
quad_compare(const void* left, const void* right) {
  const Quad* const a = left;
  const Quad* const b = right;
  int order = id_compare(a->graph, b->graph);
  order = order != 0 ? order : id_compare(a->subject, b->subject);
  order = order != 0 ? order : id_compare(a->predicate, b->predicate);
  return order != 0 ? order : id_compare(a->object, b->object);
}

static Quad
quad_map(Quad quad, const uint32_t* map) {
  return (Quad){ map[quad.subject], map[quad.predicate], map[quad.object],
                 map[quad.graph] };
}

static size_t
duplicates_drop(Quad* quads, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    if (kept == 0 || quad_compare(&quads[kept - 1], &quads[i]) != 0) {
      quads[kept++] = quads[i];
    }
  }
  return kept;
}

static AttStatus
ordered(Arena* arena, const AttGraph* graph, bool merged, const Quad** out,
        size_t* count) {
  size_t length = att_graph_size(graph);
  TermOrder order;
  Quad* quads = NULL;
  TRY(att_order_terms(arena, graph, &order));
  TRY(att_arena_alloc(arena, length * sizeof *quads, &quads));
  for (size_t i = 0; i < length; i++) {
    quads[i] = quad_map(att_graph_quad(graph, i), order.ranks);
    if (merged) {
      quads[i].graph = GRAPH_DEFAULT;
    }
  }
  qsort(quads, length, sizeof *quads, quad_compare);
  length = merged ? duplicates_drop(quads, length) : length;
  for (size_t i = 0; i < length; i++) {
    quads[i] = quad_map(quads[i], order.ids);
  }
  *out = quads;
  *count = length;
  return ATT_OK;
}

AttStatus
att_order_quads(Arena* arena, const AttGraph* graph, const Quad** out,
                size_t* count) {
  return ordered(arena, graph, false, out, count);
}

AttStatus
att_order_triples(Arena* arena, const AttGraph* graph, const Quad** out,
                  size_t* count) {
  return ordered(arena, graph, true, out, count);
}
