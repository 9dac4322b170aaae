/* The named graphs of a prepared query's dataset. */
/* SPDX-License-Identifier: MIT */
#include "graph/query_dataset.h"

#include "graph/query_literal.h"

#include <rasqal.h>

/* A graph that the query may name. */
static AttStatus
graph_declare(rasqal_query* query, rasqal_world* world, Slice name) {
  raptor_uri* const uri = att_uri_new(world, name);
  if (uri == NULL) {
    return ATT_NO_MEMORY;
  }
  rasqal_data_graph* const graph =
    rasqal_new_data_graph_from_uri(world, uri, uri, RASQAL_DATA_GRAPH_NAMED,
                                   NULL, NULL, NULL);
  raptor_free_uri(uri);
  if (graph == NULL || rasqal_query_add_data_graph(query, graph) != 0) {
    return ATT_NO_MEMORY;
  }
  return ATT_OK;
}

/* The graphs that the query names in its patterns, whether they are there or
 * not: for one that is not declared Rasqal gives a row. */
static AttStatus
patterns_declare(rasqal_query* query, rasqal_world* world,
                 rasqal_graph_pattern* pattern) {
  rasqal_literal* const origin = rasqal_graph_pattern_get_origin(pattern);
  if (rasqal_graph_pattern_get_operator(pattern) ==
        RASQAL_GRAPH_PATTERN_OPERATOR_GRAPH &&
      origin != NULL && rasqal_literal_as_variable(origin) == NULL &&
      rasqal_literal_get_rdf_term_type(origin) == RASQAL_LITERAL_URI &&
      !rasqal_query_dataset_contains_named_graph(query, origin->value.uri)) {
    TRY(graph_declare(query, world, att_uri_slice(origin->value.uri)));
  }
  rasqal_graph_pattern* part = NULL;
  for (int i = 0;
       (part = rasqal_graph_pattern_get_sub_graph_pattern(pattern, i)) != NULL;
       i++) {
    TRY(patterns_declare(query, world, part));
  }
  return ATT_OK;
}

/* Whether a pattern asks for graphs by a variable. */
static bool
has_variable(rasqal_graph_pattern* pattern) {
  rasqal_literal* const origin = rasqal_graph_pattern_get_origin(pattern);
  if (rasqal_graph_pattern_get_operator(pattern) ==
        RASQAL_GRAPH_PATTERN_OPERATOR_GRAPH &&
      origin != NULL && rasqal_literal_as_variable(origin) != NULL) {
    return true;
  }
  rasqal_graph_pattern* part = NULL;
  for (int i = 0;
       (part = rasqal_graph_pattern_get_sub_graph_pattern(pattern, i)) != NULL;
       i++) {
    if (has_variable(part)) {
      return true;
    }
  }
  return false;
}

/* The graph of an id, if Rasqal can be told its name. */
static AttStatus
name_declare(rasqal_query* query, rasqal_world* world, const Index* index,
             TermId id) {
  const RdfTerm name = att_graph_term_of(index->graph, id);
  return name.kind == RDF_IRI ? graph_declare(query, world, name.value)
                              : ATT_OK;
}

static AttStatus
stored_declare(rasqal_query* query, rasqal_world* world, const Index* index) {
  Arena arena = att_arena_begin(GRAPH_CEILING);
  TermId* graphs = NULL;
  size_t count = 0;
  AttStatus status =
    att_view_graphs(index->triples.view, &arena, &graphs, &count);
  for (size_t i = 0; i < count && status == ATT_OK; i++) {
    status = name_declare(query, world, index, graphs[i]);
  }
  att_arena_end(&arena);
  return status;
}

AttStatus
att_dataset_declare(rasqal_query* query, rasqal_world* world,
                    const Index* index) {
  rasqal_graph_pattern* const root =
    rasqal_query_get_query_graph_pattern(query);
  if (root == NULL) {
    return ATT_OK;
  }
  if (index != NULL && index->triples.view != NULL && has_variable(root)) {
    TRY(stored_declare(query, world, index));
  }
  for (size_t i = 0; index != NULL && i < index->named_count; i++) {
    TRY(name_declare(query, world, index,
                     att_index_id(index, index->named[i].name)));
  }
  return patterns_declare(query, world, root);
}
