/* Mending: what parsers are spared, and what they get wrong. */
/* SPDX-License-Identifier: MIT */
#include "reading/mend.h"

/* A participle stands at most so many nodes before whom it describes. */
#define ATTRIBUTE_REACH 5

static bool
is_nominal(const SyntaxNode* node) {
  return node->upos == UPOS_NOUN || node->upos == UPOS_PROPN;
}

/* Hangs `node` on `head`, unless that hangs on it: trees have no circles. */
static bool
hang(Parsing* parser, uint32_t node, uint32_t head, Relation relation) {
  if (att_trees_below(parser->trees, head, node)) {
    return false;
  }
  parser->trees->nodes.items[node].head = head;
  parser->trees->nodes.items[node].relation = (uint8_t)relation;
  return true;
}

/* Whether a frame that `node` may evoke as a noun, or a verb, gives a role to
 * `preposition`. */
static bool
takes_phrase(const Parsing* parser, uint32_t node, bool noun,
             Slice preposition) {
  const Frames* const frames = &parser->ontology->frames;
  const FrameWords* const words =
    att_frames_find(frames, parser->trees->nodes.items[node].lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    const FrameWord* const word = &words->items[i];
    const Frame* const frame = &frames->items.items[word->frame];
    if (word->noun != noun || word->rest_count > 0) {
      continue;
    }
    for (size_t j = 0; j < frame->role_count; j++) {
      const FrameRole* const role = &frame->roles[j];
      if (role->function == FUNCTION_PREPOSITION &&
          att_slice_equals(att_intern_string(&frames->lemmas,
                                             role->preposition),
                           preposition)) {
        return true;
      }
    }
  }
  return false;
}

static bool
evokes_as_noun(const Parsing* parser, uint32_t node) {
  const FrameWords* const words =
    att_frames_find(&parser->ontology->frames,
                    parser->trees->nodes.items[node].lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    if (words->items[i].noun && words->items[i].rest_count == 0) {
      return true;
    }
  }
  return false;
}

static bool
is_weekday(const Parsing* parser, uint32_t node) {
  return node < parser->trees->nodes.length &&
         (parser->shapes->kinds[parser->trees->nodes.items[node].first] &
          (LEXIS_BIT(LEXIS_CALENDAR) | LEXIS_BIT(LEXIS_DAY))) != 0;
}

/* The last node before the phrase at `node`, times in between left out. */
static uint32_t
node_before(const Parsing* parser, uint32_t node, uint32_t first) {
  const Trees* const trees = parser->trees;
  uint32_t unused = 0;
  const uint32_t token = att_trees_extent(trees, node, &unused);
  uint32_t at = node;
  while (at > first && trees->nodes.items[at - 1].first >= token) {
    at--;
  }
  while (at > first && is_weekday(parser, at - 1)) {
    at--;
    at -= at > first && trees->nodes.items[at - 1].upos == UPOS_ADP;
  }
  return at > first ? at - 1 : NOTHING;
}

/* "held talks on Monday with Norway": the event's noun right before the phrase
 * at `node` that the phrase belongs to, or NOTHING. */
static uint32_t
better_head(const Parsing* parser, uint32_t node, uint32_t first) {
  const Trees* const trees = parser->trees;
  const SyntaxNode* const item = &trees->nodes.items[node];
  const Slice preposition = att_trees_case(trees, node);
  if (item->relation != REL_OBL || item->head == NOTHING || item->head > node ||
      preposition.length == 0) {
    return NOTHING;
  }
  const uint32_t noun = node_before(parser, node, first);
  if (noun == NOTHING || noun <= item->head ||
      !is_nominal(&trees->nodes.items[noun]) || !evokes_as_noun(parser, noun)) {
    return NOTHING;
  }
  const bool takes = takes_phrase(parser, noun, true, preposition) ||
                     att_slice_is(preposition, "in");
  return takes && !takes_phrase(parser, item->head, false, preposition)
           ? noun
           : NOTHING;
}

