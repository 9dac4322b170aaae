/* Content: the words a statement reports, quoted or not. */
/* SPDX-License-Identifier: MIT */
#include "reading/quotation.h"

static const SyntaxNode*
node_at(const Finding* finding, uint32_t node) {
  return &finding->reading->trees->nodes.items[node];
}

/* Leaves a subordinator and marks at either end out. */
static Tokenspan
span_trim(const Finding* finding, Tokenspan span) {
  const Node* const tags = finding->reading->document->tags;
  while (span.first < span.end && (tags[span.first].upos == UPOS_PUNCT ||
                                   tags[span.first].upos == UPOS_SCONJ)) {
    span.first++;
  }
  while (span.end > span.first && tags[span.end - 1].upos == UPOS_PUNCT) {
    span.end--;
  }
  return span;
}

/* A subtree's words, up to where `without` (a node below, or NOTHING) is. */
static Tokenspan
subtree_span(const Finding* finding, uint32_t node, uint32_t without) {
  Tokenspan span;
  span.first = att_trees_extent(finding->reading->trees, node, &span.end);
  if (without != NOTHING) {
    const uint32_t trigger = node_at(finding, without)->first;
    if (trigger >= span.first && trigger < span.end) {
      span.end = trigger > node_at(finding, node)->first ? trigger : span.end;
      span.first =
        trigger < node_at(finding, node)->first ? trigger + 1 : span.first;
    }
  }
  return span_trim(finding, span);
}

/* The prepositional phrase that the frame's words ask for: "call for". */
static uint32_t
phrase_of_frame(const Finding* finding, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  const uint32_t event = finding->events->of_node[node];
  for (uint32_t child = node_at(finding, node)->child; child != NOTHING;
       child = node_at(finding, child)->next) {
    const uint32_t marker = att_trees_child(trees, child, REL_CASE);
    const uint32_t mark = att_trees_child(trees, child, REL_MARK);
    if ((marker != NOTHING && finding->events->of_node[marker] == event) ||
        (mark != NOTHING && finding->events->of_node[mark] == event)) {
      return child;
    }
  }
  return NOTHING;
}

/* Whether a token from `first` up to `end` is a finite verb. */
static bool
has_finite(const Finding* finding, uint32_t first, uint32_t end) {
  const Node* const tags = finding->reading->document->tags;
  for (uint32_t i = first; i < end; i++) {
    if (tags[i].xpos == XPOS_VBD || tags[i].xpos == XPOS_VBZ ||
        tags[i].xpos == XPOS_VBP || tags[i].xpos == XPOS_MD) {
      return true;
    }
  }
  return false;
}

/* Where the reporting clause of `node` begins: its subject or its verb. */
static uint32_t
clause_begin(const Finding* finding, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  const uint32_t verb = node_at(finding, node)->first;
  const uint32_t subject = att_trees_child(trees, node, REL_NSUBJ);
  uint32_t end = 0;
  const uint32_t first =
    subject == NOTHING ? verb : att_trees_extent(trees, subject, &end);
  return first < verb ? first : verb;
}

/* Whether what `node` reports stands behind it. */
static bool
reports_behind(const Finding* finding, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  static const Relation relations[] = { REL_CCOMP, REL_XCOMP, REL_OBJ };
  for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
    const uint32_t child = att_trees_child(trees, node, relations[i]);
    if (child != NOTHING && child > node &&
        (relations[i] != REL_OBJ ||
         finding->entities->of_node[child].count == 0)) {
      return true;
    }
  }
  return false;
}

/* "The talks, he said, were useful.", "The talks failed, said a diplomat.":
 * the sentence around a reporting clause that a comma sets off. */
static Tokenspan
sentence_content(const Finding* finding, uint32_t node) {
  const Document* const document = finding->reading->document;
  const uint32_t verb = node_at(finding, node)->first;
  const uint32_t begin = clause_begin(finding, node);
  const Sentence sentence =
    document->tokens.sentences.items[document->sentence_of[verb]];
  const Tokenspan none = { verb, verb };
  if (begin < sentence.first + 2 ||
      document->tags[begin - 1].upos != UPOS_PUNCT) {
    return none;
  }
  const bool set_off =
    verb + 2 < sentence.end && document->tags[verb + 1].upos == UPOS_PUNCT &&
    att_slice_is(document->tokens.items.items[verb + 1].form, ",") &&
    document->tags[verb + 2].upos != UPOS_PUNCT &&
    document->tags[verb + 2].xpos != XPOS_VBG;
  if (has_finite(finding, sentence.first, begin)) {
    return reports_behind(finding, node) && !set_off
             ? none
             : span_trim(finding, (Tokenspan){ sentence.first, begin });
  }
  return set_off && has_finite(finding, verb + 2, sentence.end)
           ? span_trim(finding, (Tokenspan){ sentence.first, sentence.end })
           : none;
}

