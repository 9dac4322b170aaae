/* Learning to parse: a dynamic oracle tells which moves lose nothing more. */
/* SPDX-License-Identifier: MIT */
#include "language/parser.h"

#include "train/school.h"

#define ROUNDS 12

/* From the second round on, this share of the moves made is the pupil's own,
 * so that it learns to go on after a mistake. */
#define OWN_MOVES 90

/* One lesson takes far less. */
#define SCRATCH_BYTES ((size_t)256 << 20)

/* Dearer than any allowed move. */
#define NOT_ALLOWED INT32_MAX

typedef struct Class {
  const Treebank* bank;
  Model model; /* Tags and moves only. */
  uint8_t numbers[MOVE_KIND_COUNT][REL_COUNT];
  Perceptron* pupil;
  Order order;
} Class;

/* The head that `node` should get; the root is the node behind the last. */
static int32_t
gold_head(const Lesson* lesson, int32_t node) {
  const int32_t head = lesson->gold[node].head;
  return head < 0 ? (int32_t)lesson->count : head;
}

/* Dependents of `node` that still wait in the queue. */
static int32_t
waiting_count(const Lesson* lesson, const Parser* parser, int32_t node) {
  int32_t count = 0;
  for (int32_t i = parser->next; i < parser->count; i++) {
    count += gold_head(lesson, i) == node;
  }
  return count;
}

/* Arcs that become impossible if the next node goes on the stack. */
static int32_t
shift_cost(const Lesson* lesson, const Parser* parser) {
  const int32_t node = parser->next;
  int32_t cost = 0;
  for (int32_t i = 0; i < parser->depth; i++) {
    const int32_t other = parser->stack[i];
    cost += gold_head(lesson, other) == node;
    cost += i + 1 < parser->depth && gold_head(lesson, node) == other;
  }
  return cost;
}

static int32_t
left_cost(const Lesson* lesson, const Parser* parser) {
  const int32_t node = att_parser_stack(parser, 0);
  const int32_t head = gold_head(lesson, node);
  return waiting_count(lesson, parser, node) + (head > parser->next) +
         (parser->depth > 1 && head == att_parser_stack(parser, 1));
}

static int32_t
right_cost(const Lesson* lesson, const Parser* parser) {
  const int32_t node = att_parser_stack(parser, 0);
  return waiting_count(lesson, parser, node) +
         (gold_head(lesson, node) >= parser->next);
}

static void
costs_find(const Class* class, const Lesson* lesson, const Parser* parser,
           int32_t costs[MOVE_KIND_COUNT]) {
  const bool shift = att_parser_allows(parser, MOVE_IS_SHIFT, MOVE_SHIFT);
  const bool left = att_parser_allows(parser, MOVE_FIRST_LEFT, MOVE_LEFT);
  const bool right =
    att_parser_allows(parser, class->model.first_right, MOVE_RIGHT);
  costs[MOVE_SHIFT] = shift ? shift_cost(lesson, parser) : NOT_ALLOWED;
  costs[MOVE_LEFT] = left ? left_cost(lesson, parser) : NOT_ALLOWED;
  costs[MOVE_RIGHT] = right ? right_cost(lesson, parser) : NOT_ALLOWED;
}

static uint8_t
best_between(const int32_t* scores, size_t begin, size_t end) {
  size_t best = begin;
  for (size_t i = begin; i < end; i++) {
    best = scores[i] > scores[best] ? i : best;
  }
  return (uint8_t)best;
}

/* The best-scored move of a kind. */
static uint8_t
own_best(const Class* class, MoveKind kind, const int32_t* scores) {
  const Model* const model = &class->model;
  switch (kind) {
  case MOVE_SHIFT:
    return MOVE_IS_SHIFT;
  case MOVE_LEFT:
    return best_between(scores, MOVE_FIRST_LEFT, model->first_right);
  default:
    return best_between(scores, model->first_right, model->move_count);
  }
}

/* The best move of a kind to learn: with the right relation if the arc is
 * right, else with any. */
static uint8_t
good_best(const Class* class, const Lesson* lesson, const Parser* parser,
          MoveKind kind, const int32_t* scores) {
  if (kind == MOVE_SHIFT) {
    return MOVE_IS_SHIFT;
  }
  const int32_t node = att_parser_stack(parser, 0);
  const int32_t head =
    kind == MOVE_LEFT ? parser->next : att_parser_stack(parser, 1);
  return gold_head(lesson, node) == head
           ? class->numbers[kind][lesson->gold[node].relation]
           : own_best(class, kind, scores);
}

