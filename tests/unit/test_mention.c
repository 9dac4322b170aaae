/* Mentions: names, titled names, demonyms and nominals, and who bears what. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

/* The mention of exactly these words must be of this form and kind. */
static const Mention*
assert_mention(const Article* article, const char* words, MentionForm form,
               EntityKind kind) {
  const uint32_t index = mention_of(article, words);
  if (index == NOTHING) {
    fail_msg("no mention: %s", words);
  }
  const Mention* const mention = &article->mentions.items.items[index];
  assert_int_equal(mention->form, form);
  assert_int_equal(mention->kind, kind);
  return mention;
}

static Slice
title_of(const Article* article, const char* name) {
  for (size_t i = 0; i < article->mentions.titles.length; i++) {
    const Title* const title = &article->mentions.titles.items[i];
    const Mention* const mention =
      &article->mentions.items.items[title->mention];
    if (att_slice_is(words_of(article, mention->name_first, mention->name_end),
                     name)) {
      return words_of(article, title->first, title->end);
    }
  }
  fail_msg("no title of %s", name);
  return (Slice){ "", 0 };
}

static void
a_title_and_its_name_are_one(void** state) {
  const Article* const article =
    article_read(state, "Foreign Minister Anna Berg left.");
  const Mention* const mention =
    assert_mention(article, "Foreign Minister Anna Berg", FORM_TITLED,
                   ENTITY_PERSON);
  assert_true(
    att_slice_is(words_of(article, mention->name_first, mention->name_end),
                 "Anna Berg"));
  assert_true(mention->certain);
  assert_true(att_slice_is(title_of(article, "Anna Berg"), "Foreign Minister"));
}

static void
a_title_may_name_its_state(void** state) {
  const Article* const article =
    article_read(state, "Norwegian Prime Minister Anna Berg left.");
  const uint32_t whole =
    mention_of(article, "Norwegian Prime Minister Anna Berg");
  const Mention* const state_named =
    assert_mention(article, "Norwegian", FORM_DEMONYM, ENTITY_STATE);
  assert_int_equal(state_named->inside, whole);
}

static void
a_title_may_follow(void** state) {
  const Article* const article =
    article_read(state, "Anna Berg, the Norwegian foreign minister, left.");
  assert_mention(article, "Anna Berg", FORM_NAME, ENTITY_PERSON);
  const Slice title = title_of(article, "Anna Berg");
  assert_true(att_slice_ends(title, SLICE("Norwegian foreign minister")));
}

static void
two_posts_may_be_one_title(void** state) {
  const Article* const article =
    article_read(state,
                 "Deputy Prime Minister and Foreign Minister Anna Berg left.");
  assert_true(att_slice_is(title_of(article, "Anna Berg"),
                           "Deputy Prime Minister and Foreign Minister"));
}

static void
posts_told_one_after_another_are_one_title(void** state) {
  static const char* const titles[] = {
    "Deputy Prime Minister/Foreign Minister",
    "Special Assistant to the Prime Minister of Pakistan, Ambassador",
    "Party Member, Director of the Trade Office, and Foreign Minister",
    "UK Minister of State for North Africa, Asia, and North America",
    "Republic of Korea (ROK) Vice Foreign Minister",
  };
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
    char text[200];
    (void)snprintf(text, sizeof text, "He met %s Anna Berg.", titles[i]);
    const Article* const article = article_read(state, text);
    assert_true(att_slice_is(title_of(article, "Anna Berg"), titles[i]));
  }
}

/* A post with an article is somebody, not a part of the next one's title. */
static void
a_post_with_an_article_is_another_person(void** state) {
  const Article* const article = article_read(
    state, "He met the Prime Minister of Pakistan, Ambassador Anna Berg and "
           "others.");
  assert_true(att_slice_is(title_of(article, "Anna Berg"), "Ambassador"));
}

static void
names_of_persons_come_in_many_shapes(void** state) {
  static const char* const names[] = { "Omar al-Salem",     "Lee Teng-hui",
                                       "J. Berg",           "Anna T. Berg",
                                       "Omar Sheikh Salem", "Omar Al-Sheikh",
                                       "Omar Shia Al-Salem" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char text[100];
    (void)snprintf(text, sizeof text, "President %s left.", names[i]);
    const Article* const article = article_read(state, text);
    assert_true(att_slice_is(title_of(article, names[i]), "President"));
  }
}

