/* Lemmas: endings change as the model learned it from the treebanks. */
/* SPDX-License-Identifier: MIT */
#include "language/lemma.h"

#include "base/utf8.h"
#include "language/hash.h"
#include "language/layout.h"

/* A change that leaves fewer bytes is none. */
#define LEMMA_LEAST 2

/* The bytes of a row before its texts. */
enum { ROW_CUT, ROW_ADD, ROW_ENDING, ROW_TEXT };

uint64_t
att_lemma_key(Upos upos, EndingKind kind, Slice ending) {
  uint64_t hash = hash_mix(HASH_SEED, (uint64_t)upos * 4 + kind);
  for (size_t i = 0; i < ending.length; i++) {
    hash = hash_mix(hash, (unsigned char)ending.start[i]);
  }
  return hash;
}

/* Whether the row under `key` is about `ending`; then `*out` is the change. */
static bool
change_find(const Rows* rows, uint64_t key, Slice ending, LemmaChange* out) {
  const Row row = att_rows_find(rows, key);
  if (row.count * 2 < ROW_TEXT) {
    return false;
  }
  const size_t cut = row.pairs[ROW_CUT];
  const size_t add = row.pairs[ROW_ADD];
  const size_t length = row.pairs[ROW_ENDING];
  if (ROW_TEXT + add + length > row.count * 2) {
    return false;
  }
  const char* const text = (const char*)row.pairs + ROW_TEXT;
  *out = (LemmaChange){ cut, { text, add } };
  return att_slice_equals((Slice){ text + add, length }, ending);
}

/* Whether `form`, changed, is a lemma that the treebanks have. */
static bool
gives_lemma(const Rows* rows, Upos upos, Slice form, LemmaChange change) {
  char lemma[LEMMA_WORD];
  const size_t stem = form.length - change.cut;
  const size_t length = stem + change.add.length;
  if (length > sizeof lemma) {
    return false;
  }
  memcpy(lemma, form.start, stem);
  memcpy(lemma + stem, change.add.start, change.add.length);
  const Slice word = { lemma, length };
  LemmaChange none;
  return change_find(rows, att_lemma_key(upos, ENDING_LEMMA, word), word,
                     &none);
}

/* Whether an ending of `form` changes in a way that leaves a word. */
static bool
ending_find(const Rows* rows, uint64_t key, Slice form, Slice ending,
            LemmaChange* out) {
  return change_find(rows, key, ending, out) && out->cut <= form.length &&
         form.length - out->cut + out->add.length >= LEMMA_LEAST;
}

LemmaChange
att_lemma_change(const Rows* rows, Upos upos, Slice form) {
  LemmaChange change;
  if (form.length <= LEMMA_WORD &&
      change_find(rows, att_lemma_key(upos, ENDING_WORD, form), form,
                  &change) &&
      change.cut <= form.length) {
    return change;
  }
  LemmaChange best = { 0, { "", 0 } };
  bool found = false;
  size_t length = form.length < LEMMA_ENDING ? form.length : LEMMA_ENDING;
  for (; length > 0; length--) {
    const Slice ending =
      att_slice_part(form, form.length - length, form.length);
    for (unsigned kind = ENDING_FIRST; kind <= ENDING_OTHER; kind++) {
      const uint64_t key = att_lemma_key(upos, (EndingKind)kind, ending);
      if (!ending_find(rows, key, form, ending, &change)) {
        continue;
      }
      if (gives_lemma(rows, upos, form, change)) {
        return change;
      }
      best = found ? best : change;
      found = true;
    }
  }
  return best;
}

AttStatus
att_lemma_find(const Model* model, Arena* arena, Slice form, Upos upos,
               Slice* out) {
  Slice lower;
  TRY(att_utf8_lower(arena, form, &lower));
  const LemmaChange change = att_lemma_change(&model->lemmas, upos, lower);
  const Slice kept = upos == UPOS_PROPN ? form : lower;
  if (kept.length != lower.length ||
      (change.cut == 0 && change.add.length == 0)) {
    *out = kept;
    return ATT_OK;
  }
  const size_t stem = kept.length - change.cut;
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, stem + change.add.length, &bytes));
  memcpy(bytes, kept.start, stem);
  memcpy(bytes + stem, change.add.start, change.add.length);
  *out = (Slice){ bytes, stem + change.add.length };
  return ATT_OK;
}
