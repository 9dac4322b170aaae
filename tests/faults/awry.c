/* LD_PRELOAD: another clock, and reads that give less than was asked for. */
/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* for syscall() */
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* From the environment:
 *   AWRY_TIME=SECONDS  what the clocks show
 *   AWRY_READ=BYTES    the most that a read gives */

static long
number(const char* name, long otherwise) {
  const char* const value = getenv(name);
  return value == NULL ? otherwise : strtol(value, NULL, 10);
}

int
clock_gettime(clockid_t clock, struct timespec* out) {
  (void)clock;
  *out = (struct timespec){ .tv_sec = number("AWRY_TIME", 0) };
  return 0;
}

int
gettimeofday(struct timeval* restrict out, void* restrict zone) {
  (void)zone;
  *out = (struct timeval){ .tv_sec = number("AWRY_TIME", 0) };
  return 0;
}

time_t
time(time_t* out) {
  const time_t now = number("AWRY_TIME", 0);
  if (out != NULL) {
    *out = now;
  }
  return now;
}

ssize_t
read(int file, void* into, size_t room) {
  const size_t most = (size_t)number("AWRY_READ", 1L << 30);
  return syscall(SYS_read, file, into, room < most ? room : most);
}
