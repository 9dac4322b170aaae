/* Messages: what the program says on standard error, one line each. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_MESSAGE_H
#define ATTACHE_CLI_MESSAGE_H

#include "attache.h"

/** Where messages about one library call go. All zeros is ready for use. */
typedef struct Messages {
  const char* name; /**< What the library calls the input, or NULL ... */
  const char* path; /**< ... and what the user calls it, ... */
  unsigned line;    /**< ... and its line in there, or 0. */
  size_t errors;    /**< Errors said so far. */
  FILE* out;        /**< NULL: standard error. */
} Messages;

/** A sink that says what it is given; borrows `messages`. */
AttSink
att_messages_sink(Messages* messages);

/** Says `attache: PATH: SENTENCE` where they go, and counts it as an error. */
void
att_messages_say(Messages* messages, const char* path, const char* format, ...);

/** Says the status' own sentence about `path` (or NULL), unless ATT_OK or an
 * error has been said already. */
void
att_messages_conclude(Messages* messages, AttStatus status, const char* path);

/** Says `attache: PATH: SENTENCE`; `path` may be NULL. */
void
att_message_say(const char* path, const char* format, ...);

/** The one of `count` names nearest to `name`, or NULL if none is near. */
const char*
att_message_nearest(const char* name, const char* const* names, size_t count);

#endif
