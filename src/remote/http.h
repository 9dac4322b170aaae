/* HTTP: one request and its answer (the door to libcurl). */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REMOTE_HTTP_H
#define ATTACHE_REMOTE_HTTP_H

#include "base/status.h"

typedef struct Http Http;

typedef struct HttpRequest {
  const char* method;
  const char* url;
  const char* type;   /**< Of the body. */
  const char* accept; /**< What may come back. */
  const char* body;
  size_t length; /**< bytes */
} HttpRequest;

/** What came back; valid until the next request. */
typedef struct HttpReply {
  const char* type; /**< Of the bytes; "" if it is not told. */
  const char* bytes;
  size_t length;
} HttpReply;

/** `settings` and `sink` must outlive it. ATT_INPUT, after a report: the
 * address is none, or tells a password. */
AttStatus
att_http_new(const AttRemoteSettings* settings, const AttSink* sink,
             Http** out);

void
att_http_free(Http* http);

/** ATT_AWAY after a warning, ATT_REFUSED after an error. */
AttStatus
att_http_send(Http* http, const HttpRequest* request, HttpReply* out);

/** The seconds the server asked to wait with its last answer, or 0. */
unsigned
att_http_pause(const Http* http);

/** `text` as it may stand in an address or a form; for att_http_unescape. NULL:
 * there is no memory. */
char*
att_http_escape(Http* http, const char* text);
void
att_http_unescape(char* escaped);

#endif
