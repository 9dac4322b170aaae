/* The reader: settings, limits, sameness, tracing, checking. */
/* SPDX-License-Identifier: MIT */
#include "reading_fixture.h"

#include "graph/graph.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#define ONTOLOGY ATT_SOURCE_DIR "/ontology"
#define MODEL ATT_SOURCE_DIR "/src/language/english.model"

#define TEXT                                                                  \
  "date 2023-11-08 Norway and Egypt\nCAIRO: Norwegian Foreign Minister Anna " \
  "Berg met Omar Salem on Friday. She condemned the attack in Kabul. Both "   \
  "countries signed an agreement on tourism."

typedef struct Seen {
  size_t count;
  char file[200]; /* of the last */
  char message[400];
} Seen;

static void
see(void* user, const AttDiagnostic* diagnostic) {
  Seen* const seen = user;
  seen->count++;
  (void)snprintf(seen->file, sizeof seen->file, "%s",
                 diagnostic->file == NULL ? "" : diagnostic->file);
  (void)snprintf(seen->message, sizeof seen->message, "%s",
                 diagnostic->message);
}

static AttGraph*
graph_begin(void) {
  AttGraph* graph = NULL;
  assert_int_equal(att_graph_new(&graph), ATT_OK);
  return graph;
}

static AttArticle
article_of(const char* text) {
  return (AttArticle){ .id = "one", .text = text, .length = strlen(text) };
}

/* Whether both graphs say the same. */
static void
assert_same(AttGraph* left, AttGraph* right) {
  const Quad* quads[2];
  size_t counts[2];
  assert_int_equal(att_graph_sorted(left, &quads[0], &counts[0]), ATT_OK);
  assert_int_equal(att_graph_sorted(right, &quads[1], &counts[1]), ATT_OK);
  assert_int_equal(counts[0], counts[1]);
  for (size_t i = 0; i < counts[0]; i++) {
    const TermId one[] = { quads[0][i].subject, quads[0][i].predicate,
                           quads[0][i].object, quads[0][i].graph };
    const TermId two[] = { quads[1][i].subject, quads[1][i].predicate,
                           quads[1][i].object, quads[1][i].graph };
    for (size_t j = 0; j < 4; j++) {
      const RdfTerm a = att_graph_term_of(left, one[j]);
      const RdfTerm b = att_graph_term_of(right, two[j]);
      assert_true(att_slice_equals(a.value, b.value));
      assert_true(att_slice_equals(a.datatype, b.datatype));
    }
  }
}

/* Settings */

