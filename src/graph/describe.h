/* Describing: what was read, said as quads. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_DESCRIBE_H
#define ATTACHE_GRAPH_DESCRIBE_H

#include "graph/graph.h"
#include "reading/event.h"

/** What instance names start with unless told otherwise. */
#define DESCRIBE_BASE "https://w3id.org/attache/id/"

/** Everything read from one article, and how to say it. */
typedef struct Described {
  const Reading* reading;
  const Terms* terms;
  const Entities* entities;
  const Events* events;
  Slice name; /**< The article's identifier. */
  Slice url;  /**< Where it was published, or empty. */
  Slice base; /**< What instance names start with. */
  AttProvenance provenance;
} Described;

/** Adds the article's graph to `graph`, as a named graph. */
AttStatus
att_graph_describe(Arena* arena, const Described* described, AttGraph* graph);

#endif
