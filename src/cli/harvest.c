/* The harvest: articles taken in, read, and their graphs brought out. */
/* SPDX-License-Identifier: MIT */
#include "cli/harvest.h"

#include "cli/crew.h"
#include "cli/intake.h"
#include "cli/tally.h"

#include <stdlib.h>

/* A run. */
typedef struct Run {
  const Harvest* harvest;
  Crew* crew;
  Intake intake;
  Messages messages; /* about the output */
  AttWriter* writer; /* where graphs are kept apart */
  AttGraph* graph;   /* where they are united */
  AttStatus status;  /* of the output */
  Tally tally;
} Run;

/* Whether what is read next is to be brought out. */
static bool
goes_on(const Run* run) {
  return run->status == ATT_OK &&
         !(run->tally.failed > 0 && run->harvest->strict);
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
    status = att_writer_put(run->writer, bytes, length);
  }
  free(bytes);
  return status;
}

/* Brings out what was read. */
static void
job_bring(Run* run, const Job* job) {
  if (run->harvest->apart) {
    run->status = graph_put(run, job->graph);
  } else {
    run->status = att_graph_merge(run->graph, job->graph);
  }
  if (run->status == ATT_OK) {
    run->tally.read++;
    run->tally.bytes += job->article.length;
    run->tally.quads += job->quads;
  }
}

static void
words_show(const char* words, size_t length) {
  if (length > 0) {
    (void)fwrite(words, 1, length, stderr);
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
    words_show(job->heard, job->heard_length);
    words_show(job->said, job->said_length);
    if (job->status == ATT_LANGUAGE) {
      run->tally.skipped++;
    } else if (job->status != ATT_OK) {
      run->tally.failed++;
    } else {
      job_bring(run, job);
    }
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
  if (article == NULL) {
    job->status = ATT_INPUT;
  } else if (!att_job_fill(job, article, att_intake_path(intake),
                           att_intake_line(intake))) {
    job->status = ATT_NO_MEMORY;
  }
  job->heard = intake->said;
  job->heard_length = intake->said_length;
  intake->said = NULL;
  att_crew_give(run->crew);
}

static void
articles_read(Run* run) {
  while (goes_on(run)) {
    AttArticle article;
    const Taken taken = att_intake_next(&run->intake, &article);
    if (taken == TAKEN_END) {
      break;
    }
    job_give(run, taken == TAKEN_ARTICLE ? &article : NULL);
  }
  while (job_settle(run)) {
  }
}

static AttStatus
output_begin(Run* run) {
  if (!run->harvest->apart) {
    return att_graph_new(&run->graph);
  }
  return att_writer_open(run->harvest->output,
                         att_messages_sink(&run->messages), &run->writer);
}

/* The output is there unless every article failed: a file that holds nothing
 * would look like an answer. */
static AttStatus
output_end(Run* run) {
  const Harvest* const harvest = run->harvest;
  const bool nothing = run->tally.read + run->tally.skipped == 0;
  const bool kept = run->status == ATT_OK && !(nothing && run->tally.failed);
  AttStatus status = run->status;
  if (run->writer != NULL) {
    const AttStatus wanted = kept ? ATT_OK : ATT_INPUT;
    const AttStatus ended = att_writer_close(run->writer, wanted);
    status = status == ATT_OK && kept ? ended : status;
  } else if (kept) {
    status = att_graph_write(run->graph, harvest->output, harvest->format,
                             att_messages_sink(&run->messages));
  }
  att_graph_free(run->graph);
  att_messages_conclude(&run->messages, status, harvest->output);
  return status;
}

static ExitCode
run_through(Run* run) {
  run->status = output_begin(run);
  if (run->status == ATT_OK) {
    articles_read(run);
  }
  const AttStatus status = output_end(run);
  bool done = status == ATT_OK && run->tally.failed == 0;
  if (run->harvest->summary != NULL) {
    done = att_tally_write(&run->tally, run->harvest->summary) && done;
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
  ExitCode code = EXIT_ONTOLOGY;
  if (att_crew_new(&harvest->settings, harvest->jobs, &run.crew) == ATT_OK) {
    code = run_through(&run);
  }
  att_crew_free(run.crew);
  att_intake_end(&run.intake);
  return code;
}
