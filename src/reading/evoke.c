/* Evoking: the events that the frames' words call up. */
/* SPDX-License-Identifier: MIT */
#include "reading/candidate.h"

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

static AttStatus
trigger_add(Finding* finding, Event* event, uint32_t node) {
  const SyntaxNode* const item = node_at(finding, node);
  return LIST_PUSH(finding->arena, &event->triggers,
                   ((Tokenspan){ item->end - 1, item->end }));
}

static AttStatus
candidate_accept(Finding* finding, Candidate* best, uint32_t node) {
  Events* const events = finding->events;
  const uint32_t id = (uint32_t)events->items.length;
  TRY(trigger_add(finding, &best->event, node));
  events->of_node[node] = id;
  for (size_t i = 0; i < best->word->rest_count; i++) {
    const uint8_t upos = node_at(finding, best->rest[i])->upos;
    if (upos == UPOS_NOUN || upos == UPOS_PROPN) {
      TRY(trigger_add(finding, &best->event, best->rest[i]));
    }
    events->of_node[best->rest[i]] = id;
  }
  best->event.same_as = id;
  return LIST_PUSH(finding->arena, &events->items, best->event);
}

static AttStatus
words_try(Finding* finding, uint32_t node, Slice lemma, Candidate* best) {
  const FrameWords* const words =
    att_frames_find(&finding->reading->ontology->frames, lemma);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    Candidate candidate;
    TRY(att_candidate_make(finding, &words->items[i], node, &candidate));
    candidate.event.verb = lemma;
    if (candidate.score > best->score) {
      *best = candidate;
    }
  }
  return ATT_OK;
}

/* Inflection leaves some verbs' lemmas open ("underscored", "vetoed"): takes
 * the one that frames know. */
static AttStatus
lemma_known(Finding* finding, Slice* lemma) {
  const Frames* const frames = &finding->reading->ontology->frames;
  if (lemma->length < 3 || att_frames_find(frames, *lemma) != NULL) {
    return ATT_OK;
  }
  char* bytes = NULL;
  TRY(att_arena_alloc(finding->arena, lemma->length + 2, &bytes));
  memcpy(bytes, lemma->start, lemma->length);
  bytes[lemma->length] = 'e';
  const Slice longer = { bytes, lemma->length + 1 };
  const Slice shorter = att_slice_part(*lemma, 0, lemma->length - 1);
  if (att_frames_find(frames, longer) != NULL) {
    *lemma = longer;
  } else if (att_frames_find(frames, shorter) != NULL) {
    *lemma = shorter;
  }
  return ATT_OK;
}

static AttStatus
node_evoke(Finding* finding, uint32_t node) {
  const SyntaxNode* const item = node_at(finding, node);
  if (finding->events->of_node[node] != NOTHING ||
      finding->entities->of_node[node].count > 0) {
    return ATT_OK;
  }
  Candidate best = { .score = CANDIDATE_NONE };
  Slice lemma = item->lemma;
  TRY(lemma_known(finding, &lemma));
  TRY(words_try(finding, node, lemma, &best));
  return best.score == CANDIDATE_NONE ? ATT_OK : candidate_accept(finding, &best, node);
}

/* "praised the agency's support", "the role played by Kenya": what is praised
 * is nobody, but somebody's. */
static AttStatus
owner_fill(Finding* finding, Event* event, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  if (finding->entities->of_node[node].count > 0 ||
      finding->events->of_node[node] != NOTHING) {
    return ATT_OK;
  }
  Nodes nodes = { 0 };
  TRY(att_arguments_find(finding->arena, trees, node, FUNCTION_POSSESSOR,
                         (Slice){ "", 0 }, &nodes));
  if (nodes.length == 0) {
    TRY(att_arguments_find(finding->arena, trees, node, FUNCTION_PREPOSITION,
                           SLICE("by"), &nodes));
  }
  if (nodes.length == 0) {
    TRY(att_arguments_find(finding->arena, trees, node, FUNCTION_PREPOSITION,
                           SLICE("of"), &nodes));
  }
  for (size_t i = 0; i < nodes.length; i++) {
    TRY(att_event_fill(finding, event, finding->terms->target, nodes.items[i],
                       true));
  }
  return ATT_OK;
}

/* Targets that are events themselves: "condemned the attack". */
static AttStatus
event_roles_fill(Finding* finding, uint32_t id) {
  const Frames* const frames = &finding->reading->ontology->frames;
  Event* const event = &finding->events->items.items[id];
  const Frame* const frame = &frames->items.items[event->frame];
  for (size_t i = 0; i < frame->role_count; i++) {
    const FrameRole* const role = &frame->roles[i];
    if (role->role != finding->terms->target) {
      continue;
    }
    Nodes nodes = { 0 };
    TRY(att_arguments_find(
      finding->arena, finding->reading->trees, event->node, role->function,
      role->function == FUNCTION_PREPOSITION
        ? att_intern_string(&frames->lemmas, role->preposition)
        : (Slice){ "", 0 },
      &nodes));
    for (size_t j = 0; j < nodes.length; j++) {
      TRY(owner_fill(finding, event, nodes.items[j]));
      const uint32_t other = finding->events->of_node[nodes.items[j]];
      if (other != NOTHING && other != id) {
        TRY(att_event_role(finding, event,
                           (Role){ role->role, other, nodes.items[j], true,
                                   false }));
      }
    }
  }
  return ATT_OK;
}

AttStatus
att_events_evoke(Finding* finding) {
  const Trees* const trees = finding->reading->trees;
  for (uint32_t node = 0; node < trees->nodes.length; node++) {
    if (att_document_kind(finding->reading->document,
                          trees->nodes.items[node].sentence) !=
        PARAGRAPH_DATELINE) {
      TRY(node_evoke(finding, node));
    }
  }
  for (uint32_t id = 0; id < finding->events->items.length; id++) {
    TRY(event_roles_fill(finding, id));
  }
  return ATT_OK;
}
