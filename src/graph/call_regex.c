/* REGEX and REPLACE. */
/* SPDX-License-Identifier: MIT */
#include "graph/expression.h"
#include "graph/regex.h"

static bool
is_text(const Value* value) {
  return value->kind == VALUE_STRING || value->kind == VALUE_TEXT;
}

/* The compiled expression of arguments `at` and `at + flags`. */
static bool
compiled(Run* run, const Call* call, size_t flags, Regex** out) {
  const Value* const regex = &call->arguments[1];
  const bool flagged = call->count > flags;
  if (regex->kind != VALUE_STRING ||
      (flagged && call->arguments[flags].kind != VALUE_STRING)) {
    return false;
  }
  const AttStatus status =
    att_regexes_find(&run->regexes, regex->term.value,
                     flagged ? call->arguments[flags].term.value : SLICE(""),
                     out);
  if (status != ATT_OK && status != ATT_INPUT) {
    return att_run_fail(run, status);
  }
  return status == ATT_OK;
}

static bool
match_fail(Run* run, AttStatus status) {
  return status == ATT_LIMIT
           ? att_run_refuse(run, "A regular expression takes too long to match")
           : att_run_fail(run, status);
}

static bool
regex(Run* run, const Call* call, Value* out) {
  Regex* regex = NULL;
  bool found = false;
  if (!is_text(&call->arguments[0]) || !compiled(run, call, 2, &regex)) {
    return false;
  }
  const AttStatus status =
    att_regex_is_in(regex, call->arguments[0].term.value, &found);
  *out = att_value_boolean(found);
  return status == ATT_OK || match_fail(run, status);
}

static bool
replace(Run* run, const Call* call, Value* out) {
  Regex* regex = NULL;
  Slice text = SLICE("");
  if (!is_text(&call->arguments[0]) ||
      call->arguments[2].kind != VALUE_STRING ||
      !compiled(run, call, 3, &regex)) {
    return false;
  }
  const AttStatus status =
    att_regex_replace(&run->scratch, regex, call->arguments[0].term.value,
                      call->arguments[2].term.value, &text);
  if (status == ATT_INPUT) {
    return false;
  }
  return status == ATT_OK ? att_value_text_like(&call->arguments[0], text, out)
                          : match_fail(run, status);
}

bool
att_call_regex(Run* run, const Call* call, Value* out) {
  return call->function == FUNCTION_REGEX ? regex(run, call, out)
                                          : replace(run, call, out);
}
