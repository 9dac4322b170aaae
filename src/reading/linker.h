/* The linker: what the parts of entity linking share. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_LINKER_H
#define ATTACHE_READING_LINKER_H

#include "reading/entity.h"

/** One word of one person's name. */
typedef struct NameWord {
  uint32_t person; /**< An entity. */
  bool last;       /**< The last word of the name. */
  uint32_t before; /**< The same word in an earlier person's name: an index
                         into Linker.name_words, or NOTHING. */
} NameWord;

typedef struct Linker {
  Arena* arena;
  const Reading* reading;
  Entities* entities;
  uint32_t* of_known;         /**< [known entity]: an entity, or NOTHING. */
  Intern words;               /**< Folded words of persons' names. */
  LIST(uint32_t) word_newest; /**< [word - 1]: into name_words. */
  LIST(NameWord) name_words;
  LIST(uint32_t) named;       /**< [entity]: times a person is named so far. */
  Intern bodies;              /**< Folded names of unknown bodies and places. */
  LIST(uint32_t) body_entity; /**< [body - 1] */
  EntityKind* guesses;        /**< [mention]: what an unknown name is, by the
                                  evidence; ENTITY_KIND_COUNT: nobody can
                                  tell. */
  uint32_t* mention_count;    /**< [entity]: times it is named. */
  uint32_t counted;           /**< Entities counted: the named ones. */
} Linker;

AttStatus
att_linker_entity(Linker* linker, Entity entity, uint32_t* out);

/** The entity of a known one, made if it is new to the article. */
AttStatus
att_linker_known(Linker* linker, uint32_t known, uint32_t mention,
                 uint32_t* out);

/** The entity of mention `index`, a body or place that no gazetteer knows: one
 * for each folded name. */
AttStatus
att_linker_body(Linker* linker, uint32_t index, EntityKind kind);

/** The body or place that `mention` names by a name or acronym met before, or
 * NOTHING. */
uint32_t
att_linker_find_body(const Linker* linker, const Mention* mention);

/** Gives counterparts the posts of those whose counterparts they are. */
AttStatus
att_counterparts_link(Linker* linker);

/** Links the pronoun at `node`, if it is one, to whom it stands for. */
AttStatus
att_pronoun_resolve(Linker* linker, uint32_t node);

/** Links bodies and places that no gazetteer knows, and their acronyms. */
AttStatus
att_bodies_link(Linker* linker);

/** Weighs what unknown names are: fills `guesses`. */
AttStatus
att_names_weigh(Linker* linker);

/** Whether `form` is capitals alone: "NATO", "S.E.C.". */
bool
att_is_acronym(Slice form);

/** Whether the word of `node` evokes a statement: "said", "asked". */
bool
att_reading_says(const Reading* reading, uint32_t node);

/** Whether a nominal has a word of the lexicon for people or bodies. */
bool
att_mention_is_people(const Reading* reading, const Mention* mention);

/** Whether `node` is who says a clause: "the report says that talks failed",
 * "the talks failed, says one source". */
bool
att_node_speaks(const Reading* reading, uint32_t node);

/** Links names of persons, and of what is typed by evidence. */
AttStatus
att_persons_link(Linker* linker);

/** Turns titles into posts, and gives persons their states. */
AttStatus
att_posts_link(Linker* linker);

/** Resolves nominals and pronouns, in text order. */
AttStatus
att_references_link(Linker* linker);

/** Adds `entity` to what `node` refers to; all of a node's at one go: later
 * ones are left out. */
AttStatus
att_linker_refer(Linker* linker, uint32_t node, uint32_t entity);

#endif