static void
settings_that_do_not_load_are_refused(void** state) {
  (void)state;
  static const struct {
    AttSettings settings;
    AttStatus status;
    const char* message;
  } cases[] = {
    { { .base = "no iri" }, ATT_INPUT, "no iri" },
    { { .base = "" }, ATT_INPUT, "The base" },
    { { .date = "yesterday" }, ATT_INPUT, "yesterday" },
    { { .date = "2023-02-30" }, ATT_INPUT, "2023-02-30" },
    { { .ontology = "/nowhere" }, ATT_ONTOLOGY, "" },
    { { .ontology = ONTOLOGY, .model = "/nowhere/m" }, ATT_MODEL, "" },
    { { .ontology = ONTOLOGY, .model = ONTOLOGY "/states.ttl" },
      ATT_MODEL,
      "" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Seen seen = { 0 };
    AttReader* reader = NULL;
    assert_int_equal(att_reader_new(&cases[i].settings, (AttSink){ see, &seen },
                                    &reader),
                     cases[i].status);
    assert_null(reader);
    assert_int_equal(seen.count, 1);
    assert_non_null(strstr(seen.message, cases[i].message));
  }
}

static void
the_base_begins_what_is_named(void** state) {
  (void)state;
  const AttSettings settings = { .ontology = ONTOLOGY,
                                 .model = MODEL,
                                 .base = "https://example.org/x/" };
  AttReader* reader = NULL;
  AttGraph* const graph = graph_begin();
  assert_int_equal(att_reader_new(&settings, (AttSink){ 0 }, &reader), ATT_OK);
  const AttArticle article = article_of("Norway thanked Anna Berg.");
  assert_int_equal(att_reader_read(reader, &article, graph), ATT_OK);
  const char* const names[] = { "https://example.org/x/state/NOR",
                                "https://example.org/x/person/anna-berg" };
  for (size_t i = 0; i < 2; i++) {
    const RdfTerm name = { .kind = RDF_IRI, .value = att_slice(names[i]) };
    assert_int_not_equal(att_graph_find(graph, name), 0);
  }
  att_graph_free(graph);
  att_reader_free(reader);
}

static void
the_date_dates_what_nothing_else_does(void** state) {
  (void)state;
  const AttSettings settings = { .ontology = ONTOLOGY,
                                 .model = MODEL,
                                 .date = "2024-05-06" };
  AttReader* reader = NULL;
  Article article;
  assert_int_equal(att_reader_new(&settings, (AttSink){ 0 }, &reader), ATT_OK);
  TextSource source = { .text = SLICE("Anna Berg left on Friday.") };
  assert_int_equal(att_article_read(reader, &source, &article), ATT_OK);
  assert_int_equal(article.text.date.year, 2024);
  source.text = SLICE(TEXT);
  assert_int_equal(att_article_read(reader, &source, &article), ATT_OK);
  assert_int_equal(article.text.date.year, 2023);
  att_reader_free(reader);
}

static void
a_reader_of_nothing_is_freed(void** state) {
  (void)state;
  att_reader_free(NULL);
}

/* Articles */

static void
facts_are_added_to_what_is_there(void** state) {
  const Fixture* const fixture = *state;
  AttGraph* const graph = graph_begin();
  AttArticle article = article_of("Norway thanked Egypt.");
  assert_int_equal(att_reader_read(fixture->reader, &article, graph), ATT_OK);
  const size_t one = att_graph_size(graph);
  assert_true(one > 0);
  assert_int_equal(att_reader_read(fixture->reader, &article, graph), ATT_OK);
  assert_int_equal(att_graph_size(graph), one);
  article = article_of("Chile thanked Egypt.");
  assert_int_equal(att_reader_read(fixture->reader, &article, graph), ATT_OK);
  assert_true(att_graph_size(graph) > one);
  att_graph_free(graph);
}

static void
too_long_an_article_is_refused(void** state) {
  const Fixture* const fixture = *state;
  Seen seen = { 0 };
  fixture->reader->sink = (AttSink){ see, &seen };
  AttGraph* const graph = graph_begin();
  const AttArticle article = { .id = "long",
                               .text = "",
                               .length = TEXT_SIZE_MAX + 1 };
  assert_int_equal(att_reader_read(fixture->reader, &article, graph),
                   ATT_LIMIT);
  fixture->reader->sink = (AttSink){ 0 };
  assert_int_equal(att_graph_size(graph), 0);
  assert_string_equal(seen.file, "long");
  assert_string_equal(seen.message, att_status_text(ATT_LIMIT));
  att_graph_free(graph);
}

static void
a_date_that_is_none_is_told_and_left_out(void** state) {
  const Fixture* const fixture = *state;
  Seen seen = { 0 };
  fixture->reader->sink = (AttSink){ see, &seen };
  AttGraph* const graph = graph_begin();
  AttArticle article = article_of("Norway thanked Egypt on Friday.");
  article.date = "soon";
  assert_int_equal(att_reader_read(fixture->reader, &article, graph), ATT_OK);
  fixture->reader->sink = (AttSink){ 0 };
  assert_int_equal(seen.count, 1);
  assert_non_null(strstr(seen.message, "soon"));
  att_graph_free(graph);
}

static void
any_bytes_may_come(void** state) {
  const Fixture* const fixture = *state;
  char bytes[512];
  uint32_t random = 1;
  for (size_t i = 0; i < 40; i++) {
    for (size_t j = 0; j < sizeof bytes; j++) {
      random = random * 1664525U + 1013904223U;
      bytes[j] = (char)(random >> 24);
    }
    AttGraph* const graph = graph_begin();
    const AttArticle article = { .id = "bytes",
                                 .text = bytes,
                                 .length = sizeof bytes };
    const AttStatus status = att_reader_read(fixture->reader, &article, graph);
    assert_true(status == ATT_OK || status == ATT_LANGUAGE);
    att_graph_free(graph);
  }
}

/* Every prefix of an article is one. */
static void
an_article_may_end_anywhere(void** state) {
  const Fixture* const fixture = *state;
  AttGraph* const graph = graph_begin();
  for (size_t length = 0; length < sizeof TEXT; length++) {
    const AttArticle article = { .id = "cut", .text = TEXT, .length = length };
    assert_int_equal(att_reader_read(fixture->reader, &article, graph), ATT_OK);
  }
  att_graph_free(graph);
}

/* Memory */

static void
memory_that_does_not_suffice_is_told(void** state) {
  const Fixture* const fixture = *state;
  AttReader* const reader = fixture->reader;
  AttGraph* const graph = graph_begin();
  const AttArticle article = article_of(TEXT);
  const size_t ceiling = reader->article.ceiling;
  AttStatus status = ATT_NO_MEMORY;
  size_t refused = 0;
  for (size_t lower = 0; status == ATT_NO_MEMORY; lower += 4096) {
    att_arena_end(&reader->article);
    reader->article = att_arena_begin(lower);
    status = att_reader_read(reader, &article, graph);
    assert_true(status == ATT_OK || status == ATT_NO_MEMORY);
    assert_int_equal(att_graph_size(graph) > 0, status == ATT_OK);
    refused += status == ATT_NO_MEMORY;
  }
  att_arena_end(&reader->article);
  reader->article = att_arena_begin(ceiling);
  assert_true(refused > 4);
  att_graph_free(graph);
}

static void
an_article_s_memory_serves_the_next(void** state) {
  const Fixture* const fixture = *state;
  const AttArticle article = article_of(TEXT);
  size_t total = 0;
  for (size_t i = 0; i < 12; i++) {
    AttGraph* const graph = graph_begin();
    assert_int_equal(att_reader_read(fixture->reader, &article, graph), ATT_OK);
    att_graph_free(graph);
    total = i == 1 ? fixture->reader->article.total : total;
  }
  assert_int_equal(fixture->reader->article.total, total);
  assert_int_equal(fixture->reader->article.used, 0);
}

static void
word_classes_and_terms_need_memory_and_names(void** state) {
  const Fixture* const fixture = *state;
  Arena none = att_arena_begin(0);
  Lexis lexis;
  assert_int_equal(att_lexis_make(&none, fixture->reader->ontology, &lexis),
                   ATT_NO_MEMORY);
  Seen seen = { 0 };
  const AttSink sink = { see, &seen };
  const Ontology empty = { .terms = { 0 } };
  Terms terms;
  assert_int_equal(att_terms_find(&empty, &sink, &terms), ATT_ONTOLOGY);
  assert_int_equal(seen.count, 1);
}

/* Sameness */

static void
the_same_article_gives_the_same(void** state) {
  const Fixture* const fixture = *state;
  AttGraph* const one = graph_begin();
  AttGraph* const two = graph_begin();
  AttGraph* const other = graph_begin();
  const AttArticle article = article_of(TEXT);
  const AttArticle between = article_of("Chile thanked Peru.");
  assert_int_equal(att_reader_read(fixture->reader, &article, one), ATT_OK);
  assert_int_equal(att_reader_read(fixture->reader, &between, other), ATT_OK);
  assert_int_equal(att_reader_read(fixture->reader, &article, two), ATT_OK);
  assert_same(one, two);
  att_graph_free(one);
  att_graph_free(two);
  att_graph_free(other);
}

static void
a_clone_reads_as_its_original(void** state) {
  const Fixture* const fixture = *state;
  AttReader* clone = NULL;
  AttGraph* const one = graph_begin();
  AttGraph* const two = graph_begin();
  const AttArticle article = article_of(TEXT);
  assert_int_equal(att_reader_clone(fixture->reader, (AttSink){ 0 }, &clone),
                   ATT_OK);
  assert_int_equal(att_reader_read(fixture->reader, &article, one), ATT_OK);
  assert_int_equal(att_reader_read(clone, &article, two), ATT_OK);
  assert_same(one, two);
  att_reader_free(clone);
  att_graph_free(one);
  att_graph_free(two);
}

/* Tracing */

/* The lines that tracing gives; every one must have a tab. */
static size_t
traced_rows(void** state, const char* stage) {
  const Fixture* const fixture = *state;
  FILE* const out = tmpfile();
  assert_non_null(out);
  assert_int_equal(att_reader_trace(fixture->reader, TEXT, sizeof TEXT - 1,
                                    stage, out),
                   ATT_OK);
  rewind(out);
  char line[2000];
  size_t rows = 0;
  while (fgets(line, sizeof line, out) != NULL) {
    assert_non_null(strchr(line, '\t'));
    rows++;
  }
  assert_int_equal(fclose(out), 0);
  return rows;
}

static void
every_stage_gives_its_rows(void** state) {
  const Article* const article = article_read(state, TEXT);
  const size_t tokens = article->document.tokens.items.length;
  const size_t mentions = article->mentions.items.length;
  const size_t nodes = article->trees.nodes.length;
  const size_t entities = article->entities.items.length;
  const size_t events = article->events.items.length;
  assert_int_equal(traced_rows(state, "tokens"), tokens);
  assert_int_equal(traced_rows(state, "mentions"), mentions);
  assert_int_equal(traced_rows(state, "trees"), nodes);
  assert_int_equal(traced_rows(state, "entities"), entities);
  assert_int_equal(traced_rows(state, "events"), events);
}

static void
another_stage_is_refused(void** state) {
  const Fixture* const fixture = *state;
  static const char* const names[] = { "", "token", "tokens ", "Tokens" };
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(att_reader_trace(fixture->reader, TEXT, 1, names[i],
                                      stdout),
                     ATT_INPUT);
  }
}

