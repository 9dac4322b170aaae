/* Tests of the graph: terms, distinct quads, order, merging, loading. */
/* SPDX-License-Identifier: MIT */
#include "graph/graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static int
setup(void** state) {
  AttGraph* graph = NULL;
  const AttStatus status = att_graph_new(&graph);
  *state = graph;
  return status == ATT_OK ? 0 : -1;
}

static int
teardown(void** state) {
  att_graph_free(*state);
  return 0;
}

static TermId
iri(AttGraph* graph, const char* text) {
  TermId id = 0;
  assert_int_equal(att_graph_iri(graph, att_slice(text), &id), ATT_OK);
  return id;
}

static TermId
literal(AttGraph* graph, const char* value, const char* datatype) {
  TermId id = 0;
  assert_int_equal(att_graph_literal(graph, att_slice(value),
                                     att_slice(datatype), &id),
                   ATT_OK);
  return id;
}

static TermId
text(AttGraph* graph, const char* value, const char* language) {
  TermId id = 0;
  assert_int_equal(att_graph_text(graph, att_slice(value), att_slice(language),
                                  &id),
                   ATT_OK);
  return id;
}

static void
add(AttGraph* graph, TermId subject, TermId predicate, TermId object,
    TermId name) {
  assert_int_equal(att_graph_add(graph,
                                 (Quad){ subject, predicate, object, name }),
                   ATT_OK);
}

static void
test_equal_terms_have_one_id(void** state) {
  AttGraph* const graph = *state;
  assert_int_equal(iri(graph, "http://e/a"), iri(graph, "http://e/a"));
  assert_int_not_equal(iri(graph, "http://e/a"), iri(graph, "http://e/b"));
  assert_int_not_equal(literal(graph, "a", ""), text(graph, "a", "en"));
  assert_int_not_equal(literal(graph, "a", ""),
                       literal(graph, "a", "http://e/d"));
  assert_int_not_equal(text(graph, "a", "en"), text(graph, "a", "fr"));
  assert_int_not_equal(literal(graph, "http://e/a", ""),
                       iri(graph, "http://e/a"));
}

static void
test_a_plain_literal_is_a_string(void** state) {
  AttGraph* const graph = *state;
  assert_int_equal(literal(graph, "a", ""),
                   literal(graph, "a",
                           "http://www.w3.org/2001/XMLSchema#string"));
}

static void
test_a_term_comes_back_as_it_went(void** state) {
  AttGraph* const graph = *state;
  const RdfTerm typed =
    att_graph_term_of(graph, literal(graph, "1", "http://e/d"));
  assert_int_equal(typed.kind, RDF_LITERAL);
  assert_true(att_slice_is(typed.value, "1"));
  assert_true(att_slice_is(typed.datatype, "http://e/d"));
  assert_int_equal(typed.language.length, 0);
  const RdfTerm tagged = att_graph_term_of(graph, text(graph, "", "en"));
  assert_int_equal(tagged.value.length, 0);
  assert_true(att_slice_is(tagged.language, "en"));
}

static void
test_finding_adds_nothing(void** state) {
  AttGraph* const graph = *state;
  const RdfTerm term = { .kind = RDF_IRI, .value = SLICE("http://e/a") };
  assert_int_equal(att_graph_find(graph, term), 0);
  const TermId id = iri(graph, "http://e/a");
  assert_int_equal(att_graph_find(graph, term), id);
  const RdfTerm typed = { .kind = RDF_LITERAL,
                          .value = SLICE("1"),
                          .datatype = SLICE("http://e/none") };
  assert_int_equal(att_graph_find(graph, typed), 0);
}

static void
test_what_no_syntax_carries_is_replaced(void** state) {
  AttGraph* const graph = *state;
  const RdfTerm dirty =
    att_graph_term_of(graph, literal(graph, "a\xff\x01z\xef\xbf\xbe", ""));
  assert_true(
    att_slice_is(dirty.value, "a\xef\xbf\xbd\xef\xbf\xbdz\xef\xbf\xbd"));
  const RdfTerm spaced = att_graph_term_of(graph, iri(graph, "http://e/a b>"));
  assert_true(att_slice_is(spaced.value, "http://e/a%20b%3E"));
}

static void
test_a_quad_is_there_once(void** state) {
  AttGraph* const graph = *state;
  const TermId a = iri(graph, "http://e/a");
  const TermId b = iri(graph, "http://e/b");
  add(graph, a, b, a, GRAPH_DEFAULT);
  add(graph, a, b, a, GRAPH_DEFAULT);
  add(graph, a, b, a, b);
  assert_int_equal(att_graph_size(graph), 2);
  assert_int_equal(att_graph_added(graph), 3);
}

static void
test_many_quads_are_told_apart(void** state) {
  AttGraph* const graph = *state;
  const TermId predicate = iri(graph, "http://e/p");
  for (int round = 0; round < 2; round++) {
    for (int i = 0; i < 5000; i++) {
      char name[32];
      snprintf(name, sizeof name, "http://e/%d", i);
      add(graph, iri(graph, name), predicate, predicate, GRAPH_DEFAULT);
    }
  }
  assert_int_equal(att_graph_size(graph), 5000);
}

