/* Syntax: dependency trees over tokens and mentions. */
/* SPDX-License-Identifier: MIT */
#include "reading/segment.h"

#include "base/utf8.h"

/* Names of several words, and titles with their name, are taken as one node:
 * long titles break any parser. */
static bool
is_one_node(const Parsing* parser, uint32_t mention) {
  if (mention == NOTHING) {
    return false;
  }
  const Mention* const item = &parser->mentions->items.items[mention];
  return item->end > item->first + 1 && item->form != FORM_NOMINAL;
}

/* The token that stands for a name: the surname, or the last proper noun of
 * what comes before an "of". */
static uint32_t
head_token(const Parsing* parser, const Mention* mention) {
  if (mention->kind == ENTITY_PERSON) {
    return mention->name_end - 1;
  }
  for (uint32_t i = mention->first + 1; i < mention->end; i++) {
    if (parser->document->tags[i].upos == UPOS_ADP) {
      return i - 1;
    }
  }
  return mention->end - 1;
}

/* The lemma of a capitalised word that names nobody: "Ministerial". */
static AttStatus
common_lemma(Parsing* parser, Slice form, Slice* out) {
  Slice lower;
  TRY(att_utf8_lower(parser->arena, form, &lower));
  return att_lemma_find(parser->model, parser->arena, lower, UPOS_NOUN, out);
}

/* The token behind "," and "and" at `token`. */
static uint32_t
separators_skip(const Parsing* parser, uint32_t token) {
  const Document* const document = parser->document;
  while (token < document->tokens.items.length &&
         (document->tags[token].upos == UPOS_CCONJ ||
          att_slice_is(document->tokens.items.items[token].form, ","))) {
    token++;
  }
  return token;
}

/* "mining, minerals and energy sectors" from `token` on: where such a list
 * ends, taken as one noun, or `token` if there is none. The noun behind it
 * must not be an event of its own ("trade and investment talks"). */
static uint32_t
sectors_end(Parsing* parser, uint32_t token) {
  const Shapes* const shapes = parser->shapes;
  const Document* const document = parser->document;
  while (parser->sector < shapes->sectors.length &&
         shapes->sectors.items[parser->sector].first < token) {
    parser->sector++;
  }
  size_t at = parser->sector;
  uint32_t end = token;
  while (at < shapes->sectors.length &&
         shapes->sectors.items[at].first == separators_skip(parser, end) &&
         (at == parser->sector || separators_skip(parser, end) > end)) {
    end = shapes->sectors.items[at].end;
    at++;
  }
  if (at < parser->sector + 2 || end >= document->tokens.items.length ||
      document->tags[end].xpos != XPOS_NNS ||
      document->sentence_of[end] != document->sentence_of[token] ||
      att_frames_find(&parser->ontology->frames, document->lemmas[end]) !=
        NULL) {
    return token;
  }
  return end + 1;
}

static AttStatus
node_add(Parsing* parser, uint32_t sentence, uint32_t* token) {
  const Document* const document = parser->document;
  const uint32_t mention = parser->mentions->at[*token];
  const bool one = is_one_node(parser, mention);
  const Mention* const item =
    mention == NOTHING ? NULL : &parser->mentions->items.items[mention];
  const uint32_t list =
    mention == NOTHING ? sectors_end(parser, *token) : *token;
  const uint32_t head = one             ? head_token(parser, item)
                        : list > *token ? list - 1
                                        : *token;
  const Node* const tag = &document->tags[head];
  const bool named =
    item != NULL && item->form != FORM_NOMINAL && item->form != FORM_EVENT;
  const SyntaxNode node = {
    .first = *token,
    .end = one ? item->end : head + 1,
    .mention = named ? mention : NOTHING,
    .head = NOTHING,
    .child = NOTHING,
    .next = NOTHING,
    .sentence = sentence,
    .upos = tag->upos,
    .xpos = tag->xpos,
    .form = tag->form,
    .lemma = document->lemmas[head],
  };
  SyntaxNode made = node;
  /* Whatever the tagger made of a strange surname. */
  if (named &&
      (item->form == FORM_TITLED || (one && item->form == FORM_NAME))) {
    made.upos = UPOS_PROPN;
    made.xpos = XPOS_NNP;
  }
  if (!named && tag->upos == UPOS_PROPN) {
    TRY(common_lemma(parser, tag->form, &made.lemma));
  }
  for (uint32_t i = node.first; i < node.end; i++) {
    parser->trees->of_token[i] = (uint32_t)parser->trees->nodes.length;
  }
  *token = node.end;
  return LIST_PUSH(parser->arena, &parser->trees->nodes, made);
}

