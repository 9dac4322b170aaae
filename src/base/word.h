/* Words: the letter and digit runs of a text, for looking phrases up. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_WORD_H
#define ATTACHE_BASE_WORD_H

#include "base/list.h"
#include "base/slice.h"

/** A run of letters, digits and marks; full stops inside an acronym belong to
 * it ("U.S."), apostrophes and hyphens end it. Not a token. */
typedef struct Word {
  uint32_t begin; /**< bytes */
  uint32_t end;   /**< bytes */
  bool capital;   /**< Starts with an upper-case letter. */
  bool shout;     /**< Two or more letters, all upper-case. */
} Word;

typedef LIST(Word) Words;

/** Whether there is a word in `text` at or behind byte `*at`; then it is in
 * `*out`, and `*at` moves behind it. */
bool
att_word_next(Slice text, size_t* at, Word* out);

/** The words of `text` (valid UTF-8, < 4 GiB) in order. */
AttStatus
att_words_find(Arena* arena, Slice text, Words* out);

/** What two spellings of a word share: folded (att_utf8_fold), and without the
 * full stops of an acronym ("U.S." and "US" are both "us"). In the arena. */
AttStatus
att_word_key(Arena* arena, Slice spelling, Slice* out);

#endif
