/* Failure: passing a status up, and telling the caller's sink why. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_STATUS_H
#define ATTACHE_BASE_STATUS_H

#include "attache.h"

/** Leaves the function with the status of `call` unless it is ATT_OK. */
#define TRY(call)                        \
  do {                                   \
    const AttStatus try_status = (call); \
    if (try_status != ATT_OK) {          \
      return try_status;                 \
    }                                    \
  } while (0)

/** Where in the caller's files something was seen. */
typedef struct Place {
  const char* file; /**< May be NULL. */
  unsigned line;    /**< From 1; 0 where there is none. */
  unsigned column;  /**< In characters, from 1; 0 where there is none. */
} Place;

/** Reports a formatted sentence to `sink` (which may be NULL). Longer than
 * 1000 bytes is cut. */
void
att_report(const AttSink* sink, AttSeverity severity, Place place,
           const char* format, ...);

#endif
