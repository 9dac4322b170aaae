/* What a store knows of its literals. */
/* SPDX-License-Identifier: MIT */
#include "graph/store_facts.h"

#include "graph/store_terms.h"

#include <lmdb.h>

/* A record beside the head: the version, one byte for each of the facts that
 * are yes or no, the number. */
#define FACTS_KEY \
  "\x01"          \
  "facts"
#define FLAG_COUNT 7
#define FACTS_SIZE (4 + FLAG_COUNT + 8)

static void
flags_of(LiteralFacts* facts, bool* out[FLAG_COUNT]) {
  out[0] = &facts->foreign;
  out[1] = &facts->astral;
  out[2] = &facts->lines;
  out[3] = &facts->tagged;
  out[4] = &facts->dated;
  out[5] = &facts->aliased;
  out[6] = &facts->booleans;
}

static MDB_val
facts_key(void) {
  return (MDB_val){ sizeof FACTS_KEY - 1, (void*)(uintptr_t)FACTS_KEY };
}

static AttStatus
terms_walk(StoreTxn* txn, MDB_cursor* cursor, LiteralFacts* facts) {
  MDB_val key;
  MDB_val value;
  int code = mdb_cursor_get(cursor, &key, &value, MDB_FIRST);
  while (code == 0) {
    RdfTerm term = { 0 };
    bool known = false;
    TRY(att_store_term_read(txn, att_store_get32(key.mv_data), &term, &known));
    if (known) {
      att_facts_see(facts, &term);
    }
    code = mdb_cursor_get(cursor, &key, &value, MDB_NEXT);
  }
  return code == MDB_NOTFOUND ? ATT_OK : att_store_fail(txn->store, code);
}

static AttStatus
facts_find(StoreTxn* txn, LiteralFacts* out) {
  MDB_cursor* cursor = NULL;
  LiteralFacts facts = { 0 };
  TRY(att_store_fail(txn->store,
                     mdb_cursor_open(txn->txn, txn->store->tables[STORE_TERMS],
                                     &cursor)));
  const AttStatus status = terms_walk(txn, cursor, &facts);
  mdb_cursor_close(cursor);
  *out = facts;
  return status;
}

AttStatus
att_store_facts(StoreTxn* txn, LiteralFacts* out) {
  LiteralFacts facts = { 0 };
  bool* flags[FLAG_COUNT];
  MDB_dbi main = 0;
  MDB_val key = facts_key();
  MDB_val value = { 0 };
  TRY(att_store_fail(txn->store, mdb_dbi_open(txn->txn, NULL, 0, &main)));
  const int code = mdb_get(txn->txn, main, &key, &value);
  if (code != MDB_NOTFOUND) {
    TRY(att_store_fail(txn->store, code));
  }
  const unsigned char* const at = value.mv_data;
  if (code != 0 || value.mv_size != FACTS_SIZE ||
      att_store_get32(at) != FACTS_VERSION) {
    return facts_find(txn, out);
  }
  flags_of(&facts, flags);
  for (size_t i = 0; i < FLAG_COUNT; i++) {
    *flags[i] = at[4 + i] != 0;
  }
  facts.largest = (uint64_t)att_store_get32(at + 4 + FLAG_COUNT) << 32 |
                  att_store_get32(at + 8 + FLAG_COUNT);
  *out = facts;
  return ATT_OK;
}

AttStatus
att_store_facts_write(StoreTxn* txn, const LiteralFacts* facts) {
  unsigned char bytes[FACTS_SIZE];
  LiteralFacts copy = *facts;
  bool* flags[FLAG_COUNT];
  MDB_dbi main = 0;
  MDB_val key = facts_key();
  MDB_val value = { sizeof bytes, bytes };
  flags_of(&copy, flags);
  att_store_put32(bytes, FACTS_VERSION);
  for (size_t i = 0; i < FLAG_COUNT; i++) {
    bytes[4 + i] = *flags[i];
  }
  att_store_put32(bytes + 4 + FLAG_COUNT, (uint32_t)(facts->largest >> 32));
  att_store_put32(bytes + 8 + FLAG_COUNT, (uint32_t)facts->largest);
  TRY(att_store_fail(txn->store, mdb_dbi_open(txn->txn, NULL, 0, &main)));
  return att_store_fail(txn->store, mdb_put(txn->txn, main, &key, &value, 0));
}
