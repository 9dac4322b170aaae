/* Sets of a query's variables, which are numbers from 0. */
/* SPDX-License-Identifier: MIT */
#include "graph/varset.h"

#define WORD 64

static AttStatus
words_make(Arena* arena, VarSet* set, size_t count) {
  while (set->length < count) {
    TRY(LIST_PUSH(arena, set, 0));
  }
  return ATT_OK;
}

static uint64_t
word_of(const VarSet* set, size_t at) {
  return at < set->length ? set->items[at] : 0;
}

AttStatus
att_varset_add(Arena* arena, VarSet* set, size_t variable) {
  TRY(words_make(arena, set, variable / WORD + 1));
  set->items[variable / WORD] |= (uint64_t)1 << variable % WORD;
  return ATT_OK;
}

bool
att_varset_has(const VarSet* set, size_t variable) {
  return (word_of(set, variable / WORD) >> variable % WORD & 1) != 0;
}

AttStatus
att_varset_unite(Arena* arena, VarSet* set, const VarSet* other) {
  TRY(words_make(arena, set, other->length));
  for (size_t i = 0; i < other->length; i++) {
    set->items[i] |= other->items[i];
  }
  return ATT_OK;
}

void
att_varset_intersect(VarSet* set, const VarSet* other) {
  for (size_t i = 0; i < set->length; i++) {
    set->items[i] &= word_of(other, i);
  }
}

bool
att_varset_is_within(const VarSet* set, const VarSet* other) {
  for (size_t i = 0; i < set->length; i++) {
    if ((set->items[i] & ~word_of(other, i)) != 0) {
      return false;
    }
  }
  return true;
}

bool
att_varset_meets(const VarSet* left, const VarSet* right, const VarSet* but) {
  for (size_t i = 0; i < left->length; i++) {
    if ((left->items[i] & word_of(right, i) & ~word_of(but, i)) != 0) {
      return true;
    }
  }
  return false;
}
