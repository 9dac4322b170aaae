/* A run: a query being answered. */
/* SPDX-License-Identifier: MIT */
#include "graph/run.h"

#include <stdlib.h>
#include <time.h>

/* Steps between two looks at the clock. */
#define CLOCK_STEPS 65536

AttStatus
att_run_begin(Run* run) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) {
    return ATT_IO;
  }
  run->begun = (int64_t)now.tv_sec;
  run->random = (uint64_t)now.tv_sec * 1000000007U + (uint64_t)now.tv_nsec;
  run->scratch = att_arena_begin(GRAPH_CEILING);
  run->triples = run->dataset.index->triples;
  return ATT_OK;
}

void
att_run_end(Run* run) {
  for (size_t i = 0; i < run->kept.length; i++) {
    att_rowset_free(&run->kept.items[i]->rows);
  }
  att_regexes_free(run->regexes);
  att_arena_end(&run->scratch);
}

bool
att_run_fail(Run* run, AttStatus status) {
  if (run->status == ATT_OK) {
    run->status = status;
  }
  return false;
}

bool
att_run_refuse(Run* run, const char* reason) {
  if (run->status == ATT_OK) {
    att_report(run->sink, ATT_ERROR, run->place, "%s", reason);
  }
  return att_run_fail(run, ATT_QUERY);
}

static bool
clock_check(Run* run) {
  if (run->seconds == 0) {
    return true;
  }
  const time_t now = time(NULL);
  if ((int64_t)now - run->begun < (int64_t)run->seconds) {
    return true;
  }
  if (run->status == ATT_OK) {
    att_report(run->sink, ATT_ERROR, run->place,
               "The query takes longer than %u seconds", run->seconds);
  }
  return att_run_fail(run, ATT_LIMIT);
}

bool
att_run_step(Run* run) {
  run->steps++;
  return run->steps % CLOCK_STEPS != 0 || clock_check(run);
}

uint32_t
att_run_term(const Run* run, Operand operand) {
  return operand.variable == NO_VARIABLE ? operand.term
                                         : run->row[operand.variable];
}

bool
att_run_bind(Run* run, Operand operand, uint32_t term, bool* bound) {
  *bound = false;
  const uint32_t known = att_run_term(run, operand);
  if (known == 0 && operand.variable != NO_VARIABLE) {
    run->row[operand.variable] = term;
    *bound = true;
    return true;
  }
  return known == term;
}

void
att_run_unbind(Run* run, Operand operand, bool bound) {
  if (bound) {
    run->row[operand.variable] = 0;
  }
}
