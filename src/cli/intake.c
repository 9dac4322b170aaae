/* The intake: one article after the other, out of many files. */
/* SPDX-License-Identifier: MIT */
#include "cli/intake.h"

#include <stdlib.h>
#include <string.h>

static void
source_close(Intake* intake) {
  if (intake->source != NULL) {
    intake->bytes += att_source_offset(intake->source);
  }
  att_source_close(intake->source);
  free(intake->path);
  intake->source = NULL;
  intake->path = NULL;
}

static void
failure_say(Intake* intake, AttStatus status) {
  intake->failed++;
  att_messages_conclude(&intake->messages, status, att_intake_path(intake));
}

/* Opens the next file; a copy of its path, as the paths keep only the last. */
static Taken
source_open(Intake* intake) {
  const size_t failed = intake->failed;
  const char* const path = att_paths_next(intake->paths, &intake->failed);
  if (path == NULL) {
    return intake->failed > failed ? TAKEN_FAILURE : TAKEN_END;
  }
  const size_t size = strlen(path) + 1;
  intake->messages = (Messages){ 0 };
  intake->path = malloc(size);
  AttStatus status = ATT_NO_MEMORY;
  if (intake->path != NULL) {
    memcpy(intake->path, path, size);
    status =
      att_source_open(intake->path, intake->input,
                      att_messages_sink(&intake->messages), &intake->source);
  }
  if (status == ATT_OK) {
    return TAKEN_ARTICLE;
  }
  failure_say(intake, status);
  source_close(intake);
  return TAKEN_FAILURE;
}

Taken
att_intake_next(Intake* intake, AttArticle* out) {
  for (;;) {
    if (intake->source == NULL) {
      const Taken taken = source_open(intake);
      if (taken != TAKEN_ARTICLE) {
        return taken;
      }
    }
    bool more = false;
    intake->messages.errors = 0;
    const AttStatus status = att_source_next(intake->source, out, &more);
    if (status != ATT_OK) {
      failure_say(intake, status);
      if (status != ATT_INPUT && status != ATT_LIMIT) {
        source_close(intake);
      }
      return TAKEN_FAILURE;
    }
    if (more) {
      return TAKEN_ARTICLE;
    }
    source_close(intake);
  }
}

const char*
att_intake_path(const Intake* intake) {
  return intake->path == NULL || strcmp(intake->path, "-") == 0 ? NULL
                                                                : intake->path;
}

unsigned
att_intake_line(const Intake* intake) {
  return intake->source == NULL ? 0 : att_source_line(intake->source);
}

uint64_t
att_intake_bytes(const Intake* intake) {
  return intake->bytes +
         (intake->source == NULL ? 0 : att_source_offset(intake->source));
}

void
att_intake_end(Intake* intake) {
  source_close(intake);
  att_paths_free(intake->paths);
  intake->paths = NULL;
}
