/* The public interface of attache: what articles say, shown to people. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REPORT_H
#define ATTACHE_REPORT_H

#include "attache_corpus.h"

typedef struct AttReader AttReader;

/** Articles that have been read, to be shown on a page, or on a page each; not
 * for two threads at once. */
typedef struct AttDossier AttDossier;

/** An empty dossier; `reader` must outlive it. ATT_NO_MEMORY. */
AttStatus
att_dossier_new(AttReader* reader, AttDossier** out);

/** A dossier of which each article has a page of its own: a1.html and so on are
 * written to `folder` (made if it is not there) as articles are added, and what
 * is kept of them is only what the index needs. `reader` and `folder` must
 * outlive it. ATT_IO after a report; ATT_NO_MEMORY. */
AttStatus
att_dossier_folder(AttReader* reader, const char* folder, AttSink sink,
                   AttDossier** out);

void
att_dossier_free(AttDossier* dossier);

/** Reads one article and adds it; fails as att_reader_read does, and then adds
 * nothing. */
AttStatus
att_dossier_add(AttDossier* dossier, const AttArticle* article);

/** The number of articles added. */
size_t
att_dossier_size(const AttDossier* dossier);

/** Writes the page to `path` (NULL: standard output; of a folder, its
 * index.html, whatever `path` is): HTML that loads nothing
 * from anywhere, complete or absent, the same bytes for the same articles. */
AttStatus
att_dossier_write(AttDossier* dossier, const char* path, AttSink sink);

#endif
