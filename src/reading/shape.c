/* Shapes: each token as one letter, so that patterns can run over tokens. */
/* SPDX-License-Identifier: MIT */
#include "reading/shape.h"

#include "base/utf8.h"
#include "base/word.h"

/* What finding them needs. */
typedef struct Finder {
  Arena* arena;
  const Ontology* ontology;
  const Lexis* lexis;
  const Document* document;
  Shapes* shapes;
  Words words;
  uint32_t* names;   /* [word]: number in the gazetteer */
  uint32_t* lexicon; /* [word] */
  uint32_t* sectors; /* [word] */
} Finder;

/* Letters of the lexicon's classes; 0 where a class has none. */
static const char class_letters[LEXIS_CLASS_COUNT] = {
  [LEXIS_POST] = 'P',          [LEXIS_POSTS] = 'Q',
  [LEXIS_FORMER] = 'E',        [LEXIS_ACTING] = 'A',
  [LEXIS_MINISTRY] = 'K',      [LEXIS_PORTFOLIO] = 'F',
  [LEXIS_PORTFOLIO_END] = 'R', [LEXIS_MODIFIER] = 'M',
  [LEXIS_GROUP] = 'B',         [LEXIS_PERSON] = 'D',
  [LEXIS_GOVERNMENT] = 'V',    [LEXIS_STATE] = 'Z',
  [LEXIS_ORGANIZATION] = 'T',  [LEXIS_PLACE] = 'W',
  [LEXIS_HONORIFIC] = 'H',     [LEXIS_CALENDAR] = 'Y',
  [LEXIS_EVENT] = 'U',         [LEXIS_MALE] = 'G',
  [LEXIS_FEMALE] = 'G',        [LEXIS_SURNAME] = 'G',
  [LEXIS_PARTICLE] = 'L',      [LEXIS_PEOPLE] = 'J',
};

static const Token*
token_at(const Finder* finder, uint32_t token) {
  return &finder->document->tokens.items.items[token];
}

static bool
is_capital(const Finder* finder, uint32_t token) {
  const Slice form = token_at(finder, token)->form;
  size_t at = 0;
  return form.length > 0 && att_utf8_is_upper(att_utf8_next(form, &at));
}

static bool
is_noun_like(const Finder* finder, uint32_t token) {
  const uint8_t upos = finder->document->tags[token].upos;
  return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_ADJ ||
         upos == UPOS_X;
}

/* Function words that the grammar of names and titles itself needs. */
static char
function_letter(const Finder* finder, uint32_t token) {
  const Slice lemma = finder->document->lemmas[token];
  if (att_slice_is(lemma, "of")) {
    return 'o';
  }
  if (att_slice_is(lemma, "for")) {
    return 'f';
  }
  return att_slice_is(lemma, "to") ? 'b' : 'i';
}

/* Whether `token` touches a neighbour: the hyphen of "Teng-hui", no dash. */
static bool
is_joint(const Finder* finder, uint32_t token) {
  return token > 0 && token + 1 < finder->document->tokens.items.length &&
         (token_at(finder, token - 1)->end == token_at(finder, token)->begin ||
          token_at(finder, token)->end == token_at(finder, token + 1)->begin);
}

static char
mark_letter(const Finder* finder, uint32_t token) {
  const Slice form = token_at(finder, token)->form;
  if (form.length != 1) {
    return att_slice_is(form, "``") || att_slice_is(form, "''") ? '"' : '.';
  }
  switch (form.start[0]) {
  case '-':
    return is_joint(finder, token) ? '-' : '.';
  case ',':
  case '(':
  case ')':
  case '"':
    return form.start[0];
  case '\'':
    return '"';
  case '[':
    return '(';
  case ']':
    return ')';
  default:
    return '.';
  }
}

static char
tag_letter(const Finder* finder, uint32_t token) {
  const Node* const tag = &finder->document->tags[token];
  switch ((Upos)tag->upos) {
  case UPOS_NOUN:
  case UPOS_PROPN:
    return 'n';
  case UPOS_ADJ:
    return 'a';
  case UPOS_VERB:
  case UPOS_AUX:
    return 'v';
  case UPOS_ADV:
    return 'd';
  case UPOS_PRON:
    return 'p';
  case UPOS_DET:
    return 't';
  case UPOS_ADP:
    return function_letter(finder, token);
  case UPOS_CCONJ:
    return 'c';
  case UPOS_NUM:
    return '#';
  case UPOS_PUNCT:
  case UPOS_SYM:
    return mark_letter(finder, token);
  case UPOS_PART:
    if (tag->xpos == XPOS_POS) {
      return '\'';
    }
    return tag->xpos == XPOS_TO ? 'b' : 'x';
  default:
    return 'x';
  }
}

