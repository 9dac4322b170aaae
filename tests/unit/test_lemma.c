/* Lemmas: regular and irregular, of words the treebanks have or lack. */
/* SPDX-License-Identifier: MIT */
#include "language/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct Fixture {
  Model* model;
  Arena arena;
} Fixture;

static int
fixture_begin(void** state) {
  static Fixture fixture;
  fixture.arena = att_arena_begin((size_t)1 << 20);
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

typedef struct Pair {
  const char* form;
  const char* lemma;
} Pair;

static void
expect(Fixture* fixture, Upos upos, const Pair* pairs, size_t count) {
  for (size_t i = 0; i < count; i++) {
    Slice lemma;
    char found[80] = "";
    assert_int_equal(att_lemma_find(fixture->model, &fixture->arena,
                                    att_slice(pairs[i].form), upos, &lemma),
                     ATT_OK);
    assert_in_range(lemma.length, 0, sizeof found - 1);
    memcpy(found, lemma.start, lemma.length);
    assert_string_equal(found, pairs[i].lemma);
  }
}

#define EXPECT(state, upos, pairs) \
  expect((state), (upos), (pairs), sizeof(pairs) / sizeof *(pairs))

static void
regular_verbs(void** state) {
  static const Pair pairs[] = {
    { "signing", "sign" },         { "signed", "sign" },
    { "signs", "sign" },           { "agreed", "agree" },
    { "condemning", "condemn" },   { "condemned", "condemn" },
    { "travelled", "travel" },     { "visited", "visit" },
    { "emphasised", "emphasise" }, { "emphasizing", "emphasize" },
    { "hosted", "host" },          { "hosting", "host" },
    { "discussed", "discuss" },    { "reaffirmed", "reaffirm" },
    { "welcomed", "welcome" },     { "reiterated", "reiterate" },
    { "stressed", "stress" },      { "underscored", "underscore" },
    { "imposed", "impose" },       { "planned", "plan" },
    { "carries", "carry" },        { "denied", "deny" },
    { "pledging", "pledge" },      { "attaches", "attach" },
  };
  EXPECT(*state, UPOS_VERB, pairs);
}

static void
irregular_verbs(void** state) {
  static const Pair pairs[] = {
    { "met", "meet" },
    { "held", "hold" },
    { "said", "say" },
    { "told", "tell" },
    { "took", "take" },
    { "withdrew", "withdraw" },
    { "led", "lead" },
    { "sought", "seek" },
    { "upheld", "uphold" },
    { "spoke", "speak" },
    { "undertook", "undertake" },
  };
  EXPECT(*state, UPOS_VERB, pairs);
}

static void
nouns(void** state) {
  static const Pair pairs[] = {
    { "talks", "talk" },        { "ministers", "minister" },
    { "countries", "country" }, { "agencies", "agency" },
    { "meetings", "meeting" },  { "meeting", "meeting" },
    { "women", "woman" },       { "spokesmen", "spokesman" },
    { "losses", "loss" },       { "addresses", "address" },
    { "embassies", "embassy" }, { "crisis", "crisis" },
  };
  EXPECT(*state, UPOS_NOUN, pairs);
}

static void
auxiliaries(void** state) {
  static const Pair pairs[] = {
    { "was", "be" },
    { "is", "be" },
    { "has", "have" },
    { "did", "do" },
  };
  EXPECT(*state, UPOS_AUX, pairs);
}

static void
case_goes_but_for_names(void** state) {
  static const Pair verbs[] = { { "MET", "meet" }, { "Signing", "sign" } };
  static const Pair names[] = { { "Pakistan", "Pakistan" },
                                { "Naqvi", "Naqvi" } };
  EXPECT(*state, UPOS_VERB, verbs);
  EXPECT(*state, UPOS_PROPN, names);
}

static void
any_bytes_have_a_lemma(void** state) {
  static const Pair pairs[] = { { "", "" }, { "\xFF\xFE", "\xFF\xFE" } };
  EXPECT(*state, UPOS_PROPN, pairs);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(regular_verbs),
    cmocka_unit_test(irregular_verbs),
    cmocka_unit_test(nouns),
    cmocka_unit_test(auxiliaries),
    cmocka_unit_test(case_goes_but_for_names),
    cmocka_unit_test(any_bytes_have_a_lemma),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
