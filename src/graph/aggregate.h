/* Aggregates: what the rows of a group come to. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_AGGREGATE_H
#define ATTACHE_GRAPH_AGGREGATE_H

#include "graph/run.h"

typedef struct Tally Tally;

/** The groups of a SELECT, and what their aggregates have come to so far. */
typedef struct Groups {
  const Select* select;
  RowSet keys;
  LIST(Tally*) tallies; /**< [group]: one for each aggregate. */
  RowSet* seen;         /**< [aggregate]: group and term, of DISTINCT. */
} Groups;

AttStatus
att_groups_begin(Run* run, const Select* select, Groups* out);

void
att_groups_end(Groups* groups);

/** Takes the row at hand. False on failure (run->status). */
bool
att_groups_take(Run* run, Groups* groups);

/** Gives `next` a row for each group: the variables it is grouped by, and those
 * of the aggregates. */
bool
att_groups_run(Run* run, Groups* groups, const Next* next);

#endif
