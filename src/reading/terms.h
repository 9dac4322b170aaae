/* Terms: the words of the vocabulary that reading itself must know. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_TERMS_H
#define ATTACHE_READING_TERMS_H

#include "ontology/ontology.h"

/** Indices into Ontology.terms; ONTOLOGY_NONE where one is missing. */
typedef struct Terms {
  uint32_t statement;
  uint32_t indirect;
  uint32_t quotation;
  uint32_t press;
  uint32_t condolence;
  uint32_t assurance;
  uint32_t denial;
  uint32_t appeal;
  uint32_t attack;
  uint32_t meeting;
  uint32_t discussion;
  uint32_t agent;
  uint32_t kinds[ENTITY_KIND_COUNT]; /**< Person, Organization ... */
  uint32_t participant;
  uint32_t speaker;
  uint32_t addressee;
  uint32_t target;
  uint32_t victim;
  uint32_t beneficiary;
  uint32_t perpetrator;
  uint32_t actor;
  uint32_t principal;
  uint32_t party;
  uint32_t destination;
  uint32_t content;
  uint32_t place;
  uint32_t topic;
  uint32_t sector;
  uint32_t commits_to;
  uint32_t during;
  uint32_t occasion;
  uint32_t according;
  uint32_t response;
  uint32_t about;
  uint32_t actual;
  uint32_t planned;
  uint32_t intended;
  uint32_t considered;
  uint32_t hypothetical;
  uint32_t denied;
} Terms;

/** Looks every term up; a missing one is reported and gives ATT_ONTOLOGY. */
AttStatus
att_terms_find(const Ontology* ontology, const AttSink* sink, Terms* out);

#endif