/* Checking */

static void
a_folder_that_is_not_there_is_told(void** state) {
  (void)state;
  Seen seen = { 0 };
  assert_int_equal(att_check("/nowhere", MODEL, (AttSink){ see, &seen }),
                   ATT_ONTOLOGY);
  assert_int_equal(seen.count, 1);
}

/* Links every file of the shipped ontology into `folder`, or removes them. */
static void
files_link(const char* folder, bool make) {
  DIR* const shipped = opendir(ONTOLOGY);
  assert_non_null(shipped);
  for (const struct dirent* item = readdir(shipped); item != NULL;
       item = readdir(shipped)) {
    char from[600];
    char to[600];
    if (strstr(item->d_name, ".ttl") != NULL) {
      (void)snprintf(from, sizeof from, "%s/%s", ONTOLOGY, item->d_name);
      (void)snprintf(to, sizeof to, "%s/%s", folder, item->d_name);
      assert_int_equal(make ? symlink(from, to) : unlink(to), 0);
    }
  }
  assert_int_equal(closedir(shipped), 0);
}

static void
a_frame_that_breaks_its_word_is_told(void** state) {
  (void)state;
  char folder[] = "/tmp/attache-test-XXXXXX";
  char path[100];
  assert_non_null(mkdtemp(folder));
  files_link(folder, true);
  (void)snprintf(path, sizeof path, "%s/zz.ttl", folder);
  FILE* const file = fopen(path, "w");
  assert_non_null(file);
  (void)fprintf(file, "@prefix att: <https://w3id.org/attache/ns#> .\n"
                      "@prefix frame: <https://w3id.org/attache/frame#> .\n"
                      "frame:zz-hum a att:Frame ; att:evokes att:Meeting ;\n"
                      "  att:verb \"hum\"@en ; att:subject att:principal ;\n"
                      "  att:fires \"Norway slept.\"@en ;\n"
                      "  att:silent \"Egypt slept.\"@en .\n");
  assert_int_equal(fclose(file), 0);
  Seen seen = { 0 };
  const AttStatus status = att_check(folder, MODEL, (AttSink){ see, &seen });
  files_link(folder, false);
  assert_int_equal(unlink(path), 0);
  assert_int_equal(rmdir(folder), 0);
  assert_int_equal(status, ATT_ONTOLOGY);
  assert_string_equal(seen.message,
                      "Frame zz-hum does not fire on: Norway slept.");
  assert_non_null(strstr(seen.file, "zz.ttl"));
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(settings_that_do_not_load_are_refused),
    cmocka_unit_test(the_base_begins_what_is_named),
    cmocka_unit_test(the_date_dates_what_nothing_else_does),
    cmocka_unit_test(a_reader_of_nothing_is_freed),
    cmocka_unit_test(facts_are_added_to_what_is_there),
    cmocka_unit_test(too_long_an_article_is_refused),
    cmocka_unit_test(a_date_that_is_none_is_told_and_left_out),
    cmocka_unit_test(any_bytes_may_come),
    cmocka_unit_test(an_article_may_end_anywhere),
    cmocka_unit_test(memory_that_does_not_suffice_is_told),
    cmocka_unit_test(an_article_s_memory_serves_the_next),
    cmocka_unit_test(word_classes_and_terms_need_memory_and_names),
    cmocka_unit_test(the_same_article_gives_the_same),
    cmocka_unit_test(a_clone_reads_as_its_original),
    cmocka_unit_test(every_stage_gives_its_rows),
    cmocka_unit_test(another_stage_is_refused),
    cmocka_unit_test(a_folder_that_is_not_there_is_told),
    cmocka_unit_test(a_frame_that_breaks_its_word_is_told),
  };
  return cmocka_run_group_tests(tests, fixture_begin, fixture_end);
}
