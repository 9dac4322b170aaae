/* Streams: a file's plain bytes, by the line or to the end. */
/* SPDX-License-Identifier: MIT */
#include "base/stream.h"

#include "base/codec.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define BUFFER_SIZE ((size_t)64 * 1024)

/* Bytes that tell what a file is written in. */
#define PEEK_SIZE 512

#define NO_FILE (-1)

struct Stream {
  const char* path; /* NULL: standard input */
  const AttSink* sink;
  int file;     /* NO_FILE: the bytes are in memory */
  Slice memory; /* what of them is to come */
  uint64_t offset;
  Codec codec;
  Flow flow; /* its `in` is what of `raw` is not decoded yet */
  bool begun;
  bool done;
  char* bytes; /* decoded, of which [from, to) are not given yet */
  size_t room;
  size_t from;
  size_t to;
  unsigned char raw[BUFFER_SIZE];
};

static AttStatus
fail(const Stream* stream, const char* reason) {
  att_report(stream->sink, ATT_ERROR, (Place){ .file = stream->path }, "%s",
             reason);
  return ATT_IO;
}

AttStatus
att_stream_open(const char* path, const AttSink* sink, Stream** out) {
  const bool standard = strcmp(path, "-") == 0;
  Stream* const stream = calloc(1, sizeof *stream);
  if (stream == NULL) {
    return ATT_NO_MEMORY;
  }
  stream->path = standard ? NULL : path;
  stream->sink = sink;
  stream->file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (stream->file < 0) {
    const AttStatus status = fail(stream, strerror(errno));
    free(stream);
    return status;
  }
  *out = stream;
  return ATT_OK;
}

AttStatus
att_stream_of(Slice bytes, const char* name, const AttSink* sink,
              Stream** out) {
  Stream* const stream = calloc(1, sizeof *stream);
  if (stream == NULL) {
    return ATT_NO_MEMORY;
  }
  stream->path = name;
  stream->sink = sink;
  stream->file = NO_FILE;
  stream->memory = bytes;
  *out = stream;
  return ATT_OK;
}

void
att_stream_close(Stream* stream) {
  if (stream == NULL) {
    return;
  }
  if (stream->codec.end != NULL) {
    stream->codec.end(stream->codec.state);
  }
  if (stream->path != NULL && stream->file != NO_FILE) {
    (void)close(stream->file);
  }
  free(stream->bytes);
  free(stream);
}

Slice
att_stream_plain_name(Slice name) {
  static const Slice extensions[] = { { ".gz", 3 },
                                      { ".xz", 3 },
                                      { ".zst", 4 } };
  for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
    if (name.length > extensions[i].length &&
        att_slice_ends(name, extensions[i])) {
      return att_slice_part(name, 0, name.length - extensions[i].length);
    }
  }
  return name;
}

uint64_t
att_stream_offset(const Stream* stream) {
  return stream->offset;
}

/* At most `room` bytes; fewer than none if they cannot be read. */
static ssize_t
bytes_read(Stream* stream, unsigned char* into, size_t room) {
  if (stream->file != NO_FILE) {
    return read(stream->file, into, room);
  }
  const size_t left = stream->memory.length;
  const size_t count = left < room ? left : room;
  if (count > 0) {
    memcpy(into, stream->memory.start, count);
    stream->memory = att_slice_part(stream->memory, count, left);
  }
  return (ssize_t)count;
}

/* The next bytes of the file, behind what is not decoded yet: those that are
 * there, as more may take long to come. A signal may break it off. */
static AttStatus
raw_fill(Stream* stream) {
  Flow* const flow = &stream->flow;
  if (flow->in_length > 0) {
    memmove(stream->raw, flow->in, flow->in_length);
  }
  flow->in = stream->raw;
  const ssize_t got = bytes_read(stream, stream->raw + flow->in_length,
                                 BUFFER_SIZE - flow->in_length);
  if (got < 0) {
    return fail(stream, strerror(errno));
  }
  flow->in_length += (size_t)got;
  flow->last = got == 0;
  stream->offset += (uint64_t)got;
  return ATT_OK;
}

static AttStatus
codec_choose(Stream* stream) {
  static AttStatus (*const codecs[])(const unsigned char*, size_t,
                                     Codec*) = { att_gzip_codec, att_xz_codec,
                                                 att_zstd_codec };
  stream->begun = true;
  const Flow* const flow = &stream->flow;
  do {
    TRY(raw_fill(stream));
  } while (flow->in_length < CODEC_MAGIC && !flow->last);
  for (size_t i = 0;
       i < sizeof codecs / sizeof *codecs && stream->codec.step == NULL; i++) {
    TRY(codecs[i](flow->in, flow->in_length, &stream->codec));
  }
  return ATT_OK;
}

