/* The writer: puts what was learned into a model file. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_WRITER_H
#define ATTACHE_TRAIN_WRITER_H

#include "base/slice.h"
#include "language/layout.h"

/** Writes the parts, with a header, to the file `path`. ATT_IO. */
AttStatus
att_model_write(const char* path, const Slice parts[MODEL_PART_COUNT]);

#endif
