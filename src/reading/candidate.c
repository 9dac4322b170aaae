/* Candidates: a frame at a word, with the roles it would fill there. */
/* SPDX-License-Identifier: MIT */
#include "reading/candidate.h"

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

/* "met yesterday", "called on Friday": no object or phrase of the verb,
 * whatever the parser says. */
static bool
is_time(const Finding* finding, uint32_t node) {
  const Document* const document = finding->reading->document;
  const uint32_t begin =
    document->tokens.items.items[node_at(finding, node)->first].begin;
  const Times* const times = &finding->events->times;
  size_t low = 0;
  size_t high = times->length;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (times->items[middle].end <= begin) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < times->length && times->items[low].begin <= begin;
}

/* A node within two steps below `node` whose lemma is `lemma`. */
static uint32_t
rest_find(const Finding* finding, uint32_t node, Slice lemma, int depth) {
  for (uint32_t child = node_at(finding, node)->child; child != NOTHING;
       child = node_at(finding, child)->next) {
    const SyntaxNode* const item = node_at(finding, child);
    if (item->relation == REL_CONJ || item->relation == REL_NSUBJ ||
        is_time(finding, child)) {
      continue;
    }
    if (att_slice_equals(item->lemma, lemma)) {
      return child;
    }
    if (depth > 0 && item->relation != REL_CCOMP &&
        item->relation != REL_ADVCL && item->relation != REL_ACL_RELCL) {
      const uint32_t below = rest_find(finding, child, lemma, depth - 1);
      if (below != NOTHING) {
        return below;
      }
    }
  }
  return NOTHING;
}

/* Whether the frame word's further lemmas hang below `node`. */
static bool
rest_matches(const Finding* finding, uint32_t node, Candidate* candidate) {
  const Frames* const frames = &finding->reading->ontology->frames;
  const FrameWord* const word = candidate->word;
  if (word->rest_count > FRAME_REST) {
    return false;
  }
  for (size_t i = 0; i < word->rest_count; i++) {
    candidate->rest[i] =
      rest_find(finding, node,
                att_intern_string(&frames->lemmas, word->rest[i]), 1);
    if (candidate->rest[i] == NOTHING) {
      return false;
    }
  }
  return true;
}

static bool
is_rest(const Candidate* candidate, uint32_t node) {
  for (size_t i = 0; i < candidate->word->rest_count; i++) {
    if (candidate->rest[i] == node) {
      return true;
    }
  }
  return false;
}

/* The noun among a frame word's further words, or NOTHING. */
static uint32_t
rest_noun(const Finding* finding, const Candidate* candidate) {
  for (size_t i = 0; i < candidate->word->rest_count; i++) {
    const uint8_t upos = node_at(finding, candidate->rest[i])->upos;
    if (upos == UPOS_NOUN || upos == UPOS_PROPN) {
      return candidate->rest[i];
    }
  }
  return NOTHING;
}

/* "the Jordan attacks" were in Jordan; "the Russian attacks" were Russia's. */
static bool
is_where_not_who(const Finding* finding, uint32_t role, uint32_t node) {
  const uint32_t mention = node_at(finding, node)->mention;
  const Mentions* const mentions = finding->reading->mentions;
  return role == finding->terms->perpetrator && mention != NOTHING &&
         mentions->items.items[mention].form == FORM_NAME &&
         mentions->items.items[mention].kind == ENTITY_STATE;
}

static AttStatus
role_fill(Finding* finding, Candidate* candidate, const FrameRole* role,
          uint32_t node) {
  const Frames* const frames = &finding->reading->ontology->frames;
  const Slice preposition =
    role->function == FUNCTION_PREPOSITION
      ? att_intern_string(&frames->lemmas, role->preposition)
      : (Slice){ "", 0 };
  Nodes nodes = { 0 };
  TRY(att_arguments_find(finding->arena, finding->reading->trees, node,
                         role->function, preposition, &nodes));
  for (size_t i = 0; i < candidate->word->rest_count &&
                     (role->function == FUNCTION_PREPOSITION ||
                      role->function == FUNCTION_POSSESSOR ||
                      role->function == FUNCTION_MODIFIER);
       i++) {
    TRY(att_arguments_find(finding->arena, finding->reading->trees,
                           candidate->rest[i], role->function, preposition,
                           &nodes));
  }
  const size_t before = candidate->event.roles.length;
  for (size_t i = 0; i < nodes.length; i++) {
    /* "summon ambassador": a word of the frame may still be somebody. */
    if (role->function == FUNCTION_OBJECT ||
        !is_rest(candidate, nodes.items[i])) {
      const uint32_t property =
        role->function == FUNCTION_MODIFIER &&
            is_where_not_who(finding, role->role, nodes.items[i])
          ? finding->terms->place
          : role->role;
      TRY(att_event_fill(finding, &candidate->event, property, nodes.items[i],
                         false));
    }
  }
  /* "met its fiscal target" */
  candidate->unfit =
    candidate->unfit ||
    (role->function == FUNCTION_OBJECT &&
     role->role == finding->terms->principal && nodes.length > 0 &&
     candidate->event.roles.length == before &&
     !is_time(finding, nodes.items[0]));
  return ATT_OK;
}

