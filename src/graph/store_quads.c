/* The quads of a store, in four orders. */
/* SPDX-License-Identifier: MIT */
#include "graph/store_quads.h"

#include <lmdb.h>
#include <stdlib.h>

/* A record: under the first term of an order, the other three. */
#define KEY_SIZE 4
#define VALUE_SIZE 12

/* From so many rows on they are sorted by their digits, of so many bits: two
 * digits are enough for the ids of four million terms. */
#define MANY_ROWS 2048
#define DIGIT_BITS 11
#define DIGITS (1U << DIGIT_BITS)

/* Which term comes first, second, third, fourth in each order. */
static const unsigned places[STORE_ORDERS][4] = {
  [STORE_SPO] = { 0, 1, 2, 3 },
  [STORE_POS] = { 1, 2, 0, 3 },
  [STORE_OSP] = { 2, 0, 1, 3 },
  [STORE_GSPO] = { 3, 0, 1, 2 },
};

typedef struct RowBytes {
  unsigned char key[KEY_SIZE];
  unsigned char value[VALUE_SIZE];
} RowBytes;

static RowBytes
row_bytes(const StoreRow* row, size_t order) {
  RowBytes bytes;
  att_store_put32(bytes.key, row->term[places[order][0]]);
  for (size_t i = 0; i < 3; i++) {
    att_store_put32(bytes.value + 4 * i, row->term[places[order][i + 1]]);
  }
  return bytes;
}

static int
row_compare(const StoreRow* left, const StoreRow* right, size_t order) {
  for (size_t i = 0; i < 4; i++) {
    const TermId a = left->term[places[order][i]];
    const TermId b = right->term[places[order][i]];
    if (a != b) {
      return a < b ? -1 : 1;
    }
  }
  return 0;
}

static int
compare_spo(const void* left, const void* right) {
  return row_compare(left, right, STORE_SPO);
}

static int
compare_pos(const void* left, const void* right) {
  return row_compare(left, right, STORE_POS);
}

static int
compare_osp(const void* left, const void* right) {
  return row_compare(left, right, STORE_OSP);
}

static int
compare_gspo(const void* left, const void* right) {
  return row_compare(left, right, STORE_GSPO);
}

static unsigned
digit_of(const StoreRow* row, unsigned place, unsigned shift) {
  return row->term[place] >> shift & (DIGITS - 1);
}

/* Puts the rows in order of one digit of one term; rows alike in it stay in
 * order. False, and nothing done, if all are. */
static bool
digit_sort(const StoreRow* from, StoreRow* to, size_t count, unsigned place,
           unsigned shift) {
  size_t ends[DIGITS] = { 0 };
  for (size_t i = 0; i < count; i++) {
    ends[digit_of(&from[i], place, shift)]++;
  }
  if (ends[digit_of(&from[0], place, shift)] == count) {
    return false;
  }
  for (size_t i = 1; i < DIGITS; i++) {
    ends[i] += ends[i - 1];
  }
  for (size_t i = count; i > 0; i--) {
    to[--ends[digit_of(&from[i - 1], place, shift)]] = from[i - 1];
  }
  return true;
}

/* Terms that rows are sorted by, one after the other: the last counts most. */
typedef struct Sorting {
  size_t order;
  unsigned terms[4];
  size_t count;
} Sorting;

/* From any order to that of the graphs. */
static const Sorting by_graph = { STORE_GSPO, { 2, 1, 0, 3 }, 4 };

/* All orders, each from the one before: rows alike in a term stay in order, so
 * that one term makes OSP of SPO. They come in the first. */
static const Sorting sortings[STORE_ORDERS] = {
  { STORE_GSPO, { 0 }, 0 },
  { STORE_SPO, { 2, 1, 0 }, 3 },
  { STORE_OSP, { 2 }, 1 },
  { STORE_POS, { 1 }, 1 },
};

/* Sorts by each digit of each term, the last first. */
static void
rows_sort_digits(StoreRow* rows, StoreRow* spare, size_t count,
                 const Sorting* sorting) {
  StoreRow* from = rows;
  StoreRow* to = spare;
  for (size_t i = 0; i < sorting->count; i++) {
    for (unsigned shift = 0; shift < 32; shift += DIGIT_BITS) {
      if (digit_sort(from, to, count, sorting->terms[i], shift)) {
        StoreRow* const sorted = to;
        to = from;
        from = sorted;
      }
    }
  }
  if (from != rows) {
    memcpy(rows, from, count * sizeof *rows);
  }
}

/* Many rows are sorted by their digits, some times faster; few, or when there
 * is no memory for that, by comparing. */
