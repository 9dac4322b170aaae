/* The store: graphs that stay. */
/* SPDX-License-Identifier: MIT */
#include "graph/graph.h"
#include "graph/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define PATH_SIZE 256

/* One test's folder: the store is `store` in it. */
typedef struct Folder {
  char path[PATH_SIZE];
  char store[PATH_SIZE + 8];
  char message[256]; /* the last that was reported */
} Folder;

static void
message_keep(void* user, const AttDiagnostic* diagnostic) {
  Folder* const folder = user;
  snprintf(folder->message, sizeof folder->message, "%s", diagnostic->message);
}

static AttSink
sink_of(Folder* folder) {
  folder->message[0] = '\0';
  return (AttSink){ message_keep, folder };
}

static int
folder_make(void** state) {
  Folder* const folder = calloc(1, sizeof *folder);
  if (folder == NULL) {
    return 1;
  }
  snprintf(folder->path, sizeof folder->path, "%s/store-XXXXXX",
           getenv("TMPDIR") == NULL ? "/tmp" : getenv("TMPDIR"));
  *state = folder;
  if (mkdtemp(folder->path) == NULL) {
    return 1;
  }
  snprintf(folder->store, sizeof folder->store, "%s/store", folder->path);
  return 0;
}

static int
folder_remove(void** state) {
  static const char* const files[] = { "store/data.mdb", "store/lock.mdb",
                                       "store/other",    "store",
                                       "out.nq",         "want.nq" };
  Folder* const folder = *state;
  char path[2 * PATH_SIZE];
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    snprintf(path, sizeof path, "%s/%s", folder->path, files[i]);
    remove(path);
  }
  const int failed = rmdir(folder->path);
  free(folder);
  return failed;
}

static AttStore*
opened(Folder* folder, AttStoreUse use) {
  AttStore* store = NULL;
  assert_int_equal(att_store_open(folder->store, use, sink_of(folder), &store),
                   ATT_OK);
  return store;
}

static AttStatus
open_fails(Folder* folder, AttStoreUse use) {
  AttStore* store = NULL;
  const AttStatus status =
    att_store_open(folder->store, use, sink_of(folder), &store);
  assert_null(store);
  assert_string_not_equal(folder->message, "");
  return status;
}

static TermId
iri(AttGraph* graph, const char* text) {
  TermId id = 0;
  assert_int_equal(att_graph_iri(graph, att_slice(text), &id), ATT_OK);
  return id;
}

/* Adds <http://e/S> <http://e/P> `object` to the graph `name` (NULL: none). */
static void
say(AttGraph* graph, const char* subject, TermId object, const char* name) {
  const Quad quad = { iri(graph, subject), iri(graph, "http://e/p"), object,
                      name == NULL ? GRAPH_DEFAULT : iri(graph, name) };
  assert_int_equal(att_graph_add(graph, quad), ATT_OK);
}

static AttGraph*
graph_of(const char* subject, const char* object, const char* name) {
  AttGraph* graph = NULL;
  assert_int_equal(att_graph_new(&graph), ATT_OK);
  say(graph, subject, iri(graph, object), name);
  return graph;
}

static void
add(AttStore* store, AttGraph* graph) {
  assert_int_equal(att_store_add(store, graph), ATT_OK);
  att_graph_free(graph);
}

/* A file's bytes, and a NUL; `size` may be NULL. */
static char*
bytes_of(const char* path, size_t* size) {
  FILE* const file = fopen(path, "rb");
  assert_non_null(file);
  size_t room = 4096;
  size_t length = 0;
  char* bytes = malloc(room);
  for (;;) {
    assert_non_null(bytes);
    const size_t got = fread(bytes + length, 1, room - length - 1, file);
    if (got == 0) {
      break;
    }
    length += got;
    if (room - length < 2) {
      room *= 2;
      bytes = realloc(bytes, room);
    }
  }
  fclose(file);
  bytes[length] = '\0';
  if (size != NULL) {
    *size = length;
  }
  return bytes;
}

