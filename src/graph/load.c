/* Loading: the RDF of a file, added to a graph. */
/* SPDX-License-Identifier: MIT */
#include "graph/format.h"
#include "graph/graph.h"
#include "graph/relay.h"

#include <stdlib.h>

/* Room for a blank node's new label beside the old one: a number. */
#define LABEL_SUFFIX 24

/* A file to be loaded. */
typedef struct LoadRequest {
  const char* path;
  AttFormat format;
  const char* home; /* the graph of what is in none, or NULL */
} LoadRequest;

/* A graph being filled, and the terms of its last quad: of two quads one behind
 * the other in a file most share the subject and the graph. */
typedef struct Filling {
  AttGraph* graph;
  Quad last;
} Filling;

/* The term's id, which is that of the quad before if it is the same IRI. */
static AttStatus
term_take(AttGraph* graph, const RdfTerm* term, TermId* id) {
  if (term->kind == RDF_NONE) {
    *id = GRAPH_DEFAULT;
    return ATT_OK;
  }
  if (*id != 0 && term->kind == RDF_IRI) {
    const RdfTerm before = att_graph_term_of(graph, *id);
    if (before.kind == RDF_IRI && att_slice_equals(before.value, term->value)) {
      return ATT_OK;
    }
  }
  return att_graph_term(graph, *term, id);
}

static AttStatus
statement_take(void* user, const RdfStatement* statement) {
  Filling* const filling = user;
  AttGraph* const graph = filling->graph;
  Quad* const quad = &filling->last;
  TRY(term_take(graph, &statement->subject, &quad->subject));
  TRY(term_take(graph, &statement->predicate, &quad->predicate));
  TRY(att_graph_term(graph, statement->object, &quad->object));
  TRY(term_take(graph, &statement->graph, &quad->graph));
  return att_graph_add(graph, *quad);
}

static AttStatus
stream_take(AttGraph* graph, Stream* stream, const LoadRequest* request,
            const AttSink* sink) {
  Filling filling = { .graph = graph };
  Relay* relay = NULL;
  TRY(att_relay_begin(statement_take, &filling, &relay));
  const AttStatus read = att_rdf_read(stream, request->path, request->format,
                                      sink, att_relay_take, relay);
  const AttStatus kept = att_relay_end(relay);
  return read != ATT_OK ? read : kept;
}

/* A term for the blank node `term` of another file: a label that neither has
 * yet. */
static AttStatus
blank_rename(AttGraph* into, const AttGraph* from, RdfTerm term, TermId* out) {
  Arena scratch = att_arena_begin(GRAPH_CEILING);
  char* label = NULL;
  const size_t size = term.value.length + LABEL_SUFFIX;
  AttStatus status = att_arena_alloc(&scratch, size, &label);
  RdfTerm renamed = term;
  for (unsigned i = 2;
       status == ATT_OK && (att_graph_find(into, renamed) != 0 ||
                            (i > 2 && att_graph_find(from, renamed) != 0));
       i++) {
    const int length = snprintf(label, size, "%.*sx%u", (int)term.value.length,
                                term.value.start, i);
    renamed.value = (Slice){ label, (size_t)length };
  }
  if (status == ATT_OK) {
    status = att_graph_term(into, renamed, out);
  }
  att_arena_end(&scratch);
  return status;
}

static AttStatus
term_move(AttGraph* into, const AttGraph* from, TermId id, TermId* known) {
  if (id == GRAPH_DEFAULT || known[id] != 0) {
    return ATT_OK;
  }
  const RdfTerm term = att_graph_term_of(from, id);
  return term.kind == RDF_BLANK ? blank_rename(into, from, term, &known[id])
                                : att_graph_term(into, term, &known[id]);
}

static AttStatus
quads_move(AttGraph* into, const AttGraph* from, TermId* known) {
  /* known[GRAPH_DEFAULT] is where what is in no graph goes. */
  for (size_t i = 0; i < att_graph_size(from); i++) {
    const Quad quad = att_graph_quad(from, i);
    TRY(term_move(into, from, quad.subject, known));
    TRY(term_move(into, from, quad.predicate, known));
    TRY(term_move(into, from, quad.object, known));
    TRY(term_move(into, from, quad.graph, known));
    TRY(att_graph_add(into, (Quad){ known[quad.subject], known[quad.predicate],
                                    known[quad.object], known[quad.graph] }));
  }
  return ATT_OK;
}

/* Like att_graph_merge, but a blank node of a file is that file's own, and what
 * is in no graph goes to the graph `home`. */
static AttStatus
graph_move(AttGraph* into, const AttGraph* from, TermId home) {
  TermId* const known = calloc(att_graph_term_count(from) + 1, sizeof *known);
  if (known == NULL) {
    return ATT_NO_MEMORY;
  }
  known[GRAPH_DEFAULT] = home;
  const AttStatus status = quads_move(into, from, known);
  free(known);
  return status;
}

static AttFormat
format_guess(const char* path) {
  const AttFormat format =
    att_format_of_name(att_stream_plain_name(att_slice(path)));
  if (format == ATT_XML) {
    return ATT_RDFXML;
  }
  return att_format_is_rdf(format) ? format : ATT_TURTLE;
}

/* Another file than the first, or one whose triples go to a graph `home`. */
static AttStatus
part_load(AttGraph* graph, Stream* stream, const LoadRequest* request,
          const AttSink* sink) {
  AttGraph* part = NULL;
  TermId home = GRAPH_DEFAULT;
  TRY(att_graph_new(&part));
  AttStatus status = stream_take(part, stream, request, sink);
  if (status == ATT_OK && request->home != NULL) {
    status = att_graph_iri(graph, att_slice(request->home), &home);
  }
  if (status == ATT_OK) {
    status = graph_move(graph, part, home);
  }
  att_graph_free(part);
  return status;
}

static AttStatus
file_load(AttGraph* graph, Stream* stream, const LoadRequest* request,
          const AttSink* sink) {
  if (att_graph_size(graph) > 0 || request->home != NULL) {
    return part_load(graph, stream, request, sink);
  }
  const AttStatus status = stream_take(graph, stream, request, sink);
  if (status != ATT_OK) {
    att_graph_clear(graph);
  }
  return status;
}

AttStatus
att_graph_read(AttGraph* graph, Slice bytes, const char* name, AttFormat format,
               const AttSink* sink) {
  const LoadRequest request = { name, format, NULL };
  Stream* stream = NULL;
  TRY(att_stream_of(bytes, name, sink, &stream));
  const AttStatus status = file_load(graph, stream, &request, sink);
  att_stream_close(stream);
  return status;
}

static AttStatus
request_load(AttGraph* graph, LoadRequest request, const AttSink* sink) {
  const char* const path = request.path;
  if (request.format == ATT_FORMAT_NONE) {
    request.format = format_guess(path);
  }
  if (!att_format_is_rdf(request.format)) {
    att_report(sink, ATT_ERROR, (Place){ .file = path },
               "Graphs do not come as %s", att_format_name(request.format));
    return ATT_INPUT;
  }
  Stream* stream = NULL;
  TRY(att_stream_open(path, sink, &stream));
  const AttStatus status = file_load(graph, stream, &request, sink);
  att_stream_close(stream);
  return status;
}

AttStatus
att_graph_load(AttGraph* graph, const char* path, AttFormat format,
               AttSink sink) {
  return request_load(graph, (LoadRequest){ path, format, NULL }, &sink);
}

AttStatus
att_graph_load_named(AttGraph* graph, const char* path, AttFormat format,
                     const char* name, AttSink sink) {
  return request_load(graph, (LoadRequest){ path, format, name }, &sink);
}
