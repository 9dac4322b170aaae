/* Explaining: how a fact or a sentence was read, for a person to follow. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "ontology/locate.h"
#include "pipeline.h"
#include "report/sheet.h"

/* Deeper trees are of no sentence that a person wrote. */
#define TREE_DEPTH 64

#define BOLD "\033[1m"
#define DIM "\033[2m"
#define WARM "\033[1;33m"
#define PLAIN "\033[0m"

typedef struct Explaining {
  AttReader* reader;
  const Article* article;
  Sheet sheet;
  const AttExplain* what;
  FILE* out;
} Explaining;

static void
style(const Explaining* explaining, const char* sequence) {
  if (explaining->what->colour) {
    (void)fputs(sequence, explaining->out);
  }
}

/* Text of the article on a terminal: controls do nothing there. */
static void
text_put(const Explaining* explaining, Slice text) {
  for (size_t at = 0; at < text.length;) {
    const size_t begin = at;
    const uint32_t c = att_utf8_next(text, &at);
    if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == UINT32_MAX ||
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
      (void)fputc(c == '\n' || c == '\t' ? ' ' : '?', explaining->out);
    } else {
      (void)fwrite(text.start + begin, 1, at - begin, explaining->out);
    }
  }
}

static void
head_put(const Explaining* explaining, const char* head) {
  style(explaining, BOLD);
  (void)fprintf(explaining->out, "\n%s\n", head);
  style(explaining, PLAIN);
}

static void
dim_put(const Explaining* explaining, Slice text) {
  style(explaining, DIM);
  text_put(explaining, text);
  style(explaining, PLAIN);
}

static const Thing*
thing_at(const Explaining* explaining, uint32_t thing) {
  return &explaining->sheet.things.items[thing];
}

static AttStatus
fact_put(const Explaining* explaining, const Fact* fact) {
  const Ontology* const ontology = explaining->sheet.ontology;
  Slice property;
  TRY(att_term_words(&explaining->reader->article,
                     &ontology->terms.items[fact->property], &property));
  text_put(explaining, thing_at(explaining, fact->subject)->label);
  (void)fputc('\t', explaining->out);
  text_put(explaining, property);
  (void)fputc('\t', explaining->out);
  text_put(explaining, fact->object == SHEET_NONE
                         ? fact->value
                         : thing_at(explaining, fact->object)->label);
  return ATT_OK;
}

static AttStatus
facts_list(const Explaining* explaining) {
  for (size_t i = 0; i < explaining->sheet.facts.length; i++) {
    const Fact* const fact = &explaining->sheet.facts.items[i];
    (void)fprintf(explaining->out, "%zu\t", i + 1);
    TRY(fact_put(explaining, fact));
    (void)fputc('\t', explaining->out);
    for (size_t j = 0; j < fact->mark_count; j++) {
      style(explaining, DIM);
      (void)fputs(j == 0 ? "" : " ... ", explaining->out);
      text_put(explaining, att_sheet_words(&explaining->sheet, fact->marks[j]));
      style(explaining, PLAIN);
    }
    (void)fputc('\n', explaining->out);
  }
  return ATT_OK;
}

static Span
sentence_span(const Explaining* explaining, uint32_t sentence) {
  const Trees* const trees = &explaining->article->trees;
  const uint32_t begin = trees->first[sentence];
  const uint32_t end = trees->first[sentence + 1];
  return att_document_span(&explaining->article->document,
                           trees->nodes.items[begin].first,
                           trees->nodes.items[end - 1].end);
}

/* The sentence, with the words of up to two marks brought out. */
static void
sentence_put(const Explaining* explaining, uint32_t sentence,
             const Fact* fact) {
  const Text* const text = &explaining->article->text;
  const Span span = sentence_span(explaining, sentence);
  uint32_t at = span.begin;
  head_put(explaining, "Sentence");
  for (size_t i = 0; fact != NULL && i < fact->mark_count; i++) {
    const Mark* const mark = &explaining->sheet.marks.items[fact->marks[i]];
    if (mark->begin >= at && mark->end <= span.end) {
      text_put(explaining, att_text_slice(text, (Span){ at, mark->begin }));
      style(explaining, WARM);
      text_put(explaining,
               att_text_slice(text, (Span){ mark->begin, mark->end }));
      style(explaining, PLAIN);
      at = mark->end;
    }
  }
  text_put(explaining, att_text_slice(text, (Span){ at, span.end }));
  (void)fputc('\n', explaining->out);
}

