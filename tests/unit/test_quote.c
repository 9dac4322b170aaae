/* Quotes: the words between quotation marks. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

#include "reading/quote.h"

/* Typographic marks. */
#define OPEN "\xE2\x80\x9C"
#define SHUT "\xE2\x80\x9D"
#define LEFT "\xC2\xAB"
#define RIGHT "\xC2\xBB"

/* The quotes of `text` must be `expected`, with a bar between. */
static void
assert_quotes(void** state, const char* text, const char* expected) {
  Fixture* const fixture = *state;
  const Article* const article = article_read(state, text);
  Quotes quotes;
  assert_int_equal(att_quotes_find(&fixture->reader->article,
                                   &article->document, &quotes),
                   ATT_OK);
  char found[500] = "";
  for (size_t i = 0; i < quotes.items.length; i++) {
    const Quote quote = quotes.items.items[i];
    const Slice words = words_of(article, quote.first, quote.end);
    strcat(found, i == 0 ? "" : "|");
    strncat(found, words.start, words.length);
    for (uint32_t token = quote.first; token < quote.end; token++) {
      assert_int_equal(quotes.of_token[token], i);
    }
  }
  assert_string_equal(found, expected);
}

static void
straight_marks_quote(void** state) {
  assert_quotes(state, "\"We are ready\", she said.", "We are ready");
}

static void
typographic_marks_quote(void** state) {
  assert_quotes(state, OPEN "We are ready" SHUT ", she said.", "We are ready");
  assert_quotes(state, LEFT "We are ready" RIGHT ", she said.", "We are ready");
}

static void
a_sentence_may_hold_several(void** state) {
  assert_quotes(state,
                "It was \"good\" and \"quick\" and " OPEN "dear" SHUT ".",
                "good|quick|dear");
}

static void
a_quote_may_span_sentences(void** state) {
  assert_quotes(state, "She said: " OPEN "We are ready. We wait." SHUT,
                "We are ready. We wait.");
}

static void
a_quote_ends_with_its_paragraph(void** state) {
  assert_quotes(state, "\"We are ready.\n\n\"We will wait,\" she said.",
                "We are ready.|We will wait,");
}

static void
a_quote_may_stay_open_to_the_end(void** state) {
  assert_quotes(state, "She said: \"We are ready.", "We are ready.");
}

static void
apostrophes_do_not_quote(void** state) {
  assert_quotes(state, "Norway's minister didn\xE2\x80\x99t say 'maybe'.", "");
}

static void
nothing_quoted_is_no_quote(void** state) {
  assert_quotes(state, "She said \"\" and left.", "");
  assert_quotes(state, "\"", "");
  assert_quotes(state, "", "");
}

static void
a_closing_mark_alone_is_none(void** state) {
  assert_quotes(state, "She left" SHUT " and said " OPEN "yes" SHUT ".", "yes");
}

static void
what_is_outside_belongs_to_none(void** state) {
  Fixture* const fixture = *state;
  const Article* const article =
    article_read(state, "She said \"we are ready\" today.");
  Quotes quotes;
  assert_int_equal(att_quotes_find(&fixture->reader->article,
                                   &article->document, &quotes),
                   ATT_OK);
  assert_int_equal(quotes.of_token[token_of(article, "said")], NOTHING);
  assert_int_equal(quotes.of_token[token_of(article, "today")], NOTHING);
  assert_int_equal(quotes.of_token[token_of(article, "\"")], NOTHING);
  assert_int_equal(quotes.of_token[token_of(article, "ready")], 0);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(straight_marks_quote),
    cmocka_unit_test(typographic_marks_quote),
    cmocka_unit_test(a_sentence_may_hold_several),
    cmocka_unit_test(a_quote_may_span_sentences),
    cmocka_unit_test(a_quote_ends_with_its_paragraph),
    cmocka_unit_test(a_quote_may_stay_open_to_the_end),
    cmocka_unit_test(apostrophes_do_not_quote),
    cmocka_unit_test(nothing_quoted_is_no_quote),
    cmocka_unit_test(a_closing_mark_alone_is_none),
    cmocka_unit_test(what_is_outside_belongs_to_none),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
