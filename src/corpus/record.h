/* Records: one article as a line of JSON. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CORPUS_RECORD_H
#define ATTACHE_CORPUS_RECORD_H

#include "base/slice.h"

/** Most bytes of an article: what is larger is no article but an archive, and
 * reading takes many times its size in memory. */
#define ARTICLE_LIMIT ((size_t)64 * 1024 * 1024)

/** Where articles come from, as diagnostics say it. */
typedef struct Origin {
  const char* name; /**< Of the file, without folder and extension. */
  Place place;
  const AttSink* sink;
} Origin;

/** Reads the JSON object `line`; what `out` points to lies in `arena`. "text"
 * is a string; "id" a string or a number, or the file's name and the line;
 * "title", "date", "url", "language" strings, as far as they are there.
 * ATT_INPUT, after a report, if it is not that. */
AttStatus
att_record_read(Arena* arena, Slice line, const Origin* origin,
                AttArticle* out);

/** The day of the first "datePublished" in the JSON `text`, as YYYY-MM-DD in
 * `arena`; NULL if it tells none, or is no JSON. */
AttStatus
att_record_day(Arena* arena, Slice text, const char** out);

#endif
