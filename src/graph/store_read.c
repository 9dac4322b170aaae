/* Reading a store as a whole: its graphs listed, counted and exported. */
/* SPDX-License-Identifier: MIT */
#include "base/output.h"
#include "graph/order.h"
#include "graph/store_quads.h"
#include "graph/store_terms.h"
#include "graph/write.h"

#include <lmdb.h>
#include <stdlib.h>

/* Quads written at once: small graphs share the cost of sorting, and memory
 * stays bounded by the largest graph. */
#define EXPORT_BATCH ((size_t)256 * 1024)

/* A graph under its name's text. */
typedef struct Listed {
  RdfTerm name; /* RDF_NONE: the default graph */
  StoreGraph graph;
} Listed;

static int
listed_compare(const void* left, const void* right) {
  const Listed* const a = left;
  const Listed* const b = right;
  return att_term_compare(&a->name, &b->name);
}

/* The graphs by name. */
static AttStatus
graphs_list(StoreTxn* txn, Arena* arena, Listed** out, size_t* count) {
  StoreGraph* graphs = NULL;
  Listed* listed = NULL;
  TRY(att_store_graphs(txn, arena, &graphs, count));
  TRY(att_arena_alloc(arena, *count * sizeof *listed, &listed));
  for (size_t i = 0; i < *count; i++) {
    listed[i].graph = graphs[i];
    if (graphs[i].name != GRAPH_DEFAULT) {
      TRY(att_store_term_of(txn, graphs[i].name, &listed[i].name));
    }
  }
  qsort(listed, *count, sizeof *listed, listed_compare);
  *out = listed;
  return ATT_OK;
}

/* What a reader is given. */
typedef struct Reading {
  StoreTxn* txn;
  Arena* arena;
  void (*tell)(void* user, const AttStoreGraph* graph);
  void* user;
  FILE* file;
  const char* name;
  AttGraph* graph;
  AttStoreStat stat;
} Reading;

/* Does `work` in a transaction that reads, with an arena. */
static AttStatus
read_with(AttStore* store, AttStatus (*work)(Reading*), Reading* reading) {
  StoreTxn txn = { 0 };
  TRY(att_store_begin(store, &txn));
  Arena arena = att_arena_begin(GRAPH_CEILING);
  reading->txn = &txn;
  reading->arena = &arena;
  const AttStatus status = work(reading);
  reading->txn = NULL;
  reading->arena = NULL;
  att_arena_end(&arena);
  att_store_end(&txn);
  return status;
}

static AttStatus
list_tell(Reading* reading) {
  Listed* listed = NULL;
  size_t count = 0;
  TRY(graphs_list(reading->txn, reading->arena, &listed, &count));
  for (size_t i = 0; i < count; i++) {
    AttStoreGraph graph = { .triples = listed[i].graph.rows };
    if (listed[i].name.kind != RDF_NONE) {
      Slice name;
      TRY(att_slice_copy(reading->arena, listed[i].name.value, &name));
      graph.name = name.start;
      graph.blank = listed[i].name.kind == RDF_BLANK;
    }
    reading->tell(reading->user, &graph);
  }
  return ATT_OK;
}

AttStatus
att_store_list(AttStore* store,
               void (*graph)(void* user, const AttStoreGraph* graph),
               void* user) {
  Reading reading = { .tell = graph, .user = user };
  return read_with(store, list_tell, &reading);
}

static AttStatus
entries_count(Reading* reading, StoreTable table, uint64_t* out) {
  AttStore* const store = reading->txn->store;
  MDB_stat stat;
  TRY(att_store_fail(store,
                     mdb_stat(reading->txn->txn, store->tables[table], &stat)));
  *out = stat.ms_entries;
  return ATT_OK;
}

