/* A dossier's page: its head, its articles, and what they say together. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REPORT_DOSSIER_H
#define ATTACHE_REPORT_DOSSIER_H

#include "report/page.h"

typedef LIST(Sheet) Sheets;

/** Writes the whole page. `arena` is for what is only needed while writing. */
AttStatus
att_dossier_page(Arena* arena, const Sheets* sheets, FILE* out);

/** Writes what several articles say together: people and their posts, who met
 * whom, sectors by pair of states. */
AttStatus
att_dossier_index(Arena* arena, const Sheets* sheets, FILE* out);

#endif
