/* A pattern: one regular expression for surface grammar. */
/* SPDX-License-Identifier: MIT */
#include "ontology/pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

typedef struct Report {
  unsigned count;
  unsigned line;
  char message[400];
} Report;

static void
report_take(void* user, const AttDiagnostic* diagnostic) {
  Report* const report = user;
  report->count++;
  report->line = diagnostic->line;
  (void)snprintf(report->message, sizeof report->message, "%s",
                 diagnostic->message);
}

static Pattern*
compiled(const char* regex) {
  Pattern* pattern = NULL;
  assert_int_equal(att_pattern_compile(att_slice(regex),
                                       (Place){ .file = "a.ttl", .line = 1 },
                                       NULL, &pattern),
                   ATT_OK);
  return pattern;
}

/* Matches once; the pattern is freed. */
static PatternMatch
matched(const char* regex, const char* subject, size_t from) {
  Matcher* matcher = NULL;
  PatternMatch match;
  Pattern* const pattern = compiled(regex);
  assert_int_equal(att_matcher_new(&matcher), ATT_OK);
  assert_int_equal(att_pattern_match(pattern, matcher, att_slice(subject), from,
                                     &match),
                   ATT_OK);
  att_matcher_free(matcher);
  att_pattern_free(pattern);
  return match;
}

/* What refusing `regex` says. */
static Report
refused(const char* regex) {
  Report report = { 0 };
  const AttSink sink = { report_take, &report };
  Pattern* pattern = NULL;
  assert_int_equal(att_pattern_compile(att_slice(regex),
                                       (Place){ .file = "a.ttl", .line = 7 },
                                       &sink, &pattern),
                   ATT_ONTOLOGY);
  assert_null(pattern);
  assert_int_equal(report.count, 1);
  assert_int_equal(report.line, 7);
  return report;
}

static void
a_match_says_where_its_groups_are(void** state) {
  (void)state;
  const PatternMatch match = matched("(a+)(x)?(b+)", "..aabbb", 0);
  assert_true(match.found);
  assert_int_equal(match.groups[0].begin, 2);
  assert_int_equal(match.groups[0].end, 7);
  assert_int_equal(match.groups[1].end, 4);
  assert_false(match.groups[2].set);
  assert_int_equal(match.groups[3].begin, 4);
  assert_false(match.groups[4].set);
}

static void
groups_go_by_name(void** state) {
  (void)state;
  Pattern* const pattern = compiled("(?<day>\\d+) (?<month>\\w+)");
  assert_int_equal(att_pattern_group(pattern, "day"), 1);
  assert_int_equal(att_pattern_group(pattern, "month"), 2);
  assert_int_equal(att_pattern_group(pattern, "year"), 0);
  att_pattern_free(pattern);
}

static void
matching_starts_where_it_is_told(void** state) {
  (void)state;
  assert_int_equal(matched("o", "foo", 2).groups[0].begin, 2);
  assert_false(matched("o", "foo", 3).found);
  assert_false(matched("o", "foo", 4).found);
}

static void
what_lies_before_the_start_is_seen(void** state) {
  (void)state;
  assert_true(matched("(?<=f)o", "foo", 1).found);
  assert_false(matched("^o", "foo", 1).found);
}

static void
letters_of_every_script_are_letters(void** state) {
  (void)state;
  const PatternMatch match = matched("\\w+", "- Đorđe", 0);
  assert_int_equal(match.groups[0].begin, 2);
  assert_int_equal(match.groups[0].end, 9);
}

static void
nothing_is_a_subject(void** state) {
  (void)state;
  Matcher* matcher = NULL;
  PatternMatch match;
  Pattern* const pattern = compiled("a*");
  assert_int_equal(att_matcher_new(&matcher), ATT_OK);
  assert_int_equal(att_pattern_match(pattern, matcher, (Slice){ NULL, 0 }, 0,
                                     &match),
                   ATT_OK);
  assert_true(match.found);
  att_matcher_free(matcher);
  att_pattern_free(pattern);
}

static void
a_mistake_is_told_with_its_byte(void** state) {
  (void)state;
  assert_non_null(strstr(refused("ab(cd").message, "at byte 5"));
  assert_non_null(strstr(refused("ab(cd").message, "near \"ab(cd\""));
  (void)refused("(?<x>a)(?<x>b)");
  (void)refused("\xff");
  (void)refused("\\C");
}

static void
too_many_groups_are_refused(void** state) {
  (void)state;
  char regex[3 * PATTERN_GROUPS + 1];
  for (size_t i = 0; i < PATTERN_GROUPS; i++) {
    memcpy(regex + 3 * i, "(a)", 4);
  }
  assert_non_null(strstr(refused(regex).message, "24 groups"));
  regex[3 * (PATTERN_GROUPS - 1)] = '\0';
  att_pattern_free(compiled(regex));
}

static void
a_runaway_pattern_is_no_missing_match(void** state) {
  (void)state;
  Matcher* matcher = NULL;
  PatternMatch match = { .found = true };
  Pattern* const pattern = compiled("(?:a+)+(?:a+)+$");
  assert_int_equal(att_matcher_new(&matcher), ATT_OK);
  Pattern* const tame = compiled("x");
  PatternMatch none = { .found = true };
  assert_int_equal(att_pattern_match(tame, matcher, SLICE("a"), 0, &none),
                   ATT_OK);
  assert_false(none.found);
  assert_null(att_matcher_runaway(matcher));
  assert_int_equal(
    att_pattern_match(pattern, matcher,
                      SLICE("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"),
                      0, &match),
    ATT_LIMIT);
  assert_true(match.found);
  assert_ptr_equal(att_matcher_runaway(matcher), pattern);
  att_pattern_free(tame);
  att_matcher_free(matcher);
  att_pattern_free(pattern);
}

static void
a_matcher_serves_many_patterns(void** state) {
  (void)state;
  Matcher* matcher = NULL;
  PatternMatch match;
  Pattern* const wide = compiled("(a)(b)(c)");
  Pattern* const narrow = compiled("a");
  assert_int_equal(att_matcher_new(&matcher), ATT_OK);
  assert_int_equal(att_pattern_match(wide, matcher, SLICE("abc"), 0, &match),
                   ATT_OK);
  assert_true(match.groups[3].set);
  assert_int_equal(att_pattern_match(narrow, matcher, SLICE("abc"), 0, &match),
                   ATT_OK);
  assert_true(match.groups[0].set);
  assert_false(match.groups[1].set);
  att_matcher_free(matcher);
  att_pattern_free(wide);
  att_pattern_free(narrow);
}

static void
freeing_accepts_nothing(void** state) {
  (void)state;
  att_pattern_free(NULL);
  att_matcher_free(NULL);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_match_says_where_its_groups_are),
    cmocka_unit_test(groups_go_by_name),
    cmocka_unit_test(matching_starts_where_it_is_told),
    cmocka_unit_test(what_lies_before_the_start_is_seen),
    cmocka_unit_test(letters_of_every_script_are_letters),
    cmocka_unit_test(nothing_is_a_subject),
    cmocka_unit_test(a_mistake_is_told_with_its_byte),
    cmocka_unit_test(too_many_groups_are_refused),
    cmocka_unit_test(a_runaway_pattern_is_no_missing_match),
    cmocka_unit_test(a_matcher_serves_many_patterns),
    cmocka_unit_test(freeing_accepts_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
