/* Checking an ontology: every frame fires where it says, and only there. */
/* SPDX-License-Identifier: MIT */
#include "ontology/check.h"
#include "ontology/locate.h"

#include "pipeline.h"

/* Whether the sentence evokes frame `frame`. */
static AttStatus
sentence_try(AttReader* reader, Slice sentence, uint32_t frame, bool* out) {
  Article article;
  *out = false;
  const AttStatus status =
    att_article_read(reader, &(TextSource){ .text = sentence }, &article);
  for (size_t i = 0; status == ATT_OK && i < article.events.items.length; i++) {
    const Event* const event = &article.events.items.items[i];
    *out = *out || (event->frame == frame && event->same_as != NOTHING);
  }
  att_arena_reset(&reader->article);
  return status;
}

static AttStatus
frame_check(AttReader* reader, uint32_t index, size_t* wrong) {
  const Frame* const frame = &reader->ontology->frames.items.items[index];
  for (size_t i = 0; i < frame->fires_count + frame->silent_count; i++) {
    const bool must = i < frame->fires_count;
    const Slice sentence =
      must ? frame->fires[i] : frame->silent[i - frame->fires_count];
    bool fired = false;
    TRY(sentence_try(reader, sentence, index, &fired));
    if (fired != must) {
      const Located what = { .subject = frame->name,
                             .object = sentence,
                             .part = LOCATE_OBJECT };
      *wrong += 1;
      att_report(&reader->sink, ATT_ERROR, att_locate(frame->place, &what),
                 must ? "Frame %.*s does not fire on: %.*s"
                      : "Frame %.*s must not fire on: %.*s",
                 (int)frame->name.length, frame->name.start,
                 (int)sentence.length, sentence.start);
    }
  }
  return ATT_OK;
}

static AttStatus
frames_check(AttReader* reader) {
  size_t wrong = 0;
  TRY(att_ontology_lint(reader->ontology, &reader->sink));
  for (uint32_t i = 0; i < reader->ontology->frames.items.length; i++) {
    TRY(frame_check(reader, i, &wrong));
  }
  return wrong == 0 ? ATT_OK : ATT_ONTOLOGY;
}

AttStatus
att_check(const char* directory, const char* model, AttSink sink) {
  AttReader* reader = NULL;
  const AttSettings settings = { .ontology = directory, .model = model };
  TRY(att_reader_new(&settings, sink, &reader));
  const AttStatus status = frames_check(reader);
  if (status == ATT_LIMIT) {
    att_reader_blame(reader);
  }
  att_reader_free(reader);
  return status;
}
