/* Terms: those of a graph, and those that a query brings or computes. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_TERMS_H
#define ATTACHE_GRAPH_TERMS_H

#include "graph/graph.h"

/** One id for each term: the graph's are its own, further ones come behind. */
typedef struct Terms {
  const AttGraph* graph; /**< Outlives the terms, and does not change. */
  AttGraph* more;
  TermId last; /**< The last id of the graph. */
} Terms;

AttStatus
att_terms_begin(const AttGraph* graph, Terms* out);

void
att_terms_end(Terms* terms);

/** The id of a term, added if it is new. */
AttStatus
att_terms_id(Terms* terms, RdfTerm term, TermId* out);

/** The term of a valid id; RDF_NONE for 0. Borrows until the terms end. */
RdfTerm
att_terms_of(const Terms* terms, TermId id);

#endif
