/* Voices: who "I" and "we" are. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"

/* A byline is at most so long, and stands in one of the first paragraphs. */
#define BYLINE_LENGTH 24
#define BYLINE_SENTENCES 6

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

/* The statement whose quoted words hold `token`, or NOTHING. */
static uint32_t
quotation_of(const Finding* finding, uint32_t token) {
  const Events* const events = finding->events;
  for (uint32_t i = 0; i < events->items.length; i++) {
    const Event* const event = &events->items.items[i];
    if (event->quoted && token >= event->content.first &&
        token < event->content.end) {
      return i;
    }
  }
  return NOTHING;
}

static bool
has_verb(const Finding* finding, Sentence span) {
  const Node* const tags = finding->reading->document->tags;
  for (uint32_t i = span.first; i < span.end; i++) {
    if (tags[i].upos == UPOS_VERB || tags[i].upos == UPOS_AUX) {
      return true;
    }
  }
  return false;
}

/* "Anna Berg, Foreign Minister": who signs the article, or NOTHING. */
static uint32_t
byline_find(const Finding* finding) {
  const Reading* const reading = finding->reading;
  const Document* const document = reading->document;
  for (uint32_t i = 0;
       i < document->tokens.sentences.length && i < BYLINE_SENTENCES; i++) {
    const Sentence span = document->tokens.sentences.items[i];
    const uint32_t mention = reading->mentions->at[span.first];
    const uint32_t entity =
      mention == NOTHING ? NOTHING : finding->entities->of_mention[mention];
    if (entity != NOTHING && !att_document_is_title(document, i) &&
        finding->entities->items.items[entity].kind == ENTITY_PERSON &&
        span.end - span.first <= BYLINE_LENGTH && !has_verb(finding, span)) {
      return entity;
    }
  }
  return NOTHING;
}

/* The first statement to the press, whose speakers the article is by, or
 * NOTHING. */
static uint32_t
press_statement(const Finding* finding) {
  const Events* const events = finding->events;
  for (uint32_t i = 0; i < events->items.length; i++) {
    const Event* const event = &events->items.items[i];
    if (event->class == finding->terms->press &&
        !att_document_is_title(finding->reading->document,
                               node_at(finding, event->node)->sentence)) {
      return i;
    }
  }
  return NOTHING;
}

/* "We have signed the treaty": somebody who acts for a state means the state;
 * "I" and "we condemn" are the speaker's own. */
static uint32_t
meant_by(const Finding* finding, const Event* event, const Role* role,
         uint32_t speaker) {
  const Slice lemma = node_at(finding, role->node)->lemma;
  const Entity* const entity = &finding->entities->items.items[speaker];
  const bool plural = att_slice_is(lemma, "we") || att_slice_is(lemma, "us");
  return plural && !att_event_is_statement(finding, event) &&
             entity->kind == ENTITY_PERSON && entity->state != NOTHING
           ? entity->state
           : speaker;
}

static AttStatus
speakers_take(Finding* finding, Event* event, const Role* role,
              uint32_t statement) {
  const Event* const source = &finding->events->items.items[statement];
  for (size_t i = 0; source != event && i < source->roles.length; i++) {
    const Role* const speaker = &source->roles.items[i];
    if (speaker->property == finding->terms->speaker && !speaker->event &&
        speaker->filler != finding->entities->voice) {
      TRY(
        att_event_role(finding, event,
                       (Role){ role->property,
                               meant_by(finding, event, role, speaker->filler),
                               role->node, false, true }));
    }
  }
  return ATT_OK;
}

/* The roles that "I" or "we" fill in `event` pass to who speaks there: in a
 * quotation its speaker, else whoever the article is by. */
static AttStatus
roles_pass(Finding* finding, Event* event, uint32_t press, uint32_t byline) {
  const size_t count = event->roles.length;
  for (size_t i = 0; i < count; i++) {
    const Role role = event->roles.items[i];
    if (role.event || role.filler != finding->entities->voice) {
      continue;
    }
    const uint32_t quotation =
      quotation_of(finding, node_at(finding, role.node)->first);
    const uint32_t source = quotation != NOTHING ? quotation : press;
    if (source != NOTHING) {
      TRY(speakers_take(finding, event, &role, source));
    } else if (byline != NOTHING) {
      TRY(att_event_role(finding, event,
                         (Role){ role.property, byline, role.node, false,
                                 true }));
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role role = event->roles.items[i];
    if (role.event || role.filler != finding->entities->voice) {
      event->roles.items[kept++] = role;
    }
  }
  event->roles.length = kept;
  return ATT_OK;
}

AttStatus
att_events_voices(Finding* finding) {
  if (finding->entities->voice == NOTHING) {
    return ATT_OK;
  }
  const uint32_t press = press_statement(finding);
  const uint32_t byline = byline_find(finding);
  for (uint32_t i = 0; i < finding->events->items.length; i++) {
    TRY(roles_pass(finding, &finding->events->items.items[i], press, byline));
  }
  return ATT_OK;
}
