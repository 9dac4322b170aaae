/* Describing: what is read, said as quads. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

#include "graph/graph.h"

#define ATT "https://w3id.org/attache/ns#"
#define ID "https://w3id.org/attache/id/"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define ORG "http://www.w3.org/ns/org#"
#define XSD "http://www.w3.org/2001/XMLSchema#"
#define NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define DCT "http://purl.org/dc/terms/"
#define SCHEMA "http://schema.org/"
#define FOAF "http://xmlns.com/foaf/0.1/"

/* What this adds to the fixture: the graph of one article. */
typedef struct Said {
  AttGraph* graph;
  Fixture* fixture;
} Said;

static Said said;

static int
said_begin(void** state) {
  void* fixture = NULL;
  if (fixture_begin(&fixture) != 0) {
    return -1;
  }
  said.fixture = fixture;
  *state = &said;
  return att_graph_new(&said.graph) == ATT_OK ? 0 : -1;
}

static int
said_end(void** state) {
  (void)state;
  att_graph_free(said.graph);
  void* fixture = said.fixture;
  return fixture_end(&fixture);
}

static void
article_say(void** state, const AttArticle* article, AttProvenance provenance) {
  Said* const it = *state;
  att_graph_clear(it->graph);
  it->fixture->reader->provenance = provenance;
  assert_int_equal(att_reader_read(it->fixture->reader, article, it->graph),
                   ATT_OK);
}

/* Says `text` with its mentions. */
static void
text_say(void** state, const char* text) {
  const AttArticle article = { .id = "one",
                               .text = text,
                               .length = strlen(text) };
  article_say(state, &article, ATT_PROVENANCE_MENTIONS);
}

static RdfTerm
iri(const char* text) {
  return (RdfTerm){ .kind = RDF_IRI, .value = att_slice(text) };
}

static RdfTerm
literal(const char* text, const char* datatype) {
  return (RdfTerm){ .kind = RDF_LITERAL,
                    .value = att_slice(text),
                    .datatype = att_slice(datatype) };
}

static RdfTerm
english(const char* text) {
  return (RdfTerm){ .kind = RDF_LITERAL,
                    .value = att_slice(text),
                    .language = SLICE("en") };
}

/* The number of quads with these terms; RDF_NONE stands for any. */
static size_t
quad_count(void** state, RdfTerm subject, RdfTerm predicate, RdfTerm object) {
  const Said* const it = *state;
  const RdfTerm wanted[] = { subject, predicate, object };
  TermId ids[3];
  for (size_t i = 0; i < 3; i++) {
    ids[i] =
      wanted[i].kind == RDF_NONE ? 0 : att_graph_find(it->graph, wanted[i]);
    if (wanted[i].kind != RDF_NONE && ids[i] == 0) {
      return 0;
    }
  }
  size_t count = 0;
  for (size_t i = 0; i < att_graph_size(it->graph); i++) {
    const Quad quad = att_graph_quad(it->graph, i);
    count += (ids[0] == 0 || quad.subject == ids[0]) &&
             (ids[1] == 0 || quad.predicate == ids[1]) &&
             (ids[2] == 0 || quad.object == ids[2]);
  }
  return count;
}

static const RdfTerm any = { .kind = RDF_NONE };

static bool
says(void** state, const char* subject, const char* predicate, RdfTerm object) {
  return quad_count(state, iri(subject), iri(predicate), object) > 0;
}

/* The only subject of the class; its IRI, with a NUL behind. */
static const char*
only(void** state, const char* class, char buffer[200]) {
  const Said* const it = *state;
  assert_int_equal(quad_count(state, any, iri(RDF "type"), iri(class)), 1);
  const TermId object = att_graph_find(it->graph, iri(class));
  for (size_t i = 0; i < att_graph_size(it->graph); i++) {
    const Quad quad = att_graph_quad(it->graph, i);
    if (quad.object == object) {
      const Slice value = att_graph_term_of(it->graph, quad.subject).value;
      (void)snprintf(buffer, 200, "%.*s", (int)value.length, value.start);
    }
  }
  return buffer;
}

