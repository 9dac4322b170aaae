/* Facts: what the Turtle files of a folder state, by subject. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_FACTS_H
#define ATTACHE_ONTOLOGY_FACTS_H

#include "attache_sandbox.h"
#include "base/intern.h"
#include "base/list.h"

/** The namespace of the vocabulary. */
#define ATT_NAMESPACE SLICE("https://w3id.org/attache/ns#")

/** What the IRIs of known entities start with. */
#define ATT_ENTITIES SLICE("https://w3id.org/attache/id/")

/** The nodes that loading itself knows; others come behind them. */
enum {
  NODE_NONE,
  NODE_TYPE,
  NODE_PROPERTY,
  NODE_SUBCLASS,
  NODE_SUBPROPERTY,
  NODE_RANGE,
  NODE_LABEL,
  NODE_COMMENT,
  NODE_RDFS_CLASS,
  NODE_OWL_CLASS,
  NODE_OBJECT_PROPERTY,
  NODE_DATATYPE_PROPERTY,
  NODE_ANNOTATION_PROPERTY,
  NODE_SAME_AS,
  NODE_CONCEPT,
  NODE_PREF_LABEL,
  NODE_ALT_LABEL,
  NODE_HIDDEN_LABEL,
  NODE_BROADER,
  NODE_GRAMMATICAL_FUNCTION,
  NODE_PREPOSITION,
  NODE_DEMONYM,
  NODE_METONYM,
  NODE_IN_STATE,
  NODE_OF_STATE,
  NODE_ISO2,
  NODE_ISO3,
  NODE_PLACE_TYPE,
  NODE_CAPITAL,
  NODE_WORD_CLASS,
  NODE_WORD,
  NODE_KIND,
  NODE_VALUE,
  NODE_GIVES,
  NODE_PATTERN,
  NODE_REGEX,
  NODE_USE,
  NODE_PRIORITY,
  NODE_FRAME,
  NODE_EVOKES,
  NODE_VERB,
  NODE_NOUN,
  NODE_FACTUALITY,
  NODE_COMMITS,
  NODE_TOPIC_ONLY,
  NODE_NEEDS,
  NODE_FIRES,
  NODE_SILENT,
  NODE_SUBJECT,
  NODE_OBJECT,
  NODE_INDIRECT,
  NODE_CLAUSE,
  NODE_POSSESSOR,
  NODE_MODIFIER,
  NODE_KNOWN_END
};

/** One statement. */
typedef struct Fact {
  uint32_t subject;   /**< A node. */
  uint32_t predicate; /**< A node. */
  uint32_t object;    /**< A node, or NODE_NONE: a literal. */
  uint32_t line;
  const char* file;
  Slice text; /**< Of a literal. */
} Fact;

typedef LIST(uint32_t) Nodes;

typedef struct Facts {
  Arena arena;      /**< Owns all of it; loading takes scratch from it too. */
  Intern nodes;     /**< IRIs, and blank nodes as "_:" and a label. */
  LIST(Fact) items; /**< In order of arrival. */
  uint32_t* order;  /**< Indices of the facts, subject by subject. */
  uint32_t* first;  /**< [node]: where its facts start in `order`. */
} Facts;

/** Reads every *.ttl of `directory`, in order of name. Literals in another
 * language than English are passed over. Mistakes are reported and give
 * ATT_ONTOLOGY. Ended by att_facts_end. */
AttStatus
att_facts_read(const char* directory, const AttSink* sink, Facts* out);

/** Allows what that reads. */
void
att_facts_allow(const char* directory, AttSandbox* sandbox);

/** Reads them, and writes an image to the file `path`: as long as the Turtle
 * files are what they were, att_facts_read will take it in their place. */
AttStatus
att_facts_compile(const char* directory, const char* path, const AttSink* sink);

/** Accepts facts of zeros. */
void
att_facts_end(Facts* facts);

Place
att_fact_place(const Fact* fact);

/** The `n`th fact about `subject`, in order of arrival; NULL behind the
 * last. */
const Fact*
att_facts_about(const Facts* facts, uint32_t subject, size_t n);

/** The first fact about `subject` with `predicate`, or NULL. */
const Fact*
att_facts_first(const Facts* facts, uint32_t subject, uint32_t predicate);

/** Whether a node is stated to be of a class, itself. */
bool
att_facts_is_a(const Facts* facts, uint32_t node, uint32_t class);

/** The nodes stated to be of `class`, each once, in order of arrival. */
AttStatus
att_facts_instances(Facts* facts, uint32_t class, Nodes* out);

Slice
att_facts_iri(const Facts* facts, uint32_t node);

/** What is behind the last # or / of a node's IRI. */
Slice
att_facts_name(const Facts* facts, uint32_t node);

#endif
