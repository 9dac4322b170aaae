/* Evoking: the events that the frames' words call up. */
/* SPDX-License-Identifier: MIT */
#include "reading/candidate.h"

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
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
    Candidate candidate;
    TRY(att_candidate_make(finding, &words->items[i], node, &candidate));
    candidate.event.verb = lemma;
    if (candidate.score > best->score) {
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
  if (finding->events->of_node[node] != NOTHING ||
      finding->entities->of_node[node].count > 0) {
    return ATT_OK;
  }
  Candidate best = { .score = CANDIDATE_NONE };
  Slice lemma = item->lemma;
  TRY(lemma_known(finding, &lemma));
  TRY(words_try(finding, node, lemma, &best));
  return best.score == CANDIDATE_NONE ? ATT_OK
                                      : candidate_accept(finding, &best, node);
}

/* Fills `property` with whom `node` names, if it is no mere place. */
static AttStatus
agent_fill(Finding* finding, Event* event, uint32_t property, uint32_t node) {
  const Entities* const entities = finding->entities;
  const Referents referents = entities->of_node[node];
  for (uint32_t i = 0; i < referents.count; i++) {
    const uint32_t entity = entities->pool.items[referents.first + i];
    if (entities->items.items[entity].kind != ENTITY_PLACE) {
      TRY(att_event_role(finding, event,
                         (Role){ property, entity, node, false, true }));
    }
  }
  return ATT_OK;
}

/* Whose a thing may be, in the order asked: "the agency's support", "Kenyan
 * villages", "the role played by Kenya", "a request from Kenya", "the towns of
 * Kenya", "a base in Kenya". An event's "of" and "in" are no owners. */
static const struct {
  FrameFunction function;
  const char* preposition;
  bool event;
} owners[] = {
  { FUNCTION_POSSESSOR, "", true },      { FUNCTION_MODIFIER, "", false },
  { FUNCTION_PREPOSITION, "by", true },  { FUNCTION_PREPOSITION, "from", true },
  { FUNCTION_PREPOSITION, "of", false }, { FUNCTION_PREPOSITION, "in", false },
};

/* "praised the agency's support": what is praised is nobody, but somebody's. */
static AttStatus
owner_fill(Finding* finding, Event* event, uint32_t property, uint32_t node) {
  if (finding->entities->of_node[node].count > 0) {
    return ATT_OK;
  }
  const bool evoked = finding->events->of_node[node] != NOTHING;
  for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
    Nodes nodes = { 0 };
    if (evoked && !owners[i].event) {
      continue;
    }
    TRY(att_arguments_find(finding->arena, finding->reading->trees, node,
                           owners[i].function, att_slice(owners[i].preposition),
                           &nodes));
    for (size_t j = 0; j < nodes.length; j++) {
      TRY(agent_fill(finding, event, property, nodes.items[j]));
    }
    if (att_event_has(event, property)) {
      break;
    }
  }
  return ATT_OK;
}

/* Targets that are events themselves ("condemned the attack"); and who does
 * or suffers it through what is theirs ("a rebel attack killed two"). */
static AttStatus
event_roles_fill(Finding* finding, uint32_t id) {
  const Frames* const frames = &finding->reading->ontology->frames;
  Event* const event = &finding->events->items.items[id];
  const Frame* const frame = &frames->items.items[event->frame];
  for (size_t i = 0; i < frame->role_count; i++) {
    const FrameRole* const role = &frame->roles[i];
    const bool target = role->role == finding->terms->target;
    if (!target && role->role != finding->terms->victim &&
        role->role != finding->terms->perpetrator) {
      continue;
    }
    Nodes nodes = { 0 };
    TRY(att_arguments_find(finding->arena, finding->reading->trees, event->node,
                           role->function,
                           role->function == FUNCTION_PREPOSITION
                             ? att_intern_string(&frames->lemmas,
                                                 role->preposition)
                             : (Slice){ "", 0 },
                           &nodes));
    for (size_t j = 0; j < nodes.length; j++) {
      TRY(owner_fill(finding, event, role->role, nodes.items[j]));
      const uint32_t other = finding->events->of_node[nodes.items[j]];
      if (target && other != NOTHING && other != id) {
        TRY(att_event_role(finding, event,
                           (Role){ role->role, other, nodes.items[j], true,
                                   false }));
      }
    }
  }
  return ATT_OK;
}