/* The article */

static void
the_article_says_what_it_is(void** state) {
  const AttArticle article = { .id = "wire-7",
                               .text = "The thanks came late.",
                               .length = 21,
                               .title = "Norway thanks Egypt",
                               .date = "2023-11-08",
                               .url = "https://example.org/7" };
  article_say(state, &article, ATT_PROVENANCE_MENTIONS);
  char buffer[200];
  const char* const it = only(state, ATT "Article", buffer);
  assert_true(says(state, it, DCT "identifier", literal("wire-7", "")));
  assert_true(says(state, it, SCHEMA "url", iri("https://example.org/7")));
  assert_true(
    says(state, it, SCHEMA "headline", english("Norway thanks Egypt")));
  assert_true(
    says(state, it, ATT "documentDate", literal("2023-11-08", XSD "date")));
  assert_true(says(state, it, ATT "byteLength", literal("21", XSD "integer")));
}

static void
no_date_is_no_claim(void** state) {
  text_say(state, "Anna Berg met Omar Salem on Friday.");
  assert_int_equal(quad_count(state, any, iri(ATT "documentDate"), any), 0);
  assert_int_equal(quad_count(state, any, iri(ATT "date"), any), 0);
  assert_int_equal(quad_count(state, any, iri(ATT "dateText"),
                              english("Friday")) +
                     quad_count(state, any, iri(ATT "dateText"),
                                english("on Friday")),
                   1);
}

static void
every_quad_is_in_the_article_s_graph(void** state) {
  text_say(state, "Anna Berg met Omar Salem in Cairo.");
  const Said* const it = *state;
  char buffer[200];
  const char* const article = only(state, ATT "Article", buffer);
  const TermId graph = att_graph_quad(it->graph, 0).graph;
  const Slice name = att_graph_term_of(it->graph, graph).value;
  assert_true(att_slice_starts(name, SLICE(ID "graph/")));
  assert_true(
    att_slice_ends(att_slice(article),
                   att_slice_part(name, strlen(ID "graph/"), name.length)));
  for (size_t i = 0; i < att_graph_size(it->graph); i++) {
    assert_int_equal(att_graph_quad(it->graph, i).graph, graph);
  }
}

/* Entities */

static void
known_entities_have_the_names_of_the_ontology(void** state) {
  text_say(state, "Norway and Egypt signed an agreement in Geneva.");
  assert_true(says(state, ID "state/NOR", RDF "type", iri(ATT "State")));
  assert_true(says(state, ID "state/NOR", ATT "iso3", literal("NOR", "")));
  assert_true(says(state, ID "state/NOR", RDFS "label", english("Norway")));
}

static void
a_person_is_named_by_the_name(void** state) {
  text_say(state, "Norwegian Foreign Minister Anna Berg met Omar Salem.");
  const char* const berg = ID "person/anna-berg";
  assert_true(says(state, berg, RDF "type", iri(ATT "Person")));
  assert_true(says(state, berg, RDF "type", iri(ATT "Agent")));
  assert_true(says(state, berg, RDFS "label", english("Anna Berg")));
  assert_true(says(state, berg, FOAF "familyName", literal("Berg", "")));
  assert_true(says(state, berg, FOAF "givenName", literal("Anna", "")));
  assert_true(says(state, berg, ATT "affiliatedWith", iri(ID "state/NOR")));
}

static void
a_surname_may_stand_first(void** state) {
  text_say(state, "Chinese Foreign Minister Wang Yi met Omar Salem.");
  assert_true(
    says(state, ID "person/wang-yi", FOAF "familyName", literal("Wang", "")));
}

static void
a_name_over_a_line_end_is_one_line(void** state) {
  text_say(state, "The delegation that had come to the city for a week of "
                  "talks met President Anna\nBerg of Norway.");
  assert_true(
    says(state, ID "person/anna-berg", RDFS "label", english("Anna Berg")));
}

