/* Remote stores: graphs sent to a server. */
/* SPDX-License-Identifier: MIT */
#include "remote/remote.h"

#include <stdlib.h>
#include <string.h>

AttStatus
att_remote_open(const AttRemoteSettings* settings, AttSink sink,
                AttRemote** out) {
  AttRemote* const remote = calloc(1, sizeof *remote);
  if (remote == NULL) {
    return ATT_NO_MEMORY;
  }
  remote->settings = *settings;
  remote->sink = sink;
  const AttStatus status =
    att_http_new(&remote->settings, &remote->sink, &remote->http);
  if (status != ATT_OK) {
    att_remote_close(remote);
    return status;
  }
  *out = remote;
  return ATT_OK;
}

void
att_remote_close(AttRemote* remote) {
  if (remote != NULL) {
    att_http_free(remote->http);
    free(remote->url);
    free(remote->body);
    free(remote);
  }
}

size_t
att_remote_waiting(const AttRemote* remote) {
  return remote->waiting;
}

unsigned
att_remote_pause(const AttRemote* remote) {
  return att_http_pause(remote->http);
}

static AttStatus
body_add(AttRemote* remote, const char* bytes, size_t length) {
  if (remote->room - remote->length < length) {
    const size_t room = 2 * (remote->length + length);
    char* const grown = realloc(remote->body, room);
    if (grown == NULL) {
      return ATT_NO_MEMORY;
    }
    remote->body = grown;
    remote->room = room;
  }
  if (length > 0) {
    memcpy(remote->body + remote->length, bytes, length);
  }
  remote->length += length;
  return ATT_OK;
}

static AttStatus
text_add(AttRemote* remote, const char* text) {
  return body_add(remote, text, strlen(text));
}

static AttStatus
triples_add(AttRemote* remote, const AttPart* part) {
  remote->waiting += part->count;
  return body_add(remote, part->triples, part->length);
}

/* N-Triples are Turtle, and that is what stands between the braces. */
static AttStatus
update_add(AttRemote* remote, const AttPart* part, bool replaces) {
  if (replaces && part->graph == NULL) {
    TRY(text_add(remote, "DROP SILENT DEFAULT;\n"));
  } else if (replaces) {
    TRY(text_add(remote, "DROP SILENT GRAPH <"));
    TRY(text_add(remote, part->graph));
    TRY(text_add(remote, ">;\n"));
  }
  TRY(text_add(remote, "INSERT DATA {\n"));
  if (part->graph != NULL) {
    TRY(text_add(remote, "GRAPH <"));
    TRY(text_add(remote, part->graph));
    TRY(text_add(remote, "> {\n"));
  }
  TRY(triples_add(remote, part));
  return text_add(remote, part->graph == NULL ? "};\n" : "} };\n");
}

/* The address of the part's graph. */
static AttStatus
url_make(AttRemote* remote, const AttPart* part) {
  const char* const url = remote->settings.url;
  const char* const name =
    remote->settings.protocol == ATT_VIRTUOSO ? "graph-uri=" : "graph=";
  char* const graph =
    part->graph == NULL ? NULL : att_http_escape(remote->http, part->graph);
  const size_t size =
    strlen(url) + sizeof "?graph-uri=" + (graph == NULL ? 8 : strlen(graph));
  char* const made = malloc(size);
  if (made != NULL) {
    (void)snprintf(made, size, "%s%c%s%s", url,
                   strchr(url, '?') == NULL ? '?' : '&',
                   graph == NULL ? "default" : name,
                   graph == NULL ? "" : graph);
  }
  const bool lost = made == NULL || (graph == NULL && part->graph != NULL);
  att_http_unescape(graph);
  free(remote->url);
  remote->url = made;
  return lost ? ATT_NO_MEMORY : ATT_OK;
}

AttStatus
att_remote_add(AttRemote* remote, const AttPart* part) {
  const bool replaces = remote->settings.push == ATT_REPLACE && part->begins;
  if (remote->settings.protocol == ATT_SPARQL_UPDATE) {
    return update_add(remote, part, replaces);
  }
  if (remote->settings.protocol == ATT_VIRTUOSO && part->graph == NULL) {
    att_report(&remote->sink, ATT_ERROR,
               (Place){ .file = remote->settings.url },
               "Virtuoso keeps no triples without a graph; name one for them");
    return ATT_INPUT;
  }
  remote->replaces = replaces;
  TRY(url_make(remote, part));
  return triples_add(remote, part);
}

AttStatus
att_remote_send(AttRemote* remote) {
  static const char* const types[ATT_PROTOCOL_COUNT] = {
    [ATT_GSP] = "application/n-triples",
    [ATT_SPARQL_UPDATE] = "application/sparql-update",
    [ATT_VIRTUOSO] = "text/turtle",
  };
  if (remote->waiting == 0) {
    return ATT_OK;
  }
  const AttProtocol protocol = remote->settings.protocol;
  const bool update = protocol == ATT_SPARQL_UPDATE;
  const HttpRequest request = {
    .method = !update && remote->replaces ? "PUT" : "POST",
    .url = update ? remote->settings.url : remote->url,
    .type = types[protocol],
    .accept = "*/*",
    .body = remote->body,
    .length = remote->length,
  };
  HttpReply reply;
  TRY(att_http_send(remote->http, &request, &reply));
  remote->length = 0;
  remote->waiting = 0;
  return ATT_OK;
}