/* Hangs the nodes from `first` on below their heads, in text order. */
static void
children_link(Trees* trees, uint32_t first) {
  for (uint32_t i = (uint32_t)trees->nodes.length; i > first; i--) {
    SyntaxNode* const node = &trees->nodes.items[i - 1];
    if (node->head != NOTHING) {
      SyntaxNode* const head = &trees->nodes.items[node->head];
      node->next = head->child;
      head->child = i - 1;
    }
  }
}

/* The token whose tag and form stand for a node. */
static uint32_t
node_token(const Parsing* parser, const SyntaxNode* node) {
  const uint32_t mention = parser->mentions->at[node->first];
  return mention == NOTHING || node->end == node->first + 1
           ? node->end - 1
           : head_token(parser, &parser->mentions->items.items[mention]);
}

/* Nodes `begin` up to `end` of a sentence, or those of them that have its
 * number. */
typedef struct Segment {
  uint32_t number;
  uint32_t begin;
  uint32_t end;
} Segment;

/* Parses a segment of the sentence from node `first` on, without the loose
 * nodes. */
static AttStatus
segment_parse(Parsing* parser, uint32_t first, const uint32_t* part,
              Segment segment) {
  Trees* const trees = parser->trees;
  const size_t count = segment.end - segment.begin;
  Node* nodes = NULL;
  uint32_t* place = NULL;
  TRY(att_arena_alloc(parser->arena, count * sizeof *nodes, &nodes));
  TRY(att_arena_alloc(parser->arena, count * sizeof *place, &place));
  size_t used = 0;
  for (uint32_t i = segment.begin; i < segment.end; i++) {
    const SyntaxNode* const node = &trees->nodes.items[first + i];
    if (part[i] == segment.number &&
        att_mend_loose(parser, first + i, first) == NOTHING &&
        att_mend_attributed(parser, first + i) == NOTHING) {
      place[used] = first + i;
      nodes[used] = parser->document->tags[node_token(parser, node)];
      nodes[used].upos = node->upos;
      nodes[used].xpos = node->xpos;
      used++;
    }
  }
  TRY(att_tree_parse(parser->model, parser->arena, nodes, used));
  for (size_t i = 0; i < used; i++) {
    SyntaxNode* const node = &trees->nodes.items[place[i]];
    node->relation = nodes[i].relation;
    node->head = nodes[i].head < 0 ? NOTHING : place[nodes[i].head];
  }
  return ATT_OK;
}

/* Hangs the nodes that the parser was spared. */
static void
loose_hang(Parsing* parser, uint32_t first) {
  Trees* const trees = parser->trees;
  for (uint32_t i = first; i < trees->nodes.length; i++) {
    const uint32_t head = att_mend_loose(parser, i, first);
    if (head != NOTHING) {
      SyntaxNode* const item = &trees->nodes.items[i];
      item->relation = item->upos == UPOS_ADP ? REL_CASE : REL_OBL_UNMARKED;
      item->head = head;
    }
    const uint32_t person = att_mend_attributed(parser, i);
    if (person != NOTHING) {
      trees->nodes.items[i].relation = REL_AMOD;
      trees->nodes.items[i].head = person;
    }
  }
}

