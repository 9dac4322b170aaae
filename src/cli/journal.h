/* The journal: how far a run came, so that another goes on from there. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_JOURNAL_H
#define ATTACHE_CLI_JOURNAL_H

#include "cli/message.h"
#include "cli/tally.h"

/** An output under way in FILE.part, and FILE.journal beside it. */
typedef struct Journal Journal;

/** How far a run came. */
typedef struct Progress {
  uint64_t taken; /**< Articles and failures settled. */
  Tally tally;    /**< What they came to. */
  char last[512]; /**< Where the last of them stands: FILE:LINE, cut. */
} Progress;

/** Opens the journal of the output `path`, new or to be gone on with; then
 * `*out_progress` says from where. `order` tells what must be the same in both
 * runs. ATT_IO or ATT_INPUT after a message. */
AttStatus
att_journal_open(const char* path, const char* order, Journal** out,
                 Progress* out_progress);

/** Adds bytes (none, if there are none) and notes how far it came. */
AttStatus
att_journal_put(Journal* journal, const char* bytes, size_t length,
                const Progress* progress);

/** Ends the journal. `whole`: the output is complete, and gets its name; else
 * both files stay to be gone on with. Frees it. */
AttStatus
att_journal_close(Journal* journal, bool whole);

#endif
