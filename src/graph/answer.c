/* Answers: the rows of a query as a table, CSV, TSV, JSON or XML. */
/* SPDX-License-Identifier: MIT */
#include "graph/answer.h"

#include "base/utf8.h"

#include <raptor2.h>

#define XSD_SPACE "http://www.w3.org/2001/XMLSchema#"

static void
text_put(raptor_iostream* out, const char* text) {
  raptor_iostream_string_write(text, out);
}

static void
slice_put(raptor_iostream* out, Slice slice) {
  if (slice.length > 0) {
    raptor_iostream_write_bytes(slice.start, 1, slice.length, out);
  }
}

/* A byte and what is written in its place. */
typedef struct Escape {
  char byte;
  const char* text;
} Escape;

static const Escape xml_escapes[] = { { '&', "&amp;" },  { '<', "&lt;" },
                                      { '>', "&gt;" },   { '"', "&quot;" },
                                      { '\r', "&#13;" }, { '\0', NULL } };
static const Escape json_escapes[] = { { '"', "\\\"" }, { '\\', "\\\\" },
                                       { '\n', "\\n" }, { '\r', "\\r" },
                                       { '\t', "\\t" }, { '\0', NULL } };
static const Escape csv_escapes[] = { { '"', "\"\"" }, { '\0', NULL } };

static void
escaped_put(raptor_iostream* out, Slice text, const Escape* escapes) {
  size_t begun = 0;
  for (size_t i = 0; i < text.length; i++) {
    const Escape* escape = escapes;
    while (escape->text != NULL && escape->byte != text.start[i]) {
      escape++;
    }
    if (escape->text != NULL) {
      slice_put(out, att_slice_part(text, begun, i));
      text_put(out, escape->text);
      begun = i + 1;
    }
  }
  slice_put(out, att_slice_part(text, begun, text.length));
}

static void
csv_put(raptor_iostream* out, const RdfTerm* term) {
  if (term->kind == RDF_BLANK) {
    text_put(out, "_:");
  }
  bool quoted = false;
  for (size_t i = 0; i < term->value.length; i++) {
    quoted = quoted || strchr("\",\r\n", term->value.start[i]) != NULL;
  }
  if (!quoted) {
    slice_put(out, term->value);
    return;
  }
  text_put(out, "\"");
  escaped_put(out, term->value, csv_escapes);
  text_put(out, "\"");
}

static size_t
digits_skip(Slice text, size_t at) {
  while (at < text.length && text.start[at] >= '0' && text.start[at] <= '9') {
    at++;
  }
  return at;
}

/* Whether Turtle reads the bare value as a number of just this type. */
static bool
is_number(const RdfTerm* term) {
  const Slice value = term->value;
  const size_t sign =
    value.length > 0 && (value.start[0] == '-' || value.start[0] == '+');
  const size_t whole = digits_skip(value, sign);
  if (whole == sign) {
    return false;
  }
  if (att_slice_is(term->datatype, XSD_SPACE "integer")) {
    return whole == value.length;
  }
  return att_slice_is(term->datatype, XSD_SPACE "decimal") &&
         whole + 1 < value.length && value.start[whole] == '.' &&
         digits_skip(value, whole + 1) == value.length;
}

static void
tsv_put(raptor_iostream* out, const RdfTerm* term) {
  if (term->kind == RDF_IRI) {
    text_put(out, "<");
    slice_put(out, term->value);
    text_put(out, ">");
  } else if (term->kind == RDF_BLANK) {
    text_put(out, "_:");
    slice_put(out, term->value);
  } else if (is_number(term)) {
    slice_put(out, term->value);
  } else if (term->kind == RDF_LITERAL) {
    text_put(out, "\"");
    escaped_put(out, term->value, json_escapes);
    text_put(out, "\"");
    if (term->language.length > 0) {
      text_put(out, "@");
      slice_put(out, term->language);
    } else if (term->datatype.length > 0) {
      text_put(out, "^^<");
      slice_put(out, term->datatype);
      text_put(out, ">");
    }
  }
}

static void
json_member_put(raptor_iostream* out, const char* name, Slice value) {
  text_put(out, ",\"");
  text_put(out, name);
  text_put(out, "\":\"");
  escaped_put(out, value, json_escapes);
  text_put(out, "\"");
}

static void
json_put(raptor_iostream* out, const RdfTerm* term) {
  static const char* const kinds[] = {
    [RDF_IRI] = "uri", [RDF_LITERAL] = "literal", [RDF_BLANK] = "bnode"
  };
  text_put(out, "{\"type\":\"");
  text_put(out, kinds[term->kind]);
  text_put(out, "\"");
  if (term->language.length > 0) {
    json_member_put(out, "xml:lang", term->language);
  } else if (term->datatype.length > 0) {
    json_member_put(out, "datatype", term->datatype);
  }
  json_member_put(out, "value", term->value);
  text_put(out, "}");
}

