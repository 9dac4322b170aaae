/* Candidates: a frame at a word, with the roles it would fill there. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_CANDIDATE_H
#define ATTACHE_READING_CANDIDATE_H

#include "reading/event.h"

/** The score of a candidate that is none. */
#define CANDIDATE_NONE (-1)

/** A word of a frame that stands at a node, and how well its roles fill. */
typedef struct Candidate {
  const FrameWord* word;
  Event event;
  uint32_t rest[FRAME_REST]; /**< Nodes of the word's further lemmas. */
  int score;                 /**< More is better; or CANDIDATE_NONE. */
  bool unfit;                /**< What should take part is nobody. */
} Candidate;

/** Tries `word` at `node`: scored CANDIDATE_NONE where its words are not there
 * or too little of it is filled. */
AttStatus
att_candidate_make(Finding* finding, const FrameWord* word, uint32_t node,
                   Candidate* out);

#endif
