/* The tagger: word by word, with an averaged perceptron's weights. */
/* SPDX-License-Identifier: MIT */
#include "language/tagger.h"

#include "language/hash.h"
#include "language/layout.h"

/* What the features are made of. Words are called by their distance: A and AA
 * before, B and BB behind the word itself. */
typedef enum Atom {
  END,
  ONE,
  WORD,
  FORM,
  SHAPE,
  CAPITALS,
  MARKS,
  CLASS,
  SUFFIX1,
  SUFFIX2,
  SUFFIX3,
  SUFFIX4,
  SUFFIX5,
  PREFIX1,
  PREFIX2,
  PREFIX3,
  PREFIX4,
  A_WORD,
  A_SHAPE,
  A_CAPITALS,
  A_SUFFIX3,
  A_CLASS,
  AA_WORD,
  B_WORD,
  B_SHAPE,
  B_CAPITALS,
  B_CLASS,
  B_SUFFIX3,
  BB_WORD,
  BB_CLASS,
  TAG,
  TAGS,
  ATOM_COUNT
} Atom;

/* A feature is one, two or three atoms seen together. */
static const uint8_t templates[][3] = {
  { ONE },
  { WORD },
  { FORM },
  { A_WORD },
  { B_WORD },
  { AA_WORD },
  { BB_WORD },
  { TAG },
  { TAGS },
  { TAG, WORD },
  { TAGS, WORD },
  { A_WORD, WORD },
  { WORD, B_WORD },
  { SUFFIX1 },
  { SUFFIX2 },
  { SUFFIX3 },
  { SUFFIX4 },
  { SUFFIX5 },
  { PREFIX1 },
  { PREFIX2 },
  { PREFIX3 },
  { PREFIX4 },
  { SHAPE },
  { CAPITALS },
  { SHAPE, SUFFIX3 },
  { A_SUFFIX3 },
  { B_SUFFIX3 },
  { TAG, SUFFIX3 },
  { TAG, B_SUFFIX3 },
  { MARKS },
  { CLASS },
  { B_CLASS },
  { TAG, CLASS },
  { TAG, B_CLASS },
  { TAG, CLASS, B_CLASS },
  { B_CLASS, BB_CLASS },
  { CLASS, B_CLASS, BB_CLASS },
  { TAGS, CLASS },
  { CLASS, CAPITALS },
  { CAPITALS, B_CAPITALS },
  { A_CAPITALS, CAPITALS },
  { SHAPE, B_SHAPE },
  { A_SHAPE },
  { TAG, B_WORD },
  { A_WORD, CLASS },
  { CLASS, B_WORD },
  { TAG, SHAPE },
  { SHAPE, CLASS },
  { TAG, SUFFIX2 },
  { CAPITALS, SUFFIX2 },
  { A_CLASS, CLASS, B_CLASS },
  { SUFFIX3, B_CLASS },
  { TAG, SUFFIX3, B_CLASS },
};

#define TEMPLATE_COUNT (sizeof templates / sizeof *templates)

_Static_assert(TEMPLATE_COUNT <= TAGGER_FEATURES, "Features need room");

static uint64_t
class_find(const Rows* classes, uint64_t lower) {
  const Row row = att_rows_find(classes, lower);
  uint64_t hash = row.count == 0 ? 0 : HASH_SEED;
  for (size_t i = 0; i < row.count; i++) {
    hash = hash_mix(hash, row.pairs[2 * i]);
  }
  return hash;
}

AttStatus
att_tagger_words(const Rows* classes, Arena* arena, const Node* nodes,
                 size_t count, TaggerWord** out) {
  TaggerWord* words = NULL;
  TRY(att_arena_alloc(arena, (count + 2 * TAGGER_MARGIN) * sizeof *words,
                      &words));
  words += TAGGER_MARGIN;
  for (size_t i = 0; i < count; i++) {
    att_spelling_read(nodes[i].form, &words[i].spelling);
    words[i].class = class_find(classes, words[i].spelling.lower);
  }
  *out = words;
  return ATT_OK;
}

