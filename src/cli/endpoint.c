/* Endpoints: the server of a command line, and what it is told of us. */
/* SPDX-License-Identifier: MIT */
#include "cli/endpoint.h"

#include "cli/message.h"
#include "cli/stop.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* Seconds: the first wait, which doubles up to the longest. */
#define FIRST_WAIT 1U
#define LONGEST_WAIT 60U

#define RETRIES 5U

/* More is a slip of the finger. */
#define NUMBER_LIMIT 100000L

enum { AUTH, CREDENTIALS, AUTHORITY, RETRY, TIMEOUT };

static const char help[] =
  "      --auth KIND        basic, digest or bearer; who asks is said by\n"
  "                         ATTACHE_USER and ATTACHE_PASSWORD, or by\n"
  "                         ATTACHE_TOKEN, in the environment\n"
  "      --credentials FILE  or by the first line of FILE: USER:PASSWORD, or\n"
  "                         the token\n"
  "      --ca FILE          certificates to trust, for the machine's\n"
  "      --retry N          how often to try again when the server is away or\n"
  "                         busy, waiting longer each time; 5\n"
  "      --timeout SECONDS  how long a request, or an answer, may take; 60\n";

void
att_endpoint_help(const char* before, const char* after) {
  (void)fputs(before, stdout);
  (void)fputs(help, stdout);
  (void)fputs(after, stdout);
}

void
att_endpoint_begin(Endpoint* endpoint) {
  *endpoint = (Endpoint){ .retries = RETRIES };
}

static bool
auth_set(Endpoint* endpoint, const char* name) {
  static const char* const names[] = { "basic", "digest", "bearer" };
  static const AttAuth kinds[] = { ATT_AUTH_BASIC, ATT_AUTH_DIGEST,
                                   ATT_AUTH_BEARER };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (strcmp(name, names[i]) == 0) {
      endpoint->settings.auth = kinds[i];
      return true;
    }
  }
  att_message_say(NULL,
                  "No authentication is called %s; use basic, digest or "
                  "bearer",
                  name);
  return false;
}

static bool
number_set(unsigned* number, const char* text, long least) {
  char* end = NULL;
  const long value = strtol(text, &end, 10);
  if (end == text || *end != '\0' || value < least || value > NUMBER_LIMIT) {
    att_message_say(NULL, "%s is no number from %ld to %ld", text, least,
                    NUMBER_LIMIT);
    return false;
  }
  *number = (unsigned)value;
  return true;
}

bool
att_endpoint_set(Endpoint* endpoint, int index, const char* argument) {
  switch (index) {
  case AUTH:
    return auth_set(endpoint, argument);
  case CREDENTIALS:
    endpoint->credentials = argument;
    return true;
  case AUTHORITY:
    endpoint->settings.authority = argument;
    return true;
  case RETRY:
    return number_set(&endpoint->retries, argument, 0);
  default:
    return number_set(&endpoint->settings.timeout, argument, 1);
  }
}

/* The first line of the file, in `endpoint->secret`. */
static bool
secret_read(Endpoint* endpoint) {
  FILE* const file = fopen(endpoint->credentials, "r");
  struct stat there;
  errno = file == NULL ? errno : 0;
  const bool read =
    file != NULL && fgets(endpoint->secret, SECRET_SIZE, file) != NULL;
  if (!read) {
    att_message_say(endpoint->credentials, "%s",
                    errno != 0 ? strerror(errno) : "Is empty");
  } else if (fstat(fileno(file), &there) == 0 &&
             (there.st_mode & (S_IRGRP | S_IROTH)) != 0) {
    att_message_say(endpoint->credentials,
                    "warning: Others can read this; chmod 600 keeps it secret");
  }
  if (file != NULL) {
    (void)fclose(file);
  }
  endpoint->secret[strcspn(endpoint->secret, "\r\n")] = '\0';
  return read;
}

static bool
secret_split(Endpoint* endpoint) {
  AttRemoteSettings* const settings = &endpoint->settings;
  settings->password = endpoint->secret;
  if (settings->auth == ATT_AUTH_BEARER) {
    return true;
  }
  char* const colon = strchr(endpoint->secret, ':');
  if (colon == NULL) {
    att_message_say(endpoint->credentials,
                    "Its first line is not USER:PASSWORD");
    return false;
  }
  *colon = '\0';
  settings->user = endpoint->secret;
  settings->password = colon + 1;
  return true;
}

bool
att_endpoint_ready(Endpoint* endpoint) {
  AttRemoteSettings* const settings = &endpoint->settings;
  if (settings->auth == ATT_AUTH_NONE) {
    if (endpoint->credentials != NULL) {
      att_message_say(NULL, "--credentials needs --auth");
      return false;
    }
    return true;
  }
  if (endpoint->credentials != NULL) {
    return secret_read(endpoint) && secret_split(endpoint);
  }
  const bool bearer = settings->auth == ATT_AUTH_BEARER;
  settings->user = getenv("ATTACHE_USER");
  settings->password = getenv(bearer ? "ATTACHE_TOKEN" : "ATTACHE_PASSWORD");
  if (settings->password == NULL || (!bearer && settings->user == NULL)) {
    att_message_say(NULL, bearer
                            ? "--auth bearer needs ATTACHE_TOKEN, or "
                              "--credentials"
                            : "--auth needs ATTACHE_USER and ATTACHE_PASSWORD, "
                              "or --credentials");
    return false;
  }
  return true;
}

/* A signal ends the waiting. */
static void
wait_for(unsigned seconds) {
  const struct timespec time = { .tv_sec = (time_t)seconds };
  if (!att_stop_asked()) {
    (void)nanosleep(&time, NULL);
  }
}

AttStatus
att_endpoint_try(const Endpoint* endpoint, AttRemote* remote,
                 AttStatus (*work)(void* user), void* user) {
  unsigned wait = FIRST_WAIT;
  unsigned tries = 0;
  AttStatus status = work(user);
  while (status == ATT_AWAY && tries < endpoint->retries && !att_stop_asked()) {
    const unsigned pause = att_remote_pause(remote);
    wait_for(pause > wait ? pause : wait);
    wait = wait * 2 < LONGEST_WAIT ? wait * 2 : LONGEST_WAIT;
    tries++;
    status = att_stop_asked() ? ATT_AWAY : work(user);
  }
  if (status == ATT_AWAY && !att_stop_asked()) {
    att_message_say(endpoint->settings.url, "Given up after %u tries",
                    tries + 1);
  }
  return status;
}
