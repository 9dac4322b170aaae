/* A sheet: one article's text and what is said of it, ready to be laid out. */
/* SPDX-License-Identifier: MIT */
#include "report/sheet.h"

#include <stdlib.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"

/* What is asked of the graph. */
typedef enum Asked {
  ASKED_TYPE,
  ASKED_SUBJECT,
  ASKED_PREDICATE,
  ASKED_OBJECT,
  ASKED_LABEL,
  ASKED_MEMBER,
  ASKED_CONTEXT,
  ASKED_IDENTIFIER,
  ASKED_PUBLISHED,
  ASKED_REFERS, /* from here on terms of the vocabulary */
  ASKED_BEGIN,
  ASKED_END,
  ASKED_FORM,
  ASKED_EVIDENCE,
  ASKED_BASIS,
  ASKED_RULE,
  ASKED_TITLE,
  ASKED_POST,
  ASKED_ENDED,
  ASKED_CONTENT,
  ASKED_QUOTE,
  ASKED_COUNT
} Asked;

static const char* const asked_names[ASKED_COUNT] = {
  [ASKED_TYPE] = RDF "type",
  [ASKED_SUBJECT] = RDF "subject",
  [ASKED_PREDICATE] = RDF "predicate",
  [ASKED_OBJECT] = RDF "object",
  [ASKED_LABEL] = "http://www.w3.org/2000/01/rdf-schema#label",
  [ASKED_MEMBER] = "http://www.w3.org/ns/org#member",
  [ASKED_CONTEXT] = NIF "referenceContext",
  [ASKED_IDENTIFIER] = "http://purl.org/dc/terms/identifier",
  [ASKED_PUBLISHED] = "http://schema.org/datePublished",
  [ASKED_REFERS] = "refersTo",
  [ASKED_BEGIN] = "beginByte",
  [ASKED_END] = "endByte",
  [ASKED_FORM] = "form",
  [ASKED_EVIDENCE] = "evidence",
  [ASKED_BASIS] = "basis",
  [ASKED_RULE] = "byRule",
  [ASKED_TITLE] = "titleText",
  [ASKED_POST] = "post",
  [ASKED_ENDED] = "endedBefore",
  [ASKED_CONTENT] = "contentAt",
  [ASKED_QUOTE] = "quote",
};

/* What things are, the narrower classes first: a state is a place, too. */
static const struct {
  const char* class;
  ThingKind kind;
} kinds[] = {
  { "Person", THING_PERSON }, { "State", THING_STATE },
  { "Group", THING_GROUP },   { "Organization", THING_ORGANIZATION },
  { "Place", THING_PLACE },   { "Event", THING_EVENT },
  { "Post", THING_POST },     { "Tenure", THING_TENURE },
};
#define KIND_COUNT (sizeof kinds / sizeof *kinds)

/* A graph being taken apart. */
typedef struct Cutting {
  Arena* arena;
  Sheet* sheet;
  const Quad* quads; /* by subject */
  size_t quad_count;
  uint32_t* first;  /* [term]: its first quad as a subject */
  uint32_t* things; /* [term]: its thing, or SHEET_NONE */
  uint32_t* marks;  /* [term]: its mark, or SHEET_NONE */
  TermId asked[ASKED_COUNT];
  TermId article;
} Cutting;

static Slice
value_of(const Cutting* cutting, TermId id) {
  return id == 0 ? (Slice){ "", 0 }
                 : att_graph_term_of(cutting->sheet->graph, id).value;
}

/* The ontology's term of that name, or SHEET_NONE. */
static uint32_t
term_of(const Cutting* cutting, TermId id) {
  const uint32_t found = att_intern_find(&cutting->sheet->ontology->term_iris,
                                         value_of(cutting, id));
  return found == INTERN_NONE ? SHEET_NONE : found - 1;
}

