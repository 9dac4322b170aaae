/* The program attache: the table of its subcommands. */
/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/message.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

/* Room for every subcommand and what else may stand in its place. */
#define NAME_LIMIT 32

static ExitCode
help_print(void) {
  (void)fputs("usage: attache COMMAND [OPTION]...\n"
              "Reads English diplomatic news and writes a knowledge graph.\n"
              "\n",
              stdout);
  for (size_t i = 0; att_commands[i] != NULL; i++) {
    (void)printf("  %-11s %s\n", att_commands[i]->name,
                 att_commands[i]->summary);
  }
  (void)
    fputs("\n"
          "  attache COMMAND --help   its options (or attache help COMMAND)\n"
          "  attache --version        the version\n"
          "\n"
          "Example:\n"
          "  attache extract article.txt > article.ttl\n",
          stdout);
  return EXIT_DONE;
}

static void
unknown_say(const char* word) {
  const char* names[NAME_LIMIT] = { "--help", "--version" };
  size_t count = 2;
  for (size_t i = 0; att_commands[i] != NULL && count < NAME_LIMIT; i++) {
    names[count++] = att_commands[i]->name;
  }
  const char* const nearest = att_message_nearest(word, names, count);
  const char* const what = word[0] == '-' ? "option" : "command";
  if (access(word, F_OK) == 0) {
    att_message_say(NULL,
                    "%s is a file, no command; did you mean attache "
                    "extract %s?",
                    word, word);
  } else if (nearest != NULL) {
    att_message_say(NULL, "Unknown %s %s; did you mean attache %s?", what, word,
                    nearest);
  } else {
    att_message_say(NULL, "Unknown %s %s; see attache --help", what, word);
  }
}

static const Command*
command_find(const char* name) {
  for (size_t i = 0; att_commands[i] != NULL; i++) {
    if (strcmp(name, att_commands[i]->name) == 0) {
      return att_commands[i];
    }
  }
  return NULL;
}

/* "attache help COMMAND" */
static ExitCode
command_help(char* name) {
  const Command* const command = command_find(name);
  if (command == NULL) {
    unknown_say(name);
    return EXIT_USAGE;
  }
  char option[] = "--help";
  char* words[] = { name, option, NULL };
  return command->run(2, words);
}

static ExitCode
command_run(int argc, char** argv) {
  if (argc < 2) {
    att_message_say(NULL, "A command is missing; see attache --help");
    return EXIT_USAGE;
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
    return help_print();
  }
  if (strcmp(argv[1], "--version") == 0) {
    (void)printf("attache %s\n", ATT_VERSION);
    return EXIT_DONE;
  }
  if (strcmp(argv[1], "help") == 0) {
    return argc == 2 ? help_print() : command_help(argv[2]);
  }
  const Command* const command = command_find(argv[1]);
  if (command != NULL) {
    return command->run(argc - 1, argv + 1);
  }
  unknown_say(argv[1]);
  return EXIT_USAGE;
}

/* Bytes of a block that has pages of its own: they go back to the system when
 * it is freed, and it grows without being copied. glibc would learn from what
 * is freed to keep larger and larger ones. */
#define PAGED_BYTES (512 * 1024)

static void
memory_settle(void) {
#if defined(__GLIBC__)
  (void)mallopt(M_MMAP_THRESHOLD, PAGED_BYTES);
#endif
}

/* A file that grows too large is an error of writing like others. */
int
main(int argc, char** argv) {
  (void)signal(SIGXFSZ, SIG_IGN);
  memory_settle();
  const ExitCode code = command_run(argc, argv);
  errno = 0;
  if (fflush(stdout) != 0 && code == EXIT_DONE) {
    att_message_say("standard output", "%s", strerror(errno));
    return EXIT_PART;
  }
  return (int)code;
}
