/* Stamps: the day in a date and time as machines write them. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CORPUS_STAMP_H
#define ATTACHE_CORPUS_STAMP_H

#include "base/slice.h"

/** The day that `text` begins with as YYYY-MM-DD ("2026-03-11T09:30:00Z"), or
 * names as RSS does ("Wed, 11 Mar 2026 09:30:00 GMT"), as YYYY-MM-DD in the
 * arena; NULL if it is neither. */
AttStatus
att_stamp_day(Arena* arena, Slice text, const char** out);

#endif
