/* Tests of writing graphs: what is written reads back, byte for byte alike. */
/* SPDX-License-Identifier: MIT */
#include "graph/write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* Literals that some syntax, or some writer, is known to spoil. */
static const char* const values[] = {
  "",
  "plain",
  "with \"quotes\" and \\ back\\slashes\\n",
  "two\nlines\n",
  "tab\tand\rreturn\r\n",
  "ends with quotes\"\"\"",
  " spaces around ",
  "<b>&amp;</b> ]]> <!-- x -->",
  "\xc3\xa9l\xc3\xa8ve \xe2\x82\xac \xf0\x9f\x98\x80",
  "no\xc2\xa0"
  "break, \xe2\x80\xa8line, \xc2\x85next",
  "\xff invalid \xc3",
  "\x01\x7f control \xef\xbf\xbe \xef\xbf\xbf",
};

/* Typed literals that Turtle has a short form for, or nearly. */
static const char* const typed[][2] = {
  { "5", XSD "integer" },
  { "-5", XSD "integer" },
  { "+5", XSD "integer" },
  { "007", XSD "integer" },
  { "", XSD "integer" },
  { "five", XSD "integer" },
  { "5", XSD "decimal" },
  { "5.", XSD "decimal" },
  { ".5", XSD "decimal" },
  { "0.9", XSD "decimal" },
  { "-1.50", XSD "decimal" },
  { "1.50", XSD "double" },
  { "1e5", XSD "double" },
  { "1.0E0", XSD "double" },
  { "1", XSD "boolean" },
  { "true", XSD "boolean" },
  { "TRUE", XSD "boolean" },
  { "2026-02-12", XSD "date" },
  { "a", XSD "string" },
  { "x", "http://e/type" },
  { "5", XSD "nonNegativeInteger" },
};

static const char* const iris[] = {
  "http://e/plain",
  "http://e/\xc3\xa9t\xc3\xa9",
  "http://e/a%20b",
  "http://e/a b<>\"{}|^`\\",
  "http://e/?q=1&r=2#part",
  "http://e/person/name-of_someone",
  "http://e/person/1x",
  "http://e/person/x.y",
  "http://e/person/",
  "urn:x:y(z)",
  RDF "type",
};

static AttGraph*
graph_new(void) {
  AttGraph* graph = NULL;
  assert_int_equal(att_graph_new(&graph), ATT_OK);
  return graph;
}

static TermId
iri(AttGraph* graph, const char* text) {
  TermId id = 0;
  assert_int_equal(att_graph_iri(graph, att_slice(text), &id), ATT_OK);
  return id;
}

static void
add(AttGraph* graph, const char* subject, const char* predicate, TermId object,
    TermId name) {
  const Quad quad = { iri(graph, subject), iri(graph, predicate), object,
                      name };
  assert_int_equal(att_graph_add(graph, quad), ATT_OK);
}

/* All the nasty terms, in the default graph. */
static AttGraph*
nasty_new(void) {
  AttGraph* const graph = graph_new();
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    const Slice value = att_slice(values[i]);
    TermId id = 0;
    assert_int_equal(att_graph_literal(graph, value, SLICE(""), &id), ATT_OK);
    add(graph, "http://e/s", "http://e/p", id, GRAPH_DEFAULT);
    assert_int_equal(att_graph_text(graph, value, SLICE("en"), &id), ATT_OK);
    add(graph, "http://e/s", "http://e/p", id, GRAPH_DEFAULT);
  }
  for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
    TermId id = 0;
    assert_int_equal(att_graph_literal(graph, att_slice(typed[i][0]),
                                       att_slice(typed[i][1]), &id),
                     ATT_OK);
    add(graph, "http://e/t", "http://e/p", id, GRAPH_DEFAULT);
  }
  for (size_t i = 0; i < sizeof iris / sizeof *iris; i++) {
    add(graph, iris[i], "http://e/p", iri(graph, iris[i]), GRAPH_DEFAULT);
    add(graph, iris[i], RDF "type", iri(graph, iris[i]), GRAPH_DEFAULT);
  }
  return graph;
}

/* The bytes of a graph, to be freed. */
static char*
written(const AttGraph* graph, AttFormat format, size_t* length) {
  FILE* const file = tmpfile();
  assert_non_null(file);
  assert_int_equal(att_write(graph, file, "test", format, NULL), ATT_OK);
  assert_int_equal(fflush(file), 0);
  *length = (size_t)ftell(file);
  rewind(file);
  char* const bytes = calloc(1, *length + 1);
  assert_non_null(bytes);
  assert_int_equal(fread(bytes, 1, *length, file), *length);
  fclose(file);
  return bytes;
}