static void
bodies_known_and_named_are_organizations(void** state) {
  const Article* const article = article_read(
    state, "The United Nations and Egypt's Ministry of Foreign Affairs met.");
  assert_mention(article, "United Nations", FORM_NAME, ENTITY_ORGANIZATION);
  assert_mention(article, "Ministry of Foreign Affairs", FORM_NAME,
                 ENTITY_ORGANIZATION);
}

static void
states_and_places_are_names(void** state) {
  const Article* const article =
    article_read(state, "They flew from Norway to Cairo.");
  assert_mention(article, "Norway", FORM_NAME, ENTITY_STATE);
  assert_int_not_equal(mention_of(article, "Cairo"), NOTHING);
}

static void
descriptions_are_nominals(void** state) {
  const Article* article = article_read(state, "US officials met yesterday.");
  assert_true(
    assert_mention(article, "US officials", FORM_NOMINAL, ENTITY_GROUP)
      ->plural);
  article = article_read(state, "The two countries agreed.");
  assert_true(
    assert_mention(article, "The two countries", FORM_NOMINAL, ENTITY_STATE)
      ->plural);
  article = article_read(state, "They said both leaders agreed.");
  assert_true(
    assert_mention(article, "both leaders", FORM_NOMINAL, ENTITY_PERSON)
      ->plural);
}

/* What the tests below ask of any article. */
#define MIXTURE                                                             \
  "Norwegian Foreign Minister Anna Berg and US officials met Omar Salem, "  \
  "Egypt's foreign minister, at the Ministry of Foreign Affairs in Cairo. " \
  "Both countries thanked President of Chile Eva Rojas."

static void
mentions_are_in_order_longer_ones_first(void** state) {
  const Article* const article = article_read(state, MIXTURE);
  assert_true(article->mentions.items.length > 8);
  for (size_t i = 1; i < article->mentions.items.length; i++) {
    const Mention* const left = &article->mentions.items.items[i - 1];
    const Mention* const right = &article->mentions.items.items[i];
    assert_true(left->first < right->first ||
                (left->first == right->first && left->end >= right->end));
  }
}

static void
mentions_inside_lie_inside(void** state) {
  const Article* const article = article_read(state, MIXTURE);
  for (size_t i = 0; i < article->mentions.items.length; i++) {
    const Mention* const mention = &article->mentions.items.items[i];
    assert_true(mention->first <= mention->name_first &&
                mention->name_first < mention->name_end &&
                mention->name_end <= mention->end);
    if (mention->inside != NOTHING) {
      const Mention* const over =
        &article->mentions.items.items[mention->inside];
      assert_true(over->first <= mention->first && mention->end <= over->end);
    }
  }
}

static void
tokens_know_the_outermost_mention(void** state) {
  const Article* const article = article_read(state, MIXTURE);
  for (uint32_t i = 0; i < article->mentions.items.length; i++) {
    const Mention* const mention = &article->mentions.items.items[i];
    const uint32_t outermost = mention->inside == NOTHING ? i : mention->inside;
    for (uint32_t t = mention->first; t < mention->end; t++) {
      assert_int_equal(article->mentions.at[t], outermost);
    }
  }
  assert_int_equal(article->mentions.at[token_of(article, "met")], NOTHING);
}

static void
titles_stay_with_their_names(void** state) {
  const Article* const article = article_read(state, MIXTURE);
  assert_true(
    att_slice_is(title_of(article, "Anna Berg"), "Norwegian Foreign Minister"));
  assert_true(
    att_slice_is(title_of(article, "Eva Rojas"), "President of Chile"));
}

static void
names_and_titles_stay_within_sentences(void** state) {
  const Article* const article =
    article_read(state, "She met the President. Anna Berg left.");
  assert_int_equal(article->mentions.titles.length, 0);
  assert_mention(article, "Anna Berg", FORM_NAME, ENTITY_PERSON);
}

