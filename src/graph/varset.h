/* Sets of a query's variables, which are numbers from 0. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_VARSET_H
#define ATTACHE_GRAPH_VARSET_H

#include "base/list.h"

/** A set; all zeros is the empty one. */
typedef struct VarSet {
  uint64_t* items; /**< A bit for each variable. */
  size_t length;
  size_t capacity;
} VarSet;

AttStatus
att_varset_add(Arena* arena, VarSet* set, size_t variable);

bool
att_varset_has(const VarSet* set, size_t variable);

/** Adds the variables of `other`. */
AttStatus
att_varset_unite(Arena* arena, VarSet* set, const VarSet* other);

/** Leaves those that are in `other` too. */
void
att_varset_intersect(VarSet* set, const VarSet* other);

/** Whether each variable of `set` is in `other`. */
bool
att_varset_is_within(const VarSet* set, const VarSet* other);

/** Whether a variable is in `left`, in `right`, and not in `but`. */
bool
att_varset_meets(const VarSet* left, const VarSet* right, const VarSet* but);

#endif
