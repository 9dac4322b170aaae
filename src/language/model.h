/* The language model: weights and tables, mapped read-only from one file. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_MODEL_H
#define ATTACHE_LANGUAGE_MODEL_H

#include "base/status.h"

#include <pthread.h>

/** A mapped model; immutable, so threads may share it. */
typedef struct Model Model;

/** Maps the model file `path`. A missing, foreign or cut file, or one with a
 * damaged header, is reported and gives ATT_MODEL. Damage behind the header can
 * make answers wrong and no more: looking for it would take longer than reading
 * an article does (att_model_verify). Freed by att_model_free. */
AttStatus
att_model_load(const char* path, const AttSink* sink, Model** out);

/** Checks every byte of the model: ATT_MODEL if it is damaged. */
AttStatus
att_model_verify(const Model* model);

/** A check that goes on beside other work. */
typedef struct ModelCheck {
  const Model* model;
  AttStatus status;
  bool apart; /**< In a thread of its own. */
  pthread_t thread;
} ModelCheck;

/** Begins att_model_verify, in a thread of its own if there can be one. Neither
 * `check` nor the model may go away before att_model_check_end. */
void
att_model_check_begin(const Model* model, ModelCheck* check);

/** Waits for the check, and gives what it came to. */
AttStatus
att_model_check_end(ModelCheck* check);

void
att_model_free(Model* model);

#endif
