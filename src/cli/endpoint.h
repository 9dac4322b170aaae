/* Endpoints: the server of a command line, and what it is told of us. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_ENDPOINT_H
#define ATTACHE_CLI_ENDPOINT_H

#include "cli/options.h"

/** Most bytes of a user, a password or a token. */
#define SECRET_SIZE 4096

/** The options of every subcommand that speaks to a server. */
#define ENDPOINT_OPTIONS                                              \
  { "auth", 0, true }, { "credentials", 0, true }, { "ca", 0, true }, \
    { "retry", 0, true }, {                                           \
    "timeout", 0, true                                                \
  }
#define ENDPOINT_OPTION_COUNT 5

/** Prints `before`, what those options are, and `after`. */
void
att_endpoint_help(const char* before, const char* after);

typedef struct Endpoint {
  AttRemoteSettings settings;
  const char* credentials; /**< A file, or NULL. */
  unsigned retries;
  char secret[SECRET_SIZE]; /**< What that file says. */
} Endpoint;

/** With the defaults. */
void
att_endpoint_begin(Endpoint* endpoint);

/** Takes the option at `index` of ENDPOINT_OPTIONS. False after a message. */
bool
att_endpoint_set(Endpoint* endpoint, int index, const char* argument);

/** Finds out who asks. False, after a message, if nothing says it. */
bool
att_endpoint_ready(Endpoint* endpoint);

/** Does `work`, and again while the server is away, as often as wanted and
 * until a signal asks to stop. ATT_AWAY after a message. */
AttStatus
att_endpoint_try(const Endpoint* endpoint, AttRemote* remote,
                 AttStatus (*work)(void* user), void* user);

#endif
