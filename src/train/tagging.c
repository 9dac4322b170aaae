/* Learning to tag. */
/* SPDX-License-Identifier: MIT */
#include "language/tagger.h"

#include "base/intern.h"
#include "train/school.h"

/* Rounds over the lessons; the jackknifed taggers may be a little worse. */
#define ROUNDS 10
#define JACKKNIFE_ROUNDS 4

/* A word seen less often has no class; nor a tag less than this share of it. */
#define CLASS_LEAST 3
#define CLASS_SHARE 10

/* Words of one lesson take far less. */
#define SCRATCH_BYTES ((size_t)1 << 30)

/* How often a word had each tag. */
typedef struct Habit {
  uint32_t total;
  uint32_t tags[ROWS_CLASSES];
} Habit;

typedef struct Habits {
  Intern words; /* The bytes of their hashes. */
  LIST(Habit) items;
} Habits;

static AttStatus
habit_add(Arena* arena, Habits* habits, uint64_t word, uint16_t tag) {
  uint32_t id = 0;
  TRY(att_intern(arena, &habits->words,
                 (Slice){ (const char*)&word, sizeof word }, &id));
  if (id > habits->items.length) {
    TRY(LIST_PUSH(arena, &habits->items, (Habit){ 0 }));
  }
  Habit* const habit = &habits->items.items[id - 1];
  habit->total++;
  habit->tags[tag]++;
  return ATT_OK;
}

static AttStatus
habit_pack(Arena* arena, const Habit* habit, uint64_t word, Packing* out) {
  if (habit->total < CLASS_LEAST) {
    return ATT_OK;
  }
  size_t best = 0;
  for (size_t i = 1; i < ROWS_CLASSES; i++) {
    best = habit->tags[i] > habit->tags[best] ? i : best;
  }
  unsigned char pairs[2 * (1 + CLASS_SHARE)] = { (unsigned char)best, 0 };
  size_t count = 1;
  for (size_t i = 0; i < ROWS_CLASSES; i++) {
    if (i != best && habit->tags[i] * CLASS_SHARE >= habit->total) {
      pairs[2 * count++] = (unsigned char)i;
    }
  }
  return att_packing_add(arena, out, word,
                         (Slice){ (const char*)pairs, 2 * count });
}

AttStatus
att_classes_learn(Arena* arena, const Treebank* bank, Held held, Packing* out) {
  Habits habits = { 0 };
  for (size_t i = 0; i < bank->lessons.length; i++) {
    const Lesson* const lesson = &bank->lessons.items[i];
    for (size_t k = 0; k < lesson->count && !att_held(held, lesson); k++) {
      Spelling spelling;
      att_spelling_read(lesson->nodes[k].form, &spelling);
      TRY(habit_add(arena, &habits, spelling.lower, lesson->tags[k]));
    }
  }
  for (size_t i = 0; i < habits.items.length; i++) {
    uint64_t word = 0;
    memcpy(&word, habits.words.strings.items[i].start, sizeof word);
    TRY(habit_pack(arena, &habits.items.items[i], word, out));
  }
  return ATT_OK;
}

static uint8_t
best_tag(const int32_t* scores, size_t count) {
  size_t best = 0;
  for (size_t i = 1; i < count; i++) {
    best = scores[i] > scores[best] ? i : best;
  }
  return (uint8_t)best;
}

static AttStatus
lesson_learn(const Lesson* lesson, const TaggerWord* words, size_t tag_count,
             Perceptron* pupil) {
  unsigned last = TAGGER_NO_TAG;
  unsigned before = TAGGER_NO_TAG;
  for (size_t i = 0; i < lesson->count; i++) {
    uint64_t features[TAGGER_FEATURES];
    int32_t scores[ROWS_CLASSES];
    const size_t count =
      att_tagger_features(&words[i], i == 0, last, before, features);
    att_perceptron_score(pupil, features, count, scores);
    const uint8_t tag = best_tag(scores, tag_count);
    TRY(att_perceptron_learn(pupil, features, count, (uint8_t)lesson->tags[i],
                             tag));
    before = last;
    last = tag;
  }
  return ATT_OK;
}

static AttStatus
rounds_learn(const Treebank* bank, Order* order, TaggerWord* const* words,
             size_t rounds, Perceptron* pupil) {
  for (size_t round = 0; round < rounds; round++) {
    att_order_next(order);
    for (size_t i = 0; i < order->count; i++) {
      const size_t lesson = order->lessons[i];
      TRY(lesson_learn(&bank->lessons.items[lesson], words[lesson],
                       bank->tags.length, pupil));
    }
  }
  return ATT_OK;
}

static AttStatus
words_describe(Arena* arena, const Treebank* bank, Slice classes,
               TaggerWord*** out) {
  Rows rows;
  TRY(att_rows_open(classes, &rows));
  TaggerWord** words = NULL;
  TRY(att_arena_alloc(arena, bank->lessons.length * sizeof *words, &words));
  for (size_t i = 0; i < bank->lessons.length; i++) {
    const Lesson* const lesson = &bank->lessons.items[i];
    TRY(
      att_tagger_words(&rows, arena, lesson->nodes, lesson->count, &words[i]));
  }
  *out = words;
  return ATT_OK;
}

static AttStatus
pupil_learn(const Treebank* bank, TaggerWord* const* words, Order order,
            size_t rounds, Perceptron* sum) {
  Perceptron pupil = att_perceptron_begin(sum->least);
  AttStatus status = rounds_learn(bank, &order, words, rounds, &pupil);
  if (status == ATT_OK) {
    status = att_perceptron_merge(sum, &pupil);
  }
  att_perceptron_end(&pupil);
  return status;
}

static AttStatus
pupils_learn(Arena* arena, const Treebank* bank, Slice classes, Held held,
             Perceptron* sum) {
  TaggerWord** words = NULL;
  TRY(words_describe(arena, bank, classes, &words));
  const size_t pupils = held.folds == 0 ? SCHOOL_PUPILS : 1;
  const size_t rounds = held.folds == 0 ? ROUNDS : JACKKNIFE_ROUNDS;
  for (size_t i = 0; i < pupils; i++) {
    Order order;
    TRY(att_order_begin(arena, bank, held, i, &order));
    TRY(pupil_learn(bank, words, order, rounds, sum));
  }
  return ATT_OK;
}

AttStatus
att_tagger_learn(const Treebank* bank, Slice classes, Held held,
                 Perceptron* out) {
  Arena scratch = att_arena_begin(SCRATCH_BYTES);
  const AttStatus status = pupils_learn(&scratch, bank, classes, held, out);
  att_arena_end(&scratch);
  return status;
}
