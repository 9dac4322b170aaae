/* Scanning: the words of a Turtle file, with where each stands. */
/* SPDX-License-Identifier: MIT */
#include "ontology/scan.h"

/* What ends a name. */
#define DELIMITERS " \t\r\n;,[]()<>\"'#^@"

static bool
is_one_of(const char* bytes, char byte) {
  return byte != '\0' && strchr(bytes, byte) != NULL;
}

static size_t
blank_skip(Slice text, size_t at) {
  while (at < text.length) {
    if (text.start[at] == '#') {
      const char* const end = memchr(text.start + at, '\n', text.length - at);
      at = end == NULL ? text.length : (size_t)(end - text.start);
    } else if (is_one_of(" \t\r\n", text.start[at])) {
      at++;
    } else {
      break;
    }
  }
  return at;
}

static size_t
quotes_at(Slice text, size_t at) {
  size_t count = 0;
  while (count < 3 && at + count < text.length &&
         text.start[at + count] == text.start[at]) {
    count++;
  }
  return count;
}

/* Short strings end on their line, long ones with three quotes. */
static ScanWord
string_scan(Slice text, size_t begin) {
  const char quote = text.start[begin];
  const size_t quotes = quotes_at(text, begin);
  if (quotes == 2) {
    return (ScanWord){ SCAN_STRING, begin, begin + 2 };
  }
  for (size_t at = begin + quotes; at < text.length; at++) {
    if (text.start[at] == '\\') {
      at++;
    } else if (text.start[at] == '\n' && quotes == 1) {
      return (ScanWord){ SCAN_OPEN, begin, at };
    } else if (text.start[at] == quote &&
               (quotes == 1 || quotes_at(text, at) == 3)) {
      return (ScanWord){ SCAN_STRING, begin, at + quotes };
    }
  }
  return (ScanWord){ SCAN_OPEN, begin, text.length };
}

static ScanWord
iri_scan(Slice text, size_t begin) {
  size_t at = begin + 1;
  while (at < text.length && !is_one_of("<>\"{}|^` \t\r\n", text.start[at])) {
    at++;
  }
  if (at == text.length || text.start[at] != '>') {
    return (ScanWord){ SCAN_STRANGE, begin, begin + 1 };
  }
  return (ScanWord){ SCAN_IRI, begin, at + 1 };
}

static size_t
name_end(Slice text, size_t at) {
  const size_t begin = at;
  while (at < text.length && !is_one_of(DELIMITERS, text.start[at])) {
    at += text.start[at] == '\\' && at + 1 < text.length ? 2 : 1;
  }
  /* A dot at the end ends the statement. */
  while (at > begin && text.start[at - 1] == '.') {
    at--;
  }
  return at;
}

ScanWord
att_scan_next(Slice text, size_t at) {
  const size_t begin = blank_skip(text, at);
  if (begin >= text.length) {
    return (ScanWord){ SCAN_END, text.length, text.length };
  }
  const char first = text.start[begin];
  if (first == '"' || first == '\'') {
    return string_scan(text, begin);
  }
  if (first == '<') {
    return iri_scan(text, begin);
  }
  if (first == '^' && begin + 1 < text.length && text.start[begin + 1] == '^') {
    return (ScanWord){ SCAN_TYPE, begin, begin + 2 };
  }
  if (first == '@') {
    return (ScanWord){ SCAN_TAG, begin, name_end(text, begin + 1) };
  }
  const size_t end = name_end(text, begin);
  if (end > begin) {
    return (ScanWord){ SCAN_NAME, begin, end };
  }
  return (ScanWord){ is_one_of(".;,[]()", first) ? SCAN_MARK : SCAN_STRANGE,
                     begin, begin + 1 };
}

bool
att_scan_is(Slice text, ScanWord word, char mark) {
  return word.kind == SCAN_MARK && text.start[word.begin] == mark;
}

Slice
att_scan_inside(Slice text, ScanWord word) {
  size_t quotes = 1;
  if (word.kind == SCAN_STRING && word.end - word.begin >= 6 &&
      quotes_at(text, word.begin) == 3) {
    quotes = 3;
  }
  return att_slice_part(text, word.begin + quotes, word.end - quotes);
}

Place
att_scan_place(Slice text, size_t at, const char* file) {
  Place place = { file, 1, 1 };
  for (size_t i = 0; i < at && i < text.length; i++) {
    const unsigned char byte = (unsigned char)text.start[i];
    if (byte == '\n') {
      place.line++;
      place.column = 1;
    } else if ((byte & 0xC0) != 0x80) {
      place.column++;
    }
  }
  return place;
}
