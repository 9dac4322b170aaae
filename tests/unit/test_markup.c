/* Markup: the text of a page is its paragraphs, and nothing around them. */
/* SPDX-License-Identifier: MIT */
#include "corpus/markup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void
fragment_expect(const char* html, const char* expected) {
  Arena arena = att_arena_begin(16 * 1024 * 1024);
  Slice text;
  assert_int_equal(att_markup_fragment(&arena, att_slice(html), &text), ATT_OK);
  assert_string_equal(text.start, expected);
  assert_int_equal(text.length, strlen(expected));
  att_arena_end(&arena);
}

static void
blocks_are_paragraphs(void** state) {
  (void)state;
  fragment_expect("<p>One\n  <b>and</b>\tone.<p>Two.<div>Three<br>four</div>",
                  "One and one.\n\nTwo.\n\nThree four\n");
  fragment_expect("plain &amp; simple", "plain & simple\n");
  fragment_expect("", "");
  fragment_expect("<p></p><div> </div>", "");
}

static void
what_stands_around_is_left_out(void** state) {
  (void)state;
  fragment_expect("<nav>a</nav><p>Text.</p><script>b</script><aside>c</aside>"
                  "<div hidden>d</div><div aria-hidden=true>e</div>"
                  "<div role=navigation>f</div><style>g</style>",
                  "Text.\n");
}

static void
blocks_of_links_are_left_out(void** state) {
  (void)state;
  fragment_expect("<p>A <a href=x>link</a> in words.</p>"
                  "<p><a href=x>Read this too</a> now</p>",
                  "A link in words.\n");
}

static AttArticle
page_of(Arena* arena, const char* html) {
  const Origin origin = { .name = "page" };
  AttArticle article;
  assert_int_equal(att_page_read(arena, att_slice(html), &origin, &article),
                   ATT_OK);
  return article;
}

static void
the_one_heading_is_the_headline(void** state) {
  (void)state;
  Arena arena = att_arena_begin(16 * 1024 * 1024);
  AttArticle article =
    page_of(&arena,
            "<title>a - b</title><body><h1> The\n<i>head</i> </h1><p>Text.");
  assert_string_equal(article.title, "The head");
  assert_string_equal(article.text, "Text.\n");
  article = page_of(&arena, "<title>a - b</title><h1>x</h1><h1>y</h1><p>Text.");
  assert_string_equal(article.title, "a - b");
  assert_string_equal(article.text, "x\n\ny\n\nText.\n");
  att_arena_end(&arena);
}

static void
the_article_is_the_largest(void** state) {
  (void)state;
  Arena arena = att_arena_begin(16 * 1024 * 1024);
  const AttArticle article =
    page_of(&arena, "<p>Around.</p><article><p>Short.</p></article>"
                    "<article><p>The longer one.</p></article><p>Around.</p>");
  assert_string_equal(article.text, "The longer one.\n");
  att_arena_end(&arena);
}

static void
the_date_is_the_surest(void** state) {
  (void)state;
  Arena arena = att_arena_begin(16 * 1024 * 1024);
  AttArticle article =
    page_of(&arena, "<meta name=date content=2026-01-01><meta "
                    "property=article:published_time content=2026-01-02T00:00Z>"
                    "<p>Text.<time datetime=2026-01-03></time>");
  assert_string_equal(article.date, "2026-01-02");
  article = page_of(&arena, "<p>Text.<time datetime=2026-01-03></time>");
  assert_string_equal(article.date, "2026-01-03");
  att_arena_end(&arena);
}

static void
pages_and_feeds_are_told_apart(void** state) {
  (void)state;
  assert_true(att_page_is(SLICE("\n<!DOCTYPE html><p>")));
  assert_true(att_page_is(SLICE("<!-- a --><HTML>")));
  assert_false(att_page_is(SLICE("<rss version=2>")));
  assert_false(att_page_is(SLICE("Text about <html>")));
  assert_false(att_page_is(SLICE("")));
  assert_true(att_feed_is(SLICE("<?xml version='1.0'?>\n<rss>")));
  assert_true(att_feed_is(SLICE("<feed xmlns='a'>")));
  assert_false(att_feed_is(SLICE("<html>")));
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(blocks_are_paragraphs),
    cmocka_unit_test(what_stands_around_is_left_out),
    cmocka_unit_test(blocks_of_links_are_left_out),
    cmocka_unit_test(the_one_heading_is_the_headline),
    cmocka_unit_test(the_article_is_the_largest),
    cmocka_unit_test(the_date_is_the_surest),
    cmocka_unit_test(pages_and_feeds_are_told_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
