/* The gauge: a line on the terminal that tells how a run goes. */
/* SPDX-License-Identifier: MIT */
#include "cli/gauge.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Seconds between two drawings: what changes faster cannot be read. */
#define PERIOD 0.25

static double
seconds_since(const struct timespec* from) {
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)(now.tv_sec - from->tv_sec) +
         (double)(now.tv_nsec - from->tv_nsec) / 1e9;
}

/* The bytes of all operands; 0 if one is no plain file. */
static uint64_t
total_of(char* const* operands) {
  uint64_t total = 0;
  for (; *operands != NULL; operands++) {
    struct stat there;
    if (stat(*operands, &there) != 0 || !S_ISREG(there.st_mode)) {
      return 0;
    }
    total += (uint64_t)there.st_size;
  }
  return total;
}

void
att_gauge_begin(Gauge* gauge, char* const* operands, bool all) {
  *gauge = (Gauge){ .shown = isatty(STDERR_FILENO) != 0 };
  if (gauge->shown) {
    gauge->total = all ? total_of(operands) : 0;
    (void)clock_gettime(CLOCK_MONOTONIC, &gauge->begin);
    gauge->last = gauge->begin;
  }
}

static void
left_put(const Gauge* gauge, double elapsed, uint64_t bytes) {
  if (bytes == 0 || gauge->total <= bytes) {
    return;
  }
  const double left = elapsed * (double)(gauge->total - bytes) / (double)bytes;
  const unsigned long minutes = (unsigned long)left / 60;
  (void)fprintf(stderr, ", %lu:%02lu left", minutes, (unsigned long)left % 60);
}

void
att_gauge_draw(Gauge* gauge, const Tally* tally, uint64_t bytes) {
  if (!gauge->shown || seconds_since(&gauge->last) < PERIOD) {
    return;
  }
  const double elapsed = seconds_since(&gauge->begin);
  (void)clock_gettime(CLOCK_MONOTONIC, &gauge->last);
  (void)fprintf(stderr, "\r\033[K%zu articles, %.2f MB/s, %zu failed",
                tally->read + tally->skipped + tally->failed,
                (double)tally->bytes / 1e6 / elapsed, tally->failed);
  left_put(gauge, elapsed, bytes);
  (void)fflush(stderr);
  gauge->drawn = true;
}

void
att_gauge_clear(Gauge* gauge) {
  if (gauge->drawn) {
    (void)fputs("\r\033[K", stderr);
    gauge->drawn = false;
  }
}
