/* The store: a folder opened, its transactions, and what can go wrong. */
/* SPDX-License-Identifier: MIT */
#include "graph/store.h"

#include "base/slice.h"

#include <dirent.h>
#include <errno.h>
#include <lmdb.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Changes whenever a store of before could not be read. */
#define FORMAT_VERSION 1U

/* The record that makes an LMDB file a store, and what it begins with. The
 * first byte keeps it apart from the names of tables. */
#define HEAD_KEY "\x01head"
#define HEAD_MAGIC "attache store"
#define HEAD_SIZE (sizeof HEAD_MAGIC + 4 + 4 + 8)

/* The map grows in steps of this. */
#define MAP_STEP ((size_t)1024 * 1024)

/* Programs that may read at once. */
#define READER_LIMIT 1000U

static const struct {
  const char* name;
  unsigned flags;
} tables[STORE_TABLE_COUNT] = {
  [STORE_SPO] = { "spo", MDB_DUPSORT | MDB_DUPFIXED },
  [STORE_POS] = { "pos", MDB_DUPSORT | MDB_DUPFIXED },
  [STORE_OSP] = { "osp", MDB_DUPSORT | MDB_DUPFIXED },
  [STORE_GSPO] = { "gspo", MDB_DUPSORT | MDB_DUPFIXED },
  [STORE_TERMS] = { "terms", 0 },
  [STORE_HASHES] = { "hashes", MDB_DUPSORT | MDB_DUPFIXED },
};

static AttStatus
say(const AttStore* store, AttStatus status, const char* sentence) {
  att_report(&store->sink, ATT_ERROR, (Place){ .file = store->name }, "%s",
             sentence);
  return status;
}

/* Free bytes below which a disk is full. */
#define ROOM_LEAST ((uint64_t)64 * 1024)

/* LMDB calls it an error of the device when fewer bytes than wanted could be
 * written; that is what a full disk does first. */
static int
code_mend(const AttStore* store, int code) {
  struct statvfs disk;
  const bool full = code == EIO && statvfs(store->name, &disk) == 0 &&
                    (uint64_t)disk.f_bavail * disk.f_frsize < ROOM_LEAST;
  return full ? ENOSPC : code;
}

AttStatus
att_store_fail(AttStore* store, int code) {
  switch (code) {
  case 0:
    return ATT_OK;
  case MDB_MAP_FULL:
    store->full = true;
    return ATT_LIMIT;
  case ENOMEM:
    return ATT_NO_MEMORY;
  case MDB_INVALID:
    return say(store, ATT_INPUT,
               "The store is damaged: data.mdb is no file of a store");
  case MDB_VERSION_MISMATCH:
    return say(store, ATT_INPUT,
               "The store was written by another version of LMDB");
  case MDB_CORRUPTED:
  case MDB_PAGE_NOTFOUND:
  case MDB_PANIC:
  case MDB_NOTFOUND:
  case MDB_INCOMPATIBLE:
  case MDB_BAD_VALSIZE:
    return say(store, ATT_INPUT,
               "The store is damaged; export what can be read, or restore "
               "a copy");
  case MDB_READERS_FULL:
    return say(store, ATT_LIMIT, "Too many programs read the store at once");
  case MDB_TXN_FULL:
    return say(store, ATT_LIMIT, "Too much is added at once; add it in parts");
  case ENOENT:
    return say(store, ATT_IO, "There is no such folder, or no store in it");
  default:
    att_report(&store->sink, ATT_ERROR, (Place){ .file = store->name },
               "The store cannot be used: %s",
               mdb_strerror(code_mend(store, code)));
    return ATT_IO;
  }
}

/* The transaction's view of what another process made larger is made larger
 * too. */
static AttStatus
txn_begin(AttStore* store, unsigned flags, MDB_txn** out) {
  int code = mdb_txn_begin(store->env, NULL, flags, out);
  if (code == MDB_MAP_RESIZED) {
    code = mdb_env_set_mapsize(store->env, 0);
    if (code == 0) {
      code = mdb_txn_begin(store->env, NULL, flags, out);
    }
  }
  return att_store_fail(store, code);
}

static MDB_val
head_key(void) {
  return (MDB_val){ sizeof HEAD_KEY - 1, (void*)(uintptr_t)HEAD_KEY };
}

