/* The model file: what is not one, or is damaged, is refused or harmless. */
/* SPDX-License-Identifier: MIT */
#include "base/checksum.h"
#include "language/layout.h"
#include "language/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char path[] = ATT_SOURCE_DIR "/src/language/english.model";

/* A copy of the shipped model that tests may damage. */
typedef struct Copy {
  char* bytes;
  size_t length;
} Copy;

static int
copy_begin(void** state) {
  static Copy copy;
  FILE* const file = fopen(path, "rb");
  assert_non_null(file);
  assert_int_equal(fseek(file, 0, SEEK_END), 0);
  copy.length = (size_t)ftell(file);
  rewind(file);
  copy.bytes = malloc(copy.length);
  assert_non_null(copy.bytes);
  assert_int_equal(fread(copy.bytes, 1, copy.length, file), copy.length);
  (void)fclose(file);
  *state = &copy;
  return 0;
}

static int
copy_end(void** state) {
  free(((Copy*)*state)->bytes);
  return 0;
}

static AttStatus
copy_open(const Copy* copy, size_t length, Model* out) {
  const char* reason = NULL;
  *out = (Model){ 0 };
  return att_model_open((Slice){ copy->bytes, length }, out, &reason);
}

/* Makes the header's checksum right again, as one who means harm would. */
static void
copy_sign(Copy* copy) {
  const size_t at = offsetof(ModelHeader, checksum);
  const uint64_t sum = att_checksum((Slice){ copy->bytes, at });
  memcpy(copy->bytes + at, &sum, sizeof sum);
}

/* Uses every part of the model. */
static void
model_use(const Model* model) {
  static const char* const forms[] = { "Naqvi", "met",    "envoys", "in",
                                       "two",   "cities", "." };
  enum { COUNT = sizeof forms / sizeof *forms };
  Arena arena = att_arena_begin((size_t)1 << 20);
  Node nodes[COUNT] = { 0 };
  for (size_t i = 0; i < COUNT; i++) {
    nodes[i].form = att_slice(forms[i]);
  }
  assert_int_equal(att_tags_predict(model, &arena, nodes, COUNT), ATT_OK);
  assert_int_equal(att_tree_parse(model, &arena, nodes, COUNT), ATT_OK);
  for (size_t i = 0; i < COUNT; i++) {
    Slice lemma;
    assert_in_range(nodes[i].relation, 0, REL_COUNT - 1);
    assert_true(nodes[i].head >= -1 && nodes[i].head < COUNT);
    assert_int_equal(att_lemma_find(model, &arena, nodes[i].form,
                                    (Upos)nodes[i].upos, &lemma),
                     ATT_OK);
  }
  att_arena_end(&arena);
}

static void
note_report(void* user, const AttDiagnostic* diagnostic) {
  *(const char**)user = diagnostic->file;
}

static void
loads_what_is_shipped(void** state) {
  (void)state;
  Model* model = NULL;
  assert_int_equal(att_model_load(path, NULL, &model), ATT_OK);
  model_use(model);
  att_model_free(model);
}

static void
is_at_most_eight_megabytes(void** state) {
  assert_in_range(((Copy*)*state)->length, 1, 8U << 20);
}

static void
reports_a_missing_file(void** state) {
  (void)state;
  const char* reported = NULL;
  const AttSink sink = { note_report, &reported };
  Model* model = NULL;
  assert_int_equal(att_model_load("no/such.model", &sink, &model), ATT_MODEL);
  assert_string_equal(reported, "no/such.model");
  assert_null(model);
}

static void
reports_a_foreign_file(void** state) {
  (void)state;
  const char* reported = NULL;
  const AttSink sink = { note_report, &reported };
  Model* model = NULL;
  const char* const readme = ATT_SOURCE_DIR "/src/language/README.md";
  assert_int_equal(att_model_load(readme, &sink, &model), ATT_MODEL);
  assert_string_equal(reported, readme);
  assert_int_equal(att_model_load(ATT_SOURCE_DIR, &sink, &model), ATT_MODEL);
}

