/* attache-train train: treebanks in, a model out. */
/* SPDX-License-Identifier: MIT */
#include "train/command.h"

#include "train/lemmas.h"
#include "train/school.h"
#include "train/writer.h"

/* The treebanks, and what is made of them. */
#define ARENA_BYTES ((size_t)8 << 30)

/* Weights nearer to zero, summed over all pupils, hardly matter: leaving them
 * out makes the model half as large at no loss. */
#define TAGGER_WEIGHT 1.5
#define PARSER_WEIGHT 4.0

typedef struct Training {
  Corpus corpus;
  Treebank bank;
  Slice parts[MODEL_PART_COUNT];
  const AttSink* sink;
} Training;

static void
note(const Training* training, const char* text, size_t bytes) {
  att_report(training->sink, ATT_NOTE, (Place){ 0 }, "%s: %zu bytes", text,
             bytes);
}

static AttStatus
classes_make(Training* training) {
  Packing packing = { 0 };
  Arena* const arena = &training->corpus.arena;
  TRY(att_classes_learn(arena, &training->bank, (Held){ 0, 0 }, &packing));
  return att_packing_write(arena, &packing, &training->parts[MODEL_CLASSES]);
}

static AttStatus
weights_make(Training* training, ModelPartKind kind, double weight,
             const Perceptron* pupil) {
  const size_t classes = kind == MODEL_TAGGER ? training->bank.tags.length
                                              : training->bank.moves.length;
  Packing packing = { 0 };
  Arena* const arena = &training->corpus.arena;
  TRY(att_perceptron_pack(pupil, weight, arena, &packing));
  return att_packing_write_weights(arena, &packing, classes,
                                   &training->parts[kind],
                                   &training->parts[kind + 1]);
}

static AttStatus
tagger_make(Training* training) {
  Perceptron pupil = att_perceptron_begin(SCHOOL_TAGGER_LEAST);
  AttStatus status =
    att_tagger_learn(&training->bank, training->parts[MODEL_CLASSES],
                     (Held){ 0, 0 }, &pupil);
  if (status == ATT_OK) {
    status = weights_make(training, MODEL_TAGGER, TAGGER_WEIGHT, &pupil);
  }
  att_perceptron_end(&pupil);
  note(training, "Tagger learned", training->parts[MODEL_TAGGER].length);
  return status;
}

static AttStatus
parser_make(Training* training) {
  TRY(att_tags_jackknife(&training->bank));
  note(training, "Treebank tagged", 0);
  Perceptron pupil = att_perceptron_begin(SCHOOL_PARSER_LEAST);
  AttStatus status = att_parser_learn(&training->bank, &pupil);
  if (status == ATT_OK) {
    status = weights_make(training, MODEL_PARSER, PARSER_WEIGHT, &pupil);
  }
  att_perceptron_end(&pupil);
  note(training, "Parser learned", training->parts[MODEL_PARSER].length);
  return status;
}

static AttStatus
lemmas_make(Training* training) {
  Packing packing = { 0 };
  Arena* const arena = &training->corpus.arena;
  TRY(att_lemmas_learn(arena, &training->corpus, &packing));
  TRY(att_packing_write(arena, &packing, &training->parts[MODEL_LEMMAS]));
  note(training, "Lemmas learned", training->parts[MODEL_LEMMAS].length);
  return ATT_OK;
}

static AttStatus
model_make(Training* training) {
  Treebank* const bank = &training->bank;
  TRY(att_treebank_make(&training->corpus.arena, &training->corpus, bank));
  if (bank->lessons.length == 0) {
    att_report(training->sink, ATT_ERROR, (Place){ 0 },
               "There is no tree to learn from");
    return ATT_INPUT;
  }
  training->parts[MODEL_TAGS] =
    (Slice){ (const char*)bank->tags.items,
             bank->tags.length * sizeof *bank->tags.items };
  training->parts[MODEL_MOVES] =
    (Slice){ (const char*)bank->moves.items,
             bank->moves.length * sizeof *bank->moves.items };
  TRY(lemmas_make(training));
  TRY(classes_make(training));
  TRY(tagger_make(training));
  return parser_make(training);
}

AttStatus
att_train_run(const char* model, char* const* paths, size_t count,
              const AttSink* sink) {
  Training training = { .sink = sink };
  training.corpus.arena = att_arena_begin(ARENA_BYTES);
  AttStatus status = ATT_OK;
  for (size_t i = 0; i < count && status == ATT_OK; i++) {
    status = att_corpus_read(&training.corpus, paths[i], sink);
  }
  if (status == ATT_OK) {
    status = model_make(&training);
  }
  if (status == ATT_OK) {
    status = att_model_write(model, training.parts);
  }
  att_arena_end(&training.corpus.arena);
  return status;
}
