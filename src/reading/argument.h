/* Arguments: which nodes fill the grammatical functions of a verb or noun. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_ARGUMENT_H
#define ATTACHE_READING_ARGUMENT_H

#include "reading/entity.h"

typedef LIST(uint32_t) Nodes;

/** Appends to `out` the nodes that fill `function` of `node` ("with" etc. in
 * `preposition`): active and passive, relative and participial clauses,
 * coordination and control are seen through. Conjuncts are all given. */
AttStatus
att_arguments_find(Arena* arena, const Trees* trees, uint32_t node,
                   FrameFunction function, Slice preposition, Nodes* out);

/** Who does what the verb `node` says, or is its surface subject; NOTHING. */
uint32_t
att_argument_subject(const Trees* trees, uint32_t node);

/** Appends the surface subject of the verb `node` and its conjuncts. */
AttStatus
att_subject_conjuncts(Arena* arena, const Trees* trees, uint32_t node,
                      Nodes* out);

/** The nearest verb above `node`, itself not, or NOTHING. */
uint32_t
att_argument_verb_above(const Trees* trees, uint32_t node);

#endif
