/* The patterns of an ontology: what stands for what in them, and compiling. */
/* SPDX-License-Identifier: MIT */
#include "ontology/loading.h"

#include <stdlib.h>

/* Bytes of a pattern when everything in it is written out. PCRE2 itself takes
 * no more than 64 Ki units of its own; a pattern in a pattern in a pattern
 * would otherwise outgrow any memory. */
#define EXPANDED_LIMIT ((size_t)256 * 1024)

/* How deep patterns may stand in one another: the depth of the recursion. */
#define DEPTH_LIMIT 64U

/* What stands for a class without words: matches nothing. */
#define NO_WORDS "(?!)"

typedef LIST(char) Bytes;
typedef LIST(Slice) Slices;

typedef enum PieceState {
  PIECE_NEW,
  PIECE_OPEN, /* Being expanded: who meets it again goes in a circle. */
  PIECE_DONE,
  PIECE_BROKEN /* Reported. */
} PieceState;

/* A pattern on its way. */
typedef struct Piece {
  const Fact* regex;
  PieceState state;
  Slice expanded;
} Piece;

typedef struct Expansion {
  Loading* loading;
  Arena* scratch;
  NamedNodes named; /* the patterns, by name */
  Piece* pieces;    /* [index into named] */
  Nodes classes;    /* [index into Ontology.classes] */
  unsigned depth;
} Expansion;

/* "{words:month}" */
typedef struct Reference {
  Slice kind;
  Slice name;
  size_t end; /* behind the brace */
} Reference;

static AttStatus
bytes_put(Arena* scratch, Bytes* bytes, Slice slice) {
  for (size_t i = 0; i < slice.length; i++) {
    TRY(LIST_PUSH(scratch, bytes, slice.start[i]));
  }
  return ATT_OK;
}

static bool
is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

static bool
is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Writes a phrase so that it stands for itself, with any white space between
 * its words and any apostrophe for its own. */
static AttStatus
phrase_put(Arena* scratch, Bytes* bytes, Slice phrase) {
  for (size_t i = 0; i < phrase.length; i++) {
    const char c = phrase.start[i];
    if (is_space(c)) {
      while (i + 1 < phrase.length && is_space(phrase.start[i + 1])) {
        i++;
      }
      TRY(bytes_put(scratch, bytes, SLICE("\\s+")));
    } else if (c == '\'') {
      TRY(bytes_put(scratch, bytes, SLICE("['\\x{2019}]")));
    } else {
      if (!is_alphanumeric(c) && (unsigned char)c < 0x80) {
        TRY(LIST_PUSH(scratch, bytes, '\\'));
      }
      TRY(LIST_PUSH(scratch, bytes, c));
    }
  }
  return ATT_OK;
}

/* Longest first, or a shorter word would hide a longer one. */
static int
word_compare(const void* left, const void* right) {
  const Slice* const a = left;
  const Slice* const b = right;
  if (a->length != b->length) {
    return a->length < b->length ? 1 : -1;
  }
  return att_slice_compare(*a, *b);
}

/* The words of every class called `name`; false if there is no such class. */
static AttStatus
words_find(const Expansion* expansion, Slice name, Slices* out, bool* found) {
  const Loading* const loading = expansion->loading;
  for (size_t i = 0; i < expansion->classes.length; i++) {
    if (!att_slice_equals(loading->ontology->classes.items[i].name, name)) {
      continue;
    }
    *found = true;
    const Fact* fact = NULL;
    const uint32_t node = expansion->classes.items[i];
    for (size_t j = 0;
         (fact = att_facts_about(&loading->facts, node, j)) != NULL; j++) {
      const Slice word = att_slice_trim(fact->text);
      if (fact->predicate == NODE_WORD && word.length > 0) {
        TRY(LIST_PUSH(expansion->scratch, out, word));
      }
    }
  }
  if (out->length > 0) {
    qsort(out->items, out->length, sizeof *out->items, word_compare);
  }
  return ATT_OK;
}

/* What a class of words that is not there may be called. */
static const char*
class_guess(const Expansion* expansion, Slice name) {
  Loading* const loading = expansion->loading;
  Nearest nearest = att_nearest_begin(name);
  for (size_t i = 0; i < loading->ontology->classes.length; i++) {
    (void)att_nearest_offer(&nearest, loading->ontology->classes.items[i].name);
  }
  return att_loading_guess(loading, &nearest, "");
}

static const char*
pattern_guess(const Expansion* expansion, Slice name) {
  Nearest nearest = att_nearest_begin(name);
  for (size_t i = 0; i < expansion->named.length; i++) {
    (void)att_nearest_offer(&nearest, expansion->named.items[i].name);
  }
  return att_loading_guess(expansion->loading, &nearest, "");
}

