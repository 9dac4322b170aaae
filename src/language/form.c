/* Forms: what the tagger sees of a token's bytes. */
/* SPDX-License-Identifier: MIT */
#include "language/form.h"

#include "base/utf8.h"

/* Nothing plain is longer than what it stands for. */
static const char*
plain_for(uint32_t code_point) {
  switch (code_point) {
  case 0x2018:
  case 0x2019:
  case 0x201A:
  case 0x201B:
  case 0x2032:
    return "'";
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x201F:
  case 0x2033:
  case 0xAB:
  case 0xBB:
    return "\"";
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2212:
    return "-";
  case 0x2014:
  case 0x2015:
    return "--";
  case 0x2026:
    return "...";
  case 0xAD:
  case 0x200B:
  case 0x200C:
  case 0x200D:
  case 0x2060:
  case 0xFEFF:
    return "";
  default:
    return NULL;
  }
}

static bool
is_ascii(Slice text) {
  for (size_t i = 0; i < text.length; i++) {
    if ((unsigned char)text.start[i] >= 0x80) {
      return false;
    }
  }
  return true;
}

AttStatus
att_form_plain(Arena* arena, Slice raw, Slice* out) {
  if (is_ascii(raw)) {
    *out = raw;
    return ATT_OK;
  }
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, raw.length, &bytes));
  size_t length = 0;
  for (size_t at = 0; at < raw.length;) {
    const size_t begin = at;
    const char* plain = plain_for(att_utf8_next(raw, &at));
    const Slice piece =
      plain == NULL ? att_slice_part(raw, begin, at) : att_slice(plain);
    memcpy(bytes + length, piece.start, piece.length);
    length += piece.length;
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}
