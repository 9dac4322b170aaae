/* The public interface of the sandbox: a program that shuts itself in. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_SANDBOX_H
#define ATTACHE_SANDBOX_H

#include <stdbool.h>
#include <stdint.h>

/** What is still to be allowed once the sandbox is entered. */
typedef struct AttSandbox {
  int rules;        /**< The kernel's list of them; -1: it keeps none. */
  uint64_t handled; /**< What is forbidden but for them. */
  bool whole;       /**< Each of them could be made. */
} AttSandbox;

/** What may be done with a path. */
typedef enum AttSandboxUse {
  ATT_SANDBOX_READ,  /**< A file is read, or a folder and all below. */
  ATT_SANDBOX_WRITE, /**< A file is written: directly if it is no regular one,
                          else by way of others in its folder; whatever is in
                          that folder and below may be changed. */
  ATT_SANDBOX_KEEP   /**< A folder, made if it is not there, whose files are
                          read and written. */
} AttSandboxUse;

/** What holds once a sandbox is entered. */
enum {
  ATT_SANDBOX_FILES = 1, /**< Other files are out of reach. */
  ATT_SANDBOX_CALLS = 2  /**< No program is run, no socket made, no file given
                              other rights or owners. */
};

/** A sandbox that allows nothing but what the C library may look up later. */
AttSandbox
att_sandbox_begin(void);

/** Allows `use` of `path` as it is now; what is not there to be read is not
 * allowed later either. A link allows what it leads to. */
void
att_sandbox_allow(AttSandbox* sandbox, const char* path, AttSandboxUse use);

/** From now on this thread, and those it will start, may do no more; what is
 * open stays open. There is no way back. Returns what holds: 0 where the kernel
 * has nothing of the kind, or where a rule could not be made. */
unsigned
att_sandbox_enter(AttSandbox* sandbox);

#endif
