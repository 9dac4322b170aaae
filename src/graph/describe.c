/* Describing: what was read, said as quads. */
/* SPDX-License-Identifier: MIT */
#include "graph/describe.h"

#include "base/iri.h"
#include "graph/describer.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define XSD "http://www.w3.org/2001/XMLSchema#"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define OWL "http://www.w3.org/2002/07/owl#"
#define ORG "http://www.w3.org/ns/org#"
#define FOAF "http://xmlns.com/foaf/0.1/"
#define DCT "http://purl.org/dc/terms/"
#define SCHEMA "http://schema.org/"
#define NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"

static const char* const outside_iris[OUTSIDE_COUNT] = {
  [OUTSIDE_TYPE] = RDF "type",
  [OUTSIDE_LABEL] = RDFS "label",
  [OUTSIDE_ALTERNATIVE] = SKOS "altLabel",
  [OUTSIDE_SAME] = OWL "sameAs",
  [OUTSIDE_HOLDS] = ORG "holds",
  [OUTSIDE_POST] = ORG "Post",
  [OUTSIDE_POST_IN] = ORG "postIn",
  [OUTSIDE_MEMBERSHIP] = ORG "Membership",
  [OUTSIDE_MEMBER] = ORG "member",
  [OUTSIDE_ORGANIZATION] = ORG "organization",
  [OUTSIDE_FAMILY_NAME] = FOAF "familyName",
  [OUTSIDE_GIVEN_NAME] = FOAF "givenName",
  [OUTSIDE_IDENTIFIER] = DCT "identifier",
  [OUTSIDE_LANGUAGE] = DCT "language",
  [OUTSIDE_HEADLINE] = SCHEMA "headline",
  [OUTSIDE_PUBLISHED] = SCHEMA "datePublished",
  [OUTSIDE_BEGIN] = NIF "beginIndex",
  [OUTSIDE_END] = NIF "endIndex",
  [OUTSIDE_ANCHOR] = NIF "anchorOf",
  [OUTSIDE_CONTEXT] = NIF "referenceContext",
  [OUTSIDE_PART_OF] = DCT "isPartOf",
  [OUTSIDE_URL] = SCHEMA "url",
  [OUTSIDE_SUBJECT] = RDF "subject",
  [OUTSIDE_PREDICATE] = RDF "predicate",
  [OUTSIDE_OBJECT] = RDF "object",
};

static const Ontology*
ontology_of(const Describer* describer) {
  return describer->described->reading->ontology;
}

AttStatus
att_describe_name(Describer* describer, const char* kind, Slice name,
                  TermId* out) {
  const Slice parts[] = { describer->described->base, att_slice(kind),
                          SLICE("/"), name };
  Slice iri;
  TRY(att_mint_join(describer->arena, parts, 4, &iri));
  return att_graph_iri(describer->graph, iri, out);
}

AttStatus
att_describe_add(Describer* describer, TermId subject, TermId predicate,
                 TermId object) {
  return att_graph_add(describer->graph,
                       (Quad){ subject, predicate, object, describer->named });
}

AttStatus
att_describe_term(Describer* describer, const char* name, TermId* out) {
  const Ontology* const ontology = ontology_of(describer);
  const uint32_t term = att_ontology_term(ontology, name);
  if (term == ONTOLOGY_NONE) {
    return ATT_ONTOLOGY;
  }
  return att_graph_iri(describer->graph, ontology->terms.items[term].iri, out);
}

AttStatus
att_describe_text(Describer* describer, Slice text, TermId* out) {
  return att_graph_text(describer->graph, text, SLICE("en"), out);
}

AttStatus
att_describe_integer(Describer* describer, uint64_t number, TermId* out) {
  Slice text;
  TRY(att_mint_number(describer->arena, number, &text));
  return att_graph_literal(describer->graph, text, SLICE(XSD "integer"), out);
}

AttStatus
att_describe_date(Describer* describer, Date date, TermId* out) {
  char text[DATE_TEXT];
  att_date_format(date, text);
  const Slice type = date.day != 0     ? SLICE(XSD "date")
                     : date.month != 0 ? SLICE(XSD "gYearMonth")
                                       : SLICE(XSD "gYear");
  return att_graph_literal(describer->graph, att_slice(text), type, out);
}

