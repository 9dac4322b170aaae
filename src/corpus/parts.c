/* Parts: the graphs of a file or a store, a part after the other. */
/* SPDX-License-Identifier: MIT */
#include "attache_corpus.h"

#include "base/list.h"
#include "corpus/nquad.h"
#include "base/stream.h"

#include <stdlib.h>

/* No quad of ours comes near; a line that does is no line but an archive. */
#define LINE_LIMIT ((size_t)64 * 1024 * 1024)

/* The names of a store's graphs. */
#define NAMES_CEILING ((size_t)4 * 1024 * 1024 * 1024)

/* Bytes that grow. */
typedef struct Buffer {
  char* bytes;
  size_t length;
  size_t room;
} Buffer;

struct AttParts {
  AttSink sink;
  Place place;
  Stream* stream; /* lines come from there, or ... */
  char* block;    /* ... from here, ... */
  size_t block_length;
  size_t block_at;
  AttStore* store; /* ... filled anew for each of its graphs */
  LIST(const char*) names;
  size_t name;
  bool held; /* a quad is read and not given */
  NQuad quad;
  Buffer graph; /* of the part given, with a NUL */
  Buffer triples;
  uint64_t* seen; /* hashes of the graphs given; 0 is free */
  size_t seen_count;
  size_t seen_room; /* a power of two, or 0 */
  Arena arena;
};

static AttStatus
buffer_add(Buffer* buffer, Slice bytes) {
  if (buffer->room - buffer->length < bytes.length + 1) {
    const size_t room = 2 * (buffer->length + bytes.length) + 64;
    char* const grown = realloc(buffer->bytes, room);
    if (grown == NULL) {
      return ATT_NO_MEMORY;
    }
    buffer->bytes = grown;
    buffer->room = room;
  }
  if (bytes.length > 0) {
    memcpy(buffer->bytes + buffer->length, bytes.start, bytes.length);
  }
  buffer->length += bytes.length;
  buffer->bytes[buffer->length] = '\0';
  return ATT_OK;
}

static void
seen_put(uint64_t* seen, size_t room, uint64_t hash) {
  size_t at = hash & (room - 1);
  while (seen[at] != 0) {
    at = (at + 1) & (room - 1);
  }
  seen[at] = hash;
}

static AttStatus
seen_grow(AttParts* parts) {
  const size_t room = parts->seen_room == 0 ? 1024 : parts->seen_room * 2;
  uint64_t* const seen = calloc(room, sizeof *seen);
  if (seen == NULL) {
    return ATT_NO_MEMORY;
  }
  for (size_t i = 0; i < parts->seen_room; i++) {
    if (parts->seen[i] != 0) {
      seen_put(seen, room, parts->seen[i]);
    }
  }
  free(parts->seen);
  parts->seen = seen;
  parts->seen_room = room;
  return ATT_OK;
}

/* Whether the graph is seen for the first time. Two names of one hash are too
 * rare to be met, and would cost no triple: the second graph is added to. */
static AttStatus
graph_see(AttParts* parts, Slice graph, bool* first) {
  if (parts->seen_count * 2 >= parts->seen_room) {
    TRY(seen_grow(parts));
  }
  const uint64_t hash = att_slice_hash(graph);
  size_t at = hash & (parts->seen_room - 1);
  while (parts->seen[at] != 0 && parts->seen[at] != hash) {
    at = (at + 1) & (parts->seen_room - 1);
  }
  *first = parts->seen[at] == 0;
  parts->seen[at] = hash;
  parts->seen_count += *first;
  return ATT_OK;
}

/* Puts the quads of `graph` where lines come from. */
static AttStatus
block_print(AttParts* parts, const AttGraph* graph) {
  free(parts->block);
  parts->block = NULL;
  parts->block_at = 0;
  parts->block_length = 0;
  return att_graph_print(graph, ATT_NQUADS, &parts->block,
                         &parts->block_length);
}

/* Reads a file that has no quad a line. */
static AttStatus
block_load(AttParts* parts, const char* path) {
  AttGraph* graph = NULL;
  TRY(att_graph_new(&graph));
  AttStatus status = att_graph_load(graph, path, ATT_FORMAT_NONE, parts->sink);
  if (status == ATT_OK) {
    status = block_print(parts, graph);
  }
  att_graph_free(graph);
  return status;
}

static bool
has_lines(const char* path) {
  static const Slice extensions[] = { { ".nq", 3 }, { ".nt", 3 } };
  const Slice name = att_stream_plain_name(att_slice(path));
  return strcmp(path, "-") == 0 || att_slice_ends(name, extensions[0]) ||
         att_slice_ends(name, extensions[1]);
}

static AttStatus
parts_new(AttSink sink, AttParts** out) {
  AttParts* const parts = calloc(1, sizeof *parts);
  if (parts == NULL) {
    return ATT_NO_MEMORY;
  }
  parts->sink = sink;
  parts->arena = att_arena_begin(NAMES_CEILING);
  *out = parts;
  return ATT_OK;
}

AttStatus
att_parts_open(const char* path, AttSink sink, AttParts** out) {
  AttParts* parts = NULL;
  TRY(parts_new(sink, &parts));
  parts->place.file = strcmp(path, "-") == 0 ? NULL : path;
  const AttStatus status =
    has_lines(path) ? att_stream_open(path, &parts->sink, &parts->stream)
                    : block_load(parts, path);
  if (status != ATT_OK) {
    att_parts_close(parts);
    return status;
  }
  *out = parts;
  return ATT_OK;
}

