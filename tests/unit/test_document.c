/* Documents: tokens, sentences, paragraphs, tags and lemmas of a text. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

static Slice
sentence_at(const Article* article, size_t at) {
  assert_true(at < article->document.tokens.sentences.length);
  const Sentence sentence = article->document.tokens.sentences.items[at];
  return words_of(article, sentence.first, sentence.end);
}

#define PIECES                                   \
  "Norway thanks Egypt\n\n"                      \
  "OSLO: Anna Berg met Omar Salem. He left.\n\n" \
  "She stayed.\n"

static void
sentences_know_their_paragraph(void** state) {
  const Article* const article = article_read(state, PIECES);
  static const struct {
    const char* words;
    ParagraphKind kind;
  } sentences[] = {
    { "Norway thanks Egypt", PARAGRAPH_TITLE },
    { "OSLO:", PARAGRAPH_DATELINE },
    { "Anna Berg met Omar Salem.", PARAGRAPH_BODY },
    { "He left.", PARAGRAPH_BODY },
    { "She stayed.", PARAGRAPH_BODY },
  };
  assert_int_equal(article->document.tokens.sentences.length, 5);
  for (uint32_t i = 0; i < 5; i++) {
    assert_true(att_slice_is(sentence_at(article, i), sentences[i].words));
    assert_int_equal(att_document_kind(&article->document, i),
                     sentences[i].kind);
    assert_int_equal(att_document_is_title(&article->document, i), i == 0);
  }
}

static void
tokens_know_their_sentence(void** state) {
  const Article* const article = article_read(state, PIECES);
  const Document* const document = &article->document;
  for (uint32_t i = 0; i < document->tokens.sentences.length; i++) {
    const Sentence sentence = document->tokens.sentences.items[i];
    for (uint32_t token = sentence.first; token < sentence.end; token++) {
      assert_int_equal(document->sentence_of[token], i);
    }
  }
}

static void
tokens_are_tagged_and_lemmatised(void** state) {
  const Article* const article = article_read(state, PIECES);
  const Document* const document = &article->document;
  const uint32_t met = token_of(article, "met");
  assert_int_equal(document->tags[met].upos, UPOS_VERB);
  assert_true(att_slice_is(document->lemmas[met], "meet"));
  assert_int_equal(document->tags[token_of(article, "Salem")].upos, UPOS_PROPN);
  assert_int_equal(document->tags[token_of(article, "He")].upos, UPOS_PRON);
}

static void
a_byte_finds_its_token(void** state) {
  const Article* const article = article_read(state, "Anna Berg  left.");
  const Document* const document = &article->document;
  static const uint32_t tokens[] = { 0, 0, 0, 0, 1, 1, 1, 1, 1,
                                     2, 2, 2, 2, 2, 2, 3, 4 };
  for (uint32_t at = 0; at < sizeof tokens / sizeof *tokens; at++) {
    assert_int_equal(att_document_token(document, at), tokens[at]);
  }
}

static void
a_span_goes_from_first_to_last(void** state) {
  const Article* const article = article_read(state, "Anna Berg  left.");
  const Span span = att_document_span(&article->document, 1, 3);
  assert_int_equal(span.begin, 5);
  assert_int_equal(span.end, 15);
}

static void
offsets_count_bytes_as_given(void** state) {
  const char* const text = "\xEF\xBB\xBF"
                           "Zo\xC3\xAB \xFF said: \xE2\x80\x9C"
                           "Caf\xC3\xA9\xE2\x80\x9D.\r\n"
                           "Ren\xC3\xA9 left.\r\n";
  const Article* const article = article_read(state, text);
  static const char* const words[] = { "Zo\xC3\xAB", "said", "Caf\xC3\xA9",
                                       "Ren\xC3\xA9", "left" };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    const Token* const token =
      &article->document.tokens.items.items[token_of(article, words[i])];
    const char* const there = strstr(text, words[i]);
    assert_int_equal(token->begin, there - text);
    assert_int_equal(token->end, token->begin + strlen(words[i]));
  }
}

static void
line_ends_of_windows_change_nothing(void** state) {
  const Article* article =
    article_read(state, "Norway thanks Egypt\n\nAnna Berg left.\nOmar came.\n");
  const size_t tokens = article->document.tokens.items.length;
  const size_t sentences = article->document.tokens.sentences.length;
  article = article_read(
    state, "Norway thanks Egypt\r\n\r\nAnna Berg left.\r\nOmar came.\r\n");
  assert_int_equal(article->document.tokens.items.length, tokens);
  assert_int_equal(article->document.tokens.sentences.length, sentences);
  assert_true(att_document_is_title(&article->document, 0));
}

static void
a_break_inside_a_word_is_mended(void** state) {
  const Article* const article =
    article_read(state,
                 "Anna Berg met the staff of the Ministry. T\n\nhe talks were "
                 "short.\n");
  assert_int_equal(article->document.tokens.sentences.length, 2);
  const uint32_t token = article->document.tokens.sentences.items[1].first;
  assert_true(
    att_slice_is(article->document.tokens.items.items[token].form, "The"));
}

static void
nothing_gives_no_token(void** state) {
  static const char* const texts[] = { "", " \n\t\r\n", "\xFF\xFE\x80" };
  for (size_t i = 0; i < 3; i++) {
    const Article* const article = article_read(state, texts[i]);
    assert_int_equal(article->document.tokens.items.length, 0);
    assert_int_equal(article->events.items.length, 0);
    assert_int_equal(att_document_token(&article->document, 0), 0);
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(sentences_know_their_paragraph),
    cmocka_unit_test(tokens_know_their_sentence),
    cmocka_unit_test(tokens_are_tagged_and_lemmatised),
    cmocka_unit_test(a_byte_finds_its_token),
    cmocka_unit_test(a_span_goes_from_first_to_last),
    cmocka_unit_test(offsets_count_bytes_as_given),
    cmocka_unit_test(line_ends_of_windows_change_nothing),
    cmocka_unit_test(a_break_inside_a_word_is_mended),
    cmocka_unit_test(nothing_gives_no_token),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
