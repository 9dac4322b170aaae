/* The sandbox: what was allowed can be done behind it, and nothing else. */
/* SPDX-License-Identifier: MIT */
#include "attache_sandbox.h"

#include "base/slice.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* What a child says of what it tried. */
enum { DONE, REFUSED, OTHERWISE, NO_SANDBOX };

static char home[] = "sandbox-XXXXXX";

static void
file_make(const char* path) {
  const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  assert_true(file >= 0);
  assert_int_equal(write(file, "text\n", 5), 5);
  assert_int_equal(close(file), 0);
}

/* in/ is read, out/ written, kept/ kept; other/ is nobody's. */
static int
home_make(void** state) {
  (void)state;
  if (mkdtemp(home) == NULL || chdir(home) != 0 || mkdir("in", 0700) != 0 ||
      mkdir("out", 0700) != 0 || mkdir("other", 0700) != 0) {
    return 1;
  }
  file_make("in/article");
  file_make("other/secret");
  file_make("out/old");
  file_make("single");
  return symlink("../other/secret", "in/link");
}

static int
home_remove(void** state) {
  (void)state;
  static const char* const files[] = { "in/article", "in/link", "other/secret",
                                       "other/new",  "out/old", "out/new",
                                       "kept/data",  "single" };
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    (void)unlink(files[i]);
  }
  (void)rmdir("in");
  (void)rmdir("out");
  (void)rmdir("kept");
  (void)rmdir("other");
  return chdir("..") != 0 || rmdir(home) != 0;
}

static int
outcome(bool done) {
  return done ? DONE : errno == EACCES || errno == EPERM ? REFUSED : OTHERWISE;
}

/* What becomes of `deed` behind a sandbox; `part` must hold for it. */
static int
tried(unsigned part, int (*deed)(void)) {
  const pid_t child = fork();
  int status = 0;
  if (child == 0) {
    AttSandbox sandbox = att_sandbox_begin();
    att_sandbox_allow(&sandbox, "in", ATT_SANDBOX_READ);
    att_sandbox_allow(&sandbox, "single", ATT_SANDBOX_READ);
    att_sandbox_allow(&sandbox, "missing", ATT_SANDBOX_READ);
    att_sandbox_allow(&sandbox, "out/new", ATT_SANDBOX_WRITE);
    att_sandbox_allow(&sandbox, "/dev/null", ATT_SANDBOX_WRITE);
    att_sandbox_allow(&sandbox, "kept", ATT_SANDBOX_KEEP);
    const unsigned holds = att_sandbox_enter(&sandbox);
    _exit((holds & part) == part ? deed() : NO_SANDBOX);
  }
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  return WEXITSTATUS(status);
}

static void
expect(unsigned part, int (*deed)(void), int expected) {
  const int came = tried(part, deed);
  if (came == NO_SANDBOX) {
    print_message("skip: the kernel has no sandbox\n");
    skip();
  }
  assert_int_equal(came, expected);
}

static int
opens(const char* path, int flags) {
  return outcome(open(path, flags, 0600) >= 0);
}

static int
read_article(void) {
  return opens("in/article", O_RDONLY);
}

static int
read_single(void) {
  return opens("single", O_RDONLY);
}

static int
read_secret(void) {
  return opens("other/secret", O_RDONLY);
}

static int
read_link(void) {
  return opens("in/link", O_RDONLY);
}

static int
write_article(void) {
  return opens("in/article", O_WRONLY);
}

static int
write_other(void) {
  return opens("other/new", O_WRONLY | O_CREAT);
}

static int
cut_other(void) {
  return outcome(truncate("other/secret", 0) == 0);
}

static int
remove_other(void) {
  return outcome(unlink("other/secret") == 0);
}

static int
replace_output(void) {
  const int file = open("out/tmp", O_WRONLY | O_CREAT | O_EXCL, 0600);
  return outcome(file >= 0 && write(file, "x", 1) == 1 && fsync(file) == 0 &&
                 rename("out/tmp", "out/new") == 0);
}

static int
take_away(void) {
  return outcome(rename("out/old", "other/new") == 0);
}

static int
write_device(void) {
  return opens("/dev/null", O_WRONLY | O_TRUNC);
}

static int
keep(void) {
  return outcome(mkdir("kept", 0700) == 0 &&
                 open("kept/data", O_RDWR | O_CREAT, 0600) >= 0);
}

static int
run_program(void) {
  char* const none[] = { NULL };
  return outcome(execve("/bin/true", none, none) == 0);
}

static int
make_socket(void) {
  return outcome(socket(AF_INET, SOCK_STREAM, 0) >= 0);
}

static int
change_rights(void) {
  return outcome(chmod("single", 0777) == 0);
}

static int
stop_parent(void) {
  return outcome(kill(getppid(), 0) == 0);
}

static void
test_what_is_allowed(void** state) {
  (void)state;
  expect(ATT_SANDBOX_FILES, read_article, DONE);
  expect(ATT_SANDBOX_FILES, read_single, DONE);
  expect(ATT_SANDBOX_FILES, replace_output, DONE);
  expect(ATT_SANDBOX_FILES, write_device, DONE);
  expect(ATT_SANDBOX_FILES, keep, DONE);
}

static void
test_other_files(void** state) {
  (void)state;
  expect(ATT_SANDBOX_FILES, read_secret, REFUSED);
  expect(ATT_SANDBOX_FILES, read_link, REFUSED);
  expect(ATT_SANDBOX_FILES, write_article, REFUSED);
  expect(ATT_SANDBOX_FILES, write_other, REFUSED);
  expect(ATT_SANDBOX_FILES, cut_other, REFUSED);
  expect(ATT_SANDBOX_FILES, remove_other, REFUSED);
  assert_int_equal(access("other/secret", R_OK), 0);
}

static void
test_moving_out(void** state) {
  (void)state;
  const int came = tried(ATT_SANDBOX_FILES, take_away);
  assert_true(came != DONE);
  assert_int_equal(access("out/old", R_OK), 0);
}

static void
test_calls(void** state) {
  (void)state;
  expect(ATT_SANDBOX_CALLS, run_program, REFUSED);
  expect(ATT_SANDBOX_CALLS, make_socket, REFUSED);
  expect(ATT_SANDBOX_CALLS, change_rights, REFUSED);
}

/* The leak checker needs signals; without it none is sent. */
static void
test_signals(void** state) {
  (void)state;
  const int came = tried(ATT_SANDBOX_CALLS, stop_parent);
#if defined(__SANITIZE_ADDRESS__)
  assert_true(came != OTHERWISE);
#else
  assert_true(came == REFUSED || came == NO_SANDBOX);
#endif
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_what_is_allowed), cmocka_unit_test(test_other_files),
    cmocka_unit_test(test_moving_out),      cmocka_unit_test(test_calls),
    cmocka_unit_test(test_signals),
  };
  return cmocka_run_group_tests(tests, home_make, home_remove);
}