AttStatus
att_describe_type(Describer* describer, TermId subject, uint32_t class) {
  const Ontology* const ontology = ontology_of(describer);
  const Term* const term = &ontology->terms.items[class];
  TermId iri = 0;
  TRY(att_graph_iri(describer->graph, term->iri, &iri));
  TRY(att_describe_add(describer, subject, describer->outside[OUTSIDE_TYPE],
                       iri));
  for (size_t i = 0; i < term->ancestor_count; i++) {
    TRY(att_graph_iri(describer->graph,
                      ontology->terms.items[term->ancestors[i]].iri, &iri));
    TRY(att_describe_add(describer, subject, describer->outside[OUTSIDE_TYPE],
                         iri));
  }
  return ATT_OK;
}

AttStatus
att_describe_index(Describer* describer, uint32_t at, Slice* out) {
  const Text* const text = describer->described->reading->document->text;
  Slice parts[] = { SLICE("h"), { 0 } };
  TRY(att_mint_number(describer->arena, att_text_index(text, at), &parts[1]));
  if (!att_text_is_beside(text, at)) {
    *out = parts[1];
    return ATT_OK;
  }
  return att_mint_join(describer->arena, parts, 2, out);
}

AttStatus
att_describe_mention(Describer* describer, Span span, TermId* out) {
  *out = 0;
  if (describer->described->provenance == ATT_PROVENANCE_NONE) {
    return ATT_OK;
  }
  const Text* const text = describer->described->reading->document->text;
  const uint32_t begin = att_text_index(text, span.begin);
  const uint32_t end = att_text_index(text, span.end);
  Slice parts[] = { describer->key, SLICE("_"), { 0 }, SLICE("_"), { 0 } };
  TRY(att_describe_index(describer, span.begin, &parts[2]));
  TRY(att_mint_number(describer->arena, end, &parts[4]));
  Slice name;
  TRY(att_mint_join(describer->arena, parts, 5, &name));
  TRY(att_describe_name(describer, "mention", name, out));
  TermId object = 0;
  TRY(att_describe_type(describer, *out,
                        att_ontology_term(ontology_of(describer), "Mention")));
  TRY(att_describe_add(describer, *out, describer->outside[OUTSIDE_CONTEXT],
                       att_text_is_beside(text, span.begin)
                         ? describer->title
                         : describer->article));
  TRY(att_describe_integer(describer, begin, &object));
  TRY(att_describe_add(describer, *out, describer->outside[OUTSIDE_BEGIN],
                       object));
  TRY(att_describe_integer(describer, end, &object));
  TRY(
    att_describe_add(describer, *out, describer->outside[OUTSIDE_END], object));
  TRY(att_describe_integer(describer, att_text_offset(text, span.begin),
                           &object));
  TRY(att_describe_say(describer, *out, "beginByte", object, NULL));
  TRY(
    att_describe_integer(describer, att_text_offset(text, span.end), &object));
  TRY(att_describe_say(describer, *out, "endByte", object, NULL));
  TRY(att_graph_literal(describer->graph, att_text_slice(text, span),
                        (Slice){ "", 0 }, &object));
  return att_describe_add(describer, *out, describer->outside[OUTSIDE_ANCHOR],
                          object);
}

/* What identifies an assertion: its three terms and the article. */
static AttStatus
assertion_name(Describer* describer, TermId subject, TermId predicate,
               TermId object, TermId* out) {
  const RdfTerm terms[] = { att_graph_term_of(describer->graph, subject),
                            att_graph_term_of(describer->graph, predicate),
                            att_graph_term_of(describer->graph, object) };
  const Slice parts[] = { describer->key,   SLICE("\n"),    terms[0].value,
                          SLICE("\n"),      terms[1].value, SLICE("\n"),
                          terms[2].value,   SLICE("\n"),    terms[2].datatype,
                          terms[2].language };
  Slice whole;
  TRY(att_mint_join(describer->arena, parts, 10, &whole));
  Slice names[] = { SLICE("s"), { 0 } };
  TRY(att_mint_hash(describer->arena, whole, 20, &names[1]));
  Slice name;
  TRY(att_mint_join(describer->arena, names, 2, &name));
  return att_describe_name(describer, "assertion", name, out);
}

