/* The tally: what a run came to so far. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_TALLY_H
#define ATTACHE_CLI_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Tally {
  size_t read;    /**< Articles whose graphs are out. */
  size_t skipped; /**< Articles in another language. */
  size_t failed;  /**< Articles and files. */
  uint64_t bytes; /**< Of the texts read. */
  uint64_t quads;
  bool interrupted;
} Tally;

/** Writes it as one JSON object to the file `path`. False, after a message, if
 * that cannot be done. */
bool
att_tally_write(const Tally* tally, const char* path);

#endif