/* Posts */

static void
a_post_is_held(void** state) {
  text_say(state, "date 2023-11-08 Talks\nNorwegian Foreign Minister Anna "
                  "Berg met Omar Salem.");
  const char* const post = ID "post/NOR_foreign-minister";
  assert_true(says(state, post, RDF "type", iri(ATT "Post")));
  assert_true(says(state, post, ATT "ofState", iri(ID "state/NOR")));
  assert_true(says(state, ID "person/anna-berg", ORG "holds", iri(post)));
  char buffer[200];
  const char* const tenure = only(state, ATT "Tenure", buffer);
  assert_true(says(state, tenure, ATT "post", iri(post)));
  assert_true(says(state, tenure, ORG "member", iri(ID "person/anna-berg")));
  assert_true(
    says(state, tenure, ATT "attestedOn", literal("2023-11-08", XSD "date")));
}

static void
a_former_post_is_held_no_more(void** state) {
  text_say(state, "date 2023-11-08 Talks\nFormer Norwegian Foreign Minister "
                  "Anna Berg met Omar Salem.");
  char buffer[200];
  const char* const tenure = only(state, ATT "Tenure", buffer);
  assert_int_equal(quad_count(state, any, iri(ORG "holds"), any), 0);
  assert_int_equal(quad_count(state, any, iri(ATT "attestedOn"), any), 0);
  assert_true(
    says(state, tenure, ATT "endedBefore", literal("2023-11-08", XSD "date")));
}

static void
an_ambassador_is_accredited(void** state) {
  text_say(state, "US Ambassador to Egypt Peter Lund met Omar Salem.");
  assert_int_equal(quad_count(state, any, iri(ATT "accreditedTo"),
                              iri(ID "state/EGY")),
                   1);
}

/* Events */

static void
an_event_says_who_where_and_how_far_it_is(void** state) {
  text_say(state, "Norwegian President Anna Berg met Omar Salem in Cairo.");
  char buffer[200];
  const char* const event = only(state, ATT "Meeting", buffer);
  assert_true(says(state, event, RDF "type", iri(ATT "Event")));
  assert_true(says(state, event, ATT "principal", iri(ID "person/anna-berg")));
  assert_true(
    says(state, event, ATT "participant", iri(ID "person/omar-salem")));
  assert_true(says(state, event, ATT "factuality", iri(ATT "Actual")));
  assert_true(says(state, event, ATT "onBehalfOf", iri(ID "state/NOR")));
  assert_int_equal(quad_count(state, iri(event), iri(ATT "place"), any), 1);
}

static void
who_serves_a_body_acts_for_it(void** state) {
  text_say(state, "Secretary General Anna Berg of NATO met Omar Salem.");
  char buffer[200];
  const char* const event = only(state, ATT "Meeting", buffer);
  assert_int_equal(quad_count(state, iri(event), iri(ATT "onBehalfOf"), any),
                   1);
}

static void
an_event_says_when(void** state) {
  text_say(state, "date 2023-11-08 Talks\nAnna Berg met Omar Salem on "
                  "Friday.");
  char buffer[200];
  const char* const event = only(state, ATT "Meeting", buffer);
  const RdfTerm friday = literal("2023-11-03", XSD "date");
  assert_true(says(state, event, ATT "date", friday));
  assert_true(says(state, event, ATT "earliest", friday));
  assert_true(says(state, event, ATT "latest", friday));
}

static void
a_month_is_as_precise_as_it_is(void** state) {
  text_say(state, "Anna Berg met Omar Salem in May 2024.");
  char buffer[200];
  const char* const event = only(state, ATT "Meeting", buffer);
  assert_true(
    says(state, event, ATT "date", literal("2024-05", XSD "gYearMonth")));
  assert_true(
    says(state, event, ATT "earliest", literal("2024-05-01", XSD "date")));
  assert_true(
    says(state, event, ATT "latest", literal("2024-05-31", XSD "date")));
}