static AttStatus
assertion_add(Describer* describer, TermId subject, TermId predicate,
              TermId object, const Evidence* evidence) {
  TermId assertion = 0;
  TRY(assertion_name(describer, subject, predicate, object, &assertion));
  TRY(att_describe_add(describer, assertion,
                       describer->outside[OUTSIDE_SUBJECT], subject));
  TRY(att_describe_add(describer, assertion,
                       describer->outside[OUTSIDE_PREDICATE], predicate));
  TRY(att_describe_add(describer, assertion, describer->outside[OUTSIDE_OBJECT],
                       object));
  TermId basis = 0;
  TRY(att_describe_term(describer, evidence->inferred ? "Inferred" : "Explicit",
                        &basis));
  TRY(att_describe_say(describer, assertion, "basis", basis, NULL));
  for (size_t i = 0; i < evidence->count; i++) {
    TermId mention = 0;
    TRY(att_describe_mention(describer, evidence->spans[i], &mention));
    TRY(att_describe_say(describer, assertion, "evidence", mention, NULL));
  }
  if (evidence->frame == NOTHING) {
    return ATT_OK;
  }
  const Slice parts[] = {
    SLICE("https://w3id.org/attache/frame#"),
    ontology_of(describer)->frames.items.items[evidence->frame].name
  };
  Slice iri;
  TermId rule = 0;
  TRY(att_mint_join(describer->arena, parts, 2, &iri));
  TRY(att_graph_iri(describer->graph, iri, &rule));
  return att_describe_say(describer, assertion, "byRule", rule, NULL);
}

AttStatus
att_describe_say_term(Describer* describer, TermId subject, uint32_t property,
                      TermId object, const Evidence* evidence) {
  const Ontology* const ontology = ontology_of(describer);
  const Term* const term = &ontology->terms.items[property];
  TermId predicate = 0;
  TRY(att_graph_iri(describer->graph, term->iri, &predicate));
  TRY(att_describe_add(describer, subject, predicate, object));
  for (size_t i = 0; i < term->ancestor_count; i++) {
    TermId above = 0;
    TRY(att_graph_iri(describer->graph,
                      ontology->terms.items[term->ancestors[i]].iri, &above));
    TRY(att_describe_add(describer, subject, above, object));
  }
  if (evidence == NULL ||
      describer->described->provenance != ATT_PROVENANCE_FULL) {
    return ATT_OK;
  }
  return assertion_add(describer, subject, predicate, object, evidence);
}

AttStatus
att_describe_say(Describer* describer, TermId subject, const char* property,
                 TermId object, const Evidence* evidence) {
  const uint32_t term = att_ontology_term(ontology_of(describer), property);
  return term == ONTOLOGY_NONE
           ? ATT_ONTOLOGY
           : att_describe_say_term(describer, subject, term, object, evidence);
}

static AttStatus
url_describe(Describer* describer) {
  const Slice url = describer->described->url;
  if (!att_iri_is_absolute(url)) {
    return ATT_OK;
  }
  TermId object = 0;
  TRY(att_graph_iri(describer->graph, url, &object));
  return att_describe_add(describer, describer->article,
                          describer->outside[OUTSIDE_URL], object);
}

/* A headline told beside the text is a text of its own. */
static AttStatus
title_describe(Describer* describer) {
  if (describer->title == 0) {
    return ATT_OK;
  }
  TRY(att_describe_type(describer, describer->title,
                        att_ontology_term(ontology_of(describer), "Headline")));
  return att_describe_add(describer, describer->title,
                          describer->outside[OUTSIDE_PART_OF],
                          describer->article);
}

