/* RowSet in the order of ORDER BY. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_SORT_H
#define ATTACHE_GRAPH_SORT_H

#include "graph/run.h"

/** Puts the indexes of `rows` in order, in the run's arena: by the terms that
 * stand in them from column `first` on, one for each sort key of `select`. What
 * is equal stays as it came. */
AttStatus
att_sort_rows(Run* run, const Select* select, const RowSet* rows, size_t first,
              uint32_t** out);

#endif
