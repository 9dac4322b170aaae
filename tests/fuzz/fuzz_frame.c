/* Lines are what frames, patterns and word classes say, in sound Turtle. */
/* SPDX-License-Identifier: MIT */
#include "ontology/check.h"
#include "target.h"

#include <stdio.h>
#include <stdlib.h>

/* What a line begins with, and the property its rest is the value of. */
static const struct {
  char letter;
  bool iri; /* the value is att:REST, else it is text */
  const char* property;
} lines[] = {
  { 'a', true, "a" },
  { 'e', true, "att:evokes" },
  { 'v', false, "att:verb" },
  { 'n', false, "att:noun" },
  { 'x', false, "att:regex" },
  { 'u', false, "att:use" },
  { 'p', false, "att:priority" },
  { 'w', false, "att:word" },
  { 'k', false, "att:kind" },
  { 'g', true, "att:gives" },
  { 'f', false, "att:fires" },
  { 's', false, "att:silent" },
  { 'F', true, "att:factuality" },
  { 'S', true, "att:subject" },
  { 'O', true, "att:object" },
  { 'W', true, "att:with" },
  { 'B', true, "att:between" },
  { 'C', true, "att:clause" },
  { 'N', true, "att:needs" },
  { 'c', false, "att:commits" },
};

static void
value_write(FILE* out, Slice value, bool iri) {
  (void)fputs(iri ? " att:" : " \"", out);
  for (size_t i = 0; i < value.length; i++) {
    const unsigned char byte = (unsigned char)value.start[i];
    const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    if (!iri && byte != '\0') {
      (void)fprintf(out, byte < 0x80 ? "\\u%04X" : "%c", byte);
    } else if (letter) {
      (void)fputc(byte, out);
    }
  }
  (void)fputs(iri ? "" : "\"", out);
}

/* "@NAME" begins another subject; other lines are of the one before. */
static void
line_write(FILE* out, Slice line) {
  if (line.length == 0) {
    return;
  }
  const Slice rest = att_slice_part(line, 1, line.length);
  if (line.start[0] == '@') {
    (void)fputs(".\n", out);
    value_write(out, rest, true);
    (void)fputs(" rdfs:comment \"\"", out);
    return;
  }
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    if (lines[i].letter == line.start[0]) {
      (void)fprintf(out, " ; %s", lines[i].property);
      value_write(out, rest, lines[i].iri);
    }
  }
}

static void
turtle_write(FILE* out, Slice text) {
  (void)fputs("@prefix att: <https://w3id.org/attache/ns#> .\n"
              "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
              "att:first rdfs:comment \"\"",
              out);
  size_t begin = 0;
  for (size_t at = 0; at <= text.length; at++) {
    if (at == text.length || text.start[at] == '\n') {
      line_write(out, att_slice_part(text, begin, at));
      begin = at + 1;
    }
  }
  (void)fputs(" .\n", out);
}

static const char* folder;
static char vocabulary_path[64];
static char frames_path[64];

static void
folder_remove(void) {
  (void)unlink(vocabulary_path);
  (void)unlink(frames_path);
  (void)rmdir(folder);
}

/* A folder with the vocabulary that the lines use: a seed of another target. */
static void
folder_begin(void) {
  static uint8_t room[16384];
  FILE* const file = fopen(FUZZ_SEEDS "/ontology/vocabulary", "rb");
  if (file == NULL) {
    abort();
  }
  const size_t size = fread(room, 1, sizeof room, file);
  (void)fclose(file);
  folder = fuzz_folder();
  (void)snprintf(vocabulary_path, sizeof vocabulary_path, "%s/a.ttl", folder);
  (void)snprintf(frames_path, sizeof frames_path, "%s/b.ttl", folder);
  (void)atexit(folder_remove);
  fuzz_write(vocabulary_path, room, size);
}

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  char* turtle = NULL;
  size_t length = 0;
  if (folder == NULL) {
    folder_begin();
  }
  FILE* const out = open_memstream(&turtle, &length);
  if (out == NULL) {
    abort();
  }
  turtle_write(out, fuzz_slice(data, size));
  (void)fclose(out);
  fuzz_write(frames_path, (const uint8_t*)turtle, length);
  free(turtle);
  const AttSink sink = { 0 };
  Ontology* ontology = NULL;
  if (att_ontology_load(folder, &sink, &ontology) == ATT_OK) {
    (void)att_ontology_lint(ontology, &sink);
  }
  att_ontology_free(ontology);
  return 0;
}
