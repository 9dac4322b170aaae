/* Changing a store: graphs added, replaced and removed. */
/* SPDX-License-Identifier: MIT */
#include "base/sha256.h"
#include "graph/order.h"
#include "graph/store_quads.h"
#include "graph/store_terms.h"

#include <stdlib.h>

/* What a quad, and a term beside its text, take in the trees, about: to make
 * room before rather than begin again. */
#define QUAD_BYTES 128
#define TERM_BYTES 48

/* Hexadecimal digits that tell apart what graphs say of blank nodes. */
#define SCOPE_DIGITS 16

/* One addition, or removal, on its way. */
typedef struct Change {
  const AttGraph* graph;
  const char* name; /* of the graph to remove; NULL: the default graph */
  bool* used;       /* [id of the graph] */
  Slice scope;
  Arena arena; /* of one try */
  StoreRows added;
  StoreRows removed;
} Change;

typedef LIST(char) Bytes;

static AttStatus
bytes_add(Arena* arena, Bytes* bytes, Slice text) {
  for (size_t i = 0; i < text.length; i++) {
    TRY(LIST_PUSH(arena, bytes, text.start[i]));
  }
  /* No clean text holds it: texts side by side stay apart. */
  return LIST_PUSH(arena, bytes, '\0');
}

static AttStatus
term_add(Arena* arena, Bytes* bytes, const AttGraph* graph, TermId id) {
  RdfTerm term = { 0 };
  if (id != GRAPH_DEFAULT) {
    term = att_graph_term_of(graph, id);
  }
  TRY(LIST_PUSH(arena, bytes, (char)('0' + (int)term.kind)));
  TRY(bytes_add(arena, bytes, term.value));
  TRY(bytes_add(arena, bytes, term.datatype));
  return bytes_add(arena, bytes, term.language);
}

static bool
is_blank(const AttGraph* graph, TermId id) {
  return id != GRAPH_DEFAULT && att_graph_term_of(graph, id).kind == RDF_BLANK;
}

static bool
has_blank(const AttGraph* graph, const Quad* quad) {
  return is_blank(graph, quad->subject) || is_blank(graph, quad->object) ||
         is_blank(graph, quad->graph);
}

/* A digest of all that the graph says of blank nodes: the label of one means
 * the same in no other graph. */
static AttStatus
scope_chain(Arena* arena, Arena* scratch, const AttGraph* graph, Slice* out) {
  const Quad* quads = NULL;
  size_t count = 0;
  char* digits = NULL;
  TRY(att_arena_alloc(arena, SCOPE_DIGITS + 2, &digits));
  digits[0] = 'x';
  TRY(att_order_quads(scratch, graph, &quads, &count));
  Bytes bytes = { 0 };
  for (size_t i = 0; i < count; i++) {
    if (has_blank(graph, &quads[i])) {
      bytes.length = 0;
      TRY(bytes_add(scratch, &bytes, att_slice(digits)));
      TRY(term_add(scratch, &bytes, graph, quads[i].subject));
      TRY(term_add(scratch, &bytes, graph, quads[i].predicate));
      TRY(term_add(scratch, &bytes, graph, quads[i].object));
      TRY(term_add(scratch, &bytes, graph, quads[i].graph));
      att_sha256_hex((Slice){ bytes.items, bytes.length }, SCOPE_DIGITS,
                     digits + 1);
    }
  }
  *out = (Slice){ digits, SCOPE_DIGITS + 1 };
  return ATT_OK;
}

static AttStatus
scope_find(Arena* arena, const AttGraph* graph, Slice* out) {
  bool found = false;
  *out = SLICE("");
  for (size_t i = 1; i <= att_graph_term_count(graph) && !found; i++) {
    found = is_blank(graph, (TermId)i);
  }
  if (!found) {
    return ATT_OK;
  }
  Arena scratch = att_arena_begin(GRAPH_CEILING);
  const AttStatus status = scope_chain(arena, &scratch, graph, out);
  att_arena_end(&scratch);
  return status;
}

