/* Letters: what a token is by its tag and its capital alone. */
/* SPDX-License-Identifier: MIT */
#include "reading/letter.h"

#include "base/utf8.h"

bool
att_letter_is_capital(const Document* document, uint32_t token) {
  const Slice form = document->tags[token].form;
  size_t at = 0;
  return form.length > 0 && att_utf8_is_upper(att_utf8_next(form, &at));
}

/* Function words that the grammar of names and titles itself needs. */
static char
function_letter(const Document* document, uint32_t token) {
  const Slice lemma = document->lemmas[token];
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
is_joint(const Document* document, uint32_t token) {
  const Token* const items = document->tokens.items.items;
  return token > 0 && token + 1 < document->tokens.items.length &&
         (items[token - 1].end == items[token].begin ||
          items[token].end == items[token + 1].begin);
}

static char
mark_letter(const Document* document, uint32_t token) {
  const Slice form = document->tokens.items.items[token].form;
  if (form.length != 1) {
    return att_slice_is(form, "``") || att_slice_is(form, "''") ? '"' : '.';
  }
  switch (form.start[0]) {
  case '-':
    return is_joint(document, token) ? '-' : '.';
  case ',':
  case '/':
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
tag_letter(const Document* document, uint32_t token) {
  const Node* const tag = &document->tags[token];
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
    return function_letter(document, token);
  case UPOS_CCONJ:
    return 'c';
  case UPOS_NUM:
    return '#';
  case UPOS_PUNCT:
  case UPOS_SYM:
    return mark_letter(document, token);
  case UPOS_PART:
    if (tag->xpos == XPOS_POS) {
      return '\'';
    }
    return tag->xpos == XPOS_TO ? 'b' : 'x';
  default:
    return 'x';
  }
}

bool
att_letter_is_start(const Document* document, uint32_t token) {
  const uint32_t sentence = document->sentence_of[token];
  const uint32_t first = document->tokens.sentences.items[sentence].first;
  return token == first || document->tags[token - 1].upos == UPOS_PUNCT;
}

static bool
is_initial(Slice form) {
  return form.length <= 2 && form.start[0] >= 'A' && form.start[0] <= 'Z' &&
         (form.length == 1 || form.start[1] == '.');
}

/* "BoG", "YouTube": no common word. */
static bool
has_inner_capital(Slice form) {
  bool lower = false;
  for (size_t i = 1; i < form.length; i++) {
    const bool upper = form.start[i] >= 'A' && form.start[i] <= 'Z';
    if (upper && (lower || i + 1 < form.length)) {
      return form.start[i - 1] != '-';
    }
    lower = lower || (form.start[i] >= 'a' && form.start[i] <= 'z');
  }
  return false;
}

char
att_letter_of_token(const Document* document, uint32_t token) {
  const Slice form = document->tokens.items.items[token].form;
  const Node* const tag = &document->tags[token];
  const bool word = att_letter_is_capital(document, token) &&
                    form.start[form.length - 1] != '$';
  if (!word || tag->upos == UPOS_PRON || tag->upos == UPOS_DET ||
      tag->upos == UPOS_ADP || tag->upos == UPOS_CCONJ ||
      tag->upos == UPOS_AUX || tag->upos == UPOS_PUNCT) {
    return tag_letter(document, token);
  }
  if (is_initial(form) && tag->upos == UPOS_PROPN) {
    return 'I';
  }
  const bool weak =
    !has_inner_capital(document->tags[token].form) &&
    (att_letter_is_start(document, token) ||
     att_document_is_title(document, document->sentence_of[token]));
  if (tag->upos == UPOS_PROPN || (!weak && tag->upos != UPOS_VERB)) {
    return 'N';
  }
  return tag_letter(document, token);
}
