/* Output: a file that ends up complete or absent. */
/* SPDX-License-Identifier: MIT */
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names tried for the temporary file; only leftovers of killed runs with the
 * same process id are in the way. */
#define NAME_TRIES 100

/* Room behind the target's name for a process id and a number. */
#define SUFFIX_SIZE 48

static AttStatus
fail(const Output* output, int reason, const AttSink* sink) {
  att_report(sink, ATT_ERROR, (Place){ .file = output->name },
             "The output cannot be written: %s", strerror(reason));
  return ATT_IO;
}

static void
forget(Output* output) {
  free(output->target);
  free(output->temporary);
  *output = (Output){ 0 };
}

/* A new file beside the target, with the rights of the one it replaces. */
static AttStatus
temporary_open(Output* output, mode_t mode, const AttSink* sink) {
  const size_t size = strlen(output->target) + SUFFIX_SIZE;
  output->temporary = malloc(size);
  if (output->temporary == NULL) {
    return ATT_NO_MEMORY;
  }
  int descriptor = -1;
  for (int i = 0; i < NAME_TRIES && descriptor < 0; i++) {
    (void)snprintf(output->temporary, size, "%s.%ld-%d.tmp", output->target,
                   (long)getpid(), i);
    descriptor =
      open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0 && errno != EEXIST) {
      break;
    }
  }
  if (descriptor < 0) {
    return fail(output, errno, sink);
  }
  output->file = fdopen(descriptor, "wb");
  if (output->file == NULL) {
    const int reason = errno;
    close(descriptor);
    unlink(output->temporary);
    return fail(output, reason, sink);
  }
  return ATT_OK;
}

static char*
copy_of(const char* text) {
  const size_t size = strlen(text) + 1;
  char* const copy = malloc(size);
  return copy == NULL ? NULL : memcpy(copy, text, size);
}

static AttStatus
path_open(Output* output, const AttSink* sink) {
  struct stat there;
  const bool exists = lstat(output->name, &there) == 0;
  if (exists && !S_ISREG(there.st_mode)) {
    output->file = fopen(output->name, "wb");
    return output->file == NULL ? fail(output, errno, sink) : ATT_OK;
  }
  output->target = copy_of(output->name);
  if (output->target == NULL) {
    return ATT_NO_MEMORY;
  }
  const mode_t all = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
  return temporary_open(output, exists ? there.st_mode & all : all, sink);
}

AttStatus
att_output_begin(const char* path, const AttSink* sink, Output* out) {
  Output output = { .name = path };
  if (path == NULL) {
    output.file = stdout;
    *out = output;
    return ATT_OK;
  }
  const AttStatus status = path_open(&output, sink);
  if (status != ATT_OK) {
    forget(&output);
    return status;
  }
  *out = output;
  return ATT_OK;
}

/* Why something earlier could not be written: where nothing is kept, one byte
 * more can tell. */
static int
reason_ask(const Output* output) {
  errno = 0;
  if (output->temporary != NULL && fputc('\n', output->file) != EOF) {
    (void)fflush(output->file);
  }
  return errno == 0 ? EIO : errno;
}

/* Writes out what is buffered; 0 or the reason why not. */
static int
settle(const Output* output) {
  errno = 0;
  if (fflush(output->file) != 0 || ferror(output->file) != 0) {
    return errno == 0 ? reason_ask(output) : errno;
  }
  if (output->temporary != NULL && fsync(fileno(output->file)) != 0) {
    return errno;
  }
  return 0;
}

AttStatus
att_output_end(Output* output, AttStatus status, const AttSink* sink) {
  int reason = settle(output);
  if (output->name != NULL && fclose(output->file) != 0 && reason == 0) {
    reason = errno;
  }
  if (output->temporary != NULL) {
    if (status == ATT_OK && reason == 0 &&
        rename(output->temporary, output->target) != 0) {
      reason = errno;
    }
    if (status != ATT_OK || reason != 0) {
      unlink(output->temporary);
    }
  }
  if (status == ATT_OK && reason != 0) {
    status = fail(output, reason, sink);
  }
  forget(output);
  return status;
}
