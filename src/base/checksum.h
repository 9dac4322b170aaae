/* Checksums: whether bytes are those that were written. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_CHECKSUM_H
#define ATTACHE_BASE_CHECKSUM_H

#include "base/slice.h"

/** The checksum of `bytes`: against damage, not against malice. */
uint64_t
att_checksum(Slice bytes);

#endif
