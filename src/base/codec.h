/* Codecs: compressed bytes in, plain bytes out, a buffer at a time. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_CODEC_H
#define ATTACHE_BASE_CODEC_H

#include "base/status.h"

/** Bytes on their way through a codec: both pairs move as bytes are taken and
 * given. */
typedef struct Flow {
  const unsigned char* in;
  size_t in_length;
  bool last; /**< Nothing comes after `in`. */
  unsigned char* out;
  size_t out_room;
  bool done; /**< The end is reached; nothing more comes out. */
} Flow;

/** Decompresses one format; all zeros is none. */
typedef struct Codec {
  void* state;
  AttStatus (*step)(void* state, Flow* flow); /**< ATT_INPUT: damaged. */
  void (*end)(void* state);
} Codec;

/** Bytes that tell one format from another. */
#define CODEC_MAGIC 6

/** A codec for what begins with the `length` (at most CODEC_MAGIC) bytes
 * `magic`, if it is in the format of that name; else `*out` is all zeros. */
AttStatus
att_gzip_codec(const unsigned char* magic, size_t length, Codec* out);
AttStatus
att_xz_codec(const unsigned char* magic, size_t length, Codec* out);
AttStatus
att_zstd_codec(const unsigned char* magic, size_t length, Codec* out);

/** Compresses with gzip; without a name or a time, so that the same bytes give
 * the same bytes. */
typedef struct Gzip Gzip;

AttStatus
att_gzip_new(FILE* file, Gzip** out);

/** Compresses `length` bytes to the file; with `last` the end as well. Whether
 * the file took them is for the caller to ask. */
AttStatus
att_gzip_put(Gzip* gzip, const char* bytes, size_t length, bool last);

void
att_gzip_free(Gzip* gzip);

#endif
