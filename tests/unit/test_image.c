/* Images of facts: they give what Turtle gives, or are passed over. */
/* SPDX-License-Identifier: MIT */
#include "ontology/image.h"

#include "ontology_folder.h"

static char*
image_path(const OntologyFolder* folder) {
  static char path[80];
  (void)snprintf(path, sizeof path, "%s.facts", folder->path);
  return path;
}

static int
image_end(void** state) {
  (void)unlink(image_path(*state));
  return folder_end(state);
}

static Facts
facts_read(const OntologyFolder* folder) {
  Facts facts;
  assert_int_equal(att_facts_read(folder->path, NULL, &facts), ATT_OK);
  return facts;
}

static void
image_make(const OntologyFolder* folder) {
  assert_int_equal(att_facts_compile(folder->path, image_path(folder), NULL),
                   ATT_OK);
}

/* The sources of a folder that has nothing but the vocabulary. */
static Sources
sources_of(const OntologyFolder* folder) {
  static char path[96];
  static const char* paths[] = { path };
  (void)snprintf(path, sizeof path, "%s/vocabulary.ttl", folder->path);
  Sources sources = { .paths = paths, .count = 1 };
  assert_int_equal(att_image_digest(&sources, SLICE("nodes")), ATT_OK);
  return sources;
}

static AttStatus
image_read(const OntologyFolder* folder, const Sources* sources) {
  Facts facts = { .arena = att_arena_begin((size_t)1 << 20) };
  const AttStatus status = att_image_read(image_path(folder), sources, &facts);
  att_facts_end(&facts);
  return status;
}

static void
gives_what_turtle_gives(void** state) {
  OntologyFolder* const folder = *state;
  folder_write(folder, "data.ttl",
               PREFIXES "ex:a rdfs:label \"one\"@en ; ex:of [ ex:in ex:b ] .");
  Facts turtle = facts_read(folder);
  image_make(folder);
  Facts image = facts_read(folder);
  assert_int_equal(image.items.length, turtle.items.length);
  assert_int_equal(image.nodes.strings.length, turtle.nodes.strings.length);
  for (size_t i = 0; i < turtle.items.length; i++) {
    const Fact* const a = &turtle.items.items[i];
    const Fact* const b = &image.items.items[i];
    assert_int_equal(a->subject, b->subject);
    assert_int_equal(a->predicate, b->predicate);
    assert_int_equal(a->object, b->object);
    assert_int_equal(a->line, b->line);
    assert_string_equal(a->file, b->file);
    assert_true(att_slice_equals(a->text, b->text));
    const Slice iri = att_facts_iri(&turtle, a->subject);
    assert_true(att_slice_equals(iri, att_facts_iri(&image, b->subject)));
    assert_int_equal(att_intern_find(&image.nodes, iri), a->subject);
  }
  att_facts_end(&image);
  att_facts_end(&turtle);
}

static void
gives_way_to_an_edited_file(void** state) {
  OntologyFolder* const folder = *state;
  image_make(folder);
  Facts before = facts_read(folder);
  folder_write(folder, "data.ttl", PREFIXES "ex:a rdfs:label \"one\"@en .");
  Facts after = facts_read(folder);
  assert_int_equal(after.items.length, before.items.length + 1);
  att_facts_end(&after);
  att_facts_end(&before);
}

static void
is_not_taken_for_other_sources(void** state) {
  OntologyFolder* const folder = *state;
  Facts facts = facts_read(folder);
  Sources sources = sources_of(folder);
  facts.items.length = 0;
  assert_int_equal(att_image_write(image_path(folder), &sources, &facts),
                   ATT_OK);
  assert_int_equal(image_read(folder, &sources), ATT_OK);
  sources.digest++;
  assert_int_equal(image_read(folder, &sources), ATT_INPUT);
  att_facts_end(&facts);
}

static void
is_passed_over_if_damaged(void** state) {
  OntologyFolder* const folder = *state;
  Facts facts = facts_read(folder);
  const Sources sources = sources_of(folder);
  const size_t count = facts.items.length;
  for (size_t i = 0; i < count; i++) {
    facts.items.items[i].file = sources.paths[0];
  }
  assert_int_equal(att_image_write(image_path(folder), &sources, &facts),
                   ATT_OK);
  att_facts_end(&facts);
  FILE* const file = fopen(image_path(folder), "r+b");
  assert_non_null(file);
  for (long at = 0; at < 4000; at += 7) {
    assert_int_equal(fseek(file, at, SEEK_SET), 0);
    const int byte = fgetc(file);
    assert_int_equal(fseek(file, at, SEEK_SET), 0);
    assert_int_not_equal(fputc(byte ^ 1, file), EOF);
    assert_int_equal(fflush(file), 0);
    assert_int_equal(image_read(folder, &sources), ATT_INPUT);
    assert_int_equal(fseek(file, at, SEEK_SET), 0);
    assert_int_not_equal(fputc(byte, file), EOF);
  }
  assert_int_equal(fclose(file), 0);
  assert_int_equal(image_read(folder, &sources), ATT_OK);
  assert_int_equal(truncate(image_path(folder), 5000), 0);
  assert_int_equal(image_read(folder, &sources), ATT_INPUT);
}

#define IMAGE_TEST(name) \
  cmocka_unit_test_setup_teardown(name, folder_begin, image_end)

int
main(void) {
  const struct CMUnitTest tests[] = {
    IMAGE_TEST(gives_what_turtle_gives),
    IMAGE_TEST(gives_way_to_an_edited_file),
    IMAGE_TEST(is_not_taken_for_other_sources),
    IMAGE_TEST(is_passed_over_if_damaged),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
