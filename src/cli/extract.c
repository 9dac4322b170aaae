/* attache extract: articles in, graphs out. */
/* SPDX-License-Identifier: MIT */
#include "cli/crew.h"
#include "cli/harvest.h"
#include "cli/options.h"
#include "cli/trace.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* The known options, in this order. */
enum {
  OUTPUT,
  STORE,
  FORMAT,
  APART,
  PROVENANCE,
  INPUT,
  FILES,
  JOBS,
  MEMORY,
  STRICT,
  RESUME,
  SUMMARY,
  TRACE,
  OPEN,
  BASE,
  DATE,
  ONTOLOGY,
  MODEL,
  HELP
};
static const Option known_options[] = {
  [OUTPUT] = { "output", 'o', true },
  [STORE] = { "store", 0, true },
  [FORMAT] = { "format", 'f', true },
  [APART] = { "graph-per-article", 0, false },
  [PROVENANCE] = { "provenance", 0, true },
  [INPUT] = { "input", 0, true },
  [FILES] = { "files-from", 0, true },
  [JOBS] = { "jobs", 'j', true },
  [MEMORY] = { "max-memory", 0, true },
  [STRICT] = { "strict", 0, false },
  [RESUME] = { "resume", 0, false },
  [SUMMARY] = { "summary", 0, true },
  [TRACE] = { "trace", 0, true },
  [OPEN] = { "no-sandbox", 0, false },
  [BASE] = { "base", 0, true },
  [DATE] = { "date", 0, true },
  [ONTOLOGY] = { "ontology", 0, true },
  [MODEL] = { "model", 0, true },
  [HELP] = { "help", 'h', false },
};
/* MiB of --max-memory: with less the ontology is not loaded. */
#define MEMORY_LEAST 32
#define MEMORY_MOST (1024L * 1024)

#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const AttFormat graph_formats[] = { ATT_TURTLE, ATT_NTRIPLES,
                                           ATT_NQUADS, ATT_TRIG,
                                           ATT_RDFXML, ATT_FORMAT_NONE };

/* What graphs can be written in one behind the other. */
static const AttFormat apart_formats[] = { ATT_NQUADS, ATT_TRIG, ATT_NTRIPLES,
                                           ATT_FORMAT_NONE };

static const char help[] =
  "usage: attache extract [OPTION]... FILE...\n"
  "Reads English news articles and writes what they state as one RDF graph.\n"
  "FILE may be a folder, whose articles are read; - is standard input; what\n"
  "gzip, xz or zstd compressed is decompressed.\n"
  "\n"
  "  -o, --output FILE      write there instead of standard output; a name in\n"
  "                         .gz compresses it, with --graph-per-article\n"
  "  -f, --format FORMAT    turtle, trig, ntriples, nquads or rdfxml; else as\n"
  "                         the extension of the output says, else turtle\n"
  "      --store DIR        put each article's graph into a store when it is\n"
  "                         read, in place of its former self\n"
  "      --graph-per-article\n"
  "                         write each article's graph when it is read, in\n"
  "                         order; nquads (the default), trig or ntriples\n"
  "      --provenance HOW   none: facts alone; mentions (the default): and\n"
  "                         the spans that mention them; full: and one\n"
  "                         assertion with its evidence for each triple\n"
  "      --input KIND       text, html, jsonl or feed; auto (the default): as\n"
  "                         the extension, or the content, says\n"
  "      --files-from LIST  read the files that LIST names, one a line, too\n"
  "  -j, --jobs N           read N articles at a time; the output is the same\n"
  "      --max-memory MIB   an article that needs more memory fails\n"
  "      --strict           stop at the first article that fails\n"
  "      --resume           keep a journal beside the output, and go on where\n"
  "                         it says; needs --graph-per-article and -o\n"
  "      --summary FILE     write there, as JSON, how many articles were read\n"
  "      --trace STAGE      print rows of that stage: see attache trace\n"
  "      --no-sandbox       do not shut the program in with its files\n"
  "      --base IRI         begins names, for https://w3id.org/attache/id/\n"
  "      --date YYYY-MM-DD  the date of articles that tell none\n"
  "      --ontology DIR     a folder of Turtle files, for the installed one\n"
  "      --model FILE       a language model, for the installed one\n"
  "  -h, --help             this text\n"
  "\n"
  "Examples:\n"
  "  attache extract -o news.nt --provenance full articles/\n"
  "  attache extract -j 4 --graph-per-article -o wire.nq.gz wire.jsonl.xz\n"
  "\n"
  "Exit: 0 done, 1 some article failed, 2 usage, 3 the ontology or the model\n"
  "does not load.\n";

typedef struct Extract {
  Harvest harvest;
  const char* format;
  const char* trace; /* a stage, or NULL */
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
      extract->harvest.settings.provenance = (AttProvenance)i;
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
  extract->harvest.settings.base = base;
  return true;
}

static bool
input_set(Extract* extract, const char* name) {
  static const char* const names[] = { "auto", "text", "html", "jsonl",
                                       "feed" };
  extract->harvest.input = att_input_named(name);
  if (extract->harvest.input != ATT_INPUT_COUNT) {
    return true;
  }
  const char* const nearest =
    att_message_nearest(name, names, sizeof names / sizeof names[0]);
  if (nearest != NULL) {
    att_message_say(NULL, "No input is called %s; did you mean %s?", name,
                    nearest);
  } else {
    att_message_say(
      NULL, "No input is called %s; use auto, text, html, jsonl or feed", name);
  }
  return false;
}

