/* Loading: from the facts of a folder to an ontology, part by part. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_LOADING_H
#define ATTACHE_ONTOLOGY_LOADING_H

#include "ontology/facts.h"
#include "ontology/locate.h"
#include "ontology/nearest.h"
#include "ontology/ontology.h"

/** What a term turned out to be. */
typedef enum TermSort {
  TERM_FOREIGN, /**< Only named as a superclass or the like. */
  TERM_INDIVIDUAL,
  TERM_CLASS,
  TERM_PROPERTY
} TermSort;

typedef struct Loading {
  Ontology* ontology;
  Facts facts;
  const AttSink* sink;
  size_t errors;
  uint32_t* term_of;    /**< [node]: a term, or ONTOLOGY_NONE. */
  uint32_t* entity_of;  /**< [node]: an entity, or ONTOLOGY_NONE. */
  LIST(TermSort) sorts; /**< [term] */
} Loading;

/** Reports a mistake in a fact and counts it; after so many, no more are
 * reported. */
void
att_loading_error(Loading* loading, Place place, const char* format, ...);

/** The place of a part of a fact, with its column: for messages. */
Place
att_loading_at(const Loading* loading, const Fact* fact, LocatePart part);

/** What to call a node in a message: "att:Meeting", else its local name. */
const char*
att_loading_shown(Loading* loading, uint32_t node);

/** A copy in the ontology's arena. */
AttStatus
att_loading_keep(Loading* loading, Slice slice, Slice* out);

/** A place that lives as long as the ontology. */
AttStatus
att_loading_place(Loading* loading, Place place, Place* out);

/** Whether the object of `fact` is text with more than white space in it;
 * otherwise that is an error. */
bool
att_loading_is_text(Loading* loading, const Fact* fact);

/** The only fact about `subject` with `predicate`, or NULL; it is an error if
 * another fact says otherwise. */
const Fact*
att_loading_only(Loading* loading, uint32_t subject, uint32_t predicate);

/** Whether the only fact about `subject` with `predicate` says true; it is an
 * error if it says neither true nor false. */
bool
att_loading_flag(Loading* loading, uint32_t subject, uint32_t predicate);

/** The place of the text of `fact`; `*found` is false, after an error is told,
 * if no text can hold it. */
AttStatus
att_loading_phrase(Loading* loading, Phrasebook* book, const Fact* fact,
                   PhrasePlace* out, bool* found);

/** Files the text of `fact`; it is an error if no text can hold it. */
AttStatus
att_loading_file(Loading* loading, Phrasebook* book, const Fact* fact,
                 PhraseSense sense);

/** How a common phrase is filed: any case, unless it holds a capital. */
PhraseCase
att_loading_case(Slice phrase);

/** The integer that `fact` states; an error, and 0, if it states none. */
int
att_loading_integer(Loading* loading, const Fact* fact);

/** The term that `fact` names, of the range of its property; otherwise that is
 * an error, and ONTOLOGY_NONE. */
uint32_t
att_loading_term(Loading* loading, const Fact* fact);

/** A node for each index of a list, in the order of its name. */
typedef struct NamedNode {
  Slice name;
  uint32_t node;
} NamedNode;

typedef LIST(NamedNode) NamedNodes;

/** The instances of `class` in order of their local names; two of one name
 * are an error. */
AttStatus
att_loading_instances(Loading* loading, uint32_t class, NamedNodes* out);

/** Sorts by name. */
void
att_loading_sort(NamedNodes* nodes);

/** Where a node is first said to be something; without a column. */
Place
att_loading_where(const Loading* loading, uint32_t node);

/** The same with a column: for messages. */
Place
att_loading_subject(const Loading* loading, uint32_t node);

/** " (is it att:Meeting?)" for what was found nearest, or "". */
const char*
att_loading_guess(Loading* loading, const Nearest* nearest, const char* prefix);

/** The same for the term of `sort` (TERM_FOREIGN: of any) in the namespace of
 * the unknown `node`. */
const char*
att_loading_guess_term(Loading* loading, uint32_t node, TermSort sort);

/** The same for the known entities that stand beside the unknown `node`. */
const char*
att_loading_guess_entity(Loading* loading, uint32_t node);

/* The parts, in the order they are loaded in. Mistakes are counted in the
 * loading; a status other than ATT_OK ends it. */

AttStatus
att_loading_terms(Loading* loading);
AttStatus
att_loading_entities(Loading* loading);
AttStatus
att_loading_concepts(Loading* loading);
AttStatus
att_loading_lexicon(Loading* loading);
AttStatus
att_loading_patterns(Loading* loading);
AttStatus
att_loading_frames(Loading* loading);

#endif
