/* The frames of an ontology: from what is stated of them to lists by lemma. */
/* SPDX-License-Identifier: MIT */
#include "ontology/loading.h"

#include "base/utf8.h"

#include <stdlib.h>

/* A frame's words on their way to the list of their first lemma. */
typedef struct Entry {
  uint32_t lemma;
  size_t sequence; /* in order of frames and facts */
  FrameWord word;
} Entry;

typedef LIST(Entry) Entries;
typedef LIST(FrameRole) Roles;
typedef LIST(Slice) Slices;

/* The frame being made. */
typedef struct Making {
  Loading* loading;
  Entries* entries;
  Frame frame;
  Roles roles;
  Slices fires;
  Slices silent;
  bool worded; /* It has a verb or noun. */
} Making;

static const struct {
  uint32_t predicate;
  FrameFunction function;
} functions[] = {
  { NODE_SUBJECT, FUNCTION_SUBJECT },     { NODE_OBJECT, FUNCTION_OBJECT },
  { NODE_INDIRECT, FUNCTION_INDIRECT },   { NODE_CLAUSE, FUNCTION_CLAUSE },
  { NODE_POSSESSOR, FUNCTION_POSSESSOR }, { NODE_MODIFIER, FUNCTION_MODIFIER },
};

static AttStatus
lemma_intern(Loading* loading, Slice word, uint32_t* out) {
  Slice lower;
  TRY(att_utf8_lower(&loading->facts.arena, word, &lower));
  return att_intern(&loading->ontology->arena,
                    &loading->ontology->frames.lemmas, lower, out);
}

/* Takes the first word off `*phrase`; false if there is none. */
static bool
word_next(Slice* phrase, Slice* out) {
  *phrase = att_slice_trim(*phrase);
  size_t end = 0;
  while (end < phrase->length && (unsigned char)phrase->start[end] > ' ') {
    end++;
  }
  *out = att_slice_part(*phrase, 0, end);
  *phrase = att_slice_part(*phrase, end, phrase->length);
  return end > 0;
}

/* "hold talks": the first lemma heads, the others hang below it. */
static AttStatus
word_take(Making* making, const Fact* fact) {
  Loading* const loading = making->loading;
  if (!att_loading_is_text(loading, fact)) {
    return ATT_OK;
  }
  Entry entry = { .sequence = making->entries->length };
  LIST(uint32_t) rest = { 0 };
  Slice phrase = fact->text;
  Slice word;
  if (!word_next(&phrase, &word)) {
    return ATT_OK;
  }
  TRY(lemma_intern(loading, word, &entry.lemma));
  while (word_next(&phrase, &word)) {
    uint32_t lemma = INTERN_NONE;
    TRY(lemma_intern(loading, word, &lemma));
    TRY(LIST_PUSH(&loading->ontology->arena, &rest, lemma));
  }
  if (rest.length > FRAME_REST) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "More than %d words in one phrase", FRAME_REST + 1);
  }
  entry.word = (FrameWord){
    .frame = (uint32_t)loading->ontology->frames.items.length,
    .noun = fact->predicate == NODE_NOUN,
    .rest = rest.items,
    .rest_count = rest.length,
  };
  making->worded = true;
  return LIST_PUSH(&loading->facts.arena, making->entries, entry);
}

static AttStatus
sentence_take(Making* making, const Fact* fact, Slices* sentences) {
  if (!att_loading_is_text(making->loading, fact)) {
    return ATT_OK;
  }
  Slice sentence;
  TRY(att_loading_keep(making->loading, fact->text, &sentence));
  return LIST_PUSH(&making->loading->ontology->arena, sentences, sentence);
}

static AttStatus
role_add(Making* making, const Fact* fact, FrameRole role) {
  Loading* const loading = making->loading;
  role.role = att_loading_term(loading, fact);
  if (role.role == ONTOLOGY_NONE) {
    return ATT_OK;
  }
  if (loading->sorts.items[role.role] != TERM_PROPERTY) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "%s is no property: it cannot be a role",
                      att_loading_shown(loading, fact->object));
    return ATT_OK;
  }
  for (size_t i = 0; i < making->roles.length; i++) {
    const FrameRole* const known = &making->roles.items[i];
    if (known->function == role.function && known->role == role.role &&
        known->preposition == role.preposition) {
      return ATT_OK;
    }
  }
  return LIST_PUSH(&loading->ontology->arena, &making->roles, role);
}

/* A role for a grammatical function, or for the preposition that the property
 * is by its local name. */
static AttStatus
role_take(Making* making, const Fact* fact) {
  Loading* const loading = making->loading;
  FrameRole role = { .preposition = INTERN_NONE };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    if (functions[i].predicate == fact->predicate) {
      role.function = functions[i].function;
      return role_add(making, fact, role);
    }
  }
  if (att_facts_is_a(&loading->facts, fact->predicate, NODE_PREPOSITION)) {
    role.function = FUNCTION_PREPOSITION;
    TRY(lemma_intern(loading, att_facts_name(&loading->facts, fact->predicate),
                     &role.preposition));
    return role_add(making, fact, role);
  }
  const uint32_t term = loading->term_of[fact->predicate];
  if (term != ONTOLOGY_NONE && loading->sorts.items[term] == TERM_PROPERTY &&
      att_slice_starts(loading->ontology->terms.items[term].iri,
                       ATT_NAMESPACE)) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_PREDICATE),
                      "%s is no grammatical function: it says nothing of a "
                      "frame",
                      att_loading_shown(loading, fact->predicate));
  }
  return ATT_OK;
}

