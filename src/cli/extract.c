/* attache extract: articles in, one graph out. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

/* A name longer than any file system's. */
#define NAME_SIZE 256

/* The known options, in this order. */
enum { OUTPUT, FORMAT, PROVENANCE, BASE, DATE, ONTOLOGY, MODEL, HELP };
static const Option known_options[] = {
  [OUTPUT] = { "output", 'o', true },
  [FORMAT] = { "format", 'f', true },
  [PROVENANCE] = { "provenance", 0, true },
  [BASE] = { "base", 0, true },
  [DATE] = { "date", 0, true },
  [ONTOLOGY] = { "ontology", 0, true },
  [MODEL] = { "model", 0, true },
  [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const AttFormat graph_formats[] = { ATT_TURTLE, ATT_NTRIPLES, ATT_NQUADS,
                                           ATT_RDFXML, ATT_FORMAT_NONE };

static const char help[] =
  "usage: attache extract [OPTION]... FILE...\n"
  "Reads English news articles and writes what they state as one RDF graph.\n"
  "FILE - is standard input. A first line `date YYYY-MM-DD TITLE` and an\n"
  "empty line may come before the text.\n"
  "\n"
  "  -o, --output FILE      write there instead of standard output\n"
  "  -f, --format FORMAT    turtle, ntriples, nquads or rdfxml; else as the\n"
  "                         extension of the output says, else turtle\n"
  "      --provenance HOW   none: facts alone; mentions (the default): and\n"
  "                         the spans that mention them; full: and one\n"
  "                         assertion with its evidence for each triple\n"
  "      --base IRI         what names begin with; default\n"
  "                         https://w3id.org/attache/id/\n"
  "      --date YYYY-MM-DD  the date of articles that tell none\n"
  "      --ontology DIR     a folder of Turtle files, for the installed one\n"
  "      --model FILE       a language model, for the installed one\n"
  "  -h, --help             this text\n"
  "\n"
  "Examples:\n"
  "  attache extract article.txt\n"
  "  attache extract -o news.nt --provenance full articles/*.txt\n"
  "  attache extract --date 2026-02-12 - < wire.txt | attache query ...\n"
  "\n"
  "Exit: 0 done, 1 some article failed, 2 usage, 3 the ontology or the model\n"
  "does not load.\n";

typedef struct Extract {
  AttSettings settings;
  const char* output; /* NULL: standard output */
  const char* format;
  AttFormat chosen;
  bool help;
} Extract;

static bool
provenance_set(Extract* extract, const char* name) {
  static const char* const names[] = {
    [ATT_PROVENANCE_NONE] = "none",
    [ATT_PROVENANCE_MENTIONS] = "mentions",
    [ATT_PROVENANCE_FULL] = "full",
  };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(name, names[i]) == 0) {
      extract->settings.provenance = (AttProvenance)i;
      return true;
    }
  }
  att_message_say(NULL,
                  "No provenance is called %s; use none, mentions or full",
                  name);
  return false;
}

static bool
base_set(Extract* extract, const char* base) {
  if (!att_text_is_iri(base)) {
    att_message_say(NULL,
                    "The base %s is not an absolute IRI like "
                    "https://example.org/id/",
                    base);
    return false;
  }
  extract->settings.base = base;
  return true;
}

static bool
option_set(Extract* extract, int option) {
  switch (option) {
  case OUTPUT:
    extract->output = optarg;
    return true;
  case FORMAT:
    extract->format = optarg;
    return true;
  case PROVENANCE:
    return provenance_set(extract, optarg);
  case BASE:
    return base_set(extract, optarg);
  case DATE:
    return att_date_choose(optarg, &extract->settings.date);
  case ONTOLOGY:
    extract->settings.ontology = optarg;
    return true;
  case MODEL:
    extract->settings.model = optarg;
    return true;
  case HELP:
    extract->help = true;
    return true;
  default:
    return false;
  }
}

