/* Sameness: whether two mentions tell of one event. */
/* SPDX-License-Identifier: MIT */
#include "reading/same.h"

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

bool
att_event_is_title(const Finding* finding, const Event* event) {
  return att_document_is_title(finding->reading->document,
                               node_at(finding, event->node)->sentence);
}

/* "the meeting", "this attack", "their talks": not a new one. */
static bool
is_given(const Finding* finding, const Event* event) {
  const Trees* const trees = finding->reading->trees;
  return event->noun != NOTHING &&
         (att_trees_definite(trees, event->noun) ||
          (att_trees_child(trees, event->noun, REL_DET) == NOTHING &&
           att_trees_child(trees, event->noun, REL_NMOD_POSS) != NOTHING));
}

static bool
has_filler(const Event* event, uint32_t property, uint32_t filler) {
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const role = &event->roles.items[i];
    if (!role->event && role->filler == filler &&
        (property == ONTOLOGY_NONE || role->property == property)) {
      return true;
    }
  }
  return false;
}

/* How the participants of two events compare. */
typedef struct Overlap {
  size_t shared; /* participants of the one that are the other's too */
  size_t left;   /* participants of the one */
  size_t right;  /* participants of the other */
  bool clash;    /* one role, filled in both, by nobody in common */
} Overlap;

bool
att_event_is_participation(const Finding* finding, const Role* role) {
  return !role->event && role->property != finding->terms->place;
}

/* Whether `event` says itself who fills `property`. */
static bool
is_told(const Event* event, uint32_t property) {
  for (size_t i = 0; i < event->roles.length; i++) {
    if (event->roles.items[i].property == property &&
        !event->roles.items[i].inferred) {
      return true;
    }
  }
  return false;
}

/* Whether both fill `property`, and share no filler. */
static bool
property_clashes(const Event* left, const Event* right, uint32_t property) {
  bool shared = false;
  for (size_t i = 0; i < left->roles.length; i++) {
    const Role* const role = &left->roles.items[i];
    shared = shared || (role->property == property &&
                        has_filler(right, property, role->filler));
  }
  return att_event_has(right, property) && !shared;
}

/* Whether both tell who suffered, and not the same: whose thing suffered is no
 * contradiction to who did. */
static bool
victims_clash(const Finding* finding, const Event* left, const Event* right,
              uint32_t property) {
  return property_clashes(left, right, property) &&
         ((property != finding->terms->victim &&
           property != finding->terms->target) ||
          (is_told(left, property) && is_told(right, property)));
}

/* Whether a place of `left` lies in a state that is one of `right`. */
static bool
is_inside(const Finding* finding, const Event* left, const Event* right) {
  const uint32_t place = finding->terms->place;
  for (size_t i = 0; i < left->roles.length; i++) {
    const Role* const role = &left->roles.items[i];
    if (role->property == place &&
        has_filler(right, place,
                   finding->entities->items.items[role->filler].state)) {
      return true;
    }
  }
  return false;
}

/* Whether both say where, and not the same. */
static bool
places_clash(const Finding* finding, const Event* left, const Event* right) {
  return att_event_has(left, finding->terms->place) &&
         property_clashes(left, right, finding->terms->place) &&
         !is_inside(finding, left, right) && !is_inside(finding, right, left);
}

static Overlap
overlap_of(const Finding* finding, const Event* left, const Event* right) {
  Overlap overlap = { 0 };
  for (size_t i = 0; i < left->roles.length; i++) {
    const Role* const role = &left->roles.items[i];
    if (att_event_is_participation(finding, role)) {
      overlap.left++;
      overlap.shared += has_filler(right, ONTOLOGY_NONE, role->filler);
      overlap.clash =
        overlap.clash || victims_clash(finding, left, right, role->property);
    }
  }
  for (size_t i = 0; i < right->roles.length; i++) {
    overlap.right +=
      att_event_is_participation(finding, &right->roles.items[i]);
  }
  return overlap;
}

