/* Lexis: the word classes that reading asks for, resolved once. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_LEXIS_H
#define ATTACHE_READING_LEXIS_H

#include "ontology/ontology.h"

/** Word classes of the ontology's lexicon, in order of precedence where one
 * phrase is filed under several. */
typedef enum LexisClass {
  LEXIS_POST,          /**< "minister" */
  LEXIS_POSTS,         /**< "ministers" */
  LEXIS_FORMER,        /**< "former" */
  LEXIS_ACTING,        /**< "acting" */
  LEXIS_MINISTRY,      /**< "ministry": after or before a portfolio */
  LEXIS_PORTFOLIO,     /**< "Foreign Affairs" */
  LEXIS_PORTFOLIO_END, /**< "Affairs" */
  LEXIS_MODIFIER,      /**< "deputy" */
  LEXIS_GROUP,         /**< "officials" */
  LEXIS_PERSON,        /**< "official" */
  LEXIS_GOVERNMENT,    /**< "government" */
  LEXIS_STATE,         /**< "country" */
  LEXIS_ORGANIZATION,  /**< "committee" */
  LEXIS_PLACE,         /**< "province" */
  LEXIS_HONORIFIC,     /**< "Mr" */
  LEXIS_CALENDAR,      /**< "Thursday", "November" */
  LEXIS_DAY,           /**< "today" */
  LEXIS_NOT_NAME,      /**< "Meanwhile" */
  LEXIS_EVENT,         /**< "summit" */
  LEXIS_PEOPLE,        /**< "Muslim": a people or a faith */
  LEXIS_MALE,          /**< "John" */
  LEXIS_FEMALE,        /**< "Anna" */
  LEXIS_SURNAME,       /**< "Wang": a surname that stands first */
  LEXIS_FAMILY,        /**< "King": a surname that is a post, too */
  LEXIS_PARTICLE,      /**< "al", "van" */
  LEXIS_SUFFIX,        /**< "Jr." */
  LEXIS_COUNTERPART,   /**< "counterpart": who holds the same post elsewhere */
  LEXIS_CUE,           /**< "explore": gives a factuality */
  LEXIS_CLASS_COUNT
} LexisClass;

/** Classes as a set: bit n is class n. */
typedef uint32_t LexisSet;

#define LEXIS_BIT(class) ((LexisSet)1 << (class))

typedef struct Lexis {
  const LexisSet* sets; /**< [index into Ontology.classes] */
} Lexis;

AttStatus
att_lexis_make(Arena* arena, const Ontology* ontology, Lexis* out);

/** The classes that the senses of a hit name. */
LexisSet
att_lexis_of(const Lexis* lexis, const PhraseHit* hit);

#endif
