/* attache trace: an article in, what one stage made of it out. */
/* SPDX-License-Identifier: MIT */
#include "cli/trace.h"

#include "cli/input.h"
#include "cli/message.h"
#include "cli/options.h"

#include <getopt.h>
#include <string.h>

/* The known options, in this order. */
enum { DATE, ONTOLOGY, MODEL, HELP };
static const Option known_options[] = {
  [DATE] = { "date", 0, true },
  [ONTOLOGY] = { "ontology", 0, true },
  [MODEL] = { "model", 0, true },
  [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const char* const stages[] = { "tokens", "mentions", "trees", "entities",
                                      "events" };
#define STAGE_COUNT (sizeof stages / sizeof stages[0])

static const char help[] =
  "usage: attache trace [OPTION]... STAGE FILE\n"
  "Reads one article (- is standard input) and prints what a stage made of it\n"
  "as tab-separated rows. STAGE is tokens, mentions, trees, entities or\n"
  "events. For finding out why something was, or was not, found.\n"
  "\n"
  "      --date YYYY-MM-DD  the date of an article that tells none\n"
  "      --ontology DIR     a folder of Turtle files, for the installed one\n"
  "      --model FILE       a language model, for the installed one\n"
  "  -h, --help             this text\n"
  "\n"
  "Example:\n"
  "  attache trace events article.txt\n"
  "\n"
  "Exit: 0 done, 1 the article failed, 2 usage, 3 the ontology or the model\n"
  "does not load.\n";

bool
att_trace_stage(const char* stage) {
  for (size_t i = 0; i < STAGE_COUNT; i++) {
    if (strcmp(stage, stages[i]) == 0) {
      return true;
    }
  }
  const char* const nearest = att_message_nearest(stage, stages, STAGE_COUNT);
  if (nearest != NULL) {
    att_message_say(NULL, "Unknown stage %s; did you mean %s?", stage, nearest);
  } else {
    att_message_say(NULL, "Unknown stage %s; see attache trace --help", stage);
  }
  return false;
}

static bool
operands_check(int argc, char** argv) {
  if (argc - optind != 2) {
    att_message_say(NULL, "trace needs a STAGE and a FILE, or - for standard "
                          "input; see attache trace --help");
    return false;
  }
  return att_trace_stage(argv[optind]);
}

ExitCode
att_trace_article(const AttSettings* settings, const char* stage,
                  const char* path) {
  Input input;
  if (!att_input_read(path, ARTICLE_LIMIT, &input)) {
    return EXIT_PART;
  }
  Messages messages = { .name = "article", .path = path };
  AttReader* reader = NULL;
  ExitCode code = EXIT_ONTOLOGY;
  AttStatus status =
    att_reader_new(settings, att_messages_sink(&messages), &reader);
  if (status == ATT_OK) {
    status = att_reader_trace(reader, input.bytes, input.length, stage, stdout);
    code = status == ATT_OK ? EXIT_DONE : EXIT_PART;
  }
  att_messages_conclude(&messages, status, path);
  att_reader_free(reader);
  att_input_free(&input);
  return code;
}

static ExitCode
trace_run(int argc, char** argv) {
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  AttSettings settings = { 0 };
  for (;;) {
    const int option = att_options_next(&options);
    if (option == OPTION_END) {
      break;
    }
    switch (option) {
    case DATE:
      if (!att_date_choose(optarg, &settings.date)) {
        return EXIT_USAGE;
      }
      break;
    case ONTOLOGY:
      settings.ontology = optarg;
      break;
    case MODEL:
      settings.model = optarg;
      break;
    case HELP:
      (void)fputs(help, stdout);
      return EXIT_DONE;
    default:
      return EXIT_USAGE;
    }
  }
  if (!operands_check(argc, argv)) {
    return EXIT_USAGE;
  }
  return att_trace_article(&settings, argv[optind], argv[optind + 1]);
}

const Command att_command_trace = {
  .name = "trace",
  .summary = "print what a stage of reading made of an article",
  .run = trace_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
  .words = "tokens mentions trees entities events",
};
