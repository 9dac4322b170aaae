/* The dictionary of a store: terms by id, and ids by term. */
/* SPDX-License-Identifier: MIT */
#include "graph/store_terms.h"

#include <lmdb.h>
#include <stdlib.h>

/* A record: its kind, then the id of its datatype or language (0 for neither),
 * then its value. Datatypes and languages have records of their own, which
 * stay. */
#define RECORD_HEAD 5
#define ID_SIZE 4
#define HASH_SIZE 8

/* From so many terms on they are sorted by the digits of their hashes, of so
 * many bits: counting a digit's values is then less than comparing. */
#define MANY_TERMS 4096
#define DIGIT_BITS 11
#define DIGITS (1U << DIGIT_BITS)

/* Part of the format. */
typedef enum RecordKind {
  RECORD_IRI = 1,
  RECORD_BLANK,
  RECORD_PLAIN,
  RECORD_TYPED,
  RECORD_TEXT,
  RECORD_DATATYPE,
  RECORD_LANGUAGE
} RecordKind;

typedef struct Record {
  Slice value;
  RecordKind kind;
  TermId detail;
  TermId id; /* 0: not there yet */
} Record;

/* A record's place when all are sorted by hash. */
typedef struct HashPlace {
  uint64_t hash;
  size_t record;
} HashPlace;

/* Part of the format: FNV-1a, mixed at the end. */
static uint64_t
record_hash(const Record* record) {
  uint64_t hash = 0xcbf29ce484222325U ^ (uint64_t)record->detail << 8 ^
                  (uint64_t)record->kind;
  for (size_t i = 0; i < record->value.length; i++) {
    hash = (hash ^ (unsigned char)record->value.start[i]) * 0x100000001b3U;
  }
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93U;
  return hash ^ hash >> 32;
}

static MDB_val
id_value(unsigned char bytes[ID_SIZE], TermId id) {
  att_store_put32(bytes, id);
  return (MDB_val){ ID_SIZE, bytes };
}

static MDB_val
hash_value(unsigned char bytes[HASH_SIZE], uint64_t hash) {
  att_store_put32(bytes, (uint32_t)(hash >> 32));
  att_store_put32(bytes + 4, (uint32_t)hash);
  return (MDB_val){ HASH_SIZE, bytes };
}

static AttStatus
record_read(StoreTxn* txn, TermId id, Record* out) {
  unsigned char bytes[ID_SIZE];
  MDB_val key = id_value(bytes, id);
  MDB_val value;
  TRY(att_store_fail(txn->store,
                     mdb_get(txn->txn, txn->store->tables[STORE_TERMS], &key,
                             &value)));
  if (value.mv_size < RECORD_HEAD) {
    return att_store_fail(txn->store, MDB_CORRUPTED);
  }
  const unsigned char* const at = value.mv_data;
  out->id = id;
  out->kind = (RecordKind)at[0];
  out->detail = att_store_get32(at + 1);
  out->value =
    (Slice){ (const char*)at + RECORD_HEAD, value.mv_size - RECORD_HEAD };
  return ATT_OK;
}

static bool
record_equals(const Record* left, const Record* right) {
  return left->kind == right->kind && left->detail == right->detail &&
         att_slice_equals(left->value, right->value);
}

/* Sets the id of `record` to the one it has in the store, or 0. Searches in
 * order of hash stay on the page that `hashes` is on. */
static AttStatus
record_find(StoreTxn* txn, MDB_cursor* hashes, uint64_t hash, Record* record) {
  unsigned char bytes[HASH_SIZE];
  MDB_val key = hash_value(bytes, hash);
  MDB_val value;
  record->id = 0;
  int code = mdb_cursor_get(hashes, &key, &value, MDB_SET);
  while (code == 0) {
    Record there = { 0 };
    if (value.mv_size != ID_SIZE) {
      return att_store_fail(txn->store, MDB_CORRUPTED);
    }
    TRY(record_read(txn, att_store_get32(value.mv_data), &there));
    if (record_equals(&there, record)) {
      record->id = there.id;
      return ATT_OK;
    }
    code = mdb_cursor_get(hashes, &key, &value, MDB_NEXT_DUP);
  }
  return code == MDB_NOTFOUND ? ATT_OK : att_store_fail(txn->store, code);
}

