/* Mentions: the spans that name or describe something. */
/* SPDX-License-Identifier: MIT */
#include "reading/mention.h"

#include "base/intern.h"
#include "reading/letter.h"

#include <stdlib.h>

typedef struct Finder {
  Arena* arena;
  const Ontology* ontology;
  Matcher* matcher;
  const Document* document;
  Shapes* shapes;
  Mentions* mentions;
  bool* person;                  /* [token]: part of a person's name */
  Intern surnames;               /* last words of names */
  LIST(uint32_t) surname_tokens; /* [surname - 1]: where it came first */
  bool* claimed;                 /* [name hit]: a mention stands for it */
} Finder;

/* What a pattern's named group makes of the tokens it covers. */
typedef struct GroupRule {
  const char* name;
  MentionForm form;
  EntityKind kind;
  bool certain;
  bool plural;
  char letter; /* what the first token becomes */
  bool apart;  /* who bears a known name is not the one known by it */
} GroupRule;

static const GroupRule group_rules[] = {
  { "person", FORM_NAME, ENTITY_PERSON, true, false, 'X', false },
  { "unknown", FORM_NAME, ENTITY_PERSON, false, false, 'X', false },
  { "organization", FORM_NAME, ENTITY_ORGANIZATION, true, false, 'O', false },
  { "place", FORM_NAME, ENTITY_PLACE, true, false, 'C', false },
  { "state", FORM_NOMINAL, ENTITY_STATE, true, false, 'S', false },
  { "states", FORM_NOMINAL, ENTITY_STATE, true, true, 'S', false },
  { "holder", FORM_NOMINAL, ENTITY_PERSON, true, false, 'X', false },
  { "holders", FORM_NOMINAL, ENTITY_PERSON, true, true, 'X', false },
  { "group", FORM_NOMINAL, ENTITY_GROUP, true, true, 'X', false },
  { "event", FORM_EVENT, ENTITY_GROUP, true, false, 'U', false },
  { "team", FORM_NAME, ENTITY_ORGANIZATION, true, false, 'O', true },
  { "body", FORM_NOMINAL, ENTITY_ORGANIZATION, true, false, 'O', false },
};

static AttStatus
mention_add(Finder* finder, Mention mention, uint32_t* out) {
  *out = (uint32_t)finder->mentions->items.length;
  if (mention.hit != NOTHING) {
    finder->claimed[mention.hit] = true;
  }
  if (mention.kind == ENTITY_PERSON && mention.form != FORM_NOMINAL) {
    for (uint32_t i = mention.name_first; i < mention.name_end; i++) {
      finder->person[i] = true;
    }
  }
  return LIST_PUSH(finder->arena, &finder->mentions->items, mention);
}

/* The name hit that covers exactly tokens `first` up to `end`, or NOTHING. */
static uint32_t
hit_exactly(const Finder* finder, uint32_t first, uint32_t end) {
  const uint32_t hit = finder->shapes->hit[first];
  return hit != NOTHING && finder->shapes->hits.items[hit].end == end ? hit
                                                                      : NOTHING;
}

static void
letters_claim(Finder* finder, uint32_t first, uint32_t end, char letter) {
  finder->shapes->letters[first] = letter;
  for (uint32_t i = first + 1; i < end; i++) {
    finder->shapes->letters[i] = '_';
  }
}

static AttStatus
title_add(Finder* finder, uint32_t mention, PatternSpan span, uint32_t base,
          bool before) {
  if (!span.set || span.begin == span.end) {
    return ATT_OK;
  }
  const Title title = { mention, base + (uint32_t)span.begin,
                        base + (uint32_t)span.end, before };
  return LIST_PUSH(finder->arena, &finder->mentions->titles, title);
}

