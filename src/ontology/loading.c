/* Loading: what every part of an ontology needs to become one. */
/* SPDX-License-Identifier: MIT */
#include "ontology/loading.h"

#include "base/utf8.h"

#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>

/* Nobody reads more; what follows is mostly a consequence. */
#define ERROR_LIMIT 100

/* As long as att_report takes. */
#define MESSAGE_SIZE 1001

/* Bytes of a phrase that a message quotes. */
#define QUOTE_SIZE 64

void
att_loading_error(Loading* loading, Place place, const char* format, ...) {
  loading->errors++;
  if (loading->errors > ERROR_LIMIT) {
    return;
  }
  char message[MESSAGE_SIZE];
  va_list arguments;
  va_start(arguments, format);
  const int length = vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  att_report(loading->sink, ATT_ERROR, place, "%s", length < 0 ? "" : message);
  if (loading->errors == ERROR_LIMIT) {
    att_report(loading->sink, ATT_NOTE, place,
               "There may be more mistakes; no more are told");
  }
}

/* Many mistakes are told with their line alone: each column takes a file's
 * reading. */
Place
att_loading_at(const Loading* loading, const Fact* fact, LocatePart part) {
  const Facts* const facts = &loading->facts;
  const Located what = {
    .subject = att_facts_iri(facts, fact->subject),
    .predicate = att_facts_iri(facts, fact->predicate),
    .object = fact->object == NODE_NONE ? fact->text
                                        : att_facts_iri(facts, fact->object),
    .part = part,
  };
  const Place near = att_fact_place(fact);
  return loading->errors < ERROR_LIMIT ? att_locate(near, &what) : near;
}

const char*
att_loading_shown(Loading* loading, uint32_t node) {
  const Slice iri = att_facts_iri(&loading->facts, node);
  const bool ours = att_slice_starts(iri, ATT_NAMESPACE);
  const Slice name = ours
                       ? att_slice_part(iri, ATT_NAMESPACE.length, iri.length)
                       : att_facts_name(&loading->facts, node);
  const size_t room = name.length + sizeof "att:";
  char* shown = NULL;
  if (att_arena_alloc(&loading->facts.arena, room, &shown) != ATT_OK) {
    return "?";
  }
  (void)snprintf(shown, room, "%s%.*s", ours ? "att:" : "",
                 name.length > INT_MAX ? INT_MAX : (int)name.length,
                 name.start);
  return shown;
}

AttStatus
att_loading_keep(Loading* loading, Slice slice, Slice* out) {
  return att_slice_copy(&loading->ontology->arena, slice, out);
}

AttStatus
att_loading_place(Loading* loading, Place place, Place* out) {
  Slice file = { "", 0 };
  if (place.file != NULL) {
    TRY(att_loading_keep(loading, att_slice(place.file), &file));
  }
  *out = place;
  out->file = file.start;
  return ATT_OK;
}

bool
att_loading_is_text(Loading* loading, const Fact* fact) {
  if (fact->object != NODE_NONE) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "The value of %s must be text",
                      att_loading_shown(loading, fact->predicate));
    return false;
  }
  if (att_slice_trim(fact->text).length == 0) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "The value of %s is empty",
                      att_loading_shown(loading, fact->predicate));
    return false;
  }
  return true;
}

const Fact*
att_loading_only(Loading* loading, uint32_t subject, uint32_t predicate) {
  const Facts* const facts = &loading->facts;
  const Fact* const first = att_facts_first(facts, subject, predicate);
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(facts, subject, i)) != NULL; i++) {
    if (fact->predicate == predicate &&
        (fact->object != first->object ||
         !att_slice_equals(fact->text, first->text))) {
      att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                        "%s has another %s already",
                        att_loading_shown(loading, subject),
                        att_loading_shown(loading, predicate));
      break;
    }
  }
  return first;
}

bool
att_loading_flag(Loading* loading, uint32_t subject, uint32_t predicate) {
  const Fact* const fact = att_loading_only(loading, subject, predicate);
  if (fact == NULL || !att_loading_is_text(loading, fact)) {
    return false;
  }
  const bool yes =
    att_slice_is(fact->text, "true") || att_slice_is(fact->text, "1");
  if (!yes && !att_slice_is(fact->text, "false") &&
      !att_slice_is(fact->text, "0")) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "%s must be true or false",
                      att_loading_shown(loading, predicate));
  }
  return yes;
}

