/* Circumstances: when and where events are, and what they are about. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

#define HEADER "date 2023-11-08 Norway and Egypt\n" /* a Wednesday */

static void
assert_date(const Article* article, const char* class, int year, int month,
            int day) {
  const Event* const event = event_of(article, class);
  assert_int_not_equal(event->time, NOTHING);
  const TimeExpression* const time = &article->events.times.items[event->time];
  const Date date = event->future ? time->future : time->past;
  assert_int_equal(date.year, year);
  assert_int_equal(date.month, month);
  assert_int_equal(date.day, day);
}

static bool
is_about(const Article* article, const Event* event, const char* concept) {
  for (size_t i = 0; i < event->matters.length; i++) {
    const Slice name =
      article->reading.ontology->concepts.items[event->matters.items[i].concept]
        .name;
    if (att_slice_is(name, concept)) {
      return true;
    }
  }
  return false;
}

/* When */

static void
a_date_dates_its_verb(void** state) {
  assert_date(article_read(state, "Anna Berg met Omar Salem on 4 May 2024."),
              "Meeting", 2024, 5, 4);
}

static void
a_weekday_looks_back_or_ahead_as_the_event_does(void** state) {
  assert_date(article_read(state, HEADER "Anna Berg met Omar Salem on Friday."),
              "Meeting", 2023, 11, 3);
  assert_date(article_read(state,
                           HEADER "Anna Berg will meet Omar Salem on Friday."),
              "Meeting", 2023, 11, 10);
}

static void
each_verb_has_its_own_date(void** state) {
  const Article* const article =
    article_read(state, HEADER
                 "Norway signed an agreement with Egypt on Nov. 3. Norway "
                 "thanked Chile on Nov. 5.");
  assert_date(article, "Signing", 2023, 11, 3);
  assert_date(article, "Welcome", 2023, 11, 5);
}

static void
a_verb_that_only_says_it_happened_dates_its_subject(void** state) {
  assert_date(article_read(state, "The meeting between Norway and Egypt took "
                                  "place on 4 May 2024."),
              "Meeting", 2024, 5, 4);
}

static void
without_a_date_there_is_no_time(void** state) {
  const Article* const article =
    article_read(state, HEADER "Anna Berg met Omar Salem.");
  assert_int_equal(event_of(article, "Meeting")->time, NOTHING);
}

/* Where */

static void
a_place_behind_in_is_where_it_is(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg met Omar Salem in Cairo.");
  assert_true(
    has_role(article, event_of(article, "Meeting"), "place", "Cairo"));
}

static void
a_state_may_be_where_it_is(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg met Omar Salem in Chile.");
  assert_true(
    has_role(article, event_of(article, "Meeting"), "place", "Chile"));
}

static void
places_may_be_several(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg met Omar Salem in Cairo and Alexandria.");
  const Event* const event = event_of(article, "Meeting");
  assert_true(has_role(article, event, "place", "Cairo"));
  assert_true(has_role(article, event, "place", "Alexandria"));
}

static void
a_phrase_on_a_noun_places_the_noun_s_event(void** state) {
  const Article* const article =
    article_read(state, "Norway condemned the attack in Kabul.");
  assert_true(has_role(article, event_of(article, "Attack"), "place", "Kabul"));
  assert_false(
    has_role(article, event_of(article, "Condemnation"), "place", "Kabul"));
}

static void
what_is_said_is_nowhere(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg thanked Egypt in Cairo.");
  assert_false(
    has_role(article, event_of(article, "Welcome"), "place", "Cairo"));
}

static void
where_somebody_is_from_is_not_where_it_is(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg met officials from Chile in Cairo.");
  const Event* const event = event_of(article, "Meeting");
  assert_false(has_role(article, event, "place", "Chile"));
}

/* About what */

static void
a_sector_is_the_nearest_event_s(void** state) {
  const Article* const article = article_read(
    state, "Norway and Egypt discussed cooperation in agriculture, energy and "
           "tourism.");
  const Event* const event = event_of(article, "Cooperation");
  assert_true(is_about(article, event, "agriculture"));
  assert_true(is_about(article, event, "energy"));
  assert_true(is_about(article, event, "tourism"));
}

static void
what_an_event_focused_on_is_what_it_is_about(void** state) {
  const Article* const article =
    article_read(state,
                 "The talks between Norway and Egypt focused on tourism.");
  assert_true(is_about(article, event_of(article, "Negotiation"), "tourism"));
}

static void
a_statement_is_about_what_it_says(void** state) {
  const Article* const article = article_read(
    state, "Anna Berg said that Norway would sign an agreement on tourism.");
  assert_true(
    is_about(article, event_of(article, "IndirectStatement"), "tourism"));
  assert_true(is_about(article, event_of(article, "Signing"), "tourism"));
}

