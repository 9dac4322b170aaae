/* Factuality: whether an event happened, is planned, considered or denied. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"

/* Cues govern from at most this far above. */
#define REACH 4

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

/* What an auxiliary or negation below a verb says: a closed class. */
static uint32_t
function_word(const Finding* finding, Slice lemma) {
  const Terms* const terms = finding->terms;
  const struct {
    const char* word;
    uint32_t term;
  } words[] = {
    { "will", terms->planned },       { "shall", terms->planned },
    { "would", terms->hypothetical }, { "could", terms->hypothetical },
    { "may", terms->considered },     { "might", terms->considered },
    { "can", ONTOLOGY_NONE },         { "should", terms->intended },
    { "must", terms->intended },      { "not", terms->denied },
    { "n't", terms->denied },         { "never", terms->denied },
    { "no", terms->denied },          { "neither", terms->denied },
    { "if", terms->hypothetical },    { "unless", terms->hypothetical },
    { "whether", terms->considered },
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (att_slice_is(lemma, words[i].word)) {
      return words[i].term;
    }
  }
  return ONTOLOGY_NONE;
}

static bool
has_condition(const Finding* finding, uint32_t sentence) {
  const Trees* const trees = finding->reading->trees;
  for (uint32_t node = trees->first[sentence];
       node < trees->first[sentence + 1]; node++) {
    const Slice lemma = node_at(finding, node)->lemma;
    if (att_slice_is(lemma, "if") || att_slice_is(lemma, "unless")) {
      return true;
    }
  }
  return false;
}

/* "Minister to visit Oslo": a headline's future. */
static bool
is_headline_future(const Finding* finding, uint32_t node) {
  const SyntaxNode* const item = node_at(finding, node);
  const bool top = item->relation == REL_ROOT ||
                   (item->relation == REL_ACL &&
                    node_at(finding, item->head)->relation == REL_ROOT);
  return top && item->xpos == XPOS_VB &&
         att_document_is_title(finding->reading->document, item->sentence) &&
         att_trees_child(finding->reading->trees, node, REL_MARK) != NOTHING;
}

/* What the function words on `node` itself say. */
static uint32_t
own_factuality(const Finding* finding, uint32_t node) {
  uint32_t found = ONTOLOGY_NONE;
  for (uint32_t child = node_at(finding, node)->child; child != NOTHING;
       child = node_at(finding, child)->next) {
    const SyntaxNode* const item = node_at(finding, child);
    if (item->relation != REL_AUX && item->relation != REL_ADVMOD &&
        item->relation != REL_DET && item->relation != REL_MARK) {
      continue;
    }
    uint32_t term = function_word(finding, item->lemma);
    /* "he would visit": the future as it was then, where there is no "if". */
    if (att_slice_is(item->lemma, "would") && item->relation == REL_AUX &&
        !has_condition(finding, item->sentence)) {
      term = finding->terms->planned;
    }
    if (term == finding->terms->denied) {
      return term;
    }
    found = term == ONTOLOGY_NONE ? found : term;
  }
  return found;
}

/* What a cue at `node` gives what it governs ("explore", "plan"). */
static uint32_t
cue_at(const Finding* finding, uint32_t node) {
  return finding->reading->shapes->gives[node_at(finding, node)->first];
}

/* A modifier before a noun: "proposed visit", "upcoming talks". */
static uint32_t
modifier_cue(const Finding* finding, uint32_t node) {
  for (uint32_t child = node_at(finding, node)->child; child != NOTHING;
       child = node_at(finding, child)->next) {
    const SyntaxNode* const item = node_at(finding, child);
    const uint32_t cue = cue_at(finding, child);
    if ((item->relation == REL_AMOD || item->relation == REL_COMPOUND ||
         item->relation == REL_ADVMOD) &&
        cue != ONTOLOGY_NONE) {
      return cue;
    }
  }
  return ONTOLOGY_NONE;
}

/* Whether what hangs in `relation` is governed by what it hangs on. */
static bool
is_governed(Relation relation) {
  switch (relation) {
  case REL_XCOMP:
  case REL_CCOMP:
  case REL_OBJ:
  case REL_ACL:
  case REL_NMOD:
  case REL_OBL:
  case REL_CONJ:
  case REL_NSUBJ_PASS:
  case REL_ADVCL:
  case REL_COMPOUND:
  case REL_AMOD:
    return true;
  default:
    return false;
  }
}

static bool
is_infinitive(const Finding* finding, uint32_t node) {
  const SyntaxNode* const item = node_at(finding, node);
  return item->upos == UPOS_VERB && item->xpos == XPOS_VB &&
         (item->relation == REL_XCOMP || item->relation == REL_ACL ||
          item->relation == REL_ADVCL || item->relation == REL_CCOMP);
}

/* What stands above decides, unless the event's own words have. */
static uint32_t
governed_factuality(const Finding* finding, uint32_t node) {
  const Ontology* const ontology = finding->reading->ontology;
  bool infinitive = is_infinitive(finding, node);
  for (int i = 0; i < REACH; i++) {
    const SyntaxNode* const item = node_at(finding, node);
    const uint32_t head = item->head;
    const bool added = item->relation == REL_ADVCL && item->xpos == XPOS_VBG;
    if (head == NOTHING || added || !is_governed((Relation)item->relation)) {
      break;
    }
    const bool adverbial =
      item->relation == REL_ADVCL || item->relation == REL_OBL;
    const uint32_t cue = adverbial ? ONTOLOGY_NONE : cue_at(finding, head);
    if (cue != ONTOLOGY_NONE && item->relation != REL_CONJ) {
      return cue;
    }
    const uint32_t event = finding->events->of_node[head];
    if (event != NOTHING && infinitive) {
      const Event* const above = &finding->events->items.items[event];
      const Frame* const frame = &ontology->frames.items.items[above->frame];
      if (frame->commits ||
          att_term_is_a(ontology, above->class, finding->terms->statement)) {
        return finding->terms->intended;
      }
    }
    if (is_headline_future(finding, head)) {
      return finding->terms->intended;
    }
    infinitive = infinitive || is_infinitive(finding, head);
    const uint32_t own = own_factuality(finding, head);
    if (own != ONTOLOGY_NONE && !adverbial) {
      return own;
    }
    const bool shared = item->relation == REL_CONJ && item->xpos == XPOS_VB;
    if ((event != NOTHING && !shared) || item->relation == REL_CCOMP) {
      break;
    }
    node = head;
  }
  return ONTOLOGY_NONE;
}

AttStatus
att_events_factuality(Finding* finding) {
  const Terms* const terms = finding->terms;
  for (size_t i = 0; i < finding->events->items.length; i++) {
    Event* const event = &finding->events->items.items[i];
    uint32_t factuality = is_headline_future(finding, event->node)
                            ? terms->planned
                            : own_factuality(finding, event->node);
    if (factuality == ONTOLOGY_NONE) {
      factuality = modifier_cue(finding, event->node);
    }
    if (factuality == ONTOLOGY_NONE) {
      factuality = governed_factuality(finding, event->node);
    }
    event->stated = factuality != ONTOLOGY_NONE ||
                    node_at(finding, event->node)->xpos == XPOS_VBD;
    if (factuality == ONTOLOGY_NONE) {
      factuality = event->factuality;
    }
    event->factuality =
      factuality == ONTOLOGY_NONE ? terms->actual : factuality;
    event->future = event->factuality == terms->planned ||
                    event->factuality == terms->intended ||
                    event->factuality == terms->considered;
  }
  return ATT_OK;
}