/* The object that `asked` gives `subject`, the `skip`th; 0: there is none. */
static TermId
object_of(const Cutting* cutting, TermId subject, Asked asked, size_t skip) {
  for (size_t i = cutting->first[subject];
       i < cutting->quad_count && cutting->quads[i].subject == subject; i++) {
    if (cutting->quads[i].predicate == cutting->asked[asked] && skip-- == 0) {
      return cutting->quads[i].object;
    }
  }
  return 0;
}

static uint32_t
number_of(const Cutting* cutting, TermId subject, Asked asked) {
  const Slice text = value_of(cutting, object_of(cutting, subject, asked, 0));
  uint32_t number = 0;
  for (size_t i = 0; i < text.length; i++) {
    number = number * 10 + (uint32_t)(text.start[i] - '0');
  }
  return number;
}

/* The narrowest class that the graph gives `subject`. */
static uint32_t
class_of(const Cutting* cutting, TermId subject) {
  const Ontology* const ontology = cutting->sheet->ontology;
  uint32_t class = SHEET_NONE;
  TermId type = 0;
  for (size_t i = 0; (type = object_of(cutting, subject, ASKED_TYPE, i)) != 0;
       i++) {
    const uint32_t term = term_of(cutting, type);
    if (term != SHEET_NONE &&
        (class == SHEET_NONE || att_term_is_a(ontology, term, class))) {
      class = term;
    }
  }
  return class;
}

static ThingKind
kind_of(const Ontology* ontology, uint32_t class) {
  for (size_t i = 0; class != SHEET_NONE && i < KIND_COUNT; i++) {
    if (att_term_is_a(ontology, class,
                      att_ontology_term(ontology, kinds[i].class))) {
      return kinds[i].kind;
    }
  }
  return THING_OTHER;
}

static AttStatus
asked_find(Cutting* cutting) {
  const Ontology* const ontology = cutting->sheet->ontology;
  for (size_t i = 0; i < ASKED_COUNT; i++) {
    Slice iri = att_slice(asked_names[i]);
    if (i >= ASKED_REFERS) {
      const uint32_t term = att_ontology_term(ontology, asked_names[i]);
      iri = term == ONTOLOGY_NONE ? iri : ontology->terms.items[term].iri;
    }
    cutting->asked[i] =
      att_graph_find(cutting->sheet->graph,
                     (RdfTerm){ .kind = RDF_IRI, .value = iri });
  }
  return ATT_OK;
}

static AttStatus
cutting_begin(Cutting* cutting) {
  AttGraph* const graph = cutting->sheet->graph;
  TRY(asked_find(cutting));
  TRY(att_graph_sorted(graph, &cutting->quads, &cutting->quad_count));
  const size_t size = (att_graph_term_count(graph) + 1) * sizeof(uint32_t);
  TRY(att_arena_alloc(cutting->arena, size, &cutting->first));
  TRY(att_arena_alloc(cutting->arena, size, &cutting->things));
  TRY(att_arena_alloc(cutting->arena, size, &cutting->marks));
  memset(cutting->first, 0xFF, size);
  memset(cutting->things, 0xFF, size);
  memset(cutting->marks, 0xFF, size);
  for (size_t i = cutting->quad_count; i-- > 0;) {
    cutting->first[cutting->quads[i].subject] = (uint32_t)i;
    if (cutting->quads[i].predicate == cutting->asked[ASKED_IDENTIFIER]) {
      cutting->article = cutting->quads[i].subject;
      cutting->sheet->name = value_of(cutting, cutting->quads[i].object);
    }
  }
  cutting->sheet->date =
    value_of(cutting, object_of(cutting, cutting->article, ASKED_PUBLISHED, 0));
  return ATT_OK;
}

static int
mark_compare(const void* left, const void* right) {
  const Mark* const l = left;
  const Mark* const r = right;
  if (l->begin != r->begin) {
    return l->begin < r->begin ? -1 : 1;
  }
  if (l->end != r->end) {
    return l->end > r->end ? -1 : 1;
  }
  return 0;
}

