/* RowSet in the order of ORDER BY. */
/* SPDX-License-Identifier: MIT */
#include "graph/sort.h"

/* A term as far as is needed to tell most from each other. */
typedef struct SortTerm {
  ValueKind group;
  double about;
  uint32_t term;
} SortTerm;

typedef struct Sorting {
  const Run* run;
  const Select* select;
  SortTerm* terms; /* row by row */
} Sorting;

/* The first bytes of a text, as a number that sorts like it. */
static double
text_about(Slice text) {
  double about = 0;
  for (size_t i = 0; i < 6; i++) {
    about = about * 256 +
            (i < text.length ? (double)(unsigned char)text.start[i] : 0);
  }
  return about;
}

static SortTerm
sort_term(const Run* run, uint32_t term) {
  const RdfTerm found = att_terms_of(run->terms, term);
  const Value value = att_value_of(&found);
  SortTerm sorted = { att_value_group(&value), 0, term };
  if (att_value_is_number(&value)) {
    sorted.about = att_value_to_double(&value);
  } else if (value.kind == VALUE_STRING || value.kind == VALUE_IRI) {
    sorted.about = text_about(found.value);
  }
  return sorted;
}

static int
term_compare(const Sorting* sorting, const SortTerm* left,
             const SortTerm* right) {
  if (left->term == right->term) {
    return 0;
  }
  if (left->group != right->group) {
    return left->group < right->group ? -1 : 1;
  }
  if (left->about < right->about) {
    return -1;
  }
  if (left->about > right->about) {
    return 1;
  }
  const RdfTerm a = att_terms_of(sorting->run->terms, left->term);
  const RdfTerm b = att_terms_of(sorting->run->terms, right->term);
  const Value value_a = att_value_of(&a);
  const Value value_b = att_value_of(&b);
  return att_value_sort(&value_a, &value_b);
}

static int
rows_compare(const Sorting* sorting, uint32_t left, uint32_t right) {
  const size_t count = sorting->select->order.length;
  for (size_t i = 0; i < count; i++) {
    const int order = term_compare(sorting, &sorting->terms[left * count + i],
                                   &sorting->terms[right * count + i]);
    if (order != 0) {
      return sorting->select->order.items[i].descending ? -order : order;
    }
  }
  return 0;
}

/* Merges the sorted halves [begin, middle) and [middle, end). */
static void
halves_merge(const Sorting* sorting, uint32_t* items, uint32_t* spare,
             const size_t bounds[3]) {
  size_t left = bounds[0];
  size_t right = bounds[1];
  for (size_t i = bounds[0]; i < bounds[2]; i++) {
    const bool take_left =
      left < bounds[1] &&
      (right == bounds[2] ||
       rows_compare(sorting, items[left], items[right]) <= 0);
    spare[i] = items[take_left ? left++ : right++];
  }
  memcpy(items + bounds[0], spare + bounds[0],
         (bounds[2] - bounds[0]) * sizeof *items);
}

AttStatus
att_sort_rows(Run* run, const Select* select, const RowSet* rows, size_t first,
              uint32_t** out) {
  Sorting sorting = { run, select, NULL };
  uint32_t* items = NULL;
  uint32_t* spare = NULL;
  const size_t keys = select->order.length;
  TRY(att_arena_alloc(run->arena, rows->count * sizeof *items, &items));
  TRY(att_arena_alloc(run->arena, rows->count * sizeof *spare, &spare));
  TRY(att_arena_alloc(run->arena, rows->count * keys * sizeof *sorting.terms,
                      &sorting.terms));
  for (size_t i = 0; i < rows->count; i++) {
    items[i] = (uint32_t)i;
    for (size_t j = 0; j < keys; j++) {
      sorting.terms[i * keys + j] =
        sort_term(run, att_rowset_at(rows, i)[first + j]);
    }
  }
  for (size_t width = 1; width < rows->count; width *= 2) {
    for (size_t at = 0; at + width < rows->count; at += 2 * width) {
      const size_t stop =
        at + 2 * width < rows->count ? at + 2 * width : rows->count;
      halves_merge(&sorting, items, spare, (size_t[3]){ at, at + width, stop });
    }
  }
  *out = items;
  return ATT_OK;
}
