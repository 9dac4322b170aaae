/* The intake: one article after the other, out of many files. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_INTAKE_H
#define ATTACHE_CLI_INTAKE_H

#include "cli/message.h"
#include "cli/paths.h"

/** All zeros but `paths` and `input` is ready for use. */
typedef struct Intake {
  Paths* paths;
  AttInput input;
  Messages messages;  /**< About the source. */
  AttSource* source;  /**< Open, or NULL. */
  char* path;         /**< Its file. */
  uint64_t bytes;     /**< Read of the files before it. */
  char* said;         /**< What the last call had to say, or NULL ... */
  size_t said_length; /**< ... and how much; whoever takes it frees it. */
} Intake;

/** What became of asking for an article. */
typedef enum Taken {
  TAKEN_ARTICLE,
  TAKEN_FAILURE, /**< It is no article, and that is among what is to say. */
  TAKEN_END
} Taken;

/** The next article, valid until the next call. */
Taken
att_intake_next(Intake* intake, AttArticle* out);

/** Where the article given last stands: its file, NULL for standard input, and
 * its line or 0. */
const char*
att_intake_path(const Intake* intake);
unsigned
att_intake_line(const Intake* intake);

/** The bytes read of all files so far. */
uint64_t
att_intake_bytes(const Intake* intake);

void
att_intake_end(Intake* intake);

#endif
