/* A growable list in an arena: the one container macro. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_LIST_H
#define ATTACHE_BASE_LIST_H

#include "base/arena.h"

/** A list of Type; all zeros is an empty one. */
#define LIST(Type)   \
  struct {           \
    Type* items;     \
    size_t length;   \
    size_t capacity; \
  }

/** Appends `value` to the list `list` points to; an AttStatus. */
#define LIST_PUSH(arena, list, value)                                \
  (((list)->length < (list)->capacity ||                             \
    att_list_grow((arena), (void*)&(list)->items, &(list)->capacity, \
                  sizeof *(list)->items) == ATT_OK)                  \
     ? ((list)->items[(list)->length++] = (value), ATT_OK)           \
     : ATT_NO_MEMORY)

/** Doubles a list's room; use LIST_PUSH. `items` points to the list's pointer,
 * whose old array may stay in the arena. */
AttStatus
att_list_grow(Arena* arena, void* items, size_t* capacity, size_t size);

#endif
