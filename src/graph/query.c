/* Asking a graph a SPARQL query. */
/* SPDX-License-Identifier: MIT */
#include "graph/query.h"

#include "base/iri.h"
#include "base/output.h"
#include "graph/answer.h"
#include "graph/format.h"
#include "graph/order.h"
#include "graph/parse.h"
#include "graph/plan.h"
#include "graph/redland.h"
#include "graph/run.h"
#include "graph/template.h"
#include "graph/write.h"

/* One question on its way. */
typedef struct Asking {
  Next next; /* takes the rows */
  const AttGraph* graph;
  const AttQuestion* question;
  const AttSink* sink;
  Place place;
  QueryEngine engine;
  Redland* redland;
  Arena arena;
  Terms terms;
  ParsedQuery query;
  Index index;
  Run run;
  AttFormat format;
  Answer table;   /* of SELECT */
  RdfTerm* cells; /* room for its row */
  AttGraph* made; /* of CONSTRUCT and DESCRIBE */
  AttAnswer answer;
} Asking;

static AttStatus
base_make(Asking* asking, const char** out) {
  const AttQuestion* const question = asking->question;
  if (question->base != NULL) {
    *out = question->base;
    return ATT_OK;
  }
  const char* const name = question->name == NULL ? "-" : question->name;
  Slice base;
  TRY(att_iri_of_path(&asking->arena, att_slice(name), &base));
  TRY(att_slice_copy(&asking->arena, base, &base));
  *out = base.start;
  return ATT_OK;
}

/* Whether the query may name that graph. */
static bool
is_named(const ParsedQuery* query, TermId name) {
  for (size_t i = 0; i < query->from_named.length; i++) {
    if (query->from_named.items[i] == name) {
      return true;
    }
  }
  return !query->has_dataset;
}

/* The graphs that GRAPH may name: a store has many, and few queries ask. */
static AttStatus
names_gather(Asking* asking) {
  LIST(TermId) names = { 0 };
  if (!asking->query.has_graph) {
    return ATT_OK;
  }
  TermId* all = NULL;
  size_t count = 0;
  const bool stored = asking->index.triples.view != NULL;
  if (stored) {
    TRY(att_view_graphs(asking->index.triples.view, &asking->arena, &all,
                        &count));
  }
  for (size_t i = 0; i < (stored ? count : asking->index.named_count); i++) {
    const TermId name = stored ? all[i] : asking->index.named[i].name;
    if (is_named(&asking->query, name)) {
      TRY(LIST_PUSH(&asking->arena, &names, name));
    }
  }
  asking->run.dataset.names = names.items;
  asking->run.dataset.count = names.length;
  return ATT_OK;
}

static AttStatus
dataset_open(Asking* asking) {
  const ParsedQuery* const query = &asking->query;
  LIST(TermId) from = { 0 };
  for (size_t i = 0; i < query->from.length; i++) {
    if (query->from.items[i] <= asking->terms.last) {
      TRY(LIST_PUSH(&asking->arena, &from, query->from.items[i]));
    }
  }
  const IndexScope scope = { .only_unnamed = asking->question->only_unnamed,
                             .restricted = query->has_dataset,
                             .has_named = query->has_graph,
                             .defaults = from.items,
                             .default_count = from.length };
  const Index* const kept = att_graph_kept_index(asking->graph);
  if (kept != NULL && !scope.only_unnamed && !scope.restricted) {
    asking->index = *kept;
  } else {
    TRY(att_index_build(&asking->arena, asking->graph, &scope, &asking->index));
  }
  asking->run.dataset.index = &asking->index;
  return names_gather(asking);
}

static AttStatus
run_prepare(Asking* asking) {
  TRY(dataset_open(asking));
  TRY(att_plan_select(&asking->arena, &asking->index, asking->query.select));
  asking->run.terms = &asking->terms;
  asking->run.base = asking->query.base;
  asking->run.place = asking->place;
  asking->run.sink = asking->sink;
  asking->run.seconds = asking->question->seconds;
  asking->run.arena = &asking->arena;
  return att_run_begin(&asking->run);
}

static bool
row_count(Asking* asking, size_t rows) {
  const size_t limit =
    asking->question->rows == 0 ? ROW_LIMIT : asking->question->rows;
  if (rows <= limit) {
    return true;
  }
  att_report(asking->sink, ATT_ERROR, asking->place,
             "The answer has more than %zu rows", limit);
  return att_run_fail(&asking->run, ATT_LIMIT);
}

static bool
table_row(Run* run, const Next* next) {
  Asking* const asking = (Asking*)(uintptr_t)next;
  const Select* const select = asking->query.select;
  for (size_t i = 0; i < select->columns.length; i++) {
    asking->cells[i] =
      att_terms_of(run->terms, run->row[select->columns.items[i].variable]);
  }
  if (!row_count(asking, asking->table.rows + 1)) {
    return false;
  }
  const AttStatus status = att_answer_row(&asking->table, asking->cells);
  return status == ATT_OK || att_run_fail(run, status);
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
  const AttGraph* const graph = asking->graph;
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
  *out = asking->query.prefixes;
  TRY(graph_prefixes(asking, &found));
  for (size_t i = 0; i < found.length; i++) {
    if (!has_prefix(out, &found.items[i])) {
      TRY(LIST_PUSH(&asking->arena, out, found.items[i]));
    }
  }
  return ATT_OK;
}

