/* Entities: persons, posts, states, places and bodies of an article. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

static void
assert_of_state(const Article* article, const char* name, const char* state) {
  const Entity* const entity = entity_named(article, name);
  assert_int_equal(entity->state, entity_find(article, state));
}

/* The number of posts of the person called `name`. */
static size_t
post_count(const Article* article, const char* name) {
  const uint32_t person = entity_find(article, name);
  size_t count = 0;
  for (size_t i = 0; i < article->entities.posts.length; i++) {
    count += article->entities.posts.items[i].person == person;
  }
  return count;
}

/* The only one. */
static const Post*
post_of(const Article* article, const char* name) {
  const uint32_t person = entity_find(article, name);
  assert_int_equal(post_count(article, name), 1);
  for (size_t i = 0; i < article->entities.posts.length; i++) {
    if (article->entities.posts.items[i].person == person) {
      return &article->entities.posts.items[i];
    }
  }
  return NULL;
}

static bool
post_is(const Article* article, const Post* post, const char* words) {
  return att_slice_is(words_of(article, post->first, post->end), words);
}

/* The entity that the last mention of `words` refers to is called `name`. */
static void
assert_names(const Article* article, const char* words, const char* name) {
  for (size_t i = article->mentions.items.length; i > 0; i--) {
    const Mention* const mention = &article->mentions.items.items[i - 1];
    if (att_slice_is(words_of(article, mention->first, mention->end), words)) {
      const uint32_t entity = article->entities.of_mention[i - 1];
      assert_int_not_equal(entity, NOTHING);
      assert_int_equal(entity, entity_find(article, name));
      return;
    }
  }
  fail_msg("no mention: %s", words);
}

/* Persons */

static void
a_person_is_one_however_named(void** state) {
  const Article* const article = article_read(
    state, "Norwegian Foreign Minister Anna Berg met Omar Salem. Berg thanked "
           "Egypt. Minister Berg left.");
  assert_int_equal(entity_count(article, ENTITY_PERSON), 2);
  assert_names(article, "Berg", "Anna Berg");
  assert_names(article, "Minister Berg", "Anna Berg");
}

static void
a_fuller_name_may_come_later(void** state) {
  const Article* const article =
    article_read(state,
                 "Minister Berg met Omar Salem. Anna Berg thanked Egypt.");
  assert_int_equal(entity_count(article, ENTITY_PERSON), 2);
  assert_names(article, "Minister Berg", "Anna Berg");
}

static void
persons_of_one_surname_are_two(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg met Peter Berg.");
  assert_int_equal(entity_count(article, ENTITY_PERSON), 2);
}

static void
case_and_accents_make_no_new_person(void** state) {
  const Article* const article = article_read(
    state, "President Ren\xC3\xA9 Dupr\xC3\xA9 left. President Rene Dupre "
           "came. President RENE DUPRE stayed.");
  assert_int_equal(entity_count(article, ENTITY_PERSON), 1);
}

/* Posts */

static void
a_title_before_is_a_post_of_its_state(void** state) {
  const Article* const article = article_read(
    state, "Norwegian Foreign Minister Anna Berg met Omar Salem in Cairo.");
  const Post* const post = post_of(article, "Anna Berg");
  assert_true(post_is(article, post, "Norwegian Foreign Minister"));
  assert_int_equal(post->state, entity_find(article, "Norway"));
  assert_false(post->former);
  assert_false(post->inferred);
  assert_of_state(article, "Anna Berg", "Norway");
  assert_int_equal(post_count(article, "Omar Salem"), 0);
}

static void
a_counterpart_holds_the_same_post_elsewhere(void** state) {
  const Article* const article =
    article_read(state, "Norwegian Foreign Minister Anna Berg met with her "
                        "visiting Egyptian counterpart, Omar Salem, in Oslo.");
  const Post* const post = post_of(article, "Omar Salem");
  assert_true(post_is(article, post, "Foreign Minister"));
  assert_int_equal(post->state, entity_find(article, "Egypt"));
  assert_true(post->inferred);
  assert_of_state(article, "Omar Salem", "Egypt");
}

