/* The public interface of attache: graphs, written and asked. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_H
#define ATTACHE_GRAPH_H

#include "attache_status.h"

/** The syntaxes graphs and answers come in. A format's name is its extension
 * where it has one. */
typedef enum AttFormat {
  ATT_FORMAT_NONE,
  ATT_TURTLE,
  ATT_NTRIPLES,
  ATT_NQUADS,
  ATT_RDFXML,
  ATT_TRIG,
  ATT_TABLE,
  ATT_CSV,
  ATT_TSV,
  ATT_JSON,
  ATT_XML,
  ATT_FORMAT_COUNT
} AttFormat;

/** The format called `name` ("turtle", "ntriples", "nquads", "rdfxml", "trig",
 * "table", "csv", "tsv", "json", "xml"), or ATT_FORMAT_NONE. */
AttFormat
att_format_named(const char* name);

/** The format that the extension of `path` tells (.ttl .nt .nq .rdf .trig .csv
 * .tsv .json .srj .xml .srx), or ATT_FORMAT_NONE. */
AttFormat
att_format_of_path(const char* path);

/** A set of RDF quads. */
typedef struct AttGraph AttGraph;

AttStatus
att_graph_new(AttGraph** out);

void
att_graph_free(AttGraph* graph);

/** The number of distinct quads. */
size_t
att_graph_size(const AttGraph* graph);

/** Forgets every quad, and keeps the memory for the next. */
void
att_graph_clear(AttGraph* graph);

/** Adds every quad of `from` to `into`. Blank nodes of the same label are the
 * same node. */
AttStatus
att_graph_merge(AttGraph* into, const AttGraph* from);

/** Adds the RDF in the file `path` ("-" is standard input; what gzip, xz or
 * Zstandard compressed is decompressed) to `graph`; `format` ATT_FORMAT_NONE
 * goes by the extension (before ".gz"), Turtle otherwise. */
AttStatus
att_graph_load(AttGraph* graph, const char* path, AttFormat format,
               AttSink sink);

/** The same, but what is in no graph in there goes to the graph called
 * `name`. */
AttStatus
att_graph_load_named(AttGraph* graph, const char* path, AttFormat format,
                     const char* name, AttSink sink);

/** Writes `graph` to `path` (NULL is standard output): to a temporary file
 * beside it, synced and renamed, so that it is complete or absent. The bytes
 * depend on the quads alone. */
AttStatus
att_graph_write(const AttGraph* graph, const char* path, AttFormat format,
                AttSink sink);

/** The bytes of `graph` as `format`, sorted; to be freed by the caller. One
 * thread at a time. ATT_INPUT: another format. */
AttStatus
att_graph_print(const AttGraph* graph, AttFormat format, char** out,
                size_t* length);

/** What a query came to, beside its rows. */
typedef struct AttAnswer {
  size_t rows; /**< Rows, or triples of a graph. */
  bool yes;    /**< What ASK answered. */
} AttAnswer;

/** A question, in SPARQL 1.1. All zeros but the text is the usual one. */
typedef struct AttQuestion {
  const char* name; /**< What diagnostics call it, or NULL. */
  const char* text;
  const char* base;  /**< Base IRI; NULL: that of the file `name`. */
  bool only_unnamed; /**< Named graphs are not in the default graph. */
  bool check;        /**< It is not answered, only parsed. */
  unsigned seconds;  /**< That the answer may take; 0: any. */
  size_t rows;       /**< That it may have; 0: ten million. */
  AttFormat format;  /**< ATT_FORMAT_NONE: table, or Turtle for a graph. */
  const char* path;  /**< Where the answer goes; NULL: standard output. */
} AttQuestion;

/** Indexes `graph` for many questions, which are then answered at once: each
 * would build an index for itself otherwise. Adding to the graph drops it. */
AttStatus
att_graph_index(AttGraph* graph);

/** Answers a question to `graph`; `out` may be NULL. ATT_QUERY: refused, with a
 * diagnostic that says why. ATT_LIMIT: it took too long, or had too many
 * rows. */
AttStatus
att_graph_ask(const AttGraph* graph, const AttQuestion* question, AttSink sink,
              AttAnswer* out);

/** The same for the usual question. */
AttStatus
att_graph_query(const AttGraph* graph, const char* name, const char* query,
                AttFormat format, const char* path, AttSink sink,
                AttAnswer* out);

#endif