static AttStatus
select_answer(Asking* asking, raptor_iostream* out) {
  const Select* const select = asking->query.select;
  Answer* const table = &asking->table;
  *table =
    (Answer){ .out = out, .format = asking->format, .arena = &asking->arena };
  for (size_t i = 0; i < select->columns.length; i++) {
    TRY(LIST_PUSH(&asking->arena, &table->names,
                  select->names.items[select->columns.items[i].variable]));
  }
  if (asking->format == ATT_TABLE) {
    TRY(prefixes_gather(asking, &table->prefixes));
  }
  TRY(att_arena_alloc(&asking->arena,
                      select->columns.length * sizeof *asking->cells,
                      &asking->cells));
  asking->next.row = table_row;
  att_answer_begin(table);
  (void)att_run_select(&asking->run, select, &asking->next);
  TRY(asking->run.status);
  asking->answer.rows = table->rows;
  return att_answer_end(table);
}

static bool
yes_row(Run* run, const Next* next) {
  (void)run;
  ((Asking*)(uintptr_t)next)->answer.yes = true;
  return false;
}

static AttStatus
ask_answer(Asking* asking, raptor_iostream* out) {
  asking->next.row = yes_row;
  (void)att_run_select(&asking->run, asking->query.select, &asking->next);
  TRY(asking->run.status);
  asking->answer.rows = asking->answer.yes;
  att_answer_yes(out, asking->format, asking->answer.yes);
  return ATT_OK;
}

static bool
template_row(Run* run, const Next* next) {
  Asking* const asking = (Asking*)(uintptr_t)next;
  const AttStatus status =
    asking->query.form == FORM_CONSTRUCT
      ? att_template_fill(run, &asking->query, asking->made)
      : att_describe_row(run, &asking->query, asking->made);
  return (status == ATT_OK || att_run_fail(run, status)) &&
         row_count(asking, att_graph_size(asking->made));
}

static AttStatus
graph_answer(Asking* asking, FILE* file) {
  TRY(att_graph_new(&asking->made));
  asking->next.row = template_row;
  (void)att_run_select(&asking->run, asking->query.select, &asking->next);
  TRY(asking->run.status);
  asking->answer.rows = att_graph_size(asking->made);
  return att_write(asking->made, file, asking->question->path, asking->format,
                   asking->sink);
}

static bool
form_is_graph(QueryForm form) {
  return form == FORM_CONSTRUCT || form == FORM_DESCRIBE;
}

/* The format of the answer, or ATT_FORMAT_NONE after a report if the one that
 * was asked for does not fit. */
static AttFormat
format_choose(const Asking* asking) {
  const bool graph = form_is_graph(asking->query.form);
  const AttFormat format = asking->question->format;
  if (format == ATT_FORMAT_NONE) {
    return graph ? ATT_TURTLE : ATT_TABLE;
  }
  if (graph != att_format_is_rdf(format) || format == ATT_TRIG) {
    att_report(asking->sink, ATT_ERROR, asking->place,
               graph ? "CONSTRUCT and DESCRIBE are not answered as %s"
                     : "SELECT and ASK are not answered as %s",
               att_format_name(format));
    return ATT_FORMAT_NONE;
  }
  return format;
}

/* What Redland has the engine do. */
static AttStatus
query_execute(void* user, Slice text, Slice base) {
  Asking* const asking = user;
  const ParseSetting setting = { .arena = &asking->arena,
                                 .terms = &asking->terms,
                                 .base = base,
                                 .place = asking->place,
                                 .sink = asking->sink };
  TRY(att_query_parse(&setting, text, &asking->query));
  if (asking->question->check) {
    return ATT_OK;
  }
  asking->format = format_choose(asking);
  return asking->format == ATT_FORMAT_NONE ? ATT_INPUT : run_prepare(asking);
}

static bool
is_graph(void* user) {
  const Asking* const asking = user;
  return form_is_graph(asking->query.form);
}

static AttStatus
rows_write(void* user, raptor_iostream* out) {
  Asking* const asking = user;
  return asking->query.form == FORM_ASK ? ask_answer(asking, out)
                                        : select_answer(asking, out);
}

static AttStatus
question_answer(Asking* asking) {
  TRY(att_terms_begin(asking->graph, &asking->terms));
  const char* base = NULL;
  TRY(base_make(asking, &base));
  TRY(att_redland_begin(&asking->arena, &asking->engine, asking->sink,
                        asking->place, &asking->redland));
  TRY(att_redland_execute(asking->redland, asking->question->text, base));
  if (asking->question->check) {
    return ATT_OK;
  }
  Output output;
  TRY(att_output_begin(asking->question->path, asking->sink, &output));
  const AttStatus status = att_redland_is_graph(asking->redland)
                             ? graph_answer(asking, output.file)
                             : att_redland_write(asking->redland, output.file);
  return att_output_end(&output, status, asking->sink);
}

AttStatus
att_graph_ask(const AttGraph* graph, const AttQuestion* question, AttSink sink,
              AttAnswer* out) {
  Asking asking = { .graph = graph,
                    .question = question,
                    .sink = &sink,
                    .place = { question->name, 0 },
                    .arena = att_arena_begin(GRAPH_CEILING) };
  asking.engine = (QueryEngine){ &asking, query_execute, is_graph, rows_write };
  AttStatus status = question_answer(&asking);
  StoreView* const view = att_graph_view(graph);
  if (status == ATT_OK && view != NULL) {
    status = att_view_status(view);
  }
  att_redland_end(asking.redland);
  att_run_end(&asking.run);
  att_graph_free(asking.made);
  att_terms_end(&asking.terms);
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
  const AttQuestion question = {
    .name = name, .text = query, .format = format, .path = path
  };
  return att_graph_ask(graph, &question, sink, out);
}
