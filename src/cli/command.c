/* What every subcommand is: the table of them. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"

const Command* const att_commands[] = {
  &att_command_extract,    &att_command_query,
  &att_command_report,     &att_command_explain,
  &att_command_store,      &att_command_serve,
  &att_command_push,       &att_command_merge,
  &att_command_link,       &att_command_check,
  &att_command_new,        &att_command_trace,
  &att_command_completion, NULL,
};
