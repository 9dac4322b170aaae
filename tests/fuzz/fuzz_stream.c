/* Any bytes are decompressed, by the line and in chunks. */
/* SPDX-License-Identifier: MIT */
#include "base/stream.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const AttSink sink = { 0 };
  for (int chunks = 0; chunks < 2; chunks++) {
    Stream* stream = NULL;
    if (att_stream_of(fuzz_slice(data, size), "fuzz", &sink, &stream) !=
        ATT_OK) {
      abort();
    }
    Slice part = { "", 0 };
    bool more = true;
    size_t total = 0;
    AttStatus status = ATT_OK;
    while (more && total < FUZZ_CEILING / 64 &&
           (status == ATT_OK || status == ATT_LIMIT)) {
      status = chunks ? att_stream_chunk(stream, &part)
                      : att_stream_line(stream, 100, &part, &more);
      more = more && (!chunks || part.length > 0);
      total += part.length + 1;
    }
    att_stream_close(stream);
  }
  return 0;
}
