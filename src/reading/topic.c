/* Topics: what events are about whose own words do not say. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"

/* So many events must be about a concept before a text is taken to be, and half
 * of those that are about anything. */
#define SUBJECT_LEAST 3

/* How often each concept is the matter of events. */
typedef struct Counts {
  uint32_t events; /* That have any matter. */
  uint32_t* of;    /* [concept] */
  Matter* first;   /* [concept]: the first that names it */
} Counts;

bool
att_event_has_topics(const Ontology* ontology, const Terms* terms,
                     const Event* event) {
  const Frame* const frame = &ontology->frames.items.items[event->frame];
  if (att_term_is_a(ontology, event->class, terms->statement)) {
    return true;
  }
  for (size_t i = 0; i < frame->role_count; i++) {
    if (frame->roles[i].role == terms->principal ||
        frame->roles[i].role == terms->actor) {
      return true;
    }
  }
  return false;
}

AttStatus
att_event_matter(Finding* finding, Event* event, Matter matter) {
  const Ontology* const ontology = finding->reading->ontology;
  if (ontology->concepts.items[matter.concept].topic_only &&
      !att_event_has_topics(ontology, finding->terms, event)) {
    return ATT_OK;
  }
  for (size_t i = 0; i < event->matters.length; i++) {
    if (event->matters.items[i].concept == matter.concept) {
      return ATT_OK;
    }
  }
  return LIST_PUSH(finding->arena, &event->matters, matter);
}

static Event*
event_at(const Finding* finding, uint32_t id) {
  return &finding->events->items.items[id];
}

static bool
is_statement(const Finding* finding, const Event* event) {
  return att_term_is_a(finding->reading->ontology, event->class,
                       finding->terms->statement);
}

static AttStatus
counts_make(const Finding* finding, Counts* out) {
  const size_t count = finding->reading->ontology->concepts.length;
  TRY(att_arena_alloc(finding->arena, count * sizeof *out->of, &out->of));
  TRY(att_arena_alloc(finding->arena, count * sizeof *out->first, &out->first));
  out->events = 0;
  memset(out->of, 0, count * sizeof *out->of);
  return ATT_OK;
}

static void
counts_add(Counts* counts, const Event* event) {
  counts->events += event->matters.length > 0;
  for (size_t i = 0; i < event->matters.length; i++) {
    const Matter matter = event->matters.items[i];
    if (counts->of[matter.concept]++ == 0) {
      counts->first[matter.concept] = matter;
    }
  }
}

/* The concept with the highest count, the one named first of several; it must
 * reach `least`, else NULL. */
static const Matter*
counts_top(const Finding* finding, const Counts* counts, uint32_t least) {
  const Matter* top = NULL;
  for (size_t i = 0; i < finding->reading->ontology->concepts.length; i++) {
    const Matter* const matter = &counts->first[i];
    if (counts->of[i] >= least &&
        (top == NULL || counts->of[i] > counts->of[top->concept] ||
         (counts->of[i] == counts->of[top->concept] &&
          matter->span.first < top->span.first))) {
      top = matter;
    }
  }
  return top;
}

static AttStatus
matter_infer(Finding* finding, Event* event, const Matter* matter) {
  Matter inferred = *matter;
  inferred.inferred = true;
  return att_event_matter(finding, event, inferred);
}

/* A meeting that names no topic was about what is said on its occasion. */
static AttStatus
meeting_hears(Finding* finding, uint32_t id) {
  const ArenaMark mark = att_arena_mark(finding->arena);
  Counts counts;
  TRY(counts_make(finding, &counts));
  for (uint32_t i = 0; i < finding->events->items.length; i++) {
    const Event* const event = event_at(finding, i);
    for (size_t j = 0; event->same_as == i && j < event->roles.length; j++) {
      const Role* const role = &event->roles.items[j];
      if (role->event && role->filler == id &&
          role->property == finding->terms->occasion) {
        counts_add(&counts, event);
      }
    }
  }
  const Matter* const top = counts_top(finding, &counts, 1);
  if (top == NULL) {
    att_arena_rewind(finding->arena, mark);
    return ATT_OK;
  }
  return matter_infer(finding, event_at(finding, id), top);
}

/* A statement that names no topic is about what the text is about. */
static AttStatus
statements_follow(Finding* finding) {
  Counts counts;
  TRY(counts_make(finding, &counts));
  for (uint32_t i = 0; i < finding->events->items.length; i++) {
    if (event_at(finding, i)->same_as == i) {
      counts_add(&counts, event_at(finding, i));
    }
  }
  const uint32_t half = (counts.events + 1) / 2;
  const Matter* const subject =
    counts_top(finding, &counts, half > SUBJECT_LEAST ? half : SUBJECT_LEAST);
  for (uint32_t i = 0; subject != NULL && i < finding->events->items.length;
       i++) {
    Event* const event = event_at(finding, i);
    if (event->same_as == i && event->matters.length == 0 &&
        is_statement(finding, event)) {
      TRY(matter_infer(finding, event, subject));
    }
  }
  return ATT_OK;
}

AttStatus
att_events_topics(Finding* finding) {
  for (uint32_t i = 0; i < finding->events->items.length; i++) {
    const Event* const event = event_at(finding, i);
    if (event->same_as == i && event->matters.length == 0 &&
        event->class == finding->terms->meeting) {
      TRY(meeting_hears(finding, i));
    }
  }
  return statements_follow(finding);
}
