/* What Rasqal reads triples from: an index, behind the door to Redland. */
/* SPDX-License-Identifier: MIT */
#include "graph/query_source.h"

#include "graph/query_dataset.h"
#include "graph/query_inspect.h"
#include "graph/query_literal.h"
#include "graph/query_order.h"
#include "graph/rewrite.h"

#include <rasqal.h>
#include <stdlib.h>

/* Literals whose rank is remembered by their address; a power of two. */
#define CACHE_SIZE ((size_t)1 << 14)

/* Parts of a triple, by place. */
static const rasqal_triple_parts parts_of[3] = { RASQAL_TRIPLE_SUBJECT,
                                                 RASQAL_TRIPLE_PREDICATE,
                                                 RASQAL_TRIPLE_OBJECT };

struct QuerySource {
  const QuerySetting* setting;
  rasqal_world* world;
  Arena arena;
  Index index;
  rasqal_literal** literals; /* [rank]: made when first needed */
  LIST(uint32_t) made;       /* ranks of those */
  uint32_t* cache;           /* ranks of literals, by address */
  Names names;               /* that the query selects */
  LIST(TermId) allowed;      /* by FROM NAMED, where there is FROM */
  bool restricted;           /* there is FROM or FROM NAMED */
  Intern spellings;          /* of values that Rasqal spells its own way */
  LIST(uint32_t) spelt;      /* [spelling - 1]: rank */
  size_t steps;
  AttStatus status;
};

/* The source of one query. */
typedef struct Run {
  QuerySource* source;
  bool correlated; /* a variable's value is that of the row on the left */
} Run;

/* One triple pattern being matched. */
typedef struct Match {
  QuerySource* source;
  uint32_t graph; /* rank, where the pattern is of one */
  TripleReader reader;
  rasqal_variable* variables[3]; /* to be set here, or NULL */
} Match;

static void
stop(QuerySource* source, AttStatus status) {
  if (source->status == ATT_OK) {
    source->status = status;
  }
}

AttStatus
att_source_status(const QuerySource* source) {
  const StoreView* const view = att_graph_view(source->setting->graph);
  const AttStatus seen = view == NULL ? ATT_OK : att_view_status(view);
  return seen != ATT_OK ? seen : source->status;
}

/* One string for a term: its datatype, a tab that no IRI holds, its value. */
static AttStatus
spelling_of(Arena* arena, const RdfTerm* term, Slice* out) {
  const size_t head = term->datatype.length + 1;
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, head + term->value.length, &bytes));
  memcpy(bytes, term->datatype.start, head - 1);
  bytes[head - 1] = '\t';
  memcpy(bytes + head, term->value.start, term->value.length);
  *out = (Slice){ bytes, head + term->value.length };
  return ATT_OK;
}

/* Rasqal spells decimals, booleans, dates and large integers its own way.
 * Remembers whose spelling it is; two terms with one are one to Rasqal. */
static AttStatus
spelling_add(QuerySource* source, rasqal_literal* literal, uint32_t rank) {
  const RdfTerm term = att_literal_term(literal);
  if (term.datatype.length == 0) {
    return ATT_OK;
  }
  Slice spelling;
  uint32_t id = 0;
  TRY(spelling_of(&source->arena, &term, &spelling));
  TRY(att_intern(&source->arena, &source->spellings, spelling, &id));
  if (id > source->spelt.length) {
    return LIST_PUSH(&source->arena, &source->spelt, rank);
  }
  if (source->spelt.items[id - 1] != rank) {
    att_report(source->setting->sink, ATT_ERROR, source->setting->place,
               "The graph writes the value %.100s in two ways, which cannot be "
               "told apart",
               (const char*)literal->string);
    return ATT_QUERY;
  }
  return ATT_OK;
}

const Names*
att_source_names(const QuerySource* source) {
  return &source->names;
}

