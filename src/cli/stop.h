/* The stop: a signal that ends a run after the article in hand. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_STOP_H
#define ATTACHE_CLI_STOP_H

#include <stdbool.h>

/** From now on SIGINT, SIGTERM and SIGHUP, the first time, only ask to stop,
 * and only get through between att_stop_open and att_stop_close. Threads begun
 * later do not see them. */
void
att_stop_begin(void);

/** From now on the run goes on when nobody reads its messages any more. */
void
att_stop_unheard(void);

/** Lets signals through; they break off what waits for input. */
void
att_stop_open(void);
void
att_stop_close(void);

/** Whether the run was asked to stop. */
bool
att_stop_asked(void);

#endif