/* Whether a capital at `token` says little: it starts a sentence or a quote. */
static bool
is_start(const Finder* finder, uint32_t token) {
  const uint32_t sentence = finder->document->sentence_of[token];
  const uint32_t first =
    finder->document->tokens.sentences.items[sentence].first;
  return token == first || finder->document->tags[token - 1].upos == UPOS_PUNCT;
}

static bool
is_initial(Slice form) {
  return form.length <= 2 && form.start[0] >= 'A' && form.start[0] <= 'Z' &&
         (form.length == 1 || form.start[1] == '.');
}

static char
word_letter(const Finder* finder, uint32_t token) {
  const Slice form = token_at(finder, token)->form;
  const Node* const tag = &finder->document->tags[token];
  const bool word =
    is_capital(finder, token) && form.start[form.length - 1] != '$';
  if (!word || tag->upos == UPOS_PRON || tag->upos == UPOS_DET ||
      tag->upos == UPOS_ADP || tag->upos == UPOS_CCONJ ||
      tag->upos == UPOS_AUX || tag->upos == UPOS_PUNCT) {
    return tag_letter(finder, token);
  }
  if (is_initial(form) && tag->upos == UPOS_PROPN) {
    return 'I';
  }
  const bool weak = is_start(finder, token) ||
                    att_document_is_title(finder->document,
                                          finder->document->sentence_of[token]);
  if (tag->upos == UPOS_PROPN || (!weak && tag->upos != UPOS_VERB)) {
    return 'N';
  }
  return tag_letter(finder, token);
}

/* Whether the token before is part of a name: "Bui Thanh Son". */
static bool
follows_name(const Finder* finder, uint32_t token) {
  if (token == 0 || finder->document->sentence_of[token - 1] !=
                      finder->document->sentence_of[token]) {
    return false;
  }
  const char before = finder->shapes->letters[token - 1];
  return before == 'N' || before == 'G' || before == 'I' || before == 'P' ||
         before == 'H';
}

static char
class_letter(const Finder* finder, uint32_t token, LexisSet set) {
  for (int class = 0; class < LEXIS_CLASS_COUNT; class ++) {
    if ((set & LEXIS_BIT(class)) == 0 || class_letters[class] == 0) {
      continue;
    }
    const char letter = class_letters[class];
    const bool capital = is_capital(finder, token);
    if ((letter == 'D' || letter == 'B' || letter == 'Z' || letter == 'Y') &&
        capital && follows_name(finder, token)) {
      continue;
    }
    if (letter == 'P' && capital && (set & LEXIS_BIT(LEXIS_MALE)) != 0 &&
        follows_name(finder, token)) {
      continue;
    }
    if ((letter == 'D' || letter == 'B' || letter == 'Q') &&
        finder->document->tags[token].upos == UPOS_ADJ) {
      continue;
    }
    if (letter == 'T' && !capital) {
      return 'u';
    }
    if (letter == 'W' && !capital) {
      return 'l';
    }
    if ((letter == 'G' || letter == 'U' || letter == 'Y' || letter == 'J') &&
        !capital) {
      continue;
    }
    return letter;
  }
  return 0;
}

static char
name_letter(const Finder* finder, const NameHit* hit) {
  bool demonym = false;
  bool place = false;
  bool organization = false;
  for (size_t i = 0; i < hit->sense_count; i++) {
    const KnownName name = finder->ontology->names.items[hit->senses[i].value];
    const KnownEntity* const entity =
      &finder->ontology->entities.items[name.entity];
    if (entity->kind == ENTITY_STATE &&
        (name.form == NAME_LABEL || name.form == NAME_OTHER)) {
      return 'S';
    }
    demonym = demonym || name.form == NAME_DEMONYM;
    organization = organization || entity->kind == ENTITY_ORGANIZATION;
    place = place ||
            (entity->kind == ENTITY_PLACE && name.form != NAME_DEMONYM) ||
            name.form == NAME_METONYM;
  }
  return place ? 'C' : demonym ? 'J' : organization ? 'O' : 0;
}

