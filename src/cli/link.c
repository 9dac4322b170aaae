/* attache link: what only many articles show. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/guard.h"
#include "cli/message.h"
#include "cli/options.h"

#include <getopt.h>

/* Triples handed over at once. */
#define BATCH ((size_t)50000)

/* The known options, in this order. */
enum { OUTPUT, FORMAT, STORE, BASE, HELP };
static const Option known_options[] = {
  [OUTPUT] = { "output", 'o', true }, [FORMAT] = { "format", 'f', true },
  [STORE] = { "store", 0, true },     [BASE] = { "base", 0, true },
  [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const AttFormat formats[] = { ATT_NQUADS, ATT_TRIG, ATT_TURTLE,
                                     ATT_NTRIPLES, ATT_FORMAT_NONE };

static const char help[] =
  "usage: attache link [-o FILE] [-f FORMAT] (FILE... | --store DIR)\n"
  "Finds what only many articles show, and writes it as a graph of its own:\n"
  "the first and last day each holding of a post is attested on, and what\n"
  "contradicts itself (att:Contradiction); events of several articles that\n"
  "seem to be one (att:sameEventAs); names that may be one person's\n"
  "(att:possiblySame). Links have reasons and a confidence; none is merged.\n"
  "FILE is RDF of articles as extract writes it, N-Quads also compressed.\n"
  "\n"
  "  -o, --output FILE    write there instead of standard output\n"
  "  -f, --format FORMAT  nquads, trig, turtle or ntriples; else as the\n"
  "                       extension of the output says, else nquads\n"
  "      --store DIR      read the graphs of a store; without -o put what is\n"
  "                       found there, in place of what was found before\n"
  "      --base IRI       what names begin with; default\n"
  "                       https://w3id.org/attache/id/\n"
  "  -h, --help           this text\n"
  "\n"
  "Examples:\n"
  "  attache link -o links.nq wire.nq.gz\n"
  "  attache link --store news && attache query --store news \\\n"
  "    'SELECT ?a ?b { ?a att:sameEventAs ?b }'\n"
  "\n"
  "Exit: 0 done, 1 a file cannot be read or written, 2 usage.\n";

typedef struct Linking {
  char* const* files; /* ended by NULL */
  const char* directory;
  const char* output;
  const char* name; /* of the format */
  const char* base;
  AttFormat format;
  bool help;
  Messages messages;
  AttLinker* linker;
  AttStore* store;
} Linking;

static AttStatus
parts_take(Linking* linking, AttParts* parts) {
  for (;;) {
    AttPart part;
    bool more = false;
    AttStatus status = att_parts_next(parts, BATCH, &part, &more);
    if (status != ATT_OK || !more) {
      return status;
    }
    status = att_linker_add(linking->linker, &part);
    if (status != ATT_OK) {
      return status;
    }
  }
}

static AttStatus
file_take(Linking* linking, const char* path) {
  AttParts* parts = NULL;
  AttStatus status =
    att_parts_open(path, att_messages_sink(&linking->messages), &parts);
  if (status == ATT_OK) {
    status = parts_take(linking, parts);
  }
  att_parts_close(parts);
  att_messages_conclude(&linking->messages, status, path);
  return status;
}

static AttStatus
store_take(Linking* linking) {
  const AttSink sink = att_messages_sink(&linking->messages);
  AttParts* parts = NULL;
  att_guard_begin(linking->directory);
  AttStatus status =
    att_store_open(linking->directory,
                   linking->output == NULL ? ATT_STORE_WRITE : ATT_STORE_READ,
                   sink, &linking->store);
  if (status == ATT_OK) {
    status = att_parts_of_store(linking->store, sink, &parts);
  }
  if (status == ATT_OK) {
    status = parts_take(linking, parts);
  }
  att_parts_close(parts);
  att_messages_conclude(&linking->messages, status, linking->directory);
  return status;
}

static AttStatus
links_write(Linking* linking) {
  AttGraph* graph = NULL;
  AttStatus status = att_graph_new(&graph);
  if (status == ATT_OK) {
    status = att_linker_link(linking->linker, graph, NULL);
  }
  if (status == ATT_OK) {
    status = linking->store != NULL && linking->output == NULL
               ? att_store_add(linking->store, graph)
               : att_graph_write(graph, linking->output, linking->format,
                                 att_messages_sink(&linking->messages));
  }
  att_graph_free(graph);
  att_messages_conclude(&linking->messages, status, linking->output);
  return status;
}

static ExitCode
linking_run(Linking* linking) {
  AttStatus status =
    att_linker_new(linking->base, att_messages_sink(&linking->messages),
                   &linking->linker);
  att_messages_conclude(&linking->messages, status, NULL);
  if (status == ATT_OK && linking->directory != NULL) {
    status = store_take(linking);
  }
  for (char* const* file = linking->files; *file != NULL && status == ATT_OK;
       file++) {
    status = file_take(linking, *file);
  }
  if (status == ATT_OK) {
    status = links_write(linking);
  }
  att_linker_free(linking->linker);
  att_store_close(linking->store);
  att_guard_end();
  return status == ATT_OK ? EXIT_DONE : EXIT_PART;
}

static bool
option_set(Linking* linking, int option) {
  switch (option) {
  case OPTION_WRONG:
    return false;
  case OUTPUT:
    linking->output = optarg;
    return true;
  case FORMAT:
    linking->name = optarg;
    return true;
  case STORE:
    linking->directory = optarg;
    return true;
  case BASE:
    linking->base = optarg;
    if (!att_text_is_iri(optarg)) {
      att_message_say(NULL, "The base %s is not an absolute IRI", optarg);
      return false;
    }
    return true;
  default:
    linking->help = true;
    return true;
  }
}

static ExitCode
link_run(int argc, char** argv) {
  Linking linking = { 0 };
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  for (;;) {
    const int option = att_options_next(&options);
    if (option == OPTION_END) {
      break;
    }
    if (!option_set(&linking, option)) {
      return EXIT_USAGE;
    }
  }
  linking.files = argv + optind;
  if (linking.help) {
    (void)fputs(help, stdout);
    return EXIT_DONE;
  }
  if ((linking.directory == NULL) == (optind == argc)) {
    att_message_say(NULL, "link needs either FILEs or --store DIR");
    return EXIT_USAGE;
  }
  if (!att_format_choose(linking.name, linking.output, formats,
                         &linking.format)) {
    return EXIT_USAGE;
  }
  if (linking.format == ATT_FORMAT_NONE) {
    linking.format = ATT_NQUADS;
  }
  return linking_run(&linking);
}

const Command att_command_link = {
  .name = "link",
  .summary = "find what only many articles show",
  .run = link_run,
};
