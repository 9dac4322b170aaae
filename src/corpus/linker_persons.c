/* Linking persons: names that may be one person's. */
/* SPDX-License-Identifier: MIT */
#include "corpus/linker.h"

#include "base/utf8.h"

#include <stdlib.h>

/* A name of more words is a list. */
#define WORD_LIMIT 8

/* More people of one surname are too many to compare, each with each. */
#define GROUP_LIMIT 2000

/* How sure we are, in percent: names alone; and what else counts. */
#define PERCENT_NAMES 50
#define PERCENT_STATE 20
#define PERCENT_POST 25
#define PERCENT_INITIALS 10
#define PERCENT_SURNAME 25

/* A person by name: its words, folded. */
typedef struct Named {
  Slice words[WORD_LIMIT];
  size_t count;
  const LinkRun* run;
} Named;

typedef struct Held {
  TermId person;
  TermId post;
} Held;

typedef struct Roll {
  AttLinker* linker;
  Arena arena;
  LIST(Named) names;
  LIST(Held) held; /* by person */
} Roll;

static void
words_split(Slice name, Named* named) {
  size_t from = 0;
  for (size_t at = 0; at <= name.length && named->count < WORD_LIMIT; at++) {
    const bool ends = at == name.length || name.start[at] == ' ' ||
                      name.start[at] == '.' || name.start[at] == '-';
    if (ends && at > from) {
      named->words[named->count++] = att_slice_part(name, from, at);
    }
    from = ends ? at + 1 : from;
  }
}

static AttStatus
person_enter(Roll* roll, const LinkRun* run) {
  const AttLinker* const linker = roll->linker;
  const TermId label = att_link_first(linker, run, LINK_LABEL);
  Named named = { .run = run };
  Slice folded;
  if (label == 0) {
    return ATT_OK;
  }
  TRY(att_utf8_fold(&roll->arena, att_link_text(linker, label), &folded));
  words_split(folded, &named);
  return named.count == 0 ? ATT_OK
                          : LIST_PUSH(&roll->arena, &roll->names, named);
}

static AttStatus
roll_fill(Roll* roll) {
  const AttLinker* const linker = roll->linker;
  for (size_t i = 0; i < linker->runs.length; i++) {
    const LinkRun* const run = &linker->runs.items[i];
    if (att_link_has(linker, run, LINK_TYPE, linker->terms[LINK_PERSON])) {
      TRY(person_enter(roll, run));
    }
    if (att_link_has(linker, run, LINK_TYPE, linker->terms[LINK_TENURE])) {
      const Held held = { att_link_first(linker, run, LINK_MEMBER),
                          att_link_first(linker, run, LINK_POST) };
      TRY(LIST_PUSH(&roll->arena, &roll->held, held));
    }
  }
  return ATT_OK;
}

static Slice
surname(const Named* named) {
  return named->words[named->count - 1];
}

static int
named_compare(const void* left, const void* right) {
  const Named* const a = left;
  const Named* const b = right;
  const int order = att_slice_compare(surname(a), surname(b));
  return order != 0 ? order : (a->run > b->run) - (a->run < b->run);
}

static int
held_compare(const void* left, const void* right) {
  const Held* const a = left;
  const Held* const b = right;
  if (a->person != b->person) {
    return a->person < b->person ? -1 : 1;
  }
  return (a->post > b->post) - (a->post < b->post);
}

