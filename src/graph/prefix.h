/* Prefixes: the short forms of IRIs, chosen by looking at a graph. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_PREFIX_H
#define ATTACHE_GRAPH_PREFIX_H

#include "graph/graph.h"

typedef struct Prefix {
  Slice name;  /**< "att" */
  Slice space; /**< "https://w3id.org/attache/ns#" */
} Prefix;

typedef LIST(Prefix) Prefixes;

/** The prefixes a query may use without declaring them. */
const Prefix*
att_prefixes_known(size_t* count);

/** The prefixes that the `count` quads of `graph` use, by name: the known
 * ones, and one for each kind of instance (".../person/") they describe. In
 * `arena`; borrows from the graph. */
AttStatus
att_prefixes_find(Arena* arena, const AttGraph* graph, const Quad* quads,
                  size_t count, Prefixes* out);

/** The prefix whose space `iri` starts with, if what follows is a local name
 * that every syntax takes (letters, digits, - and _, a letter first); or
 * NULL. */
const Prefix*
att_prefixes_match(const Prefixes* prefixes, Slice iri);

#endif
