/* Sources: a file of articles, whatever it is written in. */
/* SPDX-License-Identifier: MIT */
#include "corpus/markup.h"
#include "base/stream.h"

#include <stdlib.h>

/* JSON may write each byte of an article with six, and has more to say. */
#define LINE_LIMIT (ARTICLE_LIMIT * 6)

/* What one article's title, text and the like take. */
#define SOURCE_CEILING (ARTICLE_LIMIT * 8)

struct AttSource {
  AttSink sink;
  Stream* stream;
  AttInput input;
  Origin origin;
  bool given; /* the file is taken apart */
  Articles entries;
  size_t entry; /* the next of them */
  unsigned line;
  Arena arena; /* lives as long as the source */
  Arena article;
};

AttInput
att_input_named(const char* name) {
  static const char* const names[ATT_INPUT_COUNT] = {
    [ATT_INPUT_AUTO] = "auto", [ATT_INPUT_TEXT] = "text",
    [ATT_INPUT_HTML] = "html", [ATT_INPUT_JSONL] = "jsonl",
    [ATT_INPUT_FEED] = "feed",
  };
  for (int i = 0; i < ATT_INPUT_COUNT; i++) {
    if (strcmp(name, names[i]) == 0) {
      return (AttInput)i;
    }
  }
  return ATT_INPUT_COUNT;
}

/* The file's name without its folder and what tells of compression. */
static Slice
name_of(const char* path) {
  const char* const slash = strrchr(path, '/');
  const Slice name = att_slice(slash == NULL ? path : slash + 1);
  return att_stream_plain_name(name);
}

static size_t
dot_of(Slice name) {
  size_t at = name.length;
  while (at > 1) {
    at--;
    if (name.start[at] == '.') {
      return at;
    }
  }
  return name.length;
}

AttInput
att_input_of_path(const char* path) {
  const Slice name = name_of(path);
  static const struct {
    const char* extension;
    AttInput input;
  } known[] = {
    { ".txt", ATT_INPUT_TEXT },    { ".html", ATT_INPUT_HTML },
    { ".htm", ATT_INPUT_HTML },    { ".xhtml", ATT_INPUT_HTML },
    { ".jsonl", ATT_INPUT_JSONL }, { ".ndjson", ATT_INPUT_JSONL },
    { ".rss", ATT_INPUT_FEED },    { ".atom", ATT_INPUT_FEED },
    { ".xml", ATT_INPUT_FEED },
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (att_slice_ends(name, att_slice(known[i].extension))) {
      return known[i].input;
    }
  }
  return ATT_INPUT_AUTO;
}

static AttStatus
source_begin(AttSource* source, const char* path, AttInput input) {
  const bool standard = strcmp(path, "-") == 0;
  const Slice name = standard ? SLICE("standard-input") : name_of(path);
  Slice stem = att_slice_part(name, 0, standard ? name.length : dot_of(name));
  TRY(att_slice_copy(&source->arena, stem, &stem));
  source->origin = (Origin){
    .name = stem.start,
    .place = { standard ? NULL : path, 0 },
    .sink = &source->sink,
  };
  source->input =
    input == ATT_INPUT_AUTO && !standard ? att_input_of_path(path) : input;
  return att_stream_open(path, &source->sink, &source->stream);
}

AttStatus
att_source_open(const char* path, AttInput input, AttSink sink,
                AttSource** out) {
  AttSource* const source = calloc(1, sizeof *source);
  if (source == NULL) {
    return ATT_NO_MEMORY;
  }
  source->sink = sink;
  source->arena = att_arena_begin(SOURCE_CEILING);
  source->article = att_arena_begin(SOURCE_CEILING);
  const AttStatus status = source_begin(source, path, input);
  if (status != ATT_OK) {
    att_source_close(source);
    return status;
  }
  *out = source;
  return ATT_OK;
}

void
att_source_close(AttSource* source) {
  if (source != NULL) {
    att_stream_close(source->stream);
    att_arena_end(&source->article);
    att_arena_end(&source->arena);
    free(source);
  }
}

