/* Options: one subcommand's command line, taken apart and checked. */
/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "cli/message.h"

#include <getopt.h>
#include <string.h>

/* Room for every subcommand's options; the largest has sixteen. */
#define OPTION_LIMIT 20

/* What getopt_long returns for known[0]; above every letter. */
#define FIRST_VALUE 256

static void
getopt_tables(const Options* options, struct option* longs, char* shorts) {
  size_t length = 0;
  shorts[length++] = ':';
  for (size_t i = 0; i < options->count; i++) {
    const Option* const known = &options->known[i];
    longs[i] = (struct option){
      .name = known->name,
      .has_arg = known->argument ? required_argument : no_argument,
      .val = FIRST_VALUE + (int)i,
    };
    if (known->letter != 0) {
      shorts[length++] = known->letter;
    }
    if (known->letter != 0 && known->argument) {
      shorts[length++] = ':';
    }
  }
  longs[options->count] = (struct option){ 0 };
  shorts[length] = '\0';
}

static void
unknown_say(const Options* options, const char* word) {
  const char* names[OPTION_LIMIT];
  for (size_t i = 0; i < options->count; i++) {
    names[i] = options->known[i].name;
  }
  const char* nearest = NULL;
  if (word[0] == '-' && word[1] == '-') {
    nearest = att_message_nearest(word + 2, names, options->count);
  }
  if (nearest != NULL) {
    att_message_say(NULL, "Unknown option %s; did you mean --%s?", word,
                    nearest);
  } else {
    att_message_say(NULL, "Unknown option %s; see attache %s --help", word,
                    options->argv[0]);
  }
}

static void
wrong_say(const Options* options, int found) {
  const char* const word = options->argv[optind - 1];
  const char letter[] = { '-', (char)optopt, '\0' };
  if (found == ':') {
    att_message_say(NULL, "Option %s needs an argument",
                    optopt < FIRST_VALUE ? letter : word);
  } else if (optopt >= FIRST_VALUE) {
    att_message_say(NULL, "Option --%s takes no argument",
                    options->known[optopt - FIRST_VALUE].name);
  } else {
    unknown_say(options, optopt != 0 ? letter : word);
  }
}

int
att_options_next(const Options* options) {
  struct option longs[OPTION_LIMIT + 1];
  char shorts[2 * OPTION_LIMIT + 2];
  getopt_tables(options, longs, shorts);
  opterr = 0;
  const int found =
    getopt_long(options->argc, options->argv, shorts, longs, NULL);
  if (found == -1) {
    return OPTION_END;
  }
  if (found == '?' || found == ':') {
    wrong_say(options, found);
    return OPTION_WRONG;
  }
  for (size_t i = 0; i < options->count; i++) {
    if (found == FIRST_VALUE + (int)i || found == options->known[i].letter) {
      return (int)i;
    }
  }
  return OPTION_WRONG;
}

static const char* const format_names[ATT_FORMAT_COUNT] = {
  [ATT_FORMAT_NONE] = "",  [ATT_TURTLE] = "turtle", [ATT_NTRIPLES] = "ntriples",
  [ATT_NQUADS] = "nquads", [ATT_RDFXML] = "rdfxml", [ATT_TRIG] = "trig",
  [ATT_TABLE] = "table",   [ATT_CSV] = "csv",       [ATT_TSV] = "tsv",
  [ATT_JSON] = "json",     [ATT_XML] = "xml",
};

bool
att_format_allowed(AttFormat format, const AttFormat* allowed) {
  while (*allowed != ATT_FORMAT_NONE && *allowed != format) {
    allowed++;
  }
  return *allowed != ATT_FORMAT_NONE;
}

static void
formats_say(const char* word, const char* why, const AttFormat* allowed) {
  const char* names[ATT_FORMAT_COUNT];
  char list[128] = "";
  size_t count = 0;
  for (; allowed[count] != ATT_FORMAT_NONE; count++) {
    names[count] = format_names[allowed[count]];
    const size_t used = strlen(list);
    (void)snprintf(list + used, sizeof list - used, "%s%s",
                   count == 0 ? "" : ", ", names[count]);
  }
  const char* const nearest = att_message_nearest(word, names, count);
  if (nearest != NULL) {
    att_message_say(NULL, "%s %s; did you mean %s?", why, word, nearest);
  } else {
    att_message_say(NULL, "%s %s; use -f with one of %s", why, word, list);
  }
}

bool
att_format_choose(const char* name, const char* path, const AttFormat* allowed,
                  AttFormat* out) {
  AttFormat format = ATT_FORMAT_NONE;
  if (name != NULL) {
    format = att_format_named(name);
    if (!att_format_allowed(format, allowed)) {
      formats_say(name, "Nothing is written as", allowed);
      return false;
    }
  } else if (path != NULL) {
    format = att_format_of_path(path);
    if (format != ATT_FORMAT_NONE && !att_format_allowed(format, allowed)) {
      formats_say(path, "The extension tells no format to write in:", allowed);
      return false;
    }
  }
  *out = format;
  return true;
}

static bool
digits(const char* text, size_t begin, size_t end, int* out) {
  int value = 0;
  for (size_t i = begin; i < end; i++) {
    if (text[i] < '0' || text[i] > '9') {
      return false;
    }
    value = value * 10 + (text[i] - '0');
  }
  *out = value;
  return true;
}

static int
month_days(int year, int month) {
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[month - 1] + (month == 2 && leap);
}

static bool
is_date(const char* text) {
  int year = 0;
  int month = 0;
  int day = 0;
  return strlen(text) == 10 && text[4] == '-' && text[7] == '-' &&
         digits(text, 0, 4, &year) && digits(text, 5, 7, &month) &&
         digits(text, 8, 10, &day) && year >= 1 && month >= 1 && month <= 12 &&
         day >= 1 && day <= month_days(year, month);
}

bool
att_date_choose(const char* text, const char** out) {
  if (!is_date(text)) {
    att_message_say(NULL, "%s is not a date; write it as YYYY-MM-DD", text);
    return false;
  }
  *out = text;
  return true;
}

bool
att_text_is_iri(const char* text) {
  static const char letters[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static const char others[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.";
  const size_t scheme = strspn(text, others);
  if (strspn(text, letters) == 0 || text[scheme] != ':' ||
      text[scheme + 1] == '\0') {
    return false;
  }
  for (; *text != '\0'; text++) {
    if ((unsigned char)*text <= ' ' || strchr("<>\"{}|^`\\\x7F", *text)) {
      return false;
    }
  }
  return true;
}