/* Whether a verb evokes an event by itself, so that it is no light verb. */
static bool
evokes_alone(const Finding* finding, uint32_t node) {
  const FrameWords* const words =
    att_frames_find(&finding->reading->ontology->frames,
                    node_at(finding, node)->lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    if (!words->items[i].noun && words->items[i].rest_count == 0) {
      return true;
    }
  }
  return false;
}

/* The surface subject of `verb` and its conjuncts fill `property`. */
static AttStatus
subject_fill(Finding* finding, Event* event, uint32_t property, uint32_t verb) {
  Nodes nodes = { 0 };
  TRY(att_subject_conjuncts(finding->arena, finding->reading->trees, verb,
                            &nodes));
  for (size_t i = 0; i < nodes.length; i++) {
    TRY(att_event_fill(finding, event, property, nodes.items[i], true));
  }
  return ATT_OK;
}

/* The verb that the noun at `node` goes with, or NOTHING: "paid a visit",
 * "spoke during a visit", "offered thanks in a meeting". */
static uint32_t
verb_over(const Finding* finding, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  const SyntaxNode* const item = node_at(finding, node);
  const Slice preposition = att_trees_case(trees, node);
  if (item->relation == REL_OBJ) {
    return evokes_alone(finding, item->head) ? NOTHING : item->head;
  }
  if (att_trees_definite(trees, node) ||
      att_slice_starts(preposition, SLICE("accord"))) {
    return NOTHING;
  }
  if (item->relation == REL_NMOD &&
      node_at(finding, item->head)->relation == REL_OBJ &&
      (att_slice_is(preposition, "in") || att_slice_is(preposition, "at") ||
       att_slice_is(preposition, "during"))) {
    return node_at(finding, item->head)->head;
  }
  return item->relation == REL_OBL ? item->head : NOTHING;
}

/* A noun's doer is the subject of the verb above it, if that verb is light or
 * the noun says when. */
static AttStatus
support_fill(Finding* finding, Candidate* candidate, const Frame* frame,
             uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  const bool object = node_at(finding, node)->relation == REL_OBJ;
  const uint32_t verb = verb_over(finding, node);
  if (verb == NOTHING) {
    return ATT_OK;
  }
  const uint32_t subject = att_argument_subject(trees, verb);
  for (size_t i = 0; i < frame->role_count && subject != NOTHING; i++) {
    const FrameRole* const role = &frame->roles[i];
    const bool taken = att_event_has(&candidate->event, role->role) &&
                       role->role != finding->terms->principal;
    const bool open = object || role->role == finding->terms->actor ||
                      role->role == finding->terms->principal ||
                      role->role == finding->terms->speaker;
    if (role->function == FUNCTION_SUBJECT && !taken && open) {
      TRY(subject_fill(finding, &candidate->event, role->role, verb));
    }
  }
  return ATT_OK;
}

/* "..., says a diplomatic source": whom the parser takes for the object of a
 * reporting verb that ends what it reports. */
static AttStatus
inverted_fill(Finding* finding, Candidate* candidate, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  const SyntaxNode* const item = node_at(finding, node);
  const bool behind = node > trees->first[item->sentence] &&
                      node_at(finding, node - 1)->upos == UPOS_PUNCT;
  if (!behind || (item->xpos != XPOS_VBD && item->xpos != XPOS_VBZ) ||
      att_event_has(&candidate->event, finding->terms->speaker) ||
      !att_event_is_statement(finding, &candidate->event)) {
    return ATT_OK;
  }
  const uint32_t object = att_trees_child(trees, node, REL_OBJ);
  return object == NOTHING
           ? ATT_OK
           : att_event_fill(finding, &candidate->event, finding->terms->speaker,
                            object, false);
}

