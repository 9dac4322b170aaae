/* Linking tenures: their first and last day, and what contradicts itself. */
/* SPDX-License-Identifier: MIT */
#include "corpus/linker.h"

#include <stdlib.h>

/* A post of more holders is one that many hold: a seat, a spokesperson's. */
#define HOLDER_LIMIT 4

/* A tenure and the days it is attested on. */
typedef struct Holding {
  TermId post;
  TermId person;
  TermId tenure;
  TermId first; /* 0: on none */
  TermId last;
} Holding;

typedef LIST(Holding) Holdings;

/* Days as YYYY-MM-DD sort as text. */
static int
days_compare(const AttLinker* linker, TermId left, TermId right) {
  return att_slice_compare(att_link_text(linker, left),
                           att_link_text(linker, right));
}

static void
days_find(const AttLinker* linker, const LinkRun* run, Holding* out) {
  size_t at = run->begin;
  for (TermId day = att_link_next(linker, run, LINK_ATTESTED, &at); day != 0;
       day = att_link_next(linker, run, LINK_ATTESTED, &at)) {
    if (out->first == 0 || days_compare(linker, day, out->first) < 0) {
      out->first = day;
    }
    if (out->last == 0 || days_compare(linker, day, out->last) > 0) {
      out->last = day;
    }
  }
}

/* Whether it is attested when it had ended, or not begun. */
static AttStatus
ends_check(AttLinker* linker, const LinkRun* run, const Holding* holding) {
  const TermId started = att_link_first(linker, run, LINK_STARTED);
  const TermId ended = att_link_first(linker, run, LINK_ENDED);
  const TermId before = att_link_first(linker, run, LINK_ENDED_BEFORE);
  if (holding->first == 0) {
    return ATT_OK;
  }
  if (started != 0 && days_compare(linker, holding->first, started) < 0) {
    TRY(
      att_link_contradict(linker, run->subject, 0, LINK_ATTESTED_BEFORE_START));
  }
  if ((ended != 0 && days_compare(linker, holding->last, ended) > 0) ||
      (before != 0 && days_compare(linker, holding->last, before) >= 0)) {
    return att_link_contradict(linker, run->subject, 0,
                               LINK_ATTESTED_AFTER_END);
  }
  return ATT_OK;
}

static AttStatus
tenure_enter(AttLinker* linker, Arena* arena, const LinkRun* run,
             Holdings* holdings) {
  Holding holding = { .post = att_link_first(linker, run, LINK_POST),
                      .person = att_link_first(linker, run, LINK_MEMBER),
                      .tenure = run->subject };
  days_find(linker, run, &holding);
  TRY(ends_check(linker, run, &holding));
  if (holding.first == 0) {
    return ATT_OK;
  }
  linker->links.tenures++;
  TRY(att_link_say(linker, run->subject, LINK_FIRST, holding.first));
  TRY(att_link_say(linker, run->subject, LINK_LAST, holding.last));
  return LIST_PUSH(arena, holdings, holding);
}

static int
holding_compare(const void* left, const void* right) {
  const Holding* const a = left;
  const Holding* const b = right;
  return (a->post > b->post) - (a->post < b->post);
}

static bool
overlap(const AttLinker* linker, const Holding* one, const Holding* other) {
  return days_compare(linker, one->first, other->last) <= 0 &&
         days_compare(linker, other->first, one->last) <= 0;
}

/* The lesser name first: the order of arrival must not show. */
static AttStatus
pair_contradict(AttLinker* linker, const Holding* one, const Holding* other) {
  const bool turned =
    att_slice_compare(att_link_text(linker, one->tenure),
                      att_link_text(linker, other->tenure)) > 0;
  return att_link_contradict(linker, turned ? other->tenure : one->tenure,
                             turned ? one->tenure : other->tenure,
                             LINK_TWO_HOLDERS);
}

static AttStatus
holders_check(AttLinker* linker, const Holding* group, size_t count) {
  for (size_t i = 0; count <= HOLDER_LIMIT && i < count; i++) {
    for (size_t j = i + 1; j < count; j++) {
      if (group[i].person != group[j].person &&
          overlap(linker, &group[i], &group[j]) &&
          !att_link_alike(linker, group[i].person, group[j].person)) {
        TRY(pair_contradict(linker, &group[i], &group[j]));
      }
    }
  }
  return ATT_OK;
}

static AttStatus
tenures_link(AttLinker* linker, Arena* arena) {
  Holdings holdings = { 0 };
  for (size_t i = 0; i < linker->runs.length; i++) {
    const LinkRun* const run = &linker->runs.items[i];
    if (att_link_has(linker, run, LINK_TYPE, linker->terms[LINK_TENURE])) {
      TRY(tenure_enter(linker, arena, run, &holdings));
    }
  }
  const size_t count = holdings.length;
  if (count > 0) {
    qsort(holdings.items, count, sizeof *holdings.items, holding_compare);
  }
  for (size_t at = 0; at < count;) {
    size_t end = at + 1;
    while (end < count && holdings.items[at].post == holdings.items[end].post) {
      end++;
    }
    TRY(holders_check(linker, holdings.items + at, end - at));
    at = end;
  }
  return ATT_OK;
}

AttStatus
att_link_tenures(AttLinker* linker) {
  Arena arena = att_arena_begin(linker->arena.ceiling);
  const AttStatus status = tenures_link(linker, &arena);
  att_arena_end(&arena);
  return status;
}
