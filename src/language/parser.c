/* The parser's state: a stack, a queue and the arcs made so far. */
/* SPDX-License-Identifier: MIT */
#include "language/parser.h"

#include "language/relation.h"
#include "language/spelling.h"

#include <assert.h>

/* Words that no text holds. */
enum { NO_WORD = 7, ROOT_WORD = 17 };

static const ParserNode no_node = {
  .word = NO_WORD,
  .tag = ROWS_CLASSES + 1,
  .upos = UPOS_COUNT + 1,
  .head = PARSER_NONE,
  .left = PARSER_NONE,
  .left2 = PARSER_NONE,
  .right = PARSER_NONE,
  .right2 = PARSER_NONE,
};

static void
node_describe(const Model* model, const Node* node, ParserNode* out) {
  Spelling spelling;
  att_spelling_read(node->form, &spelling);
  const size_t tag = node->tag < model->tag_count ? node->tag : 0;
  out->word = spelling.word;
  out->suffix = spelling.suffixes[2];
  out->capitals = spelling.capitals;
  out->tag = tag + 1;
  out->upos = model->tags[tag].upos + 1U;
}

static void
node_count(const Model* model, const Node* node, ParserNode* out) {
  const ParserNode* const before = out - 1;
  const unsigned upos = model->tags[out->tag - 1].upos;
  out->commas = before->commas + att_slice_is(node->form, ",");
  out->joiners = before->joiners + (upos == UPOS_CCONJ);
  out->verbs = before->verbs + (upos == UPOS_VERB);
}

AttStatus
att_parser_begin(const Model* model, Arena* arena, const Node* nodes,
                 size_t count, Parser* out) {
  if (count >= INT32_MAX) {
    return ATT_LIMIT;
  }
  ParserNode* all = NULL;
  TRY(att_arena_alloc(arena, (count + 2) * sizeof *all, &all));
  int32_t* stack = NULL;
  TRY(att_arena_alloc(arena, count * sizeof *stack, &stack));
  for (size_t i = 0; i < count + 2; i++) {
    all[i] = no_node;
  }
  for (size_t i = 0; i < count; i++) {
    node_describe(model, &nodes[i], &all[i + 1]);
    node_count(model, &nodes[i], &all[i + 1]);
  }
  ParserNode* const root = &all[count + 1];
  root->word = ROOT_WORD;
  root->tag = ROWS_CLASSES + 2;
  root->upos = UPOS_COUNT + 2;
  root->commas = all[count].commas;
  root->joiners = all[count].joiners;
  root->verbs = all[count].verbs;
  *out = (Parser){ .nodes = all + 1, .count = (int32_t)count, .stack = stack };
  return ATT_OK;
}

int32_t
att_parser_stack(const Parser* parser, int32_t depth) {
  return depth < parser->depth ? parser->stack[parser->depth - 1 - depth]
                               : PARSER_NONE;
}

bool
att_parser_done(const Parser* parser) {
  return parser->next == parser->count && parser->depth == 0;
}

bool
att_parser_allows(const Parser* parser, size_t move, MoveKind kind) {
  const bool queue = parser->next < parser->count;
  if (move == MOVE_IS_ROOT) {
    return !queue && parser->depth == 1;
  }
  switch (kind) {
  case MOVE_SHIFT:
    return queue;
  case MOVE_LEFT:
    return queue && parser->depth > 0;
  default:
    return parser->depth > 1;
  }
}

static void
arc_add(Parser* parser, int32_t head, int32_t node, uint8_t relation) {
  ParserNode* const above = &parser->nodes[head];
  ParserNode* const below = &parser->nodes[node];
  below->head = head;
  below->relation = relation + 1U;
  if (node < head) {
    above->left2 = above->left;
    above->left = node;
    above->left_count++;
    above->left_set |= UINT64_C(1) << relation;
  } else {
    above->right2 = above->right;
    above->right = node;
    above->right_count++;
    above->right_set |= UINT64_C(1) << relation;
  }
}

_Static_assert(REL_COUNT <= 64, "A set of relations is 64 bits");

void
att_parser_apply(Parser* parser, Move move) {
  if (move.kind == MOVE_SHIFT) {
    assert(parser->next < parser->count);
    parser->stack[parser->depth++] = parser->next++;
    return;
  }
  const int32_t node = parser->stack[--parser->depth];
  const int32_t head =
    move.kind == MOVE_LEFT ? parser->next : parser->stack[parser->depth - 1];
  arc_add(parser, head, node, move.relation);
}
