/* Output: a file that ends up complete or absent. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_OUTPUT_H
#define ATTACHE_BASE_OUTPUT_H

#include "base/status.h"

/** A file being written. */
typedef struct Output {
  FILE* file;       /**< Write here. */
  const char* name; /**< What diagnostics call it; NULL: standard output. */
  char* target;     /**< What `temporary` becomes, or NULL. */
  char* temporary;  /**< Beside the target, or NULL when written directly. */
} Output;

/** Opens `path` (NULL: standard output; it must outlive the output) for
 * writing. What is there but no regular file (a device, a pipe, a symbolic
 * link) is written directly. ATT_IO is reported. */
AttStatus
att_output_begin(const char* path, const AttSink* sink, Output* out);

/** Ends the output: with `status` ATT_OK the file is flushed, synced and
 * renamed; with any other, or when that fails, it is removed. Returns `status`,
 * or ATT_IO after a report. */
AttStatus
att_output_end(Output* output, AttStatus status, const AttSink* sink);

#endif
