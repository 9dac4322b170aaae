/* Finding the expressions that say when. */
/* SPDX-License-Identifier: MIT */
#include "reading/time.h"

#include "reading/time_value.h"

#include <assert.h>

/** What patterns for dates are filed under. */
#define TIME_USE "date"

/** Numbers beyond this are no part of a date, and no sum overflows. */
#define NUMBER_MAX 9999

/** The same for what a word is worth, a century of days being the most. */
#define WORTH_MAX 100000

/* What the patterns call each part, and the word classes that say what it is
 * worth where it is not digits. */
static const struct {
  const char* group;
  TimePart part;
  const char* class;
  const char* other;
} parts_known[] = {
  { "year", TIME_YEAR, NULL, NULL },
  { "last_year", TIME_LAST_YEAR, NULL, NULL },
  { "decade", TIME_DECADE, NULL, NULL },
  { "month", TIME_MONTH, "month", NULL },
  { "last_month", TIME_LAST_MONTH, "month", NULL },
  { "month_number", TIME_MONTH, NULL, NULL },
  { "day", TIME_DAY, "ordinal", NULL },
  { "last_day", TIME_LAST_DAY, "ordinal", NULL },
  { "weekday", TIME_WEEKDAY, "weekday", NULL },
  { "relative_day", TIME_RELATIVE_DAY, "relative-day", NULL },
  { "direction", TIME_DIRECTION, "time-direction", NULL },
  { "of_week", TIME_OF_WEEK, "time-direction", NULL },
  { "of_year", TIME_OF_YEAR, "time-direction", NULL },
  { "sequence", TIME_SEQUENCE, "time-sequence", NULL },
  { "amount", TIME_AMOUNT, "number-word", "time-amount" },
  { "unit", TIME_UNIT, "time-unit", NULL },
  { "shift", TIME_SHIFT, "time-shift", NULL },
  { "lapse", TIME_LAPSE, "time-lapse", NULL },
  { "stage", TIME_STAGE, "time-stage", "time-part" },
  { "season", TIME_SEASON, "season", NULL },
};

/** One pattern's next match. */
typedef struct Stream {
  const UsedPattern* used;
  PatternMatch match; /**< From `begin` of its search on. */
} Stream;

/** A search through one span of a text. */
typedef struct Search {
  Arena* arena;
  const Ontology* ontology;
  Matcher* matcher;
  Slice text; /**< Up to the span's end. */
  size_t at;  /**< What lies before has been read. */
  Stream* streams;
  size_t stream_count;
} Search;

/** The number that the digits at the start of `text` write; 0 without. */
static int
digits_value(Slice text) {
  int value = 0;
  for (size_t i = 0; i < text.length && value <= NUMBER_MAX; i++) {
    if (text.start[i] < '0' || text.start[i] > '9') {
      break;
    }
    value = value * 10 + (text.start[i] - '0');
  }
  return value <= NUMBER_MAX ? value : 0;
}

/** Whether `phrase` is of word class `class`, and its value. */
static AttStatus
phrase_value(const Search* search, Slice phrase, const char* class, bool* found,
             int* value) {
  PhraseHit hit = { 0 };
  const Ontology* ontology = search->ontology;
  TRY(att_phrasebook_find(search->arena, &ontology->lexicon, phrase, &hit));
  *found = false;
  for (size_t i = 0; i < hit.sense_count && !*found; i++) {
    const uint32_t sense = hit.senses[i].value;
    if (att_lexicon_is(ontology, sense, class)) {
      const int worth = ontology->classes.items[sense].value;
      *found = true;
      *value = worth >= -WORTH_MAX && worth <= WORTH_MAX ? worth : 0;
    }
  }
  return ATT_OK;
}

/** The end of the word of `text` that starts at byte `at`. */
static size_t
word_end(Slice text, size_t at) {
  while (at < text.length && text.start[at] != '-' &&
         (unsigned char)text.start[at] > ' ') {
    at++;
  }
  return at;
}

/** What the numerals in `text` come to ("twenty-five", "two hundred"): a larger
 * one multiplies what came before it. Words that are none count nothing. */
