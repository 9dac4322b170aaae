/* Functions of terms: what they are, and making them. */
/* SPDX-License-Identifier: MIT */
#include "graph/expression.h"
#include "graph/query_iri.h"

#include <inttypes.h>
#include <stdio.h>

#define RDF_LANG_STRING "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

static bool
iri_give(Slice iri, Value* out) {
  *out =
    (Value){ .kind = VALUE_IRI, .term = { .kind = RDF_IRI, .value = iri } };
  return true;
}

static bool
copied(Run* run, const char* text, Slice* out) {
  const AttStatus status = att_slice_copy(&run->scratch, att_slice(text), out);
  return status == ATT_OK || att_run_fail(run, status);
}

static bool
str(const Call* call, Value* out) {
  const Value* const value = &call->arguments[0];
  *out = att_value_string(value->term.value);
  return value->kind != VALUE_BLANK;
}

static bool
datatype(const Call* call, Value* out) {
  const Value* const value = &call->arguments[0];
  if (!att_value_is_literal(value)) {
    return false;
  }
  if (value->kind == VALUE_TEXT) {
    return iri_give(SLICE(RDF_LANG_STRING), out);
  }
  return iri_give(value->term.datatype.length > 0 ? value->term.datatype
                                                  : SLICE(XSD_SPACE "string"),
                  out);
}

