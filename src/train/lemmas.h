/* Learning lemmas: how the ends of forms change. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_LEMMAS_H
#define ATTACHE_TRAIN_LEMMAS_H

#include "train/corpus.h"
#include "train/packing.h"

/** Learns a list of changes, the most specific ending first to be asked. */
AttStatus
att_lemmas_learn(Arena* arena, const Corpus* corpus, Packing* out);

#endif