static bool
is_person(const Parsing* parser, uint32_t node) {
  const uint32_t mention = parser->trees->nodes.items[node].mention;
  return mention != NOTHING &&
         parser->mentions->items.items[mention].kind == ENTITY_PERSON &&
         parser->mentions->items.items[mention].form != FORM_NOMINAL;
}

/* "met her counterpart Omar Salem and said": taken for the subject of a verb
 * that an "and" behind it begins. */
static bool
is_before_and(const Parsing* parser, uint32_t node) {
  const SyntaxNode* const item = &parser->trees->nodes.items[node];
  const uint32_t marker = item->relation == REL_NSUBJ && item->head != NOTHING
                            ? att_trees_child(parser->trees, item->head, REL_CC)
                            : NOTHING;
  return marker != NOTHING && marker > node && marker < item->head;
}

/* "her Kenyan counterpart Peter Otieno": a name right behind the noun for a
 * person that the parser did not hang it on. */
static bool
name_mend(Parsing* parser, uint32_t node, uint32_t first) {
  SyntaxNode* const nodes = parser->trees->nodes.items;
  if (node == first || !is_person(parser, node) ||
      (nodes[node].relation != REL_ADVMOD &&
       nodes[node].relation != REL_OBL_UNMARKED &&
       !is_before_and(parser, node)) ||
      nodes[node - 1].upos != UPOS_NOUN ||
      (parser->shapes->kinds[nodes[node - 1].first] &
       LEXIS_BIT(LEXIS_PERSON)) == 0) {
    return false;
  }
  return hang(parser, node, node - 1, REL_APPOS);
}

static bool
is_state(const Parsing* parser, uint32_t node) {
  const uint32_t mention = parser->trees->nodes.items[node].mention;
  return mention != NOTHING &&
         parser->mentions->items.items[mention].kind == ENTITY_STATE;
}

/* "the Kenya-Norway partnership": the hyphen at `node` joins two states before
 * a noun, which both belong to it. */
static bool
pair_mend(Parsing* parser, uint32_t node, uint32_t first) {
  Trees* const trees = parser->trees;
  if (node == first || node + 1 >= trees->nodes.length ||
      !att_slice_is(trees->nodes.items[node].form, "-") ||
      !is_state(parser, node - 1) || !is_state(parser, node + 1)) {
    return false;
  }
  SyntaxNode* const left = &trees->nodes.items[node - 1];
  SyntaxNode* const right = &trees->nodes.items[node + 1];
  if (left->head != NOTHING && left->head > node + 1) {
    return hang(parser, node + 1, node - 1, REL_CONJ);
  }
  if (right->head == NOTHING || right->head <= node + 1) {
    return false;
  }
  const uint32_t marker = att_trees_child(trees, node - 1, REL_CASE);
  if (!hang(parser, node - 1, node + 1, REL_CONJ)) {
    return false;
  }
  if (marker != NOTHING) {
    (void)hang(parser, marker, right->head, REL_CASE);
  }
  return true;
}

/* "met in Oslo with Norway": the verb that the phrase at `node` belongs to,
 * and not to the place or time before it, or NOTHING. */
static uint32_t
verb_of_phrase(const Parsing* parser, uint32_t node) {
  const SyntaxNode* const nodes = parser->trees->nodes.items;
  const Slice preposition = att_trees_case(parser->trees, node);
  const uint32_t place = nodes[node].head;
  if (nodes[node].relation != REL_NMOD || preposition.length == 0 ||
      place == NOTHING || place > node || nodes[place].head == NOTHING ||
      evokes_as_noun(parser, place) ||
      (att_relation_base((Relation)nodes[place].relation) != REL_OBL &&
       nodes[place].relation != REL_OBL_UNMARKED)) {
    return NOTHING;
  }
  const uint32_t mention = nodes[place].mention;
  const bool named =
    mention != NOTHING &&
    parser->mentions->items.items[mention].kind != ENTITY_PERSON;
  return (named || is_weekday(parser, place)) &&
             nodes[nodes[place].head].upos == UPOS_VERB &&
             takes_phrase(parser, nodes[place].head, false, preposition)
           ? nodes[place].head
           : NOTHING;
}

