/* The public interface of attache: what only many articles show. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LINK_H
#define ATTACHE_LINK_H

#include "attache_corpus.h"

/** Finds what only many articles show. */
typedef struct AttLinker AttLinker;

/** `base` begins the names of what it says; NULL: the default. */
AttStatus
att_linker_new(const char* base, AttSink sink, AttLinker** out);

void
att_linker_free(AttLinker* linker);

/** Takes what it needs of the graph of an article. */
AttStatus
att_linker_add(AttLinker* linker, const AttPart* part);

/** What linking came to. */
typedef struct AttLinks {
  size_t events;         /**< Pairs that seem to be one event. */
  size_t persons;        /**< Pairs that may be one person. */
  size_t tenures;        /**< Tenures with a first and a last day. */
  size_t contradictions; /**< Among those. */
} AttLinks;

/** Adds to `graph`, in a graph of their own, what the articles added show
 * together: a first and last day for each tenure, what contradicts itself,
 * events that seem to be the same, and persons that may be. `out` may be
 * NULL. */
AttStatus
att_linker_link(AttLinker* linker, AttGraph* graph, AttLinks* out);

#endif
