/* Factuality: what happened, and what is planned, wished, weighed, denied. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

typedef struct Case {
  const char* text;
  const char* class;
  const char* factuality;
} Case;

static void
assert_factualities(void** state, const Case* cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const Article* const article = article_read(state, cases[i].text);
    const Event* const event = event_of(article, cases[i].class);
    if (!is_factuality(article, event, cases[i].factuality)) {
      const Slice name =
        article->reading.ontology->terms.items[event->factuality].name;
      fail_msg("%.*s: %s", (int)name.length, name.start, cases[i].text);
    }
  }
}

#define ASSERT_FACTUALITIES(state, cases) \
  assert_factualities(state, cases, sizeof(cases) / sizeof *(cases))

static void
what_is_told_has_happened(void** state) {
  static const Case cases[] = {
    { "Norway signed the agreement.", "Signing", "Actual" },
    { "Norway has signed the agreement.", "Signing", "Actual" },
    { "Anna Berg's visit to Egypt ended.", "Visit", "Actual" },
    { "Anna Berg said she had met Omar Salem.", "Meeting", "Actual" },
  };
  ASSERT_FACTUALITIES(state, cases);
}

static void
negation_denies(void** state) {
  static const Case cases[] = {
    { "Anna Berg did not meet Omar Salem.", "Meeting", "Denied" },
    { "Anna Berg didn't meet Omar Salem.", "Meeting", "Denied" },
    { "Anna Berg never met Omar Salem.", "Meeting", "Denied" },
    { "Norway has not signed the agreement.", "Signing", "Denied" },
    { "Anna Berg will not meet Omar Salem.", "Meeting", "Denied" },
    { "Anna Berg said she would not meet Omar Salem.", "Meeting", "Denied" },
  };
  ASSERT_FACTUALITIES(state, cases);
}

static void
auxiliaries_say_how_far_it_is(void** state) {
  static const Case cases[] = {
    { "Anna Berg will meet Omar Salem.", "Meeting", "Planned" },
    { "Norway may sign the agreement.", "Signing", "Considered" },
    { "Norway must sign the agreement.", "Signing", "Intended" },
    { "Norway should sign the agreement.", "Signing", "Intended" },
    { "Norway could sign the agreement.", "Signing", "Hypothetical" },
  };
  ASSERT_FACTUALITIES(state, cases);
}

static void
would_without_a_condition_is_a_plan(void** state) {
  static const Case cases[] = {
    { "Norway would sign the agreement.", "Signing", "Planned" },
    { "Norway would sign the agreement if Kenya paid.", "Signing",
      "Hypothetical" },
    { "Norway said it would sign the agreement.", "Signing", "Planned" },
  };
  ASSERT_FACTUALITIES(state, cases);
}

static void
what_stands_above_decides(void** state) {
  static const Case cases[] = {
    { "Anna Berg plans to visit Egypt.", "Visit", "Planned" },
    { "Anna Berg is expected to meet Omar Salem.", "Meeting", "Planned" },
    { "Norway wants to sign the agreement.", "Signing", "Intended" },
    { "Anna Berg hoped to meet Omar Salem.", "Meeting", "Intended" },
    { "Norway is considering signing the agreement.", "Signing", "Considered" },
    { "Norway failed to sign the agreement.", "Signing", "Denied" },
    { "Anna Berg refused to meet Omar Salem.", "Meeting", "Denied" },
    { "Norway refused to sign the agreement.", "Signing", "Denied" },
  };
  ASSERT_FACTUALITIES(state, cases);
}

static void
a_modifier_says_it_of_a_noun(void** state) {
  static const Case cases[] = {
    { "The upcoming visit of Anna Berg to Egypt was announced.", "Visit",
      "Planned" },
    { "The proposed visit of Anna Berg to Egypt was announced.", "Visit",
      "Considered" },
  };
  ASSERT_FACTUALITIES(state, cases);
}

static void
a_condition_is_hypothetical(void** state) {
  static const Case cases[] = {
    { "If Norway signs the agreement, Egypt will wait.", "Signing",
      "Hypothetical" },
  };
  ASSERT_FACTUALITIES(state, cases);
}

static void
what_is_agreed_is_intended(void** state) {
  static const Case cases[] = {
    { "Norway and Egypt agreed to expand cooperation in energy.", "Agreement",
      "Actual" },
    { "Norway and Egypt agreed to expand cooperation in energy.", "Cooperation",
      "Intended" },
  };
  ASSERT_FACTUALITIES(state, cases);
}

/* What a plan says of one event, it does not say of another beside it. */
static void
a_cue_governs_no_neighbour(void** state) {
  static const Case cases[] = {
    { "Anna Berg met Omar Salem and will visit Egypt.", "Meeting", "Actual" },
    { "Anna Berg met Omar Salem and will visit Egypt.", "Visit", "Planned" },
    { "Anna Berg did not visit Egypt. She met Omar Salem.", "Meeting",
      "Actual" },
  };
  ASSERT_FACTUALITIES(state, cases);
}

static void
only_what_is_to_come_takes_a_future_date(void** state) {
  static const struct {
    const char* text;
    bool future;
  } cases[] = {
    { "Anna Berg met Omar Salem.", false },
    { "Anna Berg will meet Omar Salem.", true },
    { "Anna Berg hoped to meet Omar Salem.", true },
    { "Anna Berg did not meet Omar Salem.", false },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const Article* const article = article_read(state, cases[i].text);
    assert_int_equal(event_of(article, "Meeting")->future, cases[i].future);
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_is_told_has_happened),
    cmocka_unit_test(negation_denies),
    cmocka_unit_test(auxiliaries_say_how_far_it_is),
    cmocka_unit_test(would_without_a_condition_is_a_plan),
    cmocka_unit_test(what_stands_above_decides),
    cmocka_unit_test(a_modifier_says_it_of_a_noun),
    cmocka_unit_test(a_condition_is_hypothetical),
    cmocka_unit_test(what_is_agreed_is_intended),
    cmocka_unit_test(a_cue_governs_no_neighbour),
    cmocka_unit_test(only_what_is_to_come_takes_a_future_date),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
