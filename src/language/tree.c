/* Dependency trees: greedy arc-hybrid parsing with the model's weights. */
/* SPDX-License-Identifier: MIT */
#include "language/tree.h"

#include "language/parser.h"

/* The best allowed move of the classes `begin` up to `end`, which are all of
 * one kind, if it beats `best`. */
static size_t
better_move(const int32_t* scores, size_t begin, size_t end, size_t best) {
  for (size_t i = begin; i < end; i++) {
    best = scores[i] > scores[best] ? i : best;
  }
  return best;
}

static size_t
best_move(const Model* model, const Parser* parser, const int32_t* scores) {
  const bool shift = att_parser_allows(parser, MOVE_IS_SHIFT, MOVE_SHIFT);
  size_t best = shift ? MOVE_IS_SHIFT : model->move_count - 1;
  if (att_parser_allows(parser, MOVE_FIRST_LEFT, MOVE_LEFT)) {
    best = better_move(scores, MOVE_FIRST_LEFT, model->first_right, best);
  }
  if (att_parser_allows(parser, model->first_right, MOVE_RIGHT)) {
    best = better_move(scores, model->first_right, model->move_count, best);
  }
  return best;
}

/* The move that the model prefers; where only one is allowed, that one. */
static size_t
move_choose(const Model* model, const Parser* parser) {
  if (parser->depth == 0) {
    return MOVE_IS_SHIFT;
  }
  if (att_parser_allows(parser, MOVE_IS_ROOT, MOVE_LEFT)) {
    return MOVE_IS_ROOT;
  }
  uint64_t features[PARSER_FEATURES];
  int32_t scores[ROWS_CLASSES];
  const size_t count = att_parser_features(parser, features);
  att_weights_score(&model->parser, features, count, scores);
  return best_move(model, parser, scores);
}

AttStatus
att_tree_parse(const Model* model, Arena* scratch, Node* nodes, size_t count) {
  Parser parser;
  TRY(att_parser_begin(model, scratch, nodes, count, &parser));
  while (!att_parser_done(&parser)) {
    att_parser_apply(&parser, model->moves[move_choose(model, &parser)]);
  }
  for (size_t i = 0; i < count; i++) {
    const ParserNode* const node = &parser.nodes[i];
    nodes[i].head = node->head == parser.count ? -1 : node->head;
    nodes[i].relation = (uint8_t)(node->relation - 1);
  }
  return ATT_OK;
}

uint16_t
att_tag_of(const Model* model, Upos upos, Xpos xpos) {
  uint16_t best = 0;
  for (size_t i = model->tag_count; i-- > 0;) {
    const TagPair tag = model->tags[i];
    if (tag.upos == upos && tag.xpos == xpos) {
      return (uint16_t)i;
    }
    best = tag.upos == upos ? (uint16_t)i : best;
  }
  return best;
}
