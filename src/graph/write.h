/* Writing graphs: the door to Raptor's writers. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_WRITE_H
#define ATTACHE_GRAPH_WRITE_H

#include "graph/graph.h"

/** Writes `graph` to `file` as `format` (ATT_TURTLE, ATT_TRIG, ATT_NTRIPLES,
 * ATT_NQUADS, ATT_RDFXML); what went wrong is reported against `name`. All but
 * N-Quads and TriG hold the triples of all graphs, each once. The caller
 * flushes. */
AttStatus
att_write(const AttGraph* graph, FILE* file, const char* name, AttFormat format,
          const AttSink* sink);

#endif
