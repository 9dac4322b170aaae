/* attache new: a commented skeleton of a frame, to be filled in. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/message.h"

#include <getopt.h>
#include <string.h>

/* The known options, in this order. */
enum { HELP };
static const Option known_options[] = {
  [HELP] = { "help", 'h', false },
};
#define OPTION_COUNT (sizeof known_options / sizeof known_options[0])

/* Longer words are no verbs. */
#define VERB_LIMIT 60

static const char help[] =
  "usage: attache new frame VERB\n"
  "Prints the Turtle of a frame for a verb in its dictionary form, and what\n"
  "to put where. Complete it in a file of your own beside the others, and\n"
  "let attache check read it.\n"
  "\n"
  "  -h, --help  this text\n"
  "\n"
  "Examples:\n"
  "  attache new frame ferry > ontology/mine.ttl\n"
  "  attache new frame 'hand over' >> ontology/mine.ttl\n"
  "\n"
  "Exit: 0 done, 2 usage.\n";

static void
frame_print(const char* name, const char* verb) {
  (void)printf(
    "@prefix att:   <https://w3id.org/attache/ns#> .\n"
    "@prefix frame: <https://w3id.org/attache/frame#> .\n"
    "\n"
    "frame:%s a att:Frame ;\n"
    "  # Which kind of event it tells of: a class of vocabulary.ttl, or one\n"
    "  # of your own.\n"
    "  att:evokes att:Event ;\n"
    "  # The words that evoke it, in dictionary form. A phrase is a word and\n"
    "  # what hangs below it: \"hold talk\". Nouns: att:noun \"...\"@en ;\n"
    "  att:verb \"%s\"@en ;\n",
    name, verb);
  (void)printf(
    "  # Who or what fills which role. On the left a grammatical function:\n"
    "  # att:subject, att:object, att:indirect, att:clause, att:possessor,\n"
    "  # att:modifier, or a preposition (att:to, att:with, att:from ...). On\n"
    "  # the right a property, whose rdfs:range says what may fill it.\n"
    "  att:subject att:actor ;\n"
    "  att:object att:participant ;\n"
    "  # A sentence that must evoke it, and one with the same word that must\n"
    "  # not. Write them as the news would.\n"
    "  att:fires \"Norway will %s Chile on Monday.\"@en ;\n"
    "  att:silent \"The machine will %s a number.\"@en .\n",
    verb, verb);
}

/* "hand over" is the frame hand-over. False, with a message, if it is no
 * verb. */
static bool
name_make(const char* verb, char name[VERB_LIMIT + 1]) {
  const size_t length = strlen(verb);
  bool fit = length > 0 && length <= VERB_LIMIT && verb[0] != ' ' &&
             verb[0] != '-' && verb[length > 0 ? length - 1 : 0] != ' ';
  for (size_t i = 0; fit && i < length; i++) {
    fit =
      (verb[i] >= 'a' && verb[i] <= 'z') || verb[i] == '-' || verb[i] == ' ';
    name[i] = verb[i];
    if (verb[i] == ' ') {
      name[i] = '-';
    }
  }
  if (!fit) {
    att_message_say(NULL,
                    "%s is no verb in its dictionary form, like meet or hand "
                    "over",
                    verb);
    return false;
  }
  name[length] = '\0';
  return true;
}

static ExitCode
new_run(int argc, char** argv) {
  const Options options = { known_options, OPTION_COUNT, argc, argv };
  switch (att_options_next(&options)) {
  case OPTION_END:
    break;
  case HELP:
    (void)fputs(help, stdout);
    return EXIT_DONE;
  default:
    return EXIT_USAGE;
  }
  if (optind < argc && strcmp(argv[optind], "frame") != 0) {
    att_message_say(NULL,
                    "Nothing called %s can be made; use attache new frame "
                    "VERB",
                    argv[optind]);
    return EXIT_USAGE;
  }
  if (argc - optind != 2) {
    att_message_say(NULL, "new needs frame and one VERB; quote a phrase: "
                          "attache new frame 'hand over'");
    return EXIT_USAGE;
  }
  char name[VERB_LIMIT + 1];
  if (!name_make(argv[optind + 1], name)) {
    return EXIT_USAGE;
  }
  frame_print(name, argv[optind + 1]);
  return EXIT_DONE;
}

const Command att_command_new = {
  .name = "new",
  .summary = "print the skeleton of a frame for a verb",
  .run = new_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
  .words = "frame",
};