/* The person in this sentence whose name starts at `first`, or NOTHING. */
static uint32_t
mention_starting(const Finder* finder, uint32_t base, uint32_t first) {
  for (size_t i = finder->mentions->items.length; i > 0; i--) {
    const Mention* const mention = &finder->mentions->items.items[i - 1];
    if (mention->first < base) {
      break;
    }
    if (mention->name_first == first && mention->kind == ENTITY_PERSON) {
      return (uint32_t)i - 1;
    }
  }
  return NOTHING;
}

/* Where the name ends that tokens `first` up to `end` give: "Berg, Jr." is
 * Berg. */
static uint32_t
name_end(const Finder* finder, uint32_t first, uint32_t end) {
  const char* const letters = finder->shapes->letters;
  if (end < first + 2 ||
      (finder->shapes->kinds[end - 1] & LEXIS_BIT(LEXIS_SUFFIX)) == 0) {
    return end;
  }
  return letters[end - 2] == ',' && end > first + 2 ? end - 2 : end - 1;
}

/* A title in `title` makes the name a titled one, and marks "ex-" later. */
static AttStatus
rule_apply(Finder* finder, const GroupRule* rule, PatternSpan span,
           PatternSpan title, uint32_t base) {
  const uint32_t first = base + (uint32_t)span.begin;
  const uint32_t end = base + (uint32_t)span.end;
  const bool titled = title.set && title.end > title.begin;
  const bool before = titled && base + title.begin < first;
  Mention mention = {
    .first = first,
    .end = end,
    .form = rule->form,
    .kind = rule->kind,
    .certain = rule->certain,
    .plural = rule->plural,
    .hit = hit_exactly(finder, first, end),
    .name_first = first,
    .name_end = name_end(finder, first, end),
    .inside = NOTHING,
  };
  if (before) {
    mention.first = base + (uint32_t)title.begin;
    mention.form = FORM_TITLED;
  }
  if (rule->apart && mention.hit != NOTHING) {
    finder->claimed[mention.hit] = true;
    mention.hit = NOTHING;
  }
  uint32_t id = 0;
  TRY(mention_add(finder, mention, &id));
  TRY(title_add(finder, id, title, base, before));
  letters_claim(finder, mention.first, end, rule->letter);
  return ATT_OK;
}

static PatternSpan
group_span(const Pattern* pattern, const PatternMatch* match,
           const char* name) {
  const unsigned group = att_pattern_group(pattern, name);
  return group == 0 ? (PatternSpan){ 0 } : match->groups[group];
}

/* What a match of `pattern` in the sentence that starts at token `base`
 * says. */
static AttStatus
match_apply(Finder* finder, const Pattern* pattern, const PatternMatch* match,
            uint32_t base) {
  const PatternSpan title = group_span(pattern, match, "title");
  const PatternSpan who = group_span(pattern, match, "who");
  if (who.set) {
    uint32_t mention = NOTHING;
    for (uint32_t i = base + (uint32_t)who.begin;
         i < base + (uint32_t)who.end && mention == NOTHING; i++) {
      mention = mention_starting(finder, base, i);
    }
    if (mention != NOTHING) {
      TRY(title_add(finder, mention, title, base, title.begin < who.begin));
      letters_claim(finder, base + (uint32_t)title.begin,
                    base + (uint32_t)title.end, 'n');
    }
    return ATT_OK;
  }
  for (size_t i = 0; i < sizeof group_rules / sizeof *group_rules; i++) {
    const PatternSpan span = group_span(pattern, match, group_rules[i].name);
    if (span.set && span.end > span.begin) {
      TRY(rule_apply(finder, &group_rules[i], span, title, base));
    }
  }
  return ATT_OK;
}

static AttStatus
pattern_run(Finder* finder, const Pattern* pattern, Sentence sentence) {
  const Slice letters = { finder->shapes->letters + sentence.first,
                          sentence.end - sentence.first };
  for (size_t from = 0; from < letters.length;) {
    PatternMatch match;
    TRY(att_pattern_match(pattern, finder->matcher, letters, from, &match));
    if (!match.found) {
      break;
    }
    TRY(match_apply(finder, pattern, &match, sentence.first));
    from = match.groups[0].end > from ? match.groups[0].end : from + 1;
  }
  return ATT_OK;
}

