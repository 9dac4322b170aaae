/* Parsing the triples of a query, and the paths in them. */
/* SPDX-License-Identifier: MIT */
#include "graph/parser.h"

#define RDF_SPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static AttStatus
node_parse(Parser* parser, TriplePatterns* out, Operand* node);

static AttStatus
iri_term(Parser* parser, Slice iri, uint32_t* out) {
  return att_terms_id(parser->setting->terms,
                      (RdfTerm){ .kind = RDF_IRI, .value = iri }, out);
}

static bool
is_a(const Parser* parser) {
  return att_parser_is(parser, TOKEN_WORD) &&
         att_slice_is(parser->tokens.items[parser->at].text, "a");
}

static AttStatus
link_parse(Parser* parser, uint32_t* out) {
  Slice iri = SLICE(RDF_SPACE "type");
  if (is_a(parser)) {
    parser->at++;
  } else {
    TRY(att_parse_iri(parser, &iri));
  }
  return iri_term(parser, iri, out);
}

static AttStatus
path_new(Parser* parser, PathKind kind, Path* left, Path** out) {
  Path* path = NULL;
  TRY(att_arena_alloc(parser->arena, sizeof *path, &path));
  path->kind = kind;
  path->left = left;
  *out = path;
  return ATT_OK;
}

static AttStatus
path_parse(Parser* parser, Path** out);

static AttStatus
negated_one(Parser* parser, Path* forward, Path* backward) {
  uint32_t link = 0;
  const bool inverse = att_parser_take_mark(parser, "^");
  TRY(link_parse(parser, &link));
  return LIST_PUSH(parser->arena, &(inverse ? backward : forward)->links, link);
}

/* !a, !^a, !(a|^b|...): the links that are none of those, one way and the
 * other. */
static AttStatus
negated_parse(Parser* parser, Path** out) {
  Path* forward = NULL;
  Path* backward = NULL;
  bool open = false;
  TRY(path_new(parser, PATH_NEGATED, NULL, &forward));
  TRY(path_new(parser, PATH_NEGATED, NULL, &backward));
  if (att_parser_take_mark(parser, "(")) {
    open = !att_parser_take_mark(parser, ")");
    while (open) {
      TRY(negated_one(parser, forward, backward));
      open = att_parser_take_mark(parser, "|");
      if (!open) {
        TRY(att_parser_expect(parser, ")"));
      }
    }
  } else {
    TRY(negated_one(parser, forward, backward));
  }
  if (backward->links.length == 0) {
    *out = forward;
    return ATT_OK;
  }
  TRY(path_new(parser, PATH_INVERSE, backward, &backward));
  if (forward->links.length == 0) {
    *out = backward;
    return ATT_OK;
  }
  TRY(path_new(parser, PATH_ALTERNATIVE, forward, out));
  (*out)->right = backward;
  return ATT_OK;
}

static AttStatus
primary_parse(Parser* parser, Path** out) {
  if (att_parser_take_mark(parser, "(")) {
    TRY(path_parse(parser, out));
    return att_parser_expect(parser, ")");
  }
  if (att_parser_take_mark(parser, "!")) {
    return negated_parse(parser, out);
  }
  TRY(path_new(parser, PATH_LINK, NULL, out));
  return link_parse(parser, &(*out)->link);
}

static AttStatus
element_parse(Parser* parser, Path** out) {
  static const struct {
    const char* mark;
    PathKind kind;
  } modifiers[] = { { "?", PATH_OPTIONAL },
                    { "*", PATH_STAR },
                    { "+", PATH_PLUS } };
  const bool inverse = att_parser_take_mark(parser, "^");
  TRY(primary_parse(parser, out));
  for (size_t i = 0; i < sizeof modifiers / sizeof *modifiers; i++) {
    if (att_parser_take_mark(parser, modifiers[i].mark)) {
      TRY(path_new(parser, modifiers[i].kind, *out, out));
      break;
    }
  }
  return inverse ? path_new(parser, PATH_INVERSE, *out, out) : ATT_OK;
}

