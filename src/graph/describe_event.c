/* Describing events: their roles, time, place, matter and words. */
/* SPDX-License-Identifier: MIT */
#include "graph/describer.h"

static const Reading*
reading_of(const Describer* describer) {
  return describer->described->reading;
}

static Span
span_of(const Describer* describer, Tokenspan span) {
  return att_document_span(reading_of(describer)->document, span.first,
                           span.end);
}

static Span
node_span(const Describer* describer, uint32_t node) {
  const SyntaxNode* const item =
    &reading_of(describer)->trees->nodes.items[node];
  return span_of(describer, (Tokenspan){ item->first, item->end });
}

static AttStatus
event_mint(Describer* describer, uint32_t id) {
  const Event* const event = &describer->described->events->items.items[id];
  const Span span = span_of(describer, event->triggers.items[0]);
  Slice parts[] = { describer->key, SLICE("_"), { 0 } };
  TRY(att_describe_index(describer, span.begin, &parts[2]));
  Slice name;
  TRY(att_mint_join(describer->arena, parts, 3, &name));
  return att_describe_name(describer, "event", name, &describer->events[id]);
}

/* "meeting: Kari Nordmann, John Doe" */
static AttStatus
event_label(Describer* describer, const Event* event, TermId subject) {
  const Ontology* const ontology = reading_of(describer)->ontology;
  Slice parts[16] = { ontology->terms.items[event->class].label, { ": ", 2 } };
  size_t count = 1;
  for (size_t i = 0; i < event->roles.length && count + 2 < 16; i++) {
    const Role* const role = &event->roles.items[i];
    if (!role->event && role->property != describer->described->terms->place) {
      parts[count] = count == 1 ? SLICE(": ") : SLICE(", ");
      parts[count + 1] =
        describer->described->entities->items.items[role->filler].name;
      count += 2;
    }
  }
  Slice label;
  TermId object = 0;
  TRY(att_mint_join(describer->arena, parts, count, &label));
  TRY(att_describe_text(describer, label, &object));
  return att_describe_add(describer, subject, describer->outside[OUTSIDE_LABEL],
                          object);
}

static Evidence
evidence_of(const Describer* describer, const Event* event, uint32_t node,
            bool inferred) {
  Evidence evidence = { .count = 1,
                        .inferred = inferred,
                        .frame = event->frame };
  evidence.spans[0] = span_of(describer, event->triggers.items[0]);
  if (node != NOTHING && node != event->node) {
    evidence.spans[evidence.count++] = node_span(describer, node);
  }
  return evidence;
}

/* The state that a person serves, else the body of a post held, or NOTHING. */
static uint32_t
served_by(const Entities* entities, uint32_t person) {
  const uint32_t state = entities->items.items[person].state;
  for (size_t i = 0; state == NOTHING && i < entities->posts.length; i++) {
    const Post* const post = &entities->posts.items[i];
    if (post->person == person && !post->former &&
        post->organization != NOTHING) {
      return post->organization;
    }
  }
  return state;
}

/* Through persons that take part, whom they serve takes part. */
static AttStatus
principal_describe(Describer* describer, const Event* event, const Role* role,
                   TermId subject) {
  const Entities* const entities = describer->described->entities;
  if (role->event || role->property != describer->described->terms->principal ||
      entities->items.items[role->filler].kind != ENTITY_PERSON) {
    return ATT_OK;
  }
  const uint32_t served = served_by(entities, role->filler);
  const Evidence acting = evidence_of(describer, event, role->node, true);
  return served == NOTHING || describer->entities[served] == 0
           ? ATT_OK
           : att_describe_say(describer, subject, "onBehalfOf",
                              describer->entities[served], &acting);
}

static AttStatus
roles_describe(Describer* describer, const Event* event, TermId subject) {
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const role = &event->roles.items[i];
    const Evidence evidence =
      evidence_of(describer, event, role->node, role->inferred);
    const TermId object = role->event ? describer->events[role->filler]
                                      : describer->entities[role->filler];
    if (object == 0) {
      continue;
    }
    TRY(att_describe_say_term(describer, subject, role->property, object,
                              &evidence));
    TRY(principal_describe(describer, event, role, subject));
  }
  return ATT_OK;
}

static AttStatus
date_say(Describer* describer, TermId subject, const char* property, Date date,
         const Evidence* evidence) {
  if (date.year == 0) {
    return ATT_OK;
  }
  TermId object = 0;
  TRY(att_describe_date(describer, date, &object));
  return att_describe_say(describer, subject, property, object, evidence);
}

/* The days between which it happened; what has happened did so by the day the
 * article is of. */
static AttStatus
bounds_describe(Describer* describer, const Event* event, TermId subject,
                const Evidence* evidence) {
  Date earliest = { 0 };
  Date latest = { 0 };
  const Date today = reading_of(describer)->document->text->date;
  if (event->time != NOTHING) {
    const TimeExpression* const time =
      &describer->described->events->times.items[event->time];
    const Date date = att_event_date(describer->described->events, event);
    const bool bounded = time->earliest.year != 0 &&
                         !describer->described->events->future[event->time];
    if (bounded) {
      earliest = time->earliest;
      latest = time->latest;
    } else if (date.year != 0) {
      earliest = att_date_first_day(date);
      latest = att_date_last_day(date);
    }
  }
  if (latest.year == 0 &&
      event->factuality == describer->described->terms->actual) {
    latest = today;
  }
  TRY(date_say(describer, subject, "earliest", earliest, evidence));
  return date_say(describer, subject, "latest", latest, evidence);
}

