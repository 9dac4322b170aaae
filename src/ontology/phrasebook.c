/* A phrasebook: names and phrases as a trie over words. */
/* SPDX-License-Identifier: MIT */
#include "ontology/phrasebook.h"

#include "base/utf8.h"

/* The root of the trie. */
#define ROOT 0U

/* No number of a word or node. */
#define NOWHERE UINT32_MAX

/* What lies between two words joins them by nothing that matters, or does not
 * join them at all; otherwise it is the one character that matters. */
#define MARK_NONE 0U
#define MARK_APART UINT32_MAX

/* Words longer than this take the long way to their key. */
#define KEY_SIZE 64

/* One word of a phrase. */
typedef struct Step {
  uint32_t word;
  uint32_t mark; /* before it */
} Step;

/* A phrase as its words. */
typedef struct Spelling {
  Word words[PHRASE_WORDS];
  uint32_t marks[PHRASE_WORDS]; /* before each */
  size_t count;
} Spelling;

static bool
is_joint(uint32_t c) {
  switch (c) {
  case '-':
  case '.':
  case '\'':
  case '`':
  case 0x02BC: /* modifier apostrophe */
  case 0x2010: /* hyphen */
  case 0x2011: /* no-break hyphen */
  case 0x2018: /* quotation marks used as apostrophes */
  case 0x2019:
    return true;
  default:
    return c != '\n' && att_utf8_is_space(c);
  }
}

static bool
is_mark(uint32_t c) {
  return c == ',' || c == '&' || c == '/' || c == '+' || c == '(' || c == ')';
}

/* What lies between two words. A second line break ends a paragraph. */
static uint32_t
mark_between(Slice text, size_t begin, size_t end) {
  uint32_t mark = MARK_NONE;
  bool broken = false;
  for (size_t at = begin; at < end;) {
    const uint32_t c = att_utf8_next(text, &at);
    if (c == '\n' && !broken) {
      broken = true;
    } else if (is_mark(c) && mark == MARK_NONE) {
      mark = c;
    } else if (!is_joint(c)) {
      return MARK_APART;
    }
  }
  return mark;
}

/* False if no text can hold the phrase. */
static bool
spelling_split(Slice phrase, Spelling* out) {
  Word word;
  out->count = 0;
  for (size_t at = 0; att_word_next(phrase, &at, &word); out->count++) {
    if (out->count == PHRASE_WORDS) {
      return false;
    }
    const size_t end =
      out->count == 0 ? word.begin : out->words[out->count - 1].end;
    const uint32_t mark = mark_between(phrase, end, word.begin);
    if (mark == MARK_APART) {
      return false;
    }
    out->words[out->count] = word;
    out->marks[out->count] = mark;
  }
  return out->count > 0;
}

