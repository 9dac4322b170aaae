/* Writing graphs: the door to Raptor's serializers. */
/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* for fopencookie */

#include "graph/write.h"

#include "base/ink.h"
#include "base/iri.h"
#include "base/output.h"
#include "graph/format.h"
#include "graph/order.h"
#include "graph/prefix.h"
#include "graph/print.h"

#include <errno.h>
#include <raptor2.h>
#include <stdlib.h>

#define RDF_SPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define XSD_SPACE "http://www.w3.org/2001/XMLSchema#"

typedef struct Writing {
  const AttGraph* graph;
  const Quad* quads;
  size_t count;
  Prefixes prefixes; /* none but in Turtle and RDF/XML */
  AttFormat format;
  FILE* file;
  raptor_world* world;
  raptor_iostream* stream;
  const char* name;
  const AttSink* sink;
  AttStatus status; /* what Raptor's log says */
} Writing;

static void
on_log(void* user, raptor_log_message* message) {
  Writing* const writing = user;
  if (message->level >= RAPTOR_LOG_LEVEL_ERROR) {
    att_report(writing->sink, ATT_ERROR, (Place){ .file = writing->name },
               "The graph cannot be written: %s",
               message->text == NULL ? "error" : message->text);
    writing->status = ATT_INPUT;
  }
}

static raptor_term*
raptor_term_of(Writing* writing, TermId id) {
  const RdfTerm term = att_graph_term_of(writing->graph, id);
  const unsigned char* const value = (const unsigned char*)term.value.start;
  if (term.kind == RDF_IRI) {
    return raptor_new_term_from_counted_uri_string(writing->world, value,
                                                   term.value.length);
  }
  if (term.kind == RDF_BLANK) {
    return raptor_new_term_from_counted_blank(writing->world, value,
                                              term.value.length);
  }
  raptor_uri* const datatype =
    term.datatype.length == 0
      ? NULL
      : raptor_new_uri_from_counted_string(writing->world,
                                           (const unsigned char*)
                                             term.datatype.start,
                                           term.datatype.length);
  if (datatype == NULL && term.datatype.length > 0) {
    return NULL;
  }
  raptor_term* const literal = raptor_new_term_from_counted_literal(
    writing->world, value, term.value.length, datatype,
    (const unsigned char*)(term.language.length > 0 ? term.language.start
                                                    : NULL),
    (unsigned char)term.language.length);
  raptor_free_uri(datatype);
  return literal;
}

/* Terms as N-Triples spells them. Raptor does it once for each term, however
 * many lines it is in. */
typedef struct Spellings {
  Writing* writing;
  Arena* arena;
  raptor_iostream* stream; /* Ends in `bytes`. */
  LIST(char) bytes;
  size_t* ends; /* [id]: behind the term's last byte; 0: not yet spelled. */
  size_t* begins;
  AttStatus status;
  Ink ink;
} Spellings;

static int
spelling_write(void* user, const void* bytes, size_t size, size_t count) {
  Spellings* const spellings = user;
  const size_t length = size * count;
  while (spellings->bytes.capacity - spellings->bytes.length < length &&
         spellings->status == ATT_OK) {
    spellings->status = att_list_grow(spellings->arena, &spellings->bytes.items,
                                      &spellings->bytes.capacity, sizeof(char));
  }
  if (spellings->status != ATT_OK) {
    return 0;
  }
  memcpy(spellings->bytes.items + spellings->bytes.length, bytes, length);
  spellings->bytes.length += length;
  return (int)count;
}

static int
spelling_write_byte(void* user, int byte) {
  const char one = (char)byte;
  return spelling_write(user, &one, 1, 1) == 1 ? 0 : 1;
}

static AttStatus
term_spell(Spellings* spellings, TermId id) {
  raptor_term* const term = raptor_term_of(spellings->writing, id);
  if (term == NULL) {
    return ATT_NO_MEMORY;
  }
  spellings->begins[id] = spellings->bytes.length;
  const bool done =
    raptor_term_escaped_write(term, RAPTOR_ESCAPED_WRITE_NTRIPLES_LITERAL,
                              spellings->stream) == 0 &&
    spelling_write_byte(spellings, ' ') == 0;
  spellings->ends[id] = spellings->bytes.length;
  raptor_free_term(term);
  TRY(spellings->status);
  return done ? spellings->writing->status : ATT_NO_MEMORY;
}