static AttStatus
head_write(StoreTxn* txn, MDB_dbi main) {
  unsigned char bytes[HEAD_SIZE];
  unsigned char* at = bytes + sizeof HEAD_MAGIC;
  memcpy(bytes, HEAD_MAGIC, sizeof HEAD_MAGIC);
  att_store_put32(at, txn->head.version);
  att_store_put32(at + 4, txn->head.last_term);
  att_store_put32(at + 8, (uint32_t)(txn->head.quads >> 32));
  att_store_put32(at + 12, (uint32_t)txn->head.quads);
  MDB_val key = head_key();
  MDB_val value = { sizeof bytes, bytes };
  return att_store_fail(txn->store, mdb_put(txn->txn, main, &key, &value, 0));
}

/* Reads the head; `*born` is false if the file holds nothing at all yet. */
static AttStatus
head_read(StoreTxn* txn, MDB_dbi main, bool* born) {
  MDB_val key = head_key();
  MDB_val value;
  MDB_stat stat;
  *born = true;
  const int code = mdb_get(txn->txn, main, &key, &value);
  if (code == MDB_NOTFOUND) {
    TRY(att_store_fail(txn->store, mdb_stat(txn->txn, main, &stat)));
    *born = stat.ms_entries > 0;
    return *born ? say(txn->store, ATT_INPUT,
                       "The folder holds an LMDB file that is no store")
                 : ATT_OK;
  }
  TRY(att_store_fail(txn->store, code));
  if (value.mv_size != HEAD_SIZE ||
      memcmp(value.mv_data, HEAD_MAGIC, sizeof HEAD_MAGIC) != 0) {
    return say(txn->store, ATT_INPUT,
               "The folder holds an LMDB file that is no store");
  }
  const unsigned char* const at =
    (const unsigned char*)value.mv_data + sizeof HEAD_MAGIC;
  txn->head.version = att_store_get32(at);
  txn->head.last_term = att_store_get32(at + 4);
  txn->head.quads =
    (uint64_t)att_store_get32(at + 8) << 32 | att_store_get32(at + 12);
  if (txn->head.version != FORMAT_VERSION) {
    att_report(&txn->store->sink, ATT_ERROR,
               (Place){ .file = txn->store->name },
               "The store has format %u; this program reads %u",
               (unsigned)txn->head.version, FORMAT_VERSION);
    return ATT_INPUT;
  }
  return ATT_OK;
}

static AttStatus
head_of(StoreTxn* txn, bool* born) {
  MDB_dbi main = 0;
  TRY(att_store_fail(txn->store, mdb_dbi_open(txn->txn, NULL, 0, &main)));
  return head_read(txn, main, born);
}

AttStatus
att_store_begin(AttStore* store, StoreTxn* out) {
  StoreTxn txn = { .store = store };
  TRY(txn_begin(store, MDB_RDONLY, &txn.txn));
  bool born = false;
  const AttStatus status = head_of(&txn, &born);
  if (status != ATT_OK) {
    mdb_txn_abort(txn.txn);
    return status;
  }
  *out = txn;
  return ATT_OK;
}

void
att_store_end(StoreTxn* txn) {
  if (txn->txn != NULL) {
    mdb_txn_abort(txn->txn);
  }
  *txn = (StoreTxn){ 0 };
}

/* Makes the map `size` bytes, and the file as long, a hole at its end: so a
 * file that is shorter than it should be is known for damaged before a page is
 * missed. */
static AttStatus
map_resize(AttStore* store, size_t size) {
  mdb_filehandle_t file = -1;
  struct stat there;
  TRY(att_store_fail(store, mdb_env_set_mapsize(store->env, size)));
  TRY(att_store_fail(store, mdb_env_get_fd(store->env, &file)));
  if (fstat(file, &there) != 0 ||
      (there.st_size < (off_t)size && ftruncate(file, (off_t)size) != 0)) {
    return att_store_fail(store, errno);
  }
  return ATT_OK;
}

/* Makes room for `room` more bytes than are in use. */
static AttStatus
map_reserve(AttStore* store, size_t room) {
  MDB_envinfo info;
  MDB_stat stat;
  /* Follows what other processes did. */
  MDB_txn* txn = NULL;
  TRY(txn_begin(store, MDB_RDONLY, &txn));
  mdb_txn_abort(txn);
  TRY(att_store_fail(store, mdb_env_info(store->env, &info)));
  TRY(att_store_fail(store, mdb_env_stat(store->env, &stat)));
  const size_t used = (info.me_last_pgno + 1) * stat.ms_psize;
  const size_t wanted = (used + room + MAP_STEP) / MAP_STEP * MAP_STEP;
  return map_resize(store, wanted > info.me_mapsize ? wanted : info.me_mapsize);
}

