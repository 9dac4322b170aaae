/* attache store: graphs kept in a folder, from day to day. */
/* SPDX-License-Identifier: MIT */
#include "attache.h"
#include "cli/command.h"
#include "cli/guard.h"
#include "cli/message.h"
#include "cli/options.h"

#include <getopt.h>
#include <inttypes.h>
#include <string.h>

/* What `list` prints, and `remove` takes, for the triples without a graph: no
 * IRI. */
#define UNNAMED "default"

/* The known options, in this order. */
enum { OUTPUT, HELP };
static const Option known_options[] = {
  [OUTPUT] = { "output", 'o', true },
  [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const char help[] =
  "usage: attache store add DIR FILE...\n"
  "       attache store list DIR\n"
  "       attache store remove DIR GRAPH...\n"
  "       attache store export [-o FILE] DIR\n"
  "       attache store stat DIR\n"
  "Keeps graphs in a folder. What is interrupted, by whatever, leaves the\n"
  "folder as it was.\n"
  "\n"
  "  add     adds RDF files (.ttl .nt .nq .rdf .trig, .gz of each; - is\n"
  "          Turtle on standard input), each whole or not at all, making the\n"
  "          folder if need be. A named graph replaces the one of its name;\n"
  "          triples without a graph join those that are there\n"
  "  list    prints each graph's name and number of triples\n"
  "  remove  removes graphs; " UNNAMED " is the triples without one\n"
  "  export  writes everything as N-Quads, sorted\n"
  "  stat    prints what the store holds and takes\n"
  "\n"
  "  -o, --output FILE  write there instead of standard output\n"
  "  -h, --help         this text\n"
  "\n"
  "Examples:\n"
  "  attache extract --store news articles/*.txt\n"
  "  attache store add news world.ttl && attache store list news\n"
  "  attache query --store news 'SELECT ?who { ?who a att:Person }'\n"
  "\n"
  "Exit: 0 done, 1 a file or the store cannot be read or written, 2 usage.\n";

/* What one verb is given. */
typedef struct Work {
  AttStore* store;
  Messages* messages;
  const char* directory;
  const char* output;
  char** operands; /* behind the folder; ended by NULL */
} Work;

typedef struct Verb {
  const char* name;
  AttStoreUse use;
  bool operands; /* it takes some behind the folder */
  ExitCode (*run)(const Work* work);
} Verb;

static ExitCode
conclude(const Work* work, AttStatus status, const char* path) {
  att_messages_conclude(work->messages, status, path);
  work->messages->errors = 0;
  return status == ATT_OK ? EXIT_DONE : EXIT_PART;
}

static ExitCode
file_add(const Work* work, const char* path) {
  const AttSink sink = att_messages_sink(work->messages);
  AttGraph* graph = NULL;
  AttStatus status = att_graph_new(&graph);
  if (status == ATT_OK) {
    status = att_graph_load(graph, path, ATT_FORMAT_NONE, sink);
  }
  ExitCode code = conclude(work, status, path);
  if (code == EXIT_DONE) {
    code = conclude(work, att_store_add(work->store, graph), work->directory);
  }
  att_graph_free(graph);
  return code;
}

static ExitCode
add_run(const Work* work) {
  ExitCode code = EXIT_DONE;
  for (size_t i = 0; work->operands[i] != NULL; i++) {
    if (file_add(work, work->operands[i]) != EXIT_DONE) {
      code = EXIT_PART;
    }
  }
  return code;
}

static void
graph_print(void* user, const AttStoreGraph* graph) {
  (void)user;
  (void)printf("%s%s\t%" PRIu64 "\n", graph->blank ? "_:" : "",
               graph->name == NULL ? UNNAMED : graph->name, graph->triples);
}

static ExitCode
list_run(const Work* work) {
  return conclude(work, att_store_list(work->store, graph_print, NULL),
                  work->directory);
}

static ExitCode
remove_run(const Work* work) {
  ExitCode code = EXIT_DONE;
  for (size_t i = 0; work->operands[i] != NULL; i++) {
    const char* const name =
      strcmp(work->operands[i], UNNAMED) == 0 ? NULL : work->operands[i];
    const AttStatus status = att_store_remove(work->store, name);
    if (conclude(work, status, work->directory) != EXIT_DONE) {
      code = EXIT_PART;
    }
  }
  return code;
}

static ExitCode
export_run(const Work* work) {
  return conclude(work, att_store_export(work->store, work->output),
                  work->directory);
}

static ExitCode
stat_run(const Work* work) {
  AttStoreStat stat = { 0 };
  const AttStatus status = att_store_stat(work->store, &stat);
  if (status == ATT_OK) {
    (void)printf("version\t%" PRIu32 "\ngraphs\t%" PRIu64 "\nquads\t%" PRIu64
                 "\nterms\t%" PRIu64 "\nbytes\t%" PRIu64 "\n",
                 stat.version, stat.graphs, stat.quads, stat.terms, stat.bytes);
  }
  return conclude(work, status, work->directory);
}

static const Verb verbs[] = {
  { "add", ATT_STORE_WRITE, true, add_run },
  { "list", ATT_STORE_READ, false, list_run },
  { "remove", ATT_STORE_WRITE, true, remove_run },
  { "export", ATT_STORE_READ, false, export_run },
  { "stat", ATT_STORE_READ, false, stat_run },
};
#define VERB_COUNT (sizeof verbs / sizeof verbs[0])

/* NULL, with a message, if there is no such verb. */
static const Verb*
verb_find(const char* word) {
  const char* names[VERB_COUNT];
  for (size_t i = 0; i < VERB_COUNT; i++) {
    if (strcmp(word, verbs[i].name) == 0) {
      return &verbs[i];
    }
    names[i] = verbs[i].name;
  }
  const char* const nearest = att_message_nearest(word, names, VERB_COUNT);
  if (nearest != NULL) {
    att_message_say(NULL, "Unknown %s; did you mean attache store %s?", word,
                    nearest);
  } else {
    att_message_say(NULL, "Unknown %s; see attache store --help", word);
  }
  return NULL;
}

/* `operands` are the verb, the folder and what follows. False, with a message,
 * if they do not fit. */
static bool
operands_check(const Verb* verb, int count, const char* output) {
  if (count < 2) {
    att_message_say(NULL, "store %s needs the folder of a store", verb->name);
  } else if (verb->operands && count < 3) {
    att_message_say(NULL, "store %s needs something to %s", verb->name,
                    verb->name);
  } else if (!verb->operands && count > 2) {
    att_message_say(NULL, "store %s takes one folder and nothing more",
                    verb->name);
  } else if (output != NULL && verb->run != export_run) {
    att_message_say(NULL, "store %s takes no -o", verb->name);
  } else {
    return true;
  }
  return false;
}

static ExitCode
verb_run(const Verb* verb, char** operands, const char* output) {
  Messages messages = { 0 };
  Work work = { .messages = &messages,
                .directory = operands[0],
                .output = output,
                .operands = operands + 1 };
  att_guard_begin(work.directory);
  const AttStatus status =
    att_store_open(work.directory, verb->use, att_messages_sink(&messages),
                   &work.store);
  ExitCode code = conclude(&work, status, work.directory);
  if (code == EXIT_DONE) {
    code = verb->run(&work);
    att_store_close(work.store);
  }
  att_guard_end();
  return code;
}

static ExitCode
store_run(int argc, char** argv) {
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  const char* output = NULL;
  for (;;) {
    const int option = att_options_next(&options);
    if (option == OPTION_END) {
      break;
    }
    if (option == OPTION_WRONG) {
      return EXIT_USAGE;
    }
    if (option == HELP) {
      (void)fputs(help, stdout);
      return EXIT_DONE;
    }
    output = optarg;
  }
  if (optind == argc) {
    att_message_say(NULL, "store needs one of add, list, remove, export, stat");
    return EXIT_USAGE;
  }
  const Verb* const verb = verb_find(argv[optind]);
  if (verb == NULL || !operands_check(verb, argc - optind, output)) {
    return EXIT_USAGE;
  }
  return verb_run(verb, argv + optind + 1, output);
}

const Command att_command_store = {
  .name = "store",
  .summary = "keep graphs in a folder",
  .run = store_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
  .words = "add list remove export stat",
};
