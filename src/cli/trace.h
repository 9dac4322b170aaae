/* Tracing: what a stage of reading made of an article, on standard output. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_TRACE_H
#define ATTACHE_CLI_TRACE_H

#include "attache.h"
#include "cli/command.h"

/** Whether `stage` is one; false, with a message, if it is none. */
bool
att_trace_stage(const char* stage);

/** Reads the article in the file `path` and prints what `stage` made of it. */
ExitCode
att_trace_article(const AttSettings* settings, const char* stage,
                  const char* path);

#endif
