/* Facts: what a graph's literals are like, where Rasqal treats some wrongly. */
/* SPDX-License-Identifier: MIT */
#include "graph/facts.h"

#include "graph/store_view.h"

#define XSD_SPACE "http://www.w3.org/2001/XMLSchema#"

/* Types derived from xsd:integer. */
static const char* const narrow_types[] = { "nonPositiveInteger",
                                            "negativeInteger",
                                            "long",
                                            "int",
                                            "short",
                                            "byte",
                                            "unsignedLong",
                                            "unsignedInt",
                                            "unsignedShort",
                                            "unsignedByte",
                                            "nonNegativeInteger",
                                            "positiveInteger" };

#define NARROW_COUNT (sizeof narrow_types / sizeof *narrow_types)

bool
att_is_foreign(Slice text) {
  for (size_t i = 0; i < text.length; i++) {
    if ((unsigned char)text.start[i] >= 0x80) {
      return true;
    }
  }
  return false;
}

uint64_t
att_magnitude(Slice text) {
  const size_t sign =
    text.length > 0 && (text.start[0] == '-' || text.start[0] == '+');
  uint64_t number = 0;
  for (size_t i = sign; i < text.length; i++) {
    if (text.start[i] < '0' || text.start[i] > '9') {
      return 0;
    }
    if (number > UINT64_MAX / 100) {
      return UINT64_MAX;
    }
    number = number * 10 + (uint64_t)(text.start[i] - '0');
  }
  return number;
}

static void
text_see(LiteralFacts* facts, Slice text) {
  if (text.length == 0) {
    return;
  }
  facts->foreign = facts->foreign || att_is_foreign(text);
  facts->lines = facts->lines ||
                 memchr(text.start, '\n', text.length) != NULL ||
                 memchr(text.start, '\r', text.length) != NULL;
  for (size_t i = 0; facts->foreign && !facts->astral && i < text.length; i++) {
    facts->astral = (unsigned char)text.start[i] >= 0xF0;
  }
}

static void
type_see(LiteralFacts* facts, const RdfTerm* term) {
  const Slice space = SLICE(XSD_SPACE);
  if (!att_slice_starts(term->datatype, space)) {
    return;
  }
  const Slice type =
    att_slice_part(term->datatype, space.length, term->datatype.length);
  facts->booleans = facts->booleans || att_slice_is(type, "boolean");
  facts->dated = facts->dated || att_slice_is(type, "date");
  bool whole = att_slice_is(type, "integer");
  for (size_t i = 0; i < NARROW_COUNT && !whole; i++) {
    whole = att_slice_is(type, narrow_types[i]);
  }
  facts->aliased = facts->aliased || att_slice_is(type, "unsignedByte") ||
                   att_slice_is(type, "positiveInteger");
  const uint64_t magnitude = whole ? att_magnitude(term->value) : 0;
  facts->largest = magnitude > facts->largest ? magnitude : facts->largest;
}

void
att_facts_see(LiteralFacts* facts, const RdfTerm* term) {
  if (term->kind == RDF_LITERAL) {
    text_see(facts, term->value);
    facts->tagged = facts->tagged || term->language.length > 0;
    type_see(facts, term);
  }
}

LiteralFacts
att_facts_of(const AttGraph* graph) {
  if (att_graph_view(graph) != NULL) {
    return att_view_facts(att_graph_view(graph));
  }
  LiteralFacts facts = { .quads = att_graph_size(graph) };
  for (size_t i = 1; i <= att_graph_term_count(graph); i++) {
    const RdfTerm term = att_graph_term_of(graph, (TermId)i);
    att_facts_see(&facts, &term);
  }
  return facts;
}
