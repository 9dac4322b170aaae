/* Asking: a query sent to a server, and what it answers. */
/* SPDX-License-Identifier: MIT */
#include "base/output.h"
#include "graph/mint.h"
#include "graph/token.h"
#include "remote/remote.h"
#include "remote/rows.h"

#include <raptor2.h>
#include <string.h>

/* What the rows of an answer take; http.c has a limit for their bytes. */
#define ROWS_CEILING ((size_t)4 * 1024 * 1024 * 1024)

/* Rows come as JSON, which tells most of them; a graph as it is simplest. */
#define ACCEPTED_ROWS "application/sparql-results+json"
#define ACCEPTED_GRAPH "application/n-triples, text/turtle;q=0.8"

/* An answer on its way out. */
typedef struct Asked {
  AttRemote* remote;
  HttpReply reply;
  AttFormat format;
  const char* path;
  Arena arena;
  AttAnswer answer;
} Asked;

static AttStatus
fail(const Asked* asked, AttStatus status, const char* why) {
  att_report(&asked->remote->sink, ATT_ERROR,
             (Place){ .file = asked->remote->settings.url }, "%s", why);
  return status;
}

/* The prefixes that any query may use stand before it; its own come after, and
 * count. */
static AttStatus
query_complete(Arena* arena, const char* query, Slice* out) {
  size_t count = 0;
  const Prefix* const known = att_prefixes_known(&count);
  LIST(char) text = { 0 };
  for (size_t i = 0; i < count; i++) {
    const Slice parts[] = { SLICE("PREFIX "), known[i].name, SLICE(": <"),
                            known[i].space, SLICE("> ") };
    for (size_t j = 0; j < sizeof parts / sizeof *parts; j++) {
      for (size_t k = 0; k < parts[j].length; k++) {
        TRY(LIST_PUSH(arena, &text, parts[j].start[k]));
      }
    }
  }
  for (const char* at = query; *at != '\0'; at++) {
    TRY(LIST_PUSH(arena, &text, *at));
  }
  TRY(LIST_PUSH(arena, &text, '\0'));
  *out = (Slice){ text.items, text.length - 1 };
  return ATT_OK;
}

/* What to ask for: not every server finds out by itself which of two fits. */
static AttStatus
accept_choose(Arena* arena, const char* query, const char** out) {
  Tokens tokens = { 0 };
  TRY(att_tokens_read(arena, att_slice(query), &tokens));
  *out = ACCEPTED_ROWS;
  for (size_t i = 0; i < tokens.length; i++) {
    if (att_token_is_word(&tokens, i, "SELECT") ||
        att_token_is_word(&tokens, i, "ASK")) {
      break;
    }
    if (att_token_is_word(&tokens, i, "CONSTRUCT") ||
        att_token_is_word(&tokens, i, "DESCRIBE")) {
      *out = ACCEPTED_GRAPH;
      break;
    }
  }
  return ATT_OK;
}

static AttStatus
rows_put(Asked* asked, const Rows* rows, raptor_iostream* out) {
  if (rows->asked) {
    att_answer_yes(out, asked->format, rows->yes);
    return ATT_OK;
  }
  Answer answer = { .out = out,
                    .format = asked->format,
                    .arena = &asked->arena,
                    .names = rows->names };
  size_t count = 0;
  const Prefix* const known = att_prefixes_known(&count);
  for (size_t i = 0; i < count; i++) {
    TRY(LIST_PUSH(&asked->arena, &answer.prefixes, known[i]));
  }
  att_answer_begin(&answer);
  const RdfTerm* row = rows->terms.items;
  for (size_t i = 0; i < rows->count; i++) {
    TRY(att_answer_row(&answer, row));
    /* Without names there are no terms, and nothing to go on to. */
    row = rows->names.length == 0 ? row : row + rows->names.length;
  }
  return att_answer_end(&answer);
}

static AttStatus
rows_print(Asked* asked, const Rows* rows, FILE* file) {
  raptor_world* const world = raptor_new_world();
  if (world == NULL) {
    return ATT_NO_MEMORY;
  }
  raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
  raptor_iostream* const out = raptor_new_iostream_to_file_handle(world, file);
  AttStatus status = ATT_NO_MEMORY;
  if (out != NULL) {
    status = rows_put(asked, rows, out);
    raptor_free_iostream(out);
  }
  raptor_free_world(world);
  return status;
}