static AttStatus
time_describe(Describer* describer, const Event* event, TermId subject) {
  Evidence evidence = evidence_of(describer, event, NOTHING, true);
  if (event->time == NOTHING) {
    return bounds_describe(describer, event, subject, &evidence);
  }
  const Text* const text = reading_of(describer)->document->text;
  const TimeExpression* const time =
    &describer->described->events->times.items[event->time];
  const Span span = { time->begin, time->end };
  evidence.spans[evidence.count++] = span;
  TermId object = 0;
  TRY(att_describe_text(describer, att_text_slice(text, span), &object));
  TRY(att_describe_say(describer, subject, "dateText", object, NULL));
  TRY(date_say(describer, subject, "date",
               att_event_date(describer->described->events, event), &evidence));
  return bounds_describe(describer, event, subject, &evidence);
}

static AttStatus
matters_describe(Describer* describer, const Event* event, TermId subject) {
  const Terms* const terms = describer->described->terms;
  const Ontology* const ontology = reading_of(describer)->ontology;
  const uint32_t property =
    att_event_has_topics(ontology, terms, event) ? terms->topic : terms->sector;
  for (size_t i = 0; i < event->matters.length; i++) {
    const Matter* const matter = &event->matters.items[i];
    Evidence evidence =
      evidence_of(describer, event, NOTHING, matter->inferred);
    evidence.spans[0] = span_of(describer, matter->span);
    TermId object = 0;
    TRY(att_graph_iri(describer->graph,
                      ontology->concepts.items[matter->concept].iri, &object));
    TRY(att_describe_say_term(describer, subject, property, object, &evidence));
  }
  return ATT_OK;
}

static AttStatus
content_describe(Describer* describer, const Event* event, TermId subject) {
  const Document* const document = reading_of(describer)->document;
  const Terms* const terms = describer->described->terms;
  if (!att_term_is_a(reading_of(describer)->ontology, event->class,
                     terms->statement)) {
    return ATT_OK;
  }
  TermId object = 0;
  TRY(att_graph_literal(describer->graph, event->verb, (Slice){ "", 0 },
                        &object));
  TRY(att_describe_say(describer, subject, "reportVerb", object, NULL));
  Span span = span_of(describer, event->triggers.items[0]);
  if (event->content.end > event->content.first) {
    span = span_of(describer, event->content);
  } else if (event->class != terms->quotation) {
    return ATT_OK;
  }
  const Evidence evidence = {
    .spans = { span }, .count = 1, .inferred = false, .frame = event->frame
  };
  TermId mention = 0;
  TRY(att_describe_text(describer, att_text_slice(document->text, span),
                        &object));
  TRY(att_describe_say(describer, subject, event->quoted ? "quote" : "content",
                       object, &evidence));
  TRY(att_describe_mention(describer, span, &mention));
  return mention == 0
           ? ATT_OK
           : att_describe_say(describer, subject, "contentAt", mention, NULL);
}

static AttStatus
triggers_describe(Describer* describer, const Event* event, TermId subject) {
  for (size_t i = 0; i < event->triggers.length; i++) {
    TermId mention = 0;
    TRY(att_describe_mention(describer,
                             span_of(describer, event->triggers.items[i]),
                             &mention));
    if (mention != 0) {
      TRY(att_describe_say(describer, subject, "trigger", mention, NULL));
      TRY(att_describe_say(describer, mention, "refersTo", subject, NULL));
    }
  }
  return ATT_OK;
}

static AttStatus
event_describe(Describer* describer, uint32_t id) {
  const Ontology* const ontology = reading_of(describer)->ontology;
  const Event* const event = &describer->described->events->items.items[id];
  const TermId subject = describer->events[id];
  const Evidence evidence = evidence_of(describer, event, NOTHING, false);
  TRY(att_describe_type(describer, subject, event->class));
  TRY(event_label(describer, event, subject));
  TermId object = 0;
  TRY(att_graph_iri(describer->graph,
                    ontology->terms.items[event->factuality].iri, &object));
  TRY(att_describe_say(describer, subject, "factuality", object, &evidence));
  TRY(att_describe_say(describer, subject, "reportedIn", describer->article,
                       NULL));
  TRY(triggers_describe(describer, event, subject));
  TRY(roles_describe(describer, event, subject));
  TRY(time_describe(describer, event, subject));
  TRY(matters_describe(describer, event, subject));
  return content_describe(describer, event, subject);
}

AttStatus
att_describe_events(Describer* describer) {
  const Events* const events = describer->described->events;
  for (uint32_t i = 0; i < events->items.length; i++) {
    if (events->items.items[i].same_as == i) {
      TRY(event_mint(describer, i));
    }
  }
  for (uint32_t i = 0; i < events->items.length; i++) {
    if (events->items.items[i].same_as == i) {
      TRY(event_describe(describer, i));
    }
  }
  return ATT_OK;
}
