/* Blocks of triple patterns, matched one within the other. */
/* SPDX-License-Identifier: MIT */
#include "graph/expression.h"
#include "graph/run.h"

/* The rest of the block behind a triple pattern with a path. */
typedef struct Rest {
  Next next;
  const Pattern* pattern;
  size_t at;
  const Next* behind;
} Rest;

static bool
checks_hold(Run* run, const Pattern* pattern, size_t after) {
  for (size_t i = 0; i < pattern->checks.length; i++) {
    const Check* const check = &pattern->checks.items[i];
    if (check->after == after &&
        !att_expression_holds(run, check->expression)) {
      return false;
    }
  }
  return true;
}

/* A triple pattern is matched: what stands behind it. False: stop. */
static bool
matched(Run* run, const Pattern* pattern, size_t at, const Next* next) {
  if (pattern->checks.length > 0 && !checks_hold(run, pattern, at + 1)) {
    return run->status == ATT_OK;
  }
  return att_run_block(run, pattern, at + 1, next);
}

static bool
rest_row(Run* run, const Next* next) {
  const Rest* const rest = (const Rest*)next;
  return matched(run, rest->pattern, rest->at, rest->behind);
}

/* Binds the variables of `triple` to the terms of `found` and goes on. */
static bool
triple_take(Run* run, const Pattern* pattern, size_t at, const Triple* found,
            const Next* next) {
  const Operand* const place = pattern->triples.items[at].place;
  bool bound[3] = { false, false, false };
  bool fits = true;
  for (size_t i = 0; i < 3 && fits; i++) {
    fits = att_run_bind(run, place[i], found->term[i], &bound[i]);
  }
  const bool more = !fits || matched(run, pattern, at, next);
  for (size_t i = 0; i < 3; i++) {
    att_run_unbind(run, place[i], bound[i]);
  }
  return more;
}

static bool
triple_run(Run* run, const Pattern* pattern, size_t at, const Next* next) {
  const TriplePattern* const triple = &pattern->triples.items[at];
  const TripleSet triples = run->triples;
  uint32_t key[3];
  TripleReader reader;
  for (size_t i = 0; i < 3; i++) {
    key[i] = att_run_term(run, triple->place[i]);
    if (key[i] > run->terms->last) {
      return true;
    }
  }
  att_triples_begin(&triples, key, &reader);
  bool more = true;
  while (more && reader.range.begin < reader.range.end) {
    more = triple_take(run, pattern, at, reader.range.begin, next) &&
           att_run_step(run);
    reader.range.begin++;
    const AttStatus status = att_triples_fetch(&reader);
    more = more && (status == ATT_OK || att_run_fail(run, status));
  }
  att_triples_end(&reader);
  return more;
}

bool
att_run_block(Run* run, const Pattern* pattern, size_t at, const Next* next) {
  if (at == pattern->triples.length) {
    return next->row(run, next);
  }
  if (pattern->triples.items[at].path == NULL) {
    return triple_run(run, pattern, at, next);
  }
  const Rest rest = { { rest_row }, pattern, at, next };
  return att_run_path(run, &pattern->triples.items[at], &rest.next);
}
