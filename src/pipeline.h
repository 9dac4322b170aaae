/* The pipeline's insides: one article's products, stage by stage. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_PIPELINE_H
#define ATTACHE_PIPELINE_H

#include "reading/event.h"
#include "reading/tongue.h"

/** What a reader holds. */
struct AttReader {
  Ontology* ontology; /**< Shared with clones, and so is the model. */
  Model* model;
  bool clone;
  Matcher* matcher;
  Arena arena;   /**< Lives as long as the reader. */
  Arena article; /**< What one article needs; emptied between articles. */
  Lexis lexis;
  Terms terms;
  AttSink sink;
  Slice base;
  Date date;
  AttProvenance provenance;
};

/** Everything read from one article; lives in the reader's article arena. */
typedef struct Article {
  Text text;
  Document document;
  Shapes shapes;
  Mentions mentions;
  Trees trees;
  Entities entities;
  Events events;
  Reading reading; /**< Points to the products above. */
} Article;

/** Runs every stage, once, in order. `out` must stay where it is. */
AttStatus
att_article_read(AttReader* reader, const TextSource* source, Article* out);

/** Reads an article in English and adds what it says to `graph`. ATT_LANGUAGE
 * for another; what is read lives in the reader's article arena. */
AttStatus
att_article_describe(AttReader* reader, const AttArticle* given,
                     AttProvenance provenance, Article* article,
                     AttGraph* graph);

/** Reports the pattern that met the match limit, if one did, at the line where
 * it is declared. */
void
att_reader_blame(const AttReader* reader);

/** Reports that reading `article` came to `status`, unless ATT_OK. */
void
att_article_conclude(const AttReader* reader, const AttArticle* article,
                     AttStatus status);

#endif
