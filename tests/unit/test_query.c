/* Tests of asking: right answers, formats to the letter, and refusals. */
/* SPDX-License-Identifier: MIT */
#include "graph/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#define HEAD "PREFIX : <http://e/> "

/* A small world: people, their friends, and what two graphs say of them. */
static const char data[] =
  "<http://e/ann> <http://e/age> \"30\"^^"
  "<http://www.w3.org/2001/XMLSchema#integer> .\n"
  "<http://e/bob> <http://e/age> \"25\"^^"
  "<http://www.w3.org/2001/XMLSchema#integer> .\n"
  "<http://e/cy> <http://e/age> \"41\"^^"
  "<http://www.w3.org/2001/XMLSchema#integer> .\n"
  "<http://e/ann> <http://e/knows> <http://e/bob> .\n"
  "<http://e/bob> <http://e/knows> <http://e/cy> .\n"
  "<http://e/cy> <http://e/knows> <http://e/cy> .\n"
  "<http://e/ann> <http://e/name> \"Ann \\\"A\\\", \\t\\u00E9\"@en .\n"
  "<http://e/bob> <http://e/name> \"Bob\" .\n"
  "<http://e/ann> <http://e/born> \"1996-02-03\"^^"
  "<http://www.w3.org/2001/XMLSchema#date> .\n"
  "<http://e/ann> <http://e/share> \"0.50\"^^"
  "<http://www.w3.org/2001/XMLSchema#decimal> .\n"
  "<http://e/ann> <http://e/likes> <http://e/bob> <http://e/g1> .\n"
  "<http://e/bob> <http://e/likes> <http://e/ann> <http://e/g1> .\n"
  "<http://e/ann> <http://e/likes> <http://e/bob> <http://e/g2> .\n"
  "<http://e/g1> <http://e/by> \"one\" .\n"
  "<http://e/g2> <http://e/by> \"two\" .\n";

typedef struct Heard {
  char message[512];
  unsigned line;
  unsigned count;
} Heard;

static void
hear(void* user, const AttDiagnostic* diagnostic) {
  Heard* const heard = user;
  if (heard->count++ == 0) {
    snprintf(heard->message, sizeof heard->message, "%s", diagnostic->message);
    heard->line = diagnostic->line;
  }
}

static int
setup(void** state) {
  char path[] = "query-XXXXXX";
  const int descriptor = mkstemp(path);
  FILE* const file = descriptor < 0 ? NULL : fdopen(descriptor, "wb");
  AttGraph* graph = NULL;
  if (file == NULL || att_graph_new(&graph) != ATT_OK) {
    return -1;
  }
  fputs(data, file);
  fclose(file);
  const AttStatus status =
    att_graph_load(graph, path, ATT_NQUADS, (AttSink){ 0 });
  unlink(path);
  *state = graph;
  return status == ATT_OK ? 0 : -1;
}

static int
teardown(void** state) {
  att_graph_free(*state);
  return 0;
}

/* The status of a query; its answer's bytes go to `out`. */
static AttStatus
ask(const AttGraph* graph, const char* query, AttFormat format, char* out,
    size_t room) {
  char path[] = "answer-XXXXXX";
  const int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  close(descriptor);
  Heard heard = { 0 };
  AttAnswer answer = { 0 };
  const AttStatus status = att_graph_query(graph, "test", query, format, path,
                                           (AttSink){ hear, &heard }, &answer);
  FILE* const file = fopen(path, "rb");
  assert_non_null(file);
  const size_t length = fread(out, 1, room - 1, file);
  out[length] = '\0';
  fclose(file);
  unlink(path);
  if (status != ATT_OK) {
    assert_true(heard.count > 0);
    snprintf(out, room, "%s", heard.message);
  }
  return status;
}

/* The CSV answer without its header, rows separated by line feeds. */
static void
assert_rows(const AttGraph* graph, const char* query, const char* expected) {
  char out[4096];
  const AttStatus status = ask(graph, query, ATT_CSV, out, sizeof out);
  if (status != ATT_OK) {
    print_message("%s: %s\n", query, out);
  }
  assert_int_equal(status, ATT_OK);
  char rows[4096];
  size_t length = 0;
  for (const char* c = strchr(out, '\n') + 1; *c != '\0'; c++) {
    if (*c != '\r') {
      rows[length++] = *c;
    }
  }
  rows[length] = '\0';
  if (strcmp(rows, expected) != 0) {
    print_message("%s\n", query);
  }
  assert_string_equal(rows, expected);
}

