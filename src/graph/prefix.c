/* Prefixes: the short forms of IRIs, chosen by looking at a graph. */
/* SPDX-License-Identifier: MIT */
#include "graph/prefix.h"

#include <stdlib.h>

#define PREFIX(name, space)       \
  {                               \
    { name, sizeof(name) - 1 }, { \
      space, sizeof(space) - 1    \
    }                             \
  }

static const Prefix known[] = {
  PREFIX("att", "https://w3id.org/attache/ns#"),
  PREFIX("dct", "http://purl.org/dc/terms/"),
  PREFIX("foaf", "http://xmlns.com/foaf/0.1/"),
  PREFIX("nif",
         "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"),
  PREFIX("org", "http://www.w3.org/ns/org#"),
  PREFIX("owl", "http://www.w3.org/2002/07/owl#"),
  PREFIX("prov", "http://www.w3.org/ns/prov#"),
  PREFIX("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
  PREFIX("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
  PREFIX("schema", "http://schema.org/"),
  PREFIX("sec", "https://w3id.org/attache/sector#"),
  PREFIX("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
  PREFIX("skos", "http://www.w3.org/2004/02/skos/core#"),
  PREFIX("state", "https://w3id.org/attache/id/state/"),
  PREFIX("xsd", "http://www.w3.org/2001/XMLSchema#"),
};

#define KNOWN_COUNT (sizeof known / sizeof *known)

/* The kinds of instance, as their IRIs end before the local name. `org` is
 * taken by the vocabulary of that name. */
static const Prefix instances[] = {
  PREFIX("article", "/article/"), PREFIX("assertion", "/assertion/"),
  PREFIX("event", "/event/"),     PREFIX("graph", "/graph/"),
  PREFIX("group", "/group/"),     PREFIX("mention", "/mention/"),
  PREFIX("orgn", "/org/"),        PREFIX("person", "/person/"),
  PREFIX("place", "/place/"),     PREFIX("post", "/post/"),
  PREFIX("state", "/state/"),     PREFIX("tenure", "/tenure/"),
};

#define INSTANCE_COUNT (sizeof instances / sizeof *instances)

/* How often each of a few spaces is used; more than this many for one kind of
 * instance and the rest goes without. */
#define SPACE_LIMIT 8

typedef struct SpaceCount {
  Slice space;
  size_t count;
} SpaceCount;

typedef struct Survey {
  const AttGraph* graph;
  bool* seen; /* [term] */
  bool used[KNOWN_COUNT];
  SpaceCount spaces[INSTANCE_COUNT][SPACE_LIMIT];
} Survey;

const Prefix*
att_prefixes_known(size_t* count) {
  *count = KNOWN_COUNT;
  return known;
}

static bool
is_local(Slice name) {
  for (size_t i = 0; i < name.length; i++) {
    const char c = name.start[i];
    const bool letter =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool later = (c >= '0' && c <= '9') || c == '-';
    if (!letter && !(i > 0 && later)) {
      return false;
    }
  }
  return name.length > 0;
}

/* Where the last path segment or fragment of `iri` begins. */
static size_t
local_begin(Slice iri) {
  size_t at = iri.length;
  while (at > 0 && iri.start[at - 1] != '/' && iri.start[at - 1] != '#') {
    at--;
  }
  return at;
}

static void
space_count(SpaceCount spaces[SPACE_LIMIT], Slice space) {
  for (size_t i = 0; i < SPACE_LIMIT; i++) {
    if (spaces[i].count == 0) {
      spaces[i].space = space;
    }
    if (att_slice_equals(spaces[i].space, space)) {
      spaces[i].count++;
      return;
    }
  }
}

static void
iri_survey(Survey* survey, Slice iri) {
  const size_t at = local_begin(iri);
  const Slice space = att_slice_part(iri, 0, at);
  if (!is_local(att_slice_part(iri, at, iri.length))) {
    return;
  }
  for (size_t i = 0; i < KNOWN_COUNT; i++) {
    if (att_slice_equals(space, known[i].space)) {
      survey->used[i] = true;
      return;
    }
  }
  for (size_t i = 0; i < INSTANCE_COUNT; i++) {
    if (att_slice_ends(space, instances[i].space)) {
      space_count(survey->spaces[i], space);
      return;
    }
  }
}

static void
term_survey(Survey* survey, TermId id) {
  if (id == GRAPH_DEFAULT || survey->seen[id]) {
    return;
  }
  survey->seen[id] = true;
  const RdfTerm term = att_graph_term_of(survey->graph, id);
  if (term.kind == RDF_IRI) {
    iri_survey(survey, term.value);
  } else if (term.datatype.length > 0) {
    iri_survey(survey, term.datatype);
  }
}

static const SpaceCount*
space_best(const SpaceCount spaces[SPACE_LIMIT]) {
  const SpaceCount* best = &spaces[0];
  for (size_t i = 1; i < SPACE_LIMIT; i++) {
    if (spaces[i].count > best->count) {
      best = &spaces[i];
    }
  }
  return best;
}

static int
prefix_compare(const void* left, const void* right) {
  const Prefix* const a = left;
  const Prefix* const b = right;
  return att_slice_compare(a->name, b->name);
}

static bool
is_named(const Prefixes* prefixes, Slice name) {
  for (size_t i = 0; i < prefixes->length; i++) {
    if (att_slice_equals(prefixes->items[i].name, name)) {
      return true;
    }
  }
  return false;
}

static AttStatus
prefixes_collect(Arena* arena, const Survey* survey, Prefixes* out) {
  for (size_t i = 0; i < KNOWN_COUNT; i++) {
    if (survey->used[i]) {
      TRY(LIST_PUSH(arena, out, known[i]));
    }
  }
  for (size_t i = 0; i < INSTANCE_COUNT; i++) {
    const SpaceCount* const best = space_best(survey->spaces[i]);
    if (best->count > 0 && !is_named(out, instances[i].name)) {
      TRY(LIST_PUSH(arena, out, ((Prefix){ instances[i].name, best->space })));
    }
  }
  if (out->length > 0) {
    qsort(out->items, out->length, sizeof *out->items, prefix_compare);
  }
  return ATT_OK;
}

AttStatus
att_prefixes_find(Arena* arena, const AttGraph* graph, const Quad* quads,
                  size_t count, Prefixes* out) {
  *out = (Prefixes){ 0 };
  Survey survey = { .graph = graph };
  TRY(att_arena_alloc(arena, att_graph_term_count(graph) + 1, &survey.seen));
  for (size_t i = 0; i < count; i++) {
    term_survey(&survey, quads[i].subject);
    term_survey(&survey, quads[i].predicate);
    term_survey(&survey, quads[i].object);
    term_survey(&survey, quads[i].graph);
  }
  return prefixes_collect(arena, &survey, out);
}

const Prefix*
att_prefixes_match(const Prefixes* prefixes, Slice iri) {
  for (size_t i = 0; i < prefixes->length; i++) {
    const Prefix* const prefix = &prefixes->items[i];
    if (att_slice_starts(iri, prefix->space) &&
        is_local(att_slice_part(iri, prefix->space.length, iri.length))) {
      return prefix;
    }
  }
  return NULL;
}
