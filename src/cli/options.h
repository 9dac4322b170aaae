/* Options: one subcommand's command line, taken apart and checked. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_OPTIONS_H
#define ATTACHE_CLI_OPTIONS_H

#include "attache.h"

/** An option of a subcommand. */
typedef struct Option {
  const char* name; /**< Without its dashes. */
  char letter;      /**< Its short form, or 0. */
  bool argument;    /**< Takes an argument. */
} Option;

/** A command line being read. */
typedef struct Options {
  const Option* known;
  size_t count;
  int argc;
  char** argv;
} Options;

/** No further option: optind is the first operand. */
#define OPTION_END (-1)
/** A mistake, which has been said. */
#define OPTION_WRONG (-2)

/** The index of the next option into `known`; its argument is in optarg. */
int
att_options_next(const Options* options);

/** Whether `format` is among `allowed` (ended by ATT_FORMAT_NONE). */
bool
att_format_allowed(AttFormat format, const AttFormat* allowed);

/** Sets `*out` to the format that `name` (the argument of -f) says, else to the
 * one the extension of `path` says; either may be NULL. ATT_FORMAT_NONE if
 * neither says any. False, with a message, if that format is not allowed. */
bool
att_format_choose(const char* name, const char* path, const AttFormat* allowed,
                  AttFormat* out);

/** Sets `*out` to `text` if it is a day of the calendar as YYYY-MM-DD. False,
 * with a message, if it is not. */
bool
att_date_choose(const char* text, const char** out);

/** Whether `text` is an absolute IRI, fit to begin names with. */
bool
att_text_is_iri(const char* text);

#endif
