/* Rows: the answer to a query, out of SPARQL's JSON (a door to Jansson). */
/* SPDX-License-Identifier: MIT */
#include "remote/rows.h"

#include <jansson.h>

#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

/* A member that is a string, in the arena; empty if there is none. */
static AttStatus
string_take(Arena* arena, const json_t* object, const char* name, Slice* out) {
  const json_t* const value = json_object_get(object, name);
  *out = SLICE("");
  if (!json_is_string(value)) {
    return ATT_OK;
  }
  const Slice text = { json_string_value(value), json_string_length(value) };
  return att_slice_copy(arena, text, out);
}

/* Virtuoso calls literals with a datatype by a name of its own. */
static RdfKind
kind_of(Slice type) {
  if (att_slice_is(type, "uri")) {
    return RDF_IRI;
  }
  if (att_slice_is(type, "bnode")) {
    return RDF_BLANK;
  }
  return att_slice_is(type, "literal") || att_slice_is(type, "typed-literal")
           ? RDF_LITERAL
           : RDF_NONE;
}

static AttStatus
term_take(Arena* arena, const json_t* binding, RdfTerm* out) {
  RdfTerm term = { 0 };
  Slice type;
  if (binding == NULL) {
    *out = term;
    return ATT_OK;
  }
  TRY(string_take(arena, binding, "type", &type));
  TRY(string_take(arena, binding, "value", &term.value));
  TRY(string_take(arena, binding, "datatype", &term.datatype));
  TRY(string_take(arena, binding, "xml:lang", &term.language));
  term.kind = kind_of(type);
  if (term.language.length > 0 || att_slice_is(term.datatype, XSD_STRING)) {
    term.datatype = SLICE("");
  }
  *out = term;
  return term.kind == RDF_NONE ? ATT_INPUT : ATT_OK;
}

static AttStatus
names_take(Arena* arena, const json_t* head, Rows* rows) {
  const json_t* const names = json_object_get(head, "vars");
  for (size_t i = 0; i < json_array_size(names); i++) {
    const json_t* const name = json_array_get(names, i);
    Slice copy;
    if (!json_is_string(name)) {
      return ATT_INPUT;
    }
    TRY(att_slice_copy(arena, att_slice(json_string_value(name)), &copy));
    TRY(LIST_PUSH(arena, &rows->names, copy));
  }
  return ATT_OK;
}

static AttStatus
bindings_take(Arena* arena, const json_t* bindings, Rows* rows) {
  if (!json_is_array(bindings)) {
    return ATT_INPUT;
  }
  rows->count = json_array_size(bindings);
  for (size_t i = 0; i < rows->count; i++) {
    const json_t* const row = json_array_get(bindings, i);
    for (size_t j = 0; j < rows->names.length; j++) {
      RdfTerm term;
      TRY(term_take(arena, json_object_get(row, rows->names.items[j].start),
                    &term));
      TRY(LIST_PUSH(arena, &rows->terms, term));
    }
  }
  return ATT_OK;
}

/* Virtuoso 7 answers ASK with a row that holds 1 in a column of this name, or
 * with none. */
static void
ask_see(Rows* rows) {
  if (rows->names.length == 1 &&
      att_slice_is(rows->names.items[0], "__ASK_RETVAL")) {
    rows->asked = true;
    rows->yes =
      rows->count > 0 && !att_slice_is(rows->terms.items[0].value, "0");
  }
}

static AttStatus
root_take(Arena* arena, const json_t* root, Rows* rows) {
  const json_t* const yes = json_object_get(root, "boolean");
  if (json_is_boolean(yes)) {
    rows->asked = true;
    rows->yes = json_is_true(yes);
    return ATT_OK;
  }
  TRY(names_take(arena, json_object_get(root, "head"), rows));
  const json_t* const results = json_object_get(root, "results");
  TRY(bindings_take(arena, json_object_get(results, "bindings"), rows));
  ask_see(rows);
  return ATT_OK;
}

AttStatus
att_rows_read(Arena* arena, Slice json, Rows* out) {
  Rows rows = { 0 };
  json_t* const root =
    json_loadb(json.start, json.length, JSON_ALLOW_NUL, NULL);
  const AttStatus status =
    root == NULL ? ATT_INPUT : root_take(arena, root, &rows);
  json_decref(root);
  TRY(status);
  *out = rows;
  return ATT_OK;
}
