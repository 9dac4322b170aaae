/* Syntax: names as nodes, what is hung elsewhere, and walks over trees. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"
#include "tree_fixture.h"

/* The node that the last token of this form is, or is part of. */
static const SyntaxNode*
node_at(const Article* article, const char* form) {
  return &article->trees.nodes
            .items[article->trees.of_token[token_of(article, form)]];
}

static Slice
node_words(const Article* article, const SyntaxNode* node) {
  return words_of(article, node->first, node->end);
}

/* `form` hangs on `head` in `relation`, whose subtypes are not told apart. */
static void
assert_hangs(const Article* article, const char* form, Relation relation,
             const char* head) {
  const SyntaxNode* const node = node_at(article, form);
  assert_int_equal(att_relation_base((Relation)node->relation), relation);
  assert_int_not_equal(node->head, NOTHING);
  const Slice above = article->trees.nodes.items[node->head].form;
  if (!att_slice_is(above, head)) {
    fail_msg("%s hangs on %.*s", form, (int)above.length, above.start);
  }
}

/* Mending */

static void
no_node_hangs_below_itself(void** state) {
  const Article* const article =
    article_read(state, "Kenya-US \"open skies\" deal to be signed in May.");
  const Trees* const trees = &article->trees;
  for (uint32_t node = 0; node < trees->nodes.length; node++) {
    size_t steps = 0;
    for (uint32_t head = trees->nodes.items[node].head; head != NOTHING;
         head = trees->nodes.items[head].head) {
      steps++;
      assert_true(steps < trees->nodes.length);
    }
  }
}

/* Quoted clauses */

static void
a_quoted_clause_hangs_on_what_reports_it(void** state) {
  const Article* const article = article_read(
    state, "\"Our assumption is that the veto will fall,\" Majority Leader "
           "Karl Berg, of Oslo, said Tuesday.");
  assert_hangs(article, "Berg", REL_NSUBJ, "said");
  assert_int_equal(node_at(article, "said")->head, NOTHING);
  assert_hangs(article, "fall", REL_CCOMP, "said");
}

static void
a_quoted_clause_may_stand_behind(void** state) {
  const Article* const article = article_read(
    state, "The minister thanked Chile, adding: \"We are ready to sign.\"");
  assert_int_equal(node_at(article, "thanked")->head, NOTHING);
  assert_hangs(article, "ready", REL_CCOMP, "adding");
}

static void
a_clause_is_parsed_apart_from_what_reports_it_behind(void** state) {
  const Article* const article = article_read(
    state, "President Salem held talks with Norway on trade and efforts to "
           "form a government, an official said Monday.");
  assert_hangs(article, "held", REL_CCOMP, "said");
  assert_hangs(article, "official", REL_NSUBJ, "said");
  const Article* const other = article_read(
    state, "Talks failed when Salem left and Berg stayed at home, says Oslo.");
  assert_hangs(other, "failed", REL_CCOMP, "says");
}

static void
a_quoted_word_is_no_clause(void** state) {
  const Article* const article =
    article_read(state, "She called it \"a mistake,\" and left.");
  assert_hangs(article, "left", REL_CONJ, "called");
  assert_hangs(article, "mistake", REL_XCOMP, "called");
}

/* Names */

static void
a_title_with_its_name_is_one_node(void** state) {
  const Article* const article = article_read(
    state, "Norwegian Foreign Minister Anna Berg met President Omar Salem.");
  const SyntaxNode* const berg = node_at(article, "Berg");
  assert_true(att_slice_is(node_words(article, berg),
                           "Norwegian Foreign Minister Anna Berg"));
  assert_true(att_slice_is(berg->form, "Berg"));
  assert_int_not_equal(berg->mention, NOTHING);
  assert_hangs(article, "Berg", REL_NSUBJ, "met");
  assert_hangs(article, "Salem", REL_OBJ, "met");
}

