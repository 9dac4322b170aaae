/* Tests of reading RDF: terms, blank nodes, mistakes and limits. */
/* SPDX-License-Identifier: MIT */
#include "ontology/turtle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define STATEMENT_ROOM 16

/* What reading gave: each statement as a line of text. */
typedef struct Heard {
  char lines[STATEMENT_ROOM][256];
  unsigned numbers[STATEMENT_ROOM];
  size_t count;
  AttStatus answer; /* to each statement */
  unsigned errors;
  unsigned error_line;
} Heard;

static size_t
term_print(const RdfTerm* term, char* out, size_t room) {
  static const char marks[] = {
    [RDF_NONE] = '-', [RDF_IRI] = 'I', [RDF_LITERAL] = 'L', [RDF_BLANK] = 'B'
  };
  return (size_t)snprintf(out, room, "%c%.*s^%.*s@%.*s ", marks[term->kind],
                          (int)term->value.length, term->value.start,
                          (int)term->datatype.length, term->datatype.start,
                          (int)term->language.length, term->language.start);
}

static AttStatus
hear(void* user, const RdfStatement* statement) {
  Heard* const heard = user;
  assert_true(heard->count < STATEMENT_ROOM);
  char* const line = heard->lines[heard->count];
  size_t at = term_print(&statement->subject, line, 64);
  at += term_print(&statement->predicate, line + at, 64);
  at += term_print(&statement->object, line + at, 100);
  term_print(&statement->graph, line + at, 28);
  heard->numbers[heard->count++] = statement->place.line;
  return heard->answer;
}

static void
complain(void* user, const AttDiagnostic* diagnostic) {
  Heard* const heard = user;
  if (diagnostic->severity == ATT_ERROR) {
    heard->errors++;
    heard->error_line = diagnostic->line;
  }
}

static AttStatus
read_text(const char* text, AttFormat format, Heard* heard) {
  const AttSink sink = { complain, heard };
  Stream* stream = NULL;
  assert_int_equal(att_stream_of(att_slice(text), "dir/name.ttl", &sink,
                                 &stream),
                   ATT_OK);
  const AttStatus status =
    att_rdf_read(stream, "dir/name.ttl", format, &sink, hear, heard);
  att_stream_close(stream);
  return status;
}

static void
test_terms_of_every_kind(void** state) {
  (void)state;
  Heard heard = { 0 };
  const char* const text = "@prefix : <http://e/> .\n"
                           ":s :p <o> .\n"
                           ":s :p \"a\" .\n"
                           ":s :p \"b\"@en .\n"
                           ":s :p 1.5 .\n"
                           ":s :p _:x .\n";
  assert_int_equal(read_text(text, ATT_TURTLE, &heard), ATT_OK);
  assert_int_equal(heard.count, 5);
  assert_string_equal(heard.lines[0],
                      "Ihttp://e/s^@ Ihttp://e/p^@ Ifile:///dir/o^@ -^@ ");
  assert_string_equal(heard.lines[1], "Ihttp://e/s^@ Ihttp://e/p^@ La^@ -^@ ");
  assert_string_equal(heard.lines[2],
                      "Ihttp://e/s^@ Ihttp://e/p^@ Lb^@en -^@ ");
  assert_string_equal(heard.lines[3],
                      "Ihttp://e/s^@ Ihttp://e/p^@ "
                      "L1.5^http://www.w3.org/2001/XMLSchema#decimal@ -^@ ");
  assert_string_equal(heard.lines[4], "Ihttp://e/s^@ Ihttp://e/p^@ Bx^@ -^@ ");
  assert_int_equal(heard.numbers[4], 6);
}

static void
test_quads_keep_their_graph(void** state) {
  (void)state;
  Heard heard = { 0 };
  const char* const text = "<http://e/s> <http://e/p> \"a\" <http://e/g> .\n"
                           "<http://e/s> <http://e/p> \"a\" .\n";
  assert_int_equal(read_text(text, ATT_NQUADS, &heard), ATT_OK);
  assert_int_equal(heard.count, 2);
  assert_string_equal(heard.lines[0],
                      "Ihttp://e/s^@ Ihttp://e/p^@ La^@ Ihttp://e/g^@ ");
  assert_string_equal(heard.lines[1], "Ihttp://e/s^@ Ihttp://e/p^@ La^@ -^@ ");
}

