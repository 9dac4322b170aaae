/* The sectors: concepts that events are in or about, and their phrases. */
/* SPDX-License-Identifier: MIT */
#include "ontology/loading.h"

static AttStatus
concept_make(Loading* loading, NamedNode named) {
  Ontology* const ontology = loading->ontology;
  const Facts* const facts = &loading->facts;
  Concept concept = { .label = { "", 0 }, .broader = ONTOLOGY_NONE };
  TRY(
    att_loading_keep(loading, att_facts_iri(facts, named.node), &concept.iri));
  concept.name =
    att_slice_part(concept.iri, concept.iri.length - named.name.length,
                   concept.iri.length);
  const Fact* const label =
    att_loading_only(loading, named.node, NODE_PREF_LABEL);
  if (label == NULL) {
    att_loading_error(loading, att_loading_subject(loading, named.node),
                      "%s has no skos:prefLabel",
                      att_loading_shown(loading, named.node));
  } else if (att_loading_is_text(loading, label)) {
    TRY(att_loading_keep(loading, label->text, &concept.label));
  }
  concept.topic_only = att_loading_flag(loading, named.node, NODE_TOPIC_ONLY);
  return LIST_PUSH(&ontology->arena, &ontology->concepts, concept);
}

static AttStatus
phrases_file(Loading* loading, uint32_t node, uint32_t concept) {
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(&loading->facts, node, i)) != NULL;
       i++) {
    const bool phrase = fact->predicate == NODE_PREF_LABEL ||
                        fact->predicate == NODE_ALT_LABEL ||
                        fact->predicate == NODE_HIDDEN_LABEL;
    if (phrase && att_loading_is_text(loading, fact)) {
      const PhraseSense sense = { concept, att_loading_case(fact->text) };
      TRY(att_loading_file(loading, &loading->ontology->sectors, fact, sense));
    }
  }
  return ATT_OK;
}

/* Links each concept with the one above it. */
static void
broader_find(Loading* loading, uint32_t node, const uint32_t* concept_of) {
  const Fact* const fact = att_loading_only(loading, node, NODE_BROADER);
  if (fact == NULL) {
    return;
  }
  const uint32_t above =
    fact->object == NODE_NONE ? ONTOLOGY_NONE : concept_of[fact->object];
  if (above == ONTOLOGY_NONE) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "What skos:broader of %s names is no concept",
                      att_loading_shown(loading, node));
  }
  loading->ontology->concepts.items[concept_of[node]].broader = above;
}

/* Whoever climbs from a concept must arrive: a circle is reported and cut. Each
 * walk leaves its number behind, and ends where it or another was. */
static void
circles_cut(Loading* loading, const NamedNodes* named, uint32_t* walks) {
  Concept* const concepts = loading->ontology->concepts.items;
  for (uint32_t i = 0; i < named->length; i++) {
    uint32_t last = i;
    uint32_t at = i;
    while (at != ONTOLOGY_NONE && walks[at] == 0) {
      walks[at] = i + 1;
      last = at;
      at = concepts[at].broader;
    }
    if (at != ONTOLOGY_NONE && walks[at] == i + 1) {
      const uint32_t node = named->items[last].node;
      att_loading_error(loading,
                        att_loading_at(loading,
                                       att_facts_first(&loading->facts, node,
                                                       NODE_BROADER),
                                       LOCATE_OBJECT),
                        "Above %s the concepts go in a circle",
                        att_loading_shown(loading, node));
      concepts[last].broader = ONTOLOGY_NONE;
    }
  }
}

AttStatus
att_loading_concepts(Loading* loading) {
  const size_t nodes = loading->facts.nodes.strings.length + 1;
  NamedNodes named = { 0 };
  TRY(att_loading_instances(loading, NODE_CONCEPT, &named));
  uint32_t* concept_of = NULL;
  TRY(att_arena_alloc(&loading->facts.arena, nodes * sizeof *concept_of,
                      &concept_of));
  for (size_t node = 0; node < nodes; node++) {
    concept_of[node] = ONTOLOGY_NONE;
  }
  for (uint32_t i = 0; i < named.length; i++) {
    concept_of[named.items[i].node] = i;
    TRY(concept_make(loading, named.items[i]));
    TRY(phrases_file(loading, named.items[i].node, i));
  }
  for (size_t i = 0; i < named.length; i++) {
    broader_find(loading, named.items[i].node, concept_of);
  }
  uint32_t* walks = NULL;
  TRY(att_arena_alloc(&loading->facts.arena, named.length * sizeof *walks,
                      &walks));
  circles_cut(loading, &named, walks);
  return ATT_OK;
}
