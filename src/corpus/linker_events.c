/* Linking events: those of several articles that seem to be one. */
/* SPDX-License-Identifier: MIT */
#include "corpus/linker.h"

#include <stdlib.h>

/* Who and where: more take part in a conference, but a few tell it apart. */
#define ANCHOR_LIMIT 12

/* How sure two things in common make us, and each further one, in percent. */
#define PERCENT_BASE 50U
#define PERCENT_SHARED 10U
#define PERCENT_KIND 5U
#define PERCENT_MOST 95U

/* An event under two of those who take part, or one and the place. */
typedef struct Entry {
  TermId key[4]; /* kind, day, one, other */
  uint32_t run;
  TermId article;
} Entry;

typedef struct Pair {
  uint32_t one; /* runs, the lesser first */
  uint32_t other;
} Pair;

typedef struct Search {
  AttLinker* linker;
  Arena arena;
  LIST(Entry) entries;
  LIST(Pair) pairs;
} Search;

/* Adds the objects of `predicate` that are not there yet. */
static size_t
anchors_add(const AttLinker* linker, const LinkRun* run, LinkTerm predicate,
            TermId* anchors, size_t count) {
  size_t at = run->begin;
  for (TermId object = att_link_next(linker, run, predicate, &at);
       object != 0 && count < ANCHOR_LIMIT;
       object = att_link_next(linker, run, predicate, &at)) {
    bool there = false;
    for (size_t i = 0; i < count; i++) {
      there = there || anchors[i] == object;
    }
    if (!there) {
      anchors[count++] = object;
    }
  }
  return count;
}

/* Every event under each pair of its anchors that holds somebody. */
static AttStatus
entries_add(Search* search, uint32_t at, TermId kind, TermId day) {
  const AttLinker* const linker = search->linker;
  const LinkRun* const run = &linker->runs.items[at];
  TermId anchors[ANCHOR_LIMIT];
  const size_t agents = anchors_add(linker, run, LINK_PARTICIPANT, anchors, 0);
  size_t count = anchors_add(linker, run, LINK_PLACE, anchors, agents);
  count = anchors_add(linker, run, LINK_DESTINATION, anchors, count);
  for (size_t i = 0; i < agents; i++) {
    for (size_t j = i + 1; j < count; j++) {
      const bool turned = anchors[j] < anchors[i];
      const Entry entry = {
        .key = { kind, day, turned ? anchors[j] : anchors[i],
                 turned ? anchors[i] : anchors[j] },
        .run = at,
        .article = att_link_first(linker, run, LINK_REPORTED),
      };
      TRY(LIST_PUSH(&search->arena, &search->entries, entry));
    }
  }
  return ATT_OK;
}

/* What is said is no event of the world, and many things are said in a day; a
 * year or a month is no day. */
static AttStatus
event_enter(Search* search, uint32_t at) {
  const AttLinker* const linker = search->linker;
  const LinkRun* const run = &linker->runs.items[at];
  const TermId day = att_link_first(linker, run, LINK_DATE);
  if (!att_link_has(linker, run, LINK_TYPE, linker->terms[LINK_EVENT]) ||
      att_link_has(linker, run, LINK_SPEAKER, 0) || day == 0 ||
      att_link_text(linker, day).length != sizeof "2026-03-11" - 1) {
    return ATT_OK;
  }
  size_t type = run->begin;
  for (TermId kind = att_link_next(linker, run, LINK_TYPE, &type); kind != 0;
       kind = att_link_next(linker, run, LINK_TYPE, &type)) {
    if (kind != linker->terms[LINK_EVENT]) {
      TRY(entries_add(search, at, kind, day));
    }
  }
  return ATT_OK;
}

static int
entry_compare(const void* left, const void* right) {
  const Entry* const a = left;
  const Entry* const b = right;
  for (size_t i = 0; i < 4; i++) {
    if (a->key[i] != b->key[i]) {
      return a->key[i] < b->key[i] ? -1 : 1;
    }
  }
  return (a->run > b->run) - (a->run < b->run);
}

static bool
keys_equal(const Entry* left, const Entry* right) {
  return memcmp(left->key, right->key, sizeof left->key) == 0;
}

/* Whether the article tells several events of the group: which of them is meant
 * is not known then. */
static bool
is_ambiguous(const Entry* group, size_t count, size_t at) {
  for (size_t i = 0; i < count; i++) {
    if (i != at && group[i].article == group[at].article) {
      return true;
    }
  }
  return false;
}

