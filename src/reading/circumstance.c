/* Circumstances: when and where events are, and what they are about. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"

/* A date or sector belongs to an event at most this far above it. */
#define REACH 12

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

static Event*
event_at(const Finding* finding, uint32_t event) {
  return &finding->events->items.items[event];
}

/* The top node of tokens `span`. */
static uint32_t
span_node(const Finding* finding, Tokenspan span) {
  const Mention whole = { .first = span.first, .end = span.end };
  return att_mention_node(finding->reading, &whole);
}

/* An event noun that is the subject of the verb `node`: "the talks focused
 * on trade". */
static uint32_t
subject_event(const Finding* finding, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  const uint32_t active = att_trees_child(trees, node, REL_NSUBJ);
  const uint32_t subject =
    active != NOTHING ? active : att_trees_child(trees, node, REL_NSUBJ_PASS);
  return subject == NOTHING ? NOTHING : finding->events->of_node[subject];
}

/* An event in what the verb or noun `node` is about: "exploring avenues to
 * enhance cooperation, particularly in security". */
static uint32_t
object_event(const Finding* finding, uint32_t node, int depth) {
  for (uint32_t child = node_at(finding, node)->child; child != NOTHING;
       child = node_at(finding, child)->next) {
    const Relation relation = (Relation)node_at(finding, child)->relation;
    if (relation != REL_OBJ && relation != REL_XCOMP && relation != REL_ACL) {
      continue;
    }
    uint32_t event = finding->events->of_node[child];
    if (event == NOTHING && depth > 0) {
      event = object_event(finding, child, depth - 1);
    }
    if (event != NOTHING) {
      return event;
    }
  }
  return NOTHING;
}

/* The event that `node` evokes, or that the verb is about, or NOTHING. */
static uint32_t
event_of(const Finding* finding, uint32_t node) {
  const SyntaxNode* const item = node_at(finding, node);
  if (finding->events->of_node[node] != NOTHING ||
      (item->upos != UPOS_VERB && item->upos != UPOS_AUX)) {
    return finding->events->of_node[node];
  }
  const uint32_t object = object_event(finding, node, 3);
  return object != NOTHING ? object : subject_event(finding, node);
}

/* The nearest event above `node`, itself included, or NOTHING. */
static uint32_t
event_above(const Finding* finding, uint32_t node) {
  uint32_t event = NOTHING;
  for (int i = 0; i < REACH && node != NOTHING && event == NOTHING; i++) {
    event = event_of(finding, node);
    node = node_at(finding, node)->head;
  }
  return event;
}

/* Whether a clause about the future holds `node`: the nearest verb's tense
 * tells, else what its event is. */
static bool
is_future(const Finding* finding, uint32_t node, uint32_t event) {
  const Trees* const trees = finding->reading->trees;
  const SyntaxNode* const item = node_at(finding, node);
  const uint32_t verb =
    item->upos == UPOS_VERB ? node : att_argument_verb_above(trees, node);
  if (verb == NOTHING || node_at(finding, verb)->xpos == XPOS_VBG) {
    return event != NOTHING && event_at(finding, event)->future;
  }
  for (uint32_t child = node_at(finding, verb)->child; child != NOTHING;
       child = node_at(finding, child)->next) {
    const SyntaxNode* const word = node_at(finding, child);
    if (word->relation == REL_AUX && word->xpos == XPOS_MD) {
      return att_slice_is(word->lemma, "will") ||
             att_slice_is(word->lemma, "shall") ||
             att_slice_is(word->lemma, "would");
    }
  }
  const uint32_t mark = att_trees_child(trees, verb, REL_MARK);
  return mark != NOTHING && node_at(finding, mark)->xpos == XPOS_TO;
}

/* Dates: a bare year or vague word is left to nominal neighbours. */
static AttStatus
times_attach(Finding* finding) {
  const Document* const document = finding->reading->document;
  TRY(att_arena_alloc(finding->arena, finding->events->times.length,
                      &finding->events->future));
  for (uint32_t i = 0; i < finding->events->times.length; i++) {
    const TimeExpression* const time = &finding->events->times.items[i];
    const uint32_t first = att_document_token(document, time->begin);
    const uint32_t last = att_document_token(document, time->end - 1);
    if (first > last || last >= document->tokens.items.length ||
        document->sentence_of[first] != document->sentence_of[last]) {
      continue;
    }
    const uint32_t node = span_node(finding, (Tokenspan){ first, last + 1 });
    const uint32_t event = event_above(finding, node);
    finding->events->future[i] = is_future(finding, node, event);
    if (event != NOTHING && event_at(finding, event)->time == NOTHING) {
      event_at(finding, event)->time = i;
    }
  }
  return ATT_OK;
}

/* "on Friday condemned the coup and said ...": verbs of one tense in a row
 * share the time that the first is given. */