static void
an_event_is_not_about_itself(void** state) {
  const Article* const article =
    article_read(state, "Norway welcomed Chinese investment in mining.");
  const Event* const event = event_of(article, "Investment");
  assert_true(is_about(article, event, "mining"));
  assert_false(is_about(article, event, "investment"));
}

static void
names_are_not_what_it_is_about(void** state) {
  const Article* const article =
    article_read(state, "The Ministry of Tourism thanked Egypt.");
  assert_false(is_about(article, event_of(article, "Welcome"), "tourism"));
}

static void
a_sector_is_told_once(void** state) {
  const Article* const article =
    article_read(state,
                 "Norway and Egypt signed an agreement on tourism. The tourism "
                 "agreement ended.");
  assert_int_equal(event_of(article, "Signing")->matters.length, 1);
}

static void
what_it_bears_on_may_be_elsewhere(void** state) {
  const Article* const article =
    article_read(state, "Norway and Egypt held talks in Cairo on developments "
                        "in Chad and on the panel, which sits in Oslo.");
  const Event* const event = event_of(article, "Meeting");
  assert_true(has_role(article, event, "place", "Cairo"));
  assert_false(has_role(article, event, "place", "Chad"));
  assert_false(has_role(article, event, "place", "Oslo"));
}

static void
a_state_that_is_visited_is_the_destination(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg arrived in Kenya on Monday.");
  const Event* const event = event_of(article, "Visit");
  assert_true(has_role(article, event, "destination", "Kenya"));
  assert_false(has_role(article, event, "place", "Kenya"));
}

static void
relations_are_talked_about_and_no_sector(void** state) {
  const Article* const article =
    article_read(state,
                 "Norway and Egypt signed an agreement on bilateral ties. Anna "
                 "Berg welcomed bilateral ties.");
  assert_int_equal(event_of(article, "Signing")->matters.length, 0);
  assert_true(
    is_about(article, event_of(article, "Welcome"), "bilateral-relations"));
}

static void
what_names_no_topic_is_about_the_text_s(void** state) {
  const Article* const article =
    article_read(state,
                 "Norway and Egypt signed an agreement on tourism. Norway and "
                 "Kenya agreed on tourism. Anna Berg welcomed tourism. Omar "
                 "Salem condemned Norway. Peter Lund denied shelling.");
  const Event* const event = event_of(article, "Condemnation");
  assert_true(is_about(article, event, "tourism"));
  assert_true(event->matters.items[0].inferred);
  assert_false(is_about(article, event_of(article, "Denial"), "tourism"));
}

static void
two_events_do_not_make_a_text_s_topic(void** state) {
  const Article* const article =
    article_read(state, "Norway and Egypt signed an agreement on tourism. "
                        "Anna Berg welcomed tourism. Omar Salem condemned "
                        "Norway.");
  assert_int_equal(event_of(article, "Condemnation")->matters.length, 0);
}

static void
a_meeting_was_about_what_was_said_there(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg met Omar Salem. Berg welcomed tourism.");
  assert_true(is_about(article, event_of(article, "Meeting"), "tourism"));
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_date_dates_its_verb),
    cmocka_unit_test(a_weekday_looks_back_or_ahead_as_the_event_does),
    cmocka_unit_test(each_verb_has_its_own_date),
    cmocka_unit_test(a_verb_that_only_says_it_happened_dates_its_subject),
    cmocka_unit_test(without_a_date_there_is_no_time),
    cmocka_unit_test(a_place_behind_in_is_where_it_is),
    cmocka_unit_test(a_state_may_be_where_it_is),
    cmocka_unit_test(places_may_be_several),
    cmocka_unit_test(a_phrase_on_a_noun_places_the_noun_s_event),
    cmocka_unit_test(what_is_said_is_nowhere),
    cmocka_unit_test(where_somebody_is_from_is_not_where_it_is),
    cmocka_unit_test(a_sector_is_the_nearest_event_s),
    cmocka_unit_test(what_an_event_focused_on_is_what_it_is_about),
    cmocka_unit_test(a_statement_is_about_what_it_says),
    cmocka_unit_test(an_event_is_not_about_itself),
    cmocka_unit_test(names_are_not_what_it_is_about),
    cmocka_unit_test(a_sector_is_told_once),
    cmocka_unit_test(what_it_bears_on_may_be_elsewhere),
    cmocka_unit_test(a_state_that_is_visited_is_the_destination),
    cmocka_unit_test(relations_are_talked_about_and_no_sector),
    cmocka_unit_test(what_names_no_topic_is_about_the_text_s),
    cmocka_unit_test(two_events_do_not_make_a_text_s_topic),
    cmocka_unit_test(a_meeting_was_about_what_was_said_there),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