static void
test_trig_keeps_its_graphs(void** state) {
  (void)state;
  Heard heard = { 0 };
  const char* const text = "@prefix : <http://e/> . :g { :s :p :o }";
  assert_int_equal(read_text(text, ATT_TRIG, &heard), ATT_OK);
  assert_int_equal(heard.count, 1);
  assert_string_equal(
    heard.lines[0], "Ihttp://e/s^@ Ihttp://e/p^@ Ihttp://e/o^@ Ihttp://e/g^@ ");
}

static void
test_named_blank_nodes_differ_from_unnamed_ones(void** state) {
  (void)state;
  Heard heard = { 0 };
  const char* const text = "@prefix : <http://e/> .\n"
                           "[] :p _:genid1 .\n";
  assert_int_equal(read_text(text, ATT_TURTLE, &heard), ATT_OK);
  assert_string_equal(heard.lines[0],
                      "Bgenid1^@ Ihttp://e/p^@ B_67enid1^@ -^@ ");
}

static void
test_blank_labels_are_letters_digits_and_underscores(void** state) {
  (void)state;
  Heard heard = { 0 };
  const char* const text = "<http://e/s> <http://e/p> _:a-1 .\n"
                           "<http://e/s> <http://e/p> _:a_1 .\n"
                           "<http://e/s> <http://e/p> _:a_2d1 .\n";
  assert_int_equal(read_text(text, ATT_NTRIPLES, &heard), ATT_OK);
  assert_int_equal(heard.count, 3);
  assert_non_null(strstr(heard.lines[0], " Ba_2d1^"));
  assert_non_null(strstr(heard.lines[1], " Ba_1^"));
  assert_non_null(strstr(heard.lines[2], " Ba_5f2d1^"));
}

static void
test_a_mistake_is_reported_with_its_line(void** state) {
  (void)state;
  Heard heard = { 0 };
  const char* const text = "@prefix : <http://e/> .\n:s :p :o .\n:s :p ,\n";
  assert_int_equal(read_text(text, ATT_TURTLE, &heard), ATT_INPUT);
  assert_true(heard.errors > 0);
  assert_int_equal(heard.error_line, 3);
}

static void
test_nothing_is_taken_after_a_mistake(void** state) {
  (void)state;
  Heard heard = { 0 };
  const char* const text = "<http://e/s> <http://e/p> \"a\" .\n"
                           "nonsense\n"
                           "<http://e/s> <http://e/p> \"b\" .\n";
  assert_int_equal(read_text(text, ATT_NTRIPLES, &heard), ATT_INPUT);
  assert_int_equal(heard.count, 1);
}

static void
test_another_status_ends_the_reading(void** state) {
  (void)state;
  Heard heard = { .answer = ATT_NO_MEMORY };
  const char* const text = "<http://e/s> <http://e/p> \"a\" .\n"
                           "<http://e/s> <http://e/p> \"b\" .\n";
  assert_int_equal(read_text(text, ATT_NTRIPLES, &heard), ATT_NO_MEMORY);
  assert_int_equal(heard.count, 1);
}

static void
test_external_entities_are_not_read(void** state) {
  (void)state;
  Heard heard = { 0 };
  const char* const text =
    "<?xml version=\"1.0\"?>\n"
    "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
    " xmlns:e=\"http://e/\"><rdf:Description rdf:about=\"http://e/s\">\n"
    "<e:p>&x;</e:p></rdf:Description></rdf:RDF>\n";
  const AttStatus status = read_text(text, ATT_RDFXML, &heard);
  assert_true(status == ATT_OK || status == ATT_INPUT);
  for (size_t i = 0; i < heard.count; i++) {
    assert_null(strstr(heard.lines[i], "root"));
  }
}

static void
test_an_empty_file_holds_nothing(void** state) {
  (void)state;
  Heard heard = { 0 };
  assert_int_equal(read_text("", ATT_TURTLE, &heard), ATT_OK);
  assert_int_equal(heard.count, 0);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_terms_of_every_kind),
    cmocka_unit_test(test_quads_keep_their_graph),
    cmocka_unit_test(test_trig_keeps_its_graphs),
    cmocka_unit_test(test_named_blank_nodes_differ_from_unnamed_ones),
    cmocka_unit_test(test_blank_labels_are_letters_digits_and_underscores),
    cmocka_unit_test(test_a_mistake_is_reported_with_its_line),
    cmocka_unit_test(test_nothing_is_taken_after_a_mistake),
    cmocka_unit_test(test_another_status_ends_the_reading),
    cmocka_unit_test(test_external_entities_are_not_read),
    cmocka_unit_test(test_an_empty_file_holds_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
