/* Words: the letter and digit runs of a text, for looking phrases up. */
/* SPDX-License-Identifier: MIT */
#include "base/word.h"

#include "base/utf8.h"

/* What makes a lower-case letter of one in upper case. */
#define LOWER 0x20U

static bool
is_letter(char c) {
  return (((unsigned char)c | LOWER) - (unsigned)'a') < 26U;
}

/* Most of a text is this. */
static bool
is_plain(char c) {
  return is_letter(c) || (unsigned)(unsigned char)c - (unsigned)'0' < 10U;
}

static bool
is_word_at(Slice text, size_t at) {
  return at < text.length && (is_plain(text.start[at]) ||
                              att_utf8_is_word(att_utf8_next(text, &at)));
}

/* "U.S." and "a.m.": a full stop after a single letter that is followed by
 * another single letter and a full stop, or that ends such a chain. */
static bool
is_acronym_stop(Slice text, size_t run_begin, size_t at) {
  if (at >= text.length || text.start[at] != '.' || at - run_begin != 1) {
    return false;
  }
  const bool chain = run_begin >= 2 && text.start[run_begin - 1] == '.';
  return chain || (is_word_at(text, at + 1) && at + 2 < text.length &&
                   text.start[at + 2] == '.');
}

static size_t
word_end(Slice text, size_t begin) {
  size_t at = begin;
  size_t run = begin;
  while (at < text.length) {
    size_t next = at;
    if (is_plain(text.start[at])) {
      do {
        at++;
      } while (at < text.length && is_plain(text.start[at]));
    } else if (att_utf8_is_word(att_utf8_next(text, &next))) {
      at = next;
    } else if (is_acronym_stop(text, run, at) &&
               (run == begin || text.start[run - 1] == '.')) {
      at++;
      run = at;
    } else {
      break;
    }
  }
  return at;
}

static Word
word_make(Slice text, size_t begin, size_t end) {
  size_t at = begin;
  const bool capital = att_utf8_is_upper(att_utf8_next(text, &at));
  size_t upper = 0;
  size_t lower = 0;
  for (at = begin; at < end;) {
    const char c = text.start[at];
    if (is_plain(c)) {
      const bool small = ((unsigned char)c & LOWER) != 0;
      upper += is_letter(c) && !small;
      lower += is_letter(c) && small;
      at++;
    } else {
      const uint32_t code_point = att_utf8_next(text, &at);
      upper += att_utf8_is_upper(code_point);
      lower += att_utf8_is_lower(code_point);
    }
  }
  return (Word){ (uint32_t)begin, (uint32_t)end, capital,
                 upper >= 2 && lower == 0 };
}

bool
att_word_next(Slice text, size_t* at, Word* out) {
  while (*at < text.length) {
    const size_t begin = *at;
    if (is_word_at(text, begin)) {
      *at = word_end(text, begin);
      *out = word_make(text, begin, *at);
      return true;
    }
    (void)att_utf8_next(text, at);
  }
  return false;
}

AttStatus
att_words_find(Arena* arena, Slice text, Words* out) {
  Words words = { 0 };
  Word word;
  for (size_t at = 0; att_word_next(text, &at, &word);) {
    TRY(LIST_PUSH(arena, &words, word));
  }
  *out = words;
  return ATT_OK;
}

AttStatus
att_word_key(Arena* arena, Slice spelling, Slice* out) {
  Slice folded;
  TRY(att_utf8_fold(arena, spelling, &folded));
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, folded.length + 1, &bytes));
  size_t length = 0;
  for (size_t i = 0; i < folded.length; i++) {
    if (folded.start[i] != '.') {
      bytes[length++] = folded.start[i];
    }
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}
