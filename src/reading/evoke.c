/* Evoking: the events that the frames' words call up. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "reading/event.h"

/* A word of a frame that stands at a node, and how well its roles fill. */
typedef struct Candidate {
  const FrameWord* word;
  Event event;
  uint32_t rest[4]; /* nodes of the frame word's further lemmas */
  int score;
  bool unfit; /* what should take part is nobody */
} Candidate;

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

/* A node within two steps below `node` whose lemma is `lemma`. */
static uint32_t
rest_find(const Finding* finding, uint32_t node, Slice lemma, int depth) {
  for (uint32_t child = node_at(finding, node)->child; child != NOTHING;
       child = node_at(finding, child)->next) {
    const SyntaxNode* const item = node_at(finding, child);
    if (item->relation == REL_CONJ || item->relation == REL_NSUBJ) {
      continue;
    }
    if (att_slice_equals(item->lemma, lemma)) {
      return child;
    }
    if (depth > 0 && item->relation != REL_CCOMP &&
        item->relation != REL_ADVCL && item->relation != REL_ACL_RELCL) {
      const uint32_t below = rest_find(finding, child, lemma, depth - 1);
      if (below != NOTHING) {
        return below;
      }
    }
  }
  return NOTHING;
}

static bool
rest_matches(const Finding* finding, uint32_t node, Candidate* candidate) {
  const Frames* const frames = &finding->reading->ontology->frames;
  const FrameWord* const word = candidate->word;
  if (word->rest_count > 4) {
    return false;
  }
  for (size_t i = 0; i < word->rest_count; i++) {
    candidate->rest[i] = rest_find(
      finding, node, att_intern_string(&frames->lemmas, word->rest[i]), 1);
    if (candidate->rest[i] == NOTHING) {
      return false;
    }
  }
  return true;
}

bool
att_event_has(const Event* event, uint32_t property) {
  for (size_t i = 0; i < event->roles.length; i++) {
    if (event->roles.items[i].property == property) {
      return true;
    }
  }
  return false;
}

AttStatus
att_event_role(Finding* finding, Event* event, Role role) {
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const other = &event->roles.items[i];
    if (other->filler == role.filler && other->event == role.event &&
        (other->property == role.property ||
         (!role.event && role.property != finding->terms->place &&
          other->property != finding->terms->place))) {
      return ATT_OK;
    }
  }
  return LIST_PUSH(finding->arena, &event->roles, role);
}

/* Whether an entity may fill a role: the role's range says. */
static bool
fits_range(const Finding* finding, uint32_t property, EntityKind kind) {
  const Ontology* const ontology = finding->reading->ontology;
  const uint32_t range = ontology->terms.items[property].range;
  if (kind == ENTITY_PLACE) {
    return property == finding->terms->place;
  }
  if (range == ONTOLOGY_NONE || range == finding->terms->agent) {
    return true;
  }
  return att_term_is_a(ontology, finding->terms->kinds[kind], range);
}

AttStatus
att_event_fill(Finding* finding, Event* event, uint32_t property,
               uint32_t node, bool inferred) {
  const Entities* const entities = finding->entities;
  const Referents referents = entities->of_node[node];
  for (uint32_t i = 0; i < referents.count; i++) {
    const uint32_t entity = entities->pool.items[referents.first + i];
    const EntityKind kind = entities->items.items[entity].kind;
    Role role = { property, entity, node, false, inferred };
    if (!fits_range(finding, property, kind)) {
      if (kind != ENTITY_PLACE) {
        continue;
      }
      role.property = finding->terms->place;
    }
    TRY(att_event_role(finding, event, role));
  }
  return ATT_OK;
}

static bool
is_rest(const Candidate* candidate, uint32_t node) {
  for (size_t i = 0; i < candidate->word->rest_count; i++) {
    if (candidate->rest[i] == node) {
      return true;
    }
  }
  return false;
}

/* The noun among a frame word's further words, or NOTHING. */
static uint32_t
rest_noun(const Finding* finding, const Candidate* candidate) {
  for (size_t i = 0; i < candidate->word->rest_count; i++) {
    const uint8_t upos = node_at(finding, candidate->rest[i])->upos;
    if (upos == UPOS_NOUN || upos == UPOS_PROPN) {
      return candidate->rest[i];
    }
  }
  return NOTHING;
}

