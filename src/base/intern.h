/* Interned strings: equal bytes, equal id. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_INTERN_H
#define ATTACHE_BASE_INTERN_H

#include "base/list.h"
#include "base/slice.h"

/** No string; ids start at 1. */
#define INTERN_NONE 0U

/** A set of strings, each with an id from 1 in order of arrival. All zeros is
 * an empty one. The strings live in the arena. */
typedef struct Intern {
  LIST(Slice) strings; /**< [id - 1] */
  uint32_t* slots;     /**< Open addressing; 0 is free. */
  size_t slot_count;   /**< A power of two, or 0. */
} Intern;

/** The id of `string`, added (copied) if it is new. */
AttStatus
att_intern(Arena* arena, Intern* intern, Slice string, uint32_t* out);

/** The id of `string`, or INTERN_NONE if it never arrived. */
uint32_t
att_intern_find(const Intern* intern, Slice string);

/** The string of a valid id; empty for INTERN_NONE. */
Slice
att_intern_string(const Intern* intern, uint32_t id);

#endif
