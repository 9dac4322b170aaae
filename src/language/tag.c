/* Word classes and tags: the closed inventories of UD and the Penn Treebank. */
/* SPDX-License-Identifier: MIT */
#include "language/tag.h"

static const char* const upos_names[UPOS_COUNT] = {
  "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
  "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

static const char* const xpos_names[XPOS_COUNT] = {
  "ADD", "AFX", "CC",  "CD",   "DT",  "EX",  "FW",  "GW",  "HYPH",  "IN",
  "JJ",  "JJR", "JJS", "LS",   "MD",  "NFP", "NN",  "NNP", "NNPS",  "NNS",
  "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM",   "TO",
  "UH",  "VB",  "VBD", "VBG",  "VBN", "VBP", "VBZ", "WDT", "WP",    "WP$",
  "WRB", "XX",  "$",   ",",    ".",   ":",   "``",  "''",  "-LRB-", "-RRB-",
};

static unsigned
name_find(const char* const* names, unsigned count, Slice name) {
  unsigned i = 0;
  while (i < count && !att_slice_is(name, names[i])) {
    i++;
  }
  return i;
}

const char*
att_upos_name(Upos upos) {
  return (unsigned)upos < UPOS_COUNT ? upos_names[upos] : "?";
}

Upos
att_upos_named(Slice name) {
  return (Upos)name_find(upos_names, UPOS_COUNT, name);
}

const char*
att_xpos_name(Xpos xpos) {
  return (unsigned)xpos < XPOS_COUNT ? xpos_names[xpos] : "?";
}

Xpos
att_xpos_named(Slice name) {
  return (Xpos)name_find(xpos_names, XPOS_COUNT, name);
}
