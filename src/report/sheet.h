/* A sheet: one article's text and what is said of it, ready to be laid out. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REPORT_SHEET_H
#define ATTACHE_REPORT_SHEET_H

#include "graph/graph.h"
#include "reading/text.h"

/** What a thing, or the words that mention it, are. */
typedef enum ThingKind {
  THING_PERSON,
  THING_ORGANIZATION,
  THING_STATE,
  THING_PLACE,
  THING_GROUP,
  THING_EVENT,
  THING_POST,
  THING_TENURE,
  THING_DATE,  /**< Of words: they tell a time. */
  THING_WORDS, /**< Of words: they are what somebody said. */
  THING_OTHER,
  THING_KIND_COUNT
} ThingKind;

/** No thing, mark or term. */
#define SHEET_NONE UINT32_MAX

/** Something that the graph describes. */
typedef struct Thing {
  TermId id;
  ThingKind kind;
  uint32_t class; /**< Its most specific term of the ontology. */
  Slice label;
  uint32_t words; /**< Of a statement: the mark of what is said, or NONE. */
  bool quoted;    /**< They are quoted. */
  uint32_t fact;  /**< The first of its facts, which stand together; any fact
                       where it has none. */
} Thing;

/** Words that mention something, or show a fact. */
typedef struct Mark {
  uint32_t begin; /**< Byte of the clean text. */
  uint32_t end;
  TermId id;
  uint32_t thing; /**< Or SHEET_NONE. */
  ThingKind kind;
} Mark;

/** A statement that the article makes. */
typedef struct Fact {
  uint32_t subject;  /**< A thing. */
  uint32_t property; /**< A term of the ontology. */
  uint32_t object;   /**< A thing, or SHEET_NONE ... */
  Slice value;       /**< ... and then this. */
  uint32_t marks[2]; /**< The words that show it. */
  size_t mark_count;
  Slice until; /**< Of a post that is held no more: by when; or empty. */
  bool inferred;
  Slice rule; /**< The frame that gives it; may be empty. */
} Fact;

typedef struct Sheet {
  const Ontology* ontology;
  AttGraph* graph; /**< With full provenance. */
  Slice name;      /**< What the article is called. */
  Slice clean;     /**< As in Text. */
  uint32_t body;
  Span headline;
  Slice date; /**< Of publication; or empty. */
  const Paragraph* paragraphs;
  size_t paragraph_count;
  LIST(Thing) things; /**< As the text first mentions them. */
  LIST(Mark) marks;   /**< By begin, longer ones first. */
  LIST(Fact) facts;   /**< In the order of the words that show them. */
} Sheet;

/** Makes a sheet in the arena of what `graph` says of `text`. The strings of
 * the graph are borrowed, those of the text are copied. */
AttStatus
att_sheet_make(Arena* arena, const Ontology* ontology, const Text* text,
               AttGraph* graph, Sheet* out);

/** The words of a mark. */
Slice
att_sheet_words(const Sheet* sheet, uint32_t mark);

/** The first fact from `*at` on that says `property` (a local name) of `thing`;
 * moves behind it. NULL at the end. */
const Fact*
att_sheet_next(const Sheet* sheet, uint32_t thing, const char* property,
               size_t* at);

/** What such a fact says first, as text; or empty. */
Slice
att_sheet_value(const Sheet* sheet, uint32_t thing, const char* property);

/** A term in words: its label, or its name taken apart ("onBehalfOf" is "on
 * behalf of"), in the arena. */
AttStatus
att_term_words(Arena* arena, const Term* term, Slice* out);

#endif
