/* The names and file extensions of the formats. */
/* SPDX-License-Identifier: MIT */
#include "graph/format.h"

typedef struct FormatName {
  const char* name;
  AttFormat format;
} FormatName;

static const FormatName names[] = {
  { "turtle", ATT_TURTLE }, { "ntriples", ATT_NTRIPLES },
  { "nquads", ATT_NQUADS }, { "rdfxml", ATT_RDFXML },
  { "trig", ATT_TRIG },     { "table", ATT_TABLE },
  { "csv", ATT_CSV },       { "tsv", ATT_TSV },
  { "json", ATT_JSON },     { "xml", ATT_XML },
};

static const FormatName extensions[] = {
  { ".ttl", ATT_TURTLE }, { ".nt", ATT_NTRIPLES }, { ".nq", ATT_NQUADS },
  { ".rdf", ATT_RDFXML }, { ".trig", ATT_TRIG },   { ".csv", ATT_CSV },
  { ".tsv", ATT_TSV },    { ".json", ATT_JSON },   { ".srj", ATT_JSON },
  { ".xml", ATT_XML },    { ".srx", ATT_XML },
};

AttFormat
att_format_named(const char* name) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (strcmp(names[i].name, name) == 0) {
      return names[i].format;
    }
  }
  return ATT_FORMAT_NONE;
}

const char*
att_format_name(AttFormat format) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i].format == format) {
      return names[i].name;
    }
  }
  return "none";
}

AttFormat
att_format_of_name(Slice name) {
  for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
    if (att_slice_ends(name, att_slice(extensions[i].name))) {
      return extensions[i].format;
    }
  }
  return ATT_FORMAT_NONE;
}

AttFormat
att_format_of_path(const char* path) {
  return att_format_of_name(att_slice(path));
}

bool
att_format_is_rdf(AttFormat format) {
  return format >= ATT_TURTLE && format <= ATT_TRIG;
}