static bool
refers(const Finding* finding, const Event* event, uint32_t node) {
  const Entities* const entities = finding->entities;
  const Referents referents = entities->of_node[node];
  for (uint32_t i = 0; i < referents.count; i++) {
    for (size_t j = 0; j < event->roles.length; j++) {
      if (!event->roles.items[j].event &&
          event->roles.items[j].filler ==
            entities->pool.items[referents.first + i]) {
        return true;
      }
    }
  }
  return false;
}

/* "its troops": what belongs to somebody in the event. */
static bool
is_own(const Finding* finding, const Event* event, uint32_t node) {
  const uint32_t owner =
    att_trees_child(finding->reading->trees, node, REL_NMOD_POSS);
  return owner != NOTHING && refers(finding, event, owner);
}

/* Whom the verb `clause` bears on: its object, or the first phrase that names
 * somebody. */
static AttStatus
patient_fill(Finding* finding, Event* event, uint32_t property,
             uint32_t clause) {
  static const struct {
    FrameFunction function;
    const char* preposition;
  } places[] = {
    { FUNCTION_INDIRECT, "" },       { FUNCTION_PREPOSITION, "to" },
    { FUNCTION_OBJECT, "" },         { FUNCTION_PREPOSITION, "with" },
    { FUNCTION_PREPOSITION, "on" },  { FUNCTION_PREPOSITION, "against" },
    { FUNCTION_PREPOSITION, "for" }, { FUNCTION_PREPOSITION, "from" },
  };
  for (int owned = 0; owned < 2; owned++) {
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
      Nodes nodes = { 0 };
      TRY(att_arguments_find(finding->arena, finding->reading->trees, clause,
                             places[i].function,
                             att_slice(places[i].preposition), &nodes));
      for (size_t j = 0; j < nodes.length; j++) {
        const uint32_t node = nodes.items[j];
        if (!is_own(finding, event, node)) {
          TRY(owned == 0 ? agent_fill(finding, event, property, node)
                         : owner_fill(finding, event, property, node));
        }
      }
      if (att_event_has(event, property)) {
        return ATT_OK;
      }
    }
  }
  return ATT_OK;
}

/* Whom the event at `clause` bears on, as its own frame says; its doers are in
 * `event` already. */
static AttStatus
event_patient_fill(Finding* finding, Event* event, uint32_t property,
                   uint32_t clause) {
  const uint32_t id = finding->events->of_node[clause];
  if (id == NOTHING) {
    return ATT_OK;
  }
  const Event* const other = &finding->events->items.items[id];
  for (size_t i = 0; other != event && i < other->roles.length; i++) {
    const Role* const role = &other->roles.items[i];
    if (!role->event && !role->inferred &&
        role->property != finding->terms->place &&
        role->property != finding->terms->actor) {
      TRY(att_event_role(finding, event,
                         (Role){ property, role->filler, role->node, false,
                                 true }));
    }
  }
  return ATT_OK;
}

/* What the auxiliaries and the negation of a verb say: a closed class. */
typedef struct Mood {
  bool future;
  bool denied;
  bool obliged;
} Mood;

static Mood
mood_of(const Finding* finding, uint32_t verb) {
  Mood mood = { false, false, false };
  for (uint32_t child = node_at(finding, verb)->child; child != NOTHING;
       child = node_at(finding, child)->next) {
    const Slice lemma = node_at(finding, child)->lemma;
    mood.future = mood.future || att_slice_is(lemma, "will") ||
                  att_slice_is(lemma, "would");
    mood.obliged = mood.obliged || att_slice_is(lemma, "must");
    mood.denied = mood.denied || att_slice_is(lemma, "not") ||
                  att_slice_is(lemma, "never") || att_slice_is(lemma, "n't");
  }
  return mood;
}

/* "said it will free the envoys", "said it will not": who tells of acts of
 * their own to come assures them, or denies them. "said Kenya must act": who
 * tells what others have to do appeals to them. */
