/* attache serve: a store that answers SPARQL over HTTP. */
/* SPDX-License-Identifier: MIT */
#include "cli/answer.h"
#include "cli/command.h"
#include "cli/message.h"
#include "cli/options.h"

#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* The known options, in this order. */
enum { STORE, LISTEN, TIMEOUT, CORS, HELP };
static const Option known_options[] = {
  [STORE] = { "store", 0, true },     [LISTEN] = { "listen", 0, true },
  [TIMEOUT] = { "timeout", 0, true }, [CORS] = { "cors", 0, false },
  [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

/* Questions are written by people: a megabyte is a mistake. */
#define QUERY_LIMIT ((size_t)1024 * 1024)

/* Larger answers are for attache query. */
#define ANSWER_LIMIT ((rlim_t)256 * 1024 * 1024)

/* Questions asked at the same time; each is a process. */
#define CONNECTION_LIMIT 16

#define TIMEOUT_DEFAULT 30
#define TIMEOUT_LIMIT 3600

static const char help[] =
  "usage: attache serve --store DIR [OPTION]...\n"
  "Answers SPARQL queries on a store over HTTP, until it is interrupted: the\n"
  "SPARQL 1.1 Protocol at /sparql, and a page to ask from at /. It changes\n"
  "nothing, and the store may be written meanwhile.\n"
  "\n"
  "      --store DIR           the store, as extract --store makes it\n"
  "      --listen ADDRESS:PORT where to listen; default 127.0.0.1:8080, which\n"
  "                            no other machine reaches; port 0: a free one\n"
  "      --timeout SECONDS     most that an answer may take; default 30\n"
  "      --cors                let pages of other sites ask, too\n"
  "  -h, --help                this text\n"
  "\n"
  "Examples:\n"
  "  attache serve --store news\n"
  "  curl http://127.0.0.1:8080/sparql \\\n"
  "    --data-urlencode 'query=ASK { ?s ?p ?o }'\n"
  "\n"
  "Exit: 0 interrupted, 1 it cannot listen, or there is no store, 2 usage.\n";

typedef struct Service {
  const char* store;
  struct sockaddr_in address;
  unsigned seconds;
  bool cors;
  bool help;
} Service;

/* What a client has sent so far. */
typedef struct Request {
  char* body;
  size_t length;
  bool large;
} Request;

/* Asks without a script: the form sends what the protocol wants. */
static const char page[] =
  "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
  "<meta name=\"viewport\" content=\"width=device-width\">\n"
  "<title>attache: ask the store</title>\n<style>\n"
  ":root { color-scheme: light dark }\n"
  "body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; "
  "margin: 2rem auto; padding: 0 1rem }\n"
  "textarea { width: 100%; font: .95rem/1.4 monospace; box-sizing: border-box }"
  "\nbutton { font: inherit; padding: .3rem 1rem }\n</style>\n</head>\n<body>\n"
  "<main>\n<h1>Ask the store</h1>\n<form action=\"/sparql\" method=\"post\">\n"
  "<p><label for=\"query\">SPARQL query</label></p>\n"
  "<textarea id=\"query\" name=\"query\" rows=\"14\" spellcheck=\"false\">\n"
  "PREFIX att: &lt;https://w3id.org/attache/ns#&gt;\n"
  "PREFIX rdfs: &lt;http://www.w3.org/2000/01/rdf-schema#&gt;\n\n"
  "SELECT ?event ?who ?date {\n"
  "  ?event a att:Meeting ; att:participant ?person .\n"
  "  ?person rdfs:label ?who .\n"
  "  OPTIONAL { ?event att:date ?date }\n"
  "}\nORDER BY ?event\nLIMIT 100</textarea>\n"
  "<p><label for=\"format\">Answer as</label> <select id=\"format\" "
  "name=\"format\">\n<option value=\"text/plain\">text to read</option>\n"
  "<option value=\"text/csv\">CSV</option>\n"
  "<option value=\"application/sparql-results+json\">JSON</option>\n"
  "<option value=\"application/sparql-results+xml\">XML</option>\n"
  "<option value=\"text/turtle\">Turtle (CONSTRUCT)</option>\n</select>\n"
  "<button>Ask</button></p>\n</form>\n</main>\n</body>\n</html>\n";

static enum MHD_Result
response_send(const Service* service, struct MHD_Connection* connection,
              unsigned status, const char* type,
              struct MHD_Response* response) {
  if (response == NULL) {
    return MHD_NO;
  }
  (void)MHD_add_response_header(response, "Content-Type", type);
  (void)MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
  (void)MHD_add_response_header(response, "Vary", "Accept");
  if (service->cors) {
    (void)MHD_add_response_header(response, "Access-Control-Allow-Origin", "*");
  }
  if (status == MHD_HTTP_METHOD_NOT_ALLOWED) {
    (void)MHD_add_response_header(response, "Allow", "GET, HEAD, POST");
  }
  const enum MHD_Result sent = MHD_queue_response(connection, status, response);
  MHD_destroy_response(response);
  return sent;
}

static enum MHD_Result
text_send(const Service* service, struct MHD_Connection* connection,
          unsigned status, const char* text) {
  return response_send(service, connection, status, "text/plain; charset=utf-8",
                       MHD_create_response_from_buffer(strlen(text),
                                                       (void*)text,
                                                       MHD_RESPMEM_MUST_COPY));
}

/* Sends the answer's file, which the response closes. */
static enum MHD_Result
answer_send(const Service* service, struct MHD_Connection* connection,
            unsigned status, const char* type, int answer) {
  struct stat stat;
  if (fstat(answer, &stat) != 0) {
    return MHD_NO;
  }
  return response_send(service, connection, status, type,
                       MHD_create_response_from_fd64((uint64_t)stat.st_size,
                                                     answer));
}

static enum MHD_Result
query_answer(const Service* service, struct MHD_Connection* connection,
             const char* query, const char* accept) {
  const Media* const media =
    att_media_choose(accept, att_query_wants_graph(query));
  if (media == NULL) {
    return text_send(service, connection, MHD_HTTP_NOT_ACCEPTABLE,
                     "Answers are JSON, XML, CSV, TSV or plain text; of "
                     "CONSTRUCT, Turtle or N-Triples\n");
  }
  Question question = { .store = service->store,
                        .query = query,
                        .format = media->format,
                        .seconds = service->seconds };
  switch (att_question_ask(&question)) {
  case SERVED_ANSWER:
    return answer_send(service, connection, MHD_HTTP_OK, media->type,
                       question.answer);
  case SERVED_REFUSED:
    return answer_send(service, connection, MHD_HTTP_BAD_REQUEST,
                       "text/plain; charset=utf-8", question.answer);
  case SERVED_LATE:
    return text_send(service, connection, MHD_HTTP_SERVICE_UNAVAILABLE,
                     "The answer takes longer than is allowed here; ask for "
                     "less\n");
  case SERVED_LARGE:
    return text_send(service, connection, MHD_HTTP_INTERNAL_SERVER_ERROR,
                     "The answer is larger than is allowed here; use LIMIT\n");
  default:
    return text_send(service, connection, MHD_HTTP_INTERNAL_SERVER_ERROR,
                     "The store cannot be asked\n");
  }
}

/* The value of `name` in a form's body, decoded in place; NULL: none. */
static char*
form_value(char* body, const char* name) {
  const size_t length = strlen(name);
  for (char* field = body; field != NULL && *field != '\0';) {
    char* const end = field + strcspn(field, "&");
    const bool found =
      strncmp(field, name, length) == 0 && field[length] == '=';
    if (found) {
      *end = '\0';
      char* const value = field + length + 1;
      for (char* at = value; *at != '\0'; at++) {
        *at = *at == '+' ? ' ' : *at;
      }
      (void)MHD_http_unescape(value);
      return value;
    }
    field = *end == '&' ? end + 1 : NULL;
  }
  return NULL;
}

static bool
type_is(const char* header, const char* type) {
  const size_t length = header == NULL ? 0 : strcspn(header, "; ");
  return length == strlen(type) && strncasecmp(header, type, length) == 0;
}

static enum MHD_Result
post_answer(const Service* service, struct MHD_Connection* connection,
            Request* request, const char* accept) {
  const char* const type =
    MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Type");
  char* const body = request->body;
  if (request->large) {
    return text_send(service, connection, MHD_HTTP_CONTENT_TOO_LARGE,
                     "A query has a megabyte at most\n");
  }
  if (type_is(type, "application/sparql-query") && body != NULL) {
    return query_answer(service, connection, body, accept);
  }
  if (!type_is(type, "application/x-www-form-urlencoded")) {
    return text_send(service, connection, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE,
                     "Post a form with query=..., or the query itself as "
                     "application/sparql-query\n");
  }
  char* const copy = body == NULL ? NULL : strdup(body);
  const char* const format = copy == NULL ? NULL : form_value(copy, "format");
  const char* const query = body == NULL ? NULL : form_value(body, "query");
  const enum MHD_Result sent =
    query == NULL ? text_send(service, connection, MHD_HTTP_BAD_REQUEST,
                              "The form has no query\n")
                  : query_answer(service, connection, query,
                                 format != NULL ? format : accept);
  free(copy);
  return sent;
}

static enum MHD_Result
request_answer(const Service* service, struct MHD_Connection* connection,
               const char* url, const char* method, Request* request) {
  const char* const accept =
    MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Accept");
  const bool get = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
  const bool post = strcmp(method, "POST") == 0;
  if (strcmp(url, "/") == 0 && get) {
    return response_send(
      service, connection, MHD_HTTP_OK, "text/html; charset=utf-8",
      MHD_create_response_from_buffer(sizeof page - 1, (void*)page,
                                      MHD_RESPMEM_PERSISTENT));
  }
  if (strcmp(url, "/sparql") != 0) {
    return text_send(service, connection, MHD_HTTP_NOT_FOUND,
                     "Queries are answered at /sparql\n");
  }
  if (post) {
    return post_answer(service, connection, request, accept);
  }
  if (!get) {
    return text_send(service, connection, MHD_HTTP_METHOD_NOT_ALLOWED,
                     "Use GET or POST\n");
  }
  const char* const query =
    MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "query");
  return query == NULL ? text_send(service, connection, MHD_HTTP_BAD_REQUEST,
                                   "There is no query: /sparql?query=...\n")
                       : query_answer(service, connection, query, accept);
}

/* Called once with the head, then with each piece of the body, then again. */
static enum MHD_Result
request_take(void* user, struct MHD_Connection* connection, const char* url,
             const char* method, const char* version, const char* data,
             size_t* size, void** state) {
  (void)version;
  Request* request = *state;
  if (request == NULL) {
    *state = calloc(1, sizeof *request);
    return *state == NULL ? MHD_NO : MHD_YES;
  }
  if (*size == 0) {
    return request_answer(user, connection, url, method, request);
  }
  char* const body = request->length + *size > QUERY_LIMIT
                       ? NULL
                       : realloc(request->body, request->length + *size + 1);
  if (body == NULL) {
    request->large = true;
  } else {
    memcpy(body + request->length, data, *size);
    request->length += *size;
    body[request->length] = '\0';
    request->body = body;
  }
  *size = 0;
  return MHD_YES;
}

static void
request_end(void* user, struct MHD_Connection* connection, void** state,
            enum MHD_RequestTerminationCode why) {
  (void)user;
  (void)connection;
  (void)why;
  Request* const request = *state;
  if (request != NULL) {
    free(request->body);
    free(request);
  }
}

static bool
listen_set(Service* service, const char* text) {
  char host[INET_ADDRSTRLEN] = "";
  const char* const colon = strrchr(text, ':');
  char* end = NULL;
  const unsigned long port = colon == NULL ? 0 : strtoul(colon + 1, &end, 10);
  const size_t length = colon == NULL ? 0 : (size_t)(colon - text);
  if (length < sizeof host) {
    memcpy(host, text, length);
  }
  if (colon == NULL || end == colon + 1 || *end != '\0' || port > 65535 ||
      inet_pton(AF_INET, host, &service->address.sin_addr) != 1) {
    att_message_say(NULL,
                    "%s is no place to listen; write it as 127.0.0.1:8080",
                    text);
    return false;
  }
  service->address.sin_port = htons((uint16_t)port);
  return true;
}

static bool
timeout_set(Service* service, const char* text) {
  char* end = NULL;
  const unsigned long seconds = strtoul(text, &end, 10);
  if (*end != '\0' || seconds < 1 || seconds > TIMEOUT_LIMIT) {
    att_message_say(NULL, "%s is no number of seconds; use 1 to %d", text,
                    TIMEOUT_LIMIT);
    return false;
  }
  service->seconds = (unsigned)seconds;
  return true;
}

static bool
option_set(Service* service, int option) {
  switch (option) {
  case STORE:
    service->store = optarg;
    return true;
  case LISTEN:
    return listen_set(service, optarg);
  case TIMEOUT:
    return timeout_set(service, optarg);
  case CORS:
    service->cors = true;
    return true;
  case HELP:
    service->help = true;
    return true;
  default:
    return false;
  }
}

/* False, with a message, if the command line is wrong. */
static bool
service_parse(int argc, char** argv, Service* out) {
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  for (int option = 0; (option = att_options_next(&options)) != OPTION_END;) {
    if (!option_set(out, option)) {
      return false;
    }
  }
  if (out->help) {
    return true;
  }
  if (out->store == NULL) {
    att_message_say(NULL, "serve needs --store DIR; see attache serve --help");
  } else if (optind < argc) {
    att_message_say(NULL, "serve takes no operand: %s is one too many",
                    argv[optind]);
  } else {
    return true;
  }
  return false;
}

/* Whether the store opens; what is wrong with it is said. */
static bool
store_check(const char* directory) {
  Messages messages = { 0 };
  AttStore* store = NULL;
  const AttStatus status = att_store_open(directory, ATT_STORE_READ,
                                          att_messages_sink(&messages), &store);
  att_messages_conclude(&messages, status, directory);
  att_store_close(store);
  return status == ATT_OK;
}

static ExitCode
service_run(Service* service) {
  const struct rlimit limit = { ANSWER_LIMIT, ANSWER_LIMIT };
  sigset_t ends;
  int ended = 0;
  (void)sigemptyset(&ends);
  (void)sigaddset(&ends, SIGINT);
  (void)sigaddset(&ends, SIGTERM);
  (void)sigaddset(&ends, SIGHUP);
  /* Threads inherit the mask, so that the signals wait for sigwait. */
  (void)sigprocmask(SIG_BLOCK, &ends, NULL);
  (void)setrlimit(RLIMIT_FSIZE, &limit);
  struct MHD_Daemon* const daemon =
    MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD |
                       MHD_USE_THREAD_PER_CONNECTION,
                     0, NULL, NULL, request_take, service, MHD_OPTION_SOCK_ADDR,
                     &service->address, MHD_OPTION_CONNECTION_LIMIT,
                     (unsigned)CONNECTION_LIMIT, MHD_OPTION_CONNECTION_TIMEOUT,
                     (unsigned)TIMEOUT_DEFAULT, MHD_OPTION_NOTIFY_COMPLETED,
                     request_end, NULL, MHD_OPTION_END);
  if (daemon == NULL) {
    att_message_say(NULL, "It cannot listen there: %s", strerror(errno));
    return EXIT_PART;
  }
  char host[INET_ADDRSTRLEN] = "";
  (void)inet_ntop(AF_INET, &service->address.sin_addr, host, sizeof host);
  (void)printf("http://%s:%u/\n", host,
               (unsigned)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)
                 ->port);
  (void)fflush(stdout);
  (void)sigwait(&ends, &ended);
  MHD_stop_daemon(daemon);
  return EXIT_DONE;
}

static ExitCode
serve_run(int argc, char** argv) {
  Service service = {
    .address = { .sin_family = AF_INET,
                 .sin_port = htons(8080),
                 .sin_addr = { htonl(INADDR_LOOPBACK) } },
    .seconds = TIMEOUT_DEFAULT,
  };
  if (!service_parse(argc, argv, &service)) {
    return EXIT_USAGE;
  }
  if (service.help) {
    (void)fputs(help, stdout);
    return EXIT_DONE;
  }
  return store_check(service.store) ? service_run(&service) : EXIT_PART;
}

const Command att_command_serve = {
  .name = "serve",
  .summary = "answer SPARQL on a store over HTTP",
  .run = serve_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
};