static AttStatus
used_find(Arena* arena, const AttGraph* graph, bool** out) {
  bool* used = NULL;
  TRY(att_arena_alloc(arena, att_graph_term_count(graph) + 1, &used));
  for (size_t i = 0; i < att_graph_size(graph); i++) {
    const Quad quad = att_graph_quad(graph, i);
    used[quad.subject] = true;
    used[quad.predicate] = true;
    used[quad.object] = true;
    used[quad.graph] = true;
  }
  /* No term has the default graph's number. */
  used[GRAPH_DEFAULT] = false;
  *out = used;
  return ATT_OK;
}

static size_t
room_for(const AttGraph* graph, const bool* used) {
  size_t room = att_graph_size(graph) * QUAD_BYTES;
  for (size_t i = 1; i <= att_graph_term_count(graph); i++) {
    if (used[i]) {
      const RdfTerm term = att_graph_term_of(graph, (TermId)i);
      room += term.value.length + TERM_BYTES;
    }
  }
  return room;
}

/* The quads of the graph as rows of the store, sorted. */
static AttStatus
rows_make(Change* change, const TermId* ids, StoreRow** out) {
  const size_t count = att_graph_size(change->graph);
  StoreRow* rows = NULL;
  TRY(att_arena_alloc(&change->arena, count * sizeof *rows, &rows));
  for (size_t i = 0; i < count; i++) {
    const Quad quad = att_graph_quad(change->graph, i);
    rows[i] = (StoreRow){ { ids[quad.subject], ids[quad.predicate],
                            ids[quad.object], ids[quad.graph] } };
  }
  att_store_rows_sort(rows, count);
  *out = rows;
  return ATT_OK;
}

/* What joins the default graph: what is there stays. */
static AttStatus
default_compare(Change* change, StoreTxn* txn, const StoreRow* rows,
                size_t count) {
  for (size_t i = 0; i < count; i++) {
    bool there = false;
    TRY(att_store_row_find(txn, &rows[i], &there));
    if (!there) {
      TRY(LIST_PUSH(&change->arena, &change->added, rows[i]));
    }
  }
  return ATT_OK;
}

/* What makes the named graph that is there into `rows`, all of which are of
 * that graph. */
static AttStatus
named_compare(Change* change, StoreTxn* txn, const StoreRow* rows,
              size_t count) {
  StoreRows old = { 0 };
  TRY(att_store_rows_of(txn, &change->arena, rows[0].term[3], &old));
  size_t at = 0;
  for (size_t i = 0; i < count || at < old.length;) {
    int side = i == count ? 1 : -1;
    if (i < count && at < old.length) {
      side = att_store_row_compare(&rows[i], &old.items[at]);
    }
    if (side < 0) {
      TRY(LIST_PUSH(&change->arena, &change->added, rows[i]));
    } else if (side > 0) {
      TRY(LIST_PUSH(&change->arena, &change->removed, old.items[at]));
    }
    i += side <= 0;
    at += side >= 0;
  }
  return ATT_OK;
}

static AttStatus
rows_compare(Change* change, StoreTxn* txn, const StoreRow* rows) {
  const size_t count = att_graph_size(change->graph);
  for (size_t begin = 0; begin < count;) {
    size_t end = begin;
    while (end < count && rows[end].term[3] == rows[begin].term[3]) {
      end++;
    }
    const bool named = rows[begin].term[3] != GRAPH_DEFAULT;
    TRY((named ? named_compare : default_compare)(change, txn, rows + begin,
                                                  end - begin));
    begin = end;
  }
  return ATT_OK;
}

static int
id_compare(const void* left, const void* right) {
  const TermId a = *(const TermId*)left;
  const TermId b = *(const TermId*)right;
  return (a > b) - (a < b);
}

