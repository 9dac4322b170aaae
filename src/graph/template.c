/* Graphs made from rows: CONSTRUCT and DESCRIBE. */
/* SPDX-License-Identifier: MIT */
#include "graph/template.h"

#include <inttypes.h>
#include <stdio.h>

/* The term in a place; RDF_NONE if it has none. `label` is room for that of a
 * blank node, which is a new one for each row. */
static RdfTerm
place_term(const Run* run, const ParsedQuery* query, Operand place,
           char label[64]) {
  if (place.variable == NO_VARIABLE ||
      !att_varset_has(&query->blanks, place.variable)) {
    return att_terms_of(run->terms, att_run_term(run, place));
  }
  (void)snprintf(label, 64, "attacheC%" PRIu64 "v%zu", run->solutions,
                 place.variable);
  return (RdfTerm){ .kind = RDF_BLANK, .value = att_slice(label) };
}

/* What is no triple is left out. */
static AttStatus
triple_add(const RdfTerm terms[3], AttGraph* out) {
  if (terms[0].kind == RDF_NONE || terms[0].kind == RDF_LITERAL ||
      terms[1].kind != RDF_IRI || terms[2].kind == RDF_NONE) {
    return ATT_OK;
  }
  Quad quad = { .graph = GRAPH_DEFAULT };
  TRY(att_graph_term(out, terms[0], &quad.subject));
  TRY(att_graph_term(out, terms[1], &quad.predicate));
  TRY(att_graph_term(out, terms[2], &quad.object));
  return att_graph_add(out, quad);
}

AttStatus
att_template_fill(Run* run, const ParsedQuery* query, AttGraph* out) {
  for (size_t i = 0; i < query->template.length; i++) {
    RdfTerm terms[3];
    char labels[3][64];
    for (size_t j = 0; j < 3; j++) {
      terms[j] =
        place_term(run, query, query->template.items[i].place[j], labels[j]);
    }
    TRY(triple_add(terms, out));
  }
  return ATT_OK;
}

/* The triples of a subject. Blank nodes among the objects go to `queue`. */
static AttStatus
subject_describe(Run* run, uint32_t subject, RowSet* queue, AttGraph* out) {
  const uint32_t key[3] = { subject, 0, 0 };
  TripleReader reader;
  att_triples_begin(&run->dataset.index->triples, key, &reader);
  AttStatus status = ATT_OK;
  while (status == ATT_OK && reader.range.begin < reader.range.end) {
    RdfTerm terms[3];
    for (size_t i = 0; i < 3; i++) {
      terms[i] = att_terms_of(run->terms, reader.range.begin->term[i]);
    }
    status = triple_add(terms, out);
    if (status == ATT_OK && terms[2].kind == RDF_BLANK) {
      size_t at = 0;
      bool added = false;
      status =
        att_rowset_find(queue, &reader.range.begin->term[2], &at, &added);
    }
    reader.range.begin++;
    status = status == ATT_OK ? att_triples_fetch(&reader) : status;
  }
  att_triples_end(&reader);
  return status;
}

static AttStatus
node_describe(Run* run, uint32_t node, AttGraph* out) {
  RowSet queue = { .width = 1 };
  size_t at = 0;
  bool added = false;
  AttStatus status = att_rowset_find(&queue, &node, &at, &added);
  for (size_t i = 0; i < queue.count && status == ATT_OK; i++) {
    status = subject_describe(run, *att_rowset_at(&queue, i), &queue, out);
  }
  att_rowset_free(&queue);
  return status;
}

AttStatus
att_describe_row(Run* run, const ParsedQuery* query, AttGraph* out) {
  for (size_t i = 0; i < query->described.length; i++) {
    const uint32_t node = att_run_term(run, query->described.items[i]);
    if (node != 0 && node <= run->terms->last) {
      TRY(node_describe(run, node, out));
    }
  }
  return ATT_OK;
}
