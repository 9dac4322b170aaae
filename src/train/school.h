/* School: learns to tag and to parse from a treebank. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_SCHOOL_H
#define ATTACHE_TRAIN_SCHOOL_H

#include "train/packing.h"
#include "train/perceptron.h"
#include "train/treebank.h"

/** Which lessons are kept from a pupil: each whose source modulo `folds` is
 * `fold`; none if `folds` is 0. */
typedef struct Held {
  size_t folds;
  size_t fold;
} Held;

bool
att_held(Held held, const Lesson* lesson);

/** Lessons in an order of their own for every round. */
typedef struct Order {
  size_t* lessons;
  size_t count;
  uint64_t state; /**< Of a generator with a fixed seed. */
} Order;

AttStatus
att_order_begin(Arena* arena, const Treebank* bank, Held held, Order* out);

/** Shuffles. */
void
att_order_next(Order* order);

/** A number below `limit`, from the same generator. */
uint64_t
att_order_draw(Order* order, uint64_t limit);

/** Learns which tags a word may have: one row for each frequent word. */
AttStatus
att_classes_learn(Arena* arena, const Treebank* bank, Held held,
                  Packing* out);

/** Learns to tag, with the written `classes`; `out` was just begun. */
AttStatus
att_tagger_learn(const Treebank* bank, Slice classes, Held held,
                 Perceptron* out);

/** Tags the nodes of every lesson as a tagger would that never saw it. */
AttStatus
att_tags_jackknife(Treebank* bank);

/** Learns to parse the lessons' nodes, as they are tagged; `out` was just
 * begun. */
AttStatus
att_parser_learn(const Treebank* bank, Perceptron* out);

#endif
