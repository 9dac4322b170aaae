/* Reading RDF: the door to Raptor's parsers. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_TURTLE_H
#define ATTACHE_ONTOLOGY_TURTLE_H

#include "base/stream.h"

/** What an RDF term is. */
typedef enum RdfKind { RDF_NONE, RDF_IRI, RDF_LITERAL, RDF_BLANK } RdfKind;

/** An RDF term; slices borrow. */
typedef struct RdfTerm {
  RdfKind kind;
  Slice value;    /**< IRI, lexical form, or blank node label. */
  Slice datatype; /**< IRI of a literal's datatype, or empty. */
  Slice language; /**< Tag of a literal, or empty. */
} RdfTerm;

typedef struct RdfStatement {
  RdfTerm subject;
  RdfTerm predicate;
  RdfTerm object;
  RdfTerm graph; /**< RDF_NONE: the default graph. */
  Place place;   /**< File and line where Raptor stood. */
} RdfStatement;

/** Takes statements; what they point to is gone after the call. Another
 * status than ATT_OK ends the reading. */
typedef AttStatus (*RdfHandler)(void* user, const RdfStatement* statement);

/** Reads RDF from `stream` to its end as `format` (ATT_TURTLE, ATT_NTRIPLES,
 * ATT_NQUADS, ATT_TRIG, ATT_RDFXML); `name` is what diagnostics and the base
 * IRI are made from. Syntax errors are reported with their line and give
 * ATT_INPUT. */
AttStatus
att_rdf_read(Stream* stream, const char* name, AttFormat format,
             const AttSink* sink, RdfHandler handler, void* user);

#endif
