/* References: what pronouns and descriptions stand for. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

/* What the last `word` stands for must be called `names`, in order, up to a
 * NULL. */
static void
assert_stands_for(const Article* article, const char* word,
                  const char* const* names) {
  const uint32_t node = article->trees.of_token[token_of(article, word)];
  const Referents referents = article->entities.of_node[node];
  size_t count = 0;
  while (names[count] != NULL) {
    count++;
  }
  assert_int_equal(referents.count, count);
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t entity = article->entities.pool.items[referents.first + i];
    const Slice name = article->entities.items.items[entity].name;
    if (!att_slice_is(name, names[i])) {
      fail_msg("%s is %.*s, not %s", word, (int)name.length, name.start,
               names[i]);
    }
  }
}

/* In `text`, `word` stands for what is called `one`, and `other` if not
 * NULL. */
static void
assert_refers(void** state, const char* text, const char* word, const char* one,
              const char* other) {
  const char* const names[] = { one, other, NULL };
  assert_stands_for(article_read(state, text), word, names);
}

/* Pronouns */

static void
a_pronoun_is_the_subject_before(void** state) {
  assert_refers(state, "Peter Lund met Omar Salem. He thanked Egypt.", "He",
                "Peter Lund", NULL);
  assert_refers(state, "Anna Berg met Eva Dahl. She thanked Egypt.", "She",
                "Anna Berg", NULL);
}

static void
given_names_tell_he_from_she(void** state) {
  assert_refers(state, "Anna Berg met Omar Salem. He thanked Norway.", "He",
                "Omar Salem", NULL);
  assert_refers(state, "Omar Salem met Anna Berg. She thanked Egypt.", "She",
                "Anna Berg", NULL);
}

static void
a_pronoun_may_stand_in_its_sentence(void** state) {
  assert_refers(state, "Anna Berg said she condemned the attack.", "she",
                "Anna Berg", NULL);
}

static void
a_possessive_pronoun_refers_too(void** state) {
  assert_refers(state, "Anna Berg met Omar Salem. Her visit to Egypt ended.",
                "Her", "Anna Berg", NULL);
}

static void
it_is_a_state_or_body(void** state) {
  assert_refers(state, "Norway signed the agreement. It thanked Egypt.", "It",
                "Norway", NULL);
  assert_refers(state,
                "The United Nations condemned the attack. It thanked Egypt.",
                "It", "United Nations", NULL);
}

static void
it_is_no_person(void** state) {
  const char* const none[] = { NULL };
  assert_stands_for(article_read(state, "Anna Berg left. It was late."), "It",
                    none);
}

static void
they_are_a_coordination(void** state) {
  assert_refers(state,
                "Norway and Egypt signed an agreement. They condemned "
                "the attack.",
                "They", "Norway", "Egypt");
  assert_refers(state,
                "Anna Berg and Omar Salem met in Oslo. They condemned "
                "the attack.",
                "They", "Anna Berg", "Omar Salem");
}

static void
they_may_be_a_group(void** state) {
  assert_refers(state, "US officials left Cairo. They condemned the attack.",
                "They", "US officials", NULL);
}

static void
without_anybody_before_nothing_is_meant(void** state) {
  static const char* const words[] = { "He", "She", "It", "They" };
  const char* const none[] = { NULL };
  for (size_t i = 0; i < 4; i++) {
    char text[60];
    (void)snprintf(text, sizeof text, "%s condemned the attack.", words[i]);
    assert_stands_for(article_read(state, text), words[i], none);
  }
}

static void
a_pronoun_looks_back_a_few_sentences_only(void** state) {
  const char* const none[] = { NULL };
  assert_stands_for(
    article_read(state, "Anna Berg left. The day was long. The night was "
                        "long. The day was long. The night was long. The day "
                        "was long. The night was long. She left."),
    "She", none);
}

static void
resolved_pronouns_are_listed(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg left. She condemned the attack.");
  assert_int_equal(article->entities.pronouns.length, 1);
  const Pronoun pronoun = article->entities.pronouns.items[0];
  assert_int_equal(pronoun.token, token_of(article, "She"));
  assert_int_equal(pronoun.entity, entity_find(article, "Anna Berg"));
}