static void
assert_refused(const AttGraph* graph, const char* query, const char* part) {
  char out[4096];
  const AttStatus status = ask(graph, query, ATT_CSV, out, sizeof out);
  if (status != ATT_QUERY || strstr(out, part) == NULL) {
    print_message("%s: %s\n", query, out);
  }
  assert_int_equal(status, ATT_QUERY);
  assert_non_null(strstr(out, part));
  assert_null(strchr(out, '\n'));
}

static void
test_joins_in_any_order(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?x ?z { ?y :age 25 . ?x :knows ?y . "
                   "?y :knows ?z }",
              "http://e/ann,http://e/cy\n");
  assert_rows(*state,
              HEAD "SELECT ?x ?z { ?x ?p ?y . ?y :knows ?z . "
                   "?x :knows ?y . ?y :age 25 . ?x ?q :bob } "
                   "ORDER BY ?p ?q",
              "http://e/ann,http://e/cy\nhttp://e/ann,http://e/cy\n"
              "http://e/ann,http://e/cy\nhttp://e/ann,http://e/cy\n");
}

static void
test_a_variable_twice_is_one_value(void** state) {
  assert_rows(*state, HEAD "SELECT ?x { ?x :knows ?x }", "http://e/cy\n");
}

static void
test_the_default_graph_is_the_union_of_all(void** state) {
  assert_rows(*state, HEAD "SELECT ?x { ?x :likes :bob }", "http://e/ann\n");
}

static void
test_optional_keeps_the_row(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?x ?n { ?x :age ?a OPTIONAL "
                   "{ ?x :name ?n FILTER(LANG(?n) = \"\") } } "
                   "ORDER BY ?x",
              "http://e/ann,\nhttp://e/bob,Bob\nhttp://e/cy,\n");
}

static void
test_optional_and_bound_are_an_anti_join(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?x { ?x :age ?a OPTIONAL { ?x :name ?n } "
                   "FILTER(!BOUND(?n)) }",
              "http://e/cy\n");
}

static void
test_optional_after_optional(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?x ?n ?b { ?x :knows ?y "
                   "OPTIONAL { ?x :name ?n } OPTIONAL { ?x :born ?b "
                   "} ?y :age ?a FILTER(?a > 24) } ORDER BY ?a ?x",
              "http://e/ann,\"Ann \"\"A\"\", \t\xc3\xa9\",1996-02-03\n"
              "http://e/bob,Bob,\nhttp://e/cy,,\n");
}

static void
test_union_and_filter(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?x { { ?x :age ?a FILTER(?a > 40) } UNION "
                   "{ ?x :name ?n FILTER(STR(?n) = \"Bob\") } }",
              "http://e/cy\nhttp://e/bob\n");
}

static void
test_a_filter_sees_what_its_branch_binds_only(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?x ?k { { ?x :age ?a BIND(?a + 1 AS ?k) } "
                   "UNION { ?x :born ?b } FILTER(!BOUND(?k)) }",
              "http://e/ann,\n");
}

static void
test_expressions_over_sub_selects(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?p ?n { { SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } "
                   "GROUP BY ?p } FILTER(?n > 2) } ORDER BY ?p",
              "http://e/age,3\nhttp://e/knows,3\n");
  assert_rows(*state,
              HEAD "SELECT ?x ?a { { SELECT ?x ?a { ?x :age ?a } "
                   "ORDER BY DESC(?a) LIMIT 2 } FILTER(?a < 40) }",
              "http://e/ann,30\n");
}

static void
test_values_of_both_forms(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?x ?a { VALUES ?x { :ann :cy } "
                   "?x :age ?a } ORDER BY ?a",
              "http://e/ann,30\nhttp://e/cy,41\n");
  assert_rows(*state,
              HEAD "SELECT ?x ?a { ?x :age ?a } ORDER BY ?a "
                   "VALUES (?x ?a) { (:ann UNDEF) (UNDEF 41) }",
              "http://e/ann,30\nhttp://e/cy,41\n");
  assert_rows(*state,
              HEAD "SELECT ?n { VALUES (?n) { (1) (5) } "
                   "FILTER(?n > 2) }",
              "5\n");
}

static void
test_named_graphs(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?g ?x { GRAPH ?g { ?x :likes ?y } } "
                   "ORDER BY ?g ?x",
              "http://e/g1,http://e/ann\nhttp://e/g1,http://e/bob\n"
              "http://e/g2,http://e/ann\n");
  assert_rows(*state, HEAD "SELECT ?x { GRAPH :g2 { ?x :likes ?y } }",
              "http://e/ann\n");
  assert_rows(*state, HEAD "SELECT ?x { GRAPH :none { ?x :likes ?y } }", "");
  assert_rows(*state,
              HEAD "SELECT ?x ?b { GRAPH ?g { ?x :likes :bob } ?g :by ?b } "
                   "ORDER BY ?b",
              "http://e/ann,one\nhttp://e/ann,two\n");
  assert_rows(*state,
              HEAD "SELECT ?x { GRAPH ?g { ?x :likes :bob } "
                   "GRAPH ?h { :bob :likes ?x } FILTER(?g = ?h) }",
              "http://e/ann\n");
}

