/* The ontology: what we know, loaded once from Turtle, then immutable. */
/* SPDX-License-Identifier: MIT */
#include "ontology/ontology.h"

#include "ontology/loading.h"

#include <stdlib.h>

/* The most memory an ontology may take: a hundred times what the one that is
 * shipped takes. */
#define ONTOLOGY_CEILING ((size_t)512 * 1024 * 1024)

/* No term has a longer name. */
#define NAME_SIZE 128

/* The parts need those before them: entities and frames are of classes, and
 * patterns are made from words. */
static AttStatus
parts_load(Loading* loading) {
  TRY(att_loading_terms(loading));
  TRY(att_loading_entities(loading));
  TRY(att_loading_concepts(loading));
  TRY(att_loading_lexicon(loading));
  TRY(att_loading_patterns(loading));
  TRY(att_loading_frames(loading));
  return loading->errors == 0 ? ATT_OK : ATT_ONTOLOGY;
}

static AttStatus
ontology_fill(Ontology* ontology, const char* directory, const AttSink* sink) {
  Loading loading = { .ontology = ontology, .sink = sink };
  TRY(att_facts_read(directory, sink, &loading.facts));
  const AttStatus status = parts_load(&loading);
  att_facts_end(&loading.facts);
  return status;
}

void
att_ontology_allow(const char* directory, AttSandbox* sandbox) {
  att_facts_allow(directory, sandbox);
}

AttStatus
att_ontology_load(const char* directory, const AttSink* sink, Ontology** out) {
  Ontology* const ontology = calloc(1, sizeof *ontology);
  if (ontology == NULL) {
    return ATT_NO_MEMORY;
  }
  ontology->arena = att_arena_begin(ONTOLOGY_CEILING);
  const AttStatus status = ontology_fill(ontology, directory, sink);
  if (status != ATT_OK) {
    att_ontology_free(ontology);
    return status;
  }
  *out = ontology;
  return ATT_OK;
}

void
att_ontology_free(Ontology* ontology) {
  if (ontology == NULL) {
    return;
  }
  for (size_t i = 0; i < ontology->patterns.length; i++) {
    att_pattern_free(ontology->patterns.items[i].pattern);
  }
  att_arena_end(&ontology->arena);
  free(ontology);
}

uint32_t
att_ontology_term(const Ontology* ontology, const char* name) {
  char iri[NAME_SIZE];
  const int length =
    snprintf(iri, sizeof iri, "%s%s", ATT_NAMESPACE.start, name);
  if (length < 0 || (size_t)length >= sizeof iri) {
    return ONTOLOGY_NONE;
  }
  const uint32_t id =
    att_intern_find(&ontology->term_iris, (Slice){ iri, (size_t)length });
  return id == INTERN_NONE ? ONTOLOGY_NONE : id - 1;
}

bool
att_term_is_a(const Ontology* ontology, uint32_t is, uint32_t a) {
  if (is == ONTOLOGY_NONE || a == ONTOLOGY_NONE) {
    return false;
  }
  const Term* const term = &ontology->terms.items[is];
  for (size_t i = 0; i < term->ancestor_count; i++) {
    if (term->ancestors[i] == a) {
      return true;
    }
  }
  return is == a;
}

bool
att_lexicon_is(const Ontology* ontology, uint32_t value, const char* name) {
  return value < ontology->classes.length &&
         att_slice_is(ontology->classes.items[value].name, name);
}

const UsedPattern*
att_ontology_patterns(const Ontology* ontology, const char* use,
                      size_t* count) {
  const UsedPattern* first = NULL;
  *count = 0;
  for (size_t i = 0; i < ontology->patterns.length; i++) {
    const UsedPattern* const used = &ontology->patterns.items[i];
    if (att_slice_is(used->use, use)) {
      first = first == NULL ? used : first;
      ++*count;
    }
  }
  return first;
}
