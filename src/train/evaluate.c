/* attache-train eval: how well a model does on gold tokens. */
/* SPDX-License-Identifier: MIT */
#include "train/command.h"

#include "language/tree.h"
#include "train/corpus.h"

#include <time.h>

#define CORPUS_BYTES ((size_t)1 << 30)
#define SCRATCH_BYTES ((size_t)64 << 20)

typedef struct Score {
  size_t words;
  size_t upos;
  size_t xpos;
  size_t heads;
  size_t base_labels; /* Right heads and relations, subtypes apart. */
  size_t full_labels;
  size_t lemmas;
  clock_t time; /* Of tagging and parsing. */
} Score;

static bool
lemma_right(const Model* model, Arena* scratch, const CorpusWord* word,
            Upos upos) {
  Slice lemma;
  return att_lemma_find(model, scratch, word->form, upos, &lemma) == ATT_OK &&
         att_slice_equals(lemma, word->lemma);
}

static void
word_score(const CorpusWord* word, const Node* node, Score* score) {
  score->words++;
  score->upos += node->upos == word->upos;
  score->xpos += node->xpos == word->xpos;
  if (node->head != word->head) {
    return;
  }
  score->heads++;
  score->full_labels += node->relation == word->relation;
  score->base_labels += att_relation_base((Relation)node->relation) ==
                        att_relation_base((Relation)word->relation);
}

static AttStatus
sentence_score(const Model* model, Arena* scratch, const CorpusWord* words,
               size_t count, Score* score) {
  Node* nodes = NULL;
  TRY(att_arena_alloc(scratch, count * sizeof *nodes, &nodes));
  for (size_t i = 0; i < count; i++) {
    nodes[i].form = words[i].form;
  }
  const clock_t begin = clock();
  TRY(att_tags_predict(model, scratch, nodes, count));
  TRY(att_tree_parse(model, scratch, nodes, count));
  score->time += clock() - begin;
  for (size_t i = 0; i < count; i++) {
    word_score(&words[i], &nodes[i], score);
    score->lemmas +=
      lemma_right(model, scratch, &words[i], (Upos)nodes[i].upos);
  }
  return ATT_OK;
}

static double
percent(size_t part, size_t whole) {
  return whole == 0 ? 0 : 100.0 * (double)part / (double)whole;
}

static void
score_print(const Score* score) {
  const size_t words = score->words;
  const double seconds = (double)score->time / CLOCKS_PER_SEC;
  printf("words       %zu\n", words);
  printf("UPOS        %.2f\n", percent(score->upos, words));
  printf("XPOS        %.2f\n", percent(score->xpos, words));
  printf("UAS         %.2f\n", percent(score->heads, words));
  printf("LAS base    %.2f\n", percent(score->base_labels, words));
  printf("LAS full    %.2f\n", percent(score->full_labels, words));
  printf("lemmas      %.2f\n", percent(score->lemmas, words));
  printf("words/s     %.0f\n", seconds > 0 ? (double)words / seconds : 0);
}

static AttStatus
corpus_score(const Model* model, const Corpus* corpus) {
  Arena scratch = att_arena_begin(SCRATCH_BYTES);
  Score score = { 0 };
  AttStatus status = ATT_OK;
  for (size_t i = 0; i < corpus->sentences.length && status == ATT_OK; i++) {
    const CorpusSentence* const sentence = &corpus->sentences.items[i];
    att_arena_reset(&scratch);
    status =
      sentence_score(model, &scratch, corpus->words.items + sentence->first,
                     sentence->end - sentence->first, &score);
  }
  att_arena_end(&scratch);
  score_print(&score);
  return status;
}

AttStatus
att_evaluate_run(const char* model, const char* path, const AttSink* sink) {
  Model* loaded = NULL;
  TRY(att_model_load(model, sink, &loaded));
  Corpus corpus = { .arena = att_arena_begin(CORPUS_BYTES) };
  AttStatus status = att_model_verify(loaded);
  if (status != ATT_OK) {
    att_report(sink, ATT_ERROR, (Place){ .file = model },
               "The language model is damaged");
  } else {
    status = att_corpus_read(&corpus, path, sink);
  }
  if (status == ATT_OK) {
    status = corpus_score(loaded, &corpus);
  }
  att_arena_end(&corpus.arena);
  att_model_free(loaded);
  return status;
}
