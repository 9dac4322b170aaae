/* Word classes and tags: the closed inventories of UD and the Penn Treebank. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_TAG_H
#define ATTACHE_LANGUAGE_TAG_H

#include "base/slice.h"

/** Universal parts of speech. Model files store the numbers: append only. */
typedef enum Upos {
  UPOS_ADJ,
  UPOS_ADP,
  UPOS_ADV,
  UPOS_AUX,
  UPOS_CCONJ,
  UPOS_DET,
  UPOS_INTJ,
  UPOS_NOUN,
  UPOS_NUM,
  UPOS_PART,
  UPOS_PRON,
  UPOS_PROPN,
  UPOS_PUNCT,
  UPOS_SCONJ,
  UPOS_SYM,
  UPOS_VERB,
  UPOS_X,
  UPOS_COUNT
} Upos;

/** Penn Treebank tags, as EWT and GUM use them. Append only. */
typedef enum Xpos {
  XPOS_ADD, /**< Addresses: e-mail, web. */
  XPOS_AFX, /**< A prefix that stands alone. */
  XPOS_CC,
  XPOS_CD,
  XPOS_DT,
  XPOS_EX,
  XPOS_FW,
  XPOS_GW, /**< Part of a word that was written apart. */
  XPOS_HYPH,
  XPOS_IN,
  XPOS_JJ,
  XPOS_JJR,
  XPOS_JJS,
  XPOS_LS,
  XPOS_MD,
  XPOS_NFP, /**< Punctuation that ends no sentence: "***". */
  XPOS_NN,
  XPOS_NNP,
  XPOS_NNPS,
  XPOS_NNS,
  XPOS_PDT,
  XPOS_POS,
  XPOS_PRP,
  XPOS_PRP_POSS,
  XPOS_RB,
  XPOS_RBR,
  XPOS_RBS,
  XPOS_RP,
  XPOS_SYM,
  XPOS_TO,
  XPOS_UH,
  XPOS_VB,
  XPOS_VBD,
  XPOS_VBG,
  XPOS_VBN,
  XPOS_VBP,
  XPOS_VBZ,
  XPOS_WDT,
  XPOS_WP,
  XPOS_WP_POSS,
  XPOS_WRB,
  XPOS_XX,
  XPOS_DOLLAR,
  XPOS_COMMA,
  XPOS_STOP,
  XPOS_COLON,
  XPOS_OPEN_QUOTE,
  XPOS_CLOSE_QUOTE,
  XPOS_LRB,
  XPOS_RRB,
  XPOS_COUNT
} Xpos;

/** "NOUN"; "?" for a number that is none. */
const char*
att_upos_name(Upos upos);

/** The part of speech called `name`, or UPOS_COUNT. */
Upos
att_upos_named(Slice name);

/** "VBD"; "?" for a number that is none. */
const char*
att_xpos_name(Xpos xpos);

/** The tag called `name`, or XPOS_COUNT. */
Xpos
att_xpos_named(Slice name);

#endif
