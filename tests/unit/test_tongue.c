/* The tongue: English is read, other languages are told from it. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

#include "reading/tongue.h"

static bool
is_english(void** state, const char* words, const char* claimed) {
  Fixture* const fixture = *state;
  AttReader* const reader = fixture->reader;
  const TextSource source = { .text = att_slice(words) };
  Text text;
  bool english = false;
  att_arena_reset(&reader->article);
  assert_int_equal(att_text_read(&reader->article, reader->ontology,
                                 reader->matcher, &source, (Date){ 0 }, &text),
                   ATT_OK);
  assert_int_equal(att_text_is_english(&reader->article, reader->ontology,
                                       &text, att_slice(claimed), &english),
                   ATT_OK);
  return english;
}

static const char english[] =
  "The ministers of the two countries said on Monday that they would meet "
  "again before the end of the year, and that their talks in Oslo had been "
  "more useful than those of the last round in Santiago.";
static const char norwegian[] =
  "Utenriksministeren sa mandag i Oslo at regjeringen vil fortsette samtalene "
  "med Chile om fiskeri og fornybar energi. Han har invitert sin kollega til "
  "Norge i mai, og de to ministrene skal for første gang møte næringslivet.";
static const char spanish[] =
  "El ministro de Asuntos Exteriores dijo el lunes en Madrid que los dos "
  "países han firmado un acuerdo sobre la cooperación en materia de energía. "
  "No me gusta la idea de que el presidente viaje a la capital en mayo.";

static void
prose_is_told(void** state) {
  assert_true(is_english(state, english, ""));
  assert_false(is_english(state, norwegian, ""));
  assert_false(is_english(state, spanish, ""));
}

static void
a_claim_does_not_make_it_english(void** state) {
  assert_false(is_english(state, spanish, "en"));
  assert_true(is_english(state, english, "es"));
}

static void
a_few_words_are_believed(void** state) {
  assert_true(is_english(state, "Norway signs agreement", ""));
  assert_true(is_english(state, "Norway signs agreement", "en-GB"));
  assert_true(is_english(state, "Norway signs agreement", "EN"));
  assert_false(is_english(state, "Norja ja Chile", "fi"));
  assert_true(is_english(state, "", ""));
}

static void
another_script_needs_no_words(void** state) {
  assert_false(is_english(state,
                          "外交部发言人星期一在北京说两国将继续就渔业和可再生能"
                          "源合作举行会谈并将于下月签署协议双方表示满意",
                          ""));
}

static void
a_page_of_numbers_with_some_prose_is_english(void** state) {
  char page[4096] = "";
  size_t length = 0;
  for (int i = 0; i < 120; i++) {
    length +=
      (size_t)snprintf(page + length, sizeof page - length, "Alabama %d ", i);
  }
  assert_false(is_english(state, page, ""));
  (void)snprintf(page + length, sizeof page - length, "%s", english);
  assert_true(is_english(state, page, ""));
}

static void
a_table_of_names_is_told_by_its_few_words(void** state) {
  assert_true(is_english(
    state,
    "Standings in the Coastal League (tabulate under won, drawn, lost): "
    "Fjordby 5 3 1 1 Strandvik 5 3 0 2 Nordhavn 5 2 2 1 Solheim 5 2 1 2 "
    "Granvik 5 1 2 2 Holmdal 5 1 1 3 Vestnes 5 1 0 4 Tangen 5 0 2 3",
    ""));
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(prose_is_told),
    cmocka_unit_test(a_claim_does_not_make_it_english),
    cmocka_unit_test(a_few_words_are_believed),
    cmocka_unit_test(another_script_needs_no_words),
    cmocka_unit_test(a_page_of_numbers_with_some_prose_is_english),
    cmocka_unit_test(a_table_of_names_is_told_by_its_few_words),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
