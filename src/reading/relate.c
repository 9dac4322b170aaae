/* Relating: how one event bears on another. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

static Event*
event_at(const Finding* finding, uint32_t id) {
  return &finding->events->items.items[id];
}

/* The event that stands for `id` after merging. */
static uint32_t
merged(const Finding* finding, uint32_t id) {
  while (id != NOTHING && event_at(finding, id)->same_as != id) {
    id = event_at(finding, id)->same_as;
  }
  return id;
}

static AttStatus
link_events(Finding* finding, uint32_t from, uint32_t property, uint32_t to,
            bool inferred) {
  const uint32_t source = merged(finding, from);
  const uint32_t goal = merged(finding, to);
  if (source == goal) {
    return ATT_OK;
  }
  Event* const event = event_at(finding, source);
  return att_event_role(finding, event,
                        (Role){ property, goal, event_at(finding, to)->node,
                                true, inferred });
}

/* The nearest event above `node`, itself not, or NOTHING; `*relation` is how
 * the way up left it. */
static uint32_t
governor(const Finding* finding, uint32_t node, Relation* relation) {
  const Trees* const trees = finding->reading->trees;
  uint32_t below = node;
  for (uint32_t head = node_at(finding, node)->head; head != NOTHING;
       head = node_at(finding, head)->head) {
    *relation = (Relation)trees->nodes.items[below].relation;
    if (finding->events->of_node[head] != NOTHING) {
      return finding->events->of_node[head];
    }
    below = head;
  }
  return NOTHING;
}

/* "agreed to strengthen partnership": the agreement commits to what its
 * complement names, and its parties are that one's too. */
static AttStatus
commitment_relate(Finding* finding, uint32_t id) {
  Relation relation = REL_DEP;
  const uint32_t above =
    governor(finding, event_at(finding, id)->node, &relation);
  if (above == NOTHING) {
    return ATT_OK;
  }
  const Event* const agreement = event_at(finding, above);
  const Frame* const frame =
    &finding->reading->ontology->frames.items.items[agreement->frame];
  if (!frame->commits ||
      event_at(finding, id)->factuality != finding->terms->intended ||
      (relation != REL_XCOMP && relation != REL_CCOMP && relation != REL_OBJ &&
       relation != REL_OBL && relation != REL_ACL)) {
    return ATT_OK;
  }
  Event* const whole = event_at(finding, merged(finding, above));
  const Event* const part = event_at(finding, id);
  for (size_t i = 0; i < part->matters.length; i++) {
    TRY(att_event_matter(finding, whole, part->matters.items[i]));
  }
  return link_events(finding, above, finding->terms->commits_to, id, false);
}

/* Verbs above a state of affairs asked for its parties. */
#define PARTIES_REACH 3

/* States and bodies that are the subject of `verb` become parties. */
static AttStatus
parties_take(Finding* finding, Event* event, uint32_t verb) {
  Nodes nodes = { 0 };
  TRY(att_arguments_find(finding->arena, finding->reading->trees, verb,
                         FUNCTION_SUBJECT, (Slice){ "", 0 }, &nodes));
  for (size_t i = 0; i < nodes.length; i++) {
    const Referents referents = finding->entities->of_node[nodes.items[i]];
    for (uint32_t j = 0; j < referents.count; j++) {
      const uint32_t entity =
        finding->entities->pool.items[referents.first + j];
      const EntityKind kind = finding->entities->items.items[entity].kind;
      if (kind == ENTITY_STATE || kind == ENTITY_ORGANIZATION) {
        TRY(att_event_role(finding, event,
                           (Role){ finding->terms->party, entity,
                                   nodes.items[i], false, true }));
      }
    }
  }
  return ATT_OK;
}

/* Parties of a state of affairs that names none are those of the verb that
 * governs it: "exploring avenues to enhance cooperation". */
static AttStatus
parties_inherit(Finding* finding, uint32_t id) {
  Event* const event = event_at(finding, id);
  uint32_t verb = event->node;
  if (!att_event_takes(finding, event, finding->terms->party)) {
    return ATT_OK;
  }
  for (int i = 0;
       i < PARTIES_REACH && !att_event_has(event, finding->terms->party); i++) {
    verb = att_argument_verb_above(finding->reading->trees, verb);
    if (verb == NOTHING) {
      break;
    }
    TRY(parties_take(finding, event, verb));
  }
  return ATT_OK;
}

/* What is done on a visit is done where that goes to. */
static AttStatus
visit_places(Finding* finding, Event* part, const Event* whole) {
  const Terms* const terms = finding->terms;
  if (!att_event_takes(finding, whole, terms->destination) ||
      att_event_is_statement(finding, part) ||
      att_event_has(part, terms->place)) {
    return ATT_OK;
  }
  for (size_t i = 0; i < whole->roles.length; i++) {
    Role role = whole->roles.items[i];
    if (role.property == terms->place && !role.event) {
      role.inferred = true;
      TRY(att_event_role(finding, part, role));
    }
  }
  return ATT_OK;
}

