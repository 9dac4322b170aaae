/* Events: what is evoked, who takes part, what is said and by whom. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

#define OPEN "\xE2\x80\x9C"
#define SHUT "\xE2\x80\x9D"

/* The entities called `names`, up to a NULL, and no more fill `property`. */
static void
assert_fillers(const Article* article, const Event* event, const char* property,
               const char* const* names) {
  const uint32_t term = term_of(article, property);
  size_t count = 0;
  for (size_t i = 0; i < event->roles.length; i++) {
    count += event->roles.items[i].property == term;
  }
  for (size_t i = 0; names[i] != NULL; i++, count--) {
    if (!has_role(article, event, property, names[i])) {
      fail_msg("%s is no %s", names[i], property);
    }
  }
  assert_int_equal(count, 0);
}

/* `text` tells of one meeting of these two persons. */
static void
assert_meeting(void** state, const char* text, const char* one,
               const char* other) {
  const Article* const article = article_read(state, text);
  const char* const names[] = { one, other, NULL };
  assert_int_equal(event_count(article, "Meeting"), 1);
  assert_fillers(article, event_of(article, "Meeting"), "principal", names);
}

static void
assert_content(const Article* article, const Event* event, const char* words) {
  const Slice content =
    words_of(article, event->content.first, event->content.end);
  if (!att_slice_is(content, words)) {
    fail_msg("\"%.*s\" is not \"%s\"", (int)content.length, content.start,
             words);
  }
}

/* Who takes part */

static void
a_verb_evokes_with_subject_and_object(void** state) {
  assert_meeting(state, "Anna Berg met Omar Salem.", "Anna Berg", "Omar Salem");
}

static void
a_passive_says_the_same(void** state) {
  assert_meeting(state, "Omar Salem was received by President Anna Berg.",
                 "Anna Berg", "Omar Salem");
}

static void
a_light_verb_and_its_noun_are_one_event(void** state) {
  assert_meeting(state, "Anna Berg held talks with Omar Salem.", "Anna Berg",
                 "Omar Salem");
  const Article* const article =
    article_read(state, "Anna Berg paid a visit to Egypt.");
  assert_int_equal(event_count(article, "Visit"), 1);
  const Event* const visit = event_of(article, "Visit");
  assert_true(has_role(article, visit, "actor", "Anna Berg"));
  assert_true(has_role(article, visit, "destination", "Egypt"));
  assert_int_equal(visit->triggers.length, 2);
}

static void
a_noun_evokes_with_its_phrases(void** state) {
  assert_meeting(state,
                 "The meeting between Anna Berg and Omar Salem took place in "
                 "Cairo.",
                 "Anna Berg", "Omar Salem");
}

static void
a_noun_s_doer_may_be_its_possessor(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg's visit to Egypt ended.");
  const Event* const visit = event_of(article, "Visit");
  assert_true(has_role(article, visit, "actor", "Anna Berg"));
  assert_true(has_role(article, visit, "destination", "Egypt"));
}

static void
a_visit_s_doer_may_be_the_subject_above(void** state) {
  const Article* const article =
    article_read(state, "During a visit to Egypt, Anna Berg met Omar Salem.");
  assert_true(
    has_role(article, event_of(article, "Visit"), "actor", "Anna Berg"));
}

static void
a_coordinated_verb_has_the_same_subject(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg visited Egypt and met Omar Salem.");
  assert_true(
    has_role(article, event_of(article, "Visit"), "actor", "Anna Berg"));
  assert_true(
    has_role(article, event_of(article, "Meeting"), "principal", "Anna Berg"));
}

static void
a_participle_has_the_subject_before_it(void** state) {
  const Article* const article =
    article_read(state, "President Anna Berg, visiting Egypt, met Omar "
                        "Salem.");
  assert_true(
    has_role(article, event_of(article, "Visit"), "actor", "Anna Berg"));
}

static void
a_relative_clause_is_about_its_noun(void** state) {
  const Article* const article =
    article_read(state, "Norway, which condemned the attack, thanked Egypt.");
  assert_true(
    has_role(article, event_of(article, "Condemnation"), "speaker", "Norway"));
}