static AttStatus
hashes_open(StoreTxn* txn, MDB_cursor** out) {
  return att_store_fail(txn->store,
                        mdb_cursor_open(txn->txn,
                                        txn->store->tables[STORE_HASHES], out));
}

static AttStatus
record_look_up(StoreTxn* txn, Record* record) {
  MDB_cursor* hashes = NULL;
  TRY(hashes_open(txn, &hashes));
  const AttStatus status =
    record_find(txn, hashes, record_hash(record), record);
  mdb_cursor_close(hashes);
  return status;
}

/* The record of a term, whose detail, if it has any, is `detail`. */
static Record
record_of(const RdfTerm* term, TermId detail) {
  Record record = { .value = term->value, .kind = RECORD_PLAIN };
  if (term->kind == RDF_IRI) {
    record.kind = RECORD_IRI;
  } else if (term->kind == RDF_BLANK) {
    record.kind = RECORD_BLANK;
  } else if (term->language.length > 0) {
    record.kind = RECORD_TEXT;
    record.detail = detail;
  } else if (term->datatype.length > 0) {
    record.kind = RECORD_TYPED;
    record.detail = detail;
  }
  return record;
}

/* The record of a term's datatype or language; false if it has neither. */
static bool
detail_of(const RdfTerm* term, Record* out) {
  if (term->kind != RDF_LITERAL) {
    return false;
  }
  if (term->language.length > 0) {
    *out = (Record){ .value = term->language, .kind = RECORD_LANGUAGE };
    return true;
  }
  *out = (Record){ .value = term->datatype, .kind = RECORD_DATATYPE };
  return term->datatype.length > 0;
}

AttStatus
att_store_term_find(StoreTxn* txn, const RdfTerm* term, TermId* out) {
  Record detail = { 0 };
  if (detail_of(term, &detail)) {
    TRY(record_look_up(txn, &detail));
    if (detail.id == 0) {
      *out = 0;
      return ATT_OK;
    }
  }
  Record record = record_of(term, detail.id);
  TRY(record_look_up(txn, &record));
  *out = record.id;
  return ATT_OK;
}

AttStatus
att_store_term_read(StoreTxn* txn, TermId id, RdfTerm* out, bool* known) {
  Record record = { 0 };
  Record detail = { 0 };
  TRY(record_read(txn, id, &record));
  if (record.detail != 0) {
    TRY(record_read(txn, record.detail, &detail));
  }
  RdfTerm term = { .kind = RDF_LITERAL, .value = record.value };
  *known = true;
  switch (record.kind) {
  case RECORD_IRI:
    term.kind = RDF_IRI;
    break;
  case RECORD_BLANK:
    term.kind = RDF_BLANK;
    break;
  case RECORD_PLAIN:
    break;
  case RECORD_TYPED:
    term.datatype = detail.value;
    break;
  case RECORD_TEXT:
    term.language = detail.value;
    break;
  default:
    *known = false;
    break;
  }
  *out = term;
  return ATT_OK;
}

AttStatus
att_store_term_of(StoreTxn* txn, TermId id, RdfTerm* out) {
  bool known = false;
  TRY(att_store_term_read(txn, id, out, &known));
  return known ? ATT_OK : att_store_fail(txn->store, MDB_CORRUPTED);
}

/* Gives the record the next id. */
static AttStatus
record_number(StoreTxn* txn, Record* record) {
  if (txn->head.last_term == UINT32_MAX) {
    att_report(&txn->store->sink, ATT_ERROR,
               (Place){ .file = txn->store->name },
               "The store has given all the numbers it has for terms; export "
               "it, and add that to a new one");
    return ATT_LIMIT;
  }
  record->id = ++txn->head.last_term;
  txn->changed = true;
  return ATT_OK;
}

/* Writes a record that has just been numbered: its id is the largest. */
static AttStatus
record_write(StoreTxn* txn, const Record* record) {
  unsigned char bytes[ID_SIZE];
  MDB_val key = id_value(bytes, record->id);
  MDB_val value = { RECORD_HEAD + record->value.length, NULL };
  TRY(att_store_fail(txn->store,
                     mdb_put(txn->txn, txn->store->tables[STORE_TERMS], &key,
                             &value, MDB_RESERVE | MDB_APPEND)));
  unsigned char* const at = value.mv_data;
  at[0] = (unsigned char)record->kind;
  att_store_put32(at + 1, record->detail);
  if (record->value.length > 0) {
    memcpy(at + RECORD_HEAD, record->value.start, record->value.length);
  }
  return ATT_OK;
}

