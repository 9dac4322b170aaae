/* The public interface of the store: graphs that stay, in a folder. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_STORE_H
#define ATTACHE_STORE_H

#include "attache_graph.h"

/** A folder of graphs. Whatever happens to the program or the machine, it holds
 * what was committed and nothing else. Any number of processes may read it
 * beside one that writes; more writers wait for each other. A handle is not for
 * two threads at once, and a process opens a folder once at a time. */
typedef struct AttStore AttStore;

/** What a store is opened for. */
typedef enum AttStoreUse {
  ATT_STORE_READ, /**< The folder must be there; an empty one is a store. */
  ATT_STORE_WRITE /**< The folder is made if it is not there. */
} AttStoreUse;

/** Opens the store in the folder `directory`; reports trouble to `sink`, which
 * must outlive the store. ATT_IO: the folder is not there, may not be read or
 * written, or is full. ATT_INPUT: it holds other things, a damaged store, or
 * one of another version. */
AttStatus
att_store_open(const char* directory, AttStoreUse use, AttSink sink,
               AttStore** out);

void
att_store_close(AttStore* store);

/** Adds `graph`, all of it or nothing, and returns when it is safe on disk.
 * Each named graph replaces the one of its name; triples without a graph join
 * those that are there. What is there already changes no byte. A blank node is
 * the same node as one there only if all that `graph` says of blank nodes is
 * the same. */
AttStatus
att_store_add(AttStore* store, const AttGraph* graph);

/** Removes the graph called `name`; NULL: the triples without a graph.
 * ATT_INPUT, reported, if there is none. */
AttStatus
att_store_remove(AttStore* store, const char* name);

/** A graph of a store. */
typedef struct AttStoreGraph {
  const char* name; /**< NULL: the triples without a graph. */
  bool blank;       /**< The name is the label of a blank node. */
  uint64_t triples;
} AttStoreGraph;

/** Tells `graph` every graph, by name. */
AttStatus
att_store_list(AttStore* store,
               void (*graph)(void* user, const AttStoreGraph* graph),
               void* user);

/** What a store holds. */
typedef struct AttStoreStat {
  uint32_t version; /**< Of the format. */
  uint64_t graphs;  /**< With a name. */
  uint64_t quads;
  uint64_t terms;
  uint64_t bytes; /**< On disk, room to be used again counted. */
} AttStoreStat;

AttStatus
att_store_stat(AttStore* store, AttStoreStat* out);

/** Writes everything as N-Quads to `path` (NULL: standard output), sorted: the
 * bytes depend on the quads alone. */
AttStatus
att_store_export(AttStore* store, const char* path);

/** Adds the triples of the graph called `name` (NULL: those without a graph) to
 * `graph`; none if there is none. */
AttStatus
att_store_load(AttStore* store, const char* name, AttGraph* graph);

/** Answers a question to the store as att_graph_ask does to a graph. */
AttStatus
att_store_ask(AttStore* store, const AttQuestion* question, AttAnswer* out);

/** Asks the store as att_graph_query asks a graph. */
AttStatus
att_store_query(AttStore* store, const char* name, const char* query,
                AttFormat format, const char* path, AttAnswer* out);

#endif
