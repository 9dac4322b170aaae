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

/** How far an arena was used at one moment. */
typedef struct ArenaMark {
  ArenaBlock* block;
  ArenaBlock* older; /**< Behind that block. */
  size_t used;
} ArenaMark;

/** Gives `*out` `size` zeroed bytes, aligned for any type, valid until the
 * arena ends. ATT_NO_MEMORY at the ceiling. */
AttStatus
att_arena_alloc(Arena* arena, size_t size, void* out);

/** Gives an array of `old` bytes, to which `array` points, at least as many
 * more as `size` is greater, not zeroed, and maybe another place: where the
 * array is large and has a block to itself, its memory grows with it.
 * ATT_NO_MEMORY at the ceiling; the array is as it was. */
AttStatus
att_arena_grow(Arena* arena, size_t old, size_t size, void* array);

/** Says that an array of `size` bytes is no longer needed: if it is large its
 * memory goes back to the system. */
void
att_arena_drop(Arena* arena, const void* array, size_t size);

/** Where the arena is now. */
ArenaMark
att_arena_mark(const Arena* arena);

/** Takes back all that was given since `mark`. Nothing given before may have
 * grown or been dropped since. */
void
att_arena_rewind(Arena* arena, ArenaMark mark);

/** Makes the arena empty again; keeps blocks for what comes. */
void
att_arena_reset(Arena* arena);

/** Frees everything. Accepts an arena of zeros. */
void
att_arena_end(Arena* arena);

#endif