static void
times_share(Finding* finding) {
  for (uint32_t i = 0; i < finding->events->items.length; i++) {
    Event* const event = event_at(finding, i);
    const SyntaxNode* const item = node_at(finding, event->node);
    if (event->time != NOTHING || item->relation != REL_CONJ ||
        item->upos != UPOS_VERB ||
        item->xpos != node_at(finding, item->head)->xpos ||
        att_trees_child(finding->reading->trees, event->node, REL_NSUBJ) !=
          NOTHING) {
      continue;
    }
    const uint32_t first = finding->events->of_node[item->head];
    if (first != NOTHING) {
      event->time = event_at(finding, first)->time;
    }
  }
}

static bool
is_where(Slice preposition) {
  static const char* const words[] = { "in",      "at",     "near",  "around",
                                       "outside", "across", "inside" };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (att_slice_is(preposition, words[i])) {
      return true;
    }
  }
  return false;
}

/* "Pakistan-US engagement": no place, whatever the parser made of it. */
static bool
is_compounded(const Finding* finding, uint32_t node) {
  const Document* const document = finding->reading->document;
  const uint32_t end = node_at(finding, node)->end;
  return end < document->tokens.items.length &&
         att_slice_is(document->tokens.items.items[end].form, "-") &&
         !document->tokens.items.items[end - 1].space;
}

static bool
is_place_noun(const Finding* finding, uint32_t node) {
  const Shapes* const shapes = finding->reading->shapes;
  return (shapes->kinds[node_at(finding, node)->first] &
          LEXIS_BIT(LEXIS_PLACE)) != 0;
}

/* The node whose preposition tells of the place at `node`: "in Cairo and
 * Alexandria", "in the eastern city of Jalalabad". */
static uint32_t
place_top(const Finding* finding, uint32_t node) {
  const SyntaxNode* const item = node_at(finding, node);
  const uint32_t top = item->relation == REL_CONJ ? item->head : node;
  const uint32_t head = node_at(finding, top)->head;
  const bool of =
    head != NOTHING &&
    att_slice_is(att_trees_case(finding->reading->trees, top), "of") &&
    is_place_noun(finding, head);
  return of ? head : top;
}

/* Whether the event that `node` hangs on gives a role to it. */
static bool
is_argument(const Finding* finding, uint32_t node, Slice preposition) {
  const uint32_t head = node_at(finding, node)->head;
  const uint32_t event =
    head == NOTHING ? NOTHING : finding->events->of_node[head];
  const Frames* const frames = &finding->reading->ontology->frames;
  const Frame* const frame =
    event == NOTHING ? NULL
                     : &frames->items.items[event_at(finding, event)->frame];
  for (size_t i = 0; frame != NULL && i < frame->role_count; i++) {
    const FrameRole* const role = &frame->roles[i];
    if (role->function == FUNCTION_PREPOSITION &&
        att_slice_equals(att_intern_string(&frames->lemmas, role->preposition),
                         preposition)) {
      return true;
    }
  }
  return false;
}

/* Whether what is below `node` is about that only, and not about what `node`
 * bears on: "talks on developments in Chad", "the panel, which sits in Oslo",
 * "a mission to promote peace in Chad". */
static bool
is_closed(const Finding* finding, uint32_t node) {
  const SyntaxNode* const item = node_at(finding, node);
  const Relation base = att_relation_base((Relation)item->relation);
  const Slice preposition = att_trees_case(finding->reading->trees, node);
  return item->relation == REL_ACL_RELCL || base == REL_ADVCL ||
         (item->upos == UPOS_NOUN && preposition.length > 0 &&
          !is_where(preposition) && !is_place_noun(finding, node) &&
          finding->entities->of_node[node].count == 0 &&
          !is_argument(finding, node, preposition));
}

/* The event that the phrase on `node` places, or NOTHING. */
static uint32_t
placed_event(const Finding* finding, uint32_t node) {
  uint32_t event = NOTHING;
  for (int i = 0; i < REACH && node != NOTHING && event == NOTHING; i++) {
    event = event_of(finding, node);
    if (event == NOTHING && is_closed(finding, node)) {
      return NOTHING;
    }
    node = node_at(finding, node)->head;
  }
  return event;
}

/* "in Islamabad", "at the airport". */
static AttStatus
places_attach(Finding* finding) {
  const Entities* const entities = finding->entities;
  const Trees* const trees = finding->reading->trees;
  for (uint32_t node = 0; node < trees->nodes.length; node++) {
    const Referents referents = entities->of_node[node];
    if (referents.count != 1) {
      continue;
    }
    const uint32_t entity = entities->pool.items[referents.first];
    const EntityKind kind = entities->items.items[entity].kind;
    const uint32_t top = place_top(finding, node);
    const Relation base =
      att_relation_base((Relation)node_at(finding, top)->relation);
    if (is_compounded(finding, node) ||
        (kind != ENTITY_PLACE && kind != ENTITY_STATE) ||
        (base != REL_OBL && base != REL_NMOD) ||
        !is_where(att_trees_case(trees, top))) {
      continue;
    }
    const uint32_t event = placed_event(finding, node_at(finding, top)->head);
    if (event == NOTHING ||
        att_event_is_statement(finding, event_at(finding, event))) {
      continue;
    }
    const bool destination =
      kind == ENTITY_STATE && att_event_takes(finding, event_at(finding, event),
                                              finding->terms->destination);
    const uint32_t property =
      destination ? finding->terms->destination : finding->terms->place;
    TRY(att_event_role(finding, event_at(finding, event),
                       (Role){ property, entity, node, false, false }));
  }
  return ATT_OK;
}

