/* The ontology: what we know, loaded once from Turtle, then immutable. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_ONTOLOGY_H
#define ATTACHE_ONTOLOGY_ONTOLOGY_H

#include "attache_sandbox.h"
#include "base/intern.h"
#include "base/list.h"
#include "ontology/frame.h"
#include "ontology/pattern.h"
#include "ontology/phrasebook.h"

/** No class, property, entity, concept. */
#define ONTOLOGY_NONE UINT32_MAX

/** A class or a property of the vocabulary. */
typedef struct Term {
  Slice iri;
  Slice name;                /**< Local name: "Meeting". */
  Slice label;               /**< May be empty. */
  const uint32_t* ancestors; /**< Terms above it, near first; itself not. */
  size_t ancestor_count;
  uint32_t range; /**< Of a property: a class, or ONTOLOGY_NONE. */
  bool datatype;  /**< An owl:DatatypeProperty. */
} Term;

/** What a named thing is. */
typedef enum EntityKind {
  ENTITY_PERSON,
  ENTITY_ORGANIZATION,
  ENTITY_STATE,
  ENTITY_PLACE,
  ENTITY_GROUP,
  ENTITY_KIND_COUNT
} EntityKind;

/** A state, organisation or place of the gazetteer. */
typedef struct KnownEntity {
  EntityKind kind;
  uint32_t class; /**< Its most specific class ("State", "ArmedGroup"). */
  Slice path;     /**< Its IRI behind the default base: "state/PAK". */
  Slice label;
  uint32_t state;   /**< The state it is, or lies in or belongs to, or NONE. */
  Slice iso2;       /**< Of a state. */
  Slice iso3;       /**< Of a state. */
  Slice type;       /**< Of a place: local name of att:placeType, or empty. */
  uint32_t capital; /**< Of a state: the place stated first, or NONE. */
  const Slice* same_as; /**< IRIs of owl:sameAs. */
  size_t same_count;
} KnownEntity;

/** What a name says of the entity it is filed under. */
typedef enum NameForm {
  NAME_LABEL,   /**< rdfs:label */
  NAME_OTHER,   /**< skos:altLabel */
  NAME_DEMONYM, /**< att:demonym: "Pakistani", "Pakistanis". */
  NAME_METONYM  /**< att:metonym: the capital, for its government. */
} NameForm;

typedef struct KnownName {
  uint32_t entity;
  NameForm form;
} KnownName;

/** A sector or topic. */
typedef struct Concept {
  Slice iri;
  Slice name; /**< Its slug: "critical-minerals". */
  Slice label;
  uint32_t broader; /**< Another concept, or NONE. */
  bool topic_only;  /**< Talked about; no event is in it as its sector. */
} Concept;

/** A kind of word that reading asks for ("post-noun", "honorific", "month"),
 * with an optional number (a month's). */
typedef struct WordClass {
  Slice name;
  int value;
  uint32_t gives;    /**< att:gives: a term (a factuality), or NONE. */
  size_t word_count; /**< Words filed under it. */
  Place place;       /**< Where it is declared. */
} WordClass;

/** A pattern and what it is for. */
typedef struct UsedPattern {
  Slice name; /**< Local name of the pattern's IRI. */
  Slice use;  /**< att:use: "dateline", "date", "title" ... */
  int value;  /**< att:priority: lower is tried first; default 0. */
  Pattern* pattern;
  Place place; /**< Where it is declared. */
} UsedPattern;

typedef struct Ontology {
  Arena arena;
  LIST(Term) terms;           /**< Classes, properties and individuals. */
  Intern term_iris;           /**< id - 1 is the index into terms. */
  LIST(KnownEntity) entities; /**< In order of path. */
  LIST(KnownName) names;      /**< What the values of `gazetteer` mean. */
  Phrasebook gazetteer;
  LIST(Concept) concepts;  /**< In order of name. */
  Phrasebook sectors;      /**< Values are concepts. */
  LIST(WordClass) classes; /**< What the values of `lexicon` mean. */
  Phrasebook lexicon;
  LIST(UsedPattern) patterns; /**< By use, priority, name. */
  Frames frames;
} Ontology;

/** Allows what loading reads. */
void
att_ontology_allow(const char* directory, AttSandbox* sandbox);

/** Loads every *.ttl of `directory`, in order of name. Every mistake found is
 * reported with its place; any error gives ATT_ONTOLOGY. */
AttStatus
att_ontology_load(const char* directory, const AttSink* sink, Ontology** out);

void
att_ontology_free(Ontology* ontology);

/** The class, property or individual att:`name`, or ONTOLOGY_NONE. */
uint32_t
att_ontology_term(const Ontology* ontology, const char* name);

/** Whether term `is` is term `a` or stands below it. */
bool
att_term_is_a(const Ontology* ontology, uint32_t is, uint32_t a);

/** The class of words called `name`: whether `value` of the lexicon is one. */
bool
att_lexicon_is(const Ontology* ontology, uint32_t value, const char* name);

/** The first of the patterns for `use`; `*count` says how many follow. */
const UsedPattern*
att_ontology_patterns(const Ontology* ontology, const char* use, size_t* count);

#endif
