/* Gives files to a fuzz target, one after the other, without libFuzzer. */
/* SPDX-License-Identifier: MIT */
#include "target.h"

#include <dirent.h>
#include <string.h>

#define FILE_MOST ((size_t)16 * 1024 * 1024)

static void
file_replay(const char* path) {
  uint8_t* const bytes = malloc(FILE_MOST);
  FILE* const file = fopen(path, "rb");
  if (bytes == NULL || file == NULL) {
    abort();
  }
  const size_t size = fread(bytes, 1, FILE_MOST, file);
  (void)fclose(file);
  /* A copy of just that size: what reads behind its end is found. */
  uint8_t* const exact = malloc(size == 0 ? 1 : size);
  if (exact == NULL) {
    abort();
  }
  memcpy(exact, bytes, size);
  free(bytes);
  (void)LLVMFuzzerTestOneInput(exact, size);
  /* Cut off anywhere, and with a byte changed. */
  (void)LLVMFuzzerTestOneInput(exact, size / 2);
  for (size_t at = 0; at < size; at += size / 8 + 1) {
    exact[at] ^= 0x15;
    (void)LLVMFuzzerTestOneInput(exact, size);
  }
  free(exact);
}

/* usage: replay-NAME FOLDER
 * Fails if there is nothing to replay. */
int
main(int count, char** arguments) {
  DIR* const folder = count == 2 ? opendir(arguments[1]) : NULL;
  size_t files = 0;
  if (folder == NULL) {
    return EXIT_FAILURE;
  }
  for (const struct dirent* entry; (entry = readdir(folder)) != NULL;) {
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/%s", arguments[1], entry->d_name);
    if (entry->d_name[0] != '.') {
      file_replay(path);
      files++;
    }
  }
  (void)closedir(folder);
  (void)printf("%zu files\n", files);
  return files > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
