/* The harvest: articles taken in, read, and their graphs brought out. */
/* SPDX-License-Identifier: MIT */
#include "cli/harvest.h"

#include "cli/crew.h"
#include "cli/gauge.h"
#include "cli/guard.h"
#include "cli/intake.h"
#include "cli/journal.h"
#include "cli/stop.h"

#include <stdlib.h>
#include <string.h>

/* A run. */
typedef struct Run {
  const Harvest* harvest;
  Crew* crew;
  Intake intake;
  Messages messages; /* about the output */
  AttWriter* writer; /* where graphs are kept apart ... */
  Journal* journal;  /* ... and a run can be gone on with */
  AttGraph* graph;   /* where they are united */
  AttStore* store;   /* where they stay */
  AttStatus status;  /* of the output */
  Progress progress;
  uint64_t passed; /* articles of an earlier run */
  Gauge gauge;
} Run;

/* Whether what is read next is to be brought out. */
static bool
goes_on(const Run* run) {
  return run->status == ATT_OK &&
         !(run->progress.tally.failed > 0 && run->harvest->strict);
}

static AttStatus
bytes_put(Run* run, const char* bytes, size_t length) {
  if (run->journal != NULL) {
    const AttStatus status =
      att_journal_put(run->journal, bytes, length, &run->progress);
    run->messages.errors += status != ATT_OK;
    return status;
  }
  return length == 0 ? ATT_OK : att_writer_put(run->writer, bytes, length);
}

/* Writes the graph of one article behind those before it. On the thread that
 * hands out the work: Raptor's worlds are for one thread. */
static AttStatus
graph_put(Run* run, const AttGraph* graph) {
  char* bytes = NULL;
  size_t length = 0;
  AttStatus status =
    att_graph_print(graph, run->harvest->format, &bytes, &length);
  if (status == ATT_OK) {
    status = bytes_put(run, bytes, length);
  }
  free(bytes);
  return status;
}

/* Counts what was read, and where it stood. */
static void
job_count(Run* run, const Job* job) {
  Progress* const progress = &run->progress;
  progress->taken++;
  (void)snprintf(progress->last, sizeof progress->last, "%s:%u",
                 job->path == NULL ? "-" : job->path, job->line);
  for (char* at = progress->last; *at != '\0'; at++) {
    *at = *at == '\n' ? '?' : *at;
  }
  if (job->status == ATT_LANGUAGE) {
    progress->tally.skipped++;
  } else if (job->status != ATT_OK) {
    progress->tally.failed++;
  } else {
    progress->tally.read++;
    progress->tally.bytes += job->article.length;
    progress->tally.quads += job->quads;
  }
}

/* Brings out what was read. */
static AttStatus
job_bring(Run* run, const Job* job) {
  if (run->store != NULL) {
    return job->status == ATT_OK ? att_store_add(run->store, job->graph)
                                 : ATT_OK;
  }
  if (!run->harvest->apart) {
    return job->status == ATT_OK ? att_graph_merge(run->graph, job->graph)
                                 : ATT_OK;
  }
  return job->status == ATT_OK ? graph_put(run, job->graph)
                               : bytes_put(run, "", 0);
}

static void
said_show(Run* run, const char* said, size_t length) {
  if (length > 0) {
    att_gauge_clear(&run->gauge);
    (void)fwrite(said, 1, length, stderr);
  }
}

/* What was to be said may have found no memory: then why at least. */
static void
job_tell(Run* run, const Job* job) {
  said_show(run, job->heard, job->heard_length);
  said_show(run, job->said, job->said_length);
  if (job->status != ATT_OK && job->heard_length + job->said_length == 0) {
    att_gauge_clear(&run->gauge);
    att_message_say(job->path, "%s", att_status_text(job->status));
  }
}

/* Settles the oldest job out; false if there is none. */
static bool
job_settle(Run* run) {
  const Job* const job = att_crew_take(run->crew);
  if (job == NULL) {
    return false;
  }
  if (goes_on(run)) {
    job_tell(run, job);
    job_count(run, job);
    run->status = job_bring(run, job);
    att_gauge_draw(&run->gauge, &run->progress.tally,
                   att_intake_bytes(&run->intake));
  }
  att_crew_settle(run->crew);
  return true;
}

/* Hands out what was taken in: an article, or that it is none. */
static void
job_give(Run* run, const AttArticle* article) {
  Intake* const intake = &run->intake;
  Job* job = att_crew_job(run->crew);
  if (job == NULL) {
    (void)job_settle(run);
    job = att_crew_job(run->crew);
  }
  if (!att_job_fill(job, article, att_intake_path(intake),
                    att_intake_line(intake))) {
    job->status = ATT_NO_MEMORY;
  }
  job->heard = intake->said;
  job->heard_length = intake->said_length;
  intake->said = NULL;
  att_crew_give(run->crew);
  while (att_crew_ready(run->crew)) {
    (void)job_settle(run);
  }
}

/* The next article; a signal may break off waiting for it. */
static Taken
article_take(Run* run, AttArticle* out) {
  att_stop_open();
  const Taken taken =
    att_stop_asked() ? TAKEN_END : att_intake_next(&run->intake, out);
  att_stop_close();
  run->progress.tally.interrupted = att_stop_asked();
  return run->progress.tally.interrupted ? TAKEN_END : taken;
}

/* Passes over what an earlier run settled. False, after a message, if there
 * was something else then. */