static void
what_happened_did_so_by_the_article_s_day(void** state) {
  text_say(state, "date 2023-11-08 Talks\nAnna Berg met Omar Salem.");
  char buffer[200];
  assert_true(says(state, only(state, ATT "Meeting", buffer), ATT "latest",
                   literal("2023-11-08", XSD "date")));
  text_say(state, "date 2023-11-08 Talks\nAnna Berg will meet Omar Salem.");
  assert_int_equal(quad_count(state, any, iri(ATT "latest"), any), 0);
}

static void
talks_have_topics_and_agreements_sectors(void** state) {
  text_say(state, "Anna Berg discussed tourism with Omar Salem.");
  assert_int_equal(quad_count(state, any, iri(ATT "topic"), any), 1);
  assert_int_equal(quad_count(state, any, iri(ATT "sector"), any), 0);
  text_say(state, "Norway and Egypt signed an agreement on tourism.");
  assert_int_equal(quad_count(state, any, iri(ATT "sector"), any), 1);
}

static void
a_quotation_is_quoted(void** state) {
  text_say(state, "\"Norway will wait\", Anna Berg said.");
  char buffer[200];
  const char* const event = only(state, ATT "Quotation", buffer);
  assert_true(says(state, event, ATT "quote", english("Norway will wait")));
  assert_true(says(state, event, ATT "reportVerb", literal("say", "")));
  assert_true(says(state, event, ATT "speaker", iri(ID "person/anna-berg")));
}

/* Evidence */

static void
mentions_say_where_they_are(void** state) {
  text_say(state, "Zo\xC3\xAB left. Anna Berg met Omar Salem.");
  const Said* const it = *state;
  const TermId anchor = att_graph_find(it->graph, literal("Anna Berg", ""));
  assert_int_not_equal(anchor, 0);
  size_t found = 0;
  for (size_t i = 0; i < att_graph_size(it->graph); i++) {
    const Quad quad = att_graph_quad(it->graph, i);
    const Slice name = att_graph_term_of(it->graph, quad.subject).value;
    if (quad.object == anchor && att_slice_starts(name, SLICE(ID "mention/"))) {
      char mention[200];
      (void)snprintf(mention, sizeof mention, "%.*s", (int)name.length,
                     name.start);
      found++;
      assert_true(att_slice_ends(name, SLICE("_10_19")));
      assert_true(
        says(state, mention, NIF "beginIndex", literal("10", XSD "integer")));
      assert_true(
        says(state, mention, NIF "endIndex", literal("19", XSD "integer")));
      assert_true(
        says(state, mention, ATT "beginByte", literal("11", XSD "integer")));
      assert_true(
        says(state, mention, ATT "refersTo", iri(ID "person/anna-berg")));
    }
  }
  assert_int_equal(found, 1);
}

#define EVIDENCED                                                           \
  "date 2023-11-08 Talks\nCAIRO: Norwegian Foreign Minister Anna Berg met " \
  "Egyptian President Omar Salem on Friday. \"Norway will wait\", she said."

static void
the_less_is_said_with_less_evidence(void** state) {
  const AttArticle article = { .id = "one",
                               .text = EVIDENCED,
                               .length = sizeof EVIDENCED - 1 };
  article_say(state, &article, ATT_PROVENANCE_NONE);
  const size_t facts = att_graph_size(said.graph);
  assert_int_equal(quad_count(state, any, iri(ATT "refersTo"), any), 0);
  assert_int_equal(quad_count(state, any, any, iri(ATT "Mention")), 0);
  article_say(state, &article, ATT_PROVENANCE_MENTIONS);
  const size_t mentions = att_graph_size(said.graph);
  assert_true(facts < mentions);
  assert_int_equal(quad_count(state, any, iri(RDF "subject"), any), 0);
  article_say(state, &article, ATT_PROVENANCE_FULL);
  assert_true(mentions < att_graph_size(said.graph));
}

