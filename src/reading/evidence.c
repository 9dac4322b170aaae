/* Evidence: what unknown names are, by their words and where they stand. */
/* SPDX-License-Identifier: MIT */
#include "reading/linker.h"

#include "base/utf8.h"

/* What speaks for each kind that an unknown name may be of. */
typedef struct Weights {
  int person;
  int body;
  int place;
} Weights;

/* What is known of one name. */
typedef struct Case {
  Weights words;     /* by its words */
  Weights places;    /* by where it stands, summed up */
  uint32_t contexts; /* times it stands outside headlines */
} Case;

/* A name needs as much to be of a kind. */
#define WEIGHT_ENOUGH 3

/* And one that stands in headlines alone. */
#define WEIGHT_MUCH 6

/* However often a name is used, its use says no more than this. */
#define WEIGHT_MOST 4

typedef struct Scale {
  const Linker* linker;
  Intern names;     /* folded */
  LIST(Case) cases; /* [name - 1] */
  bool* titled;     /* [mention] */
  uint32_t* name;   /* [mention]: of `names`, or INTERN_NONE */
} Scale;

static void
weigh(Weights* weights, int person, int body, int place) {
  weights->person += person;
  weights->body += body;
  weights->place += place;
}

bool
att_is_acronym(Slice form) {
  const bool dotted =
    form.length >= 6 && form.length % 2 == 0 && form.start[1] == '.';
  for (size_t i = 0; i < form.length; i++) {
    const bool dot = dotted && i % 2 == 1;
    if (dot ? form.start[i] != '.'
            : form.start[i] < 'A' || form.start[i] > 'Z') {
      return false;
    }
  }
  return form.length >= 2;
}

/* "NGOs" are not one. */
static bool
is_plural_acronym(Slice form) {
  const Slice stem = { form.start, form.length - 1 };
  return form.length > 2 && form.start[form.length - 1] == 's' &&
         att_is_acronym(stem);
}

static bool
has_digit(Slice form) {
  for (size_t i = 0; i < form.length; i++) {
    if (form.start[i] >= '0' && form.start[i] <= '9') {
      return true;
    }
  }
  return false;
}

static bool
is_initial(Slice form) {
  return form.length == 2 && form.start[1] == '.';
}

/* Whether a word of a name is a common one to frames or the lexicon: "Economic
 * Partnership Vision". */
static bool
is_common(const Linker* linker, uint32_t token) {
  const Reading* const reading = linker->reading;
  const LexisSet given = LEXIS_BIT(LEXIS_MALE) | LEXIS_BIT(LEXIS_FEMALE) |
                         LEXIS_BIT(LEXIS_SURNAME) | LEXIS_BIT(LEXIS_PARTICLE);
  Slice lower;
  return att_utf8_lower(linker->arena,
                        reading->document->tokens.items.items[token].form,
                        &lower) != ATT_OK ||
         att_frames_find(&reading->ontology->frames, lower) != NULL ||
         (reading->shapes->kinds[token] & ~given) != 0;
}

static void
words_weigh(const Linker* linker, const Mention* mention, Weights* out) {
  const Document* const document = linker->reading->document;
  const uint32_t words = mention->name_end - mention->name_first;
  uint32_t acronyms = 0;
  bool common = false;
  bool digit = false;
  bool initial = false;
  const bool given = (linker->reading->shapes->kinds[mention->name_first] &
                      (LEXIS_BIT(LEXIS_MALE) | LEXIS_BIT(LEXIS_FEMALE) |
                       LEXIS_BIT(LEXIS_SURNAME))) != 0;
  uint32_t plain = 0;
  for (uint32_t i = mention->name_first; i < mention->name_end; i++) {
    const Slice form = document->tokens.items.items[i].form;
    const uint8_t upos = document->tags[i].upos;
    acronyms += att_is_acronym(form);
    digit = digit || has_digit(form);
    initial = initial || is_initial(form);
    common = common || is_common(linker, i) || is_plural_acronym(form) ||
             (words == 1 && form.length == 1);
    plain += upos == UPOS_ADJ || upos == UPOS_NOUN || upos == UPOS_VERB;
    plain +=
      document->tags[i].xpos == XPOS_NNS || document->tags[i].xpos == XPOS_NNPS;
  }
  weigh(out, words == 2 || words == 3 ? 3 : words == 4 ? 1 : 0, 0, 0);
  if (words > 4 || digit) {
    weigh(out, -3, 0, 0);
  }
  if (acronyms > 0 && (words == 1 || acronyms < words)) {
    weigh(out, -4, words == 1 ? 2 : 3, -1);
  }
  if (common) {
    weigh(out, -3, words == 1 ? -3 : -1, words == 1 ? -3 : 0);
  }
  if (given) {
    weigh(out, words > 1 ? 4 : 2, -2, -2);
  }
  weigh(out, -(int)plain, words == 1 ? -(int)plain : 0, 0);
  if (initial && words > 1) {
    weigh(out, 2, 0, 0);
  }
}

