/* Regular expressions of queries, as XPath spells them. */
/* SPDX-License-Identifier: MIT */
#include "graph/regex.h"

#include "base/list.h"
#include "ontology/pattern.h"

#include <stdlib.h>

/* Kept at once: a query has few that are written in it. */
#define KEPT 8

typedef LIST(char) Text;

struct Regex {
  Arena arena; /* for the two below */
  Slice text;
  Slice flags;
  Pattern* pattern;
  Matcher* matcher;
};

struct Regexes {
  Regex kept[KEPT];
  size_t next; /* to be replaced */
};

static AttStatus
text_put(Arena* arena, Text* text, Slice slice) {
  for (size_t i = 0; i < slice.length; i++) {
    TRY(LIST_PUSH(arena, text, slice.start[i]));
  }
  return ATT_OK;
}

static bool
has_flag(Slice flags, char flag) {
  return memchr(flags.start, flag, flags.length) != NULL;
}

/* What PCRE2 calls the same: $ is the very end, and white space is left out as
 * XPath says, outside of classes too. */
static AttStatus
regex_translate(Arena* arena, Slice regex, Slice flags, Text* out) {
  const bool literal = has_flag(flags, 'q');
  const bool spaced = has_flag(flags, 'x') && !literal;
  bool in_class = false;
  for (size_t i = 0; i < regex.length; i++) {
    const char c = regex.start[i];
    if (literal) {
      if (memchr("\\^$.|?*+()[]{}", c, 14) != NULL) {
        TRY(LIST_PUSH(arena, out, '\\'));
      }
      TRY(LIST_PUSH(arena, out, c));
    } else if (c == '\\' && i + 1 < regex.length) {
      TRY(text_put(arena, out, att_slice_part(regex, i, i + 2)));
      i++;
    } else if (c == '$' && !in_class && !has_flag(flags, 'm')) {
      TRY(text_put(arena, out, SLICE("\\z")));
    } else if (!spaced || in_class || memchr(" \t\r\n", c, 4) == NULL) {
      in_class = c == '[' || (in_class && c != ']');
      TRY(LIST_PUSH(arena, out, c));
    }
  }
  return ATT_OK;
}

static AttStatus
regex_compile(Regex* regex) {
  Text text = { 0 };
  TRY(text_put(&regex->arena, &text, SLICE("(*LF)")));
  for (size_t i = 0; i < regex->flags.length; i++) {
    const char flag = regex->flags.start[i];
    if (flag == '\0' || strchr("smixq", flag) == NULL) {
      return ATT_INPUT;
    }
    if (flag != 'x' && flag != 'q') {
      const char option[] = { '(', '?', flag, ')' };
      TRY(text_put(&regex->arena, &text, (Slice){ option, sizeof option }));
    }
  }
  TRY(regex_translate(&regex->arena, regex->text, regex->flags, &text));
  const AttStatus status =
    att_pattern_compile((Slice){ text.items, text.length }, (Place){ 0 }, NULL,
                        &regex->pattern);
  return status == ATT_ONTOLOGY ? ATT_INPUT : status;
}

static void
regex_end(Regex* regex) {
  att_pattern_free(regex->pattern);
  att_matcher_free(regex->matcher);
  att_arena_end(&regex->arena);
  *regex = (Regex){ 0 };
}

static AttStatus
regex_begin(Regex* regex, Slice text, Slice flags) {
  regex->arena = att_arena_begin(SIZE_MAX / 2);
  TRY(att_slice_copy(&regex->arena, text, &regex->text));
  TRY(att_slice_copy(&regex->arena, flags, &regex->flags));
  TRY(regex_compile(regex));
  return att_matcher_new(&regex->matcher);
}

AttStatus
att_regexes_find(Regexes** regexes, Slice text, Slice flags, Regex** out) {
  if (*regexes == NULL) {
    *regexes = calloc(1, sizeof **regexes);
    if (*regexes == NULL) {
      return ATT_NO_MEMORY;
    }
  }
  for (size_t i = 0; i < KEPT; i++) {
    Regex* const regex = &(*regexes)->kept[i];
    if (regex->matcher != NULL && att_slice_equals(regex->text, text) &&
        att_slice_equals(regex->flags, flags)) {
      *out = regex;
      return ATT_OK;
    }
  }
  Regex* const regex = &(*regexes)->kept[(*regexes)->next++ % KEPT];
  regex_end(regex);
  const AttStatus status = regex_begin(regex, text, flags);
  if (status != ATT_OK) {
    regex_end(regex);
  }
  *out = regex;
  return status;
}

void
att_regexes_free(Regexes* regexes) {
  for (size_t i = 0; regexes != NULL && i < KEPT; i++) {
    regex_end(&regexes->kept[i]);
  }
  free(regexes);
}

AttStatus
att_regex_is_in(Regex* regex, Slice text, bool* found) {
  PatternMatch match;
  TRY(att_pattern_match(regex->pattern, regex->matcher, text, 0, &match));
  *found = match.found;
  return ATT_OK;
}

/* One match's replacement: $1 to $9 are groups; \$ and \\ are themselves. */
static AttStatus
replacement_put(Arena* arena, Slice text, const PatternMatch* match,
                Slice replacement, Text* out) {
  for (size_t i = 0; i < replacement.length; i++) {
    const char c = replacement.start[i];
    const char next =
      i + 1 < replacement.length ? replacement.start[i + 1] : '\0';
    if (c == '\\' && (next == '\\' || next == '$')) {
      TRY(LIST_PUSH(arena, out, next));
      i++;
    } else if (c == '$' && next >= '0' && next <= '9') {
      const PatternSpan span = match->groups[next - '0'];
      if (span.set) {
        TRY(text_put(arena, out, att_slice_part(text, span.begin, span.end)));
      }
      i++;
    } else if (c == '\\' || c == '$') {
      return ATT_INPUT;
    } else {
      TRY(LIST_PUSH(arena, out, c));
    }
  }
  return ATT_OK;
}

AttStatus
att_regex_replace(Arena* arena, Regex* regex, Slice text, Slice replacement,
                  Slice* out) {
  PatternMatch match;
  Text result = { 0 };
  size_t at = 0;
  TRY(att_pattern_match(regex->pattern, regex->matcher, SLICE(""), 0, &match));
  if (match.found) {
    return ATT_INPUT;
  }
  for (;;) {
    TRY(att_pattern_match(regex->pattern, regex->matcher, text, at, &match));
    if (!match.found) {
      break;
    }
    const PatternSpan whole = match.groups[0];
    if (whole.end == whole.begin) {
      return ATT_INPUT;
    }
    TRY(text_put(arena, &result, att_slice_part(text, at, whole.begin)));
    TRY(has_flag(regex->flags, 'q')
          ? text_put(arena, &result, replacement)
          : replacement_put(arena, text, &match, replacement, &result));
    at = whole.end;
  }
  TRY(text_put(arena, &result, att_slice_part(text, at, text.length)));
  *out =
    result.length == 0 ? SLICE("") : (Slice){ result.items, result.length };
  return ATT_OK;
}
