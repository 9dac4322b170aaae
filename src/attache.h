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
  ATT_NO_MEMORY, /**< An arena's ceiling or the machine's memory is reached. */
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

/** One article, as it is given to be read. Strings end in NUL. */
typedef struct AttArticle {
  const char* id;   /**< Its identifier, and what diagnostics call it. */
  const char* text; /**< Any bytes may come; offsets count in them. */
  size_t length;    /**< bytes */
  /** A headline told beside the text, or NULL. One that the text begins with is
   * read there; any other is a text of its own, and offsets count in it. */
  const char* title;
  const char* date; /**< Of publication, YYYY-MM-DD, or NULL. */
  const char* url;  /**< Where it was published, or NULL. */
} AttArticle;

/** A loaded ontology and model, ready to read; not for two threads at once. */
typedef struct AttReader AttReader;

/** Loads what `settings` names; reports trouble to `sink`, which must outlive
 * the reader. ATT_ONTOLOGY, ATT_MODEL, ATT_IO, ATT_NO_MEMORY. */
AttStatus
att_reader_new(const AttSettings* settings, AttSink sink, AttReader** out);

/** A reader for another thread, with a sink of its own, that shares what
 * `reader` has loaded; to be freed before it. ATT_NO_MEMORY, ATT_ONTOLOGY. */
AttStatus
att_reader_clone(const AttReader* reader, AttSink sink, AttReader** out);

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

/** Forgets every quad, and keeps the memory for the next. */
void
att_graph_clear(AttGraph* graph);

/** Reads one article. Its facts are added to `graph` on success only.
 * ATT_LIMIT, ATT_NO_MEMORY, ATT_INPUT. */
AttStatus
att_reader_read(AttReader* reader, const AttArticle* article, AttGraph* graph);

/** Reads one article and writes what `stage` made of it to `out` as
 * tab-separated rows: "tokens", "mentions", "trees", "entities" or "events".
 * ATT_INPUT for another stage. */
AttStatus
att_reader_trace(AttReader* reader, const char* bytes, size_t length,
                 const char* stage, FILE* out);

/** Lints the ontology folder `directory`: loads it, and runs every sentence
 * that a frame says must, or must not, fire. ATT_ONTOLOGY if anything is
 * wrong; each finding is a diagnostic. `model` as in AttSettings. */
AttStatus
att_check(const char* directory, const char* model, AttSink sink);

#include "attache_graph.h"

#endif
