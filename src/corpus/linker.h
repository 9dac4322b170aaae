/* The linker: what many articles say, and what is found in it. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CORPUS_LINKER_H
#define ATTACHE_CORPUS_LINKER_H

#include "attache_link.h"
#include "graph/graph.h"

/** The terms that linking knows. */
typedef enum LinkTerm {
  LINK_TYPE,
  LINK_LABEL,
  LINK_SUBJECT,
  LINK_PREDICATE,
  LINK_OBJECT,
  LINK_MEMBER,
  LINK_EVENT,
  LINK_PERSON,
  LINK_TENURE,
  LINK_PARTICIPANT,
  LINK_PLACE,
  LINK_DESTINATION,
  LINK_SPEAKER,
  LINK_DATE,
  LINK_FACTUALITY,
  LINK_REPORTED,
  LINK_TRIGGER,
  LINK_POST,
  LINK_ATTESTED,
  LINK_STARTED,
  LINK_ENDED,
  LINK_ENDED_BEFORE,
  LINK_AFFILIATED,
  LINK_KNOWN, /**< Those above are read, those below only said. */
  LINK_FIRST = LINK_KNOWN,
  LINK_LAST,
  LINK_SAME_EVENT,
  LINK_POSSIBLY_SAME,
  LINK_BASIS,
  LINK_INFERRED,
  LINK_CONFIDENCE,
  LINK_EVIDENCE,
  LINK_REASON,
  LINK_CONCERNS,
  LINK_CONTRADICTION,
  LINK_ATTESTED_AFTER_END,
  LINK_ATTESTED_BEFORE_START,
  LINK_TWO_HOLDERS,
  LINK_SAME_KIND,
  LINK_SAME_DATE,
  LINK_SAME_PARTICIPANTS,
  LINK_SAME_PLACE,
  LINK_NAME_CONTAINED,
  LINK_INITIALS,
  LINK_SAME_STATE,
  LINK_SAME_POST,
  LINK_TERM_COUNT
} LinkTerm;

/** All triples about one subject: [begin, end) of the quads. */
typedef struct LinkRun {
  TermId subject;
  size_t begin;
  size_t end;
} LinkRun;

typedef struct LinkPair {
  TermId one;
  TermId other;
} LinkPair;

struct AttLinker {
  AttSink sink;
  Arena arena;
  const char* base;
  AttGraph* known; /**< What was taken of the articles, in the default graph. */
  TermId terms[LINK_TERM_COUNT]; /**< In `known`. */
  const Quad* quads;             /**< By subject, predicate, object. */
  LIST(LinkRun) runs;
  LIST(LinkPair) alike; /**< Persons that may be one. */
  AttGraph* said;       /**< What is found goes there, ... */
  TermId named;         /**< ... to this graph of it. */
  TermId* copies;       /**< [term of `known`]: the same in `said`, or 0. */
  AttLinks links;
};

/** A link between two things, and why. */
typedef struct Link {
  TermId one;
  TermId other;
  LinkTerm predicate;
  LinkTerm reasons[4];
  size_t reason_count;
  unsigned percent;   /**< How sure it is. */
  TermId evidence[2]; /**< Mentions, or 0. */
} Link;

/** Whether the triple is there; 0 stands for any object. */
bool
att_link_has(const AttLinker* linker, const LinkRun* run, LinkTerm predicate,
             TermId object);

/** The first object of that predicate at or behind quad `*at` (at first
 * run->begin), and moves behind it; 0 if there is none. */
TermId
att_link_next(const AttLinker* linker, const LinkRun* run, LinkTerm predicate,
              size_t* at);

/** The first object of all. */
TermId
att_link_first(const AttLinker* linker, const LinkRun* run, LinkTerm predicate);

/** The text of a term of `known`. */
Slice
att_link_text(const AttLinker* linker, TermId term);

/** Says a triple of terms of `known`. */
AttStatus
att_link_say(AttLinker* linker, TermId subject, LinkTerm predicate,
             TermId object);

/** Says a link in both directions, with its reasons and how sure it is. */
AttStatus
att_link_put(AttLinker* linker, const Link* link);

/** Says that `one` and `other` (0: it alone) contradict, for a reason. */
AttStatus
att_link_contradict(AttLinker* linker, TermId one, TermId other,
                    LinkTerm reason);

/** Notes that two persons may be one, and tells whether they may. */
AttStatus
att_link_alike_add(AttLinker* linker, TermId one, TermId other);
bool
att_link_alike(const AttLinker* linker, TermId one, TermId other);

/** The parts, in this order. */
AttStatus
att_link_persons(AttLinker* linker);
AttStatus
att_link_events(AttLinker* linker);
AttStatus
att_link_tenures(AttLinker* linker);

#endif
