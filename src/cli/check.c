/* attache check: an ontology folder in, what is wrong with it out. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/message.h"
#include "cli/options.h"

#include <getopt.h>

/* The known options, in this order. */
enum { MODEL, HELP };
static const Option known_options[] = {
  [MODEL] = { "model", 0, true },
  [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const char help[] =
  "usage: attache check [--model FILE] DIR\n"
  "Checks a folder of ontology files: loads them, and reads the sentences\n"
  "that each frame says must fire it, or must not. Says nothing if all is\n"
  "well.\n"
  "\n"
  "      --model FILE   a language model instead of the installed one\n"
  "  -h, --help         this text\n"
  "\n"
  "Example:\n"
  "  attache check ontology && attache extract --ontology ontology a.txt\n"
  "\n"
  "Exit: 0 all is well, 2 usage, 3 something is wrong.\n";

static ExitCode
folder_check(const char* directory, const char* model) {
  Messages messages = { 0 };
  const AttStatus status =
    att_check(directory, model, att_messages_sink(&messages));
  att_messages_conclude(&messages, status, directory);
  return status == ATT_OK ? EXIT_DONE : EXIT_ONTOLOGY;
}

static ExitCode
check_run(int argc, char** argv) {
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  const char* model = NULL;
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
    model = optarg;
  }
  if (argc - optind != 1) {
    att_message_say(NULL, "check needs one folder of ontology files");
    return EXIT_USAGE;
  }
  return folder_check(argv[optind], model);
}

const Command att_command_check = {
  .name = "check",
  .summary = "check a folder of ontology files",
  .run = check_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
};
