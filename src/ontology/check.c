/* Checking: what loads well, and yet is hardly meant. */
/* SPDX-License-Identifier: MIT */
#include "ontology/check.h"

/* So many namesakes a text cannot tell apart. */
#define NAMESAKES 5

static void
patterns_lint(const Ontology* ontology, const AttSink* sink) {
  for (size_t i = 0; i < ontology->patterns.length; i++) {
    const UsedPattern* const used = &ontology->patterns.items[i];
    if (used->use.length == 0) {
      att_report(sink, ATT_WARNING, used->place,
                 "The pattern %.*s has no att:use: nothing tries it",
                 (int)used->name.length, used->name.start);
    }
  }
}

static void
classes_lint(const Ontology* ontology, const AttSink* sink) {
  for (size_t i = 0; i < ontology->classes.length; i++) {
    const WordClass* const class = &ontology->classes.items[i];
    if (class->word_count == 0) {
      att_report(sink, ATT_WARNING, class->place,
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
      att_report(sink, ATT_WARNING, frame->place,
                 "The frame %.*s has no sentence that %s",
                 (int)frame->name.length, frame->name.start, missing);
    }
  }
}

static Slice
sense_label(const Ontology* ontology, PhraseSense sense) {
  const uint32_t entity = ontology->names.items[sense.value].entity;
  return ontology->entities.items[entity].label;
}

/* One note for each phrase, by the entities whose name it is. Their number is
 * that of the senses, but for an entity that has it twice. */
static void
names_lint(const Ontology* ontology, const AttSink* sink) {
  for (size_t i = 0; i < ontology->gazetteer.nodes.length; i++) {
    const PhraseNode* const node = &ontology->gazetteer.nodes.items[i];
    size_t count = 0;
    for (uint32_t j = 0; j < node->count; j++) {
      const uint32_t entity =
        ontology->names.items[node->senses[j].value].entity;
      const bool again =
        j > 0 &&
        ontology->names.items[node->senses[j - 1].value].entity == entity;
      count += !again;
    }
    if (count > NAMESAKES) {
      const Slice first = sense_label(ontology, node->senses[0]);
      const Slice last = sense_label(ontology, node->senses[node->count - 1]);
      att_report(sink, ATT_NOTE, (Place){ NULL, 0 },
                 "One name stands for %zu entities, from %.*s to %.*s", count,
                 (int)first.length, first.start, (int)last.length, last.start);
    }
  }
}

AttStatus
att_ontology_lint(const Ontology* ontology, const AttSink* sink) {
  patterns_lint(ontology, sink);
  classes_lint(ontology, sink);
  frames_lint(ontology, sink);
  names_lint(ontology, sink);
  return ATT_OK;
}
