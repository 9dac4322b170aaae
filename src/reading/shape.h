/* Shapes: each token as one letter, so that patterns can run over tokens. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_SHAPE_H
#define ATTACHE_READING_SHAPE_H

#include "reading/document.h"
#include "reading/lexis.h"

/* The letters. A phrase's first token has the letter, the rest have '_'.
 *
 *   S state's name      J demonym, people   C place            O organisation
 *   P post noun         Q posts             E former           A acting
 *   F portfolio         R portfolio's end  M post modifier
 *   K ministry noun (capital)               k (lower case)
 *   T organisation noun (capital)           u (lower case)
 *   W place noun (capital)                  l (lower case)
 *   U event noun (capital)
 *   B group noun        D person noun       V government noun  Z state noun
 *   H honorific         G given name        L name particle    I initial
 *   h what follows a name ("Jr.")
 *   N other capitalised word                Y month, weekday
 *   X person's name (set by mentions)
 *   n noun  a adjective  y reporting verb  v other verb, auxiliary  d adverb
 *   p pronoun  t determiner  o "of"  f "for"  b "to"  i other preposition
 *   c conjunction  # number
 *   , comma  ' possessive  - hyphen  ( )  " quote  . stop  x other
 */

/** A phrase of the gazetteer found in the text: tokens `first` up to `end`. */
typedef struct NameHit {
  uint32_t first;
  uint32_t end;
  const PhraseSense* senses; /**< Values index Ontology.names. */
  size_t sense_count;
} NameHit;

/** A sector's phrase found in the text. */
typedef struct SectorHit {
  uint32_t first;
  uint32_t end;
  uint32_t concept;
} SectorHit;

typedef struct Shapes {
  char* letters;   /**< [token], and a NUL. */
  LexisSet* kinds; /**< [token]: classes of the phrase that starts there. */
  uint32_t* gives; /**< [token]: the term a cue gives, or ONTOLOGY_NONE. */
  uint32_t* hit;   /**< [token]: the name hit that starts there, or NOTHING. */
  LIST(NameHit) hits;
  LIST(SectorHit) sectors; /**< In text order, not overlapping. */
} Shapes;

AttStatus
att_shapes_find(Arena* arena, const Ontology* ontology, const Lexis* lexis,
                const Document* document, Shapes* out);

#endif
