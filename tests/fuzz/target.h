/* What the fuzz targets share: each takes any bytes, and must not fall. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TESTS_FUZZ_TARGET_H
#define ATTACHE_TESTS_FUZZ_TARGET_H

#include "base/slice.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* What an input may take before it counts as a limit reached. */
#define FUZZ_CEILING ((size_t)1 << 30)

/** The function that libFuzzer and replay.c call. */
int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

static inline Slice
fuzz_slice(const uint8_t* data, size_t size) {
  return (Slice){ (const char*)data, size };
}

/** Makes the file `path` of the bytes; ends the program if it cannot. */
static inline void
fuzz_write(const char* path, const uint8_t* data, size_t size) {
  FILE* const file = fopen(path, "wb");
  if (file == NULL || fwrite(data, 1, size, file) != size ||
      fclose(file) != 0) {
    abort();
  }
}

/** A folder of this process; whoever calls removes it. */
static inline const char*
fuzz_folder(void) {
  static char path[] = "/tmp/attache-fuzz-XXXXXX";
  static bool named;
  if (named ? mkdir(path, S_IRWXU) != 0 : mkdtemp(path) == NULL) {
    abort();
  }
  named = true;
  return path;
}

#endif