static void
test_from_chooses_graphs(void** state) {
  assert_rows(*state, HEAD "SELECT ?x FROM :g2 { ?x ?p ?y }", "http://e/ann\n");
  assert_rows(*state, HEAD "SELECT ?x FROM NAMED :g2 { GRAPH ?g { ?x ?p ?y } }",
              "http://e/ann\n");
  assert_rows(*state, HEAD "SELECT ?x FROM NAMED :g2 { ?x ?p ?y }", "");
  assert_rows(*state,
              HEAD "SELECT ?x FROM NAMED :g2 { GRAPH :g1 { ?x ?p ?y } }", "");
}

static void
test_aggregates(void** state) {
  assert_rows(*state,
              HEAD "SELECT (COUNT(*) AS ?n) (SUM(?a) AS ?s) "
                   "(MIN(?a) AS ?i) (MAX(?a) AS ?j) (AVG(?a) AS ?v) "
                   "{ ?x :age ?a }",
              "3,96,25,41,32.0\n");
  assert_rows(*state,
              HEAD "SELECT ?p (COUNT(?s) AS ?n) { ?s ?p ?o } "
                   "GROUP BY ?p HAVING (COUNT(?s) > 2) ORDER BY ?p",
              "http://e/age,3\nhttp://e/knows,3\n");
}

static void
test_aggregates_of_one_function_are_told_apart(void** state) {
  assert_rows(*state,
              HEAD "SELECT (MIN(?a) AS ?i) (MIN(?b) AS ?j) "
                   "(COUNT(?a) AS ?k) (COUNT(DISTINCT ?b) AS ?l) "
                   "{ VALUES (?a ?b) { (1 10) (2 10) (3 20) } }",
              "1,10,3,2\n");
}

static void
test_distinct_terms_are_counted(void** state) {
  assert_rows(*state,
              HEAD "SELECT (COUNT(DISTINCT ?v) AS ?n) (COUNT(?v) AS ?m) "
                   "{ VALUES ?v { :c :a :b :c :a :b } }",
              "3,6\n");
  assert_rows(*state,
              HEAD "SELECT (COUNT(DISTINCT ?v) AS ?n) { VALUES ?v { \"a\" 1 "
                   "\"a\"@en \"a\"@fr \"1\" 1.0 :a \"a\" true :a 1 "
                   "\"http://e/a\" \"a\"@en } }",
              "9\n");
}

static void
test_functions_of_text_want_text(void** state) {
  assert_rows(*state,
              HEAD "SELECT (STRLEN(?v) AS ?n) (SUBSTR(?v, 1, 1) AS ?s) "
                   "{ VALUES ?v { \"abc\" \"ab\"@en 12 } }",
              "3,a\n2,a\n,\n");
  assert_rows(*state,
              HEAD "SELECT (SUBSTR(?v, 3) AS ?s) (LANG(?s) AS ?l) "
                   "{ VALUES ?v { \"abc\" \"ab\"@en } }",
              "c,\n,en\n");
  assert_rows(*state,
              HEAD "SELECT (CONCAT(?a, \"-\", ?n) AS ?c) { VALUES (?x ?a) { "
                   "(:bob \"x\") (:cy \"y\") } OPTIONAL { ?x :name ?n } }",
              "x-Bob\n\n");
}

static void
test_values_are_compared_with_their_like(void** state) {
  assert_rows(*state, HEAD "SELECT ?x { ?x ?p ?o FILTER(?o < 26 && ?o > 1) }",
              "http://e/bob\n");
  assert_rows(*state, HEAD "SELECT ?x { ?x ?p ?o FILTER(?o <= \"Bob\") }",
              "http://e/bob\n");
  assert_rows(*state,
              "SELECT ?x { VALUES ?x { 1 true <http://e/a> } "
              "FILTER(?x = true) }",
              "true\n");
}

static void
test_aggregates_over_nothing(void** state) {
  assert_rows(*state,
              HEAD "SELECT (COUNT(*) AS ?n) (SUM(?a) AS ?s) "
                   "(MIN(?a) AS ?i) { ?x :none ?a }",
              "0,0,\n");
  assert_rows(*state,
              HEAD "SELECT ?x (COUNT(*) AS ?n) { ?x :none ?a } "
                   "GROUP BY ?x",
              "");
}