static bool
jobs_set(Extract* extract, const char* text) {
  char* end = NULL;
  const long count = strtol(text, &end, 10);
  if (end == text || *end != '\0' || count < 1 || count > CREW_LIMIT) {
    att_message_say(NULL, "%s is no number of jobs; use 1 to %d", text,
                    CREW_LIMIT);
    return false;
  }
  extract->harvest.jobs = (unsigned)count;
  return true;
}

/* The whole process is bounded, threads and libraries too. */
static bool
memory_set(const char* text) {
  char* end = NULL;
  const long count = strtol(text, &end, 10);
  struct rlimit limit;
  if (end == text || *end != '\0' || count < MEMORY_LEAST ||
      count > MEMORY_MOST) {
    att_message_say(NULL, "%s is no memory in MiB; use %d to %ld", text,
                    MEMORY_LEAST, MEMORY_MOST);
    return false;
  }
  const rlim_t bytes = (rlim_t)count * 1024 * 1024;
  if (getrlimit(RLIMIT_DATA, &limit) == 0 && limit.rlim_cur > bytes) {
    limit.rlim_cur = bytes;
    (void)setrlimit(RLIMIT_DATA, &limit);
  }
  return true;
}

static bool
settings_set(Extract* extract, int option) {
  AttSettings* const settings = &extract->harvest.settings;
  switch (option) {
  case PROVENANCE:
    return provenance_set(extract, optarg);
  case BASE:
    return base_set(extract, optarg);
  case DATE:
    return att_date_choose(optarg, &settings->date);
  case ONTOLOGY:
    settings->ontology = optarg;
    return true;
  case MODEL:
    settings->model = optarg;
    return true;
  default:
    return false;
  }
}

static bool
option_set(Extract* extract, int option) {
  Harvest* const harvest = &extract->harvest;
  switch (option) {
  case OUTPUT:
    harvest->output = optarg;
    return true;
  case STORE:
    harvest->store = optarg;
    return true;
  case FORMAT:
    extract->format = optarg;
    return true;
  case APART:
    harvest->apart = true;
    return true;
  case INPUT:
    return input_set(extract, optarg);
  case FILES:
    harvest->files = optarg;
    return true;
  case JOBS:
    return jobs_set(extract, optarg);
  case MEMORY:
    return memory_set(optarg);
  case STRICT:
    harvest->strict = true;
    return true;
  case RESUME:
    harvest->resume = true;
    return true;
  case SUMMARY:
    harvest->summary = optarg;
    return true;
  case OPEN:
    harvest->open = true;
    return true;
  case TRACE:
    extract->trace = optarg;
    return att_trace_stage(optarg);
  case HELP:
    extract->help = true;
    return true;
  default:
    return settings_set(extract, option);
  }
}

/* An extension behind which ".gz" stands tells the format all the same. */
static bool
format_set(Extract* extract) {
  Harvest* const harvest = &extract->harvest;
  char path[4096] = "";
  const size_t length = harvest->output == NULL ? 0 : strlen(harvest->output);
  const bool packed =
    length > 3 && strcmp(harvest->output + length - 3, ".gz") == 0;
  if (harvest->resume && (!harvest->apart || harvest->output == NULL)) {
    att_message_say(NULL, "--resume needs --graph-per-article and -o FILE");
    return false;
  }
  if (harvest->resume && packed) {
    att_message_say(harvest->output,
                    "--resume cannot go on with a compressed output");
    return false;
  }
  if (packed && !harvest->apart) {
    att_message_say(harvest->output,
                    "A compressed output needs --graph-per-article");
    return false;
  }
  if (packed && length < sizeof path) {
    memcpy(path, harvest->output, length - 3);
  }
  if (!att_format_choose(extract->format, packed ? path : harvest->output,
                         harvest->apart ? apart_formats : graph_formats,
                         &harvest->format)) {
    return false;
  }
  if (harvest->format == ATT_FORMAT_NONE) {
    harvest->format = harvest->apart ? ATT_NQUADS : ATT_TURTLE;
  }
  return true;
}

/* False, with a message, if the command line is wrong. */
static bool
extract_parse(int argc, char** argv, Extract* out) {
  Extract extract = { .harvest = {
                        .settings = { .provenance = ATT_PROVENANCE_MENTIONS },
                        .jobs = 1 } };
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
  extract.harvest.operands = argv + optind;
  *out = extract;
  if (extract.help) {
    return true;
  }
  if (optind == argc && extract.harvest.files == NULL) {
    att_message_say(NULL, "extract needs a FILE, or - for standard input");
    return false;
  }
  if (extract.trace != NULL && argc - optind != 1) {
    att_message_say(NULL, "--trace takes one FILE");
    return false;
  }
  const Harvest* const harvest = &extract.harvest;
  if (harvest->store != NULL &&
      (harvest->output != NULL || harvest->apart || extract.format != NULL)) {
    att_message_say(NULL, "A store takes the graphs as they are: --store goes "
                          "without -o, -f and --graph-per-article");
    return false;
  }
  return format_set(out);
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
  if (!extract.harvest.open) {
    att_harvest_enclose(&extract.harvest);
  }
  if (extract.trace != NULL) {
    return att_trace_article(&extract.harvest.settings, extract.trace,
                             extract.harvest.operands[0]);
  }
  return att_harvest_run(&extract.harvest);
}

const Command att_command_extract = {
  .name = "extract",
  .summary = "read articles, write what they state as RDF",
  .run = extract_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
};
