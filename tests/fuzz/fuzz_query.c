/* Any bytes are asked as a query: they are answered or refused. */
/* SPDX-License-Identifier: MIT */
#include "attache.h"
#include "target.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  char* const query = malloc(size + 1);
  AttGraph* graph = NULL;
  if (query != NULL && att_graph_new(&graph) == ATT_OK) {
    if (size > 0) {
      memcpy(query, data, size);
    }
    query[size] = '\0';
    (void)att_graph_query(graph, "fuzz", query, ATT_FORMAT_NONE, "/dev/null",
                          (AttSink){ 0 }, NULL);
  }
  att_graph_free(graph);
  free(query);
  return 0;
}
