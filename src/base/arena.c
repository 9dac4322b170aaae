/* An arena: memory with one lifetime and a ceiling. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

/* Small enough for one short article, large enough that blocks are few. */
#define BLOCK_SIZE ((size_t)256 * 1024)

struct ArenaBlock {
  ArenaBlock* older;
  size_t size; /* bytes in `bytes` */
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

static AttStatus
block_add(Arena* arena, size_t size) {
  const size_t want = size > BLOCK_SIZE ? size : BLOCK_SIZE;
  const size_t room = arena->ceiling - arena->total;
  const size_t bytes = want < room ? want : room;
  if (bytes < size) {
    return ATT_NO_MEMORY;
  }
  ArenaBlock* const block = malloc(sizeof *block + bytes);
  if (block == NULL) {
    return ATT_NO_MEMORY;
  }
  block->older = arena->block;
  block->size = bytes;
  arena->block = block;
  arena->used = 0;
  arena->total += bytes;
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
  void* const bytes = arena->block->bytes + arena->used;
  arena->used += rounded;
  memset(bytes, 0, rounded);
  memcpy(out, &bytes, sizeof bytes);
  return ATT_OK;
}

static void
blocks_free(ArenaBlock* block) {
  while (block != NULL) {
    ArenaBlock* const older = block->older;
    free(block);
    block = older;
  }
}

void
att_arena_reset(Arena* arena) {
  if (arena->block == NULL) {
    return;
  }
  blocks_free(arena->block->older);
  arena->block->older = NULL;
  arena->total = arena->block->size;
  arena->used = 0;
}

void
att_arena_end(Arena* arena) {
  blocks_free(arena->block);
  *arena = (Arena){ .ceiling = arena->ceiling };
}
