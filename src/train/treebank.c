/* A treebank: a corpus numbered for learning, as nodes and gold answers. */
/* SPDX-License-Identifier: MIT */
#include "train/treebank.h"

#include <stdlib.h>

/* One lesson in this many is repeated in each style of headlines. */
#define HEADLINE_EVERY 40

/* Longer words have capital initials in headlines. */
#define SHORT_WORD 3

/* Pairs of tags that are rarer are slips of the treebank. */
#define TAG_LEAST 3

typedef enum Style { STYLE_TITLE, STYLE_UPPER, STYLE_COUNT } Style;

typedef struct TagCount {
  TagPair tag;
  size_t count;
} TagCount;

typedef struct Counts {
  size_t tags[UPOS_COUNT][XPOS_COUNT];
  bool lefts[REL_COUNT];
  bool rights[REL_COUNT];
} Counts;

static bool
is_known(const CorpusWord* word) {
  return word->upos < UPOS_COUNT && word->xpos < XPOS_COUNT &&
         word->relation < REL_COUNT;
}

static bool
is_lesson(const Corpus* corpus, const CorpusSentence* sentence) {
  size_t roots = 0;
  for (size_t i = sentence->first; i < sentence->end; i++) {
    const CorpusWord* const word = &corpus->words.items[i];
    if (!is_known(word) || (word->head < 0) != (word->relation == REL_ROOT)) {
      return false;
    }
    roots += word->head < 0;
  }
  return roots == 1;
}

static void
counts_add(const Corpus* corpus, const CorpusSentence* sentence,
           Counts* counts) {
  for (size_t i = sentence->first; i < sentence->end; i++) {
    const CorpusWord* const word = &corpus->words.items[i];
    counts->tags[word->upos][word->xpos]++;
    if (word->head >= 0) {
      const bool left = word->head > (int32_t)(i - sentence->first);
      (left ? counts->lefts : counts->rights)[word->relation] = true;
    }
  }
}

static int
tag_compare(const void* left, const void* right) {
  const TagCount* const a = left;
  const TagCount* const b = right;
  if (a->count != b->count) {
    return a->count < b->count ? 1 : -1;
  }
  const int upos = a->tag.upos - b->tag.upos;
  return upos != 0 ? upos : a->tag.xpos - b->tag.xpos;
}

static AttStatus
tags_list(Arena* arena, const Counts* counts, Treebank* out) {
  TagCount tags[UPOS_COUNT * XPOS_COUNT];
  size_t count = 0;
  for (unsigned upos = 0; upos < UPOS_COUNT; upos++) {
    for (unsigned xpos = 0; xpos < XPOS_COUNT; xpos++) {
      if (counts->tags[upos][xpos] >= TAG_LEAST) {
        tags[count++] = (TagCount){ { (uint8_t)upos, (uint8_t)xpos },
                                    counts->tags[upos][xpos] };
      }
    }
  }
  qsort(tags, count, sizeof *tags, tag_compare);
  for (size_t i = 0; i < count && i < ROWS_CLASSES; i++) {
    TRY(LIST_PUSH(arena, &out->tags, tags[i].tag));
  }
  return ATT_OK;
}

static AttStatus
moves_add(Arena* arena, const bool* seen, MoveKind kind, Treebank* out) {
  for (unsigned i = 0; i < REL_COUNT; i++) {
    if (seen[i]) {
      const Move move = { (uint8_t)kind, (uint8_t)i };
      TRY(LIST_PUSH(arena, &out->moves, move));
    }
  }
  return ATT_OK;
}

static AttStatus
moves_list(Arena* arena, const Counts* counts, Treebank* out) {
  TRY(LIST_PUSH(arena, &out->moves, ((Move){ MOVE_SHIFT, 0 })));
  TRY(LIST_PUSH(arena, &out->moves, ((Move){ MOVE_LEFT, REL_ROOT })));
  TRY(moves_add(arena, counts->lefts, MOVE_LEFT, out));
  return moves_add(arena, counts->rights, MOVE_RIGHT, out);
}

/* The number of the joint tag; of a rare one, the most frequent with the same
 * part of speech. */