static void
a_counterpart_of_nobody_told_holds_no_post(void** state) {
  const Article* const article = article_read(
    state, "Anna Berg met with her Egyptian counterpart Omar Salem in Oslo.");
  assert_int_equal(post_count(article, "Omar Salem"), 0);
}

static void
a_title_behind_is_a_post_of_its_state(void** state) {
  const Article* const article = article_read(
    state, "Kari Nordmann, the Norwegian foreign minister, met Omar Salem, "
           "president of Egypt, in Geneva.");
  const Post* const post = post_of(article, "Kari Nordmann");
  assert_true(post_is(article, post, "Norwegian foreign minister"));
  assert_of_state(article, "Kari Nordmann", "Norway");
  assert_int_equal(post_of(article, "Omar Salem")->state,
                   entity_find(article, "Egypt"));
}

static void
what_stands_behind_a_name_tells_whose_the_post_is(void** state) {
  const Article* const article = article_read(
    state, "President Anna Berg of Norway met Prime Minister Omar Salem of "
           "Egypt today to sign a treaty.");
  assert_int_equal(post_of(article, "Anna Berg")->state,
                   entity_find(article, "Norway"));
  assert_of_state(article, "Omar Salem", "Egypt");
}

static void
what_follows_a_name_is_no_part_of_it(void** state) {
  const Article* const article =
    article_read(state,
                 "President John F. Doe, Jr., met Omar Salem. Mr Doe stayed.");
  assert_int_equal(entity_count(article, ENTITY_PERSON), 2);
  assert_names(article, "Doe", "John F. Doe");
}

static void
the_same_post_twice_is_one(void** state) {
  const Article* const article =
    article_read(state,
                 "Norwegian Foreign Minister Anna Berg met Omar Salem. Foreign "
                 "Minister Berg thanked Egypt. Minister Berg left.");
  assert_true(post_is(article, post_of(article, "Anna Berg"),
                      "Norwegian Foreign Minister"));
}

static void
one_title_may_be_two_posts(void** state) {
  const Article* const article = article_read(
    state, "Norwegian Deputy Prime Minister and Foreign Minister Anna Berg "
           "left.");
  assert_int_equal(post_count(article, "Anna Berg"), 2);
}

static void
what_somebody_was_is_told(void** state) {
  const Article* const article =
    article_read(state,
                 "Former Norwegian Prime Minister Anna Berg met Omar Salem.");
  const Post* const post = post_of(article, "Anna Berg");
  assert_true(post->former);
  assert_true(post_is(article, post, "Norwegian Prime Minister"));
}

static void
an_ambassador_is_accredited(void** state) {
  const Article* const article =
    article_read(state, "US Ambassador to Egypt Peter Lund left.");
  const Post* const post = post_of(article, "Peter Lund");
  assert_int_equal(post->state, entity_find(article, "United States"));
  assert_int_equal(post->accredited, entity_find(article, "Egypt"));
}

static void
a_post_without_a_state_is_where_the_article_is_from(void** state) {
  const Article* const article =
    article_read(state,
                 "OSLO: Foreign Minister Anna Berg met Egyptian President Omar "
                 "Salem.");
  const Post* const post = post_of(article, "Anna Berg");
  assert_int_equal(post->state, entity_find(article, "Norway"));
  assert_true(post->inferred);
  assert_false(post_of(article, "Omar Salem")->inferred);
  assert_of_state(article, "Omar Salem", "Egypt");
}

static void
a_post_in_a_world_body_is_of_no_state(void** state) {
  const Article* const article =
    article_read(state, "OSLO: UN Secretary-General Peter Lund met Anna Berg.");
  const Post* const post = post_of(article, "Peter Lund");
  assert_int_equal(post->organization, entity_find(article, "United Nations"));
  assert_int_equal(post->state, NOTHING);
}

