/* The store: graphs that stay, in LMDB's trees. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_STORE_H
#define ATTACHE_GRAPH_STORE_H

#include "attache_store.h"
#include "base/arena.h"

struct MDB_env;
struct MDB_txn;

/** The trees of a store. The first four hold the quads: under one term, the
 * other three in the order of the name. */
typedef enum StoreTable {
  STORE_SPO,
  STORE_POS,
  STORE_OSP,
  STORE_GSPO,
  STORE_TERMS,  /**< Under a term's id, its kind and text. */
  STORE_HASHES, /**< Under the hash of a term, its id. */
  STORE_TABLE_COUNT
} StoreTable;

/** Of the tables, those that hold quads. */
#define STORE_ORDERS 4

struct AttStore {
  struct MDB_env* env;
  unsigned tables[STORE_TABLE_COUNT];
  char* name; /**< The folder. */
  AttSink sink;
  bool full; /**< The map is: to be made larger, and all done again. */
};

/** What a store knows of itself. */
typedef struct StoreHead {
  uint32_t version;
  uint32_t last_term; /**< The largest id given so far. */
  uint64_t quads;
} StoreHead;

/** A transaction: sees the store as it was when it began. */
typedef struct StoreTxn {
  AttStore* store;
  struct MDB_txn* txn;
  StoreHead head;
  bool changed; /**< There is something to commit. */
} StoreTxn;

/** Begins a transaction that reads. */
AttStatus
att_store_begin(AttStore* store, StoreTxn* out);

/** Ends it. Accepts one of zeros. */
void
att_store_end(StoreTxn* txn);

/** Does `work` in a transaction that writes, and commits it if it changed
 * anything; any status but ATT_OK leaves the store as it was. `work` may be
 * done more than once. `room`: the bytes it will add, about. */
AttStatus
att_store_write(AttStore* store, size_t room,
                AttStatus (*work)(void* user, StoreTxn* txn), void* user);

/** The status for what LMDB returned; reports it. */
AttStatus
att_store_fail(AttStore* store, int code);

/** Ids are kept with the first byte first, so that bytes sort as numbers. */
static inline void
att_store_put32(unsigned char* out, uint32_t value) {
  out[0] = (unsigned char)(value >> 24);
  out[1] = (unsigned char)(value >> 16);
  out[2] = (unsigned char)(value >> 8);
  out[3] = (unsigned char)value;
}

static inline uint32_t
att_store_get32(const unsigned char* bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
         (uint32_t)bytes[2] << 8 | bytes[3];
}

#endif
