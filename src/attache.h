/* The public interface of attache: read articles, say what they state, ask. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_H
#define ATTACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define ATT_VERSION "0.1.0"

/** What a call came to. */
typedef enum AttStatus {
  ATT_OK,        /**< Done. */
  ATT_NO_MEMORY, /**< An arena's ceiling, or the machine's memory, is reached. */
  ATT_IO,        /**< A file could not be read or written. */
  ATT_INPUT,     /**< The input is not what it should be. */
  ATT_LIMIT,     /**< A documented limit on untrusted input was reached. */
  ATT_ONTOLOGY,  /**< The ontology does not load. */
  ATT_MODEL,     /**< The language model does not load. */
  ATT_QUERY,     /**< The query is refused. */
  ATT_STATUS_COUNT
} AttStatus;

/** One plain English sentence for a status; never NULL. */
const char*
att_status_text(AttStatus status);

/** How bad a diagnostic is. */
typedef enum AttSeverity { ATT_NOTE, ATT_WARNING, ATT_ERROR } AttSeverity;

/** What went wrong where. */
typedef struct AttDiagnostic {
  AttSeverity severity;
  const char* file;    /**< As the caller named it, or NULL. */
  unsigned line;       /**< From 1; 0 where there is none. */
  const char* message; /**< One sentence, capital first, no full stop. */
} AttDiagnostic;

/** Takes diagnostics; `report` may be NULL to drop them. */
typedef struct AttSink {
  void (*report)(void* user, const AttDiagnostic* diagnostic);
  void* user;
} AttSink;

/** The syntaxes graphs and answers come in. A format's name is its extension
 * where it has one. */
typedef enum AttFormat {
  ATT_FORMAT_NONE,
  ATT_TURTLE,
  ATT_NTRIPLES,
  ATT_NQUADS,
  ATT_RDFXML,
  ATT_TRIG, /**< Read only. */
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

/** How much of its evidence a graph carries. */
typedef enum AttProvenance {
  ATT_PROVENANCE_NONE,     /**< Facts alone. */
  ATT_PROVENANCE_MENTIONS, /**< And the spans that mention them. */
  ATT_PROVENANCE_FULL      /**< And one assertion for each extracted triple. */
} AttProvenance;

/** What reading needs to know. All zeros means the defaults. */
typedef struct AttSettings {
  const char* ontology; /**< Folder of Turtle files; NULL: the installed one. */
  const char* model;    /**< Model file; NULL: the installed one. */
  const char* base;     /**< IRI that names start with; NULL: the default. */
  const char* date;     /**< YYYY-MM-DD for articles without one; or NULL. */
  AttProvenance provenance;
} AttSettings;

/** A loaded ontology and model, ready to read; not for two threads at once. */
typedef struct AttReader AttReader;

/** Loads what `settings` names; reports trouble to `sink`, which must outlive
 * the reader. ATT_ONTOLOGY, ATT_MODEL, ATT_IO, ATT_NO_MEMORY. */
AttStatus
att_reader_new(const AttSettings* settings, AttSink sink, AttReader** out);

void
att_reader_free(AttReader* reader);

/** A set of RDF quads. */
typedef struct AttGraph AttGraph;

AttStatus
att_graph_new(AttGraph** out);

void
att_graph_free(AttGraph* graph);

/** The number of distinct quads. */
size_t
att_graph_size(const AttGraph* graph);

/** Reads one article: `name` is its identifier (a file's stem) and what
 * diagnostics call it; any `length` bytes may come. Its facts are added to
 * `graph` on success only. ATT_LIMIT, ATT_NO_MEMORY, ATT_INPUT. */
AttStatus
att_reader_read(AttReader* reader, const char* name, const char* bytes,
                size_t length, AttGraph* graph);

/** Reads one article and writes what `stage` made of it to `out` as
 * tab-separated rows: "tokens", "mentions", "trees", "entities" or "events".
 * ATT_INPUT for another stage. */
AttStatus
att_reader_trace(AttReader* reader, const char* bytes, size_t length,
                 const char* stage, FILE* out);

/** Adds the RDF in the file `path` ("-" is standard input; .gz is not read) to
 * `graph`; `format` ATT_FORMAT_NONE goes by the extension, Turtle otherwise. */
AttStatus
att_graph_load(AttGraph* graph, const char* path, AttFormat format,
               AttSink sink);

/** Writes `graph` to `path` (NULL is standard output): to a temporary file
 * beside it, synced and renamed, so that it is complete or absent. The bytes
 * depend on the quads alone. */
AttStatus
att_graph_write(const AttGraph* graph, const char* path, AttFormat format,
                AttSink sink);

/** What a query came to, beside its rows. */
typedef struct AttAnswer {
  size_t rows; /**< Rows, or triples of a graph. */
  bool yes;    /**< What ASK answered. */
} AttAnswer;

/** Asks `graph` the SPARQL `query` and writes the answer to `path` (NULL:
 * standard output) as `format` (ATT_FORMAT_NONE: table, or Turtle for a
 * graph). `name` is what diagnostics call the query. `out` may be NULL.
 * ATT_QUERY: refused, with a diagnostic that says why. */
AttStatus
att_graph_query(const AttGraph* graph, const char* name, const char* query,
                AttFormat format, const char* path, AttSink sink,
                AttAnswer* out);

/** Lints the ontology folder `directory`: loads it, and runs every sentence
 * that a frame says must, or must not, fire. ATT_ONTOLOGY if anything is
 * wrong; each finding is a diagnostic. `model` as in AttSettings. */
AttStatus
att_check(const char* directory, const char* model, AttSink sink);

#endif