/* "Norway, Chile and Kenya": a list of names of one kind, whose second the
 * parser took for something else. */
static bool
list_mend(Parsing* parser, uint32_t node, uint32_t first) {
  Trees* const trees = parser->trees;
  SyntaxNode* const item = &trees->nodes.items[node];
  const uint32_t next = att_trees_child(trees, node, REL_CONJ);
  if (node < first + 2 || item->head != node - 2 || next == NOTHING ||
      (item->relation != REL_NMOD_UNMARKED && item->relation != REL_APPOS) ||
      att_trees_child(trees, next, REL_CC) == NOTHING ||
      !att_slice_is(trees->nodes.items[node - 1].form, ",")) {
    return false;
  }
  const uint32_t left = trees->nodes.items[item->head].mention;
  const uint32_t right = item->mention;
  const Mention* const mentions = parser->mentions->items.items;
  if (left == NOTHING || right == NOTHING ||
      mentions[left].kind != mentions[right].kind) {
    return false;
  }
  item->relation = REL_CONJ;
  return true;
}

/* "President Rojas of Chile and Minister Berg of Norway": a person that the
 * parser listed with whose the one before is; that one, or NOTHING. */
static uint32_t
person_before(const Parsing* parser, uint32_t node) {
  const SyntaxNode* const nodes = parser->trees->nodes.items;
  const uint32_t place = nodes[node].head;
  if ((nodes[node].relation != REL_CONJ && nodes[node].relation != REL_APPOS) ||
      place == NOTHING || !is_person(parser, node) ||
      nodes[place].mention == NOTHING || is_person(parser, place) ||
      nodes[place].head == NOTHING || nodes[place].relation != REL_NMOD ||
      !att_slice_is(att_trees_case(parser->trees, place), "of")) {
    return NOTHING;
  }
  return is_person(parser, nodes[place].head) ? nodes[place].head : NOTHING;
}

/* "met with President Rojas of Chile, Minister Berg of Norway, and others": a
 * person behind a comma that no preposition hangs on the verb, as one hangs the
 * person before; that one, or NOTHING. */
static uint32_t
person_listed(const Parsing* parser, uint32_t node, uint32_t first) {
  const SyntaxNode* const nodes = parser->trees->nodes.items;
  if (node < first + 2 || !is_person(parser, node) ||
      nodes[node].relation != REL_OBL ||
      att_trees_case(parser->trees, node).length > 0 ||
      !att_slice_is(nodes[node - 1].form, ",")) {
    return NOTHING;
  }
  for (uint32_t i = node - 1; i > first; i--) {
    if (nodes[i - 1].head == nodes[node].head && is_person(parser, i - 1) &&
        nodes[i - 1].relation == REL_OBL) {
      return i - 1;
    }
  }
  return NOTHING;
}

/* "the forum hosted by Norway": a bare participle with its agent, right behind
 * a noun that it should modify; the noun, or NOTHING. */
static uint32_t
participle_head(const Parsing* parser, uint32_t node, uint32_t first) {
  const Trees* const trees = parser->trees;
  const SyntaxNode* const item = &trees->nodes.items[node];
  if (node == first || item->xpos != XPOS_VBN || item->head == NOTHING ||
      item->relation == REL_ACL || !is_nominal(&trees->nodes.items[node - 1])) {
    return NOTHING;
  }
  bool agent = false;
  for (uint32_t child = item->child; child != NOTHING;
       child = trees->nodes.items[child].next) {
    const Relation base =
      att_relation_base((Relation)trees->nodes.items[child].relation);
    if (base == REL_AUX || base == REL_NSUBJ) {
      return NOTHING;
    }
    agent = agent ||
            (child > node && att_slice_is(att_trees_case(trees, child), "by"));
  }
  return agent && !att_trees_below(trees, node - 1, node) ? node - 1 : NOTHING;
}

