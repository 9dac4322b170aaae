/* The language model: weights and tables, mapped read-only from one file. */
/* SPDX-License-Identifier: MIT */
#include "language/model.h"

#include "base/checksum.h"
#include "language/layout.h"
#include "language/relation.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Ours has eight megabytes; nobody means a file that large to be one. */
#define MODEL_MOST_BYTES (256U << 20)

static AttStatus
part_find(Slice file, const ModelHeader* header, ModelPartKind kind,
          Slice* out) {
  const ModelPart part = header->parts[kind];
  if (part.begin < sizeof *header || part.begin > part.end ||
      part.end > file.length) {
    return ATT_MODEL;
  }
  *out = att_slice_part(file, part.begin, part.end);
  return ATT_OK;
}

static AttStatus
tags_open(Slice part, Model* out) {
  out->tags = (const TagPair*)part.start;
  out->tag_count = part.length / sizeof *out->tags;
  if (out->tag_count == 0 || out->tag_count > ROWS_CLASSES) {
    return ATT_MODEL;
  }
  for (size_t i = 0; i < out->tag_count; i++) {
    if (out->tags[i].upos >= UPOS_COUNT || out->tags[i].xpos >= XPOS_COUNT) {
      return ATT_MODEL;
    }
  }
  return ATT_OK;
}

/* The parser can always go on with these: a shift while nodes are left, then
 * a move to the right until one node is left, then the root. */
static AttStatus
moves_open(Slice part, Model* out) {
  const Move* const moves = (const Move*)part.start;
  const size_t count = part.length / sizeof *moves;
  if (count <= MOVE_FIRST_LEFT || count > ROWS_CLASSES ||
      moves[MOVE_IS_SHIFT].kind != MOVE_SHIFT ||
      moves[MOVE_IS_ROOT].kind != MOVE_LEFT ||
      moves[MOVE_IS_ROOT].relation != REL_ROOT ||
      moves[count - 1].kind != MOVE_RIGHT) {
    return ATT_MODEL;
  }
  size_t right = MOVE_FIRST_LEFT;
  while (moves[right].kind == MOVE_LEFT) {
    right++;
  }
  for (size_t i = 0; i < count; i++) {
    if (moves[i].relation >= REL_COUNT ||
        (i >= right && moves[i].kind != MOVE_RIGHT)) {
      return ATT_MODEL;
    }
  }
  out->moves = moves;
  out->move_count = count;
  out->first_right = right;
  return ATT_OK;
}

static AttStatus
parts_open(Slice file, const ModelHeader* header, Model* out) {
  Slice parts[MODEL_PART_COUNT] = { 0 };
  for (unsigned i = 0; i < MODEL_PART_COUNT; i++) {
    TRY(part_find(file, header, (ModelPartKind)i, &parts[i]));
  }
  TRY(tags_open(parts[MODEL_TAGS], out));
  TRY(moves_open(parts[MODEL_MOVES], out));
  TRY(att_rows_open(parts[MODEL_CLASSES], &out->classes));
  TRY(att_weights_open(parts[MODEL_TAGGER], parts[MODEL_TAGGER_WIDE],
                       out->tag_count, &out->tagger));
  TRY(att_weights_open(parts[MODEL_PARSER], parts[MODEL_PARSER_WIDE],
                       out->move_count, &out->parser));
  return att_rows_open(parts[MODEL_LEMMAS], &out->lemmas);
}

AttStatus
att_model_open(Slice file, Model* out, const char** reason) {
  ModelHeader header;
  if (file.length < sizeof header ||
      memcmp(file.start, MODEL_MAGIC, sizeof header.magic) != 0) {
    *reason = "Not a language model";
    return ATT_MODEL;
  }
  memcpy(&header, file.start, sizeof header);
  if (header.byte_order != MODEL_BYTE_ORDER ||
      header.version != MODEL_VERSION) {
    *reason = "The language model is of another version";
    return ATT_MODEL;
  }
  const Slice checked =
    att_slice_part(file, 0, offsetof(ModelHeader, checksum));
  if (header.size != file.length || header.checksum != att_checksum(checked) ||
      parts_open(file, &header, out) != ATT_OK) {
    *reason = "The language model is damaged";
    return ATT_MODEL;
  }
  return ATT_OK;
}

static AttStatus
file_map(const char* path, void** map, size_t* size) {
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return ATT_MODEL;
  }
  struct stat status;
  AttStatus result = ATT_MODEL;
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
      status.st_size > 0 && status.st_size <= (off_t)MODEL_MOST_BYTES) {
    *size = (size_t)status.st_size;
    *map = mmap(NULL, *size, PROT_READ, MAP_SHARED, file, 0);
    result = *map == MAP_FAILED ? ATT_MODEL : ATT_OK;
  }
  (void)close(file);
  return result;
}

AttStatus
att_model_load(const char* path, const AttSink* sink, Model** out) {
  const Place place = { .file = path };
  Model* const model = calloc(1, sizeof *model);
  if (model == NULL) {
    return ATT_NO_MEMORY;
  }
  if (file_map(path, &model->map, &model->size) != ATT_OK) {
    att_report(sink, ATT_ERROR, place, "The language model cannot be read");
    free(model);
    return ATT_MODEL;
  }
  const char* reason = NULL;
  const AttStatus status =
    att_model_open((Slice){ model->map, model->size }, model, &reason);
  if (status != ATT_OK) {
    att_report(sink, ATT_ERROR, place, "%s", reason);
    att_model_free(model);
    return status;
  }
  *out = model;
  return ATT_OK;
}

AttStatus
att_model_verify(const Model* model) {
  const Slice file = { model->map, model->size };
  ModelHeader header;
  memcpy(&header, file.start, sizeof header);
  const Slice content = att_slice_part(file, sizeof header, file.length);
  return header.content == att_checksum(content) ? ATT_OK : ATT_MODEL;
}

static void*
check_run(void* user) {
  ModelCheck* const check = user;
  check->status = att_model_verify(check->model);
  return NULL;
}

void
att_model_check_begin(const Model* model, ModelCheck* check) {
  *check = (ModelCheck){ .model = model };
  check->apart = pthread_create(&check->thread, NULL, check_run, check) == 0;
}

AttStatus
att_model_check_end(ModelCheck* check) {
  if (check->apart) {
    (void)pthread_join(check->thread, NULL);
  } else {
    (void)check_run(check);
  }
  return check->status;
}

void
att_model_free(Model* model) {
  if (model == NULL) {
    return;
  }
  (void)munmap(model->map, model->size);
  free(model);
}