AttStatus
att_describe_article(Describer* describer) {
  const Document* const document = describer->described->reading->document;
  const Text* const text = document->text;
  const Describer* const d = describer;
  TermId object = 0;
  TRY(att_describe_type(describer, d->article,
                        att_ontology_term(ontology_of(describer), "Article")));
  TRY(
    att_graph_literal(d->graph, d->described->name, (Slice){ "", 0 }, &object));
  TRY(att_describe_add(describer, d->article, d->outside[OUTSIDE_IDENTIFIER],
                       object));
  TRY(att_graph_literal(d->graph, SLICE("en"), (Slice){ "", 0 }, &object));
  TRY(att_describe_add(describer, d->article, d->outside[OUTSIDE_LANGUAGE],
                       object));
  Slice hash;
  TRY(att_mint_hash(d->arena, text->given.text, 64, &hash));
  TRY(att_graph_literal(d->graph, hash, (Slice){ "", 0 }, &object));
  TRY(att_describe_say(describer, d->article, "contentSha256", object, NULL));
  TRY(att_describe_integer(describer, text->given.text.length, &object));
  TRY(att_describe_say(describer, d->article, "byteLength", object, NULL));
  TRY(att_describe_say(describer, d->article, "graph", d->named, NULL));
  if (text->headline.end > text->headline.begin) {
    TRY(att_describe_text(describer, att_text_slice(text, text->headline),
                          &object));
    TRY(att_describe_add(describer, d->article, d->outside[OUTSIDE_HEADLINE],
                         object));
  }
  TRY(url_describe(describer));
  TRY(title_describe(describer));
  if (text->date.year == 0) {
    return ATT_OK;
  }
  TRY(att_describe_date(describer, text->date, &object));
  TRY(att_describe_add(describer, d->article, d->outside[OUTSIDE_PUBLISHED],
                       object));
  return att_describe_say(describer, d->article, "documentDate", object, NULL);
}

/* What names the article: the text alone, or the text and what was told beside
 * it, which together no text can equal. */
static AttStatus
key_make(Describer* describer) {
  const TextSource* const given =
    &describer->described->reading->document->text->given;
  Slice whole = given->text;
  if (given->title.length > 0 || given->date.year != 0) {
    char date[DATE_TEXT];
    att_date_format(given->date, date);
    const Slice parts[] = { { "", 1 },    att_slice(date), { "", 1 },
                            given->title, { "", 1 },       given->text };
    TRY(att_mint_join(describer->arena, parts, 6, &whole));
  }
  Slice parts[] = { SLICE("a"), { 0 } };
  TRY(att_mint_hash(describer->arena, whole, 16, &parts[1]));
  return att_mint_join(describer->arena, parts, 2, &describer->key);
}

static AttStatus
describer_begin(Describer* describer) {
  const Described* const described = describer->described;
  TRY(key_make(describer));
  TRY(att_describe_name(describer, "article", describer->key,
                        &describer->article));
  TRY(att_describe_name(describer, "graph", describer->key, &describer->named));
  if (att_text_is_beside(described->reading->document->text, 0)) {
    const Slice parts[] = { describer->key, SLICE("_h") };
    Slice name;
    TRY(att_mint_join(describer->arena, parts, 2, &name));
    TRY(att_describe_name(describer, "article", name, &describer->title));
  }
  for (size_t i = 0; i < OUTSIDE_COUNT; i++) {
    TRY(att_graph_iri(describer->graph, att_slice(outside_iris[i]),
                      &describer->outside[i]));
  }
  const size_t entities = described->entities->items.length;
  const size_t events = described->events->items.length;
  TRY(att_arena_alloc(describer->arena, entities * sizeof(TermId),
                      &describer->entities));
  TRY(att_arena_alloc(describer->arena, entities, &describer->wanted));
  return att_arena_alloc(describer->arena, events * sizeof(TermId),
                         &describer->events);
}

AttStatus
att_graph_describe(Arena* arena, const Described* described, AttGraph* graph) {
  Describer describer = { .arena = arena,
                          .described = described,
                          .graph = graph };
  TRY(describer_begin(&describer));
  TRY(att_describe_article(&describer));
  TRY(att_describe_entities(&describer));
  TRY(att_describe_posts(&describer));
  TRY(att_describe_mentions(&describer));
  return att_describe_events(&describer);
}
