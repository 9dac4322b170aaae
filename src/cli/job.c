/* Jobs: one article, and what reading it came to. */
/* SPDX-License-Identifier: MIT */
#include "cli/job.h"

#include <stdlib.h>
#include <string.h>

/* Copies `size` bytes of `from` to `*to`, and moves it behind them. NULL stays
 * NULL. */
static char*
copy_put(char** to, const char* from, size_t size) {
  if (from == NULL) {
    return NULL;
  }
  char* const copy = *to;
  memcpy(copy, from, size);
  *to += size;
  return copy;
}

static size_t
size_of(const char* text) {
  return text == NULL ? 0 : strlen(text) + 1;
}

bool
att_job_fill(Job* job, const AttArticle* article, const char* path,
             unsigned line) {
  static const AttArticle none = { 0 };
  const AttStatus status = article == NULL ? ATT_INPUT : ATT_OK;
  article = article == NULL ? &none : article;
  const size_t sizes[] = { size_of(article->id),       size_of(article->title),
                           size_of(article->date),     size_of(article->url),
                           size_of(article->language), size_of(path) };
  size_t total = article->length + 1;
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    total += sizes[i];
  }
  char* at = malloc(total);
  if (at == NULL) {
    return false;
  }
  *job = (Job){ .memory = at, .line = line, .status = status };
  job->article.id = copy_put(&at, article->id, sizes[0]);
  job->article.title = copy_put(&at, article->title, sizes[1]);
  job->article.date = copy_put(&at, article->date, sizes[2]);
  job->article.url = copy_put(&at, article->url, sizes[3]);
  job->article.language = copy_put(&at, article->language, sizes[4]);
  job->path = copy_put(&at, path, sizes[5]);
  job->article.text =
    copy_put(&at, article->text == NULL ? "" : article->text, article->length);
  job->article.length = article->length;
  return true;
}

void
att_job_do(Job* job, AttReader* reader, Messages* messages) {
  if (job->article.id == NULL) {
    return;
  }
  FILE* const said = open_memstream(&job->said, &job->said_length);
  *messages = (Messages){
    .name = job->article.id, .path = job->path, .line = job->line, .out = said
  };
  AttStatus status = said == NULL ? ATT_NO_MEMORY : att_graph_new(&job->graph);
  if (status == ATT_OK) {
    status = att_reader_read(reader, &job->article, job->graph);
  }
  if (status == ATT_OK) {
    job->quads = att_graph_size(job->graph);
  }
  if (status != ATT_LANGUAGE) {
    att_messages_conclude(messages, status, job->path);
  }
  *messages = (Messages){ 0 };
  if (said != NULL) {
    (void)fclose(said);
  }
  job->status = status;
}

void
att_job_clear(Job* job) {
  att_graph_free(job->graph);
  free(job->heard);
  free(job->said);
  free(job->memory);
  *job = (Job){ 0 };
}
