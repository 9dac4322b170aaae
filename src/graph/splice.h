/* Splicing: a query copied token by token, with other text put between. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_SPLICE_H
#define ATTACHE_GRAPH_SPLICE_H

#include "graph/token.h"

/** A text being made from `query`, whose tokens are `tokens`. Set the first
 * three members; all else zero. */
typedef struct Splice {
  Arena* arena;
  const Tokens* tokens;
  Slice query;
  LIST(char) text;
  size_t copied; /**< Bytes of the query that are copied or left out. */
} Splice;

/** Adds `slice`. */
AttStatus
att_splice_put(Splice* splice, Slice slice);

/** Adds `slice` `count` times. */
AttStatus
att_splice_repeat(Splice* splice, Slice slice, size_t count);

/** Copies the query up to token `at`, unless it is already. */
AttStatus
att_splice_copy(Splice* splice, size_t at);

/** Leaves out the query up to token `at`. */
void
att_splice_skip(Splice* splice, size_t at);

/** The tokens [first, end) as the query spells them. */
Slice
att_splice_span(const Splice* splice, size_t first, size_t end);

/** Copies the rest; the text, with a NUL behind it. */
AttStatus
att_splice_end(Splice* splice, Slice* out);

#endif
