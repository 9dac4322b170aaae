/* Dossiers: articles read, kept, and shown on one page. */
/* SPDX-License-Identifier: MIT */
#include "attache.h"

#include "base/output.h"
#include "pipeline.h"
#include "report/dossier.h"

#include <stdlib.h>

/* Sheets hold a few times what their articles do. */
#define DOSSIER_CEILING ((size_t)8 * 1024 * 1024 * 1024)

struct AttDossier {
  AttReader* reader;
  Arena arena; /* the sheets */
  Sheets sheets;
};

AttStatus
att_dossier_new(AttReader* reader, AttDossier** out) {
  AttDossier* const dossier = calloc(1, sizeof *dossier);
  if (dossier == NULL) {
    return ATT_NO_MEMORY;
  }
  dossier->reader = reader;
  dossier->arena = att_arena_begin(DOSSIER_CEILING);
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
  free(dossier);
}

size_t
att_dossier_size(const AttDossier* dossier) {
  return dossier->sheets.length;
}

/* On success the sheet owns `graph`. */
static AttStatus
sheet_add(AttDossier* dossier, const AttArticle* article, AttGraph* graph) {
  AttReader* const reader = dossier->reader;
  Article read;
  Sheet sheet;
  TRY(att_article_describe(reader, article, ATT_PROVENANCE_FULL, &read, graph));
  TRY(att_sheet_make(&dossier->arena, reader->ontology, &read.text, graph,
                     &sheet));
  return LIST_PUSH(&dossier->arena, &dossier->sheets, sheet);
}

AttStatus
att_dossier_add(AttDossier* dossier, const AttArticle* article) {
  AttGraph* graph = NULL;
  TRY(att_graph_new(&graph));
  const AttStatus status = sheet_add(dossier, article, graph);
  if (status != ATT_OK) {
    att_graph_free(graph);
  }
  att_arena_reset(&dossier->reader->article);
  att_article_conclude(dossier->reader, article, status);
  return status;
}

AttStatus
att_dossier_write(AttDossier* dossier, const char* path, AttSink sink) {
  Output output;
  TRY(att_output_begin(path, &sink, &output));
  Arena scratch = att_arena_begin(DOSSIER_CEILING);
  const AttStatus status =
    att_dossier_page(&scratch, &dossier->sheets, output.file);
  att_arena_end(&scratch);
  return att_output_end(&output, status, &sink);
}