static void
test_group_by_an_expression(void** state) {
  assert_rows(*state,
              HEAD "SELECT ?old (COUNT(*) AS ?n) { ?x :age ?a } "
                   "GROUP BY (?a > 29 AS ?old) ORDER BY ?n",
              "false,1\ntrue,2\n");
  assert_rows(*state,
              HEAD "SELECT ?y (COUNT(*) AS ?n) { ?x :born ?d } "
                   "GROUP BY (SUBSTR(STR(?d), 1, 4) AS ?y)",
              "1996,1\n");
}

static void
test_terms_come_back_as_they_are_spelt(void** state) {
  assert_rows(*state, HEAD "SELECT ?v { :ann :share ?v }", "0.50\n");
  assert_rows(*state,
              HEAD "SELECT (?v * 2 AS ?w) { :ann :share ?v "
                   "FILTER(?v = 0.5) }",
              "1.0\n");
}

static void
test_usual_prefixes_need_no_declaration(void** state) {
  assert_rows(*state,
              "SELECT ?x { ?x ?p ?d FILTER(?d < "
              "\"2000-01-01\"^^xsd:date) }",
              "http://e/ann\n");
}

static void
assert_answer(const AttGraph* graph, const char* query, AttFormat format,
              const char* expected) {
  char out[4096];
  assert_int_equal(ask(graph, query, format, out, sizeof out), ATT_OK);
  assert_string_equal(out, expected);
}

#define NAMES                                                   \
  HEAD "SELECT ?x ?n ?z { ?x :name ?n OPTIONAL { ?x :z ?z } } " \
       "ORDER BY ?x"

static void
test_csv_to_the_letter(void** state) {
  assert_answer(*state, NAMES, ATT_CSV,
                "x,n,z\r\n"
                "http://e/ann,\"Ann \"\"A\"\", \t\xc3\xa9\",\r\n"
                "http://e/bob,Bob,\r\n");
}

static void
test_tsv_to_the_letter(void** state) {
  assert_answer(*state, NAMES, ATT_TSV,
                "?x\t?n\t?z\n"
                "<http://e/ann>\t\"Ann \\\"A\\\", \\t\xc3\xa9\"@en\t\n"
                "<http://e/bob>\t\"Bob\"\t\n");
}

static void
test_json_to_the_letter(void** state) {
  assert_answer(*state, NAMES, ATT_JSON,
                "{\"head\":{\"vars\":[\"x\",\"n\",\"z\"]},\n"
                "\"results\":{\"bindings\":[\n"
                "{\"x\":{\"type\":\"uri\",\"value\":\"http://e/ann\"},"
                "\"n\":{\"type\":\"literal\",\"xml:lang\":\"en\","
                "\"value\":\"Ann \\\"A\\\", \\t\xc3\xa9\"}},\n"
                "{\"x\":{\"type\":\"uri\",\"value\":\"http://e/bob\"},"
                "\"n\":{\"type\":\"literal\",\"value\":\"Bob\"}}\n"
                "]}}\n");
}

static void
test_xml_to_the_letter(void** state) {
  assert_answer(
    *state, HEAD "SELECT ?a { :bob :age ?a }", ATT_XML,
    "<?xml version=\"1.0\"?>\n"
    "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"
    "<head>\n<variable name=\"a\"/>\n</head>\n<results>\n<result>\n"
    "<binding name=\"a\"><literal datatype=\""
    "http://www.w3.org/2001/XMLSchema#integer\">25</literal></binding>\n"
    "</result>\n</results>\n</sparql>\n");
}

static void
test_table_to_the_letter(void** state) {
  assert_answer(*state, NAMES, ATT_TABLE,
                "x    | n            | z\n"
                "-----+--------------+--\n"
                ":ann | Ann \"A\", \\t\xc3\xa9 | \n"
                ":bob | Bob          | \n");
}

static void
test_ask_in_every_format(void** state) {
  const char* const yes = HEAD "ASK { :ann :knows :bob }";
  const char* const no = HEAD "ASK { :bob :knows :ann }";
  assert_answer(*state, yes, ATT_TABLE, "yes\n");
  assert_answer(*state, no, ATT_TABLE, "no\n");
  assert_answer(*state, yes, ATT_CSV, "true\r\n");
  assert_answer(*state, no, ATT_TSV, "false\n");
  assert_answer(*state, no, ATT_JSON, "{\"head\":{},\"boolean\":false}\n");
  assert_answer(*state, yes, ATT_XML,
                "<?xml version=\"1.0\"?>\n"
                "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"
                "<head/>\n<boolean>true</boolean>\n</sparql>\n");
}

