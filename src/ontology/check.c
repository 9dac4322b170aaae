/* Checking: what loads well, and yet is hardly meant. */
/* SPDX-License-Identifier: MIT */
#include "ontology/check.h"

#include "ontology/locate.h"

/* So many namesakes a text cannot tell apart. */
#define NAMESAKES 5

/* Bytes of a text that patterns are tried on: those of a long sentence. */
#define PROBE_SIZE 256

/* Bytes of a phrase that are shown. */
#define PHRASE_SIZE 200

/* Where a frame, pattern or class called `name` is said to be one. */
static Place
place_of(Place near, Slice name) {
  const Located what = { .subject = name, .part = LOCATE_SUBJECT };
  return att_locate(near, &what);
}

static void
patterns_lint(const Ontology* ontology, const AttSink* sink) {
  for (size_t i = 0; i < ontology->patterns.length; i++) {
    const UsedPattern* const used = &ontology->patterns.items[i];
    if (used->use.length == 0) {
      att_report(sink, ATT_WARNING, place_of(used->place, used->name),
                 "The pattern %.*s has no att:use: nothing tries it",
                 (int)used->name.length, used->name.start);
    }
  }
}

/* Makes a text of one thing over and over, which no pattern can take to its
 * end: what backtracks, does so here. */
static Slice
probe_make(const char* unit, char probe[PROBE_SIZE]) {
  const size_t length = strlen(unit);
  size_t at = 0;
  for (; at + length < PROBE_SIZE - 1; at += length) {
    memcpy(probe + at, unit, length);
  }
  probe[at++] = '\x01';
  return (Slice){ probe, at };
}

/* Whether matching a pattern comes to the limit of steps. */
static AttStatus
runs_away(const UsedPattern* used, Matcher* matcher, bool* out) {
  static const char* const units[] = { "a",   "A",    "1",  "a ", "A ",
                                       "Aa ", "Aa, ", "a-", "1 ", "A." };
  *out = false;
  for (size_t i = 0; i < sizeof units / sizeof *units && !*out; i++) {
    char probe[PROBE_SIZE];
    PatternMatch match;
    const AttStatus status =
      att_pattern_match(used->pattern, matcher, probe_make(units[i], probe), 0,
                        &match);
    *out = status == ATT_LIMIT;
    TRY(status == ATT_LIMIT ? ATT_OK : status);
  }
  return ATT_OK;
}

static AttStatus
patterns_probe(const Ontology* ontology, const AttSink* sink) {
  Matcher* matcher = NULL;
  TRY(att_matcher_new(&matcher));
  AttStatus status = ATT_OK;
  for (size_t i = 0; i < ontology->patterns.length && status == ATT_OK; i++) {
    const UsedPattern* const used = &ontology->patterns.items[i];
    bool away = false;
    status = runs_away(used, matcher, &away);
    if (away) {
      att_report(sink, ATT_WARNING, place_of(used->place, used->name),
                 "The regular expression of %.*s may backtrack without end: "
                 "it gives up on a text of %d bytes",
                 (int)used->name.length, used->name.start, PROBE_SIZE);
    }
  }
  att_matcher_free(matcher);
  return status;
}

static void
classes_lint(const Ontology* ontology, const AttSink* sink) {
  for (size_t i = 0; i < ontology->classes.length; i++) {
    const WordClass* const class = &ontology->classes.items[i];
    if (class->word_count == 0) {
      att_report(sink, ATT_WARNING, place_of(class->place, class->name),
                 "The class %.*s has no words here", (int)class->name.length,
                 class->name.start);
    }
  }
}

static void
frames_lint(const Ontology* ontology, const AttSink* sink) {
  for (size_t i = 0; i < ontology->frames.items.length; i++) {
    const Frame* const frame = &ontology->frames.items.items[i];
    const char* missing = NULL;
    if (frame->fires_count == 0) {
      missing = "fires it";
    } else if (frame->silent_count == 0) {
      missing = "must not fire it";
    }
    if (missing != NULL) {
      att_report(sink, ATT_WARNING, place_of(frame->place, frame->name),
                 "The frame %.*s has no sentence that %s",
                 (int)frame->name.length, frame->name.start, missing);
    }
  }
}

/* The edge that leads to a node of the trie: each has one, but the root. */
static const PhraseEdge*
edge_to(const Phrasebook* book, uint32_t node) {
  for (size_t i = 0; i < book->edge_slots; i++) {
    if (node != 0 && book->edges[i].to == node) {
      return &book->edges[i];
    }
  }
  return NULL;
}

/* Writes the words that lead to a node, as they are looked up, last one first
 * from the end of `out`; where they begin. */
static const char*
phrase_write(const Phrasebook* book, uint32_t node, char out[PHRASE_SIZE]) {
  size_t begin = PHRASE_SIZE - 1;
  out[begin] = '\0';
  const PhraseEdge* edge = edge_to(book, node);
  for (; edge != NULL; edge = edge_to(book, edge->from)) {
    const Slice word = att_intern_string(&book->words, edge->word);
    if (word.length + 1 > begin) {
      break;
    }
    if (out[begin] != '\0') {
      out[--begin] = ' ';
    }
    begin -= word.length;
    memcpy(out + begin, word.start, word.length);
  }
  return out + begin;
}

/* How many entities share a phrase. Those of one entity stand together. */
static size_t
entities_count(const Ontology* ontology, const PhraseNode* node) {
  uint32_t last = ONTOLOGY_NONE;
  size_t count = 0;
  for (uint32_t i = 0; i < node->count; i++) {
    const KnownName* const name = &ontology->names.items[node->senses[i].value];
    count += name->entity != last;
    last = name->entity;
  }
  return count;
}

static void
names_lint(const Ontology* ontology, const AttSink* sink) {
  const Phrasebook* const book = &ontology->gazetteer;
  for (uint32_t i = 0; i < book->nodes.length; i++) {
    const size_t count = entities_count(ontology, &book->nodes.items[i]);
    if (count > NAMESAKES) {
      char phrase[PHRASE_SIZE];
      att_report(sink, ATT_NOTE, (Place){ 0 },
                 "\"%s\" is a name of %zu entities",
                 phrase_write(book, i, phrase), count);
    }
  }
}

AttStatus
att_ontology_lint(const Ontology* ontology, const AttSink* sink) {
  patterns_lint(ontology, sink);
  TRY(patterns_probe(ontology, sink));
  classes_lint(ontology, sink);
  frames_lint(ontology, sink);
  names_lint(ontology, sink);
  return ATT_OK;
}
