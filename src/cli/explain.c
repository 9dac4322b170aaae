/* attache explain: an article in, how a fact in it was read out. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

/* The known options, in this order. */
enum { FACT, AT, DATE, ONTOLOGY, MODEL, HELP };
static const Option known_options[] = {
  [FACT] = { "fact", 0, true },   [AT] = { "at", 0, true },
  [DATE] = { "date", 0, true },   [ONTOLOGY] = { "ontology", 0, true },
  [MODEL] = { "model", 0, true }, [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const char help[] =
  "usage: attache explain [OPTION]... [--fact N | --at OFFSET] FILE\n"
  "Reads one article (- is standard input) and prints its facts, each with\n"
  "its number and the words that show it; or how one of them was read: the\n"
  "sentence, its tree, the frame that fired and where it stands, and the\n"
  "mentions of whom it is about. The numbers are those of attache report.\n"
  "\n"
  "      --fact N           explain that fact\n"
  "      --at OFFSET        explain the sentence around that byte\n"
  "      --date YYYY-MM-DD  the date of an article that tells none\n"
  "      --ontology DIR     a folder of Turtle files, for the installed one\n"
  "      --model FILE       a language model, for the installed one\n"
  "  -h, --help             this text\n"
  "\n"
  "A terminal is given colours, unless NO_COLOR is set.\n"
  "\n"
  "Examples:\n"
  "  attache explain article.txt\n"
  "  attache explain --fact 3 article.txt\n"
  "\n"
  "Exit: 0 done, 1 the article failed, 2 usage, 3 the ontology or the model\n"
  "does not load.\n";

typedef struct Request {
  AttSettings settings;
  AttExplain what;
  bool help;
} Request;

static bool
number_set(const char* option, const char* text, size_t least, size_t* out) {
  char* end = NULL;
  const unsigned long number = strtoul(text, &end, 10);
  if (*text < '0' || *text > '9' || *end != '\0' || number < least) {
    att_message_say(NULL, "%s needs a number from %zu on, not %s", option,
                    least, text);
    return false;
  }
  *out = number;
  return true;
}

static bool
option_set(Request* request, int option) {
  switch (option) {
  case FACT:
    return number_set("--fact", optarg, 1, &request->what.fact);
  case AT:
    request->what.at = true;
    return number_set("--at", optarg, 0, &request->what.offset);
  case DATE:
    return att_date_choose(optarg, &request->settings.date);
  case ONTOLOGY:
    request->settings.ontology = optarg;
    return true;
  case MODEL:
    request->settings.model = optarg;
    return true;
  case HELP:
    request->help = true;
    return true;
  default:
    return false;
  }
}

/* False, with a message, if the command line is wrong. */
static bool
request_parse(int argc, char** argv, Request* out) {
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  for (int option = 0; (option = att_options_next(&options)) != OPTION_END;) {
    if (!option_set(out, option)) {
      return false;
    }
  }
  if (out->help) {
    return true;
  }
  if (argc - optind != 1) {
    att_message_say(NULL, "explain needs one FILE, or - for standard input; "
                          "see attache explain --help");
    return false;
  }
  if (out->what.fact > 0 && out->what.at) {
    att_message_say(NULL, "--fact and --at ask for two things; use one");
    return false;
  }
  return true;
}

/* As no-color.org has it: set and not empty. */
static bool
wants_colour(void) {
  const char* const none = getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) == 1 && (none == NULL || *none == '\0');
}

static ExitCode
article_explain(const Request* request, const char* path) {
  Messages messages = { .path = path };
  AttReader* reader = NULL;
  AttSource* source = NULL;
  AttArticle article = { 0 };
  bool more = false;
  const AttSink sink = att_messages_sink(&messages);
  ExitCode code = EXIT_ONTOLOGY;
  AttStatus status = att_reader_new(&request->settings, sink, &reader);
  if (status == ATT_OK) {
    code = EXIT_PART;
    status = att_source_open(path, ATT_INPUT_AUTO, sink, &source);
  }
  if (status == ATT_OK) {
    status = att_source_next(source, &article, &more);
  }
  if (status == ATT_OK && more) {
    messages.name = article.id;
    status = att_reader_explain(reader, &article, &request->what, stdout);
  }
  if (status == ATT_OK) {
    code = more ? EXIT_DONE : EXIT_PART;
  }
  att_messages_conclude(&messages, status, path);
  att_source_close(source);
  att_reader_free(reader);
  return code;
}

static ExitCode
explain_run(int argc, char** argv) {
  Request request = { 0 };
  if (!request_parse(argc, argv, &request)) {
    return EXIT_USAGE;
  }
  if (request.help) {
    (void)fputs(help, stdout);
    return EXIT_DONE;
  }
  request.what.colour = wants_colour();
  return article_explain(&request, argv[optind]);
}

const Command att_command_explain = {
  .name = "explain",
  .summary = "tell how a fact of an article was read",
  .run = explain_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
};
