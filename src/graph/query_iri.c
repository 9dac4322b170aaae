/* Resolving a relative IRI against another. */
/* SPDX-License-Identifier: MIT */
#include "graph/query_iri.h"

#include <raptor2.h>

static bool
has_scheme(Slice iri) {
  size_t i = 0;
  while (i < iri.length &&
         ((iri.start[i] >= 'a' && iri.start[i] <= 'z') ||
          (iri.start[i] >= 'A' && iri.start[i] <= 'Z') ||
          (i > 0 && ((iri.start[i] >= '0' && iri.start[i] <= '9') ||
                     strchr("+-.", iri.start[i]) != NULL)))) {
    i++;
  }
  return i > 0 && i < iri.length && iri.start[i] == ':';
}

/* Raptor takes such steps out of the IRIs of graphs too. */
static bool
has_dots(Slice iri) {
  for (size_t i = 0; i + 1 < iri.length; i++) {
    if (iri.start[i] == '/' && iri.start[i + 1] == '.') {
      return true;
    }
  }
  return false;
}

AttStatus
att_query_iri_resolve(Arena* arena, Slice base, Slice reference, Slice* out) {
  if (has_scheme(reference) && !has_dots(reference)) {
    *out = reference;
    return ATT_OK;
  }
  /* Raptor wants NULs, and room for both and a slash between. */
  const size_t room = base.length + reference.length + 2;
  unsigned char* bytes = NULL;
  TRY(att_slice_copy(arena, base, &base));
  TRY(att_slice_copy(arena, reference, &reference));
  TRY(att_arena_alloc(arena, room, &bytes));
  const size_t length =
    raptor_uri_resolve_uri_reference((const unsigned char*)base.start,
                                     (const unsigned char*)reference.start,
                                     bytes, room);
  *out = (Slice){ (const char*)bytes, length };
  return ATT_OK;
}