static void
a_reduced_relative_clause_is_about_its_noun(void** state) {
  const Article* const article = article_read(
    state, "The agreement signed by Norway and Egypt entered into force.");
  const char* const parties[] = { "Norway", "Egypt", NULL };
  assert_fillers(article, event_of(article, "Signing"), "party", parties);
}

static void
a_controlled_verb_has_the_subject_above(void** state) {
  assert_meeting(state, "Anna Berg wanted to meet Omar Salem.", "Anna Berg",
                 "Omar Salem");
}

static void
a_pronoun_takes_part_as_whom_it_stands_for(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg left Oslo. She met Omar Salem.");
  const char* const names[] = { "Anna Berg", "Omar Salem", NULL };
  assert_fillers(article, event_of(article, "Meeting"), "principal", names);
}

static void
everybody_coordinated_takes_part(void** state) {
  const Article* const article =
    article_read(state, "Norway and Egypt signed an agreement with Chile.");
  const char* const parties[] = { "Norway", "Egypt", "Chile", NULL };
  assert_fillers(article, event_of(article, "Signing"), "party", parties);
}

static void
nobody_takes_part_twice(void** state) {
  const Article* const article =
    article_read(state,
                 "Anna Berg met Omar Salem. Berg held talks with Salem.");
  const char* const names[] = { "Anna Berg", "Omar Salem", NULL };
  assert_fillers(article, event_of(article, "Meeting"), "principal", names);
}

/* What is an event */

static void
what_nobody_does_is_none(void** state) {
  const Article* const article =
    article_read(state, "Norway met its fiscal target.");
  assert_int_equal(event_count(article, "Meeting"), 0);
}

static void
a_name_evokes_nothing(void** state) {
  const Article* const article =
    article_read(state, "The Ministry of Trade and President Meeting left.");
  assert_int_equal(event_count(article, "Meeting"), 0);
}

static void
a_dateline_evokes_nothing(void** state) {
  const Article* const article = article_read(
    state, "OSLO, visit of Egypt to Norway (NTB) -- Egypt thanked Norway.");
  assert_int_equal(event_count(article, "Visit"), 0);
  assert_int_equal(event_count(article, "Welcome"), 1);
}

static void
an_event_may_be_a_target(void** state) {
  const Article* const article =
    article_read(state, "Norway condemned the attack in Kabul.");
  const Event* const event = event_of(article, "Condemnation");
  const uint32_t target = term_of(article, "target");
  const Event* found = NULL;
  for (size_t i = 0; i < event->roles.length; i++) {
    if (event->roles.items[i].property == target) {
      assert_true(event->roles.items[i].event);
      found = &article->events.items.items[event->roles.items[i].filler];
    }
  }
  assert_ptr_equal(found, event_of(article, "Attack"));
}

/* What is said */

static void
a_clause_is_what_is_said(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg said that Norway would wait.");
  const Event* const event = event_of(article, "IndirectStatement");
  assert_true(has_role(article, event, "speaker", "Anna Berg"));
  assert_content(article, event, "Norway would wait");
  assert_false(event->quoted);
}

static void
words_in_marks_are_a_quotation(void** state) {
  static const char* const texts[] = {
    "\"Norway will wait\", Anna Berg said.",
    OPEN "Norway will wait" SHUT ", Anna Berg said.",
    "Anna Berg said: \"Norway will wait\".",
    OPEN "Norway will wait" SHUT ", said Anna Berg.",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    const Article* const article = article_read(state, texts[i]);
    const Event* const event = event_of(article, "Quotation");
    assert_true(event->quoted);
    assert_true(has_role(article, event, "speaker", "Anna Berg"));
    assert_content(article, event, "Norway will wait");
  }
}

static void
a_quotation_may_go_over_sentences(void** state) {
  const Article* const article =
    article_read(state,
                 OPEN "We are ready. We will wait" SHUT ", said Peter Lund.");
  assert_content(article, event_of(article, "Quotation"),
                 "We are ready. We will wait");
}

