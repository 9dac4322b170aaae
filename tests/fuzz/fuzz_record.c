/* Any bytes are read as a line of JSON. */
/* SPDX-License-Identifier: MIT */
#include "corpus/record.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const AttSink sink = { 0 };
  const Origin origin = { .name = "fuzz", .sink = &sink };
  Arena arena = att_arena_begin(FUZZ_CEILING);
  AttArticle article = { 0 };
  (void)att_record_read(&arena, fuzz_slice(data, size), &origin, &article);
  const char* day = NULL;
  (void)att_record_day(&arena, fuzz_slice(data, size), &day);
  att_arena_end(&arena);
  return 0;
}
