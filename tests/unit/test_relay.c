/* Tests of the relay: all statements come, in order, until one fails. */
/* SPDX-License-Identifier: MIT */
#include "graph/relay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* What came to the handler. Looked at when the relay has ended. */
typedef struct Keeping {
  size_t count;
  size_t wrong;   /* statements that are not the next */
  size_t failing; /* the statement that fails; 0: none */
} Keeping;

static AttStatus
keep(void* user, const RdfStatement* statement) {
  Keeping* const keeping = user;
  char wanted[32];
  keeping->count++;
  (void)snprintf(wanted, sizeof wanted, "object %zu", keeping->count);
  const bool right = att_slice_is(statement->object.value, wanted) &&
                     att_slice_is(statement->object.datatype, "type") &&
                     att_slice_is(statement->object.language, "") &&
                     att_slice_is(statement->subject.value, "subject") &&
                     statement->subject.kind == RDF_IRI &&
                     statement->graph.kind == RDF_NONE &&
                     statement->place.line == keeping->count;
  keeping->wrong += !right;
  return keeping->count == keeping->failing ? ATT_LIMIT : ATT_OK;
}

static AttStatus
give(Relay* relay, size_t number) {
  char object[32];
  (void)snprintf(object, sizeof object, "object %zu", number);
  const RdfStatement statement = {
    .subject = { .kind = RDF_IRI, .value = SLICE("subject") },
    .predicate = { .kind = RDF_IRI, .value = SLICE("predicate") },
    .object = { .kind = RDF_LITERAL,
                .value = att_slice(object),
                .datatype = SLICE("type") },
    .place = { "file", (unsigned)number },
  };
  const AttStatus status = att_relay_take(relay, &statement);
  (void)snprintf(object, sizeof object, "gone");
  return status;
}

static void
count_comes(size_t count) {
  Keeping keeping = { 0 };
  Relay* relay = NULL;
  assert_int_equal(att_relay_begin(keep, &keeping, &relay), ATT_OK);
  for (size_t i = 1; i <= count; i++) {
    assert_int_equal(give(relay, i), ATT_OK);
  }
  assert_int_equal(att_relay_end(relay), ATT_OK);
  assert_int_equal(keeping.count, count);
  assert_int_equal(keeping.wrong, 0);
}

static void
test_all_statements_come_in_order(void** state) {
  static const size_t counts[] = { 0,   1,   255, 256,  257,   511,
                                   512, 513, 768, 1025, 100000 };
  (void)state;
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
    count_comes(counts[i]);
  }
}

static void
test_nothing_comes_after_a_failure(void** state) {
  static const size_t failing[] = { 1, 256, 257, 1000, 4999, 5000 };
  (void)state;
  for (size_t i = 0; i < sizeof failing / sizeof *failing; i++) {
    Keeping keeping = { .failing = failing[i] };
    Relay* relay = NULL;
    AttStatus status = ATT_OK;
    assert_int_equal(att_relay_begin(keep, &keeping, &relay), ATT_OK);
    for (size_t k = 1; k <= 5000 && status == ATT_OK; k++) {
      status = give(relay, k);
    }
    assert_true(status == ATT_OK || status == ATT_LIMIT);
    assert_int_equal(att_relay_end(relay), ATT_LIMIT);
    assert_int_equal(keeping.count, failing[i]);
    assert_int_equal(keeping.wrong, 0);
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_all_statements_come_in_order),
    cmocka_unit_test(test_nothing_comes_after_a_failure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
