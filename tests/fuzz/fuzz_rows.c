/* Any bytes are read as the answer of a server to a query. */
/* SPDX-License-Identifier: MIT */
#include "remote/rows.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Arena arena = att_arena_begin(FUZZ_CEILING);
  Rows rows = { 0 };
  (void)att_rows_read(&arena, fuzz_slice(data, size), &rows);
  att_arena_end(&arena);
  return 0;
}
