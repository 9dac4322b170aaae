/* The journal: how far a run came, so that another goes on from there. */
/* SPDX-License-Identifier: MIT */
#include "cli/journal.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* An entry: numbers, and where the last article stands. */
#define ENTRY_SIZE 1024

struct Journal {
  const char* path;
  char* part;
  char* note;
  FILE* output;
  FILE* notes;
  uint64_t offset; /* bytes of the output */
};

static AttStatus
fail(const char* path) {
  att_message_say(path, "%s", strerror(errno == 0 ? EIO : errno));
  return ATT_IO;
}

static char*
name_make(const char* path, const char* suffix) {
  const size_t size = strlen(path) + strlen(suffix) + 1;
  char* const name = malloc(size);
  if (name != NULL) {
    (void)snprintf(name, size, "%s%s", path, suffix);
  }
  return name;
}

static void
journal_free(Journal* journal) {
  if (journal->output != NULL) {
    (void)fclose(journal->output);
  }
  if (journal->notes != NULL) {
    (void)fclose(journal->notes);
  }
  free(journal->part);
  free(journal->note);
  free(journal);
}

/* An entry that is whole, up to its line end. */
static bool
entry_parse(const char* line, uint64_t* offset, Progress* out) {
  Progress progress = { 0 };
  uint64_t at = 0;
  int end = 0;
  const int count =
    sscanf(line,
           "%" SCNu64 " %" SCNu64 " %zu %zu %zu %" SCNu64 " %" SCNu64 "%n", &at,
           &progress.taken, &progress.tally.read, &progress.tally.skipped,
           &progress.tally.failed, &progress.tally.bytes, &progress.tally.quads,
           &end);
  if (count != 7 || line[end] != ' ') {
    return false;
  }
  const char* const last = line + end + 1;
  const size_t length = strcspn(last, "\n");
  if (last[length] != '\n' || length >= sizeof progress.last) {
    return false;
  }
  memcpy(progress.last, last, length);
  *offset = at;
  *out = progress;
  return true;
}

/* The last whole entry of the notes. False if they are of another run. */
static bool
notes_read(Journal* journal, const char* order, Progress* out) {
  char line[ENTRY_SIZE];
  if (fgets(line, sizeof line, journal->notes) == NULL ||
      strcspn(line, "\n") != strlen(order) ||
      strncmp(line, order, strlen(order)) != 0) {
    att_message_say(journal->note,
                    "It is of another run; remove it to begin anew");
    return false;
  }
  while (fgets(line, sizeof line, journal->notes) != NULL) {
    if (!entry_parse(line, &journal->offset, out)) {
      break;
    }
  }
  return true;
}

/* Cuts off what no entry speaks of. */
static AttStatus
output_cut(Journal* journal) {
  if (fseeko(journal->output, 0, SEEK_END) != 0) {
    return fail(journal->part);
  }
  if ((uint64_t)ftello(journal->output) < journal->offset) {
    att_message_say(journal->part,
                    "It is shorter than %s says; remove both to begin anew",
                    journal->note);
    return ATT_INPUT;
  }
  if (ftruncate(fileno(journal->output), (off_t)journal->offset) != 0 ||
      fseeko(journal->output, (off_t)journal->offset, SEEK_SET) != 0) {
    return fail(journal->part);
  }
  return ATT_OK;
}

static AttStatus
note_put(Journal* journal, const Progress* progress) {
  const Tally* const tally = &progress->tally;
  (void)fprintf(journal->notes,
                "%" PRIu64 " %" PRIu64 " %zu %zu %zu %" PRIu64 " %" PRIu64
                " %s\n",
                journal->offset, progress->taken, tally->read, tally->skipped,
                tally->failed, tally->bytes, tally->quads, progress->last);
  errno = 0;
  return fflush(journal->notes) == 0 ? ATT_OK : fail(journal->note);
}

/* Writes the notes anew, with the one entry that counts: a torn one behind it
 * goes. */
static AttStatus
notes_begin(Journal* journal, const char* order, const Progress* progress) {
  journal->notes = fopen(journal->note, "w");
  if (journal->notes == NULL) {
    return fail(journal->note);
  }
  (void)fprintf(journal->notes, "%s\n", order);
  return note_put(journal, progress);
}

static AttStatus
journal_begin(Journal* journal, const char* order, Progress* progress) {
  journal->notes = fopen(journal->note, "r");
  if (journal->notes != NULL) {
    const bool same = notes_read(journal, order, progress);
    (void)fclose(journal->notes);
    journal->notes = NULL;
    if (!same) {
      return ATT_INPUT;
    }
  }
  journal->output = fopen(journal->part, journal->offset > 0 ? "r+b" : "w+b");
  if (journal->output == NULL) {
    return fail(journal->part);
  }
  AttStatus status = output_cut(journal);
  if (status == ATT_OK) {
    status = notes_begin(journal, order, progress);
  }
  return status;
}

AttStatus
att_journal_open(const char* path, const char* order, Journal** out,
                 Progress* out_progress) {
  Journal* const journal = calloc(1, sizeof *journal);
  if (journal == NULL) {
    return ATT_NO_MEMORY;
  }
  journal->path = path;
  journal->part = name_make(path, ".part");
  journal->note = name_make(path, ".journal");
  Progress progress = { 0 };
  const AttStatus status = journal->part == NULL || journal->note == NULL
                             ? ATT_NO_MEMORY
                             : journal_begin(journal, order, &progress);
  if (status != ATT_OK) {
    journal_free(journal);
    return status;
  }
  *out = journal;
  *out_progress = progress;
  return ATT_OK;
}

/* The output first: an entry never speaks of what is not there. */
AttStatus
att_journal_put(Journal* journal, const char* bytes, size_t length,
                const Progress* progress) {
  errno = 0;
  if (length > 0 && (fwrite(bytes, 1, length, journal->output) != length ||
                     fflush(journal->output) != 0)) {
    return fail(journal->part);
  }
  journal->offset += length;
  return note_put(journal, progress);
}

AttStatus
att_journal_close(Journal* journal, bool whole) {
  AttStatus status = ATT_OK;
  errno = 0;
  if (whole &&
      (fflush(journal->output) != 0 || fsync(fileno(journal->output)) != 0 ||
       rename(journal->part, journal->path) != 0)) {
    status = fail(journal->path);
  } else if (whole) {
    (void)remove(journal->note);
  }
  journal_free(journal);
  return status;
}
