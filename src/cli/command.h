/* What every subcommand is: a name, its options and a function to run. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_COMMAND_H
#define ATTACHE_CLI_COMMAND_H

#include "cli/options.h"

/** What the program ends with. */
typedef enum ExitCode {
  EXIT_DONE = 0,     /**< All of it is done. */
  EXIT_PART = 1,     /**< Some input failed; or `-e`, and the answer is no. */
  EXIT_USAGE = 2,    /**< The command line, or the query, is refused. */
  EXIT_ONTOLOGY = 3, /**< The ontology or the model does not load. */
} ExitCode;

typedef struct Command {
  const char* name;
  const char* summary; /**< One line. */
  /** `argv[0]` is the subcommand's name; knows --help. */
  ExitCode (*run)(int argc, char** argv);
  const Option* options;
  size_t option_count;
  const char* words; /**< What its first operand may be, with blanks between;
                          NULL: a file. */
} Command;

extern const Command att_command_extract;
extern const Command att_command_query;
extern const Command att_command_store;
extern const Command att_command_report;
extern const Command att_command_explain;
extern const Command att_command_push;
extern const Command att_command_serve;
extern const Command att_command_merge;
extern const Command att_command_link;
extern const Command att_command_check;
extern const Command att_command_trace;
extern const Command att_command_new;
extern const Command att_command_completion;

/** All of them, in the order they are told of; ended by NULL. */
extern const Command* const att_commands[];

#endif