static bool
is_read_only(const AttStore* store) {
  unsigned flags = 0;
  return mdb_env_get_flags(store->env, &flags) == 0 &&
         (flags & MDB_RDONLY) != 0;
}

static AttStatus
write_once(AttStore* store, AttStatus (*work)(void*, StoreTxn*), void* user) {
  StoreTxn txn = { .store = store };
  MDB_dbi main = 0;
  bool born = false;
  store->full = false;
  TRY(txn_begin(store, 0, &txn.txn));
  AttStatus status =
    att_store_fail(store, mdb_dbi_open(txn.txn, NULL, 0, &main));
  if (status == ATT_OK) {
    status = head_read(&txn, main, &born);
  }
  if (status == ATT_OK) {
    status = work(user, &txn);
  }
  if (status == ATT_OK && txn.changed) {
    status = head_write(&txn, main);
  }
  if (status != ATT_OK || !txn.changed) {
    mdb_txn_abort(txn.txn);
    return status;
  }
  return att_store_fail(store, mdb_txn_commit(txn.txn));
}

AttStatus
att_store_write(AttStore* store, size_t room,
                AttStatus (*work)(void*, StoreTxn*), void* user) {
  if (is_read_only(store)) {
    return say(store, ATT_INPUT, "The store is open for reading only");
  }
  for (;;) {
    TRY(map_reserve(store, room));
    const AttStatus status = write_once(store, work, user);
    if (status != ATT_LIMIT || !store->full) {
      return status;
    }
    room = room * 2 + MAP_STEP;
  }
}

static AttStatus
tables_open(AttStore* store, MDB_txn* txn, unsigned flags) {
  for (size_t i = 0; i < STORE_TABLE_COUNT; i++) {
    TRY(att_store_fail(store, mdb_dbi_open(txn, tables[i].name,
                                           tables[i].flags | flags,
                                           &store->tables[i])));
  }
  return ATT_OK;
}

static AttStatus
birth(void* user, StoreTxn* txn) {
  AttStore* const store = user;
  if (txn->head.version == 0) {
    txn->head.version = FORMAT_VERSION;
    txn->changed = true;
    return tables_open(store, txn->txn, MDB_CREATE);
  }
  /* Another process was faster. */
  return ATT_OK;
}

/* Opens the tables. `*born` is false if there are none. */
static AttStatus
tables_find(AttStore* store, bool* born) {
  StoreTxn txn = { .store = store };
  TRY(txn_begin(store, MDB_RDONLY, &txn.txn));
  AttStatus status = head_of(&txn, born);
  if (status == ATT_OK && *born) {
    status = tables_open(store, txn.txn, 0);
  }
  if (status != ATT_OK) {
    mdb_txn_abort(txn.txn);
    return status;
  }
  /* Keeps the tables open. */
  return att_store_fail(store, mdb_txn_commit(txn.txn));
}

/* Whether the file holds every page that it says it holds. */
static AttStatus
length_check(AttStore* store) {
  mdb_filehandle_t file = -1;
  struct stat there;
  MDB_envinfo info;
  MDB_stat stat;
  TRY(att_store_fail(store, mdb_env_get_fd(store->env, &file)));
  TRY(att_store_fail(store, mdb_env_info(store->env, &info)));
  TRY(att_store_fail(store, mdb_env_stat(store->env, &stat)));
  const size_t least = (info.me_last_pgno + 1) * stat.ms_psize;
  if (fstat(file, &there) != 0) {
    return att_store_fail(store, errno);
  }
  if (there.st_size < (off_t)least) {
    return say(store, ATT_INPUT,
               "The store is damaged: data.mdb is cut off; restore a copy");
  }
  return ATT_OK;
}

/* LMDB aborts behind this; what it would say is no sentence for a user. */
static void
assertion_hush(MDB_env* env, const char* text) {
  (void)env;
  (void)text;
}

