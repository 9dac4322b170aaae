/* A pattern: one regular expression for surface grammar (the door to PCRE2). */
/* SPDX-License-Identifier: MIT */
#include "ontology/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdatomic.h>
#include <stdlib.h>

/* Patterns of this kind settle a page of news within some ten thousand steps;
 * a million take milliseconds, so a runaway pattern costs no more than that. */
#define MATCH_LIMIT 1000000U

/* Nested backtracking points where there is no JIT: more than any sound pattern
 * keeps on a page. */
#define DEPTH_LIMIT 100000U

/* KiB for those points. */
#define HEAP_LIMIT 32768U

/* Bytes of the stack that JIT matching starts with, and may grow to: PCRE2's
 * manual calls 1 MiB enough for all but hopeless patterns. */
#define STACK_START ((size_t)32 * 1024)
#define STACK_LIMIT ((size_t)1024 * 1024)

/* Bytes of the regular expression that a diagnostic quotes. */
#define QUOTE_SIZE 30

/* Bytes that a pattern is matched against before it is worth JIT: many patterns
 * meet less than that when one short article is read. */
#define JIT_WORTH ((size_t)16 * 1024)

/* How much a pattern is used: the part of it that threads change. */
typedef struct Usage {
  atomic_size_t bytes; /* it was matched against */
  atomic_bool fast;    /* JIT is done with, and matching may use it */
} Usage;

struct Pattern {
  pcre2_code* code;
  Usage* usage;
};

struct Matcher {
  pcre2_match_data* data;
  pcre2_match_context* context;
  pcre2_jit_stack* stack; /* NULL: no JIT here */
  const Pattern* runaway; /* met the limit last */
};

static size_t
least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* PCRE2 takes no NULL, even for nothing. */
static PCRE2_SPTR
bytes_of(Slice slice) {
  return (PCRE2_SPTR)(slice.start == NULL ? "" : slice.start);
}

/* What stands at byte `at`, moved to where a character begins, cut to where one
 * ends. */
static Slice
quote_at(Slice regex, size_t at) {
  size_t begin = least(at, regex.length);
  begin = begin > QUOTE_SIZE / 2 ? begin - QUOTE_SIZE / 2 : 0;
  size_t end = least(begin + QUOTE_SIZE, regex.length);
  while (begin < end && ((unsigned char)regex.start[begin] & 0xC0) == 0x80) {
    begin++;
  }
  while (end < regex.length && end > begin &&
         ((unsigned char)regex.start[end] & 0xC0) == 0x80) {
    end--;
  }
  return att_slice_part(regex, begin, end);
}

static AttStatus
compile_fail(Slice regex, int error, size_t at, Place place,
             const AttSink* sink) {
  if (error == PCRE2_ERROR_HEAP_FAILED) {
    return ATT_NO_MEMORY;
  }
  PCRE2_UCHAR message[200];
  if (pcre2_get_error_message(error, message, sizeof message) < 0) {
    message[0] = '\0';
  }
  const Slice quote = quote_at(regex, at);
  att_report(sink, ATT_ERROR, place,
             "The regular expression does not compile: %s, at byte %zu, "
             "near \"%.*s\"",
             (const char*)message, at, (int)quote.length, quote.start);
  return ATT_ONTOLOGY;
}

static AttStatus
code_check(const pcre2_code* code, Place place, const AttSink* sink) {
  uint32_t groups = 0;
  (void)pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
  if (groups >= PATTERN_GROUPS) {
    att_report(sink, ATT_ERROR, place,
               "The regular expression has %u groups; %d are the most", groups,
               PATTERN_GROUPS - 1);
    return ATT_ONTOLOGY;
  }
  return ATT_OK;
}

AttStatus
att_pattern_compile(Slice regex, Place place, const AttSink* sink,
                    Pattern** out) {
  int error = 0;
  size_t at = 0;
  pcre2_code* const code =
    pcre2_compile(bytes_of(regex), regex.length,
                  PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &error, &at,
                  NULL);
  if (code == NULL) {
    return compile_fail(regex, error, at, place, sink);
  }
  const AttStatus status = code_check(code, place, sink);
  Pattern* const pattern = status == ATT_OK ? malloc(sizeof *pattern) : NULL;
  Usage* const usage = pattern == NULL ? NULL : malloc(sizeof *usage);
  if (usage == NULL) {
    free(pattern);
    pcre2_code_free(code);
    return status == ATT_OK ? ATT_NO_MEMORY : status;
  }
  atomic_init(&usage->bytes, 0);
  atomic_init(&usage->fast, false);
  *pattern = (Pattern){ .code = code, .usage = usage };
  *out = pattern;
  return ATT_OK;
}

