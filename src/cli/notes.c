/* Notes: a file that tells how far a run came, one line for each step. */
/* SPDX-License-Identifier: MIT */
#include "cli/notes.h"

#include "cli/message.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct Notes {
  const char* path;
  FILE* file;
};

static AttStatus
fail(const char* path) {
  att_message_say(path, "%s", strerror(errno == 0 ? EIO : errno));
  return ATT_IO;
}

/* The next line that is whole, without its end. */
static bool
line_read(FILE* file, char line[NOTE_SIZE]) {
  if (fgets(line, NOTE_SIZE, file) == NULL) {
    return false;
  }
  const size_t length = strcspn(line, "\n");
  const bool whole = line[length] == '\n';
  line[length] = '\0';
  return whole;
}

/* Reads what is there, and cuts off a line that a killed run left torn. */
static AttStatus
lines_read(Notes* notes, const char* order, char last[NOTE_SIZE]) {
  char line[NOTE_SIZE];
  off_t whole = 0;
  bool first = true;
  while (line_read(notes->file, line)) {
    if (first && strcmp(line, order) != 0) {
      att_message_say(notes->path,
                      "It is of another run; remove it to begin anew");
      return ATT_INPUT;
    }
    if (!first) {
      memcpy(last, line, sizeof line);
    }
    first = false;
    whole = ftello(notes->file);
  }
  if (ferror(notes->file) != 0 || ftruncate(fileno(notes->file), whole) != 0 ||
      fseeko(notes->file, whole, SEEK_SET) != 0) {
    return fail(notes->path);
  }
  return first ? att_notes_put(notes, order) : ATT_OK;
}

AttStatus
att_notes_open(const char* path, const char* order, char last[NOTE_SIZE],
               Notes** out) {
  Notes* const notes = calloc(1, sizeof *notes);
  if (notes == NULL) {
    return ATT_NO_MEMORY;
  }
  last[0] = '\0';
  notes->path = path;
  errno = 0;
  notes->file = fopen(path, "r+");
  if (notes->file == NULL && errno == ENOENT) {
    notes->file = fopen(path, "w+");
  }
  const AttStatus status =
    notes->file == NULL ? fail(path) : lines_read(notes, order, last);
  if (status != ATT_OK) {
    att_notes_close(notes, false);
    return status;
  }
  *out = notes;
  return ATT_OK;
}

AttStatus
att_notes_put(Notes* notes, const char* line) {
  errno = 0;
  return fprintf(notes->file, "%s\n", line) > 0 && fflush(notes->file) == 0
           ? ATT_OK
           : fail(notes->path);
}

void
att_notes_close(Notes* notes, bool done) {
  if (notes == NULL) {
    return;
  }
  if (notes->file != NULL) {
    (void)fclose(notes->file);
  }
  if (done) {
    (void)remove(notes->path);
  }
  free(notes);
}
