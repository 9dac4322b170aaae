/* Records of any bytes lie in the tables of a store, which is then read. */
/* SPDX-License-Identifier: MIT */
#include "graph/graph.h"
#include "graph/store.h"
#include "target.h"

#include <lmdb.h>
#include <stdlib.h>

/* Bytes of keys and values, where all of a table have as many; 0: any. */
static const struct {
  size_t key;
  size_t value;
} sizes[STORE_TABLE_COUNT] = {
  [STORE_SPO] = { 4, 12 },  [STORE_POS] = { 4, 12 },  [STORE_OSP] = { 4, 12 },
  [STORE_GSPO] = { 4, 12 }, [STORE_TERMS] = { 4, 0 }, [STORE_HASHES] = { 8, 4 },
};

static Slice
bytes_take(Slice* from, size_t count) {
  const size_t taken = count < from->length ? count : from->length;
  const Slice bytes = att_slice_part(*from, 0, taken);
  *from = att_slice_part(*from, taken, from->length);
  return bytes;
}

/* A byte each for the table, the sizes where they differ, then the bytes. */
static bool
record_put(StoreTxn* txn, Slice* from) {
  const Slice head = bytes_take(from, 2);
  if (head.length < 2) {
    return false;
  }
  const size_t table = (unsigned char)head.start[0] % STORE_TABLE_COUNT;
  const size_t wanted = sizes[table].value;
  const Slice key = bytes_take(from, sizes[table].key);
  const Slice value =
    bytes_take(from, wanted == 0 ? (unsigned char)head.start[1] : wanted);
  if (key.length < sizes[table].key || value.length < wanted) {
    return false;
  }
  MDB_val put_key = { key.length, (void*)(uintptr_t)key.start };
  MDB_val put_value = { value.length, (void*)(uintptr_t)value.start };
  (void)mdb_put(txn->txn, txn->store->tables[table], &put_key, &put_value, 0);
  return true;
}

static AttStatus
records_put(void* user, StoreTxn* txn) {
  Slice records = *(const Slice*)user;
  for (size_t i = 0; i < STORE_TABLE_COUNT; i++) {
    (void)mdb_drop(txn->txn, txn->store->tables[i], 0);
  }
  const Slice head = bytes_take(&records, 2);
  txn->head.last_term = head.length == 0 ? 0 : (unsigned char)head.start[0];
  txn->head.quads = head.length < 2 ? 0 : (unsigned char)head.start[1];
  txn->changed = true;
  while (record_put(txn, &records)) {
  }
  return ATT_OK;
}

static void
graph_told(void* user, const AttStoreGraph* graph) {
  uint64_t* const sum = user;
  *sum += graph->triples + (graph->name == NULL ? 0 : strlen(graph->name));
}

static const char* folder;

static void
folder_remove(void) {
  static const char* const names[] = { "data.mdb", "lock.mdb" };
  char path[64];
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    (void)snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    (void)unlink(path);
  }
  (void)rmdir(folder);
}

static AttStore*
store_open(void) {
  AttStore* store = NULL;
  folder = fuzz_folder();
  (void)atexit(folder_remove);
  if (att_store_open(folder, ATT_STORE_WRITE, (AttSink){ 0 }, &store) !=
        ATT_OK ||
      mdb_env_set_flags(store->env, MDB_NOSYNC, 1) != 0) {
    abort();
  }
  return store;
}

static void
graph_add(AttStore* store) {
  AttGraph* graph = NULL;
  if (att_graph_new(&graph) == ATT_OK &&
      att_graph_read(graph,
                     SLICE("<http://e/a> <http://e/p> _:b <http://e/g>."
                           "\n<http://e/a> <http://e/p> \"c\"@en .\n"),
                     "quads", ATT_NQUADS, NULL) == ATT_OK) {
    (void)att_store_add(store, graph);
  }
  att_graph_free(graph);
}

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static AttStore* store;
  if (store == NULL) {
    store = store_open();
  }
  Slice records = { (const char*)data, size };
  if (att_store_write(store, size * 4, records_put, &records) != ATT_OK) {
    return 0;
  }
  uint64_t sum = 0;
  AttStoreStat stat;
  AttGraph* graph = NULL;
  (void)att_store_list(store, graph_told, &sum);
  (void)att_store_stat(store, &stat);
  (void)att_store_export(store, "/dev/null");
  if (att_graph_new(&graph) == ATT_OK) {
    (void)att_store_load(store, NULL, graph);
  }
  att_graph_free(graph);
  (void)att_store_query(store, "fuzz", "SELECT * { ?s ?p ?o . ?o ?q ?r }",
                        ATT_FORMAT_NONE, "/dev/null", NULL);
  (void)att_store_query(store, "fuzz", "SELECT * { GRAPH ?g { ?s ?p ?o } }",
                        ATT_FORMAT_NONE, "/dev/null", NULL);
  graph_add(store);
  (void)att_store_remove(store, NULL);
  return 0;
}
