/* Answers: the rows of a query as a table, CSV, TSV, JSON or XML. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_ANSWER_H
#define ATTACHE_GRAPH_ANSWER_H

#include "graph/prefix.h"

/** A stream of Raptor's that bytes are written to. */
typedef struct raptor_iostream_s raptor_iostream;

typedef LIST(Slice) Names;

/** An answer being written. Set the first five members; all else zero. */
typedef struct Answer {
  raptor_iostream* out;
  AttFormat format;  /**< ATT_TABLE, ATT_CSV, ATT_TSV, ATT_JSON, ATT_XML */
  Arena* arena;      /**< Keeps a table until its widths are known. */
  Prefixes prefixes; /**< Shorten the IRIs of a table. */
  Names names;       /**< The variables, without question marks. */
  size_t rows;
  LIST(Slice) cells; /**< Of a table, row by row. */
} Answer;

/** Writes what stands before the rows. */
void
att_answer_begin(Answer* answer);

/** Writes a row: a term for each name; RDF_NONE where there is no value. */
AttStatus
att_answer_row(Answer* answer, const RdfTerm* terms);

/** Writes what stands behind the rows. */
AttStatus
att_answer_end(Answer* answer);

/** Writes the answer to ASK. */
void
att_answer_yes(raptor_iostream* out, AttFormat format, bool yes);

#endif
