/* Walking: the statements of a Turtle file, with where each word stands. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_WALK_H
#define ATTACHE_ONTOLOGY_WALK_H

#include "ontology/scan.h"

/** Prefixes that are kept; in a file with more, a walk ends early. */
#define WALK_PREFIXES 64

/** Brackets within brackets; deeper, a walk ends early. */
#define WALK_DEPTH 32

/** What may come next in a statement. */
typedef enum WalkPart {
  WALK_SUBJECT,
  WALK_VERB,
  WALK_OBJECT,
  WALK_AFTER /**< Behind an object. */
} WalkPart;

/** A statement, or what stands within a pair of brackets. */
typedef struct WalkLevel {
  WalkPart next;
  char closing;     /**< . ] or ) */
  bool may_close;   /**< Instead of what comes next. */
  ScanWord subject; /**< SCAN_END: a node without a name. */
  ScanWord verb;
} WalkLevel;

typedef struct WalkPrefix {
  Slice name; /**< Without its colon. */
  Slice iri;
} WalkPrefix;

typedef struct Walk {
  Slice text;
  size_t at;     /**< Byte behind the last word. */
  ScanWord word; /**< The last one. */
  WalkPrefix prefixes[WALK_PREFIXES];
  size_t prefix_count;
  WalkLevel levels[WALK_DEPTH];
  size_t depth;
  const char* wrong; /**< NULL, or why the walk ended; `word` is what is wrong,
                          or came too early. */
  size_t wrong_at;   /**< Byte. */
} Walk;

/** The words of one statement. */
typedef struct WalkTriple {
  ScanWord subject; /**< SCAN_END: a node without a name. */
  ScanWord verb;
  ScanWord object;
} WalkTriple;

/** A walk from the start of `text`, which must outlive it. */
Walk
att_walk_begin(Slice text);

/** The next statement whose object is no bracket; false at the end of the text
 * or where it is wrong. */
bool
att_walk_next(Walk* walk, WalkTriple* out);

/** Whether a word stands for the IRI `name`, or for one that ends with it
 * behind a / or #; or is a string of just this text. */
bool
att_walk_means(const Walk* walk, ScanWord word, Slice name);

#endif