static void
test_construct_is_written_as_a_graph(void** state) {
  assert_answer(*state,
                HEAD "CONSTRUCT { ?y :known ?x . ?n :no ?x } "
                     "{ ?x :knows ?y OPTIONAL { ?x :name ?n } }",
                ATT_NTRIPLES,
                "<http://e/bob> <http://e/known> <http://e/ann> .\n"
                "<http://e/cy> <http://e/known> <http://e/bob> .\n"
                "<http://e/cy> <http://e/known> <http://e/cy> .\n");
}

static void
test_a_format_must_fit_the_answer(void** state) {
  char out[512];
  assert_int_equal(ask(*state, HEAD "SELECT * { ?s ?p ?o }", ATT_TURTLE, out,
                       sizeof out),
                   ATT_INPUT);
  assert_int_equal(ask(*state, HEAD "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }",
                       ATT_CSV, out, sizeof out),
                   ATT_INPUT);
}

static void
test_an_empty_answer_has_its_columns(void** state) {
  assert_answer(*state, HEAD "SELECT ?b ?a { ?a :none ?b }", ATT_CSV,
                "b,a\r\n");
}

/* A query behind HEAD, and the rows of its answer. */
static const char* const answered[][2] = {
  /* Paths */
  { "SELECT ?y { :ann :knows+ ?y } ORDER BY ?y",
    "http://e/bob\nhttp://e/cy\n" },
  { "SELECT ?y { :ann :knows* ?y } ORDER BY ?y",
    "http://e/ann\nhttp://e/bob\nhttp://e/cy\n" },
  { "SELECT ?x { ?x :knows+ :bob }", "http://e/ann\n" },
  { "SELECT ?a { :ann :knows/:age ?a }", "25\n" },
  { "SELECT ?y { :bob ^:knows ?y }", "http://e/ann\n" },
  { "SELECT ?y { :bob :knows|:likes ?y } ORDER BY ?y",
    "http://e/ann\nhttp://e/cy\n" },
  { "SELECT ?y { :ann !(:knows|:likes|:age|:name|:born) ?y }", "0.50\n" },
  { "SELECT ?y { :none :knows? ?y }", "http://e/none\n" },
  { "SELECT ?x ?y { VALUES ?x { :none } ?x :knows? ?y }", "" },
  /* Negation */
  { "SELECT ?x { ?x :age ?a FILTER EXISTS { ?x :name ?n } } ORDER BY ?x",
    "http://e/ann\nhttp://e/bob\n" },
  { "SELECT ?x { ?x :age ?a FILTER NOT EXISTS { ?x :name ?n } }",
    "http://e/cy\n" },
  { "SELECT ?x { ?x :age ?a FILTER NOT EXISTS { ?x :knows ?y . ?y :age ?b "
    "FILTER(?b < ?a) } } ORDER BY ?x",
    "http://e/bob\nhttp://e/cy\n" },
  { "SELECT ?x { ?x :age ?a MINUS { ?x :name ?n } }", "http://e/cy\n" },
  { "SELECT (COUNT(*) AS ?n) { ?x :age ?a MINUS { ?y :name ?n } }", "3\n" },
  /* Scope */
  { "SELECT ?x { ?x :age ?a { ?y :name ?n FILTER(?a > 1) } }", "" },
  { "SELECT ?x ?b { ?x :age ?a BIND(?n AS ?b) ?x :name ?n } ORDER BY ?x",
    "http://e/ann,\nhttp://e/bob,\n" },
  { "SELECT ?x ?b { ?x :born|:age ?o BIND(?o + 1 AS ?b) } ORDER BY ?b",
    "http://e/ann,\nhttp://e/bob,26\nhttp://e/ann,31\nhttp://e/cy,42\n" },
  { "SELECT ?x ?b { ?x :knows ?y { SELECT ?x (MAX(?a) AS ?b) "
    "{ ?x :knows/:age ?a } GROUP BY ?x } } ORDER BY ?b",
    "http://e/ann,25\nhttp://e/bob,41\nhttp://e/cy,41\n" },
  { "SELECT * { ?x :born ?d { SELECT ?x { ?x :age ?a } } }",
    "http://e/ann,1996-02-03\n" },
  { "SELECT ?x ?y { ?x :age 25 OPTIONAL { ?y :age 41 "
    "OPTIONAL { ?x :name ?n FILTER(?n = \"no\") } } }",
    "http://e/bob,http://e/cy\n" },
  { "SELECT ?x ?n ?m { ?x :age ?a OPTIONAL { ?x :name ?n } "
    "OPTIONAL { ?x :knows ?y { ?y :name ?m } } FILTER(?a < 40) } ORDER BY ?x",
    "http://e/ann,\"Ann \"\"A\"\", \t\xc3\xa9\",Bob\nhttp://e/bob,Bob,\n" },
  /* Two loops over the same variables at the same time */
  { "SELECT ?x ?y ?z { { ?x :knows ?y } { ?y :knows ?z } { ?z :age ?a } "
    "{ ?x :age ?b } FILTER(?a > ?b) } ORDER BY ?x",
    "http://e/ann,http://e/bob,http://e/cy\n"
    "http://e/bob,http://e/cy,http://e/cy\n" },
  { "SELECT ?g { GRAPH ?g { } } ORDER BY ?g", "http://e/g1\nhttp://e/g2\n" },
  { "SELECT ?g { GRAPH ?g { ?x :likes ?g } }", "" },
  { "SELECT ?g { GRAPH ?g { ?x :likes :ann FILTER(?g = :g1) } }", "" },
  { "SELECT ?x { GRAPH ?g { ?x :likes :bob OPTIONAL { ?x :none ?g } } } "
    "ORDER BY ?g",
    "http://e/ann\nhttp://e/ann\n" },
  /* Aggregates */
  { "SELECT (COUNT(?n) AS ?k) { ?x :age ?a OPTIONAL { ?x :name ?n } }", "2\n" },
  { "SELECT (SUM(?n) AS ?k) { ?x :name ?n }", "\n" },
  { "SELECT (MIN(?o) AS ?i) (MAX(?o) AS ?j) { VALUES ?o { :a 1 \"x\" } }",
    "http://e/a,x\n" },
  { "SELECT (COUNT(DISTINCT *) AS ?k) { ?x :knows ?y }", "3\n" },
  { "SELECT (COUNT(DISTINCT ?y) AS ?k) { ?x :knows ?y }", "2\n" },
  { "SELECT ?p { ?s ?p ?o } GROUP BY ?p "
    "HAVING (COUNT(?o) > COUNT(DISTINCT ?o))",
    "http://e/knows\n" },
  { "SELECT (GROUP_CONCAT(?a; SEPARATOR=\"; \") AS ?k) { "
    "{ SELECT ?a { ?x :age ?a } ORDER BY ?a } }",
    "25; 30; 41\n" },
  { "SELECT (GROUP_CONCAT(DISTINCT ?y) AS ?k) { VALUES ?y { 1 2 1 } }",
    "1 2\n" },
  { "SELECT ?o (COUNT(*) AS ?k) { ?x :knows ?o } GROUP BY ?o "
    "ORDER BY DESC(COUNT(*))",
    "http://e/cy,2\nhttp://e/bob,1\n" },
  { "SELECT (SUM(?a) / COUNT(*) + 1 AS ?k) { ?x :age ?a }", "33.0\n" },
  { "SELECT (AVG(?a) AS ?k) { ?x :none ?a }", "0\n" },
  { "SELECT ?d (COUNT(*) AS ?k) { ?x :age ?a } "
    "GROUP BY (FLOOR(?a / 10) * 10 AS ?d) ORDER BY ?d",
    "20.0,1\n30.0,1\n40.0,1\n" },
  { "SELECT ?x (SUM(?a) AS ?s) { ?x :age ?a } GROUP BY ?x HAVING (SUM(?a) > 26) "
    "ORDER BY ?s VALUES ?x { :ann }",
    "http://e/ann,30\n" },
  /* Functions */
  { "SELECT (YEAR(?d) AS ?y) (MONTH(?d) AS ?m) (DAY(?d) AS ?t) "
    "{ ?x :born ?d }",
    "1996,2,3\n" },
  { "SELECT (UCASE(?n) AS ?u) { ?x :name ?n } ORDER BY ?u",
    "BOB\n\"ANN \"\"A\"\", \t\xc3\x89\"\n" },
  { "SELECT (LCASE(\"\xc3\x89T\xc3\x89\") AS ?u) { }", "\xc3\xa9t\xc3\xa9\n" },
  { "SELECT ?x { ?x :name ?n FILTER REGEX(?n, \"^b.B$\", \"i\") }",
    "http://e/bob\n" },
  { "SELECT (REGEX(\"a\\n\", \"^a$\") AS ?r) "
    "(REGEX(\"x\\na\", \"^a$\", \"m\") AS ?s) "
    "(REGEX(\"a.c\", \".\", \"q\") AS ?t) "
    "(REGEX(\"ab\", \"a b\", \"x\") AS ?u) "
    "(REGEX(\"\xc3\xa9\", \"^.$\") AS ?v) { }",
    "false,true,true,true,true\n" },
  { "SELECT (REPLACE(\"abcab\", \"(a)(b)\", \"$2$1\") AS ?r) { }", "bacba\n" },
  { "SELECT (REPLACE(\"abc\", \"x*\", \"-\") AS ?r) { }", "\n" },
  { "SELECT (CONCAT(STR(?x), \"!\") AS ?y) { ?x :age 25 }", "http://e/bob!\n" },
  { "SELECT (SUBSTR(\"metadata\", 0, 3) AS ?y) { }", "me\n" },
  { "SELECT (STRLEN(\"\xf0\x9f\x98\x80!\") AS ?y) { }", "2\n" },
  { "SELECT (xsd:integer(?s) AS ?i) (xsd:double(?s) AS ?d) "
    "(xsd:string(?s) AS ?t) (xsd:boolean(?s) AS ?b) { ?x :share ?s }",
    "0,5.0E-1,0.5,true\n" },
  { "SELECT (xsd:date(\"2020-02-03T10:00:00Z\"^^xsd:dateTime) AS ?d) { }",
    "2020-02-03Z\n" },
  { "SELECT (2147483647 + ?a AS ?b) { :bob :age ?a }", "2147483672\n" },
  { "SELECT (1 / 3 AS ?q) (0.1 + 0.2 AS ?s) (1 / 0 AS ?e) { }",
    "0.333333333333333333,0.3,\n" },
  { "SELECT ?x { ?x :age ?a FILTER(?a IN (25, 41.0)) } ORDER BY ?x",
    "http://e/bob\nhttp://e/cy\n" },
  { "SELECT (MD5(\"abc\") AS ?m) { }", "900150983cd24fb0d6963f7d28e17f72\n" },
  { "SELECT ?x { ?x :share \"1\"^^xsd:boolean }", "" },
  { "SELECT ?x { ?x :name \"ann\"@EN . } VALUES ?x { :ann }", "" },
  { "SELECT ?v { VALUES ?v { 10 9 \"b\" :c \"a\" UNDEF 1.5 } } ORDER BY ?v",
    "\nhttp://e/c\n1.5\n9\n10\na\nb\n" },
};

