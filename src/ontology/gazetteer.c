/* The gazetteer: known states, organisations and places, and their names. */
/* SPDX-License-Identifier: MIT */
#include "ontology/loading.h"

/* The classes that make the kinds; the first that fits counts, so what is two
 * things at once stands before either. */
static const struct {
  const char* class;
  EntityKind kind;
} kinds[] = {
  { "State", ENTITY_STATE },   { "Organization", ENTITY_ORGANIZATION },
  { "Person", ENTITY_PERSON }, { "Group", ENTITY_GROUP },
  { "Place", ENTITY_PLACE },
};

#define KIND_NONE ENTITY_KIND_COUNT

/* The codes of states seen so far, and who has each. */
typedef struct Codes {
  Intern codes;
  Nodes owners; /* [code - 1] */
} Codes;

static EntityKind
kind_of(const Loading* loading, uint32_t class) {
  if (class == ONTOLOGY_NONE) {
    return KIND_NONE;
  }
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    const uint32_t above = att_ontology_term(loading->ontology, kinds[i].class);
    if (above != ONTOLOGY_NONE &&
        att_term_is_a(loading->ontology, class, above)) {
      return kinds[i].kind;
    }
  }
  return KIND_NONE;
}

/* The kind of each term, worked out once. */
static AttStatus
kinds_find(Loading* loading, EntityKind** out) {
  const size_t count = loading->ontology->terms.length;
  EntityKind* found = NULL;
  TRY(att_arena_alloc(&loading->facts.arena, (count + 1) * sizeof *found,
                      &found));
  for (uint32_t i = 0; i < count; i++) {
    found[i] = kind_of(loading, i);
  }
  *out = found;
  return ATT_OK;
}

/* Every node with a name of ours that anything is stated about, by path. */
static AttStatus
entities_list(Loading* loading, NamedNodes* out) {
  const Facts* const facts = &loading->facts;
  for (uint32_t node = 1; node <= facts->nodes.strings.length; node++) {
    const Slice iri = att_facts_iri(facts, node);
    if (att_slice_starts(iri, ATT_ENTITIES) &&
        att_facts_about(facts, node, 0) != NULL) {
      const Slice path = att_slice_part(iri, ATT_ENTITIES.length, iri.length);
      TRY(LIST_PUSH(&loading->facts.arena, out, ((NamedNode){ path, node })));
    }
  }
  att_loading_sort(out);
  return ATT_OK;
}

/* Anything that is an entity must have such a name, or nothing could be said
 * of it. */
static void
strays_report(Loading* loading, const EntityKind* kind_of_term) {
  const Facts* const facts = &loading->facts;
  for (size_t i = 0; i < facts->items.length; i++) {
    const Fact* const fact = &facts->items.items[i];
    const uint32_t class = fact->predicate == NODE_TYPE
                             ? loading->term_of[fact->object]
                             : ONTOLOGY_NONE;
    if (class != ONTOLOGY_NONE && kind_of_term[class] != KIND_NONE &&
        !att_slice_starts(att_facts_iri(facts, fact->subject), ATT_ENTITIES)) {
      att_loading_error(loading, att_loading_at(loading, fact, LOCATE_SUBJECT),
                        "The IRI of %s does not start with %s",
                        att_loading_shown(loading, fact->subject),
                        ATT_ENTITIES.start);
    }
  }
}

/* The most specific of the classes of a node that make an entity. */
static uint32_t
class_find(const Loading* loading, uint32_t node,
           const EntityKind* kind_of_term) {
  uint32_t best = ONTOLOGY_NONE;
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(&loading->facts, node, i)) != NULL;
       i++) {
    if (fact->predicate != NODE_TYPE || fact->object == NODE_NONE) {
      continue;
    }
    const uint32_t class = loading->term_of[fact->object];
    if (class != ONTOLOGY_NONE && kind_of_term[class] != KIND_NONE &&
        (best == ONTOLOGY_NONE ||
         att_term_is_a(loading->ontology, class, best))) {
      best = class;
    }
  }
  return best;
}

static AttStatus
label_find(Loading* loading, uint32_t node, Slice* out) {
  const Fact* const fact = att_loading_only(loading, node, NODE_LABEL);
  *out = (Slice){ "", 0 };
  if (fact == NULL) {
    att_loading_error(loading, att_loading_subject(loading, node),
                      "%s has no rdfs:label", att_loading_shown(loading, node));
    return ATT_OK;
  }
  return att_loading_is_text(loading, fact)
           ? att_loading_keep(loading, fact->text, out)
           : ATT_OK;
}

/* Thousands come, so the list is not left to grow. */
static AttStatus
entities_reserve(Ontology* ontology, size_t count) {
  TRY(att_arena_alloc(&ontology->arena,
                      count * sizeof *ontology->entities.items,
                      &ontology->entities.items));
  ontology->entities.capacity = count;
  return ATT_OK;
}

