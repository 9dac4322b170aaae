/* attache merge: sorted N-Quads of many machines become one file. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/message.h"
#include "cli/options.h"

#include <getopt.h>

/* The known options, in this order. */
enum { OUTPUT, HELP };
static const Option known_options[] = {
  [OUTPUT] = { "output", 'o', true },
  [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

static const char help[] =
  "usage: attache merge [-o FILE] FILE...\n"
  "Merges N-Quads, each FILE sorted by its bytes (LC_ALL=C sort), into one\n"
  "sorted file that holds each line once. However long they are, memory is\n"
  "that of a line of each. FILE may be compressed; - is standard input.\n"
  "\n"
  "  -o, --output FILE  write there instead of standard output; a name in .gz\n"
  "                     compresses it\n"
  "  -h, --help         this text\n"
  "\n"
  "Example:\n"
  "  attache extract --graph-per-article part1/ | LC_ALL=C sort -u > 1.nq\n"
  "  attache merge -o all.nq 1.nq 2.nq 3.nq\n"
  "\n"
  "Exit: 0 done, 1 a file cannot be read or written, or is not sorted,\n"
  "2 usage.\n";

static ExitCode
merge_run(int argc, char** argv) {
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
    att_message_say(NULL, "merge needs a FILE, or - for standard input");
    return EXIT_USAGE;
  }
  Messages messages = { 0 };
  const AttStatus status =
    att_merge((const char* const*)(argv + optind), (size_t)(argc - optind),
              output, att_messages_sink(&messages));
  att_messages_conclude(&messages, status, output);
  return status == ATT_OK ? EXIT_DONE : EXIT_PART;
}

const Command att_command_merge = {
  .name = "merge",
  .summary = "make one of sorted N-Quads",
  .run = merge_run,
};