static void
assert_same_graph(const AttGraph* left, const AttGraph* right) {
  size_t left_length = 0;
  size_t right_length = 0;
  char* const left_bytes = written(left, ATT_NQUADS, &left_length);
  char* const right_bytes = written(right, ATT_NQUADS, &right_length);
  assert_string_equal(left_bytes, right_bytes);
  free(left_bytes);
  free(right_bytes);
}

static AttGraph*
read_back(const AttGraph* graph, AttFormat format) {
  char path[] = "write-XXXXXX";
  const int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  close(descriptor);
  assert_int_equal(att_graph_write(graph, path, format, (AttSink){ 0 }),
                   ATT_OK);
  AttGraph* const back = graph_new();
  assert_int_equal(att_graph_load(back, path, format, (AttSink){ 0 }), ATT_OK);
  unlink(path);
  return back;
}

static void
assert_reads_back(AttFormat format) {
  AttGraph* const graph = nasty_new();
  AttGraph* const back = read_back(graph, format);
  assert_same_graph(graph, back);
  att_graph_free(back);
  att_graph_free(graph);
}

static void
test_turtle_reads_back(void** state) {
  (void)state;
  assert_reads_back(ATT_TURTLE);
}

static void
test_ntriples_read_back(void** state) {
  (void)state;
  assert_reads_back(ATT_NTRIPLES);
}

static void
test_nquads_read_back(void** state) {
  (void)state;
  assert_reads_back(ATT_NQUADS);
}

static void
test_rdfxml_reads_back(void** state) {
  (void)state;
  assert_reads_back(ATT_RDFXML);
}

static void
test_nquads_keep_graphs(void** state) {
  (void)state;
  AttGraph* const graph = graph_new();
  add(graph, "http://e/s", "http://e/p", iri(graph, "http://e/o"),
      iri(graph, "http://e/g"));
  add(graph, "http://e/s", "http://e/p", iri(graph, "http://e/o"),
      GRAPH_DEFAULT);
  AttGraph* const back = read_back(graph, ATT_NQUADS);
  assert_int_equal(att_graph_size(back), 2);
  assert_same_graph(graph, back);
  att_graph_free(back);
  att_graph_free(graph);
}

static void
test_other_formats_hold_a_triple_once(void** state) {
  (void)state;
  AttGraph* const graph = graph_new();
  add(graph, "http://e/s", "http://e/p", iri(graph, "http://e/o"),
      iri(graph, "http://e/g"));
  add(graph, "http://e/s", "http://e/p", iri(graph, "http://e/o"),
      iri(graph, "http://e/h"));
  size_t length = 0;
  char* const bytes = written(graph, ATT_NTRIPLES, &length);
  assert_string_equal(bytes, "<http://e/s> <http://e/p> <http://e/o> .\n");
  free(bytes);
  att_graph_free(graph);
}

static void
test_bytes_do_not_depend_on_the_order_of_arrival(void** state) {
  (void)state;
  static const AttFormat formats[] = { ATT_TURTLE, ATT_NTRIPLES, ATT_NQUADS,
                                       ATT_RDFXML };
  AttGraph* const graph = nasty_new();
  AttGraph* const turned = graph_new();
  iri(turned, "http://e/never-used");
  for (size_t i = att_graph_size(graph); i-- > 0;) {
    const Quad from = att_graph_quad(graph, i);
    Quad quad = { 0 };
    att_graph_term(turned, att_graph_term_of(graph, from.object), &quad.object);
    att_graph_term(turned, att_graph_term_of(graph, from.predicate),
                   &quad.predicate);
    att_graph_term(turned, att_graph_term_of(graph, from.subject),
                   &quad.subject);
    assert_int_equal(att_graph_add(turned, quad), ATT_OK);
  }
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    size_t length = 0;
    char* const first = written(graph, formats[i], &length);
    char* const second = written(turned, formats[i], &length);
    assert_string_equal(first, second);
    free(first);
    free(second);
  }
  att_graph_free(turned);
  att_graph_free(graph);
}

