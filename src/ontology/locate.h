/* Locating: line and column of what a Turtle file says. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_LOCATE_H
#define ATTACHE_ONTOLOGY_LOCATE_H

#include "base/slice.h"

/** A part of a statement. */
typedef enum LocatePart {
  LOCATE_SUBJECT,
  LOCATE_PREDICATE,
  LOCATE_OBJECT
} LocatePart;

/** A statement as it is looked for: IRIs, or their local names, or the text of
 * a literal; what is empty may be anything. */
typedef struct Located {
  Slice subject;
  Slice predicate;
  Slice object;
  LocatePart part; /**< Whose place is wanted. */
} Located;

/** The place of a statement's part in `text`: of several, the last that does
 * not begin behind the line of `near`. Without any, `near`. */
Place
att_locate_in(Slice text, Place near, const Located* what);

/** The same in the file that `near` names; `near` if it cannot be read. For
 * messages: it reads the file. */
Place
att_locate(Place near, const Located* what);

/** Reports what keeps a file from being Turtle, if that can be told with its
 * column; false if not. */
bool
att_locate_mistake(const char* path, const AttSink* sink);

#endif
