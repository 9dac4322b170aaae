/* Rows: the answer to a query, out of SPARQL's JSON. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REMOTE_ROWS_H
#define ATTACHE_REMOTE_ROWS_H

#include "graph/answer.h"

/** What a query came to. */
typedef struct Rows {
  Names names;
  LIST(RdfTerm) terms; /**< Row by row, one for each name. */
  size_t count;        /**< of rows */
  bool asked;          /**< It is the answer to ASK: ... */
  bool yes;            /**< ... this. */
} Rows;

/** Reads `json`; all of it is copied to `arena`. ATT_INPUT: it is none. */
AttStatus
att_rows_read(Arena* arena, Slice json, Rows* out);

#endif
