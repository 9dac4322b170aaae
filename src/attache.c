/* The pipeline: every stage once, in order. */
/* SPDX-License-Identifier: MIT */
#include "attache.h"

#include "base/iri.h"
#include "graph/describe.h"
#include "ontology/locate.h"
#include "pipeline.h"

#include <stdlib.h>
#include <unistd.h>

/* Ample for the longest article allowed, and an end to what a hostile one can
 * take. */
#define ARTICLE_CEILING ((size_t)8 * 1024 * 1024 * 1024)
#define READER_CEILING ((size_t)64 * 1024 * 1024)
#define PATH_SIZE 4096

/* Where the data lies: in the folder that ATTACHE_DATA names, else in the
 * installed one, else in the source tree. */
static const char*
data_path(const char* name, const char* source, char* buffer) {
  const char* const named = getenv("ATTACHE_DATA");
  const char* const folder = named != NULL ? named : ATT_DATA_DIR;
  (void)snprintf(buffer, PATH_SIZE, "%s/%s", folder, name);
  if (named == NULL && access(buffer, R_OK) != 0) {
    (void)snprintf(buffer, PATH_SIZE, "%s/%s", ATT_SOURCE_DIR, source);
  }
  return buffer;
}

static AttStatus
settings_read(AttReader* reader, const AttSettings* settings) {
  const Slice base =
    att_slice(settings->base == NULL ? DESCRIBE_BASE : settings->base);
  if (!att_iri_is_absolute(base)) {
    att_report(&reader->sink, ATT_ERROR, (Place){ 0 },
               "The base is no absolute IRI: %s", settings->base);
    return ATT_INPUT;
  }
  TRY(att_slice_copy(&reader->arena, base, &reader->base));
  if (settings->date != NULL &&
      !att_date_parse(att_slice(settings->date), &reader->date)) {
    att_report(&reader->sink, ATT_ERROR, (Place){ 0 },
               "Not a date (YYYY-MM-DD): %s", settings->date);
    return ATT_INPUT;
  }
  reader->provenance = settings->provenance;
  return ATT_OK;
}

static const char*
ontology_path(const AttSettings* settings, char* buffer) {
  return settings->ontology != NULL ? settings->ontology
                                    : data_path("ontology", "ontology", buffer);
}

static const char*
model_path(const AttSettings* settings, char* buffer) {
  return settings->model != NULL
           ? settings->model
           : data_path("english.model", "src/language/english.model", buffer);
}

void
att_reader_allow(const AttSettings* settings, AttSandbox* sandbox) {
  char path[PATH_SIZE];
  att_ontology_allow(ontology_path(settings, path), sandbox);
  att_sandbox_allow(sandbox, model_path(settings, path), ATT_SANDBOX_READ);
}

static AttStatus
ontology_load(AttReader* reader, const AttSettings* settings) {
  char path[PATH_SIZE];
  TRY(att_ontology_load(ontology_path(settings, path), &reader->sink,
                        &reader->ontology));
  TRY(att_terms_find(reader->ontology, &reader->sink, &reader->terms));
  return att_lexis_make(&reader->arena, reader->ontology, &reader->lexis);
}

/* The model is checked while the ontology is loaded. */
static AttStatus
reader_load(AttReader* reader, const AttSettings* settings) {
  char path[PATH_SIZE];
  TRY(settings_read(reader, settings));
  TRY(att_matcher_new(&reader->matcher));
  const char* const model = model_path(settings, path);
  TRY(att_model_load(model, &reader->sink, &reader->model));
  ModelCheck check;
  att_model_check_begin(reader->model, &check);
  const AttStatus loaded = ontology_load(reader, settings);
  const AttStatus checked = att_model_check_end(&check);
  TRY(loaded);
  if (checked != ATT_OK) {
    att_report(&reader->sink, ATT_ERROR, (Place){ .file = model },
               "The language model is damaged");
  }
  return checked;
}

static AttStatus
reader_alloc(AttSink sink, AttReader** out) {
  AttReader* const reader = calloc(1, sizeof *reader);
  if (reader == NULL) {
    return ATT_NO_MEMORY;
  }
  reader->sink = sink;
  reader->arena = att_arena_begin(READER_CEILING);
  reader->article = att_arena_begin(ARTICLE_CEILING);
  *out = reader;
  return ATT_OK;
}

AttStatus
att_reader_new(const AttSettings* settings, AttSink sink, AttReader** out) {
  AttReader* reader = NULL;
  TRY(reader_alloc(sink, &reader));
  const AttStatus status = reader_load(reader, settings);
  if (status != ATT_OK) {
    att_reader_free(reader);
    return status;
  }
  *out = reader;
  return ATT_OK;
}

static AttStatus
reader_share(AttReader* reader, const AttReader* original) {
  reader->ontology = original->ontology;
  reader->model = original->model;
  reader->date = original->date;
  reader->provenance = original->provenance;
  TRY(att_slice_copy(&reader->arena, original->base, &reader->base));
  TRY(att_matcher_new(&reader->matcher));
  TRY(att_terms_find(reader->ontology, &reader->sink, &reader->terms));
  return att_lexis_make(&reader->arena, reader->ontology, &reader->lexis);
}

