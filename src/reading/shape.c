/* Shapes: each token as one letter, so that patterns can run over tokens. */
/* SPDX-License-Identifier: MIT */
#include "reading/shape.h"

#include "base/word.h"
#include "reading/letter.h"

/* What finding them needs. */
typedef struct Finder {
  Arena* arena;
  const Ontology* ontology;
  const Lexis* lexis;
  const Document* document;
  Shapes* shapes;
  Words words;
  uint32_t statement; /* a term */
  uint32_t* names;    /* [word]: number in the gazetteer */
  uint32_t* lexicon;  /* [word] */
  uint32_t* sectors;  /* [word] */
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
  [LEXIS_SUFFIX] = 'h',        [LEXIS_FAMILY] = 'G',
};

static const Token*
token_at(const Finder* finder, uint32_t token) {
  return &finder->document->tokens.items.items[token];
}

static bool
is_noun_like(const Finder* finder, uint32_t token) {
  const uint8_t upos = finder->document->tags[token].upos;
  return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_ADJ ||
         upos == UPOS_X;
}

/* The letter of the token before in the same sentence, or 0. */
static char
letter_before(const Finder* finder, uint32_t token) {
  return token == 0 || finder->document->sentence_of[token - 1] !=
                         finder->document->sentence_of[token]
           ? 0
           : finder->shapes->letters[token - 1];
}

/* Whether the token before is part of a name: "Bui Thanh Son". */
static bool
follows_name(const Finder* finder, uint32_t token) {
  const char before = letter_before(finder, token);
  return before == 'N' || before == 'G' || before == 'I' || before == 'P' ||
         before == 'H';
}

/* Whether a capital follows in the same sentence. */
static bool
precedes_capital(const Finder* finder, uint32_t token) {
  return token + 1 < finder->document->tokens.items.length &&
         finder->document->sentence_of[token + 1] ==
           finder->document->sentence_of[token] &&
         att_letter_is_capital(finder->document, token + 1);
}

/* Whether a capital word that may be a person's name is one: "John Major",
 * "Hun Sen", "President Bill Clinton", "Park Geun-hye" but not "Hyde Park". */
static bool
is_name_part(const Finder* finder, uint32_t token, char letter, LexisSet set) {
  const char before = letter_before(finder, token);
  const LexisSet given = LEXIS_BIT(LEXIS_MALE) | LEXIS_BIT(LEXIS_FEMALE);
  switch (letter) {
  case 'P':
    return ((set & given) != 0 && follows_name(finder, token)) ||
           ((set & LEXIS_BIT(LEXIS_FAMILY)) != 0 && before == 'H' &&
            !precedes_capital(finder, token)) ||
           (before == 'G' && !precedes_capital(finder, token));
  case 'H':
    return (before == 'G' || before == 'N') && !precedes_capital(finder, token);
  case 'U':
    return (set & given) != 0 && precedes_capital(finder, token) &&
           (before == 'P' || before == 'H' || before == 'J' || before == 'S' ||
            before == 0);
  case 'W':
    return (set & LEXIS_BIT(LEXIS_SURNAME)) != 0 && before != 'N' &&
           before != 'C' && before != 'S' && before != 'J' && before != 'G';
  case 'Y':
    /* "Theresa May" has a month's name, nobody a weekday's. */
    return (set & given) != 0 && follows_name(finder, token);
  case 'D':
  case 'B':
  case 'Z':
    return follows_name(finder, token);
  default:
    return false;
  }
}

/* Whether a finite verb follows: "an official said" has no adjective. */
static bool
precedes_verb(const Finder* finder, uint32_t token) {
  const uint8_t xpos = token + 1 < finder->document->tokens.items.length
                         ? finder->document->tags[token + 1].xpos
                         : XPOS_NN;
  return xpos == XPOS_VBD || xpos == XPOS_VBZ || xpos == XPOS_VBP;
}

/* Whether a class gives a word no letter where it stands. */
static bool
is_unfit(const Finder* finder, uint32_t token, char letter, LexisSet set) {
  const bool capital = att_letter_is_capital(finder->document, token);
  if (capital && is_name_part(finder, token, letter, set)) {
    return true;
  }
  /* "the Dubai Police" is a body, "police" or "Police" at a start are not. */
  if (letter == 'B' && capital &&
      !att_letter_is_start(finder->document, token) &&
      (set & LEXIS_BIT(LEXIS_ORGANIZATION)) != 0) {
    return true;
  }
  if ((letter == 'D' || letter == 'B' || letter == 'Q') &&
      finder->document->tags[token].upos == UPOS_ADJ) {
    return !precedes_verb(finder, token);
  }
  return (letter == 'G' || letter == 'U' || letter == 'Y' || letter == 'J') &&
         !capital;
}