static void
test_turtle_is_nice(void** state) {
  (void)state;
  AttGraph* const graph = graph_new();
  const char* const person = "https://x.org/base/person/ann-lee";
  TermId label = 0;
  att_graph_text(graph, SLICE("Ann Lee"), SLICE("en"), &label);
  add(graph, person, "http://www.w3.org/2000/01/rdf-schema#label", label,
      GRAPH_DEFAULT);
  add(graph, person, RDF "type",
      iri(graph, "https://w3id.org/attache/ns#Person"), GRAPH_DEFAULT);
  add(graph, person, RDF "type", iri(graph, "http://xmlns.com/foaf/0.1/Person"),
      GRAPH_DEFAULT);
  size_t length = 0;
  char* const bytes = written(graph, ATT_TURTLE, &length);
  assert_string_equal(
    bytes, "@prefix rdf: <" RDF "> .\n"
           "@prefix att: <https://w3id.org/attache/ns#> .\n"
           "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
           "@prefix person: <https://x.org/base/person/> .\n"
           "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
           "\n"
           "person:ann-lee\n"
           "    a foaf:Person, att:Person ;\n"
           "    rdfs:label \"Ann Lee\"@en .\n\n");
  free(bytes);
  att_graph_free(graph);
}

static void
test_an_empty_graph_is_written(void** state) {
  (void)state;
  AttGraph* const graph = graph_new();
  size_t length = 0;
  char* const bytes = written(graph, ATT_NTRIPLES, &length);
  assert_int_equal(length, 0);
  free(bytes);
  const AttFormat formats[] = { ATT_TURTLE, ATT_RDFXML };
  for (size_t i = 0; i < 2; i++) {
    AttGraph* const back = read_back(graph, formats[i]);
    assert_int_equal(att_graph_size(back), 0);
    att_graph_free(back);
  }
  att_graph_free(graph);
}

static void
test_rdfxml_refuses_what_it_cannot_hold(void** state) {
  (void)state;
  AttGraph* const graph = graph_new();
  add(graph, "http://e/s", "http://e/1/", iri(graph, "http://e/o"),
      GRAPH_DEFAULT);
  const AttStatus status =
    att_graph_write(graph, "refused.rdf", ATT_RDFXML, (AttSink){ 0 });
  assert_int_equal(status, ATT_INPUT);
  assert_int_not_equal(access("refused.rdf", F_OK), 0);
  att_graph_free(graph);
}

static void
test_rdfxml_keeps_circles_of_blank_nodes(void** state) {
  (void)state;
  AttGraph* const graph = graph_new();
  TermId a = 0;
  TermId b = 0;
  att_graph_term(graph, (RdfTerm){ .kind = RDF_BLANK, .value = SLICE("a") },
                 &a);
  att_graph_term(graph, (RdfTerm){ .kind = RDF_BLANK, .value = SLICE("b") },
                 &b);
  const TermId p = iri(graph, "http://e/p");
  att_graph_add(graph, (Quad){ a, p, b, GRAPH_DEFAULT });
  att_graph_add(graph, (Quad){ b, p, a, GRAPH_DEFAULT });
  AttGraph* const back = read_back(graph, ATT_RDFXML);
  assert_int_equal(att_graph_size(back), 2);
  att_graph_free(back);
  att_graph_free(graph);
}

static void
test_a_full_device_is_reported(void** state) {
  (void)state;
  if (access("/dev/full", W_OK) != 0) {
    skip();
  }
  AttGraph* const graph = nasty_new();
  assert_int_equal(att_graph_write(graph, "/dev/full", ATT_TURTLE,
                                   (AttSink){ 0 }),
                   ATT_IO);
  struct stat there;
  assert_int_equal(stat("/dev/full", &there), 0);
  assert_true(S_ISCHR(there.st_mode));
  att_graph_free(graph);
}

static void
test_a_folder_that_is_not_there_is_reported(void** state) {
  (void)state;
  AttGraph* const graph = graph_new();
  assert_int_equal(att_graph_write(graph, "no/such/folder.ttl", ATT_TURTLE,
                                   (AttSink){ 0 }),
                   ATT_IO);
  att_graph_free(graph);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_turtle_reads_back),
    cmocka_unit_test(test_ntriples_read_back),
    cmocka_unit_test(test_nquads_read_back),
    cmocka_unit_test(test_rdfxml_reads_back),
    cmocka_unit_test(test_nquads_keep_graphs),
    cmocka_unit_test(test_other_formats_hold_a_triple_once),
    cmocka_unit_test(test_bytes_do_not_depend_on_the_order_of_arrival),
    cmocka_unit_test(test_turtle_is_nice),
    cmocka_unit_test(test_an_empty_graph_is_written),
    cmocka_unit_test(test_rdfxml_refuses_what_it_cannot_hold),
    cmocka_unit_test(test_rdfxml_keeps_circles_of_blank_nodes),
    cmocka_unit_test(test_a_full_device_is_reported),
    cmocka_unit_test(test_a_folder_that_is_not_there_is_reported),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