/* Parses the nodes from `first` on. */
static AttStatus
nodes_parse(Parsing* parser, uint32_t first) {
  const uint32_t count = (uint32_t)parser->trees->nodes.length - first;
  const ArenaMark mark = att_arena_mark(parser->arena);
  uint32_t* part = NULL;
  TRY(att_arena_alloc(parser->arena, count * sizeof *part, &part));
  att_segments_find(parser, first, part);
  TRY(segment_parse(parser, first, part, (Segment){ 0, 0, count }));
  for (uint32_t begin = 0, end = 0; begin < count; begin = end) {
    while (end < count && part[end] == part[begin]) {
      end++;
    }
    if (part[begin] != 0) {
      TRY(segment_parse(parser, first, part,
                        (Segment){ part[begin], begin, end }));
    }
  }
  loose_hang(parser, first);
  att_segments_join(parser, first, part);
  att_arena_rewind(parser->arena, mark);
  return ATT_OK;
}

static AttStatus
sentence_parse(Parsing* parser, uint32_t sentence) {
  const Document* const document = parser->document;
  const Sentence span = document->tokens.sentences.items[sentence];
  Trees* const trees = parser->trees;
  const uint32_t first = (uint32_t)trees->nodes.length;
  trees->first[sentence] = first;
  for (uint32_t token = span.first; token < span.end;) {
    TRY(node_add(parser, sentence, &token));
  }
  TRY(nodes_parse(parser, first));
  children_link(trees, first);
  if (att_mend_trees(parser, first)) {
    for (size_t i = first; i < trees->nodes.length; i++) {
      trees->nodes.items[i].child = NOTHING;
      trees->nodes.items[i].next = NOTHING;
    }
    children_link(trees, first);
  }
  return ATT_OK;
}

AttStatus
att_syntax_parse(Arena* arena, const Model* model, const Ontology* ontology,
                 const Document* document, const Shapes* shapes,
                 const Mentions* mentions, Trees* out) {
  *out = (Trees){ 0 };
  const size_t sentences = document->tokens.sentences.length;
  TRY(att_arena_alloc(arena, document->tokens.items.length * sizeof(uint32_t),
                      &out->of_token));
  TRY(att_arena_alloc(arena, (sentences + 1) * sizeof(uint32_t), &out->first));
  TRY(att_quotes_find(arena, document, &out->quotes));
  Parsing parser = { .arena = arena,
                     .model = model,
                     .ontology = ontology,
                     .document = document,
                     .shapes = shapes,
                     .mentions = mentions,
                     .trees = out };
  for (uint32_t i = 0; i < sentences; i++) {
    TRY(sentence_parse(&parser, i));
  }
  out->first[sentences] = (uint32_t)out->nodes.length;
  return ATT_OK;
}

uint32_t
att_trees_child(const Trees* trees, uint32_t node, Relation relation) {
  uint32_t child = trees->nodes.items[node].child;
  while (child != NOTHING && trees->nodes.items[child].relation != relation) {
    child = trees->nodes.items[child].next;
  }
  return child;
}

Slice
att_trees_case(const Trees* trees, uint32_t node) {
  const uint32_t child = att_trees_child(trees, node, REL_CASE);
  return child == NOTHING ? (Slice){ "", 0 } : trees->nodes.items[child].lemma;
}

bool
att_trees_definite(const Trees* trees, uint32_t node) {
  static const char* const words[] = { "the", "this", "that", "these",
                                       "those" };
  const uint32_t determiner = att_trees_child(trees, node, REL_DET);
  for (size_t i = 0; determiner != NOTHING && i < 5; i++) {
    if (att_slice_is(trees->nodes.items[determiner].lemma, words[i])) {
      return true;
    }
  }
  return false;
}

bool
att_trees_below(const Trees* trees, uint32_t node, uint32_t above) {
  while (node != NOTHING && node != above) {
    node = trees->nodes.items[node].head;
  }
  return node == above;
}

uint32_t
att_trees_extent(const Trees* trees, uint32_t node, uint32_t* end) {
  const uint32_t sentence = trees->nodes.items[node].sentence;
  const uint32_t low = trees->first[sentence];
  const uint32_t high = trees->first[sentence + 1];
  uint32_t first = node;
  uint32_t last = node;
  while (first > low && att_trees_below(trees, first - 1, node)) {
    first--;
  }
  while (last + 1 < high && att_trees_below(trees, last + 1, node)) {
    last++;
  }
  *end = trees->nodes.items[last].end;
  return trees->nodes.items[first].first;
}
