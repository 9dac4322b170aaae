/* Dependency relations: the closed inventory of UD English. */
/* SPDX-License-Identifier: MIT */
#include "language/relation.h"

static const char* const relation_names[REL_COUNT] = {
  "acl",        "acl:relcl",   "advcl",        "advcl:relcl",
  "advmod",     "amod",        "appos",        "aux",
  "aux:pass",   "case",        "cc",           "cc:preconj",
  "ccomp",      "compound",    "compound:prt", "conj",
  "cop",        "csubj",       "csubj:outer",  "csubj:pass",
  "dep",        "det",         "det:predet",   "discourse",
  "dislocated", "expl",        "fixed",        "flat",
  "goeswith",   "iobj",        "list",         "mark",
  "nmod",       "nmod:desc",   "nmod:poss",    "nmod:unmarked",
  "nsubj",      "nsubj:outer", "nsubj:pass",   "nummod",
  "obj",        "obl",         "obl:agent",    "obl:unmarked",
  "orphan",     "parataxis",   "punct",        "reparandum",
  "root",       "vocative",    "xcomp",
};

const char*
att_relation_name(Relation relation) {
  return (unsigned)relation < REL_COUNT ? relation_names[relation] : "?";
}

Relation
att_relation_named(Slice name) {
  unsigned i = 0;
  while (i < REL_COUNT && !att_slice_is(name, relation_names[i])) {
    i++;
  }
  return (Relation)i;
}

Relation
att_relation_base(Relation relation) {
  const char* const name = att_relation_name(relation);
  const char* const colon = strchr(name, ':');
  if (colon == NULL) {
    return relation;
  }
  return att_relation_named((Slice){ name, (size_t)(colon - name) });
}
