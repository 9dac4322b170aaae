/* The commands of attache-train. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_COMMAND_H
#define ATTACHE_TRAIN_COMMAND_H

#include "attache.h"

/** Learns from the files `paths` and writes the model file `model`. */
AttStatus
att_train_run(const char* model, char* const* paths, size_t count,
              const AttSink* sink);

/** Prints how well `model` tags, parses and lemmatises the words of `path`. */
AttStatus
att_evaluate_run(const char* model, const char* path, const AttSink* sink);

/** Prints how well raw text is split into the words and sentences of `path`,
 * with the abbreviations of the folder `ontology` (none if NULL). */
AttStatus
att_tokens_run(const char* ontology, const char* path, const AttSink* sink);

#endif
