/* IRIs: what may stand in one, and the IRI of a file. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_IRI_H
#define ATTACHE_BASE_IRI_H

#include "base/slice.h"

/** `text` with every byte that no IRI may hold percent-encoded: controls,
 * space, <>"{}|^`\, a percent sign without two hexadecimal digits, and bytes
 * that are not UTF-8. Letters of any script stay. In the arena, or `text`
 * itself where nothing is to do. */
AttStatus
att_iri_encode(Arena* arena, Slice text, Slice* out);

/** Whether `text` is an absolute IRI that any RDF syntax can carry: a scheme,
 * and nothing att_iri_encode would change. */
bool
att_iri_is_absolute(Slice text);

/** The file: IRI of `path`. The working directory does not enter it: the same
 * path gives the same IRI everywhere. In the arena. */
AttStatus
att_iri_of_path(Arena* arena, Slice path, Slice* out);

#endif