static bool
dates_clash(Date left, Date right) {
  return left.year != 0 && right.year != 0 &&
         (left.year != right.year ||
          (left.month != 0 && right.month != 0 &&
           (left.month != right.month ||
            (left.day != 0 && right.day != 0 && left.day != right.day))));
}

/* What is discussed is so at whatever meeting, call or visit is told of. */
static bool
is_part(const Finding* finding, const Event* earlier, const Event* later) {
  return later->class == finding->terms->discussion &&
         att_event_takes(finding, earlier, finding->terms->principal);
}

/* "the talks", of nobody named: what kind they are, an earlier mention says. */
static bool
may_also_be(const Finding* finding, const Event* later, uint32_t class) {
  const Frames* const frames = &finding->reading->ontology->frames;
  const FrameWords* const words = att_frames_find(frames, later->verb);
  if (later->noun == NOTHING || later->roles.length > 0) {
    return false;
  }
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    if (words->items[i].noun && words->items[i].rest_count == 0 &&
        frames->items.items[words->items[i].frame].evokes == class) {
      return true;
    }
  }
  return false;
}

/* Whether two events may be one at all. */
static bool
may_be_same(const Finding* finding, const Event* earlier, const Event* later,
            bool title) {
  const Terms* const terms = finding->terms;
  const bool statement =
    att_term_is_a(finding->reading->ontology, later->class, terms->statement);
  return (earlier->class == later->class || is_part(finding, earlier, later) ||
          att_term_is_a(finding->reading->ontology, earlier->class,
                        later->class) ||
          may_also_be(finding, later, earlier->class)) &&
         (!statement || title || later->class == terms->press) &&
         !places_clash(finding, earlier, later) &&
         !dates_clash(att_event_date(finding->events, earlier),
                      att_event_date(finding->events, later));
}

/* Whether the headline's event awaits the body's, or the other way about. */
static bool
is_headline_pair(const Finding* finding, const Event* earlier,
                 const Event* later) {
  const bool open =
    earlier->triggers.length <= 2 ||
    att_event_is_title(finding, earlier) == att_event_is_title(finding, later);
  return open && (att_event_is_title(finding, earlier) ||
                  att_event_is_title(finding, later));
}

/* Whether the text names the event by a noun in `sentence`. */
static bool
is_named_in(const Finding* finding, const Event* event, uint32_t sentence) {
  const Document* const document = finding->reading->document;
  for (size_t i = 0; event->noun != NOTHING && i < event->triggers.length;
       i++) {
    const uint32_t token = event->triggers.items[i].first;
    if (document->sentence_of[token] == sentence &&
        document->tags[token].upos == UPOS_NOUN) {
      return true;
    }
  }
  return false;
}

/* "attacks in which 20 people were killed": the clause tells more of the noun
 * before it. */
static bool
is_relative(const Finding* finding, const Event* earlier, const Event* later) {
  const SyntaxNode* const clause = node_at(finding, later->node);
  return clause->relation == REL_ACL_RELCL &&
         is_named_in(finding, earlier, clause->sentence) &&
         att_trees_child(finding->reading->trees, later->node,
                         REL_NSUBJ_PASS) != NOTHING;
}

/* Whether somebody in `event` acts in `role`'s part for its filler's state:
 * "Norwegian minister" is Anna Berg of Norway. */
bool
att_event_is_represented(const Finding* finding, const Role* role,
                         const Event* event) {
  const Entities* const entities = finding->entities;
  const Entity* const filler = &entities->items.items[role->filler];
  if (filler->state == NOTHING ||
      (filler->kind != ENTITY_GROUP && filler->kind != ENTITY_STATE)) {
    return false;
  }
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const other = &event->roles.items[i];
    if (!other->event && other->property == role->property &&
        entities->items.items[other->filler].kind != ENTITY_GROUP &&
        entities->items.items[other->filler].state == filler->state) {
      return true;
    }
  }
  return false;
}

