/* The graph: what we say, as interned terms and distinct quads. */
/* SPDX-License-Identifier: MIT */
#include "graph/graph.h"

#include "base/iri.h"
#include "base/utf8.h"
#include "graph/index.h"
#include "graph/order.h"

#include <assert.h>
#include <stdlib.h>

/* A term's key: its kind, then the number of its datatype (a term) or of its
 * language (0 for neither), then its value. */
#define KEY_HEAD (1 + sizeof(uint32_t))

/* Keys up to this long need no memory to be looked up. */
#define KEY_SHORT 1024

/* Room for any language. */
#define LANGUAGE_ROOM 64

static const char string_datatype[] = "http://www.w3.org/2001/XMLSchema#string";

typedef enum KeyKind {
  KEY_IRI = 1,
  KEY_BLANK,
  KEY_PLAIN,
  KEY_TYPED,
  KEY_TEXT
} KeyKind;

struct AttGraph {
  Arena arena;
  Intern terms; /* keys */
  Intern languages;
  LIST(Quad) quads;  /* distinct, in order of arrival */
  uint32_t* slots;   /* open addressing: index into quads + 1 */
  size_t slot_count; /* a power of two, or 0 */
  size_t added;
  char* key; /* where the next key is built */
  size_t key_room;
  const Quad* sorted; /* of all quads, or NULL */
  StoreView* view;    /* where all of it lies instead, or NULL */
  Arena index_arena;
  Index* index; /* in there, or NULL: not asked for, or no longer right */
};

AttStatus
att_graph_new(AttGraph** out) {
  AttGraph* const graph = calloc(1, sizeof *graph);
  if (graph == NULL) {
    return ATT_NO_MEMORY;
  }
  graph->arena = att_arena_begin(GRAPH_CEILING);
  graph->index_arena = att_arena_begin(GRAPH_CEILING);
  *out = graph;
  return ATT_OK;
}

AttStatus
att_graph_new_view(StoreView* view, AttGraph** out) {
  TRY(att_graph_new(out));
  (*out)->view = view;
  return ATT_OK;
}

StoreView*
att_graph_view(const AttGraph* graph) {
  return graph->view;
}

void
att_graph_free(AttGraph* graph) {
  if (graph != NULL) {
    att_arena_end(&graph->index_arena);
    att_arena_end(&graph->arena);
    free(graph);
  }
}

static void
index_drop(AttGraph* graph) {
  if (graph->index != NULL) {
    graph->index = NULL;
    att_arena_end(&graph->index_arena);
  }
}

void
att_graph_clear(AttGraph* graph) {
  index_drop(graph);
  Arena arena = graph->arena;
  att_arena_reset(&arena);
  *graph = (AttGraph){ .arena = arena, .index_arena = graph->index_arena };
}

AttStatus
att_graph_index(AttGraph* graph) {
  if (graph->view != NULL || graph->index != NULL) {
    return ATT_OK;
  }
  Index* index = NULL;
  const IndexScope scope = { .has_named = true };
  AttStatus status =
    att_arena_alloc(&graph->index_arena, sizeof *index, &index);
  if (status == ATT_OK) {
    status = att_index_build(&graph->index_arena, graph, &scope, index);
  }
  if (status != ATT_OK) {
    att_arena_end(&graph->index_arena);
    return status;
  }
  graph->index = index;
  return ATT_OK;
}

const Index*
att_graph_kept_index(const AttGraph* graph) {
  return graph->index;
}

size_t
att_graph_size(const AttGraph* graph) {
  return graph->view != NULL ? att_view_size(graph->view) : graph->quads.length;
}

size_t
att_graph_added(const AttGraph* graph) {
  return graph->added;
}

size_t
att_graph_term_count(const AttGraph* graph) {
  return graph->view != NULL ? att_view_last_term(graph->view)
                             : graph->terms.strings.length;
}

Quad
att_graph_quad(const AttGraph* graph, size_t at) {
  assert(at < graph->quads.length);
  return graph->quads.items[at];
}

const Quad*
att_graph_quads(const AttGraph* graph) {
  return graph->quads.items;
}

static KeyKind
key_kind(const RdfTerm* term) {
  if (term->kind == RDF_IRI) {
    return KEY_IRI;
  }
  if (term->kind == RDF_BLANK) {
    return KEY_BLANK;
  }
  if (term->language.length > 0) {
    return KEY_TEXT;
  }
  const bool plain =
    term->datatype.length == 0 || att_slice_is(term->datatype, string_datatype);
  return plain ? KEY_PLAIN : KEY_TYPED;
}

static void
key_put(char* key, KeyKind kind, uint32_t detail, Slice value) {
  key[0] = (char)kind;
  memcpy(key + 1, &detail, sizeof detail);
  if (value.length > 0) {
    memcpy(key + KEY_HEAD, value.start, value.length);
  }
}

