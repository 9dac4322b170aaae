/* Glyphs: the classes of characters that cutting text into tokens needs. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_GLYPH_H
#define ATTACHE_LANGUAGE_GLYPH_H

#include "base/utf8.h"

/** The code point at `at`, or 0 at `end` and beyond. */
uint32_t
att_glyph_at(Slice text, size_t at, size_t end);

/** Where the code point at `at` (< `end`) ends, not beyond `end`. */
size_t
att_glyph_end(Slice text, size_t at, size_t end);

/** Where the code point that ends at `at` begins, not before `begin`. */
size_t
att_glyph_begin(Slice text, size_t begin, size_t at);

/** The code point that ends at `at`, or 0 at `begin`. */
uint32_t
att_glyph_before(Slice text, size_t begin, size_t at);

/** What words are made of; invisible characters too, which forms leave out. */
bool
att_glyph_is_word(uint32_t glyph);

bool
att_glyph_is_apostrophe(uint32_t glyph);

/** Hyphens that join; dashes do not. */
bool
att_glyph_is_hyphen(uint32_t glyph);

/** A quotation mark or a bracket that can end a sentence. */
bool
att_glyph_is_closer(uint32_t glyph);

/** A quotation mark or a bracket that can begin one. */
bool
att_glyph_is_opener(uint32_t glyph);

bool
att_glyph_is_break(uint32_t glyph);

#endif
