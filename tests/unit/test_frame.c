/* Frames: the words that evoke an event, and who fills which role. */
/* SPDX-License-Identifier: MIT */
#include "ontology_folder.h"

static const FrameWords*
words_for(const Ontology* ontology, const char* lemma) {
  return att_frames_find(&ontology->frames, att_slice(lemma));
}

static bool
is_lemma(const Ontology* ontology, uint32_t lemma, const char* text) {
  return att_slice_is(att_intern_string(&ontology->frames.lemmas, lemma), text);
}

static void
a_frame_says_what_it_evokes(void** state) {
  const Ontology* const ontology =
    loaded(*state,
           PREFIXES "frame:mull a att:Frame ; att:evokes att:Meeting ; "
                    "  att:verb \"mull\"@en ; att:commits true ; "
                    "  att:factuality att:Considered ; "
                    "  att:fires \"A mulled B.\"@en , \"C mulled D.\"@en ; "
                    "  att:silent \"A met B.\"@en . "
                    "frame:meet a att:Frame ; att:evokes att:Event ; "
                    "  att:noun \"meeting\"@en .");
  const Frame* const frames = ontology->frames.items.items;
  assert_int_equal(ontology->frames.items.length, 2);
  assert_true(att_slice_is(frames[0].name, "meet"));
  assert_true(att_slice_is(frames[1].name, "mull"));
  assert_int_equal(frames[0].evokes, att_ontology_term(ontology, "Event"));
  assert_int_equal(frames[0].factuality, ONTOLOGY_NONE);
  assert_false(frames[0].commits);
  assert_int_equal(frames[1].factuality,
                   att_ontology_term(ontology, "Considered"));
  assert_true(frames[1].commits);
  assert_int_equal(frames[1].fires_count, 2);
  assert_true(att_slice_is(frames[1].fires[1], "C mulled D."));
  assert_int_equal(frames[1].silent_count, 1);
  assert_int_equal(frames[1].place.line, 2);
  assert_non_null(strstr(frames[1].place.file, "/data.ttl"));
}

static void
functions_and_prepositions_give_roles(void** state) {
  const Ontology* const ontology =
    loaded(*state,
           PREFIXES "frame:meet a att:Frame ; att:evokes att:Meeting ; "
                    "  att:verb \"meet\"@en ; rdfs:comment \"no role\" ; "
                    "  att:subject att:principal ; "
                    "  att:object att:participant ; att:clause att:sum ; "
                    "  att:with att:principal , att:participant . "
                    "frame:meet att:subject att:principal .");
  const Frame* const frame = &ontology->frames.items.items[0];
  const uint32_t principal = att_ontology_term(ontology, "principal");
  assert_int_equal(frame->role_count, 5);
  assert_int_equal(frame->roles[0].function, FUNCTION_SUBJECT);
  assert_int_equal(frame->roles[0].role, principal);
  assert_int_equal(frame->roles[0].preposition, INTERN_NONE);
  assert_int_equal(frame->roles[1].function, FUNCTION_OBJECT);
  assert_int_equal(frame->roles[2].function, FUNCTION_CLAUSE);
  assert_int_equal(frame->roles[3].function, FUNCTION_PREPOSITION);
  assert_true(is_lemma(ontology, frame->roles[3].preposition, "with"));
  assert_int_equal(frame->roles[3].role, principal);
  assert_int_equal(frame->roles[4].preposition, frame->roles[3].preposition);
}

static void
phrases_go_by_their_first_lemma_longest_first(void** state) {
  const Ontology* const ontology =
    loaded(*state,
           PREFIXES "frame:a a att:Frame ; att:evokes att:Meeting ; "
                    "  att:verb \"hold\"@en , \"Hold  talk\"@en . "
                    "frame:b a att:Frame ; att:evokes att:Meeting ; "
                    "  att:verb \"hold talk behind door\"@en , \"hold\"@en ; "
                    "  att:noun \"hold\"@en .");
  const FrameWords* const words = words_for(ontology, "hold");
  assert_int_equal(words->length, 5);
  assert_int_equal(words->items[0].rest_count, 3);
  assert_true(is_lemma(ontology, words->items[0].rest[2], "door"));
  assert_int_equal(words->items[0].frame, 1);
  assert_int_equal(words->items[1].rest_count, 1);
  assert_true(is_lemma(ontology, words->items[1].rest[0], "talk"));
  assert_int_equal(words->items[2].frame, 0);
  assert_int_equal(words->items[3].frame, 1);
  assert_false(words->items[3].noun);
  assert_true(words->items[4].noun);
}

