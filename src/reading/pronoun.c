/* Pronouns: whom "he", "it", "they" and "we" stand for. */
/* SPDX-License-Identifier: MIT */
#include "reading/linker.h"

/* A pronoun looks back this many sentences. */
#define PRONOUN_REACH 4

/* Pronouns that reading resolves: a closed class. */
typedef enum PronounKind {
  PRONOUN_NONE,
  PRONOUN_HE,
  PRONOUN_SHE,
  PRONOUN_IT,
  PRONOUN_THEY,
  PRONOUN_WE
} PronounKind;

static PronounKind
pronoun_kind(Slice lemma) {
  static const struct {
    const char* word;
    PronounKind kind;
  } words[] = {
    { "he", PRONOUN_HE },       { "him", PRONOUN_HE },
    { "his", PRONOUN_HE },      { "himself", PRONOUN_HE },
    { "she", PRONOUN_SHE },     { "her", PRONOUN_SHE },
    { "hers", PRONOUN_SHE },    { "herself", PRONOUN_SHE },
    { "it", PRONOUN_IT },       { "its", PRONOUN_IT },
    { "itself", PRONOUN_IT },   { "they", PRONOUN_THEY },
    { "them", PRONOUN_THEY },   { "their", PRONOUN_THEY },
    { "theirs", PRONOUN_THEY }, { "themselves", PRONOUN_THEY },
    { "i", PRONOUN_WE },        { "me", PRONOUN_WE },
    { "we", PRONOUN_WE },       { "us", PRONOUN_WE },
    { "our", PRONOUN_WE },      { "my", PRONOUN_WE },
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (att_slice_is(lemma, words[i].word)) {
      return words[i].kind;
    }
  }
  return PRONOUN_NONE;
}

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

/* Whether the given name or honorific of a person clashes with the pronoun. */
static bool
gender_clashes(const Linker* linker, uint32_t person, PronounKind kind) {
  const Reading* const reading = linker->reading;
  const uint32_t index = entity_at(linker, person)->mention;
  const Mention* const mention = &reading->mentions->items.items[index];
  const LexisSet set = reading->shapes->kinds[mention->name_first];
  const bool male = (set & LEXIS_BIT(LEXIS_MALE)) != 0;
  const bool female = (set & LEXIS_BIT(LEXIS_FEMALE)) != 0;
  return (kind == PRONOUN_HE && female && !male) ||
         (kind == PRONOUN_SHE && male && !female);
}

/* "a ministry official": one person, if not named. */
static bool
is_somebody(const Linker* linker, const Entity* entity) {
  const Mention* const mention =
    entity->mention == NOTHING
      ? NULL
      : &linker->reading->mentions->items.items[entity->mention];
  return entity->kind == ENTITY_GROUP && mention != NULL &&
         mention->kind == ENTITY_PERSON && !mention->plural;
}

static bool
fits_pronoun(const Linker* linker, uint32_t entity, PronounKind kind) {
  const Entity* const item = entity_at(linker, entity);
  if (kind == PRONOUN_IT) {
    return item->kind == ENTITY_STATE || item->kind == ENTITY_ORGANIZATION;
  }
  return is_somebody(linker, item) ||
         (item->kind == ENTITY_PERSON && !gender_clashes(linker, entity, kind));
}

/* Whether the node stands between quotation marks in its sentence. */
static bool
is_quoted(const Linker* linker, uint32_t node) {
  const Document* const document = linker->reading->document;
  const SyntaxNode* const item = node_at(linker, node);
  bool open = false;
  for (uint32_t i = document->tokens.sentences.items[item->sentence].first;
       i < item->first; i++) {
    const Slice form = document->tokens.items.items[i].form;
    const bool opens = att_slice_is(form, "``") || att_slice_is(form, "“");
    const bool closes = att_slice_is(form, "''") || att_slice_is(form, "”");
    open = att_slice_is(form, "\"") ? !open : opens || (open && !closes);
  }
  return open;
}

/* Whether `other` stands in what is said before the pronoun at `node` is named
 * as who says it: "Rojas will resign, he added": not Rojas. */
static bool
is_in_speech(const Linker* linker, uint32_t node, uint32_t other) {
  const Trees* const trees = linker->reading->trees;
  const uint32_t verb = node_at(linker, node)->head;
  if (verb == NOTHING || !att_node_speaks(linker->reading, node) ||
      node_at(linker, other)->sentence != node_at(linker, node)->sentence) {
    return false;
  }
  if (node_at(linker, verb)->relation == REL_PARATAXIS) {
    return !att_trees_below(trees, other, verb);
  }
  const uint32_t content = att_trees_child(trees, verb, REL_CCOMP);
  return content != NOTHING && content < node &&
         att_trees_below(trees, other, content);
}

static bool
is_subject(const SyntaxNode* node) {
  return node->relation == REL_NSUBJ || node->relation == REL_NSUBJ_PASS;
}

