/* A regular expression, a line end, and a text it is matched with. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "ontology/pattern.h"
#include "target.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Slice whole = fuzz_slice(data, size);
  const char* const end = size == 0 ? NULL : memchr(data, '\n', size);
  const size_t cut = end == NULL ? size : (size_t)(end - whole.start);
  const AttSink sink = { 0 };
  Arena arena = att_arena_begin(FUZZ_CEILING);
  Pattern* pattern = NULL;
  Matcher* matcher = NULL;
  Slice text;
  if (att_utf8_clean(&arena, att_slice_part(whole, cut, size), &text) ==
        ATT_OK &&
      att_matcher_new(&matcher) == ATT_OK &&
      att_pattern_compile(att_slice_part(whole, 0, cut),
                          (Place){ .file = "fuzz", .line = 1 }, &sink,
                          &pattern) == ATT_OK) {
    PatternMatch match = { 0 };
    /* So often that it is compiled to machine code on the way. */
    for (size_t i = 0; i < 3; i++) {
      (void)att_pattern_match(pattern, matcher, text, 0, &match);
    }
  }
  att_pattern_free(pattern);
  att_matcher_free(matcher);
  att_arena_end(&arena);
  return 0;
}