static AttStatus
entity_make(Loading* loading, NamedNode named, const EntityKind* kind_of_term) {
  Ontology* const ontology = loading->ontology;
  KnownEntity entity = {
    .class = class_find(loading, named.node, kind_of_term),
    .state = ONTOLOGY_NONE,
    .capital = ONTOLOGY_NONE,
  };
  if (entity.class == ONTOLOGY_NONE) {
    att_loading_error(loading, att_loading_subject(loading, named.node),
                      "%s has no class of a state, body, person or place",
                      att_loading_shown(loading, named.node));
    return ATT_OK;
  }
  const uint32_t index = (uint32_t)ontology->entities.length;
  entity.kind = kind_of_term[entity.class];
  if (entity.kind == ENTITY_STATE) {
    entity.state = index;
  }
  TRY(att_loading_keep(loading, named.name, &entity.path));
  TRY(label_find(loading, named.node, &entity.label));
  loading->entity_of[named.node] = index;
  return LIST_PUSH(&ontology->arena, &ontology->entities, entity);
}

/* The entity of `kind` that `node` says it has, or ONTOLOGY_NONE. Some states
 * have two capitals: the one stated first counts. */
static uint32_t
link_find(Loading* loading, uint32_t node, uint32_t predicate,
          EntityKind kind) {
  const Fact* const fact = predicate == NODE_CAPITAL
                             ? att_facts_first(&loading->facts, node, predicate)
                             : att_loading_only(loading, node, predicate);
  if (fact == NULL) {
    return ONTOLOGY_NONE;
  }
  const uint32_t entity = fact->object == NODE_NONE
                            ? ONTOLOGY_NONE
                            : loading->entity_of[fact->object];
  if (entity == ONTOLOGY_NONE) {
    const bool text = fact->object == NODE_NONE;
    const char* const value =
      text ? "text" : att_loading_shown(loading, fact->object);
    const char* const guess =
      text ? "" : att_loading_guess_entity(loading, fact->object);
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "%s of %s: %s is not there%s",
                      att_loading_shown(loading, predicate),
                      att_loading_shown(loading, node), value, guess);
  } else if (loading->ontology->entities.items[entity].kind != kind) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "%s of %s: %s is of another kind",
                      att_loading_shown(loading, predicate),
                      att_loading_shown(loading, node),
                      att_loading_shown(loading, fact->object));
  }
  return entity;
}

static bool
is_code(Slice text, size_t length) {
  for (size_t i = 0; i < text.length; i++) {
    if (text.start[i] < 'A' || text.start[i] > 'Z') {
      return false;
    }
  }
  return text.length == length;
}

/* A state's code: so many capital letters that no other state has. */
static AttStatus
code_find(Loading* loading, NamedNode named, size_t length, Codes* codes,
          Slice* out) {
  const uint32_t predicate = length == 2 ? NODE_ISO2 : NODE_ISO3;
  const Fact* const fact = att_loading_only(loading, named.node, predicate);
  *out = (Slice){ "", 0 };
  if (fact == NULL || !att_loading_is_text(loading, fact)) {
    return ATT_OK;
  }
  if (!is_code(fact->text, length)) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "%s must be %zu capital letters",
                      att_loading_shown(loading, predicate), length);
    return ATT_OK;
  }
  uint32_t code = INTERN_NONE;
  TRY(att_intern(&loading->facts.arena, &codes->codes, fact->text, &code));
  if (code <= codes->owners.length) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "%s has the %s of %s",
                      att_loading_shown(loading, named.node),
                      att_loading_shown(loading, predicate),
                      att_loading_shown(loading,
                                        codes->owners.items[code - 1]));
    return ATT_OK;
  }
  TRY(LIST_PUSH(&loading->facts.arena, &codes->owners, named.node));
  return att_loading_keep(loading, fact->text, out);
}

static AttStatus
same_find(Loading* loading, uint32_t node, KnownEntity* entity) {
  LIST(Slice) same = { 0 };
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(&loading->facts, node, i)) != NULL;
       i++) {
    if (fact->predicate == NODE_SAME_AS && fact->object != NODE_NONE) {
      Slice iri;
      TRY(att_loading_keep(loading,
                           att_facts_iri(&loading->facts, fact->object), &iri));
      TRY(LIST_PUSH(&loading->ontology->arena, &same, iri));
    }
  }
  entity->same_as = same.items;
  entity->same_count = same.length;
  return ATT_OK;
}