static char
class_letter(const Finder* finder, uint32_t token, LexisSet set) {
  for (int class = 0; class < LEXIS_CLASS_COUNT; class ++) {
    const char letter = class_letters[class];
    if ((set & LEXIS_BIT(class)) == 0 || letter == 0 ||
        is_unfit(finder, token, letter, set)) {
      continue;
    }
    if (att_letter_is_capital(finder->document, token)) {
      return letter;
    }
    return letter == 'T'   ? 'u'
           : letter == 'W' ? 'l'
           : letter == 'K' ? 'k'
                           : letter;
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

/* Words that a shared head may stand behind: "regional, economic and
 * international issues" has two of them skipped. */
#define SKIPPED_WORDS 4

/* How many words behind `word`, each behind a comma or a conjunction, stand
 * between it and the head that it shares with them; 0 if there is none. */
static size_t
words_skipped(const Finder* finder, size_t word) {
  const Node* const tags = finder->document->tags;
  size_t skipped = 0;
  for (bool joined = false; !joined && skipped < SKIPPED_WORDS;) {
    const uint32_t token = token_of_word(finder, word + skipped);
    if (token == NOTHING || word + skipped + 2 >= finder->words.length ||
        !is_noun_like(finder, token)) {
      return 0;
    }
    joined = tags[token + 1].upos == UPOS_CCONJ;
    if (!joined && tags[token + 1].upos != UPOS_PUNCT) {
      return 0;
    }
    skipped += joined ? 2 : 1;
  }
  const uint32_t last = token_of_word(finder, word + skipped);
  return last != NOTHING && is_noun_like(finder, last) ? skipped : 0;
}

/* "regional and international issues": the phrase that the word makes with
 * the head it shares. */
static AttStatus
shared_at(Finder* finder, size_t word) {
  const size_t skipped = words_skipped(finder, word);
  const size_t rest = finder->words.length - word - skipped;
  if (skipped == 0 || finder->sectors[word] == INTERN_NONE) {
    return ATT_OK;
  }
  Word items[PHRASE_WORDS];
  uint32_t numbers[PHRASE_WORDS];
  const size_t count = rest < PHRASE_WORDS ? rest : PHRASE_WORDS;
  for (size_t i = 0; i < count; i++) {
    const size_t at = i == 0 ? word : word + skipped + i;
    items[i] = finder->words.items[at];
    numbers[i] = finder->sectors[at];
  }
  items[0].end = finder->words.items[word + skipped].end;
  PhraseHit hit;
  const Words words = { .items = items, .length = count };
  TRY(att_phrasebook_longest(finder->arena, &finder->ontology->sectors,
                             finder->document->text->clean, &words, numbers, 0,
                             &hit));
  const uint32_t end = hit.word_count < 2
                         ? NOTHING
                         : phrase_end(finder, word, skipped + hit.word_count);
  return end == NOTHING ? ATT_OK
                        : LIST_PUSH(finder->arena, &finder->shapes->sectors,
                                    ((SectorHit){ token_of_word(finder, word),
                                                  end, hit.senses[0].value }));
}

static AttStatus
sector_at(Finder* finder, size_t word, size_t* next) {
  PhraseHit hit;
  TRY(att_phrasebook_longest(finder->arena, &finder->ontology->sectors,
                             finder->document->text->clean, &finder->words,
                             finder->sectors, word, &hit));
  *next = word + 1;
  if (hit.word_count == 0) {
    return shared_at(finder, word);
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
         att_letter_is_start(finder->document, token) &&
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

/* "Spokesperson Ned Price", "Danish Acting Secretary": a given name behind a
 * title, or "Acting" with a capital, is one whatever the tagger made of it. */
static bool
is_word_of_title(const Finder* finder, uint32_t token) {
  const LexisSet given = LEXIS_BIT(LEXIS_MALE) | LEXIS_BIT(LEXIS_FEMALE);
  const LexisSet set = finder->shapes->kinds[token];
  return att_letter_is_capital(finder->document, token) &&
         (((set & given) != 0 && follows_name(finder, token)) ||
          (set & LEXIS_BIT(LEXIS_ACTING)) != 0);
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
                         !is_word_of_title(finder, first))) {
    return ATT_OK;
  }
  const char letter = class_letter(finder, first, finder->shapes->kinds[first]);
  if (letter != 0) {
    letters_set(finder, first, end, letter);
    *next = word + hit.word_count;
  }
  return ATT_OK;
}

/* Whether the verb at `token` reports what somebody says. */
static bool
reports(const Finder* finder, uint32_t token) {
  const Frames* const frames = &finder->ontology->frames;
  const FrameWords* const words =
    att_frames_find(frames, finder->document->lemmas[token]);
  for (size_t i = 0; words != NULL && i < words->length; i++) {
    const Frame* const frame = &frames->items.items[words->items[i].frame];
    if (!words->items[i].noun &&
        att_term_is_a(finder->ontology, frame->evokes, finder->statement) &&
        att_frame_takes(frame, FUNCTION_CLAUSE)) {
      return true;
    }
  }
  return false;
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
    shapes->letters[i] = att_letter_of_token(finder->document, i);
    if (shapes->letters[i] == 'v' && reports(finder, i)) {
      shapes->letters[i] = 'y';
    }
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
    .statement = att_ontology_term(ontology, "Statement"),
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