static void
a_quotation_goes_on_behind_its_verb(void** state) {
  static const char* const texts[] = {
    "\"We are ready,\" Peter Lund said. \"We will wait.\"",
    "\"We are ready,\" Peter Lund said.\n\n\"We will wait.\"",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    const Article* const article = article_read(state, texts[i]);
    const Event* const event = event_of(article, "Quotation");
    assert_int_equal(event->content.first, 1);
    assert_int_equal(event->content.end, token_of(article, "wait") + 2);
  }
}

static void
a_parenthesis_reports_its_sentence(void** state) {
  const Article* const article =
    article_read(state, "The talks have failed, Peter Lund said.");
  assert_content(article, event_of(article, "IndirectStatement"),
                 "The talks have failed");
}

static void
a_source_need_not_be_named(void** state) {
  const Article* const article =
    article_read(state, "The campaign says that the talks failed.");
  assert_true(has_role(article, event_of(article, "IndirectStatement"),
                       "speaker", "The campaign"));
}

static void
a_word_in_marks_is_no_quotation(void** state) {
  const Article* const article =
    article_read(state,
                 "Anna Berg said that the \"historic\" visit ended early.");
  assert_int_equal(event_count(article, "Quotation"), 0);
  assert_int_equal(event_count(article, "IndirectStatement"), 1);
}

static void
one_word_in_marks_is_none_either(void** state) {
  const Article* const article = article_read(state, "Anna Berg said \"yes\".");
  assert_int_equal(event_count(article, "Quotation"), 0);
}

static void
a_statement_of_nobody_is_dropped(void** state) {
  const Article* const article =
    article_read(state, "It was said that the agreement ended.");
  assert_int_equal(event_count(article, "IndirectStatement"), 0);
}

static void
whom_it_is_said_to_is_told(void** state) {
  const Article* const article =
    article_read(state, "\"Norway will wait\", Anna Berg told reporters.");
  assert_true(has_role(article, event_of(article, "Quotation"), "addressee",
                       "reporters"));
}

static void
a_participle_goes_on_for_its_speaker(void** state) {
  const Article* const article =
    article_read(state, "Norway condemned the attack, calling for restraint.");
  assert_true(
    has_role(article, event_of(article, "Appeal"), "speaker", "Norway"));
}

/* Wherever the parser hangs it. */
static void
a_participle_goes_on_from_the_reporting_verb(void** state) {
  const Article* const article = article_read(
    state, "Anna Berg said that Egypt had signed the agreement, calling for "
           "restraint.");
  const char* const names[] = { "Anna Berg", NULL };
  assert_fillers(article, event_of(article, "Appeal"), "speaker", names);
}

/* Whatever is read, events are in order and say where they come from. */
static void
ids_are_in_range(void** state) {
  const Article* const article = article_read(
    state, "Norway thanks Egypt\n\nOSLO, May 4 (NTB) -- Norway thanked Egypt "
           "for signing an agreement on trade on Thursday. " OPEN "We condemn "
           "the attack. We meet" SHUT ", Anna Berg told reporters during a "
           "visit to Egypt. She expressed condolences over the attack.");
  const Events* const events = &article->events;
  const size_t tokens = article->document.tokens.items.length;
  assert_true(events->items.length > 4);
  for (uint32_t i = 0; i < events->items.length; i++) {
    const Event* const event = &events->items.items[i];
    assert_true(event->same_as == NOTHING || event->same_as <= i);
    assert_true(event->triggers.length > 0);
    assert_true(event->time == NOTHING || event->time < events->times.length);
    assert_true(event->content.first <= event->content.end &&
                event->content.end <= tokens);
    for (size_t j = 0; j < event->roles.length; j++) {
      const Role role = event->roles.items[j];
      assert_true(role.filler < (role.event ? events->items.length
                                            : article->entities.items.length));
    }
  }
}

static void
who_is_listed_with_their_states_takes_part(void** state) {
  const Article* const article = article_read(
    state, "Minister Omar Salem met today with President Anna Berg of Norway "
           "and Prime Minister Peter Lund of Denmark in Cairo.");
  const Event* const event = event_of(article, "Meeting");
  assert_true(has_role(article, event, "principal", "Omar Salem"));
  assert_true(has_role(article, event, "principal", "Anna Berg"));
  assert_true(has_role(article, event, "principal", "Peter Lund"));
}

