/* Redland: queries go in and answers come out through librdf_query. */
/* SPDX-License-Identifier: MIT */
#include "graph/redland.h"

#include <redland.h>

struct Redland {
  const QueryEngine* engine;
  const AttSink* sink;
  Place place;
  AttStatus status; /* What the engine came to. */
  librdf_world* world;
  librdf_storage* storage; /* Empty, as is the model: */
  librdf_model* model;     /* Redland wants them, the engine does not. */
  librdf_query* query;
  librdf_query_results* results;
};

#define LANGUAGE "attache-sparql"

/* Redland lets anybody register a query language, but its public headers say
 * only that these exist, not what they hold. This is their layout in release
 * 1.0.17, the last there is; world_open() refuses any other. */
#define RELEASE 10017

struct librdf_query_s {
  librdf_world* world;
  int usage;
  void* context;
  librdf_query_factory* factory;
  librdf_query_results* results;
};

struct librdf_query_results_s {
  librdf_query* query;
  librdf_query_results* next;
};

struct librdf_query_results_formatter_s {
  librdf_query_results* results;
  void* formatter;
};

struct librdf_query_factory_s {
  librdf_world* world;
  librdf_query_factory* next;
  char* name;
  librdf_uri* uri;
  size_t context_length;
  int (*init)(librdf_query* query, const char* name, librdf_uri* uri,
              const unsigned char* text, librdf_uri* base);
  int (*clone)(librdf_query* query, librdf_query* from);
  void (*terminate)(librdf_query* query);
  librdf_query_results* (*execute)(librdf_query* query, librdf_model* model);
  int (*get_limit)(librdf_query* query);
  int (*set_limit)(librdf_query* query, int limit);
  int (*get_offset)(librdf_query* query);
  int (*set_offset)(librdf_query* query, int offset);
  librdf_stream* (*as_stream)(librdf_query_results* results);
  int (*get_count)(librdf_query_results* results);
  int (*next_row)(librdf_query_results* results);
  int (*finished)(librdf_query_results* results);
  int (*get_bindings)(librdf_query_results* results, const char*** names,
                      librdf_node** values);
  librdf_node* (*get_value)(librdf_query_results* results, int offset);
  const char* (*get_name)(librdf_query_results* results, int offset);
  librdf_node* (*get_value_of)(librdf_query_results* results, const char* name);
  int (*get_bindings_count)(librdf_query_results* results);
  void (*free_results)(librdf_query_results* results);
  int (*is_bindings)(librdf_query_results* results);
  int (*is_boolean)(librdf_query_results* results);
  int (*is_graph)(librdf_query_results* results);
  int (*is_syntax)(librdf_query_results* results);
  int (*get_boolean)(librdf_query_results* results);
  librdf_query_results_formatter* (*new_formatter)(
    librdf_query_results* results, const char* name, const char* mime_type,
    librdf_uri* uri);
  void (*free_formatter)(librdf_query_results_formatter* formatter);
  int (*write)(raptor_iostream* stream,
               librdf_query_results_formatter* formatter,
               librdf_query_results* results, librdf_uri* base);
};

/* What a query keeps: Redland's room for it is cleared to zero. */
typedef struct Context {
  Redland* redland;
  const char* text; /* The caller's. */
  librdf_uri* base;
} Context;

static int
query_init(librdf_query* query, const char* name, librdf_uri* uri,
           const unsigned char* text, librdf_uri* base) {
  (void)name;
  (void)uri;
  Context* const context = query->context;
  context->text = (const char*)text;
  context->base = librdf_new_uri_from_uri(base);
  return context->base == NULL;
}

static void
query_terminate(librdf_query* query) {
  const Context* const context = query->context;
  if (context->base != NULL) {
    librdf_free_uri(context->base);
  }
}

static librdf_query_results*
query_execute(librdf_query* query, librdf_model* model) {
  (void)model;
  const Context* const context = query->context;
  Redland* const redland = context->redland;
  const QueryEngine* const engine = redland->engine;
  const Slice base =
    att_slice((const char*)librdf_uri_as_string(context->base));
  redland->status =
    engine->execute(engine->user, att_slice(context->text), base);
  if (redland->status != ATT_OK) {
    return NULL;
  }
  /* Redland frees it. */
  librdf_query_results* const results =
    librdf_calloc_memory(1, sizeof *results);
  if (results == NULL) {
    redland->status = ATT_NO_MEMORY;
    return NULL;
  }
  results->query = query;
  return results;
}

static Redland*
redland_of(const librdf_query_results* results) {
  const Context* const context = results->query->context;
  return context->redland;
}

static int
results_is_graph(librdf_query_results* results) {
  const QueryEngine* const engine = redland_of(results)->engine;
  return engine->is_graph(engine->user);
}

