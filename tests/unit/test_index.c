/* Tests of the index: whatever a graph's size, it tells what the quads say. */
/* SPDX-License-Identifier: MIT */
#include "graph/index.h"

#include "graph/graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Terms that the triples are made of, beside the names of the graphs. */
#define TERMS 23

/* How many triples each named graph has: few, and more than few. */
static const size_t sizes[] = { 1, 2, 15, 16, 17, 40, 1023, 1024, 1025, 3000 };

#define GRAPHS (sizeof sizes / sizeof *sizes)

typedef struct Fixture {
  AttGraph* graph;
  TermId terms[TERMS];
  TermId names[GRAPHS];
} Fixture;

static TermId
iri(AttGraph* graph, const char* kind, size_t number) {
  char text[64];
  TermId id = 0;
  (void)snprintf(text, sizeof text, "http://example.org/%s/%zu", kind, number);
  assert_int_equal(att_graph_iri(graph, att_slice(text), &id), ATT_OK);
  return id;
}

/* Triples in no order, none of them twice. */
static void
graph_fill(Fixture* fixture, size_t at) {
  const size_t all = (size_t)TERMS * TERMS * TERMS;
  for (size_t i = 0; i < sizes[at]; i++) {
    const size_t number = (i * 7919 + at * 31) % all;
    const Quad quad = { fixture->terms[number % TERMS],
                        fixture->terms[number / TERMS % TERMS],
                        fixture->terms[number / TERMS / TERMS],
                        fixture->names[at] };
    assert_int_equal(att_graph_add(fixture->graph, quad), ATT_OK);
  }
}

static int
setup(void** state) {
  Fixture* const fixture = calloc(1, sizeof *fixture);
  if (fixture == NULL || att_graph_new(&fixture->graph) != ATT_OK) {
    return -1;
  }
  for (size_t i = 0; i < TERMS; i++) {
    fixture->terms[i] = iri(fixture->graph, "term", i);
  }
  for (size_t i = 0; i < GRAPHS; i++) {
    fixture->names[i] = iri(fixture->graph, "graph", i);
    graph_fill(fixture, i);
  }
  *state = fixture;
  return att_graph_index(fixture->graph) == ATT_OK ? 0 : -1;
}

static int
teardown(void** state) {
  Fixture* const fixture = *state;
  att_graph_free(fixture->graph);
  free(fixture);
  return 0;
}

static bool
fits(const uint32_t key[3], const uint32_t term[3]) {
  bool all = true;
  for (size_t i = 0; i < 3; i++) {
    all = all && (key[i] == 0 || key[i] == term[i]);
  }
  return all;
}

/* Triples of a graph with the terms of `key`, counted one by one, and a sum
 * that tells which they are. */
static size_t
count_plainly(const AttGraph* graph, TermId name, const uint32_t key[3],
              uint64_t* sum) {
  size_t count = 0;
  *sum = 0;
  for (size_t i = 0; i < att_graph_size(graph); i++) {
    const Quad quad = att_graph_quad(graph, i);
    const uint32_t term[3] = { quad.subject, quad.predicate, quad.object };
    if (quad.graph == name && fits(key, term)) {
      count++;
      *sum += ((uint64_t)term[0] * 1000 + term[1]) * 1000 + term[2];
    }
  }
  return count;
}

static size_t
count_read(const TripleSet* set, const uint32_t key[3], uint64_t* sum) {
  TripleReader reader;
  size_t count = 0;
  *sum = 0;
  att_triples_begin(set, key, &reader);
  while (reader.range.begin < reader.range.end) {
    const uint32_t* const term = reader.range.begin->term;
    assert_true(fits(key, term));
    count++;
    *sum += ((uint64_t)term[0] * 1000 + term[1]) * 1000 + term[2];
    reader.range.begin++;
    assert_int_equal(att_triples_fetch(&reader), ATT_OK);
  }
  att_triples_end(&reader);
  return count;
}

/* Asks a graph for one of its triples by each choice of its terms, and for one
 * that is not there. */
static void
graph_ask(const Fixture* fixture, size_t at, size_t triple) {
  const Index* const index = att_graph_kept_index(fixture->graph);
  const Quad quad = att_graph_quad(fixture->graph, triple);
  TripleSet set;
  assert_true(att_index_graph(index, &fixture->names[at], &set));
  for (unsigned mask = 0; mask < 8; mask++) {
    const uint32_t key[3] = { (mask & 1) != 0 ? quad.subject : 0,
                              (mask & 2) != 0 ? quad.predicate : 0,
                              (mask & 4) != 0 ? quad.object : 0 };
    uint64_t wanted = 0;
    uint64_t sum = 0;
    const size_t count =
      count_plainly(fixture->graph, fixture->names[at], key, &wanted);
    assert_int_equal(count_read(&set, key, &sum), count);
    assert_int_equal(sum, wanted);
    assert_int_equal(att_triples_count(&set, key), count);
  }
  const uint32_t absent[3] = { fixture->names[at], 0, 0 };
  uint64_t sum = 0;
  assert_int_equal(count_read(&set, absent, &sum), 0);
}

static void
test_graphs_of_any_size_tell_their_triples(void** state) {
  const Fixture* const fixture = *state;
  size_t begin = 0;
  for (size_t at = 0; at < GRAPHS; at++) {
    for (size_t i = 0; i < sizes[at]; i += 1 + sizes[at] / 5) {
      graph_ask(fixture, at, begin + i);
    }
    begin += sizes[at];
  }
}

static void
test_default_graph_holds_each_triple_once(void** state) {
  const Fixture* const fixture = *state;
  const TripleSet* const set = &att_graph_kept_index(fixture->graph)->triples;
  const uint32_t any[3] = { 0, 0, 0 };
  uint64_t sum = 0;
  const size_t count = count_read(set, any, &sum);
  assert_int_equal(count, att_triples_count(set, any));
  assert_true(count >= 3000 && count < att_graph_size(fixture->graph));
  for (size_t i = 0; i < att_graph_size(fixture->graph); i += 97) {
    const Quad quad = att_graph_quad(fixture->graph, i);
    const uint32_t key[3] = { quad.subject, quad.predicate, quad.object };
    assert_int_equal(att_triples_count(set, key), 1);
  }
}

static void
test_what_is_no_name_has_no_graph(void** state) {
  const Fixture* const fixture = *state;
  const Index* const index = att_graph_kept_index(fixture->graph);
  TripleSet set;
  assert_false(att_index_graph(index, &fixture->terms[0], &set));
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_graphs_of_any_size_tell_their_triples),
    cmocka_unit_test(test_default_graph_holds_each_triple_once),
    cmocka_unit_test(test_what_is_no_name_has_no_graph),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
