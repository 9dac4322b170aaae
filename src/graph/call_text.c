/* Functions of text. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "graph/expression.h"

#include <math.h>

static bool
is_text(const Value* value) {
  return value->kind == VALUE_STRING || value->kind == VALUE_TEXT;
}

bool
att_value_text_like(const Value* like, Slice text, Value* out) {
  *out = att_value_string(text);
  out->kind = like->kind;
  out->term.language = like->term.language;
  return true;
}

/* Whether the second may be sought in the first. */
static bool
are_compatible(const Value* text, const Value* part) {
  return is_text(text) && is_text(part) &&
         (part->kind == VALUE_STRING ||
          att_slice_equals(text->term.language, part->term.language));
}

/* Where `part` first stands in `text`; SIZE_MAX: nowhere. */
static size_t
find(Slice text, Slice part) {
  for (size_t i = 0; i + part.length <= text.length; i++) {
    if (part.length == 0 ||
        memcmp(text.start + i, part.start, part.length) == 0) {
      return i;
    }
  }
  return SIZE_MAX;
}

static bool
concat(Run* run, const Call* call, Value* out) {
  size_t length = 0;
  bool same = call->count > 0;
  for (size_t i = 0; i < call->count; i++) {
    if (!is_text(&call->arguments[i])) {
      return false;
    }
    length += call->arguments[i].term.value.length;
    same = same && call->arguments[i].kind == call->arguments[0].kind &&
           att_slice_equals(call->arguments[i].term.language,
                            call->arguments[0].term.language);
  }
  char* bytes = NULL;
  const AttStatus status = att_arena_alloc(&run->scratch, length, &bytes);
  if (status != ATT_OK) {
    return att_run_fail(run, status);
  }
  size_t at = 0;
  for (size_t i = 0; i < call->count; i++) {
    const Slice part = call->arguments[i].term.value;
    if (part.length > 0) {
      memcpy(bytes + at, part.start, part.length);
    }
    at += part.length;
  }
  const Value plain = att_value_string(SLICE(""));
  return att_value_text_like(same ? &call->arguments[0] : &plain,
                             (Slice){ bytes, length }, out);
}

/* Characters whose position, from 1, is at least `first` and less than `end`.
 */
static Slice
characters(Slice text, double first, double end) {
  size_t from = SIZE_MAX;
  size_t to = 0;
  double position = 1;
  for (size_t i = 0; i < text.length; position++) {
    const size_t begin = i;
    (void)att_utf8_next(text, &i);
    if (position >= first && position < end) {
      from = from == SIZE_MAX ? begin : from;
      to = i;
    }
  }
  return from == SIZE_MAX ? (Slice){ "", 0 } : att_slice_part(text, from, to);
}

static bool
substr(const Call* call, Value* out) {
  const Value* const text = &call->arguments[0];
  if (!is_text(text) || !att_value_is_number(&call->arguments[1]) ||
      (call->count > 2 && !att_value_is_number(&call->arguments[2]))) {
    return false;
  }
  const double first = floor(att_value_to_double(&call->arguments[1]) + 0.5);
  const double count = call->count > 2
                         ? floor(att_value_to_double(&call->arguments[2]) + 0.5)
                         : INFINITY;
  return att_value_text_like(text,
                             characters(text->term.value, first, first + count),
                             out);
}

static bool
case_change(Run* run, const Call* call, Value* out) {
  const Value* const text = &call->arguments[0];
  Slice changed;
  if (!is_text(text)) {
    return false;
  }
  const AttStatus status =
    att_utf8_case(&run->scratch, text->term.value,
                  call->function == FUNCTION_UCASE, &changed);
  return status == ATT_OK ? att_value_text_like(text, changed, out)
                          : att_run_fail(run, status);
}

static bool
encode(Run* run, const Call* call, Value* out) {
  static const char digits[] = "0123456789ABCDEF";
  const Slice text = call->arguments[0].term.value;
  char* bytes = NULL;
  size_t length = 0;
  if (!is_text(&call->arguments[0])) {
    return false;
  }
  const AttStatus status =
    att_arena_alloc(&run->scratch, text.length * 3, &bytes);
  if (status != ATT_OK) {
    return att_run_fail(run, status);
  }
  for (size_t i = 0; i < text.length; i++) {
    const char c = text.start[i];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
        (c >= '0' && c <= '9') || memchr("-_.~", c, 4) != NULL) {
      bytes[length++] = c;
    } else {
      bytes[length++] = '%';
      bytes[length++] = digits[(unsigned char)c >> 4];
      bytes[length++] = digits[(unsigned char)c & 15];
    }
  }
  *out = att_value_string((Slice){ bytes, length });
  return true;
}

/* STRBEFORE and STRAFTER. */
static bool
side(const Call* call, Value* out) {
  const Slice text = call->arguments[0].term.value;
  const Slice part = call->arguments[1].term.value;
  const size_t at = find(text, part);
  if (at == SIZE_MAX) {
    *out = att_value_string(SLICE(""));
    return true;
  }
  return att_value_text_like(&call->arguments[0],
                             call->function == FUNCTION_STRBEFORE
                               ? att_slice_part(text, 0, at)
                               : att_slice_part(text, at + part.length,
                                                text.length),
                             out);
}

static bool
part_call(const Call* call, Value* out) {
  const Slice text = call->arguments[0].term.value;
  const Slice part = call->arguments[1].term.value;
  if (!are_compatible(&call->arguments[0], &call->arguments[1])) {
    return false;
  }
  switch (call->function) {
  case FUNCTION_CONTAINS:
    *out = att_value_boolean(find(text, part) != SIZE_MAX);
    return true;
  case FUNCTION_STRSTARTS:
    *out = att_value_boolean(att_slice_starts(text, part));
    return true;
  case FUNCTION_STRENDS:
    *out = att_value_boolean(att_slice_ends(text, part));
    return true;
  default:
    return side(call, out);
  }
}

bool
att_call_text(Run* run, const Call* call, Value* out) {
  switch (call->function) {
  case FUNCTION_CONCAT:
    return concat(run, call, out);
  case FUNCTION_SUBSTR:
    return substr(call, out);
  case FUNCTION_STRLEN:
    *out =
      att_value_integer((int64_t)att_utf8_count(call->arguments[0].term.value));
    return is_text(&call->arguments[0]);
  case FUNCTION_UCASE:
  case FUNCTION_LCASE:
    return case_change(run, call, out);
  case FUNCTION_ENCODE_FOR_URI:
    return encode(run, call, out);
  default:
    return part_call(call, out);
  }
}
