/* What Rasqal would answer wrongly, seen in the prepared query. */
/* SPDX-License-Identifier: MIT */
#include "graph/query_inspect.h"

#include "graph/rewrite.h"

#include <rasqal.h>

static AttStatus
refuse(const QuerySetting* setting, const char* reason) {
  att_report(setting->sink, ATT_ERROR, setting->place, "%s", reason);
  return ATT_QUERY;
}

/* Whether the query's text has `value` as a number, a word or a string. */
static bool
is_written(const Tokens* tokens, Slice value) {
  for (size_t i = 0; i < tokens->length; i++) {
    Slice text = tokens->items[i].text;
    if (tokens->items[i].kind == TOKEN_STRING && text.length >= 2) {
      text = att_slice_part(text, 1, text.length - 1);
    }
    if (att_slice_equals(text, value)) {
      return true;
    }
  }
  return false;
}

/* Rasqal spells some constants its own way, and so would not find them. */
static AttStatus
constant_check(rasqal_literal* literal, const QuerySetting* setting) {
  if (rasqal_literal_as_variable(literal) != NULL ||
      literal->datatype == NULL || literal->string == NULL ||
      rasqal_literal_get_rdf_term_type(literal) != RASQAL_LITERAL_STRING ||
      literal->type == RASQAL_LITERAL_UDT ||
      is_written(setting->tokens, att_slice((const char*)literal->string))) {
    return ATT_OK;
  }
  return refuse(setting,
                "A constant of a pattern is not spelt as Redland does, which "
                "would not find it; use a variable and FILTER");
}

static bool
is_true(const rasqal_triple* triple) {
  return triple->subject->type == RASQAL_LITERAL_URI &&
         att_slice_is(att_slice((const char*)raptor_uri_as_string(
                        triple->subject->value.uri)),
                      TRUE_IRI);
}

/* Whether the pattern matches nothing where there are no triples. */
static bool
needs_triples(rasqal_graph_pattern* pattern) {
  const rasqal_graph_pattern_operator kind =
    rasqal_graph_pattern_get_operator(pattern);
  if (kind == RASQAL_GRAPH_PATTERN_OPERATOR_BASIC) {
    const rasqal_triple* triple = NULL;
    for (int i = 0;
         (triple = rasqal_graph_pattern_get_triple(pattern, i)) != NULL; i++) {
      if (!is_true(triple)) {
        return true;
      }
    }
    return false;
  }
  if (kind == RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL) {
    return false;
  }
  const bool any = kind != RASQAL_GRAPH_PATTERN_OPERATOR_UNION;
  rasqal_graph_pattern* part = NULL;
  int count = 0;
  while ((part = rasqal_graph_pattern_get_sub_graph_pattern(pattern, count)) !=
         NULL) {
    if (needs_triples(part) == any) {
      return any;
    }
    count++;
  }
  return !any && count > 0;
}

static AttStatus
pattern_check(rasqal_graph_pattern* pattern, const QuerySetting* setting) {
  const rasqal_triple* triple = NULL;
  for (int i = 0;
       (triple = rasqal_graph_pattern_get_triple(pattern, i)) != NULL; i++) {
    TRY(constant_check(triple->object, setting));
  }
  rasqal_graph_pattern* part = NULL;
  for (int i = 0;
       (part = rasqal_graph_pattern_get_sub_graph_pattern(pattern, i)) != NULL;
       i++) {
    if (rasqal_graph_pattern_get_operator(pattern) ==
          RASQAL_GRAPH_PATTERN_OPERATOR_GRAPH &&
        !needs_triples(part)) {
      return refuse(setting,
                    "GRAPH without a triple pattern that must match is not "
                    "answered");
    }
    TRY(pattern_check(part, setting));
  }
  return ATT_OK;
}

AttStatus
att_query_inspect(rasqal_query* query, const QuerySetting* setting) {
  const rasqal_query_verb verb = rasqal_query_get_verb(query);
  if (verb != RASQAL_QUERY_VERB_SELECT && verb != RASQAL_QUERY_VERB_ASK &&
      verb != RASQAL_QUERY_VERB_CONSTRUCT) {
    return refuse(setting, "SELECT, ASK or CONSTRUCT is expected");
  }
  rasqal_graph_pattern* const root =
    rasqal_query_get_query_graph_pattern(query);
  return root == NULL ? ATT_OK : pattern_check(root, setting);
}
