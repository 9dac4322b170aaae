/* Tests of SHA-256 against the examples of FIPS 180 and their edges. */
/* SPDX-License-Identifier: MIT */
#include "base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void
assert_digest(Slice bytes, const char* expected) {
  char hex[65];
  att_sha256_hex(bytes, 64, hex);
  assert_string_equal(hex, expected);
}

static void
test_published_examples(void** state) {
  (void)state;
  assert_digest(
    SLICE(""),
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert_digest(
    SLICE("abc"),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert_digest(
    SLICE("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void
test_a_million_letters(void** state) {
  (void)state;
  const size_t count = 1000000;
  char* const bytes = malloc(count);
  assert_non_null(bytes);
  memset(bytes, 'a', count);
  assert_digest(
    (Slice){ bytes, count },
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  free(bytes);
}

static void
test_padding_at_the_block_edges(void** state) {
  (void)state;
  char bytes[64];
  memset(bytes, 'a', sizeof bytes);
  assert_digest(
    (Slice){ bytes, 55 },
    "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
  assert_digest(
    (Slice){ bytes, 56 },
    "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
  assert_digest(
    (Slice){ bytes, 64 },
    "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

static void
test_hex_is_cut_to_the_digits_asked(void** state) {
  (void)state;
  char hex[8];
  att_sha256_hex(SLICE("abc"), 7, hex);
  assert_string_equal(hex, "ba7816b");
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_published_examples),
    cmocka_unit_test(test_a_million_letters),
    cmocka_unit_test(test_padding_at_the_block_edges),
    cmocka_unit_test(test_hex_is_cut_to_the_digits_asked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
