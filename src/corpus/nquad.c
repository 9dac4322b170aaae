/* N-Quads: one line taken apart, as it is written. */
/* SPDX-License-Identifier: MIT */
#include "corpus/nquad.h"

static bool
is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r';
}

static size_t
blanks_skip(Slice line, size_t at) {
  while (at < line.length && is_blank(line.start[at])) {
    at++;
  }
  return at;
}

/* Behind the IRI at `at`; 0 if there is none. */
static size_t
iri_skip(Slice line, size_t at) {
  for (at++; at < line.length; at++) {
    const unsigned char byte = (unsigned char)line.start[at];
    if (byte == '>') {
      return at + 1;
    }
    if (byte <= ' ' || byte == '<' || byte == '"') {
      return 0;
    }
  }
  return 0;
}

/* Behind bytes that are no blanks: a label, a language. */
static size_t
word_skip(Slice line, size_t at) {
  const size_t from = at;
  while (at < line.length && !is_blank(line.start[at]) &&
         line.start[at] != '<') {
    at++;
  }
  return at > from ? at : 0;
}

static size_t
literal_skip(Slice line, size_t at) {
  for (at++; at < line.length && line.start[at] != '"'; at++) {
    at += line.start[at] == '\\';
  }
  if (at >= line.length) {
    return 0;
  }
  at++;
  if (at < line.length && line.start[at] == '@') {
    return word_skip(line, at + 1);
  }
  if (at + 2 < line.length && line.start[at] == '^' &&
      line.start[at + 1] == '^' && line.start[at + 2] == '<') {
    return iri_skip(line, at + 2);
  }
  return at;
}

/* Takes the term at `*at`, if one of the kinds that `marks` begin stands there,
 * and moves behind it. */
static bool
term_take(Slice line, size_t* at, const char* marks, Slice* out) {
  const size_t from = blanks_skip(line, *at);
  if (from >= line.length || line.start[from] == '\0' ||
      strchr(marks, line.start[from]) == NULL) {
    return false;
  }
  const size_t end = line.start[from] == '<'   ? iri_skip(line, from)
                     : line.start[from] == '"' ? literal_skip(line, from)
                                               : word_skip(line, from);
  if (end == 0) {
    return false;
  }
  *out = att_slice_part(line, from, end);
  *at = end;
  return true;
}

bool
att_nquad_parse(Slice line, NQuad* out) {
  NQuad quad = { 0 };
  size_t at = blanks_skip(line, 0);
  if (at == line.length || line.start[at] == '#') {
    *out = quad;
    return true;
  }
  const size_t from = at;
  if (!term_take(line, &at, "<_", &quad.subject) ||
      !term_take(line, &at, "<", &quad.predicate) ||
      !term_take(line, &at, "<_\"", &quad.object)) {
    return false;
  }
  quad.triple = att_slice_part(line, from, at);
  (void)term_take(line, &at, "<_", &quad.graph);
  at = blanks_skip(line, at);
  if (at == line.length || line.start[at] != '.') {
    return false;
  }
  at = blanks_skip(line, at + 1);
  *out = quad;
  return at == line.length || line.start[at] == '#';
}