static AttStatus
words_put(Expansion* expansion, const Piece* piece, Slice name, Bytes* bytes) {
  Arena* const scratch = expansion->scratch;
  Slices words = { 0 };
  bool found = false;
  TRY(words_find(expansion, name, &words, &found));
  if (!found) {
    att_loading_error(expansion->loading,
                      att_loading_at(expansion->loading, piece->regex,
                                     LOCATE_OBJECT),
                      "There is no class of words called %.*s%s",
                      (int)name.length, name.start,
                      class_guess(expansion, name));
  }
  if (words.length == 0) {
    return bytes_put(scratch, bytes, SLICE(NO_WORDS));
  }
  TRY(bytes_put(scratch, bytes, SLICE("(?:")));
  for (size_t i = 0; i < words.length; i++) {
    if (i > 0 && att_slice_equals(words.items[i], words.items[i - 1])) {
      continue;
    }
    if (i > 0) {
      TRY(LIST_PUSH(scratch, bytes, '|'));
    }
    TRY(phrase_put(scratch, bytes, words.items[i]));
  }
  return LIST_PUSH(scratch, bytes, ')');
}

/* What stands between braces as "kind:name". Nothing else that a regular
 * expression has does, but a script of \p{...}. */
static bool
reference_at(Slice regex, size_t at, Reference* out) {
  if (regex.start[at] != '{' ||
      (at >= 2 && regex.start[at - 2] == '\\' &&
       (regex.start[at - 1] == 'p' || regex.start[at - 1] == 'P'))) {
    return false;
  }
  size_t colon = at + 1;
  while (colon < regex.length && is_alphanumeric(regex.start[colon])) {
    colon++;
  }
  size_t end = colon + 1;
  while (end < regex.length &&
         (is_alphanumeric(regex.start[end]) || regex.start[end] == '-' ||
          regex.start[end] == '_')) {
    end++;
  }
  if (colon == at + 1 || end >= regex.length || regex.start[colon] != ':' ||
      regex.start[end] != '}') {
    return false;
  }
  *out = (Reference){ att_slice_part(regex, at + 1, colon),
                      att_slice_part(regex, colon + 1, end), end + 1 };
  return true;
}

static size_t
piece_find(const Expansion* expansion, Slice name) {
  size_t begin = 0;
  size_t end = expansion->named.length;
  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2;
    if (att_slice_compare(expansion->named.items[middle].name, name) < 0) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin < expansion->named.length &&
             att_slice_equals(expansion->named.items[begin].name, name)
           ? begin
           : expansion->named.length;
}

static AttStatus
piece_expand(Expansion* expansion, size_t index);

/* Puts another pattern into one; what is wrong with the other is reported
 * there. */
static AttStatus
pattern_put(Expansion* expansion, Piece* piece, Slice name, Bytes* bytes) {
  Loading* const loading = expansion->loading;
  const size_t index = piece_find(expansion, name);
  if (index == expansion->named.length) {
    att_loading_error(loading,
                      att_loading_at(loading, piece->regex, LOCATE_OBJECT),
                      "There is no pattern called %.*s%s", (int)name.length,
                      name.start, pattern_guess(expansion, name));
    piece->state = PIECE_BROKEN;
    return ATT_OK;
  }
  Piece* const other = &expansion->pieces[index];
  if (other->state == PIECE_OPEN || expansion->depth == DEPTH_LIMIT) {
    att_loading_error(loading,
                      att_loading_at(loading, piece->regex, LOCATE_OBJECT),
                      other->state == PIECE_OPEN
                        ? "The pattern %.*s stands in itself"
                        : "The pattern %.*s stands too deep in others",
                      (int)name.length, name.start);
    piece->state = PIECE_BROKEN;
    return ATT_OK;
  }
  if (other->state == PIECE_NEW) {
    TRY(piece_expand(expansion, index));
  }
  if (other->state == PIECE_BROKEN) {
    piece->state = PIECE_BROKEN;
    return ATT_OK;
  }
  TRY(bytes_put(expansion->scratch, bytes, SLICE("(?:")));
  TRY(bytes_put(expansion->scratch, bytes, other->expanded));
  return LIST_PUSH(expansion->scratch, bytes, ')');
}

static AttStatus
reference_put(Expansion* expansion, Piece* piece, const Reference* reference,
              Bytes* bytes) {
  if (att_slice_is(reference->kind, "words")) {
    return words_put(expansion, piece, reference->name, bytes);
  }
  if (att_slice_is(reference->kind, "pattern")) {
    return pattern_put(expansion, piece, reference->name, bytes);
  }
  att_loading_error(expansion->loading,
                    att_loading_at(expansion->loading, piece->regex,
                                   LOCATE_OBJECT),
                    "{%.*s:%.*s} stands neither for words nor for a pattern",
                    (int)reference->kind.length, reference->kind.start,
                    (int)reference->name.length, reference->name.start);
  piece->state = PIECE_BROKEN;
  return ATT_OK;
}

