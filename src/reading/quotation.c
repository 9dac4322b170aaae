/* Quotations: which quotes the clause of a reporting word belongs to. */
/* SPDX-License-Identifier: MIT */
#include "reading/quotation.h"

/* A quotation of fewer tokens is a scare quote, no statement of its own. */
#define QUOTE_LENGTH 3

static bool
is_statement(const Finding* finding, uint32_t token) {
  const uint32_t node = finding->reading->trees->of_token[token];
  const uint32_t event =
    node == NOTHING ? NOTHING : finding->events->of_node[node];
  return event != NOTHING &&
         att_term_is_a(finding->reading->ontology,
                       finding->events->items.items[event].class,
                       finding->terms->statement);
}

static uint32_t
paragraph_of(const Document* document, uint32_t token) {
  return document->paragraph[document->sentence_of[token]];
}

static const Quote*
quote_at(const Quotes* quotes, uint32_t quote) {
  return &quotes->items.items[quote];
}

/* The quote that `token` is in, if it is long enough to be a statement. */
static uint32_t
quote_of(const Quotes* quotes, uint32_t token) {
  const uint32_t quote = quotes->of_token[token];
  return quote != NOTHING &&
             quote_at(quotes, quote)->end - quote_at(quotes, quote)->first >=
               QUOTE_LENGTH
           ? quote
           : NOTHING;
}

/* The quote before the reporting word at `token`, up to another one; or the
 * one that ends where the sentence begins: "Why?" he asked. */
static uint32_t
quote_before(const Finding* finding, const Quotes* quotes, uint32_t token) {
  const Document* const document = finding->reading->document;
  const uint32_t sentence =
    document->tokens.sentences.items[document->sentence_of[token]].first;
  for (uint32_t i = token; i > sentence; i--) {
    if (quote_of(quotes, i - 1) != NOTHING) {
      return quote_of(quotes, i - 1);
    }
    if (quotes->of_token[i - 1] == NOTHING && is_statement(finding, i - 1)) {
      return NOTHING;
    }
  }
  const bool joined =
    sentence >= 2 &&
    paragraph_of(document, sentence - 1) == paragraph_of(document, sentence) &&
    quotes->of_token[sentence - 1] == NOTHING;
  return joined ? quote_of(quotes, sentence - 2) : NOTHING;
}

/* The quote that a mark at `token` opens, or NOTHING. */
static uint32_t
quote_opened(const Finding* finding, const Quotes* quotes, uint32_t token) {
  const size_t count = finding->reading->document->tokens.items.length;
  const uint32_t quote =
    token + 1 < count ? quotes->of_token[token + 1] : NOTHING;
  return quote != NOTHING && quote_at(quotes, quote)->first == token + 1
           ? quote
           : NOTHING;
}

/* The quote behind the reporting word at `token`, up to another one; or the
 * one that opens the next sentence behind a colon. */
static uint32_t
quote_behind(const Finding* finding, const Quotes* quotes, uint32_t token) {
  const Document* const document = finding->reading->document;
  const Sentence sentence =
    document->tokens.sentences.items[document->sentence_of[token]];
  for (uint32_t i = token + 1; i < sentence.end; i++) {
    if (quote_of(quotes, i) != NOTHING) {
      return quote_of(quotes, i);
    }
    if (quotes->of_token[i] == NOTHING && is_statement(finding, i)) {
      return NOTHING;
    }
  }
  return att_slice_is(document->tokens.items.items[sentence.end - 1].form, ":")
           ? quote_opened(finding, quotes, sentence.end)
           : NOTHING;
}

/* Whether a reporting word stands outside quotes in the sentences of `quote`,
 * which is then that word's. */
static bool
is_taken(const Finding* finding, const Quotes* quotes, const Quote* quote) {
  const Document* const document = finding->reading->document;
  const uint32_t first =
    document->tokens.sentences.items[document->sentence_of[quote->first]].first;
  const uint32_t end =
    document->tokens.sentences.items[document->sentence_of[quote->end - 1]].end;
  for (uint32_t i = first; i < end; i++) {
    if (quotes->of_token[i] == NOTHING && is_statement(finding, i)) {
      return true;
    }
  }
  return false;
}

/* Whether `quote` is all that its paragraph holds, or goes on behind it. */
static bool
fills_paragraph(const Finding* finding, const Quote* quote) {
  const Document* const document = finding->reading->document;
  const uint32_t count = (uint32_t)document->tokens.items.length;
  return quote->end + 1 >= count || paragraph_of(document, quote->first) !=
                                      paragraph_of(document, quote->end + 1);
}

/* The quote that goes on where the sentence of token `last` ends: "We wait,"
 * he said. "We are ready."; or NOTHING. */
static uint32_t
quote_next(const Finding* finding, const Quotes* quotes, uint32_t last) {
  const Document* const document = finding->reading->document;
  const uint32_t end =
    document->tokens.sentences.items[document->sentence_of[last]].end;
  const uint32_t next = quote_opened(finding, quotes, end);
  if (next == NOTHING || is_taken(finding, quotes, quote_at(quotes, next))) {
    return NOTHING;
  }
  return paragraph_of(document, last) == paragraph_of(document, end) ||
             fills_paragraph(finding, quote_at(quotes, next))
           ? next
           : NOTHING;
}

/* Takes in the quotes before that their paragraphs leave open: "We wait. /
 * "We are ready," he said. */
static uint32_t
opening(const Finding* finding, const Quotes* quotes, uint32_t quote) {
  const Document* const document = finding->reading->document;
  while (quote > 0) {
    const Quote* const before = quote_at(quotes, quote - 1);
    if (!before->open || before->end + 1 != quote_at(quotes, quote)->first ||
        paragraph_of(document, before->first) ==
          paragraph_of(document, before->end)) {
      break;
    }
    quote--;
  }
  return quote_at(quotes, quote)->first;
}

Tokenspan
att_quotation_of(const Finding* finding, uint32_t node) {
  const Quotes* const quotes = &finding->reading->trees->quotes;
  const uint32_t token = finding->reading->trees->nodes.items[node].first;
  if (quotes->of_token[token] != NOTHING) {
    return (Tokenspan){ token, token };
  }
  const uint32_t before = quote_before(finding, quotes, token);
  const uint32_t behind = quote_behind(finding, quotes, token);
  const uint32_t first = before != NOTHING ? before : behind;
  if (first == NOTHING) {
    return (Tokenspan){ token, token };
  }
  uint32_t last = behind != NOTHING ? behind : before;
  for (uint32_t next = last; next != NOTHING;) {
    last = next;
    const uint32_t end = quote_at(quotes, last)->end - 1;
    next = quote_next(finding, quotes, end > token ? end : token);
  }
  return (Tokenspan){ opening(finding, quotes, first),
                      quote_at(quotes, last)->end };
}
