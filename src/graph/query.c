/* Asking a graph: the door to Redland. */
/* SPDX-License-Identifier: MIT */
#include "graph/query.h"

#include "base/iri.h"
#include "base/output.h"
#include "base/utf8.h"
#include "graph/answer.h"
#include "graph/format.h"
#include "graph/order.h"
#include "graph/query_source.h"
#include "graph/question.h"
#include "graph/refusal.h"
#include "graph/write.h"

#include <redland.h>

#define XSD_INTEGER "http://www.w3.org/2001/XMLSchema#integer"

/* One question on its way. */
typedef struct Asking {
  const QueryRequest* request;
  const AttSink* sink;
  Place place;
  Arena arena;   /* for the question and a table */
  Arena scratch; /* for one row */
  Question question;
  librdf_world* world;
  librdf_storage* storage; /* empty: Redland asks for one */
  librdf_model* model;
  QuerySource* source;
  librdf_query* query;
  librdf_query_results* results;
  bool reported; /* an error, by Redland's log */
  bool nothing;  /* there are no solutions to aggregate */
  AttAnswer answer;
} Asking;

static int
on_log(void* user, librdf_log_message* message) {
  Asking* const asking = user;
  const AttStatus status =
    asking->source == NULL ? ATT_OK : att_source_status(asking->source);
  if (librdf_log_message_level(message) < LIBRDF_LOG_ERROR ||
      asking->reported || status != ATT_OK) {
    return 1;
  }
  asking->reported = true;
  Place place = asking->place;
  raptor_locator* const locator = librdf_log_message_locator(message);
  const int line = locator == NULL ? 0 : raptor_locator_line(locator);
  place.line = line > 0 ? (unsigned)line : 0;
  size_t at = 0;
  if (att_refusal_is_path(&asking->question.clauses.tokens, &at)) {
    place.line = asking->question.clauses.tokens.items[at].line;
    att_report(asking->sink, ATT_ERROR, place,
               "Property paths are not answered; write the steps as patterns");
    return 1;
  }
  const char* const text = librdf_log_message_message(message);
  const int length = text == NULL ? 0 : (int)strcspn(text, "\n");
  att_report(asking->sink, ATT_ERROR, place,
             "The query is not understood: %.*s", length > 400 ? 400 : length,
             text == NULL ? "" : text);
  return 1;
}

/* Redland's worlds, an empty model to please it, and our source of triples. */
static AttStatus
redland_begin(Asking* asking, const QuerySetting* setting) {
  asking->world = librdf_new_world();
  if (asking->world == NULL) {
    return ATT_NO_MEMORY;
  }
  librdf_world_open(asking->world);
  librdf_world_set_logger(asking->world, asking, on_log);
  asking->storage = librdf_new_storage(asking->world, "memory", "none", NULL);
  if (asking->storage == NULL) {
    return ATT_NO_MEMORY;
  }
  asking->model = librdf_new_model(asking->world, asking->storage, NULL);
  if (asking->model == NULL) {
    return ATT_NO_MEMORY;
  }
  return att_source_new(setting, librdf_world_get_rasqal(asking->world),
                        &asking->source);
}

static void
redland_end(Asking* asking) {
  if (asking->results != NULL) {
    librdf_free_query_results(asking->results);
  }
  if (asking->query != NULL) {
    librdf_free_query(asking->query);
  }
  att_source_free(asking->source);
  if (asking->model != NULL) {
    librdf_free_model(asking->model);
  }
  if (asking->storage != NULL) {
    librdf_free_storage(asking->storage);
  }
  if (asking->world != NULL) {
    librdf_free_world(asking->world);
  }
}

static AttStatus
base_make(Asking* asking, librdf_uri** out) {
  const QueryRequest* const request = asking->request;
  Slice base = SLICE("");
  if (request->base != NULL) {
    TRY(att_slice_copy(&asking->arena, att_slice(request->base), &base));
  } else {
    const char* const name = request->name == NULL ? "-" : request->name;
    TRY(att_iri_of_path(&asking->arena, att_slice(name), &base));
    TRY(att_slice_copy(&asking->arena, base, &base));
  }
  *out = librdf_new_uri(asking->world, (const unsigned char*)base.start);
  return *out == NULL ? ATT_NO_MEMORY : ATT_OK;
}

