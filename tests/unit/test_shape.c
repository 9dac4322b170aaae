/* Shapes: tokens as letters, names and sectors found, word classes told. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

/* The shapes of `text`, before mentions rewrite their letters. */
static Shapes
shapes_of(void** state, const char* text) {
  Fixture* const fixture = *state;
  AttReader* const reader = fixture->reader;
  const Article* const article = article_read(state, text);
  Shapes shapes;
  assert_int_equal(att_shapes_find(&reader->article, reader->ontology,
                                   &reader->lexis, &article->document, &shapes),
                   ATT_OK);
  return shapes;
}

static void
assert_letters(void** state, const char* text, const char* letters) {
  assert_string_equal(shapes_of(state, text).letters, letters);
}

/* The entities that the words from token `first` on may name. */
static bool
may_name(void** state, const Shapes* shapes, uint32_t first, const char* path) {
  const Fixture* const fixture = *state;
  const Ontology* const ontology = fixture->reader->ontology;
  const uint32_t index = shapes->hit[first];
  if (index == NOTHING) {
    return false;
  }
  const NameHit* const hit = &shapes->hits.items[index];
  for (size_t i = 0; i < hit->sense_count; i++) {
    const KnownName name = ontology->names.items[hit->senses[i].value];
    if (att_slice_is(ontology->entities.items[name.entity].path, path)) {
      return true;
    }
  }
  return false;
}

static void
a_phrase_has_one_letter_and_lines(void** state) {
  assert_letters(state, "the United Nations", "tO_");
  assert_letters(state, "the United Arab Emirates", "tS__");
}

static void
names_are_told_by_what_they_may_mean(void** state) {
  assert_letters(state, "Norway left.", "Sv.");
  assert_letters(state, "They left Cairo.", "pvC.");
  assert_letters(state, "the Norwegian flag", "tJn");
}

static void
names_of_persons_are_by_their_parts(void** state) {
  assert_letters(state, "They met Anna Qvist.", "pvGN.");
  assert_letters(state, "They met Mr Qvist.", "pvHN.");
  assert_letters(state, "They met Anna T. Qvist.", "pvGIN.");
}

static void
titles_are_by_their_parts(void** state) {
  assert_letters(state, "the former deputy minister", "tEMP");
  assert_letters(state, "the ministers", "tQ");
  assert_letters(state, "the Ministry of Foreign Affairs", "tKoF_");
}

static void
of_for_and_to_have_their_own(void** state) {
  assert_letters(state, "They spoke of Norway to Egypt.", "pvoSbS.");
  assert_letters(state, "the minister for energy", "tPfF");
}

static void
marks_stand_for_themselves(void** state) {
  assert_letters(state, "Norway's talks (Egypt), - \"Chile\".",
                 "S'n(S),.\"S\".");
}

static void
nouns_of_bodies_and_places_go_by_their_case(void** state) {
  assert_letters(state, "the Committee and the committee", "tTctu");
  assert_letters(state, "the Province and the province", "tWctl");
}

/* Not of a state: what is written small is no name. */
static void
lower_case_is_no_name(void** state) {
  const Shapes shapes = shapes_of(state, "We ate turkey.");
  assert_int_equal(shapes.hit[2], NOTHING);
  assert_string_equal(shapes.letters, "pvn.");
}

static void
the_longest_name_is_taken(void** state) {
  const Shapes shapes = shapes_of(state, "They left South Korea.");
  assert_true(may_name(state, &shapes, 2, "state/KOR"));
  assert_int_equal(shapes.hits.items[shapes.hit[2]].end, 4);
  assert_int_equal(shapes.hit[3], NOTHING);
}

static void
a_capital_may_be_its_government(void** state) {
  const Shapes shapes = shapes_of(state, "They left Cairo.");
  assert_true(may_name(state, &shapes, 2, "state/EGY"));
  assert_int_equal(shapes.hits.items[shapes.hit[2]].sense_count > 1, true);
}

static void
a_name_goes_over_no_sentence_end(void** state) {
  const Shapes shapes = shapes_of(state, "They went South. Korea stayed.");
  assert_false(may_name(state, &shapes, 2, "state/KOR"));
}

static void
spellings_with_stops_are_names_too(void** state) {
  const Shapes shapes = shapes_of(state, "They met U.S. officials.");
  assert_true(may_name(state, &shapes, 2, "state/USA"));
}