static AttStatus
role_fill(Finding* finding, Candidate* candidate, const FrameRole* role,
          uint32_t node) {
  const Frames* const frames = &finding->reading->ontology->frames;
  const Slice preposition =
    role->function == FUNCTION_PREPOSITION
      ? att_intern_string(&frames->lemmas, role->preposition)
      : (Slice){ "", 0 };
  Nodes nodes = { 0 };
  TRY(att_arguments_find(finding->arena, finding->reading->trees, node,
                         role->function, preposition, &nodes));
  for (size_t i = 0;
       i < candidate->word->rest_count && nodes.length == 0 &&
       (role->function == FUNCTION_PREPOSITION ||
        role->function == FUNCTION_POSSESSOR ||
        role->function == FUNCTION_MODIFIER);
       i++) {
    TRY(att_arguments_find(finding->arena, finding->reading->trees,
                           candidate->rest[i], role->function, preposition,
                           &nodes));
  }
  const size_t before = candidate->event.roles.length;
  for (size_t i = 0; i < nodes.length; i++) {
    if (!is_rest(candidate, nodes.items[i])) {
      TRY(att_event_fill(finding, &candidate->event, role->role,
                        nodes.items[i], false));
    }
  }
  /* "met its fiscal target" */
  candidate->unfit = candidate->unfit ||
                     (role->function == FUNCTION_OBJECT &&
                      role->role == finding->terms->principal &&
                      nodes.length > 0 &&
                      candidate->event.roles.length == before);
  return ATT_OK;
}

/* Whether a verb evokes an event by itself, so that it is no light verb. */
static bool
evokes_alone(const Finding* finding, uint32_t node) {
  const FrameWords* const words =
    att_frames_find(&finding->reading->ontology->frames,
                    node_at(finding, node)->lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    if (!words->items[i].noun && words->items[i].rest_count == 0) {
      return true;
    }
  }
  return false;
}

/* The surface subject of `verb` and its conjuncts fill `property`. */
static AttStatus
subject_fill(Finding* finding, Event* event, uint32_t property,
             uint32_t verb) {
  Nodes nodes = { 0 };
  TRY(att_subject_conjuncts(finding->arena, finding->reading->trees, verb,
                            &nodes));
  for (size_t i = 0; i < nodes.length; i++) {
    TRY(att_event_fill(finding, event, property, nodes.items[i], true));
  }
  return ATT_OK;
}

/* "paid a visit", "during a visit": a noun's doer is the subject of the verb
 * above it, if that verb is light or the noun says when. */
static AttStatus
support_fill(Finding* finding, Candidate* candidate, const Frame* frame,
             uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  const SyntaxNode* const item = node_at(finding, node);
  const bool object = item->relation == REL_OBJ;
  const bool oblique = item->relation == REL_OBL;
  const uint32_t verb = item->head;
  if ((!object && !oblique) || verb == NOTHING ||
      (object && evokes_alone(finding, verb))) {
    return ATT_OK;
  }
  const uint32_t subject = att_argument_subject(trees, verb);
  for (size_t i = 0; i < frame->role_count && subject != NOTHING; i++) {
    const FrameRole* const role = &frame->roles[i];
    const bool taken = att_event_has(&candidate->event, role->role) &&
                       role->role != finding->terms->principal;
    const bool open = object || role->role == finding->terms->actor ||
                      role->role == finding->terms->principal ||
                      role->role == finding->terms->speaker;
    if (role->function == FUNCTION_SUBJECT && !taken && open) {
      TRY(subject_fill(finding, &candidate->event, role->role, verb));
    }
  }
  return ATT_OK;
}

static bool
is_statement(const Finding* finding, const Candidate* candidate) {
  return att_term_is_a(finding->reading->ontology, candidate->event.class,
                       finding->terms->statement);
}

/* "..., says a diplomatic source": whom the parser takes for the object of a
 * reporting verb that ends what it reports. */
static AttStatus
inverted_fill(Finding* finding, Candidate* candidate, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  const SyntaxNode* const item = node_at(finding, node);
  const bool behind = node > trees->first[item->sentence] &&
                      node_at(finding, node - 1)->upos == UPOS_PUNCT;
  if (!behind || (item->xpos != XPOS_VBD && item->xpos != XPOS_VBZ) ||
      att_event_has(&candidate->event, finding->terms->speaker) ||
      !is_statement(finding, candidate)) {
    return ATT_OK;
  }
  const uint32_t object = att_trees_child(trees, node, REL_OBJ);
  return object == NOTHING
           ? ATT_OK
           : att_event_fill(finding, &candidate->event,
                           finding->terms->speaker, object, false);
}