static AttStatus
sequence_parse(Parser* parser, Path** out) {
  TRY(element_parse(parser, out));
  if (!att_parser_take_mark(parser, "/")) {
    return ATT_OK;
  }
  TRY(att_parser_enter(parser));
  TRY(path_new(parser, PATH_SEQUENCE, *out, out));
  TRY(sequence_parse(parser, &(*out)->right));
  parser->depth--;
  return ATT_OK;
}

static AttStatus
path_parse(Parser* parser, Path** out) {
  TRY(att_parser_enter(parser));
  TRY(sequence_parse(parser, out));
  if (att_parser_take_mark(parser, "|")) {
    TRY(path_new(parser, PATH_ALTERNATIVE, *out, out));
    TRY(path_parse(parser, &(*out)->right));
  }
  parser->depth--;
  return ATT_OK;
}

AttStatus
att_parse_verb(Parser* parser, TriplePattern* triple) {
  triple->place[1] = (Operand){ NO_VARIABLE, 0 };
  triple->path = NULL;
  if (att_parser_is(parser, TOKEN_VARIABLE)) {
    return att_parse_variable(parser, &triple->place[1].variable);
  }
  const size_t at = parser->at;
  TRY(path_parse(parser, &triple->path));
  if (triple->path->kind == PATH_LINK) {
    triple->place[1].term = triple->path->link;
    triple->path = NULL;
  } else if (parser->template) {
    return att_parser_fail(parser, at, "no path may stand in a template");
  }
  return ATT_OK;
}

/* Takes paths apart as far as patterns say the same. */
static AttStatus
triple_add(Parser* parser, TriplePatterns* out, TriplePattern triple) {
  Path* const path = triple.path;
  if (path == NULL || (path->kind != PATH_LINK && path->kind != PATH_INVERSE &&
                       path->kind != PATH_SEQUENCE)) {
    return LIST_PUSH(parser->arena, out, triple);
  }
  if (path->kind == PATH_LINK) {
    triple.place[1].term = path->link;
    triple.path = NULL;
    return LIST_PUSH(parser->arena, out, triple);
  }
  TriplePattern first = triple;
  first.path = path->left;
  if (path->kind == PATH_INVERSE) {
    first.place[0] = triple.place[2];
    first.place[2] = triple.place[0];
    return triple_add(parser, out, first);
  }
  first.place[2] = (Operand){ NO_VARIABLE, 0 };
  TRY(att_parser_variable_new(parser, &first.place[2].variable));
  triple.place[0] = first.place[2];
  triple.path = path->right;
  TRY(triple_add(parser, out, first));
  return triple_add(parser, out, triple);
}

static AttStatus
variable_new(Parser* parser, Operand* node) {
  *node = (Operand){ NO_VARIABLE, 0 };
  TRY(att_parser_variable_new(parser, &node->variable));
  return parser->template ? att_varset_add(parser->arena, &parser->query.blanks,
                                           node->variable)
                          : ATT_OK;
}

/* A label stands for one node within its block only. */
static AttStatus
label_parse(Parser* parser, Operand* node) {
  const Slice name = parser->tokens.items[parser->at].text;
  for (size_t i = 0; i < parser->labels.length; i++) {
    const BlankLabel* const label = &parser->labels.items[i];
    if (att_slice_equals(label->name, name)) {
      if (label->block != parser->block) {
        return att_parser_fail(parser, parser->at,
                               "its label stands in another group too");
      }
      parser->at++;
      *node = (Operand){ label->variable, 0 };
      return ATT_OK;
    }
  }
  parser->at++;
  TRY(variable_new(parser, node));
  return LIST_PUSH(parser->arena, &parser->labels,
                   ((BlankLabel){ name, parser->block, node->variable }));
}

static AttStatus
objects_parse(Parser* parser, TriplePatterns* out, TriplePattern triple) {
  do {
    TRY(node_parse(parser, out, &triple.place[2]));
    TRY(triple_add(parser, out, triple));
  } while (att_parser_take_mark(parser, ","));
  return ATT_OK;
}

