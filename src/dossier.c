/* Dossiers: articles read, and shown on one page or on a page each. */
/* SPDX-License-Identifier: MIT */
#include "attache.h"

#include "base/output.h"
#include "pipeline.h"
#include "report/dossier.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Sheets hold a few times what their articles do. */
#define DOSSIER_CEILING ((size_t)8 * 1024 * 1024 * 1024)

/* Bytes of a page's name. */
#define NAME_SIZE 32

struct AttDossier {
  AttReader* reader;
  Arena arena; /* the sheets, or the one in hand */
  Sheets sheets;
  const char* folder; /* NULL: one page */
  Arena kept;         /* the index, where each article has a page */
  DossierIndex index;
  AttSink sink;
};

AttStatus
att_dossier_new(AttReader* reader, AttDossier** out) {
  AttDossier* const dossier = calloc(1, sizeof *dossier);
  if (dossier == NULL) {
    return ATT_NO_MEMORY;
  }
  dossier->reader = reader;
  dossier->arena = att_arena_begin(DOSSIER_CEILING);
  dossier->kept = att_arena_begin(DOSSIER_CEILING);
  dossier->index.arena = &dossier->kept;
  *out = dossier;
  return ATT_OK;
}

AttStatus
att_dossier_folder(AttReader* reader, const char* folder, AttSink sink,
                   AttDossier** out) {
  if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
    att_report(&sink, ATT_ERROR, (Place){ .file = folder },
               "The folder cannot be made: %s", strerror(errno));
    return ATT_IO;
  }
  AttDossier* dossier = NULL;
  TRY(att_dossier_new(reader, &dossier));
  dossier->folder = folder;
  dossier->sink = sink;
  *out = dossier;
  return ATT_OK;
}

void
att_dossier_free(AttDossier* dossier) {
  if (dossier == NULL) {
    return;
  }
  for (size_t i = 0; i < dossier->sheets.length; i++) {
    att_graph_free(dossier->sheets.items[i].graph);
  }
  att_arena_end(&dossier->arena);
  att_arena_end(&dossier->kept);
  free(dossier);
}

size_t
att_dossier_size(const AttDossier* dossier) {
  return dossier->folder == NULL ? dossier->sheets.length
                                 : dossier->index.titles.length;
}

static AttStatus
path_make(Arena* arena, const char* folder, const char* name, char** out) {
  const bool slash = att_slice_ends(att_slice(folder), SLICE("/"));
  const size_t size = strlen(folder) + strlen(name) + 2;
  TRY(att_arena_alloc(arena, size, out));
  (void)snprintf(*out, size, "%s%s%s", folder, slash ? "" : "/", name);
  return ATT_OK;
}

/* Writes the page of a sheet, which is then done with. */
static AttStatus
page_add(AttDossier* dossier, const Sheet* sheet) {
  const unsigned number = (unsigned)dossier->index.titles.length + 1;
  char name[NAME_SIZE];
  char* path = NULL;
  Output output;
  (void)snprintf(name, sizeof name, "a%u.html", number);
  TRY(path_make(&dossier->arena, dossier->folder, name, &path));
  TRY(att_output_begin(path, &dossier->sink, &output));
  const AttStatus status =
    att_dossier_article(&dossier->arena, sheet, number, output.file);
  TRY(att_output_end(&output, status, &dossier->sink));
  return att_index_add(&dossier->index, sheet);
}

/* On success a dossier of one page owns `graph`. */
static AttStatus
sheet_add(AttDossier* dossier, const AttArticle* article, AttGraph* graph) {
  AttReader* const reader = dossier->reader;
  Article read;
  Sheet sheet;
  TRY(att_article_describe(reader, article, ATT_PROVENANCE_FULL, &read, graph));
  TRY(att_sheet_make(&dossier->arena, reader->ontology, &read.text, graph,
                     &sheet));
  if (dossier->folder != NULL) {
    return page_add(dossier, &sheet);
  }
  return LIST_PUSH(&dossier->arena, &dossier->sheets, sheet);
}

AttStatus
att_dossier_add(AttDossier* dossier, const AttArticle* article) {
  AttGraph* graph = NULL;
  TRY(att_graph_new(&graph));
  const AttStatus status = sheet_add(dossier, article, graph);
  if (dossier->folder != NULL) {
    att_arena_reset(&dossier->arena);
  }
  if (status != ATT_OK || dossier->folder != NULL) {
    att_graph_free(graph);
  }
  att_arena_reset(&dossier->reader->article);
  att_article_conclude(dossier->reader, article, status);
  return status;
}

/* Writes the index, or the one page. */
static AttStatus
output_write(AttDossier* dossier, FILE* out) {
  if (dossier->folder != NULL) {
    att_dossier_contents(&dossier->index, out);
    return ATT_OK;
  }
  Arena scratch = att_arena_begin(DOSSIER_CEILING);
  const AttStatus status = att_dossier_page(&scratch, &dossier->sheets, out);
  att_arena_end(&scratch);
  return status;
}

AttStatus
att_dossier_write(AttDossier* dossier, const char* path, AttSink sink) {
  char* index = NULL;
  Output output;
  if (dossier->folder != NULL) {
    TRY(path_make(&dossier->kept, dossier->folder, "index.html", &index));
  }
  TRY(att_output_begin(index != NULL ? index : path, &sink, &output));
  return att_output_end(&output, output_write(dossier, output.file), &sink);
}
