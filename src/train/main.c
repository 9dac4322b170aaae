/* attache-train: makes and measures the model; makes the ontology's image. */
/* SPDX-License-Identifier: MIT */
#include "train/command.h"

#include "ontology/facts.h"

#include <string.h>

static const char usage[] =
  "Usage: attache-train train MODEL FILE.conllu...\n"
  "       attache-train eval [--model MODEL] FILE.conllu\n"
  "       attache-train tokens [--ontology FOLDER] FILE.conllu\n"
  "       attache-train facts FOLDER FILE\n";

enum { EXIT_DONE, EXIT_FAILED, EXIT_USAGE };

static void
diagnostic_print(void* user, const AttDiagnostic* diagnostic) {
  (void)user;
  if (diagnostic->file != NULL) {
    (void)fprintf(stderr, "%s:%u: ", diagnostic->file, diagnostic->line);
  }
  (void)fprintf(stderr, "%s\n", diagnostic->message);
}

/* The value of the option `name` if the arguments start with it; it is taken
 * off them. */
static const char*
option_take(const char* name, const char* otherwise, int* count,
            char*** arguments) {
  if (*count < 2 || strcmp((*arguments)[0], name) != 0) {
    return otherwise;
  }
  const char* const value = (*arguments)[1];
  *count -= 2;
  *arguments += 2;
  return value;
}

static int
command_run(const char* name, int count, char** arguments) {
  const AttSink sink = { diagnostic_print, NULL };
  AttStatus status;
  if (strcmp(name, "train") == 0 && count >= 2) {
    status =
      att_train_run(arguments[0], arguments + 1, (size_t)count - 1, &sink);
  } else if (strcmp(name, "eval") == 0) {
    const char* const model =
      option_take("--model", "src/language/english.model", &count, &arguments);
    if (count != 1) {
      return EXIT_USAGE;
    }
    status = att_evaluate_run(model, arguments[0], &sink);
  } else if (strcmp(name, "tokens") == 0) {
    const char* const ontology =
      option_take("--ontology", NULL, &count, &arguments);
    if (count != 1) {
      return EXIT_USAGE;
    }
    status = att_tokens_run(ontology, arguments[0], &sink);
  } else if (strcmp(name, "facts") == 0 && count == 2) {
    status = att_facts_compile(arguments[0], arguments[1], &sink);
  } else {
    return EXIT_USAGE;
  }
  return status == ATT_OK ? EXIT_DONE : EXIT_FAILED;
}

int
main(int count, char** arguments) {
  const int status = count < 2
                       ? EXIT_USAGE
                       : command_run(arguments[1], count - 2, arguments + 2);
  if (status == EXIT_USAGE) {
    (void)fputs(usage, stderr);
  }
  return status;
}