/* What stands right before a name: "the newspaper X", "the town of X", "the
 * chairman of X". */
static void
before_weigh(const Linker* linker, uint32_t node, uint32_t first,
             uint32_t begin, Weights* out) {
  const char* const letters = linker->reading->shapes->letters;
  const bool attribute =
    linker->reading->trees->nodes.items[node].relation == REL_COMPOUND;
  uint32_t at = first - 1;
  switch (letters[at]) {
  case 't':
    weigh(out, attribute ? 0 : -4, 0, 0);
    return;
  case 'S':
  case 'J':
    weigh(out, -2, 1, 0);
    return;
  case 'u':
    weigh(out, -4, 4, -4);
    return;
  case 'l':
    weigh(out, -4, -4, 4);
    return;
  case 'o':
    break;
  default:
    return;
  }
  while (at > begin && letters[at - 1] == '_') {
    at--;
  }
  const char head = at > begin ? letters[at - 1] : 0;
  if (head == 'l' || head == 'W') {
    weigh(out, -4, -4, 4);
  } else if (head == 'P') {
    weigh(out, -3, 2, 1);
  }
}

/* What stands right behind it: "X newspaper", "the X district", "X, who". */
static void
behind_weigh(const Linker* linker, uint32_t next, uint32_t end, Weights* out) {
  const Document* const document = linker->reading->document;
  const char* const letters = linker->reading->shapes->letters;
  if (next >= end) {
    return;
  }
  if (letters[next] == 'u') {
    weigh(out, -3, 4, 0);
  } else if (letters[next] == 'l') {
    weigh(out, -3, 0, 3);
  } else if (att_slice_is(document->lemmas[next], "who")) {
    weigh(out, 4, 0, 0);
  }
  if (next + 1 >= end || letters[next] != ',') {
    return;
  }
  const char behind = letters[next + 1];
  if (behind == '#' && next + 2 < end && letters[next + 2] == ',') {
    weigh(out, 4, 0, 0);
  } else if (behind == 'S' || behind == 'C') {
    weigh(out, -1, 0, 3);
  } else if (att_slice_is(document->lemmas[next + 1], "who")) {
    weigh(out, 4, 0, 0);
  }
}

static void
neighbours_weigh(const Linker* linker, const Mention* mention, uint32_t node,
                 Weights* out) {
  const Document* const document = linker->reading->document;
  const uint32_t sentence = document->sentence_of[mention->first];
  const Sentence span = document->tokens.sentences.items[sentence];
  if (mention->first > span.first) {
    before_weigh(linker, node, mention->first, span.first, out);
  }
  behind_weigh(linker, mention->end, span.end, out);
}

