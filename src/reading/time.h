/* Times: the expressions that say when, and the dates they come to. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_TIME_H
#define ATTACHE_READING_TIME_H

#include "base/date.h"
#include "base/list.h"
#include "ontology/ontology.h"

/** "Thursday", "Nov. 8-9", "earlier this month", "recently". Its dates are as
 * precise as it is, and zero where it names no day, month or year. */
typedef struct TimeExpression {
  uint32_t begin; /**< bytes; behind a preposition */
  uint32_t end;   /**< bytes */
  Date past;      /**< Its date in a clause about the past, or without tense. */
  Date future;    /**< Its date in a clause about the future; `past` again when
                       the words leave no choice. */
  Date earliest;  /**< First day of a range or of a vague period ("last week",
                       "early May"), which goes with `past`; or zero. */
  Date latest;    /**< Last day of it, or zero with `earliest`. */
  bool range;     /**< It names its first and its last ("Nov. 8-9"); `past` and
                       `future` are the first. */
} TimeExpression;

typedef LIST(TimeExpression) Times;

/** Appends the expressions in bytes `begin` up to `end` of `text` (valid UTF-8,
 * < 4 GiB) to `out`, in order, none within another. `reference` is the day the
 * text was written; without one (zero) expressions that need it are found, but
 * have no dates. Earlier expressions in `out` are what "the following day"
 * follows. */
AttStatus
att_times_find(Arena* arena, const Ontology* ontology, Matcher* matcher,
               Slice text, size_t begin, size_t end, Date reference,
               Times* out);

#endif
