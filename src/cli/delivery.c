/* The delivery: graphs taken out of files or a store, and sent to a server. */
/* SPDX-License-Identifier: MIT */
#include "cli/delivery.h"

#include "cli/guard.h"
#include "cli/message.h"
#include "cli/notes.h"
#include "cli/stop.h"

#include <inttypes.h>
#include <string.h>

/* A run. */
typedef struct Run {
  const Delivery* delivery;
  Messages messages;
  AttRemote* remote; /* NULL: nothing is sent */
  Notes* notes;
  uint64_t passed;       /* triples sent by an earlier run ... */
  char last[NOTE_SIZE];  /* ... and the graph of the last of them */
  char graph[NOTE_SIZE]; /* of the part taken last */
  uint64_t taken;        /* triples taken so far */
  uint64_t sent;
  size_t again; /* parts of graphs that came before others */
} Run;

static AttStatus
batch_send(void* user) {
  return att_remote_send(user);
}

/* Sends what waits, and notes it. */
static AttStatus
batch_settle(Run* run) {
  if (run->remote == NULL || att_remote_waiting(run->remote) == 0) {
    return ATT_OK;
  }
  AttStatus status = att_endpoint_try(&run->delivery->endpoint, run->remote,
                                      batch_send, run->remote);
  if (status != ATT_OK) {
    /* Whoever reported it has said why. */
    run->messages.errors++;
    return status;
  }
  run->sent = run->taken;
  if (run->notes != NULL) {
    char line[NOTE_SIZE];
    (void)snprintf(line, sizeof line, "%" PRIu64 " %.900s", run->sent,
                   run->graph);
    status = att_notes_put(run->notes, line);
  }
  return status;
}

static void
part_tell(const AttPart* part) {
  (void)printf("%s\t%zu\t%s\n", part->graph == NULL ? "default" : part->graph,
               part->count, part->begins ? "whole" : "more");
}

/* Whether an earlier run sent the part. ATT_INPUT, after a message, if that run
 * was about something else. */
static AttStatus
part_pass(Run* run, bool* passes) {
  *passes = run->taken < run->passed;
  if (run->taken != run->passed || run->passed == 0) {
    return ATT_OK;
  }
  *passes = true;
  if (strncmp(run->graph, run->last, 900) == 0) {
    return ATT_OK;
  }
  att_messages_say(&run->messages, run->delivery->resume,
                   "It is of other graphs; remove it to begin anew");
  return ATT_INPUT;
}

static AttStatus
part_send(Run* run, const AttPart* part) {
  const Delivery* const delivery = run->delivery;
  bool passes = false;
  const char* const graph = part->graph == NULL ? "default" : part->graph;
  run->taken += part->count;
  run->again += !part->begins && strncmp(run->graph, graph, 900) != 0;
  (void)snprintf(run->graph, sizeof run->graph, "%s", graph);
  AttStatus status = part_pass(run, &passes);
  if (status != ATT_OK || passes) {
    return status;
  }
  if (delivery->dry) {
    part_tell(part);
    return ATT_OK;
  }
  status = att_remote_add(run->remote, part);
  if (status == ATT_OK &&
      (delivery->endpoint.settings.protocol != ATT_SPARQL_UPDATE ||
       att_remote_waiting(run->remote) >= delivery->batch)) {
    status = batch_settle(run);
  }
  return status;
}

static AttStatus
parts_send(Run* run, AttParts* parts) {
  for (;;) {
    AttPart part;
    bool more = false;
    AttStatus status =
      att_parts_next(parts, run->delivery->batch, &part, &more);
    if (status != ATT_OK || !more) {
      return status;
    }
    if (part.graph == NULL) {
      part.graph = run->delivery->graph;
    }
    status = part_send(run, &part);
    if (status != ATT_OK || att_stop_asked()) {
      return status;
    }
  }
}

