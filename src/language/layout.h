/* The layout of a model file, and the model as the floor's files see it. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_LAYOUT_H
#define ATTACHE_LANGUAGE_LAYOUT_H

#include "base/slice.h"
#include "language/model.h"
#include "language/weights.h"

#define MODEL_MAGIC "ATTMODEL"

/** Changes with anything that changes what the parts mean: the layout, the
 * inventories, the features and their hashes. */
#define MODEL_VERSION 3

/** Reads differently on a machine that stores numbers the other way round. */
#define MODEL_BYTE_ORDER 0x01020304

typedef enum ModelPartKind {
  MODEL_TAGS,        /**< Joint tags: pairs of Upos and Xpos, a byte each. */
  MODEL_MOVES,       /**< The parser's moves: pairs of MoveKind and Relation. */
  MODEL_CLASSES,     /**< Rows: what tags a word may have. */
  MODEL_TAGGER,      /**< Weights of tags: the rows, */
  MODEL_TAGGER_WIDE, /**< and the wide ones. */
  MODEL_PARSER,      /**< Weights of moves. */
  MODEL_PARSER_WIDE,
  MODEL_LEMMAS, /**< Rows: how endings change. */
  MODEL_PART_COUNT
} ModelPartKind;

/** Bytes `begin` up to `end` of the file. */
typedef struct ModelPart {
  uint64_t begin;
  uint64_t end;
} ModelPart;

/** What a model file starts with. */
typedef struct ModelHeader {
  char magic[8];
  uint32_t version;
  uint32_t byte_order;
  ModelPart parts[MODEL_PART_COUNT];
  uint64_t size;     /**< Bytes of the whole file. */
  uint64_t content;  /**< Checksum of all bytes behind the header. */
  uint64_t checksum; /**< Of the header's bytes before this member. */
} ModelHeader;

/** What the parser does next. */
typedef enum MoveKind {
  MOVE_SHIFT, /**< The next node goes on the stack. */
  MOVE_LEFT,  /**< The top of the stack depends on the next node. */
  MOVE_RIGHT, /**< The top of the stack depends on the one below. */
  MOVE_KIND_COUNT
} MoveKind;

/** A class of the parser. */
typedef struct Move {
  uint8_t kind;     /**< MoveKind */
  uint8_t relation; /**< Relation; of MOVE_SHIFT meaningless. */
} Move;

/** The moves every model has, where they stand; then come the other left
 * moves, then the right ones. */
enum { MOVE_IS_SHIFT, MOVE_IS_ROOT, MOVE_FIRST_LEFT };

/** A joint tag. */
typedef struct TagPair {
  uint8_t upos; /**< Upos */
  uint8_t xpos; /**< Xpos */
} TagPair;

struct Model {
  void* map;
  size_t size; /**< bytes */
  const TagPair* tags;
  size_t tag_count;
  const Move* moves;
  size_t move_count;
  size_t first_right; /**< The first move to the right. */
  Rows classes;
  Weights tagger;
  Weights parser;
  Rows lemmas;
};

/** Checks the header of a model file and fills `out`, which borrows the bytes.
 * ATT_MODEL, with the reason in `*reason`. Whatever the content, no look-up
 * reads outside it. */
AttStatus
att_model_open(Slice file, Model* out, const char** reason);

#endif