static void
refuses_a_cut_file(void** state) {
  const Copy* const copy = *state;
  Model model;
  for (size_t length = 0; length < 400; length++) {
    assert_int_equal(copy_open(copy, length, &model), ATT_MODEL);
  }
  for (size_t cut = 1; cut < copy->length; cut *= 3) {
    assert_int_equal(copy_open(copy, copy->length - cut, &model), ATT_MODEL);
  }
}

static void
refuses_a_damaged_header(void** state) {
  Copy* const copy = *state;
  Model model;
  for (size_t at = 0; at < sizeof(ModelHeader); at++) {
    copy->bytes[at] ^= 0x20;
    assert_int_equal(copy_open(copy, copy->length, &model), ATT_MODEL);
    copy->bytes[at] ^= 0x20;
  }
}

static void
finds_a_flipped_byte_when_asked(void** state) {
  Copy* const copy = *state;
  Model model = { .map = copy->bytes, .size = copy->length };
  assert_int_equal(att_model_verify(&model), ATT_OK);
  for (size_t at = sizeof(ModelHeader); at < copy->length; at += 1 + at / 4) {
    copy->bytes[at] ^= 0x20;
    assert_int_equal(att_model_verify(&model), ATT_MODEL);
    copy->bytes[at] ^= 0x20;
  }
}

/* With a right checksum, damage is found or does no harm. */
static void
survives_signed_damage(void** state) {
  Copy* const copy = *state;
  uint64_t random = 42;
  size_t opened = 0;
  for (size_t round = 0; round < 200; round++) {
    char kept[64];
    random = random * 6364136223846793005U + 1442695040888963407U;
    const size_t most = round % 2 == 0 ? 512 : copy->length - sizeof kept;
    const size_t at = (size_t)(random >> 20) % most;
    const int byte = (int)(random >> 12 & 0xFF);
    memcpy(kept, copy->bytes + at, sizeof kept);
    memset(copy->bytes + at, byte, round % 3 == 0 ? sizeof kept : 1);
    copy_sign(copy);
    Model model;
    if (copy_open(copy, copy->length, &model) == ATT_OK) {
      opened++;
      model_use(&model);
    }
    memcpy(copy->bytes + at, kept, sizeof kept);
  }
  copy_sign(copy);
  assert_in_range(opened, 1, 199);
}

/* Each part, and the second half of it, all ones or all of one byte. */
static void
survives_a_part_of_rubbish(void** state) {
  Copy* const copy = *state;
  char* const kept = malloc(copy->length);
  assert_non_null(kept);
  memcpy(kept, copy->bytes, copy->length);
  ModelHeader header;
  memcpy(&header, copy->bytes, sizeof header);
  for (size_t i = 0; i < (size_t)4 * MODEL_PART_COUNT; i++) {
    const ModelPart part = header.parts[i / 4];
    /* The halves keep the number of buckets, and then where they begin. */
    const size_t skip =
      i % 2 == 0 ? sizeof(uint32_t) : (size_t)(part.end - part.begin) / 2;
    const size_t begin = (size_t)part.begin + skip;
    memset(copy->bytes + begin, i % 4 < 2 ? 0xFF : 1, (size_t)part.end - begin);
    copy_sign(copy);
    Model model;
    if (copy_open(copy, copy->length, &model) == ATT_OK) {
      model_use(&model);
    }
    memcpy(copy->bytes, kept, copy->length);
  }
  free(kept);
  Model model;
  assert_int_equal(copy_open(copy, copy->length, &model), ATT_OK);
}

static void
free_accepts_null(void** state) {
  (void)state;
  att_model_free(NULL);
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(loads_what_is_shipped),
    cmocka_unit_test(is_at_most_eight_megabytes),
    cmocka_unit_test(reports_a_missing_file),
    cmocka_unit_test(reports_a_foreign_file),
    cmocka_unit_test(refuses_a_cut_file),
    cmocka_unit_test(refuses_a_damaged_header),
    cmocka_unit_test(finds_a_flipped_byte_when_asked),
    cmocka_unit_test(survives_signed_damage),
    cmocka_unit_test(survives_a_part_of_rubbish),
    cmocka_unit_test(free_accepts_null),
  };
  return cmocka_run_group_tests(tests, copy_begin, copy_end);
}
