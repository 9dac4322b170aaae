/* Events: what the text says happened, was said, agreed, planned or denied. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_EVENT_H
#define ATTACHE_READING_EVENT_H

#include "reading/argument.h"
#include "reading/terms.h"
#include "reading/time.h"

/** Tokens `first` up to `end`. */
typedef struct Tokenspan {
  uint32_t first;
  uint32_t end;
} Tokenspan;

/** Who or what takes part, and how. */
typedef struct Role {
  uint32_t property; /**< A term. */
  uint32_t filler;   /**< An entity, or an event. */
  uint32_t node;     /**< The node that shows it. */
  bool event;        /**< `filler` is an event. */
  bool inferred;     /**< Known from the context, not said here. */
} Role;

/** A sector or topic of an event. */
typedef struct Matter {
  uint32_t concept;
  Tokenspan span; /**< The words that name it. */
  bool inferred;  /**< Known from the context, not said here. */
} Matter;

typedef struct Event {
  uint32_t class; /**< A term. */
  uint32_t frame; /**< In Ontology.frames. */
  uint32_t node;  /**< The trigger's. */
  uint32_t noun;  /**< The node of the noun that names it, or NOTHING. */
  LIST(Tokenspan) triggers; /**< The primary one first. */
  LIST(Role) roles;
  LIST(Matter) matters;
  uint32_t factuality; /**< A term. */
  uint32_t time;       /**< In Events.times, or NOTHING. */
  bool stated;         /**< The text's own words give the factuality. */
  bool future;         /**< It is yet to come, if at all. */
  Tokenspan content;   /**< The words said; empty if there are none. */
  bool quoted;         /**< They are quoted. */
  Slice verb;          /**< Lemma of the reporting word. */
  uint32_t same_as;    /**< The earlier event that it is, or itself; NOTHING:
                            it says too little to be kept. */
} Event;

typedef struct Events {
  LIST(Event) items; /**< In text order; those with same_as are dropped. */
  Times times;
  bool* future;      /**< [time]: its future reading is meant. */
  uint32_t* of_node; /**< [node]: the event it triggers, or NOTHING. */
} Events;

/** What finding events reads and fills. */
typedef struct Finding {
  Arena* arena;
  const Reading* reading;
  const Terms* terms;
  const Entities* entities;
  Events* events;
} Finding;

AttStatus
att_events_find(Arena* arena, const Reading* reading, const Terms* terms,
                const Entities* entities, Matcher* matcher, Events* out);

/** When the event is, as its time is meant; all zero if nothing says. */
Date
att_event_date(const Events* events, const Event* event);

/** Adds a role unless the event has it. */
AttStatus
att_event_role(Finding* finding, Event* event, Role role);

/** Whether something of kind `kind` may fill `property`: its range says. */
bool
att_event_fits(const Finding* finding, uint32_t property, EntityKind kind);

/** Fills `property` with what `node` refers to, as far as the role's range
 * allows; a place that does not fit is where the event is. */
AttStatus
att_event_fill(Finding* finding, Event* event, uint32_t property, uint32_t node,
               bool inferred);

/** Whether what the event is about are topics: agents discuss or say it. What
 * they do is in sectors. */
bool
att_event_has_topics(const Ontology* ontology, const Terms* terms,
                     const Event* event);

/** Adds a sector or topic unless the event has it, or is no talk and the
 * concept is only talked about. */
AttStatus
att_event_matter(Finding* finding, Event* event, Matter matter);

/** Whether the event has a filler in `property`. */
bool
att_event_has(const Event* event, uint32_t property);

/** Whether the event's frame has the role `property`. */
bool
att_event_takes(const Finding* finding, const Event* event, uint32_t property);

bool
att_event_is_statement(const Finding* finding, const Event* event);

/** Evokes events by the frames' words. */
AttStatus
att_events_evoke(Finding* finding);

/** Mends who says what participles report. */
AttStatus
att_events_speakers(Finding* finding);

/** Sets what is said, and by which kind of statement. */
AttStatus
att_events_content(Finding* finding);

/** Finds who "I" and "we" are that take part. */
AttStatus
att_events_voices(Finding* finding);

/** Sets factuality, dates, places, sectors and topics. */
AttStatus
att_events_factuality(Finding* finding);
AttStatus
att_events_circumstances(Finding* finding);

/** Joins mentions of one event, and links events with each other. */
AttStatus
att_events_merge(Finding* finding);
AttStatus
att_events_relate(Finding* finding);

/** Gives statements and meetings that name no topic what the text tells
 * elsewhere. */
AttStatus
att_events_topics(Finding* finding);

/** Drops events that say too little. */
void
att_events_prune(Finding* finding);

#endif