/* What a store's graphs are told to. */
typedef struct Naming {
  AttParts* parts;
  AttStatus status;
} Naming;

static AttStatus
name_add(AttParts* parts, const AttStoreGraph* graph) {
  const char* name = graph->name;
  if (name != NULL) {
    const size_t size = strlen(name) + 3;
    char* copy = NULL;
    TRY(att_arena_alloc(&parts->arena, size, &copy));
    (void)snprintf(copy, size, "%s%s", graph->blank ? "_:" : "", name);
    name = copy;
  }
  return LIST_PUSH(&parts->arena, &parts->names, name);
}

static void
name_take(void* user, const AttStoreGraph* graph) {
  Naming* const naming = user;
  if (naming->status == ATT_OK) {
    naming->status = name_add(naming->parts, graph);
  }
}

AttStatus
att_parts_of_store(AttStore* store, AttSink sink, AttParts** out) {
  AttParts* parts = NULL;
  TRY(parts_new(sink, &parts));
  parts->store = store;
  Naming naming = { parts, ATT_OK };
  AttStatus status = att_store_list(store, name_take, &naming);
  status = status == ATT_OK ? naming.status : status;
  if (status != ATT_OK) {
    att_parts_close(parts);
    return status;
  }
  *out = parts;
  return ATT_OK;
}

void
att_parts_close(AttParts* parts) {
  if (parts != NULL) {
    att_stream_close(parts->stream);
    free(parts->block);
    free(parts->graph.bytes);
    free(parts->triples.bytes);
    free(parts->seen);
    att_arena_end(&parts->arena);
    free(parts);
  }
}

/* Fetches the next graph of the store, if there is one. */
static AttStatus
graph_fetch(AttParts* parts) {
  if (parts->name == parts->names.length) {
    return ATT_OK;
  }
  AttGraph* graph = NULL;
  TRY(att_graph_new(&graph));
  AttStatus status =
    att_store_load(parts->store, parts->names.items[parts->name++], graph);
  if (status == ATT_OK) {
    status = block_print(parts, graph);
  }
  att_graph_free(graph);
  return status;
}

static AttStatus
line_next(AttParts* parts, Slice* out, bool* more) {
  parts->place.line++;
  if (parts->stream != NULL) {
    return att_stream_line(parts->stream, LINE_LIMIT, out, more);
  }
  if (parts->block_at == parts->block_length) {
    TRY(graph_fetch(parts));
  }
  *more = parts->block_at < parts->block_length;
  if (*more) {
    const char* const start = parts->block + parts->block_at;
    const size_t left = parts->block_length - parts->block_at;
    const char* const end = memchr(start, '\n', left);
    out->start = start;
    out->length = end == NULL ? left : (size_t)(end - start);
    parts->block_at += out->length + (end != NULL);
  }
  return ATT_OK;
}

/* Reads on to the next quad, unless one is held. */
static AttStatus
quad_hold(AttParts* parts, bool* more) {
  *more = true;
  while (!parts->held) {
    Slice line;
    TRY(line_next(parts, &line, more));
    if (!*more) {
      return ATT_OK;
    }
    if (!att_nquad_parse(line, &parts->quad)) {
      att_report(&parts->sink, ATT_ERROR, parts->place, "No quad is here");
      return ATT_INPUT;
    }
    parts->held = parts->quad.predicate.length > 0;
  }
  return ATT_OK;
}

static AttStatus
part_begin(AttParts* parts, AttPart* part) {
  const Slice graph = parts->quad.graph;
  parts->graph.length = 0;
  parts->triples.length = 0;
  TRY(graph_see(parts, graph, &part->begins));
  TRY(buffer_add(&parts->graph, graph));
  if (graph.length > 0 && (graph.start[0] != '<' ||
                           memchr(graph.start, '\\', graph.length) != NULL)) {
    att_report(&parts->sink, ATT_ERROR, parts->place,
               "A graph that is to be sent has a plain IRI for a name");
    return ATT_INPUT;
  }
  return ATT_OK;
}

static AttStatus
quad_give(AttParts* parts, AttPart* part) {
  TRY(buffer_add(&parts->triples, parts->quad.triple));
  TRY(buffer_add(&parts->triples, SLICE(" .\n")));
  parts->held = false;
  part->count++;
  return ATT_OK;
}

static Slice
buffer_slice(const Buffer* buffer) {
  return (Slice){ buffer->bytes, buffer->length };
}

AttStatus
att_parts_next(AttParts* parts, size_t limit, AttPart* out, bool* more) {
  AttPart part = { 0 };
  TRY(quad_hold(parts, more));
  if (!*more) {
    return ATT_OK;
  }
  TRY(part_begin(parts, &part));
  bool goes_on = true;
  while (goes_on) {
    TRY(quad_give(parts, &part));
    TRY(quad_hold(parts, &goes_on));
    goes_on = goes_on && part.count < limit &&
              att_slice_equals(parts->quad.graph, buffer_slice(&parts->graph));
  }
  if (parts->graph.length > 0) {
    /* Without its brackets. */
    parts->graph.bytes[parts->graph.length - 1] = '\0';
    part.graph = parts->graph.bytes + 1;
  }
  part.triples = parts->triples.bytes;
  part.length = parts->triples.length;
  *out = part;
  return ATT_OK;
}
