/* attache completion: what a shell needs to know to complete command lines. */
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

static const char help[] =
  "usage: attache completion bash | zsh | fish\n"
  "Prints a script that completes commands and options in that shell. An\n"
  "installed attache has brought it along.\n"
  "\n"
  "  -h, --help  this text\n"
  "\n"
  "Example:\n"
  "  . <(attache completion bash)\n"
  "\n"
  "Exit: 0 done, 2 usage.\n";

static void
names_print(void) {
  for (size_t i = 0; att_commands[i] != NULL; i++) {
    (void)printf("%s ", att_commands[i]->name);
  }
  (void)fputs("--help --version", stdout);
}

static void
options_print(const Command* command) {
  for (size_t i = 0; i < command->option_count; i++) {
    const Option* const option = &command->options[i];
    (void)printf("%s--%s", i == 0 ? "" : " ", option->name);
    if (option->letter != 0) {
      (void)printf(" -%c", option->letter);
    }
  }
}

static void
bash_print(void) {
  (void)fputs("_attache() {\n"
              "  local word=${COMP_WORDS[COMP_CWORD]} options= words=\n"
              "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
              "    COMPREPLY=($(compgen -W \"",
              stdout);
  names_print();
  (void)fputs("\" -- \"$word\"))\n    return\n  fi\n"
              "  case ${COMP_WORDS[1]} in\n",
              stdout);
  for (size_t i = 0; att_commands[i] != NULL; i++) {
    (void)printf("  %s) options=\"", att_commands[i]->name);
    options_print(att_commands[i]);
    const char* const words = att_commands[i]->words;
    (void)printf("\" words=\"%s\" ;;\n", words == NULL ? "" : words);
  }
  (void)fputs("  esac\n"
              "  if [[ $word == -* ]]; then\n"
              "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
              "  elif [ -n \"$words\" ] && [ \"$COMP_CWORD\" -eq 2 ]; then\n"
              "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
              "  else\n"
              "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
              "  fi\n"
              "}\n"
              "complete -o filenames -F _attache attache\n",
              stdout);
}

static void
zsh_print(void) {
  (void)fputs("#compdef attache\n"
              "if (( CURRENT == 2 )); then\n  compadd -- ",
              stdout);
  names_print();
  (void)fputs("\n  return\nfi\nlocal options= first=\ncase $words[2] in\n",
              stdout);
  for (size_t i = 0; att_commands[i] != NULL; i++) {
    (void)printf("%s) options=\"", att_commands[i]->name);
    options_print(att_commands[i]);
    const char* const words = att_commands[i]->words;
    (void)printf("\" first=\"%s\" ;;\n", words == NULL ? "" : words);
  }
  (void)fputs("esac\n"
              "if [[ $PREFIX == -* ]]; then\n"
              "  compadd -- ${=options}\n"
              "elif [[ -n $first ]] && (( CURRENT == 3 )); then\n"
              "  compadd -- ${=first}\n"
              "else\n"
              "  _files\n"
              "fi\n",
              stdout);
}

static void
fish_print(void) {
  for (size_t i = 0; att_commands[i] != NULL; i++) {
    const Command* const command = att_commands[i];
    (void)printf("complete -c attache -n __fish_use_subcommand -f -a %s "
                 "-d '%s'\n",
                 command->name, command->summary);
    const char* const when = "__fish_seen_subcommand_from";
    for (size_t j = 0; j < command->option_count; j++) {
      const Option* const option = &command->options[j];
      (void)printf("complete -c attache -n '%s %s' -l %s", when, command->name,
                   option->name);
      if (option->letter != 0) {
        (void)printf(" -s %c", option->letter);
      }
      (void)fputs(option->argument ? " -r\n" : "\n", stdout);
    }
    if (command->words != NULL) {
      (void)printf("complete -c attache -n '%s %s' -a '%s'\n", when,
                   command->name, command->words);
    }
  }
}

static ExitCode
completion_run(int argc, char** argv) {
  static const struct {
    const char* name;
    void (*print)(void);
  } shells[] = { { "bash", bash_print },
                 { "zsh", zsh_print },
                 { "fish", fish_print } };
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
  for (size_t i = 0; argc - optind == 1 && i < 3; i++) {
    if (strcmp(argv[optind], shells[i].name) == 0) {
      shells[i].print();
      return EXIT_DONE;
    }
  }
  att_message_say(NULL, "completion needs a shell: bash, zsh or fish");
  return EXIT_USAGE;
}

const Command att_command_completion = {
  .name = "completion",
  .summary = "complete command lines in your shell",
  .run = completion_run,
  .options = known_options,
  .option_count = OPTION_COUNT,
  .words = "bash zsh fish",
};