static void
rows_sort(StoreRow* rows, StoreRow* spare, size_t count,
          const Sorting* sorting) {
  static int (*const compare[STORE_ORDERS])(const void*, const void*) = {
    [STORE_SPO] = compare_spo,
    [STORE_POS] = compare_pos,
    [STORE_OSP] = compare_osp,
    [STORE_GSPO] = compare_gspo,
  };
  if (spare != NULL) {
    rows_sort_digits(rows, spare, count, sorting);
  } else if (count > 0) {
    qsort(rows, count, sizeof *rows, compare[sorting->order]);
  }
}

/* Room to sort many rows in; NULL where there is none, or they are few. */
static StoreRow*
spare_new(size_t count) {
  return count < MANY_ROWS ? NULL : malloc(count * sizeof(StoreRow));
}

void
att_store_rows_sort(StoreRow* rows, size_t count) {
  StoreRow* const spare = spare_new(count);
  rows_sort(rows, spare, count, &by_graph);
  free(spare);
}

int
att_store_row_compare(const StoreRow* left, const StoreRow* right) {
  return row_compare(left, right, STORE_GSPO);
}

static AttStatus
cursor_open(StoreTxn* txn, StoreTable table, MDB_cursor** out) {
  return att_store_fail(txn->store,
                        mdb_cursor_open(txn->txn, txn->store->tables[table],
                                        out));
}

static AttStatus
rows_read(StoreTxn* txn, MDB_cursor* cursor, Arena* arena, TermId graph,
          StoreRows* out) {
  unsigned char bytes[KEY_SIZE];
  att_store_put32(bytes, graph);
  MDB_val key = { KEY_SIZE, bytes };
  MDB_val value;
  int code = mdb_cursor_get(cursor, &key, &value, MDB_SET);
  while (code == 0) {
    if (value.mv_size != VALUE_SIZE) {
      return att_store_fail(txn->store, MDB_CORRUPTED);
    }
    const unsigned char* const at = value.mv_data;
    const StoreRow row = { { att_store_get32(at), att_store_get32(at + 4),
                             att_store_get32(at + 8), graph } };
    TRY(LIST_PUSH(arena, out, row));
    code = mdb_cursor_get(cursor, &key, &value, MDB_NEXT_DUP);
  }
  return code == MDB_NOTFOUND ? ATT_OK : att_store_fail(txn->store, code);
}

AttStatus
att_store_rows_of(StoreTxn* txn, Arena* arena, TermId graph, StoreRows* out) {
  MDB_cursor* cursor = NULL;
  TRY(cursor_open(txn, STORE_GSPO, &cursor));
  const AttStatus status = rows_read(txn, cursor, arena, graph, out);
  mdb_cursor_close(cursor);
  return status;
}

AttStatus
att_store_row_find(StoreTxn* txn, const StoreRow* row, bool* out) {
  MDB_cursor* cursor = NULL;
  TRY(cursor_open(txn, STORE_SPO, &cursor));
  RowBytes bytes = row_bytes(row, STORE_SPO);
  MDB_val key = { KEY_SIZE, bytes.key };
  MDB_val value = { VALUE_SIZE, bytes.value };
  const int code = mdb_cursor_get(cursor, &key, &value, MDB_GET_BOTH);
  mdb_cursor_close(cursor);
  *out = code == 0;
  return code == MDB_NOTFOUND ? ATT_OK : att_store_fail(txn->store, code);
}

/* How the rows of one key are put: at the end of the table, at the end of
 * their key, or wherever they belong. Putting at an end fills pages. */
typedef struct Putting {
  unsigned first;
  unsigned next;
} Putting;

static AttStatus
putting_choose(StoreTxn* txn, MDB_cursor* cursor, const RowBytes* row,
               Putting* out) {
  MDB_val key;
  MDB_val value;
  *out = (Putting){ 0, 0 };
  int code = mdb_cursor_get(cursor, &key, &value, MDB_LAST);
  if (code == MDB_NOTFOUND ||
      (code == 0 && memcmp(key.mv_data, row->key, KEY_SIZE) < 0)) {
    *out = (Putting){ MDB_APPEND, MDB_APPENDDUP };
    return ATT_OK;
  }
  TRY(att_store_fail(txn->store, code));
  key = (MDB_val){ KEY_SIZE, (void*)(uintptr_t)row->key };
  code = mdb_cursor_get(cursor, &key, &value, MDB_SET);
  if (code == MDB_NOTFOUND) {
    out->next = MDB_APPENDDUP;
    return ATT_OK;
  }
  TRY(att_store_fail(txn->store, code));
  TRY(att_store_fail(txn->store,
                     mdb_cursor_get(cursor, &key, &value, MDB_LAST_DUP)));
  if (value.mv_size == VALUE_SIZE &&
      memcmp(value.mv_data, row->value, VALUE_SIZE) < 0) {
    *out = (Putting){ MDB_APPENDDUP, MDB_APPENDDUP };
  }
  return ATT_OK;
}

