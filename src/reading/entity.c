/* Entities: who and what the mentions of a document refer to. */
/* SPDX-License-Identifier: MIT */
#include "reading/entity.h"

#include "base/utf8.h"
#include "reading/linker.h"

uint32_t
att_mention_node(const Reading* reading, const Mention* mention) {
  const Trees* const trees = reading->trees;
  for (uint32_t token = mention->first; token < mention->end; token++) {
    const uint32_t node = trees->of_token[token];
    const uint32_t head = trees->nodes.items[node].head;
    if (head == NOTHING || trees->nodes.items[head].first < mention->first ||
        trees->nodes.items[head].first >= mention->end) {
      return node;
    }
  }
  return trees->of_token[mention->first];
}

Slice
att_reading_text(const Reading* reading, uint32_t first, uint32_t end) {
  return att_text_slice(reading->document->text,
                        att_document_span(reading->document, first, end));
}

AttStatus
att_linker_entity(Linker* linker, Entity entity, uint32_t* out) {
  *out = (uint32_t)linker->entities->items.length;
  return LIST_PUSH(linker->arena, &linker->entities->items, entity);
}

AttStatus
att_linker_known(Linker* linker, uint32_t known, uint32_t mention,
                 uint32_t* out) {
  if (linker->of_known[known] != NOTHING) {
    *out = linker->of_known[known];
    return ATT_OK;
  }
  const KnownEntity* const item =
    &linker->reading->ontology->entities.items[known];
  TRY(att_linker_entity(linker,
                        (Entity){ .kind = item->kind,
                                  .known = known,
                                  .name = item->label,
                                  .mention = mention,
                                  .state = NOTHING },
                        out));
  linker->of_known[known] = *out;
  uint32_t state = *out;
  if (item->kind != ENTITY_STATE && item->state != ONTOLOGY_NONE) {
    TRY(att_linker_known(linker, item->state, NOTHING, &state));
  } else if (item->kind != ENTITY_STATE) {
    state = NOTHING;
  }
  linker->entities->items.items[*out].state = state;
  return ATT_OK;
}

AttStatus
att_linker_refer(Linker* linker, uint32_t node, uint32_t entity) {
  Referents* const referents = &linker->entities->of_node[node];
  const uint32_t end = (uint32_t)linker->entities->pool.length;
  if (referents->count == 0) {
    referents->first = end;
  } else if (referents->first + referents->count != end) {
    return ATT_OK;
  }
  referents->count++;
  return LIST_PUSH(linker->arena, &linker->entities->pool, entity);
}

/* Prepositions that make a place of a capital's name. */
static bool
is_locative(Slice preposition) {
  static const char* const words[] = { "in",     "at",     "near",    "from",
                                       "to",     "into",   "around",  "outside",
                                       "across", "toward", "towards", "via",
                                       "through" };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (att_slice_is(preposition, words[i])) {
      return true;
    }
  }
  return false;
}

bool
att_reading_says(const Reading* reading, uint32_t node) {
  if (node == NOTHING) {
    return false;
  }
  const FrameWords* const words =
    att_frames_find(&reading->ontology->frames,
                    reading->trees->nodes.items[node].lemma);
  const uint32_t statement = att_ontology_term(reading->ontology, "Statement");
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    const Frame* const frame =
      &reading->ontology->frames.items.items[words->items[i].frame];
    if (att_term_is_a(reading->ontology, frame->evokes, statement)) {
      return true;
    }
  }
  return false;
}

bool
att_mention_is_people(const Reading* reading, const Mention* mention) {
  const LexisSet people = LEXIS_BIT(LEXIS_GROUP) | LEXIS_BIT(LEXIS_PERSON) |
                          LEXIS_BIT(LEXIS_POSTS) | LEXIS_BIT(LEXIS_POST) |
                          LEXIS_BIT(LEXIS_ORGANIZATION) |
                          LEXIS_BIT(LEXIS_MODIFIER) | LEXIS_BIT(LEXIS_MINISTRY);
  for (uint32_t i = mention->first; i < mention->end; i++) {
    if ((reading->shapes->kinds[i] & people) != 0) {
      return true;
    }
  }
  return false;
}

/* Whether a noun evokes an event by itself: "the statement". */
static bool
is_event_noun(const Reading* reading, uint32_t node) {
  const FrameWords* const words =
    att_frames_find(&reading->ontology->frames,
                    reading->trees->nodes.items[node].lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    if (words->items[i].noun && words->items[i].rest_count == 0) {
      return true;
    }
  }
  return false;
}

/* "an architect who said the roof was safe" */
static bool
speaks_in_relative(const Reading* reading, uint32_t node) {
  const uint32_t verb = att_trees_child(reading->trees, node, REL_ACL_RELCL);
  return verb != NOTHING && att_reading_says(reading, verb) &&
         att_trees_child(reading->trees, verb, REL_CCOMP) != NOTHING;
}