static AttStatus
stat_fill(Reading* reading) {
  AttStore* const store = reading->txn->store;
  AttStoreStat* const out = &reading->stat;
  MDB_envinfo info;
  MDB_stat stat;
  StoreGraph* graphs = NULL;
  size_t count = 0;
  TRY(att_store_fail(store, mdb_env_info(store->env, &info)));
  TRY(att_store_fail(store, mdb_env_stat(store->env, &stat)));
  TRY(att_store_graphs(reading->txn, reading->arena, &graphs, &count));
  TRY(entries_count(reading, STORE_TERMS, &out->terms));
  out->version = reading->txn->head.version;
  out->quads = reading->txn->head.quads;
  out->bytes = (uint64_t)(info.me_last_pgno + 1) * stat.ms_psize;
  out->graphs =
    count - (count > 0 && graphs[0].name == GRAPH_DEFAULT ? 1U : 0U);
  return ATT_OK;
}

AttStatus
att_store_stat(AttStore* store, AttStoreStat* out) {
  Reading reading = { 0 };
  TRY(read_with(store, stat_fill, &reading));
  *out = reading.stat;
  return ATT_OK;
}

/* A term of the store in a graph of our own. */
static AttStatus
term_take(Reading* reading, AttGraph* graph, TermId id, TermId* out) {
  RdfTerm term;
  *out = GRAPH_DEFAULT;
  if (id == GRAPH_DEFAULT) {
    return ATT_OK;
  }
  TRY(att_store_term_of(reading->txn, id, &term));
  return att_graph_term(graph, term, out);
}

static AttStatus
rows_take(Reading* reading, AttGraph* graph, const StoreRows* rows) {
  for (size_t i = 0; i < rows->length; i++) {
    TermId terms[4];
    for (size_t j = 0; j < 4; j++) {
      TRY(term_take(reading, graph, rows->items[i].term[j], &terms[j]));
    }
    TRY(att_graph_add(graph, (Quad){ terms[0], terms[1], terms[2], terms[3] }));
  }
  return ATT_OK;
}

static AttStatus
graph_take(Reading* reading, AttGraph* graph, TermId name) {
  Arena scratch = att_arena_begin(GRAPH_CEILING);
  StoreRows rows = { 0 };
  AttStatus status = att_store_rows_of(reading->txn, &scratch, name, &rows);
  if (status == ATT_OK) {
    status = rows_take(reading, graph, &rows);
  }
  att_arena_end(&scratch);
  return status;
}

/* Writes the graphs from `*end` on, up to the one that fills a batch, and moves
 * `*end` behind it. */
static AttStatus
batch_fill(Reading* reading, const Listed* listed, size_t count,
           AttGraph* graph, size_t* end) {
  while (*end < count && att_graph_size(graph) < EXPORT_BATCH) {
    TRY(graph_take(reading, graph, listed[*end].graph.name));
    ++*end;
  }
  AttStore* const store = reading->txn->store;
  return att_write(graph, reading->file, store->name, ATT_NQUADS, &store->sink);
}

static AttStatus
export_write(Reading* reading) {
  Listed* listed = NULL;
  size_t count = 0;
  TRY(graphs_list(reading->txn, reading->arena, &listed, &count));
  for (size_t at = 0; at < count;) {
    AttGraph* graph = NULL;
    TRY(att_graph_new(&graph));
    const AttStatus status = batch_fill(reading, listed, count, graph, &at);
    att_graph_free(graph);
    TRY(status);
  }
  return ATT_OK;
}

AttStatus
att_store_export(AttStore* store, const char* path) {
  Output output;
  TRY(att_output_begin(path, &store->sink, &output));
  Reading reading = { .file = output.file };
  const AttStatus status = read_with(store, export_write, &reading);
  return att_output_end(&output, status, &store->sink);
}

static AttStatus
load_take(Reading* reading) {
  TermId id = GRAPH_DEFAULT;
  if (reading->name != NULL) {
    const bool blank = strncmp(reading->name, "_:", 2) == 0;
    const RdfTerm term = { .kind = blank ? RDF_BLANK : RDF_IRI,
                           .value =
                             att_slice(reading->name + (blank ? 2 : 0)) };
    TRY(att_store_term_find(reading->txn, &term, &id));
    if (id == GRAPH_DEFAULT) {
      return ATT_OK;
    }
  }
  return graph_take(reading, reading->graph, id);
}

AttStatus
att_store_load(AttStore* store, const char* name, AttGraph* graph) {
  Reading reading = { .name = name, .graph = graph };
  return read_with(store, load_take, &reading);
}
