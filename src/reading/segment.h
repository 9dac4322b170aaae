/* Segments: clauses that are parsed apart from what reports them. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_SEGMENT_H
#define ATTACHE_READING_SEGMENT_H

#include "reading/mend.h"

/** Numbers the segments of the sentence from node `first` on: `part[i]` is 0
 * where node `first + i` belongs to the sentence itself, and another number
 * where it belongs to a clause quoted in it, whose nodes stand side by side:
 * "The talks failed," he said; or to one that a short clause at the end
 * reports: The talks failed, an official said. */
void
att_segments_find(const Parsing* parser, uint32_t first, uint32_t* part);

/** Hangs the root of each segment but the sentence's own on the verb that
 * reports it. */
void
att_segments_join(Parsing* parser, uint32_t first, const uint32_t* part);

#endif
