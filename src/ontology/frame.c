/* Frames: the words that evoke an event, and who fills which role. */
/* SPDX-License-Identifier: MIT */
#include "ontology/frame.h"

const FrameWords*
att_frames_find(const Frames* frames, Slice lemma) {
  const uint32_t id = att_intern_find(&frames->lemmas, lemma);
  if (id == INTERN_NONE || frames->words[id - 1].length == 0) {
    return NULL;
  }
  return &frames->words[id - 1];
}

bool
att_frame_takes(const Frame* frame, FrameFunction function) {
  for (size_t i = 0; i < frame->role_count; i++) {
    if (frame->roles[i].function == function) {
      return true;
    }
  }
  return false;
}
