/* What the parser looks at: templates over the nodes near stack and queue. */
/* SPDX-License-Identifier: MIT */
#include "language/hash.h"
#include "language/parser.h"

/* The nodes looked at: S0 is the top of the stack, S1 and S2 lie below it; B0
 * is the head of the queue, then come B1 and B2. Dependents: L the outermost on
 * the left and M inside it, R the outermost on the right and N inside it. Every
 * node gives four atoms, in this order. */
enum { NODE_WORD, NODE_TAG, NODE_UPOS, NODE_RELATION, NODE_ATOMS };

typedef enum Atom {
  END,
  ONE,
  S0_WORD,
  S0_TAG,
  S0_UPOS,
  S0_RELATION,
  S1_WORD,
  S1_TAG,
  S1_UPOS,
  S1_RELATION,
  S2_WORD,
  S2_TAG,
  S2_UPOS,
  S2_RELATION,
  B0_WORD,
  B0_TAG,
  B0_UPOS,
  B0_RELATION,
  B1_WORD,
  B1_TAG,
  B1_UPOS,
  B1_RELATION,
  B2_WORD,
  B2_TAG,
  B2_UPOS,
  B2_RELATION,
  S0L_WORD,
  S0L_TAG,
  S0L_UPOS,
  S0L_RELATION,
  S0M_WORD,
  S0M_TAG,
  S0M_UPOS,
  S0M_RELATION,
  S0R_WORD,
  S0R_TAG,
  S0R_UPOS,
  S0R_RELATION,
  S0N_WORD,
  S0N_TAG,
  S0N_UPOS,
  S0N_RELATION,
  S1L_WORD,
  S1L_TAG,
  S1L_UPOS,
  S1L_RELATION,
  S1R_WORD,
  S1R_TAG,
  S1R_UPOS,
  S1R_RELATION,
  B0L_WORD,
  B0L_TAG,
  B0L_UPOS,
  B0L_RELATION,
  B0M_WORD,
  B0M_TAG,
  B0M_UPOS,
  B0M_RELATION,
  S0_SUFFIX,
  S0_CAPITALS,
  B0_SUFFIX,
  GAP0,
  GAP1,
  S0_LEFTS,
  S0_RIGHTS,
  S1_LEFTS,
  S1_RIGHTS,
  B0_LEFTS,
  S0_LEFT_SET,
  S0_RIGHT_SET,
  S1_LEFT_SET,
  S1_RIGHT_SET,
  B0_LEFT_SET,
  BETWEEN,
  ATOM_COUNT
} Atom;

