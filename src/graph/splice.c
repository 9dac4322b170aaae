/* Splicing: a query copied token by token, with other text put between. */
/* SPDX-License-Identifier: MIT */
#include "graph/splice.h"

AttStatus
att_splice_put(Splice* splice, Slice slice) {
  for (size_t i = 0; i < slice.length; i++) {
    TRY(LIST_PUSH(splice->arena, &splice->text, slice.start[i]));
  }
  return ATT_OK;
}

AttStatus
att_splice_repeat(Splice* splice, Slice slice, size_t count) {
  for (size_t i = 0; i < count; i++) {
    TRY(att_splice_put(splice, slice));
  }
  return ATT_OK;
}

static size_t
begin_of(const Splice* splice, size_t at) {
  return at < splice->tokens->length ? splice->tokens->items[at].begin
                                     : splice->query.length;
}

AttStatus
att_splice_copy(Splice* splice, size_t at) {
  const size_t end = begin_of(splice, at);
  if (end > splice->copied) {
    TRY(att_splice_put(splice,
                       att_slice_part(splice->query, splice->copied, end)));
    splice->copied = end;
  }
  return ATT_OK;
}

void
att_splice_skip(Splice* splice, size_t at) {
  splice->copied = begin_of(splice, at);
}

Slice
att_splice_span(const Splice* splice, size_t first, size_t end) {
  if (first >= end) {
    return SLICE("");
  }
  const Token* const last = &splice->tokens->items[end - 1];
  return att_slice_part(splice->query, splice->tokens->items[first].begin,
                        last->begin + last->text.length);
}

AttStatus
att_splice_end(Splice* splice, Slice* out) {
  TRY(att_splice_copy(splice, splice->tokens->length));
  TRY(LIST_PUSH(splice->arena, &splice->text, '\0'));
  *out = (Slice){ splice->text.items, splice->text.length - 1 };
  return ATT_OK;
}
