/* What every subcommand is: a name and a function to run. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_COMMAND_H
#define ATTACHE_CLI_COMMAND_H

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
} Command;

extern const Command att_command_extract;
extern const Command att_command_query;
extern const Command att_command_store;
extern const Command att_command_report;
extern const Command att_command_explain;
extern const Command att_command_push;
extern const Command att_command_check;
extern const Command att_command_trace;
extern const Command att_command_serve;

#endif
