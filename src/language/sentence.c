/* Sentences: where they end among tokens. */
/* SPDX-License-Identifier: MIT */
#include "language/sentence.h"

#include "language/glyph.h"

/* Function words that often begin a sentence and no name: behind them, the full
 * stop of an abbreviation ends the sentence before. */
static const char* const starters[] = {
  "A",         "After", "All",     "Also",   "Although", "An",   "And",
  "As",        "At",    "Because", "Before", "Both",     "But",  "By",
  "During",    "For",   "From",    "He",     "Her",      "His",  "How",
  "However",   "I",     "If",      "In",     "It",       "Its",  "Many",
  "Meanwhile", "Most",  "My",      "No",     "Not",      "On",   "Our",
  "She",       "Since", "So",      "Some",   "Such",     "That", "The",
  "Their",     "Then",  "There",   "These",  "They",     "This", "Those",
  "To",        "Under", "Until",   "We",     "What",     "When", "Where",
  "Which",     "While", "Who",     "Why",    "With",     "You",  "Your",
};

static bool
is_starter(Slice form) {
  for (size_t i = 0; i < sizeof starters / sizeof *starters; i++) {
    if (att_slice_is(form, starters[i])) {
      return true;
    }
  }
  return false;
}

/* No sentence has more tokens: a longer one is a list, or no text at all. It is
 * cut, so that what reading costs grows with the text, not with its square. */
#define TOKENS_MOST 512

/* ".", "?!", "...": nothing but marks that end sentences. */
static bool
is_stop(Slice form) {
  for (size_t i = 0; i < form.length; i++) {
    if (form.start[i] != '.' && form.start[i] != '!' && form.start[i] != '?') {
      return false;
    }
  }
  return form.length > 0;
}

/* "Inc.", "U.S.", but not the initial "J.": what may end a sentence too. */
static bool
is_abbreviation(Slice form) {
  return form.length > 2 && form.start[form.length - 1] == '.';
}

/* A closing mark belongs to what stands before it without a space. */
static size_t
closers_skip(const Tokens* tokens, size_t at) {
  const Token* const items = tokens->items.items;
  while (at < tokens->items.length && !items[at - 1].space &&
         items[at].form.length == 1 &&
         att_glyph_is_closer((unsigned char)items[at].form.start[0])) {
    at++;
  }
  return at;
}

/* Whether `token` can begin a sentence behind the token before it. */
static bool
can_begin(const Token* token) {
  const uint32_t first = att_glyph_at(token->form, 0, token->form.length);
  if (!token[-1].space && !att_utf8_is_upper(first)) {
    return false;
  }
  return !att_utf8_is_lower(first) &&
         (att_glyph_is_word(first) || att_glyph_is_opener(first) ||
          first == '$' || att_slice_is(token->form, "-") ||
          att_slice_is(token->form, "*"));
}

/* Whether a sentence ends behind the token `at`; `*end` is set behind the
 * closing marks that belong to it. */
static bool
ends_at(const Tokens* tokens, size_t at, size_t* end) {
  const Token* const items = tokens->items.items;
  const bool stop = is_stop(items[at].form);
  if (!stop && !is_abbreviation(items[at].form)) {
    return false;
  }
  *end = closers_skip(tokens, at + 1);
  if (*end == tokens->items.length) {
    return true;
  }
  const Token* const next = &items[*end];
  return stop ? can_begin(next) : is_starter(next->form);
}

/* Where to cut the tokens from `begin` on, too many for a sentence: behind the
 * last comma or semicolon that leaves half of what is allowed. */
static size_t
cut_find(const Tokens* tokens, size_t begin) {
  for (size_t at = begin + TOKENS_MOST; at > begin + TOKENS_MOST / 2; at--) {
    const Slice form = tokens->items.items[at - 1].form;
    if (att_slice_is(form, ",") || att_slice_is(form, ";")) {
      return at;
    }
  }
  return begin + TOKENS_MOST;
}

static AttStatus
sentence_add(Arena* arena, size_t begin, size_t end, Tokens* tokens) {
  while (end - begin > TOKENS_MOST) {
    const size_t cut = cut_find(tokens, begin);
    const Sentence piece = { (uint32_t)begin, (uint32_t)cut };
    TRY(LIST_PUSH(arena, &tokens->sentences, piece));
    begin = cut;
  }
  const Sentence sentence = { (uint32_t)begin, (uint32_t)end };
  return LIST_PUSH(arena, &tokens->sentences, sentence);
}

AttStatus
att_sentences_cut(Arena* arena, size_t first, Tokens* tokens) {
  size_t begin = first;
  size_t end = first;
  for (size_t at = first; at < tokens->items.length; at++) {
    if (at >= end && ends_at(tokens, at, &end)) {
      TRY(sentence_add(arena, begin, end, tokens));
      begin = end;
    }
  }
  return begin < tokens->items.length
           ? sentence_add(arena, begin, tokens->items.length, tokens)
           : ATT_OK;
}
