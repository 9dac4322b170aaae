/* References: what nominals stand for. */
/* SPDX-License-Identifier: MIT */
#include "reading/linker.h"

/* A group's description takes in at most so many tokens behind its noun. */
#define GROUP_TAIL 10

/* Sentences behind a description in which the name may follow. */
#define NAME_AHEAD 4

static const SyntaxNode*
node_at(const Linker* linker, uint32_t node) {
  return &linker->reading->trees->nodes.items[node];
}

static const Entity*
entity_at(const Linker* linker, uint32_t entity) {
  return &linker->entities->items.items[entity];
}

/* The first referent of a node, or NOTHING. */
static uint32_t
referent(const Linker* linker, uint32_t node) {
  const Referents referents = linker->entities->of_node[node];
  return referents.count == 0 ? NOTHING
                              : linker->entities->pool.items[referents.first];
}

/* The state named inside a nominal ("the US official"), or NOTHING. */
static uint32_t
nominal_state(const Linker* linker, uint32_t index) {
  const Mentions* const mentions = linker->reading->mentions;
  const Mention* const whole = &mentions->items.items[index];
  for (uint32_t i = index + 1; i < mentions->items.length &&
                               mentions->items.items[i].first < whole->end;
       i++) {
    const uint32_t entity = linker->entities->of_mention[i];
    if (entity != NOTHING && entity_at(linker, entity)->state != NOTHING) {
      return entity_at(linker, entity)->state;
    }
  }
  return NOTHING;
}

/* The nominal's last post or person noun: "minister" of "the minister". */
static uint32_t
nominal_head(const Linker* linker, const Mention* mention) {
  const LexisSet wanted = LEXIS_BIT(LEXIS_POST) | LEXIS_BIT(LEXIS_PERSON);
  for (uint32_t i = mention->end; i > mention->first; i--) {
    if ((linker->reading->shapes->kinds[i - 1] & wanted) != 0) {
      return i - 1;
    }
  }
  return mention->end - 1;
}

static bool
holds_post_named(const Linker* linker, uint32_t person, uint32_t head) {
  const Document* const document = linker->reading->document;
  const Slice wanted = document->lemmas[head];
  for (size_t i = 0; i < linker->entities->posts.length; i++) {
    const Post* const post = &linker->entities->posts.items[i];
    if (post->person != person) {
      continue;
    }
    for (uint32_t t = post->first; t < post->end; t++) {
      const Slice lemma = document->lemmas[t];
      if (lemma.length == wanted.length && lemma.length > 0 &&
          att_slice_equals(att_slice_part(lemma, 1, lemma.length),
                           att_slice_part(wanted, 1, wanted.length)) &&
          (lemma.start[0] | 0x20) == (wanted.start[0] | 0x20)) {
        return true;
      }
    }
  }
  return false;
}

static bool
describes(const Linker* linker, uint32_t entity, uint32_t head,
          uint32_t state) {
  const bool post =
    (linker->reading->shapes->kinds[head] & LEXIS_BIT(LEXIS_POST)) != 0;
  if (entity_at(linker, entity)->kind != ENTITY_PERSON ||
      (state != NOTHING && entity_at(linker, entity)->state != state)) {
    return false;
  }
  return post ? holds_post_named(linker, entity, head) : state != NOTHING;
}

/* Who is named behind the preposition of a description: "a spokesman for
 * Karzai"; or NOTHING. */
static uint32_t
complement_of(const Linker* linker, uint32_t node) {
  const uint32_t behind =
    att_trees_child(linker->reading->trees, node, REL_NMOD);
  return behind == NOTHING ? NOTHING : referent(linker, behind);
}

static bool
sentence_names(const Linker* linker, uint32_t sentence, uint32_t entity) {
  const Trees* const trees = linker->reading->trees;
  for (uint32_t i = trees->first[sentence]; i < trees->first[sentence + 1];
       i++) {
    if (referent(linker, i) == entity) {
      return true;
    }
  }
  return false;
}

/* Whether what is named at `name` may be who `head` describes, as far as whom
 * he speaks for goes: "a spokesman for Karzai" is in a sentence with Karzai, or
 * "the spokesman, Hamid Elmi". */
static bool
serves_same(const Linker* linker, uint32_t head, uint32_t name) {
  const Trees* const trees = linker->reading->trees;
  const uint32_t node = trees->of_token[head];
  const uint32_t whom = complement_of(linker, node);
  const SyntaxNode* const item = node_at(linker, name);
  return whom == NOTHING || att_trees_definite(trees, node) ||
         sentence_names(linker, item->sentence, whom) ||
         (item->relation == REL_APPOS && item->head != NOTHING &&
          att_trees_definite(trees, item->head));
}

