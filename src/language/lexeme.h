/* Lexemes: where tokens end inside a run of text without a space. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_LEXEME_H
#define ATTACHE_LANGUAGE_LEXEME_H

#include "base/slice.h"

/** A run of text without a space, while it is being cut up. */
typedef struct Chunk {
  Slice text;        /**< The whole text; positions are bytes of it. */
  size_t begin;      /**< Where the chunk begins. */
  size_t end;        /**< Where it ends. */
  size_t mail_begin; /**< Where the next e-mail address can begin. */
  size_t mail_sign;  /**< Where its "@" is; `end` if there is none. */
} Chunk;

/** The chunk of bytes `begin` up to `end`; not empty. */
Chunk
att_chunk_begin(Slice text, size_t begin, size_t end);

/** Where the lexeme that begins at `at` ends: a word with its inner marks, a
 * number, an address, or punctuation. A full stop behind a word is left out.
 * Called with growing `at`, takes linear time in all. */
size_t
att_lexeme_end(Chunk* chunk, size_t at);

/** Where to cut the lexeme `begin` up to `end` next: behind the word that a
 * clitic leans on ("do" of "don't", "can" of "cannot", "10" of "10am"), or at
 * its end. */
size_t
att_lexeme_cut(const Chunk* chunk, size_t begin, size_t end);

/** Whether the word `begin` up to `end` is one or more single letters joined
 * by full stops ("J", "U.S", "Ph.D"), so that the next full stop is its own. */
bool
att_lexeme_is_initials(const Chunk* chunk, size_t begin, size_t end);

#endif
