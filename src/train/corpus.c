/* A corpus: the sentences of CoNLL-U files. */
/* SPDX-License-Identifier: MIT */
#include "train/corpus.h"

#include "language/form.h"

#include <stdio.h>

enum {
  COLUMN_ID,
  COLUMN_FORM,
  COLUMN_LEMMA,
  COLUMN_UPOS,
  COLUMN_XPOS,
  COLUMN_FEATURES,
  COLUMN_HEAD,
  COLUMN_RELATION,
  COLUMN_DEPS,
  COLUMN_MISC,
  COLUMN_COUNT
};

/* A file read line by line. */
typedef struct Reading {
  Corpus* corpus;
  CorpusSentence sentence; /* The one being read. */
  size_t span_end;         /* Id of the last word of a multi-word token. */
} Reading;

static AttStatus
file_read(Arena* arena, const char* path, Slice* out) {
  FILE* const file = fopen(path, "rb");
  if (file == NULL) {
    return ATT_IO;
  }
  AttStatus status = ATT_IO;
  if (fseek(file, 0, SEEK_END) == 0) {
    const long size = ftell(file);
    if (size >= 0 && fseek(file, 0, SEEK_SET) == 0) {
      char* bytes = NULL;
      status = att_arena_alloc(arena, (size_t)size, &bytes);
      if (status == ATT_OK &&
          fread(bytes, 1, (size_t)size, file) == (size_t)size) {
        *out = (Slice){ bytes, (size_t)size };
      } else if (status == ATT_OK) {
        status = ATT_IO;
      }
    }
  }
  (void)fclose(file);
  return status;
}

/* The bytes before the next `stop`, which are taken off `rest` with it. */
static Slice
part_take(Slice* rest, char stop) {
  const char* const found =
    rest->length == 0 ? NULL : memchr(rest->start, stop, rest->length);
  const size_t end =
    found == NULL ? rest->length : (size_t)(found - rest->start);
  const Slice part = att_slice_part(*rest, 0, end);
  *rest = att_slice_part(*rest, found == NULL ? end : end + 1, rest->length);
  return part;
}

static bool
number_read(Slice text, size_t* out) {
  size_t value = 0;
  for (size_t i = 0; i < text.length; i++) {
    if (text.start[i] < '0' || text.start[i] > '9' || i > 7) {
      return false;
    }
    value = value * 10 + (size_t)(text.start[i] - '0');
  }
  *out = value;
  return text.length > 0;
}

static bool
contains(Slice text, const char* part) {
  const Slice wanted = att_slice(part);
  for (size_t i = 0; i + wanted.length <= text.length; i++) {
    if (att_slice_starts(att_slice_part(text, i, text.length), wanted)) {
      return true;
    }
  }
  return false;
}

static AttStatus
sentence_end(Reading* reading) {
  Corpus* const corpus = reading->corpus;
  CorpusSentence* const sentence = &reading->sentence;
  sentence->end = corpus->words.length;
  const size_t count = sentence->end - sentence->first;
  for (size_t i = sentence->first; i < sentence->end; i++) {
    if (corpus->words.items[i].head >= (int32_t)count) {
      return ATT_INPUT;
    }
  }
  if (count > 0) {
    TRY(LIST_PUSH(&corpus->arena, &corpus->sentences, *sentence));
  }
  reading->span_end = 0;
  *sentence = (CorpusSentence){ .first = corpus->words.length };
  return ATT_OK;
}

static void
comment_read(Reading* reading, Slice line) {
  const Slice text = SLICE("# text = ");
  if (att_slice_starts(line, text)) {
    reading->sentence.text = att_slice_part(line, text.length, line.length);
  } else if (att_slice_starts(line, SLICE("# newpar")) ||
             att_slice_starts(line, SLICE("# newdoc"))) {
    reading->sentence.paragraph = true;
  }
}

/* "3-4": the surface token that words 3 and 4 are parts of. */
static void
span_read(Reading* reading, Slice id, Slice misc) {
  (void)part_take(&id, '-');
  if (number_read(id, &reading->span_end)) {
    reading->sentence.space = !contains(misc, "SpaceAfter=No");
  }
}

static Relation
relation_read(Slice name) {
  const Relation exact = att_relation_named(name);
  return exact != REL_COUNT ? exact : att_relation_named(part_take(&name, ':'));
}

static AttStatus
word_read(Reading* reading, Slice line) {
  Slice columns[COLUMN_COUNT];
  for (size_t i = 0; i < COLUMN_COUNT; i++) {
    columns[i] = part_take(&line, '\t');
  }
  if (contains(columns[COLUMN_ID], "-")) {
    span_read(reading, columns[COLUMN_ID], columns[COLUMN_MISC]);
    return ATT_OK;
  }
  if (contains(columns[COLUMN_ID], ".")) {
    return ATT_OK;
  }
  size_t id = 0;
  size_t head = 0;
  if (!number_read(columns[COLUMN_ID], &id) ||
      !number_read(columns[COLUMN_HEAD], &head)) {
    return ATT_INPUT;
  }
  if (id > reading->span_end) {
    reading->sentence.space = !contains(columns[COLUMN_MISC], "SpaceAfter=No");
  }
  Corpus* const corpus = reading->corpus;
  CorpusWord word = {
    .raw = columns[COLUMN_FORM],
    .lemma = columns[COLUMN_LEMMA],
    .upos = (uint8_t)att_upos_named(columns[COLUMN_UPOS]),
    .xpos = (uint8_t)att_xpos_named(columns[COLUMN_XPOS]),
    .relation = (uint8_t)relation_read(columns[COLUMN_RELATION]),
    .head = (int32_t)head - 1,
  };
  TRY(att_form_plain(&corpus->arena, word.raw, &word.form));
  return LIST_PUSH(&corpus->arena, &corpus->words, word);
}

static AttStatus
line_read(Reading* reading, Slice line) {
  if (line.length == 0) {
    return sentence_end(reading);
  }
  if (line.start[0] == '#') {
    comment_read(reading, line);
    return ATT_OK;
  }
  return word_read(reading, line);
}

AttStatus
att_corpus_read(Corpus* corpus, const char* path, const AttSink* sink) {
  Slice rest;
  AttStatus status = file_read(&corpus->arena, path, &rest);
  if (status != ATT_OK) {
    att_report(sink, ATT_ERROR, (Place){ .file = path },
               "The file cannot be read");
    return status;
  }
  Reading reading = { .corpus = corpus };
  reading.sentence.first = corpus->words.length;
  unsigned line = 0;
  while (rest.length > 0 && status == ATT_OK) {
    line++;
    status = line_read(&reading, part_take(&rest, '\n'));
  }
  if (status == ATT_OK) {
    status = sentence_end(&reading);
  }
  if (status != ATT_OK) {
    att_report(sink, ATT_ERROR, (Place){ .file = path, .line = line }, "%s",
               att_status_text(status));
  }
  return status;
}
