/* Interned strings: equal bytes, equal id. */
/* SPDX-License-Identifier: MIT */
#include "base/intern.h"

#include <assert.h>

static size_t
slot_find(const Intern* intern, Slice string) {
  const size_t mask = intern->slot_count - 1;
  size_t slot = att_slice_hash(string) & mask;
  while (
    intern->slots[slot] != INTERN_NONE &&
    !att_slice_equals(att_intern_string(intern, intern->slots[slot]), string)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

static AttStatus
slots_grow(Arena* arena, Intern* intern) {
  const size_t count = intern->slot_count == 0 ? 64 : intern->slot_count * 2;
  uint32_t* slots = NULL;
  TRY(att_arena_alloc(arena, count * sizeof *slots, &slots));
  att_arena_drop(arena, intern->slots,
                 intern->slot_count * sizeof *intern->slots);
  intern->slots = slots;
  intern->slot_count = count;
  for (size_t i = 0; i < intern->strings.length; i++) {
    size_t slot = att_slice_hash(intern->strings.items[i]) & (count - 1);
    while (slots[slot] != INTERN_NONE) {
      slot = (slot + 1) & (count - 1);
    }
    slots[slot] = (uint32_t)i + 1;
  }
  return ATT_OK;
}

AttStatus
att_intern(Arena* arena, Intern* intern, Slice string, uint32_t* out) {
  if ((intern->strings.length + 1) * 2 > intern->slot_count) {
    TRY(slots_grow(arena, intern));
  }
  const size_t slot = slot_find(intern, string);
  if (intern->slots[slot] == INTERN_NONE) {
    if (intern->strings.length >= UINT32_MAX - 1) {
      return ATT_LIMIT;
    }
    Slice copy;
    TRY(att_slice_copy(arena, string, &copy));
    TRY(LIST_PUSH(arena, &intern->strings, copy));
    intern->slots[slot] = (uint32_t)intern->strings.length;
  }
  *out = intern->slots[slot];
  return ATT_OK;
}

uint32_t
att_intern_find(const Intern* intern, Slice string) {
  if (intern->slot_count == 0) {
    return INTERN_NONE;
  }
  return intern->slots[slot_find(intern, string)];
}

Slice
att_intern_string(const Intern* intern, uint32_t id) {
  assert(id <= intern->strings.length);
  return id == INTERN_NONE ? (Slice){ "", 0 } : intern->strings.items[id - 1];
}