typedef struct Choice {
  uint8_t own;  /* What the pupil would do. */
  uint8_t good; /* The best of what loses nothing more. */
} Choice;

static Choice
choose(const Class* class, const Lesson* lesson, const Parser* parser,
       const int32_t* scores) {
  int32_t costs[MOVE_KIND_COUNT];
  costs_find(class, lesson, parser, costs);
  int32_t least = NOT_ALLOWED;
  for (unsigned kind = 0; kind < MOVE_KIND_COUNT; kind++) {
    least = costs[kind] < least ? costs[kind] : least;
  }
  int own = -1;
  int good = -1;
  for (unsigned kind = 0; kind < MOVE_KIND_COUNT; kind++) {
    if (costs[kind] == NOT_ALLOWED) {
      continue;
    }
    const uint8_t mine = own_best(class, (MoveKind)kind, scores);
    own = own < 0 || scores[mine] > scores[own] ? mine : own;
    if (costs[kind] == least) {
      const uint8_t move =
        good_best(class, lesson, parser, (MoveKind)kind, scores);
      good = good < 0 || scores[move] > scores[good] ? move : good;
    }
  }
  return (Choice){ (uint8_t)own, (uint8_t)good };
}

static AttStatus
move_learn(Class* class, const Lesson* lesson, Parser* parser, size_t round) {
  const Model* const model = &class->model;
  if (att_parser_allows(parser, MOVE_IS_ROOT, MOVE_LEFT)) {
    att_parser_apply(parser, model->moves[MOVE_IS_ROOT]);
    return ATT_OK;
  }
  uint64_t features[PARSER_FEATURES];
  int32_t scores[ROWS_CLASSES];
  const size_t count = att_parser_features(parser, features);
  att_perceptron_score(class->pupil, features, count, scores);
  const Choice choice = choose(class, lesson, parser, scores);
  TRY(att_perceptron_learn(class->pupil, features, count, choice.good,
                           choice.own));
  const bool own = round > 0 && att_order_draw(&class->order, 100) < OWN_MOVES;
  att_parser_apply(parser, model->moves[own ? choice.own : choice.good]);
  return ATT_OK;
}

static AttStatus
rounds_learn(Class* class, Arena* scratch) {
  for (size_t round = 0; round < ROUNDS; round++) {
    att_order_next(&class->order);
    for (size_t i = 0; i < class->order.count; i++) {
      const Lesson* const lesson =
        &class->bank->lessons.items[class->order.lessons[i]];
      Parser parser;
      att_arena_reset(scratch);
      TRY(att_parser_begin(&class->model, scratch, lesson->nodes, lesson->count,
                           &parser));
      while (!att_parser_done(&parser)) {
        TRY(move_learn(class, lesson, &parser, round));
      }
    }
  }
  return ATT_OK;
}

static void
moves_number(Class* class) {
  const Treebank* const bank = class->bank;
  class->model = (Model){ .tags = bank->tags.items,
                          .tag_count = bank->tags.length,
                          .moves = bank->moves.items,
                          .move_count = bank->moves.length };
  for (size_t i = bank->moves.length; i-- > 0;) {
    const Move move = bank->moves.items[i];
    class->numbers[move.kind][move.relation] = (uint8_t)i;
    if (move.kind == MOVE_RIGHT) {
      class->model.first_right = i;
    }
  }
}

static AttStatus
pupils_learn(Class* class, Arena* arena, Arena* scratch, Perceptron* sum) {
  for (size_t i = 0; i < SCHOOL_PUPILS; i++) {
    TRY(att_order_begin(arena, class->bank, (Held){ 0, 0 }, i, &class->order));
    Perceptron pupil = att_perceptron_begin(sum->least);
    class->pupil = &pupil;
    AttStatus status = rounds_learn(class, scratch);
    if (status == ATT_OK) {
      status = att_perceptron_merge(sum, &pupil);
    }
    att_perceptron_end(&pupil);
    TRY(status);
  }
  return ATT_OK;
}

AttStatus
att_parser_learn(const Treebank* bank, Perceptron* out) {
  Arena arena = att_arena_begin(SCRATCH_BYTES);
  Arena scratch = att_arena_begin(SCRATCH_BYTES);
  Class class = { .bank = bank };
  moves_number(&class);
  const AttStatus status = pupils_learn(&class, &arena, &scratch, out);
  att_arena_end(&scratch);
  att_arena_end(&arena);
  return status;
}
