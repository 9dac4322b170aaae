/* Letters: what a token is by its tag and its capital alone. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_LETTER_H
#define ATTACHE_READING_LETTER_H

#include "reading/document.h"

/** The letter of a token that no class of the lexicon and no name covers. */
char
att_letter_of_token(const Document* document, uint32_t token);

bool
att_letter_is_capital(const Document* document, uint32_t token);

/** Whether a capital at `token` says little: it starts a sentence or stands
 * behind a mark. */
bool
att_letter_is_start(const Document* document, uint32_t token);

#endif
