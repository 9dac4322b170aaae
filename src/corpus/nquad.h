/* N-Quads: one line taken apart, as it is written. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CORPUS_NQUAD_H
#define ATTACHE_CORPUS_NQUAD_H

#include "base/slice.h"

/** The terms of a line, with their brackets, quotes and escapes. */
typedef struct NQuad {
  Slice subject;
  Slice predicate; /**< Empty where the line holds no quad. */
  Slice object;
  Slice graph;  /**< Empty: the default graph. */
  Slice triple; /**< The first three, and what stands between them. */
} NQuad;

/** Takes `line` apart, without its end. An empty line and a comment hold no
 * quad. False if it is something else. */
bool
att_nquad_parse(Slice line, NQuad* out);

#endif
