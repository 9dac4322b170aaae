/* The parser, with the shipped model. */
/* SPDX-License-Identifier: MIT */
#include "language/relation.h"
#include "language/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MOST_WORDS 40

typedef struct Fixture {
  Model* model;
  Arena arena;
} Fixture;

static int
fixture_begin(void** state) {
  static Fixture fixture;
  fixture.arena = att_arena_begin((size_t)512 << 20);
  *state = &fixture;
  return att_model_load(ATT_SOURCE_DIR "/src/language/english.model", NULL,
                        &fixture.model) == ATT_OK
           ? 0
           : -1;
}

static int
fixture_end(void** state) {
  Fixture* const fixture = *state;
  att_model_free(fixture->model);
  att_arena_end(&fixture->arena);
  return 0;
}

/* A dependent, its relation, its head; the root's head is NULL. */
typedef struct Arc {
  const char* node;
  Relation relation;
  const char* head;
} Arc;

static size_t
parse(Fixture* fixture, const char* text, Node nodes[MOST_WORDS]) {
  size_t count = 0;
  while (*text != '\0') {
    const size_t length = strcspn(text, " ");
    assert_true(count < MOST_WORDS);
    nodes[count++] = (Node){ .form = { text, length } };
    text += length + (text[length] == ' ');
  }
  assert_int_equal(att_tags_predict(fixture->model, &fixture->arena, nodes,
                                    count),
                   ATT_OK);
  assert_int_equal(att_tree_parse(fixture->model, &fixture->arena, nodes,
                                  count),
                   ATT_OK);
  return count;
}

/* The first node with the form. */
static int32_t
node_named(const Node* nodes, size_t count, const char* form) {
  for (size_t i = 0; i < count; i++) {
    if (att_slice_is(nodes[i].form, form)) {
      return (int32_t)i;
    }
  }
  fail_msg("no node %s", form);
  return 0;
}

static void
expect(Fixture* fixture, const char* text, const Arc* arcs, size_t arc_count) {
  Node nodes[MOST_WORDS];
  const size_t count = parse(fixture, text, nodes);
  for (size_t i = 0; i < arc_count; i++) {
    const Node* const node = &nodes[node_named(nodes, count, arcs[i].node)];
    const int32_t head =
      arcs[i].head == NULL ? -1 : node_named(nodes, count, arcs[i].head);
    assert_string_equal(att_relation_name((Relation)node->relation),
                        att_relation_name(arcs[i].relation));
    assert_int_equal(node->head, head);
  }
}

#define EXPECT(state, text, arcs) \
  expect((state), (text), (arcs), sizeof(arcs) / sizeof *(arcs))

static void
finds_subject_and_object(void** state) {
  static const Arc arcs[] = {
    { "minister", REL_NSUBJ, "signed" },
    { "signed", REL_ROOT, NULL },
    { "agreement", REL_OBJ, "signed" },
    { "an", REL_DET, "agreement" },
  };
  EXPECT(*state, "The minister signed an agreement .", arcs);
}

static void
finds_place_and_time(void** state) {
  static const Arc arcs[] = {
    { "Ankara", REL_OBL, "arrived" },
    { "in", REL_CASE, "Ankara" },
    { "Friday", REL_OBL, "arrived" },
  };
  EXPECT(*state, "The envoy arrived in Ankara on Friday .", arcs);
}

static void
finds_the_passive(void** state) {
  static const Arc arcs[] = {
    { "agreement", REL_NSUBJ_PASS, "signed" },
    { "was", REL_AUX_PASS, "signed" },
    { "ministers", REL_OBL_AGENT, "signed" },
  };
  EXPECT(*state, "The agreement was signed by both ministers .", arcs);
}

static void
finds_a_relative_clause(void** state) {
  static const Arc arcs[] = {
    { "arrived", REL_ACL_RELCL, "envoy" },
    { "who", REL_NSUBJ, "arrived" },
    { "met", REL_ROOT, NULL },
  };
  EXPECT(*state, "The envoy who arrived on Monday met the president .", arcs);
}

static void
finds_what_belongs_to_a_noun(void** state) {
  static const Arc arcs[] = {
    { "president", REL_NMOD_POSS, "visit" },
    { "'s", REL_CASE, "president" },
    { "China", REL_NMOD, "visit" },
  };
  EXPECT(*state, "The president 's visit to China was short .", arcs);
}

