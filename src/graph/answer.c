/* Answers: the rows of a query as a table, CSV, TSV, JSON or XML. */
/* SPDX-License-Identifier: MIT */
#include "graph/answer.h"

#include "base/utf8.h"

#define XSD_SPACE "http://www.w3.org/2001/XMLSchema#"

static void
text_put(FILE* file, const char* text) {
  fputs(text, file);
}

static void
slice_put(FILE* file, Slice slice) {
  if (slice.length > 0) {
    fwrite(slice.start, 1, slice.length, file);
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
escaped_put(FILE* file, Slice text, const Escape* escapes) {
  for (size_t i = 0; i < text.length; i++) {
    const Escape* escape = escapes;
    while (escape->text != NULL && escape->byte != text.start[i]) {
      escape++;
    }
    if (escape->text != NULL) {
      text_put(file, escape->text);
    } else {
      putc(text.start[i], file);
    }
  }
}

static void
csv_put(FILE* file, const RdfTerm* term) {
  if (term->kind == RDF_BLANK) {
    text_put(file, "_:");
  }
  bool quoted = false;
  for (size_t i = 0; i < term->value.length; i++) {
    quoted = quoted || strchr("\",\r\n", term->value.start[i]) != NULL;
  }
  if (!quoted) {
    slice_put(file, term->value);
    return;
  }
  text_put(file, "\"");
  escaped_put(file, term->value, csv_escapes);
  text_put(file, "\"");
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
tsv_put(FILE* file, const RdfTerm* term) {
  if (term->kind == RDF_IRI) {
    text_put(file, "<");
    slice_put(file, term->value);
    text_put(file, ">");
  } else if (term->kind == RDF_BLANK) {
    text_put(file, "_:");
    slice_put(file, term->value);
  } else if (is_number(term)) {
    slice_put(file, term->value);
  } else if (term->kind == RDF_LITERAL) {
    text_put(file, "\"");
    escaped_put(file, term->value, json_escapes);
    text_put(file, "\"");
    if (term->language.length > 0) {
      text_put(file, "@");
      slice_put(file, term->language);
    } else if (term->datatype.length > 0) {
      text_put(file, "^^<");
      slice_put(file, term->datatype);
      text_put(file, ">");
    }
  }
}

static void
json_member_put(FILE* file, const char* name, Slice value) {
  text_put(file, ",\"");
  text_put(file, name);
  text_put(file, "\":\"");
  escaped_put(file, value, json_escapes);
  text_put(file, "\"");
}

static void
json_put(FILE* file, const RdfTerm* term) {
  static const char* const kinds[] = {
    [RDF_IRI] = "uri", [RDF_LITERAL] = "literal", [RDF_BLANK] = "bnode"
  };
  text_put(file, "{\"type\":\"");
  text_put(file, kinds[term->kind]);
  text_put(file, "\"");
  if (term->language.length > 0) {
    json_member_put(file, "xml:lang", term->language);
  } else if (term->datatype.length > 0) {
    json_member_put(file, "datatype", term->datatype);
  }
  json_member_put(file, "value", term->value);
  text_put(file, "}");
}

static void
xml_put(FILE* file, const RdfTerm* term) {
  static const char* const kinds[] = {
    [RDF_IRI] = "uri", [RDF_LITERAL] = "literal", [RDF_BLANK] = "bnode"
  };
  text_put(file, "<");
  text_put(file, kinds[term->kind]);
  if (term->language.length > 0) {
    text_put(file, " xml:lang=\"");
    escaped_put(file, term->language, xml_escapes);
    text_put(file, "\"");
  } else if (term->datatype.length > 0) {
    text_put(file, " datatype=\"");
    escaped_put(file, term->datatype, xml_escapes);
    text_put(file, "\"");
  }
  text_put(file, ">");
  escaped_put(file, term->value, xml_escapes);
  text_put(file, "</");
  text_put(file, kinds[term->kind]);
  text_put(file, ">");
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
    slice_put(answer->file, cells[i]);
    if (i + 1 < answer->names.length) {
      for (size_t j = att_utf8_count(cells[i]); j < widths[i]; j++) {
        putc(' ', answer->file);
      }
      text_put(answer->file, " | ");
    }
  }
  text_put(answer->file, "\n");
}

static void
table_rule_put(const Answer* answer, const size_t* widths) {
  for (size_t i = 0; i < answer->names.length; i++) {
    text_put(answer->file, i == 0 ? "" : "-+-");
    for (size_t j = 0; j < widths[i]; j++) {
      putc('-', answer->file);
    }
  }
  text_put(answer->file, "\n");
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
  for (size_t i = 0; i < answer->cells.length; i++) {
    width_see(&widths[i % columns], answer->cells.items[i]);
  }
  table_line_put(answer, answer->names.items, widths);
  table_rule_put(answer, widths);
  for (size_t i = 0; i < answer->cells.length; i += columns) {
    table_line_put(answer, answer->cells.items + i, widths);
  }
  return ATT_OK;
}

static void
names_put(const Answer* answer, const char* before, const char* between,
          const char* after) {
  for (size_t i = 0; i < answer->names.length; i++) {
    text_put(answer->file, i == 0 ? "" : between);
    text_put(answer->file, before);
    slice_put(answer->file, answer->names.items[i]);
    text_put(answer->file, after);
  }
}

void
att_answer_begin(Answer* answer) {
  FILE* const file = answer->file;
  switch (answer->format) {
  case ATT_CSV:
    names_put(answer, "", ",", "");
    text_put(file, "\r\n");
    break;
  case ATT_TSV:
    names_put(answer, "?", "\t", "");
    text_put(file, "\n");
    break;
  case ATT_JSON:
    text_put(file, "{\"head\":{\"vars\":[");
    names_put(answer, "\"", ",", "\"");
    text_put(file, "]},\n\"results\":{\"bindings\":[");
    break;
  case ATT_XML:
    text_put(file, "<?xml version=\"1.0\"?>\n<sparql xmlns=\""
                   "http://www.w3.org/2005/sparql-results#\">\n<head>\n");
    names_put(answer, "<variable name=\"", "", "\"/>\n");
    text_put(file, "</head>\n<results>\n");
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
      text_put(answer->file, csv ? "," : "\t");
    }
    if (csv) {
      csv_put(answer->file, &terms[i]);
    } else {
      tsv_put(answer->file, &terms[i]);
    }
  }
  text_put(answer->file, csv ? "\r\n" : "\n");
}

static void
json_row_put(const Answer* answer, const RdfTerm* terms) {
  text_put(answer->file, answer->rows == 0 ? "\n{" : ",\n{");
  bool first = true;
  for (size_t i = 0; i < answer->names.length; i++) {
    if (terms[i].kind != RDF_NONE) {
      text_put(answer->file, first ? "\"" : ",\"");
      slice_put(answer->file, answer->names.items[i]);
      text_put(answer->file, "\":");
      json_put(answer->file, &terms[i]);
      first = false;
    }
  }
  text_put(answer->file, "}");
}

static void
xml_row_put(const Answer* answer, const RdfTerm* terms) {
  text_put(answer->file, "<result>\n");
  for (size_t i = 0; i < answer->names.length; i++) {
    if (terms[i].kind != RDF_NONE) {
      text_put(answer->file, "<binding name=\"");
      slice_put(answer->file, answer->names.items[i]);
      text_put(answer->file, "\">");
      xml_put(answer->file, &terms[i]);
      text_put(answer->file, "</binding>\n");
    }
  }
  text_put(answer->file, "</result>\n");
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
    text_put(answer->file, "\n]}}\n");
  } else if (answer->format == ATT_XML) {
    text_put(answer->file, "</results>\n</sparql>\n");
  }
  return ATT_OK;
}

void
att_answer_yes(FILE* file, AttFormat format, bool yes) {
  const char* const word = yes ? "true" : "false";
  if (format == ATT_JSON) {
    fprintf(file, "{\"head\":{},\"boolean\":%s}\n", word);
  } else if (format == ATT_XML) {
    fprintf(file,
            "<?xml version=\"1.0\"?>\n<sparql xmlns=\""
            "http://www.w3.org/2005/sparql-results#\">\n<head/>\n"
            "<boolean>%s</boolean>\n</sparql>\n",
            word);
  } else if (format == ATT_TABLE) {
    text_put(file, yes ? "yes\n" : "no\n");
  } else {
    fprintf(file, format == ATT_CSV ? "%s\r\n" : "%s\n", word);
  }
}
