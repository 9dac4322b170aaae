/* UTF-8: decoding, validity, counting, folding for comparison. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

uint32_t
att_utf8_next(Slice text, size_t* at) {
  const unsigned char first = (unsigned char)text.start[*at];
  if (first < 0x80) {
    *at += 1;
    return first;
  }
  utf8proc_int32_t code_point = -1;
  const utf8proc_ssize_t length =
    utf8proc_iterate((const utf8proc_uint8_t*)text.start + *at,
                     (utf8proc_ssize_t)(text.length - *at), &code_point);
  if (length <= 0 || code_point < 0) {
    *at += 1;
    return UINT32_MAX;
  }
  *at += (size_t)length;
  return (uint32_t)code_point;
}

size_t
att_utf8_put(uint32_t code_point, char* out) {
  return (size_t)utf8proc_encode_char((utf8proc_int32_t)code_point,
                                      (utf8proc_uint8_t*)out);
}

size_t
att_utf8_count(Slice text) {
  size_t count = 0;
  for (size_t i = 0; i < text.length; i++) {
    count += ((unsigned char)text.start[i] & 0xC0) != 0x80;
  }
  return count;
}

static utf8proc_category_t
category(uint32_t code_point) {
  return code_point > 0x10FFFF
           ? UTF8PROC_CATEGORY_CN
           : utf8proc_category((utf8proc_int32_t)code_point);
}

bool
att_utf8_is_upper(uint32_t code_point) {
  if (code_point < 0x80) {
    return code_point >= 'A' && code_point <= 'Z';
  }
  const utf8proc_category_t kind = category(code_point);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool
att_utf8_is_lower(uint32_t code_point) {
  if (code_point < 0x80) {
    return code_point >= 'a' && code_point <= 'z';
  }
  return category(code_point) == UTF8PROC_CATEGORY_LL;
}

bool
att_utf8_is_letter(uint32_t code_point) {
  if (code_point < 0x80) {
    return att_utf8_is_upper(code_point) || att_utf8_is_lower(code_point);
  }
  const utf8proc_category_t kind = category(code_point);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool
att_utf8_is_digit(uint32_t code_point) {
  return code_point < 0x80 ? code_point >= '0' && code_point <= '9'
                           : category(code_point) == UTF8PROC_CATEGORY_ND;
}

bool
att_utf8_is_word(uint32_t code_point) {
  if (code_point < 0x80) {
    return att_utf8_is_letter(code_point) || att_utf8_is_digit(code_point);
  }
  const utf8proc_category_t kind = category(code_point);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO;
}

bool
att_utf8_is_space(uint32_t code_point) {
  if (code_point < 0x80) {
    return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
  }
  const utf8proc_category_t kind = category(code_point);
  return code_point == 0x85 || kind == UTF8PROC_CATEGORY_ZS ||
         kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
}

static AttStatus
ascii_lower(Arena* arena, Slice text, Slice* out) {
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, text.length + 1, &bytes));
  for (size_t i = 0; i < text.length; i++) {
    const char byte = text.start[i];
    bytes[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
  }
  *out = (Slice){ bytes, text.length };
  return ATT_OK;
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

static AttStatus
mapped(Arena* arena, Slice text, unsigned options, Slice* out) {
  if (is_ascii(text)) {
    return ascii_lower(arena, text, out);
  }
  utf8proc_uint8_t* folded = NULL;
  const utf8proc_ssize_t length =
    utf8proc_map((const utf8proc_uint8_t*)text.start,
                 (utf8proc_ssize_t)text.length, &folded,
                 (utf8proc_option_t)options);
  if (length == UTF8PROC_ERROR_NOMEM) {
    return ATT_NO_MEMORY;
  }
  if (length < 0) {
    return ascii_lower(arena, text, out);
  }
  const AttStatus status =
    att_slice_copy(arena, (Slice){ (const char*)folded, (size_t)length }, out);
  free(folded);
  return status;
}

AttStatus
att_utf8_fold(Arena* arena, Slice text, Slice* out) {
  return mapped(arena, text,
                UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                  UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
                out);
}

AttStatus
att_utf8_lower(Arena* arena, Slice text, Slice* out) {
  return mapped(arena, text,
                UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD, out);
}

AttStatus
att_utf8_case(Arena* arena, Slice text, bool upper, Slice* out) {
  /* A letter may take one byte more in the other case. */
  char* bytes = NULL;
  size_t length = 0;
  TRY(att_arena_alloc(arena, text.length * 2, &bytes));
  for (size_t i = 0; i < text.length;) {
    const size_t begin = i;
    const uint32_t code_point = att_utf8_next(text, &i);
    if (code_point == UINT32_MAX) {
      bytes[length++] = text.start[begin];
      continue;
    }
    const utf8proc_int32_t old = (utf8proc_int32_t)code_point;
    const utf8proc_int32_t changed =
      upper ? utf8proc_toupper(old) : utf8proc_tolower(old);
    length += att_utf8_put((uint32_t)changed, bytes + length);
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

static bool
is_clean(uint32_t code_point) {
  if (code_point < 0x20) {
    return code_point == '\t' || code_point == '\n' || code_point == '\r';
  }
  return code_point <= 0x10FFFF && code_point != 0x7F && code_point != 0xFFFE &&
         code_point != 0xFFFF;
}

bool
att_utf8_is_clean(Slice text) {
  for (size_t at = 0; at < text.length;) {
    if (!is_clean(att_utf8_next(text, &at))) {
      return false;
    }
  }
  return true;
}

AttStatus
att_utf8_clean(Arena* arena, Slice text, Slice* out) {
  if (att_utf8_is_clean(text)) {
    *out = text;
    return ATT_OK;
  }
  const uint32_t replacement = 0xFFFD;
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, text.length * 3, &bytes));
  size_t length = 0;
  for (size_t at = 0; at < text.length;) {
    const uint32_t code_point = att_utf8_next(text, &at);
    length += att_utf8_put(is_clean(code_point) ? code_point : replacement,
                           bytes + length);
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}
