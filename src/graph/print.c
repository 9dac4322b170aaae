/* Printing graphs: the syntaxes that are text, written by ourselves. */
/* SPDX-License-Identifier: MIT */
#include "graph/print.h"

#include "base/ink.h"
#include "graph/order.h"
#include "graph/prefix.h"

#include <stdlib.h>

#define RDF_SPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define XSD_SPACE "http://www.w3.org/2001/XMLSchema#"

typedef struct Printing {
  const AttGraph* graph;
  const Quad* quads;
  size_t count;
  Prefixes prefixes; /* none but in Turtle and TriG */
  TermId type;       /* rdf:type, or 0 */
  Ink ink;
} Printing;

static void
text_put(Printing* printing, const char* text) {
  ink_put(&printing->ink, att_slice(text));
}

static void
slice_put(Printing* printing, Slice slice) {
  ink_put(&printing->ink, slice);
}

/* A graph holds no IRI that needs an escape. */
static void
iri_put(Printing* printing, Slice iri) {
  const Prefix* const prefix = att_prefixes_match(&printing->prefixes, iri);
  if (prefix != NULL) {
    slice_put(printing, prefix->name);
    text_put(printing, ":");
    slice_put(printing, att_slice_part(iri, prefix->space.length, iri.length));
    return;
  }
  text_put(printing, "<");
  slice_put(printing, iri);
  text_put(printing, ">");
}

/* What stands for `byte` in a quoted literal; NULL: itself. A graph holds no
 * other controls. */
static const char*
escape_of(char byte) {
  switch (byte) {
  case '\t':
    return "\\t";
  case '\n':
    return "\\n";
  case '\r':
    return "\\r";
  case '"':
    return "\\\"";
  case '\\':
    return "\\\\";
  default:
    return NULL;
  }
}

static void
escaped_put(Printing* printing, Slice text) {
  size_t from = 0;
  for (size_t at = 0; at < text.length; at++) {
    const char* const escape = escape_of(text.start[at]);
    if (escape != NULL) {
      slice_put(printing, att_slice_part(text, from, at));
      text_put(printing, escape);
      from = at + 1;
    }
  }
  slice_put(printing, att_slice_part(text, from, text.length));
}

static size_t
digits_skip(Slice text, size_t at) {
  while (at < text.length && text.start[at] >= '0' && text.start[at] <= '9') {
    at++;
  }
  return at;
}

/* Whether Turtle reads the bare `value` as a literal of just this type. */
static bool
is_bare(Slice value, Slice datatype) {
  if (att_slice_is(datatype, XSD_SPACE "boolean")) {
    return att_slice_is(value, "true") || att_slice_is(value, "false");
  }
  const size_t sign =
    value.length > 0 && (value.start[0] == '-' || value.start[0] == '+') ? 1
                                                                         : 0;
  const size_t whole = digits_skip(value, sign);
  if (att_slice_is(datatype, XSD_SPACE "integer")) {
    return whole > sign && whole == value.length;
  }
  return att_slice_is(datatype, XSD_SPACE "decimal") && whole > sign &&
         whole + 1 < value.length && value.start[whole] == '.' &&
         digits_skip(value, whole + 1) == value.length;
}

static void
literal_put(Printing* printing, const RdfTerm* term, bool bare) {
  if (bare && is_bare(term->value, term->datatype)) {
    slice_put(printing, term->value);
    return;
  }
  text_put(printing, "\"");
  escaped_put(printing, term->value);
  text_put(printing, "\"");
  if (term->language.length > 0) {
    text_put(printing, "@");
    slice_put(printing, term->language);
  } else if (term->datatype.length > 0) {
    text_put(printing, "^^");
    iri_put(printing, term->datatype);
  }
}

static void
term_put(Printing* printing, TermId id, bool bare) {
  const RdfTerm term = att_graph_term_of(printing->graph, id);
  if (term.kind == RDF_IRI) {
    iri_put(printing, term.value);
  } else if (term.kind == RDF_BLANK) {
    text_put(printing, "_:");
    slice_put(printing, term.value);
  } else {
    literal_put(printing, &term, bare);
  }
}

static void
lines_put(Printing* printing) {
  for (size_t i = 0; i < printing->count; i++) {
    const Quad* const quad = &printing->quads[i];
    term_put(printing, quad->subject, false);
    text_put(printing, " ");
    term_put(printing, quad->predicate, false);
    text_put(printing, " ");
    term_put(printing, quad->object, false);
    if (quad->graph != GRAPH_DEFAULT) {
      text_put(printing, " ");
      term_put(printing, quad->graph, false);
    }
    text_put(printing, " .\n");
  }
}