static void
who_met_somebody_says_what_follows(void** state) {
  const Article* const article = article_read(
    state, "Norwegian Prime Minister Anna Berg met here Thursday with her "
           "Kenyan counterpart Peter Otieno and said after the meeting that "
           "it was useful.");
  const Event* const event = event_of(article, "IndirectStatement");
  assert_true(has_role(article, event, "speaker", "Anna Berg"));
  assert_false(has_role(article, event, "speaker", "Peter Otieno"));
}

static void
a_list_of_people_may_be_long(void** state) {
  const Article* const article = article_read(
    state, "Minister Omar Salem met today with President Anna Berg of Norway, "
           "President Juan Rojas of Chile, and Prime Minister Peter Lund of "
           "Denmark in Cairo.");
  const Event* const event = event_of(article, "Meeting");
  assert_true(has_role(article, event, "principal", "Anna Berg"));
  assert_true(has_role(article, event, "principal", "Juan Rojas"));
  assert_true(has_role(article, event, "principal", "Peter Lund"));
}

static void
a_day_may_stand_before_whom_one_speaks_with(void** state) {
  const Article* const article =
    article_read(state, "Minister Omar Salem spoke today with Norwegian Prime "
                        "Minister Anna Berg to discuss the opportunity to "
                        "achieve peace.");
  const Event* const event = event_of(article, "PhoneCall");
  assert_true(has_role(article, event, "principal", "Omar Salem"));
  assert_true(has_role(article, event, "principal", "Anna Berg"));
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_verb_evokes_with_subject_and_object),
    cmocka_unit_test(a_passive_says_the_same),
    cmocka_unit_test(a_light_verb_and_its_noun_are_one_event),
    cmocka_unit_test(a_noun_evokes_with_its_phrases),
    cmocka_unit_test(a_noun_s_doer_may_be_its_possessor),
    cmocka_unit_test(a_visit_s_doer_may_be_the_subject_above),
    cmocka_unit_test(a_coordinated_verb_has_the_same_subject),
    cmocka_unit_test(a_participle_has_the_subject_before_it),
    cmocka_unit_test(a_relative_clause_is_about_its_noun),
    cmocka_unit_test(a_reduced_relative_clause_is_about_its_noun),
    cmocka_unit_test(a_controlled_verb_has_the_subject_above),
    cmocka_unit_test(a_pronoun_takes_part_as_whom_it_stands_for),
    cmocka_unit_test(everybody_coordinated_takes_part),
    cmocka_unit_test(nobody_takes_part_twice),
    cmocka_unit_test(what_nobody_does_is_none),
    cmocka_unit_test(a_name_evokes_nothing),
    cmocka_unit_test(a_dateline_evokes_nothing),
    cmocka_unit_test(an_event_may_be_a_target),
    cmocka_unit_test(a_clause_is_what_is_said),
    cmocka_unit_test(words_in_marks_are_a_quotation),
    cmocka_unit_test(a_quotation_may_go_over_sentences),
    cmocka_unit_test(a_quotation_goes_on_behind_its_verb),
    cmocka_unit_test(a_parenthesis_reports_its_sentence),
    cmocka_unit_test(a_source_need_not_be_named),
    cmocka_unit_test(a_word_in_marks_is_no_quotation),
    cmocka_unit_test(one_word_in_marks_is_none_either),
    cmocka_unit_test(a_statement_of_nobody_is_dropped),
    cmocka_unit_test(whom_it_is_said_to_is_told),
    cmocka_unit_test(a_participle_goes_on_for_its_speaker),
    cmocka_unit_test(a_participle_goes_on_from_the_reporting_verb),
    cmocka_unit_test(ids_are_in_range),
    cmocka_unit_test(who_is_listed_with_their_states_takes_part),
    cmocka_unit_test(who_met_somebody_says_what_follows),
    cmocka_unit_test(a_list_of_people_may_be_long),
    cmocka_unit_test(a_day_may_stand_before_whom_one_speaks_with),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