/* A term and the blank behind it. */
static AttStatus
term_put(Spellings* spellings, TermId id) {
  if (spellings->ends[id] == 0) {
    TRY(term_spell(spellings, id));
  }
  const size_t begin = spellings->begins[id];
  ink_put(&spellings->ink, (Slice){ spellings->bytes.items + begin,
                                    spellings->ends[id] - begin });
  return ATT_OK;
}

static AttStatus
spelled_put(Spellings* spellings) {
  const Writing* const writing = spellings->writing;
  for (size_t i = 0; i < writing->count; i++) {
    const Quad* const quad = &writing->quads[i];
    TRY(term_put(spellings, quad->subject));
    TRY(term_put(spellings, quad->predicate));
    TRY(term_put(spellings, quad->object));
    if (writing->format == ATT_NQUADS && quad->graph != GRAPH_DEFAULT) {
      TRY(term_put(spellings, quad->graph));
    }
    ink_put(&spellings->ink, SLICE(".\n"));
  }
  ink_flush(&spellings->ink);
  return ATT_OK;
}

static AttStatus
lines_put(Writing* writing, Arena* arena) {
  static const raptor_iostream_handler handler = {
    .version = 2,
    .write_byte = spelling_write_byte,
    .write_bytes = spelling_write,
  };
  const size_t count = att_graph_term_count(writing->graph) + 1;
  Spellings spellings = { .writing = writing,
                          .arena = arena,
                          .ink.file = writing->file };
  TRY(att_arena_alloc(arena, count * sizeof *spellings.ends, &spellings.ends));
  TRY(att_arena_alloc(arena, count * sizeof *spellings.begins,
                      &spellings.begins));
  spellings.stream =
    raptor_new_iostream_from_handler(writing->world, &spellings, &handler);
  if (spellings.stream == NULL) {
    return ATT_NO_MEMORY;
  }
  const AttStatus status = spelled_put(&spellings);
  raptor_free_iostream(spellings.stream);
  return status;
}

/* Raptor leaves out what it has no memory for and calls that done; all that
 * remains is what the allocator left in errno. */
static bool
is_starved(void) {
  return errno == ENOMEM;
}

static bool
statement_put(Writing* writing, raptor_serializer* serializer,
              const Quad* quad) {
  raptor_statement statement;
  raptor_statement_init(&statement, writing->world);
  statement.subject = raptor_term_of(writing, quad->subject);
  statement.predicate = raptor_term_of(writing, quad->predicate);
  statement.object = raptor_term_of(writing, quad->object);
  const bool done =
    statement.subject != NULL && statement.predicate != NULL &&
    statement.object != NULL &&
    raptor_serializer_serialize_statement(serializer, &statement) == 0;
  raptor_statement_clear(&statement);
  return done && !is_starved();
}

/* Raptor declares some of them itself and says so by failing; a prefix that
 * is not declared only makes the output longer. */
static void
namespaces_set(Writing* writing, raptor_serializer* serializer) {
  for (size_t i = 0; i < writing->prefixes.length && !is_starved(); i++) {
    const Prefix* const prefix = &writing->prefixes.items[i];
    char name[32];
    (void)snprintf(name, sizeof name, "%.*s", (int)prefix->name.length,
                   prefix->name.start);
    raptor_uri* const space =
      raptor_new_uri_from_counted_string(writing->world,
                                         (const unsigned char*)
                                           prefix->space.start,
                                         prefix->space.length);
    if (space != NULL) {
      raptor_serializer_set_namespace(serializer, space, (unsigned char*)name);
      raptor_free_uri(space);
    }
  }
}

/* Whether `iri` ends in what XML takes for the name of an element. */
static bool
is_element(Slice iri) {
  size_t at = iri.length;
  bool found = false;
  while (at > 1) {
    const char c = iri.start[at - 1];
    const bool letter =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool later = (c >= '0' && c <= '9') || c == '-' || c == '.';
    if (!letter && !later) {
      break;
    }
    found = found || letter;
    at--;
  }
  return found;
}

/* Raptor writes such a literal as it is, well-formed or not. */
static bool
is_markup(const RdfTerm* term) {
  return att_slice_is(term->datatype, RDF_SPACE "XMLLiteral");
}

/* The serializer that groups the triples of a subject makes elements of its
 * types, drops a subject whose type has no name for that, and loses circles of
 * blank nodes; the plain one needs a name for predicates only. NULL after a
 * report if neither will do. */