static void
node_put(const Explaining* explaining, uint32_t node, unsigned depth) {
  const Article* const article = explaining->article;
  const SyntaxNode* const item = &article->trees.nodes.items[node];
  const uint32_t event = article->events.of_node[node];
  (void)fprintf(explaining->out, "%*s", (int)(2 * depth + 2), "");
  text_put(explaining,
           att_reading_text(&article->reading, item->first, item->end));
  (void)fputs("  ", explaining->out);
  dim_put(explaining, att_slice(att_relation_name((Relation)item->relation)));
  (void)fputc(' ', explaining->out);
  dim_put(explaining, att_slice(att_upos_name((Upos)item->upos)));
  if (event != NOTHING) {
    const Ontology* const ontology = explaining->sheet.ontology;
    const uint32_t frame = article->events.items.items[event].frame;
    (void)fputs("  ", explaining->out);
    style(explaining, WARM);
    text_put(explaining, ontology->frames.items.items[frame].name);
    style(explaining, PLAIN);
  }
  (void)fputc('\n', explaining->out);
}

/* A head before what hangs below it. */
static void
tree_put(const Explaining* explaining, uint32_t root) {
  const Trees* const trees = &explaining->article->trees;
  uint32_t stack[TREE_DEPTH];
  unsigned depth = 0;
  stack[0] = root;
  for (;;) {
    const uint32_t node = stack[depth];
    node_put(explaining, node, depth);
    uint32_t next = trees->nodes.items[node].child;
    if (next != NOTHING && depth + 1 < TREE_DEPTH) {
      stack[++depth] = next;
      continue;
    }
    do {
      next = depth == 0 ? NOTHING : trees->nodes.items[stack[depth]].next;
    } while (next == NOTHING && depth-- > 0);
    if (next == NOTHING) {
      return;
    }
    stack[depth] = next;
  }
}

static void
trees_put(const Explaining* explaining, uint32_t sentence) {
  const Trees* const trees = &explaining->article->trees;
  head_put(explaining, "Tree");
  for (uint32_t node = trees->first[sentence];
       node < trees->first[sentence + 1]; node++) {
    if (trees->nodes.items[node].head == NOTHING) {
      tree_put(explaining, node);
    }
  }
}

static void
role_put(const Explaining* explaining, const FrameRole* role) {
  static const char* const functions[] = {
    [FUNCTION_SUBJECT] = "subject",     [FUNCTION_OBJECT] = "object",
    [FUNCTION_INDIRECT] = "indirect",   [FUNCTION_CLAUSE] = "clause",
    [FUNCTION_POSSESSOR] = "possessor", [FUNCTION_MODIFIER] = "modifier",
    [FUNCTION_PREPOSITION] = NULL,
  };
  const Ontology* const ontology = explaining->sheet.ontology;
  const char* const name = functions[role->function];
  (void)fputs("  ", explaining->out);
  text_put(explaining,
           name != NULL
             ? att_slice(name)
             : att_intern_string(&ontology->frames.lemmas, role->preposition));
  (void)fputs(": ", explaining->out);
  text_put(explaining, ontology->terms.items[role->role].name);
  (void)fputc('\n', explaining->out);
}

static void
frame_put(const Explaining* explaining, const Frame* frame) {
  const Ontology* const ontology = explaining->sheet.ontology;
  const Located what = { .subject = frame->name, .part = LOCATE_SUBJECT };
  const Place place = att_locate(frame->place, &what);
  head_put(explaining, "Frame");
  text_put(explaining, frame->name);
  (void)fputs(" evokes ", explaining->out);
  text_put(explaining, ontology->terms.items[frame->evokes].name);
  (void)fputs("  ", explaining->out);
  style(explaining, DIM);
  (void)fprintf(explaining->out, "%s:%u\n",
                place.file == NULL ? "" : place.file, place.line);
  style(explaining, PLAIN);
  for (size_t i = 0; i < frame->role_count; i++) {
    role_put(explaining, &frame->roles[i]);
  }
}

static void
chain_put(const Explaining* explaining, uint32_t thing) {
  const Sheet* const sheet = &explaining->sheet;
  if (thing == SHEET_NONE || thing_at(explaining, thing)->kind > THING_EVENT) {
    return;
  }
  head_put(explaining, "Mentions");
  text_put(explaining, thing_at(explaining, thing)->label);
  (void)fputc('\n', explaining->out);
  for (uint32_t i = 0; i < sheet->marks.length; i++) {
    const Mark* const mark = &sheet->marks.items[i];
    if (mark->thing == thing) {
      (void)fprintf(explaining->out, "  %u\t",
                    att_text_offset(&explaining->article->text, mark->begin));
      text_put(explaining, att_sheet_words(sheet, i));
      (void)fputc('\n', explaining->out);
    }
  }
}

