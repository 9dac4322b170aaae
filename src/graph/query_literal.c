/* Literals: terms as Rasqal holds them, behind the door to Redland. */
/* SPDX-License-Identifier: MIT */
#include "graph/query_literal.h"

#include <rasqal.h>

#define XSD_SPACE "http://www.w3.org/2001/XMLSchema#"

Slice
att_uri_slice(raptor_uri* uri) {
  if (uri == NULL) {
    return (Slice){ "", 0 };
  }
  size_t length = 0;
  const unsigned char* const text = raptor_uri_as_counted_string(uri, &length);
  return (Slice){ (const char*)text, length };
}

RdfTerm
att_literal_term(rasqal_literal* literal) {
  RdfTerm term = { 0 };
  switch (rasqal_literal_get_rdf_term_type(literal)) {
  case RASQAL_LITERAL_URI:
    term.kind = RDF_IRI;
    term.value = att_uri_slice(literal->value.uri);
    break;
  case RASQAL_LITERAL_BLANK:
    term.kind = RDF_BLANK;
    term.value = att_slice((const char*)literal->string);
    break;
  case RASQAL_LITERAL_STRING:
    term.kind = RDF_LITERAL;
    term.value = att_slice((const char*)literal->string);
    term.datatype = att_uri_slice(literal->datatype);
    if (literal->language != NULL) {
      term.language = att_slice(literal->language);
    }
    break;
  default:
    break;
  }
  return term;
}

static char*
text_copy(Slice text) {
  char* const copy = rasqal_alloc_memory(text.length + 1);
  if (copy != NULL) {
    memcpy(copy, text.start, text.length);
    copy[text.length] = '\0';
  }
  return copy;
}

raptor_uri*
att_uri_new(rasqal_world* world, Slice iri) {
  return raptor_new_uri_from_counted_string(rasqal_world_get_raptor(world),
                                            (const unsigned char*)iri.start,
                                            iri.length);
}

/* Rasqal takes literals of two types for no numbers; it is given a wider type
 * that it knows, and what it gives back is told by its spelling. */
static Slice
datatype_for(Slice datatype) {
  if (att_slice_is(datatype, XSD_SPACE "positiveInteger")) {
    return SLICE(XSD_SPACE "nonNegativeInteger");
  }
  return att_slice_is(datatype, XSD_SPACE "unsignedByte")
           ? SLICE(XSD_SPACE "unsignedShort")
           : datatype;
}

/* Rasqal owns what it is given even when it fails. */
rasqal_literal*
att_literal_new(rasqal_world* world, const RdfTerm* term) {
  if (term->kind == RDF_IRI) {
    raptor_uri* const uri = att_uri_new(world, term->value);
    return uri == NULL ? NULL : rasqal_new_uri_literal(world, uri);
  }
  unsigned char* const text = (unsigned char*)text_copy(term->value);
  if (text == NULL) {
    return NULL;
  }
  if (term->kind == RDF_BLANK) {
    return rasqal_new_simple_literal(world, RASQAL_LITERAL_BLANK, text);
  }
  char* const language =
    term->language.length > 0 ? text_copy(term->language) : NULL;
  raptor_uri* const datatype =
    term->datatype.length > 0 ? att_uri_new(world, datatype_for(term->datatype))
                              : NULL;
  return rasqal_new_string_literal(world, text, language, datatype, NULL);
}
