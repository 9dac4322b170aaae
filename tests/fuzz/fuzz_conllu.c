/* Any bytes are read as a treebank. */
/* SPDX-License-Identifier: MIT */
#include "target.h"
#include "train/treebank.h"

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const char* const folder = fuzz_folder();
  char path[64];
  (void)snprintf(path, sizeof path, "%s/x.conllu", folder);
  fuzz_write(path, data, size);
  const AttSink sink = { 0 };
  Corpus corpus = { .arena = att_arena_begin(FUZZ_CEILING) };
  Treebank treebank = { 0 };
  if (att_corpus_read(&corpus, path, &sink) == ATT_OK) {
    (void)att_treebank_make(&corpus.arena, &corpus, &treebank);
  }
  att_arena_end(&corpus.arena);
  (void)unlink(path);
  (void)rmdir(folder);
  return 0;
}