static char*
exported(Folder* folder, AttStore* store) {
  char path[PATH_SIZE + 8];
  snprintf(path, sizeof path, "%s/out.nq", folder->path);
  assert_int_equal(att_store_export(store, path), ATT_OK);
  return bytes_of(path, NULL);
}

static void
holds(Folder* folder, AttStore* store, const char* text) {
  char* const bytes = exported(folder, store);
  assert_string_equal(bytes, text);
  free(bytes);
}

/* That the store holds just what the graph does. */
static void
holds_graph(Folder* folder, AttStore* store, const AttGraph* graph) {
  char path[PATH_SIZE + 8];
  snprintf(path, sizeof path, "%s/want.nq", folder->path);
  assert_int_equal(att_graph_write(graph, path, ATT_NQUADS, sink_of(folder)),
                   ATT_OK);
  char* const want = bytes_of(path, NULL);
  holds(folder, store, want);
  free(want);
}

static AttStoreStat
stat_of(AttStore* store) {
  AttStoreStat stat = { 0 };
  assert_int_equal(att_store_stat(store, &stat), ATT_OK);
  return stat;
}

static void
every_kind_of_term_comes_back(void** state) {
  Folder* const folder = *state;
  AttGraph* graph = NULL;
  TermId id = 0;
  char large[100000];
  memset(large, 'x', sizeof large - 1);
  large[sizeof large - 1] = '\0';
  assert_int_equal(att_graph_new(&graph), ATT_OK);
  const RdfTerm objects[] = {
    { RDF_LITERAL, SLICE(""), SLICE(""), SLICE("") },
    { RDF_LITERAL, SLICE("chat"), SLICE(""), SLICE("") },
    { RDF_LITERAL, SLICE("chat"), SLICE(""), SLICE("en") },
    { RDF_LITERAL, SLICE("chat"), SLICE(""), SLICE("fr") },
    { RDF_LITERAL, SLICE("chat"), SLICE("http://e/type"), SLICE("") },
    { RDF_LITERAL, SLICE("chat"), SLICE("http://e/other"), SLICE("") },
    { RDF_IRI, SLICE("chat:"), SLICE(""), SLICE("") },
    { RDF_LITERAL,
      SLICE("\xc3\x89lys\xc3\xa9"
            "e\n\"\\"),
      SLICE(""), SLICE("") },
    { RDF_LITERAL, { large, sizeof large - 1 }, SLICE(""), SLICE("") },
    { RDF_IRI, { large, 3000 }, SLICE(""), SLICE("") },
  };
  for (size_t i = 0; i < sizeof objects / sizeof objects[0]; i++) {
    assert_int_equal(att_graph_term(graph, objects[i], &id), ATT_OK);
    say(graph, "http://e/s", id, "http://e/g");
  }
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  assert_int_equal(att_store_add(store, graph), ATT_OK);
  holds_graph(folder, store, graph);
  att_graph_free(graph);
  att_store_close(store);
}

static void
what_is_added_is_there_when_opened_again(void** state) {
  Folder* const folder = *state;
  AttStore* store = opened(folder, ATT_STORE_WRITE);
  add(store, graph_of("http://e/a", "http://e/b", "http://e/g"));
  att_store_close(store);
  store = opened(folder, ATT_STORE_READ);
  holds(folder, store,
        "<http://e/a> <http://e/p> <http://e/b> <http://e/g> .\n");
  att_store_close(store);
}

static void
adding_again_changes_no_byte(void** state) {
  Folder* const folder = *state;
  char path[PATH_SIZE + 32];
  snprintf(path, sizeof path, "%s/data.mdb", folder->store);
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  size_t sizes[2];
  add(store, graph_of("http://e/a", "http://e/b", "http://e/g"));
  add(store, graph_of("http://e/a", "http://e/b", NULL));
  char* const before = bytes_of(path, &sizes[0]);
  add(store, graph_of("http://e/a", "http://e/b", "http://e/g"));
  add(store, graph_of("http://e/a", "http://e/b", NULL));
  char* const after = bytes_of(path, &sizes[1]);
  assert_int_equal(sizes[0], sizes[1]);
  assert_memory_equal(before, after, sizes[0]);
  free(before);
  free(after);
  att_store_close(store);
}

