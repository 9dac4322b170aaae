/* Records: a line of JSON is an article, or says why it is none. */
/* SPDX-License-Identifier: MIT */
#include "corpus/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct Reading {
  Arena arena;
  AttArticle article;
  char said[256];
} Reading;

static void
keep(void* user, const AttDiagnostic* diagnostic) {
  Reading* const reading = user;
  (void)snprintf(reading->said, sizeof reading->said, "%s:%u: %s",
                 diagnostic->file, diagnostic->line, diagnostic->message);
}

static AttStatus
read_line(Reading* reading, const char* line) {
  *reading = (Reading){ .arena = att_arena_begin(1024 * 1024) };
  const AttSink sink = { keep, reading };
  const Origin origin = { .name = "news",
                          .place = { "news.jsonl", 7 },
                          .sink = &sink };
  return att_record_read(&reading->arena, att_slice(line), &origin,
                         &reading->article);
}

static void
every_member_arrives(void** state) {
  (void)state;
  Reading reading;
  assert_int_equal(
    read_line(&reading,
              "{\"id\": \"a\", \"text\": \"b\\u00e9\", \"title\": \"c\", "
              "\"date\": \"2026-03-11T00:00:00Z\", \"url\": \"d:e\", "
              "\"language\": \"en\", \"other\": {\"text\": 1}}"),
    ATT_OK);
  assert_string_equal(reading.article.id, "a");
  assert_int_equal(reading.article.length, 3);
  assert_memory_equal(reading.article.text, "b\xC3\xA9", 3);
  assert_string_equal(reading.article.title, "c");
  assert_string_equal(reading.article.date, "2026-03-11");
  assert_string_equal(reading.article.url, "d:e");
  assert_string_equal(reading.article.language, "en");
  att_arena_end(&reading.arena);
}

static void
what_is_not_told_is_null(void** state) {
  (void)state;
  Reading reading;
  assert_int_equal(read_line(&reading, "{\"text\": \"\", \"title\": \"\"}"),
                   ATT_OK);
  assert_string_equal(reading.article.id, "news-7");
  assert_int_equal(reading.article.length, 0);
  assert_null(reading.article.title);
  assert_null(reading.article.date);
  assert_string_equal(reading.said, "");
  att_arena_end(&reading.arena);
}

static void
a_nul_is_a_byte_of_the_text(void** state) {
  (void)state;
  Reading reading;
  assert_int_equal(read_line(&reading, "{\"text\": \"a\\u0000b\"}"), ATT_OK);
  assert_int_equal(reading.article.length, 3);
  assert_memory_equal(reading.article.text, "a\0b", 3);
  att_arena_end(&reading.arena);
}

static void
what_is_no_article_says_why(void** state) {
  (void)state;
  static const char* const lines[][2] = {
    { "{", "news.jsonl:7: The line is no JSON: " },
    { "", "news.jsonl:7: The line is no JSON: " },
    { "[1]", "news.jsonl:7: The line holds no JSON object" },
    { "{\"text\": 3}", "news.jsonl:7: The object has no string called" },
  };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    Reading reading;
    assert_int_equal(read_line(&reading, lines[i][0]), ATT_INPUT);
    assert_memory_equal(reading.said, lines[i][1], strlen(lines[i][1]));
    att_arena_end(&reading.arena);
  }
}

static void
the_day_of_linked_data_is_found(void** state) {
  (void)state;
  Arena arena = att_arena_begin(1024 * 1024);
  const char* day = NULL;
  assert_int_equal(
    att_record_day(&arena,
                   SLICE("[{\"a\": {\"datePublished\": \"2026-03-11T09\"}}]"),
                   &day),
    ATT_OK);
  assert_string_equal(day, "2026-03-11");
  assert_int_equal(att_record_day(&arena, SLICE("{\"a\": 1}"), &day), ATT_OK);
  assert_null(day);
  assert_int_equal(att_record_day(&arena, SLICE("{"), &day), ATT_OK);
  assert_null(day);
  att_arena_end(&arena);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_member_arrives),
    cmocka_unit_test(what_is_not_told_is_null),
    cmocka_unit_test(a_nul_is_a_byte_of_the_text),
    cmocka_unit_test(what_is_no_article_says_why),
    cmocka_unit_test(the_day_of_linked_data_is_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
