/* Relating: how one event bears on another. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

/* Whether `property` leads from the event of class `from` to that of class
 * `to`. */
static bool
is_related(const Article* article, const char* from, const char* property,
           const char* to) {
  const uint32_t term = term_of(article, property);
  const Event* const source = event_of(article, from);
  const Event* const goal = event_of(article, to);
  for (size_t i = 0; i < source->roles.length; i++) {
    const Role* const role = &source->roles.items[i];
    if (role->event && role->property == term &&
        &article->events.items.items[role->filler] == goal) {
      return true;
    }
  }
  return false;
}

static void
an_agreement_commits_to_what_it_is_to(void** state) {
  const Article* const article =
    article_read(state,
                 "Norway and Egypt agreed to sign an agreement on tourism.");
  assert_true(is_related(article, "Agreement", "commitsTo", "Signing"));
  assert_int_equal(event_of(article, "Agreement")->matters.length, 1);
}

static void
what_is_committed_to_has_the_same_parties(void** state) {
  const Article* const article =
    article_read(state,
                 "Norway and Egypt agreed to expand cooperation in tourism.");
  const Event* const event = event_of(article, "Cooperation");
  assert_true(has_role(article, event, "party", "Norway"));
  assert_true(has_role(article, event, "party", "Egypt"));
  assert_true(is_related(article, "Agreement", "commitsTo", "Cooperation"));
}

static void
what_is_during_an_event_is_told(void** state) {
  const Article* const article =
    article_read(state,
                 "Anna Berg thanked Egypt during a meeting with Omar Salem.");
  assert_true(is_related(article, "Welcome", "duringEvent", "Meeting"));
}

static void
what_is_done_on_a_visit_is_done_there(void** state) {
  const Article* const article =
    article_read(state,
                 "Anna Berg met Omar Salem during her visit to Nairobi.");
  assert_true(
    has_role(article, event_of(article, "Meeting"), "place", "Nairobi"));
}

static void
a_story_s_first_meeting_is_where_it_is_from(void** state) {
  const Article* const article =
    article_read(state,
                 "OSLO, May 4, 2020 -- Norway and Kenya have agreed to expand "
                 "cooperation.\n\nAnna Berg met Omar Salem on Monday.");
  assert_true(has_role(article, event_of(article, "Meeting"), "place", "Oslo"));
  assert_false(
    has_role(article, event_of(article, "Agreement"), "place", "Oslo"));
}

static void
a_meeting_of_another_day_may_be_elsewhere(void** state) {
  const Article* const article =
    article_read(state,
                 "OSLO, May 4, 2020 -- Norway and Kenya have agreed to expand "
                 "cooperation.\n\nAnna Berg met Omar Salem in March.");
  assert_false(
    has_role(article, event_of(article, "Meeting"), "place", "Oslo"));
}

static void
what_somebody_says_is_said_at_their_meeting(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg met Omar Salem. Berg thanked Egypt.");
  assert_true(is_related(article, "Welcome", "onOccasionOf", "Meeting"));
}

static void
of_two_meetings_neither_is_the_occasion(void** state) {
  const Article* const article = article_read(
    state, "Anna Berg met Omar Salem. Anna Berg met Peter Lund. Berg thanked "
           "Egypt.");
  assert_int_equal(event_count(article, "Meeting"), 2);
  assert_false(att_event_has(event_of(article, "Welcome"),
                             term_of(article, "onOccasionOf")));
}

static void
a_meeting_to_come_is_no_occasion(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg will meet Omar Salem. Berg thanked Egypt.");
  assert_false(is_related(article, "Welcome", "onOccasionOf", "Meeting"));
}

static void
a_document_vouches_for_its_sentence(void** state) {
  const Article* const article = article_read(
    state, "Norway and Egypt signed an agreement, according to a statement by "
           "the Foreign Ministry.");
  assert_true(is_related(article, "Signing", "accordingTo", "PressStatement"));
}

static void
condolences_answer_the_attack(void** state) {
  const Article* const article = article_read(
    state, "A blast killed ten people in Cairo. Norway expressed condolences "
           "to Egypt.");
  assert_true(is_related(article, "Condolence", "inResponseTo", "Attack"));
}

static void
the_lead_happened_where_the_dateline_says(void** state) {
  const Article* const article =
    article_read(state, "CAIRO: Anna Berg met Omar Salem.");
  const Event* const event = event_of(article, "Meeting");
  assert_true(has_role(article, event, "place", "Cairo"));
  for (size_t i = 0; i < event->roles.length; i++) {
    assert_int_equal(event->roles.items[i].inferred,
                     event->roles.items[i].property ==
                       term_of(article, "place"));
  }
}

static void
a_place_that_is_told_goes_before_the_dateline(void** state) {
  const Article* const article =
    article_read(state, "CAIRO: Anna Berg met Omar Salem in Oslo.");
  const Event* const event = event_of(article, "Meeting");
  assert_true(has_role(article, event, "place", "Oslo"));
  assert_false(has_role(article, event, "place", "Cairo"));
}

static void
a_plan_is_not_where_the_dateline_says(void** state) {
  const Article* const article =
    article_read(state, "CAIRO: Anna Berg will meet Omar Salem.");
  assert_false(
    has_role(article, event_of(article, "Meeting"), "place", "Cairo"));
}

static void
only_the_lead_is_where_the_dateline_says(void** state) {
  const Article* const article =
    article_read(state,
                 "CAIRO: The week was long. So was the year. Anna Berg met "
                 "Omar Salem.");
  assert_false(
    has_role(article, event_of(article, "Meeting"), "place", "Cairo"));
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(an_agreement_commits_to_what_it_is_to),
    cmocka_unit_test(what_is_committed_to_has_the_same_parties),
    cmocka_unit_test(what_is_during_an_event_is_told),
    cmocka_unit_test(what_is_done_on_a_visit_is_done_there),
    cmocka_unit_test(a_story_s_first_meeting_is_where_it_is_from),
    cmocka_unit_test(a_meeting_of_another_day_may_be_elsewhere),
    cmocka_unit_test(what_somebody_says_is_said_at_their_meeting),
    cmocka_unit_test(of_two_meetings_neither_is_the_occasion),
    cmocka_unit_test(a_meeting_to_come_is_no_occasion),
    cmocka_unit_test(a_document_vouches_for_its_sentence),
    cmocka_unit_test(condolences_answer_the_attack),
    cmocka_unit_test(the_lead_happened_where_the_dateline_says),
    cmocka_unit_test(a_place_that_is_told_goes_before_the_dateline),
    cmocka_unit_test(a_plan_is_not_where_the_dateline_says),
    cmocka_unit_test(only_the_lead_is_where_the_dateline_says),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
