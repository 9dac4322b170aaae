/* Inputs: whole files read into memory, with a limit. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_INPUT_H
#define ATTACHE_CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

/** Most bytes of an article: what is larger is no article but an archive, and
 * reading takes many times its size in memory. */
#define ARTICLE_LIMIT ((size_t)64 * 1024 * 1024)

/** A file's bytes, with a NUL behind them; freed by att_input_free. */
typedef struct Input {
  char* bytes;
  size_t length; /**< bytes */
} Input;

/** Reads the file `path` ("-" is standard input), at most `limit` bytes. False,
 * with a message, if it cannot be read or is larger. */
bool
att_input_read(const char* path, size_t limit, Input* out);

void
att_input_free(Input* input);

#endif
