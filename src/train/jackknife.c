/* Jackknifing: tags for the parser to learn from, as wrong as tags will be. */
/* SPDX-License-Identifier: MIT */
#include "train/school.h"

#define FOLDS 5

/* The lists and tables of one fold. */
#define FOLD_BYTES ((size_t)4 << 30)

static AttStatus
fold_predict(Arena* arena, Treebank* bank, const Model* model, Held held) {
  for (size_t i = 0; i < bank->lessons.length; i++) {
    const Lesson* const lesson = &bank->lessons.items[i];
    if (att_held(held, lesson)) {
      TRY(att_tags_predict(model, arena, lesson->nodes, lesson->count));
    }
  }
  return ATT_OK;
}

static AttStatus
fold_tag(Arena* arena, Treebank* bank, Held held, Perceptron* pupil) {
  Packing classes = { 0 };
  Slice class_part;
  TRY(att_classes_learn(arena, bank, held, &classes));
  TRY(att_packing_write(arena, &classes, &class_part));
  TRY(att_tagger_learn(bank, class_part, held, pupil));
  Packing weights = { 0 };
  Slice rows;
  Slice wide;
  TRY(att_perceptron_pack(pupil, 0, arena, &weights));
  TRY(att_packing_write_weights(arena, &weights, bank->tags.length, &rows,
                                &wide));
  Model model = { .tags = bank->tags.items, .tag_count = bank->tags.length };
  TRY(att_rows_open(class_part, &model.classes));
  TRY(att_weights_open(rows, wide, model.tag_count, &model.tagger));
  return fold_predict(arena, bank, &model, held);
}

AttStatus
att_tags_jackknife(Treebank* bank) {
  AttStatus status = ATT_OK;
  for (size_t fold = 0; fold < FOLDS && status == ATT_OK; fold++) {
    Arena arena = att_arena_begin(FOLD_BYTES);
    Perceptron pupil = att_perceptron_begin(SCHOOL_TAGGER_LEAST);
    status = fold_tag(&arena, bank, (Held){ FOLDS, fold }, &pupil);
    att_perceptron_end(&pupil);
    att_arena_end(&arena);
  }
  return status;
}
