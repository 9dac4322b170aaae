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

/* Opens the next file; a copy of its path, as the paths keep only the last. */
static Taken
source_open(Intake* intake) {
  const char* const path = att_paths_next(intake->paths, &intake->messages);
  if (path == NULL) {
    return intake->messages.errors > 0 ? TAKEN_FAILURE : TAKEN_END;
  }
  const size_t size = strlen(path) + 1;
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
  att_messages_conclude(&intake->messages, status, intake->path);
  source_close(intake);
  return TAKEN_FAILURE;
}

static Taken
article_next(Intake* intake, AttArticle* out) {
  for (;;) {
    if (intake->source == NULL) {
      const Taken taken = source_open(intake);
      if (taken != TAKEN_ARTICLE) {
        return taken;
      }
    }
    bool more = false;
    const AttStatus status = att_source_next(intake->source, out, &more);
    if (status != ATT_OK) {
      att_messages_conclude(&intake->messages, status, att_intake_path(intake));
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

/* What is said is kept, so that it comes in its turn however many read. */
Taken
att_intake_next(Intake* intake, AttArticle* out) {
  free(intake->said);
  intake->said = NULL;
  FILE* const said = open_memstream(&intake->said, &intake->said_length);
  intake->messages = (Messages){ .out = said };
  const Taken taken = article_next(intake, out);
  if (said != NULL) {
    (void)fclose(said);
  }
  return taken;
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
  free(intake->said);
  att_paths_free(intake->paths);
  intake->paths = NULL;
}
