/* A growable list in an arena: the one container macro. */
/* SPDX-License-Identifier: MIT */
#include "base/list.h"

#include <string.h>

AttStatus
att_list_grow(Arena* arena, void* items, size_t* capacity, size_t size) {
  const size_t wanted = *capacity == 0 ? 8 : *capacity * 2;
  if (wanted > SIZE_MAX / 2 / size) {
    return ATT_NO_MEMORY;
  }
  void* grown = NULL;
  TRY(att_arena_alloc(arena, wanted * size, &grown));
  void* old = NULL;
  memcpy(&old, items, sizeof old);
  if (*capacity > 0) {
    memcpy(grown, old, *capacity * size);
  }
  memcpy(items, &grown, sizeof grown);
  *capacity = wanted;
  return ATT_OK;
}
