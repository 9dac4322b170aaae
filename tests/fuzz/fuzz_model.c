/* Any bytes are read as a language model, signed as one would be, which then tags
 * and parses. */
/* SPDX-License-Identifier: MIT */
#include "base/checksum.h"
#include "language/layout.h"
#include "language/tree.h"
#include "target.h"

#include <stddef.h>
#include <string.h>

static void
sentence_read(const Model* model) {
  Arena arena = att_arena_begin(FUZZ_CEILING);
  Node nodes[] = { { .form = SLICE("The") },   { .form = SLICE("envoy") },
                   { .form = SLICE("met") },   { .form = SLICE("him") },
                   { .form = SLICE("twice") }, { .form = SLICE(".") } };
  const size_t count = sizeof nodes / sizeof *nodes;
  if (att_tags_predict(model, &arena, nodes, count) == ATT_OK) {
    (void)att_tree_parse(model, &arena, nodes, count);
  }
  att_arena_end(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const size_t sum_at = offsetof(ModelHeader, checksum);
  char* const bytes = malloc(size + 1);
  if (bytes == NULL || size < sizeof(ModelHeader)) {
    free(bytes);
    return 0;
  }
  memcpy(bytes, data, size);
  const uint64_t sum = att_checksum((Slice){ bytes, sum_at });
  memcpy(bytes + sum_at, &sum, sizeof sum);
  Model model = { 0 };
  const char* reason = NULL;
  if (att_model_open((Slice){ bytes, size }, &model, &reason) == ATT_OK) {
    sentence_read(&model);
  }
  free(bytes);
  return 0;
}