static void
xml_put(raptor_iostream* out, const RdfTerm* term) {
  static const char* const kinds[] = {
    [RDF_IRI] = "uri", [RDF_LITERAL] = "literal", [RDF_BLANK] = "bnode"
  };
  text_put(out, "<");
  text_put(out, kinds[term->kind]);
  if (term->language.length > 0) {
    text_put(out, " xml:lang=\"");
    escaped_put(out, term->language, xml_escapes);
    text_put(out, "\"");
  } else if (term->datatype.length > 0) {
    text_put(out, " datatype=\"");
    escaped_put(out, term->datatype, xml_escapes);
    text_put(out, "\"");
  }
  text_put(out, ">");
  escaped_put(out, term->value, xml_escapes);
  text_put(out, "</");
  text_put(out, kinds[term->kind]);
  text_put(out, ">");
}

/* Joined in the arena. */
static AttStatus
joined(Arena* arena, const Slice* parts, size_t count, Slice* out) {
  size_t length = 0;
  for (size_t i = 0; i < count; i++) {
    length += parts[i].length;
  }
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, length, &bytes));
  size_t at = 0;
  for (size_t i = 0; i < count; i++) {
    if (parts[i].length > 0) {
      memcpy(bytes + at, parts[i].start, parts[i].length);
    }
    at += parts[i].length;
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

/* A value on one line: white space that is no space would break the table. */
static AttStatus
line_of(Arena* arena, Slice text, Slice* out) {
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, text.length * 2, &bytes));
  size_t length = 0;
  for (size_t i = 0; i < text.length; i++) {
    const Escape* escape = json_escapes + 2;
    while (escape->text != NULL && escape->byte != text.start[i]) {
      escape++;
    }
    if (escape->text != NULL) {
      bytes[length++] = escape->text[0];
      bytes[length++] = escape->text[1];
    } else {
      bytes[length++] = text.start[i];
    }
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

static AttStatus
cell_of(Answer* answer, const RdfTerm* term, Slice* out) {
  if (term->kind == RDF_IRI) {
    const Prefix* const prefix =
      att_prefixes_match(&answer->prefixes, term->value);
    if (prefix != NULL) {
      const Slice local =
        att_slice_part(term->value, prefix->space.length, term->value.length);
      const Slice parts[] = { prefix->name, SLICE(":"), local };
      return joined(answer->arena, parts, 3, out);
    }
    const Slice parts[] = { SLICE("<"), term->value, SLICE(">") };
    return joined(answer->arena, parts, 3, out);
  }
  if (term->kind == RDF_BLANK) {
    const Slice parts[] = { SLICE("_:"), term->value };
    return joined(answer->arena, parts, 2, out);
  }
  return line_of(answer->arena, term->value, out);
}

static void
table_line_put(const Answer* answer, const Slice* cells, const size_t* widths) {
  for (size_t i = 0; i < answer->names.length; i++) {
    slice_put(answer->out, cells[i]);
    if (i + 1 < answer->names.length) {
      for (size_t j = att_utf8_count(cells[i]); j < widths[i]; j++) {
        raptor_iostream_write_byte(' ', answer->out);
      }
      text_put(answer->out, " | ");
    }
  }
  text_put(answer->out, "\n");
}

static void
table_rule_put(const Answer* answer, const size_t* widths) {
  for (size_t i = 0; i < answer->names.length; i++) {
    text_put(answer->out, i == 0 ? "" : "-+-");
    for (size_t j = 0; j < widths[i]; j++) {
      raptor_iostream_write_byte('-', answer->out);
    }
  }
  text_put(answer->out, "\n");
}

static void
width_see(size_t* width, Slice cell) {
  const size_t columns = att_utf8_count(cell);
  *width = columns > *width ? columns : *width;
}

static AttStatus
table_put(const Answer* answer) {
  const size_t columns = answer->names.length;
  size_t* widths = NULL;
  TRY(att_arena_alloc(answer->arena, columns * sizeof *widths, &widths));
  for (size_t i = 0; i < columns; i++) {
    width_see(&widths[i], answer->names.items[i]);
  }
  for (size_t i = 0; columns > 0 && i < answer->cells.length; i++) {
    width_see(&widths[i % columns], answer->cells.items[i]);
  }
  table_line_put(answer, answer->names.items, widths);
  table_rule_put(answer, widths);
  for (size_t i = 0; columns > 0 && i < answer->cells.length; i += columns) {
    table_line_put(answer, answer->cells.items + i, widths);
  }
  return ATT_OK;
}

static void
names_put(const Answer* answer, const char* before, const char* between,
          const char* after) {
  for (size_t i = 0; i < answer->names.length; i++) {
    text_put(answer->out, i == 0 ? "" : between);
    text_put(answer->out, before);
    slice_put(answer->out, answer->names.items[i]);
    text_put(answer->out, after);
  }
}

void
att_answer_begin(Answer* answer) {
  raptor_iostream* const out = answer->out;
  switch (answer->format) {
  case ATT_CSV:
    names_put(answer, "", ",", "");
    text_put(out, "\r\n");
    break;
  case ATT_TSV:
    names_put(answer, "?", "\t", "");
    text_put(out, "\n");
    break;
  case ATT_JSON:
    text_put(out, "{\"head\":{\"vars\":[");
    names_put(answer, "\"", ",", "\"");
    text_put(out, "]},\n\"results\":{\"bindings\":[");
    break;
  case ATT_XML:
    text_put(out, "<?xml version=\"1.0\"?>\n<sparql xmlns=\""
                  "http://www.w3.org/2005/sparql-results#\">\n<head>\n");
    names_put(answer, "<variable name=\"", "", "\"/>\n");
    text_put(out, "</head>\n<results>\n");
    break;
  default:
    break;
  }
}

static void
separated_put(const Answer* answer, const RdfTerm* terms) {
  const bool csv = answer->format == ATT_CSV;
  for (size_t i = 0; i < answer->names.length; i++) {
    if (i > 0) {
      text_put(answer->out, csv ? "," : "\t");
    }
    if (csv) {
      csv_put(answer->out, &terms[i]);
    } else {
      tsv_put(answer->out, &terms[i]);
    }
  }
  text_put(answer->out, csv ? "\r\n" : "\n");
}

static void
json_row_put(const Answer* answer, const RdfTerm* terms) {
  text_put(answer->out, answer->rows == 0 ? "\n{" : ",\n{");
  bool first = true;
  for (size_t i = 0; i < answer->names.length; i++) {
    if (terms[i].kind != RDF_NONE) {
      text_put(answer->out, first ? "\"" : ",\"");
      slice_put(answer->out, answer->names.items[i]);
      text_put(answer->out, "\":");
      json_put(answer->out, &terms[i]);
      first = false;
    }
  }
  text_put(answer->out, "}");
}

static void
xml_row_put(const Answer* answer, const RdfTerm* terms) {
  text_put(answer->out, "<result>\n");
  for (size_t i = 0; i < answer->names.length; i++) {
    if (terms[i].kind != RDF_NONE) {
      text_put(answer->out, "<binding name=\"");
      slice_put(answer->out, answer->names.items[i]);
      text_put(answer->out, "\">");
      xml_put(answer->out, &terms[i]);
      text_put(answer->out, "</binding>\n");
    }
  }
  text_put(answer->out, "</result>\n");
}

AttStatus
att_answer_row(Answer* answer, const RdfTerm* terms) {
  if (answer->format == ATT_JSON) {
    json_row_put(answer, terms);
  } else if (answer->format == ATT_XML) {
    xml_row_put(answer, terms);
  } else if (answer->format == ATT_TABLE) {
    for (size_t i = 0; i < answer->names.length; i++) {
      Slice cell = SLICE("");
      TRY(cell_of(answer, &terms[i], &cell));
      TRY(LIST_PUSH(answer->arena, &answer->cells, cell));
    }
  } else {
    separated_put(answer, terms);
  }
  answer->rows++;
  return ATT_OK;
}

AttStatus
att_answer_end(Answer* answer) {
  if (answer->format == ATT_TABLE) {
    TRY(table_put(answer));
  } else if (answer->format == ATT_JSON) {
    text_put(answer->out, "\n]}}\n");
  } else if (answer->format == ATT_XML) {
    text_put(answer->out, "</results>\n</sparql>\n");
  }
  return ATT_OK;
}

void
att_answer_yes(raptor_iostream* out, AttFormat format, bool yes) {
  const char* const word = yes ? "true" : "false";
  if (format == ATT_JSON) {
    text_put(out, "{\"head\":{},\"boolean\":");
    text_put(out, word);
    text_put(out, "}\n");
  } else if (format == ATT_XML) {
    text_put(out, "<?xml version=\"1.0\"?>\n<sparql xmlns=\""
                  "http://www.w3.org/2005/sparql-results#\">\n<head/>\n"
                  "<boolean>");
    text_put(out, word);
    text_put(out, "</boolean>\n</sparql>\n");
  } else if (format == ATT_TABLE) {
    text_put(out, yes ? "yes\n" : "no\n");
  } else {
    text_put(out, word);
    text_put(out, format == ATT_CSV ? "\r\n" : "\n");
  }
}
