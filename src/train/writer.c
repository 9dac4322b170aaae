/* The writer: puts what was learned into a model file. */
/* SPDX-License-Identifier: MIT */
#include "train/writer.h"

#include "base/checksum.h"

#include <stddef.h>
#include <stdio.h>

/* Parts start at multiples of this many bytes: of lines of the cache. */
#define PART_STEP 64

/* Far more than a model takes. */
#define FILE_BYTES ((size_t)1 << 30)

static size_t
stepped(size_t size) {
  return (size + PART_STEP - 1) / PART_STEP * PART_STEP;
}

static AttStatus
file_lay_out(Arena* arena, const Slice parts[MODEL_PART_COUNT], Slice* out) {
  ModelHeader header = { .version = MODEL_VERSION,
                         .byte_order = MODEL_BYTE_ORDER };
  memcpy(header.magic, MODEL_MAGIC, sizeof header.magic);
  header.size = stepped(sizeof header);
  for (size_t i = 0; i < MODEL_PART_COUNT; i++) {
    header.parts[i] = (ModelPart){ header.size, header.size + parts[i].length };
    header.size += stepped(parts[i].length);
  }
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, header.size, &bytes));
  for (size_t i = 0; i < MODEL_PART_COUNT; i++) {
    memcpy(bytes + header.parts[i].begin, parts[i].start, parts[i].length);
  }
  const Slice file = { bytes, header.size };
  header.content =
    att_checksum(att_slice_part(file, sizeof header, file.length));
  header.checksum = att_checksum(
    (Slice){ (const char*)&header, offsetof(ModelHeader, checksum) });
  memcpy(bytes, &header, sizeof header);
  *out = file;
  return ATT_OK;
}

static AttStatus
file_write(const char* path, Slice bytes) {
  FILE* const file = fopen(path, "wb");
  if (file == NULL) {
    return ATT_IO;
  }
  const size_t written = fwrite(bytes.start, 1, bytes.length, file);
  return fclose(file) == 0 && written == bytes.length ? ATT_OK : ATT_IO;
}

AttStatus
att_model_write(const char* path, const Slice parts[MODEL_PART_COUNT]) {
  Arena arena = att_arena_begin(FILE_BYTES);
  Slice file;
  AttStatus status = file_lay_out(&arena, parts, &file);
  if (status == ATT_OK) {
    status = file_write(path, file);
  }
  att_arena_end(&arena);
  return status;
}
