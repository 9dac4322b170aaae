/* Algebra: a SPARQL query as it is parsed and answered. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_ALGEBRA_H
#define ATTACHE_GRAPH_ALGEBRA_H

#include "graph/function.h"
#include "graph/prefix.h"
#include "graph/varset.h"

typedef struct Expression Expression;
typedef struct Path Path;
typedef struct Pattern Pattern;
typedef struct Select Select;

/** No variable. */
#define NO_VARIABLE SIZE_MAX

/** A place of a pattern: a variable, or a term (graph/terms.h). */
typedef struct Operand {
  size_t variable; /**< NO_VARIABLE: a term. */
  uint32_t term;
} Operand;

typedef LIST(Expression*) Expressions;

/** A call: operators are functions too. */
struct Expression {
  Function function;
  Operand operand;       /**< Of FUNCTION_OPERAND. */
  Expressions arguments; /**< Of all others. */
  Pattern* pattern;      /**< Of FUNCTION_EXISTS. */
  VarSet variables;      /**< That its value depends on. */
  unsigned height;       /**< Calls within each other. */
};

typedef enum PathKind {
  PATH_LINK,        /**< One predicate. */
  PATH_INVERSE,     /**< ^left */
  PATH_SEQUENCE,    /**< left/right */
  PATH_ALTERNATIVE, /**< left|right */
  PATH_OPTIONAL,    /**< left? */
  PATH_STAR,        /**< left* */
  PATH_PLUS,        /**< left+ */
  PATH_NEGATED      /**< !(...): no predicate of `links` */
} PathKind;

struct Path {
  PathKind kind;
  uint32_t link; /**< Of PATH_LINK. */
  Path* left;
  Path* right;
  LIST(uint32_t) links; /**< Of PATH_NEGATED. */
};

/** A triple pattern; its predicate may be a path. */
typedef struct TriplePattern {
  Operand place[3]; /**< Subject, predicate, object. */
  Path* path;       /**< In the predicate's place, or NULL. */
} TriplePattern;

/** A filter that can be told once so many patterns of a block are matched. */
typedef struct Check {
  const Expression* expression;
  size_t after;
} Check;

typedef enum PatternKind {
  PATTERN_TRIPLES,   /**< The triple patterns of a block; none: one row. */
  PATTERN_JOIN,      /**< left and right */
  PATTERN_LEFT_JOIN, /**< left, and right where it is: OPTIONAL */
  PATTERN_UNION,     /**< left, then right */
  PATTERN_MINUS,     /**< left, unless right fits */
  PATTERN_FILTER,    /**< left where the expression holds */
  PATTERN_EXTEND,    /**< left, and the expression as a variable: BIND */
  PATTERN_GRAPH,     /**< left in the graph of that name */
  PATTERN_VALUES,    /**< rows of terms */
  PATTERN_SELECT     /**< a sub-select */
} PatternKind;

struct Pattern {
  PatternKind kind;
  Pattern* left;
  Pattern* right;
  Expression* expression; /**< Of FILTER, EXTEND, perhaps of LEFT_JOIN. */
  Operand name;           /**< Of GRAPH, EXTEND. */
  LIST(TriplePattern) triples;
  LIST(Check) checks;
  LIST(size_t) columns; /**< Of VALUES, SELECT: variables of the row. */
  LIST(uint32_t) cells; /**< Of VALUES, row by row; 0 is UNDEF. */
  Select* select;
  VarSet certain;  /**< Variables that each row gives a value. */
  VarSet possible; /**< Variables that a row may give a value. */
  bool apart;      /**< Of JOIN, LEFT_JOIN: the right side is answered by
                    * itself, and then compared. */
  unsigned height; /**< Patterns within each other. */
};

/** A column of a SELECT. */
typedef struct Column {
  size_t variable;
  Expression* expression; /**< Or NULL. */
} Column;

typedef struct Aggregate {
  Function function; /**< FUNCTION_COUNT ... FUNCTION_GROUP_CONCAT */
  bool distinct;
  Expression* expression; /**< NULL: COUNT(*). */
  Slice separator;
  size_t variable; /**< That stands for it in expressions. */
} Aggregate;

typedef struct SortKey {
  Expression* expression;
  bool descending;
} SortKey;

/** A SELECT, or what stands behind another form. */
struct Select {
  LIST(Slice) names; /**< Of the variables; empty: not to be written. */
  Pattern* where;
  bool distinct;
  bool all; /**< SELECT * */
  bool grouped;
  LIST(Column) columns;
  LIST(Column) keys; /**< Of GROUP BY. */
  LIST(Aggregate) aggregates;
  Expressions having;
  LIST(SortKey) order;
  size_t limit; /**< SIZE_MAX: none. */
  size_t offset;
  Pattern* values; /**< Behind the group, or NULL. */
};

#endif
