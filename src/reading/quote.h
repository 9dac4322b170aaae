/* Quotes: the words between quotation marks. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_QUOTE_H
#define ATTACHE_READING_QUOTE_H

#include "reading/document.h"

/** The tokens inside a pair of marks, which may span sentences. */
typedef struct Quote {
  uint32_t first;
  uint32_t end;
  bool open; /**< No mark closes it. */
} Quote;

typedef struct Quotes {
  LIST(Quote) items;
  uint32_t* of_token; /**< [token]: the quote it is inside of, or NOTHING. */
} Quotes;

/** Finds what stands in double quotation marks, straight or typographic,
 * within one paragraph; a mark left open ends with it. */
AttStatus
att_quotes_find(Arena* arena, const Document* document, Quotes* out);

#endif
