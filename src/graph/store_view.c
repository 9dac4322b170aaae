/* A view of a store: what it held at one moment, for asking. */
/* SPDX-License-Identifier: MIT */
#include "graph/store_view.h"

#include "graph/store_quads.h"
#include "graph/store_terms.h"

#include <lmdb.h>
#include <stdlib.h>

#define KEY_SIZE 4
#define VALUE_SIZE 12

/* A graph with fewer triples is read through rather than sought in. */
#define GRAPH_SMALL 256

struct StoreView {
  StoreTxn txn;
  MDB_cursor* cursors[STORE_ORDERS];
  AttStatus status;
};

/* The places of subject, predicate and object in a row of each order; the graph
 * has the one that is left. */
static const unsigned places[STORE_ORDERS][3] = {
  [STORE_SPO] = { 0, 1, 2 },
  [STORE_POS] = { 2, 0, 1 },
  [STORE_OSP] = { 1, 2, 0 },
  [STORE_GSPO] = { 1, 2, 3 },
};

/* The terms by which an order sorts triples: 0 for the subject, 1, 2. */
static const unsigned sorts[STORE_ORDERS][3] = {
  [STORE_SPO] = { 0, 1, 2 },
  [STORE_POS] = { 1, 2, 0 },
  [STORE_OSP] = { 2, 0, 1 },
  [STORE_GSPO] = { 0, 1, 2 },
};

AttStatus
att_view_new(AttStore* store, StoreView** out) {
  StoreView* const view = calloc(1, sizeof *view);
  if (view == NULL) {
    return ATT_NO_MEMORY;
  }
  AttStatus status = att_store_begin(store, &view->txn);
  for (size_t i = 0; i < STORE_ORDERS && status == ATT_OK; i++) {
    status =
      att_store_fail(store, mdb_cursor_open(view->txn.txn, store->tables[i],
                                            &view->cursors[i]));
  }
  if (status != ATT_OK) {
    att_view_free(view);
    return status;
  }
  *out = view;
  return ATT_OK;
}

void
att_view_free(StoreView* view) {
  if (view == NULL) {
    return;
  }
  for (size_t i = 0; i < STORE_ORDERS; i++) {
    if (view->cursors[i] != NULL) {
      mdb_cursor_close(view->cursors[i]);
    }
  }
  att_store_end(&view->txn);
  free(view);
}

AttStatus
att_view_status(const StoreView* view) {
  return view->status;
}

/* False, and the view's status, for any other status than ATT_OK. */
static bool
good(StoreView* view, AttStatus status) {
  if (view->status == ATT_OK) {
    view->status = status;
  }
  return status == ATT_OK;
}

/* Whether LMDB found what it was to find. */
static bool
found(StoreView* view, int code) {
  return code == 0 || (code != MDB_NOTFOUND &&
                       good(view, att_store_fail(view->txn.store, code)));
}

TermId
att_view_find(StoreView* view, const RdfTerm* term) {
  TermId id = 0;
  return good(view, att_store_term_find(&view->txn, term, &id)) ? id : 0;
}

RdfTerm
att_view_term(StoreView* view, TermId id) {
  RdfTerm term = { 0 };
  const bool known = good(view, att_store_term_of(&view->txn, id, &term));
  return known ? term : (RdfTerm){ 0 };
}

TermId
att_view_last_term(const StoreView* view) {
  return view->txn.head.last_term;
}

size_t
att_view_size(const StoreView* view) {
  return (size_t)view->txn.head.quads;
}

AttStatus
att_view_graphs(StoreView* view, Arena* arena, TermId** out, size_t* count) {
  StoreGraph* graphs = NULL;
  size_t length = 0;
  TermId* names = NULL;
  TRY(att_store_graphs(&view->txn, arena, &graphs, &length));
  TRY(att_arena_alloc(arena, length * sizeof *names, &names));
  *count = 0;
  for (size_t i = 0; i < length; i++) {
    if (graphs[i].name != GRAPH_DEFAULT) {
      names[(*count)++] = graphs[i].name;
    }
  }
  *out = names;
  return ATT_OK;
}

