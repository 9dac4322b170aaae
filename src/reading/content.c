/* Content: the words a statement reports, quoted or not. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"
#include "reading/quote.h"

/* A quotation of fewer tokens is a scare quote, no statement of its own. */
#define QUOTE_LENGTH 3

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

/* The quotation that a reporting word at `token` belongs to: one in its
 * sentence, or the one that opens the next sentence behind a colon. */
static uint32_t
quote_near(const Finding* finding, const Quotes* quotes, uint32_t token) {
  const Document* const document = finding->reading->document;
  const uint32_t sentence = document->sentence_of[token];
  const Sentence span = document->tokens.sentences.items[sentence];
  if (quotes->of_token[token] != NOTHING) {
    return NOTHING;
  }
  uint32_t best = NOTHING;
  uint32_t length = 0;
  for (uint32_t i = span.first; i < span.end; i++) {
    const uint32_t quote = quotes->of_token[i];
    if (quote == NOTHING || quote == best) {
      continue;
    }
    const Quote* const item = &quotes->items.items[quote];
    if (item->end - item->first > length) {
      best = quote;
      length = item->end - item->first;
    }
  }
  const bool more = span.end < document->tokens.items.length;
  if (best == NOTHING && more && span.end > span.first + 1) {
    const Slice last = document->tokens.items.items[span.end - 1].form;
    const uint32_t next = span.end + 1 < document->tokens.items.length
                            ? quotes->of_token[span.end + 1]
                            : NOTHING;
    if (att_slice_is(last, ":") && next != NOTHING &&
        quotes->items.items[next].first == span.end + 1) {
      return next;
    }
  }
  return best;
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

/* What the verb's own syntax gives: a clause, an object, or the clause that
 * the verb is a parenthesis in. */
static Tokenspan
syntactic_content(const Finding* finding, const Event* event) {
  const Trees* const trees = finding->reading->trees;
  const uint32_t node = event->node;
  static const Relation relations[] = { REL_CCOMP, REL_XCOMP, REL_OBJ,
                                        REL_NSUBJ_PASS };
  const SyntaxNode* const item = node_at(finding, node);
  if (item->upos != UPOS_VERB) {
    return (Tokenspan){ item->first, item->first };
  }
  for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
    const uint32_t child = att_trees_child(trees, node, relations[i]);
    if (child == NOTHING) {
      continue;
    }
    const bool named =
      finding->entities->of_node[child].count > 0 && relations[i] == REL_OBJ;
    if (!named || relations[i] != REL_OBJ) {
      return subtree_span(finding, child, NOTHING);
    }
  }
  const uint32_t phrase = phrase_of_frame(finding, node);
  if (phrase != NOTHING) {
    return subtree_span(finding, phrase, NOTHING);
  }
  if (item->relation == REL_PARATAXIS && item->head != NOTHING) {
    return subtree_span(finding, item->head, node);
  }
  return (Tokenspan){ item->first, item->first };
}

/* The share of `span` that lies in `quote`, in percent. */
static uint32_t
share_inside(Tokenspan span, const Quote* quote) {
  const uint32_t first = span.first > quote->first ? span.first : quote->first;
  const uint32_t end = span.end < quote->end ? span.end : quote->end;
  return end <= first ? 0 : 100 * (end - first) / (span.end - span.first);
}

static void
content_set(Finding* finding, const Quotes* quotes, Event* event) {
  const Tokenspan own = syntactic_content(finding, event);
  const uint32_t trigger = node_at(finding, event->node)->first;
  const uint32_t near = quote_near(finding, quotes, trigger);
  event->content = own;
  if (near == NOTHING) {
    return;
  }
  const Quote* const quote = &quotes->items.items[near];
  const bool empty = own.end == own.first;
  const bool enough = quote->end - quote->first >= QUOTE_LENGTH;
  if (enough && (empty || share_inside(own, quote) >= 60)) {
    event->content = (Tokenspan){ quote->first, quote->end };
    event->quoted = true;
    if (event->class == finding->terms->indirect) {
      event->class = finding->terms->quotation;
    }
  }
}

AttStatus
att_events_content(Finding* finding) {
  Quotes quotes;
  TRY(att_quotes_find(finding->arena, finding->reading->document, &quotes));
  for (size_t i = 0; i < finding->events->items.length; i++) {
    Event* const event = &finding->events->items.items[i];
    if (att_term_is_a(finding->reading->ontology, event->class,
                      finding->terms->statement)) {
      content_set(finding, &quotes, event);
    }
  }
  return ATT_OK;
}