static void
a_named_graph_replaces_the_one_of_its_name(void** state) {
  Folder* const folder = *state;
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  add(store, graph_of("http://e/a", "http://e/b", "http://e/g"));
  add(store, graph_of("http://e/a", "http://e/b", "http://e/h"));
  add(store, graph_of("http://e/a", "http://e/c", "http://e/g"));
  holds(folder, store,
        "<http://e/a> <http://e/p> <http://e/c> <http://e/g> .\n"
        "<http://e/a> <http://e/p> <http://e/b> <http://e/h> .\n");
  att_store_close(store);
}

static void
triples_without_a_graph_join_those_there(void** state) {
  Folder* const folder = *state;
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  add(store, graph_of("http://e/a", "http://e/b", NULL));
  add(store, graph_of("http://e/a", "http://e/c", NULL));
  holds(folder, store,
        "<http://e/a> <http://e/p> <http://e/b> .\n"
        "<http://e/a> <http://e/p> <http://e/c> .\n");
  assert_int_equal(stat_of(store).quads, 2);
  assert_int_equal(stat_of(store).graphs, 0);
  att_store_close(store);
}

static void
a_graph_goes_with_its_terms(void** state) {
  Folder* const folder = *state;
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  add(store, graph_of("http://e/a", "http://e/b", "http://e/g"));
  const AttStoreStat before = stat_of(store);
  add(store, graph_of("http://e/a", "http://e/c", "http://e/h"));
  assert_int_equal(stat_of(store).terms, before.terms + 2);
  assert_int_equal(att_store_remove(store, "http://e/h"), ATT_OK);
  assert_int_equal(stat_of(store).terms, before.terms);
  assert_int_equal(stat_of(store).graphs, 1);
  holds(folder, store,
        "<http://e/a> <http://e/p> <http://e/b> <http://e/g> .\n");
  att_store_close(store);
}

static void
what_is_not_there_is_not_removed(void** state) {
  Folder* const folder = *state;
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  add(store, graph_of("http://e/a", "http://e/b", "http://e/g"));
  assert_int_equal(att_store_remove(store, "http://e/a"), ATT_INPUT);
  assert_int_equal(att_store_remove(store, "http://e/none"), ATT_INPUT);
  assert_string_equal(folder->message, "The store has no graph http://e/none");
  assert_int_equal(att_store_remove(store, NULL), ATT_INPUT);
  assert_int_equal(stat_of(store).quads, 1);
  att_store_close(store);
}

static AttGraph*
blank_graph(const char* value) {
  AttGraph* graph = NULL;
  TermId id = 0;
  TermId text = 0;
  assert_int_equal(att_graph_new(&graph), ATT_OK);
  assert_int_equal(att_graph_term(graph,
                                  (RdfTerm){ .kind = RDF_BLANK,
                                             .value = SLICE("b") },
                                  &id),
                   ATT_OK);
  assert_int_equal(att_graph_literal(graph, att_slice(value), SLICE(""), &text),
                   ATT_OK);
  const Quad quad = { id, iri(graph, "http://e/p"), text, GRAPH_DEFAULT };
  assert_int_equal(att_graph_add(graph, quad), ATT_OK);
  return graph;
}

static void
blank_nodes_of_two_graphs_are_two(void** state) {
  Folder* const folder = *state;
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  add(store, blank_graph("one"));
  add(store, blank_graph("two"));
  add(store, blank_graph("one"));
  /* Two nodes, two texts, a predicate. */
  assert_int_equal(stat_of(store).quads, 2);
  assert_int_equal(stat_of(store).terms, 5);
  att_store_close(store);
}

static void
name_keep(void* user, const AttStoreGraph* graph) {
  char* const names = user;
  const size_t length = strlen(names);
  snprintf(names + length, 256 - length, "%s %d\n",
           graph->name == NULL ? "-" : graph->name, (int)graph->triples);
}

