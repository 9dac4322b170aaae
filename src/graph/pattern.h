/* Patterns, made so that they know which variables they give values. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_PATTERN_H
#define ATTACHE_GRAPH_PATTERN_H

#include "graph/algebra.h"

/** A pattern of a kind, of nothing else yet. */
AttStatus
att_pattern_new(Arena* arena, PatternKind kind, Pattern** out);

/** A pattern of one or two others: JOIN (without those that match once and bind
 * nothing), LEFT_JOIN, UNION, MINUS, FILTER, EXTEND, GRAPH. Their variables are
 * those of the parts. */
AttStatus
att_pattern_of(Arena* arena, PatternKind kind, Pattern* left, Pattern* right,
               Pattern** out);

/** Adds the variables of a triple pattern to those of `pattern`. */
AttStatus
att_pattern_add(Arena* arena, Pattern* pattern, const TriplePattern* triple);

/** `pattern` where `expression` holds. */
AttStatus
att_pattern_filter(Arena* arena, Pattern* pattern, Expression* expression,
                   Pattern** out);

/** `pattern`, and the value of `expression` as `variable`. */
AttStatus
att_pattern_extend(Arena* arena, Pattern* pattern, Expression* expression,
                   size_t variable, Pattern** out);

/** Adds every variable that stands in `pattern` to `set`. */
AttStatus
att_pattern_mentions(Arena* arena, const Pattern* pattern, VarSet* set);

#endif