/* The person before a description that it fits: for a post the latest, for
 * "the US official" the one the article names most. */
static uint32_t
holder_find(const Linker* linker, const Mention* mention, uint32_t state) {
  const uint32_t head = nominal_head(linker, mention);
  const bool post =
    (linker->reading->shapes->kinds[head] & LEXIS_BIT(LEXIS_POST)) != 0;
  const uint32_t node = linker->reading->trees->of_token[mention->first];
  uint32_t best = NOTHING;
  uint32_t most = 0;
  for (uint32_t i = node; i > 0; i--) {
    const uint32_t entity = referent(linker, i - 1);
    if (entity == NOTHING || !describes(linker, entity, head, state) ||
        (post && !serves_same(linker, head, i - 1))) {
      continue;
    }
    if (post) {
      return entity;
    }
    if (linker->mention_count[entity] > most) {
      best = entity;
      most = linker->mention_count[entity];
    }
  }
  return best;
}

/* "A spokesman for Karzai said ...", of whom a sentence soon behind tells the
 * name: "Karzai's spokesman Hamid Elmi". */
static uint32_t
holder_ahead(const Linker* linker, const Mention* mention, uint32_t state) {
  const Trees* const trees = linker->reading->trees;
  const uint32_t head = nominal_head(linker, mention);
  const uint32_t node = trees->of_token[mention->first];
  if ((linker->reading->shapes->kinds[head] & LEXIS_BIT(LEXIS_POST)) == 0 ||
      (!att_node_speaks(linker->reading, trees->of_token[head]) &&
       complement_of(linker, trees->of_token[head]) == NOTHING)) {
    return NOTHING;
  }
  for (uint32_t i = node + 1; i < trees->nodes.length &&
                              node_at(linker, i)->sentence <=
                                node_at(linker, node)->sentence + NAME_AHEAD;
       i++) {
    const uint32_t entity = referent(linker, i);
    if (entity != NOTHING && describes(linker, entity, head, state) &&
        serves_same(linker, head, i)) {
      return entity;
    }
  }
  return NOTHING;
}

/* Where a group's description ends: "members of the armed forces". */
static uint32_t
group_end(const Linker* linker, const Mention* mention) {
  const Reading* const reading = linker->reading;
  const uint32_t node = att_mention_node(reading, mention);
  const uint32_t end = (uint32_t)reading->document->tokens.items.length;
  uint32_t token = mention->end;
  while (
    token < end && token < mention->end + GROUP_TAIL &&
    att_trees_below(reading->trees, reading->trees->of_token[token], node) &&
    reading->document->tags[token].upos != UPOS_PUNCT &&
    reading->document->tags[token].upos != UPOS_PRON &&
    reading->document->tags[token].upos != UPOS_VERB) {
    token++;
  }
  while (token > mention->end &&
         (reading->document->tags[token - 1].upos == UPOS_ADP ||
          reading->document->tags[token - 1].upos == UPOS_DET ||
          reading->document->tags[token - 1].upos == UPOS_CCONJ)) {
    token--;
  }
  const bool phrase = mention->end < token &&
                      reading->document->tags[mention->end].upos == UPOS_ADP;
  return phrase ? token : mention->end;
}

/* The group that an earlier description in the same words, `name`, made, or
 * NOTHING. */
static uint32_t
group_named(const Linker* linker, Slice name) {
  for (uint32_t i = linker->counted; i < linker->entities->items.length; i++) {
    const Entity* const entity = entity_at(linker, i);
    if (entity->kind == ENTITY_GROUP && i != linker->entities->voice &&
        att_slice_equals(entity->name, name)) {
      return i;
    }
  }
  return NOTHING;
}

static AttStatus
group_make(Linker* linker, uint32_t index, uint32_t* out) {
  const Mention* const mention = &linker->reading->mentions->items.items[index];
  const Slice name = att_reading_text(linker->reading, mention->first,
                                      group_end(linker, mention));
  *out =
    mention->end > mention->first + 1 ? group_named(linker, name) : NOTHING;
  return *out != NOTHING
           ? ATT_OK
           : att_linker_entity(linker,
                               (Entity){ .kind = ENTITY_GROUP,
                                         .known = ONTOLOGY_NONE,
                                         .name = name,
                                         .mention = index,
                                         .state =
                                           nominal_state(linker, index) },
                               out);
}

