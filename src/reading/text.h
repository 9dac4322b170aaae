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

/** A character of several bytes that clean text has blanks for, so that it
 * counts as one code point all the same. */
typedef struct Excess {
  uint32_t end;   /**< The byte behind it. */
  uint32_t total; /**< Blanks too many up to there. */
} Excess;

/** What a text is made of. */
typedef struct TextSource {
  Slice text;
  Slice title; /**< A headline told beside the text; or empty. */
  Date date;   /**< A date told beside the text; or zero. */
} TextSource;

typedef struct Text {
  TextSource given;
  Slice clean;   /**< Valid UTF-8: the headline told beside the text and a blank
                      line, if there is one, then as many bytes as the text has.
                      What is not text is blank. */
  uint32_t body; /**< Where in it the text begins. */
  Date date;     /**< Of publication; all zero if unknown. */
  Date reference; /**< What "Wednesday" counts from: the dateline's day if it is
                       within a week of `date`, else `date`. */
  Span date_span; /**< Where the header says it; empty if it does not. */
  Span headline;  /**< Empty if there is none. */
  LIST(Paragraph) paragraphs; /**< The headline first. */
  const uint32_t* marks;      /**< Code points before each 256th byte. */
  LIST(Excess) excess;        /**< By `end`. */
} Text;

/** Most bytes of one article: far beyond any article, so that offsets fit 32
 * bits and a hostile file cannot take the machine. */
#define TEXT_SIZE_MAX ((size_t)64 * 1024 * 1024)

/** Reads what is `given`, whose bytes must outlive the text. A title that the
 * text itself begins with is read there. `fallback` dates an article that
 * nothing else dates. ATT_LIMIT beyond TEXT_SIZE_MAX. */
AttStatus
att_text_read(Arena* arena, const Ontology* ontology, Matcher* matcher,
              const TextSource* given, Date fallback, Text* out);

/** The words of a span. */
Slice
att_text_slice(const Text* text, Span span);

/** Whether byte `at` lies in a headline told beside the text. */
bool
att_text_is_beside(const Text* text, uint32_t at);

/** Where byte `at` lies in the text, or in the headline told beside it: the
 * number of bytes, and of code points, before it. */
uint32_t
att_text_offset(const Text* text, uint32_t at);
uint32_t
att_text_index(const Text* text, uint32_t at);

#endif
