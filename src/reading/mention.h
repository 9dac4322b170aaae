/* Mentions: the spans that name or describe something. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_MENTION_H
#define ATTACHE_READING_MENTION_H

#include "reading/shape.h"

/** How a mention refers. */
typedef enum MentionForm {
  FORM_NAME,    /**< A name, bare. */
  FORM_TITLED,  /**< A name with its title. */
  FORM_DEMONYM, /**< "Pakistani" */
  FORM_NOMINAL, /**< "the US official" */
  FORM_PRONOUN, /**< "he" */
  FORM_DATE,    /**< "on Thursday": made when dates are found. */
  FORM_EVENT    /**< The name of an event: "Critical Minerals Ministerial". */
} MentionForm;

typedef struct Mention {
  uint32_t first; /**< Tokens `first` up to `end`. */
  uint32_t end;
  MentionForm form;
  EntityKind kind;     /**< Of what it refers to. */
  bool certain;        /**< Whether `kind` is more than a guess. */
  bool plural;         /**< Of a nominal: "both countries". */
  uint32_t hit;        /**< The name hit behind it, or NOTHING. */
  uint32_t name_first; /**< The bare name's tokens; all of it without title. */
  uint32_t name_end;
  uint32_t inside; /**< The mention it lies within, or NOTHING. */
} Mention;

/** A title that says which post somebody holds. */
typedef struct Title {
  uint32_t mention; /**< Who. */
  uint32_t first;   /**< The title's tokens. */
  uint32_t end;
  bool before; /**< Stands before the name, not behind it. */
} Title;

typedef struct Mentions {
  LIST(Mention) items; /**< By first token, longer ones before shorter. */
  LIST(Title) titles;
  uint32_t* at; /**< [token]: outermost mention there, or NOTHING. */
} Mentions;

/** Finds names, titled names, demonyms and nominals (pronouns need trees).
 * Letters of `shapes` that become part of a mention are rewritten. */
AttStatus
att_mentions_find(Arena* arena, const Ontology* ontology, Matcher* matcher,
                  const Document* document, Shapes* shapes, Mentions* out);

#endif
