/* Quotes: the words between quotation marks. */
/* SPDX-License-Identifier: MIT */
#include "reading/quote.h"

#include "base/utf8.h"

typedef enum Mark { MARK_NONE, MARK_OPEN, MARK_CLOSE, MARK_EITHER } Mark;

static Mark
mark_of(const Document* document, uint32_t token) {
  const Token* const item = &document->tokens.items.items[token];
  const Slice text =
    att_slice_part(document->text->clean, item->begin, item->end);
  if (att_slice_is(text, "``")) {
    return MARK_OPEN;
  }
  if (att_slice_is(text, "''")) {
    return MARK_EITHER;
  }
  size_t at = 0;
  const uint32_t code_point = att_utf8_next(text, &at);
  if (at != text.length) {
    return MARK_NONE;
  }
  switch (code_point) {
  case 0x201C:
  case 0xAB:
    return MARK_OPEN;
  case 0x201D:
  case 0xBB:
    return MARK_CLOSE;
  case '"':
    return MARK_EITHER;
  default:
    return MARK_NONE;
  }
}

static AttStatus
quote_close(Arena* arena, Quotes* quotes, Quote quote) {
  if (quote.end <= quote.first) {
    return ATT_OK;
  }
  for (uint32_t i = quote.first; i < quote.end; i++) {
    quotes->of_token[i] = (uint32_t)quotes->items.length;
  }
  return LIST_PUSH(arena, &quotes->items, quote);
}

AttStatus
att_quotes_find(Arena* arena, const Document* document, Quotes* out) {
  const uint32_t count = (uint32_t)document->tokens.items.length;
  *out = (Quotes){ 0 };
  TRY(att_arena_alloc(arena, (count + 1) * sizeof(uint32_t), &out->of_token));
  uint32_t open = NOTHING;
  uint32_t paragraph = 0;
  for (uint32_t i = 0; i < count; i++) {
    out->of_token[i] = NOTHING;
    const uint32_t now = document->paragraph[document->sentence_of[i]];
    if (now != paragraph && open != NOTHING) {
      TRY(quote_close(arena, out, (Quote){ open, i, true }));
      open = NOTHING;
    }
    paragraph = now;
    const Mark mark = mark_of(document, i);
    if (mark == MARK_NONE) {
      continue;
    }
    const bool opens =
      mark == MARK_OPEN || (mark == MARK_EITHER && open == NOTHING);
    if (open != NOTHING && !opens) {
      TRY(quote_close(arena, out, (Quote){ open, i, false }));
      open = NOTHING;
    } else if (opens) {
      open = i + 1;
    }
  }
  return open == NOTHING
           ? ATT_OK
           : quote_close(arena, out, (Quote){ open, count, true });
}
