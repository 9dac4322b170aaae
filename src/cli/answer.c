/* Answering: a question to a store, asked by another process that may fail. */
/* SPDX-License-Identifier: MIT */
#include "cli/answer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* This program, whatever it is called and wherever it lies. */
#define SELF "/proc/self/exe"

static const Media media[] = {
  { "application/sparql-results+json", "json", false },
  { "application/json", "json", false },
  { "application/sparql-results+xml", "xml", false },
  { "application/xml", "xml", false },
  { "text/csv", "csv", false },
  { "text/tab-separated-values", "tsv", false },
  { "text/turtle", "turtle", true },
  { "application/n-triples", "ntriples", true },
  { "text/plain; charset=utf-8", "table", false },
  { "text/plain; charset=utf-8", "turtle", true },
};
#define MEDIA_COUNT (sizeof media / sizeof *media)

/* The weight behind ";q=", in thousandths, of a range up to `end`. */
static int
weight_of(const char* range, const char* end) {
  for (const char* at = range; at + 2 < end; at++) {
    if (*at == ';') {
      const char* name = at + 1 + strspn(at + 1, " \t");
      if (strncasecmp(name, "q=", 2) == 0) {
        return (int)(strtod(name + 2, NULL) * 1000);
      }
    }
  }
  return 1000;
}

static bool
range_takes(const char* range, size_t length, const char* type) {
  if (length == 3 && strncmp(range, "*/*", 3) == 0) {
    return true;
  }
  if (length > 2 && range[length - 1] == '*' && range[length - 2] == '/') {
    return strncasecmp(range, type, length - 1) == 0;
  }
  return strcspn(type, ";") == length && strncasecmp(range, type, length) == 0;
}

const Media*
att_media_choose(const char* accept, bool graph) {
  const Media* best = NULL;
  int most = 0;
  const char* range = accept == NULL || *accept == '\0' ? "*/*" : accept;
  while (*range != '\0') {
    range += strspn(range, " \t,");
    const char* const end = range + strcspn(range, ",");
    const size_t length = strcspn(range, " \t;,");
    const int weight = weight_of(range, end);
    for (size_t i = 0; length > 0 && weight > most && i < MEDIA_COUNT; i++) {
      if (media[i].graph == graph &&
          range_takes(range, length, media[i].type)) {
        best = &media[i];
        most = weight;
      }
    }
    range = end;
  }
  return best;
}

/* Behind white space and comments. */
static const char*
blanks_skip(const char* at) {
  for (;;) {
    at += strspn(at, " \t\r\n");
    if (*at != '#') {
      return at;
    }
    at += strcspn(at, "\n");
  }
}

/* The forms of a query stand behind its prologue: prefixes and bases, each of
 * which ends with an IRI. */
bool
att_query_wants_graph(const char* query) {
  for (const char* at = blanks_skip(query);; at = blanks_skip(at)) {
    if (strncasecmp(at, "prefix", 6) != 0 && strncasecmp(at, "base", 4) != 0) {
      return strncasecmp(at, "construct", 9) == 0 ||
             strncasecmp(at, "describe", 8) == 0;
    }
    at += strcspn(at, ">");
    at += *at == '>';
  }
}

/* A file without a name. -1: there is none. */
static int
nameless_open(void) {
  FILE* const file = tmpfile();
  const int copy = file == NULL ? -1 : fcntl(fileno(file), F_DUPFD_CLOEXEC, 0);
  if (file != NULL) {
    (void)fclose(file);
  }
  return copy;
}

static bool
query_put(int file, const char* query) {
  size_t length = strlen(query);
  while (length > 0) {
    const ssize_t written = write(file, query, length);
    if (written < 0 && errno != EINTR) {
      return false;
    }
    if (written > 0) {
      query += written;
      length -= (size_t)written;
    }
  }
  return lseek(file, 0, SEEK_SET) == 0;
}

static bool
process_begin(const Question* question, const int files[3], pid_t* out) {
  char* const arguments[] = { "attache", "query",
                              "--store", (char*)question->store,
                              "-f",      (char*)question->format,
                              "-q",      "-",
                              NULL };
  char* const environment[] = { "LC_ALL=C", NULL };
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions) != 0) {
    return false;
  }
  bool done = true;
  for (int i = 0; i < 3; i++) {
    done = done && posix_spawn_file_actions_adddup2(&actions, files[i], i) == 0;
  }
  done =
    done && posix_spawn(out, SELF, &actions, NULL, arguments, environment) == 0;
  (void)posix_spawn_file_actions_destroy(&actions);
  return done;
}

/* Waits for the process, and ends it when its time is over. */
static Served
process_wait(pid_t process, unsigned seconds) {
  const struct timespec moment = { .tv_nsec = 5L * 1000 * 1000 };
  struct timespec begin;
  struct timespec now;
  int status = 0;
  (void)clock_gettime(CLOCK_MONOTONIC, &begin);
  for (;;) {
    const pid_t ended = waitpid(process, &status, WNOHANG);
    if (ended == process) {
      break;
    }
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_sec - begin.tv_sec >= (time_t)seconds) {
      (void)kill(process, SIGKILL);
      (void)waitpid(process, &status, 0);
      return SERVED_LATE;
    }
    (void)nanosleep(&moment, NULL);
  }
  if (WIFSIGNALED(status)) {
    return WTERMSIG(status) == SIGXFSZ ? SERVED_LARGE : SERVED_FAILURE;
  }
  switch (WEXITSTATUS(status)) {
  case 0:
    return SERVED_ANSWER;
  case 2:
    return SERVED_REFUSED;
  default:
    return SERVED_FAILURE;
  }
}

Served
att_question_ask(Question* question) {
  int files[3];
  pid_t process = 0;
  bool ready = true;
  for (int i = 0; i < 3; i++) {
    files[i] = nameless_open();
    ready = ready && files[i] >= 0;
  }
  Served served = SERVED_FAILURE;
  if (ready && query_put(files[0], question->query) &&
      process_begin(question, files, &process)) {
    served = process_wait(process, question->seconds);
  }
  const int kept = served == SERVED_REFUSED ? 2 : 1;
  question->answer = -1;
  for (int i = 0; i < 3; i++) {
    const bool answer =
      i == kept && (served == SERVED_ANSWER || served == SERVED_REFUSED);
    if (answer) {
      question->answer = files[i];
    } else if (files[i] >= 0) {
      (void)close(files[i]);
    }
  }
  return served;
}