static void
graphs_are_listed_by_name(void** state) {
  Folder* const folder = *state;
  char names[256] = "";
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  add(store, graph_of("http://e/a", "http://e/b", "http://e/z"));
  add(store, graph_of("http://e/a", "http://e/b", NULL));
  add(store, graph_of("http://e/a", "http://e/b", "http://e/c"));
  add(store, graph_of("http://e/a", "http://e/c", NULL));
  assert_int_equal(att_store_list(store, name_keep, names), ATT_OK);
  assert_string_equal(names, "- 2\nhttp://e/c 1\nhttp://e/z 1\n");
  att_store_close(store);
}

/* What a store should hold after changes: a number of small graphs. */
#define MODEL_GRAPHS 6
#define MODEL_SUBJECTS 40
#define MODEL_OBJECTS 40
#define MODEL_CELLS (MODEL_SUBJECTS * MODEL_OBJECTS)

static unsigned
next_random(unsigned* seed) {
  *seed = *seed * 1103515245U + 12345U;
  return *seed >> 16 & 0x7fff;
}

static void
cell_say(AttGraph* graph, size_t cell, size_t name) {
  char texts[3][32];
  snprintf(texts[0], sizeof texts[0], "http://e/s%zu", cell / MODEL_OBJECTS);
  snprintf(texts[1], sizeof texts[1], "http://e/o%zu", cell % MODEL_OBJECTS);
  snprintf(texts[2], sizeof texts[2], "http://e/g%zu", name);
  say(graph, texts[0], iri(graph, texts[1]), name == 0 ? NULL : texts[2]);
}

static AttGraph*
model_graph(bool (*model)[MODEL_CELLS], size_t begin, size_t end) {
  AttGraph* graph = NULL;
  assert_int_equal(att_graph_new(&graph), ATT_OK);
  for (size_t name = begin; name < end; name++) {
    for (size_t cell = 0; cell < MODEL_CELLS; cell++) {
      if (model[name][cell]) {
        cell_say(graph, cell, name);
      }
    }
  }
  return graph;
}

static void
model_change(bool (*model)[MODEL_CELLS], AttStore* store, unsigned* seed) {
  const size_t name = next_random(seed) % MODEL_GRAPHS;
  const unsigned density = next_random(seed) % 8;
  size_t count = 0;
  for (size_t cell = 0; cell < MODEL_CELLS; cell++) {
    const bool chosen = next_random(seed) % 64 < density * density;
    model[name][cell] =
      density > 0 && (chosen || (name == 0 && model[name][cell]));
    count += model[name][cell];
  }
  if (count > 0) {
    add(store, model_graph(model, name, name + 1));
    return;
  }
  char text[32];
  snprintf(text, sizeof text, "http://e/g%zu", name);
  /* It may be gone already. */
  (void)att_store_remove(store, name == 0 ? NULL : text);
}

static void
many_changes_come_to_what_they_should(void** state) {
  Folder* const folder = *state;
  bool(*const model)[MODEL_CELLS] = calloc(MODEL_GRAPHS, sizeof *model);
  unsigned seed = 20260212;
  AttStore* store = opened(folder, ATT_STORE_WRITE);
  assert_non_null(model);
  for (int i = 0; i < 120; i++) {
    model_change(model, store, &seed);
    if (i % 4 == 0) {
      AttGraph* const want = model_graph(model, 0, MODEL_GRAPHS);
      holds_graph(folder, store, want);
      assert_int_equal(stat_of(store).quads, att_graph_size(want));
      att_graph_free(want);
    }
    if (i % 40 == 39) {
      att_store_close(store);
      store = opened(folder, ATT_STORE_WRITE);
    }
  }
  att_store_close(store);
  free(model);
}

static void
a_store_open_for_reading_takes_nothing(void** state) {
  Folder* const folder = *state;
  att_store_close(opened(folder, ATT_STORE_WRITE));
  AttStore* const store = opened(folder, ATT_STORE_READ);
  AttGraph* const graph = graph_of("http://e/a", "http://e/b", NULL);
  assert_int_equal(att_store_add(store, graph), ATT_INPUT);
  assert_int_equal(stat_of(store).quads, 0);
  att_graph_free(graph);
  att_store_close(store);
}

