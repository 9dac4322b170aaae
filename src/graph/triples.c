/* Triples: sets of them in their orders, and reading from these. */
/* SPDX-License-Identifier: MIT */
#include "graph/triples.h"

#include <stdlib.h>

/* Triples fetched at once, when the first few were not enough. */
#define FETCH 512

/* Which term of a triple comes first, second, third in the orders SPO, POS and
 * OSP. */
static const unsigned places[3][3] = { { 0, 1, 2 }, { 1, 2, 0 }, { 2, 0, 1 } };

static int
number_compare(uint32_t left, uint32_t right) {
  return (left > right) - (left < right);
}

int
att_triple_compare(const Triple* left, const Triple* right, unsigned order) {
  int result = 0;
  for (size_t i = 0; result == 0 && i < 3; i++) {
    const unsigned place = places[order][i];
    result = number_compare(left->term[place], right->term[place]);
  }
  return result;
}

/* How `triple` stands to the first `length` terms of the key in an order. */
static int
key_compare(const Triple* triple, const uint32_t key[3], unsigned order,
            size_t length) {
  int result = 0;
  for (size_t i = 0; result == 0 && i < length; i++) {
    const unsigned place = places[order][i];
    result = number_compare(triple->term[place], key[place]);
  }
  return result;
}

/* The first triple that is not before the key; behind it, if `after`. */
static const Triple*
bound_find(const TripleSet* set, const uint32_t key[3], unsigned order,
           size_t length, bool after) {
  const Triple* low = set->orders[order];
  size_t count = set->count;
  while (count > 0) {
    const size_t half = count / 2;
    const int side = key_compare(low + half, key, order, length);
    if (side < 0 || (after && side == 0)) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

static TripleRange
range_find(const TripleSet* set, const uint32_t key[3]) {
  const bool s = key[0] != 0;
  const bool p = key[1] != 0;
  const bool o = key[2] != 0;
  unsigned order = 0;
  if (p && !s) {
    order = 1;
  } else if (o && !p) {
    order = 2;
  }
  const size_t length = (size_t)s + (size_t)p + (size_t)o;
  return (TripleRange){ bound_find(set, key, order, length, false),
                        bound_find(set, key, order, length, true) };
}

static int
member_compare(const Quad* quad, const uint32_t key[3], size_t length) {
  const Triple triple = triple_of(*quad);
  return key_compare(&triple, key, 0, length);
}

/* The first member that is not before the first `length` terms of the key;
 * behind it, if `after`. */
static const uint32_t*
member_find(const TripleSet* set, const uint32_t key[3], size_t length,
            bool after) {
  const uint32_t* low = set->members;
  size_t count = set->count;
  while (count > 0) {
    const size_t half = count / 2;
    const int side = member_compare(&set->quads[low[half]], key, length);
    if (side < 0 || (after && side == 0)) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

/* Those that may hold the terms of the key: just those, if it begins with what
 * it has. */
static MemberReader
members_begin(const TripleSet* set, const uint32_t key[3]) {
  size_t length = 0;
  while (length < 3 && key[length] != 0) {
    length++;
  }
  return (MemberReader){ .quads = set->quads,
                         .begin = member_find(set, key, length, false),
                         .end = member_find(set, key, length, true),
                         .key = { key[0], key[1], key[2] } };
}

/* Copies at most `room` of the triples that hold the terms of the key. */
static size_t
members_next(MemberReader* reader, Triple* into, size_t room) {
  size_t count = 0;
  for (; reader->begin < reader->end && count < room; reader->begin++) {
    into[count] = triple_of(reader->quads[*reader->begin]);
    bool fits = true;
    for (size_t i = 0; i < 3; i++) {
      fits =
        fits && (reader->key[i] == 0 || reader->key[i] == into[count].term[i]);
    }
    count += fits;
  }
  return count;
}

size_t
att_triples_count(const TripleSet* set, const uint32_t key[3]) {
  if (set->view != NULL) {
    return att_view_count(set->view, &set->scope, key);
  }
  if (set->members != NULL) {
    Triple found[TRIPLES_AT_HAND];
    MemberReader reader = members_begin(set, key);
    size_t count = 0;
    for (size_t next = TRIPLES_AT_HAND; next == TRIPLES_AT_HAND;) {
      next = members_next(&reader, found, TRIPLES_AT_HAND);
      count += next;
    }
    return count;
  }
  const TripleRange range = range_find(set, key);
  return (size_t)(range.end - range.begin);
}

/* Reads more triples, where not all are at hand. */
static size_t
more_read(TripleReader* reader, Triple* into, size_t room) {
  return reader->view != NULL
           ? att_view_next(reader->view, &reader->more, into, room)
           : members_next(&reader->members, into, room);
}

void
att_triples_begin(const TripleSet* set, const uint32_t key[3],
                  TripleReader* reader) {
  reader->view = set->view;
  reader->rest = NULL;
  reader->members = (MemberReader){ 0 };
  if (set->view == NULL && set->members == NULL) {
    reader->range = range_find(set, key);
    return;
  }
  if (set->view != NULL) {
    reader->more = att_view_begin(set->view, &set->scope, key);
  } else {
    reader->members = members_begin(set, key);
  }
  const size_t count = more_read(reader, reader->first, TRIPLES_AT_HAND);
  reader->range = (TripleRange){ reader->first, reader->first + count };
}

AttStatus
att_triples_fetch(TripleReader* reader) {
  const bool ended = reader->view != NULL
                       ? reader->more.ended
                       : reader->members.begin == reader->members.end;
  if (ended || reader->range.begin < reader->range.end) {
    return ATT_OK;
  }
  if (reader->rest == NULL) {
    reader->rest = malloc(FETCH * sizeof *reader->rest);
    if (reader->rest == NULL) {
      return ATT_NO_MEMORY;
    }
  }
  const size_t count = more_read(reader, reader->rest, FETCH);
  reader->range = (TripleRange){ reader->rest, reader->rest + count };
  return ATT_OK;
}

void
att_triples_end(TripleReader* reader) {
  free(reader->rest);
}