static void
finds_what_is_joined(void** state) {
  static const Arc arcs[] = {
    { "China", REL_NSUBJ, "agreed" },
    { "Pakistan", REL_CONJ, "China" },
    { "and", REL_CC, "Pakistan" },
    { "cooperate", REL_XCOMP, "agreed" },
  };
  EXPECT(*state, "China and Pakistan agreed to cooperate .", arcs);
}

/* Names that the caller joined, and tagged, are taken as they are. */
static void
parses_names_taken_as_one(void** state) {
  Fixture* const fixture = *state;
  const uint16_t name = att_tag_of(fixture->model, UPOS_PROPN, XPOS_NNP);
  const uint16_t verb = att_tag_of(fixture->model, UPOS_VERB, XPOS_VBD);
  Node nodes[] = {
    { .form = SLICE("Interior Minister Mohsin Naqvi"), .tag = name },
    { .form = SLICE("met"), .tag = verb },
    { .form = SLICE("Natalie Baker"), .tag = name },
  };
  assert_int_equal(att_tree_parse(fixture->model, &fixture->arena, nodes, 3),
                   ATT_OK);
  assert_int_equal(nodes[0].head, 1);
  assert_int_equal(nodes[0].relation, REL_NSUBJ);
  assert_int_equal(nodes[2].head, 1);
  assert_int_equal(nodes[2].relation, REL_OBJ);
  assert_int_equal(nodes[0].tag, name);
}

static void
nothing_has_no_tree(void** state) {
  Fixture* const fixture = *state;
  assert_int_equal(att_tree_parse(fixture->model, &fixture->arena, NULL, 0),
                   ATT_OK);
}

static void
one_node_is_the_root(void** state) {
  Fixture* const fixture = *state;
  Node node = { .form = SLICE("Yes"), .tag = UINT16_MAX };
  assert_int_equal(att_tree_parse(fixture->model, &fixture->arena, &node, 1),
                   ATT_OK);
  assert_int_equal(node.head, -1);
  assert_int_equal(node.relation, REL_ROOT);
}

/* Every node leads to the one root, however long and strange the sentence. */
static void
any_sentence_is_one_tree(void** state) {
  enum { COUNT = 20000 };
  static const char* const forms[] = { "(",   "the",  "met", ",",    "Xi",
                                       "and", "that", "of",  "\xFF", "" };
  Fixture* const fixture = *state;
  Node* const nodes = calloc(COUNT, sizeof *nodes);
  assert_non_null(nodes);
  for (size_t i = 0; i < COUNT; i++) {
    nodes[i].form = att_slice(forms[i * i % 97 % 10]);
  }
  assert_int_equal(att_tags_predict(fixture->model, &fixture->arena, nodes,
                                    COUNT),
                   ATT_OK);
  assert_int_equal(att_tree_parse(fixture->model, &fixture->arena, nodes,
                                  COUNT),
                   ATT_OK);
  size_t roots = 0;
  for (int32_t i = 0; i < COUNT; i++) {
    assert_true((nodes[i].head < 0) == (nodes[i].relation == REL_ROOT));
    roots += nodes[i].head < 0;
    int32_t at = i;
    size_t steps = 0;
    while (nodes[at].head >= 0 && steps <= COUNT) {
      assert_true(nodes[at].head < COUNT);
      at = nodes[at].head;
      steps++;
    }
    assert_true(steps <= COUNT);
  }
  assert_int_equal(roots, 1);
  free(nodes);
}

static void
a_full_arena_is_an_answer(void** state) {
  const Fixture* const fixture = *state;
  Node node = { .form = SLICE("Yes") };
  Arena arena = att_arena_begin(16);
  assert_int_equal(att_tree_parse(fixture->model, &arena, &node, 1),
                   ATT_NO_MEMORY);
  att_arena_end(&arena);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(finds_subject_and_object),
    cmocka_unit_test(finds_place_and_time),
    cmocka_unit_test(finds_the_passive),
    cmocka_unit_test(finds_a_relative_clause),
    cmocka_unit_test(finds_what_belongs_to_a_noun),
    cmocka_unit_test(finds_what_is_joined),
    cmocka_unit_test(parses_names_taken_as_one),
    cmocka_unit_test(nothing_has_no_tree),
    cmocka_unit_test(one_node_is_the_root),
    cmocka_unit_test(any_sentence_is_one_tree),
    cmocka_unit_test(a_full_arena_is_an_answer),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