/* The two states that "both countries" means: the latest two before it. */
static AttStatus
states_resolve(Linker* linker, uint32_t node) {
  uint32_t found[2] = { NOTHING, NOTHING };
  size_t count = 0;
  for (uint32_t i = node; i > 0 && count < 2; i--) {
    const uint32_t entity = referent(linker, i - 1);
    if (entity == NOTHING) {
      continue;
    }
    const Entity* const item = entity_at(linker, entity);
    const uint32_t state =
      item->kind == ENTITY_STATE || item->kind == ENTITY_PERSON ? item->state
                                                                : NOTHING;
    if (state != NOTHING && (count == 0 || found[0] != state)) {
      found[count++] = state;
    }
  }
  for (size_t i = count; i > 0; i--) {
    TRY(att_linker_refer(linker, node, found[i - 1]));
  }
  return ATT_OK;
}

/* "the two leaders", "both ministers": the two persons named last, of
 * different states if their states are known. */
static AttStatus
pair_resolve(Linker* linker, uint32_t node) {
  uint32_t last = NOTHING;
  for (uint32_t i = node; i > 0; i--) {
    const uint32_t entity = referent(linker, i - 1);
    if (entity == NOTHING || entity_at(linker, entity)->kind != ENTITY_PERSON ||
        entity == last || node_at(linker, i - 1)->relation == REL_NMOD_POSS) {
      continue;
    }
    if (last == NOTHING) {
      last = entity;
    } else if (entity_at(linker, entity)->state == NOTHING ||
               entity_at(linker, entity)->state !=
                 entity_at(linker, last)->state) {
      TRY(att_linker_refer(linker, node, entity));
      return att_linker_refer(linker, node, last);
    }
  }
  return ATT_OK;
}

/* Whether a nominal counts two: "the two leaders", "both sides". */
static bool
is_pair(const Linker* linker, const Mention* mention) {
  for (uint32_t i = mention->first; i < mention->end; i++) {
    const Slice lemma = linker->reading->document->lemmas[i];
    if (att_slice_is(lemma, "two") || att_slice_is(lemma, "both")) {
      return true;
    }
  }
  return false;
}

/* "the leaders": those of two when the persons so far serve two states, one of
 * which need not be told. */
static bool
is_of_two(const Linker* linker, const Mention* mention, uint32_t node) {
  const Document* const document = linker->reading->document;
  uint32_t states[2] = { NOTHING, NOTHING };
  size_t count = 0;
  if (mention->end != mention->first + 2 ||
      !att_slice_is(document->lemmas[mention->first], "the")) {
    return false;
  }
  for (uint32_t i = 0; i < node; i++) {
    const uint32_t entity = referent(linker, i);
    if (entity == NOTHING || entity_at(linker, entity)->kind != ENTITY_PERSON) {
      continue;
    }
    const uint32_t state = entity_at(linker, entity)->state;
    if ((count > 0 && state == states[0]) ||
        (count > 1 && state == states[1])) {
      continue;
    }
    if (count == 2) {
      return false;
    }
    states[count++] = state;
  }
  return count == 2;
}

/* "three European nations": not the two that were named. */
static bool
counts_more(const Linker* linker, const Mention* mention) {
  const Document* const document = linker->reading->document;
  for (uint32_t i = mention->first; i < mention->end; i++) {
    if (document->tags[i].upos == UPOS_NUM &&
        !att_slice_is(document->lemmas[i], "two")) {
      return true;
    }
  }
  return false;
}

/* "the ministry": the latest body whose name has the word, or NOTHING. */
static uint32_t
body_find(const Linker* linker, const Mention* mention) {
  const Reading* const reading = linker->reading;
  const Slice wanted = reading->document->lemmas[mention->end - 1];
  const uint32_t node = reading->trees->of_token[mention->first];
  for (uint32_t i = node; i > 0; i--) {
    const uint32_t entity = referent(linker, i - 1);
    const SyntaxNode* const item = node_at(linker, i - 1);
    if (entity == NOTHING ||
        entity_at(linker, entity)->kind != ENTITY_ORGANIZATION) {
      continue;
    }
    for (uint32_t t = item->first; t < item->end; t++) {
      const Slice lemma = reading->document->lemmas[t];
      if (lemma.length == wanted.length && lemma.length > 1 &&
          att_slice_equals(att_slice_part(lemma, 1, lemma.length),
                           att_slice_part(wanted, 1, wanted.length))) {
        return entity;
      }
    }
  }
  return NOTHING;
}

/* "the spokesman, Hamid Karim": the person named beside a description. */
static uint32_t
apposed_person(const Linker* linker, uint32_t node) {
  const uint32_t name =
    att_trees_child(linker->reading->trees, node, REL_APPOS);
  const uint32_t entity = name == NOTHING ? NOTHING : referent(linker, name);
  return entity != NOTHING && entity_at(linker, entity)->kind == ENTITY_PERSON
           ? entity
           : NOTHING;
}

/* "the country", "the Kingdom": the state the article speaks from if it is
 * written as a name, else the latest one named. */
