/* attache push: graphs sent to a store elsewhere. */
/* SPDX-License-Identifier: MIT */
#include "cli/delivery.h"
#include "cli/message.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

/* Triples of a request: some megabytes, which every server takes. */
#define BATCH ((size_t)20000)

/* The known options, in this order; those of the endpoint stand last. */
enum {
  TO,
  PROTOCOL,
  REPLACE,
  APPEND,
  STORE,
  GRAPH,
  BATCH_SIZE,
  RESUME,
  DRY,
  HELP,
  ENDPOINT
};
static const Option known_options[] = {
  [TO] = { "to", 0, true },
  [PROTOCOL] = { "protocol", 0, true },
  [REPLACE] = { "replace", 0, false },
  [APPEND] = { "append", 0, false },
  [STORE] = { "store", 0, true },
  [GRAPH] = { "graph", 0, true },
  [BATCH_SIZE] = { "batch", 0, true },
  [RESUME] = { "resume", 0, true },
  [DRY] = { "dry-run", 0, false },
  [HELP] = { "help", 'h', false },
  ENDPOINT_OPTIONS,
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const char help[] =
  "usage: attache push --to URL [OPTION]... (FILE... | --store DIR)\n"
  "Sends graphs to a store elsewhere. FILE is RDF (.nq .nt, also compressed;\n"
  ".ttl .trig .rdf); - is N-Quads on standard input.\n"
  "\n"
  "      --to URL           where the store takes graphs\n"
  "      --protocol NAME    gsp (the default): Graph Store Protocol;\n"
  "                         sparql-update; virtuoso: gsp, as it speaks it\n"
  "      --replace          what the store has of a graph goes (the default)\n"
  "      --append           triples are added to it\n"
  "      --store DIR        send the graphs of a store\n"
  "      --graph IRI        where triples without a graph go\n"
  "      --batch N          send at most N triples with a request; 20000\n"
  "      --resume FILE      note in FILE how far it came, and go on where it\n"
  "                         says\n"
  "      --dry-run          send nothing, print each graph and its triples\n";

static const char help_end[] =
  "  -h, --help             this text\n"
  "\n"
  "Examples:\n"
  "  attache push --to http://localhost:7878/store wire.nq.gz\n"
  "  attache push --protocol virtuoso --auth digest --credentials secret \\\n"
  "    --to http://localhost:8890/sparql-graph-crud-auth wire.nq\n"
  "\n"
  "Exit: 0 done, 1 not all is sent, 2 usage.\n";

typedef struct Push {
  Delivery delivery;
  bool help;
} Push;

static bool
protocol_set(Push* push, const char* name) {
  static const char* const names[ATT_PROTOCOL_COUNT] = {
    [ATT_GSP] = "gsp",
    [ATT_SPARQL_UPDATE] = "sparql-update",
    [ATT_VIRTUOSO] = "virtuoso",
  };
  for (int i = 0; i < ATT_PROTOCOL_COUNT; i++) {
    if (strcmp(name, names[i]) == 0) {
      push->delivery.endpoint.settings.protocol = (AttProtocol)i;
      return true;
    }
  }
  const char* const nearest =
    att_message_nearest(name, names, ATT_PROTOCOL_COUNT);
  if (nearest != NULL) {
    att_message_say(NULL, "No protocol is called %s; did you mean %s?", name,
                    nearest);
  } else {
    att_message_say(NULL,
                    "No protocol is called %s; use gsp, sparql-update or "
                    "virtuoso",
                    name);
  }
  return false;
}

static bool
graph_set(Push* push, const char* iri) {
  if (!att_text_is_iri(iri)) {
    att_message_say(NULL, "The graph %s is not an absolute IRI", iri);
    return false;
  }
  push->delivery.graph = iri;
  return true;
}

static bool
batch_set(Push* push, const char* text) {
  char* end = NULL;
  const long count = strtol(text, &end, 10);
  if (end == text || *end != '\0' || count < 1) {
    att_message_say(NULL, "%s is no number of triples", text);
    return false;
  }
  push->delivery.batch = (size_t)count;
  return true;
}

static bool
option_set(Push* push, int option) {
  Delivery* const delivery = &push->delivery;
  switch (option) {
  case OPTION_WRONG:
    return false;
  case TO:
    delivery->endpoint.settings.url = optarg;
    return true;
  case PROTOCOL:
    return protocol_set(push, optarg);
  case REPLACE:
    delivery->endpoint.settings.push = ATT_REPLACE;
    return true;
  case APPEND:
    delivery->endpoint.settings.push = ATT_APPEND;
    return true;
  case STORE:
    delivery->store = optarg;
    return true;
  case GRAPH:
    return graph_set(push, optarg);
  case BATCH_SIZE:
    return batch_set(push, optarg);
  case RESUME:
    delivery->resume = optarg;
    return true;
  case DRY:
    delivery->dry = true;
    return true;
  case HELP:
    push->help = true;
    return true;
  default:
    return att_endpoint_set(&delivery->endpoint, option - ENDPOINT, optarg);
  }
}

/* False, with a message, if the command line is wrong. */
static bool
push_check(const Push* push) {
  const Delivery* const delivery = &push->delivery;
  if (delivery->endpoint.settings.url == NULL && !delivery->dry) {
    att_message_say(NULL,
                    "push needs --to URL, where the store takes graphs; see "
                    "attache push --help");
  } else if (delivery->store == NULL && *delivery->files == NULL) {
    att_message_say(NULL, "push needs a FILE, or --store DIR");
  } else if (delivery->store != NULL && *delivery->files != NULL) {
    att_message_say(NULL, "Either files are sent or a store, not both");
  } else {
    return true;
  }
  return false;
}

static ExitCode
push_run(int argc, char** argv) {
  Push push = { .delivery = { .batch = BATCH } };
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  att_endpoint_begin(&push.delivery.endpoint);
  for (;;) {
    const int option = att_options_next(&options);
    if (option == OPTION_END) {
      break;
    }
    if (!option_set(&push, option)) {
      return EXIT_USAGE;
    }
  }
  push.delivery.files = argv + optind;
  if (push.help) {
    att_endpoint_help(help, help_end);
    return EXIT_DONE;
  }
  return push_check(&push) && att_endpoint_ready(&push.delivery.endpoint)
           ? att_delivery_run(&push.delivery)
           : EXIT_USAGE;
}

const Command att_command_push = {
  .name = "push",
  .summary = "send graphs to a store elsewhere",
  .run = push_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
};
