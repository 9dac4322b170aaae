/* The public interface of attache: what articles say, shown to people. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REPORT_H
#define ATTACHE_REPORT_H

#include "attache_corpus.h"

typedef struct AttReader AttReader;

/** Articles that have been read, to be shown on one page; not for two threads
 * at once. */
typedef struct AttDossier AttDossier;

/** An empty dossier; `reader` must outlive it. ATT_NO_MEMORY. */
AttStatus
att_dossier_new(AttReader* reader, AttDossier** out);

void
att_dossier_free(AttDossier* dossier);

/** Reads one article and adds it; fails as att_reader_read does, and then adds
 * nothing. */
AttStatus
att_dossier_add(AttDossier* dossier, const AttArticle* article);

/** The number of articles added. */
size_t
att_dossier_size(const AttDossier* dossier);

/** Writes the page to `path` (NULL: standard output): HTML that loads nothing
 * from anywhere, complete or absent, the same bytes for the same articles. */
AttStatus
att_dossier_write(AttDossier* dossier, const char* path, AttSink sink);

#endif