static void
a_folder_that_is_not_there_is_not_read(void** state) {
  assert_int_equal(open_fails(*state, ATT_STORE_READ), ATT_IO);
}

static void
file_write(const char* folder, const char* name, const char* bytes,
           size_t length) {
  char path[PATH_SIZE + 32];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE* const file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, length, file), length);
  assert_int_equal(fclose(file), 0);
}

static void
a_foreign_folder_is_left_alone(void** state) {
  Folder* const folder = *state;
  assert_int_equal(mkdir(folder->store, 0700), 0);
  file_write(folder->store, "other", "x", 1);
  assert_int_equal(open_fails(folder, ATT_STORE_WRITE), ATT_INPUT);
  assert_string_equal(folder->message,
                      "The folder holds other files, and no store");
  char path[PATH_SIZE + 32];
  snprintf(path, sizeof path, "%s/data.mdb", folder->store);
  assert_int_not_equal(access(path, F_OK), 0);
}

static void
a_file_is_no_folder(void** state) {
  Folder* const folder = *state;
  file_write(folder->path, "store", "x", 1);
  assert_int_equal(open_fails(folder, ATT_STORE_WRITE), ATT_INPUT);
  assert_int_equal(open_fails(folder, ATT_STORE_READ), ATT_INPUT);
}

static void
what_is_no_store_is_refused(void** state) {
  Folder* const folder = *state;
  char noise[3 * 4096];
  memset(noise, 'x', sizeof noise);
  assert_int_equal(mkdir(folder->store, 0700), 0);
  file_write(folder->store, "data.mdb", noise, sizeof noise);
  assert_int_equal(open_fails(folder, ATT_STORE_READ), ATT_INPUT);
  assert_int_equal(open_fails(folder, ATT_STORE_WRITE), ATT_INPUT);
  file_write(folder->store, "data.mdb", noise, 10);
  assert_int_equal(open_fails(folder, ATT_STORE_READ), ATT_INPUT);
}

static void
a_store_that_was_cut_off_is_refused(void** state) {
  Folder* const folder = *state;
  char path[PATH_SIZE + 32];
  snprintf(path, sizeof path, "%s/data.mdb", folder->store);
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  for (char name[] = "http://e/a"; name[9] < 'z'; name[9]++) {
    add(store, graph_of(name, "http://e/o", name));
  }
  att_store_close(store);
  assert_int_equal(truncate(path, 4L * 4096), 0);
  assert_int_equal(open_fails(folder, ATT_STORE_READ), ATT_INPUT);
  assert_string_equal(
    folder->message,
    "The store is damaged: data.mdb is cut off; restore a copy");
  assert_int_equal(open_fails(folder, ATT_STORE_WRITE), ATT_INPUT);
}

static void
a_store_whose_making_was_cut_short_is_empty(void** state) {
  Folder* const folder = *state;
  assert_int_equal(mkdir(folder->store, 0700), 0);
  AttStore* store = opened(folder, ATT_STORE_READ);
  assert_int_equal(stat_of(store).quads, 0);
  att_store_close(store);
  file_write(folder->store, "data.mdb", "", 0);
  store = opened(folder, ATT_STORE_READ);
  assert_int_equal(stat_of(store).quads, 0);
  att_store_close(store);
}

static void
a_store_is_asked(void** state) {
  Folder* const folder = *state;
  AttStore* store = opened(folder, ATT_STORE_WRITE);
  add(store, graph_of("http://e/a", "http://e/b", "http://e/g"));
  add(store, graph_of("http://e/b", "http://e/c", "http://e/h"));
  char path[2 * PATH_SIZE];
  snprintf(path, sizeof path, "%s/out.nq", folder->path);
  AttAnswer answer = { 0 };
  assert_int_equal(att_store_query(store, "q.rq",
                                   "SELECT ?g ?y { <http://e/a> <http://e/p> "
                                   "?x GRAPH ?g { ?x <http://e/p> ?y } }",
                                   ATT_CSV, path, &answer),
                   ATT_OK);
  assert_int_equal(answer.rows, 1);
  char* const bytes = bytes_of(path, NULL);
  assert_string_equal(bytes, "g,y\r\nhttp://e/h,http://e/c\r\n");
  free(bytes);
  assert_int_equal(att_store_query(store, "q.rq", "SELECT ?x {", ATT_CSV, path,
                                   &answer),
                   ATT_QUERY);
  assert_non_null(strstr(folder->message, "not understood"));
  att_store_close(store);
}