/* A feature is up to four atoms seen together. */
static const uint8_t templates[][4] = {
  { ONE },
  { S0_WORD },
  { S0_TAG },
  { S0_WORD, S0_TAG },
  { B0_WORD },
  { B0_TAG },
  { B0_WORD, B0_TAG },
  { S1_WORD },
  { S1_TAG },
  { S1_WORD, S1_TAG },
  { B1_WORD },
  { B1_TAG },
  { B1_WORD, B1_TAG },
  { B2_WORD },
  { B2_TAG },
  { S2_WORD, S2_TAG },
  { S2_TAG },
  { S0_WORD, B0_WORD },
  { S0_WORD, S0_TAG, B0_WORD },
  { S0_WORD, B0_WORD, B0_TAG },
  { S0_WORD, S0_TAG, B0_TAG },
  { S0_TAG, B0_WORD, B0_TAG },
  { S0_TAG, B0_TAG },
  { S0_TAG, B0_WORD },
  { S0_WORD, B0_TAG },
  { S1_WORD, S0_WORD },
  { S1_TAG, S0_TAG },
  { S1_WORD, S1_TAG, S0_TAG },
  { S1_TAG, S0_WORD, S0_TAG },
  { S1_WORD, S0_TAG },
  { S1_TAG, S0_WORD },
  { S1_WORD, B0_WORD },
  { S1_TAG, B0_TAG },
  { S1_TAG, B0_WORD },
  { S0_TAG, B0_TAG, B1_TAG },
  { B0_TAG, B1_TAG, B2_TAG },
  { S1_TAG, S0_TAG, B0_TAG },
  { S2_TAG, S1_TAG, S0_TAG },
  { S0_TAG, B0_TAG, B0L_TAG },
  { S0_TAG, S0L_TAG, B0_TAG },
  { S0_TAG, S0R_TAG, B0_TAG },
  { S1_TAG, S1R_TAG, S0_TAG },
  { S1_TAG, S1L_TAG, S0_TAG },
  { S1_TAG, S0_TAG, S0L_TAG },
  { S1_TAG, S0_TAG, S0R_TAG },
  { S0_TAG, B0_TAG, B0M_TAG },
  { S0_TAG, S0M_TAG, B0_TAG },
  { S0_TAG, S0N_TAG, B0_TAG },
  { S0_WORD, B0_TAG, B1_TAG },
  { S1_WORD, S0_TAG, B0_TAG },
  { S1_TAG, S0_WORD, B0_TAG },
  { S1_TAG, S0_TAG, B0_WORD },
  { S0_WORD, GAP0 },
  { S0_TAG, GAP0 },
  { B0_WORD, GAP0 },
  { B0_TAG, GAP0 },
  { S0_TAG, B0_TAG, GAP0 },
  { S0_WORD, B0_WORD, GAP0 },
  { S1_TAG, S0_TAG, GAP1 },
  { S1_TAG, GAP1 },
  { S1_WORD, S0_WORD, GAP1 },
  { S0_WORD, S0_RIGHTS },
  { S0_TAG, S0_RIGHTS },
  { S0_WORD, S0_LEFTS },
  { S0_TAG, S0_LEFTS },
  { S1_WORD, S1_RIGHTS },
  { S1_TAG, S1_RIGHTS },
  { S1_TAG, S1_LEFTS },
  { B0_WORD, B0_LEFTS },
  { B0_TAG, B0_LEFTS },
  { S0_TAG, S0_RIGHT_SET },
  { S0_WORD, S0_RIGHT_SET },
  { S0_TAG, S0_LEFT_SET },
  { S1_TAG, S1_RIGHT_SET },
  { S1_WORD, S1_RIGHT_SET },
  { S1_TAG, S1_LEFT_SET },
  { B0_TAG, B0_LEFT_SET },
  { B0_WORD, B0_LEFT_SET },
  { S0_TAG, B0_TAG, S0_RIGHT_SET },
  { S1_TAG, S0_TAG, S1_RIGHT_SET },
  { S0_TAG, B0_TAG, B0_LEFT_SET },
  { S0L_WORD },
  { S0L_TAG, S0L_RELATION },
  { S0R_WORD },
  { S0R_TAG, S0R_RELATION },
  { S1L_WORD },
  { S1L_TAG, S1L_RELATION },
  { S1R_WORD },
  { S1R_TAG, S1R_RELATION },
  { B0L_WORD },
  { B0L_TAG, B0L_RELATION },
  { S0_WORD, S0R_WORD, S0R_RELATION },
  { S0_TAG, S0R_WORD, B0_TAG },
  { S1_TAG, S1R_WORD, S0_TAG },
  { S1_WORD, S1R_WORD, S0_WORD },
  { S0_TAG, S0L_WORD, B0_TAG },
  { S0_TAG, B0_TAG, B0L_WORD },
  { S0_WORD, B0_TAG, B0L_WORD },
  { S0_UPOS, B0_UPOS, B1_UPOS, B2_UPOS },
  { S1_UPOS, S0_UPOS, B0_UPOS, B1_UPOS },
  { S2_UPOS, S1_UPOS, S0_UPOS, B0_UPOS },
  { S0_TAG, B0_WORD, B1_TAG },
  { S0_TAG, B0_TAG, B1_WORD },
  { S1_WORD, S0_TAG, S0L_TAG },
  { S1_TAG, S0_TAG, S0L_WORD },
  { S1_WORD, S0_TAG, S0L_WORD },
  { S1_TAG, S0_WORD, S0L_TAG },
  { S0_SUFFIX, B0_TAG },
  { S0_CAPITALS, S0_TAG, B0_TAG },
  { B0_SUFFIX, S0_TAG },
  { S0_TAG, B0_TAG, BETWEEN },
  { S1_TAG, S0_TAG, BETWEEN },
};

#define TEMPLATE_COUNT (sizeof templates / sizeof *templates)

_Static_assert(TEMPLATE_COUNT <= PARSER_FEATURES, "Features need room");

static const ParserNode*
node_at(const Parser* parser, int32_t node) {
  return &parser->nodes[node];
}

static void
node_fill(const ParserNode* node, uint64_t* atoms) {
  atoms[NODE_WORD] = node->word;
  atoms[NODE_TAG] = node->tag;
  atoms[NODE_UPOS] = node->upos;
  atoms[NODE_RELATION] = node->relation;
}

