/* Merging: several mentions of one event become one. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

static bool
is_title(const Finding* finding, const Event* event) {
  return att_document_is_title(finding->reading->document,
                               node_at(finding, event->node)->sentence);
}

/* "the meeting", "this attack", "their talks": not a new one. */
static bool
is_definite(const Finding* finding, const Event* event) {
  const uint32_t determiner =
    att_trees_child(finding->reading->trees, event->node, REL_DET);
  if (determiner == NOTHING) {
    return att_trees_child(finding->reading->trees, event->node,
                           REL_NMOD_POSS) != NOTHING;
  }
  const Slice lemma = node_at(finding, determiner)->lemma;
  return att_slice_is(lemma, "the") || att_slice_is(lemma, "this") ||
         att_slice_is(lemma, "these") || att_slice_is(lemma, "those") ||
         att_slice_is(lemma, "that");
}

static bool
has_filler(const Event* event, uint32_t filler) {
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const role = &event->roles.items[i];
    if (!role->event && role->filler == filler) {
      return true;
    }
  }
  return false;
}

/* Roles of `left` whose filler `right` has, and the number of its roles. */
static size_t
shared_roles(const Finding* finding, const Event* left, const Event* right,
             size_t* total) {
  size_t shared = 0;
  *total = 0;
  for (size_t i = 0; i < left->roles.length; i++) {
    const Role* const role = &left->roles.items[i];
    if (role->property == finding->terms->place || role->event) {
      continue;
    }
    *total += 1;
    shared += has_filler(right, role->filler);
  }
  return shared;
}

static Date
date_of(const Finding* finding, const Event* event) {
  if (event->time == NOTHING) {
    return (Date){ 0 };
  }
  const TimeExpression* const time =
    &finding->events->times.items[event->time];
  return event->future ? time->future : time->past;
}

static bool
dates_clash(Date left, Date right) {
  return left.year != 0 && right.year != 0 &&
         (left.year != right.year ||
          (left.month != 0 && right.month != 0 &&
           (left.month != right.month ||
            (left.day != 0 && right.day != 0 && left.day != right.day))));
}

/* Whether `later` may be another mention of `earlier`. */
static bool
is_same(const Finding* finding, const Event* earlier, const Event* later) {
  const Terms* const terms = finding->terms;
  const bool statement = att_term_is_a(finding->reading->ontology,
                                       later->class, terms->statement);
  const bool title = is_title(finding, earlier) || is_title(finding, later);
  if (earlier->class != later->class ||
      (statement && !title && later->class != terms->press) ||
      dates_clash(date_of(finding, earlier), date_of(finding, later)) ||
      ((earlier->factuality == terms->denied) !=
       (later->factuality == terms->denied))) {
    return false;
  }
  size_t early_roles = 0;
  size_t late_roles = 0;
  const size_t shared =
    shared_roles(finding, earlier, later, &early_roles);
  (void)shared_roles(finding, later, earlier, &late_roles);
  const bool subset = shared == early_roles || shared == late_roles;
  const bool noun = node_at(finding, later->node)->upos != UPOS_VERB;
  if (late_roles == 0 || early_roles == 0) {
    return title || (noun && is_definite(finding, later));
  }
  return shared > 0 && subset &&
         (title || noun ||
          node_at(finding, earlier->node)->upos != UPOS_VERB ||
          shared >= 2);
}

static AttStatus
event_join(Finding* finding, uint32_t into, uint32_t from) {
  Event* const target = &finding->events->items.items[into];
  Event* const source = &finding->events->items.items[from];
  source->same_as = into;
  for (size_t i = 0; i < source->triggers.length; i++) {
    TRY(LIST_PUSH(finding->arena, &target->triggers,
                  source->triggers.items[i]));
  }
  for (size_t i = 0; i < source->roles.length; i++) {
    TRY(att_event_role(finding, target, source->roles.items[i]));
  }
  for (size_t i = 0; i < source->matters.length; i++) {
    bool known = false;
    for (size_t j = 0; j < target->matters.length && !known; j++) {
      known = target->matters.items[j].concept ==
              source->matters.items[i].concept;
    }
    if (!known) {
      TRY(LIST_PUSH(finding->arena, &target->matters,
                    source->matters.items[i]));
    }
  }
  if (target->time == NOTHING) {
    target->time = source->time;
    target->future = source->future;
  }
  if (target->content.end == target->content.first) {
    target->content = source->content;
    target->quoted = source->quoted;
  }
  return ATT_OK;
}

/* The words of the body come before the headline's. */
static void
primary_choose(const Finding* finding, Event* event) {
  const Document* const document = finding->reading->document;
  for (size_t i = 0; i < event->triggers.length; i++) {
    const Tokenspan span = event->triggers.items[i];
    if (!att_document_is_title(document,
                               document->sentence_of[span.first])) {
      event->triggers.items[i] = event->triggers.items[0];
      event->triggers.items[0] = span;
      break;
    }
  }
}

AttStatus
att_events_merge(Finding* finding) {
  Events* const events = finding->events;
  for (uint32_t i = 0; i < events->items.length; i++) {
    for (uint32_t j = i; j > 0; j--) {
      const Event* const earlier = &events->items.items[j - 1];
      if (earlier->same_as == j - 1 &&
          is_same(finding, earlier, &events->items.items[i])) {
        TRY(event_join(finding, j - 1, i));
        break;
      }
    }
  }
  for (size_t i = 0; i < events->items.length; i++) {
    primary_choose(finding, &events->items.items[i]);
  }
  return ATT_OK;
}