/* Pairs the first event of a group with each other. */
static AttStatus
group_pair(Search* search, const Entry* group, size_t count) {
  size_t first = 0;
  while (first < count && is_ambiguous(group, count, first)) {
    first++;
  }
  for (size_t i = first + 1; i < count; i++) {
    const Pair pair = { group[first].run, group[i].run };
    if (!is_ambiguous(group, count, i)) {
      TRY(LIST_PUSH(&search->arena, &search->pairs, pair));
    }
  }
  return ATT_OK;
}

static AttStatus
pairs_find(Search* search) {
  const Entry* const entries = search->entries.items;
  const size_t count = search->entries.length;
  for (size_t at = 0; at < count;) {
    size_t end = at + 1;
    while (end < count && keys_equal(&entries[at], &entries[end])) {
      end++;
    }
    TRY(group_pair(search, entries + at, end - at));
    at = end;
  }
  return ATT_OK;
}

static int
pair_compare(const void* left, const void* right) {
  const Pair* const a = left;
  const Pair* const b = right;
  if (a->one != b->one) {
    return a->one < b->one ? -1 : 1;
  }
  return (a->other > b->other) - (a->other < b->other);
}

/* How many objects of `predicate` both have. */
static size_t
shared_count(const AttLinker* linker, const LinkRun* one, const LinkRun* other,
             LinkTerm predicate) {
  size_t count = 0;
  size_t at = one->begin;
  for (TermId object = att_link_next(linker, one, predicate, &at); object != 0;
       object = att_link_next(linker, one, predicate, &at)) {
    count += att_link_has(linker, other, predicate, object);
  }
  return count;
}

static size_t
object_count(const AttLinker* linker, const LinkRun* run, LinkTerm predicate) {
  size_t count = 0;
  size_t at = run->begin;
  while (att_link_next(linker, run, predicate, &at) != 0) {
    count++;
  }
  return count;
}

static AttStatus
pair_link(AttLinker* linker, const LinkRun* one, const LinkRun* other) {
  const size_t agents = shared_count(linker, one, other, LINK_PARTICIPANT);
  const bool place = shared_count(linker, one, other, LINK_PLACE) > 0 ||
                     shared_count(linker, one, other, LINK_DESTINATION) > 0;
  if (agents == 0) {
    return ATT_OK;
  }
  const size_t kinds = shared_count(linker, one, other, LINK_TYPE);
  Link link = { .one = one->subject,
                .other = other->subject,
                .predicate = LINK_SAME_EVENT,
                .reasons = { LINK_SAME_KIND, LINK_SAME_DATE,
                             LINK_SAME_PARTICIPANTS },
                .reason_count = 3,
                .evidence = { att_link_first(linker, one, LINK_TRIGGER),
                              att_link_first(linker, other, LINK_TRIGGER) } };
  unsigned percent = PERCENT_BASE;
  percent += PERCENT_SHARED * (unsigned)(agents > 4 ? 3 : agents - 1);
  if (place) {
    link.reasons[link.reason_count++] = LINK_SAME_PLACE;
    percent += PERCENT_SHARED;
  }
  if (kinds == object_count(linker, one, LINK_TYPE) &&
      kinds == object_count(linker, other, LINK_TYPE)) {
    percent += PERCENT_KIND;
  }
  link.percent = percent < PERCENT_MOST ? percent : PERCENT_MOST;
  linker->links.events++;
  return att_link_put(linker, &link);
}

/* What is planned and what happened are not told apart by the day alone. */
static AttStatus
pairs_link(Search* search) {
  AttLinker* const linker = search->linker;
  for (size_t i = 0; i < search->pairs.length; i++) {
    const Pair* const pair = &search->pairs.items[i];
    const LinkRun* const one = &linker->runs.items[pair->one];
    const LinkRun* const other = &linker->runs.items[pair->other];
    if ((i == 0 || pair_compare(pair, pair - 1) != 0) &&
        att_link_first(linker, one, LINK_FACTUALITY) ==
          att_link_first(linker, other, LINK_FACTUALITY)) {
      TRY(pair_link(linker, one, other));
    }
  }
  return ATT_OK;
}

static AttStatus
events_link(Search* search) {
  const AttLinker* const linker = search->linker;
  for (size_t i = 0; i < linker->runs.length; i++) {
    TRY(event_enter(search, (uint32_t)i));
  }
  if (search->entries.length > 0) {
    qsort(search->entries.items, search->entries.length,
          sizeof *search->entries.items, entry_compare);
  }
  TRY(pairs_find(search));
  if (search->pairs.length > 0) {
    qsort(search->pairs.items, search->pairs.length,
          sizeof *search->pairs.items, pair_compare);
  }
  return pairs_link(search);
}

AttStatus
att_link_events(AttLinker* linker) {
  Search search = { .linker = linker,
                    .arena = att_arena_begin(linker->arena.ceiling) };
  const AttStatus status = events_link(&search);
  att_arena_end(&search.arena);
  return status;
}