/* Whether all that the headline's event names is told by `body` in full. */
static bool
is_all_represented(const Finding* finding, const Event* headline,
                   const Event* body) {
  size_t count = 0;
  for (size_t i = 0; i < headline->roles.length; i++) {
    const Role* const role = &headline->roles.items[i];
    if (!att_event_is_participation(finding, role)) {
      continue;
    }
    count++;
    if (!att_event_is_represented(finding, role, body) &&
        !has_filler(body, role->property, role->filler)) {
      return false;
    }
  }
  return count > 0;
}

/* "We condemn the attack," he said: one statement of one speaker. */
bool
att_event_is_said_in(const Finding* finding, const Event* outer,
                     const Event* inner) {
  const uint32_t token = node_at(finding, inner->node)->first;
  const uint32_t speaker = finding->terms->speaker;
  return outer->quoted && !inner->quoted &&
         inner->factuality == finding->terms->actual &&
         token >= outer->content.first && token < outer->content.end &&
         att_event_is_statement(finding, inner) &&
         att_event_is_statement(finding, outer) &&
         att_event_has(inner, speaker) &&
         !property_clashes(inner, outer, speaker);
}

/* "the visiting minister": an event told of in passing. */
static bool
is_attribute(const Finding* finding, const Event* event) {
  return node_at(finding, event->node)->relation == REL_AMOD;
}

/* Whether the event is of the days the article is of, or of no day. */
static bool
is_recent(const Finding* finding, const Event* event) {
  const Date date = att_event_date(finding->events, event);
  const Date today = finding->reading->document->text->reference;
  return date.year == 0 || (date.year == today.year && date.month != 0 &&
                            date.month + 1 >= today.month);
}

/* "This was a cowardly attack": what a pronoun is said to be has been told. */
static bool
is_said_of_pronoun(const Finding* finding, const Event* event) {
  const Trees* const trees = finding->reading->trees;
  const uint32_t subject = att_trees_child(trees, event->node, REL_NSUBJ);
  return event->noun == event->node && subject != NOTHING &&
         node_at(finding, subject)->upos == UPOS_PRON &&
         finding->entities->of_node[subject].count == 0 &&
         att_trees_child(trees, event->node, REL_COP) != NOTHING;
}

/* Whether `later` is another mention of `earlier`. */
bool
att_event_is_same(const Finding* finding, const Event* earlier,
                  const Event* later) {
  if (att_event_is_said_in(finding, earlier, later) ||
      att_event_is_said_in(finding, later, earlier)) {
    return true;
  }
  const bool title = is_headline_pair(finding, earlier, later);
  if (!may_be_same(finding, earlier, later, title)) {
    return false;
  }
  const Overlap overlap = overlap_of(finding, earlier, later);
  const bool definite = is_given(finding, later);
  if (is_said_of_pronoun(finding, later)) {
    return true;
  }
  if (is_relative(finding, earlier, later)) {
    return !overlap.clash;
  }
  if (overlap.left == 0 || overlap.right == 0) {
    return title || (definite && (overlap.right < 2 ||
                                  !att_event_takes(finding, later,
                                                   finding->terms->principal)));
  }
  if ((title || definite) && !att_event_is_statement(finding, later) &&
      (is_all_represented(finding, earlier, later) ||
       is_all_represented(finding, later, earlier))) {
    return true;
  }
  if (title || definite) {
    return !overlap.clash && (overlap.shared > 0 || definite);
  }
  if (later->class == finding->terms->discussion) {
    return overlap.shared > 0 && !overlap.clash;
  }
  if (is_attribute(finding, earlier) || is_attribute(finding, later)) {
    return overlap.shared > 0 && !overlap.clash &&
           earlier->factuality == later->factuality &&
           is_recent(finding, earlier) && is_recent(finding, later);
  }
  const bool all_later = overlap.shared == overlap.right;
  const bool all_earlier = overlap.shared == overlap.left;
  const bool noun =
    later->noun != NOTHING || (earlier->noun != NOTHING && all_earlier);
  return earlier->factuality == later->factuality &&
         (all_later || all_earlier) && overlap.shared > 0 &&
         (noun || overlap.shared >= 2);
}
