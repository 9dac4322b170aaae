/* The index of a dossier: what several articles say together. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REPORT_INDEX_H
#define ATTACHE_REPORT_INDEX_H

#include "report/page.h"

/** People and their posts, who met whom, sectors by pair of states. */
#define INDEX_LISTS 3

/** A line of a list: what it is about, and where that stands. */
typedef struct IndexEntry {
  Slice group;     /**< In order of this, ... */
  Slice text;      /**< ... then of this, ... */
  Slice date;      /**< ... then of this. */
  unsigned number; /**< Of the article, from 1. */
  uint32_t thing;
} IndexEntry;

typedef LIST(IndexEntry) IndexEntries;

typedef struct IndexTitle {
  Slice title;
  Slice date;
  size_t facts;
} IndexTitle;

typedef struct DossierIndex {
  Arena* arena; /**< Holds all of it. */
  LIST(IndexTitle) titles;
  IndexEntries lists[INDEX_LISTS];
} DossierIndex;

/** Adds the next article; the sheet is not needed after. */
AttStatus
att_index_add(DossierIndex* index, const Sheet* sheet);

/** Writes it: `apart` is whether each article has a page of its own,
 * a1.html and so on. Sorts the lists. */
void
att_index_put(DossierIndex* index, bool apart, FILE* out);

#endif