void
att_pattern_free(Pattern* pattern) {
  if (pattern != NULL) {
    pcre2_code_free(pattern->code);
    free(pattern->usage);
    free(pattern);
  }
}

unsigned
att_pattern_group(const Pattern* pattern, const char* name) {
  const int group =
    pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)name);
  return group > 0 ? (unsigned)group : 0;
}

AttStatus
att_matcher_new(Matcher** out) {
  Matcher* const matcher = calloc(1, sizeof *matcher);
  if (matcher == NULL) {
    return ATT_NO_MEMORY;
  }
  matcher->data = pcre2_match_data_create(PATTERN_GROUPS, NULL);
  matcher->context = pcre2_match_context_create(NULL);
  if (matcher->data == NULL || matcher->context == NULL) {
    att_matcher_free(matcher);
    return ATT_NO_MEMORY;
  }
  (void)pcre2_set_match_limit(matcher->context, MATCH_LIMIT);
  (void)pcre2_set_depth_limit(matcher->context, DEPTH_LIMIT);
  (void)pcre2_set_heap_limit(matcher->context, HEAP_LIMIT);
  matcher->stack = pcre2_jit_stack_create(STACK_START, STACK_LIMIT, NULL);
  if (matcher->stack != NULL) {
    pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
  }
  *out = matcher;
  return ATT_OK;
}

void
att_matcher_free(Matcher* matcher) {
  if (matcher != NULL) {
    pcre2_jit_stack_free(matcher->stack);
    pcre2_match_context_free(matcher->context);
    pcre2_match_data_free(matcher->data);
    free(matcher);
  }
}

const Pattern*
att_matcher_runaway(const Matcher* matcher) {
  return matcher->runaway;
}

static AttStatus
match_status(int result) {
  switch (result) {
  case PCRE2_ERROR_NOMATCH:
    return ATT_OK;
  case PCRE2_ERROR_NOMEMORY:
    return ATT_NO_MEMORY;
  case PCRE2_ERROR_MATCHLIMIT:
  case PCRE2_ERROR_DEPTHLIMIT:
  case PCRE2_ERROR_HEAPLIMIT:
  case PCRE2_ERROR_JIT_STACKLIMIT:
  case PCRE2_ERROR_RECURSELOOP:
    return ATT_LIMIT;
  default:
    return ATT_INPUT;
  }
}

static void
groups_fill(const Matcher* matcher, size_t count, PatternMatch* out) {
  const size_t* const offsets = pcre2_get_ovector_pointer(matcher->data);
  for (size_t i = 0; i < count; i++) {
    if (offsets[2 * i] != PCRE2_UNSET) {
      out->groups[i] =
        (PatternSpan){ offsets[2 * i], offsets[2 * i + 1], true };
    }
  }
}

/* Counts a match against `bytes`, and makes the pattern fast when it is worth
 * it: the one thread that crosses the line does, while others go on without.
 * Where there is no JIT, or no memory for it, it matches slower. */
static uint32_t
match_options(const Pattern* pattern, size_t bytes) {
  Usage* const usage = pattern->usage;
  if (!atomic_load_explicit(&usage->fast, memory_order_acquire)) {
    const size_t before = atomic_fetch_add(&usage->bytes, bytes);
    if (before >= JIT_WORTH || before + bytes < JIT_WORTH) {
      return PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT;
    }
    (void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
    atomic_store_explicit(&usage->fast, true, memory_order_release);
  }
  return PCRE2_NO_UTF_CHECK;
}

AttStatus
att_pattern_match(const Pattern* pattern, Matcher* matcher, Slice subject,
                  size_t from, PatternMatch* out) {
  PatternMatch match = { 0 };
  if (from <= subject.length) {
    const int result =
      pcre2_match(pattern->code, bytes_of(subject), subject.length, from,
                  match_options(pattern, subject.length - from), matcher->data,
                  matcher->context);
    if (result < 0) {
      const AttStatus status = match_status(result);
      matcher->runaway = status == ATT_LIMIT ? pattern : matcher->runaway;
      TRY(status);
    } else {
      match.found = true;
      groups_fill(matcher, (size_t)result, &match);
    }
  }
  *out = match;
  return ATT_OK;
}