static void
type_find(Loading* loading, uint32_t node, Slice* out) {
  const Fact* const fact = att_loading_only(loading, node, NODE_PLACE_TYPE);
  *out = (Slice){ "", 0 };
  const uint32_t term =
    fact == NULL ? ONTOLOGY_NONE : att_loading_term(loading, fact);
  if (term != ONTOLOGY_NONE) {
    *out = loading->ontology->terms.items[term].name;
  }
}

/* What an entity says of others: all must be made before. */
static AttStatus
entity_fill(Loading* loading, NamedNode named, Codes* codes) {
  const uint32_t index = loading->entity_of[named.node];
  KnownEntity* const entity = &loading->ontology->entities.items[index];
  TRY(same_find(loading, named.node, entity));
  type_find(loading, named.node, &entity->type);
  if (entity->kind == ENTITY_STATE) {
    entity->capital =
      link_find(loading, named.node, NODE_CAPITAL, ENTITY_PLACE);
    TRY(code_find(loading, named, 2, &codes[0], &entity->iso2));
    return code_find(loading, named, 3, &codes[1], &entity->iso3);
  }
  const uint32_t in =
    link_find(loading, named.node, NODE_IN_STATE, ENTITY_STATE);
  const uint32_t of =
    link_find(loading, named.node, NODE_OF_STATE, ENTITY_STATE);
  entity->state = in != ONTOLOGY_NONE ? in : of;
  return ATT_OK;
}

static bool
form_of(uint32_t predicate, NameForm* out) {
  switch (predicate) {
  case NODE_LABEL:
    *out = NAME_LABEL;
    return true;
  case NODE_ALT_LABEL:
    *out = NAME_OTHER;
    return true;
  case NODE_DEMONYM:
    *out = NAME_DEMONYM;
    return true;
  case NODE_METONYM:
    *out = NAME_METONYM;
    return true;
  default:
    return false;
  }
}

/* Two spellings of an entity's own name, or two of its demonyms, may be one
 * phrase: the index of the name that is filed there already, else of a new
 * one. */
static AttStatus
name_find(Loading* loading, KnownName name, PhrasePlace place, uint32_t* out) {
  Ontology* const ontology = loading->ontology;
  const PhraseNode* const node = &ontology->gazetteer.nodes.items[place.node];
  for (uint32_t i = 0; i < node->count; i++) {
    const KnownName known = ontology->names.items[node->senses[i].value];
    const bool own = known.form <= NAME_OTHER && name.form <= NAME_OTHER;
    if (known.entity == name.entity && (own || known.form == name.form)) {
      *out = node->senses[i].value;
      return ATT_OK;
    }
  }
  *out = (uint32_t)ontology->names.length;
  return LIST_PUSH(&ontology->arena, &ontology->names, name);
}

static AttStatus
name_file(Loading* loading, KnownName name, const Fact* fact) {
  Ontology* const ontology = loading->ontology;
  PhrasePlace place;
  bool found = false;
  TRY(att_loading_phrase(loading, &ontology->gazetteer, fact, &place, &found));
  if (!found) {
    return ATT_OK;
  }
  uint32_t value = 0;
  TRY(name_find(loading, name, place, &value));
  return att_phrasebook_file(&ontology->arena, &ontology->gazetteer, place,
                             PHRASE_CAPITAL, value);
}

static AttStatus
names_file(Loading* loading, uint32_t node) {
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(&loading->facts, node, i)) != NULL;
       i++) {
    KnownName name = { loading->entity_of[node], NAME_LABEL };
    if (!form_of(fact->predicate, &name.form) ||
        !att_loading_is_text(loading, fact)) {
      continue;
    }
    TRY(name_file(loading, name, fact));
  }
  return ATT_OK;
}

AttStatus
att_loading_entities(Loading* loading) {
  const size_t nodes = loading->facts.nodes.strings.length + 1;
  TRY(att_arena_alloc(&loading->facts.arena, nodes * sizeof *loading->entity_of,
                      &loading->entity_of));
  for (size_t node = 0; node < nodes; node++) {
    loading->entity_of[node] = ONTOLOGY_NONE;
  }
  EntityKind* kind_of_term = NULL;
  TRY(kinds_find(loading, &kind_of_term));
  strays_report(loading, kind_of_term);
  NamedNodes named = { 0 };
  TRY(entities_list(loading, &named));
  TRY(entities_reserve(loading->ontology, named.length));
  for (size_t i = 0; i < named.length; i++) {
    TRY(entity_make(loading, named.items[i], kind_of_term));
  }
  Codes codes[2] = { 0 };
  for (size_t i = 0; i < named.length; i++) {
    if (loading->entity_of[named.items[i].node] != ONTOLOGY_NONE) {
      TRY(entity_fill(loading, named.items[i], codes));
      TRY(names_file(loading, named.items[i].node));
    }
  }
  return ATT_OK;
}
