/* attache query: graphs and a question in, the answer out. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/endpoint.h"
#include "cli/guard.h"
#include "cli/input.h"
#include "cli/message.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Questions are written by people: a megabyte is a mistake. */
#define QUERY_LIMIT ((size_t)1024 * 1024)

/* The known options, in this order; those of the endpoint stand last. */
enum {
  DATA,
  GRAPH,
  STORE,
  SERVER,
  DEFAULT_GRAPH,
  BASE,
  CHECK,
  LIMIT_ROWS,
  EXIT_STATUS,
  QUERY,
  FORMAT,
  OUTPUT,
  HELP,
  ENDPOINT
};
static const Option known_options[] = {
  [DATA] = { "data", 'd', true },
  [GRAPH] = { "graph", 'g', true },
  [STORE] = { "store", 0, true },
  [SERVER] = { "endpoint", 0, true },
  [DEFAULT_GRAPH] = { "default-graph", 0, true },
  [BASE] = { "base", 0, true },
  [CHECK] = { "check", 0, false },
  [LIMIT_ROWS] = { "max-rows", 0, true },
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
  "usage: attache query [-d FILE | -g IRI=FILE]... [OPTION]... QUERY\n"
  "       attache query --store DIR | --endpoint URL [OPTION]... QUERY\n"
  "Answers a SPARQL 1.1 query on graphs.\n"
  "\n"
  "  -d, --data FILE      .ttl .nt .nq .rdf .trig, and .gz of each; without\n"
  "                       -d and -g, Turtle on standard input\n"
  "  -g, --graph IRI=FILE the same, as the graph of that name\n"
  "      --store DIR      the graphs of a store instead\n"
  "      --endpoint URL   a SPARQL server instead; it answers as it does\n"
  "      --default-graph union|default\n"
  "                       what patterns outside GRAPH ask: all graphs\n"
  "                       together (the default), or what is in none\n"
  "      --base IRI       of relative IRIs in the query; else its file's\n"
  "      --check          parse the query only\n"
  "      --max-rows N     give up when there are more rows\n"
  "  -q, --query FILE     read the QUERY from there\n"
  "  -f, --format FORMAT  table, csv, tsv, json or xml; turtle or ntriples\n"
  "                       for CONSTRUCT and DESCRIBE; else what the extension\n"
  "                       of the output says; else table, or turtle\n"
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
  "no, or a limit is reached), 2 usage, or the query is refused.\n";

/* A graph to be asked. */
typedef struct Data {
  const char* path;
  char* name; /* NULL: as the file says */
} Data;

typedef struct Query {
  Data* data; /* of -d and -g */
  size_t data_count;
  const char* store; /* NULL: no store */
  Endpoint endpoint; /* its address is NULL: no server */
  bool exit_status;
  const char* file;
  const char* format;
  AttQuestion question;
  bool help;
} Query;

static bool
data_add(Query* query, char* argument, bool named) {
  Data* const data = &query->data[query->data_count];
  data->path = argument;
  if (named) {
    /* An IRI may hold = itself, as a file may: the first is taken. */
    char* const equals = strchr(argument, '=');
    if (equals == NULL || equals == argument || equals[1] == '\0') {
      att_message_say(NULL, "-g takes IRI=FILE, not %s", argument);
      return false;
    }
    *equals = '\0';
    data->name = argument;
    data->path = equals + 1;
  }
  query->data_count++;
  return true;
}

static bool
default_set(Query* query, const char* argument) {
  query->question.only_unnamed = strcmp(argument, "default") == 0;
  if (!query->question.only_unnamed && strcmp(argument, "union") != 0) {
    att_message_say(NULL, "--default-graph is union or default, not %s",
                    argument);
    return false;
  }
  return true;
}

static bool
number_read(const char* argument, unsigned long most, unsigned long* out) {
  char* end = NULL;
  *out = strtoul(argument, &end, 10);
  if (*argument < '0' || *argument > '9' || *end != '\0' || *out == 0 ||
      *out > most) {
    att_message_say(NULL, "A number from 1 to %lu is expected, not %s", most,
                    argument);
    return false;
  }
  return true;
}

static bool
rows_set(Query* query, const char* argument) {
  unsigned long number = 0;
  const bool good = number_read(argument, 1000000000UL, &number);
  query->question.rows = number;
  return good;
}

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
  case GRAPH:
    return data_add(query, optarg, option == GRAPH);
  case DEFAULT_GRAPH:
    return default_set(query, optarg);
  case BASE:
    query->question.base = optarg;
    break;
  case CHECK:
    query->question.check = true;
    break;
  case LIMIT_ROWS:
    return rows_set(query, optarg);
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
    query->question.path = optarg;
    break;
  case HELP:
    query->help = true;
    break;
  default:
    return att_endpoint_set(&query->endpoint, option - ENDPOINT, optarg);
  }
  return true;
}

