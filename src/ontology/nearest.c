/* The nearest of many names: what a mistyped one may stand for. */
/* SPDX-License-Identifier: MIT */
#include "ontology/nearest.h"

/* A name longer than this is no mistyped one. */
#define NAME_LIMIT 64

static unsigned
least(unsigned a, unsigned b) {
  return a < b ? a : b;
}

/* Whether the letters that end at i and j are swapped. */
static bool
is_swap(Slice left, Slice right, size_t i, size_t j) {
  return i > 1 && j > 1 && left.start[i - 1] == right.start[j - 2] &&
         left.start[i - 2] == right.start[j - 1];
}

/* How many letters to change, add, drop or swap to make one name the other. */
static unsigned
distance_of(Slice left, Slice right) {
  unsigned rows[3][NAME_LIMIT + 1] = { { 0 } };
  for (unsigned i = 0; i <= left.length; i++) {
    unsigned* const row = rows[i % 3];
    const unsigned* const above = rows[(i + 2) % 3];
    for (unsigned j = 0; j <= right.length; j++) {
      if (i == 0 || j == 0) {
        row[j] = i + j;
        continue;
      }
      const bool same = left.start[i - 1] == right.start[j - 1];
      row[j] = least(above[j - 1] + !same, least(above[j], row[j - 1]) + 1);
      if (is_swap(left, right, i, j)) {
        row[j] = least(row[j], rows[(i + 1) % 3][j - 2] + 1);
      }
    }
  }
  return rows[left.length % 3][right.length];
}

Nearest
att_nearest_begin(Slice name) {
  /* A third of the letters wrong is another word. */
  return (Nearest){ .name = name,
                    .best = { "", 0 },
                    .distance = (unsigned)(name.length / 3) + 1 };
}

bool
att_nearest_offer(Nearest* nearest, Slice name) {
  if (nearest->name.length > NAME_LIMIT || name.length > NAME_LIMIT) {
    return false;
  }
  const unsigned distance = distance_of(nearest->name, name);
  if (distance >= nearest->distance) {
    return false;
  }
  nearest->distance = distance;
  nearest->best = name;
  return true;
}
