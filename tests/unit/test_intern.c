/* Interned strings: equal bytes, equal id. */
/* SPDX-License-Identifier: MIT */
#include "base/intern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#define CEILING ((size_t)64 * 1024 * 1024)

static Slice
numbered(char* buffer, size_t size, unsigned number) {
  const int length = snprintf(buffer, size, "name-%u", number);
  return (Slice){ buffer, (size_t)length };
}

static void
equal_bytes_have_one_id(void** state) {
  (void)state;
  Arena arena = att_arena_begin(CEILING);
  Intern intern = { 0 };
  uint32_t first = 0;
  uint32_t second = 0;
  uint32_t other = 0;
  char copy[] = "Oslo";
  assert_int_equal(att_intern(&arena, &intern, SLICE("Oslo"), &first), ATT_OK);
  assert_int_equal(att_intern(&arena, &intern, SLICE("oslo"), &other), ATT_OK);
  assert_int_equal(att_intern(&arena, &intern, att_slice(copy), &second),
                   ATT_OK);
  assert_int_equal(first, 1);
  assert_int_equal(second, first);
  assert_int_equal(other, 2);
  att_arena_end(&arena);
}

static void
strings_outlive_what_they_came_from(void** state) {
  (void)state;
  Arena arena = att_arena_begin(CEILING);
  Intern intern = { 0 };
  uint32_t id = 0;
  char buffer[] = "Quito";
  assert_int_equal(att_intern(&arena, &intern, att_slice(buffer), &id), ATT_OK);
  buffer[0] = 'q';
  assert_true(att_slice_is(att_intern_string(&intern, id), "Quito"));
  att_arena_end(&arena);
}

static void
ids_hold_while_it_grows(void** state) {
  (void)state;
  Arena arena = att_arena_begin(CEILING);
  Intern intern = { 0 };
  char buffer[32];
  for (unsigned i = 1; i <= 10000; i++) {
    uint32_t id = 0;
    const Slice name = numbered(buffer, sizeof buffer, i);
    assert_int_equal(att_intern(&arena, &intern, name, &id), ATT_OK);
    assert_int_equal(id, i);
  }
  for (unsigned i = 1; i <= 10000; i++) {
    const Slice name = numbered(buffer, sizeof buffer, i);
    assert_int_equal(att_intern_find(&intern, name), i);
    assert_true(att_slice_equals(att_intern_string(&intern, i), name));
  }
  att_arena_end(&arena);
}

static void
what_never_came_is_none(void** state) {
  (void)state;
  Arena arena = att_arena_begin(CEILING);
  Intern intern = { 0 };
  uint32_t id = 0;
  assert_int_equal(att_intern_find(&intern, SLICE("x")), INTERN_NONE);
  assert_int_equal(att_intern(&arena, &intern, SLICE("x"), &id), ATT_OK);
  assert_int_equal(att_intern_find(&intern, SLICE("y")), INTERN_NONE);
  assert_int_equal(att_intern_string(&intern, INTERN_NONE).length, 0);
  att_arena_end(&arena);
}

static void
takes_empty_strings_and_nul_bytes(void** state) {
  (void)state;
  Arena arena = att_arena_begin(CEILING);
  Intern intern = { 0 };
  uint32_t empty = 0;
  uint32_t short_one = 0;
  uint32_t long_one = 0;
  assert_int_equal(att_intern(&arena, &intern, SLICE(""), &empty), ATT_OK);
  assert_int_equal(att_intern(&arena, &intern, SLICE("a"), &short_one), ATT_OK);
  assert_int_equal(att_intern(&arena, &intern, SLICE("a\0b"), &long_one),
                   ATT_OK);
  assert_int_not_equal(empty, short_one);
  assert_int_not_equal(short_one, long_one);
  assert_int_equal(att_intern_string(&intern, long_one).length, 3);
  att_arena_end(&arena);
}

static void
a_low_ceiling_is_an_ordinary_answer(void** state) {
  (void)state;
  for (size_t ceiling = 0; ceiling < 8192; ceiling += 512) {
    Arena arena = att_arena_begin(ceiling);
    Intern intern = { 0 };
    char buffer[32];
    AttStatus status = ATT_OK;
    for (unsigned i = 1; i <= 500 && status == ATT_OK; i++) {
      uint32_t id = 0;
      status =
        att_intern(&arena, &intern, numbered(buffer, sizeof buffer, i), &id);
    }
    assert_int_equal(status, ATT_NO_MEMORY);
    att_arena_end(&arena);
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(equal_bytes_have_one_id),
    cmocka_unit_test(strings_outlive_what_they_came_from),
    cmocka_unit_test(ids_hold_while_it_grows),
    cmocka_unit_test(what_never_came_is_none),
    cmocka_unit_test(takes_empty_strings_and_nul_bytes),
    cmocka_unit_test(a_low_ceiling_is_an_ordinary_answer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
