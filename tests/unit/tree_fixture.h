/* Trees written by hand: a word, its tags, its relation and its head a row. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TESTS_TREE_FIXTURE_H
#define ATTACHE_TESTS_TREE_FIXTURE_H

#include "reading/argument.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define MOST_ROWS 24

/* A row; `head` counts rows from 1, 0 is the root. Words are their lemmas. */
typedef struct Row {
  const char* word;
  Upos upos;
  Xpos xpos;
  Relation relation;
  uint32_t head;
} Row;

typedef struct HandTree {
  Trees trees;
  SyntaxNode nodes[MOST_ROWS];
  uint32_t of_token[MOST_ROWS];
  uint32_t first[2];
} HandTree;

/* Lays `rows`, up to one without a word, out as one sentence. */
static inline const Trees*
tree_make(HandTree* out, const Row* rows) {
  uint32_t count = 0;
  *out = (HandTree){ 0 };
  for (; count < MOST_ROWS && rows[count].word != NULL; count++) {
    const Row* const row = &rows[count];
    out->of_token[count] = count;
    out->nodes[count] = (SyntaxNode){
      .first = count,
      .end = count + 1,
      .mention = NOTHING,
      .head = row->head == 0 ? NOTHING : row->head - 1,
      .child = NOTHING,
      .next = NOTHING,
      .relation = (uint8_t)row->relation,
      .upos = (uint8_t)row->upos,
      .xpos = (uint8_t)row->xpos,
      .form = att_slice(row->word),
      .lemma = att_slice(row->word),
    };
  }
  for (uint32_t i = count; i > 0; i--) {
    const uint32_t head = out->nodes[i - 1].head;
    if (head != NOTHING) {
      out->nodes[i - 1].next = out->nodes[head].child;
      out->nodes[head].child = i - 1;
    }
  }
  out->first[1] = count;
  out->trees.nodes.items = out->nodes;
  out->trees.nodes.length = count;
  out->trees.of_token = out->of_token;
  out->trees.first = out->first;
  return &out->trees;
}

/* The last node of this word. */
static inline uint32_t
node_of(const Trees* trees, const char* word) {
  for (size_t i = trees->nodes.length; i > 0; i--) {
    if (att_slice_is(trees->nodes.items[i - 1].form, word)) {
      return (uint32_t)i - 1;
    }
  }
  fail_msg("no node %s", word);
  return NOTHING;
}

#endif