/* The sentence that holds byte `at`, or NOTHING. */
static uint32_t
sentence_at(const Explaining* explaining, size_t at) {
  const Document* const document = &explaining->article->document;
  if (at >= explaining->article->text.clean.length) {
    return NOTHING;
  }
  const uint32_t token = att_document_token(document, (uint32_t)at);
  return token == document->tokens.items.length ? NOTHING
                                                : document->sentence_of[token];
}

static const Frame*
frame_named(const Explaining* explaining, Slice name) {
  const Frames* const frames = &explaining->sheet.ontology->frames;
  for (size_t i = 0; i < frames->items.length; i++) {
    if (att_slice_equals(frames->items.items[i].name, name)) {
      return &frames->items.items[i];
    }
  }
  return NULL;
}

static AttStatus
fact_explain(const Explaining* explaining) {
  const Sheet* const sheet = &explaining->sheet;
  const size_t number = explaining->what->fact;
  if (number > sheet->facts.length) {
    att_report(&explaining->reader->sink, ATT_ERROR, (Place){ 0 },
               "There is no fact %zu: there are %zu", number,
               sheet->facts.length);
    return ATT_INPUT;
  }
  const Fact* const fact = &sheet->facts.items[number - 1];
  TRY(fact_put(explaining, fact));
  (void)fputs(fact->inferred ? "\tfrom the context\n" : "\tstated\n",
              explaining->out);
  const uint32_t sentence =
    fact->mark_count == 0
      ? NOTHING
      : sentence_at(explaining, sheet->marks.items[fact->marks[0]].begin);
  if (sentence != NOTHING) {
    sentence_put(explaining, sentence, fact);
    trees_put(explaining, sentence);
  }
  const Frame* const frame = frame_named(explaining, fact->rule);
  if (frame != NULL) {
    frame_put(explaining, frame);
  }
  chain_put(explaining, fact->object);
  return ATT_OK;
}

/* The narrowest words of a thing around byte `at`. */
static uint32_t
thing_around(const Sheet* sheet, size_t at) {
  uint32_t thing = SHEET_NONE;
  for (size_t i = 0; i < sheet->marks.length; i++) {
    const Mark* const mark = &sheet->marks.items[i];
    if (mark->begin <= at && at < mark->end && mark->thing != SHEET_NONE) {
      thing = mark->thing;
    }
  }
  return thing;
}

static AttStatus
place_explain(const Explaining* explaining) {
  const Article* const article = explaining->article;
  const size_t at = explaining->what->offset + article->text.body;
  const uint32_t sentence = sentence_at(explaining, at);
  if (sentence == NOTHING) {
    att_report(&explaining->reader->sink, ATT_ERROR, (Place){ 0 },
               "There is no sentence at byte %zu: the text has %zu",
               explaining->what->offset, article->text.given.text.length);
    return ATT_INPUT;
  }
  sentence_put(explaining, sentence, NULL);
  trees_put(explaining, sentence);
  const uint32_t end = article->trees.first[sentence + 1];
  for (uint32_t node = article->trees.first[sentence]; node < end; node++) {
    const uint32_t event = article->events.of_node[node];
    if (event != NOTHING && article->events.items.items[event].node == node) {
      frame_put(explaining,
                &explaining->sheet.ontology->frames.items
                   .items[article->events.items.items[event].frame]);
    }
  }
  chain_put(explaining, thing_around(&explaining->sheet, at));
  return ATT_OK;
}

static AttStatus
article_explain(AttReader* reader, const AttArticle* given, AttGraph* graph,
                const AttExplain* what, FILE* out) {
  Article article;
  Explaining explaining = {
    .reader = reader, .article = &article, .what = what, .out = out
  };
  TRY(
    att_article_describe(reader, given, ATT_PROVENANCE_FULL, &article, graph));
  TRY(att_sheet_make(&reader->article, reader->ontology, &article.text, graph,
                     &explaining.sheet));
  if (what->fact > 0) {
    return fact_explain(&explaining);
  }
  return what->at ? place_explain(&explaining) : facts_list(&explaining);
}

AttStatus
att_reader_explain(AttReader* reader, const AttArticle* article,
                   const AttExplain* what, FILE* out) {
  AttGraph* graph = NULL;
  TRY(att_graph_new(&graph));
  const AttStatus status = article_explain(reader, article, graph, what, out);
  att_graph_free(graph);
  att_arena_reset(&reader->article);
  if (status != ATT_INPUT) {
    att_article_conclude(reader, article, status);
  }
  return status;
}
