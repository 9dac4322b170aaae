/* The stop: a signal that ends a run after the article in hand. */
/* SPDX-License-Identifier: MIT */
#include "cli/stop.h"

#include <pthread.h>
#include <signal.h>
#include <stddef.h>

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
#define SIGNAL_COUNT (sizeof signals / sizeof signals[0])

/* A handler reaches nothing but what is global. */
static volatile sig_atomic_t asked;

static void
on_signal(int number) {
  (void)number;
  asked = 1;
}

static void
mask_change(int how) {
  sigset_t set;
  (void)sigemptyset(&set);
  for (size_t i = 0; i < SIGNAL_COUNT; i++) {
    (void)sigaddset(&set, signals[i]);
  }
  (void)pthread_sigmask(how, &set, NULL);
}

/* Without SA_RESTART, so that waiting for input ends; the second signal does
 * what it does anywhere. One that is ignored (nohup) stays so. */
void
att_stop_begin(void) {
  mask_change(SIG_BLOCK);
  for (size_t i = 0; i < SIGNAL_COUNT; i++) {
    struct sigaction action;
    if (sigaction(signals[i], NULL, &action) == 0 &&
        action.sa_handler == SIG_DFL) {
      action = (struct sigaction){ .sa_handler = on_signal,
                                   .sa_flags = (int)SA_RESETHAND };
      (void)sigaction(signals[i], &action, NULL);
    }
  }
}

void
att_stop_unheard(void) {
  (void)signal(SIGPIPE, SIG_IGN);
}

void
att_stop_open(void) {
  mask_change(SIG_UNBLOCK);
}

void
att_stop_close(void) {
  mask_change(SIG_BLOCK);
}

bool
att_stop_asked(void) {
  return asked != 0;
}
