/* UTF-8: decoding, validity, counting, folding for comparison. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_BASE_UTF8_H
#define ATTACHE_BASE_UTF8_H

#include "base/slice.h"

/** Decodes the code point at `*at` (< text.length) and moves `*at` behind it.
 * An invalid byte gives UINT32_MAX and moves by one. */
uint32_t
att_utf8_next(Slice text, size_t* at);

/** Writes `code_point` to `out` (room for 4 bytes); the number of bytes. */
size_t
att_utf8_put(uint32_t code_point, char* out);

/** Bytes that start no continuation: the number of code points. */
size_t
att_utf8_count(Slice text);

bool
att_utf8_is_upper(uint32_t code_point);
bool
att_utf8_is_lower(uint32_t code_point);
bool
att_utf8_is_letter(uint32_t code_point);
bool
att_utf8_is_digit(uint32_t code_point);
/** Letters, digits and combining marks: what a word is made of. */
bool
att_utf8_is_word(uint32_t code_point);
/** White space of any kind, no-break space included. */
bool
att_utf8_is_space(uint32_t code_point);

/** Lower case, without diacritics or compatibility forms ("Élysée" ->
 * "elysee"): for comparing names. In the arena. */
AttStatus
att_utf8_fold(Arena* arena, Slice text, Slice* out);

/** Lower case only ("É" -> "é"). In the arena. */
AttStatus
att_utf8_lower(Arena* arena, Slice text, Slice* out);

/** Every letter in upper or lower case, one for one. In the arena. */
AttStatus
att_utf8_case(Arena* arena, Slice text, bool upper, Slice* out);

/** Whether `text` is UTF-8 that every RDF syntax can carry: no invalid byte, no
 * ASCII control but tab, line feed and carriage return, no U+FFFE or
 * U+FFFF. */
bool
att_utf8_is_clean(Slice text);

/** `text` with U+FFFD in place of each byte or character that is not clean.
 * In the arena, or `text` itself where nothing is to do. */
AttStatus
att_utf8_clean(Arena* arena, Slice text, Slice* out);

#endif
