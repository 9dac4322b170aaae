/* Learning lemmas: how the ends of forms change. */
/* SPDX-License-Identifier: MIT */
#include "train/lemmas.h"

#include "base/intern.h"
#include "base/utf8.h"
#include "language/lemma.h"

#include <stdlib.h>

/* So many words must share an ending before it speaks for unseen ones; a long
 * ending is likely the same word with a prefix, and one is enough. */
#define ENDING_LEAST 2
#define ENDING_LONG 5

/* A word with its lemma; later, an ending of one with its change. */
typedef struct Case {
  uint8_t upos;
  Slice form;      /* Lower case. */
  uint32_t change; /* Number in Learning.changes. */
} Case;

typedef LIST(Case) Cases;

typedef struct Learning {
  Arena* arena;
  Intern changes;         /* A byte that tells the cut, then what is added. */
  uint32_t none;          /* The change that changes nothing. */
  Intern endings;         /* A byte for the part of speech, then the ending. */
  LIST(uint32_t) learned; /* The change of each ending. */
  Packing* out;
} Learning;

static int
case_compare(const void* left, const void* right) {
  const Case* const a = left;
  const Case* const b = right;
  if (a->form.length != b->form.length) {
    return a->form.length < b->form.length ? -1 : 1;
  }
  if (a->upos != b->upos) {
    return a->upos - b->upos;
  }
  const int form = att_slice_compare(a->form, b->form);
  return form != 0 ? form : (a->change > b->change) - (a->change < b->change);
}

static bool
same_form(const Case* a, const Case* b) {
  return a->upos == b->upos && att_slice_equals(a->form, b->form);
}

/* What makes `lemma` of `form`. Proper nouns keep their case, so theirs is
 * found without it. */
static AttStatus
change_make(Learning* learning, Slice form, Slice lemma, Upos upos,
            uint32_t* out) {
  Slice seen = lemma;
  if (upos == UPOS_PROPN) {
    TRY(att_utf8_lower(learning->arena, lemma, &seen));
  }
  if (seen.length != lemma.length) {
    seen = lemma;
  }
  size_t same = 0;
  while (same < form.length && same < seen.length &&
         form.start[same] == seen.start[same]) {
    same++;
  }
  char bytes[1 + LEMMA_WORD] = { (char)(form.length - same) };
  memcpy(bytes + 1, lemma.start + same, lemma.length - same);
  return att_intern(learning->arena, &learning->changes,
                    (Slice){ bytes, 1 + lemma.length - same }, out);
}

static bool
has_lemma(const CorpusWord* word) {
  return word->upos < UPOS_COUNT && word->relation != REL_GOESWITH &&
         word->form.length <= LEMMA_WORD && word->lemma.length > 0 &&
         word->lemma.length <= LEMMA_WORD && !att_slice_is(word->lemma, "_");
}

static AttStatus
words_collect(Learning* learning, const Corpus* corpus, Cases* out) {
  for (size_t i = 0; i < corpus->words.length; i++) {
    const CorpusWord* const word = &corpus->words.items[i];
    if (!has_lemma(word)) {
      continue;
    }
    Case found = { .upos = word->upos };
    TRY(att_utf8_lower(learning->arena, word->form, &found.form));
    if (found.form.length > LEMMA_WORD) {
      continue;
    }
    TRY(change_make(learning, found.form, word->lemma, (Upos)word->upos,
                    &found.change));
    TRY(LIST_PUSH(learning->arena, out, found));
  }
  return ATT_OK;
}

/* The case from `begin` up to `end`, all of one form, whose change is the most
 * frequent but for `not`; `*count` says how frequent. */
static const Case*
most_frequent(const Case* begin, const Case* end, uint32_t not, size_t* count) {
  const Case* best = begin;
  *count = 0;
  for (const Case* run = begin; run < end;) {
    const Case* next = run;
    while (next < end && next->change == run->change) {
      next++;
    }
    if (run->change != not &&(size_t)(next - run) > *count) {
      *count = (size_t)(next - run);
      best = run;
    }
    run = next;
  }
  return best;
}

static const Case*
group_end(const Case* begin, const Case* end) {
  const Case* next = begin;
  while (next < end && same_form(begin, next)) {
    next++;
  }
  return next;
}

/* One case for each form and part of speech. */
static void
words_settle(Cases* words) {
  Case* const items = words->items;
  const Case* const end = items + words->length;
  if (words->length > 0) {
    qsort(items, words->length, sizeof *items, case_compare);
  }
  size_t kept = 0;
  for (const Case* group = items; group < end;) {
    const Case* const next = group_end(group, end);
    size_t count = 0;
    items[kept++] = *most_frequent(group, next, INTERN_NONE, &count);
    group = next;
  }
  words->length = kept;
}

static AttStatus
endings_collect(Learning* learning, const Cases* words, Cases* out) {
  for (size_t i = 0; i < words->length; i++) {
    Case ending = words->items[i];
    const Slice form = ending.form;
    for (size_t length = 1; length <= LEMMA_ENDING && length <= form.length &&
                            ending.upos != UPOS_PROPN;
         length++) {
      ending.form = att_slice_part(form, form.length - length, form.length);
      TRY(LIST_PUSH(learning->arena, out, ending));
    }
  }
  if (out->length > 0) {
    qsort(out->items, out->length, sizeof *out->items, case_compare);
  }
  return ATT_OK;
}