static void
letters_set(const Finder* finder, uint32_t first, uint32_t end, char letter) {
  finder->shapes->letters[first] = letter;
  for (uint32_t i = first + 1; i < end; i++) {
    finder->shapes->letters[i] = '_';
  }
}

/* The token that starts where word `word` does, or NOTHING. */
static uint32_t
token_of_word(const Finder* finder, size_t word) {
  const uint32_t begin = finder->words.items[word].begin;
  const uint32_t token = att_document_token(finder->document, begin);
  return token < finder->document->tokens.items.length &&
             token_at(finder, token)->begin == begin
           ? token
           : NOTHING;
}

/* The end token of a phrase of `count` words from `word` on, or NOTHING where
 * it ends inside a token or crosses a sentence. */
static uint32_t
phrase_end(const Finder* finder, size_t word, size_t count) {
  const uint32_t first = token_of_word(finder, word);
  const uint32_t last_end = finder->words.items[word + count - 1].end;
  const uint32_t last = att_document_token(finder->document, last_end - 1);
  if (first == NOTHING || last >= finder->document->tokens.items.length ||
      finder->document->sentence_of[first] !=
        finder->document->sentence_of[last]) {
    return NOTHING;
  }
  const Token* const token = token_at(finder, last);
  const Slice text = finder->document->text->clean;
  /* "U.S." may take its full stop; "US$" is no "US". */
  return token->end == last_end ||
             (token->end == last_end + 1 && text.start[last_end] == '.')
           ? last + 1
           : NOTHING;
}

static AttStatus
sector_at(Finder* finder, size_t word, size_t* next) {
  PhraseHit hit;
  TRY(att_phrasebook_longest(finder->arena, &finder->ontology->sectors,
                             finder->document->text->clean, &finder->words,
                             finder->sectors, word, &hit));
  *next = word + 1;
  if (hit.word_count == 0) {
    return ATT_OK;
  }
  const uint32_t end = phrase_end(finder, word, hit.word_count);
  if (end == NOTHING) {
    return ATT_OK;
  }
  *next = word + hit.word_count;
  const SectorHit sector = { token_of_word(finder, word), end,
                             hit.senses[0].value };
  return LIST_PUSH(finder->arena, &finder->shapes->sectors, sector);
}

static uint32_t
cue_given(const Finder* finder, const PhraseHit* hit) {
  for (size_t i = 0; i < hit->sense_count; i++) {
    const WordClass* const class =
      &finder->ontology->classes.items[hit->senses[i].value];
    if (class->gives != ONTOLOGY_NONE) {
      return class->gives;
    }
  }
  return ONTOLOGY_NONE;
}

/* Whether `form` is ASCII, lower-case but for its first letter. */
static bool
is_lower_behind(Slice form) {
  for (size_t i = 1; i < form.length; i++) {
    if (form.start[i] < 'a' || form.start[i] > 'z') {
      return false;
    }
  }
  return form.length > 1;
}

/* "Let" at a start is no acronym of anybody's. */
static bool
is_verb_form(const Finder* finder, uint32_t token) {
  const Node* const tag = &finder->document->tags[token];
  return (tag->upos == UPOS_VERB || tag->upos == UPOS_AUX) &&
         is_start(finder, token) &&
         is_lower_behind(token_at(finder, token)->form);
}

/* Files the name at `word`; `*end` is its end token, or NOTHING. */
static AttStatus
name_at(Finder* finder, size_t word, size_t* words, uint32_t* end) {
  PhraseHit hit;
  TRY(att_phrasebook_longest(finder->arena, &finder->ontology->gazetteer,
                             finder->document->text->clean, &finder->words,
                             finder->names, word, &hit));
  *end =
    hit.word_count == 0 ? NOTHING : phrase_end(finder, word, hit.word_count);
  *words = hit.word_count;
  if (*end == NOTHING) {
    return ATT_OK;
  }
  const uint32_t first = token_of_word(finder, word);
  if (*end == first + 1 && is_verb_form(finder, first)) {
    *end = NOTHING;
    *words = 0;
    return ATT_OK;
  }
  const NameHit name = { first, *end, hit.senses, hit.sense_count };
  finder->shapes->hit[first] = (uint32_t)finder->shapes->hits.length;
  return LIST_PUSH(finder->arena, &finder->shapes->hits, name);
}

