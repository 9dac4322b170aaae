/* Checking: what loads well, and yet is hardly meant. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_CHECK_H
#define ATTACHE_ONTOLOGY_CHECK_H

#include "ontology/ontology.h"

/** Reports what a loaded ontology can do without: as warnings, patterns that
 * nothing uses or that backtrack without end, classes without a word, frames
 * without a sentence that fires them or one that must not; as notes, names of
 * many entities. That is no failure: ATT_OK, or ATT_NO_MEMORY. */
AttStatus
att_ontology_lint(const Ontology* ontology, const AttSink* sink);

#endif
