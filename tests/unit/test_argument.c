/* Arguments: who does what to whom, seen through the syntax. */
/* SPDX-License-Identifier: MIT */
#include "tree_fixture.h"

/* Rows of common kinds. */
#define NAME(word, relation, head) \
  { word, UPOS_PROPN, XPOS_NNP, relation, head }
#define NOUN(word, relation, head) \
  { word, UPOS_NOUN, XPOS_NN, relation, head }
#define PAST(word, relation, head) \
  { word, UPOS_VERB, XPOS_VBD, relation, head }
#define BASE(word, relation, head) \
  { word, UPOS_VERB, XPOS_VB, relation, head }
#define DONE(word, relation, head) \
  { word, UPOS_VERB, XPOS_VBN, relation, head }
#define DOING(word, relation, head) \
  { word, UPOS_VERB, XPOS_VBG, relation, head }
#define BY(word, head) \
  { word, UPOS_ADP, XPOS_IN, REL_CASE, head }
#define AND(head) \
  { "and", UPOS_CCONJ, XPOS_CC, REL_CC, head }
#define WHO(relation, head) \
  { "who", UPOS_PRON, XPOS_WP, relation, head }
#define TO(head) \
  { "to", UPOS_PART, XPOS_TO, REL_MARK, head }
#define END \
  { NULL, UPOS_X, XPOS_XX, REL_ROOT, 0 }

/* The words that fill `function` of the word `of` must be `words`, which are
 * written with a blank between. */
static void
assert_fills(const Row* rows, const char* of, FrameFunction function,
             const char* words) {
  HandTree tree;
  const Trees* const trees = tree_make(&tree, rows);
  Arena arena = att_arena_begin(SIZE_MAX);
  Nodes nodes = { 0 };
  const Slice preposition =
    function == FUNCTION_PREPOSITION ? SLICE("with") : SLICE("");
  assert_int_equal(att_arguments_find(&arena, trees, node_of(trees, of),
                                      function, preposition, &nodes),
                   ATT_OK);
  char found[200] = "";
  for (size_t i = 0; i < nodes.length; i++) {
    strcat(found, i == 0 ? "" : " ");
    strncat(found, trees->nodes.items[nodes.items[i]].form.start, 40);
  }
  att_arena_end(&arena);
  assert_string_equal(found, words);
}

#define SUBJECT(rows, of, words) assert_fills(rows, of, FUNCTION_SUBJECT, words)
#define OBJECT(rows, of, words) assert_fills(rows, of, FUNCTION_OBJECT, words)

static void
an_active_verb_has_them_as_they_stand(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 2), PAST("met", REL_ROOT, 0),
                       NAME("Salem", REL_OBJ, 2), END };
  SUBJECT(rows, "met", "Berg");
  OBJECT(rows, "met", "Salem");
}

static void
a_passive_verb_has_them_turned(void** state) {
  (void)state;
  const Row rows[] = { NAME("Salem", REL_NSUBJ_PASS, 3),
                       { "was", UPOS_AUX, XPOS_VBD, REL_AUX_PASS, 3 },
                       DONE("received", REL_ROOT, 0),
                       BY("by", 5),
                       NAME("Berg", REL_OBL_AGENT, 3),
                       END };
  SUBJECT(rows, "received", "Berg");
  OBJECT(rows, "received", "Salem");
}

static void
a_passive_without_an_agent_has_no_subject(void** state) {
  (void)state;
  const Row rows[] = { NAME("Salem", REL_NSUBJ_PASS, 3),
                       { "was", UPOS_AUX, XPOS_VBD, REL_AUX_PASS, 3 },
                       DONE("received", REL_ROOT, 0),
                       END };
  SUBJECT(rows, "received", "");
  OBJECT(rows, "received", "Salem");
}

static void
a_by_phrase_is_an_agent_whatever_it_is_called(void** state) {
  (void)state;
  const Row rows[] = { NOUN("treaty", REL_ROOT, 0), DONE("signed", REL_ACL, 1),
                       BY("by", 4), NAME("Chile", REL_OBL, 2), END };
  SUBJECT(rows, "signed", "Chile");
  OBJECT(rows, "signed", "treaty");
}

static void
a_relative_subject_is_the_noun(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 5),    WHO(REL_NSUBJ, 3),
                       PAST("met", REL_ACL_RELCL, 1), NAME("Salem", REL_OBJ, 3),
                       PAST("left", REL_ROOT, 0),     END };
  SUBJECT(rows, "met", "Berg");
  OBJECT(rows, "met", "Salem");
}

static void
a_relative_object_is_the_noun(void** state) {
  (void)state;
  const Row rows[] = {
    NAME("Salem", REL_NSUBJ, 5), WHO(REL_OBJ, 4),
    NAME("Berg", REL_NSUBJ, 4),  PAST("met", REL_ACL_RELCL, 1),
    PAST("left", REL_ROOT, 0),   END
  };
  SUBJECT(rows, "met", "Berg");
  OBJECT(rows, "met", "Salem");
}