static AttStatus
key_intern(AttGraph* graph, KeyKind kind, uint32_t detail, Slice value,
           TermId* out) {
  const size_t length = KEY_HEAD + value.length;
  if (length > graph->key_room) {
    const size_t room = length < KEY_SHORT ? KEY_SHORT : length * 2;
    TRY(att_arena_alloc(&graph->arena, room, &graph->key));
    graph->key_room = room;
  }
  key_put(graph->key, kind, detail, value);
  return att_intern(&graph->arena, &graph->terms, (Slice){ graph->key, length },
                    out);
}

static TermId
key_find(const AttGraph* graph, KeyKind kind, uint32_t detail, Slice value) {
  const size_t length = KEY_HEAD + value.length;
  char room[KEY_SHORT];
  char* const key = length <= sizeof room ? room : malloc(length);
  if (key == NULL) {
    return 0;
  }
  key_put(key, kind, detail, value);
  const TermId id = att_intern_find(&graph->terms, (Slice){ key, length });
  if (key != room) {
    free(key);
  }
  return id;
}

AttStatus
att_graph_iri(AttGraph* graph, Slice iri, TermId* out) {
  /* What is there already is encoded. */
  *out = key_find(graph, KEY_IRI, 0, iri);
  if (*out != 0) {
    return ATT_OK;
  }
  TRY(att_iri_encode(&graph->arena, iri, &iri));
  return key_intern(graph, KEY_IRI, 0, iri, out);
}

/* Languages are the same whatever their case: here they are in lower case, for
 * which `room` is. No language is longer. */
