/* Any bytes are read as a line of N-Quads. */
/* SPDX-License-Identifier: MIT */
#include "corpus/nquad.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  NQuad quad = { 0 };
  (void)att_nquad_parse(fuzz_slice(data, size), &quad);
  return 0;
}
