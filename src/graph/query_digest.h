/* Digests of text, computed by Redland. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_QUERY_DIGEST_H
#define ATTACHE_GRAPH_QUERY_DIGEST_H

#include "base/slice.h"

typedef enum DigestKind {
  DIGEST_MD5,
  DIGEST_SHA1,
  DIGEST_SHA256,
  DIGEST_SHA384,
  DIGEST_SHA512
} DigestKind;

/** The digest of `text` in hexadecimal digits, in `arena`; empty, if Redland
 * was built without it. */
AttStatus
att_query_digest(Arena* arena, DigestKind kind, Slice text, Slice* out);

#endif