/* States and places */

static void
a_state_is_one_however_named(void** state) {
  const Article* const article =
    article_read(state,
                 "U.S. officials left. The United States thanked the American "
                 "people, and the US army stayed.");
  assert_int_equal(entity_count(article, ENTITY_STATE), 1);
  assert_of_state(article, "United States", "United States");
}

static void
a_capital_that_acts_is_its_government(void** state) {
  static const char* const texts[] = { "Cairo condemned the attack.",
                                       "The attack was condemned by Cairo.",
                                       "Norway criticised Cairo.",
                                       "Norway held talks with Cairo." };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    const Article* const article = article_read(state, texts[i]);
    const uint32_t mention = mention_of(article, "Cairo");
    assert_names(article, "Cairo", "Egypt");
    assert_true(article->entities.metonymy[mention]);
    assert_int_equal(entity_count(article, ENTITY_PLACE), 0);
  }
}

static void
a_capital_where_something_is_is_a_place(void** state) {
  static const char* const texts[] = { "Anna Berg met Omar Salem in Cairo.",
                                       "Anna Berg flew to Cairo.",
                                       "CAIRO: Anna Berg met Omar Salem." };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    const Article* const article = article_read(state, texts[i]);
    assert_int_equal(entity_named(article, "Cairo")->kind, ENTITY_PLACE);
    assert_of_state(article, "Cairo", "Egypt");
  }
}

static void
both_readings_may_stand_in_one_sentence(void** state) {
  const Article* const article =
    article_read(state, "Cairo condemned the attack in Cairo.");
  assert_int_equal(entity_count(article, ENTITY_STATE), 1);
  assert_int_equal(entity_count(article, ENTITY_PLACE), 1);
  assert_names(article, "Cairo", "Cairo");
}

static void
the_dateline_says_where_the_article_is_from(void** state) {
  const Article* const article =
    article_read(state, "CAIRO: Anna Berg met Omar Salem.");
  assert_int_equal(article->entities.dateline, entity_find(article, "Cairo"));
  assert_int_equal(article->entities.home, entity_find(article, "Egypt"));
  const Article* const other =
    article_read(state, "Anna Berg met Omar Salem in Cairo.");
  assert_int_equal(other->entities.dateline, NOTHING);
}

/* Bodies */

static void
a_ministry_is_of_the_state_before_it(void** state) {
  const Article* const article = article_read(
    state, "Egypt's Foreign Ministry thanked Norway. The Norwegian Ministry "
           "of Trade thanked Egypt.");
  assert_int_equal(entity_count(article, ENTITY_ORGANIZATION), 2);
  assert_of_state(article, "Foreign Ministry", "Egypt");
  assert_of_state(article, "Ministry of Trade", "Norway");
}

static void
a_body_is_one_however_named(void** state) {
  const Article* const article = article_read(
    state, "The European Union condemned the attack. The EU thanked Norway.");
  assert_int_equal(entity_count(article, ENTITY_ORGANIZATION), 1);
}

static void
an_unknown_body_is_one_by_its_name(void** state) {
  const Article* const article =
    article_read(state,
                 "The Global Trade Committee met. The Global Trade Committee "
                 "thanked Norway.");
  assert_int_equal(entity_count(article, ENTITY_ORGANIZATION), 1);
  assert_int_equal(entity_named(article, "Global Trade Committee")->known,
                   ONTOLOGY_NONE);
}

