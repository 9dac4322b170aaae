/* Glyphs: the classes of characters that cutting text into tokens needs. */
/* SPDX-License-Identifier: MIT */
#include "language/glyph.h"

uint32_t
att_glyph_at(Slice text, size_t at, size_t end) {
  return at < end ? att_utf8_next(text, &at) : 0;
}

size_t
att_glyph_end(Slice text, size_t at, size_t end) {
  (void)att_utf8_next(text, &at);
  return at < end ? at : end;
}

size_t
att_glyph_begin(Slice text, size_t begin, size_t at) {
  size_t start = at > begin ? at - 1 : begin;
  while (start > begin && at - start < 4 &&
         ((unsigned char)text.start[start] & 0xC0) == 0x80) {
    start--;
  }
  return start;
}

uint32_t
att_glyph_before(Slice text, size_t begin, size_t at) {
  return att_glyph_at(text, att_glyph_begin(text, begin, at), at);
}

bool
att_glyph_is_word(uint32_t glyph) {
  return att_utf8_is_word(glyph) || glyph == 0xAD || glyph == 0x200B ||
         glyph == 0x200C || glyph == 0x200D || glyph == 0x2060 ||
         glyph == 0xFEFF;
}

bool
att_glyph_is_apostrophe(uint32_t glyph) {
  return glyph == '\'' || glyph == 0x2019;
}

bool
att_glyph_is_hyphen(uint32_t glyph) {
  return glyph == '-' || glyph == 0x2010 || glyph == 0x2011;
}

bool
att_glyph_is_closer(uint32_t glyph) {
  return glyph == '"' || glyph == '\'' || glyph == ')' || glyph == ']' ||
         glyph == 0x2019 || glyph == 0x201D || glyph == 0xBB;
}

bool
att_glyph_is_opener(uint32_t glyph) {
  return glyph == '"' || glyph == '\'' || glyph == '(' || glyph == '[' ||
         glyph == 0x2018 || glyph == 0x201C || glyph == 0xAB || glyph == '`';
}

bool
att_glyph_is_break(uint32_t glyph) {
  return glyph == '\n' || glyph == '\r' || glyph == 0x2028 || glyph == 0x2029;
}