static void
a_name_may_look_like_a_title_or_a_law(void** state) {
  const Article* const article = article_read(
    state, "President Bill Arden met Hun Sen and John Major in Hyde Park.");
  assert_mention(article, "President Bill Arden", FORM_TITLED, ENTITY_PERSON);
  assert_mention(article, "Hun Sen", FORM_NAME, ENTITY_PERSON);
  assert_mention(article, "John Major", FORM_NAME, ENTITY_PERSON);
  assert_mention(article, "Hyde Park", FORM_NAME, ENTITY_PLACE);
}

static void
a_nickname_is_part_of_the_name(void** state) {
  const Article* const article =
    article_read(state, "The boxer Roberto \"Hands of Stone\" Duran won.");
  assert_mention(article, "Roberto \"Hands of Stone\" Duran", FORM_NAME,
                 ENTITY_PERSON);
}

static void
a_body_is_named_for_what_it_does(void** state) {
  const Article* const article = article_read(
    state, "He met the Union for the Protection of Literary and Artistic Works "
           "and the Oslo Prosecutors' Office at the Dubai Police.");
  assert_mention(article,
                 "Union for the Protection of Literary and Artistic Works",
                 FORM_NAME, ENTITY_ORGANIZATION);
  assert_mention(article, "Oslo Prosecutors' Office", FORM_NAME,
                 ENTITY_ORGANIZATION);
  assert_mention(article, "Dubai Police", FORM_NAME, ENTITY_ORGANIZATION);
}

static void
a_headline_in_capitals_is_read_as_the_rest_spells_it(void** state) {
  const Article* const article = article_read(
    state, "TENNIS - MARTA KELLER BEATS RIVAL IN FINAL.\n\n"
           "Keller said she beats a rival in the final as often as she can.");
  assert_mention(article, "MARTA KELLER", FORM_NAME, ENTITY_PERSON);
}

static void
a_surname_alone_is_known_by_the_name_before(void** state) {
  const Article* const article = article_read(
    state, "The film maker Neil Jordan left. Tiger Woods stayed. Jordan went "
           "to Jordan. Woods was asked to follow.");
  assert_mention(article, "Neil Jordan", FORM_NAME, ENTITY_PERSON);
  assert_mention(article, "Woods", FORM_NAME, ENTITY_PERSON);
  assert_mention(article, "Jordan", FORM_NAME, ENTITY_PERSON);
  size_t states = 0;
  for (size_t i = 0; i < article->mentions.items.length; i++) {
    states += article->mentions.items.items[i].kind == ENTITY_STATE;
  }
  assert_int_equal(states, 1);
}

static void
scores_and_standings_name_teams(void** state) {
  const Article* const article = article_read(
    state, "Results of the league on Sunday: Chicago 3 Boston 1 were told.");
  assert_mention(article, "Chicago", FORM_NAME, ENTITY_ORGANIZATION);
  assert_mention(article, "Boston", FORM_NAME, ENTITY_ORGANIZATION);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_title_and_its_name_are_one),
    cmocka_unit_test(a_title_may_name_its_state),
    cmocka_unit_test(a_title_may_follow),
    cmocka_unit_test(two_posts_may_be_one_title),
    cmocka_unit_test(posts_told_one_after_another_are_one_title),
    cmocka_unit_test(a_post_with_an_article_is_another_person),
    cmocka_unit_test(names_of_persons_come_in_many_shapes),
    cmocka_unit_test(bodies_known_and_named_are_organizations),
    cmocka_unit_test(states_and_places_are_names),
    cmocka_unit_test(descriptions_are_nominals),
    cmocka_unit_test(mentions_are_in_order_longer_ones_first),
    cmocka_unit_test(mentions_inside_lie_inside),
    cmocka_unit_test(tokens_know_the_outermost_mention),
    cmocka_unit_test(titles_stay_with_their_names),
    cmocka_unit_test(names_and_titles_stay_within_sentences),
    cmocka_unit_test(a_name_may_look_like_a_title_or_a_law),
    cmocka_unit_test(a_nickname_is_part_of_the_name),
    cmocka_unit_test(a_body_is_named_for_what_it_does),
    cmocka_unit_test(a_headline_in_capitals_is_read_as_the_rest_spells_it),
    cmocka_unit_test(a_surname_alone_is_known_by_the_name_before),
    cmocka_unit_test(scores_and_standings_name_teams),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