static AttStatus
hash_write(StoreTxn* txn, MDB_cursor* hashes, uint64_t hash, TermId id) {
  unsigned char hash_bytes[HASH_SIZE];
  unsigned char id_bytes[ID_SIZE];
  MDB_val key = hash_value(hash_bytes, hash);
  MDB_val value = id_value(id_bytes, id);
  return att_store_fail(txn->store, mdb_cursor_put(hashes, &key, &value, 0));
}

/* The datatypes and languages met so far, each looked up once. */
typedef struct Details {
  Intern texts[2]; /* of datatypes, of languages */
  LIST(TermId) ids[2];
} Details;

static AttStatus
detail_add(StoreTxn* txn, MDB_cursor* hashes, Record* detail) {
  const uint64_t hash = record_hash(detail);
  TRY(record_find(txn, hashes, hash, detail));
  if (detail->id == 0) {
    TRY(record_number(txn, detail));
    TRY(record_write(txn, detail));
    TRY(hash_write(txn, hashes, hash, detail->id));
  }
  return ATT_OK;
}

/* The id of a term's datatype or language; 0 if it has neither. */
static AttStatus
detail_take(StoreTxn* txn, Arena* arena, MDB_cursor* hashes,
            const RdfTerm* term, Details* details, TermId* out) {
  Record detail;
  *out = 0;
  if (!detail_of(term, &detail)) {
    return ATT_OK;
  }
  const size_t sort = detail.kind == RECORD_LANGUAGE;
  uint32_t known = 0;
  TRY(att_intern(arena, &details->texts[sort], detail.value, &known));
  if (known > details->ids[sort].length) {
    TRY(detail_add(txn, hashes, &detail));
    TRY(LIST_PUSH(arena, &details->ids[sort], detail.id));
  }
  *out = details->ids[sort].items[known - 1];
  return ATT_OK;
}

