/* The gauge: a line on the terminal that tells how a run goes. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_GAUGE_H
#define ATTACHE_CLI_GAUGE_H

#include "cli/tally.h"

#include <time.h>

typedef struct Gauge {
  bool shown;     /**< Standard error is a terminal. */
  bool drawn;     /**< The line is there. */
  uint64_t total; /**< Bytes of all inputs, as they lie there; 0: unknown. */
  struct timespec begin;
  struct timespec last; /**< When the line was drawn. */
} Gauge;

/** Begins to measure. `operands` (ended by NULL) are all there is to read if
 * `all`. */
void
att_gauge_begin(Gauge* gauge, char* const* operands, bool all);

/** Draws the line, if it is time to. `bytes` of the inputs are read. */
void
att_gauge_draw(Gauge* gauge, const Tally* tally, uint64_t bytes);

/** Takes the line away, so that something else can be said. */
void
att_gauge_clear(Gauge* gauge);

#endif
