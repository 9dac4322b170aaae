/* attache query: graphs and a question in, the answer out. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/endpoint.h"
#include "cli/input.h"
#include "cli/message.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

/* Questions are written by people: a megabyte is a mistake. */
#define QUERY_LIMIT ((size_t)1024 * 1024)

/* The known options, in this order; those of the endpoint stand last. */
enum {
  DATA,
  STORE,
  SERVER,
  EXIT_STATUS,
  QUERY,
  FORMAT,
  OUTPUT,
  HELP,
  ENDPOINT
};
static const Option known_options[] = {
  [DATA] = { "data", 'd', true },
  [STORE] = { "store", 0, true },
  [SERVER] = { "endpoint", 0, true },
  [EXIT_STATUS] = { "exit-status", 'e', false },
  [QUERY] = { "query", 'q', true },
  [FORMAT] = { "format", 'f', true },
  [OUTPUT] = { "output", 'o', true },
  [HELP] = { "help", 'h', false },
  ENDPOINT_OPTIONS,
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const AttFormat answer_formats[] = { ATT_TABLE,    ATT_CSV,
                                            ATT_TSV,      ATT_JSON,
                                            ATT_XML,      ATT_TURTLE,
                                            ATT_NTRIPLES, ATT_FORMAT_NONE };

static const char help[] =
  "usage: attache query [-d FILE... | --store DIR | --endpoint URL] [-e]\n"
  "                     [-f FORMAT] [-o FILE] (QUERY | -q FILE)\n"
  "Answers a SPARQL query on graphs. A query that would not be answered\n"
  "rightly is refused, and the message says why.\n"
  "\n"
  "  -d, --data FILE      a graph, or several together (.ttl .nt .nq .rdf\n"
  "                       .trig); without -d, Turtle on standard input\n"
  "      --store DIR      the graphs of a store instead\n"
  "      --endpoint URL   a SPARQL server instead; it answers as it does\n"
  "  -q, --query FILE     read the query from there\n"
  "  -f, --format FORMAT  table, csv, tsv, json or xml; turtle or ntriples\n"
  "                       for CONSTRUCT; else as the extension of the output\n"
  "                       says; else table, or turtle for CONSTRUCT\n"
  "  -o, --output FILE    write there instead of standard output\n"
  "  -e, --exit-status    exit 1 when there are no rows, or ASK says no\n";

static const char help_end[] =
  "  -h, --help           this text\n"
  "\n"
  "Examples:\n"
  "  attache query -d news.ttl -q who-met-whom.rq\n"
  "  attache extract article.txt | attache query -f csv \\\n"
  "    'PREFIX att: <https://w3id.org/attache/ns#>\n"
  "     SELECT ?event ?date { ?event a att:Meeting ; att:date ?date }'\n"
  "\n"
  "Exit: 0 done, 1 a file cannot be read or written (or -e, and the answer is\n"
  "no), 2 usage, or the query is refused.\n";

typedef struct Query {
  char** data; /* The arguments of -d; as many as `data_count`. */
  size_t data_count;
  const char* store; /* NULL: no store */
  Endpoint endpoint; /* its address is NULL: no server */
  bool exit_status;
  const char* file;
  const char* output; /* NULL: standard output */
  const char* format;
  AttFormat chosen;
  bool help;
} Query;

/* False, with a message, if it is wrong. */
static bool
option_set(Query* query, int option) {
  switch (option) {
  case OPTION_WRONG:
    return false;
  case SERVER:
    query->endpoint.settings.url = optarg;
    break;
  case DATA:
    query->data[query->data_count++] = optarg;
    break;
  case STORE:
    query->store = optarg;
    break;
  case EXIT_STATUS:
    query->exit_status = true;
    break;
  case QUERY:
    query->file = optarg;
    break;
  case FORMAT:
    query->format = optarg;
    break;
  case OUTPUT:
    query->output = optarg;
    break;
  case HELP:
    query->help = true;
    break;
  default:
    return att_endpoint_set(&query->endpoint, option - ENDPOINT, optarg);
  }
  return true;
}

static bool
operands_check(const Query* query, int left, const char* second) {
  if (query->file == NULL && left == 0) {
    att_message_say(NULL, "query needs a QUERY, or -q FILE");
  } else if (query->file != NULL && left > 0) {
    att_message_say(NULL, "A QUERY and -q are one too many; a graph needs -d");
  } else if ((query->store != NULL) + (query->data_count > 0) +
               (query->endpoint.settings.url != NULL) >
             1) {
    att_message_say(NULL, "A query has graphs, a store or a server, not two of "
                          "them: -d, --store or --endpoint");
  } else if (left > 1) {
    att_message_say(NULL,
                    "One query at a time: %s is one too many; put the query in "
                    "quotes, and -d before a graph",
                    second);
  } else if (query->file != NULL && strcmp(query->file, "-") == 0 &&
             query->data_count == 0 && query->store == NULL &&
             query->endpoint.settings.url == NULL) {
    att_message_say(NULL,
                    "Standard input cannot be both query and graph; use -d");
  } else {
    return true;
  }
  return false;
}

/* False, with a message, if the command line is wrong. `query->data` has room
 * for `argc` names. */
static bool
query_parse(int argc, char** argv, Query* query) {
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  for (;;) {
    const int option = att_options_next(&options);
    if (option == OPTION_END) {
      break;
    }
    if (!option_set(query, option)) {
      return false;
    }
  }
  return query->help ||
         (operands_check(query, argc - optind,
                         argc - optind > 1 ? argv[optind + 1] : "") &&
          att_format_choose(query->format, query->output, answer_formats,
                            &query->chosen));
}

/* Nothing is asked of half a graph: the answer would be wrong. */
static AttStatus
data_load(const Query* query, Messages* messages, AttGraph* graph) {
  const AttSink sink = att_messages_sink(messages);
  if (query->data_count == 0) {
    const AttStatus status = att_graph_load(graph, "-", ATT_TURTLE, sink);
    att_messages_conclude(messages, status, "standard input");
    return status;
  }
  AttStatus all = ATT_OK;
  for (size_t i = 0; i < query->data_count; i++) {
    messages->errors = 0;
    const AttStatus status =
      att_graph_load(graph, query->data[i], ATT_FORMAT_NONE, sink);
    att_messages_conclude(messages, status, query->data[i]);
    all = status == ATT_OK ? all : status;
  }
  return all;
}

static AttStatus
graphs_ask(const Query* query, Messages* messages, const char* name,
           const char* text, AttAnswer* answer) {
  AttGraph* graph = NULL;
  AttStatus status = att_graph_new(&graph);
  att_messages_conclude(messages, status, NULL);
  if (status == ATT_OK) {
    status = data_load(query, messages, graph);
  }
  if (status == ATT_OK) {
    status = att_graph_query(graph, name, text, query->chosen, query->output,
                             att_messages_sink(messages), answer);
    att_messages_conclude(messages, status, name);
  }
  att_graph_free(graph);
  return status;
}

static AttStatus
store_ask(const Query* query, Messages* messages, const char* name,
          const char* text, AttAnswer* answer) {
  AttStore* store = NULL;
  AttStatus status = att_store_open(query->store, ATT_STORE_READ,
                                    att_messages_sink(messages), &store);
  att_messages_conclude(messages, status, query->store);
  if (status == ATT_OK) {
    status =
      att_store_query(store, name, text, query->chosen, query->output, answer);
    att_messages_conclude(messages, status, name);
  }
  att_store_close(store);
  return status;
}

/* A question to a server. */
typedef struct Question {
  const Query* query;
  AttRemote* remote;
  const char* text;
  AttAnswer* answer;
} Question;

static AttStatus
question_send(void* user) {
  const Question* const question = user;
  const Query* const query = question->query;
  return att_remote_query(question->remote, question->text, query->chosen,
                          query->output, question->answer);
}

static AttStatus
server_ask(const Query* query, Messages* messages, const char* text,
           AttAnswer* answer) {
  const AttRemoteSettings* const settings = &query->endpoint.settings;
  Question question = { .query = query, .text = text, .answer = answer };
  AttStatus status =
    att_remote_open(settings, att_messages_sink(messages), &question.remote);
  if (status == ATT_OK) {
    status = att_endpoint_try(&query->endpoint, question.remote, question_send,
                              &question);
  }
  /* That it is away has been said. */
  messages->errors += status == ATT_AWAY;
  att_messages_conclude(messages, status, settings->url);
  att_remote_close(question.remote);
  return status;
}

static ExitCode
query_answer(const Query* query, Messages* messages, const char* name,
             const char* text) {
  AttAnswer answer = { 0 };
  AttStatus status = ATT_OK;
  if (query->endpoint.settings.url != NULL) {
    status = server_ask(query, messages, text, &answer);
  } else {
    status = query->store == NULL
               ? graphs_ask(query, messages, name, text, &answer)
               : store_ask(query, messages, name, text, &answer);
  }
  if (status == ATT_QUERY) {
    return EXIT_USAGE;
  }
  const bool no = query->exit_status && answer.rows == 0 && !answer.yes;
  return status == ATT_OK && !no ? EXIT_DONE : EXIT_PART;
}

static ExitCode
query_ask(const Query* query, const char* operand) {
  Messages messages = { 0 };
  if (query->file == NULL) {
    return query_answer(query, &messages, "query", operand);
  }
  Input input;
  if (!att_input_read(query->file, QUERY_LIMIT, &input)) {
    return EXIT_PART;
  }
  ExitCode code = EXIT_USAGE;
  if (strlen(input.bytes) != input.length) {
    att_message_say(query->file, "Is not a query: it holds a NUL byte");
  } else {
    code = query_answer(query, &messages, query->file, input.bytes);
  }
  att_input_free(&input);
  return code;
}

static ExitCode
query_run(int argc, char** argv) {
  Query query = { .data = calloc((size_t)argc, sizeof *query.data) };
  ExitCode code = EXIT_USAGE;
  att_endpoint_begin(&query.endpoint);
  if (query.data == NULL) {
    att_message_say(NULL, "%s", att_status_text(ATT_NO_MEMORY));
    code = EXIT_PART;
  } else if (query_parse(argc, argv, &query)) {
    if (query.help) {
      att_endpoint_help(help, help_end);
      code = EXIT_DONE;
    } else if (att_endpoint_ready(&query.endpoint)) {
      code = query_ask(&query, argv[optind]);
    }
  }
  free(query.data);
  return code;
}

const Command att_command_query = {
  .name = "query",
  .summary = "answer a SPARQL query on graphs",
  .run = query_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
};
