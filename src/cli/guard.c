/* The guard: a damaged store ends the program with a message. */
/* SPDX-License-Identifier: MIT */
#include "cli/guard.h"

#include "cli/command.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int signals[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE };
#define SIGNAL_COUNT (sizeof signals / sizeof signals[0])

/* A handler reaches nothing but what is global. */
static const char* volatile guarded;

/* Only what is allowed in a handler. */
static void
say(const char* text) {
  if (write(STDERR_FILENO, text, strlen(text)) < 0) {
    /* Nobody is there to be told. */
  }
}

static void
on_fault(int number) {
  (void)number;
  say("attache: ");
  say(guarded);
  say(": The store is damaged beyond reading, or the program is at fault; "
      "restore a copy\n");
  _exit(EXIT_PART);
}

static void
handlers_set(void (*handler)(int)) {
  for (size_t i = 0; i < SIGNAL_COUNT; i++) {
    const struct sigaction action = { .sa_handler = handler,
                                      .sa_flags = (int)SA_RESETHAND };
    (void)sigaction(signals[i], &action, NULL);
  }
}

void
att_guard_begin(const char* directory) {
  guarded = directory;
  handlers_set(on_fault);
}

void
att_guard_end(void) {
  handlers_set(SIG_DFL);
}
