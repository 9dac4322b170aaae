/* The public interface of attache: read articles, say what they state, ask. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_H
#define ATTACHE_H

#include "attache_corpus.h"
#include "attache_graph.h"
#include "attache_link.h"
#include "attache_remote.h"
#include "attache_report.h"
#include "attache_sandbox.h"
#include "attache_status.h"
#include "attache_store.h"

#include <stdio.h>

#define ATT_VERSION "0.1.0"

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

/** Allows what att_reader_new reads of the disk with these settings. */
void
att_reader_allow(const AttSettings* settings, AttSandbox* sandbox);

/** A reader for another thread, with a sink of its own, that shares what
 * `reader` has loaded; to be freed before it. ATT_NO_MEMORY, ATT_ONTOLOGY. */
AttStatus
att_reader_clone(const AttReader* reader, AttSink sink, AttReader** out);

void
att_reader_free(AttReader* reader);

/** Reads one article. Its facts are added to `graph` on success only.
 * ATT_LANGUAGE, after a warning, if it is not in English; ATT_LIMIT,
 * ATT_NO_MEMORY, ATT_INPUT. */
AttStatus
att_reader_read(AttReader* reader, const AttArticle* article, AttGraph* graph);

/** Reads one article and writes what `stage` made of it to `out` as
 * tab-separated rows: "tokens", "mentions", "trees", "entities" or "events".
 * ATT_INPUT for another stage. */
AttStatus
att_reader_trace(AttReader* reader, const char* bytes, size_t length,
                 const char* stage, FILE* out);

/** What of an article is to be explained. */
typedef struct AttExplain {
  size_t fact;   /**< The fact of that number, from 1; 0: none. */
  bool at;       /**< The sentence around byte ... */
  size_t offset; /**< ... this one of the text. */
  bool colour;   /**< With the escape sequences of terminals. */
} AttExplain;

/** Reads one article and writes to `out` how a fact, or a sentence, was read:
 * its words, its tree, the frames that fired and who is who; asked for neither,
 * every fact with its number. ATT_INPUT, reported, if there is no such fact or
 * sentence; else as att_reader_read. */
AttStatus
att_reader_explain(AttReader* reader, const AttArticle* article,
                   const AttExplain* what, FILE* out);

/** Lints the ontology folder `directory`: loads it, and runs every sentence
 * that a frame says must, or must not, fire. ATT_ONTOLOGY if anything is
 * wrong; each finding is a diagnostic. `model` as in AttSettings. */
AttStatus
att_check(const char* directory, const char* model, AttSink sink);

#endif