/* Descriptions */

static void
both_countries_are_the_two_states(void** state) {
  assert_refers(state,
                "Norway and Egypt signed an agreement. Both countries "
                "condemned the attack.",
                "countries", "Norway", "Egypt");
  assert_refers(state,
                "Norway and Egypt signed an agreement. The two "
                "countries thanked Chile.",
                "countries", "Norway", "Egypt");
}

static void
both_countries_are_those_of_the_persons(void** state) {
  assert_refers(state,
                "Norwegian President Anna Berg met Egyptian President "
                "Omar Salem. Both countries condemned the attack.",
                "countries", "Norway", "Egypt");
}

static void
the_leaders_of_two_states_are_two(void** state) {
  assert_refers(state,
                "Secretary of State Anna Berg spoke with Egyptian President "
                "Omar Salem. The leaders discussed trade.",
                "leaders", "Anna Berg", "Omar Salem");
}

static void
the_leaders_of_three_states_are_more(void** state) {
  assert_refers(state,
                "Norwegian Prime Minister Anna Berg met Egyptian President "
                "Omar Salem and Chilean President Juan Rojas. The leaders "
                "discussed trade.",
                "leaders", "The leaders", NULL);
}

static void
whose_something_is_may_be_no_leader_of_the_two(void** state) {
  assert_refers(state,
                "Minister Anna Berg met Egyptian President Omar Salem. Berg "
                "conveyed President Peter Lund's thanks. The two leaders "
                "discussed trade.",
                "leaders", "Omar Salem", "Anna Berg");
}

static void
the_two_leaders_are_the_two_persons(void** state) {
  assert_refers(state,
                "Peter Lund met Anna Berg. The two leaders condemned "
                "the attack.",
                "leaders", "Peter Lund", "Anna Berg");
}

static void
the_minister_is_who_holds_the_post(void** state) {
  assert_refers(state,
                "Norwegian Foreign Minister Anna Berg met Egyptian "
                "President Omar Salem. The minister condemned the "
                "attack.",
                "minister", "Anna Berg", NULL);
  assert_refers(state,
                "Norwegian Foreign Minister Anna Berg met Egyptian "
                "President Omar Salem. The president condemned the "
                "attack.",
                "president", "Omar Salem", NULL);
}

static void
a_minister_of_a_state_is_that_state_s(void** state) {
  assert_refers(state,
                "Norwegian Foreign Minister Anna Berg met Egyptian "
                "Foreign Minister Omar Salem. The Norwegian minister "
                "condemned the attack.",
                "minister", "Anna Berg", NULL);
  assert_refers(state,
                "Norwegian Foreign Minister Anna Berg met Egyptian "
                "Foreign Minister Omar Salem. The Egyptian minister "
                "condemned the attack.",
                "minister", "Omar Salem", NULL);
}

static void
the_ministry_is_the_one_named(void** state) {
  assert_refers(state,
                "The Norwegian Foreign Ministry condemned the attack. "
                "The ministry thanked Egypt.",
                "ministry", "Foreign Ministry", NULL);
}

static void
the_government_of_a_state_is_the_state(void** state) {
  assert_refers(state, "The Norwegian government condemned the attack.",
                "government", "Norway", NULL);
}

static void
an_unnamed_group_is_one_of_its_own(void** state) {
  const Article* const article =
    article_read(state, "A Norwegian delegation met US officials in Cairo.");
  assert_int_equal(entity_count(article, ENTITY_GROUP), 2);
  const Entity* const group = entity_named(article, "US officials");
  assert_int_equal(group->state, entity_find(article, "United States"));
}

static void
who_speaks_unnamed_is_a_group(void** state) {
  assert_refers(state, "His lawyer said he would not answer.", "lawyer",
                "His lawyer", NULL);
  assert_refers(state, "One Oslo official said the work was fine.", "official",
                "One Oslo official", NULL);
  assert_refers(state, "An architect who said the roof was safe left.",
                "architect", "An architect", NULL);
  assert_refers(state, "The talks failed, according to exit polls.", "polls",
                "exit polls", NULL);
}