static bool
is_verb(const Parser* parser) {
  return att_parser_is(parser, TOKEN_VARIABLE) || att_parser_is_iri(parser) ||
         is_a(parser) || att_parser_is_mark(parser, "^") ||
         att_parser_is_mark(parser, "!") || att_parser_is_mark(parser, "(");
}

/* verb objects ; verb objects ; */
static AttStatus
properties_parse(Parser* parser, TriplePatterns* out, Operand subject) {
  bool more = true;
  while (more) {
    TriplePattern triple = { .place = { subject } };
    TRY(att_parse_verb(parser, &triple));
    TRY(objects_parse(parser, out, triple));
    more = att_parser_is_mark(parser, ";");
    while (att_parser_take_mark(parser, ";")) {
    }
    more = more && is_verb(parser);
  }
  return ATT_OK;
}

static AttStatus
list_triple(Parser* parser, TriplePatterns* out, Operand subject,
            const char* predicate, Operand object) {
  TriplePattern triple = { .place = { subject, { NO_VARIABLE, 0 }, object } };
  TRY(iri_term(parser, att_slice(predicate), &triple.place[1].term));
  return LIST_PUSH(parser->arena, out, triple);
}

/* ( a b c ) */
static AttStatus
collection_parse(Parser* parser, TriplePatterns* out, Operand* node) {
  Operand end = { NO_VARIABLE, 0 };
  TRY(iri_term(parser, SLICE(RDF_SPACE "nil"), &end.term));
  *node = end;
  Operand last = end;
  while (!att_parser_take_mark(parser, ")")) {
    Operand cell;
    Operand item;
    TRY(variable_new(parser, &cell));
    TRY(node_parse(parser, out, &item));
    if (last.variable == NO_VARIABLE) {
      *node = cell;
    } else {
      TRY(list_triple(parser, out, last, RDF_SPACE "rest", cell));
    }
    TRY(list_triple(parser, out, cell, RDF_SPACE "first", item));
    last = cell;
  }
  return last.variable == NO_VARIABLE
           ? ATT_OK
           : list_triple(parser, out, last, RDF_SPACE "rest", end);
}

static AttStatus
brackets_parse(Parser* parser, TriplePatterns* out, Operand* node) {
  TRY(att_parser_enter(parser));
  if (att_parser_take_mark(parser, "(")) {
    TRY(collection_parse(parser, out, node));
  } else {
    TRY(att_parser_expect(parser, "["));
    TRY(variable_new(parser, node));
    if (!att_parser_is_mark(parser, "]")) {
      TRY(properties_parse(parser, out, *node));
    }
    TRY(att_parser_expect(parser, "]"));
  }
  parser->depth--;
  return ATT_OK;
}

static AttStatus
node_parse(Parser* parser, TriplePatterns* out, Operand* node) {
  *node = (Operand){ NO_VARIABLE, 0 };
  if (att_parser_is(parser, TOKEN_VARIABLE)) {
    return att_parse_variable(parser, &node->variable);
  }
  if (att_parser_is(parser, TOKEN_BLANK)) {
    return label_parse(parser, node);
  }
  if (att_parser_is_mark(parser, "(") || att_parser_is_mark(parser, "[")) {
    return brackets_parse(parser, out, node);
  }
  return att_parse_term(parser, &node->term);
}

bool
att_parser_is_triples(const Parser* parser) {
  return att_parser_is(parser, TOKEN_VARIABLE) ||
         att_parser_is(parser, TOKEN_BLANK) || att_parser_is_iri(parser) ||
         att_parser_is_literal(parser) || att_parser_is_mark(parser, "(") ||
         att_parser_is_mark(parser, "[");
}

AttStatus
att_parse_triples(Parser* parser, TriplePatterns* out) {
  Operand subject;
  const bool brackets =
    att_parser_is_mark(parser, "[") || att_parser_is_mark(parser, "(");
  const size_t before = out->length;
  TRY(node_parse(parser, out, &subject));
  /* [ :p :o ] and ( 1 ) say something by themselves. */
  if (brackets && out->length > before && !is_verb(parser)) {
    return ATT_OK;
  }
  return properties_parse(parser, out, subject);
}