bool
att_node_speaks(const Reading* reading, uint32_t node) {
  const Trees* const trees = reading->trees;
  const SyntaxNode* const item = &trees->nodes.items[node];
  const uint32_t verb = item->head;
  if (speaks_in_relative(reading, node) ||
      (att_slice_starts(att_trees_case(trees, node), SLICE("accord")) &&
       !is_event_noun(reading, node))) {
    return true;
  }
  if ((item->relation != REL_NSUBJ && item->relation != REL_OBJ) ||
      !att_reading_says(reading, verb) || is_event_noun(reading, node)) {
    return false;
  }
  const uint32_t clause = att_trees_child(trees, verb, REL_CCOMP);
  return clause != NOTHING ? item->relation == REL_NSUBJ || clause < node
                           : trees->nodes.items[verb].relation == REL_PARATAXIS;
}

/* Whether a capital's name at `node` means the government. */
static bool
is_metonymy(const Reading* reading, uint32_t node) {
  const SyntaxNode* const item = &reading->trees->nodes.items[node];
  if (att_document_kind(reading->document, item->sentence) ==
      PARAGRAPH_DATELINE) {
    return false;
  }
  const Slice preposition = att_trees_case(reading->trees, node);
  switch ((Relation)item->relation) {
  case REL_NSUBJ:
  case REL_NMOD_POSS:
  case REL_OBL_AGENT:
    return true;
  case REL_CONJ:
    return item->head != NOTHING && !is_locative(preposition) &&
           is_metonymy(reading, item->head);
  case REL_OBJ:
  case REL_IOBJ:
  case REL_NSUBJ_PASS:
    return att_reading_says(reading, item->head);
  case REL_OBL:
  case REL_NMOD:
    return preposition.length > 0 && !is_locative(preposition) &&
           !att_slice_is(preposition, "of");
  case REL_COMPOUND:
  case REL_AMOD: {
    const uint32_t head = item->head;
    const LexisSet kinds =
      head == NOTHING
        ? 0
        : reading->shapes->kinds[reading->trees->nodes.items[head].first];
    return (kinds & (LEXIS_BIT(LEXIS_PERSON) | LEXIS_BIT(LEXIS_GOVERNMENT) |
                     LEXIS_BIT(LEXIS_POST))) != 0;
  }
  default:
    return false;
  }
}

/* Mentions of the state behind each known entity, for telling apart places of
 * one name. */
static AttStatus
states_count(Linker* linker, uint32_t** out) {
  const Ontology* const ontology = linker->reading->ontology;
  const Shapes* const shapes = linker->reading->shapes;
  TRY(att_arena_alloc(linker->arena,
                      (ontology->entities.length + 1) * sizeof **out, out));
  for (size_t i = 0; i < shapes->hits.length; i++) {
    const NameHit* const hit = &shapes->hits.items[i];
    if (hit->sense_count == 1) {
      const KnownName name = ontology->names.items[hit->senses[0].value];
      const uint32_t state = ontology->entities.items[name.entity].state;
      if (state != ONTOLOGY_NONE) {
        (*out)[state]++;
      }
    }
  }
  return ATT_OK;
}

/* "the Senate": a name that bodies of several states share, none of them named
 * here, is none of theirs. */
static bool
is_anybodys(const Linker* linker, const NameHit* hit, const uint32_t* counts) {
  const Ontology* const ontology = linker->reading->ontology;
  for (size_t i = 0; i < hit->sense_count; i++) {
    const KnownEntity* const entity =
      &ontology->entities
         .items[ontology->names.items[hit->senses[i].value].entity];
    if (entity->kind != ENTITY_ORGANIZATION || entity->state == ONTOLOGY_NONE ||
        counts[entity->state] > 0) {
      return false;
    }
  }
  return hit->sense_count > 1;
}

/* The best sense of a hit, for a metonym's reading or a literal one. */
static const KnownName*
sense_choose(const Linker* linker, const NameHit* hit, bool metonymy,
             const uint32_t* counts) {
  const Ontology* const ontology = linker->reading->ontology;
  const KnownName* best = NULL;
  uint32_t best_score = 0;
  if (is_anybodys(linker, hit, counts)) {
    return NULL;
  }
  for (size_t i = 0; i < hit->sense_count; i++) {
    const KnownName* const name = &ontology->names.items[hit->senses[i].value];
    const KnownEntity* const entity = &ontology->entities.items[name->entity];
    const bool agrees = (name->form == NAME_METONYM) == metonymy;
    const bool capital =
      entity->state != ONTOLOGY_NONE &&
      ontology->entities.items[entity->state].capital == name->entity;
    const uint32_t seen =
      entity->state == ONTOLOGY_NONE ? 0 : counts[entity->state];
    const uint32_t score = 1U + (agrees ? 100000U : 0U) +
                           (entity->kind == ENTITY_STATE ? 40000U : 0U) +
                           (capital ? 20U : 0U) + (seen < 9999 ? seen : 9999U);
    if (score > best_score) {
      best = name;
      best_score = score;
    }
  }
  return best;
}

static bool
has_form(const Linker* linker, const NameHit* hit, NameForm form) {
  for (size_t i = 0; i < hit->sense_count; i++) {
    if (linker->reading->ontology->names.items[hit->senses[i].value].form ==
        form) {
      return true;
    }
  }
  return false;
}

