/* The graph: what we say, as interned terms and sorted quads. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_GRAPH_H
#define ATTACHE_GRAPH_GRAPH_H

#include "base/intern.h"
#include "base/list.h"
#include "ontology/turtle.h"

#include <stdio.h>

/** A term of a graph: an id from 1. */
typedef uint32_t TermId;

struct StoreView;
struct Index;

/** The default graph's name. */
#define GRAPH_DEFAULT 0U

typedef struct Quad {
  TermId subject;
  TermId predicate;
  TermId object;
  TermId graph; /**< GRAPH_DEFAULT or a term. */
} Quad;

/** The most bytes a graph, and what it takes to write or ask it, may use: more
 * than any machine these run on has to spare. */
#define GRAPH_CEILING ((size_t)16 * 1024 * 1024 * 1024)

/** The number of quads added, duplicates counted. */
size_t
att_graph_added(const AttGraph* graph);

/** The id of a term, interned; strings are copied. What no RDF syntax can
 * carry is replaced: characters of a literal by U+FFFD, bytes of an IRI by
 * their percent-encoding. xsd:string is the same as no datatype,
 * and languages are in lower case. */
AttStatus
att_graph_term(AttGraph* graph, RdfTerm term, TermId* out);

AttStatus
att_graph_iri(AttGraph* graph, Slice iri, TermId* out);

/** A plain literal: `datatype` an IRI or empty. */
AttStatus
att_graph_literal(AttGraph* graph, Slice value, Slice datatype, TermId* out);

/** A literal in a language ("en"). */
AttStatus
att_graph_text(AttGraph* graph, Slice value, Slice language, TermId* out);

/** The id of a term that is there already, or 0. */
TermId
att_graph_find(const AttGraph* graph, RdfTerm term);

/** The term of a valid id; borrows from the graph. */
RdfTerm
att_graph_term_of(const AttGraph* graph, TermId id);

/** The number of terms: their ids are 1 up to and with it. */
size_t
att_graph_term_count(const AttGraph* graph);

/** A graph that lies in a store: can be asked, and its terms looked at, but not
 * walked over, written or added to. The view outlives it. */
AttStatus
att_graph_new_view(struct StoreView* view, AttGraph** out);

/** The view that the graph lies in, or NULL. */
struct StoreView*
att_graph_view(const AttGraph* graph);

/** The index of a graph that has one (att_graph_index), or NULL. */
const struct Index*
att_graph_kept_index(const AttGraph* graph);

/** Adds a quad unless it is there. */
AttStatus
att_graph_add(AttGraph* graph, Quad quad);

/** Does what att_graph_merge does, and may leave `from` without its quads: into
 * an empty graph nothing needs to be copied. */
AttStatus
att_graph_absorb(AttGraph* into, AttGraph* from);

/** The quad at `at` (< att_graph_size), in order of arrival. */
Quad
att_graph_quad(const AttGraph* graph, size_t at);

/** All of them, until more are added; NULL if they lie in a store. */
const Quad*
att_graph_quads(const AttGraph* graph);

/** Adds the RDF in `bytes`, which diagnostics call `name`, like
 * att_graph_load. */
AttStatus
att_graph_read(AttGraph* graph, Slice bytes, const char* name, AttFormat format,
               const AttSink* sink);

/** The distinct quads in order of graph, subject, predicate, object BY THEIR
 * TEXT (not by id), so that the order depends on the quads alone. Valid until
 * the next addition. */
AttStatus
att_graph_sorted(AttGraph* graph, const Quad** out, size_t* count);

#endif
