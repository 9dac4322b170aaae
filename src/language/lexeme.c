/* Lexemes: where tokens end inside a run of text without a space. */
/* SPDX-License-Identifier: MIT */
#include "language/lexeme.h"

#include "language/glyph.h"

/* Bound morphemes that stay joined by their hyphen, as the treebank has them;
 * other hyphens are tokens. */
static const char* const prefixes[] = {
  "anti",  "bi",    "co",    "de",  "e",     "ex",    "extra", "inter",
  "intra", "mega",  "micro", "mid", "mini",  "multi", "neo",   "non",
  "over",  "post",  "pre",   "pro", "quasi", "re",    "semi",  "sub",
  "super", "trans", "tri",   "un",  "under",
};

/* What clitics are without their apostrophe. */
static const char* const clitics[] = { "s", "m", "d", "re", "ve", "ll" };

/* Bytes of one part of a dotted acronym: "Ph" of "Ph.D". */
#define INITIALS_MOST 2

/* "couldn't've": a word has no more, and looking no further keeps long rows of
 * them cheap. */
#define CLITICS_MOST 2

/* Two words written as one, and how many letters the first has. */
static const struct {
  const char* word;
  size_t first;
} pairs[] = {
  { "cannot", 3 }, { "gonna", 3 }, { "gotta", 3 },
  { "wanna", 3 },  { "gimme", 3 }, { "lemme", 3 },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static uint32_t
glyph_at(const Chunk* chunk, size_t at) {
  return att_glyph_at(chunk->text, at, chunk->end);
}

static size_t
glyph_end(const Chunk* chunk, size_t at) {
  return att_glyph_end(chunk->text, at, chunk->end);
}

static char
lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

/* Whether the bytes `begin` up to `end` are `word`, whatever their case. */
static bool
is_word(const Chunk* chunk, size_t begin, size_t end, const char* word) {
  const size_t length = strlen(word);
  if (end < begin || end - begin != length) {
    return false;
  }
  for (size_t i = 0; i < length; i++) {
    if (lower(chunk->text.start[begin + i]) != word[i]) {
      return false;
    }
  }
  return true;
}

static bool
starts_with(const Chunk* chunk, size_t at, const char* word) {
  const size_t end = at + strlen(word);
  return end <= chunk->end && is_word(chunk, at, end, word);
}

static bool
is_digit_at(const Chunk* chunk, size_t at) {
  return att_utf8_is_digit(glyph_at(chunk, at));
}

static bool
is_mail_byte(char byte) {
  return att_utf8_is_word((unsigned char)byte) || byte == '.' || byte == '_' ||
         byte == '%' || byte == '+' || byte == '-';
}

/* Finds the first "@" from `from` on, and the bytes before it that an address
 * may hold. */
static void
mail_find(Chunk* chunk, size_t from) {
  const char* const start = chunk->text.start;
  const char* const sign =
    from < chunk->end ? memchr(start + from, '@', chunk->end - from) : NULL;
  chunk->mail_sign = sign == NULL ? chunk->end : (size_t)(sign - start);
  chunk->mail_begin = chunk->mail_sign;
  while (chunk->mail_begin > from &&
         is_mail_byte(start[chunk->mail_begin - 1])) {
    chunk->mail_begin--;
  }
}

Chunk
att_chunk_begin(Slice text, size_t begin, size_t end) {
  Chunk chunk = { .text = text, .begin = begin, .end = end };
  mail_find(&chunk, begin);
  return chunk;
}

/* Where the e-mail address or the "@name" at `at` ends, or `at`. */
static size_t
mail_end(Chunk* chunk, size_t at) {
  if (at > chunk->mail_sign) {
    mail_find(chunk, at);
  }
  size_t end = chunk->mail_sign + 1;
  if (at < chunk->mail_begin || end >= chunk->end ||
      !att_utf8_is_word((unsigned char)chunk->text.start[end])) {
    return at;
  }
  while (end < chunk->end && is_mail_byte(chunk->text.start[end])) {
    end++;
  }
  while (strchr(".-", chunk->text.start[end - 1]) != NULL) {
    end--;
  }
  return end;
}

/* Where the web address at `at` ends, or `at`. */
static size_t
web_end(const Chunk* chunk, size_t at) {
  if (!starts_with(chunk, at, "http://") &&
      !starts_with(chunk, at, "https://") && !starts_with(chunk, at, "www.")) {
    return at;
  }
  size_t end = chunk->end;
  while (end > at && strchr(".,;:!?)]}>'\"", chunk->text.start[end - 1])) {
    end--;
  }
  return end;
}

static size_t
digits_end(const Chunk* chunk, size_t at) {
  while (is_digit_at(chunk, at)) {
    at = glyph_end(chunk, at);
  }
  return at;
}

/* A word while its end is sought: `part` is where its last part began, behind
 * a hyphen or a full stop. */
typedef struct WordScan {
  const Chunk* chunk;
  size_t begin;
  size_t part;
  bool number; /* Joined numbers by a hyphen already. */
} WordScan;

/* "U.S", "3.5", "www", "Ph.D": whether the full stop at `at` is inside a word;
 * `next` is where it ends. */
static bool
stop_joins(const WordScan* scan, size_t at, size_t next) {
  const Chunk* const chunk = scan->chunk;
  const uint32_t before = att_glyph_before(chunk->text, scan->begin, at);
  const uint32_t after = glyph_at(chunk, next);
  if (!att_glyph_is_word(after)) {
    return false;
  }
  if (att_utf8_is_digit(before) && att_utf8_is_digit(after)) {
    return true;
  }
  if (!att_utf8_is_letter(after)) {
    return false;
  }
  const bool single =
    !att_glyph_is_word(glyph_at(chunk, glyph_end(chunk, next)));
  return single
           ? at - scan->part <= INITIALS_MOST
           : !att_utf8_is_upper(after) && glyph_end(chunk, scan->part) < at;
}

static bool
hyphen_joins(const WordScan* scan, size_t at, size_t next) {
  const Chunk* const chunk = scan->chunk;
  if (!att_glyph_is_word(glyph_at(chunk, next))) {
    return false;
  }
  for (size_t i = 0; i < COUNT(prefixes); i++) {
    if (is_word(chunk, scan->part, at, prefixes[i])) {
      return true;
    }
  }
  const size_t digits =
    digits_end(chunk, scan->part) == at ? at - scan->part : 0;
  const size_t after = digits_end(chunk, next);
  if (digits == 0 || after == next) {
    return false;
  }
  const bool more =
    glyph_at(chunk, after) == '-' && is_digit_at(chunk, after + 1);
  return scan->number || more || (digits == 3 && after - next == 4);
}

/* Whether the mark at `at`, which ends at `next`, is inside a word. */
static bool
mark_joins(WordScan* scan, size_t at, size_t next) {
  const Chunk* const chunk = scan->chunk;
  const uint32_t mark = glyph_at(chunk, at);
  const uint32_t before = att_glyph_before(chunk->text, scan->begin, at);
  const uint32_t after = glyph_at(chunk, next);
  if (mark == '.') {
    const bool joins = stop_joins(scan, at, next);
    scan->part = joins ? next : scan->part;
    return joins;
  }
  if (att_glyph_is_hyphen(mark)) {
    const bool joins = hyphen_joins(scan, at, next);
    scan->number = joins && is_digit_at(chunk, scan->part);
    scan->part = joins ? next : scan->part;
    return joins;
  }
  if (mark == ',' || mark == ':' || mark == '/') {
    return att_utf8_is_digit(before) && att_utf8_is_digit(after);
  }
  if (mark == '&') {
    return att_utf8_is_upper(before) && att_utf8_is_upper(after);
  }
  return mark == '_' ||
         (att_glyph_is_apostrophe(mark) && att_glyph_is_word(after));
}

/* "US" of "US$5": a currency's country goes with its sign. */
static bool
is_currency(const WordScan* scan, size_t at, size_t next) {
  const Chunk* const chunk = scan->chunk;
  if (glyph_at(chunk, at) != '$' || !is_digit_at(chunk, next) ||
      at - scan->begin > 3) {
    return false;
  }
  for (size_t i = scan->begin; i < at; i++) {
    if (!att_utf8_is_upper((unsigned char)chunk->text.start[i])) {
      return false;
    }
  }
  return true;
}

static size_t
word_end(const Chunk* chunk, size_t at) {
  WordScan scan = { .chunk = chunk, .begin = at, .part = at };
  while (at < chunk->end) {
    const size_t next = glyph_end(chunk, at);
    if (is_currency(&scan, at, next)) {
      return next;
    }
    if (!att_glyph_is_word(glyph_at(chunk, at)) &&
        !mark_joins(&scan, at, next)) {
      break;
    }
    at = next;
  }
  return at;
}

/* ":)" and the like, if nothing follows. */
static size_t
smiley_end(const Chunk* chunk, size_t at) {
  size_t end = at + 1;
  if (glyph_at(chunk, end) == '-') {
    end++;
  }
  const uint32_t mouth = glyph_at(chunk, end);
  const bool smiles =
    mouth == '(' || mouth == ')' || mouth == 'D' || mouth == 'P';
  return smiles && end + 1 == chunk->end ? end + 1 : at;
}

/* "'s" and "'90s" at `at`, or `at`. */
static size_t
apostrophe_end(const Chunk* chunk, size_t at) {
  const size_t next = glyph_end(chunk, at);
  size_t end = digits_end(chunk, next);
  if (end == next + 2) {
    end += glyph_at(chunk, end) == 's';
    return att_glyph_is_word(glyph_at(chunk, end)) ? at : end;
  }
  for (size_t i = 0; i < COUNT(clitics); i++) {
    end = next + strlen(clitics[i]);
    if (starts_with(chunk, next, clitics[i]) &&
        !att_glyph_is_word(glyph_at(chunk, end))) {
      return end;
    }
  }
  return at;
}

/* Marks that are written in rows: one token. */
static size_t
row_end(const Chunk* chunk, size_t at) {
  const char* const start = chunk->text.start;
  const char mark = start[at];
  size_t end = at + 1;
  if (strchr(".!?", mark) != NULL) {
    while (end < chunk->end && strchr(".!?", start[end]) != NULL) {
      end++;
    }
  } else if (strchr("-*=~#+_'`<>", mark) != NULL) {
    while (end < chunk->end && start[end] == mark) {
      end++;
    }
  }
  return end;
}

static size_t
mark_end(const Chunk* chunk, size_t at) {
  const uint32_t mark = glyph_at(chunk, at);
  size_t end = at;
  if (att_glyph_is_apostrophe(mark)) {
    end = apostrophe_end(chunk, at);
  } else if (mark == ':' || mark == ';') {
    end = smiley_end(chunk, at);
  } else if (mark == '#' && att_utf8_is_letter(glyph_at(chunk, at + 1))) {
    end = word_end(chunk, at + 1);
  }
  if (end > at) {
    return end;
  }
  return mark > 0 && mark < 0x80 ? row_end(chunk, at) : glyph_end(chunk, at);
}

size_t
att_lexeme_end(Chunk* chunk, size_t at) {
  size_t end = mail_end(chunk, at);
  if (end == at) {
    end = web_end(chunk, at);
  }
  if (end > at) {
    return end;
  }
  return att_glyph_is_word(glyph_at(chunk, at)) ? word_end(chunk, at)
                                                : mark_end(chunk, at);
}

/* Where the clitic with an apostrophe at the end of the word begins, or
 * `end`. */
static size_t
clitic_begin(const Chunk* chunk, size_t begin, size_t end) {
  for (size_t i = 0; i < COUNT(clitics); i++) {
    const size_t length = strlen(clitics[i]);
    const size_t at = end - begin > length ? end - length : end;
    const uint32_t mark = att_glyph_before(chunk->text, begin, at);
    if (is_word(chunk, at, end, clitics[i]) && att_glyph_is_apostrophe(mark)) {
      return att_glyph_begin(chunk->text, begin, at);
    }
  }
  if (end - begin < 4 || !is_word(chunk, end - 1, end, "t")) {
    return end;
  }
  const uint32_t mark = att_glyph_before(chunk->text, begin, end - 1);
  const size_t n = att_glyph_begin(chunk->text, begin, end - 1);
  return att_glyph_is_apostrophe(mark) && n > begin + 1 &&
             is_word(chunk, n - 1, n, "n")
           ? n - 1
           : end;
}

/* "1980's" is one token. */
static bool
is_decade(const Chunk* chunk, size_t begin, size_t end) {
  return end > begin && digits_end(chunk, begin) == end &&
         chunk->text.start[end - 1] == '0';
}

size_t
att_lexeme_cut(const Chunk* chunk, size_t begin, size_t end) {
  if (!att_glyph_is_word(glyph_at(chunk, begin))) {
    return end;
  }
  for (size_t i = 0; i < COUNT(pairs); i++) {
    if (is_word(chunk, begin, end, pairs[i].word)) {
      return begin + pairs[i].first;
    }
  }
  if (end - begin > 2 && is_digit_at(chunk, begin) &&
      (is_word(chunk, end - 2, end, "am") ||
       is_word(chunk, end - 2, end, "pm")) &&
      att_utf8_is_digit((unsigned char)chunk->text.start[end - 3])) {
    return end - 2;
  }
  size_t cut = end;
  for (int i = 0; i < CLITICS_MOST; i++) {
    const size_t next = clitic_begin(chunk, begin, cut);
    if (next <= begin || is_decade(chunk, begin, next)) {
      break;
    }
    cut = next;
  }
  return cut;
}

bool
att_lexeme_is_initials(const Chunk* chunk, size_t begin, size_t end) {
  const uint32_t last = att_glyph_before(chunk->text, begin, end);
  size_t at = begin;
  while (at < end && glyph_end(chunk, at) < end) {
    at = glyph_end(chunk, at);
  }
  const bool single = at == begin;
  return single ? att_utf8_is_upper(last)
                : att_utf8_is_letter(last) &&
                    att_glyph_before(chunk->text, begin, at) == '.';
}