/* The number of rows under one key. */
static size_t
key_count(StoreView* view, StoreTable order, TermId id) {
  unsigned char bytes[KEY_SIZE];
  att_store_put32(bytes, id);
  MDB_val key = { KEY_SIZE, bytes };
  MDB_val value;
  MDB_cursor* const cursor = view->cursors[order];
  size_t count = 0;
  if (!found(view, mdb_cursor_get(cursor, &key, &value, MDB_SET)) ||
      !found(view, mdb_cursor_count(cursor, &count))) {
    return 0;
  }
  return count;
}

static size_t
smaller(size_t left, size_t right) {
  return left < right ? left : right;
}

/* How many rows the known terms allow, graphs aside. */
static size_t
key_bound(StoreView* view, const TermId key[3]) {
  size_t count = att_view_size(view);
  for (size_t i = 0; i < 3; i++) {
    if (key[i] != 0) {
      count = smaller(count, key_count(view, (StoreTable)i, key[i]));
    }
  }
  return count;
}

static size_t
scope_bound(StoreView* view, const ViewScope* scope) {
  size_t count = scope->all ? att_view_size(view) : 0;
  for (size_t i = 0; !scope->all && i < scope->count; i++) {
    count += key_count(view, STORE_GSPO, scope->graphs[i]);
  }
  return count;
}

/* The tree that has the known terms in front. */
static StoreTable
order_choose(StoreView* view, const ViewScope* scope, const TermId key[3]) {
  if (!scope->all && scope->count == 1) {
    const size_t rows = scope_bound(view, scope);
    if (key[0] != 0 || rows < GRAPH_SMALL || rows <= key_bound(view, key)) {
      return STORE_GSPO;
    }
  }
  if (key[1] != 0 && key[0] == 0) {
    return STORE_POS;
  }
  return key[2] != 0 && key[1] == 0 ? STORE_OSP : STORE_SPO;
}

ViewReader
att_view_begin(StoreView* view, const ViewScope* scope, const TermId key[3]) {
  ViewReader reader = { .scope = *scope };
  memcpy(reader.key, key, sizeof reader.key);
  reader.order = order_choose(view, scope, key);
  reader.ended = !scope->all && scope->count == 0;
  return reader;
}

/* A row of a tree: [0] is its key. */
typedef struct TreeRow {
  TermId place[4];
} TreeRow;

/* Where reading begins, or goes on behind the last triple: no row that is
 * wanted stands before it. The first `*known` places are the same in all. */
static TreeRow
row_sought(const ViewReader* reader, size_t* known) {
  const bool graph = reader->order == STORE_GSPO;
  const unsigned* const sort = sorts[reader->order];
  TreeRow row = { { 0 } };
  size_t front = 0;
  while (front < 3 && reader->key[sort[front]] != 0) {
    front++;
  }
  for (size_t i = 0; i < 3; i++) {
    const TermId wanted = i < front ? reader->key[sort[i]] : 0;
    row.place[places[reader->order][sort[i]]] =
      reader->begun ? reader->last.term[sort[i]] : wanted;
  }
  if (graph) {
    row.place[0] = reader->scope.graphs[0];
  } else if (reader->begun) {
    row.place[3] = UINT32_MAX;
  }
  *known = front + (graph ? 1 : 0);
  return row;
}

static TreeRow
row_read(const MDB_val* key, const MDB_val* value) {
  const unsigned char* const at = value->mv_data;
  return (TreeRow){ { att_store_get32(key->mv_data), att_store_get32(at),
                      att_store_get32(at + 4), att_store_get32(at + 8) } };
}

