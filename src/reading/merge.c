/* Merging: several mentions of one event become one. */
/* SPDX-License-Identifier: MIT */
#include "reading/same.h"

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

/* Drops the unnamed groups of `event` for whose states others act. */
static void
groups_drop(const Finding* finding, Event* event) {
  size_t kept = 0;
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role role = event->roles.items[i];
    if (role.event || !att_event_is_participation(finding, &role) ||
        finding->entities->items.items[role.filler].kind != ENTITY_GROUP ||
        !att_event_is_represented(finding, &role, event)) {
      event->roles.items[kept++] = role;
    }
  }
  event->roles.length = kept;
}

static AttStatus
event_join(Finding* finding, uint32_t into, uint32_t from) {
  Event* const target = &finding->events->items.items[into];
  Event* const source = &finding->events->items.items[from];
  source->same_as = into;
  for (size_t i = 0; i < source->triggers.length; i++) {
    TRY(
      LIST_PUSH(finding->arena, &target->triggers, source->triggers.items[i]));
  }
  for (size_t i = 0; i < source->roles.length; i++) {
    TRY(att_event_role(finding, target, source->roles.items[i]));
  }
  for (size_t i = 0; i < source->matters.length; i++) {
    TRY(att_event_matter(finding, target, source->matters.items[i]));
  }
  if (target->time == NOTHING) {
    target->time = source->time;
    target->future = source->future;
  }
  if (source->stated && !target->stated &&
      node_at(finding, source->node)->upos == UPOS_VERB) {
    target->factuality = source->factuality;
    target->future = source->future;
    target->stated = true;
  }
  if (target->content.end == target->content.first ||
      (source->quoted && !target->quoted)) {
    target->content = source->content;
    target->quoted = source->quoted;
  }
  return ATT_OK;
}

/* Joins a quotation and the statement made in it, `inner`, which tells the
 * kind. */
static AttStatus
quotation_join(Finding* finding, uint32_t into, uint32_t from, uint32_t inner) {
  const Terms* const terms = finding->terms;
  Event* const target = &finding->events->items.items[into];
  const Event made = finding->events->items.items[inner];
  const Event told = finding->events->items.items[inner == into ? from : into];
  const bool neutral =
    told.class == terms->quotation || told.class == terms->indirect;
  TRY(event_join(finding, into, from));
  target->class =
    neutral && made.class != terms->indirect ? made.class : told.class;
  target->factuality = told.factuality;
  target->future = told.future;
  return ATT_OK;
}

/* The words of the body come before the headline's. */
static void
primary_choose(const Finding* finding, Event* event) {
  const Document* const document = finding->reading->document;
  for (size_t i = 0; i < event->triggers.length; i++) {
    const Tokenspan span = event->triggers.items[i];
    if (!att_document_is_title(document, document->sentence_of[span.first])) {
      event->triggers.items[i] = event->triggers.items[0];
      event->triggers.items[0] = span;
      break;
    }
  }
}

/* Roles that events fill are filled by what those became, each once. */
static void
fillers_follow(Events* events, Event* event) {
  size_t kept = 0;
  for (size_t i = 0; i < event->roles.length; i++) {
    Role role = event->roles.items[i];
    while (role.event &&
           events->items.items[role.filler].same_as != role.filler) {
      role.filler = events->items.items[role.filler].same_as;
    }
    bool known = false;
    for (size_t j = 0; role.event && j < kept && !known; j++) {
      const Role* const other = &event->roles.items[j];
      known = other->event && other->property == role.property &&
              other->filler == role.filler;
    }
    if (!known) {
      event->roles.items[kept++] = role;
    }
  }
  event->roles.length = kept;
}

/* How many events back a mention is looked for, and among how many first ones,
 * which are the headline's: no article but a hostile one has more, and what
 * reading costs must grow with the text, not with its square. */
#define PAST_LATEST 512
#define PAST_FIRST 64

/* The events so far that are no mentions of others. */
typedef struct Past {
  uint32_t* items;
  size_t length;
} Past;

/* The latest of the past events `begin` up to `end` of which `id` is another
 * mention, or NOTHING; `told`: one that says who took part. */
static uint32_t
same_among(const Finding* finding, uint32_t id, const uint32_t* begin,
           const uint32_t* end, bool told) {
  const Events* const events = finding->events;
  while (end-- > begin) {
    const Event* const earlier = &events->items.items[*end];
    if ((!told || earlier->roles.length > 0) &&
        att_event_is_same(finding, earlier, &events->items.items[id])) {
      return *end;
    }
  }
  return NOTHING;
}

static uint32_t
same_before(const Finding* finding, const Past* past, uint32_t id, bool told) {
  const size_t latest =
    past->length > PAST_LATEST ? past->length - PAST_LATEST : 0;
  const size_t first = latest < PAST_FIRST ? latest : PAST_FIRST;
  const uint32_t same = same_among(finding, id, past->items + latest,
                                   past->items + past->length, told);
  return same != NOTHING
           ? same
           : same_among(finding, id, past->items, past->items + first, told);
}

/* Joins the mention `id` to the past event it is of, if there is one. */
static AttStatus
event_merge(Finding* finding, Past* past, uint32_t id) {
  Event* const events = finding->events->items.items;
  uint32_t same =
    att_event_takes(finding, &events[id], finding->terms->principal)
      ? same_before(finding, past, id, true)
      : NOTHING;
  same = same == NOTHING ? same_before(finding, past, id, false) : same;
  if (same == NOTHING) {
    past->items[past->length++] = id;
    return ATT_OK;
  }
  TRY(att_event_is_said_in(finding, &events[same], &events[id])
        ? quotation_join(finding, same, id, id)
      : att_event_is_said_in(finding, &events[id], &events[same])
        ? quotation_join(finding, same, id, same)
        : event_join(finding, same, id));
  if (att_event_is_title(finding, &events[same])) {
    groups_drop(finding, &events[same]);
  }
  return ATT_OK;
}

AttStatus
att_events_merge(Finding* finding) {
  Events* const events = finding->events;
  Past past = { 0 };
  TRY(att_arena_alloc(finding->arena, events->items.length * sizeof *past.items,
                      &past.items));
  for (uint32_t i = 0; i < events->items.length; i++) {
    TRY(event_merge(finding, &past, i));
  }
  for (size_t i = 0; i < events->items.length; i++) {
    fillers_follow(events, &events->items.items[i]);
    primary_choose(finding, &events->items.items[i]);
  }
  return ATT_OK;
}

/* Whether an event says who, when or where; a statement, who; a quotation,
 * its words. */
static bool
is_kept(const Finding* finding, const Event* event) {
  if (att_term_is_a(finding->reading->ontology, event->class,
                    finding->terms->statement)) {
    if (event->class == finding->terms->quotation && !event->quoted) {
      return false;
    }
    return att_event_has(event, finding->terms->speaker);
  }
  for (size_t i = 0; i < event->roles.length; i++) {
    if (!event->roles.items[i].event) {
      return true;
    }
  }
  return att_event_date(finding->events, event).year != 0;
}

void
att_events_prune(Finding* finding) {
  Events* const events = finding->events;
  for (uint32_t i = 0; i < events->items.length; i++) {
    Event* const event = &events->items.items[i];
    if (event->same_as == i && !is_kept(finding, event)) {
      event->same_as = NOTHING;
    }
  }
}