static AttStatus
rows_write(Asked* asked) {
  const AttSink* const sink = &asked->remote->sink;
  Rows rows;
  const Slice json = { asked->reply.bytes, asked->reply.length };
  asked->format = asked->format == ATT_FORMAT_NONE ? ATT_TABLE : asked->format;
  if (asked->format == ATT_TURTLE || asked->format == ATT_NTRIPLES) {
    return fail(asked, ATT_QUERY, "Rows are not written as a graph");
  }
  const AttStatus status = att_rows_read(&asked->arena, json, &rows);
  if (status == ATT_INPUT) {
    return fail(asked, ATT_REFUSED, "The answer is no result of a query");
  }
  TRY(status);
  Output output;
  TRY(att_output_begin(asked->path, sink, &output));
  asked->answer = (AttAnswer){ rows.count, rows.asked && rows.yes };
  return att_output_end(&output, rows_print(asked, &rows, output.file), sink);
}

static AttStatus
graph_read(const Asked* asked, AttFormat format, AttGraph* graph) {
  const AttRemote* const remote = asked->remote;
  return att_graph_read(graph,
                        (Slice){ asked->reply.bytes, asked->reply.length },
                        remote->settings.url, format, &remote->sink);
}

static AttStatus
graph_write(Asked* asked, AttFormat format) {
  if (asked->format != ATT_FORMAT_NONE && asked->format != ATT_TURTLE &&
      asked->format != ATT_NTRIPLES) {
    return fail(asked, ATT_QUERY, "A graph is not written as rows");
  }
  AttGraph* graph = NULL;
  TRY(att_graph_new(&graph));
  AttStatus status = graph_read(asked, format, graph);
  if (status == ATT_OK) {
    asked->answer.rows = att_graph_size(graph);
    status = att_graph_write(graph, asked->path,
                             asked->format == ATT_FORMAT_NONE ? ATT_TURTLE
                                                              : asked->format,
                             asked->remote->sink);
  }
  att_graph_free(graph);
  return status;
}

static bool
type_is(const Asked* asked, const char* type) {
  return strncmp(asked->reply.type, type, strlen(type)) == 0;
}

static AttStatus
answer_write(Asked* asked) {
  if (type_is(asked, "application/sparql-results+json") ||
      type_is(asked, "application/json")) {
    return rows_write(asked);
  }
  if (type_is(asked, "application/n-triples") || type_is(asked, "text/plain")) {
    return graph_write(asked, ATT_NTRIPLES);
  }
  if (type_is(asked, "text/turtle") || type_is(asked, "application/x-turtle")) {
    return graph_write(asked, ATT_TURTLE);
  }
  return fail(asked, ATT_REFUSED, "The answer is in no format asked for");
}

static AttStatus
query_send(Asked* asked, const char* query) {
  Http* const http = asked->remote->http;
  const char* accept = NULL;
  Slice whole;
  TRY(accept_choose(&asked->arena, query, &accept));
  TRY(query_complete(&asked->arena, query, &whole));
  char* const escaped = att_http_escape(http, whole.start);
  if (escaped == NULL) {
    return ATT_NO_MEMORY;
  }
  const Slice parts[] = { SLICE("query="), att_slice(escaped) };
  Slice body;
  AttStatus status = att_mint_join(&asked->arena, parts, 2, &body);
  att_http_unescape(escaped);
  if (status == ATT_OK) {
    const HttpRequest request = {
      .method = "POST",
      .url = asked->remote->settings.url,
      .type = "application/x-www-form-urlencoded",
      .accept = accept,
      .body = body.start,
      .length = body.length,
    };
    status = att_http_send(http, &request, &asked->reply);
  }
  return status;
}

AttStatus
att_remote_query(AttRemote* remote, const char* query, AttFormat format,
                 const char* path, AttAnswer* out) {
  Asked asked = { .remote = remote,
                  .format = format,
                  .path = path,
                  .arena = att_arena_begin(ROWS_CEILING) };
  AttStatus status = query_send(&asked, query);
  if (status == ATT_OK) {
    status = answer_write(&asked);
  }
  att_arena_end(&asked.arena);
  if (status == ATT_OK && out != NULL) {
    *out = asked.answer;
  }
  return status;
}