/* "The minister, the envoy and other officials attended": a list of subjects
 * that the parser took for the sentence, with its verb beside it. */
static bool
subjects_mend(Parsing* parser, uint32_t root) {
  Trees* const trees = parser->trees;
  SyntaxNode* const list = &trees->nodes.items[root];
  if (list->head != NOTHING || !is_nominal(list) ||
      att_trees_child(trees, root, REL_CONJ) == NOTHING) {
    return false;
  }
  const uint32_t verb = att_trees_child(trees, root, REL_PARATAXIS);
  const uint32_t last =
    verb == NOTHING ? NOTHING : att_trees_child(trees, verb, REL_NSUBJ);
  if (last == NOTHING || last > verb ||
      att_trees_child(trees, last, REL_CC) == NOTHING) {
    return false;
  }
  trees->nodes.items[verb].head = NOTHING;
  trees->nodes.items[verb].relation = REL_ROOT;
  list->head = verb;
  list->relation = REL_NSUBJ;
  trees->nodes.items[last].head = root;
  trees->nodes.items[last].relation = REL_CONJ;
  return true;
}

bool
att_mend_trees(Parsing* parser, uint32_t first) {
  bool changed = false;
  for (uint32_t i = first; i < parser->trees->nodes.length; i++) {
    changed = subjects_mend(parser, i) || changed;
    changed = list_mend(parser, i, first) || changed;
    changed = pair_mend(parser, i, first) || changed;
    changed = name_mend(parser, i, first) || changed;
    const uint32_t listed = person_listed(parser, i, first);
    const uint32_t person =
      listed != NOTHING ? listed : person_before(parser, i);
    if (person != NOTHING) {
      changed = hang(parser, i, person, REL_CONJ) || changed;
      continue;
    }
    const uint32_t verb = verb_of_phrase(parser, i);
    if (verb != NOTHING) {
      changed = hang(parser, i, verb, REL_OBL) || changed;
      continue;
    }
    const uint32_t noun = participle_head(parser, i, first);
    const uint32_t head =
      noun != NOTHING ? noun : better_head(parser, i, first);
    if (head != NOTHING) {
      changed =
        hang(parser, i, head, noun != NOTHING ? REL_ACL : REL_NMOD) || changed;
    }
  }
  return changed;
}

static bool
is_verbal(const SyntaxNode* node) {
  return node->upos == UPOS_VERB || node->upos == UPOS_AUX;
}

/* The nearest verb before `node` in its sentence, or `node` itself. */
static uint32_t
verb_before(const Parsing* parser, uint32_t node, uint32_t first) {
  for (uint32_t i = node; i > first; i--) {
    if (parser->trees->nodes.items[i - 1].upos == UPOS_VERB) {
      return i - 1;
    }
  }
  return node;
}

/* "met President Rojas last Thursday": a weekday behind a name. */
static bool
is_behind_name(const Parsing* parser, uint32_t day, uint32_t first) {
  const SyntaxNode* const nodes = parser->trees->nodes.items;
  const uint32_t next = day + 1;
  const bool ends =
    next >= parser->trees->nodes.length || nodes[next].upos == UPOS_PUNCT ||
    nodes[next].upos == UPOS_ADP || nodes[next].upos == UPOS_PART ||
    nodes[next].upos == UPOS_CCONJ;
  uint32_t name = day;
  if (name > first && nodes[name - 1].upos == UPOS_ADJ) {
    name--;
  }
  return ends && name > first && nodes[name - 1].mention != NOTHING &&
         is_nominal(&nodes[name - 1]) && verb_before(parser, day, first) != day;
}