unsigned
att_source_line(const AttSource* source) {
  return source->input == ATT_INPUT_JSONL ? source->line : 0;
}

uint64_t
att_source_offset(const AttSource* source) {
  return att_stream_offset(source->stream);
}

static AttStatus
limit_fail(const AttSource* source) {
  att_report(&source->sink, ATT_ERROR, source->origin.place,
             "Larger than the limit of %zu MiB", ARTICLE_LIMIT / 1024 / 1024);
  return ATT_LIMIT;
}

static Slice
mark_cut(Slice line) {
  static const Slice mark = { "\xEF\xBB\xBF", 3 };
  return att_slice_starts(line, mark)
           ? att_slice_part(line, mark.length, line.length)
           : line;
}

/* Empty lines are no articles. */
static AttStatus
record_next(AttSource* source, AttArticle* out, bool* more) {
  Slice line;
  do {
    const AttStatus status =
      att_stream_line(source->stream, LINE_LIMIT, &line, more);
    source->line += *more;
    source->origin.place.line = source->line;
    if (status == ATT_LIMIT) {
      return limit_fail(source);
    }
    TRY(status);
    if (!*more) {
      return ATT_OK;
    }
    line = source->line == 1 ? mark_cut(line) : line;
  } while (att_slice_trim(line).length == 0);
  return att_record_read(&source->article, line, &source->origin, out);
}

/* The whole file, once. */
static AttStatus
bytes_next(AttSource* source, Slice* out, bool* more) {
  *more = false;
  if (source->given) {
    return ATT_OK;
  }
  source->given = true;
  const AttStatus status =
    att_stream_rest(source->stream, ARTICLE_LIMIT, out, more);
  return status == ATT_LIMIT ? limit_fail(source) : status;
}

static AttStatus
text_next(AttSource* source, AttArticle* out, bool* more) {
  Slice text;
  TRY(bytes_next(source, &text, more));
  if (*more) {
    *out = (AttArticle){ .id = source->origin.name,
                         .text = text.start,
                         .length = text.length };
  }
  return ATT_OK;
}

static AttStatus
page_next(AttSource* source, AttArticle* out, bool* more) {
  Slice bytes;
  TRY(bytes_next(source, &bytes, more));
  return *more ? att_page_read(&source->article, bytes, &source->origin, out)
               : ATT_OK;
}

static AttStatus
entry_next(AttSource* source, AttArticle* out, bool* more) {
  Slice bytes;
  TRY(bytes_next(source, &bytes, more));
  if (*more) {
    TRY(
      att_feed_read(&source->arena, bytes, &source->origin, &source->entries));
  }
  *more = source->entry < source->entries.length;
  if (*more) {
    *out = source->entries.items[source->entry++];
  }
  return ATT_OK;
}

/* What its name does not tell, its first bytes do. */
static AttStatus
input_choose(AttSource* source) {
  Slice head;
  TRY(att_stream_peek(source->stream, &head));
  const Slice text = att_slice_trim(mark_cut(head));
  source->input = att_feed_is(text)                      ? ATT_INPUT_FEED
                  : att_page_is(text)                    ? ATT_INPUT_HTML
                  : att_slice_starts(text, SLICE("{\"")) ? ATT_INPUT_JSONL
                                                         : ATT_INPUT_TEXT;
  return ATT_OK;
}

AttStatus
att_source_next(AttSource* source, AttArticle* out, bool* more) {
  att_arena_reset(&source->article);
  *more = false;
  if (source->input == ATT_INPUT_AUTO) {
    TRY(input_choose(source));
  }
  switch (source->input) {
  case ATT_INPUT_JSONL:
    return record_next(source, out, more);
  case ATT_INPUT_HTML:
    return page_next(source, out, more);
  case ATT_INPUT_FEED:
    return entry_next(source, out, more);
  default:
    return text_next(source, out, more);
  }
}