/* The best antecedent of a pronoun at `node`: the latest subject that fits,
 * else the latest that fits at all. */
static uint32_t
antecedent(const Linker* linker, uint32_t node, PronounKind kind) {
  const uint32_t sentence = node_at(linker, node)->sentence;
  const bool quoted = is_quoted(linker, node);
  uint32_t any = NOTHING;
  uint32_t any_sentence = 0;
  for (uint32_t i = node; i > 0; i--) {
    const SyntaxNode* const item = node_at(linker, i - 1);
    if (item->sentence + PRONOUN_REACH < sentence ||
        (any != NOTHING && item->sentence < any_sentence)) {
      break;
    }
    const uint32_t entity = referent(linker, i - 1);
    /* "I met Rojas," he said: not Rojas. */
    if (entity == NOTHING || !fits_pronoun(linker, entity, kind) ||
        (!quoted && item->sentence == sentence && is_quoted(linker, i - 1)) ||
        is_in_speech(linker, node, i - 1)) {
      continue;
    }
    if (is_subject(item)) {
      return entity;
    }
    if (any == NOTHING) {
      any = entity;
      any_sentence = item->sentence;
    }
  }
  return any;
}

/* Whether a node is a coordination of agents, or refers to several. */
static bool
is_plural(const Linker* linker, uint32_t node) {
  if (linker->entities->of_node[node].count > 1) {
    return true;
  }
  const uint32_t entity = referent(linker, node);
  if (entity == NOTHING || entity == linker->entities->voice) {
    return false;
  }
  if (entity_at(linker, entity)->kind == ENTITY_GROUP) {
    return true;
  }
  const uint32_t other =
    att_trees_child(linker->reading->trees, node, REL_CONJ);
  return other != NOTHING && referent(linker, other) != NOTHING;
}

/* Everything a plural antecedent refers to becomes what `node` does. */
static AttStatus
plural_refer(Linker* linker, uint32_t node, uint32_t from) {
  const Trees* const trees = linker->reading->trees;
  const Referents first = linker->entities->of_node[from];
  for (uint32_t i = 0; i < first.count; i++) {
    TRY(att_linker_refer(linker, node,
                         linker->entities->pool.items[first.first + i]));
  }
  for (uint32_t child = trees->nodes.items[from].child; child != NOTHING;
       child = trees->nodes.items[child].next) {
    const uint32_t entity = referent(linker, child);
    if (trees->nodes.items[child].relation == REL_CONJ && entity != NOTHING) {
      TRY(att_linker_refer(linker, node, entity));
    }
  }
  return ATT_OK;
}

/* "they": the latest subject that is several, else the latest at all. */
static AttStatus
plural_resolve(Linker* linker, uint32_t node) {
  const uint32_t sentence = node_at(linker, node)->sentence;
  uint32_t any = NOTHING;
  for (uint32_t i = node; i > 0; i--) {
    const SyntaxNode* const item = node_at(linker, i - 1);
    if (item->sentence + PRONOUN_REACH < sentence) {
      break;
    }
    if (!is_plural(linker, i - 1)) {
      continue;
    }
    if (is_subject(item)) {
      return plural_refer(linker, node, i - 1);
    }
    any = any == NOTHING ? i - 1 : any;
  }
  return any == NOTHING ? ATT_OK : plural_refer(linker, node, any);
}

/* "we": who that is, only the statements of the article can tell. */
static AttStatus
voice_refer(Linker* linker, uint32_t node) {
  Entities* const entities = linker->entities;
  if (entities->voice == NOTHING) {
    TRY(att_linker_entity(linker,
                          (Entity){ .kind = ENTITY_GROUP,
                                    .known = ONTOLOGY_NONE,
                                    .name = node_at(linker, node)->form,
                                    .mention = NOTHING,
                                    .state = NOTHING },
                          &entities->voice));
  }
  return att_linker_refer(linker, node, entities->voice);
}

AttStatus
att_pronoun_resolve(Linker* linker, uint32_t node) {
  const SyntaxNode* const item = node_at(linker, node);
  if (item->upos != UPOS_PRON) {
    return ATT_OK;
  }
  const PronounKind kind = pronoun_kind(item->lemma);
  if (kind == PRONOUN_NONE || item->relation == REL_EXPL) {
    return ATT_OK;
  }
  if (kind == PRONOUN_WE) {
    return voice_refer(linker, node);
  }
  if (kind == PRONOUN_THEY) {
    return plural_resolve(linker, node);
  }
  const uint32_t entity = kind == PRONOUN_IT && is_quoted(linker, node)
                            ? NOTHING
                            : antecedent(linker, node, kind);
  if (entity == NOTHING) {
    return ATT_OK;
  }
  TRY(att_linker_refer(linker, node, entity));
  return LIST_PUSH(linker->arena, &linker->entities->pronouns,
                   ((Pronoun){ item->first, entity }));
}