static AttStatus
numerals_value(const Search* search, Slice text, const char* class, int* out) {
  int sum = 0;
  for (size_t at = 0; at < text.length;) {
    const size_t end = word_end(text, at);
    bool found = false;
    int value = 0;
    if (end > at) {
      const Slice word = att_slice_part(text, at, end);
      TRY(phrase_value(search, word, class, &found, &value));
    }
    if (found && value >= 0 && value <= NUMBER_MAX) {
      sum = sum != 0 && value > sum ? sum * value : sum + value;
      sum = sum > NUMBER_MAX ? 0 : sum;
    }
    at = end + 1;
  }
  *out = sum;
  return ATT_OK;
}

/** What the words of one part are worth. */
static AttStatus
part_value(const Search* search, Slice words, size_t known, int* out) {
  const char* class = parts_known[known].class;
  const char* other = parts_known[known].other;
  *out = digits_value(words);
  if (*out != 0 || class == NULL) {
    return ATT_OK;
  }
  bool found = false;
  TRY(phrase_value(search, words, class, &found, out));
  if (!found && other != NULL) {
    TRY(phrase_value(search, words, other, &found, out));
  }
  return found ? ATT_OK : numerals_value(search, words, class, out);
}

/** What the groups of a match say. */
static AttStatus
parts_read(const Search* search, const Stream* stream, TimeParts* out) {
  const Pattern* pattern = stream->used->pattern;
  *out = (TimeParts){ 0 };
  for (size_t i = 0; i < sizeof parts_known / sizeof *parts_known; i++) {
    const unsigned group = att_pattern_group(pattern, parts_known[i].group);
    if (group == 0 || !stream->match.groups[group].set) {
      continue;
    }
    const PatternSpan span = stream->match.groups[group];
    const Slice words = att_slice_part(search->text, span.begin, span.end);
    const TimePart part = parts_known[i].part;
    out->set[part] = true;
    TRY(part_value(search, words, i, &out->value[part]));
  }
  return ATT_OK;
}

/** Looks for a stream's next match. A pattern that matches nothing at all, or
 * something already read, is through: it could hold the search up for ever. */
static AttStatus
stream_advance(const Search* search, Stream* stream) {
  PatternMatch* match = &stream->match;
  TRY(att_pattern_match(stream->used->pattern, search->matcher, search->text,
                        search->at, match));
  const PatternSpan span = match->groups[0];
  match->found =
    match->found && span.begin >= search->at && span.end > span.begin;
  return ATT_OK;
}

/** The stream whose match begins first, the first of those that do; NULL when
 * all are through. */
static AttStatus
search_next(const Search* search, const Stream** out) {
  *out = NULL;
  for (size_t i = 0; i < search->stream_count; i++) {
    Stream* stream = &search->streams[i];
    if (stream->match.found && stream->match.groups[0].begin < search->at) {
      TRY(stream_advance(search, stream));
    }
    if (stream->match.found &&
        (*out == NULL ||
         stream->match.groups[0].begin < (*out)->match.groups[0].begin)) {
      *out = stream;
    }
  }
  return ATT_OK;
}

static AttStatus
search_begin(Search* search) {
  size_t count = 0;
  const UsedPattern* used =
    att_ontology_patterns(search->ontology, TIME_USE, &count);
  TRY(att_arena_alloc(search->arena, count * sizeof *search->streams,
                      &search->streams));
  search->stream_count = count;
  for (size_t i = 0; i < count; i++) {
    search->streams[i].used = &used[i];
    TRY(stream_advance(search, &search->streams[i]));
  }
  return ATT_OK;
}

AttStatus
att_times_find(Arena* arena, const Ontology* ontology, Matcher* matcher,
               Slice text, size_t begin, size_t end, Date reference,
               Times* out) {
  assert(begin <= end && end <= text.length);
  Search search = {
    .arena = arena,
    .ontology = ontology,
    .matcher = matcher,
    .text = att_slice_part(text, 0, end),
    .at = begin,
  };
  TRY(search_begin(&search));
  const Stream* stream = NULL;
  TRY(search_next(&search, &stream));
  while (stream != NULL) {
    const PatternSpan span = stream->match.groups[0];
    TimeExpression time = { .begin = (uint32_t)span.begin,
                            .end = (uint32_t)span.end };
    TimeParts parts;
    TRY(parts_read(&search, stream, &parts));
    att_time_value(&parts, reference, out, &time);
    TRY(LIST_PUSH(arena, out, time));
    search.at = span.end;
    TRY(search_next(&search, &stream));
  }
  return ATT_OK;
}
