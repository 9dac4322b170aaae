/* attache report: articles in, a page for people out. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/intake.h"
#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The known options, in this order. */
enum { OUTPUT, INPUT, DATE, ONTOLOGY, MODEL, HELP };
static const Option known_options[] = {
  [OUTPUT] = { "output", 'o', true }, [INPUT] = { "input", 0, true },
  [DATE] = { "date", 0, true },       [ONTOLOGY] = { "ontology", 0, true },
  [MODEL] = { "model", 0, true },     [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const char help[] =
  "usage: attache report [OPTION]... FILE...\n"
  "Reads English news articles and writes one page for a browser: the text\n"
  "with its mentions marked, who takes part in what, when, who said what, and\n"
  "every fact with its words. Of several articles, an index of people, posts,\n"
  "meetings and sectors stands before them; many had better have a page each\n"
  "(-o FOLDER/). Pages load nothing from anywhere.\n"
  "FILE may be a folder, whose articles are read; - is standard input.\n"
  "\n"
  "  -o, --output FILE      write there instead of standard output; in a\n"
  "                         folder, a page for each article and index.html\n"
  "      --input KIND       text, html, jsonl or feed; auto (the default): as\n"
  "                         the extension, or the content, says\n"
  "      --date YYYY-MM-DD  the date of articles that tell none\n"
  "      --ontology DIR     a folder of Turtle files, for the installed one\n"
  "      --model FILE       a language model, for the installed one\n"
  "  -h, --help             this text\n"
  "\n"
  "Examples:\n"
  "  attache report -o report.html article.txt\n"
  "  attache report -o week.html articles/\n"
  "  attache report -o year/ wire.jsonl.xz\n"
  "\n"
  "Exit: 0 done, 1 some article failed, 2 usage, 3 the ontology or the model\n"
  "does not load.\n";

typedef struct Report {
  AttSettings settings;
  AttInput input;
  const char* output;
  bool help;
} Report;

/* False, with a message, if the command line is wrong. */
static bool
report_parse(int argc, char** argv, Report* out) {
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  for (;;) {
    const int option = att_options_next(&options);
    if (option == OPTION_END) {
      break;
    }
    switch (option) {
    case OUTPUT:
      out->output = optarg;
      break;
    case INPUT:
      out->input = att_input_named(optarg);
      if (out->input == ATT_INPUT_COUNT) {
        att_message_say(NULL,
                        "No input is called %s; use auto, text, html, jsonl or "
                        "feed",
                        optarg);
        return false;
      }
      break;
    case DATE:
      if (!att_date_choose(optarg, &out->settings.date)) {
        return false;
      }
      break;
    case ONTOLOGY:
      out->settings.ontology = optarg;
      break;
    case MODEL:
      out->settings.model = optarg;
      break;
    case HELP:
      out->help = true;
      return true;
    default:
      return false;
    }
  }
  if (optind == argc) {
    att_message_say(NULL, "report needs a FILE, or - for standard input; see "
                          "attache report --help");
    return false;
  }
  return true;
}

/* Says what taking an article in had to say, now that its turn has come. */
static void
intake_say(Intake* intake) {
  if (intake->said != NULL) {
    (void)fwrite(intake->said, 1, intake->said_length, stderr);
    free(intake->said);
    intake->said = NULL;
  }
}

/* Adds every article that can be read; false if some cannot. */
static bool
articles_add(AttDossier* dossier, Intake* intake, Messages* messages) {
  bool whole = true;
  for (;;) {
    AttArticle article;
    const Taken taken = att_intake_next(intake, &article);
    intake_say(intake);
    if (taken == TAKEN_END) {
      return whole;
    }
    if (taken == TAKEN_FAILURE) {
      whole = false;
      continue;
    }
    messages->name = article.id;
    messages->path = att_intake_path(intake);
    messages->line = att_intake_line(intake);
    const AttStatus status = att_dossier_add(dossier, &article);
    whole = whole && (status == ATT_OK || status == ATT_LANGUAGE);
  }
}

/* Whether the output is a folder, of a page for each article. */
static bool
is_folder(const char* path) {
  struct stat found;
  const size_t length = path == NULL ? 0 : strlen(path);
  return length > 0 && (path[length - 1] == '/' ||
                        (stat(path, &found) == 0 && S_ISDIR(found.st_mode)));
}

static AttStatus
dossier_make(AttReader* reader, const char* output, Messages* messages,
             AttDossier** out) {
  return is_folder(output)
           ? att_dossier_folder(reader, output, att_messages_sink(messages),
                                out)
           : att_dossier_new(reader, out);
}

/* Takes the paths over. */
static ExitCode
dossier_write(AttReader* reader, const Report* report, Paths* paths,
              Messages* messages) {
  Intake intake = { .paths = paths, .input = report->input };
  AttDossier* dossier = NULL;
  AttStatus status = dossier_make(reader, report->output, messages, &dossier);
  bool whole = false;
  if (status == ATT_OK) {
    whole = articles_add(dossier, &intake, messages);
    messages->name = NULL;
    if (att_dossier_size(dossier) > 0) {
      status =
        att_dossier_write(dossier, report->output, att_messages_sink(messages));
    } else {
      att_message_say(NULL, "No article was read, and nothing is written");
      whole = false;
    }
  }
  att_messages_conclude(messages, status, report->output);
  att_intake_end(&intake);
  att_dossier_free(dossier);
  return status == ATT_OK && whole ? EXIT_DONE : EXIT_PART;
}

static ExitCode
report_write(const Report* report, char** operands) {
  Messages messages = { 0 };
  AttReader* reader = NULL;
  const AttStatus status =
    att_reader_new(&report->settings, att_messages_sink(&messages), &reader);
  if (status != ATT_OK) {
    att_messages_conclude(&messages, status, NULL);
    return EXIT_ONTOLOGY;
  }
  Paths* const paths = att_paths_new(operands, NULL, false);
  ExitCode code = EXIT_PART;
  if (paths != NULL) {
    code = dossier_write(reader, report, paths, &messages);
  }
  att_reader_free(reader);
  return code;
}

static ExitCode
report_run(int argc, char** argv) {
  Report report = { .input = ATT_INPUT_AUTO };
  if (!report_parse(argc, argv, &report)) {
    return EXIT_USAGE;
  }
  if (report.help) {
    (void)fputs(help, stdout);
    return EXIT_DONE;
  }
  return report_write(&report, argv + optind);
}

const Command att_command_report = {
  .name = "report",
  .summary = "write articles and their facts as a page to read",
  .run = report_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
};
