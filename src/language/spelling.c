/* A spelling: what the letters of a form tell the tagger and the parser. */
/* SPDX-License-Identifier: MIT */
#include "language/spelling.h"

#include "language/hash.h"

/* Longer numbers than this many bytes look alike. */
#define NUMBER_LENGTH 5

static bool
is_upper(unsigned char byte) {
  return byte >= 'A' && byte <= 'Z';
}

static bool
is_lower(unsigned char byte) {
  return byte >= 'a' && byte <= 'z';
}

static bool
is_digit(unsigned char byte) {
  return byte >= '0' && byte <= '9';
}

static unsigned char
to_lower(unsigned char byte) {
  return is_upper(byte) ? (unsigned char)(byte + ('a' - 'A')) : byte;
}

static unsigned char
to_word(unsigned char byte) {
  return is_digit(byte) ? '0' : to_lower(byte);
}

static unsigned char
to_kind(unsigned char byte) {
  if (is_upper(byte)) {
    return 'X';
  }
  if (is_lower(byte)) {
    return 'x';
  }
  if (is_digit(byte)) {
    return 'd';
  }
  return byte >= 0x80 ? 'u' : byte;
}

static uint64_t
shape_hash(Slice form) {
  uint64_t hash = HASH_SEED;
  unsigned char last = 0;
  unsigned run = 0;
  for (size_t i = 0; i < form.length; i++) {
    const unsigned char kind = to_kind((unsigned char)form.start[i]);
    run = kind == last ? run + 1 : 1;
    last = kind;
    if (run <= 2) {
      hash = hash_mix(hash, kind);
    }
  }
  return hash;
}

static uint64_t
part_hash(Slice form, size_t begin, size_t end) {
  uint64_t hash = hash_mix(HASH_SEED, end - begin);
  for (size_t i = begin; i < end; i++) {
    hash = hash_mix(hash, to_word((unsigned char)form.start[i]));
  }
  return hash;
}

static Capitals
capitals_of(Slice form) {
  if (form.length == 0 || !is_upper((unsigned char)form.start[0])) {
    return CAPITALS_NONE;
  }
  for (size_t i = 1; i < form.length; i++) {
    if (is_lower((unsigned char)form.start[i])) {
      return CAPITALS_FIRST;
    }
  }
  return form.length > 1 ? CAPITALS_ALL : CAPITALS_FIRST;
}

static bool
is_in_number(unsigned char byte) {
  return is_digit(byte) || byte == '.' || byte == ',' || byte == '-' ||
         byte == ':' || byte == '/';
}

static void
whole_hashes(Slice form, Spelling* out) {
  uint64_t exact = HASH_SEED;
  uint64_t lower = HASH_SEED;
  uint64_t word = HASH_SEED;
  bool number = true;
  for (size_t i = 0; i < form.length; i++) {
    const unsigned char byte = (unsigned char)form.start[i];
    exact = hash_mix(exact, byte);
    lower = hash_mix(lower, to_lower(byte));
    word = hash_mix(word, to_word(byte));
    out->digit = out->digit || is_digit(byte);
    out->hyphen = out->hyphen || (byte == '-' && form.length > 1);
    number = number && is_in_number(byte);
  }
  out->form = exact;
  out->lower = lower;
  out->word = word;
  if (number && out->digit) {
    const size_t length =
      form.length < NUMBER_LENGTH ? form.length : NUMBER_LENGTH;
    out->word = hash_mix(hash_mix(HASH_SEED, '#'), length);
  }
}

void
att_spelling_read(Slice form, Spelling* out) {
  *out = (Spelling){ .shape = shape_hash(form), .capitals = capitals_of(form) };
  whole_hashes(form, out);
  for (size_t i = 1; i <= SPELLING_SUFFIXES && i <= form.length; i++) {
    out->suffixes[i - 1] = part_hash(form, form.length - i, form.length);
  }
  for (size_t i = 1; i <= SPELLING_PREFIXES && i <= form.length; i++) {
    out->prefixes[i - 1] = part_hash(form, 0, i);
  }
}
