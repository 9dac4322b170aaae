/* Expressions, computed for the row at hand. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_EXPRESSION_H
#define ATTACHE_GRAPH_EXPRESSION_H

#include "graph/run.h"

/** The value of `expression`. False: it has none, or the run failed. What it
 * borrows lasts until the outermost expression is done. */
bool
att_expression_value(Run* run, const Expression* expression, Value* out);

/** Whether it holds; an error, and failure of the run, is no. */
bool
att_expression_holds(Run* run, const Expression* expression);

/** Its value as a term, or 0. */
uint32_t
att_expression_term(Run* run, const Expression* expression);

/** The term of a value. */
uint32_t
att_value_term(Run* run, Value* value);

/** An expression is begun, and done: memory is given back after the outermost.
 */
void
att_expression_enter(Run* run);
void
att_expression_leave(Run* run);

/** left + right and so on; numbers only. */
bool
att_value_compute(Run* run, Function function, const Value* left,
                  const Value* right, Value* out);

/** Calls of functions of each kind: arguments are there and spelt out. */
typedef struct Call {
  Function function;
  Value* arguments;
  size_t count;
} Call;

bool
att_call_term(Run* run, const Call* call, Value* out);
bool
att_call_number(Run* run, const Call* call, Value* out);
bool
att_call_text(Run* run, const Call* call, Value* out);
bool
att_call_regex(Run* run, const Call* call, Value* out);
bool
att_call_moment(Run* run, const Call* call, Value* out);
bool
att_call_digest(Run* run, const Call* call, Value* out);
bool
att_call_cast(Run* run, const Call* call, Value* out);

/** A value that is text like `like`: in its language, or in none. */
bool
att_value_text_like(const Value* like, Slice text, Value* out);

#endif
