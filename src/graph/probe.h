/* Probes: questions to ask first, to know whether Rasqal answers rightly. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_PROBE_H
#define ATTACHE_GRAPH_PROBE_H

#include "graph/clause.h"

typedef enum ProbeKind {
  PROBE_SOLUTIONS, /**< No: the query aggregates over nothing. */
  PROBE_NEEDED,    /**< No: refuse the query. */
  PROBE_HARMFUL,   /**< Yes: refuse the query. */
  PROBE_GATE       /**< No: leave out those up to the next HARMFUL one. */
} ProbeKind;

/** An ASK query, and what its answer means. */
typedef struct Probe {
  ProbeKind kind;
  Slice text;         /**< NUL-terminated. */
  unsigned line;      /**< Of the query. */
  const char* reason; /**< To refuse it. */
} Probe;

typedef LIST(Probe) Probes;

/** The probes for the rewritten query `text` and its clauses: for solutions to
 * aggregate, and for values that an aggregate or BIND would have to leave out,
 * which Rasqal does not do. In `arena`. */
AttStatus
att_probes_read(Arena* arena, const Clauses* clauses, Slice text, Probes* out);

#endif