/* Triples of one subject, each predicate once. `first`: none went before. */
static void
properties_put(Printing* printing, size_t begin, size_t end, bool first) {
  for (size_t i = begin; i < end; i++) {
    const TermId predicate = printing->quads[i].predicate;
    if (i > begin && predicate == printing->quads[i - 1].predicate) {
      text_put(printing, ", ");
    } else {
      text_put(printing, first && i == begin ? " " : " ;\n    ");
      if (predicate == printing->type) {
        text_put(printing, "a");
      } else {
        term_put(printing, predicate, false);
      }
      text_put(printing, " ");
    }
    term_put(printing, printing->quads[i].object, true);
  }
}

/* The triples [begin, end) of one subject, its types first. */
static void
subject_put(Printing* printing, size_t begin, size_t end) {
  size_t from = begin;
  while (from < end && printing->quads[from].predicate != printing->type) {
    from++;
  }
  size_t to = from;
  while (to < end && printing->quads[to].predicate == printing->type) {
    to++;
  }
  term_put(printing, printing->quads[begin].subject, false);
  properties_put(printing, from, to, true);
  properties_put(printing, begin, from, from == to);
  properties_put(printing, to, end, from == to && begin == from);
  text_put(printing, " .\n");
}

/* The triples [begin, end) of one graph, a paragraph for each subject. */
static void
subjects_put(Printing* printing, size_t begin, size_t end) {
  for (size_t from = begin; from < end;) {
    size_t to = from;
    while (to < end &&
           printing->quads[to].subject == printing->quads[from].subject) {
      to++;
    }
    text_put(printing, from > begin ? "\n" : "");
    subject_put(printing, from, to);
    from = to;
  }
}

static void
prefixes_put(Printing* printing) {
  for (size_t i = 0; i < printing->prefixes.length; i++) {
    text_put(printing, "@prefix ");
    slice_put(printing, printing->prefixes.items[i].name);
    text_put(printing, ": <");
    slice_put(printing, printing->prefixes.items[i].space);
    text_put(printing, "> .\n");
  }
}

/* Each graph in its braces, the default graph in none. */
static void
graphs_put(Printing* printing) {
  for (size_t begin = 0; begin < printing->count;) {
    const TermId name = printing->quads[begin].graph;
    size_t end = begin;
    while (end < printing->count && printing->quads[end].graph == name) {
      end++;
    }
    text_put(printing, "\n");
    if (name != GRAPH_DEFAULT) {
      term_put(printing, name, false);
      text_put(printing, " {\n");
    }
    subjects_put(printing, begin, end);
    text_put(printing, name != GRAPH_DEFAULT ? "}\n" : "");
    begin = end;
  }
}

static AttStatus
graph_put(Printing* printing, Arena* arena, AttFormat format) {
  const bool quads = format == ATT_NQUADS || format == ATT_TRIG;
  TRY(quads ? att_order_quads(arena, printing->graph, &printing->quads,
                              &printing->count)
            : att_order_triples(arena, printing->graph, &printing->quads,
                                &printing->count));
  if (format == ATT_NQUADS || format == ATT_NTRIPLES) {
    lines_put(printing);
    return ATT_OK;
  }
  TRY(att_prefixes_find(arena, printing->graph, printing->quads,
                        printing->count, &printing->prefixes));
  printing->type =
    att_graph_find(printing->graph,
                   (RdfTerm){ .kind = RDF_IRI,
                              .value = SLICE(RDF_SPACE "type") });
  prefixes_put(printing);
  if (quads) {
    graphs_put(printing);
    return ATT_OK;
  }
  text_put(printing,
           printing->count > 0 && printing->prefixes.length > 0 ? "\n" : "");
  subjects_put(printing, 0, printing->count);
  return ATT_OK;
}

bool
att_print_knows(AttFormat format) {
  return format == ATT_TURTLE || format == ATT_TRIG || format == ATT_NTRIPLES ||
         format == ATT_NQUADS;
}

AttStatus
att_print(const AttGraph* graph, FILE* file, AttFormat format) {
  Printing printing = { .graph = graph, .ink.file = file };
  Arena arena = att_arena_begin(GRAPH_CEILING);
  const AttStatus status = graph_put(&printing, &arena, format);
  ink_flush(&printing.ink);
  att_arena_end(&arena);
  return status;
}
