/* Terms: the classes, properties and individuals of the vocabulary. */
/* SPDX-License-Identifier: MIT */
#include "ontology/loading.h"

/* The term of a node, made if it is new. */
static AttStatus
term_of(Loading* loading, uint32_t node, uint32_t* out) {
  Ontology* const ontology = loading->ontology;
  if (loading->term_of[node] != ONTOLOGY_NONE) {
    *out = loading->term_of[node];
    return ATT_OK;
  }
  uint32_t id = INTERN_NONE;
  TRY(att_intern(&ontology->arena, &ontology->term_iris,
                 att_facts_iri(&loading->facts, node), &id));
  const Slice iri = att_intern_string(&ontology->term_iris, id);
  const size_t name = att_facts_name(&loading->facts, node).length;
  const Term term = {
    .iri = iri,
    .name = att_slice_part(iri, iri.length - name, iri.length),
    .label = { "", 0 },
    .range = ONTOLOGY_NONE,
  };
  TRY(LIST_PUSH(&ontology->arena, &ontology->terms, term));
  TRY(LIST_PUSH(&loading->facts.arena, &loading->sorts, TERM_FOREIGN));
  loading->term_of[node] = id - 1;
  *out = id - 1;
  return ATT_OK;
}

/* What being of a class makes of a node. */
static TermSort
sort_of(uint32_t class) {
  switch (class) {
  case NODE_RDFS_CLASS:
  case NODE_OWL_CLASS:
    return TERM_CLASS;
  case NODE_PROPERTY:
  case NODE_OBJECT_PROPERTY:
  case NODE_DATATYPE_PROPERTY:
  case NODE_ANNOTATION_PROPERTY:
  case NODE_GRAMMATICAL_FUNCTION:
  case NODE_PREPOSITION:
    return TERM_PROPERTY;
  default:
    return TERM_INDIVIDUAL;
  }
}

static bool
is_blank(const Loading* loading, uint32_t node) {
  return att_slice_starts(att_facts_iri(&loading->facts, node), SLICE("_:"));
}

static bool
is_ours(const Loading* loading, uint32_t node) {
  return att_slice_starts(att_facts_iri(&loading->facts, node), ATT_NAMESPACE);
}

static AttStatus
type_take(Loading* loading, const Fact* fact) {
  const TermSort sort = sort_of(fact->object);
  if (is_blank(loading, fact->subject) ||
      (sort == TERM_INDIVIDUAL && !is_ours(loading, fact->subject))) {
    return ATT_OK;
  }
  uint32_t term = ONTOLOGY_NONE;
  TRY(term_of(loading, fact->subject, &term));
  TermSort* const known = &loading->sorts.items[term];
  *known = sort > *known ? sort : *known;
  if (fact->object == NODE_DATATYPE_PROPERTY) {
    loading->ontology->terms.items[term].datatype = true;
  }
  return ATT_OK;
}

/* What has a superclass is a class, what has a range is a property, whether or
 * not it is said. What is named there may be mistyped: that proves nothing. */
static AttStatus
above_take(Loading* loading, const Fact* fact) {
  uint32_t term = ONTOLOGY_NONE;
  if (fact->object == NODE_NONE || is_blank(loading, fact->object) ||
      is_blank(loading, fact->subject)) {
    return ATT_OK;
  }
  TRY(term_of(loading, fact->subject, &term));
  TermSort* const known = &loading->sorts.items[term];
  if (*known < TERM_CLASS) {
    *known = fact->predicate == NODE_SUBCLASS ? TERM_CLASS : TERM_PROPERTY;
  }
  return term_of(loading, fact->object, &term);
}

static AttStatus
label_take(Loading* loading, const Fact* fact) {
  const uint32_t term = loading->term_of[fact->subject];
  if (term == ONTOLOGY_NONE || fact->object != NODE_NONE) {
    return ATT_OK;
  }
  return att_loading_keep(loading, fact->text,
                          &loading->ontology->terms.items[term].label);
}

static AttStatus
terms_make(Loading* loading) {
  const Facts* const facts = &loading->facts;
  for (size_t i = 0; i < facts->items.length; i++) {
    const Fact* const fact = &facts->items.items[i];
    if (fact->predicate == NODE_TYPE) {
      TRY(type_take(loading, fact));
    } else if (fact->predicate == NODE_SUBCLASS ||
               fact->predicate == NODE_SUBPROPERTY ||
               fact->predicate == NODE_RANGE) {
      TRY(above_take(loading, fact));
    }
  }
  for (size_t i = 0; i < facts->items.length; i++) {
    if (facts->items.items[i].predicate == NODE_LABEL) {
      TRY(label_take(loading, &facts->items.items[i]));
    }
  }
  return ATT_OK;
}

