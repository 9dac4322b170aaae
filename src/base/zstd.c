/* Zstandard: the door to libzstd. */
/* SPDX-License-Identifier: MIT */
#include "base/codec.h"

#include <stdlib.h>
#include <string.h>
#include <zstd.h>

typedef struct Unzstd {
  ZSTD_DStream* stream;
  bool inside; /* a frame is begun and not done */
} Unzstd;

static AttStatus
unzstd_step(void* state, Flow* flow) {
  Unzstd* const unzstd = state;
  ZSTD_inBuffer in = { flow->in, flow->in_length, 0 };
  ZSTD_outBuffer out = { flow->out, flow->out_room, 0 };
  const size_t wanted = ZSTD_decompressStream(unzstd->stream, &out, &in);
  if (ZSTD_isError(wanted)) {
    return ATT_INPUT;
  }
  flow->in += in.pos;
  flow->in_length -= in.pos;
  flow->out += out.pos;
  flow->out_room -= out.pos;
  if (in.pos > 0) {
    unzstd->inside = wanted != 0;
  }
  if (flow->last && in.pos == in.size && out.pos < out.size) {
    flow->done = true;
    return unzstd->inside ? ATT_INPUT : ATT_OK;
  }
  return ATT_OK;
}

static void
unzstd_end(void* state) {
  Unzstd* const unzstd = state;
  (void)ZSTD_freeDStream(unzstd->stream);
  free(unzstd);
}

AttStatus
att_zstd_codec(const unsigned char* magic, size_t length, Codec* out) {
  static const unsigned char mark[] = { 0x28, 0xB5, 0x2F, 0xFD };
  *out = (Codec){ 0 };
  if (length < sizeof mark || memcmp(magic, mark, sizeof mark) != 0) {
    return ATT_OK;
  }
  Unzstd* const unzstd = calloc(1, sizeof *unzstd);
  if (unzstd == NULL) {
    return ATT_NO_MEMORY;
  }
  unzstd->stream = ZSTD_createDStream();
  if (unzstd->stream == NULL) {
    unzstd_end(unzstd);
    return ATT_NO_MEMORY;
  }
  *out = (Codec){ unzstd, unzstd_step, unzstd_end };
  return ATT_OK;
}
