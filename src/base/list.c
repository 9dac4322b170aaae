/* A growable list in an arena: the one container macro. */
/* SPDX-License-Identifier: MIT */
#include "base/list.h"

AttStatus
att_list_grow(Arena* arena, void* items, size_t* capacity, size_t size) {
  const size_t wanted = *capacity == 0 ? 8 : *capacity * 2;
  if (wanted > SIZE_MAX / 2 / size) {
    return ATT_NO_MEMORY;
  }
  TRY(att_arena_grow(arena, *capacity * size, wanted * size, items));
  *capacity = wanted;
  return ATT_OK;
}