static librdf_query_results_formatter*
formatter_new(librdf_query_results* results, const char* name,
              const char* mime_type, librdf_uri* uri) {
  (void)name;
  (void)mime_type;
  (void)uri;
  librdf_query_results_formatter* const formatter =
    librdf_calloc_memory(1, sizeof *formatter);
  if (formatter != NULL) {
    formatter->results = results;
  }
  return formatter;
}

static void
formatter_free(librdf_query_results_formatter* formatter) {
  librdf_free_memory(formatter);
}

static int
formatter_write(raptor_iostream* stream,
                librdf_query_results_formatter* formatter,
                librdf_query_results* results, librdf_uri* base) {
  (void)formatter;
  (void)base;
  Redland* const redland = redland_of(results);
  redland->status = redland->engine->write(redland->engine->user, stream);
  return redland->status != ATT_OK;
}

static void
engine_register(librdf_query_factory* factory) {
  factory->context_length = sizeof(Context);
  factory->init = query_init;
  factory->terminate = query_terminate;
  factory->execute = query_execute;
  factory->is_graph = results_is_graph;
  factory->new_formatter = formatter_new;
  factory->free_formatter = formatter_free;
  factory->write = formatter_write;
}

static int
on_log(void* user, librdf_log_message* message) {
  const Redland* const redland = user;
  if (librdf_log_message_level(message) >= LIBRDF_LOG_ERROR) {
    att_report(redland->sink, ATT_ERROR, redland->place, "Redland: %s",
               librdf_log_message_message(message));
  }
  return 1;
}

/* Neither Raptor in it nor anything else is to touch the network. */
static void
on_raptor(void* user, raptor_world* world) {
  (void)user;
  raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
}

static AttStatus
world_open(Redland* redland) {
  if (librdf_version_decimal != RELEASE) {
    att_report(redland->sink, ATT_ERROR, redland->place,
               "Queries need Redland 1.0.17, not %s", librdf_version_string);
    return ATT_QUERY;
  }
  redland->world = librdf_new_world();
  if (redland->world == NULL) {
    return ATT_NO_MEMORY;
  }
  librdf_world_set_logger(redland->world, redland, on_log);
  librdf_world_set_raptor_init_handler(redland->world, NULL, on_raptor);
  librdf_world_open(redland->world);
  librdf_query_register_factory(redland->world, LANGUAGE, NULL,
                                engine_register);
  redland->storage = librdf_new_storage(redland->world, "memory", NULL, NULL);
  if (redland->storage == NULL) {
    return ATT_NO_MEMORY;
  }
  redland->model = librdf_new_model(redland->world, redland->storage, NULL);
  return redland->model == NULL ? ATT_NO_MEMORY : ATT_OK;
}

AttStatus
att_redland_begin(Arena* arena, const QueryEngine* engine, const AttSink* sink,
                  Place place, Redland** out) {
  Redland* redland = NULL;
  TRY(att_arena_alloc(arena, sizeof *redland, &redland));
  *redland = (Redland){ .engine = engine, .sink = sink, .place = place };
  *out = redland;
  return world_open(redland);
}

void
att_redland_end(Redland* redland) {
  if (redland == NULL) {
    return;
  }
  if (redland->results != NULL) {
    librdf_free_query_results(redland->results);
  }
  if (redland->query != NULL) {
    librdf_free_query(redland->query);
  }
  if (redland->model != NULL) {
    librdf_free_model(redland->model);
  }
  if (redland->storage != NULL) {
    librdf_free_storage(redland->storage);
  }
  if (redland->world != NULL) {
    librdf_free_world(redland->world);
  }
}

AttStatus
att_redland_execute(Redland* redland, const char* text, const char* base) {
  librdf_uri* const uri =
    librdf_new_uri(redland->world, (const unsigned char*)base);
  if (uri == NULL) {
    return ATT_NO_MEMORY;
  }
  redland->query = librdf_new_query(redland->world, LANGUAGE, NULL,
                                    (const unsigned char*)text, uri);
  librdf_free_uri(uri);
  if (redland->query == NULL) {
    return ATT_NO_MEMORY;
  }
  Context* const context = redland->query->context;
  context->redland = redland;
  redland->results = librdf_query_execute(redland->query, redland->model);
  return redland->status;
}

bool
att_redland_is_graph(const Redland* redland) {
  return librdf_query_results_is_graph(redland->results) > 0;
}

AttStatus
att_redland_write(Redland* redland, FILE* file) {
  raptor_iostream* const stream =
    raptor_new_iostream_to_file_handle(librdf_world_get_raptor(redland->world),
                                       file);
  if (stream == NULL) {
    return ATT_NO_MEMORY;
  }
  librdf_query_results_formatter* const formatter =
    librdf_new_query_results_formatter2(redland->results, NULL, NULL, NULL);
  AttStatus status = ATT_NO_MEMORY;
  if (formatter != NULL) {
    (void)librdf_query_results_formatter_write(stream, formatter,
                                               redland->results, NULL);
    status = redland->status;
    librdf_free_query_results_formatter(formatter);
  }
  raptor_free_iostream(stream);
  return status;
}
