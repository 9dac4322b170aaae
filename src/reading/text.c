/* A text: one article as clean UTF-8, cut into headline and paragraphs. */
/* SPDX-License-Identifier: MIT */
#include "reading/text.h"

#include "base/utf8.h"
#include "reading/time.h"

/* A line this short that ends without a full stop is a heading of its own. */
#define HEADING_LENGTH 70
/* A first paragraph up to this length without a full stop is a headline. */
#define HEADLINE_LENGTH 160
#define MARK_STEP 256
/* A header line, or a dateline, is looked for in this many bytes. */
#define HEADER_LENGTH 1024

/* A pattern looked for in bytes `begin` up to `end` of a text. */
typedef struct Surface {
  const char* use;
  uint32_t begin;
  uint32_t end;
  const Pattern* pattern;
  PatternMatch match;
} Surface;

Slice
att_text_slice(const Text* text, Span span) {
  return att_slice_part(text->clean, span.begin, span.end);
}

bool
att_text_is_beside(const Text* text, uint32_t at) {
  return at < text->body;
}

uint32_t
att_text_offset(const Text* text, uint32_t at) {
  return att_text_is_beside(text, at) ? at : at - text->body;
}

static uint32_t
excess_before(const Text* text, uint32_t at) {
  size_t low = 0;
  size_t high = text->excess.length;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (text->excess.items[middle].end <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == 0 ? 0 : text->excess.items[low - 1].total;
}

static uint32_t
code_points_before(const Text* text, uint32_t at) {
  const uint32_t mark = at / MARK_STEP;
  const uint32_t counted =
    text->marks[mark] +
    (uint32_t)att_utf8_count(
      att_slice_part(text->clean, (size_t)mark * MARK_STEP, at));
  return counted - excess_before(text, at);
}

uint32_t
att_text_index(const Text* text, uint32_t at) {
  const uint32_t index = code_points_before(text, at);
  return att_text_is_beside(text, at)
           ? index
           : index - code_points_before(text, text->body);
}

static bool
is_noncharacter(uint32_t code_point) {
  return code_point == 0xFEFF || (code_point & 0xFFFE) == 0xFFFE ||
         (code_point >= 0xFDD0 && code_point <= 0xFDEF);
}

static bool
is_control(uint32_t code_point) {
  return (code_point < 0x20 && code_point != '\n' && code_point != '\t') ||
         (code_point >= 0x7F && code_point < 0xA0);
}

static bool
is_line_end(uint32_t code_point) {
  return code_point == '\r' || code_point == 0x85 || code_point == 0x2028 ||
         code_point == 0x2029 || code_point == '\f' || code_point == '\v';
}

static AttStatus
excess_add(Arena* arena, Text* text, size_t end, size_t count) {
  const size_t length = text->excess.length;
  const uint32_t before =
    length == 0 ? 0 : text->excess.items[length - 1].total;
  return LIST_PUSH(arena, &text->excess,
                   ((Excess){ (uint32_t)end, before + (uint32_t)count }));
}

/* Line separators of other conventions become '\n' and blanks, length kept.
 * `bytes` lies at byte `head` of the clean text. */
static AttStatus
clean_bytes(Arena* arena, Slice raw, char* bytes, size_t head, Text* text) {
  for (size_t at = 0; at < raw.length;) {
    const size_t begin = at;
    const uint32_t code_point = att_utf8_next(raw, &at);
    const bool line = is_line_end(code_point);
    if (!line && code_point != UINT32_MAX && !is_noncharacter(code_point) &&
        !is_control(code_point)) {
      memcpy(bytes + begin, raw.start + begin, at - begin);
      continue;
    }
    const bool pair = line && at < raw.length && raw.start[at] == '\n';
    memset(bytes + begin, ' ', at - begin);
    bytes[begin] = line && !pair ? '\n' : ' ';
    if (at - begin > 1) {
      TRY(excess_add(arena, text, head + at, at - begin - 1));
    }
  }
  return ATT_OK;
}

static AttStatus
marks_make(Arena* arena, Text* text) {
  const size_t count = text->clean.length / MARK_STEP + 1;
  uint32_t* marks = NULL;
  TRY(att_arena_alloc(arena, count * sizeof *marks, &marks));
  for (size_t i = 1; i < count; i++) {
    marks[i] = marks[i - 1] + (uint32_t)att_utf8_count(
                                att_slice_part(text->clean, (i - 1) * MARK_STEP,
                                               i * MARK_STEP));
  }
  text->marks = marks;
  return ATT_OK;
}

static Span
span_trim(const Text* text, Span span) {
  const Slice whole = att_text_slice(text, span);
  const Slice inner = att_slice_trim(whole);
  const uint32_t begin = (uint32_t)(inner.start - text->clean.start);
  return (Span){ begin, begin + (uint32_t)inner.length };
}

/* The first match of any pattern for `use` in `part` of the text; groups count
 * from the start of the text. */
static AttStatus
surface_match(const Ontology* ontology, Matcher* matcher, const Text* text,
              Surface* out) {
  size_t count = 0;
  const UsedPattern* const patterns =
    att_ontology_patterns(ontology, out->use, &count);
  const Slice part = att_slice_part(text->clean, out->begin, out->end);
  out->match.found = false;
  for (size_t i = 0; i < count && !out->match.found; i++) {
    out->pattern = patterns[i].pattern;
    TRY(att_pattern_match(out->pattern, matcher, part, 0, &out->match));
  }
  return ATT_OK;
}

static Span
surface_group(const Surface* surface, const char* name) {
  const unsigned group = att_pattern_group(surface->pattern, name);
  const PatternSpan span = surface->match.groups[group];
  return (Span){ surface->begin + (uint32_t)span.begin,
                 surface->begin + (uint32_t)span.end };
}

/* The header line, if the first line is one: sets date and headline, and says
 * where the body starts. */
static AttStatus
header_read(const Ontology* ontology, Matcher* matcher, Text* text,
            uint32_t* body) {
  const uint32_t length = (uint32_t)text->clean.length;
  Surface surface = { .use = "header",
                      .end = length < HEADER_LENGTH ? length : HEADER_LENGTH };
  if (text->given.date.year != 0 || text->given.title.length > 0) {
    return ATT_OK;
  }
  while (surface.end < length &&
         ((unsigned char)text->clean.start[surface.end] & 0xC0) == 0x80) {
    surface.end++;
  }
  TRY(surface_match(ontology, matcher, text, &surface));
  if (!surface.match.found) {
    return ATT_OK;
  }
  const Span date = surface_group(&surface, "date");
  if (att_date_parse(att_text_slice(text, date), &text->date)) {
    text->date_span = date;
    text->headline = span_trim(text, surface_group(&surface, "title"));
    *body = surface_group(&surface, "header").end;
  }
  return ATT_OK;
}

static bool
ends_sentence(Slice line) {
  if (line.length == 0) {
    return false;
  }
  size_t at = line.length - 1;
  while (at > 0 && ((unsigned char)line.start[at] & 0xC0) == 0x80) {
    at--;
  }
  const uint32_t last = att_utf8_next(line, &at);
  return last == '.' || last == '!' || last == '?' || last == '"' ||
         last == ':' || last == 0x201D || last == 0x2019 || last == ')';
}

static bool
starts_lower(Slice line) {
  size_t at = 0;
  return line.length > 0 && att_utf8_is_lower(att_utf8_next(line, &at));
}

/* "... the Ministry. T" before "he discussions": a break inside a word. */
static bool
ends_in_letter(Slice line) {
  if (line.length < 2 || line.start[line.length - 2] != ' ') {
    return false;
  }
  const char last = line.start[line.length - 1];
  return last >= 'A' && last <= 'Z';
}

/* Whether the line `next` starts a paragraph after `line`; `blank`: an empty
 * line lies between them. */
static bool
is_break(Slice line, Slice next, bool blank) {
  if (ends_in_letter(line) && starts_lower(next)) {
    return false;
  }
  if (blank) {
    return true;
  }
  return !starts_lower(next) &&
         (ends_sentence(line) || line.length < HEADING_LENGTH);
}

static Span
line_at(const Text* text, uint32_t begin) {
  const char* const start = text->clean.start + begin;
  const char* const stop = memchr(start, '\n', text->clean.length - begin);
  const size_t length =
    stop == NULL ? text->clean.length - begin : (size_t)(stop - start);
  return (Span){ begin, begin + (uint32_t)length };
}

static AttStatus
paragraphs_find(Arena* arena, Text* text, uint32_t body) {
  Span open = { 0 };
  Slice last = { 0 };
  bool blank = false;
  for (uint32_t at = body; at < text->clean.length;) {
    const Span whole = line_at(text, at);
    const Span line = span_trim(text, whole);
    at = whole.end + 1;
    if (line.begin == line.end) {
      blank = true;
      continue;
    }
    const Slice words = att_text_slice(text, line);
    if (open.end > open.begin && is_break(last, words, blank)) {
      TRY(LIST_PUSH(arena, &text->paragraphs,
                    ((Paragraph){ open, PARAGRAPH_BODY })));
      open = line;
    } else {
      open = open.end > open.begin ? (Span){ open.begin, line.end } : line;
    }
    last = words;
    blank = false;
  }
  if (open.end > open.begin) {
    TRY(LIST_PUSH(arena, &text->paragraphs,
                  ((Paragraph){ open, PARAGRAPH_BODY })));
  }
  return ATT_OK;
}

static void
headline_guess(Text* text) {
  if (text->headline.end > text->headline.begin ||
      text->paragraphs.length < 2) {
    return;
  }
  Paragraph* const first = &text->paragraphs.items[0];
  const Slice words = att_text_slice(text, first->span);
  if (words.length <= HEADLINE_LENGTH && !ends_sentence(words)) {
    first->kind = PARAGRAPH_TITLE;
    text->headline = first->span;
  }
}

/* A dateline may come behind so many paragraphs: headline, byline. */
#define DATELINE_REACH 5

/* Cuts the dateline `line` off paragraph `at`, so that it is no part of its
 * first sentence. */
static AttStatus
dateline_cut(Arena* arena, Text* text, size_t at, Span line) {
  const Span whole = text->paragraphs.items[at].span;
  const Span rest = span_trim(text, (Span){ line.end, whole.end });
  text->paragraphs.items[at] =
    (Paragraph){ span_trim(text, line), PARAGRAPH_DATELINE };
  if (rest.end <= rest.begin) {
    return ATT_OK;
  }
  TRY(
    LIST_PUSH(arena, &text->paragraphs, ((Paragraph){ rest, PARAGRAPH_BODY })));
  for (size_t i = text->paragraphs.length - 1; i > at + 1; i--) {
    text->paragraphs.items[i] = text->paragraphs.items[i - 1];
  }
  text->paragraphs.items[at + 1] = (Paragraph){ rest, PARAGRAPH_BODY };
  return ATT_OK;
}

/* Whether two days are at most a week apart. */
static bool
is_near(Date left, Date right) {
  const int32_t apart = att_date_to_days(left) - att_date_to_days(right);
  return apart >= -7 && apart <= 7;
}

/* The dateline's day dates an article that nothing else dates, and is when one
 * that is dated about then was written. */
static AttStatus
dateline_date(Arena* arena, const Ontology* ontology, Matcher* matcher,
              Text* text, Span line) {
  Times times = { 0 };
  TRY(att_times_find(arena, ontology, matcher, text->clean, line.begin,
                     line.end, text->date, &times));
  if (times.length == 0) {
    return ATT_OK;
  }
  const Date days[] = { times.items[0].past, times.items[0].future };
  for (size_t i = 0; i < 2 && att_date_is_day(days[i]); i++) {
    if (text->date.year == 0) {
      text->date = days[i];
    }
    if (att_date_is_day(text->date) && is_near(days[i], text->date)) {
      text->reference = days[i];
      break;
    }
  }
  return ATT_OK;
}

static AttStatus
dateline_find(Arena* arena, const Ontology* ontology, Matcher* matcher,
              Text* text) {
  for (size_t at = 0; at < text->paragraphs.length && at < DATELINE_REACH;
       at++) {
    const Paragraph paragraph = text->paragraphs.items[at];
    Surface surface = { .use = "dateline",
                        .begin = paragraph.span.begin,
                        .end = paragraph.span.end };
    if (paragraph.kind != PARAGRAPH_BODY) {
      continue;
    }
    TRY(surface_match(ontology, matcher, text, &surface));
    if (surface.match.found) {
      const Span line = surface_group(&surface, "dateline");
      TRY(dateline_date(arena, ontology, matcher, text, line));
      return dateline_cut(arena, text, at, line);
    }
  }
  return ATT_OK;
}

/* Whether the text begins with its title as a line, with or without a full
 * stop. */
static bool
begins_with_title(Slice text, Slice title) {
  const Slice trimmed = att_slice_trim(text);
  if (!att_slice_starts(trimmed, title)) {
    return false;
  }
  const Slice rest = att_slice_part(trimmed, title.length, trimmed.length);
  return rest.length == 0 || rest.start[0] == '\n' ||
         (rest.length > 1 && rest.start[0] == '.' && rest.start[1] == '\n');
}

/* Sets the headline told beside the text, and says where the body starts. */
static void
title_read(Text* text, Slice title, uint32_t* body) {
  if (title.length == 0) {
    return;
  }
  if (text->body > 0) {
    text->headline = (Span){ 0, (uint32_t)title.length };
    *body = text->body;
    return;
  }
  const Slice trimmed = att_slice_trim(text->clean);
  const uint32_t begin = (uint32_t)(trimmed.start - text->clean.start);
  const uint32_t end = begin + (uint32_t)title.length;
  const bool stop = end < text->clean.length && text->clean.start[end] == '.';
  text->headline = (Span){ begin, end };
  *body = stop ? end + 1 : end;
}

/* Puts the title, if the text does not begin with it, before the text. */
static AttStatus
clean_make(Arena* arena, Text* text, Slice title) {
  const Slice raw = text->given.text;
  const bool beside = title.length > 0 && !begins_with_title(raw, title);
  const size_t head = beside ? title.length + 2 : 0;
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, head + raw.length + 1, &bytes));
  if (beside) {
    TRY(clean_bytes(arena, title, bytes, 0, text));
    for (size_t i = 0; i < title.length; i++) {
      bytes[i] = bytes[i] == '\n' ? ' ' : bytes[i];
    }
    memcpy(bytes + title.length, "\n\n", 2);
  }
  TRY(clean_bytes(arena, raw, bytes + head, head, text));
  text->body = (uint32_t)head;
  text->clean = (Slice){ bytes, head + raw.length };
  return ATT_OK;
}

AttStatus
att_text_read(Arena* arena, const Ontology* ontology, Matcher* matcher,
              const TextSource* given, Date fallback, Text* out) {
  if (given->text.length > TEXT_SIZE_MAX ||
      given->title.length > TEXT_SIZE_MAX) {
    return ATT_LIMIT;
  }
  Text text = { .given = *given,
                .date = given->date.year != 0 ? given->date : fallback };
  const Slice title = att_slice_trim(given->title);
  uint32_t body = 0;
  TRY(clean_make(arena, &text, title));
  TRY(marks_make(arena, &text));
  title_read(&text, title, &body);
  TRY(header_read(ontology, matcher, &text, &body));
  if (text.headline.end > text.headline.begin) {
    TRY(LIST_PUSH(arena, &text.paragraphs,
                  ((Paragraph){ text.headline, PARAGRAPH_TITLE })));
  }
  TRY(paragraphs_find(arena, &text, body));
  headline_guess(&text);
  text.reference = text.date;
  TRY(dateline_find(arena, ontology, matcher, &text));
  if (text.reference.year == 0) {
    text.reference = text.date;
  }
  *out = text;
  return ATT_OK;
}