static AttStatus
hit_add(Finder* finder, uint32_t index) {
  const NameHit* const hit = &finder->shapes->hits.items[index];
  /* "Michael Jordan" is no mention of a state. */
  const bool named = finder->person[hit->first] && finder->person[hit->end - 1];
  if (hit->sense_count == 0 || finder->claimed[index] || named) {
    return ATT_OK;
  }
  const KnownName name = finder->ontology->names.items[hit->senses[0].value];
  const Mention mention = {
    .first = hit->first,
    .end = hit->end,
    .form = name.form == NAME_DEMONYM ? FORM_DEMONYM : FORM_NAME,
    .kind = finder->ontology->entities.items[name.entity].kind,
    .certain = true,
    .hit = index,
    .name_first = hit->first,
    .name_end = hit->end,
    .inside = NOTHING,
  };
  uint32_t id = 0;
  return mention_add(finder, mention, &id);
}

/* Files the last words of persons' names of several words. */
static AttStatus
surnames_find(Finder* finder) {
  for (size_t i = 0; i < finder->mentions->items.length; i++) {
    const Mention* const mention = &finder->mentions->items.items[i];
    if (mention->kind != ENTITY_PERSON || mention->form == FORM_NOMINAL ||
        mention->name_end < mention->name_first + 2) {
      continue;
    }
    const uint32_t last = mention->name_end - 1;
    uint32_t id = 0;
    TRY(att_intern(finder->arena, &finder->surnames,
                   finder->document->tokens.items.items[last].form, &id));
    if (id > finder->surname_tokens.length) {
      TRY(LIST_PUSH(finder->arena, &finder->surname_tokens, last));
    } else if (last < finder->surname_tokens.items[id - 1]) {
      finder->surname_tokens.items[id - 1] = last;
    }
  }
  return ATT_OK;
}

/* Whether a token could be a surname alone: no function word, no month. */
static bool
is_free(const Finder* finder, uint32_t token) {
  const char* const letters = finder->shapes->letters;
  const uint8_t upos = finder->document->tags[token].upos;
  const bool noun = upos == UPOS_NOUN || upos == UPOS_PROPN ||
                    upos == UPOS_ADJ || upos == UPOS_VERB;
  return noun && att_letter_is_capital(finder->document, token) &&
         letters[token] != '_' && letters[token] != 'X' &&
         letters[token] != 'Y' && letters[token + 1] != '_' &&
         !finder->person[token];
}

/* Whether a preposition stands before a token: "in Jordan". */
static bool
is_governed(const Finder* finder, uint32_t token) {
  const char before = token == 0 ? 0 : finder->shapes->letters[token - 1];
  return before == 'i' || before == 'o' || before == 'b' || before == 'f';
}

/* "Tiger Woods ... Woods said": a surname alone, which may be a common word or
 * a place's name to those who have not read of the person. A place that was
 * named before the person was stays one. */
static AttStatus
surname_add(Finder* finder, uint32_t token, Intern* places) {
  const Slice form = finder->document->tokens.items.items[token].form;
  const uint32_t id = att_intern_find(&finder->surnames, form);
  if (id == INTERN_NONE) {
    return ATT_OK;
  }
  const bool later = finder->surname_tokens.items[id - 1] < token;
  if (finder->shapes->hit[token] != NOTHING) {
    uint32_t place = 0;
    if (!later) {
      return att_intern(finder->arena, places, form, &place);
    }
    if (is_governed(finder, token) ||
        att_intern_find(places, form) != INTERN_NONE) {
      return ATT_OK;
    }
  }
  uint32_t mention = 0;
  letters_claim(finder, token, token + 1, 'X');
  return mention_add(finder,
                     (Mention){ .first = token,
                                .end = token + 1,
                                .form = FORM_NAME,
                                .kind = ENTITY_PERSON,
                                .hit = NOTHING,
                                .name_first = token,
                                .name_end = token + 1,
                                .inside = NOTHING },
                     &mention);
}