AttStatus
att_loading_phrase(Loading* loading, Phrasebook* book, const Fact* fact,
                   PhrasePlace* out, bool* found) {
  const AttStatus status =
    att_phrasebook_place(&loading->ontology->arena, book, fact->text, out);
  *found = status == ATT_OK;
  if (status != ATT_INPUT) {
    return status;
  }
  att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                    "No text can hold the phrase \"%.*s\"",
                    fact->text.length > QUOTE_SIZE ? QUOTE_SIZE
                                                   : (int)fact->text.length,
                    fact->text.start);
  return ATT_OK;
}

AttStatus
att_loading_file(Loading* loading, Phrasebook* book, const Fact* fact,
                 PhraseSense sense) {
  PhrasePlace place;
  bool found = false;
  TRY(att_loading_phrase(loading, book, fact, &place, &found));
  return found ? att_phrasebook_file(&loading->ontology->arena, book, place,
                                     sense.spelling, sense.value)
               : ATT_OK;
}

PhraseCase
att_loading_case(Slice phrase) {
  for (size_t at = 0; at < phrase.length;) {
    if (att_utf8_is_upper(att_utf8_next(phrase, &at))) {
      return PHRASE_CAPITAL;
    }
  }
  return PHRASE_ANY;
}

int
att_loading_integer(Loading* loading, const Fact* fact) {
  if (!att_loading_is_text(loading, fact)) {
    return 0;
  }
  /* Copied by att_slice_copy: a NUL is behind it. */
  char* end = NULL;
  const long value = strtol(fact->text.start, &end, 10);
  if (end != fact->text.start + fact->text.length || value < INT_MIN ||
      value > INT_MAX) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "The value of %s is no integer",
                      att_loading_shown(loading, fact->predicate));
    return 0;
  }
  return (int)value;
}

/* Whether a node is stated to be of `range` or of a class below it. */
static bool
is_in_range(const Loading* loading, uint32_t node, uint32_t range) {
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(&loading->facts, node, i)) != NULL;
       i++) {
    const uint32_t class = fact->predicate == NODE_TYPE
                             ? loading->term_of[fact->object]
                             : ONTOLOGY_NONE;
    if (class != ONTOLOGY_NONE &&
        att_term_is_a(loading->ontology, class, range)) {
      return true;
    }
  }
  return false;
}

uint32_t
att_loading_term(Loading* loading, const Fact* fact) {
  if (fact->object == NODE_NONE) {
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "The value of %s must be a term",
                      att_loading_shown(loading, fact->predicate));
    return ONTOLOGY_NONE;
  }
  const uint32_t term = loading->term_of[fact->object];
  const uint32_t property = loading->term_of[fact->predicate];
  const Slice iri = att_facts_iri(&loading->facts, fact->object);
  if (term == ONTOLOGY_NONE || loading->sorts.items[term] == TERM_FOREIGN) {
    /* Unknown terms of our namespace are reported with the vocabulary. */
    if (!att_slice_starts(iri, ATT_NAMESPACE)) {
      att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                        "Unknown term %.*s", (int)iri.length, iri.start);
    }
    return ONTOLOGY_NONE;
  }
  const uint32_t range = property == ONTOLOGY_NONE
                           ? ONTOLOGY_NONE
                           : loading->ontology->terms.items[property].range;
  const bool closed =
    range != ONTOLOGY_NONE && loading->sorts.items[range] == TERM_CLASS;
  if (closed && !is_in_range(loading, fact->object, range)) {
    const Slice name = loading->ontology->terms.items[range].name;
    att_loading_error(loading, att_loading_at(loading, fact, LOCATE_OBJECT),
                      "%s is no att:%.*s, as %s must be",
                      att_loading_shown(loading, fact->object),
                      (int)name.length, name.start,
                      att_loading_shown(loading, fact->predicate));
    return ONTOLOGY_NONE;
  }
  return term;
}

static int
named_compare(const void* left, const void* right) {
  const NamedNode* const a = left;
  const NamedNode* const b = right;
  const int order = att_slice_compare(a->name, b->name);
  return order != 0 ? order : (a->node > b->node) - (a->node < b->node);
}

/* Files that are kept in order need no sorting. */
static bool
is_sorted(const NamedNodes* nodes) {
  for (size_t i = 1; i < nodes->length; i++) {
    if (named_compare(&nodes->items[i - 1], &nodes->items[i]) > 0) {
      return false;
    }
  }
  return true;
}

