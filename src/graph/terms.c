/* Terms: those of a graph, and those that a query brings or computes. */
/* SPDX-License-Identifier: MIT */
#include "graph/terms.h"

AttStatus
att_terms_begin(const AttGraph* graph, Terms* out) {
  Terms terms = { .graph = graph, .last = (TermId)att_graph_term_count(graph) };
  TRY(att_graph_new(&terms.more));
  *out = terms;
  return ATT_OK;
}

void
att_terms_end(Terms* terms) {
  att_graph_free(terms->more);
  *terms = (Terms){ 0 };
}

AttStatus
att_terms_id(Terms* terms, RdfTerm term, TermId* out) {
  const TermId known = att_graph_find(terms->graph, term);
  if (known != 0) {
    *out = known;
    return ATT_OK;
  }
  TermId id = 0;
  TRY(att_graph_term(terms->more, term, &id));
  if (id > UINT32_MAX - terms->last) {
    return ATT_LIMIT;
  }
  *out = terms->last + id;
  return ATT_OK;
}

RdfTerm
att_terms_of(const Terms* terms, TermId id) {
  if (id == 0) {
    return (RdfTerm){ 0 };
  }
  return id <= terms->last ? att_graph_term_of(terms->graph, id)
                           : att_graph_term_of(terms->more, id - terms->last);
}
