/* Any bytes are read as a file of an ontology. */
/* SPDX-License-Identifier: MIT */
#include "ontology/ontology.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const char* const folder = fuzz_folder();
  char path[64];
  (void)snprintf(path, sizeof path, "%s/x.ttl", folder);
  fuzz_write(path, data, size);
  const AttSink sink = { 0 };
  Ontology* ontology = NULL;
  (void)att_ontology_load(folder, &sink, &ontology);
  att_ontology_free(ontology);
  (void)unlink(path);
  (void)rmdir(folder);
  return 0;
}