/* What lies around the word. */
static void
context_fill(const TaggerWord* word, uint64_t atoms[ATOM_COUNT]) {
  const TaggerWord* const a = word - 1;
  const TaggerWord* const b = word + 1;
  atoms[A_WORD] = a->spelling.word;
  atoms[A_SHAPE] = a->spelling.shape;
  atoms[A_CAPITALS] = a->spelling.capitals;
  atoms[A_SUFFIX3] = a->spelling.suffixes[2];
  atoms[A_CLASS] = a->class;
  atoms[AA_WORD] = word[-2].spelling.word;
  atoms[B_WORD] = b->spelling.word;
  atoms[B_SHAPE] = b->spelling.shape;
  atoms[B_CAPITALS] = b->spelling.capitals;
  atoms[B_CLASS] = b->class;
  atoms[B_SUFFIX3] = b->spelling.suffixes[2];
  atoms[BB_WORD] = word[2].spelling.word;
  atoms[BB_CLASS] = word[2].class;
}

static void
word_fill(const TaggerWord* word, bool first, uint64_t atoms[ATOM_COUNT]) {
  const Spelling* const spelling = &word->spelling;
  atoms[ONE] = 1;
  atoms[WORD] = spelling->word;
  atoms[FORM] = spelling->form;
  atoms[SHAPE] = spelling->shape;
  atoms[CAPITALS] = (uint64_t)spelling->capitals * 2 + first;
  atoms[MARKS] = (uint64_t)spelling->hyphen * 2 + spelling->digit;
  atoms[CLASS] = word->class;
  for (size_t i = 0; i < SPELLING_SUFFIXES; i++) {
    atoms[SUFFIX1 + i] = spelling->suffixes[i];
  }
  for (size_t i = 0; i < SPELLING_PREFIXES; i++) {
    atoms[PREFIX1 + i] = spelling->prefixes[i];
  }
}

size_t
att_tagger_features(const TaggerWord* word, bool first, unsigned last,
                    unsigned before, uint64_t out[TAGGER_FEATURES]) {
  uint64_t atoms[ATOM_COUNT] = { 0 };
  word_fill(word, first, atoms);
  context_fill(word, atoms);
  atoms[TAG] = last;
  atoms[TAGS] = ((uint64_t)last << 16 | before) + 1;
  for (size_t i = 0; i < TEMPLATE_COUNT; i++) {
    uint64_t hash = hash_mix(HASH_SEED, i);
    for (size_t k = 0; k < 3 && templates[i][k] != END; k++) {
      hash = hash_mix(hash, atoms[templates[i][k]]);
    }
    out[i] = hash;
  }
  return TEMPLATE_COUNT;
}

static unsigned
best_tag(const Model* model, const int32_t* scores) {
  unsigned best = 0;
  for (unsigned i = 1; i < model->tag_count; i++) {
    best = scores[i] > scores[best] ? i : best;
  }
  return best;
}

AttStatus
att_tags_predict(const Model* model, Arena* scratch, Node* nodes,
                 size_t count) {
  const ArenaMark mark = att_arena_mark(scratch);
  TaggerWord* words = NULL;
  TRY(att_tagger_words(&model->classes, scratch, nodes, count, &words));
  unsigned last = TAGGER_NO_TAG;
  unsigned before = TAGGER_NO_TAG;
  for (size_t i = 0; i < count; i++) {
    uint64_t features[TAGGER_FEATURES];
    int32_t scores[ROWS_CLASSES];
    const size_t feature_count =
      att_tagger_features(&words[i], i == 0, last, before, features);
    att_weights_score(&model->tagger, features, feature_count, scores);
    const unsigned tag = best_tag(model, scores);
    nodes[i].tag = (uint16_t)tag;
    nodes[i].upos = model->tags[tag].upos;
    nodes[i].xpos = model->tags[tag].xpos;
    before = last;
    last = tag;
  }
  att_arena_rewind(scratch, mark);
  return ATT_OK;
}
