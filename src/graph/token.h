/* Tokens of a SPARQL query: what must be known of it before it is parsed. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_TOKEN_H
#define ATTACHE_GRAPH_TOKEN_H

#include "base/list.h"
#include "base/slice.h"

typedef enum TokenKind {
  TOKEN_WORD,     /**< A keyword or a function: SELECT, strlen, a, true */
  TOKEN_NAME,     /**< att:Meeting, att:, :x */
  TOKEN_VARIABLE, /**< ?x, $x */
  TOKEN_IRI,      /**< <http://...> */
  TOKEN_STRING,   /**< With its quotation marks. */
  TOKEN_LANGUAGE, /**< @en */
  TOKEN_NUMBER,   /**< Without a sign. */
  TOKEN_BLANK,    /**< _:b */
  TOKEN_MARK      /**< { } ( ) . ; && ^^ ... */
} TokenKind;

typedef struct Token {
  TokenKind kind;
  Slice text;
  size_t begin;    /**< byte of the query */
  unsigned line;   /**< From 1. */
  unsigned braces; /**< { that are open before it. */
  unsigned depth;  /**< { ( [ that are open before it. */
} Token;

typedef LIST(Token) Tokens;

/** The tokens of `query`, without comments. What no token starts with is a
 * mark of one byte; a string that does not end runs to the end. */
AttStatus
att_tokens_read(Arena* arena, Slice query, Tokens* out);

/** Whether token `at` is there and the keyword `word` (upper case), whatever
 * its case. */
bool
att_token_is_word(const Tokens* tokens, size_t at, const char* word);

/** Whether token `at` is there and the mark `mark`. */
bool
att_token_is_mark(const Tokens* tokens, size_t at, const char* mark);

#endif
