/* The tagger, with the shipped model. */
/* SPDX-License-Identifier: MIT */
#include "language/relation.h"
#include "language/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
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
  fixture.arena = att_arena_begin((size_t)256 << 20);
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

/* The words of `text`, one space between two. */
static size_t
words_cut(const char* text, Node nodes[MOST_WORDS]) {
  size_t count = 0;
  while (*text != '\0') {
    const size_t length = strcspn(text, " ");
    assert_true(count < MOST_WORDS);
    nodes[count++] = (Node){ .form = { text, length } };
    text += length + (text[length] == ' ');
  }
  return count;
}

static void
expect(Fixture* fixture, const char* text, const char* expected) {
  Node nodes[MOST_WORDS];
  const size_t count = words_cut(text, nodes);
  assert_int_equal(att_tags_predict(fixture->model, &fixture->arena, nodes,
                                    count),
                   ATT_OK);
  char found[1000] = "";
  size_t length = 0;
  for (size_t i = 0; i < count; i++) {
    length +=
      (size_t)snprintf(found + length, sizeof found - length, "%s%s/%s",
                       i > 0 ? " " : "", att_upos_name((Upos)nodes[i].upos),
                       att_xpos_name((Xpos)nodes[i].xpos));
    assert_true(length < sizeof found);
  }
  assert_string_equal(found, expected);
}

static void
tags_a_plain_sentence(void** state) {
  expect(*state, "The two ministers met in Beijing on Friday .",
         "DET/DT NUM/CD NOUN/NNS VERB/VBD ADP/IN PROPN/NNP ADP/IN PROPN/NNP "
         "PUNCT/.");
}

static void
tells_verbs_from_nouns(void** state) {
  expect(*state, "They will visit Ankara .",
         "PRON/PRP AUX/MD VERB/VB PROPN/NNP PUNCT/.");
  expect(*state, "The visit was short .",
         "DET/DT NOUN/NN AUX/VBD ADJ/JJ PUNCT/.");
}

static void
tells_clitics_apart(void** state) {
  expect(*state, "Pakistan 's envoy did n't sign it .",
         "PROPN/NNP PART/POS NOUN/NN AUX/VBD PART/RB VERB/VB PRON/PRP "
         "PUNCT/.");
}

static void
tags_any_bytes(void** state) {
  Fixture* const fixture = *state;
  static char noise[4096];
  memset(noise, 0xFF, sizeof noise);
  Node nodes[3] = { { .form = { noise, sizeof noise } },
                    { .form = { "", 0 } },
                    { .form = { "\0", 1 } } };
  assert_int_equal(att_tags_predict(fixture->model, &fixture->arena, nodes, 3),
                   ATT_OK);
  for (size_t i = 0; i < 3; i++) {
    assert_in_range(nodes[i].upos, 0, UPOS_COUNT - 1);
    assert_in_range(nodes[i].xpos, 0, XPOS_COUNT - 1);
  }
}

static void
finds_tags_for_nodes_tagged_by_hand(void** state) {
  const Fixture* const fixture = *state;
  Node node = { .form = SLICE("Beijing") };
  Node nodes[3] = { { .form = SLICE("In") }, node, { .form = SLICE(".") } };
  Arena arena = att_arena_begin((size_t)1 << 20);
  assert_int_equal(att_tags_predict(fixture->model, &arena, nodes, 3), ATT_OK);
  att_arena_end(&arena);
  assert_int_equal(nodes[1].tag,
                   att_tag_of(fixture->model, UPOS_PROPN, XPOS_NNP));
  assert_int_equal(att_tag_of(fixture->model, UPOS_PROPN, XPOS_COMMA),
                   att_tag_of(fixture->model, UPOS_PROPN, XPOS_NNP));
}

static void
names_are_found_again(void** state) {
  (void)state;
  for (unsigned i = 0; i < UPOS_COUNT; i++) {
    assert_int_equal(att_upos_named(att_slice(att_upos_name((Upos)i))), i);
  }
  for (unsigned i = 0; i < XPOS_COUNT; i++) {
    assert_int_equal(att_xpos_named(att_slice(att_xpos_name((Xpos)i))), i);
  }
  for (unsigned i = 0; i < REL_COUNT; i++) {
    const char* const name = att_relation_name((Relation)i);
    assert_int_equal(att_relation_named(att_slice(name)), i);
  }
  assert_int_equal(att_upos_named(SLICE("FOO")), UPOS_COUNT);
  assert_int_equal(att_xpos_named(SLICE("")), XPOS_COUNT);
  assert_int_equal(att_relation_named(SLICE("nsubj:none")), REL_COUNT);
  assert_string_equal(att_upos_name(UPOS_COUNT), "?");
  assert_string_equal(att_xpos_name(XPOS_COUNT), "?");
  assert_string_equal(att_relation_name(REL_COUNT), "?");
}

static void
subtypes_have_a_base(void** state) {
  (void)state;
  assert_int_equal(att_relation_base(REL_NSUBJ_PASS), REL_NSUBJ);
  assert_int_equal(att_relation_base(REL_ACL_RELCL), REL_ACL);
  assert_int_equal(att_relation_base(REL_OBJ), REL_OBJ);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(tags_a_plain_sentence),
    cmocka_unit_test(tells_verbs_from_nouns),
    cmocka_unit_test(tells_clitics_apart),
    cmocka_unit_test(tags_any_bytes),
    cmocka_unit_test(finds_tags_for_nodes_tagged_by_hand),
    cmocka_unit_test(names_are_found_again),
    cmocka_unit_test(subtypes_have_a_base),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
