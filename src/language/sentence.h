/* Sentences: where they end among tokens. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_SENTENCE_H
#define ATTACHE_LANGUAGE_SENTENCE_H

#include "language/token.h"

/** Cuts the tokens from `first` on, one paragraph, into sentences of at
 * most 512 tokens. */
AttStatus
att_sentences_cut(Arena* arena, size_t first, Tokens* tokens);

#endif
