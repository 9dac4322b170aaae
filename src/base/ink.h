/* Ink: bytes on their way to a file, many at a time. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_INK_H
#define ATTACHE_BASE_INK_H

#include "base/slice.h"

#include <stdio.h>
#include <string.h>

#define INK_SIZE 16384

/** What is written to `file` and not yet there. The file says at its end
 * whether all went well. */
typedef struct Ink {
  FILE* file;
  size_t used;
  char bytes[INK_SIZE];
} Ink;

/** Hands over what is left; `ink` can be used again. */
static inline void
ink_flush(Ink* ink) {
  if (ink->used > 0) {
    (void)fwrite(ink->bytes, 1, ink->used, ink->file);
    ink->used = 0;
  }
}

static inline void
ink_put(Ink* ink, Slice slice) {
  if (slice.length > INK_SIZE - ink->used) {
    ink_flush(ink);
  }
  if (slice.length > INK_SIZE) {
    (void)fwrite(slice.start, 1, slice.length, ink->file);
    return;
  }
  memcpy(ink->bytes + ink->used, slice.start, slice.length);
  ink->used += slice.length;
}

#endif