/* "participated in the forum hosted by Norway": roles that the noun's own
 * frame gives, where verb and noun call up one event. */
static AttStatus
noun_fill(Finding* finding, Candidate* candidate) {
  const Frames* const frames = &finding->reading->ontology->frames;
  const uint32_t node = rest_noun(finding, candidate);
  if (candidate->word->noun || node == NOTHING) {
    return ATT_OK;
  }
  const FrameWords* const words =
    att_frames_find(frames, node_at(finding, node)->lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    const Frame* const frame = &frames->items.items[words->items[i].frame];
    if (!words->items[i].noun || words->items[i].rest_count > 0 ||
        frame->evokes != candidate->event.class) {
      continue;
    }
    for (size_t j = 0; j < frame->role_count; j++) {
      if (frame->roles[j].function == FUNCTION_PREPOSITION ||
          frame->roles[j].function == FUNCTION_POSSESSOR ||
          frame->roles[j].function == FUNCTION_MODIFIER) {
        TRY(role_fill(finding, candidate, &frame->roles[j], node));
      }
    }
    break;
  }
  return ATT_OK;
}

static AttStatus
candidate_fill(Finding* finding, Candidate* candidate, uint32_t node) {
  const Ontology* const ontology = finding->reading->ontology;
  const Frame* const frame =
    &ontology->frames.items.items[candidate->word->frame];
  candidate->event = (Event){
    .class = frame->evokes,
    .frame = candidate->word->frame,
    .node = node,
    .noun = candidate->word->noun ? node : rest_noun(finding, candidate),
    .factuality = frame->factuality,
    .time = NOTHING,
    .verb = node_at(finding, node)->lemma,
    .same_as = NOTHING,
  };
  for (size_t i = 0; i < frame->role_count; i++) {
    const FrameRole* const role = &frame->roles[i];
    if (role->role == finding->terms->content ||
        (candidate->word->noun && (role->function == FUNCTION_SUBJECT ||
                                   role->function == FUNCTION_OBJECT))) {
      continue;
    }
    TRY(role_fill(finding, candidate, role, node));
  }
  if (candidate->word->noun) {
    TRY(support_fill(finding, candidate, frame, node));
  } else {
    TRY(inverted_fill(finding, candidate, node));
  }
  TRY(noun_fill(finding, candidate));
  candidate->score = (int)candidate->event.roles.length * 4 +
                     (int)candidate->word->rest_count * 3 +
                     (frame->needs != ONTOLOGY_NONE ? 1 : 0);
  return ATT_OK;
}

/* Whether somebody in the event is of the class that its frame needs. */
static bool
has_needed(const Finding* finding, const Event* event) {
  const Ontology* const ontology = finding->reading->ontology;
  const uint32_t needs = ontology->frames.items.items[event->frame].needs;
  for (size_t i = 0; needs != ONTOLOGY_NONE && i < event->roles.length; i++) {
    const Role* const role = &event->roles.items[i];
    if (!role->event &&
        att_term_is_a(
          ontology,
          finding->terms
            ->kinds[finding->entities->items.items[role->filler].kind],
          needs)) {
      return true;
    }
  }
  return needs == ONTOLOGY_NONE;
}

/* A verb's frame needs somebody; a noun's may do with a time or place. */
static bool
is_enough(const Finding* finding, const Candidate* candidate) {
  const Ontology* const ontology = finding->reading->ontology;
  const Event* const event = &candidate->event;
  if (candidate->unfit || !has_needed(finding, event)) {
    return false;
  }
  if (att_term_is_a(ontology, event->class, finding->terms->statement)) {
    return att_event_has(event, finding->terms->speaker);
  }
  return candidate->word->noun || event->roles.length > 0;
}

static bool
is_class_of_word(const SyntaxNode* node, const FrameWord* word) {
  const bool noun = node->upos == UPOS_NOUN || node->upos == UPOS_PROPN;
  const bool verb = node->upos == UPOS_VERB || node->upos == UPOS_ADJ;
  return word->noun ? noun : verb;
}

static AttStatus
trigger_add(Finding* finding, Event* event, uint32_t node) {
  const SyntaxNode* const item = node_at(finding, node);
  return LIST_PUSH(finding->arena, &event->triggers,
                   ((Tokenspan){ item->end - 1, item->end }));
}

