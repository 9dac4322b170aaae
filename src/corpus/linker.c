/* The linker: what many articles say, and what is found in it. */
/* SPDX-License-Identifier: MIT */
#include "corpus/linker.h"

#include "corpus/nquad.h"
#include "graph/describe.h"
#include "graph/mint.h"

#include <stdlib.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define ATT "https://w3id.org/attache/ns#"

/* What linking a corpus may use, beside the graph. */
#define LINKER_CEILING ((size_t)8 * 1024 * 1024 * 1024)

#define HASH_DIGITS 16

static const char* const iris[LINK_TERM_COUNT] = {
  [LINK_TYPE] = RDF "type",
  [LINK_LABEL] = "http://www.w3.org/2000/01/rdf-schema#label",
  [LINK_SUBJECT] = RDF "subject",
  [LINK_PREDICATE] = RDF "predicate",
  [LINK_OBJECT] = RDF "object",
  [LINK_MEMBER] = "http://www.w3.org/ns/org#member",
  [LINK_EVENT] = ATT "Event",
  [LINK_PERSON] = ATT "Person",
  [LINK_TENURE] = ATT "Tenure",
  [LINK_PARTICIPANT] = ATT "participant",
  [LINK_PLACE] = ATT "place",
  [LINK_DESTINATION] = ATT "destination",
  [LINK_SPEAKER] = ATT "speaker",
  [LINK_DATE] = ATT "date",
  [LINK_FACTUALITY] = ATT "factuality",
  [LINK_REPORTED] = ATT "reportedIn",
  [LINK_TRIGGER] = ATT "trigger",
  [LINK_POST] = ATT "post",
  [LINK_ATTESTED] = ATT "attestedOn",
  [LINK_STARTED] = ATT "startedOn",
  [LINK_ENDED] = ATT "endedOn",
  [LINK_ENDED_BEFORE] = ATT "endedBefore",
  [LINK_AFFILIATED] = ATT "affiliatedWith",
  [LINK_FIRST] = ATT "firstAttestedOn",
  [LINK_LAST] = ATT "lastAttestedOn",
  [LINK_SAME_EVENT] = ATT "sameEventAs",
  [LINK_POSSIBLY_SAME] = ATT "possiblySame",
  [LINK_BASIS] = ATT "basis",
  [LINK_INFERRED] = ATT "Inferred",
  [LINK_CONFIDENCE] = ATT "confidence",
  [LINK_EVIDENCE] = ATT "evidence",
  [LINK_REASON] = ATT "reason",
  [LINK_CONCERNS] = ATT "concerns",
  [LINK_CONTRADICTION] = ATT "Contradiction",
  [LINK_ATTESTED_AFTER_END] = ATT "AttestedAfterEnd",
  [LINK_ATTESTED_BEFORE_START] = ATT "AttestedBeforeStart",
  [LINK_TWO_HOLDERS] = ATT "TwoHolders",
  [LINK_SAME_KIND] = ATT "SameKind",
  [LINK_SAME_DATE] = ATT "SameDate",
  [LINK_SAME_PARTICIPANTS] = ATT "SameParticipants",
  [LINK_SAME_PLACE] = ATT "SamePlace",
  [LINK_NAME_CONTAINED] = ATT "NameContained",
  [LINK_INITIALS] = ATT "NameInitials",
  [LINK_SAME_STATE] = ATT "SameState",
  [LINK_SAME_POST] = ATT "SamePost",
};

static AttStatus
terms_intern(AttLinker* linker) {
  for (size_t i = 0; i < LINK_TERM_COUNT; i++) {
    TRY(att_graph_iri(linker->known, att_slice(iris[i]), &linker->terms[i]));
  }
  return ATT_OK;
}

AttStatus
att_linker_new(const char* base, AttSink sink, AttLinker** out) {
  AttLinker* const linker = calloc(1, sizeof *linker);
  if (linker == NULL) {
    return ATT_NO_MEMORY;
  }
  linker->sink = sink;
  linker->base = base == NULL ? DESCRIBE_BASE : base;
  linker->arena = att_arena_begin(LINKER_CEILING);
  AttStatus status = att_graph_new(&linker->known);
  if (status == ATT_OK) {
    status = terms_intern(linker);
  }
  if (status != ATT_OK) {
    att_linker_free(linker);
    return status;
  }
  *out = linker;
  return ATT_OK;
}

void
att_linker_free(AttLinker* linker) {
  if (linker != NULL) {
    att_graph_free(linker->known);
    att_arena_end(&linker->arena);
    free(linker);
  }
}

/* Whether the term is the IRI, in brackets. */
static bool
is_iri(Slice term, const char* iri) {
  return term.length > 2 &&
         att_slice_is(att_slice_part(term, 1, term.length - 1), iri);
}