static void
only_first_lemmas_are_found(void** state) {
  const Ontology* const ontology =
    loaded(*state, PREFIXES "frame:a a att:Frame ; att:evokes att:Meeting ; "
                            "  att:verb \"hold talk\"@en ; "
                            "  att:with att:principal .");
  assert_non_null(words_for(ontology, "hold"));
  assert_null(words_for(ontology, "talk"));
  assert_null(words_for(ontology, "with"));
  assert_null(words_for(ontology, "meet"));
}

static void
an_ontology_without_frames_finds_none(void** state) {
  assert_null(words_for(loaded(*state, PREFIXES), "meet"));
}

static void
a_frame_without_words_is_refused(void** state) {
  assert_refused(*state,
                 PREFIXES "\nframe:a a att:Frame ; att:evokes att:Meeting .",
                 "data.ttl:3: The frame a has no words");
}

static void
a_frame_that_evokes_nothing_is_refused(void** state) {
  assert_refused(*state, PREFIXES "frame:a a att:Frame ; att:verb \"a\" .",
                 "The frame a evokes nothing");
}

static void
a_frame_that_evokes_no_event_is_refused(void** state) {
  assert_refused(
    *state,
    PREFIXES "frame:a a att:Frame ; att:verb \"a\" ; att:evokes att:Agent .",
    "att:Agent, which the frame a evokes, is no class of events");
}

#define FRAME                                        \
  PREFIXES "frame:a a att:Frame ; att:verb \"a\" ; " \
           "  att:evokes att:Meeting ; "

static void
a_role_that_is_no_property_is_refused(void** state) {
  assert_refused(*state, FRAME "att:subject att:Agent .",
                 "att:Agent is no property: it cannot be a role");
}

static void
a_role_that_is_not_known_is_refused(void** state) {
  OntologyFolder* const folder = *state;
  assert_refused(folder,
                 FRAME "att:subject att:principle ; att:object ex:role .",
                 "Unknown term att:principle (is it att:principal?)");
  assert_non_null(
    strstr(folder->messages, "Unknown term http://example.org/role"));
}

static void
what_is_no_function_is_refused(void** state) {
  assert_refused(*state, FRAME "att:inState att:principal .",
                 "att:inState is no grammatical function");
}

static void
a_factuality_is_one(void** state) {
  assert_refused(*state, FRAME "att:factuality att:City .",
                 "att:City is no att:Factuality, as att:factuality must be");
}

static void
commits_is_true_or_false(void** state) {
  assert_refused(*state, FRAME "att:commits \"perhaps\" .",
                 "att:commits must be true or false");
}

static void
a_phrase_has_a_most_of_words(void** state) {
  assert_refused(*state, FRAME "att:noun \"a b c d e f\" .",
                 "More than 5 words in one phrase");
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    FOLDER_TEST(a_frame_says_what_it_evokes),
    FOLDER_TEST(functions_and_prepositions_give_roles),
    FOLDER_TEST(phrases_go_by_their_first_lemma_longest_first),
    FOLDER_TEST(only_first_lemmas_are_found),
    FOLDER_TEST(an_ontology_without_frames_finds_none),
    FOLDER_TEST(a_frame_without_words_is_refused),
    FOLDER_TEST(a_frame_that_evokes_nothing_is_refused),
    FOLDER_TEST(a_frame_that_evokes_no_event_is_refused),
    FOLDER_TEST(a_role_that_is_no_property_is_refused),
    FOLDER_TEST(a_role_that_is_not_known_is_refused),
    FOLDER_TEST(what_is_no_function_is_refused),
    FOLDER_TEST(a_factuality_is_one),
    FOLDER_TEST(commits_is_true_or_false),
    FOLDER_TEST(a_phrase_has_a_most_of_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