/* Whether `id` is said to go on while something else happens: "during a
 * meeting", "on a visit". */
static bool
is_frame_of_time(const Finding* finding, uint32_t id) {
  const Event* const event = event_at(finding, id);
  const Slice preposition =
    att_trees_case(finding->reading->trees, event->node);
  return att_slice_is(preposition, "during") ||
         (att_slice_is(preposition, "on") &&
          att_event_takes(finding, event, finding->terms->destination));
}

/* "came during a meeting": the event in the "during" phrase, the subject. */
static AttStatus
during_relate(Finding* finding, uint32_t id) {
  const SyntaxNode* const item = node_at(finding, event_at(finding, id)->node);
  if (item->head == NOTHING || !is_frame_of_time(finding, id)) {
    return ATT_OK;
  }
  uint32_t part = finding->events->of_node[item->head];
  if (part == NOTHING) {
    const uint32_t subject =
      att_trees_child(finding->reading->trees, item->head, REL_NSUBJ);
    part = subject == NOTHING ? NOTHING : finding->events->of_node[subject];
  }
  if (part == NOTHING) {
    return ATT_OK;
  }
  Event* const whole = event_at(finding, merged(finding, id));
  Event* const inner = event_at(finding, merged(finding, part));
  if (whole->time == NOTHING) {
    whole->time = inner->time;
    whole->future = inner->future;
  }
  TRY(visit_places(finding, inner, whole));
  return link_events(finding, part, finding->terms->during, id, false);
}

/* The sentence that a story leads with. */
static uint32_t
lead_sentence(const Finding* finding) {
  const Document* const document = finding->reading->document;
  uint32_t sentence = 0;
  while (sentence < document->tokens.sentences.length &&
         att_document_kind(document, sentence) != PARAGRAPH_BODY) {
    sentence++;
  }
  return sentence;
}

/* Whether agents came together for the event, so that it was somewhere; they
 * may agree from afar, unless it is told during what. */
static bool
is_gathering(const Finding* finding, const Event* event) {
  const Terms* const terms = finding->terms;
  const Frame* const frame =
    &finding->reading->ontology->frames.items.items[event->frame];
  return att_event_takes(finding, event, terms->principal) ||
         (att_event_takes(finding, event, terms->party) &&
          node_at(finding, event->node)->upos == UPOS_VERB &&
          (!frame->commits || att_event_has(event, terms->during)));
}

/* Whether the event was on the day of the text, as far as it says. */
static bool
is_of_today(const Finding* finding, const Event* event) {
  const Date date = att_event_date(finding->events, event);
  const Date today = finding->reading->document->text->reference;
  return event->time == NOTHING ||
         (date.year == today.year && date.month == today.month &&
          date.day == today.day);
}

/* Sentences of a story that tell what it is about. */
#define LEAD_LENGTH 2

/* The gathering that a story leads with, or NOTHING. */
static uint32_t
lead_gathering(const Finding* finding) {
  const uint32_t lead = lead_sentence(finding);
  for (uint32_t id = 0; id < finding->events->items.length; id++) {
    const uint32_t whole = merged(finding, id);
    const Event* const event = event_at(finding, whole);
    const uint32_t sentence =
      node_at(finding, event_at(finding, id)->node)->sentence;
    if (sentence >= lead && sentence < lead + LEAD_LENGTH &&
        event->roles.length > 0 && is_gathering(finding, event) &&
        event->factuality == finding->terms->actual &&
        (sentence == lead || is_of_today(finding, event))) {
      return whole;
    }
  }
  return NOTHING;
}

/* What a story leads with, and what that was part of, happened where its
 * dateline says, if the text names no other place. */
static AttStatus
dateline_relate(Finding* finding) {
  const Terms* const terms = finding->terms;
  const uint32_t place = finding->entities->dateline;
  const uint32_t whole = lead_gathering(finding);
  if (place == NOTHING || whole == NOTHING ||
      att_event_has(event_at(finding, whole), terms->place)) {
    return ATT_OK;
  }
  Event* const event = event_at(finding, whole);
  TRY(att_event_role(finding, event,
                     (Role){ terms->place, place, event->node, false, true }));
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role role = event->roles.items[i];
    if (role.property == terms->during &&
        !att_event_has(event_at(finding, role.filler), terms->place)) {
      TRY(att_event_role(finding, event_at(finding, role.filler),
                         (Role){ terms->place, place, event->node, false,
                                 true }));
    }
  }
  return ATT_OK;
}

/* "..., according to a statement issued by the ministry": a document that
 * vouches for the sentence's other events. */
