/* Regular expressions of queries, as XPath spells them. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_REGEX_H
#define ATTACHE_GRAPH_REGEX_H

#include "base/slice.h"

typedef struct Regex Regex;

/** Those that a query uses, compiled. NULL is none. */
typedef struct Regexes Regexes;

/** The regular expression `text` with `flags` (s m i x q). ATT_INPUT if it is
 * none. Valid until the next call. */
AttStatus
att_regexes_find(Regexes** regexes, Slice text, Slice flags, Regex** out);

void
att_regexes_free(Regexes* regexes);

/** Whether it matches somewhere in `text`. ATT_LIMIT when that takes too
 * long. */
AttStatus
att_regex_is_in(Regex* regex, Slice text, bool* found);

/** `text` with `replacement` ($1: a group) for each match, in `arena`.
 * ATT_INPUT: the replacement is none, or nothing at all is matched. */
AttStatus
att_regex_replace(Arena* arena, Regex* regex, Slice text, Slice replacement,
                  Slice* out);

#endif