static uint32_t
country_find(const Linker* linker, uint32_t node) {
  const Slice form = node_at(linker, node)->form;
  if (form.start[0] >= 'A' && form.start[0] <= 'Z' &&
      linker->entities->home != NOTHING) {
    return linker->entities->home;
  }
  for (uint32_t i = node; i > 0; i--) {
    const uint32_t entity = referent(linker, i - 1);
    if (entity != NOTHING && entity_at(linker, entity)->kind == ENTITY_STATE) {
      return entity;
    }
  }
  return linker->entities->home;
}

static AttStatus
nominal_resolve(Linker* linker, uint32_t index) {
  const Reading* const reading = linker->reading;
  const Mention* const mention = &reading->mentions->items.items[index];
  const uint32_t node = att_mention_node(reading, mention);
  uint32_t entity = NOTHING;
  if (mention->kind == ENTITY_STATE) {
    entity = nominal_state(linker, index);
    if (mention->plural && counts_more(linker, mention)) {
      TRY(group_make(linker, index, &entity));
      linker->entities->of_mention[index] = entity;
      return att_linker_refer(linker, node, entity);
    }
    if (mention->plural) {
      return states_resolve(linker, node);
    }
    if (entity == NOTHING) {
      entity = country_find(linker, node);
    }
  } else if (mention->kind == ENTITY_PERSON && !mention->plural) {
    entity = apposed_person(linker, node);
    if (entity == NOTHING) {
      entity = holder_find(linker, mention, nominal_state(linker, index));
    }
    if (entity == NOTHING) {
      entity = holder_ahead(linker, mention, nominal_state(linker, index));
    }
    if (entity == NOTHING) {
      TRY(group_make(linker, index, &entity));
    }
  } else if (mention->kind == ENTITY_ORGANIZATION) {
    entity = body_find(linker, mention);
    if (entity == NOTHING && att_node_speaks(reading, node)) {
      TRY(group_make(linker, index, &entity));
    }
  } else if (mention->kind == ENTITY_PERSON &&
             (is_pair(linker, mention) || is_of_two(linker, mention, node))) {
    return pair_resolve(linker, node);
  } else if (att_mention_is_people(reading, mention) ||
             att_node_speaks(reading, node)) {
    TRY(group_make(linker, index, &entity));
  }
  linker->entities->of_mention[index] = entity;
  return entity == NOTHING ? ATT_OK : att_linker_refer(linker, node, entity);
}

static AttStatus
mentions_count(Linker* linker) {
  const Entities* const entities = linker->entities;
  linker->counted = (uint32_t)entities->items.length;
  TRY(att_arena_alloc(linker->arena, linker->counted * sizeof(uint32_t),
                      &linker->mention_count));
  for (size_t i = 0; i < linker->reading->mentions->items.length; i++) {
    if (entities->of_mention[i] != NOTHING) {
      linker->mention_count[entities->of_mention[i]]++;
    }
  }
  return ATT_OK;
}

/* "the official Xinhua news agency": a noun for a body is the body whose name
 * stands before it. */
static AttStatus
body_before_link(Linker* linker, uint32_t node) {
  const Reading* const reading = linker->reading;
  const SyntaxNode* const item = node_at(linker, node);
  uint32_t phrase = item->first;
  while (phrase > 0 && reading->shapes->letters[phrase] == '_') {
    phrase--;
  }
  if (item->upos != UPOS_NOUN || referent(linker, node) != NOTHING ||
      (reading->shapes->kinds[phrase] & LEXIS_BIT(LEXIS_ORGANIZATION)) == 0) {
    return ATT_OK;
  }
  const uint32_t name = att_trees_child(reading->trees, node, REL_COMPOUND);
  const uint32_t entity = name == NOTHING ? NOTHING : referent(linker, name);
  return entity != NOTHING &&
             entity_at(linker, entity)->kind == ENTITY_ORGANIZATION
           ? att_linker_refer(linker, node, entity)
           : ATT_OK;
}

AttStatus
att_references_link(Linker* linker) {
  const Reading* const reading = linker->reading;
  TRY(mentions_count(linker));
  uint32_t mention = 0;
  for (uint32_t node = 0; node < reading->trees->nodes.length; node++) {
    const uint32_t end = node_at(linker, node)->end;
    while (mention < reading->mentions->items.length &&
           reading->mentions->items.items[mention].first < end) {
      const Mention* const item = &reading->mentions->items.items[mention];
      if (item->form == FORM_NOMINAL && item->inside == NOTHING) {
        TRY(nominal_resolve(linker, mention));
      }
      mention++;
    }
    TRY(body_before_link(linker, node));
    TRY(att_pronoun_resolve(linker, node));
  }
  return ATT_OK;
}