void
att_loading_sort(NamedNodes* nodes) {
  if (!is_sorted(nodes)) {
    qsort(nodes->items, nodes->length, sizeof *nodes->items, named_compare);
  }
}

static const Fact*
first_fact(const Loading* loading, uint32_t node) {
  const Fact* const typed = att_facts_first(&loading->facts, node, NODE_TYPE);
  return typed != NULL ? typed : att_facts_about(&loading->facts, node, 0);
}

Place
att_loading_where(const Loading* loading, uint32_t node) {
  const Fact* const fact = first_fact(loading, node);
  return fact != NULL ? att_fact_place(fact) : (Place){ 0 };
}

Place
att_loading_subject(const Loading* loading, uint32_t node) {
  const Fact* const fact = first_fact(loading, node);
  return fact != NULL ? att_loading_at(loading, fact, LOCATE_SUBJECT)
                      : (Place){ 0 };
}

AttStatus
att_loading_instances(Loading* loading, uint32_t class, NamedNodes* out) {
  Nodes nodes = { 0 };
  NamedNodes named = { 0 };
  TRY(att_facts_instances(&loading->facts, class, &nodes));
  for (size_t i = 0; i < nodes.length; i++) {
    const uint32_t node = nodes.items[i];
    const Slice name = att_facts_name(&loading->facts, node);
    TRY(LIST_PUSH(&loading->facts.arena, &named, ((NamedNode){ name, node })));
  }
  att_loading_sort(&named);
  for (size_t i = 1; i < named.length; i++) {
    if (att_slice_equals(named.items[i].name, named.items[i - 1].name)) {
      att_loading_error(loading,
                        att_loading_subject(loading, named.items[i].node),
                        "There is another %s called %s",
                        att_loading_shown(loading, class),
                        att_loading_shown(loading, named.items[i].node));
    }
  }
  *out = named;
  return ATT_OK;
}

const char*
att_loading_guess(Loading* loading, const Nearest* nearest,
                  const char* prefix) {
  const Slice best = nearest->best;
  const size_t room = best.length + strlen(prefix) + sizeof " (is it ?)";
  char* guess = NULL;
  if (best.length == 0 || best.length > INT_MAX ||
      att_arena_alloc(&loading->facts.arena, room, &guess) != ATT_OK) {
    return "";
  }
  (void)snprintf(guess, room, " (is it %s%.*s?)", prefix, (int)best.length,
                 best.start);
  return guess;
}

/* What stands before a node's local name. */
static Slice
namespace_of(const Loading* loading, uint32_t node) {
  const Slice iri = att_facts_iri(&loading->facts, node);
  const Slice name = att_facts_name(&loading->facts, node);
  return att_slice_part(iri, 0, iri.length - name.length);
}

const char*
att_loading_guess_term(Loading* loading, uint32_t node, TermSort sort) {
  const Slice space = namespace_of(loading, node);
  const bool ours = att_slice_equals(space, ATT_NAMESPACE);
  Nearest nearest = att_nearest_begin(att_facts_name(&loading->facts, node));
  for (uint32_t i = 0; i < loading->ontology->terms.length; i++) {
    const Term* const term = &loading->ontology->terms.items[i];
    const TermSort its = loading->sorts.items[i];
    const bool known = its != TERM_FOREIGN &&
                       (sort == TERM_FOREIGN || its == sort) &&
                       term->iri.length == space.length + term->name.length;
    if (known && att_slice_starts(term->iri, space)) {
      (void)att_nearest_offer(&nearest, term->name);
    }
  }
  return att_loading_guess(loading, &nearest, ours ? "att:" : "");
}

const char*
att_loading_guess_entity(Loading* loading, uint32_t node) {
  const Facts* const facts = &loading->facts;
  const Slice space = namespace_of(loading, node);
  Nearest nearest = att_nearest_begin(att_facts_name(facts, node));
  for (uint32_t i = 1; i <= facts->nodes.strings.length; i++) {
    if (loading->entity_of[i] != ONTOLOGY_NONE &&
        att_slice_equals(namespace_of(loading, i), space)) {
      (void)att_nearest_offer(&nearest, att_facts_name(facts, i));
    }
  }
  return att_loading_guess(loading, &nearest, "");
}
