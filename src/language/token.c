/* Tokens and sentences, by the conventions of UD English. */
/* SPDX-License-Identifier: MIT */
#include "language/token.h"

#include "language/form.h"
#include "language/glyph.h"
#include "language/lexeme.h"
#include "language/sentence.h"

/* The only letters that are words: a single line break behind one is just
 * white space. */
static const char letter_words[] = "AIO";

/* A paragraph while it is being split. */
typedef struct Splitting {
  Arena* arena;
  const Ontology* ontology;
  Slice text;
  size_t end; /* Of the paragraph, white space apart. */
  Tokens* tokens;
} Splitting;

static AttStatus
token_push(Splitting* splitting, size_t begin, size_t end) {
  Token token = { .begin = (uint32_t)begin, .end = (uint32_t)end };
  TRY(att_form_plain(splitting->arena,
                     att_slice_part(splitting->text, begin, end), &token.form));
  token.space = att_utf8_is_space(
    att_glyph_at(splitting->text, end, splitting->text.length));
  if (token.form.length == 0) {
    return ATT_OK;
  }
  return LIST_PUSH(splitting->arena, &splitting->tokens->items, token);
}

/* Whether the case of the word agrees with the lexicon's spelling of it. */
static bool
spelling_agrees(Slice word, PhraseCase spelling) {
  const uint32_t first = att_glyph_at(word, 0, word.length);
  return spelling == PHRASE_ANY || att_utf8_is_upper(first);
}

static AttStatus
abbreviation_find(const Splitting* splitting, Slice word, bool* out) {
  PhraseHit hit;
  TRY(att_phrasebook_find(splitting->arena, &splitting->ontology->lexicon, word,
                          &hit));
  *out = false;
  for (size_t i = 0; i < hit.sense_count && !*out; i++) {
    *out = att_lexicon_is(splitting->ontology, hit.senses[i].value,
                          "abbreviation") &&
           spelling_agrees(word, hit.senses[i].spelling);
  }
  return ATT_OK;
}

/* Whether the full stop behind the word `begin` up to `stop` is part of it. A
 * lone initial does not end a paragraph. */
static AttStatus
stop_belongs(const Splitting* splitting, const Chunk* chunk, size_t begin,
             size_t stop, bool* out) {
  *out = false;
  const uint32_t after = att_glyph_at(chunk->text, stop + 1, chunk->end);
  if (att_glyph_at(chunk->text, stop, chunk->end) != '.' || after == '.' ||
      !att_glyph_is_word(att_glyph_at(chunk->text, begin, stop))) {
    return ATT_OK;
  }
  if (att_lexeme_is_initials(chunk, begin, stop)) {
    const bool lone = att_glyph_end(chunk->text, begin, stop) == stop;
    *out = !lone || stop + 1 < splitting->end;
    return ATT_OK;
  }
  return abbreviation_find(splitting, att_slice_part(chunk->text, begin, stop),
                           out);
}

static AttStatus
chunk_split(Splitting* splitting, size_t begin, size_t end) {
  Chunk chunk = att_chunk_begin(splitting->text, begin, end);
  size_t at = begin;
  while (at < end) {
    const size_t lexeme = att_lexeme_end(&chunk, at);
    size_t cut = att_lexeme_cut(&chunk, at, lexeme);
    while (cut < lexeme) {
      TRY(token_push(splitting, at, cut));
      at = cut;
      cut = att_lexeme_cut(&chunk, at, lexeme);
    }
    bool stop = false;
    TRY(stop_belongs(splitting, &chunk, at, lexeme, &stop));
    TRY(token_push(splitting, at, lexeme + stop));
    at = lexeme + stop;
  }
  return ATT_OK;
}

/* Where the white space at `at` ends; `*breaks` counts its line breaks. */
static size_t
space_skip(const Splitting* splitting, size_t at, size_t* breaks) {
  *breaks = 0;
  while (at < splitting->end) {
    const uint32_t glyph = att_glyph_at(splitting->text, at, splitting->end);
    if (!att_utf8_is_space(glyph)) {
      break;
    }
    const size_t next = att_glyph_end(splitting->text, at, splitting->end);
    const bool pair = glyph == '\r' && att_glyph_at(splitting->text, next,
                                                    splitting->end) == '\n';
    *breaks += att_glyph_is_break(glyph) && !pair;
    at = next;
  }
  return at;
}

static size_t
word_skip(const Splitting* splitting, size_t at) {
  while (
    at < splitting->end &&
    !att_utf8_is_space(att_glyph_at(splitting->text, at, splitting->end))) {
    at = att_glyph_end(splitting->text, at, splitting->end);
  }
  return at;
}

/* Whether `token` is a capital that `breaks` line breaks cut off the word that
 * goes on at `at`. */
static bool
is_torn(const Splitting* splitting, const Token* token, size_t breaks,
        size_t at) {
  const uint32_t letter = att_glyph_at(token->form, 0, token->form.length);
  const bool lone =
    token->form.length > 0 && att_utf8_is_upper(letter) &&
    att_glyph_end(token->form, 0, token->form.length) == token->form.length;
  const bool word = letter < 0x80 && strchr(letter_words, (int)letter) != NULL;
  return lone && breaks >= (word ? 2U : 1U) &&
         att_utf8_is_lower(att_glyph_at(splitting->text, at, splitting->end));
}

/* Makes one token of the torn-off capital `letter` and the one behind it. */
static AttStatus
torn_join(Splitting* splitting, size_t letter) {
  Tokens* const tokens = splitting->tokens;
  Token* const first = &tokens->items.items[letter];
  const Token* const rest = first + 1;
  char* bytes = NULL;
  TRY(att_arena_alloc(splitting->arena, first->form.length + rest->form.length,
                      &bytes));
  memcpy(bytes, first->form.start, first->form.length);
  memcpy(bytes + first->form.length, rest->form.start, rest->form.length);
  first->form.start = bytes;
  first->form.length += rest->form.length;
  first->end = rest->end;
  first->space = rest->space;
  tokens->items.length--;
  memmove(first + 1, rest + 1,
          (tokens->items.length - letter - 1) * sizeof *first);
  return ATT_OK;
}

static AttStatus
paragraph_split(Splitting* splitting, size_t at) {
  Tokens* const tokens = splitting->tokens;
  const size_t first = tokens->items.length;
  size_t breaks = 0;
  at = space_skip(splitting, at, &breaks);
  while (at < splitting->end) {
    const size_t end = word_skip(splitting, at);
    const size_t before = tokens->items.length;
    const bool torn =
      before > first &&
      is_torn(splitting, &tokens->items.items[before - 1], breaks, at);
    TRY(chunk_split(splitting, at, end));
    if (torn && tokens->items.length > before) {
      TRY(torn_join(splitting, before - 1));
    }
    at = space_skip(splitting, end, &breaks);
  }
  return att_sentences_cut(splitting->arena, first, tokens);
}

AttStatus
att_tokens_split(Arena* arena, const Ontology* ontology, Slice text,
                 size_t begin, size_t end, Tokens* tokens) {
  if (end > UINT32_MAX) {
    return ATT_LIMIT;
  }
  Splitting splitting = { .arena = arena,
                          .ontology = ontology,
                          .text = text,
                          .end = end,
                          .tokens = tokens };
  while (splitting.end > begin &&
         att_utf8_is_space(att_glyph_before(text, begin, splitting.end))) {
    splitting.end = att_glyph_begin(text, begin, splitting.end);
  }
  return paragraph_split(&splitting, begin);
}