RdfTerm
att_source_term(const QuerySource* source, RdfTerm term) {
  if (term.kind != RDF_LITERAL || term.datatype.length == 0) {
    return term;
  }
  Arena scratch = att_arena_begin(GRAPH_CEILING);
  Slice spelling;
  uint32_t id = INTERN_NONE;
  if (spelling_of(&scratch, &term, &spelling) == ATT_OK) {
    id = att_intern_find(&source->spellings, spelling);
  }
  att_arena_end(&scratch);
  if (id == INTERN_NONE) {
    return term;
  }
  const uint32_t rank = source->spelt.items[id - 1];
  return att_graph_term_of(source->index.graph,
                           att_index_id(&source->index, rank));
}

static uint32_t*
cache_slot(QuerySource* source, const rasqal_literal* literal) {
  const uint64_t hash = (uint64_t)(uintptr_t)literal * 0x9E3779B97F4A7C15U;
  return &source->cache[hash >> 32 & (CACHE_SIZE - 1)];
}

/* Rasqal's literal for a rank; ours to keep. NULL after a stop. */
static rasqal_literal*
literal_of(QuerySource* source, uint32_t rank) {
  if (source->literals[rank] == NULL) {
    const RdfTerm term = att_graph_term_of(source->index.graph,
                                           att_index_id(&source->index, rank));
    rasqal_literal* const literal =
      term.kind == RDF_NONE ? NULL : att_literal_new(source->world, &term);
    if (literal == NULL) {
      stop(source, ATT_NO_MEMORY);
      return NULL;
    }
    source->literals[rank] = literal;
    AttStatus status = LIST_PUSH(&source->arena, &source->made, rank);
    if (status == ATT_OK) {
      status = spelling_add(source, literal, rank);
    }
    if (status != ATT_OK) {
      stop(source, status);
      return NULL;
    }
  }
  *cache_slot(source, source->literals[rank]) = rank;
  return source->literals[rank];
}

/* The rank of a literal, or 0 if the graph has no such term. */
static uint32_t
rank_of(QuerySource* source, rasqal_literal* literal) {
  const uint32_t cached = *cache_slot(source, literal);
  if (cached != 0 && source->literals[cached] == literal) {
    return cached;
  }
  const RdfTerm term = att_source_term(source, att_literal_term(literal));
  if (term.kind == RDF_NONE) {
    return 0;
  }
  const TermId id = att_graph_find(source->index.graph, term);
  return id == 0 ? 0 : att_index_rank(&source->index, id);
}

static bool
is_allowed(const QuerySource* source, TermId graph) {
  for (size_t i = 0; i < source->allowed.length; i++) {
    if (source->allowed.items[i] == graph) {
      return true;
    }
  }
  return !source->restricted;
}

/* The triples a pattern is matched against; false if there is no such graph.
 * `*rank` is kept for the graph's. */
static bool
triples_of(QuerySource* source, rasqal_literal* graph, uint32_t* rank,
           TripleSet* out) {
  if (graph == NULL) {
    *out = source->index.triples;
    return true;
  }
  *rank = rank_of(source, graph);
  return *rank != 0 &&
         is_allowed(source, att_index_id(&source->index, *rank)) &&
         att_index_graph(&source->index, rank, out);
}

/* A place of the pattern: a rank to look for, or a variable to set. False if
 * no triple can have it. */
static bool
place_fill(const Run* run, rasqal_literal* literal, bool bound_here,
           rasqal_variable** variable, uint32_t* key) {
  rasqal_variable* const found = rasqal_literal_as_variable(literal);
  *variable = NULL;
  *key = 0;
  if (found != NULL) {
    if (found->value == NULL || (bound_here && !run->correlated)) {
      *variable = found;
      return true;
    }
    literal = found->value;
  }
  *key = rank_of(run->source, literal);
  return *key != 0;
}

static rasqal_triple_parts
match_bind(rasqal_triples_match* match, void* user,
           rasqal_variable* bindings[4], rasqal_triple_parts parts) {
  const Match* const state = user;
  const Triple* const triple = state->reader.range.begin;
  (void)match;
  (void)bindings;
  unsigned bound = 0;
  for (size_t i = 0; i < 3; i++) {
    rasqal_variable* const variable = state->variables[i];
    for (size_t j = 0; j < i; j++) {
      if (variable != NULL && state->variables[j] == variable &&
          triple->term[i] != triple->term[j]) {
        return (rasqal_triple_parts)0;
      }
    }
    if (variable != NULL) {
      rasqal_literal* const literal =
        literal_of(state->source, triple->term[i]);
      if (literal == NULL) {
        return (rasqal_triple_parts)0;
      }
      rasqal_variable_set_value(variable,
                                rasqal_new_literal_from_literal(literal));
      bound |= (unsigned)parts_of[i];
    }
  }
  /* Nothing to set is a match too, and 0 would mean none. */
  return bound == 0 ? parts : (rasqal_triple_parts)bound;
}

