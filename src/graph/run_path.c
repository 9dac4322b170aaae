/* Property paths, walked from one end or from all. */
/* SPDX-License-Identifier: MIT */
#include "graph/run.h"

typedef struct Walk Walk;

/* Takes the node that a walk has come to. False: stop. */
struct Walk {
  bool (*node)(Run* run, const Walk* walk, uint32_t node);
};

typedef enum Direction { FORWARD, BACKWARD } Direction;

static bool
walk(Run* run, const Path* path, Direction direction, uint32_t from,
     const Walk* to);

static bool
is_excluded(const Path* path, uint32_t link) {
  for (size_t i = 0; i < path->links.length; i++) {
    if (path->links.items[i] == link) {
      return true;
    }
  }
  return false;
}

/* The triples of `key`; those that the path takes lead to their term `end`. */
static bool
links_walk(Run* run, const Path* path, const uint32_t key[3], size_t end,
           const Walk* to) {
  const TripleSet triples = run->triples;
  TripleReader reader;
  for (size_t i = 0; i < 3; i++) {
    if (key[i] > run->terms->last) {
      return true;
    }
  }
  att_triples_begin(&triples, key, &reader);
  bool more = true;
  while (more && reader.range.begin < reader.range.end) {
    const Triple* const triple = reader.range.begin;
    if (path->kind == PATH_LINK || !is_excluded(path, triple->term[1])) {
      more = to->node(run, to, triple->term[end]);
    }
    more = more && att_run_step(run);
    reader.range.begin++;
    const AttStatus status = att_triples_fetch(&reader);
    more = more && (status == ATT_OK || att_run_fail(run, status));
  }
  att_triples_end(&reader);
  return more;
}

static bool
link_walk(Run* run, const Path* path, Direction direction, uint32_t from,
          const Walk* to) {
  const uint32_t link = path->kind == PATH_LINK ? path->link : 0;
  const uint32_t forward[3] = { from, link, 0 };
  const uint32_t backward[3] = { 0, link, from };
  return direction == FORWARD ? links_walk(run, path, forward, 2, to)
                              : links_walk(run, path, backward, 0, to);
}

/* The second half of a sequence. */
typedef struct Half {
  Walk walk;
  const Path* path;
  Direction direction;
  const Walk* to;
} Half;

static bool
half_node(Run* run, const Walk* to, uint32_t node) {
  const Half* const half = (const Half*)to;
  return walk(run, half->path, half->direction, node, half->to);
}

static bool
sequence_walk(Run* run, const Path* path, Direction direction, uint32_t from,
              const Walk* to) {
  const bool forward = direction == FORWARD;
  const Half half = {
    { half_node }, forward ? path->right : path->left, direction, to
  };
  return walk(run, forward ? path->left : path->right, direction, from,
              &half.walk);
}

/* Nodes, each once. */
typedef struct Found {
  Walk walk;
  RowSet* rows;
} Found;

static bool
node_add(Run* run, RowSet* rows, uint32_t node) {
  size_t at = 0;
  bool added = false;
  const AttStatus status = att_rowset_find(rows, &node, &at, &added);
  return status == ATT_OK || att_run_fail(run, status);
}

static bool
found_node(Run* run, const Walk* to, uint32_t node) {
  return node_add(run, ((const Found*)to)->rows, node);
}

/* p?, p* and p+: every node that is reached, once. */
static bool
closure_walk(Run* run, const Path* path, Direction direction, uint32_t from,
             const Walk* to) {
  RowSet rows = { .width = 1 };
  const Found found = { { found_node }, &rows };
  bool more = path->kind == PATH_PLUS
                ? walk(run, path->left, direction, from, &found.walk)
                : node_add(run, &rows, from);
  if (more && path->kind == PATH_OPTIONAL) {
    more = walk(run, path->left, direction, from, &found.walk);
  }
  for (size_t i = 0; more && i < rows.count; i++) {
    const uint32_t node = *att_rowset_at(&rows, i);
    more = to->node(run, to, node) &&
           (path->kind == PATH_OPTIONAL ||
            walk(run, path->left, direction, node, &found.walk));
  }
  att_rowset_free(&rows);
  return more;
}

static bool
walk(Run* run, const Path* path, Direction direction, uint32_t from,
     const Walk* to) {
  switch (path->kind) {
  case PATH_LINK:
  case PATH_NEGATED:
    return link_walk(run, path, direction, from, to);
  case PATH_INVERSE:
    return walk(run, path->left, direction == FORWARD ? BACKWARD : FORWARD,
                from, to);
  case PATH_SEQUENCE:
    return sequence_walk(run, path, direction, from, to);
  case PATH_ALTERNATIVE:
    return walk(run, path->left, direction, from, to) &&
           walk(run, path->right, direction, from, to);
  default:
    return closure_walk(run, path, direction, from, to);
  }
}

/* The end of a walk, which is bound, and the row that is then given. */
typedef struct End {
  Walk walk;
  Operand operand;
  const Next* next;
} End;

static bool
end_node(Run* run, const Walk* to, uint32_t node) {
  const End* const end = (const End*)to;
  bool bound = false;
  const bool more = !att_run_bind(run, end->operand, node, &bound) ||
                    end->next->row(run, end->next);
  att_run_unbind(run, end->operand, bound);
  return more;
}

/* Every subject and object of the graph at hand. */
static bool
nodes_gather(Run* run, RowSet* rows) {
  static const Path any = { .kind = PATH_NEGATED };
  static const uint32_t key[3] = { 0, 0, 0 };
  const Found found = { { found_node }, rows };
  return links_walk(run, &any, key, 0, &found.walk) &&
         links_walk(run, &any, key, 2, &found.walk);
}

/* Neither end is known: the walk begins at each node. */
static bool
all_walk(Run* run, const TriplePattern* triple, const End* end) {
  RowSet rows = { .width = 1 };
  bool more = nodes_gather(run, &rows);
  for (size_t i = 0; more && i < rows.count; i++) {
    const uint32_t node = *att_rowset_at(&rows, i);
    bool bound = false;
    (void)att_run_bind(run, triple->place[0], node, &bound);
    more = walk(run, triple->path, FORWARD, node, &end->walk);
    att_run_unbind(run, triple->place[0], bound);
  }
  att_rowset_free(&rows);
  return more;
}

static bool
is_node(const Run* run, uint32_t term) {
  const uint32_t subject[3] = { term, 0, 0 };
  const uint32_t object[3] = { 0, 0, term };
  return term <= run->terms->last &&
         (att_triples_count(&run->triples, subject) > 0 ||
          att_triples_count(&run->triples, object) > 0);
}

/* Between variables a path of no steps leads only from nodes of the graph. */
static bool
is_away(const Run* run, const TriplePattern* triple, uint32_t from,
        uint32_t to) {
  const uint32_t known = from != 0 ? from : to;
  return triple->place[0].variable != NO_VARIABLE &&
         triple->place[2].variable != NO_VARIABLE && known != 0 &&
         !is_node(run, known);
}

bool
att_run_path(Run* run, const TriplePattern* triple, const Next* next) {
  const uint32_t from = att_run_term(run, triple->place[0]);
  const uint32_t to = att_run_term(run, triple->place[2]);
  const End forward = { { end_node }, triple->place[2], next };
  const End backward = { { end_node }, triple->place[0], next };
  if (is_away(run, triple, from, to)) {
    return true;
  }
  if (from != 0) {
    return walk(run, triple->path, FORWARD, from, &forward.walk);
  }
  return to != 0 ? walk(run, triple->path, BACKWARD, to, &backward.walk)
                 : all_walk(run, triple, &forward);
}
