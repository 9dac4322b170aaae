/* HTML: untrusted text written so that it stays text. */
/* SPDX-License-Identifier: MIT */
#include "report/html.h"

#include "base/sha256.h"
#include "base/utf8.h"

/* Marks, embeddings, overrides and isolates of the bidirectional algorithm. */
static bool
turns_direction(uint32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool
is_control(uint32_t c) {
  return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) ||
         c == 0x2028 || c == 0x2029 || c == UINT32_MAX;
}

static const char*
entity_of(uint32_t c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\'':
    return "&#39;";
  default:
    return NULL;
  }
}

void
att_html_text(FILE* out, Slice text) {
  for (size_t at = 0; at < text.length;) {
    const size_t begin = at;
    const uint32_t c = att_utf8_next(text, &at);
    const char* const entity = entity_of(c);
    if (entity != NULL) {
      (void)fputs(entity, out);
    } else if (is_control(c) || turns_direction(c)) {
      (void)fprintf(out, "[U+%04X]", c == UINT32_MAX ? 0xFFFDU : (unsigned)c);
    } else {
      (void)fwrite(text.start + begin, 1, at - begin, out);
    }
  }
}

void
att_html_name(FILE* out, Slice text) {
  (void)fputs("<bdi>", out);
  att_html_text(out, text);
  (void)fputs("</bdi>", out);
}

void
att_html_hash(FILE* out, Slice code) {
  static const char digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  /* One byte more than the digest has, so that three at a time can be taken. */
  unsigned char digest[SHA256_SIZE + 1] = { 0 };
  att_sha256(code, digest);
  (void)fputs("'sha256-", out);
  for (size_t i = 0; i < sizeof digest; i += 3) {
    const unsigned bits =
      (unsigned)digest[i] << 16 | (unsigned)digest[i + 1] << 8 | digest[i + 2];
    (void)fputc(digits[bits >> 18], out);
    (void)fputc(digits[bits >> 12 & 63], out);
    (void)fputc(digits[bits >> 6 & 63], out);
    (void)fputc(i + 2 < SHA256_SIZE ? digits[bits & 63] : '=', out);
  }
  (void)fputc('\'', out);
}
