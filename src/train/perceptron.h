/* An averaged perceptron: sparse weights while they are being learned. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_PERCEPTRON_H
#define ATTACHE_TRAIN_PERCEPTRON_H

#include "language/rows.h"
#include "train/packing.h"

typedef struct PerceptronRow PerceptronRow;

/** All zeros, but for the arena, is an untrained one. */
typedef struct Perceptron {
  Arena arena;
  PerceptronRow* rows; /**< Open addressing by key. */
  size_t slot_count;   /**< A power of two, or 0. */
  size_t row_count;
  int64_t time;        /**< Decisions seen. */
} Perceptron;

/** Which weights are worth their room. */
typedef struct Pruning {
  uint32_t updates; /**< Rows updated less often go. */
  double weight;    /**< Averaged weights nearer to zero go. */
} Pruning;

/** An untrained perceptron; ended by att_perceptron_end. */
Perceptron
att_perceptron_begin(void);

void
att_perceptron_end(Perceptron* perceptron);

/** As att_rows_score, with the weights of this moment. */
void
att_perceptron_score(const Perceptron* perceptron, const uint64_t* keys,
                     size_t count, int32_t scores[ROWS_CLASSES]);

/** One decision was made for `bad` where `good` was right: learns it. */
AttStatus
att_perceptron_learn(Perceptron* perceptron, const uint64_t* keys,
                     size_t count, uint8_t good, uint8_t bad);

/** Packs the averaged, quantised weights that `pruning` keeps. */
AttStatus
att_perceptron_pack(const Perceptron* perceptron, Pruning pruning,
                    Arena* arena, Packing* out);

#endif
