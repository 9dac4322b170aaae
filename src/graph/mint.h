/* Minting: names made from content, so that machines agree on them. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_MINT_H
#define ATTACHE_GRAPH_MINT_H

#include "base/slice.h"

/** Joins `parts` (`count` of them) in the arena. */
AttStatus
att_mint_join(Arena* arena, const Slice* parts, size_t count, Slice* out);

/** A name's slug: folded ASCII letters and digits, hyphens between
 * ("Élysée Palace" -> "elysee-palace"); for a name without any, "x" and hex
 * digits of its hash. */
AttStatus
att_mint_slug(Arena* arena, Slice name, Slice* out);

/** The first `digits` (at most 64, even) hex digits of the SHA-256 of
 * `bytes`. */
AttStatus
att_mint_hash(Arena* arena, Slice bytes, size_t digits, Slice* out);

/** A number in decimal. */
AttStatus
att_mint_number(Arena* arena, uint64_t number, Slice* out);

#endif
