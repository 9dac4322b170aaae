/* Stages: the time of each, on texts or on twice as much. */
/* SPDX-License-Identifier: MIT */
#include "graph/describe.h"
#include "graph/write.h"
#include "pipeline.h"

#include <stdlib.h>
#include <time.h>

typedef enum Stage {
  STAGE_TEXT,
  STAGE_DOCUMENT, /* tokens, sentences, tags and lemmas */
  STAGE_SHAPES,
  STAGE_MENTIONS,
  STAGE_SYNTAX,
  STAGE_ENTITIES,
  STAGE_EVENTS,
  STAGE_GRAPH,
  STAGE_NQUADS,
  STAGE_COUNT
} Stage;

static const char* const stage_names[STAGE_COUNT] = {
  "text",     "document", "shapes", "mentions", "syntax",
  "entities", "events",   "graph",  "nquads",
};

typedef struct Measures {
  double seconds[STAGE_COUNT];
  size_t articles;
  size_t bytes;
  size_t tokens;
  size_t sentences;
  size_t quads;
} Measures;

/* Times what came since the last call as `stage`. */
typedef struct Watch {
  clock_t last;
  Measures* measures;
} Watch;

static void
lap(Watch* watch, Stage stage) {
  const clock_t now = clock();
  watch->measures->seconds[stage] +=
    (double)(now - watch->last) / CLOCKS_PER_SEC;
  watch->last = now;
}

static AttStatus
graph_time(AttReader* reader, const Article* article, Watch* watch) {
  const Described described = { .reading = &article->reading,
                                .terms = &reader->terms,
                                .entities = &article->entities,
                                .events = &article->events,
                                .name = SLICE("bench"),
                                .base = reader->base,
                                .provenance = reader->provenance };
  AttGraph* graph = NULL;
  TRY(att_graph_new(&graph));
  AttStatus status = att_graph_describe(&reader->article, &described, graph);
  lap(watch, STAGE_GRAPH);
  char* written = NULL;
  size_t length = 0;
  if (status == ATT_OK) {
    status = att_graph_print(graph, ATT_NQUADS, &written, &length);
    lap(watch, STAGE_NQUADS);
    watch->measures->quads += att_graph_size(graph);
    free(written);
  }
  att_graph_free(graph);
  return status;
}

static AttStatus
stages_time(AttReader* reader, Slice given, Article* out, Watch* watch) {
  Arena* const arena = &reader->article;
  const Ontology* const ontology = reader->ontology;
  const TextSource source = { .text = given };
  TRY(att_text_read(arena, ontology, reader->matcher, &source, reader->date,
                    &out->text));
  lap(watch, STAGE_TEXT);
  TRY(att_document_read(arena, ontology, reader->model, &out->text,
                        &out->document));
  lap(watch, STAGE_DOCUMENT);
  TRY(att_shapes_find(arena, ontology, &reader->lexis, &out->document,
                      &out->shapes));
  lap(watch, STAGE_SHAPES);
  TRY(att_mentions_find(arena, ontology, reader->matcher, &out->document,
                        &out->shapes, &out->mentions));
  lap(watch, STAGE_MENTIONS);
  TRY(att_syntax_parse(arena, reader->model, ontology, &out->document,
                       &out->shapes, &out->mentions, &out->trees));
  lap(watch, STAGE_SYNTAX);
  out->reading = (Reading){ .model = reader->model,
                            .ontology = ontology,
                            .lexis = &reader->lexis,
                            .document = &out->document,
                            .shapes = &out->shapes,
                            .mentions = &out->mentions,
                            .trees = &out->trees };
  TRY(att_entities_link(arena, &out->reading, &out->entities));
  lap(watch, STAGE_ENTITIES);
  TRY(att_events_find(arena, &out->reading, &reader->terms, &out->entities,
                      reader->matcher, &out->events));
  lap(watch, STAGE_EVENTS);
  return graph_time(reader, out, watch);
}

