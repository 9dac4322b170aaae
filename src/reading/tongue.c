/* The tongue: whether a text is in English. */
/* SPDX-License-Identifier: MIT */
#include "reading/tongue.h"

#include "base/utf8.h"

/* So much of a text tells its language. */
#define SAMPLE_SIZE 8192

/* Fewer words may come without any function word by chance: a headline, a row
 * of a table. */
#define WORDS_LEAST 30

/* One word in so many is one of them: news has one in three to one in six,
 * other languages in the same letters one in fifty by chance. */
#define SHARE 20
/* For a text that says it is in another language. */
#define SHARE_DOUBTED 8

/* A table of results is names and numbers: its lower-case words tell, if it
 * has any; fewer of them than this, or than one word in so many, may come
 * without a function word by chance. */
#define PROSE_LEAST 15
#define PROSE_SHARE 4

/* A page of tables and links may hold little prose: so many words in a row, and
 * so many function words among them, are a sentence or two. */
#define RUN_LENGTH 40
#define RUN_COUNT 8

/* Letters of a text without a word of ASCII that are more than a quotation. */
#define LETTERS_LEAST 40

typedef struct Sample {
  const Ontology* ontology;
  Slice text;
  Words words;
  uint32_t* numbers;
  size_t counted;
  size_t prose;   /* words in lower case */
  size_t densest; /* most of them among RUN_LENGTH words in a row */
  size_t letters;
  size_t foreign; /* letters beyond ASCII */
} Sample;

static Slice
sample_cut(Slice text) {
  size_t end = text.length < SAMPLE_SIZE ? text.length : SAMPLE_SIZE;
  while (end < text.length && ((unsigned char)text.start[end] & 0xC0) == 0x80) {
    end++;
  }
  return att_slice_part(text, 0, end);
}

/* Whether word `index` is a function word. */
static AttStatus
word_try(Arena* arena, const Sample* sample, size_t index, bool* out) {
  const Words alone = { .items = &sample->words.items[index], .length = 1 };
  PhraseHit hit;
  *out = false;
  TRY(att_phrasebook_longest(arena, &sample->ontology->lexicon, sample->text,
                             &alone, &sample->numbers[index], 0, &hit));
  for (size_t i = 0; i < hit.sense_count && !*out; i++) {
    *out =
      att_lexicon_is(sample->ontology, hit.senses[i].value, "function-word");
  }
  return ATT_OK;
}

static void
letters_count(Sample* sample, Word word) {
  for (size_t at = word.begin; at < word.end;) {
    const uint32_t code_point = att_utf8_next(sample->text, &at);
    sample->letters += att_utf8_is_letter(code_point);
    sample->foreign += code_point >= 0x80 && att_utf8_is_letter(code_point);
  }
}

static bool
is_prose(const Sample* sample, Word word) {
  size_t at = word.begin;
  return att_utf8_is_lower(att_utf8_next(sample->text, &at));
}

static AttStatus
words_count(Arena* arena, Sample* sample) {
  bool recent[RUN_LENGTH] = { false };
  size_t run = 0;
  TRY(att_words_find(arena, sample->text, &sample->words));
  TRY(att_phrasebook_number(arena, &sample->ontology->lexicon, sample->text,
                            &sample->words, &sample->numbers));
  for (size_t i = 0; i < sample->words.length; i++) {
    bool* const slot = &recent[i % RUN_LENGTH];
    run -= *slot;
    TRY(word_try(arena, sample, i, slot));
    run += *slot;
    sample->counted += *slot;
    sample->densest = run > sample->densest ? run : sample->densest;
    sample->prose += is_prose(sample, sample->words.items[i]);
    letters_count(sample, sample->words.items[i]);
  }
  return ATT_OK;
}

/* An ontology that files no function words cannot tell. */
static bool
knows_words(const Ontology* ontology) {
  for (size_t i = 0; i < ontology->classes.length; i++) {
    if (att_lexicon_is(ontology, (uint32_t)i, "function-word")) {
      return ontology->classes.items[i].word_count > 0;
    }
  }
  return false;
}

static bool
claims_another(Slice claimed) {
  const bool english =
    claimed.length >= 2 && (claimed.start[0] | 0x20) == 'e' &&
    (claimed.start[1] | 0x20) == 'n' &&
    (claimed.length == 2 || claimed.start[2] == '-' || claimed.start[2] == '_');
  return claimed.length > 0 && !english;
}

static bool
is_english(const Sample* sample) {
  const bool few =
    sample->prose > 0 && (sample->prose < PROSE_LEAST ||
                          sample->prose * PROSE_SHARE < sample->words.length);
  const size_t words = sample->prose > 0 ? sample->prose : sample->words.length;
  return few || sample->counted * SHARE >= words ||
         sample->densest >= RUN_COUNT;
}

AttStatus
att_text_is_english(Arena* arena, const Ontology* ontology, const Text* text,
                    Slice claimed, bool* out) {
  Sample sample = { .ontology = ontology, .text = sample_cut(text->clean) };
  *out = true;
  if (!knows_words(ontology)) {
    return ATT_OK;
  }
  TRY(words_count(arena, &sample));
  const bool doubted = claims_another(claimed);
  if (sample.letters >= LETTERS_LEAST && sample.foreign * 2 > sample.letters) {
    *out = false;
  } else if (sample.words.length < WORDS_LEAST) {
    *out = !doubted;
  } else if (doubted) {
    *out = sample.counted * SHARE_DOUBTED >= sample.words.length;
  } else {
    *out = is_english(&sample);
  }
  return ATT_OK;
}
