/* A text: one article as clean UTF-8, cut into headline and paragraphs. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_TEXT_H
#define ATTACHE_READING_TEXT_H

#include "base/date.h"
#include "base/list.h"
#include "base/slice.h"
#include "ontology/ontology.h"

/** Bytes `begin` up to `end` of a text. */
typedef struct Span {
  uint32_t begin;
  uint32_t end;
} Span;

/** What a paragraph is. */
typedef enum ParagraphKind {
  PARAGRAPH_BODY,
  PARAGRAPH_TITLE,   /**< The headline. */
  PARAGRAPH_DATELINE /**< "ISLAMABAD, Nov. 8 (Agency) --" */
} ParagraphKind;

typedef struct Paragraph {
  Span span;
  ParagraphKind kind;
} Paragraph;

typedef struct Text {
  Slice raw;   /**< As given. */
  Slice clean; /**< Valid UTF-8 of the same length: what is not text is blank,
                    so that an offset in one is an offset in the other. */
  Date date;      /**< Of publication; all zero if unknown. */
  Span date_span; /**< Where the header says it; empty if it does not. */
  Span headline;  /**< Empty if there is none. */
  LIST(Paragraph) paragraphs; /**< The headline first. */
  const uint32_t* marks;      /**< Code points before each 256th byte. */
} Text;

/** Most bytes of one article: far beyond any article, so that offsets fit 32
 * bits and a hostile file cannot take the machine. */
#define TEXT_SIZE_MAX ((size_t)64 * 1024 * 1024)

/** Reads `raw`, whose bytes must outlive the text. `fallback` dates an article
 * whose header does not. ATT_LIMIT beyond TEXT_SIZE_MAX. */
AttStatus
att_text_read(Arena* arena, const Ontology* ontology, Slice raw, Date fallback,
              Text* out);

/** The words of a span. */
Slice
att_text_slice(const Text* text, Span span);

/** The number of code points before byte `at`. */
uint32_t
att_text_index(const Text* text, uint32_t at);

#endif