static void
a_relative_object_may_be_unsaid(void** state) {
  (void)state;
  const Row rows[] = { NOUN("envoy", REL_NSUBJ, 4), NAME("Berg", REL_NSUBJ, 3),
                       PAST("met", REL_ACL_RELCL, 1), PAST("left", REL_ROOT, 0),
                       END };
  SUBJECT(rows, "met", "Berg");
  OBJECT(rows, "met", "envoy");
}

static void
a_participle_takes_the_noun_before_it(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 4),
                       DOING("visiting", REL_ACL, 1), NAME("Chile", REL_OBJ, 2),
                       PAST("left", REL_ROOT, 0), END };
  SUBJECT(rows, "visiting", "Berg");
  OBJECT(rows, "visiting", "Chile");
}

static void
an_adverbial_participle_takes_the_subject_above(void** state) {
  (void)state;
  const Row rows[] = { DOING("visiting", REL_ADVCL, 4),
                       NAME("Chile", REL_OBJ, 1), NAME("Berg", REL_NSUBJ, 4),
                       PAST("left", REL_ROOT, 0), END };
  SUBJECT(rows, "visiting", "Berg");
}

static void
an_adverbial_clause_keeps_its_own_subject(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 2),
                       PAST("left", REL_ROOT, 0),
                       { "after", UPOS_SCONJ, XPOS_IN, REL_MARK, 5 },
                       NAME("Salem", REL_NSUBJ, 5),
                       PAST("came", REL_ADVCL, 2),
                       END };
  SUBJECT(rows, "came", "Salem");
}

static void
a_controlled_verb_takes_the_subject(void** state) {
  (void)state;
  const Row rows[] = {
    NAME("Berg", REL_NSUBJ, 2), PAST("hoped", REL_ROOT, 0), TO(4),
    BASE("meet", REL_XCOMP, 2), NAME("Salem", REL_OBJ, 4),  END
  };
  SUBJECT(rows, "meet", "Berg");
  OBJECT(rows, "meet", "Salem");
}

static void
a_controlled_verb_rather_takes_the_object(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 2),  PAST("urged", REL_ROOT, 0),
                       NAME("Salem", REL_OBJ, 2),   TO(5),
                       BASE("leave", REL_XCOMP, 2), END };
  SUBJECT(rows, "leave", "Salem");
}

static void
control_goes_through_control(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 2),
                       PAST("hoped", REL_ROOT, 0),
                       TO(4),
                       BASE("try", REL_XCOMP, 2),
                       TO(6),
                       BASE("leave", REL_XCOMP, 4),
                       END };
  SUBJECT(rows, "leave", "Berg");
}

static void
coordinated_verbs_share_the_subject(void** state) {
  (void)state;
  const Row rows[] = {
    NAME("Berg", REL_NSUBJ, 2), PAST("came", REL_ROOT, 0), AND(4),
    PAST("met", REL_CONJ, 2),   NAME("Salem", REL_OBJ, 4), END
  };
  SUBJECT(rows, "met", "Berg");
}

static void
a_coordinated_verb_may_have_a_subject_of_its_own(void** state) {
  (void)state;
  const Row rows[] = {
    NAME("Berg", REL_NSUBJ, 2),  PAST("came", REL_ROOT, 0), AND(5),
    NAME("Salem", REL_NSUBJ, 5), PAST("left", REL_CONJ, 2), END
  };
  SUBJECT(rows, "left", "Salem");
  SUBJECT(rows, "came", "Berg");
}

static void
conjuncts_are_all_given(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 4), AND(3),
                       NAME("Lund", REL_CONJ, 1),  PAST("met", REL_ROOT, 0),
                       NAME("Salem", REL_OBJ, 4),  AND(7),
                       NAME("Rao", REL_CONJ, 5),   END };
  SUBJECT(rows, "met", "Berg Lund");
  OBJECT(rows, "met", "Salem Rao");
}

static void
a_verb_is_no_conjunct_of_a_noun(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 2), PAST("met", REL_ROOT, 0),
                       NAME("Salem", REL_OBJ, 2),  AND(5),
                       PAST("left", REL_CONJ, 3),  END };
  OBJECT(rows, "met", "Salem");
}

static void
prepositions_give_their_phrases(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 2),
                       PAST("talked", REL_ROOT, 0),
                       BY("with", 4),
                       NAME("Salem", REL_OBL, 2),
                       BY("in", 6),
                       NAME("Oslo", REL_OBL, 2),
                       END };
  assert_fills(rows, "talked", FUNCTION_PREPOSITION, "Salem");
}

/* "signed a treaty with Chile": the parser may hang it on either. */
static void
a_preposition_may_hang_on_the_object(void** state) {
  (void)state;
  const Row rows[] = { NAME("Peru", REL_NSUBJ, 2), PAST("signed", REL_ROOT, 0),
                       NOUN("treaty", REL_OBJ, 2), BY("with", 5),
                       NAME("Chile", REL_NMOD, 3), END };
  assert_fills(rows, "signed", FUNCTION_PREPOSITION, "Chile");
}

