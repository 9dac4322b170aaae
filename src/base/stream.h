/* Streams: a file's plain bytes, by the line or to the end. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_STREAM_H
#define ATTACHE_BASE_STREAM_H

#include "base/slice.h"

/** A file being read; what is compressed comes out plain. */
typedef struct Stream Stream;

/** Opens `path` ("-" is standard input; it and `sink` must outlive the stream).
 * ATT_IO, after a report; ATT_NO_MEMORY. */
AttStatus
att_stream_open(const char* path, const AttSink* sink, Stream** out);

/** A stream of bytes that are there already; they, `sink` and `name`, which
 * diagnostics call it, must outlive it. */
AttStatus
att_stream_of(Slice bytes, const char* name, const AttSink* sink, Stream** out);

void
att_stream_close(Stream* stream);

/** The name of a file without the extension that tells of compression. */
Slice
att_stream_plain_name(Slice name);

/** The bytes of the file read so far, compressed as they are. */
uint64_t
att_stream_offset(const Stream* stream);

/** The first bytes, at least 512 of them if there are as many; they are read
 * all the same. */
AttStatus
att_stream_peek(Stream* stream, Slice* out);

/** The next bytes, as many as come at once, valid until the next call; none at
 * the end. ATT_IO after a report. */
AttStatus
att_stream_chunk(Stream* stream, Slice* out);

/** The next line without its end, valid until the next call, with a NUL behind;
 * `*more` is false at the end of the file. ATT_LIMIT: it has more than `limit`
 * bytes, and is passed over; ATT_IO after a report. */
AttStatus
att_stream_line(Stream* stream, size_t limit, Slice* out, bool* more);

/** All that is left, the same way. */
AttStatus
att_stream_rest(Stream* stream, size_t limit, Slice* out, bool* more);

#endif
