/* SHA-256: names made from content. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_SHA256_H
#define ATTACHE_BASE_SHA256_H

#include "base/slice.h"

#define SHA256_SIZE 32

/** The digest of `bytes` (FIPS 180-4). */
void
att_sha256(Slice bytes, unsigned char out[SHA256_SIZE]);

/** The first `digits` (at most 64) lower-case hexadecimal digits of the digest
 * of `bytes`, and a NUL, into `out` (room for `digits` + 1). */
void
att_sha256_hex(Slice bytes, size_t digits, char* out);

#endif