/* False, with a message, if the command line is wrong. */
static bool
extract_parse(int argc, char** argv, Extract* out) {
  Extract extract = { .settings = { .provenance = ATT_PROVENANCE_MENTIONS } };
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  for (;;) {
    const int option = att_options_next(&options);
    if (option == OPTION_END) {
      break;
    }
    if (!option_set(&extract, option)) {
      return false;
    }
  }
  *out = extract;
  if (extract.help) {
    return true;
  }
  if (optind == argc) {
    att_message_say(NULL, "extract needs a FILE, or - for standard input");
    return false;
  }
  return att_format_choose(extract.format, extract.output, graph_formats,
                           &out->chosen);
}

/* An article's identifier: its file's name without folder and extension. */
static void
stem_of(const char* path, char out[NAME_SIZE]) {
  const char* const slash = strrchr(path, '/');
  const char* const name = slash == NULL ? path : slash + 1;
  const char* const dot = strrchr(name, '.');
  size_t length =
    dot == NULL || dot == name ? strlen(name) : (size_t)(dot - name);
  if (length >= NAME_SIZE) {
    length = NAME_SIZE - 1;
  }
  memcpy(out, name, length);
  out[length] = '\0';
}

static bool
article_read(AttReader* reader, Messages* messages, const char* path,
             AttGraph* graph) {
  Input input;
  if (!att_input_read(path, ARTICLE_LIMIT, &input)) {
    return false;
  }
  const bool standard = strcmp(path, "-") == 0;
  char name[NAME_SIZE];
  stem_of(standard ? "standard-input" : path, name);
  *messages = (Messages){ .name = name, .path = standard ? NULL : path };
  const AttStatus status =
    att_reader_read(reader,
                    &(AttArticle){ .id = name,
                                   .text = input.bytes,
                                   .length = input.length },
                    graph);
  att_messages_conclude(messages, status, messages->path);
  *messages = (Messages){ 0 };
  att_input_free(&input);
  return status == ATT_OK;
}

/* The graph is written unless every article failed: an output file that holds
 * nothing would look like an answer. */
static ExitCode
articles_read(const Extract* extract, AttReader* reader, Messages* messages,
              char** paths, AttGraph* graph) {
  size_t failed = 0;
  size_t count = 0;
  for (; paths[count] != NULL; count++) {
    failed += !article_read(reader, messages, paths[count], graph);
  }
  if (failed == count) {
    return EXIT_PART;
  }
  const AttFormat format =
    extract->chosen == ATT_FORMAT_NONE ? ATT_TURTLE : extract->chosen;
  const AttStatus status = att_graph_write(graph, extract->output, format,
                                           att_messages_sink(messages));
  att_messages_conclude(messages, status, extract->output);
  return failed == 0 && status == ATT_OK ? EXIT_DONE : EXIT_PART;
}

static ExitCode
extract_run(int argc, char** argv) {
  Extract extract;
  if (!extract_parse(argc, argv, &extract)) {
    return EXIT_USAGE;
  }
  if (extract.help) {
    (void)fputs(help, stdout);
    return EXIT_DONE;
  }
  Messages messages = { 0 };
  AttReader* reader = NULL;
  AttStatus status =
    att_reader_new(&extract.settings, att_messages_sink(&messages), &reader);
  att_messages_conclude(&messages, status, extract.settings.ontology);
  if (status != ATT_OK) {
    return EXIT_ONTOLOGY;
  }
  ExitCode code = EXIT_PART;
  AttGraph* graph = NULL;
  status = att_graph_new(&graph);
  att_messages_conclude(&messages, status, NULL);
  if (status == ATT_OK) {
    code = articles_read(&extract, reader, &messages, argv + optind, graph);
  }
  att_graph_free(graph);
  att_reader_free(reader);
  return code;
}

const Command att_command_extract = {
  .name = "extract",
  .summary = "read articles, write what they state as RDF",
  .run = extract_run,
};
