/* Patterns, made so that they know which variables they give values. */
/* SPDX-License-Identifier: MIT */
#include "graph/pattern.h"

AttStatus
att_pattern_new(Arena* arena, PatternKind kind, Pattern** out) {
  TRY(att_arena_alloc(arena, sizeof **out, out));
  (*out)->kind = kind;
  (*out)->name.variable = NO_VARIABLE;
  return ATT_OK;
}

static bool
is_unit(const Pattern* pattern) {
  return pattern->kind == PATTERN_TRIPLES && pattern->triples.length == 0;
}

/* Two blocks side by side are one. */
static AttStatus
blocks_merge(Arena* arena, Pattern* left, const Pattern* right) {
  for (size_t i = 0; i < right->triples.length; i++) {
    TRY(LIST_PUSH(arena, &left->triples, right->triples.items[i]));
  }
  TRY(att_varset_unite(arena, &left->certain, &right->certain));
  return att_varset_unite(arena, &left->possible, &right->possible);
}

static AttStatus
variables_join(Arena* arena, Pattern* pattern) {
  TRY(att_varset_unite(arena, &pattern->certain, &pattern->left->certain));
  TRY(att_varset_unite(arena, &pattern->possible, &pattern->left->possible));
  if (pattern->right == NULL || pattern->kind == PATTERN_MINUS) {
    return ATT_OK;
  }
  TRY(att_varset_unite(arena, &pattern->possible, &pattern->right->possible));
  if (pattern->kind == PATTERN_JOIN) {
    return att_varset_unite(arena, &pattern->certain, &pattern->right->certain);
  }
  if (pattern->kind == PATTERN_UNION) {
    att_varset_intersect(&pattern->certain, &pattern->right->certain);
  }
  return ATT_OK;
}

AttStatus
att_pattern_of(Arena* arena, PatternKind kind, Pattern* left, Pattern* right,
               Pattern** out) {
  if (kind == PATTERN_JOIN && (is_unit(left) || is_unit(right))) {
    *out = is_unit(left) ? right : left;
    return ATT_OK;
  }
  if (kind == PATTERN_JOIN && left->kind == PATTERN_TRIPLES &&
      right->kind == PATTERN_TRIPLES) {
    *out = left;
    return blocks_merge(arena, left, right);
  }
  Pattern* pattern = NULL;
  TRY(att_pattern_new(arena, kind, &pattern));
  pattern->left = left;
  pattern->right = right;
  pattern->height = left->height + 1;
  if (right != NULL && right->height >= pattern->height) {
    pattern->height = right->height + 1;
  }
  *out = pattern;
  return variables_join(arena, pattern);
}

AttStatus
att_pattern_add(Arena* arena, Pattern* pattern, const TriplePattern* triple) {
  for (size_t i = 0; i < 3; i++) {
    const size_t variable = triple->place[i].variable;
    if (variable != NO_VARIABLE) {
      TRY(att_varset_add(arena, &pattern->certain, variable));
      TRY(att_varset_add(arena, &pattern->possible, variable));
    }
  }
  return LIST_PUSH(arena, &pattern->triples, *triple);
}

AttStatus
att_pattern_filter(Arena* arena, Pattern* pattern, Expression* expression,
                   Pattern** out) {
  TRY(att_pattern_of(arena, PATTERN_FILTER, pattern, NULL, out));
  (*out)->expression = expression;
  return ATT_OK;
}

AttStatus
att_pattern_extend(Arena* arena, Pattern* pattern, Expression* expression,
                   size_t variable, Pattern** out) {
  TRY(att_pattern_of(arena, PATTERN_EXTEND, pattern, NULL, out));
  (*out)->expression = expression;
  (*out)->name.variable = variable;
  return att_varset_add(arena, &(*out)->possible, variable);
}

AttStatus
att_pattern_mentions(Arena* arena, const Pattern* pattern, VarSet* set) {
  TRY(att_varset_unite(arena, set, &pattern->possible));
  if (pattern->expression != NULL) {
    TRY(att_varset_unite(arena, set, &pattern->expression->variables));
  }
  if (pattern->left != NULL) {
    TRY(att_pattern_mentions(arena, pattern->left, set));
  }
  return pattern->right == NULL
           ? ATT_OK
           : att_pattern_mentions(arena, pattern->right, set);
}
