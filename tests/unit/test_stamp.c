/* Stamps: the day comes out of what machines write, or nothing does. */
/* SPDX-License-Identifier: MIT */
#include "corpus/stamp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct Case {
  const char* text;
  const char* day; /**< NULL: none. */
} Case;

static void
cases_check(const Case* cases, size_t count) {
  Arena arena = att_arena_begin(1024 * 1024);
  for (size_t i = 0; i < count; i++) {
    const char* day = NULL;
    assert_int_equal(att_stamp_day(&arena, att_slice(cases[i].text), &day),
                     ATT_OK);
    if (cases[i].day == NULL) {
      assert_null(day);
    } else {
      assert_non_null(day);
      assert_string_equal(day, cases[i].day);
    }
  }
  att_arena_end(&arena);
}

static void
iso_times_give_their_day(void** state) {
  (void)state;
  static const Case cases[] = {
    { "2026-03-11", "2026-03-11" },
    { " 2026-03-11T09:30:00+01:00\n", "2026-03-11" },
    { "2024-02-29 10:00", "2024-02-29" },
    { "2023-02-29", NULL },
    { "2026-03-111", NULL },
    { "2026-03", NULL },
    { "2026", NULL },
  };
  cases_check(cases, sizeof cases / sizeof *cases);
}

static void
rss_times_give_their_day(void** state) {
  (void)state;
  static const Case cases[] = {
    { "Wed, 11 Mar 2026 09:30:00 GMT", "2026-03-11" },
    { "1 Jan 2026 00:00 +0000", "2026-01-01" },
    { "31 Feb 2026", NULL },
    { "Wed, 11 March", NULL },
    { "11 Mar 26", NULL },
    { "Wed,", NULL },
    { "", NULL },
    { "1", NULL },
    { "11 Ma", NULL },
  };
  cases_check(cases, sizeof cases / sizeof *cases);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(iso_times_give_their_day),
    cmocka_unit_test(rss_times_give_their_day),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
