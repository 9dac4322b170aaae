/* Functions: what expressions are made of. */
/* SPDX-License-Identifier: MIT */
#include "graph/function.h"

#define XSD_SPACE "http://www.w3.org/2001/XMLSchema#"

/* As many arguments as one likes. */
#define ANY SIZE_MAX

static const FunctionName names[] = {
  { "BOUND", FUNCTION_BOUND, 1, 1 },
  { "IF", FUNCTION_IF, 3, 3 },
  { "COALESCE", FUNCTION_COALESCE, 0, ANY },
  { "STR", FUNCTION_STR, 1, 1 },
  { "LANG", FUNCTION_LANG, 1, 1 },
  { "LANGMATCHES", FUNCTION_LANGMATCHES, 2, 2 },
  { "DATATYPE", FUNCTION_DATATYPE, 1, 1 },
  { "IRI", FUNCTION_IRI, 1, 1 },
  { "URI", FUNCTION_IRI, 1, 1 },
  { "BNODE", FUNCTION_BNODE, 0, 1 },
  { "STRDT", FUNCTION_STRDT, 2, 2 },
  { "STRLANG", FUNCTION_STRLANG, 2, 2 },
  { "SAMETERM", FUNCTION_SAMETERM, 2, 2 },
  { "ISIRI", FUNCTION_ISIRI, 1, 1 },
  { "ISURI", FUNCTION_ISIRI, 1, 1 },
  { "ISBLANK", FUNCTION_ISBLANK, 1, 1 },
  { "ISLITERAL", FUNCTION_ISLITERAL, 1, 1 },
  { "ISNUMERIC", FUNCTION_ISNUMERIC, 1, 1 },
  { "RAND", FUNCTION_RAND, 0, 0 },
  { "NOW", FUNCTION_NOW, 0, 0 },
  { "UUID", FUNCTION_UUID, 0, 0 },
  { "STRUUID", FUNCTION_STRUUID, 0, 0 },
  { "ABS", FUNCTION_ABS, 1, 1 },
  { "CEIL", FUNCTION_CEIL, 1, 1 },
  { "FLOOR", FUNCTION_FLOOR, 1, 1 },
  { "ROUND", FUNCTION_ROUND, 1, 1 },
  { "CONCAT", FUNCTION_CONCAT, 0, ANY },
  { "SUBSTR", FUNCTION_SUBSTR, 2, 3 },
  { "STRLEN", FUNCTION_STRLEN, 1, 1 },
  { "REPLACE", FUNCTION_REPLACE, 3, 4 },
  { "REGEX", FUNCTION_REGEX, 2, 3 },
  { "UCASE", FUNCTION_UCASE, 1, 1 },
  { "LCASE", FUNCTION_LCASE, 1, 1 },
  { "ENCODE_FOR_URI", FUNCTION_ENCODE_FOR_URI, 1, 1 },
  { "CONTAINS", FUNCTION_CONTAINS, 2, 2 },
  { "STRSTARTS", FUNCTION_STRSTARTS, 2, 2 },
  { "STRENDS", FUNCTION_STRENDS, 2, 2 },
  { "STRBEFORE", FUNCTION_STRBEFORE, 2, 2 },
  { "STRAFTER", FUNCTION_STRAFTER, 2, 2 },
  { "YEAR", FUNCTION_YEAR, 1, 1 },
  { "MONTH", FUNCTION_MONTH, 1, 1 },
  { "DAY", FUNCTION_DAY, 1, 1 },
  { "HOURS", FUNCTION_HOURS, 1, 1 },
  { "MINUTES", FUNCTION_MINUTES, 1, 1 },
  { "SECONDS", FUNCTION_SECONDS, 1, 1 },
  { "TIMEZONE", FUNCTION_TIMEZONE, 1, 1 },
  { "TZ", FUNCTION_TZ, 1, 1 },
  { "MD5", FUNCTION_MD5, 1, 1 },
  { "SHA1", FUNCTION_SHA1, 1, 1 },
  { "SHA256", FUNCTION_SHA256, 1, 1 },
  { "SHA384", FUNCTION_SHA384, 1, 1 },
  { "SHA512", FUNCTION_SHA512, 1, 1 },
  { "COUNT", FUNCTION_COUNT, 1, 1 },
  { "SUM", FUNCTION_SUM, 1, 1 },
  { "MIN", FUNCTION_MIN, 1, 1 },
  { "MAX", FUNCTION_MAX, 1, 1 },
  { "AVG", FUNCTION_AVG, 1, 1 },
  { "SAMPLE", FUNCTION_SAMPLE, 1, 1 },
  { "GROUP_CONCAT", FUNCTION_GROUP_CONCAT, 1, 1 },
};

static const FunctionName casts[] = {
  { XSD_SPACE "string", FUNCTION_CAST_STRING, 1, 1 },
  { XSD_SPACE "boolean", FUNCTION_CAST_BOOLEAN, 1, 1 },
  { XSD_SPACE "integer", FUNCTION_CAST_INTEGER, 1, 1 },
  { XSD_SPACE "decimal", FUNCTION_CAST_DECIMAL, 1, 1 },
  { XSD_SPACE "float", FUNCTION_CAST_FLOAT, 1, 1 },
  { XSD_SPACE "double", FUNCTION_CAST_DOUBLE, 1, 1 },
  { XSD_SPACE "dateTime", FUNCTION_CAST_DATE_TIME, 1, 1 },
  { XSD_SPACE "date", FUNCTION_CAST_DATE, 1, 1 },
};

static bool
is_named(Slice name, const char* upper) {
  for (size_t i = 0; i < name.length; i++) {
    const char c = name.start[i];
    const char folded = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
    if (folded != upper[i]) {
      return false;
    }
  }
  return upper[name.length] == '\0';
}

const FunctionName*
att_function_named(Slice name) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (is_named(name, names[i].name)) {
      return &names[i];
    }
  }
  return NULL;
}

const FunctionName*
att_function_cast(Slice iri) {
  for (size_t i = 0; i < sizeof casts / sizeof *casts; i++) {
    if (att_slice_is(iri, casts[i].name)) {
      return &casts[i];
    }
  }
  static const FunctionName unknown = { "", FUNCTION_UNKNOWN, 0, ANY };
  return &unknown;
}

bool
att_function_is_aggregate(Function function) {
  return function >= FUNCTION_COUNT;
}
