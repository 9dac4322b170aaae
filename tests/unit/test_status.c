/* Statuses: a sentence for each, and diagnostics that reach the sink. */
/* SPDX-License-Identifier: MIT */
#include "base/status.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct Seen {
  size_t count;
  AttSeverity severity;
  unsigned line;
  unsigned column;
  size_t length;
  char message[64]; /* its beginning */
} Seen;

static void
see(void* user, const AttDiagnostic* diagnostic) {
  Seen* const seen = user;
  seen->count++;
  seen->severity = diagnostic->severity;
  seen->line = diagnostic->line;
  seen->column = diagnostic->column;
  seen->length = strlen(diagnostic->message);
  strncpy(seen->message, diagnostic->message, sizeof seen->message - 1);
}

static void
every_status_has_its_own_sentence(void** state) {
  (void)state;
  for (unsigned i = 0; i < ATT_STATUS_COUNT; i++) {
    const char* const text = att_status_text((AttStatus)i);
    assert_true(text[0] >= 'A' && text[0] <= 'Z');
    assert_int_not_equal(text[strlen(text) - 1], '.');
    for (unsigned j = 0; j < i; j++) {
      assert_string_not_equal(text, att_status_text((AttStatus)j));
    }
  }
  assert_non_null(att_status_text((AttStatus)9999));
}

static void
a_report_reaches_the_sink(void** state) {
  (void)state;
  Seen seen = { 0 };
  const AttSink sink = { see, &seen };
  att_report(&sink, ATT_WARNING, (Place){ "a.ttl", 7, 3 }, "Found %d of %s", 3,
             "them");
  assert_int_equal(seen.count, 1);
  assert_int_equal(seen.severity, ATT_WARNING);
  assert_int_equal(seen.line, 7);
  assert_int_equal(seen.column, 3);
  assert_string_equal(seen.message, "Found 3 of them");
}

static void
a_missing_sink_drops_reports(void** state) {
  (void)state;
  const AttSink empty = { 0 };
  att_report(NULL, ATT_ERROR, (Place){ 0 }, "Lost");
  att_report(&empty, ATT_ERROR, (Place){ 0 }, "Lost");
}

static void
a_long_report_is_cut(void** state) {
  (void)state;
  char text[3000];
  memset(text, 'x', sizeof text - 1);
  text[sizeof text - 1] = '\0';
  Seen seen = { 0 };
  const AttSink sink = { see, &seen };
  att_report(&sink, ATT_ERROR, (Place){ 0 }, "%s", text);
  assert_int_equal(seen.length, 1000);
}

static AttStatus
pass_up(AttStatus status, int* reached) {
  TRY(status);
  *reached = 1;
  return ATT_OK;
}

static void
try_leaves_on_failure_alone(void** state) {
  (void)state;
  int reached = 0;
  assert_int_equal(pass_up(ATT_LIMIT, &reached), ATT_LIMIT);
  assert_int_equal(reached, 0);
  assert_int_equal(pass_up(ATT_OK, &reached), ATT_OK);
  assert_int_equal(reached, 1);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_status_has_its_own_sentence),
    cmocka_unit_test(a_report_reaches_the_sink),
    cmocka_unit_test(a_missing_sink_drops_reports),
    cmocka_unit_test(a_long_report_is_cut),
    cmocka_unit_test(try_leaves_on_failure_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