static void
a_noun_has_possessor_modifiers_and_phrases(void** state) {
  (void)state;
  const Row rows[] = { NAME("Peru", REL_NMOD_POSS, 4),
                       { "'s", UPOS_PART, XPOS_POS, REL_CASE, 1 },
                       { "naval", UPOS_ADJ, XPOS_JJ, REL_AMOD, 4 },
                       NOUN("talks", REL_ROOT, 0),
                       BY("with", 6),
                       NAME("Chile", REL_NMOD, 4),
                       END };
  assert_fills(rows, "talks", FUNCTION_POSSESSOR, "Peru");
  assert_fills(rows, "talks", FUNCTION_MODIFIER, "naval");
  assert_fills(rows, "talks", FUNCTION_PREPOSITION, "Chile");
}

static void
clauses_and_indirect_objects_are_found(void** state) {
  (void)state;
  const Row rows[] = { NAME("Berg", REL_NSUBJ, 2), PAST("told", REL_ROOT, 0),
                       NAME("Salem", REL_IOBJ, 2), NAME("Peru", REL_NSUBJ, 5),
                       PAST("left", REL_CCOMP, 2), END };
  assert_fills(rows, "told", FUNCTION_CLAUSE, "left");
  assert_fills(rows, "told", FUNCTION_INDIRECT, "Salem");
  OBJECT(rows, "told", "");
}

static void
the_verb_above_is_the_nearest(void** state) {
  (void)state;
  const Row rows[] = { PAST("left", REL_ROOT, 0), BY("after", 3),
                       NOUN("talks", REL_OBL, 1), BY("in", 5),
                       NAME("Oslo", REL_NMOD, 3), END };
  HandTree tree;
  const Trees* const trees = tree_make(&tree, rows);
  assert_int_equal(att_argument_verb_above(trees, 4), 0);
  assert_int_equal(att_argument_verb_above(trees, 0), NOTHING);
}

static void
the_surface_subject_of_a_passive_is_its_own(void** state) {
  (void)state;
  const Row rows[] = { NAME("Salem", REL_NSUBJ_PASS, 3),
                       { "was", UPOS_AUX, XPOS_VBD, REL_AUX_PASS, 3 },
                       DONE("urged", REL_ROOT, 0),
                       TO(5),
                       BASE("leave", REL_XCOMP, 3),
                       END };
  HandTree tree;
  const Trees* const trees = tree_make(&tree, rows);
  assert_int_equal(att_argument_subject(trees, 2), 0);
  assert_int_equal(att_argument_subject(trees, 4), 0);
}

/* Chains of every relation end: no tree, however odd, may hang the search. */
static void
long_chains_end(void** state) {
  (void)state;
  for (unsigned relation = 0; relation < REL_COUNT; relation++) {
    Row rows[MOST_ROWS] = { PAST("verb", REL_ROOT, 0) };
    for (uint32_t i = 1; i + 1 < MOST_ROWS; i++) {
      rows[i] = (Row)DONE("verb", (Relation)relation, i);
    }
    HandTree tree;
    const Trees* const trees = tree_make(&tree, rows);
    Arena arena = att_arena_begin(SIZE_MAX);
    for (uint32_t i = 0; i + 1 < MOST_ROWS; i++) {
      for (int f = FUNCTION_SUBJECT; f <= FUNCTION_PREPOSITION; f++) {
        Nodes nodes = { 0 };
        assert_int_equal(att_arguments_find(&arena, trees, i, (FrameFunction)f,
                                            SLICE("with"), &nodes),
                         ATT_OK);
      }
    }
    att_arena_end(&arena);
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(an_active_verb_has_them_as_they_stand),
    cmocka_unit_test(a_passive_verb_has_them_turned),
    cmocka_unit_test(a_passive_without_an_agent_has_no_subject),
    cmocka_unit_test(a_by_phrase_is_an_agent_whatever_it_is_called),
    cmocka_unit_test(a_relative_subject_is_the_noun),
    cmocka_unit_test(a_relative_object_is_the_noun),
    cmocka_unit_test(a_relative_object_may_be_unsaid),
    cmocka_unit_test(a_participle_takes_the_noun_before_it),
    cmocka_unit_test(an_adverbial_participle_takes_the_subject_above),
    cmocka_unit_test(an_adverbial_clause_keeps_its_own_subject),
    cmocka_unit_test(a_controlled_verb_takes_the_subject),
    cmocka_unit_test(a_controlled_verb_rather_takes_the_object),
    cmocka_unit_test(control_goes_through_control),
    cmocka_unit_test(coordinated_verbs_share_the_subject),
    cmocka_unit_test(a_coordinated_verb_may_have_a_subject_of_its_own),
    cmocka_unit_test(conjuncts_are_all_given),
    cmocka_unit_test(a_verb_is_no_conjunct_of_a_noun),
    cmocka_unit_test(prepositions_give_their_phrases),
    cmocka_unit_test(a_preposition_may_hang_on_the_object),
    cmocka_unit_test(a_noun_has_possessor_modifiers_and_phrases),
    cmocka_unit_test(clauses_and_indirect_objects_are_found),
    cmocka_unit_test(the_verb_above_is_the_nearest),
    cmocka_unit_test(the_surface_subject_of_a_passive_is_its_own),
    cmocka_unit_test(long_chains_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
