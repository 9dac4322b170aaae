/* The public interface of attache: stores elsewhere, filled and asked. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REMOTE_H
#define ATTACHE_REMOTE_H

#include "attache_corpus.h"

/** How a store takes graphs. */
typedef enum AttProtocol {
  ATT_GSP,           /**< SPARQL 1.1 Graph Store HTTP Protocol. */
  ATT_SPARQL_UPDATE, /**< SPARQL 1.1 Update. */
  ATT_VIRTUOSO,      /**< The first, as Virtuoso 7 speaks it. */
  ATT_PROTOCOL_COUNT
} AttProtocol;

/** How a store is told who asks. */
typedef enum AttAuth {
  ATT_AUTH_NONE,
  ATT_AUTH_BASIC,
  ATT_AUTH_DIGEST,
  ATT_AUTH_BEARER,
  ATT_AUTH_COUNT
} AttAuth;

/** What becomes of a graph that is there already. */
typedef enum AttPush {
  ATT_REPLACE, /**< It goes: sending it twice is sending it once. */
  ATT_APPEND   /**< Triples are added to it. */
} AttPush;

/** Where a store is and how to speak to it; strings must outlive it. */
typedef struct AttRemoteSettings {
  const char* url; /**< Of its service: http or https. */
  AttProtocol protocol;
  AttPush push;
  AttAuth auth;
  const char* user;      /**< For ATT_AUTH_BASIC and ATT_AUTH_DIGEST. */
  const char* password;  /**< For the same; for ATT_AUTH_BEARER, the token. */
  const char* authority; /**< A file of certificates to trust instead of the
                              machine's, or NULL. */
  unsigned timeout;      /**< Seconds a request may take; 0: 60. */
} AttRemoteSettings;

/** A store elsewhere. Not for two threads at once. */
typedef struct AttRemote AttRemote;

/** Speaks to nobody yet. Trouble is reported to `sink`, which must outlive the
 * store. ATT_INPUT: the address is none. */
AttStatus
att_remote_open(const AttRemoteSettings* settings, AttSink sink,
                AttRemote** out);

void
att_remote_close(AttRemote* remote);

/** Adds a part to what is to be sent. A SPARQL Update takes as many as memory
 * does, the other protocols one. */
AttStatus
att_remote_add(AttRemote* remote, const AttPart* part);

/** The triples added and not sent yet. */
size_t
att_remote_waiting(const AttRemote* remote);

/** Sends what was added. ATT_AWAY, after a warning: the same call may be tried
 * again. ATT_REFUSED after an error. */
AttStatus
att_remote_send(AttRemote* remote);

/** The seconds that the server, when it was busy, asked to wait; or 0. */
unsigned
att_remote_pause(const AttRemote* remote);

/** Asks the store as att_graph_query asks a graph. The same statuses as
 * att_remote_send, and ATT_QUERY. */
AttStatus
att_remote_query(AttRemote* remote, const char* query, AttFormat format,
                 const char* path, AttAnswer* out);

#endif