static AttStatus
hits_link(Linker* linker) {
  const Reading* const reading = linker->reading;
  uint32_t* counts = NULL;
  TRY(states_count(linker, &counts));
  for (uint32_t i = 0; i < reading->mentions->items.length; i++) {
    const Mention* const mention = &reading->mentions->items.items[i];
    if (mention->hit == NOTHING || mention->kind == ENTITY_PERSON) {
      continue;
    }
    const NameHit* const hit = &reading->shapes->hits.items[mention->hit];
    const bool metonymy =
      has_form(linker, hit, NAME_METONYM) && mention->inside == NOTHING &&
      is_metonymy(reading, att_mention_node(reading, mention));
    const KnownName* const name = sense_choose(linker, hit, metonymy, counts);
    if (name == NULL) {
      continue;
    }
    linker->entities->metonymy[i] = name->form == NAME_METONYM;
    TRY(att_linker_known(linker, name->entity, i,
                         &linker->entities->of_mention[i]));
  }
  return ATT_OK;
}

/* Where the article speaks from: its dateline, else the first state named. */
static void
home_find(Linker* linker) {
  const Reading* const reading = linker->reading;
  Entities* const entities = linker->entities;
  for (uint32_t i = 0; i < reading->mentions->items.length; i++) {
    const Mention* const mention = &reading->mentions->items.items[i];
    const uint32_t entity = entities->of_mention[i];
    const uint32_t sentence = reading->document->sentence_of[mention->first];
    if (entity != NOTHING && entities->dateline == NOTHING &&
        mention->kind != ENTITY_ORGANIZATION &&
        att_document_kind(reading->document, sentence) == PARAGRAPH_DATELINE) {
      entities->dateline = entity;
      entities->home = entities->items.items[entity].state;
    }
  }
}

static AttStatus
nodes_refer(Linker* linker) {
  const Reading* const reading = linker->reading;
  for (uint32_t i = 0; i < reading->mentions->items.length; i++) {
    const Mention* const mention = &reading->mentions->items.items[i];
    const uint32_t entity = linker->entities->of_mention[i];
    if (mention->inside == NOTHING && entity != NOTHING &&
        mention->form != FORM_NOMINAL) {
      TRY(att_linker_refer(linker, att_mention_node(reading, mention), entity));
    }
  }
  return ATT_OK;
}

/* "the Xinhua news agency": the noun refers to what its name does. */
static AttStatus
named_nouns_refer(Linker* linker) {
  const Reading* const reading = linker->reading;
  const Trees* const trees = reading->trees;
  const LexisSet body = LEXIS_BIT(LEXIS_ORGANIZATION);
  for (uint32_t node = 0; node < trees->nodes.length; node++) {
    const SyntaxNode* const item = &trees->nodes.items[node];
    if (linker->entities->of_node[node].count > 0 || item->upos != UPOS_NOUN ||
        (reading->shapes->kinds[item->first] & body) == 0) {
      continue;
    }
    for (uint32_t child = item->child; child != NOTHING;
         child = trees->nodes.items[child].next) {
      const Referents name = linker->entities->of_node[child];
      const uint8_t relation = trees->nodes.items[child].relation;
      if (name.count == 1 &&
          (relation == REL_COMPOUND || relation == REL_APPOS ||
           relation == REL_FLAT) &&
          linker->entities->items
              .items[linker->entities->pool.items[name.first]]
              .kind == ENTITY_ORGANIZATION) {
        TRY(att_linker_refer(linker, node,
                             linker->entities->pool.items[name.first]));
        break;
      }
    }
  }
  return ATT_OK;
}

static AttStatus
linker_begin(Linker* linker) {
  const Reading* const reading = linker->reading;
  Entities* const entities = linker->entities;
  const size_t mentions = reading->mentions->items.length;
  const size_t known = reading->ontology->entities.length;
  TRY(att_arena_alloc(linker->arena, mentions * sizeof(uint32_t),
                      &entities->of_mention));
  TRY(att_arena_alloc(linker->arena, mentions, &entities->metonymy));
  TRY(att_arena_alloc(linker->arena,
                      reading->trees->nodes.length * sizeof(Referents),
                      &entities->of_node));
  TRY(att_arena_alloc(linker->arena, known * sizeof(uint32_t),
                      &linker->of_known));
  for (size_t i = 0; i < mentions; i++) {
    entities->of_mention[i] = NOTHING;
  }
  for (size_t i = 0; i < known; i++) {
    linker->of_known[i] = NOTHING;
  }
  return ATT_OK;
}

AttStatus
att_entities_link(Arena* arena, const Reading* reading, Entities* out) {
  *out = (Entities){ .dateline = NOTHING, .home = NOTHING, .voice = NOTHING };
  Linker linker = { .arena = arena, .reading = reading, .entities = out };
  TRY(linker_begin(&linker));
  TRY(hits_link(&linker));
  TRY(att_bodies_link(&linker));
  home_find(&linker);
  TRY(att_persons_link(&linker));
  TRY(att_posts_link(&linker));
  TRY(nodes_refer(&linker));
  TRY(named_nouns_refer(&linker));
  return att_references_link(&linker);
}
