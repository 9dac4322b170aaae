/* The crew: threads that read articles, whose results come in order. */
/* SPDX-License-Identifier: MIT */
#include "cli/crew.h"

#include <pthread.h>
#include <stdlib.h>

/* Jobs out for each hand: while one long article is read, the others go on with
 * short ones behind it. */
#define JOBS_EACH 16

/* One who reads. */
typedef struct Hand {
  struct Crew* crew;
  AttReader* reader;
  Messages messages;
  pthread_t thread;
} Hand;

/* Jobs are numbered as they are handed out; job `n` is in slot n % slots. */
struct Crew {
  Job* jobs;
  bool* done; /* [slot] */
  size_t slots;
  size_t given; /* jobs handed out so far */
  size_t begun; /* jobs somebody took up */
  size_t taken; /* jobs given back */
  bool over;
  pthread_mutex_t lock;
  pthread_cond_t work; /* there is something to do, or nothing any more */
  pthread_cond_t news; /* a job is done */
  Hand* hands;
  unsigned hand_count;
  unsigned threads; /* running; 0: the caller's does the work */
};

static void*
hand_run(void* user) {
  Hand* const hand = user;
  Crew* const crew = hand->crew;
  (void)pthread_mutex_lock(&crew->lock);
  for (;;) {
    while (crew->begun == crew->given && !crew->over) {
      (void)pthread_cond_wait(&crew->work, &crew->lock);
    }
    if (crew->begun == crew->given) {
      break;
    }
    const size_t slot = crew->begun++ % crew->slots;
    (void)pthread_mutex_unlock(&crew->lock);
    att_job_do(&crew->jobs[slot], hand->reader, &hand->messages);
    (void)pthread_mutex_lock(&crew->lock);
    crew->done[slot] = true;
    (void)pthread_cond_signal(&crew->news);
  }
  (void)pthread_mutex_unlock(&crew->lock);
  return NULL;
}

/* The first hand loads what the others share. */
static AttStatus
readers_load(Crew* crew, const AttSettings* settings) {
  for (unsigned i = 0; i < crew->hand_count; i++) {
    Hand* const hand = &crew->hands[i];
    const AttSink sink = att_messages_sink(&hand->messages);
    hand->crew = crew;
    const AttStatus status =
      i == 0 ? att_reader_new(settings, sink, &hand->reader)
             : att_reader_clone(crew->hands[0].reader, sink, &hand->reader);
    att_messages_conclude(&hand->messages, status, settings->ontology);
    if (status != ATT_OK) {
      return status;
    }
  }
  return ATT_OK;
}

/* As many threads as there can be: with fewer it only takes longer. */
static void
threads_start(Crew* crew) {
  if (crew->hand_count == 1) {
    return;
  }
  while (crew->threads < crew->hand_count) {
    Hand* const hand = &crew->hands[crew->threads];
    if (pthread_create(&hand->thread, NULL, hand_run, hand) != 0) {
      return;
    }
    crew->threads++;
  }
}

AttStatus
att_crew_new(const AttSettings* settings, unsigned count, Crew** out) {
  Crew* const crew = calloc(1, sizeof *crew);
  if (crew == NULL) {
    att_message_say(NULL, "%s", att_status_text(ATT_NO_MEMORY));
    return ATT_NO_MEMORY;
  }
  (void)pthread_mutex_init(&crew->lock, NULL);
  (void)pthread_cond_init(&crew->work, NULL);
  (void)pthread_cond_init(&crew->news, NULL);
  crew->slots = count == 1 ? 1 : (size_t)count * JOBS_EACH;
  crew->jobs = calloc(crew->slots, sizeof *crew->jobs);
  crew->done = calloc(crew->slots, sizeof *crew->done);
  crew->hands = calloc(count, sizeof *crew->hands);
  AttStatus status = ATT_NO_MEMORY;
  if (crew->jobs != NULL && crew->done != NULL && crew->hands != NULL) {
    crew->hand_count = count;
    status = readers_load(crew, settings);
  } else {
    att_message_say(NULL, "%s", att_status_text(status));
  }
  if (status != ATT_OK) {
    att_crew_free(crew);
    return status;
  }
  threads_start(crew);
  *out = crew;
  return ATT_OK;
}

Job*
att_crew_job(Crew* crew) {
  return crew->given - crew->taken == crew->slots
           ? NULL
           : &crew->jobs[crew->given % crew->slots];
}

void
att_crew_give(Crew* crew) {
  if (crew->threads == 0) {
    const size_t slot = crew->given++ % crew->slots;
    att_job_do(&crew->jobs[slot], crew->hands[0].reader,
               &crew->hands[0].messages);
    crew->done[slot] = true;
    return;
  }
  (void)pthread_mutex_lock(&crew->lock);
  crew->given++;
  (void)pthread_cond_signal(&crew->work);
  (void)pthread_mutex_unlock(&crew->lock);
}

Job*
att_crew_take(Crew* crew) {
  if (crew->taken == crew->given) {
    return NULL;
  }
  const size_t slot = crew->taken % crew->slots;
  (void)pthread_mutex_lock(&crew->lock);
  while (!crew->done[slot]) {
    (void)pthread_cond_wait(&crew->news, &crew->lock);
  }
  (void)pthread_mutex_unlock(&crew->lock);
  return &crew->jobs[slot];
}

bool
att_crew_ready(Crew* crew) {
  if (crew->taken == crew->given) {
    return false;
  }
  (void)pthread_mutex_lock(&crew->lock);
  const bool done = crew->done[crew->taken % crew->slots];
  (void)pthread_mutex_unlock(&crew->lock);
  return done;
}

void
att_crew_settle(Crew* crew) {
  const size_t slot = crew->taken % crew->slots;
  att_job_clear(&crew->jobs[slot]);
  crew->done[slot] = false;
  crew->taken++;
}

void
att_crew_free(Crew* crew) {
  if (crew == NULL) {
    return;
  }
  (void)pthread_mutex_lock(&crew->lock);
  crew->over = true;
  (void)pthread_cond_broadcast(&crew->work);
  (void)pthread_mutex_unlock(&crew->lock);
  for (unsigned i = 0; i < crew->threads; i++) {
    (void)pthread_join(crew->hands[i].thread, NULL);
  }
  for (size_t i = 0; crew->jobs != NULL && i < crew->slots; i++) {
    att_job_clear(&crew->jobs[i]);
  }
  /* Clones go before what they share. */
  for (unsigned i = crew->hand_count; i > 0; i--) {
    att_reader_free(crew->hands[i - 1].reader);
  }
  (void)pthread_mutex_destroy(&crew->lock);
  (void)pthread_cond_destroy(&crew->work);
  (void)pthread_cond_destroy(&crew->news);
  free(crew->hands);
  free(crew->done);
  free(crew->jobs);
  free(crew);
}
