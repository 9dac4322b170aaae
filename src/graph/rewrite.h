/* Rewriting: a query said so that Rasqal answers it rightly. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_REWRITE_H
#define ATTACHE_GRAPH_REWRITE_H

#include "graph/clause.h"
#include "graph/prefix.h"
#include "graph/shape.h"

/** The subject, predicate and object of a triple that every graph is taken to
 * have. Its pattern makes Rasqal join, and only a join gives the variables of
 * an expression the values of the row. */
#define TRUE_IRI "urn:attache:true"

/** What Rasqal is asked in place of `query`: the usual prefixes that it uses
 * and does not declare, VALUES in its long form and inside the braces, GROUP BY
 * by variables, joins where expressions need them, and graph variables that
 * nothing else touches. NUL-terminated, in
 * `arena`. */
AttStatus
att_rewrite(Arena* arena, const Clauses* clauses, Slice query,
            const Prefixes* declared, Slice* out);

#endif