static AttStatus
env_open(AttStore* store, unsigned flags) {
  TRY(att_store_fail(store, mdb_env_create(&store->env)));
  (void)mdb_env_set_assert(store->env, assertion_hush);
  TRY(att_store_fail(store, mdb_env_set_maxdbs(store->env, STORE_TABLE_COUNT)));
  TRY(att_store_fail(store, mdb_env_set_maxreaders(store->env, READER_LIMIT)));
  const mode_t mode = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
  const int code = mdb_env_open(store->env, store->name, flags, mode);
  if (code == EACCES && (flags & MDB_RDONLY) != 0 &&
      (flags & MDB_NOLOCK) == 0) {
    /* The lock file may not be written. */
    mdb_env_close(store->env);
    store->env = NULL;
    TRY(env_open(store, flags | MDB_NOLOCK));
    att_report(&store->sink, ATT_WARNING, (Place){ .file = store->name },
               "The folder may not be written: nobody else must write to the "
               "store meanwhile");
    return ATT_OK;
  }
  TRY(att_store_fail(store, code));
  return length_check(store);
}

/* Whether the folder holds what a store does not. */
static bool
is_foreign(const char* directory) {
  DIR* const folder = opendir(directory);
  bool foreign = false;
  bool data = false;
  const struct dirent* entry = NULL;
  while (folder != NULL && (entry = readdir(folder)) != NULL) {
    data = data || strcmp(entry->d_name, "data.mdb") == 0;
    foreign = foreign || (strcmp(entry->d_name, ".") != 0 &&
                          strcmp(entry->d_name, "..") != 0 &&
                          strcmp(entry->d_name, "lock.mdb") != 0);
  }
  if (folder != NULL) {
    closedir(folder);
  }
  return foreign && !data;
}

static AttStatus
folder_prepare(AttStore* store, AttStoreUse use) {
  struct stat there;
  const mode_t mode =
    S_IRWXU | S_IRGRP | S_IWGRP | S_IXGRP | S_IROTH | S_IWOTH | S_IXOTH;
  if (use == ATT_STORE_WRITE && mkdir(store->name, mode) != 0 &&
      errno != EEXIST) {
    return att_store_fail(store, errno);
  }
  if (stat(store->name, &there) != 0) {
    return att_store_fail(store, errno);
  }
  if (!S_ISDIR(there.st_mode)) {
    return say(store, ATT_INPUT, "A store is a folder; this is a file");
  }
  if (is_foreign(store->name)) {
    return say(store, ATT_INPUT, "The folder holds other files, and no store");
  }
  return ATT_OK;
}

/* Whether the folder has a file with something in it: else the making of the
 * store was cut short before there was anything. */
static AttStatus
data_find(AttStore* store, bool* out) {
  const size_t size = strlen(store->name) + sizeof "/data.mdb";
  char* const path = malloc(size);
  struct stat there;
  if (path == NULL) {
    return ATT_NO_MEMORY;
  }
  (void)snprintf(path, size, "%s/data.mdb", store->name);
  *out = stat(path, &there) != 0 ? errno != ENOENT : there.st_size > 0;
  free(path);
  return ATT_OK;
}

static AttStatus
store_prepare(AttStore* store, AttStoreUse use) {
  bool born = false;
  int dead = 0;
  TRY(folder_prepare(store, use));
  TRY(data_find(store, &born));
  if (use == ATT_STORE_READ && born) {
    TRY(env_open(store, MDB_RDONLY | MDB_NOTLS));
    TRY(tables_find(store, &born));
    if (born) {
      return ATT_OK;
    }
    /* Cut short a little later: finished here. */
    mdb_env_close(store->env);
    store->env = NULL;
  }
  TRY(env_open(store, MDB_NOTLS));
  /* Readers that were killed would keep old pages from being used again. */
  TRY(att_store_fail(store, mdb_reader_check(store->env, &dead)));
  TRY(tables_find(store, &born));
  if (!born) {
    TRY(att_store_write(store, MAP_STEP, birth, store));
    TRY(tables_find(store, &born));
  }
  return ATT_OK;
}

AttStatus
att_store_open(const char* directory, AttStoreUse use, AttSink sink,
               AttStore** out) {
  AttStore* const store = calloc(1, sizeof *store);
  const size_t size = strlen(directory) + 1;
  if (store == NULL) {
    return ATT_NO_MEMORY;
  }
  store->sink = sink;
  store->name = malloc(size);
  if (store->name == NULL) {
    free(store);
    return ATT_NO_MEMORY;
  }
  memcpy(store->name, directory, size);
  const AttStatus status = store_prepare(store, use);
  if (status != ATT_OK) {
    att_store_close(store);
    return status;
  }
  *out = store;
  return ATT_OK;
}

void
att_store_close(AttStore* store) {
  if (store == NULL) {
    return;
  }
  if (store->env != NULL) {
    mdb_env_close(store->env);
  }
  free(store->name);
  free(store);
}