/* Whether the quad says something that linking asks for. Of the classes those
 * of ours, which tell the others. */
static bool
is_wanted(const NQuad* quad) {
  if (is_iri(quad->predicate, iris[LINK_TYPE])) {
    return att_slice_starts(quad->object, SLICE("<" ATT)) &&
           !is_iri(quad->object, ATT "Mention");
  }
  for (size_t i = LINK_LABEL; i < LINK_KNOWN; i++) {
    if (is_iri(quad->predicate, iris[i])) {
      return i != LINK_SUBJECT && i != LINK_PREDICATE && i != LINK_OBJECT;
    }
  }
  return false;
}

static AttStatus
lines_read(AttLinker* linker, char* lines, size_t length) {
  return att_graph_read(linker->known, (Slice){ lines, length }, "triples",
                        ATT_NTRIPLES, &linker->sink);
}

AttStatus
att_linker_add(AttLinker* linker, const AttPart* part) {
  char* const lines = malloc(part->length + 1);
  size_t length = 0;
  if (lines == NULL) {
    return ATT_NO_MEMORY;
  }
  for (size_t at = 0; at < part->length;) {
    const char* const start = part->triples + at;
    const char* const end = memchr(start, '\n', part->length - at);
    const size_t size =
      end == NULL ? part->length - at : (size_t)(end - start) + 1;
    NQuad quad = { 0 };
    const Slice line = { start, end == NULL ? size : size - 1 };
    if (att_nquad_parse(line, &quad) && is_wanted(&quad)) {
      memcpy(lines + length, start, size);
      length += size;
    }
    at += size;
  }
  const AttStatus status = lines_read(linker, lines, length);
  free(lines);
  return status;
}

static bool
is_a(const AttLinker* linker, const Quad* quad, LinkTerm term) {
  return quad->predicate == linker->terms[term];
}

TermId
att_link_next(const AttLinker* linker, const LinkRun* run, LinkTerm predicate,
              size_t* at) {
  while (*at < run->end) {
    const Quad* const quad = &linker->quads[(*at)++];
    if (is_a(linker, quad, predicate)) {
      return quad->object;
    }
  }
  return 0;
}

TermId
att_link_first(const AttLinker* linker, const LinkRun* run,
               LinkTerm predicate) {
  size_t at = run->begin;
  return att_link_next(linker, run, predicate, &at);
}

bool
att_link_has(const AttLinker* linker, const LinkRun* run, LinkTerm predicate,
             TermId object) {
  size_t at = run->begin;
  TermId found = att_link_next(linker, run, predicate, &at);
  while (found != 0 && object != 0 && found != object) {
    found = att_link_next(linker, run, predicate, &at);
  }
  return found != 0;
}

Slice
att_link_text(const AttLinker* linker, TermId term) {
  return att_graph_term_of(linker->known, term).value;
}

/* The same term in the graph that says what is found. */
static AttStatus
term_copy(AttLinker* linker, TermId term, TermId* out) {
  if (linker->copies[term] == 0) {
    TRY(att_graph_term(linker->said, att_graph_term_of(linker->known, term),
                       &linker->copies[term]));
  }
  *out = linker->copies[term];
  return ATT_OK;
}

static AttStatus
said_add(AttLinker* linker, TermId subject, LinkTerm predicate, TermId object) {
  TermId property = 0;
  TRY(term_copy(linker, linker->terms[predicate], &property));
  return att_graph_add(linker->said,
                       (Quad){ subject, property, object, linker->named });
}

AttStatus
att_link_say(AttLinker* linker, TermId subject, LinkTerm predicate,
             TermId object) {
  TermId from = 0;
  TermId to = 0;
  TRY(term_copy(linker, subject, &from));
  TRY(term_copy(linker, object, &to));
  return said_add(linker, from, predicate, to);
}

/* Says of `subject`, a term of `said`, a term of `known`. */
static AttStatus
node_say(AttLinker* linker, TermId subject, LinkTerm predicate, TermId object) {
  TermId copy = 0;
  TRY(term_copy(linker, object, &copy));
  return said_add(linker, subject, predicate, copy);
}

/* A name made from those of what it is about. */
static AttStatus
node_mint(AttLinker* linker, const char* kind, const TermId about[3],
          TermId* out) {
  const Slice words[] = {
    att_link_text(linker, about[0]),
    SLICE(" "),
    att_link_text(linker, about[1]),
    SLICE(" "),
    about[2] == 0 ? SLICE("") : att_link_text(linker, about[2]),
  };
  Slice whole;
  Slice parts[] = { att_slice(linker->base), att_slice(kind), { 0 } };
  Slice name;
  TRY(att_mint_join(&linker->arena, words, 5, &whole));
  TRY(att_mint_hash(&linker->arena, whole, HASH_DIGITS, &parts[2]));
  TRY(att_mint_join(&linker->arena, parts, 3, &name));
  return att_graph_iri(linker->said, name, out);
}

