/* The tongue: whether a text is in English. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_TONGUE_H
#define ATTACHE_READING_TONGUE_H

#include "reading/text.h"

/** Whether `text` can be read: not if it lacks the words that hold English
 * together. `claimed` is the language it says it is in ("en-GB"), or empty: a
 * text of a few words is believed, and one that claims another language must
 * show more of them. */
AttStatus
att_text_is_english(Arena* arena, const Ontology* ontology, const Text* text,
                    Slice claimed, bool* out);

#endif
