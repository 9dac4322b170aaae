/* Writing graphs: the door to Raptor's writer of RDF/XML. */
/* SPDX-License-Identifier: MIT */
#include "graph/write.h"

#include "base/output.h"
#include "graph/format.h"
#include "graph/order.h"
#include "graph/prefix.h"
#include "graph/print.h"

#include <raptor2.h>

#define RDF_SPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

typedef struct Writing {
  const AttGraph* graph;
  const Quad* quads;
  size_t count;
  Prefixes prefixes;
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
    att_report(writing->sink, ATT_ERROR, (Place){ writing->name, 0 },
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
  raptor_term* const literal = raptor_new_term_from_counted_literal(
    writing->world, value, term.value.length, datatype,
    (const unsigned char*)(term.language.length > 0 ? term.language.start
                                                    : NULL),
    (unsigned char)term.language.length);
  raptor_free_uri(datatype);
  return literal;
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
  return done;
}

/* Raptor declares some of them itself and says so by failing; a prefix that
 * is not declared only makes the output longer. */
static void
namespaces_set(Writing* writing, raptor_serializer* serializer) {
  for (size_t i = 0; i < writing->prefixes.length; i++) {
    const Prefix* const prefix = &writing->prefixes.items[i];
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)prefix->name.length,
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
serializer_name(Writing* writing) {
  const char* name = "rdfxml-abbrev";
  for (size_t i = 0; i < writing->count; i++) {
    const Quad* const quad = &writing->quads[i];
    const RdfTerm predicate =
      att_graph_term_of(writing->graph, quad->predicate);
    const RdfTerm object = att_graph_term_of(writing->graph, quad->object);
    if (is_markup(&object) || !is_element(predicate.value)) {
      const Slice culprit =
        is_markup(&object) ? object.datatype : predicate.value;
      att_report(writing->sink, ATT_ERROR, (Place){ writing->name, 0 },
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
rdfxml_put(Writing* writing) {
  const char* const kind = serializer_name(writing);
  if (kind == NULL) {
    return ATT_INPUT;
  }
  raptor_serializer* const serializer =
    raptor_new_serializer(writing->world, kind);
  if (serializer == NULL) {
    return ATT_NO_MEMORY;
  }
  namespaces_set(writing, serializer);
  bool done =
    raptor_serializer_start_to_iostream(serializer, NULL, writing->stream) == 0;
  for (size_t i = 0; done && i < writing->count; i++) {
    done = statement_put(writing, serializer, &writing->quads[i]);
  }
  done = done && raptor_serializer_serialize_end(serializer) == 0;
  raptor_free_serializer(serializer);
  if (!done && writing->status == ATT_OK) {
    return ATT_NO_MEMORY;
  }
  return writing->status;
}

static AttStatus
graph_put(Writing* writing, Arena* arena) {
  TRY(
    att_order_triples(arena, writing->graph, &writing->quads, &writing->count));
  TRY(att_prefixes_find(arena, writing->graph, writing->quads, writing->count,
                        &writing->prefixes));
  return rdfxml_put(writing);
}

static AttStatus
rdfxml_write(Writing* writing, FILE* file) {
  writing->world = raptor_new_world();
  if (writing->world == NULL) {
    return ATT_NO_MEMORY;
  }
  raptor_world_set_flag(writing->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH,
                        1);
  raptor_world_set_log_handler(writing->world, writing, on_log);
  AttStatus status = ATT_NO_MEMORY;
  if (raptor_world_open(writing->world) == 0) {
    writing->stream = raptor_new_iostream_to_file_handle(writing->world, file);
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

AttStatus
att_write(const AttGraph* graph, FILE* file, const char* name, AttFormat format,
          const AttSink* sink) {
  if (att_print_knows(format)) {
    return att_print(graph, file, format);
  }
  Writing writing = { .graph = graph, .name = name, .sink = sink };
  return rdfxml_write(&writing, file);
}

AttStatus
att_graph_write(const AttGraph* graph, const char* path, AttFormat format,
                AttSink sink) {
  if (format == ATT_FORMAT_NONE) {
    format = path == NULL ? ATT_TURTLE : att_format_of_path(path);
    format = format == ATT_FORMAT_NONE ? ATT_TURTLE : format;
  }
  if (!att_print_knows(format) && format != ATT_RDFXML) {
    att_report(&sink, ATT_ERROR, (Place){ path, 0 },
               "Graphs are not written as %s", att_format_name(format));
    return ATT_INPUT;
  }
  Output output;
  TRY(att_output_begin(path, &sink, &output));
  const AttStatus status = att_write(graph, output.file, path, format, &sink);
  return att_output_end(&output, status, &sink);
}
