/* Redland: queries go in and answers come out through librdf_query. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_REDLAND_H
#define ATTACHE_GRAPH_REDLAND_H

#include "base/arena.h"
#include "base/slice.h"

/** A stream of Raptor's that bytes are written to. */
typedef struct raptor_iostream_s raptor_iostream;

/** What answers queries for Redland, in place of Rasqal, and whom it serves. */
typedef struct QueryEngine {
  void* user;
  /** Parses and plans a query; what it finds wrong is reported. */
  AttStatus (*execute)(void* user, Slice text, Slice base);
  /** Whether the answer is a graph: else rows, or yes or no. */
  bool (*is_graph)(void* user);
  /** Writes an answer that is no graph. */
  AttStatus (*write)(void* user, raptor_iostream* out);
} QueryEngine;

/** A Redland world with the engine in it, for one query. */
typedef struct Redland Redland;

/** Opens a world. The engine and the sink must outlive it; end it whatever the
 * status is. */
AttStatus
att_redland_begin(Arena* arena, const QueryEngine* engine, const AttSink* sink,
                  Place place, Redland** out);
void
att_redland_end(Redland* redland);

/** Executes a query; both texts end with a zero. The status is the engine's. */
AttStatus
att_redland_execute(Redland* redland, const char* text, const char* base);

/** Whether the answer is a graph. */
bool
att_redland_is_graph(const Redland* redland);

/** Writes an answer that is no graph to `file`. */
AttStatus
att_redland_write(Redland* redland, FILE* file);

#endif