/* Whether the noun at `node` names a statement to the press. */
static bool
is_press_noun(const Finding* finding, uint32_t node) {
  const Frames* const frames = &finding->reading->ontology->frames;
  const FrameWords* const words =
    att_frames_find(frames, node_at(finding, node)->lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    if (words->items[i].noun && words->items[i].rest_count == 0 &&
        frames->items.items[words->items[i].frame].evokes ==
          finding->terms->press) {
      return true;
    }
  }
  return false;
}

/* The speakers of the latest statement to the press are those of `event`. */
static AttStatus
press_speakers_take(Finding* finding, Event* event, uint32_t node) {
  const Events* const events = finding->events;
  for (size_t i = events->items.length; i > 0; i--) {
    const Event* const press = &events->items.items[i - 1];
    for (size_t j = 0;
         press->class == finding->terms->press && j < press->roles.length;
         j++) {
      const Role* const role = &press->roles.items[j];
      if (role->property == finding->terms->speaker && !role->event) {
        TRY(att_event_role(finding, event,
                           (Role){ role->property, role->filler, node, false,
                                   true }));
      }
    }
    if (att_event_has(event, finding->terms->speaker)) {
      break;
    }
  }
  return ATT_OK;
}

/* "a Kenyan statement said", "the statement said": those speak whose it is, or
 * who made it. */
static AttStatus
paper_fill(Finding* finding, Candidate* candidate, uint32_t node) {
  static const FrameFunction functions[] = { FUNCTION_POSSESSOR,
                                             FUNCTION_MODIFIER };
  const Trees* const trees = finding->reading->trees;
  const uint32_t speaker = finding->terms->speaker;
  const uint32_t subject = att_argument_subject(trees, node);
  if (subject == NOTHING || att_event_has(&candidate->event, speaker) ||
      !att_event_is_statement(finding, &candidate->event) ||
      !is_press_noun(finding, subject)) {
    return ATT_OK;
  }
  Nodes nodes = { 0 };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    TRY(att_arguments_find(finding->arena, trees, subject, functions[i],
                           (Slice){ "", 0 }, &nodes));
  }
  for (size_t i = 0; i < nodes.length; i++) {
    TRY(att_event_fill(finding, &candidate->event, speaker, nodes.items[i],
                       true));
  }
  return att_event_has(&candidate->event, speaker)
           ? ATT_OK
           : press_speakers_take(finding, &candidate->event, subject);
}

static uint32_t
root_of(const Finding* finding, uint32_t node) {
  while (node_at(finding, node)->head != NOTHING) {
    node = node_at(finding, node)->head;
  }
  return node;
}

/* "..., which lasts three years, stressing the need": a participle behind a
 * comma reports what the sentence's subject says, wherever it hangs, unless it
 * is a preposition ("according to"). */
static AttStatus
participle_fill(Finding* finding, Candidate* candidate, uint32_t node) {
  const uint32_t speaker = finding->terms->speaker;
  if (node == 0 || node_at(finding, node)->xpos != XPOS_VBG ||
      node_at(finding, node)->relation == REL_CASE ||
      !att_slice_is(node_at(finding, node - 1)->form, ",") ||
      att_event_has(&candidate->event, speaker) ||
      !att_event_is_statement(finding, &candidate->event)) {
    return ATT_OK;
  }
  return subject_fill(finding, &candidate->event, speaker,
                      root_of(finding, node));
}

/* "participated in the forum hosted by Norway": roles that the noun's own
 * frame gives, where verb and noun call up one event. */
static AttStatus
noun_fill(Finding* finding, Candidate* candidate) {
  const Frames* const frames = &finding->reading->ontology->frames;
  const uint32_t node = rest_noun(finding, candidate);
  if (candidate->word->noun || node == NOTHING) {
    return ATT_OK;
  }
  const FrameWords* const words =
    att_frames_find(frames, node_at(finding, node)->lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    const Frame* const frame = &frames->items.items[words->items[i].frame];
    if (!words->items[i].noun || words->items[i].rest_count > 0 ||
        frame->evokes != candidate->event.class) {
      continue;
    }
    for (size_t j = 0; j < frame->role_count; j++) {
      if (frame->roles[j].function == FUNCTION_PREPOSITION ||
          frame->roles[j].function == FUNCTION_POSSESSOR ||
          frame->roles[j].function == FUNCTION_MODIFIER) {
        TRY(role_fill(finding, candidate, &frame->roles[j], node));
      }
    }
    break;
  }
  return ATT_OK;
}