/* Whatever is read, what refers to what is there. */
static void
ids_are_in_range(void** state) {
  const Article* const article = article_read(
    state, "CAIRO: Norwegian Foreign Minister Anna Berg, former ambassador to "
           "Chile, met UN Secretary-General Peter Lund and Egypt's Foreign "
           "Ministry. Both countries thanked US officials. They left.");
  const Entities* const entities = &article->entities;
  const size_t count = entities->items.length;
  assert_true(count > 6);
  for (size_t i = 0; i < count; i++) {
    const uint32_t of = entities->items.items[i].state;
    assert_true(of == NOTHING || of < count);
    assert_true(of == NOTHING ||
                entities->items.items[of].kind == ENTITY_STATE);
  }
  for (size_t i = 0; i < article->mentions.items.length; i++) {
    assert_true(entities->of_mention[i] == NOTHING ||
                entities->of_mention[i] < count);
  }
  for (size_t i = 0; i < article->trees.nodes.length; i++) {
    const Referents referents = entities->of_node[i];
    assert_true(referents.first + referents.count <= entities->pool.length);
  }
  for (size_t i = 0; i < entities->pool.length; i++) {
    assert_true(entities->pool.items[i] < count);
  }
}

static void
a_short_name_in_brackets_is_the_bodys(void** state) {
  const Article* const article = article_read(
    state, "The Chamber of Tourism (Canatur) and the Electricity Institute's "
           "(ZEI) plan were praised. BoW and Canatur signed it.");
  const uint32_t chamber =
    article->entities.of_mention[mention_of(article, "Chamber of Tourism")];
  assert_int_equal(article->entities.of_mention[mention_of(article, "Canatur")],
                   chamber);
  assert_int_equal(article->entities.of_mention[mention_of(article, "ZEI")],
                   article->entities
                     .of_mention[mention_of(article, "Electricity Institute")]);
}

static void
a_noun_beside_a_name_tells_what_it_is(void** state) {
  const Article* const article = article_read(
    state, "He read of it in the newspaper Tivoro. They live in the town of "
           "Kalmeno. The Varnek administration was asked.");
  assert_int_equal(entity_named(article, "Tivoro")->kind, ENTITY_ORGANIZATION);
  assert_int_equal(entity_named(article, "Kalmeno")->kind, ENTITY_PLACE);
  assert_int_equal(entity_named(article, "Varnek")->kind, ENTITY_PERSON);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_person_is_one_however_named),
    cmocka_unit_test(a_fuller_name_may_come_later),
    cmocka_unit_test(persons_of_one_surname_are_two),
    cmocka_unit_test(case_and_accents_make_no_new_person),
    cmocka_unit_test(a_title_before_is_a_post_of_its_state),
    cmocka_unit_test(a_counterpart_holds_the_same_post_elsewhere),
    cmocka_unit_test(a_counterpart_of_nobody_told_holds_no_post),
    cmocka_unit_test(a_title_behind_is_a_post_of_its_state),
    cmocka_unit_test(what_stands_behind_a_name_tells_whose_the_post_is),
    cmocka_unit_test(what_follows_a_name_is_no_part_of_it),
    cmocka_unit_test(the_same_post_twice_is_one),
    cmocka_unit_test(one_title_may_be_two_posts),
    cmocka_unit_test(what_somebody_was_is_told),
    cmocka_unit_test(an_ambassador_is_accredited),
    cmocka_unit_test(a_post_without_a_state_is_where_the_article_is_from),
    cmocka_unit_test(a_post_in_a_world_body_is_of_no_state),
    cmocka_unit_test(a_state_is_one_however_named),
    cmocka_unit_test(a_capital_that_acts_is_its_government),
    cmocka_unit_test(a_capital_where_something_is_is_a_place),
    cmocka_unit_test(both_readings_may_stand_in_one_sentence),
    cmocka_unit_test(the_dateline_says_where_the_article_is_from),
    cmocka_unit_test(a_ministry_is_of_the_state_before_it),
    cmocka_unit_test(a_body_is_one_however_named),
    cmocka_unit_test(an_unknown_body_is_one_by_its_name),
    cmocka_unit_test(ids_are_in_range),
    cmocka_unit_test(a_short_name_in_brackets_is_the_bodys),
    cmocka_unit_test(a_noun_beside_a_name_tells_what_it_is),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