/* One direction of a link, as an assertion. */
static AttStatus
assertion_put(AttLinker* linker, const Link* link, TermId confidence) {
  const TermId* const terms = linker->terms;
  const TermId about[] = { link->one, terms[link->predicate], link->other };
  TermId node = 0;
  TRY(node_mint(linker, "assertion/l", about, &node));
  TRY(node_say(linker, node, LINK_SUBJECT, link->one));
  TRY(node_say(linker, node, LINK_PREDICATE, terms[link->predicate]));
  TRY(node_say(linker, node, LINK_OBJECT, link->other));
  TRY(node_say(linker, node, LINK_BASIS, terms[LINK_INFERRED]));
  TRY(said_add(linker, node, LINK_CONFIDENCE, confidence));
  for (size_t i = 0; i < link->reason_count; i++) {
    TRY(node_say(linker, node, LINK_REASON, terms[link->reasons[i]]));
  }
  for (size_t i = 0; i < 2; i++) {
    if (link->evidence[i] != 0) {
      TRY(node_say(linker, node, LINK_EVIDENCE, link->evidence[i]));
    }
  }
  return ATT_OK;
}

AttStatus
att_link_put(AttLinker* linker, const Link* link) {
  char text[16];
  TermId confidence = 0;
  (void)snprintf(text, sizeof text, "0.%02u", link->percent % 100);
  TRY(att_graph_literal(linker->said, att_slice(text),
                        SLICE("http://www.w3.org/2001/XMLSchema#decimal"),
                        &confidence));
  TRY(att_link_say(linker, link->one, link->predicate, link->other));
  TRY(att_link_say(linker, link->other, link->predicate, link->one));
  return assertion_put(linker, link, confidence);
}

AttStatus
att_link_contradict(AttLinker* linker, TermId one, TermId other,
                    LinkTerm reason) {
  const TermId* const terms = linker->terms;
  const TermId about[] = { terms[reason], one, other };
  TermId node = 0;
  linker->links.contradictions++;
  TRY(node_mint(linker, "contradiction/c", about, &node));
  TRY(node_say(linker, node, LINK_TYPE, terms[LINK_CONTRADICTION]));
  TRY(node_say(linker, node, LINK_REASON, terms[reason]));
  TRY(node_say(linker, node, LINK_CONCERNS, one));
  return other == 0 ? ATT_OK : node_say(linker, node, LINK_CONCERNS, other);
}

AttStatus
att_link_alike_add(AttLinker* linker, TermId one, TermId other) {
  const LinkPair pair = { one, other };
  return LIST_PUSH(&linker->arena, &linker->alike, pair);
}

bool
att_link_alike(const AttLinker* linker, TermId one, TermId other) {
  for (size_t i = 0; i < linker->alike.length; i++) {
    const LinkPair* const pair = &linker->alike.items[i];
    if ((pair->one == one && pair->other == other) ||
        (pair->one == other && pair->other == one)) {
      return true;
    }
  }
  return false;
}

static AttStatus
runs_find(AttLinker* linker) {
  size_t count = 0;
  TRY(att_graph_sorted(linker->known, &linker->quads, &count));
  linker->runs.length = 0;
  for (size_t at = 0; at < count;) {
    LinkRun run = { linker->quads[at].subject, at, at };
    while (run.end < count && linker->quads[run.end].subject == run.subject) {
      run.end++;
    }
    TRY(LIST_PUSH(&linker->arena, &linker->runs, run));
    at = run.end;
  }
  return ATT_OK;
}

AttStatus
att_linker_link(AttLinker* linker, AttGraph* graph, AttLinks* out) {
  const Slice parts[] = { att_slice(linker->base), SLICE("graph/links") };
  Slice name;
  linker->said = graph;
  linker->links = (AttLinks){ 0 };
  TRY(att_mint_join(&linker->arena, parts, 2, &name));
  TRY(att_graph_iri(graph, name, &linker->named));
  TRY(att_arena_alloc(&linker->arena,
                      (att_graph_term_count(linker->known) + 1) *
                        sizeof *linker->copies,
                      &linker->copies));
  TRY(runs_find(linker));
  TRY(att_link_persons(linker));
  TRY(att_link_events(linker));
  TRY(att_link_tenures(linker));
  if (out != NULL) {
    *out = linker->links;
  }
  return ATT_OK;
}
