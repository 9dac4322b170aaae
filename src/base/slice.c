/* A slice: borrowed bytes with a length. */
/* SPDX-License-Identifier: MIT */
#include "base/slice.h"

#include <assert.h>

Slice
att_slice(const char* text) {
  return (Slice){ text, strlen(text) };
}

Slice
att_slice_part(Slice whole, size_t begin, size_t end) {
  assert(begin <= end && end <= whole.length);
  return (Slice){ whole.start + begin, end - begin };
}

bool
att_slice_equals(Slice left, Slice right) {
  return left.length == right.length &&
         (left.length == 0 ||
          memcmp(left.start, right.start, left.length) == 0);
}

bool
att_slice_is(Slice slice, const char* text) {
  return att_slice_equals(slice, att_slice(text));
}

bool
att_slice_starts(Slice slice, Slice prefix) {
  return slice.length >= prefix.length &&
         att_slice_equals(att_slice_part(slice, 0, prefix.length), prefix);
}

bool
att_slice_ends(Slice slice, Slice suffix) {
  return slice.length >= suffix.length &&
         att_slice_equals(att_slice_part(slice, slice.length - suffix.length,
                                         slice.length),
                          suffix);
}

int
att_slice_compare(Slice left, Slice right) {
  const size_t shorter =
    left.length < right.length ? left.length : right.length;
  const int order = shorter == 0 ? 0 : memcmp(left.start, right.start, shorter);
  if (order != 0) {
    return order;
  }
  return (left.length > right.length) - (left.length < right.length);
}

static bool
is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

Slice
att_slice_trim(Slice slice) {
  while (slice.length > 0 && is_space(slice.start[0])) {
    slice = att_slice_part(slice, 1, slice.length);
  }
  while (slice.length > 0 && is_space(slice.start[slice.length - 1])) {
    slice = att_slice_part(slice, 0, slice.length - 1);
  }
  return slice;
}

uint64_t
att_slice_hash(Slice slice) {
  uint64_t hash = 0xcbf29ce484222325U ^ slice.length;
  for (size_t at = 0; at < slice.length; at += sizeof(uint64_t)) {
    const size_t rest = slice.length - at;
    uint64_t word = 0;
    memcpy(&word, slice.start + at, rest < sizeof word ? rest : sizeof word);
    hash = (hash ^ word) * 0x9fb21c651e98df25U;
    hash ^= hash >> 29;
  }
  hash *= 0xd6e8feb86659fd93U;
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}

AttStatus
att_slice_copy(Arena* arena, Slice slice, Slice* out) {
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, slice.length + 1, &bytes));
  if (slice.length > 0) {
    memcpy(bytes, slice.start, slice.length);
  }
  *out = (Slice){ bytes, slice.length };
  return ATT_OK;
}