static size_t
held_begin(const Roll* roll, TermId person) {
  size_t low = 0;
  size_t high = roll->held.length;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (roll->held.items[middle].person < person) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

static bool
posts_shared(const Roll* roll, TermId one, TermId other) {
  const Held* const held = roll->held.items;
  const size_t count = roll->held.length;
  for (size_t i = held_begin(roll, one); i < count && held[i].person == one;
       i++) {
    for (size_t j = held_begin(roll, other);
         j < count && held[j].person == other; j++) {
      if (held[i].post == held[j].post) {
        return true;
      }
    }
  }
  return false;
}

static bool
states_shared(const AttLinker* linker, const LinkRun* one,
              const LinkRun* other) {
  size_t at = one->begin;
  for (TermId state = att_link_next(linker, one, LINK_AFFILIATED, &at);
       state != 0; state = att_link_next(linker, one, LINK_AFFILIATED, &at)) {
    if (att_link_has(linker, other, LINK_AFFILIATED, state)) {
      return true;
    }
  }
  return false;
}

/* Whether a word of the one name may be that of the other: itself, or its first
 * letter. */
static bool
word_fits(Slice word, Slice whole, bool* initial) {
  if (att_slice_equals(word, whole)) {
    return true;
  }
  const Slice letter = word.length == 1 ? word : whole;
  const Slice rest = word.length == 1 ? whole : word;
  if (letter.length != 1 || !att_slice_starts(rest, letter)) {
    return false;
  }
  *initial = true;
  return true;
}

/* Whether the words of `brief` stand in `full`, in order, the first with the
 * first and the last with the last. */
static bool
is_contained(const Named* brief, const Named* full, bool* initial) {
  size_t at = 0;
  for (size_t i = 0; i < full->count && at < brief->count; i++) {
    const bool last = at + 1 == brief->count;
    if (word_fits(brief->words[at], full->words[i], initial) &&
        (!last || i + 1 == full->count)) {
      at++;
    } else if (at == 0 && brief->count > 1) {
      return false;
    }
  }
  return at == brief->count;
}

/* Proposes that two are one, unless something speaks against it. A surname
 * alone needs a post in common. */
static AttStatus
pair_propose(Roll* roll, const Named* one, const Named* other) {
  AttLinker* const linker = roll->linker;
  const bool turned = one->count > other->count;
  const Named* const brief = turned ? other : one;
  const Named* const full = turned ? one : other;
  bool initial = false;
  if (!is_contained(brief, full, &initial)) {
    return ATT_OK;
  }
  const bool post = posts_shared(roll, one->run->subject, other->run->subject);
  const bool state = states_shared(linker, one->run, other->run);
  const bool apart = !state &&
                     att_link_has(linker, one->run, LINK_AFFILIATED, 0) &&
                     att_link_has(linker, other->run, LINK_AFFILIATED, 0);
  if (apart || (brief->count == 1 && !post)) {
    return ATT_OK;
  }
  Link link = { .one = one->run->subject,
                .other = other->run->subject,
                .predicate = LINK_POSSIBLY_SAME,
                .reasons = { LINK_NAME_CONTAINED },
                .reason_count = 1 };
  unsigned percent = PERCENT_NAMES;
  if (initial) {
    link.reasons[link.reason_count++] = LINK_INITIALS;
    percent -= PERCENT_INITIALS;
  }
  if (state) {
    link.reasons[link.reason_count++] = LINK_SAME_STATE;
    percent += PERCENT_STATE;
  }
  if (post) {
    link.reasons[link.reason_count++] = LINK_SAME_POST;
    percent += PERCENT_POST;
  }
  link.percent = brief->count == 1 ? percent - PERCENT_SURNAME : percent;
  linker->links.persons++;
  TRY(att_link_alike_add(linker, link.one, link.other));
  return att_link_put(linker, &link);
}

static AttStatus
group_propose(Roll* roll, const Named* group, size_t count) {
  if (count > GROUP_LIMIT) {
    att_report(&roll->linker->sink, ATT_WARNING, (Place){ 0 },
               "More than %d people share a surname; they are not compared",
               GROUP_LIMIT);
    return ATT_OK;
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t j = i + 1; j < count; j++) {
      TRY(pair_propose(roll, &group[i], &group[j]));
    }
  }
  return ATT_OK;
}

static AttStatus
persons_link(Roll* roll) {
  TRY(roll_fill(roll));
  const Named* const names = roll->names.items;
  const size_t count = roll->names.length;
  if (count > 0) {
    qsort(roll->names.items, count, sizeof *names, named_compare);
  }
  if (roll->held.length > 0) {
    qsort(roll->held.items, roll->held.length, sizeof *roll->held.items,
          held_compare);
  }
  for (size_t at = 0; at < count;) {
    size_t end = at + 1;
    while (end < count &&
           att_slice_equals(surname(&names[at]), surname(&names[end]))) {
      end++;
    }
    TRY(group_propose(roll, names + at, end - at));
    at = end;
  }
  return ATT_OK;
}

AttStatus
att_link_persons(AttLinker* linker) {
  Roll roll = { .linker = linker,
                .arena = att_arena_begin(linker->arena.ceiling) };
  const AttStatus status = persons_link(&roll);
  att_arena_end(&roll.arena);
  return status;
}
