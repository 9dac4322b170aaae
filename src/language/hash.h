/* Hashing of features: mixes one number into another. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_HASH_H
#define ATTACHE_LANGUAGE_HASH_H

#include <stdint.h>

#define HASH_SEED 0xcbf29ce484222325U

/** `hash` with `value` mixed in. Trained models depend on it. */
static inline uint64_t
hash_mix(uint64_t hash, uint64_t value) {
  const uint64_t product = (hash ^ value) * 0x9e3779b97f4a7c15U;
  return product ^ (product >> 32);
}

#endif
