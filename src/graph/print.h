/* Printing graphs: the syntaxes that are text, written by ourselves. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_PRINT_H
#define ATTACHE_GRAPH_PRINT_H

#include "graph/graph.h"

/** Whether att_print knows `format`: ATT_TURTLE, ATT_TRIG, ATT_NTRIPLES or
 * ATT_NQUADS. */
bool
att_print_knows(AttFormat format);

/** Writes `graph` to `file` in a format it knows; needs nothing that threads
 * share. All but N-Quads and TriG hold the triples of all graphs, each once.
 * The caller flushes, and looks whether that went well. */
AttStatus
att_print(const AttGraph* graph, FILE* file, AttFormat format);

#endif