static AttStatus
surnames_add(Finder* finder) {
  Intern places = { 0 };
  TRY(surnames_find(finder));
  for (uint32_t i = 0; i < finder->document->tokens.items.length; i++) {
    if (is_free(finder, i)) {
      TRY(surname_add(finder, i, &places));
    }
  }
  return ATT_OK;
}

/* Sorting moves mentions; titles must follow. */
typedef struct Ordered {
  Mention mention;
  uint32_t was;
} Ordered;

static int
ordered_compare(const void* left, const void* right) {
  const Ordered* const a = left;
  const Ordered* const b = right;
  if (a->mention.first != b->mention.first) {
    return a->mention.first < b->mention.first ? -1 : 1;
  }
  if (a->mention.end != b->mention.end) {
    return a->mention.end > b->mention.end ? -1 : 1;
  }
  return (a->was > b->was) - (a->was < b->was);
}

static AttStatus
mentions_sort(Finder* finder) {
  Mentions* const mentions = finder->mentions;
  const size_t count = mentions->items.length;
  Ordered* ordered = NULL;
  uint32_t* now = NULL;
  TRY(att_arena_alloc(finder->arena, count * sizeof *ordered, &ordered));
  TRY(att_arena_alloc(finder->arena, count * sizeof *now, &now));
  for (size_t i = 0; i < count; i++) {
    ordered[i] = (Ordered){ mentions->items.items[i], (uint32_t)i };
  }
  qsort(ordered, count, sizeof *ordered, ordered_compare);
  for (size_t i = 0; i < count; i++) {
    mentions->items.items[i] = ordered[i].mention;
    now[ordered[i].was] = (uint32_t)i;
  }
  for (size_t i = 0; i < mentions->titles.length; i++) {
    mentions->titles.items[i].mention = now[mentions->titles.items[i].mention];
  }
  return ATT_OK;
}

/* Fills `at` and each mention's `inside`. */
static AttStatus
mentions_nest(Finder* finder) {
  Mentions* const mentions = finder->mentions;
  const size_t count = finder->document->tokens.items.length;
  TRY(att_arena_alloc(finder->arena, (count + 1) * sizeof(uint32_t),
                      &mentions->at));
  for (size_t i = 0; i <= count; i++) {
    mentions->at[i] = NOTHING;
  }
  for (uint32_t i = 0; i < mentions->items.length; i++) {
    Mention* const mention = &mentions->items.items[i];
    const uint32_t over = mentions->at[mention->first];
    if (over != NOTHING) {
      mention->inside = over;
      continue;
    }
    for (uint32_t token = mention->first; token < mention->end; token++) {
      mentions->at[token] = i;
    }
  }
  return ATT_OK;
}

AttStatus
att_mentions_find(Arena* arena, const Ontology* ontology, Matcher* matcher,
                  const Document* document, Shapes* shapes, Mentions* out) {
  *out = (Mentions){ 0 };
  Finder finder = { .arena = arena,
                    .ontology = ontology,
                    .matcher = matcher,
                    .document = document,
                    .shapes = shapes,
                    .mentions = out };
  TRY(att_arena_alloc(arena, document->tokens.items.length, &finder.person));
  TRY(att_arena_alloc(arena, shapes->hits.length, &finder.claimed));
  size_t count = 0;
  const UsedPattern* const patterns =
    att_ontology_patterns(ontology, "mention", &count);
  for (size_t i = 0; i < document->tokens.sentences.length; i++) {
    for (size_t j = 0; j < count; j++) {
      TRY(pattern_run(&finder, patterns[j].pattern,
                      document->tokens.sentences.items[i]));
    }
  }
  TRY(surnames_add(&finder));
  for (uint32_t i = 0; i < shapes->hits.length; i++) {
    TRY(hit_add(&finder, i));
  }
  TRY(mentions_sort(&finder));
  return mentions_nest(&finder);
}