/* "Spokesperson Ned Price": a given name behind a title or name is one,
 * whatever the tagger made of it. */
static bool
is_given_name(const Finder* finder, uint32_t token) {
  const LexisSet given = LEXIS_BIT(LEXIS_MALE) | LEXIS_BIT(LEXIS_FEMALE);
  return (finder->shapes->kinds[token] & given) != 0 &&
         is_capital(finder, token) && follows_name(finder, token);
}

/* The word or phrase at `word`: a name, a class of the lexicon, or what its
 * tag says. */
static AttStatus
phrase_at(Finder* finder, size_t word, size_t* next) {
  *next = word + 1;
  const uint32_t first = token_of_word(finder, word);
  if (first == NOTHING) {
    return ATT_OK;
  }
  PhraseHit hit;
  TRY(att_phrasebook_longest(finder->arena, &finder->ontology->lexicon,
                             finder->document->text->clean, &finder->words,
                             finder->lexicon, word, &hit));
  const uint32_t end =
    hit.word_count == 0 ? NOTHING : phrase_end(finder, word, hit.word_count);
  size_t name_words = 0;
  uint32_t name_end = NOTHING;
  TRY(name_at(finder, word, &name_words, &name_end));
  if (end != NOTHING) {
    finder->shapes->kinds[first] = att_lexis_of(finder->lexis, &hit);
    finder->shapes->gives[first] = cue_given(finder, &hit);
  }
  if (name_end != NOTHING && (end == NOTHING || name_words >= hit.word_count)) {
    const NameHit* const name =
      &finder->shapes->hits.items[finder->shapes->hit[first]];
    letters_set(finder, first, name_end, name_letter(finder, name));
    *next = word + name_words;
    return ATT_OK;
  }
  if (name_end != NOTHING) {
    finder->shapes->hit[first] = NOTHING;
    finder->shapes->hits.length--;
  }
  if (end == NOTHING || (end == first + 1 && !is_noun_like(finder, first) &&
                         !is_given_name(finder, first))) {
    return ATT_OK;
  }
  const char letter = class_letter(finder, first, finder->shapes->kinds[first]);
  if (letter != 0) {
    letters_set(finder, first, end, letter);
    *next = word + hit.word_count;
  }
  return ATT_OK;
}

static AttStatus
finder_begin(Finder* finder) {
  const size_t count = finder->document->tokens.items.length;
  Shapes* const shapes = finder->shapes;
  const Slice text = finder->document->text->clean;
  TRY(att_arena_alloc(finder->arena, count + 1, &shapes->letters));
  TRY(att_arena_alloc(finder->arena, (count + 1) * sizeof(LexisSet),
                      &shapes->kinds));
  TRY(att_arena_alloc(finder->arena, (count + 1) * sizeof(uint32_t),
                      &shapes->gives));
  TRY(att_arena_alloc(finder->arena, (count + 1) * sizeof(uint32_t),
                      &shapes->hit));
  for (uint32_t i = 0; i < count; i++) {
    shapes->gives[i] = ONTOLOGY_NONE;
    shapes->hit[i] = NOTHING;
    shapes->letters[i] = word_letter(finder, i);
  }
  TRY(att_words_find(finder->arena, text, &finder->words));
  TRY(att_phrasebook_number(finder->arena, &finder->ontology->gazetteer, text,
                            &finder->words, &finder->names));
  TRY(att_phrasebook_number(finder->arena, &finder->ontology->lexicon, text,
                            &finder->words, &finder->lexicon));
  return att_phrasebook_number(finder->arena, &finder->ontology->sectors, text,
                               &finder->words, &finder->sectors);
}

AttStatus
att_shapes_find(Arena* arena, const Ontology* ontology, const Lexis* lexis,
                const Document* document, Shapes* out) {
  *out = (Shapes){ 0 };
  Finder finder = {
    .arena = arena,
    .ontology = ontology,
    .lexis = lexis,
    .document = document,
    .shapes = out,
  };
  TRY(finder_begin(&finder));
  for (size_t word = 0; word < finder.words.length;) {
    TRY(phrase_at(&finder, word, &word));
  }
  for (size_t word = 0; word < finder.words.length;) {
    TRY(sector_at(&finder, word, &word));
  }
  return ATT_OK;
}
