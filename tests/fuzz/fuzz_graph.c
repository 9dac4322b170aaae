/* Any bytes are read as RDF in each format, and what was read is written. */
/* SPDX-License-Identifier: MIT */
#include "graph/graph.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const AttFormat formats[] = { ATT_TURTLE, ATT_TRIG, ATT_NTRIPLES,
                                       ATT_NQUADS, ATT_RDFXML };
  const AttSink sink = { 0 };
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    AttGraph* graph = NULL;
    if (att_graph_new(&graph) == ATT_OK &&
        att_graph_read(graph, fuzz_slice(data, size), "fuzz", formats[i],
                       &sink) == ATT_OK) {
      char* bytes = NULL;
      size_t length = 0;
      (void)att_graph_print(graph, ATT_TRIG, &bytes, &length);
      free(bytes);
    }
    att_graph_free(graph);
  }
  return 0;
}