static void
a_name_of_several_words_is_one_node(void** state) {
  const Article* const article =
    article_read(state, "The Ministry of Foreign Affairs thanked Norway.");
  const SyntaxNode* const ministry = node_at(article, "Affairs");
  assert_true(
    att_slice_is(node_words(article, ministry), "Ministry of Foreign Affairs"));
  assert_true(att_slice_is(ministry->form, "Ministry"));
  assert_hangs(article, "Affairs", REL_NSUBJ, "thanked");
}

static void
a_description_stays_a_phrase(void** state) {
  const Article* const article =
    article_read(state, "US officials met Omar Salem.");
  assert_true(att_slice_is(node_words(article, node_at(article, "officials")),
                           "officials"));
  assert_int_equal(node_at(article, "officials")->mention, NOTHING);
}

/* What is hung elsewhere than parsers would */

static void
a_phrase_hangs_on_the_noun_that_asks_for_it(void** state) {
  const Article* const article =
    article_read(state, "Norway welcomed Chinese investment in mining.");
  assert_hangs(article, "mining", REL_NMOD, "investment");
}

static void
a_weekday_before_the_verb_is_no_part_of_the_subject(void** state) {
  const Article* const article =
    article_read(state, "Norway and Egypt Thursday signed an agreement.");
  assert_hangs(article, "Norway", REL_NSUBJ, "signed");
  assert_hangs(article, "Egypt", REL_CONJ, "Norway");
  assert_hangs(article, "Thursday", REL_OBL, "signed");
}

static void
a_participle_hangs_on_the_noun_before_it(void** state) {
  const Article* const article =
    article_read(state, "They attended the conference hosted by Norway.");
  assert_hangs(article, "hosted", REL_ACL, "conference");
}

/* Whatever is read, trees are trees. */

static void
assert_trees(const Article* article) {
  const Trees* const trees = &article->trees;
  const size_t sentences = article->document.tokens.sentences.length;
  for (uint32_t s = 0; s < sentences; s++) {
    size_t roots = 0;
    for (uint32_t i = trees->first[s]; i < trees->first[s + 1]; i++) {
      const SyntaxNode* const node = &trees->nodes.items[i];
      assert_int_equal(node->sentence, s);
      roots += node->head == NOTHING;
      assert_true(node->head == NOTHING || (node->head >= trees->first[s] &&
                                            node->head < trees->first[s + 1]));
      size_t steps = 0;
      for (uint32_t up = i; up != NOTHING; up = trees->nodes.items[up].head) {
        assert_true(steps++ < trees->nodes.length);
      }
      bool child = node->head == NOTHING;
      for (uint32_t c = child ? NOTHING : trees->nodes.items[node->head].child;
           c != NOTHING; c = trees->nodes.items[c].next) {
        child = child || c == i;
      }
      assert_true(child);
      for (uint32_t t = node->first; t < node->end; t++) {
        assert_int_equal(trees->of_token[t], i);
      }
    }
    assert_int_equal(roots, 1);
  }
  assert_int_equal(trees->first[sentences], trees->nodes.length);
}

static void
trees_are_trees_whatever_is_read(void** state) {
  static const char* const texts[] = {
    "Anna Berg, visiting Egypt, welcomed Chinese investment in mining.",
    "The talks hosted by Norway ended. Egypt Thursday on Sunday agreed.",
    "Thursday said. Norway Monday Tuesday is.",
    "on Sunday said\n\n.\n\n,,, of of of by by by signed signed by by",
    "\"\" '' `` -- ... ( ) [ ] $ % # 1 2 3 and and and",
    "AGREEMENT SIGNED BY NORWAY WITH EGYPT ON ATTACK IN OSLO",
    "meeting hosted by hosted by hosted by hosted by Norway",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    assert_trees(article_read(state, texts[i]));
  }
}

/* Walks */