static const char*
rdfxml_name(Writing* writing) {
  const char* name = "rdfxml-abbrev";
  for (size_t i = 0; i < writing->count; i++) {
    const Quad* const quad = &writing->quads[i];
    const RdfTerm predicate =
      att_graph_term_of(writing->graph, quad->predicate);
    const RdfTerm object = att_graph_term_of(writing->graph, quad->object);
    if (is_markup(&object) || !is_element(predicate.value)) {
      const Slice culprit =
        is_markup(&object) ? object.datatype : predicate.value;
      att_report(writing->sink, ATT_ERROR, (Place){ .file = writing->name },
                 "RDF/XML cannot hold a triple with <%.*s>; use Turtle",
                 (int)culprit.length, culprit.start);
      return NULL;
    }
    const bool type = att_slice_is(predicate.value, RDF_SPACE "type");
    if (object.kind == RDF_BLANK || (type && !is_element(object.value))) {
      name = "rdfxml";
    }
  }
  return name;
}

static AttStatus
statements_put(Writing* writing) {
  const char* const kind =
    writing->format == ATT_RDFXML ? rdfxml_name(writing) : "turtle";
  if (kind == NULL) {
    return ATT_INPUT;
  }
  errno = 0;
  raptor_serializer* const serializer =
    raptor_new_serializer(writing->world, kind);
  if (serializer == NULL) {
    return ATT_NO_MEMORY;
  }
  namespaces_set(writing, serializer);
  bool done = raptor_serializer_start_to_iostream(serializer, NULL,
                                                  writing->stream) == 0 &&
              !is_starved();
  for (size_t i = 0; done && i < writing->count; i++) {
    done = statement_put(writing, serializer, &writing->quads[i]);
  }
  done =
    done && raptor_serializer_serialize_end(serializer) == 0 && !is_starved();
  raptor_free_serializer(serializer);
  if (!done && writing->status == ATT_OK) {
    return ATT_NO_MEMORY;
  }
  return writing->status;
}

static AttStatus
graph_put(Writing* writing, Arena* arena) {
  if (writing->format == ATT_NQUADS) {
    TRY(
      att_order_quads(arena, writing->graph, &writing->quads, &writing->count));
  } else {
    TRY(att_order_triples(arena, writing->graph, &writing->quads,
                          &writing->count));
  }
  if (writing->format == ATT_TURTLE || writing->format == ATT_RDFXML) {
    TRY(att_prefixes_find(arena, writing->graph, writing->quads, writing->count,
                          &writing->prefixes));
  }
  return writing->format == ATT_NQUADS || writing->format == ATT_NTRIPLES
           ? lines_put(writing, arena)
           : statements_put(writing);
}

static AttStatus
raptor_write(Writing* writing) {
  writing->world = raptor_new_world();
  if (writing->world == NULL) {
    return ATT_NO_MEMORY;
  }
  raptor_world_set_flag(writing->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH,
                        1);
  raptor_world_set_log_handler(writing->world, writing, on_log);
  AttStatus status = ATT_NO_MEMORY;
  if (raptor_world_open(writing->world) == 0) {
    writing->stream =
      raptor_new_iostream_to_file_handle(writing->world, writing->file);
  }
  if (writing->stream != NULL) {
    Arena arena = att_arena_begin(GRAPH_CEILING);
    status = graph_put(writing, &arena);
    att_arena_end(&arena);
    raptor_free_iostream(writing->stream);
  }
  raptor_free_world(writing->world);
  return status;
}

static size_t
digits_skip(Slice text, size_t at) {
  while (at < text.length && text.start[at] >= '0' && text.start[at] <= '9') {
    at++;
  }
  return at;
}

/* Whether a bare number is of its type for any reader of Turtle: Raptor writes
 * every number bare, and a decimal without a fraction reads as an integer. */
static bool
is_number_kept(Slice value, Slice datatype) {
  const size_t sign =
    value.length > 0 && (value.start[0] == '-' || value.start[0] == '+');
  const size_t whole = digits_skip(value, sign);
  if (att_slice_is(datatype, XSD_SPACE "integer")) {
    return whole > sign && whole == value.length;
  }
  return whole > sign && whole + 1 < value.length &&
         value.start[whole] == '.' &&
         digits_skip(value, whole + 1) == value.length;
}