AttStatus
att_reader_clone(const AttReader* reader, AttSink sink, AttReader** out) {
  AttReader* clone = NULL;
  TRY(reader_alloc(sink, &clone));
  clone->clone = true;
  const AttStatus status = reader_share(clone, reader);
  if (status != ATT_OK) {
    att_reader_free(clone);
    return status;
  }
  *out = clone;
  return ATT_OK;
}

void
att_reader_free(AttReader* reader) {
  if (reader == NULL) {
    return;
  }
  if (!reader->clone) {
    att_model_free(reader->model);
    att_ontology_free(reader->ontology);
  }
  att_matcher_free(reader->matcher);
  att_arena_end(&reader->article);
  att_arena_end(&reader->arena);
  free(reader);
}

static AttStatus
text_read(AttReader* reader, const TextSource* source, Article* out) {
  return att_text_read(&reader->article, reader->ontology, reader->matcher,
                       source, reader->date, &out->text);
}

/* Every stage behind the text. */
static AttStatus
article_parse(AttReader* reader, Article* out) {
  Arena* const arena = &reader->article;
  const Ontology* const ontology = reader->ontology;
  TRY(att_document_read(arena, ontology, reader->model, &out->text,
                        &out->document));
  TRY(att_shapes_find(arena, ontology, &reader->lexis, &out->document,
                      &out->shapes));
  TRY(att_mentions_find(arena, ontology, reader->matcher, &out->document,
                        &out->shapes, &out->mentions));
  TRY(att_syntax_parse(arena, reader->model, ontology, &out->document,
                       &out->shapes, &out->mentions, &out->trees));
  out->reading = (Reading){
    .model = reader->model,
    .ontology = ontology,
    .lexis = &reader->lexis,
    .document = &out->document,
    .shapes = &out->shapes,
    .mentions = &out->mentions,
    .trees = &out->trees,
  };
  TRY(att_entities_link(arena, &out->reading, &out->entities));
  return att_events_find(arena, &out->reading, &reader->terms, &out->entities,
                         reader->matcher, &out->events);
}

AttStatus
att_article_read(AttReader* reader, const TextSource* source, Article* out) {
  TRY(text_read(reader, source, out));
  return article_parse(reader, out);
}

static Slice
slice_or_empty(const char* text) {
  return text == NULL ? (Slice){ "", 0 } : att_slice(text);
}

AttStatus
att_article_describe(AttReader* reader, const AttArticle* given,
                     AttProvenance provenance, Article* article,
                     AttGraph* graph) {
  TextSource source = { .text = { given->text, given->length },
                        .title = slice_or_empty(given->title) };
  if (given->date != NULL &&
      !att_date_parse(att_slice(given->date), &source.date)) {
    att_report(&reader->sink, ATT_WARNING, (Place){ .file = given->id },
               "Not a date (YYYY-MM-DD): %s", given->date);
  }
  bool english = false;
  TRY(text_read(reader, &source, article));
  TRY(att_text_is_english(&reader->article, reader->ontology, &article->text,
                          slice_or_empty(given->language), &english));
  if (!english) {
    return ATT_LANGUAGE;
  }
  TRY(article_parse(reader, article));
  const Described described = {
    .reading = &article->reading,
    .terms = &reader->terms,
    .entities = &article->entities,
    .events = &article->events,
    .name = att_slice(given->id),
    .url = slice_or_empty(given->url),
    .base = reader->base,
    .provenance = provenance,
  };
  return att_graph_describe(&reader->article, &described, graph);
}

void
att_reader_blame(const AttReader* reader) {
  const Pattern* const runaway = att_matcher_runaway(reader->matcher);
  const Ontology* const ontology = reader->ontology;
  for (size_t i = 0; i < ontology->patterns.length; i++) {
    const UsedPattern* const used = &ontology->patterns.items[i];
    if (runaway != NULL && used->pattern == runaway) {
      const Located what = { .subject = used->name, .part = LOCATE_SUBJECT };
      att_report(&reader->sink, ATT_ERROR, att_locate(used->place, &what),
                 "Pattern %.*s backtracks beyond the limit",
                 (int)used->name.length, used->name.start);
    }
  }
}

void
att_article_conclude(const AttReader* reader, const AttArticle* article,
                     AttStatus status) {
  if (status == ATT_LANGUAGE) {
    att_report(&reader->sink, ATT_WARNING, (Place){ .file = article->id },
               "Skipped: it is not in English");
  } else if (status != ATT_OK) {
    if (status == ATT_LIMIT) {
      att_reader_blame(reader);
    }
    att_report(&reader->sink, ATT_ERROR, (Place){ .file = article->id }, "%s",
               att_status_text(status));
  }
}

AttStatus
att_reader_read(AttReader* reader, const AttArticle* article, AttGraph* graph) {
  AttGraph* own = NULL;
  TRY(att_graph_new(&own));
  Article read;
  AttStatus status =
    att_article_describe(reader, article, reader->provenance, &read, own);
  if (status == ATT_OK) {
    status = att_graph_absorb(graph, own);
  }
  att_graph_free(own);
  att_arena_reset(&reader->article);
  att_article_conclude(reader, article, status);
  return status;
}