/* Exact up to ten nodes, then in two steps. */
static uint64_t
gap_between(int32_t left, int32_t right) {
  if (left == PARSER_NONE) {
    return 0;
  }
  const int32_t gap = right - left;
  if (gap <= 10) {
    return (uint64_t)gap;
  }
  return gap <= 20 ? 11 : 12;
}

/* Commas (at most three), conjunctions and verbs between two nodes. */
static uint64_t
between(const Parser* parser, int32_t left, int32_t right) {
  if (left == PARSER_NONE) {
    return 0;
  }
  const ParserNode* const first = node_at(parser, left);
  const ParserNode* const last = node_at(parser, right - 1);
  const uint32_t commas = last->commas - first->commas;
  const bool joiner = last->joiners > first->joiners;
  const bool verb = last->verbs > first->verbs;
  return (commas < 3 ? commas : 3) * 4U + joiner * 2U + verb;
}

/* The node behind `node` in the queue, or none behind the root. */
static int32_t
queue_at(const Parser* parser, int32_t offset) {
  const int32_t left = parser->count - parser->next;
  return offset <= left ? parser->next + offset : PARSER_NONE;
}

static void
nodes_fill(const Parser* parser, uint64_t atoms[ATOM_COUNT]) {
  const ParserNode* const s0 = node_at(parser, att_parser_stack(parser, 0));
  const ParserNode* const s1 = node_at(parser, att_parser_stack(parser, 1));
  const ParserNode* const b0 = node_at(parser, parser->next);
  node_fill(s0, &atoms[S0_WORD]);
  node_fill(s1, &atoms[S1_WORD]);
  node_fill(node_at(parser, att_parser_stack(parser, 2)), &atoms[S2_WORD]);
  node_fill(b0, &atoms[B0_WORD]);
  node_fill(node_at(parser, queue_at(parser, 1)), &atoms[B1_WORD]);
  node_fill(node_at(parser, queue_at(parser, 2)), &atoms[B2_WORD]);
  node_fill(node_at(parser, s0->left), &atoms[S0L_WORD]);
  node_fill(node_at(parser, s0->left2), &atoms[S0M_WORD]);
  node_fill(node_at(parser, s0->right), &atoms[S0R_WORD]);
  node_fill(node_at(parser, s0->right2), &atoms[S0N_WORD]);
  node_fill(node_at(parser, s1->left), &atoms[S1L_WORD]);
  node_fill(node_at(parser, s1->right), &atoms[S1R_WORD]);
  node_fill(node_at(parser, b0->left), &atoms[B0L_WORD]);
  node_fill(node_at(parser, b0->left2), &atoms[B0M_WORD]);
}

static void
rest_fill(const Parser* parser, uint64_t atoms[ATOM_COUNT]) {
  const int32_t top = att_parser_stack(parser, 0);
  const int32_t below = att_parser_stack(parser, 1);
  const ParserNode* const s0 = node_at(parser, top);
  const ParserNode* const s1 = node_at(parser, below);
  const ParserNode* const b0 = node_at(parser, parser->next);
  atoms[ONE] = 1;
  atoms[S0_SUFFIX] = s0->suffix;
  atoms[S0_CAPITALS] = s0->capitals;
  atoms[B0_SUFFIX] = b0->suffix;
  atoms[GAP0] = gap_between(top, parser->next);
  atoms[GAP1] = gap_between(below, top);
  atoms[S0_LEFTS] = s0->left_count;
  atoms[S0_RIGHTS] = s0->right_count;
  atoms[S1_LEFTS] = s1->left_count;
  atoms[S1_RIGHTS] = s1->right_count;
  atoms[B0_LEFTS] = b0->left_count;
  atoms[S0_LEFT_SET] = s0->left_set;
  atoms[S0_RIGHT_SET] = s0->right_set;
  atoms[S1_LEFT_SET] = s1->left_set;
  atoms[S1_RIGHT_SET] = s1->right_set;
  atoms[B0_LEFT_SET] = b0->left_set;
  atoms[BETWEEN] = between(parser, top, parser->next);
}

size_t
att_parser_features(const Parser* parser, uint64_t out[PARSER_FEATURES]) {
  uint64_t atoms[ATOM_COUNT] = { 0 };
  nodes_fill(parser, atoms);
  rest_fill(parser, atoms);
  for (size_t i = 0; i < TEMPLATE_COUNT; i++) {
    uint64_t hash = hash_mix(HASH_SEED, i);
    for (size_t k = 0; k < 4 && templates[i][k] != END; k++) {
      hash = hash_mix(hash, atoms[templates[i][k]]);
    }
    out[i] = hash;
  }
  return TEMPLATE_COUNT;
}
