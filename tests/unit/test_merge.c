/* Merging: which mentions are of one event, and which are not. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

/* `text` tells of `count` events of class `class`. */
static const Article*
assert_count(void** state, const char* text, const char* class, size_t count) {
  const Article* const article = article_read(state, text);
  assert_int_equal(event_count(article, class), count);
  return article;
}

static void
headline_and_body_tell_of_one_meeting(void** state) {
  const Article* const article = assert_count(
    state,
    "Norwegian President Anna Berg met Egyptian President Omar Salem\n\n"
    "Norwegian President Anna Berg met Egyptian President Omar Salem in "
    "Cairo.",
    "Meeting", 1);
  assert_true(
    has_role(article, event_of(article, "Meeting"), "place", "Cairo"));
}

/* Names are minted from the first trigger: the body's words count. */
static void
the_body_s_words_come_first(void** state) {
  const Article* const article =
    article_read(state,
                 "Norwegian President Anna Berg met Omar Salem\n\n"
                 "Norwegian President Anna Berg received Omar Salem in Cairo.");
  const Tokenspan trigger = event_of(article, "Meeting")->triggers.items[0];
  assert_true(
    att_slice_is(words_of(article, trigger.first, trigger.end), "received"));
}

static void
what_is_definite_was_told_before(void** state) {
  const Article* const article =
    assert_count(state,
                 "Anna Berg met Omar Salem in Cairo. The meeting focused on "
                 "tourism. At the meeting, Anna Berg thanked Egypt.",
                 "Meeting", 1);
  const Event* const event = event_of(article, "Meeting");
  assert_int_equal(event->triggers.length, 3);
  assert_int_equal(event->matters.length, 1);
}

static void
a_visit_told_again_is_the_same(void** state) {
  assert_count(state, "Anna Berg visited Egypt. The visit ended.", "Visit", 1);
}

static void
the_talks_may_be_the_meeting(void** state) {
  assert_count(state,
               "Anna Berg held talks with Omar Salem. During the "
               "talks, she thanked Egypt.",
               "Meeting", 1);
}

static void
what_is_discussed_is_so_at_the_meeting(void** state) {
  const Article* const article =
    assert_count(state,
                 "Anna Berg met Omar Salem. The two leaders discussed the "
                 "tourism sector.",
                 "Meeting", 1);
  assert_int_equal(event_count(article, "Discussion"), 0);
  assert_int_equal(event_of(article, "Meeting")->matters.length, 1);
}

static void
other_participants_make_another_event(void** state) {
  assert_count(state, "Anna Berg met Omar Salem. Anna Berg met Peter Lund.",
               "Meeting", 2);
}

static void
another_day_makes_another_event(void** state) {
  assert_count(state,
               "Anna Berg met Omar Salem on 4 May 2024. Anna Berg met "
               "Omar Salem on 6 June 2024.",
               "Meeting", 2);
}

static void
what_is_planned_is_not_what_happened(void** state) {
  assert_count(state,
               "Anna Berg met Omar Salem. She will meet Omar Salem in Oslo.",
               "Meeting", 2);
}

static void
everybody_says_their_own(void** state) {
  const Article* const article = assert_count(
    state,
    "Norway condemned the attack in Kabul. Chile condemned the attack "
    "in Kabul.",
    "Condemnation", 2);
  assert_int_equal(event_count(article, "Attack"), 1);
}

static void
what_is_said_twice_is_two(void** state) {
  assert_count(state,
               "Anna Berg said that Norway was ready. Anna Berg said "
               "that Norway would wait.",
               "IndirectStatement", 2);
}

/* A mention points to the event it is of, and that one to itself. */
static void
mentions_point_to_the_first(void** state) {
  const Article* const article = article_read(
    state, "Anna Berg met Omar Salem. The meeting was long. At the meeting, "
           "Anna Berg thanked Egypt.");
  for (uint32_t i = 0; i < article->events.items.length; i++) {
    const uint32_t same = article->events.items.items[i].same_as;
    assert_true(same == NOTHING ||
                article->events.items.items[same].same_as == same);
  }
}

static void
an_event_that_says_too_little_is_dropped(void** state) {
  const Article* const article = article_read(state, "The meeting was long.");
  assert_int_equal(event_count(article, "Meeting"), 0);
  assert_int_equal(article->events.items.length, 1);
  assert_int_equal(article->events.items.items[0].same_as, NOTHING);
}

static void
what_this_was_has_been_told(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg condemned the attack on soldiers in Kenya. "
                        "\"This was a cowardly attack on innocent people in "
                        "Nairobi,\" she said.");
  assert_int_equal(event_count(article, "Attack"), 1);
}

static void
what_was_elsewhere_is_another(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg condemned the attack on soldiers in Kenya. "
                        "\"This was a cowardly attack on innocent people in "
                        "Oslo,\" she said.");
  assert_int_equal(event_count(article, "Attack"), 2);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(headline_and_body_tell_of_one_meeting),
    cmocka_unit_test(the_body_s_words_come_first),
    cmocka_unit_test(what_is_definite_was_told_before),
    cmocka_unit_test(a_visit_told_again_is_the_same),
    cmocka_unit_test(the_talks_may_be_the_meeting),
    cmocka_unit_test(what_is_discussed_is_so_at_the_meeting),
    cmocka_unit_test(other_participants_make_another_event),
    cmocka_unit_test(another_day_makes_another_event),
    cmocka_unit_test(what_is_planned_is_not_what_happened),
    cmocka_unit_test(everybody_says_their_own),
    cmocka_unit_test(what_is_said_twice_is_two),
    cmocka_unit_test(mentions_point_to_the_first),
    cmocka_unit_test(an_event_that_says_too_little_is_dropped),
    cmocka_unit_test(what_this_was_has_been_told),
    cmocka_unit_test(what_was_elsewhere_is_another),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