/* "met here": where the dateline says. */
static AttStatus
here_attach(Finding* finding) {
  const Trees* const trees = finding->reading->trees;
  const uint32_t place = finding->entities->dateline;
  for (uint32_t node = 0; place != NOTHING && node < trees->nodes.length;
       node++) {
    const SyntaxNode* const item = node_at(finding, node);
    if (item->relation != REL_ADVMOD || !att_slice_is(item->lemma, "here")) {
      continue;
    }
    const uint32_t event = finding->events->of_node[item->head];
    if (event != NOTHING) {
      TRY(att_event_role(finding, event_at(finding, event),
                         (Role){ finding->terms->place, place, node, false,
                                 false }));
    }
  }
  return ATT_OK;
}

static AttStatus
matter_add(Finding* finding, Event* event, const SectorHit* hit) {
  return att_event_matter(finding, event,
                          (Matter){
                            hit->concept, { hit->first, hit->end }, false });
}

/* Whether the words of `hit` are what evokes `event`: "investment". */
static bool
is_trigger(const Event* event, const SectorHit* hit) {
  for (size_t i = 0; i < event->triggers.length; i++) {
    const Tokenspan span = event->triggers.items[i];
    if (span.first < hit->end && hit->first < span.end) {
      return true;
    }
  }
  return false;
}

/* Whether a sector's phrase is part of somebody's or something's name. */
static bool
is_in_name(const Finding* finding, const SectorHit* hit) {
  const Mentions* const mentions = finding->reading->mentions;
  const uint32_t cover = mentions->at[hit->first];
  return cover != NOTHING &&
         mentions->items.items[cover].form != FORM_NOMINAL &&
         mentions->items.items[cover].form != FORM_EVENT;
}

/* Whether the event's class is the sector: an investment is not "in"
 * investment. */
static bool
is_own_class(const Finding* finding, const Event* event, const SectorHit* hit) {
  const Ontology* const ontology = finding->reading->ontology;
  const Slice class = ontology->terms.items[event->class].label;
  return att_slice_starts(ontology->concepts.items[hit->concept].label, class);
}

/* The nearest event is in or about the sector. */
static AttStatus
nearest_attach(Finding* finding, const SectorHit* hit) {
  const uint32_t node = span_node(finding, (Tokenspan){ hit->first, hit->end });
  const uint32_t nearest = event_above(finding, node);
  if (nearest == NOTHING ||
      (is_trigger(event_at(finding, nearest), hit) &&
       is_own_class(finding, event_at(finding, nearest), hit))) {
    return ATT_OK;
  }
  return matter_add(finding, event_at(finding, nearest), hit);
}

/* A statement is about what its words name. */
static AttStatus
content_attach(Finding* finding, Event* event) {
  const Reading* const reading = finding->reading;
  const Tokenspan content = event->content;
  for (size_t i = 0;
       content.end > content.first && i < reading->shapes->sectors.length;
       i++) {
    const SectorHit* const hit = &reading->shapes->sectors.items[i];
    if (hit->first >= content.first && hit->end <= content.end &&
        !is_in_name(finding, hit)) {
      TRY(matter_add(finding, event, hit));
    }
  }
  return ATT_OK;
}

static AttStatus
sectors_attach(Finding* finding) {
  const Shapes* const shapes = finding->reading->shapes;
  for (size_t i = 0; i < shapes->sectors.length; i++) {
    if (!is_in_name(finding, &shapes->sectors.items[i])) {
      TRY(nearest_attach(finding, &shapes->sectors.items[i]));
    }
  }
  for (uint32_t i = 0; i < finding->events->items.length; i++) {
    TRY(content_attach(finding, event_at(finding, i)));
  }
  return ATT_OK;
}

/* "the visiting minister": visits where the dateline says, unless that is
 * the minister's own state. */
static AttStatus
destination_attach(Finding* finding, Event* event) {
  const Terms* const terms = finding->terms;
  const Entities* const entities = finding->entities;
  const uint32_t state = entities->dateline == NOTHING
                           ? NOTHING
                           : entities->items.items[entities->dateline].state;
  if (node_at(finding, event->node)->relation != REL_AMOD || state == NOTHING ||
      !att_event_takes(finding, event, terms->destination) ||
      att_event_has(event, terms->destination) ||
      att_event_has(event, terms->place)) {
    return ATT_OK;
  }
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const role = &event->roles.items[i];
    if (!role->event && entities->items.items[role->filler].state == state) {
      return ATT_OK;
    }
  }
  return att_event_role(finding, event,
                        (Role){ terms->destination, state, event->node, false,
                                true });
}

AttStatus
att_events_circumstances(Finding* finding) {
  TRY(times_attach(finding));
  times_share(finding);
  TRY(places_attach(finding));
  TRY(here_attach(finding));
  for (uint32_t i = 0; i < finding->events->items.length; i++) {
    TRY(destination_attach(finding, event_at(finding, i)));
  }
  return sectors_attach(finding);
}