static AttStatus
redland_ask(Asking* asking, Slice text, librdf_query** query,
            librdf_query_results** results) {
  librdf_uri* base = NULL;
  TRY(base_make(asking, &base));
  *query = librdf_new_query(asking->world, "sparql", NULL,
                            (const unsigned char*)text.start, base);
  librdf_free_uri(base);
  if (*query == NULL) {
    return ATT_NO_MEMORY;
  }
  *results = librdf_model_query_execute(asking->model, *query);
  TRY(att_source_status(asking->source));
  if (*results != NULL && !asking->reported) {
    return ATT_OK;
  }
  if (!asking->reported) {
    att_report(asking->sink, ATT_ERROR, asking->place,
               "The query cannot be answered");
  }
  return ATT_QUERY;
}

/* What a probe, which is an ASK, is answered. */
static AttStatus
probe_ask(Asking* asking, const Probe* probe, bool* out) {
  librdf_query* query = NULL;
  librdf_query_results* results = NULL;
  AttStatus status = redland_ask(asking, probe->text, &query, &results);
  if (status == ATT_OK) {
    *out = librdf_query_results_get_boolean(results) > 0;
    status = att_source_status(asking->source);
  }
  if (results != NULL) {
    librdf_free_query_results(results);
  }
  if (query != NULL) {
    librdf_free_query(query);
  }
  return status;
}

static AttStatus
probes_ask(Asking* asking) {
  for (size_t i = 0; i < asking->question.probes.length; i++) {
    const Probe* const probe = &asking->question.probes.items[i];
    bool yes = false;
    TRY(probe_ask(asking, probe, &yes));
    if (probe->kind == PROBE_SOLUTIONS) {
      asking->nothing = !yes;
    } else if (probe->kind == PROBE_GATE) {
      while (!yes && asking->question.probes.items[i].kind != PROBE_HARMFUL) {
        i++;
      }
    } else if (yes == (probe->kind == PROBE_HARMFUL)) {
      Place place = asking->place;
      place.line = probe->line;
      att_report(asking->sink, ATT_ERROR, place, "%s", probe->reason);
      return ATT_QUERY;
    }
  }
  return ATT_OK;
}

/* Computed values come here too: what a function cuts may not be UTF-8. */
static AttStatus
term_of_node(Asking* asking, librdf_node* node, RdfTerm* out) {
  RdfTerm term = { 0 };
  if (node != NULL && librdf_node_is_resource(node)) {
    term.kind = RDF_IRI;
    term.value =
      att_slice((const char*)librdf_uri_as_string(librdf_node_get_uri(node)));
  } else if (node != NULL && librdf_node_is_blank(node)) {
    term.kind = RDF_BLANK;
    term.value = att_slice((const char*)librdf_node_get_blank_identifier(node));
  } else if (node != NULL) {
    term.kind = RDF_LITERAL;
    term.value = att_slice((const char*)librdf_node_get_literal_value(node));
    librdf_uri* const datatype =
      librdf_node_get_literal_value_datatype_uri(node);
    const char* const language = librdf_node_get_literal_value_language(node);
    if (language != NULL) {
      term.language = att_slice(language);
    } else if (datatype != NULL) {
      term.datatype = att_slice((const char*)librdf_uri_as_string(datatype));
    }
    if (att_slice_is(term.datatype,
                     "http://www.w3.org/2001/XMLSchema#string")) {
      term.datatype = SLICE("");
    }
    term = att_source_term(asking->source, term);
  }
  TRY(att_utf8_clean(&asking->scratch, term.value, &term.value));
  *out = term;
  return ATT_OK;
}

static AttStatus
row_count(Asking* asking, size_t rows) {
  if (rows > ROW_LIMIT) {
    att_report(asking->sink, ATT_ERROR, asking->place,
               "The answer has more than %zu rows", ROW_LIMIT);
    return ATT_LIMIT;
  }
  return ATT_OK;
}

static AttStatus
row_write(Asking* asking, Answer* answer) {
  const size_t width = answer->names.length;
  RdfTerm* terms = NULL;
  librdf_node** nodes = NULL;
  TRY(att_arena_alloc(&asking->scratch, width * sizeof *terms, &terms));
  TRY(att_arena_alloc(&asking->scratch, width * sizeof *nodes, &nodes));
  AttStatus status = ATT_OK;
  for (size_t i = 0; i < width && status == ATT_OK; i++) {
    nodes[i] = librdf_query_results_get_binding_value_by_name(
      asking->results, answer->names.items[i].start);
    status = term_of_node(asking, nodes[i], &terms[i]);
  }
  if (status == ATT_OK) {
    status = att_answer_row(answer, terms);
  }
  for (size_t i = 0; i < width; i++) {
    if (nodes[i] != NULL) {
      librdf_free_node(nodes[i]);
    }
  }
  att_arena_reset(&asking->scratch);
  return status;
}

