/* Any bytes are read as a web page. */
/* SPDX-License-Identifier: MIT */
#include "corpus/markup.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const AttSink sink = { 0 };
  const Origin origin = { .name = "fuzz", .sink = &sink };
  Arena arena = att_arena_begin(FUZZ_CEILING);
  AttArticle article = { 0 };
  (void)att_page_is(fuzz_slice(data, size));
  (void)att_page_read(&arena, fuzz_slice(data, size), &origin, &article);
  att_arena_end(&arena);
  return 0;
}
