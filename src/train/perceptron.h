/* An averaged perceptron: sparse weights while they are being learned. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_PERCEPTRON_H
#define ATTACHE_TRAIN_PERCEPTRON_H

#include "language/weights.h"
#include "train/packing.h"

typedef struct PerceptronRow PerceptronRow;

/** Sparse rows of weights, one weight for each class. */
typedef struct Perceptron {
  Arena arena;
  PerceptronRow* rows; /**< Open addressing by key. */
  size_t slot_count;   /**< A power of two, or 0. */
  size_t row_count;
  int64_t time;   /**< Decisions seen. */
  uint32_t least; /**< Rows updated less often are not heard. */
} Perceptron;

/** An untrained perceptron; ended by att_perceptron_end. Rows that were updated
 * fewer than `least` times neither score nor are packed: what is learned learns
 * to do without them. */
Perceptron
att_perceptron_begin(uint32_t least);

void
att_perceptron_end(Perceptron* perceptron);

/** As att_rows_score, with the weights of this moment. */
void
att_perceptron_score(const Perceptron* perceptron, const uint64_t* keys,
                     size_t count, int32_t scores[ROWS_CLASSES]);

/** One decision was made for `bad` where `good` was right: learns it. */
AttStatus
att_perceptron_learn(Perceptron* perceptron, const uint64_t* keys, size_t count,
                     uint8_t good, uint8_t bad);

/** Adds what `from` learned, which saw as many decisions, to `into`. */
AttStatus
att_perceptron_merge(Perceptron* into, const Perceptron* from);

/** Packs the averaged weights, quantised, without those that are nearer to zero
 * than `weight`. */
AttStatus
att_perceptron_pack(const Perceptron* perceptron, double weight, Arena* arena,
                    Packing* out);

#endif