/* Appends the terms right above the node of `term` that are not yet seen. */
static AttStatus
parents_add(Loading* loading, uint32_t node, uint32_t* seen, Nodes* queue) {
  const uint32_t mark = queue->items[0] + 1;
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(&loading->facts, node, i)) != NULL;
       i++) {
    const bool above =
      fact->predicate == NODE_SUBCLASS || fact->predicate == NODE_SUBPROPERTY;
    if (!above || fact->object == NODE_NONE ||
        loading->term_of[fact->object] == ONTOLOGY_NONE) {
      continue;
    }
    if (fact->object == queue->items[0]) {
      att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                        "%s stands above itself",
                        att_loading_shown(loading, fact->object));
    } else if (seen[fact->object] != mark) {
      seen[fact->object] = mark;
      TRY(LIST_PUSH(&loading->facts.arena, queue, fact->object));
    }
  }
  return ATT_OK;
}

/* Breadth first, so that what is near comes first. `queue` is room to work
 * in. */
static AttStatus
ancestors_find(Loading* loading, uint32_t node, uint32_t* seen, Nodes* queue) {
  Term* const term = &loading->ontology->terms.items[loading->term_of[node]];
  queue->length = 0;
  TRY(LIST_PUSH(&loading->facts.arena, queue, node));
  for (size_t i = 0; i < queue->length; i++) {
    TRY(parents_add(loading, queue->items[i], seen, queue));
  }
  const size_t count = queue->length - 1;
  uint32_t* ancestors = NULL;
  TRY(att_arena_alloc(&loading->ontology->arena, count * sizeof *ancestors,
                      &ancestors));
  for (size_t i = 0; i < count; i++) {
    ancestors[i] = loading->term_of[queue->items[i + 1]];
  }
  term->ancestors = ancestors;
  term->ancestor_count = count;
  return ATT_OK;
}

static void
range_find(Loading* loading, uint32_t node) {
  const Fact* const fact = att_loading_only(loading, node, NODE_RANGE);
  if (fact != NULL && fact->object != NODE_NONE) {
    loading->ontology->terms.items[loading->term_of[node]].range =
      loading->term_of[fact->object];
  }
}

/* Without a range of its own a property has that of the nearest one above. */
static void
ranges_inherit(Ontology* ontology) {
  for (size_t i = 0; i < ontology->terms.length; i++) {
    Term* const term = &ontology->terms.items[i];
    for (size_t j = 0; j < term->ancestor_count && term->range == ONTOLOGY_NONE;
         j++) {
      term->range = ontology->terms.items[term->ancestors[j]].range;
    }
  }
}

/* Terms of our namespace that are used but never said to be anything: most
 * mistakes are mistyped names. */
static void
unknown_report(Loading* loading, const Fact* fact, uint32_t node) {
  TermSort sort = TERM_FOREIGN;
  const char* what = "term";
  if (node == fact->predicate || fact->predicate == NODE_SUBPROPERTY) {
    sort = TERM_PROPERTY;
    what = "property";
  } else if (fact->predicate == NODE_TYPE || fact->predicate == NODE_SUBCLASS ||
             fact->predicate == NODE_RANGE || fact->predicate == NODE_EVOKES) {
    sort = TERM_CLASS;
    what = "class";
  }
  const Place place =
    att_loading_at(loading, fact,
                   node == fact->predicate ? LOCATE_PREDICATE : LOCATE_OBJECT);
  att_loading_error(loading, place, "Unknown %s %s%s", what,
                    att_loading_shown(loading, node),
                    att_loading_guess_term(loading, node, sort));
}

static bool
is_unknown(const Loading* loading, uint32_t node) {
  const uint32_t term = loading->term_of[node];
  return is_ours(loading, node) &&
         (term == ONTOLOGY_NONE || loading->sorts.items[term] == TERM_FOREIGN);
}

static AttStatus
unknown_find(Loading* loading) {
  const Facts* const facts = &loading->facts;
  const size_t nodes = facts->nodes.strings.length + 1;
  bool* unknown = NULL;
  TRY(att_arena_alloc(&loading->facts.arena, nodes, &unknown));
  for (uint32_t node = 1; node < nodes; node++) {
    unknown[node] = is_unknown(loading, node);
  }
  for (size_t i = 0; i < facts->items.length; i++) {
    const Fact* const fact = &facts->items.items[i];
    if (unknown[fact->predicate]) {
      unknown_report(loading, fact, fact->predicate);
    }
    if (unknown[fact->object]) {
      unknown_report(loading, fact, fact->object);
    }
  }
  return ATT_OK;
}

AttStatus
att_loading_terms(Loading* loading) {
  const uint32_t nodes = (uint32_t)loading->facts.nodes.strings.length + 1;
  Arena* const arena = &loading->facts.arena;
  uint32_t* seen = NULL;
  TRY(att_arena_alloc(arena, nodes * sizeof *seen, &seen));
  TRY(att_arena_alloc(arena, nodes * sizeof *loading->term_of,
                      &loading->term_of));
  for (uint32_t node = 0; node < nodes; node++) {
    loading->term_of[node] = ONTOLOGY_NONE;
  }
  TRY(terms_make(loading));
  Nodes queue = { 0 };
  for (uint32_t node = 1; node < nodes; node++) {
    if (loading->term_of[node] != ONTOLOGY_NONE) {
      TRY(ancestors_find(loading, node, seen, &queue));
      range_find(loading, node);
    }
  }
  ranges_inherit(loading->ontology);
  return unknown_find(loading);
}
