/* Inputs: whole files read into memory, with a limit. */
/* SPDX-License-Identifier: MIT */
#include "cli/input.h"

#include "cli/message.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Most articles fit; larger files double it. */
#define FIRST_ROOM ((size_t)64 * 1024)

/* Makes room for one more byte than is read, so that the NUL has a place. */
static bool
room_make(Input* input, size_t* room) {
  if (input->length + 1 < *room) {
    return true;
  }
  const size_t wanted = *room == 0 ? FIRST_ROOM : *room * 2;
  char* const bytes = realloc(input->bytes, wanted);
  if (bytes == NULL) {
    return false;
  }
  input->bytes = bytes;
  *room = wanted;
  return true;
}

/* An AttStatus; ATT_IO leaves errno. One byte above the limit is enough to know
 * that there is too much. */
static AttStatus
stream_read(FILE* file, size_t limit, Input* input) {
  size_t room = 0;
  do {
    if (!room_make(input, &room)) {
      return ATT_NO_MEMORY;
    }
    const size_t got =
      fread(input->bytes + input->length, 1, room - 1 - input->length, file);
    input->length += got;
  } while (input->length <= limit && feof(file) == 0 && ferror(file) == 0);
  if (ferror(file) != 0) {
    return ATT_IO;
  }
  input->bytes[input->length] = '\0';
  return input->length > limit ? ATT_LIMIT : ATT_OK;
}

static void
failure_say(const char* path, AttStatus status, int error, size_t limit) {
  if (status == ATT_LIMIT) {
    att_message_say(path, "Larger than the limit of %zu MiB",
                    limit / 1024 / 1024);
  } else if (status == ATT_IO && error == EISDIR) {
    att_message_say(path, "Is a directory; name the files in it");
  } else if (status == ATT_IO) {
    att_message_say(path, "%s", strerror(error));
  } else {
    att_message_say(path, "%s", att_status_text(status));
  }
}

bool
att_input_read(const char* path, size_t limit, Input* out) {
  const bool standard = strcmp(path, "-") == 0;
  Input input = { 0 };
  AttStatus status = ATT_IO;
  errno = 0;
  FILE* const file = standard ? stdin : fopen(path, "rb");
  if (file != NULL) {
    status = stream_read(file, limit, &input);
  }
  const int error = errno;
  if (file != NULL && !standard) {
    (void)fclose(file);
  }
  if (status != ATT_OK) {
    failure_say(standard ? "standard input" : path, status, error, limit);
    att_input_free(&input);
    return false;
  }
  *out = input;
  return true;
}

void
att_input_free(Input* input) {
  free(input->bytes);
  *input = (Input){ 0 };
}
