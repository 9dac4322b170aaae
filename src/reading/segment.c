/* Segments: clauses that are parsed apart from what reports them. */
/* SPDX-License-Identifier: MIT */
#include "reading/segment.h"

/* A clause that ends a sentence and reports it is at most so many tokens. */
#define REPORT_LENGTH 16

/* Tokens `first` up to `end`: a quote's in one sentence, with its marks. */
typedef struct Stretch {
  uint32_t first;
  uint32_t end;
} Stretch;

static bool
is_one_of(const Document* document, uint32_t token, const char* characters) {
  const Slice form = document->tokens.items.items[token].form;
  return form.length == 1 && strchr(characters, form.start[0]) != NULL;
}

/* Whether one of tokens `first` up to `end` is a finite verb. */
static bool
has_finite(const Document* document, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) {
    const uint8_t xpos = document->tags[i].xpos;
    if (xpos == XPOS_VBD || xpos == XPOS_VBZ || xpos == XPOS_VBP ||
        xpos == XPOS_MD) {
      return true;
    }
  }
  return false;
}

/* Whether a quote is a clause of its own, and no part of the one around it
 * ("called it a 'blunder'"): it begins the sentence or stands behind a comma or
 * colon, and its end is marked too. */
static bool
is_clause(const Document* document, Sentence sentence, Stretch quote) {
  const bool starts = quote.first == sentence.first;
  const uint32_t inside = quote.end - (quote.end > quote.first + 2 ? 2 : 1);
  const bool begins = starts || is_one_of(document, quote.first - 1, ",:");
  const bool ends = quote.end >= sentence.end ||
                    is_one_of(document, inside, ",?!") ||
                    is_one_of(document, quote.end, starts ? "," : ".");
  return begins && ends &&
         (starts || has_finite(document, quote.first, quote.end));
}

/* The part of quote `index` in a sentence, with its marks. */
static Stretch
stretch_of(const Quotes* quotes, uint32_t index, Sentence sentence) {
  const Quote* const quote = &quotes->items.items[index];
  const uint32_t first = quote->first - (quote->first > 0);
  const uint32_t end = quote->end + !quote->open;
  return (Stretch){ first > sentence.first ? first : sentence.first,
                    end < sentence.end ? end : sentence.end };
}

/* Numbers the nodes that begin in `stretch`. */
static void
stretch_number(const Parsing* parser, uint32_t first, Stretch stretch,
               uint32_t number, uint32_t* part) {
  const Trees* const trees = parser->trees;
  const uint32_t begin = trees->of_token[stretch.first];
  const uint32_t last = trees->of_token[stretch.end - 1];
  const bool before = trees->nodes.items[begin].first < stretch.first;
  for (uint32_t i = begin + before; i <= last; i++) {
    part[i - first] = number;
  }
}

/* Whether the sentence itself has a verb. */
static bool
has_verb(const Parsing* parser, uint32_t first, const uint32_t* part) {
  const Trees* const trees = parser->trees;
  for (uint32_t i = first; i < trees->nodes.length; i++) {
    if (part[i - first] == 0 && trees->nodes.items[i].upos == UPOS_VERB) {
      return true;
    }
  }
  return false;
}

/* Whether a clause that begins at `token` depends on another: "As talks
 * failed, the ministry said". */
static bool
is_subordinate(const Document* document, uint32_t token) {
  const Node* const tag = &document->tags[token];
  return tag->upos == UPOS_SCONJ || tag->upos == UPOS_CCONJ ||
         tag->xpos == XPOS_WRB || tag->upos == UPOS_ADP;
}

/* Whether `token` may stand in the name of who reports. */
static bool
is_nominal(const Document* document, uint32_t token) {
  const Node* const tag = &document->tags[token];
  return tag->upos != UPOS_VERB && tag->upos != UPOS_AUX &&
         tag->upos != UPOS_SCONJ && tag->upos != UPOS_CCONJ &&
         tag->xpos != XPOS_WP && tag->xpos != XPOS_WDT && tag->xpos != XPOS_WRB;
}

