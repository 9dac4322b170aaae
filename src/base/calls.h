/* Calls: what a program may no longer ask of the kernel. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_CALLS_H
#define ATTACHE_BASE_CALLS_H

#include <stdbool.h>

/** From now on this thread, and those it will start, run no program, make no
 * socket, look into no other process and change no file's rights or owner: such
 * a call fails with EPERM. False where the kernel cannot hold that. */
bool
att_calls_forbid(void);

#endif
