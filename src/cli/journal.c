/* The journal: how far a run came, so that another goes on from there. */
/* SPDX-License-Identifier: MIT */
#include "cli/journal.h"

#include "cli/notes.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct Journal {
  const char* path;
  char* part;
  char* note;
  FILE* output;
  Notes* notes;
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
  free(journal->part);
  free(journal->note);
  free(journal);
}

/* False if it is none of ours. */
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
  if (count != 7 || line[end] != ' ' ||
      strlen(line + end + 1) >= sizeof progress.last) {
    return false;
  }
  memcpy(progress.last, line + end + 1, strlen(line + end + 1));
  *offset = at;
  *out = progress;
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
  char line[NOTE_SIZE];
  (void)snprintf(line, sizeof line,
                 "%" PRIu64 " %" PRIu64 " %zu %zu %zu %" PRIu64 " %" PRIu64
                 " %s",
                 journal->offset, progress->taken, tally->read, tally->skipped,
                 tally->failed, tally->bytes, tally->quads, progress->last);
  return att_notes_put(journal->notes, line);
}

/* A run may have been killed between giving the output its name and removing
 * the notes: the output is taken back, to be found whole. */
static void
output_take_back(const Journal* journal) {
  struct stat there;
  if (stat(journal->part, &there) != 0 && stat(journal->path, &there) == 0 &&
      (uint64_t)there.st_size == journal->offset) {
    (void)rename(journal->path, journal->part);
  }
}

static AttStatus
journal_begin(Journal* journal, const char* order, Progress* progress) {
  char last[NOTE_SIZE];
  const AttStatus status =
    att_notes_open(journal->note, order, last, &journal->notes);
  if (status != ATT_OK) {
    return status;
  }
  if (last[0] != '\0' && !entry_parse(last, &journal->offset, progress)) {
    att_message_say(journal->note, "It is no journal; remove it to begin anew");
    return ATT_INPUT;
  }
  if (journal->offset > 0) {
    output_take_back(journal);
  }
  journal->output = fopen(journal->part, journal->offset > 0 ? "r+b" : "w+b");
  return journal->output == NULL ? fail(journal->part) : output_cut(journal);
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
    att_notes_close(journal->notes, false);
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
  }
  att_notes_close(journal->notes, whole && status == ATT_OK);
  journal_free(journal);
  return status;
}