/* Where the comma is behind which a short clause that reports ends the
 * sentence: "Talks failed, the ministry said late on Monday.", "Talks failed,
 * says a source."; or NOTHING. */
static uint32_t
comma_before_report(const Parsing* parser, Sentence sentence) {
  const Document* const document = parser->document;
  const uint32_t least = sentence.end > sentence.first + REPORT_LENGTH
                           ? sentence.end - REPORT_LENGTH
                           : sentence.first;
  uint32_t verb = NOTHING;
  for (uint32_t i = sentence.end - 1; i > least; i--) {
    if (is_one_of(document, i, ",")) {
      return verb != NOTHING && (verb != i + 1 || verb + 2 < sentence.end)
               ? i
               : NOTHING;
    }
    const uint8_t xpos = document->tags[i].xpos;
    if (verb == NOTHING && parser->shapes->letters[i] == 'y' &&
        (xpos == XPOS_VBD || xpos == XPOS_VBZ || xpos == XPOS_VBP)) {
      verb = i;
    } else if (!is_nominal(document, i)) {
      return NOTHING;
    }
  }
  return NOTHING;
}

/* The clause before one that ends the sentence and reports it: parsed apart,
 * too. */
static Stretch
reported_find(const Parsing* parser, Sentence sentence) {
  const Document* const document = parser->document;
  const Stretch none = { sentence.first, sentence.first };
  if (is_subordinate(document, sentence.first)) {
    return none;
  }
  const uint32_t comma = comma_before_report(parser, sentence);
  return comma != NOTHING && has_finite(document, sentence.first, comma)
           ? (Stretch){ sentence.first, comma + 1 }
           : none;
}

void
att_segments_find(const Parsing* parser, uint32_t first, uint32_t* part) {
  const Document* const document = parser->document;
  const Quotes* const quotes = &parser->trees->quotes;
  const Sentence sentence =
    document->tokens.sentences
      .items[parser->trees->nodes.items[first].sentence];
  uint32_t last = 0;
  uint32_t seen = NOTHING;
  for (uint32_t token = sentence.first; token < sentence.end; token++) {
    const uint32_t quote = quotes->of_token[token];
    if (quote == NOTHING || quote == seen) {
      continue;
    }
    seen = quote;
    const Stretch stretch = stretch_of(quotes, quote, sentence);
    if (is_clause(document, sentence, stretch)) {
      stretch_number(parser, first, stretch, ++last, part);
    }
  }
  const Stretch reported = reported_find(parser, sentence);
  if (last == 0 && reported.end > reported.first) {
    stretch_number(parser, first, reported, ++last, part);
  }
  if (last > 0 && !has_verb(parser, first, part)) {
    stretch_number(parser, first, (Stretch){ sentence.first, sentence.end }, 0,
                   part);
  }
}

/* What a segment's root at `node` hangs on: the nearest verb of the sentence
 * itself before it, else the sentence's root. */
static uint32_t
reporting_verb(const Parsing* parser, uint32_t first, const uint32_t* part,
               uint32_t node) {
  const Trees* const trees = parser->trees;
  for (uint32_t i = node; i > first; i--) {
    if (part[i - 1 - first] == 0 &&
        trees->nodes.items[i - 1].upos == UPOS_VERB) {
      return i - 1;
    }
  }
  for (uint32_t i = first; i < trees->nodes.length; i++) {
    if (part[i - first] == 0 && trees->nodes.items[i].head == NOTHING) {
      return i;
    }
  }
  return NOTHING;
}

void
att_segments_join(Parsing* parser, uint32_t first, const uint32_t* part) {
  SyntaxNode* const nodes = parser->trees->nodes.items;
  for (uint32_t i = first; i < parser->trees->nodes.length; i++) {
    if (part[i - first] == 0 || nodes[i].head != NOTHING) {
      continue;
    }
    const uint32_t verb = reporting_verb(parser, first, part, i);
    if (verb != NOTHING && !att_trees_below(parser->trees, verb, i)) {
      nodes[i].head = verb;
      nodes[i].relation = nodes[verb].upos == UPOS_VERB
                            ? (uint8_t)REL_CCOMP
                            : (uint8_t)REL_PARATAXIS;
    }
  }
}