static void
test_what_sparql_says_is_answered(void** state) {
  for (size_t i = 0; i < sizeof answered / sizeof *answered; i++) {
    char query[512];
    snprintf(query, sizeof query, HEAD "%s", answered[i][0]);
    assert_rows(*state, query, answered[i][1]);
  }
}

static void
test_describe_follows_blank_nodes(void** state) {
  assert_answer(*state, HEAD "DESCRIBE :g1 ?x { ?x :by \"two\" }", ATT_NTRIPLES,
                "<http://e/g1> <http://e/by> \"one\" .\n"
                "<http://e/g2> <http://e/by> \"two\" .\n");
}

/* A query, and words of the reason it is refused for. */
static const char* const refused[][2] = {
  { "INSERT DATA { :a :b :c }", "DESCRIBE is expected" },
  { "SELECT ?x { SERVICE <http://e/> { ?x ?p ?o } }", "SERVICE" },
  { "SELECT ?x (COUNT(?a) AS ?k) { ?x :age ?a }", "neither grouped" },
  { "SELECT ?x { ?x :age ?a BIND(1 AS ?a) }", "already" },
  { "SELECT (:f(?a) AS ?y) { ?x :age ?a }", "not known" },
  { "SELECT (1000000000000 * 1000000000000 AS ?y) { }", "18 digits" },
  { "SELECT ?x { ?x :age ?a", "at its end" },
  { "SELECT ?x { ?x :age ?a } }", "nothing more" },
  { "SELECT ?x { _:a :age ?a { _:a :name ?n } }", "label" },
  { "SELECT ?x { ?x none:age ?a }", "prefix" },
  { "SELECT ?x { ?x :name \"a }", "does not end" },
  { "SELECT (COUNT(COUNT(?a)) AS ?k) { ?x :age ?a }", "aggregate" },
  { "SELECT (REPLACE(\"a\") AS ?k) { }", "arguments" },
  { "", "is expected" },
};