static char
lowered(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* A range is a tag, or the beginning of one; * is any. */
static bool
lang_matches(const Call* call, Value* out) {
  const Value* const tag_value = &call->arguments[0];
  const Value* const range_value = &call->arguments[1];
  const Slice tag = tag_value->term.value;
  const Slice range = range_value->term.value;
  if (tag_value->kind != VALUE_STRING || range_value->kind != VALUE_STRING) {
    return false;
  }
  bool matches = range.length <= tag.length && range.length > 0 &&
                 (range.length == tag.length || tag.start[range.length] == '-');
  for (size_t i = 0; matches && i < range.length; i++) {
    matches = lowered(tag.start[i]) == lowered(range.start[i]);
  }
  if (att_slice_is(range, "*")) {
    matches = tag.length > 0;
  }
  *out = att_value_boolean(matches);
  return true;
}

static bool
iri(Run* run, const Call* call, Value* out) {
  const Value* const value = &call->arguments[0];
  Slice resolved;
  if (value->kind == VALUE_IRI) {
    *out = *value;
    return true;
  }
  if (value->kind != VALUE_STRING) {
    return false;
  }
  const AttStatus status = att_query_iri_resolve(&run->scratch, run->base,
                                                 value->term.value, &resolved);
  return status == ATT_OK ? iri_give(resolved, out) : att_run_fail(run, status);
}

/* A new blank node; for a name, one for each row. */
static bool
bnode(Run* run, const Call* call, Value* out) {
  char label[64];
  if (call->count == 0) {
    (void)snprintf(label, sizeof label, "attacheN%" PRIu64, run->blanks++);
  } else if (call->arguments[0].kind == VALUE_STRING) {
    (void)snprintf(label, sizeof label, "attacheR%" PRIu64 "x%" PRIx64,
                   run->solutions,
                   att_slice_hash(call->arguments[0].term.value));
  } else {
    return false;
  }
  *out = (Value){ .kind = VALUE_BLANK, .term = { .kind = RDF_BLANK } };
  return copied(run, label, &out->term.value);
}

static bool
strdt(const Call* call, Value* out) {
  const Value* const text = &call->arguments[0];
  const Value* const type = &call->arguments[1];
  if (text->kind != VALUE_STRING || type->kind != VALUE_IRI) {
    return false;
  }
  RdfTerm term = text->term;
  if (!att_slice_is(type->term.value, XSD_SPACE "string")) {
    term.datatype = type->term.value;
  }
  *out = att_value_of(&term);
  return true;
}

static bool
strlang(const Call* call, Value* out) {
  const Value* const text = &call->arguments[0];
  const Value* const tag = &call->arguments[1];
  if (text->kind != VALUE_STRING || tag->kind != VALUE_STRING ||
      tag->term.value.length == 0) {
    return false;
  }
  RdfTerm term = text->term;
  term.language = tag->term.value;
  *out = att_value_of(&term);
  return true;
}

static bool
same_term(const Call* call, Value* out) {
  const RdfTerm* const left = &call->arguments[0].term;
  const RdfTerm* const right = &call->arguments[1].term;
  *out = att_value_boolean(left->kind == right->kind &&
                           att_slice_equals(left->value, right->value) &&
                           att_slice_equals(left->datatype, right->datatype) &&
                           att_slice_equals(left->language, right->language));
  return true;
}

/* The next number of a generator (splitmix64). */
static uint64_t
random_next(Run* run) {
  run->random += 0x9e3779b97f4a7c15U;
  uint64_t mixed = run->random;
  mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebU;
  return mixed ^ mixed >> 31;
}

static bool
uuid(Run* run, const Call* call, Value* out) {
  char text[64];
  const uint64_t high = random_next(run);
  const uint64_t low = random_next(run);
  const bool is_iri = call->function == FUNCTION_UUID;
  (void)snprintf(text, sizeof text,
                 "%s%08" PRIx64 "-%04" PRIx64 "-4%03" PRIx64 "-%04" PRIx64
                 "-%012" PRIx64,
                 is_iri ? "urn:uuid:" : "", high >> 32, high >> 16 & 0xFFFF,
                 high & 0xFFF, (low >> 48 & 0x3FFF) | 0x8000,
                 low & 0xFFFFFFFFFFFF);
  Slice copy;
  if (!copied(run, text, &copy)) {
    return false;
  }
  *out = att_value_string(copy);
  return is_iri ? iri_give(copy, out) : true;
}

static bool
now(Run* run, Value* out) {
  char text[DECIMAL_TEXT];
  RdfTerm term = { .kind = RDF_LITERAL,
                   .datatype = SLICE(XSD_SPACE "dateTime") };
  (void)att_moment_format(run->begun, text);
  if (!copied(run, text, &term.value)) {
    return false;
  }
  *out = att_value_of(&term);
  return true;
}

static bool
kind_call(const Call* call, Value* out) {
  const Value* const value = &call->arguments[0];
  bool is = false;
  switch (call->function) {
  case FUNCTION_ISIRI:
    is = value->kind == VALUE_IRI;
    break;
  case FUNCTION_ISBLANK:
    is = value->kind == VALUE_BLANK;
    break;
  case FUNCTION_ISLITERAL:
    is = att_value_is_literal(value);
    break;
  default:
    is = att_value_is_number(value);
    break;
  }
  *out = att_value_boolean(is);
  return true;
}

bool
att_call_term(Run* run, const Call* call, Value* out) {
  switch (call->function) {
  case FUNCTION_STR:
    return str(call, out);
  case FUNCTION_LANG:
    *out = att_value_string(call->arguments[0].term.language);
    return att_value_is_literal(&call->arguments[0]);
  case FUNCTION_LANGMATCHES:
    return lang_matches(call, out);
  case FUNCTION_DATATYPE:
    return datatype(call, out);
  case FUNCTION_IRI:
    return iri(run, call, out);
  case FUNCTION_BNODE:
    return bnode(run, call, out);
  case FUNCTION_STRDT:
    return strdt(call, out);
  case FUNCTION_STRLANG:
    return strlang(call, out);
  case FUNCTION_SAMETERM:
    return same_term(call, out);
  case FUNCTION_RAND:
    *out =
      att_value_real(VALUE_DOUBLE, (double)(random_next(run) >> 11) * 0x1p-53);
    return true;
  case FUNCTION_NOW:
    return now(run, out);
  case FUNCTION_UUID:
  case FUNCTION_STRUUID:
    return uuid(run, call, out);
  default:
    return kind_call(call, out);
  }
}
