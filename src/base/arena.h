/* An arena: memory with one lifetime and a ceiling. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_ARENA_H
#define ATTACHE_BASE_ARENA_H

#include "base/status.h"

typedef struct ArenaBlock ArenaBlock;

/** Owns every byte handed out; objects are never freed one by one. */
typedef struct Arena {
  ArenaBlock* block; /**< The block in use; older ones hang behind it. */
  ArenaBlock* spare; /**< Blocks kept at a reset. */
  size_t used;       /**< Bytes taken in that block. */
  size_t total;      /**< Bytes held of the system. */
  size_t ceiling;    /**< Most bytes ever asked of the system. */
} Arena;

/** An empty arena; allocates nothing yet. `ceiling` is in bytes. */
Arena
att_arena_begin(size_t ceiling);

/** Gives `*out` `size` zeroed bytes, aligned for any type, valid until the
 * arena ends. ATT_NO_MEMORY at the ceiling. */
AttStatus
att_arena_alloc(Arena* arena, size_t size, void* out);

/** Makes the arena empty again; keeps blocks for what comes. */
void
att_arena_reset(Arena* arena);

/** Frees everything. Accepts an arena of zeros. */
void
att_arena_end(Arena* arena);

#endif