/* The rest of the sentence, from the clause's subordinator on if it has one:
 * where the parser lost the clause. */
static Tokenspan
rest_content(const Finding* finding, uint32_t node) {
  const Document* const document = finding->reading->document;
  const uint32_t verb = node_at(finding, node)->first;
  const Sentence sentence =
    document->tokens.sentences.items[document->sentence_of[verb]];
  uint32_t first = verb + 1;
  for (uint32_t i = first; i < sentence.end; i++) {
    if (document->tags[i].upos == UPOS_SCONJ &&
        att_slice_is(document->lemmas[i], "that")) {
      first = i;
      break;
    }
  }
  return has_finite(finding, first, sentence.end)
           ? span_trim(finding, (Tokenspan){ first, sentence.end })
           : (Tokenspan){ verb, verb };
}

/* What the verb's arguments give: a clause or an object. */
static Tokenspan
argument_content(const Finding* finding, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  static const Relation relations[] = { REL_CCOMP, REL_XCOMP, REL_OBJ,
                                        REL_NSUBJ_PASS };
  for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
    const uint32_t child = att_trees_child(trees, node, relations[i]);
    if (child != NOTHING && (relations[i] != REL_OBJ ||
                             finding->entities->of_node[child].count == 0)) {
      return subtree_span(finding, child, NOTHING);
    }
  }
  const uint32_t phrase = phrase_of_frame(finding, node);
  return phrase != NOTHING ? subtree_span(finding, phrase, NOTHING)
                           : (Tokenspan){ 0, 0 };
}

/* "According to Norway, the border is open.": the sentence but for the phrase
 * that `node` is the preposition of. */
static Tokenspan
phrase_content(const Finding* finding, uint32_t node) {
  const Document* const document = finding->reading->document;
  uint32_t end = 0;
  const uint32_t first = att_trees_extent(finding->reading->trees,
                                          node_at(finding, node)->head, &end);
  const Sentence sentence =
    document->tokens.sentences.items[document->sentence_of[first]];
  return has_finite(finding, sentence.first, first)
           ? span_trim(finding, (Tokenspan){ sentence.first, first })
           : span_trim(finding, (Tokenspan){ end, sentence.end });
}

/* What the sentence gives: what the verb is a parenthesis in, its arguments,
 * or the clause that the verb hangs on. */
static Tokenspan
syntactic_content(const Finding* finding, const Event* event) {
  const uint32_t node = event->node;
  const SyntaxNode* const item = node_at(finding, node);
  Tokenspan span = { item->first, item->first };
  if (item->upos != UPOS_VERB) {
    return span;
  }
  if (item->relation == REL_CASE && item->head != NOTHING) {
    return phrase_content(finding, node);
  }
  const bool clauses = att_frame_takes(&finding->reading->ontology->frames.items
                                          .items[event->frame],
                                       FUNCTION_CLAUSE);
  if (clauses) {
    span = sentence_content(finding, node);
  }
  if (span.end == span.first) {
    span = argument_content(finding, node);
  }
  if (span.end == span.first && item->relation == REL_PARATAXIS &&
      item->head != NOTHING) {
    span = subtree_span(finding, item->head, node);
  }
  if (span.end == span.first && clauses) {
    span = rest_content(finding, node);
  }
  return span;
}

/* The share of `span` that lies in `quotation`, in percent. */
static uint32_t
share_inside(Tokenspan span, Tokenspan quotation) {
  const uint32_t first =
    span.first > quotation.first ? span.first : quotation.first;
  const uint32_t end = span.end < quotation.end ? span.end : quotation.end;
  return end <= first ? 0 : 100 * (end - first) / (span.end - span.first);
}

static void
content_set(Finding* finding, Event* event) {
  const Tokenspan own = syntactic_content(finding, event);
  const Tokenspan quotation = att_quotation_of(finding, event->node);
  event->content = own;
  if (quotation.end == quotation.first ||
      (own.end > own.first && share_inside(own, quotation) < 60)) {
    return;
  }
  event->content = quotation;
  event->quoted = true;
  if (event->class == finding->terms->indirect) {
    event->class = finding->terms->quotation;
  }
}

AttStatus
att_events_content(Finding* finding) {
  for (size_t i = 0; i < finding->events->items.length; i++) {
    Event* const event = &finding->events->items.items[i];
    if (att_term_is_a(finding->reading->ontology, event->class,
                      finding->terms->statement)) {
      content_set(finding, event);
    }
  }
  return ATT_OK;
}