static void
sectors_are_found_in_order(void** state) {
  const Shapes shapes =
    shapes_of(state, "They spoke of trade, renewable energy and tourism.");
  static const char* const names[] = { "trade", "renewable-energy", "tourism" };
  const Fixture* const fixture = *state;
  assert_int_equal(shapes.sectors.length, 3);
  for (size_t i = 0; i < 3; i++) {
    const Slice name =
      fixture->reader->ontology->concepts.items[shapes.sectors.items[i].concept]
        .name;
    assert_true(att_slice_is(name, names[i]));
  }
  assert_int_equal(shapes.sectors.items[1].end - shapes.sectors.items[1].first,
                   2);
}

static bool
has_sector(void** state, const char* text, const char* name) {
  const Shapes shapes = shapes_of(state, text);
  const Fixture* const fixture = *state;
  bool found = false;
  for (size_t i = 0; i < shapes.sectors.length; i++) {
    found = found || att_slice_is(fixture->reader->ontology->concepts
                                    .items[shapes.sectors.items[i].concept]
                                    .name,
                                  name);
  }
  return found;
}

static void
sectors_share_their_head(void** state) {
  static const char* const both = "They spoke of regional and global issues.";
  assert_true(has_sector(state, both, "regional-developments"));
  assert_true(has_sector(state, both, "international-affairs"));
  assert_true(has_sector(state, "Regional, local and global issues rose.",
                         "regional-developments"));
  assert_false(has_sector(state,
                          "They spoke of regional, if not global issues.",
                          "regional-developments"));
  assert_false(has_sector(state, "They are regional and met. Issues rose.",
                          "regional-developments"));
}

static void
cues_say_what_they_give(void** state) {
  const Shapes shapes =
    shapes_of(state, "They explored ways and cancelled plans.");
  const Fixture* const fixture = *state;
  assert_int_equal(shapes.gives[1], fixture->reader->terms.considered);
  assert_int_equal(shapes.gives[4], fixture->reader->terms.denied);
  assert_int_equal(shapes.gives[0], ONTOLOGY_NONE);
  assert_int_equal(shapes.gives[3], ONTOLOGY_NONE);
}

static void
kinds_are_sets(void** state) {
  const Shapes shapes = shapes_of(state, "They met Mr Omar, the minister.");
  assert_int_equal(shapes.kinds[0], 0);
  assert_int_not_equal(shapes.kinds[2] & LEXIS_BIT(LEXIS_HONORIFIC), 0);
  assert_int_not_equal(shapes.kinds[3] & LEXIS_BIT(LEXIS_MALE), 0);
  assert_int_equal(shapes.kinds[3] & LEXIS_BIT(LEXIS_FEMALE), 0);
  assert_int_not_equal(shapes.kinds[6] & LEXIS_BIT(LEXIS_POST), 0);
}

/* One letter a token, whatever comes. */
static void
letters_are_as_many_as_tokens(void** state) {
  static const char* const texts[] = { "",
                                       "...",
                                       "''' `` \" \xE2\x80\x9C",
                                       "a \xFF \xF0\x9F\x98\x80 $5.00 #1",
                                       "U.S.-led A/B @x co-op's 1,000",
                                       "NORWAY SIGNS WITH EGYPT" };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    const Shapes shapes = shapes_of(state, texts[i]);
    const Fixture* const fixture = *state;
    assert_int_equal(strlen(shapes.letters),
                     fixture->article.document.tokens.items.length);
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_phrase_has_one_letter_and_lines),
    cmocka_unit_test(names_are_told_by_what_they_may_mean),
    cmocka_unit_test(names_of_persons_are_by_their_parts),
    cmocka_unit_test(titles_are_by_their_parts),
    cmocka_unit_test(of_for_and_to_have_their_own),
    cmocka_unit_test(marks_stand_for_themselves),
    cmocka_unit_test(nouns_of_bodies_and_places_go_by_their_case),
    cmocka_unit_test(lower_case_is_no_name),
    cmocka_unit_test(the_longest_name_is_taken),
    cmocka_unit_test(a_capital_may_be_its_government),
    cmocka_unit_test(a_name_goes_over_no_sentence_end),
    cmocka_unit_test(spellings_with_stops_are_names_too),
    cmocka_unit_test(sectors_are_found_in_order),
    cmocka_unit_test(sectors_share_their_head),
    cmocka_unit_test(cues_say_what_they_give),
    cmocka_unit_test(kinds_are_sets),
    cmocka_unit_test(letters_are_as_many_as_tokens),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
