/* Posts: what titles say of the persons that bear them. */
/* SPDX-License-Identifier: MIT */
#include "reading/linker.h"

/* Tokens `first` up to `end` of a title. */
typedef struct TitlePart {
  uint32_t first;
  uint32_t end;
  bool former;
} TitlePart;

static bool
is_kind(const Linker* linker, uint32_t token, LexisClass class) {
  return (linker->reading->shapes->kinds[token] & LEXIS_BIT(class)) != 0;
}

/* Leaves articles, honorifics and "former" at the front out. */
static void
part_trim(const Linker* linker, TitlePart* part) {
  const Node* const tags = linker->reading->document->tags;
  while (part->first < part->end) {
    const uint32_t token = part->first;
    if (is_kind(linker, token, LEXIS_FORMER)) {
      part->former = true;
    } else if (tags[token].upos != UPOS_DET && tags[token].upos != UPOS_PUNCT &&
               tags[token].upos != UPOS_CCONJ &&
               !is_kind(linker, token, LEXIS_HONORIFIC)) {
      break;
    }
    part->first++;
  }
  while (part->end > part->first && (tags[part->end - 1].upos == UPOS_PUNCT ||
                                     tags[part->end - 1].upos == UPOS_CCONJ)) {
    part->end--;
  }
}

static bool
has_post(const Linker* linker, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) {
    if (is_kind(linker, i, LEXIS_POST)) {
      return true;
    }
  }
  return false;
}

static bool
is_between_posts(const Linker* linker, uint32_t token) {
  const Node* const tag = &linker->reading->document->tags[token];
  return tag->upos == UPOS_CCONJ || att_slice_is(tag->form, ",") ||
         att_slice_is(tag->form, "/");
}

/* The "and", comma or stroke behind which a second post starts: "Deputy Prime
 * Minister and Foreign Minister"; `part->end` if there is none. */
static uint32_t
second_post(const Linker* linker, const TitlePart* part) {
  for (uint32_t i = part->first + 1; i + 1 < part->end; i++) {
    if (is_between_posts(linker, i) && has_post(linker, part->first, i) &&
        has_post(linker, i + 1, part->end)) {
      return i;
    }
  }
  return part->end;
}

/* What a title's mentions say of its post. */
typedef struct Holding {
  uint32_t state;
  uint32_t organization;
  uint32_t accredited;
} Holding;

static bool
follows_to(const Linker* linker, uint32_t token) {
  const Document* const document = linker->reading->document;
  while (token > 0 && (document->tags[token - 1].upos == UPOS_DET)) {
    token--;
  }
  return token > 0 && (att_slice_is(document->lemmas[token - 1], "to") ||
                       att_slice_is(document->lemmas[token - 1], "in"));
}

static void
holding_read(const Linker* linker, const Mention* mention, uint32_t entity,
             Holding* holding) {
  const Entity* const item = &linker->entities->items.items[entity];
  if (item->state != NOTHING && follows_to(linker, mention->first)) {
    if (holding->accredited == NOTHING) {
      holding->accredited = item->state;
    }
  } else if (item->state != NOTHING && holding->state == NOTHING) {
    holding->state = item->state;
  }
  if (item->kind == ENTITY_ORGANIZATION && holding->organization == NOTHING) {
    holding->organization = entity;
  }
}

static Holding
holding_of(const Linker* linker, const TitlePart* part, uint32_t person) {
  const Mentions* const mentions = linker->reading->mentions;
  Holding holding = { NOTHING, NOTHING, NOTHING };
  for (uint32_t i = person;
       i > 0 && mentions->items.items[i].first >= part->first; i--) {
    person = i;
  }
  for (uint32_t i = person == 0 ? 0 : person - 1;
       i < mentions->items.length && mentions->items.items[i].first < part->end;
       i++) {
    const Mention* const mention = &mentions->items.items[i];
    const uint32_t entity = linker->entities->of_mention[i];
    if (mention->first >= part->first && mention->end <= part->end &&
        entity != NOTHING && mention->kind != ENTITY_PERSON) {
      holding_read(linker, mention, entity, &holding);
    }
  }
  return holding;
}

/* "President Berg of Norway": what stands behind the name says of whom, where
 * the title does not. */
static void
holding_behind(const Linker* linker, uint32_t person, Holding* holding) {
  const Mentions* const mentions = linker->reading->mentions;
  const char* const letters = linker->reading->shapes->letters;
  uint32_t token = mentions->items.items[person].end;
  if (holding->state != NOTHING || holding->organization != NOTHING ||
      letters[token] != 'o') {
    return;
  }
  token += letters[token + 1] == 't' ? 2 : 1;
  if (token >= linker->reading->document->tokens.items.length) {
    return;
  }
  const uint32_t other = mentions->at[token];
  if (other != NOTHING && mentions->items.items[other].form == FORM_NAME &&
      linker->entities->of_mention[other] != NOTHING &&
      mentions->items.items[other].kind != ENTITY_PERSON) {
    holding_read(linker, &mentions->items.items[other],
                 linker->entities->of_mention[other], holding);
  }
}

