/* The lexicon: classes of words that reading asks for. */
/* SPDX-License-Identifier: MIT */
#include "ontology/loading.h"

static AttStatus
class_make(Loading* loading, uint32_t node, WordClass* out) {
  Slice name = att_facts_name(&loading->facts, node);
  const Fact* const kind = att_loading_only(loading, node, NODE_KIND);
  if (kind != NULL && att_loading_is_text(loading, kind)) {
    name = kind->text;
  }
  *out = (WordClass){ .gives = ONTOLOGY_NONE };
  TRY(att_loading_keep(loading, name, &out->name));
  const Fact* const value = att_loading_only(loading, node, NODE_VALUE);
  if (value != NULL) {
    out->value = att_loading_integer(loading, value);
  }
  const Fact* const gives = att_loading_only(loading, node, NODE_GIVES);
  if (gives != NULL) {
    out->gives = att_loading_term(loading, gives);
  }
  return att_loading_place(loading, att_loading_where(loading, node),
                           &out->place);
}

static AttStatus
words_file(Loading* loading, uint32_t node, uint32_t class, size_t* count) {
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(&loading->facts, node, i)) != NULL;
       i++) {
    if (fact->predicate == NODE_WORD && att_loading_is_text(loading, fact)) {
      const PhraseSense sense = { class, att_loading_case(fact->text) };
      TRY(att_loading_file(loading, &loading->ontology->lexicon, fact, sense));
      ++*count;
    }
  }
  return ATT_OK;
}

AttStatus
att_loading_lexicon(Loading* loading) {
  Ontology* const ontology = loading->ontology;
  Nodes nodes = { 0 };
  TRY(att_facts_instances(&loading->facts, NODE_WORD_CLASS, &nodes));
  for (uint32_t i = 0; i < nodes.length; i++) {
    WordClass class;
    TRY(class_make(loading, nodes.items[i], &class));
    TRY(words_file(loading, nodes.items[i], i, &class.word_count));
    TRY(LIST_PUSH(&ontology->arena, &ontology->classes, class));
  }
  return ATT_OK;
}