static AttStatus
file_send(Run* run, const char* path) {
  AttParts* parts = NULL;
  AttStatus status =
    att_parts_open(path, att_messages_sink(&run->messages), &parts);
  if (status == ATT_OK) {
    status = parts_send(run, parts);
  }
  att_parts_close(parts);
  att_messages_conclude(&run->messages, status, path);
  return status;
}

static AttStatus
store_send(Run* run) {
  const AttSink sink = att_messages_sink(&run->messages);
  AttStore* store = NULL;
  AttParts* parts = NULL;
  att_guard_begin(run->delivery->store);
  AttStatus status =
    att_store_open(run->delivery->store, ATT_STORE_READ, sink, &store);
  if (status == ATT_OK) {
    status = att_parts_of_store(store, sink, &parts);
  }
  if (status == ATT_OK) {
    status = parts_send(run, parts);
  }
  att_parts_close(parts);
  att_store_close(store);
  att_guard_end();
  att_messages_conclude(&run->messages, status, run->delivery->store);
  return status;
}

static AttStatus
all_send(Run* run) {
  AttStatus status = ATT_OK;
  if (run->delivery->store != NULL) {
    status = store_send(run);
  }
  for (char* const* file = run->delivery->files;
       *file != NULL && status == ATT_OK && !att_stop_asked(); file++) {
    status = file_send(run, *file);
  }
  return status == ATT_OK ? batch_settle(run) : status;
}

/* What must be the same for a run to be gone on with. */
static AttStatus
notes_begin(Run* run) {
  const Delivery* const delivery = run->delivery;
  const AttRemoteSettings* const settings = &delivery->endpoint.settings;
  if (delivery->resume == NULL || delivery->dry) {
    return ATT_OK;
  }
  char order[NOTE_SIZE];
  char last[NOTE_SIZE];
  (void)snprintf(order, sizeof order, "attache push %d %d %zu %.500s %.400s",
                 (int)settings->protocol, (int)settings->push, delivery->batch,
                 settings->url,
                 delivery->graph == NULL ? "-" : delivery->graph);
  const AttStatus status =
    att_notes_open(delivery->resume, order, last, &run->notes);
  if (status == ATT_OK && last[0] != '\0' &&
      sscanf(last, "%" SCNu64 " %1023[^\n]", &run->passed, run->last) != 2) {
    att_message_say(delivery->resume, "It is no journal; remove it");
    return ATT_INPUT;
  }
  run->sent = run->passed;
  return status;
}

static AttStatus
run_begin(Run* run) {
  const AttStatus status = notes_begin(run);
  if (status != ATT_OK) {
    run->messages.errors++;
    return status;
  }
  return run->delivery->dry
           ? ATT_OK
           : att_remote_open(&run->delivery->endpoint.settings,
                             att_messages_sink(&run->messages), &run->remote);
}

/* Why it was slow, or where it stopped. */
static void
run_tell(const Run* run, bool done) {
  if (done && run->again > 0 && !run->delivery->dry &&
      run->delivery->endpoint.settings.protocol != ATT_SPARQL_UPDATE) {
    att_message_say(NULL,
                    "note: %zu graphs or parts of them were added to what came "
                    "before; a file that is not sorted by the line needs fewer "
                    "requests",
                    run->again);
  }
  if (!done) {
    att_message_say(NULL,
                    run->delivery->resume != NULL
                      ? "Stopped after %" PRIu64
                        " triples; the same command goes on"
                      : "Stopped after %" PRIu64 " triples",
                    run->sent);
  }
}

ExitCode
att_delivery_run(const Delivery* delivery) {
  Run run = { .delivery = delivery };
  att_stop_begin();
  att_stop_open();
  AttStatus status = run_begin(&run);
  att_messages_conclude(&run.messages, status, delivery->endpoint.settings.url);
  if (status == ATT_OK) {
    status = all_send(&run);
    run_tell(&run, status == ATT_OK && !att_stop_asked());
  }
  const bool done = status == ATT_OK && !att_stop_asked();
  att_notes_close(run.notes, done);
  att_remote_close(run.remote);
  return done ? EXIT_DONE : EXIT_PART;
}
