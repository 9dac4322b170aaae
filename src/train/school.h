/* School: learns to tag and to parse from a treebank. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_SCHOOL_H
#define ATTACHE_TRAIN_SCHOOL_H

#include "train/packing.h"
#include "train/perceptron.h"
#include "train/treebank.h"

/** Updates that a feature needs to be heard (att_perceptron_begin): what keeps
 * the model under eight megabytes at the least loss. */
#define SCHOOL_TAGGER_LEAST 4
#define SCHOOL_PARSER_LEAST 12

/** Pupils that take the lessons, each in an order of its own; the sum of what
 * they learn is better than what each does. */
#define SCHOOL_PUPILS 3

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

/** The first order of the pupil with the number `pupil`. */
AttStatus
att_order_begin(Arena* arena, const Treebank* bank, Held held, size_t pupil,
                Order* out);

/** Shuffles. */
void
att_order_next(Order* order);

/** A number below `limit`, from the same generator. */
uint64_t
att_order_draw(Order* order, uint64_t limit);

/** Learns which tags a word may have: one row for each frequent word. */
AttStatus
att_classes_learn(Arena* arena, const Treebank* bank, Held held, Packing* out);

/** Learns to tag, with the written `classes`. One pupil learns if lessons
 * are held, else SCHOOL_PUPILS do; `out` was just begun. */
AttStatus
att_tagger_learn(const Treebank* bank, Slice classes, Held held,
                 Perceptron* out);

/** Tags the nodes of every lesson as a tagger would that never saw it. */
AttStatus
att_tags_jackknife(Treebank* bank);

/** Learns to parse the lessons' nodes, as they are tagged, by SCHOOL_PUPILS;
 * `out` was just begun. */
AttStatus
att_parser_learn(const Treebank* bank, Perceptron* out);

#endif
