/* Walking: the statements of a Turtle file, with where each word stands. */
/* SPDX-License-Identifier: MIT */
#include "ontology/walk.h"

#include <strings.h>

#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

static Slice
word_text(const Walk* walk, ScanWord word) {
  return att_slice_part(walk->text, word.begin, word.end);
}

static ScanWord
word_take(Walk* walk) {
  walk->word = att_scan_next(walk->text, walk->at);
  walk->at = walk->word.end;
  return walk->word;
}

/* Ends the walk at byte `at`. */
static bool
fail(Walk* walk, const char* wrong, size_t at) {
  walk->wrong = wrong;
  walk->wrong_at = at;
  return false;
}

static size_t
colon_find(Slice name) {
  size_t at = 0;
  while (at < name.length && name.start[at] != ':') {
    at++;
  }
  return at;
}

static const WalkPrefix*
prefix_find(const Walk* walk, Slice name) {
  for (size_t i = walk->prefix_count; i > 0; i--) {
    if (att_slice_equals(walk->prefixes[i - 1].name, name)) {
      return &walk->prefixes[i - 1];
    }
  }
  return NULL;
}

static bool
is_number(Slice text) {
  const size_t sign =
    text.length > 1 && (text.start[0] == '-' || text.start[0] == '+');
  return text.length > sign && text.start[sign] >= '0' &&
         text.start[sign] <= '9';
}

/* Whether a word may stand where the statement is; where not, the walk ends. */
static bool
term_check(Walk* walk, ScanWord word, WalkPart part) {
  if (word.kind != SCAN_NAME) {
    return true;
  }
  const Slice text = word_text(walk, word);
  const size_t colon = colon_find(text);
  if (colon < text.length) {
    const Slice prefix = att_slice_part(text, 0, colon);
    return att_slice_is(prefix, "_") || prefix_find(walk, prefix) != NULL ||
           fail(walk, "The prefix is not declared by an @prefix line",
                word.begin);
  }
  const bool plain = att_slice_is(text, "true") ||
                     att_slice_is(text, "false") || is_number(text);
  return (part == WALK_VERB && att_slice_is(text, "a")) ||
         (part == WALK_OBJECT && plain) ||
         fail(walk, "Expected prefix:name or \"text\"", word.begin);
}

static bool
is_directive(const Walk* walk, ScanWord word, const char* name) {
  const Slice text = word_text(walk, word);
  const size_t mark = word.kind == SCAN_TAG;
  return text.length == strlen(name) + mark &&
         strncasecmp(text.start + mark, name, strlen(name)) == 0;
}

/* "@prefix att: <...> ." or "PREFIX att: <...>" */
static bool
directive_take(Walk* walk, ScanWord first, bool prefix) {
  Slice name = { "", 0 };
  if (prefix) {
    const ScanWord word = word_take(walk);
    name = word_text(walk, word);
    if (word.kind != SCAN_NAME || name.length == 0 ||
        name.start[name.length - 1] != ':') {
      return fail(walk, "Expected a prefix with its colon", word.begin);
    }
    name.length--;
  }
  const ScanWord iri = word_take(walk);
  if (iri.kind != SCAN_IRI) {
    return fail(walk, "Expected an IRI in angle brackets", iri.begin);
  }
  if (first.kind == SCAN_TAG &&
      !att_scan_is(walk->text, word_take(walk), '.')) {
    return fail(walk, "Expected . before", iri.end);
  }
  if (prefix && walk->prefix_count < WALK_PREFIXES) {
    walk->prefixes[walk->prefix_count++] =
      (WalkPrefix){ name, att_scan_inside(walk->text, iri) };
  }
  return true;
}

/* An opening bracket, as the part that was next. */
static bool
level_open(Walk* walk, ScanWord word, WalkPart part) {
  WalkLevel* const outer = &walk->levels[walk->depth];
  const bool list = att_scan_is(walk->text, word, '(');
  if (walk->depth + 1 == WALK_DEPTH) {
    return false;
  }
  if (part == WALK_SUBJECT) {
    outer->subject = (ScanWord){ SCAN_END, word.begin, word.begin };
    outer->next = WALK_VERB;
    outer->may_close = true;
  } else {
    outer->may_close = outer->closing == ')';
    outer->next = outer->may_close ? WALK_OBJECT : WALK_AFTER;
  }
  walk->levels[++walk->depth] = (WalkLevel){
    .next = list ? WALK_OBJECT : WALK_VERB,
    .closing = list ? ')' : ']',
    .may_close = true,
    .subject = { SCAN_END, word.begin, word.begin },
    .verb = { SCAN_END, word.begin, word.begin },
  };
  return true;
}

static bool
level_close(Walk* walk) {
  if (walk->depth > 0) {
    walk->depth--;
  } else {
    walk->levels[0].next = WALK_SUBJECT;
    walk->levels[0].may_close = false;
  }
  return true;
}

/* The words behind a string that belong to it. */
static bool
string_end(Walk* walk, ScanWord string) {
  const ScanWord next = att_scan_next(walk->text, string.end);
  if (next.kind == SCAN_TAG && next.begin == string.end) {
    walk->at = next.end;
  } else if (next.kind == SCAN_TYPE) {
    walk->at = next.end;
    return term_check(walk, word_take(walk), WALK_SUBJECT);
  }
  return true;
}

