/* A dossier's pages: their heads, their articles, their index. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REPORT_DOSSIER_H
#define ATTACHE_REPORT_DOSSIER_H

#include "report/index.h"

typedef LIST(Sheet) Sheets;

/** Writes one page of all articles, of several with an index. `arena` is for
 * what is only needed while writing. */
AttStatus
att_dossier_page(Arena* arena, const Sheets* sheets, FILE* out);

/** Writes the page of the article `number`, beside an index.html; of the only
 * one, if that is 0. */
AttStatus
att_dossier_article(Arena* arena, const Sheet* sheet, unsigned number,
                    FILE* out);

/** Writes the index.html of such pages. */
void
att_dossier_contents(DossierIndex* index, FILE* out);

#endif