static bool
has_word(const Linker* linker, const Post* post, Slice lemma) {
  for (uint32_t i = post->first; i < post->end; i++) {
    const Slice other = linker->reading->document->tags[i].form;
    if (att_slice_equals(other, lemma)) {
      return true;
    }
  }
  return false;
}

/* Whether every word of `small` is in `large`: "Secretary" in "Secretary of
 * State". */
static bool
is_part_of(const Linker* linker, const Post* small, const Post* large) {
  for (uint32_t i = small->first; i < small->end; i++) {
    const Node* const tag = &linker->reading->document->tags[i];
    if (tag->upos != UPOS_ADP && tag->upos != UPOS_PUNCT &&
        !has_word(linker, large, tag->form)) {
      return false;
    }
  }
  return true;
}

/* Keeps the fuller of two titles for one post. */
static AttStatus
post_add(Linker* linker, Post post) {
  Entities* const entities = linker->entities;
  for (size_t i = 0; i < entities->posts.length; i++) {
    Post* const other = &entities->posts.items[i];
    const bool clash = other->state != NOTHING && post.state != NOTHING &&
                       other->state != post.state;
    if (other->person != post.person || other->former != post.former || clash) {
      continue;
    }
    if (is_part_of(linker, &post, other)) {
      other->state = other->state == NOTHING ? post.state : other->state;
      return ATT_OK;
    }
    if (is_part_of(linker, other, &post)) {
      post.state = post.state == NOTHING ? other->state : post.state;
      *other = post;
      return ATT_OK;
    }
  }
  return LIST_PUSH(linker->arena, &entities->posts, post);
}

static AttStatus
part_link(Linker* linker, TitlePart part, const Title* title) {
  const uint32_t mention = title->mention;
  part_trim(linker, &part);
  const uint32_t person = linker->entities->of_mention[mention];
  if (part.first >= part.end || !has_post(linker, part.first, part.end)) {
    return ATT_OK;
  }
  Holding holding = holding_of(linker, &part, mention);
  if (title->before) {
    holding_behind(linker, mention, &holding);
  }
  return post_add(linker, (Post){ .person = person,
                                  .first = part.first,
                                  .end = part.end,
                                  .organization = holding.organization,
                                  .state = holding.state,
                                  .accredited = holding.accredited,
                                  .former = part.former });
}

static AttStatus
title_link(Linker* linker, const Title* title) {
  if (linker->entities->of_mention[title->mention] == NOTHING) {
    return ATT_OK;
  }
  TitlePart rest = { title->first, title->end, false };
  while (rest.first < rest.end) {
    const uint32_t cut = second_post(linker, &rest);
    TRY(part_link(linker, (TitlePart){ rest.first, cut, false }, title));
    rest.first = cut + 1;
  }
  return ATT_OK;
}

/* A post whose title names no state is one of the state the article speaks
 * from. */
static void
states_infer(Linker* linker) {
  Entities* const entities = linker->entities;
  for (size_t i = 0; i < entities->posts.length; i++) {
    Post* const post = &entities->posts.items[i];
    Entity* const person = &entities->items.items[post->person];
    if (post->state != NOTHING && person->state == NOTHING) {
      person->state = post->state;
    }
  }
  for (size_t i = 0; i < entities->posts.length; i++) {
    Post* const post = &entities->posts.items[i];
    Entity* const person = &entities->items.items[post->person];
    const bool foreign =
      post->organization != NOTHING &&
      entities->items.items[post->organization].known != ONTOLOGY_NONE &&
      entities->items.items[post->organization].state == NOTHING;
    if (post->state == NOTHING && !foreign) {
      post->state = person->state != NOTHING ? person->state : entities->home;
      post->inferred = true;
    }
    if (person->state == NOTHING) {
      person->state = post->state;
      person->inferred = true;
    }
  }
}

/* The body a post is in: the ministry named in the article that has a word of
 * the title and the same state. */
static void
organizations_infer(Linker* linker) {
  Entities* const entities = linker->entities;
  const Reading* const reading = linker->reading;
  for (size_t i = 0; i < entities->posts.length; i++) {
    Post* const post = &entities->posts.items[i];
    for (uint32_t j = 0;
         j < entities->items.length && post->organization == NOTHING; j++) {
      Entity* const body = &entities->items.items[j];
      if (body->kind != ENTITY_ORGANIZATION || body->mention == NOTHING ||
          (body->state != NOTHING && body->state != post->state)) {
        continue;
      }
      const Mention* const mention =
        &reading->mentions->items.items[body->mention];
      for (uint32_t t = mention->first; t < mention->end; t++) {
        if (is_kind(linker, t, LEXIS_PORTFOLIO) &&
            has_word(linker, post, reading->document->tags[t].form)) {
          post->organization = j;
          body->state = post->state;
          body->inferred = true;
        }
      }
    }
  }
}

AttStatus
att_posts_link(Linker* linker) {
  const Mentions* const mentions = linker->reading->mentions;
  for (size_t i = 0; i < mentions->titles.length; i++) {
    TRY(title_link(linker, &mentions->titles.items[i]));
  }
  TRY(att_counterparts_link(linker));
  states_infer(linker);
  organizations_infer(linker);
  return ATT_OK;
}