/* "spoke today with President Rojas", "met here Friday with": the verb that a
 * day stands behind, before what belongs to that; or NOTHING. */
static uint32_t
verb_of_day(const Parsing* parser, uint32_t day, uint32_t first) {
  const SyntaxNode* const nodes = parser->trees->nodes.items;
  const uint32_t next = day + 1;
  if (!is_weekday(parser, day) || next >= parser->trees->nodes.length ||
      (nodes[next].upos != UPOS_ADP && nodes[next].upos != UPOS_SCONJ &&
       nodes[next].xpos != XPOS_TO)) {
    return NOTHING;
  }
  uint32_t verb = day;
  while (verb > first && (verb == day || nodes[verb].upos == UPOS_ADV)) {
    verb--;
  }
  return verb < day && nodes[verb].upos == UPOS_VERB ? verb : NOTHING;
}

uint32_t
att_mend_loose(const Parsing* parser, uint32_t node, uint32_t first) {
  const SyntaxNode* const nodes = parser->trees->nodes.items;
  const uint32_t end = (uint32_t)parser->trees->nodes.length;
  const uint32_t verb = verb_of_day(parser, node, first);
  if (verb != NOTHING) {
    return verb;
  }
  if (is_weekday(parser, node) && is_behind_name(parser, node, first)) {
    return verb_before(parser, node, first);
  }
  if (nodes[node].upos == UPOS_ADJ && is_weekday(parser, node + 1) &&
      is_behind_name(parser, node + 1, first)) {
    return node + 1;
  }
  const uint32_t day = is_weekday(parser, node) ? node : node + 1;
  if (!is_weekday(parser, day) || day + 1 >= end ||
      !is_verbal(&nodes[day + 1])) {
    return NOTHING;
  }
  uint32_t begin = day;
  if (begin > first && nodes[begin - 1].upos == UPOS_ADP) {
    begin--;
  }
  const bool loose =
    node >= begin && begin > first && is_nominal(&nodes[begin - 1]);
  return loose ? node + 1 : NOTHING;
}

/* Whether a verb's own frame takes an object, and no person for it: whoever
 * "visits" goes somewhere. */
static bool
takes_no_person(const Parsing* parser, uint32_t node) {
  const Ontology* const ontology = parser->ontology;
  const FrameWords* const words =
    att_frames_find(&ontology->frames, parser->trees->nodes.items[node].lemma);
  const uint32_t person = att_ontology_term(ontology, "Person");
  bool object = false;
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    const Frame* const frame =
      &ontology->frames.items.items[words->items[i].frame];
    for (size_t j = 0; !words->items[i].noun && j < frame->role_count; j++) {
      const uint32_t range = ontology->terms.items[frame->roles[j].role].range;
      if (frame->roles[j].function != FUNCTION_OBJECT) {
        continue;
      }
      if (range == ONTOLOGY_NONE || person == ONTOLOGY_NONE ||
          att_term_is_a(ontology, person, range)) {
        return false;
      }
      object = true;
    }
  }
  return object;
}

uint32_t
att_mend_attributed(const Parsing* parser, uint32_t node) {
  const SyntaxNode* const nodes = parser->trees->nodes.items;
  if (nodes[node].xpos != XPOS_VBG || !takes_no_person(parser, node)) {
    return NOTHING;
  }
  uint32_t next = node + 1;
  while (next < parser->trees->nodes.length && !is_person(parser, next) &&
         next <= node + ATTRIBUTE_REACH &&
         (nodes[next].upos == UPOS_ADJ || is_nominal(&nodes[next]) ||
          nodes[next].upos == UPOS_PUNCT) &&
         !att_slice_is(nodes[next].form, ",")) {
    next++;
  }
  return next < parser->trees->nodes.length && is_person(parser, next)
           ? next
           : NOTHING;
}