static void
plain_step(Flow* flow) {
  const size_t count =
    flow->in_length < flow->out_room ? flow->in_length : flow->out_room;
  if (count > 0) {
    memcpy(flow->out, flow->in, count);
  }
  flow->in += count;
  flow->in_length -= count;
  flow->out += count;
  flow->out_room -= count;
  flow->done = flow->last && flow->in_length == 0;
}

/* Makes room for a buffer more, and the NUL. What is given already goes. */
static AttStatus
room_make(Stream* stream) {
  if (stream->from > 0) {
    memmove(stream->bytes, stream->bytes + stream->from,
            stream->to - stream->from);
    stream->to -= stream->from;
    stream->from = 0;
  }
  if (stream->room - stream->to > BUFFER_SIZE) {
    return ATT_OK;
  }
  const size_t room = stream->room * 2 + 2 * BUFFER_SIZE;
  char* const bytes = realloc(stream->bytes, room);
  if (bytes == NULL) {
    return ATT_NO_MEMORY;
  }
  stream->bytes = bytes;
  stream->room = room;
  return ATT_OK;
}

/* Decodes some bytes more. */
static AttStatus
bytes_fill(Stream* stream) {
  Flow* const flow = &stream->flow;
  if (!stream->begun) {
    TRY(codec_choose(stream));
  } else if (flow->in_length == 0 && !flow->last) {
    TRY(raw_fill(stream));
  }
  TRY(room_make(stream));
  flow->out = (unsigned char*)stream->bytes + stream->to;
  flow->out_room = BUFFER_SIZE;
  AttStatus status = ATT_OK;
  if (stream->codec.step == NULL) {
    plain_step(flow);
  } else {
    status = stream->codec.step(stream->codec.state, flow);
  }
  stream->to += BUFFER_SIZE - flow->out_room;
  stream->done = flow->done;
  if (status == ATT_INPUT) {
    return fail(stream, "The compressed data is damaged or cut off");
  }
  return status;
}

AttStatus
att_stream_peek(Stream* stream, Slice* out) {
  while (!stream->done && stream->to - stream->from < PEEK_SIZE) {
    TRY(bytes_fill(stream));
  }
  *out = (Slice){ stream->bytes + stream->from, stream->to - stream->from };
  return ATT_OK;
}

AttStatus
att_stream_chunk(Stream* stream, Slice* out) {
  while (!stream->done && stream->to == stream->from) {
    TRY(bytes_fill(stream));
  }
  *out = (Slice){ stream->bytes + stream->from, stream->to - stream->from };
  stream->from = stream->to;
  return ATT_OK;
}

/* Where the line end is, at or behind `from`; the end of the bytes if there is
 * none. */
static size_t
line_end(const Stream* stream, size_t from) {
  const char* const end =
    stream->to == from ? NULL
                       : memchr(stream->bytes + from, '\n', stream->to - from);
  return end == NULL ? stream->to : (size_t)(end - stream->bytes);
}

/* Gives the bytes up to `end`, and goes on behind the line end there. */
static void
bytes_give(Stream* stream, size_t end, Slice* out) {
  *out = (Slice){ stream->bytes + stream->from, end - stream->from };
  stream->from = end < stream->to ? end + 1 : end;
  stream->bytes[end] = '\0';
}

AttStatus
att_stream_line(Stream* stream, size_t limit, Slice* out, bool* more) {
  bool over = false;
  size_t looked = 0; /* bytes behind `from` without a line end */
  *more = false;
  for (;;) {
    const size_t end = line_end(stream, stream->from + looked);
    over = over || end - stream->from > limit;
    if (end < stream->to || stream->done) {
      *more = end < stream->to || end > stream->from || over;
      if (*more) {
        bytes_give(stream, end, out);
      }
      return over ? ATT_LIMIT : ATT_OK;
    }
    if (over) {
      stream->from = end;
    }
    looked = end - stream->from;
    TRY(bytes_fill(stream));
  }
}

AttStatus
att_stream_rest(Stream* stream, size_t limit, Slice* out, bool* more) {
  *more = false;
  while (!stream->done && stream->to - stream->from <= limit) {
    TRY(bytes_fill(stream));
  }
  *more = true;
  const bool over = stream->to - stream->from > limit;
  bytes_give(stream, stream->to, out);
  return over ? ATT_LIMIT : ATT_OK;
}