static void
test_what_is_no_query_is_refused(void** state) {
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    char query[512];
    snprintf(query, sizeof query, HEAD "%s", refused[i][0]);
    assert_refused(*state, query, refused[i][1]);
  }
  assert_refused(*state, "", "empty");
  assert_refused(*state, "# nothing", "empty");
}

static void
test_a_refusal_names_its_line(void** state) {
  Heard heard = { 0 };
  const AttStatus status =
    att_graph_query(*state, "q.rq",
                    HEAD "\nSELECT ?x {\n ?x :age ?a\n SERVICE ?x { } }",
                    ATT_CSV, "never-written", (AttSink){ hear, &heard }, NULL);
  assert_int_equal(status, ATT_QUERY);
  assert_int_equal(heard.line, 4);
  assert_int_not_equal(access("never-written", F_OK), 0);
}

static void
test_a_syntax_error_names_its_line(void** state) {
  Heard heard = { 0 };
  const AttStatus status =
    att_graph_query(*state, "q.rq", "PREFIX : <http://e/>\nSELECT ?x {\n :a }",
                    ATT_CSV, "never-written", (AttSink){ hear, &heard }, NULL);
  assert_int_equal(status, ATT_QUERY);
  assert_int_equal(heard.line, 3);
}

static void
test_brackets_may_not_be_deep(void** state) {
  char query[2048] = "SELECT ?x ";
  for (int i = 0; i < 500; i++) {
    strcat(query, "{");
  }
  assert_refused(*state, query, "too deep");
}

