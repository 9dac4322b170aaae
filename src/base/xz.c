/* Xz: the door to liblzma. */
/* SPDX-License-Identifier: MIT */
#include "base/codec.h"

#include <lzma.h>
#include <stdlib.h>
#include <string.h>

/* What the largest preset of xz needs to decompress is 65 MiB; a file that asks
 * for more than this asks for no good. */
#define MEMORY_LIMIT ((uint64_t)256 * 1024 * 1024)

static AttStatus
unxz_step(void* state, Flow* flow) {
  lzma_stream* const stream = state;
  stream->next_in = flow->in;
  stream->avail_in = flow->in_length;
  stream->next_out = flow->out;
  stream->avail_out = flow->out_room;
  const lzma_ret result =
    lzma_code(stream, flow->last ? LZMA_FINISH : LZMA_RUN);
  flow->in = stream->next_in;
  flow->in_length = stream->avail_in;
  flow->out = stream->next_out;
  flow->out_room = stream->avail_out;
  switch (result) {
  case LZMA_OK:
    return ATT_OK;
  case LZMA_STREAM_END:
    flow->done = true;
    return ATT_OK;
  case LZMA_MEM_ERROR:
  case LZMA_MEMLIMIT_ERROR:
    return ATT_NO_MEMORY;
  default:
    return ATT_INPUT;
  }
}

static void
unxz_end(void* state) {
  lzma_stream* const stream = state;
  lzma_end(stream);
  free(stream);
}

AttStatus
att_xz_codec(const unsigned char* magic, size_t length, Codec* out) {
  static const unsigned char mark[] = { 0xFD, '7', 'z', 'X', 'Z', 0 };
  *out = (Codec){ 0 };
  if (length < sizeof mark || memcmp(magic, mark, sizeof mark) != 0) {
    return ATT_OK;
  }
  static const lzma_stream empty = LZMA_STREAM_INIT;
  lzma_stream* const stream = malloc(sizeof *stream);
  if (stream == NULL) {
    return ATT_NO_MEMORY;
  }
  *stream = empty;
  if (lzma_stream_decoder(stream, MEMORY_LIMIT, LZMA_CONCATENATED) != LZMA_OK) {
    unxz_end(stream);
    return ATT_NO_MEMORY;
  }
  *out = (Codec){ stream, unxz_step, unxz_end };
  return ATT_OK;
}
