/* Dependency relations: the closed inventory of UD English. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_RELATION_H
#define ATTACHE_LANGUAGE_RELATION_H

#include "base/slice.h"
#include "language/tag.h"

/** Dependency relations with the subtypes of EWT and GUM. Append only. */
typedef enum Relation {
  REL_ACL,
  REL_ACL_RELCL,
  REL_ADVCL,
  REL_ADVCL_RELCL,
  REL_ADVMOD,
  REL_AMOD,
  REL_APPOS,
  REL_AUX,
  REL_AUX_PASS,
  REL_CASE,
  REL_CC,
  REL_CC_PRECONJ,
  REL_CCOMP,
  REL_COMPOUND,
  REL_COMPOUND_PRT,
  REL_CONJ,
  REL_COP,
  REL_CSUBJ,
  REL_CSUBJ_OUTER,
  REL_CSUBJ_PASS,
  REL_DEP,
  REL_DET,
  REL_DET_PREDET,
  REL_DISCOURSE,
  REL_DISLOCATED,
  REL_EXPL,
  REL_FIXED,
  REL_FLAT,
  REL_GOESWITH,
  REL_IOBJ,
  REL_LIST,
  REL_MARK,
  REL_NMOD,
  REL_NMOD_DESC,
  REL_NMOD_POSS,
  REL_NMOD_UNMARKED,
  REL_NSUBJ,
  REL_NSUBJ_OUTER,
  REL_NSUBJ_PASS,
  REL_NUMMOD,
  REL_OBJ,
  REL_OBL,
  REL_OBL_AGENT,
  REL_OBL_UNMARKED,
  REL_ORPHAN,
  REL_PARATAXIS,
  REL_PUNCT,
  REL_REPARANDUM,
  REL_ROOT,
  REL_VOCATIVE,
  REL_XCOMP,
  REL_COUNT
} Relation;

/** "nsubj:pass"; "?" for a number that is none. */
const char*
att_relation_name(Relation relation);

/** The relation called `name`, or REL_COUNT. */
Relation
att_relation_named(Slice name);

/** The relation without its subtype ("nsubj:pass" -> "nsubj"). */
Relation
att_relation_base(Relation relation);

#endif
