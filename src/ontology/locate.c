/* Locating: line and column of what a Turtle file says. */
/* SPDX-License-Identifier: MIT */
#include "ontology/locate.h"

#include "base/stream.h"
#include "ontology/walk.h"

/* A file to edit by hand is smaller by far. */
#define FILE_LIMIT ((size_t)64 * 1024 * 1024)

/* Bytes of a word that a message quotes. */
#define QUOTE_SIZE 40

static size_t
line_end(Slice text, unsigned line) {
  size_t at = 0;
  for (unsigned i = 0; i < line && at < text.length; i++) {
    const char* const end = memchr(text.start + at, '\n', text.length - at);
    at = end == NULL ? text.length : (size_t)(end - text.start) + 1;
  }
  return at;
}

static bool
is_it(const Walk* walk, const WalkTriple* triple, const Located* what) {
  const bool nameless = triple->subject.kind == SCAN_END ||
                        walk->text.start[triple->subject.begin] == '_';
  const bool subject =
    att_slice_starts(what->subject, SLICE("_:"))
      ? nameless
      : what->subject.length == 0 ||
          att_walk_means(walk, triple->subject, what->subject);
  return subject &&
         (what->predicate.length == 0 ||
          att_walk_means(walk, triple->verb, what->predicate)) &&
         (what->object.length == 0 ||
          att_walk_means(walk, triple->object, what->object));
}

static ScanWord
part_of(const WalkTriple* triple, LocatePart part) {
  switch (part) {
  case LOCATE_SUBJECT:
    return triple->subject;
  case LOCATE_PREDICATE:
    return triple->verb;
  case LOCATE_OBJECT:
  default:
    return triple->object;
  }
}

Place
att_locate_in(Slice text, Place near, const Located* what) {
  const size_t limit = line_end(text, near.line);
  ScanWord found = { SCAN_END, 0, 0 };
  Walk walk = att_walk_begin(text);
  WalkTriple triple;
  while (att_walk_next(&walk, &triple)) {
    const bool first = found.kind == SCAN_END;
    if ((first || triple.object.begin < limit) && is_it(&walk, &triple, what)) {
      found = part_of(&triple, what->part);
    }
  }
  return found.kind == SCAN_END ? near
                                : att_scan_place(text, found.begin, near.file);
}

/* Opens a file and reads it whole. */
static AttStatus
file_read(const char* path, Stream** stream, Slice* text) {
  static const AttSink quiet = { 0 };
  bool more = false;
  *text = (Slice){ "", 0 };
  TRY(att_stream_open(path, &quiet, stream));
  return att_stream_rest(*stream, FILE_LIMIT, text, &more);
}

Place
att_locate(Place near, const Located* what) {
  if (near.file == NULL) {
    return near;
  }
  Stream* stream = NULL;
  Slice text;
  const AttStatus status = file_read(near.file, &stream, &text);
  const Place place = status == ATT_OK ? att_locate_in(text, near, what) : near;
  att_stream_close(stream);
  return place;
}

/* What a message quotes of the last word: no more than its first line. */
static Slice
word_quote(const Walk* walk) {
  Slice word = att_slice_part(walk->text, walk->word.begin, walk->word.end);
  size_t length = 0;
  while (length < word.length && length < QUOTE_SIZE &&
         word.start[length] != '\n') {
    length++;
  }
  word.length = length;
  return word;
}

static void
mistake_report(const Walk* walk, const char* path, const AttSink* sink) {
  const Slice word = word_quote(walk);
  att_report(sink, ATT_ERROR, att_scan_place(walk->text, walk->wrong_at, path),
             word.length == 0 ? "%s" : "%s: %.*s", walk->wrong,
             (int)word.length, word.start);
}

bool
att_locate_mistake(const char* path, const AttSink* sink) {
  Stream* stream = NULL;
  Slice text;
  bool found = false;
  if (file_read(path, &stream, &text) == ATT_OK) {
    Walk walk = att_walk_begin(text);
    WalkTriple triple;
    while (att_walk_next(&walk, &triple)) {
    }
    found = walk.wrong != NULL;
    if (found) {
      mistake_report(&walk, path, sink);
    }
  }
  att_stream_close(stream);
  return found;
}
