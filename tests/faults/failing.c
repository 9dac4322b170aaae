/* LD_PRELOAD: one allocation of the program fails, or all from there on. */
/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* for dladdr() */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* From the environment:
 *   FAILING_AT=N      the Nth allocation fails, counted from 1
 *   FAILING_AFTER=N   so do all after it
 *   FAILING_COUNT=FILE  their number is written there when the program ends
 *   FAILING_WHO=FILE  whose allocation failed last: the file it is in */

/* The allocator's own names, so that no look-up allocates. glibc has them. */
void*
__libc_malloc(size_t size);
void*
__libc_calloc(size_t count, size_t size);
void*
__libc_realloc(void* block, size_t size);

static atomic_ulong made;
static unsigned long fails_from = ULONG_MAX;
static unsigned long fails_to = 0;
static int count_file = -1;
static int who_file = -1;

static unsigned long
number(const char* name, unsigned long otherwise) {
  const char* const value = getenv(name);
  return value == NULL ? otherwise : strtoul(value, NULL, 10);
}

static int
file_open(const char* name) {
  const char* const path = getenv(name);
  return path == NULL
           ? -1
           : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

__attribute__((constructor)) static void
begin(void) {
  const unsigned long at = number("FAILING_AT", 0);
  const unsigned long after = number("FAILING_AFTER", 0);
  if (at != 0) {
    fails_from = at;
    fails_to = at;
  } else if (after != 0) {
    fails_from = after;
    fails_to = ULONG_MAX;
  }
  /* Now: a sandbox may come in between. */
  count_file = file_open("FAILING_COUNT");
  who_file = file_open("FAILING_WHO");
  /* What the loader and the libraries allocate before is not counted. */
  atomic_store(&made, 0);
}

__attribute__((destructor)) static void
end(void) {
  char text[32];
  const int length = snprintf(text, sizeof text, "%lu\n", atomic_load(&made));
  if (count_file >= 0 && write(count_file, text, (size_t)length) != length) {
    _exit(EXIT_FAILURE);
  }
}

static void
who_tell(const void* caller) {
  Dl_info info;
  if (who_file >= 0 && dladdr(caller, &info) != 0 &&
      (ftruncate(who_file, 0) != 0 ||
       pwrite(who_file, info.dli_fname, strlen(info.dli_fname), 0) < 0)) {
    _exit(EXIT_FAILURE);
  }
}

/* Says whether this one fails, having counted it. */
static int
fails(const void* caller) {
  const unsigned long mine = atomic_fetch_add(&made, 1) + 1;
  if (mine < fails_from || mine > fails_to) {
    return 0;
  }
  who_tell(caller);
  errno = ENOMEM;
  return 1;
}

#define CALLER __builtin_return_address(0)

void*
malloc(size_t size) {
  return fails(CALLER) ? NULL : __libc_malloc(size);
}

void*
calloc(size_t count, size_t size) {
  return fails(CALLER) ? NULL : __libc_calloc(count, size);
}

void*
realloc(void* block, size_t size) {
  return fails(CALLER) ? NULL : __libc_realloc(block, size);
}