/* What is asserted is said, and its evidence is described. */
static void
assertions_are_of_what_is_said(void** state) {
  const AttArticle article = { .id = "one",
                               .text = EVIDENCED,
                               .length = sizeof EVIDENCED - 1 };
  article_say(state, &article, ATT_PROVENANCE_FULL);
  const AttGraph* const graph = said.graph;
  const TermId parts[] = { att_graph_find(graph, iri(RDF "subject")),
                           att_graph_find(graph, iri(RDF "predicate")),
                           att_graph_find(graph, iri(RDF "object")) };
  size_t assertions = 0;
  for (size_t i = 0; i < att_graph_size(graph); i++) {
    const TermId assertion = att_graph_quad(graph, i).subject;
    if (att_graph_quad(graph, i).predicate != parts[0]) {
      continue;
    }
    TermId terms[3] = { 0 };
    for (size_t j = 0; j < att_graph_size(graph); j++) {
      const Quad quad = att_graph_quad(graph, j);
      for (size_t k = 0; k < 3 && quad.subject == assertion; k++) {
        terms[k] = quad.predicate == parts[k] ? quad.object : terms[k];
      }
    }
    assertions++;
    assert_int_equal(quad_count(state, att_graph_term_of(graph, terms[0]),
                                att_graph_term_of(graph, terms[1]),
                                att_graph_term_of(graph, terms[2])),
                     1);
  }
  assert_true(assertions > 8);
}

static void
everything_said_of_has_a_class(void** state) {
  text_say(state, EVIDENCED);
  const AttGraph* const graph = said.graph;
  for (size_t i = 0; i < att_graph_size(graph); i++) {
    const RdfTerm terms[] = {
      att_graph_term_of(graph, att_graph_quad(graph, i).subject),
      att_graph_term_of(graph, att_graph_quad(graph, i).object)
    };
    for (size_t j = 0; j < 2; j++) {
      assert_int_not_equal(terms[j].kind, RDF_BLANK);
      const bool ours = terms[j].kind == RDF_IRI &&
                        att_slice_starts(terms[j].value, SLICE(ID)) &&
                        !att_slice_starts(terms[j].value, SLICE(ID "graph/"));
      if (ours && quad_count(state, terms[j], iri(RDF "type"), any) == 0) {
        fail_msg("%.*s", (int)terms[j].value.length, terms[j].value.start);
      }
    }
  }
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_article_says_what_it_is),
    cmocka_unit_test(no_date_is_no_claim),
    cmocka_unit_test(every_quad_is_in_the_article_s_graph),
    cmocka_unit_test(known_entities_have_the_names_of_the_ontology),
    cmocka_unit_test(a_person_is_named_by_the_name),
    cmocka_unit_test(a_surname_may_stand_first),
    cmocka_unit_test(a_name_over_a_line_end_is_one_line),
    cmocka_unit_test(a_post_is_held),
    cmocka_unit_test(a_former_post_is_held_no_more),
    cmocka_unit_test(an_ambassador_is_accredited),
    cmocka_unit_test(an_event_says_who_where_and_how_far_it_is),
    cmocka_unit_test(who_serves_a_body_acts_for_it),
    cmocka_unit_test(an_event_says_when),
    cmocka_unit_test(a_month_is_as_precise_as_it_is),
    cmocka_unit_test(what_happened_did_so_by_the_article_s_day),
    cmocka_unit_test(talks_have_topics_and_agreements_sectors),
    cmocka_unit_test(a_quotation_is_quoted),
    cmocka_unit_test(mentions_say_where_they_are),
    cmocka_unit_test(the_less_is_said_with_less_evidence),
    cmocka_unit_test(assertions_are_of_what_is_said),
    cmocka_unit_test(everything_said_of_has_a_class),
  };
  return cmocka_run_group_tests(tests, said_begin, said_end);
}
