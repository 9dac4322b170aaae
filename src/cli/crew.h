/* The crew: threads that read articles, whose results come in order. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_CREW_H
#define ATTACHE_CLI_CREW_H

#include "cli/job.h"

/** Most threads: far more than articles can be handed out to. */
#define CREW_LIMIT 256

typedef struct Crew Crew;

/** A crew of `count` (1 to CREW_LIMIT) hands; one works in the caller's thread.
 * `settings` are what the reader is loaded by. ATT_NO_MEMORY and what
 * att_reader_new gives, after a message. */
AttStatus
att_crew_new(const AttSettings* settings, unsigned count, Crew** out);

/** A job to be filled and given back with att_crew_give; NULL if all are out:
 * take one first. */
Job*
att_crew_job(Crew* crew);

/** Hands the job out. */
void
att_crew_give(Crew* crew);

/** The oldest job handed out, done; waits for it. NULL if none is. Empty it
 * with att_crew_settle before anything else. */
Job*
att_crew_take(Crew* crew);

/** Whether att_crew_take would not wait. */
bool
att_crew_ready(Crew* crew);

void
att_crew_settle(Crew* crew);

void
att_crew_free(Crew* crew);

#endif
