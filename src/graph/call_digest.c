/* Functions of digests. */
/* SPDX-License-Identifier: MIT */
#include "graph/expression.h"
#include "graph/query_digest.h"

bool
att_call_digest(Run* run, const Call* call, Value* out) {
  const Value* const value = &call->arguments[0];
  const DigestKind kind = (DigestKind)(call->function - FUNCTION_MD5);
  Slice digest;
  if (value->kind != VALUE_STRING) {
    return false;
  }
  const AttStatus status =
    att_query_digest(&run->scratch, kind, value->term.value, &digest);
  if (status != ATT_OK) {
    return att_run_fail(run, status);
  }
  *out = att_value_string(digest);
  return digest.length > 0 ||
         att_run_refuse(run, "This Redland computes no such digest");
}