static bool
subject_take(Walk* walk, ScanWord word) {
  WalkLevel* const level = &walk->levels[0];
  if (is_directive(walk, word, "prefix") || is_directive(walk, word, "base")) {
    return directive_take(walk, word, is_directive(walk, word, "prefix"));
  }
  if (att_scan_is(walk->text, word, '[') ||
      att_scan_is(walk->text, word, '(')) {
    return level_open(walk, word, WALK_SUBJECT);
  }
  if (word.kind != SCAN_IRI && word.kind != SCAN_NAME) {
    return fail(walk, "Expected what a statement is about", word.begin);
  }
  level->subject = word;
  level->next = WALK_VERB;
  level->may_close = false;
  return term_check(walk, word, WALK_SUBJECT);
}

static bool
verb_take(Walk* walk, ScanWord word) {
  WalkLevel* const level = &walk->levels[walk->depth];
  if (att_scan_is(walk->text, word, ';') && level->may_close) {
    return true;
  }
  if (word.kind != SCAN_IRI && word.kind != SCAN_NAME) {
    return fail(walk, "Expected a property", word.begin);
  }
  level->verb = word;
  level->next = WALK_OBJECT;
  level->may_close = false;
  return term_check(walk, word, WALK_VERB);
}

/* `*object` is the word, if that makes a statement. */
static bool
object_take(Walk* walk, ScanWord word, ScanWord* object) {
  WalkLevel* const level = &walk->levels[walk->depth];
  if (att_scan_is(walk->text, word, '[') ||
      att_scan_is(walk->text, word, '(')) {
    return level_open(walk, word, WALK_OBJECT);
  }
  if (word.kind != SCAN_IRI && word.kind != SCAN_NAME &&
      word.kind != SCAN_STRING) {
    return fail(walk, "Expected a value", word.begin);
  }
  const bool list = level->closing == ')';
  level->next = list ? WALK_OBJECT : WALK_AFTER;
  *object = word;
  return term_check(walk, word, WALK_OBJECT) &&
         (word.kind != SCAN_STRING || string_end(walk, word));
}

static bool
after_take(Walk* walk, ScanWord word, size_t behind) {
  WalkLevel* const level = &walk->levels[walk->depth];
  if (att_scan_is(walk->text, word, ',')) {
    level->next = WALK_OBJECT;
    return true;
  }
  if (att_scan_is(walk->text, word, ';')) {
    level->next = WALK_VERB;
    level->may_close = true;
    return true;
  }
  return fail(walk,
              walk->depth == 0 ? "Expected ; , or . before"
                               : "Expected ; , or ] before",
              behind);
}

/* Takes a word; false ends the walk. */
static bool
step(Walk* walk, ScanWord* object) {
  const size_t behind = walk->at;
  const ScanWord word = word_take(walk);
  WalkLevel* const level = &walk->levels[walk->depth];
  if (word.kind == SCAN_OPEN) {
    return fail(walk, "The string does not end on its line", word.begin);
  }
  if (word.kind == SCAN_STRANGE) {
    return fail(walk, "Nothing can begin like this", word.begin);
  }
  if (word.kind == SCAN_END) {
    return walk->depth == 0 && level->next == WALK_SUBJECT
             ? false
             : fail(walk, "The file ends within a statement: . is missing",
                    behind);
  }
  if (att_scan_is(walk->text, word, level->closing) &&
      (level->may_close || level->next == WALK_AFTER)) {
    return level_close(walk);
  }
  switch (level->next) {
  case WALK_SUBJECT:
    return subject_take(walk, word);
  case WALK_VERB:
    return verb_take(walk, word);
  case WALK_OBJECT:
    return object_take(walk, word, object);
  case WALK_AFTER:
  default:
    return after_take(walk, word, behind);
  }
}

Walk
att_walk_begin(Slice text) {
  return (Walk){ .text = text, .levels = { { .closing = '.' } } };
}

bool
att_walk_next(Walk* walk, WalkTriple* out) {
  while (walk->wrong == NULL) {
    ScanWord object = { SCAN_END, 0, 0 };
    if (!step(walk, &object)) {
      return false;
    }
    if (object.kind != SCAN_END) {
      const WalkLevel* const level = &walk->levels[walk->depth];
      *out = (WalkTriple){ level->subject, level->verb, object };
      return true;
    }
  }
  return false;
}

/* Whether the IRI `head` and `tail` make is `name` or ends with it. */
static bool
iri_ends(Slice head, Slice tail, Slice name) {
  if (name.length > head.length + tail.length) {
    return false;
  }
  const size_t cut = head.length + tail.length - name.length;
  for (size_t i = 0; i < name.length; i++) {
    const size_t at = cut + i;
    const char byte =
      at < head.length ? head.start[at] : tail.start[at - head.length];
    if (byte != name.start[i]) {
      return false;
    }
  }
  if (cut == 0) {
    return true;
  }
  const char before = cut - 1 < head.length ? head.start[cut - 1]
                                            : tail.start[cut - 1 - head.length];
  return before == '/' || before == '#';
}

bool
att_walk_means(const Walk* walk, ScanWord word, Slice name) {
  if (word.kind == SCAN_IRI) {
    return iri_ends(att_scan_inside(walk->text, word), (Slice){ "", 0 }, name);
  }
  if (word.kind == SCAN_STRING) {
    return att_slice_equals(att_scan_inside(walk->text, word), name);
  }
  if (word.kind != SCAN_NAME) {
    return false;
  }
  const Slice text = word_text(walk, word);
  const size_t colon = colon_find(text);
  if (colon == text.length) {
    return att_slice_equals(text, name) ||
           (att_slice_is(text, "a") && att_slice_is(name, RDF_TYPE));
  }
  const WalkPrefix* const prefix =
    prefix_find(walk, att_slice_part(text, 0, colon));
  return prefix != NULL &&
         iri_ends(prefix->iri, att_slice_part(text, colon + 1, text.length),
                  name);
}