static void
test_order_is_that_of_the_text(void** state) {
  AttGraph* const graph = *state;
  const TermId late = iri(graph, "http://e/z");
  const TermId early = iri(graph, "http://e/a");
  const TermId predicate = iri(graph, "http://e/p");
  add(graph, late, predicate, early, GRAPH_DEFAULT);
  add(graph, early, predicate, late, late);
  add(graph, early, predicate, literal(graph, "x", ""), GRAPH_DEFAULT);
  add(graph, early, predicate, late, GRAPH_DEFAULT);
  const Quad* quads = NULL;
  size_t count = 0;
  assert_int_equal(att_graph_sorted(graph, &quads, &count), ATT_OK);
  assert_int_equal(count, 4);
  assert_int_equal(quads[0].subject, early);
  assert_int_equal(quads[0].object, late);
  assert_int_equal(quads[1].object, literal(graph, "x", ""));
  assert_int_equal(quads[2].subject, late);
  assert_int_equal(quads[3].graph, late);
}

static void
test_merging_is_union(void** state) {
  AttGraph* const graph = *state;
  AttGraph* other = NULL;
  assert_int_equal(att_graph_new(&other), ATT_OK);
  iri(other, "http://e/only-here");
  const TermId a = iri(graph, "http://e/a");
  const TermId p = iri(graph, "http://e/p");
  add(graph, a, p, a, GRAPH_DEFAULT);
  add(other, iri(other, "http://e/a"), iri(other, "http://e/p"),
      iri(other, "http://e/a"), GRAPH_DEFAULT);
  add(other, iri(other, "http://e/a"), iri(other, "http://e/p"),
      text(other, "t", "en"), iri(other, "http://e/g"));
  assert_int_equal(att_graph_merge(graph, other), ATT_OK);
  att_graph_free(other);
  assert_int_equal(att_graph_size(graph), 2);
  const Quad added = att_graph_quad(graph, 1);
  assert_true(
    att_slice_is(att_graph_term_of(graph, added.object).language, "en"));
  assert_int_equal(added.graph, iri(graph, "http://e/g"));
}

static void
test_a_cleared_graph_is_empty(void** state) {
  AttGraph* const graph = *state;
  const TermId a = iri(graph, "http://e/a");
  add(graph, a, a, a, a);
  att_graph_clear(graph);
  assert_int_equal(att_graph_size(graph), 0);
  assert_int_equal(att_graph_term_count(graph), 0);
  const TermId again = iri(graph, "http://e/b");
  add(graph, again, again, again, GRAPH_DEFAULT);
  assert_int_equal(att_graph_size(graph), 1);
}

/* A file with `bytes`, whose path goes into `path`. */
static void
file_make(char* path, const char* bytes) {
  const int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  FILE* const file = fdopen(descriptor, "wb");
  assert_non_null(file);
  fputs(bytes, file);
  fclose(file);
}

static void
test_blank_nodes_of_two_files_differ(void** state) {
  AttGraph* const graph = *state;
  for (int i = 0; i < 2; i++) {
    char path[] = "graph-XXXXXX";
    file_make(path, "_:b <http://e/p> \"1\" . [] <http://e/q> _:b .\n");
    assert_int_equal(att_graph_load(graph, path, ATT_TURTLE, (AttSink){ 0 }),
                     ATT_OK);
    unlink(path);
  }
  assert_int_equal(att_graph_size(graph), 4);
}

static void
test_a_broken_file_adds_nothing(void** state) {
  AttGraph* const graph = *state;
  char path[] = "graph-XXXXXX";
  file_make(path, "<http://e/s> <http://e/p> \"1\" .\nnonsense\n");
  const TermId a = iri(graph, "http://e/a");
  add(graph, a, a, a, GRAPH_DEFAULT);
  assert_int_equal(att_graph_load(graph, path, ATT_NTRIPLES, (AttSink){ 0 }),
                   ATT_INPUT);
  assert_int_equal(att_graph_size(graph), 1);
  att_graph_clear(graph);
  assert_int_equal(att_graph_load(graph, path, ATT_NTRIPLES, (AttSink){ 0 }),
                   ATT_INPUT);
  assert_int_equal(att_graph_size(graph), 0);
  unlink(path);
}

static void
test_formats_go_by_name_and_extension(void** state) {
  (void)state;
  assert_int_equal(att_format_named("turtle"), ATT_TURTLE);
  assert_int_equal(att_format_named("xml"), ATT_XML);
  assert_int_equal(att_format_named("Turtle"), ATT_FORMAT_NONE);
  assert_int_equal(att_format_of_path("a/b.nq"), ATT_NQUADS);
  assert_int_equal(att_format_of_path("a.ttl.srj"), ATT_JSON);
  assert_int_equal(att_format_of_path("ttl"), ATT_FORMAT_NONE);
  assert_int_equal(att_format_of_path(""), ATT_FORMAT_NONE);
}

#define WITH_GRAPH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void) {
  const struct CMUnitTest tests[] = {
    WITH_GRAPH(test_equal_terms_have_one_id),
    WITH_GRAPH(test_a_plain_literal_is_a_string),
    WITH_GRAPH(test_a_term_comes_back_as_it_went),
    WITH_GRAPH(test_finding_adds_nothing),
    WITH_GRAPH(test_what_no_syntax_carries_is_replaced),
    WITH_GRAPH(test_a_quad_is_there_once),
    WITH_GRAPH(test_many_quads_are_told_apart),
    WITH_GRAPH(test_order_is_that_of_the_text),
    WITH_GRAPH(test_merging_is_union),
    WITH_GRAPH(test_a_cleared_graph_is_empty),
    WITH_GRAPH(test_blank_nodes_of_two_files_differ),
    WITH_GRAPH(test_a_broken_file_adds_nothing),
    cmocka_unit_test(test_formats_go_by_name_and_extension),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
