/* IRIs: what may stand in one, and the IRI of a file. */
/* SPDX-License-Identifier: MIT */
#include "base/iri.h"

#include "base/utf8.h"

/* Whether RFC 3987 keeps a printable ASCII character out of an IRI. */
static bool
is_forbidden(char c) {
  switch (c) {
  case '<':
  case '>':
  case '"':
  case '{':
  case '}':
  case '|':
  case '^':
  case '`':
  case '\\':
    return true;
  default:
    return false;
  }
}

static bool
is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') ||
         (c >= 'a' && c <= 'f');
}

static bool
is_alpha(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* How many bytes at `at` may stay as they are; 0 if the byte there may not. */
static size_t
legal_bytes(Slice text, size_t at) {
  const char c = text.start[at];
  if (c == '%') {
    return at + 2 < text.length && is_hex(text.start[at + 1]) &&
               is_hex(text.start[at + 2])
             ? 1
             : 0;
  }
  if ((unsigned char)c < 0x80) {
    return c > ' ' && c != 0x7F && !is_forbidden(c) ? 1 : 0;
  }
  size_t next = at;
  const uint32_t code_point = att_utf8_next(text, &next);
  const bool legal = code_point != UINT32_MAX && code_point >= 0xA0 &&
                     !att_utf8_is_space(code_point) &&
                     (code_point & 0xFFFE) != 0xFFFE;
  return legal ? next - at : 0;
}

static bool
is_legal(Slice text) {
  size_t at = 0;
  while (at < text.length) {
    const size_t bytes = legal_bytes(text, at);
    if (bytes == 0) {
      return false;
    }
    at += bytes;
  }
  return true;
}

static size_t
percent_put(unsigned char byte, char* out) {
  static const char digits[] = "0123456789ABCDEF";
  out[0] = '%';
  out[1] = digits[byte >> 4];
  out[2] = digits[byte & 15];
  return 3;
}

AttStatus
att_iri_encode(Arena* arena, Slice text, Slice* out) {
  if (is_legal(text)) {
    *out = text;
    return ATT_OK;
  }
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, text.length * 3, &bytes));
  size_t length = 0;
  for (size_t at = 0; at < text.length;) {
    const size_t legal = legal_bytes(text, at);
    if (legal == 0) {
      length += percent_put((unsigned char)text.start[at], bytes + length);
      at++;
    } else {
      memcpy(bytes + length, text.start + at, legal);
      length += legal;
      at += legal;
    }
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

bool
att_iri_is_absolute(Slice text) {
  if (text.length == 0 || !is_alpha(text.start[0])) {
    return false;
  }
  size_t at = 1;
  while (at < text.length &&
         (is_alpha(text.start[at]) || strchr("+-.", text.start[at]) != NULL ||
          (text.start[at] >= '0' && text.start[at] <= '9'))) {
    at++;
  }
  return at < text.length && text.start[at] == ':' && is_legal(text);
}

AttStatus
att_iri_of_path(Arena* arena, Slice path, Slice* out) {
  static const char scheme[] = "file:///";
  const size_t slashes = path.length > 0 && path.start[0] == '/' ? 1 : 0;
  size_t length = sizeof scheme - 1;
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, length + path.length * 3, &bytes));
  memcpy(bytes, scheme, length);
  for (size_t i = slashes; i < path.length; i++) {
    const char c = path.start[i];
    const bool plain = is_alpha(c) || (c >= '0' && c <= '9') ||
                       (c != '\0' && strchr("/-._~+,=@!$&'()*:;", c) != NULL);
    if (plain) {
      bytes[length++] = c;
    } else {
      length += percent_put((unsigned char)c, bytes + length);
    }
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}
