/* LD_PRELOAD: one allocation of the program fails, or all from there on. */
/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* From the environment:
 *   FAILING_AT=N      the Nth allocation fails, counted from 1
 *   FAILING_AFTER=N   so do all after it
 *   FAILING_COUNT=FILE  their number is written there when the program ends */

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

static unsigned long
number(const char* name, unsigned long otherwise) {
  const char* const value = getenv(name);
  return value == NULL ? otherwise : strtoul(value, NULL, 10);
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
  /* What the loader and the libraries allocate before is not counted. */
  atomic_store(&made, 0);
}

__attribute__((destructor)) static void
end(void) {
  const char* const path = getenv("FAILING_COUNT");
  if (path == NULL) {
    return;
  }
  char text[32];
  const int length = snprintf(text, sizeof text, "%lu\n", atomic_load(&made));
  const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file >= 0) {
    if (write(file, text, (size_t)length) != length) {
      _exit(EXIT_FAILURE);
    }
    close(file);
  }
}

/* Says whether this one fails, having counted it. */
static int
fails(void) {
  const unsigned long mine = atomic_fetch_add(&made, 1) + 1;
  if (mine < fails_from || mine > fails_to) {
    return 0;
  }
  errno = ENOMEM;
  return 1;
}

void*
malloc(size_t size) {
  return fails() ? NULL : __libc_malloc(size);
}

void*
calloc(size_t count, size_t size) {
  return fails() ? NULL : __libc_calloc(count, size);
}

void*
realloc(void* block, size_t size) {
  return fails() ? NULL : __libc_realloc(block, size);
}
