/* attache-train tokens: how well raw text is split into a treebank's words. */
/* SPDX-License-Identifier: MIT */
#include "train/command.h"

#include "base/utf8.h"
#include "language/token.h"
#include "train/corpus.h"

#define CORPUS_BYTES ((size_t)1 << 30)

/* A stretch of text, counted in bytes that are not white space. */
typedef struct Span {
  size_t begin;
  size_t end;
} Span;

typedef LIST(Span) Spans;

typedef struct Splits {
  Spans tokens;
  Spans sentences;
} Splits;

typedef struct Trial {
  Arena arena;
  Corpus corpus;
  const Ontology* ontology;
  Splits gold;
  Splits found;
  size_t at; /* Bytes before the paragraph. */
} Trial;

/* The bytes of `text` that are not white space. */
static size_t
ink_count(Slice text) {
  size_t count = 0;
  for (size_t at = 0; at < text.length;) {
    const size_t begin = at;
    if (!att_utf8_is_space(att_utf8_next(text, &at))) {
      count += at - begin;
    }
  }
  return count;
}

/* The words of the treebank stand in its text, white space apart; a sentence
 * in which they do not (a corrected spelling) ends where its text does. */
static AttStatus
gold_add(Trial* trial, const CorpusSentence* sentence, size_t at) {
  size_t begin = at;
  const size_t end = at + ink_count(sentence->text);
  for (size_t i = sentence->first; i < sentence->end; i++) {
    const size_t ink = ink_count(trial->corpus.words.items[i].raw);
    const size_t word_end = begin + ink < end ? begin + ink : end;
    TRY(LIST_PUSH(&trial->arena, &trial->gold.tokens,
                  ((Span){ begin, word_end })));
    begin = word_end;
  }
  return LIST_PUSH(&trial->arena, &trial->gold.sentences, ((Span){ at, end }));
}

static AttStatus
found_add(Trial* trial, Slice text) {
  Tokens tokens = { 0 };
  TRY(att_tokens_split(&trial->arena, trial->ontology, text, 0, text.length,
                       &tokens));
  const size_t first = trial->found.tokens.length;
  size_t at = 0;
  size_t ink = trial->at;
  for (size_t i = 0; i < tokens.items.length; i++) {
    const Token token = tokens.items.items[i];
    ink += ink_count(att_slice_part(text, at, token.begin));
    const size_t begin = ink;
    ink += ink_count(att_slice_part(text, token.begin, token.end));
    at = token.end;
    TRY(LIST_PUSH(&trial->arena, &trial->found.tokens, ((Span){ begin, ink })));
  }
  for (size_t i = 0; i < tokens.sentences.length; i++) {
    const Sentence sentence = tokens.sentences.items[i];
    const Span* const spans = trial->found.tokens.items + first;
    TRY(LIST_PUSH(&trial->arena, &trial->found.sentences,
                  ((Span){ spans[sentence.first].begin,
                           spans[sentence.end - 1].end })));
  }
  return ATT_OK;
}

static AttStatus
paragraph_try(Trial* trial, size_t first, size_t end) {
  const CorpusSentence* const sentences = trial->corpus.sentences.items;
  size_t length = 0;
  for (size_t i = first; i < end; i++) {
    length += sentences[i].text.length + 1;
  }
  char* bytes = NULL;
  TRY(att_arena_alloc(&trial->arena, length, &bytes));
  length = 0;
  size_t ink = trial->at;
  for (size_t i = first; i < end; i++) {
    const Slice text = sentences[i].text;
    memcpy(bytes + length, text.start, text.length);
    length += text.length;
    if (sentences[i].space) {
      bytes[length++] = ' ';
    }
    TRY(gold_add(trial, &sentences[i], ink));
    ink += ink_count(text);
  }
  TRY(found_add(trial, (Slice){ bytes, length }));
  trial->at = ink;
  return ATT_OK;
}

static AttStatus
paragraphs_try(Trial* trial) {
  const CorpusSentence* const sentences = trial->corpus.sentences.items;
  const size_t count = trial->corpus.sentences.length;
  for (size_t first = 0; first < count;) {
    size_t end = first + 1;
    while (end < count && !sentences[end].paragraph) {
      end++;
    }
    TRY(paragraph_try(trial, first, end));
    first = end;
  }
  return ATT_OK;
}

static void
score_print(const char* name, const Spans* gold, const Spans* found) {
  size_t right = 0;
  size_t g = 0;
  for (size_t f = 0; f < found->length; f++) {
    while (g < gold->length && gold->items[g].begin < found->items[f].begin) {
      g++;
    }
    right += g < gold->length &&
             gold->items[g].begin == found->items[f].begin &&
             gold->items[g].end == found->items[f].end;
  }
  const size_t both = gold->length + found->length;
  printf("%-11s %.2f (%zu found, %zu in the treebank)\n", name,
         both == 0 ? 0 : 200.0 * (double)right / (double)both, found->length,
         gold->length);
}

static AttStatus
trial_run(Trial* trial, const char* path, const AttSink* sink) {
  TRY(att_corpus_read(&trial->corpus, path, sink));
  TRY(paragraphs_try(trial));
  score_print("tokens F1", &trial->gold.tokens, &trial->found.tokens);
  score_print("sentence F1", &trial->gold.sentences, &trial->found.sentences);
  return ATT_OK;
}

AttStatus
att_tokens_run(const char* ontology, const char* path, const AttSink* sink) {
  Ontology none = { 0 };
  Ontology* loaded = NULL;
  if (ontology != NULL) {
    TRY(att_ontology_load(ontology, sink, &loaded));
  }
  Trial trial = { .arena = att_arena_begin(CORPUS_BYTES),
                  .corpus = { .arena = att_arena_begin(CORPUS_BYTES) },
                  .ontology = loaded == NULL ? &none : loaded };
  const AttStatus status = trial_run(&trial, path, sink);
  att_arena_end(&trial.arena);
  att_arena_end(&trial.corpus.arena);
  att_ontology_free(loaded);
  return status;
}
