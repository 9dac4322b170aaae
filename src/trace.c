/* Tracing: what any stage made of an article, as tab-separated rows. */
/* SPDX-License-Identifier: MIT */
#include "pipeline.h"

static const char* const kinds[ENTITY_KIND_COUNT] = {
  [ENTITY_PERSON] = "person", [ENTITY_ORGANIZATION] = "organization",
  [ENTITY_STATE] = "state",   [ENTITY_PLACE] = "place",
  [ENTITY_GROUP] = "group",
};

static const char* const forms[] = {
  [FORM_NAME] = "name",       [FORM_TITLED] = "titled",
  [FORM_DEMONYM] = "demonym", [FORM_NOMINAL] = "nominal",
  [FORM_PRONOUN] = "pronoun", [FORM_DATE] = "date",
  [FORM_EVENT] = "event",
};

/* One cell: a row stays a row whatever the text holds. */
static void
cell_put(FILE* out, Slice text) {
  for (size_t i = 0; i < text.length; i++) {
    const char byte = text.start[i];
    (void)fputc(byte == '\n' || byte == '\t' ? ' ' : byte, out);
  }
  (void)fputc('\t', out);
}

static void
tokens_trace(const Article* article, FILE* out) {
  for (uint32_t i = 0; i < article->document.tokens.items.length; i++) {
    const Token* const token = &article->document.tokens.items.items[i];
    const Node* const tag = &article->document.tags[i];
    (void)fprintf(out, "%u\t%u\t%u\t", article->document.sentence_of[i],
                  token->begin, token->end);
    cell_put(out, token->form);
    cell_put(out, article->document.lemmas[i]);
    (void)fprintf(out, "%s\t%s\t%c\n", att_upos_name((Upos)tag->upos),
                  att_xpos_name((Xpos)tag->xpos), article->shapes.letters[i]);
  }
}

static void
mentions_trace(const Article* article, FILE* out) {
  for (uint32_t i = 0; i < article->mentions.items.length; i++) {
    const Mention* const mention = &article->mentions.items.items[i];
    const uint32_t entity = article->entities.of_mention[i];
    (void)fprintf(out, "%u\t%s\t%s\t", i, forms[mention->form],
                  kinds[mention->kind]);
    cell_put(out,
             att_reading_text(&article->reading, mention->first, mention->end));
    cell_put(out, entity == NOTHING
                    ? SLICE("-")
                    : article->entities.items.items[entity].name);
    (void)fputc('\n', out);
  }
}

static void
trees_trace(const Article* article, FILE* out) {
  for (uint32_t i = 0; i < article->trees.nodes.length; i++) {
    const SyntaxNode* const node = &article->trees.nodes.items[i];
    const uint32_t event = article->events.of_node[i];
    (void)fprintf(out, "%u\t%u\t", node->sentence, i);
    cell_put(out, att_reading_text(&article->reading, node->first, node->end));
    (void)fprintf(out, "%s\t%s\t", att_upos_name((Upos)node->upos),
                  att_relation_name((Relation)node->relation));
    if (node->head == NOTHING) {
      (void)fprintf(out, "-\t\t");
    } else {
      (void)fprintf(out, "%u\t", node->head);
      cell_put(out, article->trees.nodes.items[node->head].form);
    }
    if (event != NOTHING) {
      (void)fprintf(out, "event %u", event);
    }
    (void)fputc('\n', out);
  }
}

static void
entities_trace(const Article* article, FILE* out) {
  const Entities* const entities = &article->entities;
  for (uint32_t i = 0; i < entities->items.length; i++) {
    const Entity* const entity = &entities->items.items[i];
    (void)fprintf(out, "%u\t%s\t", i, kinds[entity->kind]);
    cell_put(out, entity->name);
    cell_put(out, entity->state == NOTHING
                    ? SLICE("-")
                    : entities->items.items[entity->state].name);
    for (size_t j = 0; j < entities->posts.length; j++) {
      const Post* const post = &entities->posts.items[j];
      if (post->person == i) {
        cell_put(out,
                 att_reading_text(&article->reading, post->first, post->end));
      }
    }
    (void)fputc('\n', out);
  }
}

static void
roles_trace(const Article* article, const Event* event, FILE* out) {
  const Ontology* const ontology = article->reading.ontology;
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const role = &event->roles.items[i];
    const Slice name = ontology->terms.items[role->property].name;
    (void)fprintf(out, "%.*s=", (int)name.length, name.start);
    if (role->event) {
      (void)fprintf(out, "event %u\t", role->filler);
    } else {
      cell_put(out, article->entities.items.items[role->filler].name);
    }
  }
  for (size_t i = 0; i < event->matters.length; i++) {
    (void)fprintf(out, "#");
    cell_put(out,
             ontology->concepts.items[event->matters.items[i].concept].name);
  }
}

static void
events_trace(const Article* article, FILE* out) {
  const Ontology* const ontology = article->reading.ontology;
  for (uint32_t i = 0; i < article->events.items.length; i++) {
    const Event* const event = &article->events.items.items[i];
    (void)fprintf(out, "%u\t", i);
    if (event->same_as == NOTHING) {
      (void)fprintf(out, "-\t");
    } else if (event->same_as != i) {
      (void)fprintf(out, "= %u\t", event->same_as);
    }
    cell_put(out, ontology->terms.items[event->class].name);
    for (size_t j = 0; j < event->triggers.length; j++) {
      const Tokenspan span = event->triggers.items[j];
      cell_put(out, att_reading_text(&article->reading, span.first, span.end));
    }
    cell_put(out, ontology->terms.items[event->factuality].name);
    if (event->time != NOTHING) {
      char text[DATE_TEXT];
      att_date_format(att_event_date(&article->events, event), text);
      (void)fprintf(out, "@%s\t", text);
    }
    roles_trace(article, event, out);
    if (event->content.end > event->content.first) {
      (void)fprintf(out, "> ");
      cell_put(out, att_reading_text(&article->reading, event->content.first,
                                     event->content.end));
    }
    (void)fputc('\n', out);
  }
}

AttStatus
att_reader_trace(AttReader* reader, const char* bytes, size_t length,
                 const char* stage, FILE* out) {
  static const struct {
    const char* name;
    void (*trace)(const Article* article, FILE* out);
  } stages[] = {
    { "tokens", tokens_trace }, { "mentions", mentions_trace },
    { "trees", trees_trace },   { "entities", entities_trace },
    { "events", events_trace },
  };
  for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
    if (strcmp(stages[i].name, stage) != 0) {
      continue;
    }
    Article article;
    const AttStatus status =
      att_article_read(reader, &(TextSource){ .text = { bytes, length } },
                       &article);
    if (status == ATT_OK) {
      stages[i].trace(&article, out);
    }
    att_arena_reset(&reader->article);
    return status;
  }
  return ATT_INPUT;
}
