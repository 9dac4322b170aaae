/* Questions: what loading a graph and asking it takes. */
/* SPDX-License-Identifier: MIT */
#include "attache_graph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Each question is asked so often; the median counts. */
#define TIMES 5

#define QUERY_SIZE 4096

static double
seconds_now(void) {
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Bytes of the process in memory. */
static double
resident(void) {
  unsigned long size = 0;
  unsigned long pages = 0;
  FILE* const file = fopen("/proc/self/statm", "r");
  if (file != NULL) {
    if (fscanf(file, "%lu %lu", &size, &pages) != 2) {
      pages = 0;
    }
    (void)fclose(file);
  }
  return (double)pages * (double)sysconf(_SC_PAGESIZE);
}

static int
seconds_compare(const void* left, const void* right) {
  const double a = *(const double*)left;
  const double b = *(const double*)right;
  return (a > b) - (a < b);
}

static void
complain(void* user, const AttDiagnostic* diagnostic) {
  (void)user;
  (void)fprintf(stderr, "%s\n", diagnostic->message);
}

static AttStatus
question_time(const AttGraph* graph, const char* path, FILE* report) {
  char text[QUERY_SIZE];
  FILE* const file = fopen(path, "rb");
  if (file == NULL) {
    return ATT_IO;
  }
  text[fread(text, 1, sizeof text - 1, file)] = '\0';
  (void)fclose(file);
  const AttQuestion question = { .text = text, .format = ATT_TSV };
  AttAnswer answer = { 0 };
  double seconds[TIMES];
  for (size_t i = 0; i < TIMES; i++) {
    const double begin = seconds_now();
    const AttStatus status =
      att_graph_ask(graph, &question, (AttSink){ complain, NULL }, &answer);
    if (status != ATT_OK) {
      return status;
    }
    seconds[i] = seconds_now() - begin;
  }
  qsort(seconds, TIMES, sizeof *seconds, seconds_compare);
  (void)fprintf(report, "%s %.3f %zu\n", path, 1000 * seconds[TIMES / 2],
                answer.rows);
  return ATT_OK;
}

static AttStatus
bench(AttGraph* graph, char** paths, FILE* report) {
  const double memory = resident();
  const double begin = seconds_now();
  AttStatus status = att_graph_load(graph, paths[0], ATT_FORMAT_NONE,
                                    (AttSink){ complain, NULL });
  if (status == ATT_OK) {
    status = att_graph_index(graph);
  }
  if (status != ATT_OK) {
    return status;
  }
  const double size = (double)att_graph_size(graph);
  (void)fprintf(report, "load %.0f\nbytes %.1f\n",
                size / (seconds_now() - begin), (resident() - memory) / size);
  for (size_t i = 1; paths[i] != NULL && status == ATT_OK; i++) {
    status = question_time(graph, paths[i], report);
  }
  return status;
}

/* usage: bench-questions REPORT GRAPH QUERY.rq...
 * Writes quads a second, bytes a quad, and a line for each query: its
 * milliseconds and rows. */
int
main(int count, char** arguments) {
  FILE* const report = count > 2 ? fopen(arguments[1], "w") : NULL;
  if (report == NULL || freopen("/dev/null", "w", stdout) == NULL) {
    return EXIT_FAILURE;
  }
  AttGraph* graph = NULL;
  AttStatus status = att_graph_new(&graph);
  if (status == ATT_OK) {
    status = bench(graph, arguments + 2, report);
  }
  att_graph_free(graph);
  return fclose(report) == 0 && status == ATT_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