static void
case_weigh(Slice preposition, Weights* out) {
  static const struct {
    const char* word;
    int person;
    int body;
    int place;
  } cases[] = {
    { "in", -3, 0, 4 },     { "at", -3, 2, 2 },      { "near", -2, 0, 4 },
    { "around", -2, 0, 3 }, { "outside", -2, 0, 3 }, { "across", -2, 0, 4 },
    { "from", 0, 1, 1 },    { "to", 0, 0, 1 },       { "with", 1, 1, 0 },
    { "into", -2, 0, 2 },   { "through", -2, 0, 1 }, { "on", -1, 0, 0 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    if (att_slice_is(preposition, cases[i].word)) {
      weigh(out, cases[i].person, cases[i].body, cases[i].place);
    }
  }
}

/* "Tata chairman", "Moly shares": a name before a common noun; that of "the
 * Solheim administration" is its head's. */
static void
compound_weigh(const Linker* linker, uint32_t head, Weights* out) {
  const Reading* const reading = linker->reading;
  if (head == NOTHING || reading->trees->nodes.items[head].mention != NOTHING) {
    return;
  }
  const LexisSet kinds =
    reading->shapes->kinds[reading->trees->nodes.items[head].first];
  if ((kinds & LEXIS_BIT(LEXIS_GOVERNMENT)) != 0) {
    weigh(out, 3, 0, 0);
    return;
  }
  weigh(out, -2, 0, 0);
  if ((kinds & (LEXIS_BIT(LEXIS_PERSON) | LEXIS_BIT(LEXIS_POST) |
                LEXIS_BIT(LEXIS_POSTS) | LEXIS_BIT(LEXIS_GROUP) |
                LEXIS_BIT(LEXIS_ORGANIZATION))) != 0) {
    weigh(out, 0, 2, 0);
  } else if ((kinds & LEXIS_BIT(LEXIS_PLACE)) != 0) {
    weigh(out, 0, 0, 3);
  }
}

/* "Naqvi and X": a name is of the kind of what it is joined with. */
static void
conjunct_weigh(const Linker* linker, uint32_t head, Weights* out) {
  const Reading* const reading = linker->reading;
  const uint32_t other =
    head == NOTHING ? NOTHING : reading->trees->nodes.items[head].mention;
  if (other == NOTHING || !reading->mentions->items.items[other].certain) {
    return;
  }
  switch (reading->mentions->items.items[other].kind) {
  case ENTITY_PERSON:
    weigh(out, 2, 0, 0);
    break;
  case ENTITY_ORGANIZATION:
    weigh(out, 0, 2, 0);
    break;
  case ENTITY_STATE:
  case ENTITY_PLACE:
    weigh(out, -1, 0, 3);
    break;
  default:
    break;
  }
}

static void
relation_weigh(const Linker* linker, uint32_t node, Weights* out) {
  const Trees* const trees = linker->reading->trees;
  const SyntaxNode* const item = &trees->nodes.items[node];
  switch ((Relation)item->relation) {
  case REL_NSUBJ:
    if (att_reading_says(linker->reading, item->head)) {
      weigh(out, 3, 1, 0);
    } else {
      weigh(out, 1, 1, 0);
    }
    break;
  case REL_OBJ:
    if (att_node_speaks(linker->reading, node)) {
      weigh(out, 3, 1, 0);
    }
    break;
  case REL_OBL_AGENT:
  case REL_NMOD_POSS:
    weigh(out, 1, 1, 0);
    break;
  case REL_APPOS:
    weigh(out, 1, 0, 0);
    break;
  case REL_OBL:
  case REL_NMOD:
    case_weigh(att_trees_case(trees, node), out);
    break;
  case REL_COMPOUND:
  case REL_AMOD:
    compound_weigh(linker, item->head, out);
    break;
  case REL_CONJ:
    conjunct_weigh(linker, item->head, out);
    break;
  default:
    break;
  }
}

static bool
is_unknown(const Mention* mention) {
  return mention->kind == ENTITY_PERSON && !mention->certain &&
         (mention->form == FORM_NAME || mention->form == FORM_TITLED);
}

static AttStatus
mention_weigh(Scale* scale, uint32_t index) {
  const Linker* const linker = scale->linker;
  const Reading* const reading = linker->reading;
  const Mention* const mention = &reading->mentions->items.items[index];
  Slice folded;
  TRY(att_utf8_fold(linker->arena,
                    att_reading_text(reading, mention->name_first,
                                     mention->name_end),
                    &folded));
  const size_t before = scale->names.strings.length;
  TRY(att_intern(linker->arena, &scale->names, folded, &scale->name[index]));
  if (scale->names.strings.length > before) {
    Case fresh = { 0 };
    words_weigh(linker, mention, &fresh.words);
    TRY(LIST_PUSH(linker->arena, &scale->cases, fresh));
  }
  Case* const item = &scale->cases.items[scale->name[index] - 1];
  const uint32_t node = att_mention_node(reading, mention);
  const uint32_t sentence = reading->trees->nodes.items[node].sentence;
  if (scale->titled[index]) {
    weigh(&item->words, 6, 0, 0);
    item->contexts++;
  }
  if (!att_document_is_title(reading->document, sentence) &&
      att_document_kind(reading->document, sentence) != PARAGRAPH_DATELINE) {
    item->contexts++;
    neighbours_weigh(linker, mention, node, &item->places);
    relation_weigh(linker, node, &item->places);
  }
  return ATT_OK;
}

static int
most(int weight) {
  return weight > WEIGHT_MOST ? WEIGHT_MOST : weight;
}

static EntityKind
case_decide(const Case* item) {
  const int person = item->words.person + most(item->places.person);
  const int body = item->words.body + most(item->places.body);
  const int place = item->words.place + most(item->places.place);
  if (item->contexts == 0) {
    return person >= WEIGHT_MUCH ? ENTITY_PERSON : ENTITY_KIND_COUNT;
  }
  if (person >= WEIGHT_ENOUGH && person >= body && person >= place) {
    return ENTITY_PERSON;
  }
  if (place >= WEIGHT_ENOUGH && place >= body) {
    return ENTITY_PLACE;
  }
  return body >= WEIGHT_ENOUGH ? ENTITY_ORGANIZATION : ENTITY_KIND_COUNT;
}

AttStatus
att_names_weigh(Linker* linker) {
  const Mentions* const mentions = linker->reading->mentions;
  const size_t count = mentions->items.length;
  Scale scale = { .linker = linker };
  TRY(att_arena_alloc(linker->arena, count * sizeof(EntityKind),
                      &linker->guesses));
  TRY(att_arena_alloc(linker->arena, count, &scale.titled));
  TRY(att_arena_alloc(linker->arena, count * sizeof(uint32_t), &scale.name));
  for (size_t i = 0; i < mentions->titles.length; i++) {
    scale.titled[mentions->titles.items[i].mention] = true;
  }
  for (uint32_t i = 0; i < count; i++) {
    if (is_unknown(&mentions->items.items[i])) {
      TRY(mention_weigh(&scale, i));
    }
  }
  for (uint32_t i = 0; i < count; i++) {
    linker->guesses[i] = is_unknown(&mentions->items.items[i])
                           ? case_decide(&scale.cases.items[scale.name[i] - 1])
                           : ENTITY_KIND_COUNT;
  }
  return ATT_OK;
}
