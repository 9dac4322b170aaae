/* Resolving a relative IRI against another. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUERY_IRI_H
#define ATTACHE_GRAPH_QUERY_IRI_H

#include "base/slice.h"

/** What `reference` means beside the absolute IRI `base`; itself, if it is
 * absolute. In `arena`. */
AttStatus
att_query_iri_resolve(Arena* arena, Slice base, Slice reference, Slice* out);

#endif