/* Removes the terms that nothing holds any more. */
static AttStatus
terms_sweep(Change* change, StoreTxn* txn) {
  const size_t count = change->removed.length * 4;
  TermId* ids = NULL;
  TRY(att_arena_alloc(&change->arena, count * sizeof *ids, &ids));
  for (size_t i = 0; i < change->removed.length; i++) {
    memcpy(ids + 4 * i, change->removed.items[i].term, 4 * sizeof *ids);
  }
  qsort(ids, count, sizeof *ids, id_compare);
  for (size_t i = 0; i < count; i++) {
    bool used = ids[i] == GRAPH_DEFAULT || (i > 0 && ids[i] == ids[i - 1]);
    if (!used) {
      TRY(att_store_term_used(txn, ids[i], &used));
    }
    if (!used) {
      TRY(att_store_term_drop(txn, ids[i]));
    }
  }
  return ATT_OK;
}

static AttStatus
change_apply(Change* change, StoreTxn* txn) {
  TRY(
    att_store_rows_remove(txn, change->removed.items, change->removed.length));
  TRY(att_store_rows_add(txn, change->added.items, change->added.length));
  return change->removed.length > 0 ? terms_sweep(change, txn) : ATT_OK;
}

static void
change_reset(Change* change) {
  att_arena_reset(&change->arena);
  change->added = (StoreRows){ 0 };
  change->removed = (StoreRows){ 0 };
}

static AttStatus
addition(void* user, StoreTxn* txn) {
  Change* const change = user;
  const TermsWanted wanted = { change->graph, change->used, change->scope };
  TermId* ids = NULL;
  StoreRow* rows = NULL;
  change_reset(change);
  TRY(att_store_terms_add(txn, &change->arena, &wanted, &ids));
  TRY(rows_make(change, ids, &rows));
  TRY(rows_compare(change, txn, rows));
  return change_apply(change, txn);
}

AttStatus
att_store_add(AttStore* store, const AttGraph* graph) {
  Change change = { .graph = graph, .arena = att_arena_begin(GRAPH_CEILING) };
  Arena arena = att_arena_begin(GRAPH_CEILING);
  AttStatus status = scope_find(&arena, graph, &change.scope);
  if (status == ATT_OK) {
    status = used_find(&arena, graph, &change.used);
  }
  if (status == ATT_OK) {
    status =
      att_store_write(store, room_for(graph, change.used), addition, &change);
  }
  att_arena_end(&change.arena);
  att_arena_end(&arena);
  return status;
}

/* The id of the graph to remove. */
static AttStatus
name_find(const Change* change, StoreTxn* txn, TermId* out) {
  *out = GRAPH_DEFAULT;
  if (change->name == NULL) {
    return ATT_OK;
  }
  const bool blank = strncmp(change->name, "_:", 2) == 0;
  const RdfTerm term = { .kind = blank ? RDF_BLANK : RDF_IRI,
                         .value = att_slice(change->name + (blank ? 2 : 0)) };
  TRY(att_store_term_find(txn, &term, out));
  if (*out == GRAPH_DEFAULT) {
    *out = UINT32_MAX;
  }
  return ATT_OK;
}

static AttStatus
removal(void* user, StoreTxn* txn) {
  Change* const change = user;
  TermId name = GRAPH_DEFAULT;
  change_reset(change);
  TRY(name_find(change, txn, &name));
  TRY(att_store_rows_of(txn, &change->arena, name, &change->removed));
  if (change->removed.length == 0) {
    att_report(&txn->store->sink, ATT_ERROR,
               (Place){ .file = txn->store->name },
               change->name == NULL ? "The store has no triples without a graph"
                                    : "The store has no graph %s",
               change->name);
    return ATT_INPUT;
  }
  return change_apply(change, txn);
}

AttStatus
att_store_remove(AttStore* store, const char* name) {
  Change change = { .name = name, .arena = att_arena_begin(GRAPH_CEILING) };
  const AttStatus status = att_store_write(store, 0, removal, &change);
  att_arena_end(&change.arena);
  return status;
}
