/* Jobs: one article, and what reading it came to. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_JOB_H
#define ATTACHE_CLI_JOB_H

#include "cli/message.h"

/** A job in the ring; all zeros is an empty one. */
typedef struct Job {
  AttArticle article; /**< A copy. */
  char* path;         /**< Its file; NULL: standard input. */
  unsigned line;      /**< Its line in there, or 0. */
  void* memory;       /**< Where the copies lie. */
  AttStatus status;
  AttGraph* graph; /**< What was read. */
  size_t quads;
  char* heard; /**< Messages of taking it in, ready to be shown; or NULL. */
  size_t heard_length;
  char* said; /**< Messages of reading it. */
  size_t said_length;
} Job;

/** Copies `article` into an empty job; NULL: there is none, and the job is a
 * failure that nobody has to do. False if there is no memory. */
bool
att_job_fill(Job* job, const AttArticle* article, const char* path,
             unsigned line);

/** Reads the article. Says nothing, but keeps what there is to say; the
 * reader's sink is that of `messages`. */
void
att_job_do(Job* job, AttReader* reader, Messages* messages);

/** Frees what it holds, and makes it empty. */
void
att_job_clear(Job* job);

#endif
