/* Any bytes are read as the image of an ontology, signed as one would be. */
/* SPDX-License-Identifier: MIT */
#include "base/checksum.h"
#include "ontology/image.h"
#include "target.h"

#include <string.h>

/* Where the header has the digest of the sources and the sum of the rest, and
 * where that begins. */
#define DIGEST_AT 8
#define SUM_AT 16
#define REST_AT 40

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const char* const folder = fuzz_folder();
  char path[64];
  (void)snprintf(path, sizeof path, "%s/facts", folder);
  char* const bytes = malloc(size + 1);
  if (bytes == NULL || size < REST_AT) {
    (void)rmdir(folder);
    free(bytes);
    return 0;
  }
  memcpy(bytes, data, size);
  const uint64_t sum = att_checksum((Slice){ bytes + REST_AT, size - REST_AT });
  memcpy(bytes + SUM_AT, &sum, sizeof sum);
  fuzz_write(path, (const uint8_t*)bytes, size);
  Sources sources = { 0 };
  memcpy(&sources.digest, bytes + DIGEST_AT, sizeof sources.digest);
  Facts facts = { .arena = att_arena_begin(FUZZ_CEILING) };
  (void)att_image_read(path, &sources, &facts);
  att_facts_end(&facts);
  (void)unlink(path);
  (void)rmdir(folder);
  free(bytes);
  return 0;
}