/* Enough terms and quads to be sorted by their digits. */
#define LARGE_SUBJECTS 4900
#define LARGE_OBJECTS 700
#define LARGE_GRAPHS 3

/* Every subject in every graph, with one of some hundred objects. */
static AttGraph*
large_graph(void) {
  AttGraph* graph = NULL;
  assert_int_equal(att_graph_new(&graph), ATT_OK);
  for (size_t i = 0; i < LARGE_SUBJECTS; i++) {
    for (size_t name = 0; name < LARGE_GRAPHS; name++) {
      char texts[3][32];
      snprintf(texts[0], sizeof texts[0], "http://e/s%zu", i);
      snprintf(texts[1], sizeof texts[1], "http://e/o%zu",
               (i * 31 + name) % LARGE_OBJECTS);
      snprintf(texts[2], sizeof texts[2], "http://e/g%zu", name);
      say(graph, texts[0], iri(graph, texts[1]), name == 0 ? NULL : texts[2]);
    }
  }
  return graph;
}

static size_t
rows_of(Folder* folder, AttStore* store, const char* query) {
  char path[2 * PATH_SIZE];
  AttAnswer answer = { 0 };
  snprintf(path, sizeof path, "%s/out.nq", folder->path);
  assert_int_equal(att_store_query(store, "q.rq", query, ATT_CSV, path,
                                   &answer),
                   ATT_OK);
  return answer.rows;
}

static void
a_large_addition_is_found_in_every_order(void** state) {
  Folder* const folder = *state;
  AttStore* const store = opened(folder, ATT_STORE_WRITE);
  AttGraph* const graph = large_graph();
  for (int i = 0; i < 2; i++) {
    assert_int_equal(att_store_add(store, graph), ATT_OK);
    holds_graph(folder, store, graph);
    assert_int_equal(stat_of(store).terms, att_graph_term_count(graph));
  }
  for (size_t i = 0; i < LARGE_SUBJECTS; i += 777) {
    char query[64];
    snprintf(query, sizeof query, "SELECT * { <http://e/s%zu> ?p ?o }", i);
    assert_int_equal(rows_of(folder, store, query), LARGE_GRAPHS);
  }
  /* In each graph one subject of 700 has this object. */
  assert_int_equal(rows_of(folder, store, "SELECT * { ?s ?p <http://e/o0> }"),
                   LARGE_GRAPHS * (LARGE_SUBJECTS / LARGE_OBJECTS));
  assert_int_equal(rows_of(folder, store, "SELECT * { ?s <http://e/p> ?o }"),
                   LARGE_GRAPHS * LARGE_SUBJECTS);
  att_graph_free(graph);
  att_store_close(store);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, folder_make, folder_remove)

int
main(void) {
  const struct CMUnitTest tests[] = {
    TEST(every_kind_of_term_comes_back),
    TEST(a_store_is_asked),
    TEST(a_large_addition_is_found_in_every_order),
    TEST(what_is_added_is_there_when_opened_again),
    TEST(adding_again_changes_no_byte),
    TEST(a_named_graph_replaces_the_one_of_its_name),
    TEST(triples_without_a_graph_join_those_there),
    TEST(a_graph_goes_with_its_terms),
    TEST(what_is_not_there_is_not_removed),
    TEST(blank_nodes_of_two_graphs_are_two),
    TEST(graphs_are_listed_by_name),
    TEST(many_changes_come_to_what_they_should),
    TEST(a_store_open_for_reading_takes_nothing),
    TEST(a_folder_that_is_not_there_is_not_read),
    TEST(a_foreign_folder_is_left_alone),
    TEST(a_file_is_no_folder),
    TEST(what_is_no_store_is_refused),
    TEST(a_store_that_was_cut_off_is_refused),
    TEST(a_store_whose_making_was_cut_short_is_empty),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