/* Rasqal gives no row for aggregates over nothing, and one for groups of
 * nothing; SPARQL wants it the other way round. */
static AttStatus
empty_row_write(Asking* asking, Answer* answer) {
  const Question* const question = &asking->question;
  RdfTerm* terms = NULL;
  TRY(att_arena_alloc(&asking->arena,
                      (answer->names.length + 1) * sizeof *terms, &terms));
  bool known = question->empty.length == answer->names.length;
  for (size_t i = 0; known && i < question->empty.length; i++) {
    const EmptyColumn column = question->empty.items[i];
    known = column != EMPTY_UNKNOWN;
    if (column == EMPTY_ZERO) {
      terms[i] =
        (RdfTerm){ RDF_LITERAL, SLICE("0"), SLICE(XSD_INTEGER), SLICE("") };
    } else if (column == EMPTY_TEXT) {
      terms[i].kind = RDF_LITERAL;
    }
  }
  if (!known) {
    att_report(asking->sink, ATT_ERROR, asking->place,
               "The query aggregates over nothing; ask for the aggregates "
               "alone");
    return ATT_QUERY;
  }
  return att_answer_row(answer, terms);
}

static AttStatus
rows_write(Asking* asking, Answer* answer) {
  while (!asking->nothing && !librdf_query_results_finished(asking->results)) {
    TRY(att_source_status(asking->source));
    TRY(row_count(asking, answer->rows + 1));
    TRY(row_write(asking, answer));
    librdf_query_results_next(asking->results);
  }
  TRY(att_source_status(asking->source));
  if (asking->reported) {
    return ATT_QUERY;
  }
  if (asking->nothing && asking->question.one_row) {
    TRY(empty_row_write(asking, answer));
  }
  asking->answer.rows = answer->rows;
  return ATT_OK;
}

static bool
has_prefix(const Prefixes* prefixes, const Prefix* prefix) {
  for (size_t i = 0; i < prefixes->length; i++) {
    if (att_slice_equals(prefixes->items[i].name, prefix->name)) {
      return true;
    }
  }
  return false;
}

/* The prefixes that shorten the graph's IRIs. A store is not walked to find
 * them. */
static AttStatus
graph_prefixes(Asking* asking, Prefixes* out) {
  const AttGraph* const graph = asking->request->graph;
  const Quad* quads = NULL;
  size_t count = 0;
  if (att_graph_view(graph) == NULL) {
    TRY(att_order_triples(&asking->arena, graph, &quads, &count));
    return att_prefixes_find(&asking->arena, graph, quads, count, out);
  }
  const Prefix* const known = att_prefixes_known(&count);
  for (size_t i = 0; i < count; i++) {
    TRY(LIST_PUSH(&asking->arena, out, known[i]));
  }
  return ATT_OK;
}

/* The prefixes of the query, and those of the graph that it does not take. */
static AttStatus
prefixes_gather(Asking* asking, Prefixes* out) {
  Prefixes found = { 0 };
  *out = asking->question.prefixes;
  TRY(graph_prefixes(asking, &found));
  for (size_t i = 0; i < found.length; i++) {
    if (!has_prefix(out, &found.items[i])) {
      TRY(LIST_PUSH(&asking->arena, out, found.items[i]));
    }
  }
  return ATT_OK;
}

static AttStatus
select_answer(Asking* asking, FILE* file, AttFormat format) {
  Answer answer = { .file = file,
                    .format = format,
                    .arena = &asking->arena,
                    .names = *att_source_names(asking->source) };
  if (format == ATT_TABLE) {
    TRY(prefixes_gather(asking, &answer.prefixes));
  }
  att_answer_begin(&answer);
  TRY(rows_write(asking, &answer));
  return att_answer_end(&answer);
}

static AttStatus
statement_add(Asking* asking, librdf_statement* statement, AttGraph* graph) {
  RdfTerm terms[3];
  TRY(term_of_node(asking, librdf_statement_get_subject(statement), &terms[0]));
  TRY(
    term_of_node(asking, librdf_statement_get_predicate(statement), &terms[1]));
  TRY(term_of_node(asking, librdf_statement_get_object(statement), &terms[2]));
  /* A template may make what is no triple: it is left out. */
  if (terms[0].kind == RDF_NONE || terms[0].kind == RDF_LITERAL ||
      terms[1].kind != RDF_IRI || terms[2].kind == RDF_NONE) {
    return ATT_OK;
  }
  Quad quad = { .graph = GRAPH_DEFAULT };
  TRY(att_graph_term(graph, terms[0], &quad.subject));
  TRY(att_graph_term(graph, terms[1], &quad.predicate));
  TRY(att_graph_term(graph, terms[2], &quad.object));
  return att_graph_add(graph, quad);
}