static void
test_a_graph_is_asked_again_and_again(void** state) {
  for (int i = 0; i < 20; i++) {
    assert_rows(*state, HEAD "SELECT ?x { ?x :age 25 }", "http://e/bob\n");
  }
}

static void
test_an_index_that_is_kept_answers_alike_until_the_graph_grows(void** state) {
  AttGraph* const graph = *state;
  static const char* const queries[] = {
    "SELECT (COUNT(*) AS ?n) {?s ?p ?o}",
    "SELECT ?g (COUNT(*) AS ?n) {GRAPH ?g {?s ?p ?o}} GROUP BY ?g ORDER BY ?g",
    "SELECT (COUNT(*) AS ?n) FROM <http://e/g1> {?s ?p ?o}",
  };
  char before[3][512];
  char after[512];
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(ask(graph, queries[i], ATT_CSV, before[i], 512), ATT_OK);
  }
  assert_int_equal(att_graph_index(graph), ATT_OK);
  assert_non_null(att_graph_kept_index(graph));
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(ask(graph, queries[i], ATT_CSV, after, 512), ATT_OK);
    assert_string_equal(after, before[i]);
  }
  TermId name;
  assert_int_equal(att_graph_iri(graph, SLICE("http://e/new"), &name), ATT_OK);
  assert_int_equal(att_graph_add(graph, (Quad){ name, name, name, name }),
                   ATT_OK);
  assert_null(att_graph_kept_index(graph));
  assert_int_equal(ask(graph, queries[0], ATT_CSV, after, 512), ATT_OK);
  assert_string_not_equal(after, before[0]);
}

#define WITH_DATA(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void) {
  const struct CMUnitTest tests[] = {
    WITH_DATA(test_joins_in_any_order),
    WITH_DATA(test_a_variable_twice_is_one_value),
    WITH_DATA(test_the_default_graph_is_the_union_of_all),
    WITH_DATA(test_optional_keeps_the_row),
    WITH_DATA(test_optional_and_bound_are_an_anti_join),
    WITH_DATA(test_optional_after_optional),
    WITH_DATA(test_union_and_filter),
    WITH_DATA(test_a_filter_sees_what_its_branch_binds_only),
    WITH_DATA(test_expressions_over_sub_selects),
    WITH_DATA(test_values_of_both_forms),
    WITH_DATA(test_named_graphs),
    WITH_DATA(test_from_chooses_graphs),
    WITH_DATA(test_aggregates),
    WITH_DATA(test_aggregates_of_one_function_are_told_apart),
    WITH_DATA(test_distinct_terms_are_counted),
    WITH_DATA(test_functions_of_text_want_text),
    WITH_DATA(test_values_are_compared_with_their_like),
    WITH_DATA(test_aggregates_over_nothing),
    WITH_DATA(test_group_by_an_expression),
    WITH_DATA(test_terms_come_back_as_they_are_spelt),
    WITH_DATA(test_usual_prefixes_need_no_declaration),
    WITH_DATA(test_csv_to_the_letter),
    WITH_DATA(test_tsv_to_the_letter),
    WITH_DATA(test_json_to_the_letter),
    WITH_DATA(test_xml_to_the_letter),
    WITH_DATA(test_table_to_the_letter),
    WITH_DATA(test_ask_in_every_format),
    WITH_DATA(test_construct_is_written_as_a_graph),
    WITH_DATA(test_a_format_must_fit_the_answer),
    WITH_DATA(test_an_index_that_is_kept_answers_alike_until_the_graph_grows),
    WITH_DATA(test_an_empty_answer_has_its_columns),
    WITH_DATA(test_what_sparql_says_is_answered),
    WITH_DATA(test_describe_follows_blank_nodes),
    WITH_DATA(test_what_is_no_query_is_refused),
    WITH_DATA(test_a_refusal_names_its_line),
    WITH_DATA(test_a_syntax_error_names_its_line),
    WITH_DATA(test_brackets_may_not_be_deep),
    WITH_DATA(test_a_graph_is_asked_again_and_again),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
