/* Events: what the text says happened, was said, agreed, planned or denied. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"

static AttStatus
times_find(Finding* finding, Matcher* matcher) {
  const Text* const text = finding->reading->document->text;
  for (size_t i = 0; i < text->paragraphs.length; i++) {
    const Span span = text->paragraphs.items[i].span;
    TRY(att_times_find(finding->arena, finding->reading->ontology, matcher,
                       text->clean, span.begin, span.end, text->reference,
                       &finding->events->times));
  }
  return ATT_OK;
}

AttStatus
att_events_find(Arena* arena, const Reading* reading, const Terms* terms,
                const Entities* entities, Matcher* matcher, Events* out) {
  *out = (Events){ 0 };
  Finding finding = { arena, reading, terms, entities, out };
  const size_t nodes = reading->trees->nodes.length;
  TRY(att_arena_alloc(arena, nodes * sizeof(uint32_t), &out->of_node));
  for (size_t i = 0; i < nodes; i++) {
    out->of_node[i] = NOTHING;
  }
  TRY(times_find(&finding, matcher));
  TRY(att_events_evoke(&finding));
  TRY(att_events_speakers(&finding));
  TRY(att_events_content(&finding));
  TRY(att_events_voices(&finding));
  TRY(att_events_factuality(&finding));
  TRY(att_events_circumstances(&finding));
  TRY(att_events_merge(&finding));
  TRY(att_events_relate(&finding));
  att_events_prune(&finding);
  TRY(att_events_topics(&finding));
  return ATT_OK;
}
