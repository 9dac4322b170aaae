/* Paths: the files that the operands and lists of a command line name. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_PATHS_H
#define ATTACHE_CLI_PATHS_H

#include "cli/message.h"

/** Files in the order they are to be read; a folder stands for the files in it
 * and below, by name. */
typedef struct Paths Paths;

/** `operands` (ended by NULL) first, then the lines of the file `list` ("-" is
 * standard input; NULL: none), opened when its turn comes. `every`: each file
 * of a folder counts, not only those whose extension tells of articles. All
 * must outlive the paths. NULL, after a message, if there is no memory. */
Paths*
att_paths_new(char* const* operands, const char* list, bool every);

/** The next file, valid until the next call; NULL at the end or after an error,
 * which is said and counted: ask again then. */
const char*
att_paths_next(Paths* paths, Messages* messages);

void
att_paths_free(Paths* paths);

#endif