static AttStatus
stream_read(Asking* asking, librdf_stream* stream, AttGraph* graph) {
  while (!librdf_stream_end(stream)) {
    TRY(att_source_status(asking->source));
    TRY(row_count(asking, att_graph_size(graph)));
    librdf_statement* const statement = librdf_stream_get_object(stream);
    if (statement != NULL) {
      TRY(statement_add(asking, statement, graph));
    }
    att_arena_reset(&asking->scratch);
    librdf_stream_next(stream);
  }
  return att_source_status(asking->source);
}

static AttStatus
construct_answer(Asking* asking, FILE* file, AttFormat format) {
  AttGraph* graph = NULL;
  TRY(att_graph_new(&graph));
  librdf_stream* const stream = librdf_query_results_as_stream(asking->results);
  AttStatus status =
    stream == NULL ? ATT_NO_MEMORY : stream_read(asking, stream, graph);
  if (stream != NULL) {
    librdf_free_stream(stream);
  }
  if (status == ATT_OK) {
    asking->answer.rows = att_graph_size(graph);
    status =
      att_write(graph, file, asking->request->path, format, asking->sink);
  }
  att_graph_free(graph);
  return status;
}

/* The format of the answer, or ATT_FORMAT_NONE after a report if the one that
 * was asked for does not fit. */
static AttFormat
format_choose(Asking* asking) {
  const bool is_graph = librdf_query_results_is_graph(asking->results);
  AttFormat format = asking->request->format;
  if (format == ATT_FORMAT_NONE) {
    return is_graph ? ATT_TURTLE : ATT_TABLE;
  }
  if (is_graph != att_format_is_rdf(format) || format == ATT_TRIG) {
    att_report(asking->sink, ATT_ERROR, asking->place,
               is_graph ? "CONSTRUCT is not answered as %s"
                        : "SELECT and ASK are not answered as %s",
               att_format_name(format));
    return ATT_FORMAT_NONE;
  }
  return format;
}

static AttStatus
results_write(Asking* asking, FILE* file, AttFormat format) {
  if (librdf_query_results_is_graph(asking->results)) {
    return construct_answer(asking, file, format);
  }
  if (librdf_query_results_is_boolean(asking->results)) {
    asking->answer.yes = librdf_query_results_get_boolean(asking->results) > 0;
    asking->answer.rows = asking->answer.yes;
    TRY(att_source_status(asking->source));
    att_answer_yes(file, format, asking->answer.yes);
    return ATT_OK;
  }
  return select_answer(asking, file, format);
}

static AttStatus
question_answer(Asking* asking) {
  const QueryRequest* const request = asking->request;
  TRY(att_question_read(&asking->arena, request->text, request->graph,
                        asking->place, asking->sink, &asking->question));
  const QuerySetting setting = { .graph = request->graph,
                                 .tokens = &asking->question.clauses.tokens,
                                 .only_unnamed = request->only_unnamed,
                                 .sink = asking->sink,
                                 .place = asking->place };
  TRY(redland_begin(asking, &setting));
  TRY(redland_ask(asking, asking->question.text, &asking->query,
                  &asking->results));
  TRY(probes_ask(asking));
  const AttFormat format = format_choose(asking);
  if (format == ATT_FORMAT_NONE) {
    return ATT_INPUT;
  }
  Output output;
  TRY(att_output_begin(request->path, asking->sink, &output));
  const AttStatus status = results_write(asking, output.file, format);
  return att_output_end(&output, status, asking->sink);
}

AttStatus
att_query_answer(const QueryRequest* request, const AttSink* sink,
                 AttAnswer* out) {
  Asking asking = { .request = request,
                    .sink = sink,
                    .place = { request->name, 0 },
                    .arena = att_arena_begin(GRAPH_CEILING),
                    .scratch = att_arena_begin(GRAPH_CEILING) };
  const AttStatus status = question_answer(&asking);
  redland_end(&asking);
  att_arena_end(&asking.scratch);
  att_arena_end(&asking.arena);
  if (status == ATT_OK && out != NULL) {
    *out = asking.answer;
  }
  return status;
}

AttStatus
att_graph_query(const AttGraph* graph, const char* name, const char* query,
                AttFormat format, const char* path, AttSink sink,
                AttAnswer* out) {
  const QueryRequest request = {
    .graph = graph, .name = name, .text = query, .format = format, .path = path
  };
  return att_query_answer(&request, &sink, out);
}