/* "the ministers of Peru left this town": of, town and the below them. */
static const Row rows[] = {
  { "the", UPOS_DET, XPOS_DT, REL_DET, 2 },
  { "ministers", UPOS_NOUN, XPOS_NNS, REL_NSUBJ, 5 },
  { "of", UPOS_ADP, XPOS_IN, REL_CASE, 4 },
  { "Peru", UPOS_PROPN, XPOS_NNP, REL_NMOD, 2 },
  { "left", UPOS_VERB, XPOS_VBD, REL_ROOT, 0 },
  { "this", UPOS_DET, XPOS_DT, REL_DET, 7 },
  { "town", UPOS_NOUN, XPOS_NN, REL_OBJ, 5 },
  { NULL, UPOS_X, XPOS_XX, REL_ROOT, 0 },
};

static void
a_child_is_found_by_its_relation(void** state) {
  (void)state;
  HandTree tree;
  const Trees* const trees = tree_make(&tree, rows);
  assert_int_equal(att_trees_child(trees, 4, REL_OBJ), 6);
  assert_int_equal(att_trees_child(trees, 4, REL_NSUBJ), 1);
  assert_int_equal(att_trees_child(trees, 4, REL_DET), NOTHING);
  assert_int_equal(att_trees_child(trees, 0, REL_DET), NOTHING);
}

static void
a_preposition_is_told(void** state) {
  (void)state;
  HandTree tree;
  const Trees* const trees = tree_make(&tree, rows);
  assert_true(att_slice_is(att_trees_case(trees, 3), "of"));
  assert_int_equal(att_trees_case(trees, 6).length, 0);
}

static void
articles_and_demonstratives_are_definite(void** state) {
  (void)state;
  HandTree tree;
  const Trees* const trees = tree_make(&tree, rows);
  assert_true(att_trees_definite(trees, 1));
  assert_true(att_trees_definite(trees, 6));
  assert_false(att_trees_definite(trees, 3));
}

static void
below_is_itself_or_further_down(void** state) {
  (void)state;
  HandTree tree;
  const Trees* const trees = tree_make(&tree, rows);
  assert_true(att_trees_below(trees, 1, 1));
  assert_true(att_trees_below(trees, 2, 1));
  assert_true(att_trees_below(trees, 2, 4));
  assert_false(att_trees_below(trees, 4, 1));
  assert_false(att_trees_below(trees, 6, 1));
}

static void
an_extent_is_the_whole_subtree(void** state) {
  (void)state;
  static const struct {
    uint32_t node;
    uint32_t first;
    uint32_t end;
  } cases[] = {
    { 4, 0, 7 }, { 1, 0, 4 }, { 3, 2, 4 }, { 6, 5, 7 }, { 0, 0, 1 }
  };
  HandTree tree;
  const Trees* const trees = tree_make(&tree, rows);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t end = 0;
    assert_int_equal(att_trees_extent(trees, cases[i].node, &end),
                     cases[i].first);
    assert_int_equal(end, cases[i].end);
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_title_with_its_name_is_one_node),
    cmocka_unit_test(a_name_of_several_words_is_one_node),
    cmocka_unit_test(a_description_stays_a_phrase),
    cmocka_unit_test(a_phrase_hangs_on_the_noun_that_asks_for_it),
    cmocka_unit_test(a_weekday_before_the_verb_is_no_part_of_the_subject),
    cmocka_unit_test(a_participle_hangs_on_the_noun_before_it),
    cmocka_unit_test(trees_are_trees_whatever_is_read),
    cmocka_unit_test(a_child_is_found_by_its_relation),
    cmocka_unit_test(a_preposition_is_told),
    cmocka_unit_test(articles_and_demonstratives_are_definite),
    cmocka_unit_test(below_is_itself_or_further_down),
    cmocka_unit_test(no_node_hangs_below_itself),
    cmocka_unit_test(a_quoted_clause_hangs_on_what_reports_it),
    cmocka_unit_test(a_quoted_clause_may_stand_behind),
    cmocka_unit_test(a_clause_is_parsed_apart_from_what_reports_it_behind),
    cmocka_unit_test(a_quoted_word_is_no_clause),
    cmocka_unit_test(an_extent_is_the_whole_subtree),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
