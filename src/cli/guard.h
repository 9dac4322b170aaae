/* The guard: a damaged store ends the program with a message. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_GUARD_H
#define ATTACHE_CLI_GUARD_H

/** From now on a fault of the processor is told as what it nearly always is
 * while the store in `directory` (borrowed) is used: LMDB trusts what its file
 * says, and a damaged one may send it anywhere. The program ends with 1 then,
 * and the store is as it was. */
void
att_guard_begin(const char* directory);

/** Faults are faults again. */
void
att_guard_end(void);

#endif
