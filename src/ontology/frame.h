/* Frames: the words that evoke an event, and who fills which role. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_FRAME_H
#define ATTACHE_ONTOLOGY_FRAME_H

#include "base/intern.h"
#include "base/list.h"

/** A grammatical function that a frame may give a role. */
typedef enum FrameFunction {
  FUNCTION_SUBJECT,    /**< Who does it: active subject, passive agent. */
  FUNCTION_OBJECT,     /**< Active object, passive subject. */
  FUNCTION_INDIRECT,   /**< "told reporters", "gave Egypt": indirect object. */
  FUNCTION_CLAUSE,     /**< A complement clause. */
  FUNCTION_POSSESSOR,  /**< "Naqvi's visit". */
  FUNCTION_MODIFIER,   /**< "US investment", "Chinese aid". */
  FUNCTION_PREPOSITION /**< "with Pomeroy": see `preposition`. */
} FrameFunction;

typedef struct FrameRole {
  FrameFunction function;
  uint32_t preposition; /**< A lemma of Frames.lemmas; else INTERN_NONE. */
  uint32_t role;        /**< A property of the ontology. */
} FrameRole;

typedef struct Frame {
  Slice name;          /**< Local name: "meet". */
  uint32_t evokes;     /**< A class of the ontology. */
  uint32_t factuality; /**< att:factuality it starts from, or NONE. */
  uint32_t needs;      /**< att:needs: a class that somebody in it must have,
                            or NONE. */
  bool commits;        /**< att:commits: what its clause holds is Intended. */
  const FrameRole* roles;
  size_t role_count;
  const Slice* fires; /**< Sentences that must evoke it. */
  size_t fires_count;
  const Slice* silent; /**< Sentences that must not. */
  size_t silent_count;
  Place place; /**< Where it is declared. */
} Frame;

/** Most lemmas a frame's words may have behind the first. */
#define FRAME_REST 4

/** Words that evoke a frame: "hold talks" is a verb `hold` and `talk` below
 * it. Lemmas, lower case. */
typedef struct FrameWord {
  uint32_t frame;
  bool noun;            /**< The first lemma is a noun, else a verb. */
  const uint32_t* rest; /**< Lemmas that must hang below the first. */
  size_t rest_count;
} FrameWord;

typedef LIST(FrameWord) FrameWords;

typedef struct Frames {
  LIST(Frame) items; /**< In order of name. */
  Intern lemmas;
  FrameWords* words; /**< [lemma - 1]: longest `rest` first. */
} Frames;

/** The frame words whose first lemma is `lemma`; NULL if there are none. */
const FrameWords*
att_frames_find(const Frames* frames, Slice lemma);

/** Whether a role of `frame` is filled by `function`. */
bool
att_frame_takes(const Frame* frame, FrameFunction function);

#endif