/* Puts rows that are sorted in the cursor's order. */
static AttStatus
rows_put(StoreTxn* txn, MDB_cursor* cursor, const StoreRow* rows, size_t count,
         size_t order) {
  const unsigned first = places[order][0];
  Putting putting = { 0, 0 };
  for (size_t i = 0; i < count; i++) {
    RowBytes bytes = row_bytes(&rows[i], order);
    unsigned flags = putting.next;
    if (i == 0 || rows[i].term[first] != rows[i - 1].term[first]) {
      TRY(putting_choose(txn, cursor, &bytes, &putting));
      flags = putting.first;
    }
    MDB_val key = { KEY_SIZE, bytes.key };
    MDB_val value = { VALUE_SIZE, bytes.value };
    TRY(
      att_store_fail(txn->store, mdb_cursor_put(cursor, &key, &value, flags)));
  }
  return ATT_OK;
}

AttStatus
att_store_rows_add(StoreTxn* txn, StoreRow* rows, size_t count) {
  StoreRow* const spare = spare_new(count);
  AttStatus status = ATT_OK;
  for (size_t i = 0; count > 0 && i < STORE_ORDERS && status == ATT_OK; i++) {
    const size_t order = sortings[i].order;
    MDB_cursor* cursor = NULL;
    rows_sort(rows, spare, count, &sortings[i]);
    status = cursor_open(txn, (StoreTable)order, &cursor);
    if (status == ATT_OK) {
      txn->changed = true;
      status = rows_put(txn, cursor, rows, count, order);
      mdb_cursor_close(cursor);
    }
  }
  free(spare);
  txn->head.quads += status == ATT_OK ? count : 0;
  return status;
}

AttStatus
att_store_rows_remove(StoreTxn* txn, const StoreRow* rows, size_t count) {
  for (size_t order = 0; order < STORE_ORDERS; order++) {
    for (size_t i = 0; i < count; i++) {
      RowBytes bytes = row_bytes(&rows[i], order);
      MDB_val key = { KEY_SIZE, bytes.key };
      MDB_val value = { VALUE_SIZE, bytes.value };
      TRY(
        att_store_fail(txn->store, mdb_del(txn->txn, txn->store->tables[order],
                                           &key, &value)));
      txn->changed = true;
    }
  }
  txn->head.quads -= count;
  return ATT_OK;
}

AttStatus
att_store_term_used(StoreTxn* txn, TermId id, bool* out) {
  unsigned char bytes[KEY_SIZE];
  att_store_put32(bytes, id);
  *out = false;
  for (size_t order = 0; order < STORE_ORDERS && !*out; order++) {
    MDB_val key = { KEY_SIZE, bytes };
    MDB_val value;
    const int code = mdb_get(txn->txn, txn->store->tables[order], &key, &value);
    if (code != MDB_NOTFOUND) {
      TRY(att_store_fail(txn->store, code));
      *out = true;
    }
  }
  return ATT_OK;
}

static AttStatus
graphs_read(StoreTxn* txn, MDB_cursor* cursor, Arena* arena, StoreGraph** out,
            size_t* count) {
  LIST(StoreGraph) graphs = { 0 };
  MDB_val key;
  MDB_val value;
  int code = mdb_cursor_get(cursor, &key, &value, MDB_FIRST);
  while (code == 0) {
    size_t rows = 0;
    if (key.mv_size != KEY_SIZE) {
      return att_store_fail(txn->store, MDB_CORRUPTED);
    }
    TRY(att_store_fail(txn->store, mdb_cursor_count(cursor, &rows)));
    const StoreGraph graph = { att_store_get32(key.mv_data), rows };
    TRY(LIST_PUSH(arena, &graphs, graph));
    code = mdb_cursor_get(cursor, &key, &value, MDB_NEXT_NODUP);
  }
  *out = graphs.items;
  *count = graphs.length;
  return code == MDB_NOTFOUND ? ATT_OK : att_store_fail(txn->store, code);
}

AttStatus
att_store_graphs(StoreTxn* txn, Arena* arena, StoreGraph** out, size_t* count) {
  MDB_cursor* cursor = NULL;
  TRY(cursor_open(txn, STORE_GSPO, &cursor));
  const AttStatus status = graphs_read(txn, cursor, arena, out, count);
  mdb_cursor_close(cursor);
  return status;
}
