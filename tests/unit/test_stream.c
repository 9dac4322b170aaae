/* Streams: lines and files come out as they went in, packed or not. */
/* SPDX-License-Identifier: MIT */
#include "base/stream.h"

#include "base/codec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static char path[] = "stream-XXXXXX";
static const AttSink sink = { 0 };

static int
file_make(void** state) {
  (void)state;
  const int file = mkstemp(path);
  return file < 0 ? 1 : close(file);
}

static int
file_remove(void** state) {
  (void)state;
  return unlink(path);
}

static void
file_write(const char* bytes, size_t length) {
  FILE* const file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, length, file), length);
  assert_int_equal(fclose(file), 0);
}

static Stream*
stream_of(const char* text) {
  Stream* stream = NULL;
  file_write(text, strlen(text));
  assert_int_equal(att_stream_open(path, &sink, &stream), ATT_OK);
  return stream;
}

static void
line_expect(Stream* stream, const char* expected) {
  Slice line;
  bool more = false;
  assert_int_equal(att_stream_line(stream, 100, &line, &more), ATT_OK);
  assert_true(more);
  assert_int_equal(line.length, strlen(expected));
  assert_string_equal(line.start, expected);
}

static void
end_expect(Stream* stream) {
  Slice line;
  bool more = true;
  assert_int_equal(att_stream_line(stream, 100, &line, &more), ATT_OK);
  assert_false(more);
}

static void
lines_come_one_by_one(void** state) {
  (void)state;
  Stream* const stream = stream_of("one\n\nthree");
  line_expect(stream, "one");
  line_expect(stream, "");
  line_expect(stream, "three");
  end_expect(stream);
  end_expect(stream);
  assert_int_equal(att_stream_offset(stream), 10);
  att_stream_close(stream);
}

static void
an_empty_file_has_no_line(void** state) {
  (void)state;
  Stream* const stream = stream_of("");
  end_expect(stream);
  att_stream_close(stream);
}

static void
a_line_too_long_is_passed_over(void** state) {
  (void)state;
  const size_t length = 300000;
  char* const text = malloc(length);
  assert_non_null(text);
  memset(text, 'x', length);
  memcpy(text, "one\n", 4);
  memcpy(text + length - 6, "\nlast", 6);
  Stream* const stream = stream_of(text);
  Slice line;
  bool more = false;
  line_expect(stream, "one");
  assert_int_equal(att_stream_line(stream, 100, &line, &more), ATT_LIMIT);
  assert_true(more);
  line_expect(stream, "last");
  end_expect(stream);
  att_stream_close(stream);
  free(text);
}

static void
a_peek_takes_nothing_away(void** state) {
  (void)state;
  Stream* const stream = stream_of("one\ntwo");
  Slice head;
  assert_int_equal(att_stream_peek(stream, &head), ATT_OK);
  assert_int_equal(head.length, 7);
  line_expect(stream, "one");
  att_stream_close(stream);
}

static void
the_rest_has_a_limit(void** state) {
  (void)state;
  Slice rest;
  bool more = false;
  Stream* stream = stream_of("0123456789");
  assert_int_equal(att_stream_rest(stream, 9, &rest, &more), ATT_LIMIT);
  att_stream_close(stream);
  stream = stream_of("0123456789");
  assert_int_equal(att_stream_rest(stream, 10, &rest, &more), ATT_OK);
  assert_string_equal(rest.start, "0123456789");
  att_stream_close(stream);
}

static void
what_gzip_packs_comes_out_again(void** state) {
  (void)state;
  const size_t length = 500000;
  char* const text = malloc(length + 1);
  assert_non_null(text);
  for (size_t i = 0; i < length; i++) {
    text[i] = (char)('a' + (i * i / 7) % 26);
  }
  text[length] = '\0';
  FILE* const file = fopen(path, "wb");
  assert_non_null(file);
  for (size_t i = 0; i < 2; i++) {
    Gzip* gzip = NULL;
    assert_int_equal(att_gzip_new(file, &gzip), ATT_OK);
    assert_int_equal(att_gzip_put(gzip, text, length / 2, false), ATT_OK);
    assert_int_equal(att_gzip_put(gzip, text + length / 2, length - length / 2,
                                  true),
                     ATT_OK);
    att_gzip_free(gzip);
  }
  assert_int_equal(fclose(file), 0);
  Stream* stream = NULL;
  Slice rest;
  bool more = false;
  assert_int_equal(att_stream_open(path, &sink, &stream), ATT_OK);
  assert_int_equal(att_stream_rest(stream, length * 2, &rest, &more), ATT_OK);
  assert_int_equal(rest.length, length * 2);
  assert_memory_equal(rest.start, text, length);
  assert_memory_equal(rest.start + length, text, length);
  att_stream_close(stream);
  free(text);
}

static void
what_is_cut_off_is_an_error(void** state) {
  (void)state;
  static const char cut[] = "\x1F\x8B\x08\0\0\0\0\0\0\x03\x4B\x4C";
  Stream* stream = NULL;
  Slice rest;
  bool more = false;
  file_write(cut, sizeof cut - 1);
  assert_int_equal(att_stream_open(path, &sink, &stream), ATT_OK);
  assert_int_equal(att_stream_rest(stream, 100, &rest, &more), ATT_IO);
  att_stream_close(stream);
}

static void
a_missing_file_is_an_error(void** state) {
  (void)state;
  Stream* stream = NULL;
  assert_int_equal(att_stream_open("/nowhere/at/all", &sink, &stream), ATT_IO);
  assert_null(stream);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(lines_come_one_by_one),
    cmocka_unit_test(an_empty_file_has_no_line),
    cmocka_unit_test(a_line_too_long_is_passed_over),
    cmocka_unit_test(a_peek_takes_nothing_away),
    cmocka_unit_test(the_rest_has_a_limit),
    cmocka_unit_test(what_gzip_packs_comes_out_again),
    cmocka_unit_test(what_is_cut_off_is_an_error),
    cmocka_unit_test(a_missing_file_is_an_error),
  };
  return cmocka_run_group_tests(tests, file_make, file_remove);
}
