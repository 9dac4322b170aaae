/* A run: a query being answered. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_RUN_H
#define ATTACHE_GRAPH_RUN_H

#include "graph/algebra.h"
#include "graph/index.h"
#include "graph/regex.h"
#include "graph/rowset.h"
#include "graph/value.h"

typedef struct Run Run;
typedef struct Next Next;

/** Takes the row at hand. False: no more rows are wanted, or can be given. */
struct Next {
  bool (*row)(Run* run, const Next* next);
};

/** RowSet of a pattern that is answered by itself, kept. */
typedef struct Kept {
  const Pattern* pattern;
  uint32_t graph;
  RowSet rows;
  LIST(size_t) columns; /**< By which they are looked up. */
  uint32_t* key;        /**< Room for those, ... */
  bool* bound;          /**< ... and for what a row has bound. */
} Kept;

/** The graphs that a query is asked of. */
typedef struct Dataset {
  const Index* index;
  const uint32_t* names; /**< Of the named graphs, in order. */
  size_t count;
} Dataset;

struct Run {
  Terms* terms;
  Dataset dataset;
  Slice base;
  Place place;
  const AttSink* sink;
  unsigned seconds;     /**< That it may take; 0: any. */
  Arena* arena;         /**< What stays until the end. */
  Arena scratch;        /**< What an expression needs. */
  unsigned nesting;     /**< Expressions within each other. */
  const Select* select; /**< Whose variables the row has. */
  uint32_t* row;        /**< The term of each variable; 0: none. */
  TripleSet triples;    /**< Of the graph at hand. */
  uint32_t graph;       /**< Its name; 0: the default graph. */
  LIST(Kept*) kept;
  Regexes* regexes;
  AttStatus status; /**< ATT_OK while it can go on. */
  uint64_t steps;
  int64_t begun;      /**< Seconds from 1970. */
  uint64_t random;    /**< State of the generator. */
  uint64_t blanks;    /**< Blank nodes made. */
  uint64_t solutions; /**< Given so far. */
};

/** Begins and ends a run: set the first seven members before. */
AttStatus
att_run_begin(Run* run);
void
att_run_end(Run* run);

/** Ends the run with that status; false. */
bool
att_run_fail(Run* run, AttStatus status);

/** Ends it with ATT_QUERY and that reason; false. */
bool
att_run_refuse(Run* run, const char* reason);

/** Counts a step; false when the time is over. */
bool
att_run_step(Run* run);

/** Gives `next` each row of `pattern` that fits the row at hand. False as soon
 * as `next` says so, or on failure (run->status). */
bool
att_run_pattern(Run* run, const Pattern* pattern, const Next* next);

/** The same for the triple patterns of a block, from `at` on. */
bool
att_run_block(Run* run, const Pattern* pattern, size_t at, const Next* next);

/** The same for a triple pattern with a path. */
bool
att_run_path(Run* run, const TriplePattern* triple, const Next* next);

/** The same for the rows of a SELECT by itself: `next` is given its columns in
 * the row at hand, which is the SELECT's own. */
bool
att_run_select(Run* run, const Select* select, const Next* next);

/** Binds the variable of `operand` (or compares its term) to `term`. False: it
 * does not fit. `*bound` is to be told to att_run_unbind afterwards. */
bool
att_run_bind(Run* run, Operand operand, uint32_t term, bool* bound);
void
att_run_unbind(Run* run, Operand operand, bool bound);

/** The term of an operand in the row at hand, or 0. */
uint32_t
att_run_term(const Run* run, Operand operand);

#endif