static AttStatus
source_relate(Finding* finding, uint32_t id) {
  const Terms* const terms = finding->terms;
  const Trees* const trees = finding->reading->trees;
  const Event* const source = event_at(finding, id);
  const SyntaxNode* const item = node_at(finding, source->node);
  const Slice preposition = att_trees_case(trees, source->node);
  if (source->class != terms->press ||
      !att_slice_starts(preposition, SLICE("accord"))) {
    return ATT_OK;
  }
  for (uint32_t node = trees->first[item->sentence];
       node < trees->first[item->sentence + 1]; node++) {
    const uint32_t other = finding->events->of_node[node];
    if (other != NOTHING && merged(finding, other) != merged(finding, id) &&
        !att_term_is_a(finding->reading->ontology,
                       event_at(finding, other)->class, terms->statement)) {
      TRY(link_events(finding, other, terms->according, id, false));
    }
  }
  return ATT_OK;
}

/* The latest event of `class` before `id`, in its sentence or the one before,
 * or NOTHING. */
static uint32_t
latest_before(const Finding* finding, uint32_t id, uint32_t class) {
  const uint32_t sentence =
    node_at(finding, event_at(finding, id)->node)->sentence;
  for (uint32_t i = id; i > 0; i--) {
    const Event* const event = event_at(finding, i - 1);
    if (node_at(finding, event->node)->sentence + 1 < sentence) {
      break;
    }
    if (att_term_is_a(finding->reading->ontology, event->class, class)) {
      return merged(finding, i - 1);
    }
  }
  return NOTHING;
}

/* Condolences answer an attack, and who receives them suffered from it. */
static AttStatus
condolence_relate(Finding* finding, uint32_t id) {
  const Terms* const terms = finding->terms;
  const Event* const event = event_at(finding, id);
  if (event->class != terms->condolence) {
    return ATT_OK;
  }
  const uint32_t attack = latest_before(finding, id, terms->attack);
  if (attack == NOTHING) {
    return ATT_OK;
  }
  TRY(link_events(finding, id, terms->response, attack, true));
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const role = &event->roles.items[i];
    if (role->property == terms->addressee && !role->event &&
        finding->entities->items.items[role->filler].kind == ENTITY_GROUP) {
      TRY(att_event_role(finding, event_at(finding, attack),
                         (Role){ terms->victim, role->filler, role->node, false,
                                 true }));
    }
  }
  return ATT_OK;
}

/* For each entity the one meeting that it is in, or NOTHING, or MANY. */
#define MANY (NOTHING - 1)

static AttStatus
meetings_find(const Finding* finding, uint32_t** out) {
  const size_t count = finding->entities->items.length;
  uint32_t* meeting = NULL;
  TRY(att_arena_alloc(finding->arena, count * sizeof *meeting, &meeting));
  for (size_t i = 0; i < count; i++) {
    meeting[i] = NOTHING;
  }
  for (uint32_t i = 0; i < finding->events->items.length; i++) {
    const Event* const event = event_at(finding, i);
    const bool met = event->same_as == i &&
                     event->class == finding->terms->meeting &&
                     event->factuality == finding->terms->actual;
    for (size_t j = 0; met && j < event->roles.length; j++) {
      const Role* const role = &event->roles.items[j];
      if (!role->event) {
        uint32_t* const known = &meeting[role->filler];
        *known = *known == NOTHING || *known == i ? i : MANY;
      }
    }
  }
  *out = meeting;
  return ATT_OK;
}

/* What somebody says is said at the one meeting that somebody is in. */
static AttStatus
occasion_relate(Finding* finding, uint32_t id, const uint32_t* meetings) {
  const Terms* const terms = finding->terms;
  const Event* const event = event_at(finding, id);
  if (event->same_as != id ||
      !att_term_is_a(finding->reading->ontology, event->class,
                     terms->statement) ||
      event->class == terms->press || event->roles.length == 0 ||
      event->roles.items[0].event) {
    return ATT_OK;
  }
  const uint32_t meeting = meetings[event->roles.items[0].filler];
  return meeting == NOTHING || meeting == MANY
           ? ATT_OK
           : link_events(finding, id, terms->occasion, meeting, true);
}

AttStatus
att_events_relate(Finding* finding) {
  const size_t count = finding->events->items.length;
  for (uint32_t id = 0; id < count; id++) {
    TRY(parties_inherit(finding, id));
    TRY(commitment_relate(finding, id));
    TRY(during_relate(finding, id));
    TRY(source_relate(finding, id));
    if (event_at(finding, id)->same_as == id) {
      TRY(condolence_relate(finding, id));
    }
  }
  uint32_t* meetings = NULL;
  TRY(meetings_find(finding, &meetings));
  for (uint32_t id = 0; id < count; id++) {
    TRY(occasion_relate(finding, id, meetings));
  }
  return dateline_relate(finding);
}
