/* Digests of text, computed by Redland. */
/* SPDX-License-Identifier: MIT */
#include "graph/query_digest.h"

#include <rasqal.h>

static const rasqal_op operators[] = {
  [DIGEST_MD5] = RASQAL_EXPR_MD5,       [DIGEST_SHA1] = RASQAL_EXPR_SHA1,
  [DIGEST_SHA256] = RASQAL_EXPR_SHA256, [DIGEST_SHA384] = RASQAL_EXPR_SHA384,
  [DIGEST_SHA512] = RASQAL_EXPR_SHA512,
};

/* Rasqal owns what it is given even when it fails. */
static rasqal_expression*
expression_new(rasqal_world* world, DigestKind kind, Slice text) {
  unsigned char* const copy = rasqal_alloc_memory(text.length + 1);
  if (copy == NULL) {
    return NULL;
  }
  if (text.length > 0) {
    memcpy(copy, text.start, text.length);
  }
  copy[text.length] = '\0';
  rasqal_literal* const literal =
    rasqal_new_string_literal(world, copy, NULL, NULL, NULL);
  rasqal_expression* const argument =
    literal == NULL ? NULL : rasqal_new_literal_expression(world, literal);
  return argument == NULL
           ? NULL
           : rasqal_new_1op_expression(world, operators[kind], argument);
}

static AttStatus
evaluated(Arena* arena, rasqal_world* world, rasqal_expression* expression,
          Slice* out) {
  rasqal_evaluation_context* const context =
    rasqal_new_evaluation_context(world, NULL, 0);
  if (context == NULL) {
    return ATT_NO_MEMORY;
  }
  int error = 0;
  rasqal_literal* const result =
    rasqal_expression_evaluate2(expression, context, &error);
  AttStatus status = ATT_OK;
  *out = SLICE("");
  if (result != NULL && error == 0) {
    status =
      att_slice_copy(arena,
                     att_slice((const char*)rasqal_literal_as_string(result)),
                     out);
  }
  if (result != NULL) {
    rasqal_free_literal(result);
  }
  rasqal_free_evaluation_context(context);
  return status;
}

AttStatus
att_query_digest(Arena* arena, DigestKind kind, Slice text, Slice* out) {
  AttStatus status = ATT_NO_MEMORY;
  rasqal_world* const world = rasqal_new_world();
  if (world != NULL && rasqal_world_open(world) == 0) {
    rasqal_expression* const expression = expression_new(world, kind, text);
    if (expression != NULL) {
      status = evaluated(arena, world, expression, out);
      rasqal_free_expression(expression);
    }
  }
  if (world != NULL) {
    rasqal_free_world(world);
  }
  return status;
}
