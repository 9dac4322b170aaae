/* The harvest: articles taken in, read, and their graphs brought out. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_HARVEST_H
#define ATTACHE_CLI_HARVEST_H

#include "attache.h"
#include "cli/command.h"

/** What `attache extract` is asked for. */
typedef struct Harvest {
  AttSettings settings;
  char* const* operands; /**< Ended by NULL. */
  const char* files;     /**< A list of further files, or NULL. */
  AttInput input;
  const char* store;  /**< A folder that takes the graphs instead, or NULL. */
  const char* output; /**< NULL: standard output. */
  AttFormat format;
  bool apart; /**< Each article's graph on its own, not their union. */
  bool strict;
  bool resume; /**< Keep a journal, and go on where it says. */
  unsigned jobs;
  bool open;           /**< Stay out of the sandbox. */
  const char* summary; /**< Where to say what came of it, or NULL. */
} Harvest;

/** Shuts the program in with the files that it needs, if the kernel can. */
void
att_harvest_enclose(const Harvest* harvest);

ExitCode
att_harvest_run(const Harvest* harvest);

#endif
