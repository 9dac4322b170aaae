/* Minting: names made from content, so that machines agree on them. */
/* SPDX-License-Identifier: MIT */
#include "graph/mint.h"

#include "base/sha256.h"
#include "base/utf8.h"

#include <inttypes.h>

/* Hex digits that stand for a name in another script. */
#define SLUG_HASH 12

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

/* Letters that Unicode does not take apart, as Latin letters write them. */
static const char*
letters_of(uint32_t code_point) {
  static const struct {
    uint32_t code_point;
    const char* letters;
  } table[] = {
    { 0xE6, "ae" },  { 0xF0, "d" },  { 0xF8, "o" },  { 0xFE, "th" },
    { 0x111, "d" },  { 0x127, "h" }, { 0x131, "i" }, { 0x142, "l" },
    { 0x153, "oe" }, { 0x167, "t" }, { 0x180, "b" }, { 0x259, "e" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    if (table[i].code_point == code_point) {
      return table[i].letters;
    }
  }
  return "";
}

AttStatus
att_mint_slug(Arena* arena, Slice name, Slice* out) {
  Slice folded;
  char hash[SLUG_HASH + 1];
  TRY(att_utf8_fold(arena, name, &folded));
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, 2 * folded.length + 2, &bytes));
  size_t length = 0;
  for (size_t i = 0; i < folded.length;) {
    const uint32_t code_point = att_utf8_next(folded, &i);
    if (code_point >= 0x80) {
      const Slice letters = att_slice(letters_of(code_point));
      memcpy(bytes + length, letters.start, letters.length);
      length += letters.length;
    } else if (is_slug_byte((char)code_point)) {
      bytes[length++] = (char)code_point;
    } else if (code_point != '\'' && code_point != '.' && length > 0 &&
               bytes[length - 1] != '-') {
      bytes[length++] = '-';
    }
  }
  while (length > 0 && bytes[length - 1] == '-') {
    length--;
  }
  if (length == 0) {
    /* No Latin letter: what tells two such names apart is their hash. */
    const Slice parts[] = { SLICE("x"), { hash, SLUG_HASH } };
    att_sha256_hex(folded, SLUG_HASH, hash);
    return att_mint_join(arena, parts, 2, out);
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
