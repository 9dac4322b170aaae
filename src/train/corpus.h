/* A corpus: the sentences of CoNLL-U files. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TRAIN_CORPUS_H
#define ATTACHE_TRAIN_CORPUS_H

#include "base/list.h"
#include "base/slice.h"
#include "language/relation.h"

/** A word as the treebank has it. */
typedef struct CorpusWord {
  Slice raw;        /**< As written. */
  Slice form;       /**< Plain (att_form_plain). */
  Slice lemma;      /**< "_" where the treebank has none. */
  uint8_t upos;     /**< Upos, or UPOS_COUNT for one we do not know. */
  uint8_t xpos;     /**< Xpos, or XPOS_COUNT. */
  uint8_t relation; /**< Relation, or REL_COUNT. */
  int32_t head;     /**< Index in the sentence; -1: the root. */
} CorpusWord;

/** Words `first` up to `end`. */
typedef struct CorpusSentence {
  size_t first;
  size_t end;
  Slice text;     /**< The comment "# text", or empty. */
  bool paragraph; /**< Starts one. */
  bool space;     /**< White space follows its last word. */
} CorpusSentence;

/** All zeros is an empty corpus. Everything lives in the arena. */
typedef struct Corpus {
  Arena arena;
  LIST(CorpusWord) words;
  LIST(CorpusSentence) sentences;
} Corpus;

/** Adds the sentences of the file `path`. ATT_IO, ATT_NO_MEMORY; ATT_INPUT for
 * what is not CoNLL-U; each is reported. */
AttStatus
att_corpus_read(Corpus* corpus, const char* path, const AttSink* sink);

#endif
