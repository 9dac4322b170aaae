/* Minting: names made from content, so that machines agree on them. */
/* SPDX-License-Identifier: MIT */
#include "graph/mint.h"

#include "base/sha256.h"
#include "base/utf8.h"

#include <inttypes.h>

AttStatus
att_mint_join(Arena* arena, const Slice* parts, size_t count, Slice* out) {
  size_t length = 0;
  for (size_t i = 0; i < count; i++) {
    length += parts[i].length;
  }
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, length + 1, &bytes));
  size_t at = 0;
  for (size_t i = 0; i < count; i++) {
    if (parts[i].length > 0) {
      memcpy(bytes + at, parts[i].start, parts[i].length);
    }
    at += parts[i].length;
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

static bool
is_slug_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

AttStatus
att_mint_slug(Arena* arena, Slice name, Slice* out) {
  Slice folded;
  TRY(att_utf8_fold(arena, name, &folded));
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, folded.length + 2, &bytes));
  size_t length = 0;
  for (size_t i = 0; i < folded.length; i++) {
    const char byte = folded.start[i];
    const bool apostrophe =
      byte == '\'' || byte == '.' || (unsigned char)byte >= 0x80;
    if (is_slug_byte(byte)) {
      bytes[length++] = byte;
    } else if (!apostrophe && length > 0 && bytes[length - 1] != '-') {
      bytes[length++] = '-';
    }
  }
  while (length > 0 && bytes[length - 1] == '-') {
    length--;
  }
  if (length == 0) {
    bytes[length++] = 'x';
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

AttStatus
att_mint_hash(Arena* arena, Slice bytes, size_t digits, Slice* out) {
  char* hex = NULL;
  TRY(att_arena_alloc(arena, digits + 1, &hex));
  att_sha256_hex(bytes, digits, hex);
  *out = (Slice){ hex, digits };
  return ATT_OK;
}

AttStatus
att_mint_number(Arena* arena, uint64_t number, Slice* out) {
  char text[24];
  const int length = snprintf(text, sizeof text, "%" PRIu64, number);
  return att_slice_copy(arena, (Slice){ text, (size_t)length }, out);
}
