/* Any bytes are read as an article, and the graph is written. */
/* SPDX-License-Identifier: MIT */
#include "attache.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static AttReader* reader; /* Loading it takes longer than an article. */
  const AttSettings settings = { .provenance = ATT_PROVENANCE_FULL };
  if (reader == NULL &&
      att_reader_new(&settings, (AttSink){ 0 }, &reader) != ATT_OK) {
    abort();
  }
  AttGraph* graph = NULL;
  if (att_graph_new(&graph) == ATT_OK &&
      att_reader_read(reader,
                      &(AttArticle){ .id = "fuzz",
                                     .text = (const char*)data,
                                     .length = size },
                      graph) == ATT_OK &&
      att_graph_write(graph, "/dev/null", ATT_TURTLE, (AttSink){ 0 }) !=
        ATT_OK) {
    abort();
  }
  att_graph_free(graph);
  return 0;
}