static Slice
language_lower(Slice language, char room[LANGUAGE_ROOM]) {
  if (language.length > LANGUAGE_ROOM) {
    return language;
  }
  for (size_t i = 0; i < language.length; i++) {
    const char c = language.start[i];
    room[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
  }
  return (Slice){ room, language.length };
}

AttStatus
att_graph_term(AttGraph* graph, RdfTerm term, TermId* out) {
  const KeyKind kind = key_kind(&term);
  if (kind == KEY_IRI) {
    return att_graph_iri(graph, term.value, out);
  }
  uint32_t detail = 0;
  if (kind == KEY_TYPED) {
    TRY(att_graph_iri(graph, term.datatype, &detail));
  } else if (kind == KEY_TEXT) {
    char room[LANGUAGE_ROOM];
    TRY(att_intern(&graph->arena, &graph->languages,
                   language_lower(term.language, room), &detail));
  }
  TRY(att_utf8_clean(&graph->arena, term.value, &term.value));
  return key_intern(graph, kind, detail, term.value, out);
}

AttStatus
att_graph_literal(AttGraph* graph, Slice value, Slice datatype, TermId* out) {
  return att_graph_term(graph,
                        (RdfTerm){ .kind = RDF_LITERAL,
                                   .value = value,
                                   .datatype = datatype },
                        out);
}

AttStatus
att_graph_text(AttGraph* graph, Slice value, Slice language, TermId* out) {
  return att_graph_term(graph,
                        (RdfTerm){ .kind = RDF_LITERAL,
                                   .value = value,
                                   .language = language },
                        out);
}

static TermId
view_find(const AttGraph* graph, RdfTerm term) {
  char room[LANGUAGE_ROOM];
  if (key_kind(&term) == KEY_PLAIN) {
    term.datatype = (Slice){ "", 0 };
  }
  term.language = language_lower(term.language, room);
  return att_view_find(graph->view, &term);
}

TermId
att_graph_find(const AttGraph* graph, RdfTerm term) {
  if (graph->view != NULL) {
    return view_find(graph, term);
  }
  const KeyKind kind = key_kind(&term);
  uint32_t detail = 0;
  if (kind == KEY_TYPED) {
    detail = key_find(graph, KEY_IRI, 0, term.datatype);
  } else if (kind == KEY_TEXT) {
    char room[LANGUAGE_ROOM];
    detail =
      att_intern_find(&graph->languages, language_lower(term.language, room));
  }
  const bool known = detail != 0 || (kind != KEY_TYPED && kind != KEY_TEXT);
  return known ? key_find(graph, kind, detail, term.value) : 0;
}

static uint32_t
key_detail(Slice key) {
  uint32_t detail = 0;
  memcpy(&detail, key.start + 1, sizeof detail);
  return detail;
}

static Slice
key_value(Slice key) {
  return att_slice_part(key, KEY_HEAD, key.length);
}

RdfTerm
att_graph_term_of(const AttGraph* graph, TermId id) {
  if (graph->view != NULL) {
    return att_view_term(graph->view, id);
  }
  assert(id > 0 && id <= att_graph_term_count(graph));
  const Slice key = att_intern_string(&graph->terms, id);
  RdfTerm term = { .kind = RDF_LITERAL, .value = key_value(key) };
  switch ((KeyKind)key.start[0]) {
  case KEY_IRI:
    term.kind = RDF_IRI;
    break;
  case KEY_BLANK:
    term.kind = RDF_BLANK;
    break;
  case KEY_TYPED:
    term.datatype =
      key_value(att_intern_string(&graph->terms, key_detail(key)));
    break;
  case KEY_TEXT:
    term.language = att_intern_string(&graph->languages, key_detail(key));
    break;
  case KEY_PLAIN:
    break;
  }
  return term;
}

static bool
quad_equals(const Quad* a, const Quad* b) {
  return a->subject == b->subject && a->predicate == b->predicate &&
         a->object == b->object && a->graph == b->graph;
}

static uint64_t
quad_hash(const Quad* quad) {
  uint64_t hash = quad->subject;
  hash = (hash ^ hash >> 29) * 0xbf58476d1ce4e5b9U + quad->predicate;
  hash = (hash ^ hash >> 29) * 0xbf58476d1ce4e5b9U + quad->object;
  hash = (hash ^ hash >> 29) * 0xbf58476d1ce4e5b9U + quad->graph;
  hash = (hash ^ hash >> 32) * 0x94d049bb133111ebU;
  return hash ^ hash >> 31;
}

/* Where `quad` is among the slots, or the free one where it belongs. */
static size_t
slot_of(const AttGraph* graph, const Quad* quad) {
  const size_t mask = graph->slot_count - 1;
  size_t slot = (size_t)quad_hash(quad) & mask;
  while (graph->slots[slot] != 0 &&
         !quad_equals(&graph->quads.items[graph->slots[slot] - 1], quad)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

static AttStatus
slots_grow(AttGraph* graph) {
  const size_t count = graph->slot_count == 0 ? 64 : graph->slot_count * 2;
  uint32_t* slots = NULL;
  TRY(att_arena_alloc(&graph->arena, count * sizeof *slots, &slots));
  att_arena_drop(&graph->arena, graph->slots,
                 graph->slot_count * sizeof *slots);
  graph->slots = slots;
  graph->slot_count = count;
  for (size_t i = 0; i < graph->quads.length; i++) {
    size_t slot = (size_t)quad_hash(&graph->quads.items[i]) & (count - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (count - 1);
    }
    slots[slot] = (uint32_t)i + 1;
  }
  return ATT_OK;
}

AttStatus
att_graph_add(AttGraph* graph, Quad quad) {
  if ((graph->quads.length + 1) * 2 > graph->slot_count) {
    TRY(slots_grow(graph));
  }
  const size_t slot = slot_of(graph, &quad);
  if (graph->slots[slot] == 0) {
    if (graph->quads.length >= UINT32_MAX - 1) {
      return ATT_LIMIT;
    }
    TRY(LIST_PUSH(&graph->arena, &graph->quads, quad));
    graph->slots[slot] = (uint32_t)graph->quads.length;
    graph->sorted = NULL;
    index_drop(graph);
  }
  graph->added++;
  return ATT_OK;
}

AttStatus
att_graph_sorted(AttGraph* graph, const Quad** out, size_t* count) {
  const size_t size = graph->quads.length;
  if (graph->sorted == NULL && size > 0) {
    Quad* kept = NULL;
    TRY(att_arena_alloc(&graph->arena, size * sizeof *kept, &kept));
    Arena scratch = att_arena_begin(GRAPH_CEILING);
    const Quad* sorted = NULL;
    size_t length = 0;
    const AttStatus status = att_order_quads(&scratch, graph, &sorted, &length);
    if (status == ATT_OK) {
      memcpy(kept, sorted, size * sizeof *kept);
      graph->sorted = kept;
    }
    att_arena_end(&scratch);
    TRY(status);
  }
  *out = graph->sorted;
  *count = size;
  return ATT_OK;
}

static AttStatus
term_copy(AttGraph* into, const AttGraph* from, TermId id, TermId* known) {
  if (id == GRAPH_DEFAULT || known[id] != 0) {
    return ATT_OK;
  }
  return att_graph_term(into, att_graph_term_of(from, id), &known[id]);
}

static AttStatus
quads_copy(AttGraph* into, const AttGraph* from, TermId* known) {
  for (size_t i = 0; i < from->quads.length; i++) {
    const Quad quad = from->quads.items[i];
    TRY(term_copy(into, from, quad.subject, known));
    TRY(term_copy(into, from, quad.predicate, known));
    TRY(term_copy(into, from, quad.object, known));
    TRY(term_copy(into, from, quad.graph, known));
    TRY(att_graph_add(into, (Quad){ known[quad.subject], known[quad.predicate],
                                    known[quad.object], known[quad.graph] }));
  }
  return ATT_OK;
}

AttStatus
att_graph_merge(AttGraph* into, const AttGraph* from) {
  const size_t count = att_graph_term_count(from);
  TermId* const known = calloc(count + 1, sizeof *known);
  if (known == NULL) {
    return ATT_NO_MEMORY;
  }
  const AttStatus status = quads_copy(into, from, known);
  free(known);
  return status;
}

AttStatus
att_graph_absorb(AttGraph* into, AttGraph* from) {
  if (into->view != NULL || from->view != NULL || into->quads.length > 0) {
    return att_graph_merge(into, from);
  }
  index_drop(into);
  const AttGraph empty = *into;
  *into = *from;
  into->added = into->quads.length;
  *from = empty;
  return ATT_OK;
}