static AttStatus
candidate_accept(Finding* finding, Candidate* best, uint32_t node) {
  Events* const events = finding->events;
  const uint32_t id = (uint32_t)events->items.length;
  TRY(trigger_add(finding, &best->event, node));
  events->of_node[node] = id;
  for (size_t i = 0; i < best->word->rest_count; i++) {
    const uint8_t upos = node_at(finding, best->rest[i])->upos;
    if (upos == UPOS_NOUN || upos == UPOS_PROPN) {
      TRY(trigger_add(finding, &best->event, best->rest[i]));
    }
    events->of_node[best->rest[i]] = id;
  }
  best->event.same_as = id;
  return LIST_PUSH(finding->arena, &events->items, best->event);
}

static AttStatus
words_try(Finding* finding, uint32_t node, Slice lemma, Candidate* best) {
  const FrameWords* const words =
    att_frames_find(&finding->reading->ontology->frames, lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    Candidate candidate = { .word = &words->items[i] };
    if (!is_class_of_word(node_at(finding, node), candidate.word) ||
        !rest_matches(finding, node, &candidate)) {
      continue;
    }
    TRY(candidate_fill(finding, &candidate, node));
    candidate.event.verb = lemma;
    if (is_enough(finding, &candidate) && candidate.score > best->score) {
      *best = candidate;
    }
  }
  return ATT_OK;
}

/* Inflection leaves some verbs' lemmas open ("underscored", "vetoed"): takes
 * the one that frames know. */
static AttStatus
lemma_known(Finding* finding, Slice* lemma) {
  const Frames* const frames = &finding->reading->ontology->frames;
  if (lemma->length < 3 || att_frames_find(frames, *lemma) != NULL) {
    return ATT_OK;
  }
  char* bytes = NULL;
  TRY(att_arena_alloc(finding->arena, lemma->length + 2, &bytes));
  memcpy(bytes, lemma->start, lemma->length);
  bytes[lemma->length] = 'e';
  const Slice longer = { bytes, lemma->length + 1 };
  const Slice shorter = att_slice_part(*lemma, 0, lemma->length - 1);
  if (att_frames_find(frames, longer) != NULL) {
    *lemma = longer;
  } else if (att_frames_find(frames, shorter) != NULL) {
    *lemma = shorter;
  }
  return ATT_OK;
}

static AttStatus
node_evoke(Finding* finding, uint32_t node) {
  const SyntaxNode* const item = node_at(finding, node);
  if (finding->events->of_node[node] != NOTHING || item->mention != NOTHING ||
      finding->entities->of_node[node].count > 0) {
    return ATT_OK;
  }
  Candidate best = { .score = -1 };
  Slice lemma = item->lemma;
  TRY(lemma_known(finding, &lemma));
  TRY(words_try(finding, node, lemma, &best));
  return best.score < 0 ? ATT_OK : candidate_accept(finding, &best, node);
}

/* Targets that are events themselves: "condemned the attack". */
static AttStatus
event_roles_fill(Finding* finding, uint32_t id) {
  const Frames* const frames = &finding->reading->ontology->frames;
  Event* const event = &finding->events->items.items[id];
  const Frame* const frame = &frames->items.items[event->frame];
  for (size_t i = 0; i < frame->role_count; i++) {
    const FrameRole* const role = &frame->roles[i];
    if (role->role != finding->terms->target) {
      continue;
    }
    Nodes nodes = { 0 };
    TRY(att_arguments_find(
      finding->arena, finding->reading->trees, event->node, role->function,
      role->function == FUNCTION_PREPOSITION
        ? att_intern_string(&frames->lemmas, role->preposition)
        : (Slice){ "", 0 },
      &nodes));
    for (size_t j = 0; j < nodes.length; j++) {
      const uint32_t other = finding->events->of_node[nodes.items[j]];
      if (other != NOTHING && other != id) {
        TRY(att_event_role(finding, event,
                           (Role){ role->role, other, nodes.items[j], true,
                                   false }));
      }
    }
  }
  return ATT_OK;
}

AttStatus
att_events_evoke(Finding* finding) {
  const Trees* const trees = finding->reading->trees;
  for (uint32_t node = 0; node < trees->nodes.length; node++) {
    if (att_document_kind(finding->reading->document,
                          trees->nodes.items[node].sentence) !=
        PARAGRAPH_DATELINE) {
      TRY(node_evoke(finding, node));
    }
  }
  for (uint32_t id = 0; id < finding->events->items.length; id++) {
    TRY(event_roles_fill(finding, id));
  }
  return ATT_OK;
}