static AttStatus
marks_cut(Cutting* cutting) {
  Sheet* const sheet = cutting->sheet;
  for (size_t i = 0; i < cutting->quad_count; i++) {
    const Quad* const quad = &cutting->quads[i];
    if (quad->predicate != cutting->asked[ASKED_CONTEXT]) {
      continue;
    }
    const uint32_t shift = quad->object == cutting->article ? sheet->body : 0;
    const TermId id = quad->subject;
    const Mark mark = {
      .begin = number_of(cutting, id, ASKED_BEGIN) + shift,
      .end = number_of(cutting, id, ASKED_END) + shift,
      .id = id,
      .thing = SHEET_NONE,
      .kind =
        object_of(cutting, id, ASKED_FORM, 0) != 0 ? THING_DATE : THING_OTHER,
    };
    TRY(LIST_PUSH(cutting->arena, &sheet->marks, mark));
  }
  if (sheet->marks.length > 0) {
    qsort(sheet->marks.items, sheet->marks.length, sizeof(Mark), mark_compare);
  }
  for (uint32_t i = 0; i < sheet->marks.length; i++) {
    cutting->marks[sheet->marks.items[i].id] = i;
  }
  return ATT_OK;
}

/* "Ingrid Solvang as Foreign Minister" */
static AttStatus
tenure_label(Cutting* cutting, TermId id, Slice* out) {
  const TermId member = object_of(cutting, id, ASKED_MEMBER, 0);
  const Slice person =
    member == 0 ? (Slice){ "", 0 }
                : value_of(cutting, object_of(cutting, member, ASKED_LABEL, 0));
  const Slice title = value_of(cutting, object_of(cutting, id, ASKED_TITLE, 0));
  char* bytes = NULL;
  const size_t length = person.length + 4 + title.length;
  TRY(att_arena_alloc(cutting->arena, length + 1, &bytes));
  (void)snprintf(bytes, length + 1, "%.*s as %.*s", (int)person.length,
                 person.start, (int)title.length, title.start);
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

/* Makes a thing of `id` unless it is one, or is nothing to be shown. */
static AttStatus
thing_cut(Cutting* cutting, TermId id) {
  Sheet* const sheet = cutting->sheet;
  if (id == 0 || cutting->things[id] != SHEET_NONE ||
      cutting->first[id] == SHEET_NONE) {
    return ATT_OK;
  }
  Thing thing = { .id = id,
                  .class = class_of(cutting, id),
                  .words = SHEET_NONE };
  thing.kind = kind_of(sheet->ontology, thing.class);
  if (thing.kind == THING_OTHER) {
    return ATT_OK;
  }
  thing.label = value_of(cutting, object_of(cutting, id, ASKED_LABEL, 0));
  if (thing.kind == THING_TENURE) {
    TRY(tenure_label(cutting, id, &thing.label));
  }
  const TermId content = object_of(cutting, id, ASKED_CONTENT, 0);
  if (content != 0) {
    thing.words = cutting->marks[content];
    thing.quoted = object_of(cutting, id, ASKED_QUOTE, 0) != 0;
  }
  cutting->things[id] = (uint32_t)sheet->things.length;
  return LIST_PUSH(cutting->arena, &sheet->things, thing);
}

/* What the text mentions first comes first; then what is known beside it. */
static AttStatus
things_cut(Cutting* cutting) {
  Sheet* const sheet = cutting->sheet;
  for (size_t i = 0; i < sheet->marks.length; i++) {
    Mark* const mark = &sheet->marks.items[i];
    const TermId id = object_of(cutting, mark->id, ASKED_REFERS, 0);
    TRY(thing_cut(cutting, id));
    mark->thing = id == 0 ? SHEET_NONE : cutting->things[id];
    if (mark->thing != SHEET_NONE) {
      mark->kind = sheet->things.items[mark->thing].kind;
    }
  }
  for (size_t i = 0; i < cutting->quad_count; i++) {
    TRY(thing_cut(cutting, cutting->quads[i].subject));
  }
  for (size_t i = 0; i < sheet->things.length; i++) {
    const uint32_t words = sheet->things.items[i].words;
    if (words != SHEET_NONE && sheet->marks.items[words].thing == SHEET_NONE) {
      sheet->marks.items[words].kind = THING_WORDS;
    }
  }
  return ATT_OK;
}

/* The object of a fact that is no thing: a concept, a term or a literal. */
static Slice
fact_value(const Cutting* cutting, TermId object) {
  const Ontology* const ontology = cutting->sheet->ontology;
  const Slice value = value_of(cutting, object);
  const uint32_t term = term_of(cutting, object);
  if (term != SHEET_NONE) {
    const Term* const known = &ontology->terms.items[term];
    return known->label.length > 0 ? known->label : known->name;
  }
  for (size_t i = 0; i < ontology->concepts.length; i++) {
    if (att_slice_equals(ontology->concepts.items[i].iri, value)) {
      return ontology->concepts.items[i].label;
    }
  }
  return value;
}

/* Who holds a post is a fact about the person, in the words of the text. */
static void
post_turn(const Cutting* cutting, TermId tenure, TermId predicate, Fact* fact) {
  if (fact->subject == SHEET_NONE || predicate != cutting->asked[ASKED_POST]) {
    return;
  }
  const TermId member = object_of(cutting, tenure, ASKED_MEMBER, 0);
  fact->subject = cutting->things[member];
  fact->object = SHEET_NONE;
  fact->value = value_of(cutting, object_of(cutting, tenure, ASKED_TITLE, 0));
  fact->until = value_of(cutting, object_of(cutting, tenure, ASKED_ENDED, 0));
}

/* Adds what the assertion `id` says, if its subject is a thing. */
static AttStatus
fact_cut(Cutting* cutting, TermId id) {
  const TermId subject = object_of(cutting, id, ASKED_SUBJECT, 0);
  const TermId object = object_of(cutting, id, ASKED_OBJECT, 0);
  const TermId basis = object_of(cutting, id, ASKED_BASIS, 0);
  const TermId predicate = object_of(cutting, id, ASKED_PREDICATE, 0);
  Fact fact = {
    .subject = cutting->things[subject],
    .property = term_of(cutting, predicate),
    .object = cutting->things[object],
    .value = fact_value(cutting, object),
    .inferred = term_of(cutting, basis) ==
                att_ontology_term(cutting->sheet->ontology, "Inferred"),
    .rule = value_of(cutting, object_of(cutting, id, ASKED_RULE, 0)),
  };
  const char* const hash = fact.rule.length == 0
                             ? NULL
                             : memchr(fact.rule.start, '#', fact.rule.length);
  if (hash != NULL) {
    fact.rule = att_slice_part(fact.rule, (size_t)(hash + 1 - fact.rule.start),
                               fact.rule.length);
  }
  for (TermId mark = 0;
       fact.mark_count < 2 &&
       (mark = object_of(cutting, id, ASKED_EVIDENCE, fact.mark_count)) != 0;
       fact.mark_count++) {
    fact.marks[fact.mark_count] = cutting->marks[mark];
  }
  if (fact.mark_count == 2 && fact.marks[0] > fact.marks[1]) {
    const uint32_t later = fact.marks[0];
    fact.marks[0] = fact.marks[1];
    fact.marks[1] = later;
  }
  post_turn(cutting, subject, predicate, &fact);
  if (fact.subject == SHEET_NONE || fact.property == SHEET_NONE) {
    return ATT_OK;
  }
  return LIST_PUSH(cutting->arena, &cutting->sheet->facts, fact);
}

/* By the thing as the text comes to it, then by property, then by words. Every
 * pair of facts differs, so that the order is one. */
static int
fact_compare(const void* left, const void* right) {
  const Fact* const l = left;
  const Fact* const r = right;
  if (l->subject != r->subject) {
    return l->subject < r->subject ? -1 : 1;
  }
  if (l->property != r->property) {
    return l->property < r->property ? -1 : 1;
  }
  if (l->object != r->object) {
    return l->object < r->object ? -1 : 1;
  }
  return att_slice_compare(l->value, r->value);
}

static AttStatus
facts_cut(Cutting* cutting) {
  for (size_t i = 0; i < cutting->quad_count; i++) {
    if (cutting->quads[i].predicate == cutting->asked[ASKED_SUBJECT]) {
      TRY(fact_cut(cutting, cutting->quads[i].subject));
    }
  }
  if (cutting->sheet->facts.length > 0) {
    qsort(cutting->sheet->facts.items, cutting->sheet->facts.length,
          sizeof(Fact), fact_compare);
  }
  for (size_t i = cutting->sheet->facts.length; i-- > 0;) {
    const uint32_t subject = cutting->sheet->facts.items[i].subject;
    cutting->sheet->things.items[subject].fact = (uint32_t)i;
  }
  return ATT_OK;
}

static AttStatus
text_copy(Arena* arena, const Text* text, Sheet* sheet) {
  const size_t size = text->paragraphs.length * sizeof(Paragraph);
  Paragraph* paragraphs = NULL;
  TRY(att_slice_copy(arena, text->clean, &sheet->clean));
  TRY(att_arena_alloc(arena, size, &paragraphs));
  if (size > 0) {
    memcpy(paragraphs, text->paragraphs.items, size);
  }
  sheet->paragraphs = paragraphs;
  sheet->paragraph_count = text->paragraphs.length;
  sheet->body = text->body;
  sheet->headline = text->headline;
  return ATT_OK;
}

AttStatus
att_sheet_make(Arena* arena, const Ontology* ontology, const Text* text,
               AttGraph* graph, Sheet* out) {
  *out = (Sheet){ .ontology = ontology, .graph = graph };
  Cutting cutting = { .arena = arena, .sheet = out };
  TRY(text_copy(arena, text, out));
  TRY(cutting_begin(&cutting));
  TRY(marks_cut(&cutting));
  TRY(things_cut(&cutting));
  return facts_cut(&cutting);
}

Slice
att_sheet_words(const Sheet* sheet, uint32_t mark) {
  const Mark* const item = &sheet->marks.items[mark];
  return att_slice_part(sheet->clean, item->begin, item->end);
}

const Fact*
att_sheet_next(const Sheet* sheet, uint32_t thing, const char* property,
               size_t* at) {
  const uint32_t wanted = att_ontology_term(sheet->ontology, property);
  const uint32_t first = sheet->things.items[thing].fact;
  *at = *at < first ? first : *at;
  while (*at < sheet->facts.length &&
         sheet->facts.items[*at].subject == thing) {
    const Fact* const fact = &sheet->facts.items[(*at)++];
    if (fact->property == wanted) {
      return fact;
    }
  }
  return NULL;
}

Slice
att_sheet_value(const Sheet* sheet, uint32_t thing, const char* property) {
  size_t at = 0;
  const Fact* const fact = att_sheet_next(sheet, thing, property, &at);
  if (fact == NULL) {
    return (Slice){ "", 0 };
  }
  return fact->object == SHEET_NONE ? fact->value
                                    : sheet->things.items[fact->object].label;
}

AttStatus
att_term_words(Arena* arena, const Term* term, Slice* out) {
  if (term->label.length > 0) {
    *out = term->label;
    return ATT_OK;
  }
  char* bytes = NULL;
  size_t length = 0;
  TRY(att_arena_alloc(arena, 2 * term->name.length + 1, &bytes));
  for (size_t i = 0; i < term->name.length; i++) {
    const char byte = term->name.start[i];
    if (byte < 'A' || byte > 'Z') {
      bytes[length++] = byte;
      continue;
    }
    if (i > 0) {
      bytes[length++] = ' ';
    }
    bytes[length++] = (char)(byte - 'A' + 'a');
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}
