/* Notes: a file that tells how far a run came, one line for each step. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_NOTES_H
#define ATTACHE_CLI_NOTES_H

#include "attache.h"

/** Most bytes of a line, its end and a NUL counted. */
#define NOTE_SIZE 1024

typedef struct Notes Notes;

/** Opens the notes `path` (it must outlive them), new or to be gone on with;
 * then `last` is the last whole line, "" if there is none. The first line is
 * `order`, which tells what must be the same in both runs; it is no longer than
 * a line. ATT_IO; ATT_INPUT after a message if the notes are of another run. */
AttStatus
att_notes_open(const char* path, const char* order, char last[NOTE_SIZE],
               Notes** out);

/** Adds a line, and its end; it is in the file when this returns. */
AttStatus
att_notes_put(Notes* notes, const char* line);

/** Frees them. `done`: the file goes. Accepts NULL. */
void
att_notes_close(Notes* notes, bool done);

#endif
