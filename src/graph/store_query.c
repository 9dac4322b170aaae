/* Asking a store: a graph that lies in it is asked. */
/* SPDX-License-Identifier: MIT */
#include "graph/store_view.h"

AttStatus
att_store_ask(AttStore* store, const AttQuestion* question, AttAnswer* out) {
  StoreView* view = NULL;
  AttGraph* graph = NULL;
  TRY(att_view_new(store, &view));
  AttStatus status = att_graph_new_view(view, &graph);
  if (status == ATT_OK) {
    status = att_graph_ask(graph, question, store->sink, out);
  }
  att_graph_free(graph);
  att_view_free(view);
  return status;
}

AttStatus
att_store_query(AttStore* store, const char* name, const char* query,
                AttFormat format, const char* path, AttAnswer* out) {
  const AttQuestion question = {
    .name = name, .text = query, .format = format, .path = path
  };
  return att_store_ask(store, &question, out);
}
