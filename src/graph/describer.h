/* The describer: what the parts of describing share. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_DESCRIBER_H
#define ATTACHE_GRAPH_DESCRIBER_H

#include "graph/describe.h"
#include "graph/mint.h"

/** Terms outside the vocabulary that describing uses. */
typedef enum Outside {
  OUTSIDE_TYPE,
  OUTSIDE_LABEL,
  OUTSIDE_ALTERNATIVE,
  OUTSIDE_SAME,
  OUTSIDE_HOLDS,
  OUTSIDE_POST,
  OUTSIDE_POST_IN,
  OUTSIDE_MEMBERSHIP,
  OUTSIDE_MEMBER,
  OUTSIDE_ORGANIZATION,
  OUTSIDE_FAMILY_NAME,
  OUTSIDE_GIVEN_NAME,
  OUTSIDE_IDENTIFIER,
  OUTSIDE_LANGUAGE,
  OUTSIDE_HEADLINE,
  OUTSIDE_PUBLISHED,
  OUTSIDE_BEGIN,
  OUTSIDE_END,
  OUTSIDE_ANCHOR,
  OUTSIDE_CONTEXT,
  OUTSIDE_PART_OF,
  OUTSIDE_URL,
  OUTSIDE_SUBJECT,
  OUTSIDE_PREDICATE,
  OUTSIDE_OBJECT,
  OUTSIDE_COUNT
} Outside;

typedef struct Describer {
  Arena* arena;
  const Described* described;
  AttGraph* graph;
  TermId named;   /**< The article's graph. */
  TermId article; /**< The article. */
  TermId title;   /**< Its headline, where told beside the text; or 0. */
  Slice key;      /**< "a" and 16 hex digits. */
  TermId outside[OUTSIDE_COUNT];
  TermId* entities; /**< [entity]: its name; 0 until it is minted. */
  bool* wanted;     /**< [entity]: takes part in an event, or is named. */
  TermId* events;   /**< [event] */
} Describer;

/** The words that show a statement; up to two spans. */
typedef struct Evidence {
  Span spans[2];
  size_t count;
  bool inferred;
  uint32_t frame; /**< The frame behind it, or NOTHING. */
} Evidence;

/** Mints `base` kind "/" name. */
AttStatus
att_describe_name(Describer* describer, const char* kind, Slice name,
                  TermId* out);

AttStatus
att_describe_add(Describer* describer, TermId subject, TermId predicate,
                 TermId object);

/** Adds a statement by a property of the vocabulary, those above it, and with
 * full provenance an assertion. `evidence` may be NULL: nothing was read. */
AttStatus
att_describe_say(Describer* describer, TermId subject, const char* property,
                 TermId object, const Evidence* evidence);
AttStatus
att_describe_say_term(Describer* describer, TermId subject, uint32_t property,
                      TermId object, const Evidence* evidence);

/** Gives `subject` a class of the vocabulary and those above it. */
AttStatus
att_describe_type(Describer* describer, TermId subject, uint32_t class);

/** The IRI of a term of the vocabulary. */
AttStatus
att_describe_term(Describer* describer, const char* name, TermId* out);

/** Literals. */
AttStatus
att_describe_text(Describer* describer, Slice text, TermId* out);
AttStatus
att_describe_integer(Describer* describer, uint64_t number, TermId* out);
AttStatus
att_describe_date(Describer* describer, Date date, TermId* out);

/** Where byte `at` lies, for use in names: a number of code points, with an "h"
 * before it in a headline told beside the text. */
AttStatus
att_describe_index(Describer* describer, uint32_t at, Slice* out);

/** The mention of a span, described; 0 without provenance. */
AttStatus
att_describe_mention(Describer* describer, Span span, TermId* out);

/** The parts, in order. */
AttStatus
att_describe_article(Describer* describer);
AttStatus
att_describe_entities(Describer* describer);
AttStatus
att_describe_posts(Describer* describer);
AttStatus
att_describe_mentions(Describer* describer);
AttStatus
att_describe_events(Describer* describer);

#endif
