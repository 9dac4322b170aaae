/* A slice: borrowed bytes with a length. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_SLICE_H
#define ATTACHE_BASE_SLICE_H

#include "base/arena.h"

#include <string.h>

/** Bytes that somebody else owns; no NUL at the end. */
typedef struct Slice {
  const char* start;
  size_t length; /**< bytes */
} Slice;

/** The literal `text` as a slice. */
#define SLICE(text) ((Slice){ (text), sizeof(text) - 1 })

/** `text` up to its NUL. */
Slice
att_slice(const char* text);

/** Bytes `begin` up to `end` of `whole`; both within it. */
Slice
att_slice_part(Slice whole, size_t begin, size_t end);

bool
att_slice_equals(Slice left, Slice right);

/** Whether `slice` is the NUL-terminated `text`. */
bool
att_slice_is(Slice slice, const char* text);

bool
att_slice_starts(Slice slice, Slice prefix);

bool
att_slice_ends(Slice slice, Slice suffix);

/** Byte order: negative, 0, positive. */
int
att_slice_compare(Slice left, Slice right);

/** Without ASCII white space at both ends. */
Slice
att_slice_trim(Slice slice);

/** A 64-bit hash; never 0. Not the same on every machine. */
uint64_t
att_slice_hash(Slice slice);

/** A copy in the arena, with a NUL behind it for the doors that ask. */
AttStatus
att_slice_copy(Arena* arena, Slice slice, Slice* out);

#endif
