/* Lexis: the word classes that reading asks for, resolved once. */
/* SPDX-License-Identifier: MIT */
#include "reading/lexis.h"

/* What the ontology calls each class. */
static const struct {
  const char* name;
  LexisClass class;
} names[] = {
  { "post-noun", LEXIS_POST },
  { "post-plural", LEXIS_POSTS },
  { "former", LEXIS_FORMER },
  { "acting", LEXIS_ACTING },
  { "ministry-noun", LEXIS_MINISTRY },
  { "portfolio", LEXIS_PORTFOLIO },
  { "portfolio-end", LEXIS_PORTFOLIO_END },
  { "post-modifier", LEXIS_MODIFIER },
  { "group-noun", LEXIS_GROUP },
  { "person-noun", LEXIS_PERSON },
  { "government-noun", LEXIS_GOVERNMENT },
  { "state-noun", LEXIS_STATE },
  { "organization-noun", LEXIS_ORGANIZATION },
  { "place-noun", LEXIS_PLACE },
  { "honorific", LEXIS_HONORIFIC },
  { "month", LEXIS_CALENDAR },
  { "weekday", LEXIS_CALENDAR },
  { "relative-day", LEXIS_DAY },
  { "not-name", LEXIS_NOT_NAME },
  { "event-noun", LEXIS_EVENT },
  { "people-adjective", LEXIS_PEOPLE },
  { "given-name-male", LEXIS_MALE },
  { "given-name-female", LEXIS_FEMALE },
  { "chinese-surname", LEXIS_SURNAME },
  { "post-surname", LEXIS_FAMILY },
  { "name-particle", LEXIS_PARTICLE },
  { "name-suffix", LEXIS_SUFFIX },
  { "counterpart-noun", LEXIS_COUNTERPART },
  { "cue", LEXIS_CUE },
};

AttStatus
att_lexis_make(Arena* arena, const Ontology* ontology, Lexis* out) {
  const size_t count = ontology->classes.length;
  LexisSet* sets = NULL;
  TRY(att_arena_alloc(arena, count * sizeof *sets, &sets));
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < sizeof names / sizeof *names; j++) {
      if (att_slice_is(ontology->classes.items[i].name, names[j].name)) {
        sets[i] |= LEXIS_BIT(names[j].class);
      }
    }
  }
  *out = (Lexis){ sets };
  return ATT_OK;
}

LexisSet
att_lexis_of(const Lexis* lexis, const PhraseHit* hit) {
  LexisSet set = 0;
  for (size_t i = 0; i < hit->sense_count; i++) {
    set |= lexis->sets[hit->senses[i].value];
  }
  return set;
}
