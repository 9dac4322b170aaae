/* Counterparts: persons who hold the same post as others, elsewhere. */
/* SPDX-License-Identifier: MIT */
#include "reading/linker.h"

/* A state stands at most so many tokens before the "counterpart" that serves
 * it. */
#define STATE_REACH 3

/* The first mention that begins at or behind `token`. */
static size_t
mention_from(const Mentions* mentions, uint32_t token) {
  size_t low = 0;
  size_t high = mentions->items.length;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (mentions->items.items[middle].first < token) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* Whether a state's name begins at `token`: where it ends, in `*end`. */
static bool
is_state(const Linker* linker, uint32_t token, uint32_t* end) {
  const Mentions* const mentions = linker->reading->mentions;
  for (size_t i = mention_from(mentions, token);
       i < mentions->items.length && mentions->items.items[i].first == token;
       i++) {
    if (mentions->items.items[i].kind == ENTITY_STATE) {
      *end = mentions->items.items[i].end;
      return true;
    }
  }
  return false;
}

/* The token of the "counterpart" right before the name `mention`, or
 * NOTHING. */
static uint32_t
counterpart_before(const Linker* linker, const Mention* mention) {
  const Reading* const reading = linker->reading;
  uint32_t token = mention->first;
  while (token > 0 && (token == mention->first ||
                       reading->document->tags[token].upos == UPOS_PUNCT)) {
    token--;
  }
  return token < mention->first &&
             (reading->shapes->kinds[token] & LEXIS_BIT(LEXIS_COUNTERPART)) != 0
           ? token
           : NOTHING;
}

/* "her visiting Kenyan counterpart": the state that the one at `token` serves,
 * or NOTHING. */
static uint32_t
state_before(const Linker* linker, uint32_t token) {
  const Mentions* const mentions = linker->reading->mentions;
  for (uint32_t i = token; i > 0 && i + STATE_REACH > token; i--) {
    const uint32_t mention = mentions->at[i - 1];
    const uint32_t entity =
      mention == NOTHING ? NOTHING : linker->entities->of_mention[mention];
    if (entity != NOTHING &&
        mentions->items.items[mention].kind == ENTITY_STATE) {
      return linker->entities->items.items[entity].state;
    }
  }
  return NOTHING;
}

/* The latest post told before `token` in its sentence, or NULL. */
static const Post*
post_before(const Linker* linker, uint32_t token) {
  const Entities* const entities = linker->entities;
  const uint32_t* const sentence_of = linker->reading->document->sentence_of;
  const Post* latest = NULL;
  for (size_t i = 0; i < entities->posts.length; i++) {
    const Post* const post = &entities->posts.items[i];
    if (post->end <= token && !post->former &&
        sentence_of[post->first] == sentence_of[token] &&
        (latest == NULL || post->first > latest->first)) {
      latest = post;
    }
  }
  return latest;
}

/* The post as its holder's elsewhere is called: without whose it is. */
static Post
post_elsewhere(const Linker* linker, Post post, uint32_t person,
               uint32_t state) {
  const Node* const tags = linker->reading->document->tags;
  uint32_t behind = 0;
  while (post.first < post.end && is_state(linker, post.first, &behind)) {
    post.first = behind;
  }
  uint32_t end = post.first;
  while (end < post.end && !is_state(linker, end, &behind)) {
    end++;
  }
  while (end < post.end && end > post.first &&
         (tags[end - 1].upos == UPOS_ADP || tags[end - 1].upos == UPOS_DET)) {
    end--;
  }
  return (Post){ .person = person,
                 .first = post.first,
                 .end = end,
                 .organization = NOTHING,
                 .state = state,
                 .accredited = NOTHING,
                 .inferred = true };
}

static bool
holds_post(const Linker* linker, uint32_t person) {
  const Entities* const entities = linker->entities;
  for (size_t i = 0; i < entities->posts.length; i++) {
    if (entities->posts.items[i].person == person &&
        !entities->posts.items[i].former) {
      return true;
    }
  }
  return false;
}

static AttStatus
counterpart_link(Linker* linker, uint32_t mention) {
  const Mention* const item = &linker->reading->mentions->items.items[mention];
  const uint32_t person = linker->entities->of_mention[mention];
  const uint32_t token = counterpart_before(linker, item);
  if (person == NOTHING || item->kind != ENTITY_PERSON || token == NOTHING) {
    return ATT_OK;
  }
  const Post* const post = post_before(linker, token);
  if (post == NULL || holds_post(linker, person)) {
    return ATT_OK;
  }
  const Post own =
    post_elsewhere(linker, *post, person, state_before(linker, token));
  return own.first < own.end
           ? LIST_PUSH(linker->arena, &linker->entities->posts, own)
           : ATT_OK;
}

AttStatus
att_counterparts_link(Linker* linker) {
  const Mentions* const mentions = linker->reading->mentions;
  for (uint32_t i = 0; i < mentions->items.length; i++) {
    if (mentions->items.items[i].form == FORM_NAME) {
      TRY(counterpart_link(linker, i));
    }
  }
  return ATT_OK;
}