static AttStatus
fact_take(Making* making, const Fact* fact) {
  switch (fact->predicate) {
  case NODE_VERB:
  case NODE_NOUN:
    return word_take(making, fact);
  case NODE_FIRES:
    return sentence_take(making, fact, &making->fires);
  case NODE_SILENT:
    return sentence_take(making, fact, &making->silent);
  case NODE_EVOKES:
  case NODE_FACTUALITY:
  case NODE_COMMITS:
  case NODE_NEEDS:
    return ATT_OK;
  default:
    return role_take(making, fact);
  }
}

/* The event class that a frame evokes. */
static void
evokes_find(Making* making, uint32_t node) {
  Loading* const loading = making->loading;
  const Ontology* const ontology = loading->ontology;
  const Fact* const fact = att_loading_only(loading, node, NODE_EVOKES);
  making->frame.evokes = ONTOLOGY_NONE;
  if (fact == NULL) {
    att_loading_error(loading, att_loading_subject(loading, node),
                      "The frame %s evokes nothing",
                      att_loading_shown(loading, node));
    return;
  }
  const uint32_t term = att_loading_term(loading, fact);
  const uint32_t event = att_ontology_term(ontology, "Event");
  if (term != ONTOLOGY_NONE &&
      (event == ONTOLOGY_NONE || !att_term_is_a(ontology, term, event))) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "%s, which the frame %s evokes, is no class of events",
                      att_loading_shown(loading, fact->object),
                      att_loading_shown(loading, node));
  }
  making->frame.evokes = term;
}

static AttStatus
frame_make(Loading* loading, NamedNode named, Entries* entries) {
  Making making = { .loading = loading, .entries = entries };
  Frame* const frame = &making.frame;
  TRY(att_loading_keep(loading, named.name, &frame->name));
  TRY(att_loading_place(loading, att_loading_where(loading, named.node),
                        &frame->place));
  evokes_find(&making, named.node);
  const Fact* fact = att_loading_only(loading, named.node, NODE_FACTUALITY);
  frame->factuality =
    fact == NULL ? ONTOLOGY_NONE : att_loading_term(loading, fact);
  fact = att_loading_only(loading, named.node, NODE_NEEDS);
  frame->needs = fact == NULL ? ONTOLOGY_NONE : att_loading_term(loading, fact);
  frame->commits = att_loading_flag(loading, named.node, NODE_COMMITS);
  for (size_t i = 0;
       (fact = att_facts_about(&loading->facts, named.node, i)) != NULL; i++) {
    TRY(fact_take(&making, fact));
  }
  if (!making.worded) {
    att_loading_error(loading, att_loading_subject(loading, named.node),
                      "The frame %s has no words",
                      att_loading_shown(loading, named.node));
  }
  frame->roles = making.roles.items;
  frame->role_count = making.roles.length;
  frame->fires = making.fires.items;
  frame->fires_count = making.fires.length;
  frame->silent = making.silent.items;
  frame->silent_count = making.silent.length;
  return LIST_PUSH(&loading->ontology->arena, &loading->ontology->frames.items,
                   *frame);
}

static int
entry_compare(const void* left, const void* right) {
  const Entry* const a = left;
  const Entry* const b = right;
  if (a->lemma != b->lemma) {
    return a->lemma < b->lemma ? -1 : 1;
  }
  if (a->word.rest_count != b->word.rest_count) {
    return a->word.rest_count > b->word.rest_count ? -1 : 1;
  }
  return (a->sequence > b->sequence) - (a->sequence < b->sequence);
}

static AttStatus
entries_file(Ontology* ontology, Entries* entries) {
  Frames* const frames = &ontology->frames;
  TRY(att_arena_alloc(&ontology->arena,
                      frames->lemmas.strings.length * sizeof *frames->words,
                      &frames->words));
  if (entries->length > 0) {
    qsort(entries->items, entries->length, sizeof *entries->items,
          entry_compare);
  }
  for (size_t i = 0; i < entries->length; i++) {
    const Entry* const entry = &entries->items[i];
    TRY(LIST_PUSH(&ontology->arena, &frames->words[entry->lemma - 1],
                  entry->word));
  }
  return ATT_OK;
}

AttStatus
att_loading_frames(Loading* loading) {
  NamedNodes named = { 0 };
  Entries entries = { 0 };
  TRY(att_loading_instances(loading, NODE_FRAME, &named));
  for (size_t i = 0; i < named.length; i++) {
    TRY(frame_make(loading, named.items[i], &entries));
  }
  return entries_file(loading->ontology, &entries);
}
