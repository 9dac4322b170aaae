/* SHA-256: names made from content. */
/* SPDX-License-Identifier: MIT */
#include "base/sha256.h"

#include <assert.h>

#define BLOCK 64

/* The first 32 bits of the fractions of the cube roots of the first 64
 * primes. */
static const uint32_t constants[BLOCK] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
  0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
  0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
  0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
  0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
  0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t
rotate(uint32_t word, unsigned bits) {
  return word >> bits | word << (32 - bits);
}

static void
schedule_fill(const unsigned char* block, uint32_t words[BLOCK]) {
  for (size_t i = 0; i < 16; i++) {
    words[i] = (uint32_t)block[i * 4] << 24 | (uint32_t)block[i * 4 + 1] << 16 |
               (uint32_t)block[i * 4 + 2] << 8 | block[i * 4 + 3];
  }
  for (size_t i = 16; i < BLOCK; i++) {
    const uint32_t a = words[i - 15];
    const uint32_t b = words[i - 2];
    words[i] = words[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
               words[i - 7] + (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
  }
}

static void
block_add(uint32_t state[8], const unsigned char* block) {
  uint32_t words[BLOCK];
  schedule_fill(block, words);
  uint32_t v[8];
  memcpy(v, state, sizeof v);
  for (size_t i = 0; i < BLOCK; i++) {
    const uint32_t mix =
      v[7] + (rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)) +
      ((v[4] & v[5]) ^ (~v[4] & v[6])) + constants[i] + words[i];
    const uint32_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
    const uint32_t sum =
      (rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)) + majority;
    memmove(v + 1, v, 7 * sizeof v[0]);
    v[4] += mix;
    v[0] = mix + sum;
  }
  for (size_t i = 0; i < 8; i++) {
    state[i] += v[i];
  }
}

/* The rest of the message, a one bit, zeros, and the length in bits. */
static void
tail_add(uint32_t state[8], Slice bytes) {
  unsigned char tail[2 * BLOCK] = { 0 };
  const size_t rest = bytes.length % BLOCK;
  if (rest > 0) {
    memcpy(tail, bytes.start + bytes.length - rest, rest);
  }
  tail[rest] = 0x80;
  const size_t end = rest + 9 <= BLOCK ? BLOCK : sizeof tail;
  uint64_t bits = (uint64_t)bytes.length * 8;
  for (size_t i = end; bits > 0; bits >>= 8) {
    tail[--i] = (unsigned char)(bits & 0xFF);
  }
  for (size_t at = 0; at < end; at += BLOCK) {
    block_add(state, tail + at);
  }
}

void
att_sha256(Slice bytes, unsigned char out[SHA256_SIZE]) {
  uint32_t state[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
  for (size_t at = 0; at + BLOCK <= bytes.length; at += BLOCK) {
    block_add(state, (const unsigned char*)bytes.start + at);
  }
  tail_add(state, bytes);
  for (size_t i = 0; i < SHA256_SIZE; i++) {
    out[i] = (unsigned char)(state[i / 4] >> (24 - i % 4 * 8) & 0xFF);
  }
}

void
att_sha256_hex(Slice bytes, size_t digits, char* out) {
  static const char hex[] = "0123456789abcdef";
  assert(digits <= (size_t)2 * SHA256_SIZE);
  unsigned char digest[SHA256_SIZE];
  att_sha256(bytes, digest);
  for (size_t i = 0; i < digits; i++) {
    out[i] = hex[digest[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15];
  }
  out[digits] = '\0';
}
