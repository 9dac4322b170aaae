/* Tests of locating: columns of what a Turtle file says, and its mistakes. */
/* SPDX-License-Identifier: MIT */
#include "ontology/locate.h"
#include "ontology/nearest.h"
#include "ontology/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define PREFIXES "@prefix ex: <http://e/> .\nPREFIX at: <http://a#>\n"

/* Where `what` stands, as line * 1000 + column. */
static unsigned
place_in(const char* text, unsigned line, Located what) {
  const Place near = { .file = "a.ttl", .line = line };
  const Place place = att_locate_in(att_slice(text), near, &what);
  assert_string_equal(place.file, "a.ttl");
  return place.line * 1000 + place.column;
}

/* How the walk over `text` ends: the byte where it is wrong, or -1. */
static int
wrong_at(const char* text) {
  char whole[512];
  (void)snprintf(whole, sizeof whole, "%s%s", PREFIXES, text);
  Walk walk = att_walk_begin(att_slice(whole));
  WalkTriple triple;
  bool more = true;
  while (more) {
    more = att_walk_next(&walk, &triple);
  }
  return walk.wrong == NULL ? -1
                            : (int)walk.wrong_at - (int)(sizeof PREFIXES - 1);
}

static void
each_part_has_its_column(void** state) {
  (void)state;
  const char text[] = PREFIXES "ex:one a at:Thing ;\n"
                               "  at:says \"a\"@en , 'b' ; # at:no \"c\"\n"
                               "  at:big 3.5 .\n";
  const Slice one = SLICE("http://e/one");
  assert_int_equal(place_in(text, 5, (Located){ one, .part = LOCATE_SUBJECT }),
                   3001);
  assert_int_equal(place_in(text, 5,
                            (Located){ one, SLICE("http://a#says"), SLICE("b"),
                                       LOCATE_OBJECT }),
                   4020);
  assert_int_equal(place_in(text, 5,
                            (Located){ one, SLICE("big"), SLICE("3.5"),
                                       LOCATE_PREDICATE }),
                   5003);
  assert_int_equal(
    place_in(text, 5,
             (Located){ .predicate = SLICE(
                          "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                        .object = SLICE("Thing"),
                        .part = LOCATE_OBJECT }),
    3010);
  assert_int_equal(place_in(text, 5, (Located){ .object = SLICE("c") }), 5000);
}

static void
of_two_the_one_before_the_line_counts(void** state) {
  (void)state;
  const char text[] = PREFIXES "ex:a at:b ex:c .\n\n  ex:a at:b ex:c .\n";
  const Located what = { .subject = SLICE("a"), .part = LOCATE_SUBJECT };
  assert_int_equal(place_in(text, 3, what), 3001);
  assert_int_equal(place_in(text, 5, what), 5003);
  assert_int_equal(place_in(text, 1, what), 3001);
}

static void
columns_count_characters(void** state) {
  (void)state;
  const char text[] = PREFIXES "ex:a at:b \"\xC3\xA9\xE2\x82\xAC\" , ex:c .";
  assert_int_equal(place_in(text, 3,
                            (Located){ .object = SLICE("http://e/c"),
                                       .part = LOCATE_OBJECT }),
                   3018);
}

static void
brackets_are_walked_through(void** state) {
  (void)state;
  const char text[] = PREFIXES
    "ex:a at:b [ at:c \"x\"^^at:t ; at:d ( 1 \"y\"@en [ ] ) ; ] , ex:z .\n"
    "[ at:e true ] .\n[] at:f \"\"\"long\n\"text\"\n\"\"\" ;; at:g ex:h .";
  const Located nameless = { .subject = SLICE("_:0:x"),
                             .predicate = SLICE("c"),
                             .part = LOCATE_OBJECT };
  assert_int_equal(place_in(text, 9, nameless), 3018);
  assert_int_equal(place_in(text, 9,
                            (Located){ .subject = SLICE("a"),
                                       .object = SLICE("z"),
                                       .part = LOCATE_OBJECT }),
                   3058);
  assert_int_equal(place_in(text, 9,
                            (Located){ .predicate = SLICE("g"),
                                       .part = LOCATE_PREDICATE }),
                   7008);
}

static void
mistakes_are_found_where_they_are(void** state) {
  (void)state;
  assert_int_equal(wrong_at(""), -1);
  assert_int_equal(wrong_at("ex:a at:b \"x\\\"y\" , <z> ."), -1);
  assert_int_equal(wrong_at("ex:a at:b 'x' at:c ex:d ."), 13);
  assert_int_equal(wrong_at("ex:a at:b \"x\n at:c ex:d ."), 10);
  assert_int_equal(wrong_at("ex:a at:b no:c ."), 10);
  assert_int_equal(wrong_at("ex:a at:b ferry ."), 10);
  assert_int_equal(wrong_at("ex:a at:b . ex:c"), 10);
  assert_int_equal(wrong_at("ex:a at:b ex:c ,"), 16);
  assert_int_equal(wrong_at("ex:a at:b ex:c"), 14);
  assert_int_equal(wrong_at("ex:a at:b [ at:c ex:d . ] ."), 21);
  assert_int_equal(wrong_at("ex:a { }"), 5);
  assert_int_equal(wrong_at("ex:a at:b < x > ."), 10);
  assert_int_equal(wrong_at("@prefix ex <http://e/> ."), 8);
  assert_int_equal(wrong_at("@prefix ex: <http://e/>\nex:a a ex:b ."), 23);
  assert_int_equal(wrong_at("a at:b ex:c ."), 0);
}

static void
deep_brackets_end_quietly(void** state) {
  (void)state;
  char text[200] = "ex:a at:b ";
  for (size_t i = 0; i < 2 * WALK_DEPTH; i++) {
    (void)strcat(text, "(");
  }
  assert_int_equal(wrong_at(text), -1);
}

static Slice
nearest_of(const char* name, const char* one, const char* other) {
  Nearest nearest = att_nearest_begin(att_slice(name));
  (void)att_nearest_offer(&nearest, att_slice(one));
  (void)att_nearest_offer(&nearest, att_slice(other));
  return nearest.best;
}

static void
the_nearest_name_is_found(void** state) {
  (void)state;
  assert_true(
    att_slice_is(nearest_of("subjct", "object", "subject"), "subject"));
  assert_true(att_slice_is(nearest_of("NRO", "NGA", "NOR"), "NOR"));
  assert_true(att_slice_is(nearest_of("frm", "from", "form"), "from"));
  assert_int_equal(nearest_of("with", "without", "between").length, 0);
  assert_int_equal(nearest_of("", "a", "b").length, 0);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_part_has_its_column),
    cmocka_unit_test(of_two_the_one_before_the_line_counts),
    cmocka_unit_test(columns_count_characters),
    cmocka_unit_test(brackets_are_walked_through),
    cmocka_unit_test(mistakes_are_found_where_they_are),
    cmocka_unit_test(deep_brackets_end_quietly),
    cmocka_unit_test(the_nearest_name_is_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
