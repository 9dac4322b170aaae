/* Entities: who and what the mentions of a document refer to. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_ENTITY_H
#define ATTACHE_READING_ENTITY_H

#include "reading/syntax.h"

typedef struct Entity {
  EntityKind kind;
  uint32_t known;   /**< In Ontology.entities, or ONTOLOGY_NONE. */
  Slice name;       /**< Its fullest name in the text; borrows. */
  uint32_t mention; /**< The mention that gave the name. */
  uint32_t state;   /**< An entity: the state it serves, is of or lies in (a
                         state: itself), or NOTHING. */
  bool inferred;    /**< `state` comes from the context alone. */
} Entity;

/** A post that the text says somebody holds or held. */
typedef struct Post {
  uint32_t person; /**< An entity. */
  uint32_t first;  /**< The title's tokens, "former" left out. */
  uint32_t end;
  uint32_t organization; /**< An entity, or NOTHING. */
  uint32_t state;        /**< An entity, or NOTHING. */
  uint32_t accredited;   /**< An entity ("ambassador to"), or NOTHING. */
  bool former;
  bool inferred; /**< `state` comes from the context alone. */
} Post;

/** A pronoun and what it stands for. */
typedef struct Pronoun {
  uint32_t token;
  uint32_t entity;
} Pronoun;

/** What a node refers to: `count` entities from `first` on in the pool. */
typedef struct Referents {
  uint32_t first;
  uint32_t count;
} Referents;

typedef struct Entities {
  LIST(Entity) items;
  LIST(Post) posts;
  LIST(Pronoun) pronouns;
  uint32_t* of_mention; /**< [mention]: an entity, or NOTHING. */
  bool* metonymy;       /**< [mention]: a place's name for its government. */
  Referents* of_node;   /**< [node] */
  LIST(uint32_t) pool;  /**< Entities, for `of_node`. */
  uint32_t dateline;    /**< The place entity of the dateline, or NOTHING. */
  uint32_t home;        /**< The state the article speaks from, or NOTHING. */
  uint32_t voice;       /**< Stands for whoever "I" and "we" are till events
                             tell, or NOTHING: nobody says so. */
} Entities;

/** What linking reads. */
typedef struct Reading {
  const Model* model;
  const Ontology* ontology;
  const Lexis* lexis;
  const Document* document;
  const Shapes* shapes;
  const Mentions* mentions;
  const Trees* trees;
} Reading;

AttStatus
att_entities_link(Arena* arena, const Reading* reading, Entities* out);

/** The node that stands for a mention: the top one of its tokens. */
uint32_t
att_mention_node(const Reading* reading, const Mention* mention);

/** The text of tokens `first` up to `end`, as in the article. */
Slice
att_reading_text(const Reading* reading, uint32_t first, uint32_t end);

#endif
