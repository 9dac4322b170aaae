/* A spelling: what the letters of a form tell the tagger and the parser. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_SPELLING_H
#define ATTACHE_LANGUAGE_SPELLING_H

#include "base/slice.h"

#define SPELLING_SUFFIXES 5
#define SPELLING_PREFIXES 4

/** How a form uses capitals. */
typedef enum Capitals {
  CAPITALS_NONE,  /**< Starts with no capital. */
  CAPITALS_FIRST, /**< Starts with one. */
  CAPITALS_ALL    /**< Two bytes or more, and none lower-case. */
} Capitals;

/** Hashes of a form seen in several ways. Bytes beyond ASCII stay as they
 * are: their case carries little in English. */
typedef struct Spelling {
  uint64_t form;
  uint64_t lower;
  uint64_t word;  /**< Lower case, digits as 0; a number by its length. */
  uint64_t shape; /**< "Xxdd": kinds of bytes, at most two alike in a row. */
  uint64_t suffixes[SPELLING_SUFFIXES]; /**< Of 1, 2, ... bytes; 0: none. */
  uint64_t prefixes[SPELLING_PREFIXES];
  Capitals capitals;
  bool digit;  /**< Holds a digit. */
  bool hyphen; /**< Holds a hyphen and more. */
} Spelling;

void
att_spelling_read(Slice form, Spelling* out);

#endif