static AttStatus
candidate_fill(Finding* finding, Candidate* candidate, uint32_t node) {
  const Ontology* const ontology = finding->reading->ontology;
  const Frame* const frame =
    &ontology->frames.items.items[candidate->word->frame];
  candidate->event = (Event){
    .class = frame->evokes,
    .frame = candidate->word->frame,
    .node = node,
    .noun = candidate->word->noun ? node : rest_noun(finding, candidate),
    .factuality = frame->factuality,
    .time = NOTHING,
    .verb = node_at(finding, node)->lemma,
    .same_as = NOTHING,
  };
  for (size_t i = 0; i < frame->role_count; i++) {
    const FrameRole* const role = &frame->roles[i];
    if (role->role == finding->terms->content ||
        (candidate->word->noun && (role->function == FUNCTION_SUBJECT ||
                                   role->function == FUNCTION_OBJECT))) {
      continue;
    }
    TRY(role_fill(finding, candidate, role, node));
  }
  if (candidate->word->noun) {
    TRY(support_fill(finding, candidate, frame, node));
  } else {
    TRY(inverted_fill(finding, candidate, node));
    TRY(participle_fill(finding, candidate, node));
    TRY(paper_fill(finding, candidate, node));
  }
  TRY(noun_fill(finding, candidate));
  candidate->score = (int)candidate->event.roles.length * 4 +
                     (int)candidate->word->rest_count * 3 +
                     (frame->needs != ONTOLOGY_NONE ? 1 : 0);
  return ATT_OK;
}

/* Whether a role is one that objects fill. */
static bool
is_object_role(const Frame* frame, uint32_t property) {
  for (size_t i = 0; i < frame->role_count; i++) {
    if (frame->roles[i].function == FUNCTION_OBJECT &&
        frame->roles[i].role == property) {
      return true;
    }
  }
  return false;
}

/* Whether somebody in the event is of the class that its frame needs: in an
 * object's role, if the frame of the verb has one. */
static bool
has_needed(const Finding* finding, const Candidate* candidate) {
  const Ontology* const ontology = finding->reading->ontology;
  const Event* const event = &candidate->event;
  const Frame* const frame = &ontology->frames.items.items[event->frame];
  bool objects = false;
  for (size_t i = 0; i < frame->role_count; i++) {
    objects = objects || frame->roles[i].function == FUNCTION_OBJECT;
  }
  for (size_t i = 0; frame->needs != ONTOLOGY_NONE && i < event->roles.length;
       i++) {
    const Role* const role = &event->roles.items[i];
    const bool asked = candidate->word->noun || !objects ||
                       is_object_role(frame, role->property);
    if (asked && !role->event &&
        att_term_is_a(
          ontology,
          finding->terms
            ->kinds[finding->entities->items.items[role->filler].kind],
          frame->needs)) {
      return true;
    }
  }
  return frame->needs == ONTOLOGY_NONE;
}

/* A verb's frame needs somebody; a noun's may do with a time or place. */
static bool
is_enough(const Finding* finding, const Candidate* candidate) {
  const Ontology* const ontology = finding->reading->ontology;
  const Event* const event = &candidate->event;
  if (candidate->unfit || !has_needed(finding, candidate)) {
    return false;
  }
  if (att_term_is_a(ontology, event->class, finding->terms->statement)) {
    return att_event_has(event, finding->terms->speaker);
  }
  return candidate->word->noun || event->roles.length > 0;
}

static bool
is_class_of_word(const SyntaxNode* node, const FrameWord* word) {
  const bool noun = node->upos == UPOS_NOUN || node->upos == UPOS_PROPN;
  const bool verb =
    node->upos == UPOS_VERB ||
    (node->upos == UPOS_ADJ &&
     (word->rest_count > 0 || !att_slice_equals(node->form, node->lemma)));
  return word->noun ? noun : verb;
}

AttStatus
att_candidate_make(Finding* finding, const FrameWord* word, uint32_t node,
                   Candidate* out) {
  *out = (Candidate){ .word = word, .score = CANDIDATE_NONE };
  if (!is_class_of_word(node_at(finding, node), word) ||
      !rest_matches(finding, node, out)) {
    return ATT_OK;
  }
  TRY(candidate_fill(finding, out, node));
  if (!is_enough(finding, out)) {
    out->score = CANDIDATE_NONE;
  }
  return ATT_OK;
}
