/* A pattern: one regular expression for surface grammar (the door to PCRE2). */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_PATTERN_H
#define ATTACHE_ONTOLOGY_PATTERN_H

#include "base/slice.h"

/** Most groups a pattern may have, the whole match included. */
#define PATTERN_GROUPS 24

/** A compiled pattern; immutable, so threads may share it. */
typedef struct Pattern Pattern;

/** What one thread needs to match: owns the match data and the limits. */
typedef struct Matcher Matcher;

/** Half-open bytes of the subject. */
typedef struct PatternSpan {
  size_t begin;
  size_t end;
  bool set; /**< Whether the group took part. */
} PatternSpan;

typedef struct PatternMatch {
  bool found;
  PatternSpan groups[PATTERN_GROUPS]; /**< [0] is the whole match. */
} PatternMatch;

/** Compiles `regex` (UTF, UCP; JIT where there is one). On failure reports
 * the reason at `place` and returns ATT_ONTOLOGY. Freed by att_pattern_free. */
AttStatus
att_pattern_compile(Slice regex, Place place, const AttSink* sink,
                    Pattern** out);

void
att_pattern_free(Pattern* pattern);

/** The number of the group called `name`, or 0 if there is none. */
unsigned
att_pattern_group(const Pattern* pattern, const char* name);

AttStatus
att_matcher_new(Matcher** out);

void
att_matcher_free(Matcher* matcher);

/** The pattern that met the match limit last, or NULL. */
const Pattern*
att_matcher_runaway(const Matcher* matcher);

/** The first match in `subject` (valid UTF-8) at or after byte `from`.
 * ATT_LIMIT when the match limit is hit: that is never "no match". */
AttStatus
att_pattern_match(const Pattern* pattern, Matcher* matcher, Slice subject,
                  size_t from, PatternMatch* out);

#endif