static AttStatus
label_scope(Arena* arena, Slice label, Slice scope, Slice* out) {
  char* bytes = NULL;
  const size_t length = label.length + scope.length;
  TRY(att_arena_alloc(arena, length, &bytes));
  memcpy(bytes, label.start, label.length);
  memcpy(bytes + label.length, scope.start, scope.length);
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

/* The terms of one addition on their way into the store. */
typedef struct Adding {
  StoreTxn* txn;
  Arena* arena;
  MDB_cursor* hashes;
  const TermsWanted* wanted;
  bool fresh;        /* The store had no terms. */
  Record* records;   /* [id of the graph] */
  HashPlace* places; /* of the wanted ones, by hash */
  size_t count;
} Adding;

static AttStatus
records_make(Adding* adding) {
  const AttGraph* const graph = adding->wanted->graph;
  const size_t terms = att_graph_term_count(graph);
  Details details = { 0 };
  TRY(att_arena_alloc(adding->arena, (terms + 1) * sizeof *adding->records,
                      &adding->records));
  TRY(att_arena_alloc(adding->arena, (terms + 1) * sizeof *adding->places,
                      &adding->places));
  for (size_t i = 1; i <= terms; i++) {
    if (!adding->wanted->used[i]) {
      continue;
    }
    const RdfTerm term = att_graph_term_of(graph, (TermId)i);
    TermId detail = 0;
    TRY(detail_take(adding->txn, adding->arena, adding->hashes, &term, &details,
                    &detail));
    Record* const record = &adding->records[i];
    *record = record_of(&term, detail);
    if (record->kind == RECORD_BLANK) {
      TRY(label_scope(adding->arena, record->value, adding->wanted->scope,
                      &record->value));
    }
    adding->places[adding->count++] = (HashPlace){ record_hash(record), i };
  }
  return ATT_OK;
}

static int
place_compare(const void* left, const void* right) {
  const HashPlace* const a = left;
  const HashPlace* const b = right;
  const int order = (a->hash > b->hash) - (a->hash < b->hash);
  return order != 0 ? order : (a->record > b->record) - (a->record < b->record);
}

/* Puts the places in order of one digit of the hash; those alike in it stay in
 * order. */
static void
digit_sort(const HashPlace* from, HashPlace* to, size_t count, unsigned shift) {
  size_t begins[DIGITS + 1] = { 0 };
  for (size_t i = 0; i < count; i++) {
    begins[(from[i].hash >> shift & (DIGITS - 1)) + 1]++;
  }
  for (size_t i = 1; i < DIGITS; i++) {
    begins[i] += begins[i - 1];
  }
  for (size_t i = 0; i < count; i++) {
    to[begins[from[i].hash >> shift & (DIGITS - 1)]++] = from[i];
  }
}

/* Sorts places, which are in order of their records, by hash. Without memory
 * for digits they are compared, as few are. */
static void
places_sort(HashPlace* places, size_t count) {
  HashPlace* const spare =
    count < MANY_TERMS ? NULL : malloc(count * sizeof *spare);
  if (spare == NULL) {
    qsort(places, count, sizeof *places, place_compare);
    return;
  }
  HashPlace* from = places;
  HashPlace* to = spare;
  for (unsigned shift = 0; shift < 64; shift += DIGIT_BITS) {
    digit_sort(from, to, count, shift);
    HashPlace* const sorted = to;
    to = from;
    from = sorted;
  }
  if (from != places) {
    memcpy(places, from, count * sizeof *places);
  }
  free(spare);
}

/* Numbers and writes the new ones in order of arrival, so that what came
 * together lies together. */
static AttStatus
records_write(Adding* adding) {
  StoreTxn* const txn = adding->txn;
  const AttGraph* const graph = adding->wanted->graph;
  for (size_t i = 1; i <= att_graph_term_count(graph); i++) {
    if (adding->wanted->used[i] && adding->records[i].id == 0) {
      TRY(record_number(txn, &adding->records[i]));
      TRY(record_write(txn, &adding->records[i]));
    }
  }
  return ATT_OK;
}

/* Finds all, writes the new ones, then their hashes in order. */
static AttStatus
records_add(Adding* adding) {
  Record* const records = adding->records;
  const HashPlace* const places = adding->places;
  const TermId last = adding->txn->head.last_term;
  for (size_t i = 0; !adding->fresh && i < adding->count; i++) {
    TRY(record_find(adding->txn, adding->hashes, places[i].hash,
                    &records[places[i].record]));
  }
  TRY(records_write(adding));
  for (size_t i = 0; i < adding->count; i++) {
    const TermId id = records[places[i].record].id;
    if (id > last) {
      TRY(hash_write(adding->txn, adding->hashes, places[i].hash, id));
    }
  }
  return ATT_OK;
}

AttStatus
att_store_terms_add(StoreTxn* txn, Arena* arena, const TermsWanted* wanted,
                    TermId** ids) {
  Adding adding = { .txn = txn,
                    .arena = arena,
                    .wanted = wanted,
                    .fresh = txn->head.last_term == 0 };
  const size_t terms = att_graph_term_count(wanted->graph);
  TermId* out = NULL;
  TRY(att_arena_alloc(arena, (terms + 1) * sizeof *out, &out));
  TRY(hashes_open(txn, &adding.hashes));
  AttStatus status = records_make(&adding);
  if (status == ATT_OK) {
    places_sort(adding.places, adding.count);
    status = records_add(&adding);
  }
  mdb_cursor_close(adding.hashes);
  TRY(status);
  for (size_t i = 1; i <= terms; i++) {
    out[i] = adding.records[i].id;
  }
  *ids = out;
  return ATT_OK;
}

AttStatus
att_store_term_drop(StoreTxn* txn, TermId id) {
  unsigned char hash_bytes[HASH_SIZE];
  unsigned char id_bytes[ID_SIZE];
  Record record = { 0 };
  TRY(record_read(txn, id, &record));
  MDB_val hash = hash_value(hash_bytes, record_hash(&record));
  MDB_val key = id_value(id_bytes, id);
  AttStore* const store = txn->store;
  txn->changed = true;
  TRY(att_store_fail(store, mdb_del(txn->txn, store->tables[STORE_HASHES],
                                    &hash, &key)));
  return att_store_fail(store, mdb_del(txn->txn, store->tables[STORE_TERMS],
                                       &key, NULL));
}
