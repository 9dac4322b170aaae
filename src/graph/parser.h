/* A query being parsed: what the parts of the parser share. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_PARSER_H
#define ATTACHE_GRAPH_PARSER_H

#include "graph/parse.h"
#include "graph/token.h"

/** A label of a blank node: stands for one variable, in one block. */
typedef struct BlankLabel {
  Slice name;
  size_t block;
  size_t variable;
} BlankLabel;

typedef struct Parser {
  const ParseSetting* setting;
  Arena* arena;
  Slice text;
  Tokens tokens;
  size_t at; /**< token */
  ParsedQuery query;
  Select* select; /**< The innermost. */
  LIST(BlankLabel) labels;
  size_t block;    /**< Of triple patterns, that blank nodes belong to. */
  size_t blocks;   /**< So far. */
  unsigned depth;  /**< Of what is nested. */
  bool aggregates; /**< Are allowed here. */
  bool template;   /**< Blank nodes are made, not matched. */
} Parser;

/** Reports that token `at` is not what should stand there; ATT_QUERY. */
AttStatus
att_parser_fail(const Parser* parser, size_t at, const char* reason);

bool
att_parser_is_word(const Parser* parser, const char* word);
bool
att_parser_is_mark(const Parser* parser, const char* mark);
/** Whether the token at hand is of that kind. */
bool
att_parser_is(const Parser* parser, TokenKind kind);
/** Takes the word or the mark if it is at hand. */
bool
att_parser_take_word(Parser* parser, const char* word);
bool
att_parser_take_mark(Parser* parser, const char* mark);
/** The same, but fails. */
AttStatus
att_parser_expect(Parser* parser, const char* mark);

/** Goes deeper, at most as deep as the stack bears; undone by
 * parser->depth--. */
AttStatus
att_parser_enter(Parser* parser);

/** Whether an IRI, or a name with a prefix, is at hand. */
bool
att_parser_is_iri(const Parser* parser);

AttStatus
att_parse_iri(Parser* parser, Slice* out);

/** IRI of a token <...>, resolved. */
AttStatus
att_parse_iri_text(Parser* parser, Slice* out);

AttStatus
att_parse_variable(Parser* parser, size_t* out);

/** The string of a token, without quotation marks and escapes. */
AttStatus
att_parse_string(Parser* parser, Slice* out);

/** A literal or IRI. */
AttStatus
att_parse_term(Parser* parser, uint32_t* out);

/** Whether a number, a string, true or false is at hand. */
bool
att_parser_is_literal(const Parser* parser);

/** A whole number. */
AttStatus
att_parse_count(Parser* parser, size_t* out);

/** A variable of no name. */
AttStatus
att_parser_variable_new(Parser* parser, size_t* out);

AttStatus
att_parse_expression(Parser* parser, Expression** out);

/** An expression in parentheses, or a call: what FILTER takes. */
AttStatus
att_parse_constraint(Parser* parser, Expression** out);

AttStatus
att_expression_operand(Parser* parser, Operand operand, Expression** out);

/** Both hold; `*left` may be NULL. */
AttStatus
att_expression_and(Parser* parser, Expression** left, Expression* right);

/** A path or a verb in the predicate's place of `triple`. */
AttStatus
att_parse_verb(Parser* parser, TriplePattern* triple);

typedef LIST(TriplePattern) TriplePatterns;

/** The triples that share a subject; added to `out`. */
AttStatus
att_parse_triples(Parser* parser, TriplePatterns* out);

/** Whether triples begin at the token at hand. */
bool
att_parser_is_triples(const Parser* parser);

/** A group { ... }, its filters around it. */
AttStatus
att_parse_group(Parser* parser, Pattern** out);

/** The block behind VALUES. */
AttStatus
att_parse_values(Parser* parser, Pattern** out);

/** A SELECT of nothing yet, which becomes the innermost. */
AttStatus
att_select_new(Parser* parser, Select** out);

/** The sub-select behind its first word. */
AttStatus
att_parse_select(Parser* parser, Select** out);

/** What stands between SELECT and WHERE. */
AttStatus
att_parse_columns(Parser* parser);

/** WHERE (or not that word) and its group. */
AttStatus
att_parse_where(Parser* parser);

/** What stands behind the WHERE of any form; checks the columns. */
AttStatus
att_parse_modifiers(Parser* parser);

#endif