static AttStatus
intention_tell(Finding* finding, Event* event, uint32_t clause) {
  const Terms* const terms = finding->terms;
  const uint32_t subject =
    att_trees_child(finding->reading->trees, clause, REL_NSUBJ);
  const Mood mood = mood_of(finding, clause);
  if (subject == NOTHING) {
    return ATT_OK;
  }
  const bool own = refers(finding, event, subject);
  if (mood.obliged && !own) {
    TRY(agent_fill(finding, event, terms->addressee, subject));
    event->class =
      att_event_has(event, terms->addressee) ? terms->appeal : event->class;
    return ATT_OK;
  }
  if (!mood.future || !own) {
    return ATT_OK;
  }
  event->class = mood.denied ? terms->denial : terms->assurance;
  const uint32_t property = mood.denied ? terms->target : terms->beneficiary;
  TRY(event_patient_fill(finding, event, property, clause));
  return att_event_has(event, property)
           ? ATT_OK
           : patient_fill(finding, event, property, clause);
}

/* "refused to meet the envoy", "agreed to lend money to Kenya": whom it is
 * about is in the infinitive. "demanded that the minister resign": whom it is
 * put to is the subject of the subjunctive. */
static AttStatus
clause_fill(Finding* finding, Event* event) {
  const Ontology* const ontology = finding->reading->ontology;
  const Trees* const trees = finding->reading->trees;
  const Terms* const terms = finding->terms;
  const Frame* const frame = &ontology->frames.items.items[event->frame];
  Nodes nodes = { 0 };
  if ((!att_term_is_a(ontology, event->class, terms->statement) &&
       !frame->commits) ||
      att_event_has(event, terms->addressee) ||
      att_event_has(event, terms->target)) {
    return ATT_OK;
  }
  TRY(att_arguments_find(finding->arena, trees, event->node, FUNCTION_CLAUSE,
                         (Slice){ "", 0 }, &nodes));
  if (nodes.length == 0) {
    return ATT_OK;
  }
  const uint32_t node = nodes.items[0];
  const SyntaxNode* const clause = node_at(finding, node);
  if (event->class == terms->indirect) {
    return clause->relation == REL_CCOMP ? intention_tell(finding, event, node)
                                         : ATT_OK;
  }
  if (clause->relation == REL_XCOMP) {
    const uint32_t property =
      frame->commits ? terms->beneficiary : terms->target;
    TRY(event_patient_fill(finding, event, property, node));
    return att_event_has(event, property)
             ? ATT_OK
             : patient_fill(finding, event, property, node);
  }
  const uint32_t subject = att_trees_child(trees, node, REL_NSUBJ);
  return clause->xpos == XPOS_VB && subject != NOTHING &&
             att_trees_child(trees, node, REL_AUX) == NOTHING
           ? agent_fill(finding, event, terms->addressee, subject)
           : ATT_OK;
}

/* "summoned the ambassador to complain": it is put to whom the verb above
 * brings in. */
static AttStatus
purpose_fill(Finding* finding, Event* event) {
  const Terms* const terms = finding->terms;
  const SyntaxNode* const item = node_at(finding, event->node);
  const bool purpose = item->xpos == XPOS_VB && (item->relation == REL_ADVCL ||
                                                 item->relation == REL_XCOMP);
  const uint32_t id = purpose ? finding->events->of_node[item->head] : NOTHING;
  if (id == NOTHING || att_event_has(event, terms->addressee) ||
      !att_term_is_a(finding->reading->ontology, event->class,
                     terms->statement)) {
    return ATT_OK;
  }
  const Event* const above = &finding->events->items.items[id];
  for (size_t i = 0; above != event && i < above->roles.length; i++) {
    const Role* const role = &above->roles.items[i];
    if (!role->event && !role->inferred &&
        (role->property == terms->target ||
         role->property == terms->principal)) {
      TRY(att_event_role(finding, event,
                         (Role){ terms->addressee, role->filler, role->node,
                                 false, true }));
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
    TRY(clause_fill(finding, &finding->events->items.items[id]));
    TRY(purpose_fill(finding, &finding->events->items.items[id]));
  }
  return ATT_OK;
}
