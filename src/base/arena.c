/* An arena: memory with one lifetime and a ceiling. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

/* Small enough for one short article, large enough that blocks are few. */
#define BLOCK_SIZE ((size_t)256 * 1024)

/* What is kept at a reset: more than nearly every article takes. */
#define KEPT_BYTES ((size_t)8 * 1024 * 1024)

struct ArenaBlock {
  ArenaBlock* older;
  size_t size; /* bytes in `bytes` */
  bool used;   /* by an earlier round: no longer zeros */
  alignas(max_align_t) unsigned char bytes[];
};

Arena
att_arena_begin(size_t ceiling) {
  return (Arena){ .ceiling = ceiling };
}

static size_t
round_up(size_t size) {
  const size_t step = alignof(max_align_t);
  return (size + step - 1) / step * step;
}

static void
blocks_free(Arena* arena, ArenaBlock** blocks) {
  while (*blocks != NULL) {
    ArenaBlock* const older = (*blocks)->older;
    arena->total -= (*blocks)->size;
    free(*blocks);
    *blocks = older;
  }
}

/* Takes the smallest spare block of at least `size` bytes; NULL if there is
 * none. */
static ArenaBlock*
spare_take(Arena* arena, size_t size) {
  ArenaBlock** best = NULL;
  for (ArenaBlock** at = &arena->spare; *at != NULL; at = &(*at)->older) {
    if ((*at)->size >= size && (best == NULL || (*at)->size < (*best)->size)) {
      best = at;
    }
  }
  ArenaBlock* const block = best == NULL ? NULL : *best;
  if (block != NULL) {
    *best = block->older;
  }
  return block;
}

static ArenaBlock*
block_new(Arena* arena, size_t size) {
  const size_t want = size > BLOCK_SIZE ? size : BLOCK_SIZE;
  if (arena->ceiling - arena->total < want) {
    blocks_free(arena, &arena->spare);
  }
  const size_t room = arena->ceiling - arena->total;
  const size_t bytes = want < room ? want : room;
  ArenaBlock* const block =
    bytes < size ? NULL : calloc(1, sizeof *block + bytes);
  if (block != NULL) {
    block->size = bytes;
    arena->total += bytes;
  }
  return block;
}

/* A large object gets a block of its own behind the one in use, which may have
 * room for more. */
static AttStatus
block_add(Arena* arena, size_t size) {
  ArenaBlock* block = spare_take(arena, size);
  if (block == NULL) {
    block = block_new(arena, size);
  }
  if (block == NULL) {
    return ATT_NO_MEMORY;
  }
  if (size > BLOCK_SIZE && arena->block != NULL) {
    block->older = arena->block->older;
    arena->block->older = block;
  } else {
    block->older = arena->block;
    arena->block = block;
    arena->used = 0;
  }
  return ATT_OK;
}

AttStatus
att_arena_alloc(Arena* arena, size_t size, void* out) {
  if (size > SIZE_MAX / 2) {
    return ATT_NO_MEMORY;
  }
  const size_t rounded = round_up(size == 0 ? 1 : size);
  if (arena->block == NULL || arena->block->size - arena->used < rounded) {
    TRY(block_add(arena, rounded));
  }
  ArenaBlock* block = arena->block;
  void* bytes = NULL;
  if (block->size - arena->used < rounded) {
    block = block->older;
    bytes = block->bytes;
  } else {
    bytes = block->bytes + arena->used;
    arena->used += rounded;
  }
  if (block->used) {
    memset(bytes, 0, rounded);
  }
  memcpy(out, &bytes, sizeof bytes);
  return ATT_OK;
}

/* Where the block is kept that holds just those bytes; NULL if others are in
 * it too, or may come. */
static ArenaBlock**
block_alone(Arena* arena, const void* bytes, size_t size) {
  if (size <= BLOCK_SIZE) {
    return NULL;
  }
  for (ArenaBlock** at = &arena->block; *at != NULL; at = &(*at)->older) {
    if ((*at)->bytes == bytes) {
      return (*at)->size == round_up(size) ? at : NULL;
    }
  }
  return NULL;
}

AttStatus
att_arena_grow(Arena* arena, size_t old, size_t size, void* array) {
  void* bytes = NULL;
  memcpy(&bytes, array, sizeof bytes);
  ArenaBlock** const at = block_alone(arena, bytes, old);
  const size_t rounded = round_up(size);
  if (at == NULL || size > SIZE_MAX / 2 ||
      arena->ceiling - arena->total < rounded - (*at)->size) {
    void* grown = NULL;
    TRY(att_arena_alloc(arena, size, &grown));
    if (old > 0) {
      memcpy(grown, bytes, old);
    }
    memcpy(array, &grown, sizeof grown);
    return ATT_OK;
  }
  ArenaBlock* const block = realloc(*at, sizeof *block + rounded);
  if (block == NULL) {
    return ATT_NO_MEMORY;
  }
  if (at == &arena->block) {
    arena->used = rounded;
  }
  arena->total += rounded - block->size;
  block->size = rounded;
  *at = block;
  bytes = block->bytes;
  memcpy(array, &bytes, sizeof bytes);
  return ATT_OK;
}

void
att_arena_drop(Arena* arena, const void* array, size_t size) {
  ArenaBlock** const at = block_alone(arena, array, size);
  if (at == NULL) {
    return;
  }
  ArenaBlock* const block = *at;
  if (at == &arena->block) {
    arena->used = block->older == NULL ? 0 : block->older->size;
  }
  *at = block->older;
  arena->total -= block->size;
  free(block);
}

ArenaMark
att_arena_mark(const Arena* arena) {
  ArenaBlock* const block = arena->block;
  return (ArenaMark){ .block = block,
                      .older = block == NULL ? NULL : block->older,
                      .used = arena->used };
}

/* Keeps the blocks before `end` for what comes, but not those of large objects:
 * few sentences are that long. */
static void
blocks_spare(Arena* arena, ArenaBlock** blocks, const ArenaBlock* end) {
  ArenaBlock* large = NULL;
  while (*blocks != end) {
    ArenaBlock* const block = *blocks;
    *blocks = block->older;
    ArenaBlock** const list = block->size > BLOCK_SIZE ? &large : &arena->spare;
    block->older = *list;
    block->used = true;
    *list = block;
  }
  blocks_free(arena, &large);
}

void
att_arena_rewind(Arena* arena, ArenaMark mark) {
  blocks_spare(arena, &arena->block, mark.block);
  if (mark.block != NULL) {
    blocks_spare(arena, &mark.block->older, mark.older);
    mark.block->used = true;
  }
  arena->used = mark.used;
}

/* Blocks beyond what is kept go back to the system: one long article is not
 * paid for until the end. */
void
att_arena_reset(Arena* arena) {
  size_t kept = 0;
  for (const ArenaBlock* block = arena->spare; block != NULL;
       block = block->older) {
    kept += block->size;
  }
  ArenaBlock* rest = NULL;
  while (arena->block != NULL) {
    ArenaBlock* const block = arena->block;
    arena->block = block->older;
    const bool keeps =
      block->size <= KEPT_BYTES && kept <= KEPT_BYTES - block->size;
    ArenaBlock** const list = keeps ? &arena->spare : &rest;
    kept += keeps ? block->size : 0;
    block->older = *list;
    block->used = true;
    *list = block;
  }
  blocks_free(arena, &rest);
  arena->used = 0;
}

void
att_arena_end(Arena* arena) {
  blocks_free(arena, &arena->block);
  blocks_free(arena, &arena->spare);
  *arena = (Arena){ .ceiling = arena->ceiling };
}
