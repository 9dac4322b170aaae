/* A folder of ontology files for one test, and what loading it says. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_TESTS_ONTOLOGY_FOLDER_H
#define ATTACHE_TESTS_ONTOLOGY_FOLDER_H

#include "ontology/ontology.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#define PREFIXES                                             \
  "@prefix att: <https://w3id.org/attache/ns#> . "           \
  "@prefix state: <https://w3id.org/attache/id/state/> . "   \
  "@prefix place: <https://w3id.org/attache/id/place/> . "   \
  "@prefix org: <https://w3id.org/attache/id/org/> . "       \
  "@prefix sec: <https://w3id.org/attache/sector#> . "       \
  "@prefix lexicon: <https://w3id.org/attache/lexicon#> . "  \
  "@prefix pattern: <https://w3id.org/attache/pattern#> . "  \
  "@prefix frame: <https://w3id.org/attache/frame#> . "      \
  "@prefix owl: <http://www.w3.org/2002/07/owl#> . "         \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . " \
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . "  \
  "@prefix ex: <http://example.org/> .\n"

/* The vocabulary that the tests' ontologies are written in. */
#define VOCABULARY                                                           \
  PREFIXES                                                                   \
  "att:Agent a owl:Class ; rdfs:subClassOf ex:Actor ; "                      \
  "  rdfs:label \"agent\"@en , \"agent\"@fr ."                               \
  "att:Place a owl:Class . "                                                 \
  "att:Person a owl:Class ; rdfs:subClassOf att:Agent . "                    \
  "att:Group a owl:Class ; rdfs:subClassOf att:Agent . "                     \
  "att:Organization a owl:Class ; rdfs:subClassOf att:Agent , ex:Body . "    \
  "att:ArmedGroup a owl:Class ; rdfs:subClassOf att:Organization . "         \
  "att:State a owl:Class ; rdfs:subClassOf att:Agent , att:Place . "         \
  "att:Event a owl:Class . "                                                 \
  "att:Meeting a owl:Class ; rdfs:subClassOf att:Event . "                   \
  "att:participant a owl:ObjectProperty ; rdfs:range att:Agent . "           \
  "att:principal a owl:ObjectProperty ; "                                    \
  "  rdfs:subPropertyOf att:participant . "                                  \
  "att:sum a owl:DatatypeProperty . "                                        \
  "att:Factuality a owl:Class . att:Considered a att:Factuality . "          \
  "att:factuality a owl:ObjectProperty ; rdfs:range att:Factuality . "       \
  "att:PlaceType a owl:Class . att:City a att:PlaceType . "                  \
  "att:placeType a owl:ObjectProperty ; rdfs:range att:PlaceType . "         \
  "att:demonym a owl:AnnotationProperty . "                                  \
  "att:metonym a owl:AnnotationProperty . "                                  \
  "att:inState a owl:ObjectProperty . att:ofState a owl:ObjectProperty . "   \
  "att:capital a owl:ObjectProperty . "                                      \
  "att:iso2 a owl:DatatypeProperty . att:iso3 a owl:DatatypeProperty . "     \
  "att:WordClass a owl:Class . att:word a owl:AnnotationProperty . "         \
  "att:kind a owl:DatatypeProperty . att:value a owl:DatatypeProperty . "    \
  "att:gives a owl:ObjectProperty ; rdfs:range att:Factuality . "            \
  "att:Pattern a owl:Class . att:regex a owl:DatatypeProperty . "            \
  "att:use a owl:DatatypeProperty . att:priority a owl:DatatypeProperty . "  \
  "att:Frame a owl:Class . att:evokes a owl:ObjectProperty . "               \
  "att:verb a owl:AnnotationProperty . att:noun a owl:AnnotationProperty . " \
  "att:commits a owl:DatatypeProperty . "                                    \
  "att:topicOnly a owl:DatatypeProperty . "                                  \
  "att:fires a owl:AnnotationProperty . "                                    \
  "att:silent a owl:AnnotationProperty . "                                   \
  "att:GrammaticalFunction a owl:Class . "                                   \
  "att:Preposition a owl:Class ; "                                           \
  "  rdfs:subClassOf att:GrammaticalFunction . "                             \
  "att:subject a att:GrammaticalFunction . "                                 \
  "att:object a att:GrammaticalFunction . "                                  \
  "att:clause a att:GrammaticalFunction . "                                  \
  "att:with a att:Preposition . att:between a att:Preposition .\n"

#define MESSAGES_SIZE 20000

typedef struct OntologyFolder {
  char path[64];
  char names[8][64]; /* of the files in it */
  size_t name_count;
  char messages[MESSAGES_SIZE]; /* "file:line: sentence", a line each */
  Ontology* ontology;
} OntologyFolder;

static inline void
folder_report(void* user, const AttDiagnostic* diagnostic) {
  OntologyFolder* const folder = user;
  const size_t used = strlen(folder->messages);
  const char* file = diagnostic->file == NULL ? "" : diagnostic->file;
  const char* const slash = strrchr(file, '/');
  file = slash == NULL ? file : slash + 1;
  (void)snprintf(folder->messages + used, MESSAGES_SIZE - used, "%s:%u: %s\n",
                 file, diagnostic->line, diagnostic->message);
}

static inline void
folder_write(OntologyFolder* folder, const char* name, const char* text) {
  char path[128];
  (void)snprintf(path, sizeof path, "%s/%s", folder->path, name);
  FILE* const file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
  assert_int_equal(fclose(file), 0);
  (void)snprintf(folder->names[folder->name_count++], 64, "%s", name);
}

/* A folder that holds the vocabulary. */
static inline int
folder_begin(void** state) {
  static OntologyFolder folder;
  folder = (OntologyFolder){ .path = "/tmp/attache-test-XXXXXX" };
  if (mkdtemp(folder.path) == NULL) {
    return -1;
  }
  folder_write(&folder, "vocabulary.ttl", VOCABULARY);
  *state = &folder;
  return 0;
}

static inline int
folder_end(void** state) {
  OntologyFolder* const folder = *state;
  att_ontology_free(folder->ontology);
  for (size_t i = 0; i < folder->name_count; i++) {
    char path[160];
    (void)snprintf(path, sizeof path, "%s/%s", folder->path, folder->names[i]);
    (void)unlink(path);
  }
  return rmdir(folder->path);
}

static inline AttStatus
folder_load(OntologyFolder* folder) {
  const AttSink sink = { folder_report, folder };
  return att_ontology_load(folder->path, &sink, &folder->ontology);
}

/* Loads `text` besides the vocabulary; nothing may be wrong. */
static inline const Ontology*
loaded(OntologyFolder* folder, const char* text) {
  folder_write(folder, "data.ttl", text);
  const AttStatus status = folder_load(folder);
  assert_string_equal(folder->messages, "");
  assert_int_equal(status, ATT_OK);
  return folder->ontology;
}

/* Loads `text` besides the vocabulary; `message` must be among what is wrong. */
static inline void
assert_refused(OntologyFolder* folder, const char* text, const char* message) {
  folder_write(folder, "data.ttl", text);
  assert_int_equal(folder_load(folder), ATT_ONTOLOGY);
  assert_null(folder->ontology);
  if (strstr(folder->messages, message) == NULL) {
    fail_msg("\"%s\" is not in:\n%s", message, folder->messages);
  }
}

#define FOLDER_TEST(name) \
  cmocka_unit_test_setup_teardown(name, folder_begin, folder_end)

#endif