static uint16_t
tag_number(const Treebank* bank, const CorpusWord* word) {
  uint16_t best = 0;
  for (size_t i = bank->tags.length; i-- > 0;) {
    const TagPair tag = bank->tags.items[i];
    if (tag.upos == word->upos && tag.xpos == word->xpos) {
      return (uint16_t)i;
    }
    best = tag.upos == word->upos ? (uint16_t)i : best;
  }
  return best;
}

static AttStatus
lesson_add(Arena* arena, const CorpusWord* words, size_t count, Treebank* out) {
  Node* nodes = NULL;
  Node* gold = NULL;
  uint16_t* tags = NULL;
  TRY(att_arena_alloc(arena, count * sizeof *nodes, &nodes));
  TRY(att_arena_alloc(arena, count * sizeof *gold, &gold));
  TRY(att_arena_alloc(arena, count * sizeof *tags, &tags));
  for (size_t i = 0; i < count; i++) {
    tags[i] = tag_number(out, &words[i]);
    gold[i] = (Node){ .form = words[i].form,
                      .tag = tags[i],
                      .relation = words[i].relation,
                      .head = words[i].head };
    nodes[i] = (Node){ .form = words[i].form, .tag = tags[i] };
  }
  return LIST_PUSH(arena, &out->lessons,
                   ((Lesson){ nodes, tags, gold, count, 0 }));
}

static char
upper(char byte) {
  return byte >= 'a' && byte <= 'z' ? (char)(byte - ('a' - 'A')) : byte;
}

/* How many bytes of a form a headline has in capitals. Clitics have none. */
static size_t
capitals_count(Style style, bool first, Slice form) {
  if (style == STYLE_UPPER || form.length == 0) {
    return form.length;
  }
  const bool clitic = form.start[0] == '\'';
  return !clitic && (first || form.length > SHORT_WORD);
}

/* Writes the last lesson as a headline: the same answers, other forms. */
static AttStatus
headline_add(Arena* arena, Style style, const CorpusWord* words, size_t count,
             Treebank* out) {
  TRY(lesson_add(arena, words, count, out));
  Lesson* const lesson = &out->lessons.items[out->lessons.length - 1];
  for (size_t i = 0; i < count; i++) {
    const Slice form = words[i].form;
    char* bytes = NULL;
    TRY(att_arena_alloc(arena, form.length, &bytes));
    memcpy(bytes, form.start, form.length);
    const size_t end = capitals_count(style, i == 0, form);
    for (size_t k = 0; k < end; k++) {
      bytes[k] = upper(bytes[k]);
    }
    lesson->nodes[i].form = (Slice){ bytes, form.length };
  }
  return ATT_OK;
}

static AttStatus
lessons_add(Arena* arena, const Corpus* corpus, Treebank* out) {
  size_t number = 0;
  for (size_t i = 0; i < corpus->sentences.length; i++) {
    const CorpusSentence* const sentence = &corpus->sentences.items[i];
    if (!is_lesson(corpus, sentence)) {
      continue;
    }
    const CorpusWord* const words = corpus->words.items + sentence->first;
    const size_t count = sentence->end - sentence->first;
    const size_t first = out->lessons.length;
    const size_t turn = number % HEADLINE_EVERY;
    TRY(lesson_add(arena, words, count, out));
    if (turn < STYLE_COUNT) {
      TRY(headline_add(arena, (Style)turn, words, count, out));
    }
    for (size_t k = first; k < out->lessons.length; k++) {
      out->lessons.items[k].source = number;
    }
    number++;
  }
  return ATT_OK;
}

AttStatus
att_treebank_make(Arena* arena, const Corpus* corpus, Treebank* out) {
  Counts counts = { 0 };
  for (size_t i = 0; i < corpus->sentences.length; i++) {
    if (is_lesson(corpus, &corpus->sentences.items[i])) {
      counts_add(corpus, &corpus->sentences.items[i], &counts);
    }
  }
  Treebank bank = { 0 };
  TRY(tags_list(arena, &counts, &bank));
  TRY(moves_list(arena, &counts, &bank));
  TRY(lessons_add(arena, corpus, &bank));
  *out = bank;
  return ATT_OK;
}
