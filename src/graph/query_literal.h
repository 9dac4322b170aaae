/* Literals: terms as Rasqal holds them, behind the door to Redland. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUERY_LITERAL_H
#define ATTACHE_GRAPH_QUERY_LITERAL_H

#include "ontology/turtle.h"

struct rasqal_literal_s;
struct rasqal_world_s;
struct raptor_uri_s;

/** The IRI of a Raptor URI; empty for NULL. Borrows from it. */
Slice
att_uri_slice(struct raptor_uri_s* uri);

/** A new URI; NULL when out of memory. */
struct raptor_uri_s*
att_uri_new(struct rasqal_world_s* world, Slice iri);

/** The term that a literal spells; RDF_NONE for a variable. Borrows from it. */
RdfTerm
att_literal_term(struct rasqal_literal_s* literal);

/** A new literal for a term; NULL when out of memory. Rasqal may spell it
 * another way. */
struct rasqal_literal_s*
att_literal_new(struct rasqal_world_s* world, const RdfTerm* term);

#endif