static AttStatus
text_time(AttReader* reader, Slice text, Measures* measures) {
  Article article;
  Watch watch = { clock(), measures };
  const AttStatus status = stages_time(reader, text, &article, &watch);
  if (status == ATT_OK) {
    measures->articles++;
    measures->bytes += text.length;
    measures->tokens += article.document.tokens.items.length;
    measures->sentences += article.document.tokens.sentences.length;
  }
  att_arena_reset(&reader->article);
  return status;
}

static double
total(const Measures* measures) {
  double seconds = 0;
  for (size_t i = 0; i < STAGE_COUNT; i++) {
    seconds += measures->seconds[i];
  }
  return seconds;
}

static AttStatus
file_time(AttReader* reader, const char* path, Measures* measures) {
  static char text[1 << 20];
  FILE* const file = fopen(path, "rb");
  if (file == NULL) {
    return ATT_IO;
  }
  const size_t length = fread(text, 1, sizeof text, file);
  (void)fclose(file);
  return text_time(reader, (Slice){ text, length }, measures);
}

/* What was read, and how long each stage took. */
static AttStatus
files_print(AttReader* reader, char** paths) {
  Measures measures = { 0 };
  for (; *paths != NULL; paths++) {
    TRY(file_time(reader, *paths, &measures));
  }
  printf("articles %zu\nbytes %zu\ntokens %zu\nsentences %zu\nquads %zu\n",
         measures.articles, measures.bytes, measures.tokens, measures.sentences,
         measures.quads);
  for (size_t i = 0; i < STAGE_COUNT; i++) {
    printf("%s %.6f\n", stage_names[i], measures.seconds[i]);
  }
  return ATT_OK;
}

/* `unit` over and over, `count` times. */
static Slice
repeated(const char* unit, size_t count) {
  const size_t length = strlen(unit);
  char* const text = malloc(length * count + 1);
  if (text == NULL) {
    exit(EXIT_FAILURE);
  }
  for (size_t i = 0; i < count; i++) {
    memcpy(text + i * length, unit, length);
  }
  return (Slice){ text, length * count };
}

/* What takes less is the clock's own grain. */
#define SECONDS_LEAST 0.02

/* How much longer `unit` takes 2 * `count` times than `count` times. */
static AttStatus
doubling_print(AttReader* reader, const char* name, const char* unit,
               size_t count) {
  Measures once = { 0 };
  Measures twice = { 0 };
  const Slice whole = repeated(unit, 2 * count);
  const Slice half = att_slice_part(whole, 0, whole.length / 2);
  AttStatus status = text_time(reader, half, &once);
  if (status == ATT_OK) {
    status = text_time(reader, whole, &twice);
  }
  free((void*)(uintptr_t)whole.start);
  TRY(status);
  printf("%s all %.2f\n", name, total(&twice) / total(&once));
  for (size_t i = 0; i < STAGE_COUNT; i++) {
    if (once.seconds[i] > SECONDS_LEAST) {
      printf("%s %s %.2f\n", name, stage_names[i],
             twice.seconds[i] / once.seconds[i]);
    }
  }
  return ATT_OK;
}

/* Up to a sentence of 10,000 words, a megabyte without a full stop, and 100,000
 * mentions of one name. */
static AttStatus
doublings_print(AttReader* reader) {
  TRY(doubling_print(reader, "news",
                     "France and Germany signed a trade agreement in Paris on "
                     "Monday. The ministers said they would meet again.\n\n",
                     1000));
  TRY(doubling_print(reader, "sentence", "and the minister of Norway ", 1000));
  TRY(
    doubling_print(reader, "no-stop", "the talks went on as planned\n", 18000));
  return doubling_print(reader, "one-name", "Chile thanked Chile. ", 25000);
}

/* usage: bench-stages [FILE...]     without files: twice as much */
int
main(int count, char** arguments) {
  AttReader* reader = NULL;
  const AttSettings settings = { .provenance = ATT_PROVENANCE_MENTIONS };
  AttStatus status = att_reader_new(&settings, (AttSink){ 0 }, &reader);
  if (status == ATT_OK) {
    status =
      count > 1 ? files_print(reader, arguments + 1) : doublings_print(reader);
  }
  att_reader_free(reader);
  if (status != ATT_OK) {
    (void)fprintf(stderr, "%s\n", att_status_text(status));
  }
  return status == ATT_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