static bool
is_literal_kept(const RdfTerm* term) {
  if (att_slice_is(term->datatype, XSD_SPACE "boolean")) {
    return att_slice_is(term->value, "true") ||
           att_slice_is(term->value, "false");
  }
  if (att_slice_is(term->datatype, XSD_SPACE "integer") ||
      att_slice_is(term->datatype, XSD_SPACE "decimal")) {
    return is_number_kept(term->value, term->datatype);
  }
  return !att_slice_is(term->datatype, XSD_SPACE "double");
}

/* Whether Raptor writes all of `graph` so that it reads back the same. What it
 * would change, we print ourselves: data that came from elsewhere. */
static AttStatus
is_kept(const AttGraph* graph, AttFormat format, bool* out) {
  Arena arena = att_arena_begin(GRAPH_CEILING);
  *out = true;
  AttStatus status = ATT_OK;
  for (TermId id = 1;
       status == ATT_OK && *out && id <= att_graph_term_count(graph); id++) {
    const RdfTerm term = att_graph_term_of(graph, id);
    Slice encoded = term.value;
    if (term.kind == RDF_IRI) {
      status = att_iri_encode(&arena, term.value, &encoded);
    }
    *out = att_slice_equals(encoded, term.value) &&
           (term.kind != RDF_LITERAL || format != ATT_TURTLE ||
            is_literal_kept(&term));
  }
  att_arena_end(&arena);
  return status;
}

AttStatus
att_write(const AttGraph* graph, FILE* file, const char* name, AttFormat format,
          const AttSink* sink) {
  bool kept = false;
  if (format != ATT_TRIG) {
    TRY(is_kept(graph, format, &kept));
  }
  if (!kept && att_print_knows(format)) {
    return att_print(graph, file, format);
  }
  Writing writing = {
    .graph = graph, .format = format, .file = file, .name = name, .sink = sink
  };
  return raptor_write(&writing);
}

AttStatus
att_graph_write(const AttGraph* graph, const char* path, AttFormat format,
                AttSink sink) {
  if (format == ATT_FORMAT_NONE) {
    format = path == NULL ? ATT_TURTLE : att_format_of_path(path);
    format = format == ATT_FORMAT_NONE ? ATT_TURTLE : format;
  }
  if (!att_print_knows(format) && format != ATT_RDFXML) {
    att_report(&sink, ATT_ERROR, (Place){ .file = path },
               "Graphs are not written as %s", att_format_name(format));
    return ATT_INPUT;
  }
  Output output;
  TRY(att_output_begin(path, &sink, &output));
  const AttStatus status = att_write(graph, output.file, path, format, &sink);
  return att_output_end(&output, status, &sink);
}

/* A file in memory. Its room grows by half, in place where the system can: one
 * that doubles by copying takes three times what is written. */
typedef struct Memory {
  char* bytes;
  size_t length;
  size_t room;
} Memory;

static ssize_t
memory_write(void* cookie, const char* bytes, size_t length) {
  Memory* const memory = cookie;
  if (memory->room - memory->length < length) {
    const size_t room = memory->length + memory->length / 2 + length;
    char* const grown = realloc(memory->bytes, room);
    if (grown == NULL) {
      return 0;
    }
    memory->bytes = grown;
    memory->room = room;
  }
  memcpy(memory->bytes + memory->length, bytes, length);
  memory->length += length;
  return (ssize_t)length;
}

AttStatus
att_graph_print(const AttGraph* graph, AttFormat format, char** out,
                size_t* length) {
  if (!att_print_knows(format) && format != ATT_RDFXML) {
    return ATT_INPUT;
  }
  Memory memory = { 0 };
  FILE* const file =
    fopencookie(&memory, "w", (cookie_io_functions_t){ .write = memory_write });
  if (file == NULL) {
    return ATT_NO_MEMORY;
  }
  AttStatus status = att_write(graph, file, NULL, format, NULL);
  const bool failed = ferror(file) != 0;
  if ((fclose(file) != 0 || failed) && status == ATT_OK) {
    status = ATT_NO_MEMORY;
  }
  /* What is given is never NULL, and ends in a zero, as text does. */
  if (status == ATT_OK && memory_write(&memory, "", 1) == 0) {
    status = ATT_NO_MEMORY;
  }
  if (status != ATT_OK) {
    free(memory.bytes);
    return status;
  }
  *out = memory.bytes;
  *length = memory.length - 1;
  return ATT_OK;
}
