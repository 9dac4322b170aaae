/* A document: a text's tokens and sentences, tagged and lemmatised. */
/* SPDX-License-Identifier: MIT */
#include "reading/document.h"

ParagraphKind
att_document_kind(const Document* document, uint32_t sentence) {
  return document->text->paragraphs.items[document->paragraph[sentence]].kind;
}

bool
att_document_is_title(const Document* document, uint32_t sentence) {
  return att_document_kind(document, sentence) == PARAGRAPH_TITLE;
}

Span
att_document_span(const Document* document, uint32_t first, uint32_t end) {
  return (Span){ document->tokens.items.items[first].begin,
                 document->tokens.items.items[end - 1].end };
}

uint32_t
att_document_token(const Document* document, uint32_t at) {
  uint32_t low = 0;
  uint32_t high = (uint32_t)document->tokens.items.length;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (document->tokens.items.items[middle].end <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

static AttStatus
paragraphs_split(Arena* arena, const Ontology* ontology, Document* document) {
  const Text* const text = document->text;
  LIST(uint32_t) paragraphs = { 0 };
  for (size_t i = 0; i < text->paragraphs.length; i++) {
    const Span span = text->paragraphs.items[i].span;
    TRY(att_tokens_split(arena, ontology, text->clean, span.begin, span.end,
                         &document->tokens));
    while (paragraphs.length < document->tokens.sentences.length) {
      TRY(LIST_PUSH(arena, &paragraphs, (uint32_t)i));
    }
  }
  document->paragraph = paragraphs.items;
  return ATT_OK;
}

static bool
is_capital(Slice form) {
  return form.length > 1 && form.start[0] >= 'A' && form.start[0] <= 'Z';
}

/* "Norway, Kenya sign treaty": a headline's only comma, between two names, is
 * its "and". Returns its token, or NOTHING. */
static uint32_t
headline_and(const Document* document, Sentence span) {
  const Token* const tokens = document->tokens.items.items;
  uint32_t found = NOTHING;
  for (uint32_t i = span.first; i < span.end; i++) {
    if (att_slice_is(tokens[i].form, "and") ||
        (att_slice_is(tokens[i].form, ",") && found != NOTHING)) {
      return NOTHING;
    }
    found = att_slice_is(tokens[i].form, ",") ? i : found;
  }
  const bool between =
    found != NOTHING && found > span.first && found + 1 < span.end &&
    is_capital(tokens[found - 1].form) && is_capital(tokens[found + 1].form);
  return between ? found : NOTHING;
}

static AttStatus
sentence_tag(Arena* arena, const Model* model, Document* document,
             uint32_t sentence) {
  const Sentence span = document->tokens.sentences.items[sentence];
  for (uint32_t i = span.first; i < span.end; i++) {
    document->tags[i].form = document->tokens.items.items[i].form;
    document->sentence_of[i] = sentence;
  }
  const uint32_t and = att_document_is_title(document, sentence)
                         ? headline_and(document, span)
                         : NOTHING;
  if (and != NOTHING) {
    document->tags[and].form = SLICE("and");
  }
  TRY(att_tags_predict(model, arena, document->tags + span.first,
                       span.end - span.first));
  for (uint32_t i = span.first; i < span.end; i++) {
    TRY(att_lemma_find(model, arena, document->tags[i].form,
                       (Upos)document->tags[i].upos, &document->lemmas[i]));
  }
  return ATT_OK;
}

AttStatus
att_document_read(Arena* arena, const Ontology* ontology, const Model* model,
                  const Text* text, Document* out) {
  Document document = { .text = text };
  TRY(paragraphs_split(arena, ontology, &document));
  const size_t count = document.tokens.items.length;
  TRY(att_arena_alloc(arena, count * sizeof(Node), &document.tags));
  TRY(att_arena_alloc(arena, count * sizeof(Slice), &document.lemmas));
  TRY(att_arena_alloc(arena, count * sizeof(uint32_t), &document.sentence_of));
  for (uint32_t i = 0; i < document.tokens.sentences.length; i++) {
    TRY(sentence_tag(arena, model, &document, i));
  }
  *out = document;
  return ATT_OK;
}
