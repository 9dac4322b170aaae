/* Reads an article with the library, and asks its graph who met whom. */
/* SPDX-License-Identifier: MIT */
/* cc -std=c17 read_article.c $(pkg-config --cflags --libs attache) */
#include <attache.h>

static const char question[] =
  "PREFIX att: <https://w3id.org/attache/ns#>\n"
  "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
  "SELECT ?who ?what {\n"
  "  ?event a att:Meeting ; rdfs:label ?what ; att:principal ?person .\n"
  "  ?person rdfs:label ?who\n"
  "} ORDER BY ?who";

/* Whatever the library has to say comes here. */
static void
diagnostic_print(void* user, const AttDiagnostic* diagnostic) {
  (void)user;
  (void)fprintf(stderr, "%s: %s\n",
                diagnostic->file == NULL ? "attache" : diagnostic->file,
                diagnostic->message);
}

/* Adds every article of the file `path` to `graph`. */
static AttStatus
file_read(AttReader* reader, const char* path, AttSink sink, AttGraph* graph) {
  AttSource* source = NULL;
  AttArticle article;
  bool more = false;
  AttStatus status = att_source_open(path, ATT_INPUT_AUTO, sink, &source);
  while (status == ATT_OK) {
    status = att_source_next(source, &article, &more);
    if (status != ATT_OK || !more) {
      break;
    }
    status = att_reader_read(reader, &article, graph);
  }
  att_source_close(source);
  return status;
}

int
main(int argc, char** argv) {
  const AttSettings settings = { .provenance = ATT_PROVENANCE_NONE };
  const AttSink sink = { .report = diagnostic_print };
  AttReader* reader = NULL;
  AttGraph* graph = NULL;
  if (argc != 2) {
    (void)fputs("usage: read_article FILE\n", stderr);
    return 2;
  }
  AttStatus status = att_reader_new(&settings, sink, &reader);
  if (status == ATT_OK) {
    status = att_graph_new(&graph);
  }
  if (status == ATT_OK) {
    status = file_read(reader, argv[1], sink, graph);
  }
  if (status == ATT_OK) {
    status =
      att_graph_query(graph, "question", question, ATT_TABLE, NULL, sink, NULL);
  }
  att_graph_free(graph);
  att_reader_free(reader);
  return status == ATT_OK ? 0 : 1;
}
