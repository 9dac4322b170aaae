/* Tokens and sentences, by the conventions of UD English. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_TOKEN_H
#define ATTACHE_LANGUAGE_TOKEN_H

#include "base/list.h"
#include "base/slice.h"
#include "ontology/ontology.h"

/** A word, clitic, number or punctuation mark. */
typedef struct Token {
  uint32_t begin; /**< bytes of the text */
  uint32_t end;   /**< bytes of the text */
  Slice form;     /**< What the tagger sees: the bytes, with typographic quotes
                       and dashes made plain and stray breaks left out. */
  bool space;     /**< White space follows in the text. */
} Token;

/** Tokens `first` up to `end`. */
typedef struct Sentence {
  uint32_t first;
  uint32_t end;
} Sentence;

typedef struct Tokens {
  LIST(Token) items;
  LIST(Sentence) sentences;
} Tokens;

/** Splits bytes `begin` up to `end` of `text` (valid UTF-8): one paragraph,
 * whose end ends a sentence; appends to `tokens`. Abbreviations are the words
 * of the lexicon's class "abbreviation". Forms borrow from `text` or live in
 * `arena`. */
AttStatus
att_tokens_split(Arena* arena, const Ontology* ontology, Slice text,
                 size_t begin, size_t end, Tokens* tokens);

#endif
