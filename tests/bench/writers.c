/* Writers: triples a second of each, beside a loop that writes and no more. */
/* SPDX-License-Identifier: MIT */
#include "graph/graph.h"

#include <stdlib.h>
#include <time.h>

static const AttFormat formats[] = { ATT_NTRIPLES, ATT_NQUADS, ATT_TURTLE,
                                     ATT_TRIG, ATT_RDFXML };
static const char* const format_names[] = { "ntriples", "nquads", "turtle",
                                            "trig", "rdfxml" };

static AttStatus
format_write(const AttGraph* graph, AttFormat format) {
  char* written = NULL;
  size_t length = 0;
  TRY(att_graph_print(graph, format, &written, &length));
  free(written);
  return ATT_OK;
}

static void
term_write(FILE* file, RdfTerm term) {
  const bool literal = term.kind == RDF_LITERAL;
  (void)fputc(literal ? '"' : '<', file);
  (void)fwrite(term.value.start, 1, term.value.length, file);
  (void)fputs(literal ? "\" " : "> ", file);
}

/* N-Triples as they come: neither sorted nor escaped, without languages and
 * datatypes. */
static AttStatus
bare_write(const AttGraph* graph) {
  char* written = NULL;
  size_t length = 0;
  FILE* const file = open_memstream(&written, &length);
  if (file == NULL) {
    return ATT_NO_MEMORY;
  }
  for (size_t i = 0; i < att_graph_size(graph); i++) {
    const Quad quad = att_graph_quad(graph, i);
    term_write(file, att_graph_term_of(graph, quad.subject));
    term_write(file, att_graph_term_of(graph, quad.predicate));
    term_write(file, att_graph_term_of(graph, quad.object));
    (void)fputs(".\n", file);
  }
  const bool failed = fclose(file) != 0;
  free(written);
  return failed ? ATT_NO_MEMORY : ATT_OK;
}

static void
rate_print(const char* name, const AttGraph* graph, clock_t since) {
  const double seconds = (double)(clock() - since) / CLOCKS_PER_SEC;
  printf("%s %.0f\n", name, (double)att_graph_size(graph) / seconds);
}

static AttStatus
writers_print(const char* path, AttGraph* graph) {
  TRY(att_graph_load(graph, path, ATT_FORMAT_NONE, (AttSink){ 0 }));
  clock_t begin = clock();
  TRY(bare_write(graph));
  rate_print("bare-loop", graph, begin);
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    begin = clock();
    TRY(format_write(graph, formats[i]));
    rate_print(format_names[i], graph, begin);
  }
  return ATT_OK;
}

/* usage: bench-writers FILE.nq */
int
main(int count, char** arguments) {
  AttGraph* graph = NULL;
  AttStatus status = count == 2 ? att_graph_new(&graph) : ATT_INPUT;
  if (status == ATT_OK) {
    status = writers_print(arguments[1], graph);
  }
  att_graph_free(graph);
  if (status != ATT_OK) {
    (void)fprintf(stderr, "%s\n", att_status_text(status));
  }
  return status == ATT_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
