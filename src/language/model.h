/* The language model: weights and tables, mapped read-only from one file. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_MODEL_H
#define ATTACHE_LANGUAGE_MODEL_H

#include "base/status.h"

/** A checked, mapped model; immutable, so threads may share it. */
typedef struct Model Model;

/** Maps the model file `path`. A missing, foreign, cut or damaged file is
 * reported and gives ATT_MODEL. Freed by att_model_free. */
AttStatus
att_model_load(const char* path, const AttSink* sink, Model** out);

void
att_model_free(Model* model);

#endif
