/* Scanning: the words of a Turtle file, with where each stands. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_SCAN_H
#define ATTACHE_ONTOLOGY_SCAN_H

#include "base/slice.h"

/** What a word of Turtle is. */
typedef enum ScanKind {
  SCAN_END,    /**< Of the file. */
  SCAN_IRI,    /**< With its angle brackets. */
  SCAN_NAME,   /**< att:verb, a, _:b, 12, true */
  SCAN_STRING, /**< With its quotes. */
  SCAN_TAG,    /**< \@en, \@prefix */
  SCAN_TYPE,   /**< ^^ */
  SCAN_MARK,   /**< One of . ; , [ ] ( ) */
  SCAN_OPEN,   /**< A string that does not end. */
  SCAN_STRANGE /**< A byte that nothing begins with. */
} ScanKind;

typedef struct ScanWord {
  ScanKind kind;
  size_t begin; /**< byte of the text */
  size_t end;
} ScanWord;

/** The first word at or behind byte `at`; white space and comments are passed
 * over. */
ScanWord
att_scan_next(Slice text, size_t at);

/** Whether a word is this mark. */
bool
att_scan_is(Slice text, ScanWord word, char mark);

/** What stands between the brackets or quotes of an IRI or string, escapes as
 * they are written. */
Slice
att_scan_inside(Slice text, ScanWord word);

/** The place of byte `at`: line and column, in characters. */
Place
att_scan_place(Slice text, size_t at, const char* file);

#endif
