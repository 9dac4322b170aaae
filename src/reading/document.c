/* A document: a text's tokens and sentences, tagged and lemmatised. */
/* SPDX-License-Identifier: MIT */
#include "reading/document.h"

#include "base/intern.h"
#include "base/utf8.h"

/* Fewer words in capitals are an acronym or two. */
#define SHOUT_LEAST 3

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

/* What tagging the sentences of a document needs. */
typedef struct Tagging {
  Arena* arena;
  const Model* model;
  Document* document;
  Intern lower; /* words that stand in lower case somewhere */
} Tagging;

static bool
has_lower(Slice form) {
  for (size_t at = 0; at < form.length;) {
    if (att_utf8_is_lower(att_utf8_next(form, &at))) {
      return true;
    }
  }
  return false;
}

static bool
has_upper(Slice form) {
  for (size_t at = 0; at < form.length;) {
    if (att_utf8_is_upper(att_utf8_next(form, &at))) {
      return true;
    }
  }
  return false;
}

/* Whether a sentence is all in capitals: they name nobody. */
static bool
is_shouted(const Document* document, Sentence span) {
  size_t words = 0;
  for (uint32_t i = span.first; i < span.end; i++) {
    const Slice form = document->tokens.items.items[i].form;
    if (has_lower(form)) {
      return false;
    }
    words += form.length > 1 && has_upper(form);
  }
  return words >= SHOUT_LEAST;
}

static AttStatus
lower_words_find(Tagging* tagging) {
  const Tokens* const tokens = &tagging->document->tokens;
  for (size_t i = 0; i < tokens->items.length; i++) {
    const Slice form = tokens->items.items[i].form;
    uint32_t id = 0;
    if (has_lower(form) && !has_upper(form)) {
      TRY(att_intern(tagging->arena, &tagging->lower, form, &id));
    }
  }
  return ATT_OK;
}

/* "MINISTER" of a headline in capitals as the rest of the article would spell
 * it: in lower case if it does so anywhere, else as a name. */
static AttStatus
form_calm(Tagging* tagging, Slice shouted, Slice* out) {
  Slice lower;
  TRY(att_utf8_lower(tagging->arena, shouted, &lower));
  if (att_intern_find(&tagging->lower, lower) != INTERN_NONE) {
    *out = lower;
    return ATT_OK;
  }
  const unsigned char first = (unsigned char)shouted.start[0];
  if (first >= 0x80 || lower.length != shouted.length || lower.length < 4) {
    return ATT_OK;
  }
  char* calm = NULL;
  TRY(att_arena_alloc(tagging->arena, lower.length, &calm));
  for (size_t i = 0; i < lower.length; i++) {
    calm[i] = i == 0 ? shouted.start[0] : lower.start[i];
  }
  *out = (Slice){ calm, lower.length };
  return ATT_OK;
}

static AttStatus
sentence_tag(Tagging* tagging, uint32_t sentence) {
  Document* const document = tagging->document;
  const Sentence span = document->tokens.sentences.items[sentence];
  const bool shouted = is_shouted(document, span);
  for (uint32_t i = span.first; i < span.end; i++) {
    Slice* const form = &document->tags[i].form;
    *form = document->tokens.items.items[i].form;
    document->sentence_of[i] = sentence;
    if (shouted && has_upper(*form)) {
      TRY(form_calm(tagging, *form, form));
    }
  }
  const uint32_t and = att_document_is_title(document, sentence)
                         ? headline_and(document, span)
                         : NOTHING;
  if (and != NOTHING) {
    document->tags[and].form = SLICE("and");
  }
  TRY(att_tags_predict(tagging->model, tagging->arena,
                       document->tags + span.first, span.end - span.first));
  for (uint32_t i = span.first; i < span.end; i++) {
    TRY(att_lemma_find(tagging->model, tagging->arena, document->tags[i].form,
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
  Tagging tagging = { .arena = arena, .model = model, .document = &document };
  TRY(lower_words_find(&tagging));
  for (uint32_t i = 0; i < document.tokens.sentences.length; i++) {
    TRY(sentence_tag(&tagging, i));
  }
  *out = document;
  return ATT_OK;
}
