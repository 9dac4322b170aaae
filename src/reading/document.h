/* A document: a text's tokens and sentences, tagged and lemmatised. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_DOCUMENT_H
#define ATTACHE_READING_DOCUMENT_H

#include "language/token.h"
#include "language/tree.h"
#include "reading/text.h"

/** No token, sentence, mention, entity or event. */
#define NOTHING UINT32_MAX

typedef struct Document {
  const Text* text;
  Tokens tokens;         /**< And sentences, the headline's first. */
  Node* tags;            /**< [token]: tagged, not parsed. */
  Slice* lemmas;         /**< [token] */
  uint32_t* sentence_of; /**< [token] */
  uint32_t* paragraph;   /**< [sentence]: index of its paragraph. */
} Document;

AttStatus
att_document_read(Arena* arena, const Ontology* ontology, const Model* model,
                  const Text* text, Document* out);

/** What kind of paragraph sentence `sentence` stands in. */
ParagraphKind
att_document_kind(const Document* document, uint32_t sentence);

/** Whether sentence `sentence` is of the headline. */
bool
att_document_is_title(const Document* document, uint32_t sentence);

/** The bytes from the first of tokens `first` up to `end` to the last. */
Span
att_document_span(const Document* document, uint32_t first, uint32_t end);

/** The token that covers or follows byte `at`; the token count if none. */
uint32_t
att_document_token(const Document* document, uint32_t at);

#endif