static void
who_speaks_for_somebody_is_somebody_else(void** state) {
  const Article* const article =
    article_read(state, "A spokesman for President Omar Salem said Egypt "
                        "condemned the attack.");
  const char* const names[] = { "spokesman for President Omar Salem", NULL };
  assert_stands_for(article, "spokesman", names);
  assert_int_equal(entity_count(article, ENTITY_PERSON), 1);
}

static void
a_news_agency_is_the_one_named(void** state) {
  assert_refers(state, "The talks failed, the official MENA news agency said.",
                "agency", "MENA", NULL);
}

static void
who_speaks_unnamed_may_be_named_soon(void** state) {
  const Article* const article =
    article_read(state, "A spokesman for Omar Salem said Egypt condemned the "
                        "attack. It began on Monday. The other, Salem's "
                        "spokesman Peter Lund, said talks would continue.");
  const uint32_t node =
    article->trees
      .of_token[article->document.tokens.sentences.items[0].first + 1];
  const Referents referents = article->entities.of_node[node];
  assert_int_equal(referents.count, 1);
  const uint32_t entity = article->entities.pool.items[referents.first];
  assert_true(
    att_slice_is(article->entities.items.items[entity].name, "Peter Lund"));
}

static void
one_spokesman_is_not_another(void** state) {
  const Article* const article =
    article_read(state, "Omar Salem's spokesman Peter Lund said talks were "
                        "useful. A spokesman for Anna Berg said they failed.");
  const char* const names[] = { "spokesman for Anna Berg", NULL };
  assert_stands_for(article, "spokesman", names);
}

static void
who_says_is_not_in_what_is_said(void** state) {
  assert_refers(state,
                "Peter Lund welcomed the treaty. Omar Salem will visit Norway, "
                "he added.",
                "he", "Peter Lund", NULL);
}

static void
a_surname_may_be_a_post(void** state) {
  assert_refers(state, "Mr. King said that the talks were useful.", "King",
                "King", NULL);
  assert_refers(state, "Mr. President said nothing.", "President", NULL, NULL);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_pronoun_is_the_subject_before),
    cmocka_unit_test(given_names_tell_he_from_she),
    cmocka_unit_test(a_pronoun_may_stand_in_its_sentence),
    cmocka_unit_test(a_possessive_pronoun_refers_too),
    cmocka_unit_test(it_is_a_state_or_body),
    cmocka_unit_test(it_is_no_person),
    cmocka_unit_test(they_are_a_coordination),
    cmocka_unit_test(they_may_be_a_group),
    cmocka_unit_test(without_anybody_before_nothing_is_meant),
    cmocka_unit_test(a_pronoun_looks_back_a_few_sentences_only),
    cmocka_unit_test(resolved_pronouns_are_listed),
    cmocka_unit_test(both_countries_are_the_two_states),
    cmocka_unit_test(both_countries_are_those_of_the_persons),
    cmocka_unit_test(the_leaders_of_two_states_are_two),
    cmocka_unit_test(the_leaders_of_three_states_are_more),
    cmocka_unit_test(whose_something_is_may_be_no_leader_of_the_two),
    cmocka_unit_test(the_two_leaders_are_the_two_persons),
    cmocka_unit_test(the_minister_is_who_holds_the_post),
    cmocka_unit_test(a_minister_of_a_state_is_that_state_s),
    cmocka_unit_test(the_ministry_is_the_one_named),
    cmocka_unit_test(the_government_of_a_state_is_the_state),
    cmocka_unit_test(an_unnamed_group_is_one_of_its_own),
    cmocka_unit_test(who_speaks_unnamed_is_a_group),
    cmocka_unit_test(who_speaks_for_somebody_is_somebody_else),
    cmocka_unit_test(who_speaks_unnamed_may_be_named_soon),
    cmocka_unit_test(one_spokesman_is_not_another),
    cmocka_unit_test(who_says_is_not_in_what_is_said),
    cmocka_unit_test(a_news_agency_is_the_one_named),
    cmocka_unit_test(a_surname_may_be_a_post),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
