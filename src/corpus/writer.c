/* Writers: graphs, one behind the other, in one file. */
/* SPDX-License-Identifier: MIT */
#include "attache_corpus.h"

#include "base/codec.h"
#include "base/output.h"
#include "base/slice.h"

#include <errno.h>
#include <stdlib.h>

struct AttWriter {
  AttSink sink;
  Output output;
  Gzip* gzip; /* NULL: as it is */
};

AttStatus
att_writer_open(const char* path, AttSink sink, AttWriter** out) {
  AttWriter* const writer = calloc(1, sizeof *writer);
  if (writer == NULL) {
    return ATT_NO_MEMORY;
  }
  writer->sink = sink;
  AttStatus status = att_output_begin(path, &writer->sink, &writer->output);
  if (status != ATT_OK) {
    free(writer);
    return status;
  }
  if (path != NULL && att_slice_ends(att_slice(path), SLICE(".gz"))) {
    status = att_gzip_new(writer->output.file, &writer->gzip);
  }
  if (status != ATT_OK) {
    return att_writer_close(writer, status);
  }
  *out = writer;
  return ATT_OK;
}

AttStatus
att_writer_put(AttWriter* writer, const char* bytes, size_t length) {
  FILE* const file = writer->output.file;
  errno = 0;
  if (writer->gzip != NULL) {
    TRY(att_gzip_put(writer->gzip, bytes, length, false));
  } else {
    (void)fwrite(bytes, 1, length, file);
    (void)fflush(file);
  }
  if (ferror(file) == 0) {
    return ATT_OK;
  }
  att_report(&writer->sink, ATT_ERROR, (Place){ .file = writer->output.name },
             "The output cannot be written: %s",
             strerror(errno == 0 ? EIO : errno));
  return ATT_IO;
}

AttStatus
att_writer_close(AttWriter* writer, AttStatus status) {
  if (writer->gzip != NULL && status == ATT_OK) {
    status = att_gzip_put(writer->gzip, "", 0, true);
  }
  att_gzip_free(writer->gzip);
  const AttStatus ended =
    att_output_end(&writer->output, status, &writer->sink);
  free(writer);
  return ended;
}
