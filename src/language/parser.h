/* The parser: its state and what it looks at; shared with training. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_PARSER_H
#define ATTACHE_LANGUAGE_PARSER_H

#include "language/layout.h"
#include "language/tree.h"

/** Most features of one state. */
#define PARSER_FEATURES 136

/** No node, as a head, a child, a place on the stack. */
#define PARSER_NONE (-1)

/** What is known of a node, and what the moves so far made of it. */
typedef struct ParserNode {
  uint64_t word;
  uint64_t suffix; /**< The last three bytes. */
  uint64_t capitals;
  uint64_t tag;     /**< Joint tag + 1. */
  uint64_t upos;    /**< Upos + 1. */
  uint32_t commas;  /**< Commas up to and with this node. */
  uint32_t joiners; /**< Conjunctions up to and with this node. */
  uint32_t verbs;   /**< Verbs up to and with this node. */
  int32_t head;
  uint64_t relation; /**< Relation + 1; 0: no head yet. */
  int32_t left;      /**< The outermost dependent before it. */
  int32_t left2;     /**< The one inside that. */
  int32_t right;
  int32_t right2;
  uint32_t left_count;
  uint32_t right_count;
  uint64_t left_set; /**< Relations of its dependents, a bit each. */
  uint64_t right_set;
} ParserNode;

/** Arc-hybrid: a stack, a queue, and the root behind the last node. */
typedef struct Parser {
  ParserNode* nodes; /**< [count] is the root; [-1] stands for no node. */
  int32_t count;
  int32_t next; /**< The head of the queue. */
  int32_t* stack;
  int32_t depth;
} Parser;

/** A parser in front of `count` tagged nodes, in the arena. */
AttStatus
att_parser_begin(const Model* model, Arena* arena, const Node* nodes,
                 size_t count, Parser* out);

/** The node `depth` below the top of the stack, or PARSER_NONE. */
int32_t
att_parser_stack(const Parser* parser, int32_t depth);

bool
att_parser_done(const Parser* parser);

/** Whether a move is possible: shifts while nodes are left; to the root only
 * the last node that is left, and nothing else to it. */
bool
att_parser_allows(const Parser* parser, size_t move, MoveKind kind);

/** Makes an allowed move. */
void
att_parser_apply(Parser* parser, Move move);

/** The features of the state; their number. */
size_t
att_parser_features(const Parser* parser, uint64_t out[PARSER_FEATURES]);

#endif