static void
match_next(rasqal_triples_match* match, void* user) {
  Match* const state = user;
  QuerySource* const source = state->source;
  (void)match;
  state->reader.range.begin++;
  source->steps++;
  stop(source, att_triples_fetch(&state->reader));
  if (source->steps > STEP_LIMIT && source->status == ATT_OK) {
    att_report(source->setting->sink, ATT_ERROR, source->setting->place,
               "The query looks at more than %zu triples", STEP_LIMIT);
    stop(source, ATT_LIMIT);
  }
}

static int
match_is_end(rasqal_triples_match* match, void* user) {
  const Match* const state = user;
  (void)match;
  return state->reader.range.begin >= state->reader.range.end ||
         att_source_status(state->source) != ATT_OK;
}

static void
match_finish(rasqal_triples_match* match, void* user) {
  Match* const state = user;
  (void)match;
  att_triples_end(&state->reader);
  free(state);
}

static int
match_init(rasqal_triples_match* match, rasqal_triples_source* from, void* user,
           rasqal_triple_meta* meta, rasqal_triple* triple) {
  const Run* const run = user;
  QuerySource* const source = run->source;
  (void)from;
  Match* const state = calloc(1, sizeof *state);
  if (state == NULL) {
    stop(source, ATT_NO_MEMORY);
    return 1;
  }
  state->source = source;
  match->user_data = state;
  match->bind_match = match_bind;
  match->next_match = match_next;
  match->is_end = match_is_end;
  match->finish = match_finish;
  rasqal_literal* const places[3] = { triple->subject, triple->predicate,
                                      triple->object };
  uint32_t key[3];
  bool possible = true;
  for (size_t i = 0; i < 3; i++) {
    const bool here = ((unsigned)meta->parts & (unsigned)parts_of[i]) != 0;
    possible =
      place_fill(run, places[i], here, &state->variables[i], &key[i]) &&
      possible;
    meta->bindings[i] = state->variables[i];
  }
  TripleSet set;
  if (possible && triples_of(source, triple->origin, &state->graph, &set)) {
    att_triples_begin(&set, key, &state->reader);
  }
  return 0;
}

/* Whether it is the triple that every graph is taken to have. */
static bool
is_true(const rasqal_triple* triple) {
  return rasqal_literal_get_rdf_term_type(triple->subject) ==
           RASQAL_LITERAL_URI &&
         att_slice_is(att_uri_slice(triple->subject->value.uri), TRUE_IRI);
}

static int
triple_present(rasqal_triples_source* from, void* user, rasqal_triple* triple) {
  const Run* const run = user;
  QuerySource* const source = run->source;
  (void)from;
  if (is_true(triple)) {
    return 1;
  }
  TripleSet set;
  uint32_t graph = 0;
  const uint32_t key[3] = { rank_of(source, triple->subject),
                            rank_of(source, triple->predicate),
                            rank_of(source, triple->object) };
  return key[0] != 0 && key[1] != 0 && key[2] != 0 &&
         triples_of(source, triple->origin, &graph, &set) &&
         att_triples_count(&set, key) > 0;
}

/* What FROM and FROM NAMED say, if the query has them. */
static AttStatus
scope_read(QuerySource* source, rasqal_query* query, IndexScope* out) {
  LIST(TermId) defaults = { 0 };
  rasqal_data_graph* from = NULL;
  for (int i = 0; (from = rasqal_query_get_data_graph(query, i)) != NULL; i++) {
    const TermId id =
      att_graph_find(source->setting->graph,
                     (RdfTerm){ .kind = RDF_IRI,
                                .value = att_uri_slice(from->uri) });
    const bool background = (from->flags & RASQAL_DATA_GRAPH_BACKGROUND) != 0;
    source->restricted = true;
    if (id != 0 && background) {
      TRY(LIST_PUSH(&source->arena, &defaults, id));
    } else if (id != 0) {
      TRY(LIST_PUSH(&source->arena, &source->allowed, id));
    }
  }
  out->restricted = source->restricted;
  out->only_unnamed = source->setting->only_unnamed;
  out->defaults = defaults.items;
  out->default_count = defaults.length;
  return ATT_OK;
}