static Slice
ending_name(uint8_t upos, Slice ending, char room[1 + LEMMA_WORD]) {
  room[0] = (char)upos;
  memcpy(room + 1, ending.start, ending.length);
  return (Slice){ room, 1 + ending.length };
}

/* What the longest learned ending of `form` says. */
static uint32_t
learned_change(const Learning* learning, uint8_t upos, Slice form) {
  size_t length = form.length < LEMMA_ENDING ? form.length : LEMMA_ENDING;
  for (; length > 0; length--) {
    char room[1 + LEMMA_WORD];
    const Slice ending =
      att_slice_part(form, form.length - length, form.length);
    const uint32_t id =
      att_intern_find(&learning->endings, ending_name(upos, ending, room));
    if (id != INTERN_NONE) {
      return learning->learned.items[id - 1];
    }
  }
  return learning->none;
}

static AttStatus
row_add(Learning* learning, EndingKind kind, const Case* found) {
  const Slice change = att_intern_string(&learning->changes, found->change);
  const Slice add = att_slice_part(change, 1, change.length);
  char row[3 + 2 * LEMMA_WORD] = { change.start[0], (char)add.length,
                                   (char)found->form.length };
  memcpy(row + 3, add.start, add.length);
  memcpy(row + 3 + add.length, found->form.start, found->form.length);
  return att_packing_add(learning->arena, learning->out,
                         att_lemma_key((Upos)found->upos, kind, found->form),
                         (Slice){ row, 3 + add.length + found->form.length });
}

static AttStatus
ending_learn(Learning* learning, const Case* begin, const Case* end) {
  size_t count = 0;
  const Case* const best = most_frequent(begin, end, INTERN_NONE, &count);
  const Slice shorter = att_slice_part(best->form, 1, best->form.length);
  const size_t least = best->form.length < ENDING_LONG ? ENDING_LEAST : 1;
  if (count < least || count * 2 <= (size_t)(end - begin) ||
      learned_change(learning, best->upos, shorter) == best->change) {
    return ATT_OK;
  }
  char room[1 + LEMMA_WORD];
  uint32_t id = 0;
  TRY(att_intern(learning->arena, &learning->endings,
                 ending_name(best->upos, best->form, room), &id));
  TRY(LIST_PUSH(learning->arena, &learning->learned, best->change));
  TRY(row_add(learning, ENDING_FIRST, best));
  const Case* const other = most_frequent(begin, end, best->change, &count);
  return count < ENDING_LEAST ? ATT_OK : row_add(learning, ENDING_OTHER, other);
}

static AttStatus
endings_learn(Learning* learning, const Cases* endings) {
  const Case* const end = endings->items + endings->length;
  for (const Case* group = endings->items; group < end;) {
    const Case* const next = group_end(group, end);
    TRY(ending_learn(learning, group, next));
    group = next;
  }
  return ATT_OK;
}

/* Only of verbs and nouns: what else changes its end has few ways to. */
static AttStatus
lemmas_list(Learning* learning, const Cases* words) {
  for (size_t i = 0; i < words->length; i++) {
    const Case* const word = &words->items[i];
    if (word->upos != UPOS_VERB && word->upos != UPOS_NOUN) {
      continue;
    }
    const Slice change = att_intern_string(&learning->changes, word->change);
    const size_t stem = word->form.length - (unsigned char)change.start[0];
    const size_t length = stem + change.length - 1;
    char lemma[2 * LEMMA_WORD];
    memcpy(lemma, word->form.start, stem);
    memcpy(lemma + stem, change.start + 1, change.length - 1);
    const Case known = { word->upos, { lemma, length }, learning->none };
    if (length <= LEMMA_WORD) {
      TRY(row_add(learning, ENDING_LEMMA, &known));
    }
  }
  return ATT_OK;
}

/* Lists the words that what was learned so far gets wrong. */
static AttStatus
exceptions_learn(Learning* learning, const Cases* words) {
  Slice part;
  Rows rows;
  TRY(att_packing_write(learning->arena, learning->out, &part));
  TRY(att_rows_open(part, &rows));
  for (size_t i = 0; i < words->length; i++) {
    const Case* const word = &words->items[i];
    const LemmaChange guess =
      att_lemma_change(&rows, (Upos)word->upos, word->form);
    const Slice right = att_intern_string(&learning->changes, word->change);
    if (guess.cut != (unsigned char)right.start[0] ||
        !att_slice_equals(guess.add, att_slice_part(right, 1, right.length))) {
      TRY(row_add(learning, ENDING_WORD, word));
    }
  }
  return ATT_OK;
}

AttStatus
att_lemmas_learn(Arena* arena, const Corpus* corpus, Packing* out) {
  Learning learning = { .arena = arena, .out = out };
  Cases words = { 0 };
  Cases endings = { 0 };
  TRY(att_intern(arena, &learning.changes, (Slice){ "\0", 1 }, &learning.none));
  TRY(words_collect(&learning, corpus, &words));
  words_settle(&words);
  TRY(endings_collect(&learning, &words, &endings));
  TRY(endings_learn(&learning, &endings));
  TRY(lemmas_list(&learning, &words));
  return exceptions_learn(&learning, &words);
}
