/* Terms: the words of the vocabulary that reading itself must know. */
/* SPDX-License-Identifier: MIT */
#include "reading/terms.h"

#define TERM(member, name) \
  { offsetof(Terms, member), name }

static const struct {
  size_t offset;
  const char* name;
} names[] = {
  TERM(statement, "Statement"),
  TERM(indirect, "IndirectStatement"),
  TERM(quotation, "Quotation"),
  TERM(press, "PressStatement"),
  TERM(condolence, "Condolence"),
  TERM(assurance, "Assurance"),
  TERM(denial, "Denial"),
  TERM(appeal, "Appeal"),
  TERM(attack, "Attack"),
  TERM(meeting, "Meeting"),
  TERM(discussion, "Discussion"),
  TERM(agent, "Agent"),
  TERM(kinds[ENTITY_PERSON], "Person"),
  TERM(kinds[ENTITY_ORGANIZATION], "Organization"),
  TERM(kinds[ENTITY_STATE], "State"),
  TERM(kinds[ENTITY_PLACE], "Place"),
  TERM(kinds[ENTITY_GROUP], "Group"),
  TERM(participant, "participant"),
  TERM(speaker, "speaker"),
  TERM(addressee, "addressee"),
  TERM(target, "target"),
  TERM(victim, "victim"),
  TERM(beneficiary, "beneficiary"),
  TERM(perpetrator, "perpetrator"),
  TERM(actor, "actor"),
  TERM(principal, "principal"),
  TERM(party, "party"),
  TERM(destination, "destination"),
  TERM(content, "content"),
  TERM(place, "place"),
  TERM(topic, "topic"),
  TERM(sector, "sector"),
  TERM(commits_to, "commitsTo"),
  TERM(during, "duringEvent"),
  TERM(occasion, "onOccasionOf"),
  TERM(according, "accordingTo"),
  TERM(response, "inResponseTo"),
  TERM(about, "about"),
  TERM(actual, "Actual"),
  TERM(planned, "Planned"),
  TERM(intended, "Intended"),
  TERM(considered, "Considered"),
  TERM(hypothetical, "Hypothetical"),
  TERM(denied, "Denied"),
};

AttStatus
att_terms_find(const Ontology* ontology, const AttSink* sink, Terms* out) {
  Terms terms;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const uint32_t term = att_ontology_term(ontology, names[i].name);
    if (term == ONTOLOGY_NONE) {
      att_report(sink, ATT_ERROR, (Place){ 0 },
                 "The ontology has no term att:%s", names[i].name);
      return ATT_ONTOLOGY;
    }
    memcpy((char*)&terms + names[i].offset, &term, sizeof term);
  }
  *out = terms;
  return ATT_OK;
}