/* The QUERY itself is an operand; many a reader would think of its file. */
static bool
operand_check(const char* operand) {
  if (operand == NULL || access(operand, F_OK) != 0) {
    return true;
  }
  att_message_say(NULL,
                  "%s is a file, no query; use -q before the file of a query, "
                  "and -d before a graph",
                  operand);
  return false;
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
             query->endpoint.settings.url == NULL && !query->question.check) {
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
          operand_check(argv[optind]) &&
          att_format_choose(query->format, query->question.path, answer_formats,
                            &query->question.format));
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
    const Data* const data = &query->data[i];
    messages->errors = 0;
    const AttStatus status =
      data->name == NULL
        ? att_graph_load(graph, data->path, ATT_FORMAT_NONE, sink)
        : att_graph_load_named(graph, data->path, ATT_FORMAT_NONE, data->name,
                               sink);
    att_messages_conclude(messages, status, data->path);
    all = status == ATT_OK ? all : status;
  }
  return all;
}

static AttStatus
graphs_ask(const Query* query, Messages* messages, AttAnswer* answer) {
  AttGraph* graph = NULL;
  AttStatus status = att_graph_new(&graph);
  att_messages_conclude(messages, status, NULL);
  if (status == ATT_OK && !query->question.check) {
    status = data_load(query, messages, graph);
  }
  if (status == ATT_OK) {
    status = att_graph_ask(graph, &query->question, att_messages_sink(messages),
                           answer);
    att_messages_conclude(messages, status, query->question.name);
  }
  att_graph_free(graph);
  return status;
}

static AttStatus
store_ask(const Query* query, Messages* messages, AttAnswer* answer) {
  AttStore* store = NULL;
  att_guard_begin(query->store);
  AttStatus status = att_store_open(query->store, ATT_STORE_READ,
                                    att_messages_sink(messages), &store);
  att_messages_conclude(messages, status, query->store);
  if (status == ATT_OK) {
    status = att_store_ask(store, &query->question, answer);
    att_messages_conclude(messages, status, query->question.name);
  }
  att_store_close(store);
  att_guard_end();
  return status;
}

/* A question to a server. */
typedef struct Question {
  const Query* query;
  AttRemote* remote;
  AttAnswer* answer;
} Question;

static AttStatus
question_send(void* user) {
  const Question* const question = user;
  const Query* const query = question->query;
  return att_remote_query(question->remote, query->question.text,
                          query->question.format, query->question.path,
                          question->answer);
}

static AttStatus
server_ask(const Query* query, Messages* messages, AttAnswer* answer) {
  const AttRemoteSettings* const settings = &query->endpoint.settings;
  Question question = { .query = query, .answer = answer };
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
query_answer(Query* query, const char* name, const char* text) {
  Messages messages = { 0 };
  AttAnswer answer = { 0 };
  query->question.name = name;
  query->question.text = text;
  query->question.seconds = query->endpoint.settings.timeout;
  AttStatus status = ATT_OK;
  if (query->endpoint.settings.url != NULL) {
    status = server_ask(query, &messages, &answer);
  } else {
    status = query->store == NULL ? graphs_ask(query, &messages, &answer)
                                  : store_ask(query, &messages, &answer);
  }
  if (status == ATT_QUERY) {
    return EXIT_USAGE;
  }
  const bool no = query->exit_status && !query->question.check &&
                  answer.rows == 0 && !answer.yes;
  return status == ATT_OK && !no ? EXIT_DONE : EXIT_PART;
}

static ExitCode
query_ask(Query* query, const char* operand) {
  if (query->file == NULL) {
    return query_answer(query, "query", operand);
  }
  Input input;
  if (!att_input_read(query->file, QUERY_LIMIT, &input)) {
    return EXIT_PART;
  }
  ExitCode code = EXIT_USAGE;
  if (strlen(input.bytes) != input.length) {
    att_message_say(query->file, "Is not a query: it holds a NUL byte");
  } else {
    code = query_answer(query, query->file, input.bytes);
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