/* Whether the row is of terms that the store has: else it is damaged. */
static bool
is_sound(const StoreView* view, const ViewReader* reader, const TreeRow* row) {
  const TermId last = att_view_last_term(view);
  for (size_t i = 0; i < 3; i++) {
    const TermId term = row->place[places[reader->order][i]];
    if (term == 0 || term > last) {
      return false;
    }
  }
  return row->place[reader->order == STORE_GSPO ? 0 : 3] <= last;
}

/* Moves the cursor to the first row that is not before `row`; `bytes` is where
 * `key` may point. */
static int
row_seek(MDB_cursor* cursor, const TreeRow* row, unsigned char* bytes,
         MDB_val* key, MDB_val* value) {
  for (size_t i = 0; i < 4; i++) {
    att_store_put32(bytes + 4 * i, row->place[i]);
  }
  *key = (MDB_val){ KEY_SIZE, bytes };
  *value = (MDB_val){ VALUE_SIZE, bytes + KEY_SIZE };
  int code = mdb_cursor_get(cursor, key, value, MDB_GET_BOTH_RANGE);
  if (code == MDB_NOTFOUND) {
    /* No such key, or nothing behind it there. */
    code = mdb_cursor_get(cursor, key, value, MDB_SET_RANGE);
    if (code == 0 && att_store_get32(key->mv_data) == row->place[0]) {
      code = mdb_cursor_get(cursor, key, value, MDB_NEXT_NODUP);
    }
  }
  return code;
}

static bool
in_scope(const ViewScope* scope, TermId graph) {
  for (size_t i = 0; !scope->all && i < scope->count; i++) {
    if (scope->graphs[i] == graph) {
      return true;
    }
  }
  return scope->all;
}

/* Takes a row as the next triple, if it is one. */
static bool
row_take(ViewReader* reader, const TreeRow* row, Triple* out) {
  const unsigned* const place = places[reader->order];
  const Triple triple = { { row->place[place[0]], row->place[place[1]],
                            row->place[place[2]] } };
  for (size_t i = 0; i < 3; i++) {
    if (reader->key[i] != 0 && reader->key[i] != triple.term[i]) {
      return false;
    }
  }
  const bool again =
    reader->begun && memcmp(&triple, &reader->last, sizeof triple) == 0;
  if (again || (reader->order != STORE_GSPO &&
                !in_scope(&reader->scope, row->place[3]))) {
    return false;
  }
  *out = triple;
  reader->last = triple;
  reader->begun = true;
  return true;
}

size_t
att_view_next(StoreView* view, ViewReader* reader, Triple* out, size_t room) {
  size_t known = 0;
  size_t count = 0;
  if (reader->ended) {
    return 0;
  }
  MDB_cursor* const cursor = view->cursors[reader->order];
  unsigned char bytes[KEY_SIZE + VALUE_SIZE];
  MDB_val key;
  MDB_val value;
  const TreeRow sought = row_sought(reader, &known);
  int code = row_seek(cursor, &sought, bytes, &key, &value);
  while (count < room && found(view, code)) {
    if (key.mv_size != KEY_SIZE || value.mv_size != VALUE_SIZE) {
      code = MDB_CORRUPTED;
      continue;
    }
    const TreeRow row = row_read(&key, &value);
    if (memcmp(row.place, sought.place, known * sizeof row.place[0]) != 0) {
      break;
    }
    if (!is_sound(view, reader, &row)) {
      code = MDB_CORRUPTED;
      continue;
    }
    count += row_take(reader, &row, &out[count]);
    code = mdb_cursor_get(cursor, &key, &value, MDB_NEXT);
  }
  reader->ended = count < room;
  return count;
}

size_t
att_view_count(StoreView* view, const ViewScope* scope, const TermId key[3]) {
  Triple first;
  ViewReader reader = att_view_begin(view, scope, key);
  if (att_view_next(view, &reader, &first, 1) == 0) {
    return 0;
  }
  const size_t bound = smaller(key_bound(view, key), scope_bound(view, scope));
  return bound == 0 ? 1 : bound;
}