/* The key of a short ASCII word, made in `buffer`; false for others. */
static bool
key_short(Slice word, char buffer[KEY_SIZE], Slice* out) {
  if (word.length > KEY_SIZE) {
    return false;
  }
  size_t length = 0;
  for (size_t i = 0; i < word.length; i++) {
    const char c = word.start[i];
    if ((unsigned char)c >= 0x80) {
      return false;
    }
    if (c != '.') {
      buffer[length++] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
  }
  *out = (Slice){ buffer, length };
  return true;
}

static AttStatus
word_find(Arena* scratch, const Intern* words, Slice spelling, uint32_t* out) {
  char buffer[KEY_SIZE];
  Slice key;
  if (!key_short(spelling, buffer, &key)) {
    TRY(att_word_key(scratch, spelling, &key));
  }
  *out = att_intern_find(words, key);
  return ATT_OK;
}

static AttStatus
word_intern(Arena* arena, Intern* words, Slice spelling, uint32_t* out) {
  char buffer[KEY_SIZE];
  Slice key;
  if (!key_short(spelling, buffer, &key)) {
    TRY(att_word_key(arena, spelling, &key));
  }
  return att_intern(arena, words, key, out);
}

static Slice
word_slice(Slice text, const Word* word) {
  return att_slice_part(text, word->begin, word->end);
}

/* The slot of an edge, or the free one where it belongs. */
static size_t
edge_slot(const Phrasebook* book, uint32_t from, Step step) {
  const size_t mask = book->edge_slots - 1;
  uint64_t hash = ((uint64_t)from << 32 | step.word) + step.mark;
  hash *= 0x9E3779B97F4A7C15U;
  size_t slot = (size_t)(hash >> 32) & mask;
  while (book->edges[slot].to != ROOT &&
         (book->edges[slot].from != from ||
          book->edges[slot].word != step.word ||
          book->edges[slot].mark != step.mark)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

static uint32_t
edge_follow(const Phrasebook* book, uint32_t from, Step step) {
  const uint32_t to = book->edges[edge_slot(book, from, step)].to;
  return to == ROOT ? NOWHERE : to;
}

static AttStatus
edges_grow(Arena* arena, Phrasebook* book) {
  const size_t old_slots = book->edge_slots;
  const PhraseEdge* const old = book->edges;
  const size_t slots = old_slots == 0 ? 64 : old_slots * 2;
  PhraseEdge* edges = NULL;
  TRY(att_arena_alloc(arena, slots * sizeof *edges, &edges));
  book->edges = edges;
  book->edge_slots = slots;
  for (size_t i = 0; i < old_slots; i++) {
    if (old[i].to != ROOT) {
      const Step step = { old[i].word, old[i].mark };
      edges[edge_slot(book, old[i].from, step)] = old[i];
    }
  }
  return ATT_OK;
}

static AttStatus
edge_make(Arena* arena, Phrasebook* book, uint32_t from, Step step,
          uint32_t* out) {
  if ((book->edge_count + 1) * 2 > book->edge_slots) {
    TRY(edges_grow(arena, book));
  }
  const size_t slot = edge_slot(book, from, step);
  if (book->edges[slot].to == ROOT) {
    const uint32_t to = (uint32_t)book->nodes.length;
    TRY(LIST_PUSH(arena, &book->nodes, ((PhraseNode){ 0 })));
    book->edges[slot] = (PhraseEdge){ from, step.word, step.mark, to };
    book->edge_count++;
  }
  *out = book->edges[slot].to;
  return ATT_OK;
}

/* The case that the spelling of a name asks of a text. */
static PhraseCase
case_of(const Spelling* spelling) {
  if (!spelling->words[0].capital) {
    return PHRASE_ANY;
  }
  return spelling->count == 1 && spelling->words[0].shout ? PHRASE_EXACT
                                                          : PHRASE_CAPITAL;
}

static AttStatus
sense_add(Arena* arena, PhraseNode* node, PhraseSense sense) {
  for (uint32_t i = 0; i < node->count; i++) {
    PhraseSense* const known = &node->senses[i];
    if (known->value == sense.value) {
      known->spelling =
        sense.spelling < known->spelling ? sense.spelling : known->spelling;
      return ATT_OK;
    }
  }
  /* Most phrases have one sense: room grows from that. */
  if (node->count == node->capacity) {
    const uint32_t capacity = node->capacity == 0 ? 1 : node->capacity * 2;
    PhraseSense* senses = NULL;
    TRY(att_arena_alloc(arena, capacity * sizeof *senses, &senses));
    if (node->count > 0) {
      memcpy(senses, node->senses, node->count * sizeof *senses);
    }
    node->senses = senses;
    node->capacity = capacity;
  }
  node->senses[node->count++] = sense;
  return ATT_OK;
}

AttStatus
att_phrasebook_place(Arena* arena, Phrasebook* book, Slice phrase,
                     PhrasePlace* out) {
  Spelling split;
  if (!spelling_split(phrase, &split)) {
    return ATT_INPUT;
  }
  if (book->nodes.length == 0) {
    TRY(LIST_PUSH(arena, &book->nodes, ((PhraseNode){ 0 })));
  }
  uint32_t node = ROOT;
  for (size_t i = 0; i < split.count; i++) {
    Step step = { .mark = split.marks[i] };
    TRY(word_intern(arena, &book->words, word_slice(phrase, &split.words[i]),
                    &step.word));
    TRY(edge_make(arena, book, node, step, &node));
  }
  *out = (PhrasePlace){ node, case_of(&split) };
  return ATT_OK;
}

AttStatus
att_phrasebook_file(Arena* arena, Phrasebook* book, PhrasePlace place,
                    PhraseCase spelling, uint32_t value) {
  const PhraseCase asked =
    spelling == PHRASE_CAPITAL ? place.capital : spelling;
  return sense_add(arena, &book->nodes.items[place.node],
                   (PhraseSense){ value, asked });
}

AttStatus
att_phrasebook_add(Arena* arena, Phrasebook* book, Slice phrase,
                   PhraseCase spelling, uint32_t value) {
  PhrasePlace place;
  TRY(att_phrasebook_place(arena, book, phrase, &place));
  return att_phrasebook_file(arena, book, place, spelling, value);
}

AttStatus
att_phrasebook_number(Arena* scratch, const Phrasebook* book, Slice text,
                      const Words* words, uint32_t** out) {
  uint32_t* numbers = NULL;
  TRY(att_arena_alloc(scratch, words->length * sizeof *numbers, &numbers));
  for (size_t i = 0; i < words->length; i++) {
    TRY(word_find(scratch, &book->words, word_slice(text, &words->items[i]),
                  &numbers[i]));
  }
  *out = numbers;
  return ATT_OK;
}

/* How the words of a phrase are written in a text. */
typedef struct Look {
  bool capital; /* The first starts upper-case. */
  bool shout;   /* All are upper-case. */
} Look;

static bool
case_agrees(PhraseCase spelling, Look look) {
  return spelling == PHRASE_ANY ||
         (spelling == PHRASE_CAPITAL && look.capital) ||
         (spelling == PHRASE_EXACT && look.shout);
}

static uint32_t
senses_agreeing(const PhraseNode* node, Look look) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < node->count; i++) {
    count += case_agrees(node->senses[i].spelling, look);
  }
  return count;
}

static AttStatus
hit_fill(Arena* scratch, const PhraseNode* node, Look look, PhraseHit* hit) {
  const uint32_t count = senses_agreeing(node, look);
  hit->senses = node->senses;
  hit->sense_count = count;
  if (count == node->count) {
    return ATT_OK;
  }
  PhraseSense* senses = NULL;
  TRY(att_arena_alloc(scratch, count * sizeof *senses, &senses));
  hit->senses = senses;
  for (uint32_t i = 0; i < node->count; i++) {
    if (case_agrees(node->senses[i].spelling, look)) {
      *senses++ = node->senses[i];
    }
  }
  return ATT_OK;
}

AttStatus
att_phrasebook_longest(Arena* scratch, const Phrasebook* book, Slice text,
                       const Words* words, const uint32_t* numbers, size_t at,
                       PhraseHit* out) {
  *out = (PhraseHit){ 0 };
  if (book->edge_slots == 0) {
    return ATT_OK;
  }
  Look look = { words->items[at].capital, true };
  Look best_look = look;
  uint32_t best = ROOT;
  uint32_t node = ROOT;
  for (size_t i = at; i < words->length && numbers[i] != INTERN_NONE; i++) {
    const Word* const word = &words->items[i];
    const Step step = { numbers[i], i == at ? MARK_NONE
                                            : mark_between(text, word[-1].end,
                                                           word->begin) };
    node = edge_follow(book, node, step);
    if (node == NOWHERE) {
      break;
    }
    look.shout = look.shout && word->shout;
    if (senses_agreeing(&book->nodes.items[node], look) > 0) {
      best = node;
      best_look = look;
      out->word_count = i - at + 1;
    }
  }
  return best == ROOT
           ? ATT_OK
           : hit_fill(scratch, &book->nodes.items[best], best_look, out);
}

AttStatus
att_phrasebook_find(Arena* scratch, const Phrasebook* book, Slice phrase,
                    PhraseHit* out) {
  *out = (PhraseHit){ 0 };
  Spelling split;
  if (book->edge_slots == 0 || !spelling_split(phrase, &split)) {
    return ATT_OK;
  }
  uint32_t node = ROOT;
  for (size_t i = 0; i < split.count && node != NOWHERE; i++) {
    Step step = { .mark = split.marks[i] };
    TRY(word_find(scratch, &book->words, word_slice(phrase, &split.words[i]),
                  &step.word));
    node = edge_follow(book, node, step);
  }
  if (node == NOWHERE || book->nodes.items[node].count == 0) {
    return ATT_OK;
  }
  const PhraseNode* const found = &book->nodes.items[node];
  *out = (PhraseHit){ split.count, found->senses, found->count };
  return ATT_OK;
}