static AttStatus
piece_expand(Expansion* expansion, size_t index) {
  Piece* const piece = &expansion->pieces[index];
  const Slice regex = piece->regex->text;
  Bytes bytes = { 0 };
  piece->state = PIECE_OPEN;
  expansion->depth++;
  for (size_t at = 0; at < regex.length && piece->state == PIECE_OPEN;) {
    Reference reference;
    if (reference_at(regex, at, &reference)) {
      TRY(reference_put(expansion, piece, &reference, &bytes));
      at = reference.end;
    } else {
      TRY(LIST_PUSH(expansion->scratch, &bytes, regex.start[at]));
      at++;
    }
    if (bytes.length > EXPANDED_LIMIT) {
      att_loading_error(expansion->loading,
                        att_loading_at(expansion->loading, piece->regex,
                                       LOCATE_OBJECT),
                        "The pattern is longer than %zu bytes, written out",
                        EXPANDED_LIMIT);
      piece->state = PIECE_BROKEN;
    }
  }
  expansion->depth--;
  if (piece->state == PIECE_OPEN) {
    piece->state = PIECE_DONE;
    piece->expanded = (Slice){ bytes.items, bytes.length };
  }
  return ATT_OK;
}

/* Finds the regular expression of each pattern. */
static AttStatus
pieces_make(Expansion* expansion) {
  Loading* const loading = expansion->loading;
  const size_t count = expansion->named.length;
  TRY(att_arena_alloc(expansion->scratch, count * sizeof *expansion->pieces,
                      &expansion->pieces));
  for (size_t i = 0; i < count; i++) {
    const uint32_t node = expansion->named.items[i].node;
    Piece* const piece = &expansion->pieces[i];
    piece->regex = att_loading_only(loading, node, NODE_REGEX);
    if (piece->regex == NULL) {
      att_loading_error(loading, att_loading_subject(loading, node),
                        "The pattern %s has no att:regex",
                        att_loading_shown(loading, node));
      piece->state = PIECE_BROKEN;
    } else if (!att_loading_is_text(loading, piece->regex)) {
      piece->state = PIECE_BROKEN;
    }
  }
  return ATT_OK;
}

/* The pattern joins the list before it is compiled: whoever ends the loading
 * frees it there. */
static AttStatus
pattern_make(Loading* loading, NamedNode named, const Piece* piece) {
  Ontology* const ontology = loading->ontology;
  UsedPattern used = { .use = { "", 0 } };
  TRY(att_loading_keep(loading, named.name, &used.name));
  const Fact* const use = att_loading_only(loading, named.node, NODE_USE);
  if (use != NULL && att_loading_is_text(loading, use)) {
    TRY(att_loading_keep(loading, use->text, &used.use));
  }
  const Fact* const priority =
    att_loading_only(loading, named.node, NODE_PRIORITY);
  used.value = priority == NULL ? 0 : att_loading_integer(loading, priority);
  TRY(att_loading_place(loading, att_fact_place(piece->regex), &used.place));
  TRY(LIST_PUSH(&ontology->arena, &ontology->patterns, used));
  Pattern** const pattern =
    &ontology->patterns.items[ontology->patterns.length - 1].pattern;
  const AttStatus status =
    att_pattern_compile(piece->expanded, used.place, NULL, pattern);
  if (status != ATT_ONTOLOGY) {
    return status;
  }
  /* Once more, to be told why, and where in the file. */
  (void)att_pattern_compile(piece->expanded,
                            att_loading_at(loading, piece->regex,
                                           LOCATE_OBJECT),
                            loading->sink, pattern);
  loading->errors++;
  return ATT_OK;
}

static int
used_compare(const void* left, const void* right) {
  const UsedPattern* const a = left;
  const UsedPattern* const b = right;
  const int order = att_slice_compare(a->use, b->use);
  if (order != 0) {
    return order;
  }
  if (a->value != b->value) {
    return a->value < b->value ? -1 : 1;
  }
  return att_slice_compare(a->name, b->name);
}

AttStatus
att_loading_patterns(Loading* loading) {
  Ontology* const ontology = loading->ontology;
  Expansion expansion = { .loading = loading,
                          .scratch = &loading->facts.arena };
  TRY(att_loading_instances(loading, NODE_PATTERN, &expansion.named));
  TRY(
    att_facts_instances(&loading->facts, NODE_WORD_CLASS, &expansion.classes));
  TRY(pieces_make(&expansion));
  for (size_t i = 0; i < expansion.named.length; i++) {
    if (expansion.pieces[i].state == PIECE_NEW) {
      TRY(piece_expand(&expansion, i));
    }
    if (expansion.pieces[i].state == PIECE_DONE) {
      TRY(
        pattern_make(loading, expansion.named.items[i], &expansion.pieces[i]));
    }
  }
  if (ontology->patterns.length > 0) {
    qsort(ontology->patterns.items, ontology->patterns.length,
          sizeof *ontology->patterns.items, used_compare);
  }
  return ATT_OK;
}
