/* The named graphs of a prepared query's dataset. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUERY_DATASET_H
#define ATTACHE_GRAPH_QUERY_DATASET_H

#include "graph/index.h"

struct rasqal_query_s;
struct rasqal_world_s;

/** Tells Rasqal, which takes them from the query alone, what graphs have a
 * name: those of `index` (NULL if FROM says which), and those that the query's
 * own patterns name. */
AttStatus
att_dataset_declare(struct rasqal_query_s* query, struct rasqal_world_s* world,
                    const Index* index);

#endif
