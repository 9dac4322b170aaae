/* Gzip: the door to zlib. */
/* SPDX-License-Identifier: MIT */
#include "base/codec.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

/* zlib's way to ask for a gzip header around the largest window. */
#define GZIP_WINDOW (MAX_WBITS + 16)

#define BUFFER_SIZE ((size_t)64 * 1024)

static uInt
portion(size_t length) {
  return length > UINT_MAX / 2 ? UINT_MAX / 2 : (uInt)length;
}

/* A file may be several compressed files, one behind the other. */
static AttStatus
gunzip_step(void* state, Flow* flow) {
  z_stream* const stream = state;
  const uInt given = portion(flow->in_length);
  const uInt room = portion(flow->out_room);
  /* zlib only reads what it is given here. */
  stream->next_in = (z_const Bytef*)flow->in;
  stream->avail_in = given;
  stream->next_out = flow->out;
  stream->avail_out = room;
  const int result = inflate(stream, Z_NO_FLUSH);
  const uInt taken = given - stream->avail_in;
  flow->in += taken;
  flow->in_length -= taken;
  flow->out += room - stream->avail_out;
  flow->out_room -= room - stream->avail_out;
  if (result == Z_STREAM_END) {
    flow->done = flow->in_length == 0 && flow->last;
    return inflateReset(stream) == Z_OK ? ATT_OK : ATT_INPUT;
  }
  if (result == Z_MEM_ERROR) {
    return ATT_NO_MEMORY;
  }
  if (result == Z_BUF_ERROR) {
    /* The end where there is none, or only the end of the last one. */
    flow->done = flow->last && flow->in_length == 0;
    return flow->done && stream->total_in > 0 ? ATT_INPUT : ATT_OK;
  }
  return result == Z_OK ? ATT_OK : ATT_INPUT;
}

static void
gunzip_end(void* state) {
  z_stream* const stream = state;
  (void)inflateEnd(stream);
  free(stream);
}

AttStatus
att_gzip_codec(const unsigned char* magic, size_t length, Codec* out) {
  *out = (Codec){ 0 };
  if (length < 2 || magic[0] != 0x1F || magic[1] != 0x8B) {
    return ATT_OK;
  }
  z_stream* const stream = calloc(1, sizeof *stream);
  if (stream == NULL || inflateInit2(stream, GZIP_WINDOW) != Z_OK) {
    free(stream);
    return ATT_NO_MEMORY;
  }
  *out = (Codec){ stream, gunzip_step, gunzip_end };
  return ATT_OK;
}

struct Gzip {
  z_stream stream;
  FILE* file;
  unsigned char buffer[BUFFER_SIZE];
};

AttStatus
att_gzip_new(FILE* file, Gzip** out) {
  Gzip* const gzip = calloc(1, sizeof *gzip);
  if (gzip == NULL ||
      deflateInit2(&gzip->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
                   GZIP_WINDOW, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) {
    free(gzip);
    return ATT_NO_MEMORY;
  }
  gzip->file = file;
  *out = gzip;
  return ATT_OK;
}

AttStatus
att_gzip_put(Gzip* gzip, const char* bytes, size_t length, bool last) {
  z_stream* const stream = &gzip->stream;
  size_t at = 0;
  int result = Z_OK;
  do {
    const uInt given = portion(length - at);
    stream->next_in = (z_const Bytef*)(bytes + at);
    stream->avail_in = given;
    at += given;
    const bool end = last && at == length;
    do {
      stream->next_out = gzip->buffer;
      stream->avail_out = BUFFER_SIZE;
      result = deflate(stream, end ? Z_FINISH : Z_NO_FLUSH);
      (void)fwrite(gzip->buffer, 1, BUFFER_SIZE - stream->avail_out,
                   gzip->file);
    } while (stream->avail_out == 0);
  } while (at < length);
  return result == Z_STREAM_ERROR ? ATT_INPUT : ATT_OK;
}

void
att_gzip_free(Gzip* gzip) {
  if (gzip != NULL) {
    (void)deflateEnd(&gzip->stream);
    free(gzip);
  }
}
