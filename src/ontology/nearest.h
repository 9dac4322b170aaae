/* The nearest of many names: what a mistyped one may stand for. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_NEAREST_H
#define ATTACHE_ONTOLOGY_NEAREST_H

#include "base/slice.h"

typedef struct Nearest {
  Slice name;        /**< The one that is sought. */
  Slice best;        /**< The nearest offered, or nothing if none is near. */
  unsigned distance; /**< Of `best`. */
} Nearest;

/** Slices borrow. */
Nearest
att_nearest_begin(Slice name);

/** Offers a name; whether it is the nearest so far. */
bool
att_nearest_offer(Nearest* nearest, Slice name);

#endif