static uint32_t
rank_for_order(void* user, rasqal_literal* literal) {
  return rank_of(user, literal);
}

/* Once Rasqal has no more rows it tells no names either. */
static AttStatus
names_keep(QuerySource* source, rasqal_query* query) {
  raptor_sequence* const bound =
    rasqal_query_get_bound_variable_sequence(query);
  const int count = bound == NULL ? 0 : raptor_sequence_size(bound);
  for (int i = 0; i < count; i++) {
    const rasqal_variable* const variable = raptor_sequence_get_at(bound, i);
    Slice name = att_slice((const char*)variable->name);
    if (att_slice_starts(name, SLICE(OWN_VARIABLE))) {
      continue;
    }
    TRY(att_slice_copy(&source->arena, name, &name));
    TRY(LIST_PUSH(&source->arena, &source->names, name));
  }
  return ATT_OK;
}

/* Room for every term, which takes no memory before it is used. */
static AttStatus
literals_make(QuerySource* source) {
  const size_t count = att_graph_term_count(source->setting->graph);
  source->literals = calloc(count + 1, sizeof *source->literals);
  return source->literals == NULL ? ATT_NO_MEMORY : ATT_OK;
}

static AttStatus
source_begin(QuerySource* source, rasqal_query* query) {
  IndexScope scope = { 0 };
  TRY(att_query_inspect(query, source->setting));
  if (source->literals == NULL) {
    TRY(scope_read(source, query, &scope));
    TRY(names_keep(source, query));
    TRY(att_index_build(&source->arena, source->setting->graph, &scope,
                        &source->index));
    TRY(literals_make(source));
  }
  TRY(att_dataset_declare(query, source->world,
                          source->restricted ? NULL : &source->index));
  const OrderHelp help = { &source->index, rank_for_order, source };
  return att_query_reorder(&source->arena, query, &help);
}

static void
source_forget(void* user) {
  (void)user;
}

static int
source_open(rasqal_query* query, void* factory, void* user,
            rasqal_triples_source* out) {
  QuerySource* const source = factory;
  out->version = 1;
  out->init_triples_match = match_init;
  out->triple_present = triple_present;
  out->free_triples_source = source_forget;
  Run* const run = user;
  *run = (Run){ source, att_query_is_nested_loop(query) };
  const AttStatus status = source_begin(source, query);
  if (status != ATT_OK) {
    stop(source, status);
  }
  return status == ATT_OK ? 0 : 1;
}

static int
source_register(rasqal_triples_source_factory* factory) {
  factory->version = 1;
  factory->user_data_size = sizeof(Run);
  factory->new_triples_source = source_open;
  return 0;
}

AttStatus
att_source_new(const QuerySetting* setting, void* rasqal, QuerySource** out) {
  QuerySource* const source = calloc(1, sizeof *source);
  if (source == NULL) {
    return ATT_NO_MEMORY;
  }
  source->setting = setting;
  source->world = rasqal;
  source->arena = att_arena_begin(GRAPH_CEILING);
  AttStatus status =
    att_arena_alloc(&source->arena, CACHE_SIZE * sizeof *source->cache,
                    &source->cache);
  if (status == ATT_OK &&
      rasqal_set_triples_source_factory(rasqal, source_register, source) != 0) {
    status = ATT_NO_MEMORY;
  }
  if (status != ATT_OK) {
    att_source_free(source);
    return status;
  }
  *out = source;
  return ATT_OK;
}

void
att_source_free(QuerySource* source) {
  if (source == NULL) {
    return;
  }
  for (size_t i = 0; i < source->made.length; i++) {
    rasqal_free_literal(source->literals[source->made.items[i]]);
  }
  free(source->literals);
  att_arena_end(&source->arena);
  free(source);
}
