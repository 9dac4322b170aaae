/* School: the order in which lessons are taken. */
/* SPDX-License-Identifier: MIT */
#include "train/school.h"

bool
att_held(Held held, const Lesson* lesson) {
  return held.folds > 0 && lesson->source % held.folds == held.fold;
}

AttStatus
att_order_begin(Arena* arena, const Treebank* bank, Held held, size_t pupil,
                Order* out) {
  Order order = { .state = 88172645463325252U + pupil };
  TRY(att_arena_alloc(arena, bank->lessons.length * sizeof *order.lessons,
                      &order.lessons));
  for (size_t i = 0; i < bank->lessons.length; i++) {
    if (!att_held(held, &bank->lessons.items[i])) {
      order.lessons[order.count++] = i;
    }
  }
  *out = order;
  return ATT_OK;
}

uint64_t
att_order_draw(Order* order, uint64_t limit) {
  order->state ^= order->state << 13;
  order->state ^= order->state >> 7;
  order->state ^= order->state << 17;
  return order->state % limit;
}

void
att_order_next(Order* order) {
  for (size_t i = order->count; i > 1; i--) {
    const size_t other = att_order_draw(order, i);
    const size_t lesson = order->lessons[i - 1];
    order->lessons[i - 1] = order->lessons[other];
    order->lessons[other] = lesson;
  }
}
