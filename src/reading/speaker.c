/* Speakers: who says what a participle reports. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

static bool
is_statement(const Finding* finding, uint32_t event) {
  return event != NOTHING &&
         att_term_is_a(finding->reading->ontology,
                       finding->events->items.items[event].class,
                       finding->terms->statement);
}

/* The topmost verb above `node` that evokes a statement, or NOTHING. */
static uint32_t
reporting_above(const Finding* finding, uint32_t node) {
  uint32_t found = NOTHING;
  for (uint32_t head = node_at(finding, node)->head; head != NOTHING;
       head = node_at(finding, head)->head) {
    if (node_at(finding, head)->upos == UPOS_VERB &&
        is_statement(finding, finding->events->of_node[head])) {
      found = head;
    }
  }
  return found;
}

/* Replaces the speakers of `event` by the subject of the verb `top`, if that
 * is somebody. */
static AttStatus
speakers_replace(Finding* finding, Event* event, uint32_t top) {
  const uint32_t speaker = finding->terms->speaker;
  Nodes nodes = { 0 };
  Event trial = { .frame = event->frame };
  TRY(att_subject_conjuncts(finding->arena, finding->reading->trees, top,
                            &nodes));
  for (size_t i = 0; i < nodes.length; i++) {
    TRY(att_event_fill(finding, &trial, speaker, nodes.items[i], false));
  }
  if (!att_event_has(&trial, speaker)) {
    return ATT_OK;
  }
  size_t kept = 0;
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role role = event->roles.items[i];
    if (role.property != speaker) {
      event->roles.items[kept++] = role;
    }
  }
  event->roles.length = kept;
  for (size_t i = 0; i < trial.roles.length; i++) {
    TRY(att_event_role(finding, event, trial.roles.items[i]));
  }
  return ATT_OK;
}

/* "underscored the importance of ties, condemning attacks": a participle that
 * reports goes on from the sentence's reporting verb, not from a clause that
 * the parser hung it on. */
AttStatus
att_events_speakers(Finding* finding) {
  for (uint32_t i = 0; i < finding->events->items.length; i++) {
    Event* const event = &finding->events->items.items[i];
    const SyntaxNode* const item = node_at(finding, event->node);
    if (item->xpos != XPOS_VBG || !is_statement(finding, i) ||
        (item->relation != REL_ADVCL && item->relation != REL_CONJ)) {
      continue;
    }
    const uint32_t top = reporting_above(finding, event->node);
    if (top != NOTHING) {
      TRY(speakers_replace(finding, event, top));
    }
  }
  return ATT_OK;
}