static bool
articles_pass(Run* run) {
  char last[sizeof run->progress.last] = "";
  while (run->passed < run->progress.taken) {
    AttArticle article;
    const Taken taken = article_take(run, &article);
    if (taken == TAKEN_END) {
      break;
    }
    run->passed++;
    const char* const path = att_intake_path(&run->intake);
    (void)snprintf(last, sizeof last, "%s:%u", path == NULL ? "-" : path,
                   att_intake_line(&run->intake));
  }
  if (run->progress.tally.interrupted ||
      (run->passed == run->progress.taken &&
       strcmp(last, run->progress.last) == 0)) {
    return true;
  }
  att_message_say(run->harvest->output,
                  "The journal is of other articles; remove it to begin anew");
  return false;
}

static void
articles_read(Run* run) {
  if (!articles_pass(run)) {
    run->status = ATT_INPUT;
    run->messages.errors++;
  }
  while (goes_on(run)) {
    AttArticle article;
    const Taken taken = article_take(run, &article);
    if (taken == TAKEN_END) {
      break;
    }
    job_give(run, taken == TAKEN_ARTICLE ? &article : NULL);
  }
  while (job_settle(run)) {
  }
  att_gauge_clear(&run->gauge);
}

/* What must be the same for a run to be gone on with. */
static void
order_write(const Harvest* harvest, char* out, size_t size) {
  const AttSettings* const settings = &harvest->settings;
  (void)snprintf(out, size, "attache " ATT_VERSION " %d %d %s %s",
                 (int)harvest->format, (int)settings->provenance,
                 settings->base == NULL ? "-" : settings->base,
                 settings->date == NULL ? "-" : settings->date);
}

static AttStatus
output_begin(Run* run) {
  const Harvest* const harvest = run->harvest;
  if (harvest->store != NULL) {
    att_guard_begin(harvest->store);
    return att_store_open(harvest->store, ATT_STORE_WRITE,
                          att_messages_sink(&run->messages), &run->store);
  }
  if (!harvest->apart) {
    return att_graph_new(&run->graph);
  }
  if (harvest->resume) {
    char order[512];
    order_write(harvest, order, sizeof order);
    const AttStatus status =
      att_journal_open(harvest->output, order, &run->journal, &run->progress);
    run->messages.errors += status != ATT_OK;
    return status;
  }
  return att_writer_open(harvest->output, att_messages_sink(&run->messages),
                         &run->writer);
}

/* The output is there unless every article failed: a file that holds nothing
 * would look like an answer. */
static AttStatus
output_end(Run* run) {
  const Harvest* const harvest = run->harvest;
  const Tally* const tally = &run->progress.tally;
  const bool nothing = tally->read + tally->skipped == 0;
  const bool kept = run->status == ATT_OK && !(nothing && tally->failed > 0);
  AttStatus status = run->status;
  if (run->journal != NULL) {
    const bool whole = kept && goes_on(run) && !tally->interrupted;
    const AttStatus ended = att_journal_close(run->journal, whole);
    run->messages.errors += ended != ATT_OK;
    status = status == ATT_OK ? ended : status;
  } else if (run->writer != NULL) {
    const AttStatus ended =
      att_writer_close(run->writer, kept ? ATT_OK : ATT_INPUT);
    status = status == ATT_OK && kept ? ended : status;
  } else if (kept) {
    status = att_graph_write(run->graph, harvest->output, harvest->format,
                             att_messages_sink(&run->messages));
  }
  att_graph_free(run->graph);
  att_messages_conclude(&run->messages, status, harvest->output);
  return status;
}

/* What a store took is there already. */
static AttStatus
store_end(Run* run) {
  att_store_close(run->store);
  att_guard_end();
  att_messages_conclude(&run->messages, run->status, run->harvest->store);
  return run->status;
}

static void
stop_say(const Run* run) {
  if (run->progress.tally.interrupted) {
    att_message_say(NULL,
                    run->harvest->resume
                      ? "Stopped after %zu articles; the same command goes on"
                      : "Stopped; the output holds %zu articles",
                    run->progress.tally.read);
  }
}

static ExitCode
run_through(Run* run) {
  const Harvest* const harvest = run->harvest;
  Tally* const tally = &run->progress.tally;
  att_gauge_begin(&run->gauge, harvest->operands, harvest->files == NULL);
  run->status = output_begin(run);
  if (run->status == ATT_OK) {
    articles_read(run);
  }
  const AttStatus status =
    harvest->store != NULL ? store_end(run) : output_end(run);
  stop_say(run);
  bool done = status == ATT_OK && tally->failed == 0 && !tally->interrupted;
  if (harvest->summary != NULL) {
    done = att_tally_write(tally, harvest->summary) && done;
  }
  return done ? EXIT_DONE : EXIT_PART;
}

ExitCode
att_harvest_run(const Harvest* harvest) {
  Run run = { .harvest = harvest, .intake = { .input = harvest->input } };
  run.intake.paths = att_paths_new(harvest->operands, harvest->files,
                                   harvest->input != ATT_INPUT_AUTO);
  if (run.intake.paths == NULL) {
    return EXIT_PART;
  }
  att_stop_begin();
  if (harvest->output != NULL || harvest->store != NULL) {
    att_stop_unheard();
  }
  ExitCode code = EXIT_ONTOLOGY;
  if (att_crew_new(&harvest->settings, harvest->jobs, &run.crew) == ATT_OK) {
    code = run_through(&run);
  }
  att_crew_free(run.crew);
  att_intake_end(&run.intake);
  return code;
}
