/* A relay: statements handed from a thread that reads to one that keeps. */
/* SPDX-License-Identifier: MIT */
#include "graph/relay.h"

#include "graph/graph.h"

#include <pthread.h>
#include <stdlib.h>

/* Statements handed over at once: fewer are not worth a thread. */
#define BATCH 256

/* One is filled, one is emptied, and one lies between. */
#define BATCHES 3

typedef struct Batch {
  RdfStatement statements[BATCH];
  size_t count;
  Arena arena; /* What the statements point to. */
  bool full;   /* It is the handler's turn. */
} Batch;

struct Relay {
  RdfHandler handler;
  void* user;
  Batch* batches[BATCHES];
  size_t filling;
  AttStatus status; /* The handler's first failure. */
  bool apart;       /* The handler has a thread. */
  bool over;
  pthread_t thread;
  pthread_mutex_t lock;
  pthread_cond_t change; /* of `full` or `over` */
};

static AttStatus
batch_new(Batch** out) {
  Batch* const batch = calloc(1, sizeof *batch);
  if (batch == NULL) {
    return ATT_NO_MEMORY;
  }
  batch->arena = att_arena_begin(GRAPH_CEILING);
  *out = batch;
  return ATT_OK;
}

/* Gives all statements of a batch to the handler, unless one failed. */
static AttStatus
batch_empty(const Relay* relay, Batch* batch, AttStatus status) {
  for (size_t i = 0; i < batch->count && status == ATT_OK; i++) {
    status = relay->handler(relay->user, &batch->statements[i]);
  }
  batch->count = 0;
  att_arena_reset(&batch->arena);
  return status;
}

/* The handler's thread: empties the batches in turn, to the last. */
static void*
batches_empty(void* user) {
  Relay* const relay = user;
  AttStatus status = ATT_OK;
  (void)pthread_mutex_lock(&relay->lock);
  for (size_t at = 0;; at = (at + 1) % BATCHES) {
    Batch* const batch = relay->batches[at];
    while (!batch->full && !relay->over) {
      (void)pthread_cond_wait(&relay->change, &relay->lock);
    }
    if (!batch->full) {
      break;
    }
    (void)pthread_mutex_unlock(&relay->lock);
    status = batch_empty(relay, batch, status);
    (void)pthread_mutex_lock(&relay->lock);
    relay->status = status;
    batch->full = false;
    (void)pthread_cond_signal(&relay->change);
  }
  (void)pthread_mutex_unlock(&relay->lock);
  return NULL;
}

static void
relay_free(Relay* relay) {
  for (size_t i = 0; i < BATCHES; i++) {
    if (relay->batches[i] != NULL) {
      att_arena_end(&relay->batches[i]->arena);
      free(relay->batches[i]);
    }
  }
  (void)pthread_cond_destroy(&relay->change);
  (void)pthread_mutex_destroy(&relay->lock);
  free(relay);
}

AttStatus
att_relay_begin(RdfHandler handler, void* user, Relay** out) {
  Relay* const relay = calloc(1, sizeof *relay);
  if (relay == NULL) {
    return ATT_NO_MEMORY;
  }
  (void)pthread_mutex_init(&relay->lock, NULL);
  (void)pthread_cond_init(&relay->change, NULL);
  relay->handler = handler;
  relay->user = user;
  if (batch_new(&relay->batches[0]) != ATT_OK) {
    relay_free(relay);
    return ATT_NO_MEMORY;
  }
  *out = relay;
  return ATT_OK;
}

/* Starts the handler's thread; without one, or memory for its batches, the
 * first batch is emptied where it is filled. */
static void
thread_start(Relay* relay) {
  for (size_t i = 1; i < BATCHES; i++) {
    if (relay->batches[i] == NULL && batch_new(&relay->batches[i]) != ATT_OK) {
      return;
    }
  }
  relay->apart =
    pthread_create(&relay->thread, NULL, batches_empty, relay) == 0;
}

/* Hands over the batch that is filled, and waits until there is another. */
static AttStatus
batch_hand(Relay* relay) {
  (void)pthread_mutex_lock(&relay->lock);
  relay->batches[relay->filling]->full = true;
  (void)pthread_cond_signal(&relay->change);
  relay->filling = (relay->filling + 1) % BATCHES;
  while (relay->batches[relay->filling]->full) {
    (void)pthread_cond_wait(&relay->change, &relay->lock);
  }
  const AttStatus status = relay->status;
  (void)pthread_mutex_unlock(&relay->lock);
  return status;
}

static AttStatus
batch_pass(Relay* relay) {
  if (!relay->apart) {
    thread_start(relay);
  }
  if (!relay->apart) {
    relay->status = batch_empty(relay, relay->batches[0], relay->status);
    return relay->status;
  }
  return batch_hand(relay);
}

static AttStatus
term_copy(Arena* arena, const RdfTerm* term, RdfTerm* out) {
  *out = (RdfTerm){ .kind = term->kind };
  TRY(att_slice_copy(arena, term->value, &out->value));
  if (term->datatype.length > 0) {
    TRY(att_slice_copy(arena, term->datatype, &out->datatype));
  }
  return term->language.length == 0
           ? ATT_OK
           : att_slice_copy(arena, term->language, &out->language);
}

AttStatus
att_relay_take(void* user, const RdfStatement* statement) {
  Relay* const relay = user;
  if (relay->batches[relay->filling]->count == BATCH) {
    TRY(batch_pass(relay));
  }
  Batch* const batch = relay->batches[relay->filling];
  RdfStatement* const copy = &batch->statements[batch->count];
  TRY(term_copy(&batch->arena, &statement->subject, &copy->subject));
  TRY(term_copy(&batch->arena, &statement->predicate, &copy->predicate));
  TRY(term_copy(&batch->arena, &statement->object, &copy->object));
  TRY(term_copy(&batch->arena, &statement->graph, &copy->graph));
  copy->place = statement->place;
  batch->count++;
  return ATT_OK;
}

AttStatus
att_relay_end(Relay* relay) {
  if (relay->apart) {
    (void)pthread_mutex_lock(&relay->lock);
    relay->batches[relay->filling]->full = true;
    relay->over = true;
    (void)pthread_cond_signal(&relay->change);
    (void)pthread_mutex_unlock(&relay->lock);
    (void)pthread_join(relay->thread, NULL);
  } else {
    relay->status = batch_empty(relay, relay->batches[0], relay->status);
  }
  const AttStatus status = relay->status;
  relay_free(relay);
  return status;
}
