/* Merging: sorted N-Quads become one sorted file, each line once. */
/* SPDX-License-Identifier: MIT */
#include "attache_corpus.h"

#include "base/stream.h"
#include "corpus/nquad.h"

#include <stdlib.h>

/* No quad of ours comes near. */
#define LINE_LIMIT ((size_t)64 * 1024 * 1024)

/* Bytes written at once. */
#define CHUNK_SIZE ((size_t)64 * 1024)

/* A file being merged. */
typedef struct Input {
  Stream* stream;
  Slice line; /* not written yet; NULL: there is none */
  Place place;
} Input;

typedef struct Merging {
  AttSink sink;
  Input* inputs;
  size_t count;
  size_t* heap; /* inputs with a line; the least is first */
  size_t heaped;
  AttWriter* writer;
  char* last; /* the line written last, with its end */
  size_t last_length;
  size_t last_room;
  char chunk[CHUNK_SIZE]; /* to be written */
  size_t chunk_length;
} Merging;

static bool
is_less(const Merging* merging, size_t left, size_t right) {
  const int order =
    att_slice_compare(merging->inputs[left].line, merging->inputs[right].line);
  return order < 0 || (order == 0 && left < right);
}

static void
heap_swap(Merging* merging, size_t left, size_t right) {
  const size_t kept = merging->heap[left];
  merging->heap[left] = merging->heap[right];
  merging->heap[right] = kept;
}

/* Lets what stands at `at` sink to its place. */
static void
heap_sink(Merging* merging, size_t at) {
  for (;;) {
    size_t least = at;
    for (size_t child = 2 * at + 1;
         child <= 2 * at + 2 && child < merging->heaped; child++) {
      if (is_less(merging, merging->heap[child], merging->heap[least])) {
        least = child;
      }
    }
    if (least == at) {
      return;
    }
    heap_swap(merging, at, least);
    at = least;
  }
}

/* The last line without its end. */
static Slice
last_line(const Merging* merging) {
  return (Slice){ merging->last,
                  merging->last_length == 0 ? 0 : merging->last_length - 1 };
}

/* The next line with a quad. One that stands before the line written last
 * would come too late. */
static AttStatus
line_fetch(Merging* merging, Input* input) {
  NQuad quad = { 0 };
  bool more = true;
  while (more && quad.predicate.length == 0) {
    TRY(att_stream_line(input->stream, LINE_LIMIT, &input->line, &more));
    input->place.line++;
    if (more && !att_nquad_parse(input->line, &quad)) {
      att_report(&merging->sink, ATT_ERROR, input->place,
                 "No quad is here: N-Quads are expected");
      return ATT_INPUT;
    }
  }
  if (!more) {
    input->line.start = NULL;
    return ATT_OK;
  }
  if (merging->last_length > 0 &&
      att_slice_compare(input->line, last_line(merging)) < 0) {
    att_report(
      &merging->sink, ATT_ERROR, input->place,
      "The lines are not sorted by their bytes; LC_ALL=C sort does it");
    return ATT_INPUT;
  }
  return ATT_OK;
}

static AttStatus
chunk_write(Merging* merging) {
  const size_t length = merging->chunk_length;
  merging->chunk_length = 0;
  return length == 0 ? ATT_OK
                     : att_writer_put(merging->writer, merging->chunk, length);
}

static AttStatus
last_write(Merging* merging) {
  const size_t length = merging->last_length;
  if (length > CHUNK_SIZE - merging->chunk_length) {
    TRY(chunk_write(merging));
  }
  if (length > CHUNK_SIZE) {
    return att_writer_put(merging->writer, merging->last, length);
  }
  memcpy(merging->chunk + merging->chunk_length, merging->last, length);
  merging->chunk_length += length;
  return ATT_OK;
}

/* Writes the line, unless it was. */
static AttStatus
line_write(Merging* merging, Slice line) {
  if (merging->last_length > 0 && att_slice_equals(line, last_line(merging))) {
    return ATT_OK;
  }
  if (merging->last_room <= line.length) {
    const size_t room = 2 * line.length + 256;
    char* const grown = realloc(merging->last, room);
    if (grown == NULL) {
      return ATT_NO_MEMORY;
    }
    merging->last = grown;
    merging->last_room = room;
  }
  memcpy(merging->last, line.start, line.length);
  merging->last[line.length] = '\n';
  merging->last_length = line.length + 1;
  return last_write(merging);
}

static AttStatus
inputs_open(Merging* merging, const char* const* paths) {
  for (size_t i = 0; i < merging->count; i++) {
    Input* const input = &merging->inputs[i];
    input->place.file = strcmp(paths[i], "-") == 0 ? NULL : paths[i];
    TRY(att_stream_open(paths[i], &merging->sink, &input->stream));
    TRY(line_fetch(merging, input));
    if (input->line.start != NULL) {
      merging->heap[merging->heaped++] = i;
    }
  }
  for (size_t i = merging->heaped / 2; i > 0; i--) {
    heap_sink(merging, i - 1);
  }
  return ATT_OK;
}

static AttStatus
lines_merge(Merging* merging) {
  while (merging->heaped > 0) {
    Input* const input = &merging->inputs[merging->heap[0]];
    TRY(line_write(merging, input->line));
    TRY(line_fetch(merging, input));
    if (input->line.start == NULL) {
      merging->heap[0] = merging->heap[--merging->heaped];
    }
    heap_sink(merging, 0);
  }
  return chunk_write(merging);
}

static void
merging_end(Merging* merging) {
  for (size_t i = 0; merging->inputs != NULL && i < merging->count; i++) {
    att_stream_close(merging->inputs[i].stream);
  }
  free(merging->inputs);
  free(merging->heap);
  free(merging->last);
  free(merging);
}

AttStatus
att_merge(const char* const* paths, size_t count, const char* output,
          AttSink sink) {
  Merging* const merging = calloc(1, sizeof *merging);
  if (merging == NULL) {
    return ATT_NO_MEMORY;
  }
  merging->sink = sink;
  merging->count = count;
  merging->inputs = calloc(count + 1, sizeof *merging->inputs);
  merging->heap = calloc(count + 1, sizeof *merging->heap);
  AttStatus status = merging->inputs == NULL || merging->heap == NULL
                       ? ATT_NO_MEMORY
                       : inputs_open(merging, paths);
  if (status == ATT_OK) {
    status = att_writer_open(output, sink, &merging->writer);
  }
  if (status == ATT_OK) {
    status = att_writer_close(merging->writer, lines_merge(merging));
  }
  merging_end(merging);
  return status;
}
