/* The sandbox: a program that shuts itself in, by what Linux calls Landlock. */
/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* for syscall() and O_PATH */
#include "attache_sandbox.h"

#include "base/calls.h"

#include <string.h>

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's numbers, so that older headers do: they are the same on every
 * machine. */
enum {
  CREATE_RULESET = 444,
  ADD_RULE = 445,
  RESTRICT_SELF = 446,
  ASK_VERSION = 1,
  PATH_BENEATH = 1
};

/* What may be done with files; folders have all of them. */
#define WRITE_FILE (1ULL << 1)
#define READ_FILE (1ULL << 2)
#define READ_DIR (1ULL << 3)
#define REMOVE_FILE (1ULL << 5)
#define MAKE_DIR (1ULL << 7)
#define MAKE_REG (1ULL << 8)
#define TRUNCATE (1ULL << 14)

/* All that the first version knows, and what the second, third and fifth
 * added. */
#define FIRST_RIGHTS ((1ULL << 13) - 1)
#define REFER (1ULL << 13)
#define IOCTL_DEVICE (1ULL << 15)

/* From the fourth version on: binding and connecting; from the sixth: sockets
 * without a file, and signals. */
#define NETWORK 3ULL
#define SCOPES 3ULL

/* Links to links are followed no further than that. */
#define LINK_LIMIT 40

typedef struct Ruleset {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
} Ruleset;

/* The kernel wants it without a gap; one at its end it does not read. */
typedef struct Rule {
  uint64_t allowed;
  int32_t beneath;
} Rule;

/* Where the C library finds what it loads later: converters of encodings. */
static const char* const libraries[] = { "/usr/lib", "/usr/lib64", "/lib",
                                         "/lib64", "/etc/ld.so.cache" };

/* Instrumented programs look at themselves, and write down what they saw. */
#if defined(__SANITIZE_ADDRESS__)
#define WATCHED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED
#endif
#endif

static void
self_allow(AttSandbox* sandbox) {
#ifdef WATCHED
  att_sandbox_allow(sandbox, "/proc/self", ATT_SANDBOX_READ);
  att_sandbox_allow(sandbox, "/proc/self/exe", ATT_SANDBOX_READ);
#endif
#ifdef ATT_SANDBOX_COUNTERS
  att_sandbox_allow(sandbox, ATT_SANDBOX_COUNTERS, ATT_SANDBOX_KEEP);
#endif
  (void)sandbox;
}

AttSandbox
att_sandbox_begin(void) {
  AttSandbox sandbox = { .rules = -1, .whole = true };
  const long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
  if (version < 1) {
    return sandbox;
  }
  sandbox.handled = FIRST_RIGHTS | (version >= 2 ? REFER : 0) |
                    (version >= 3 ? TRUNCATE : 0) |
                    (version >= 5 ? IOCTL_DEVICE : 0);
  const Ruleset ruleset = { sandbox.handled, version >= 4 ? NETWORK : 0,
                            version >= 6 ? SCOPES : 0 };
  sandbox.rules = (int)syscall(CREATE_RULESET, &ruleset, sizeof ruleset, 0);
  for (size_t i = 0; i < sizeof libraries / sizeof libraries[0]; i++) {
    att_sandbox_allow(&sandbox, libraries[i], ATT_SANDBOX_READ);
  }
  self_allow(&sandbox);
  return sandbox;
}

/* What is not there, or is no file of a disk (a pipe), needs no rule. */
static void
rule_add(AttSandbox* sandbox, const char* path, uint64_t rights) {
  const int file = open(path, O_PATH | O_CLOEXEC);
  struct stat there;
  if (file < 0) {
    sandbox->whole =
      sandbox->whole && errno != EMFILE && errno != ENFILE && errno != ENOMEM;
    return;
  }
  if (fstat(file, &there) == 0 && !S_ISDIR(there.st_mode)) {
    rights &= READ_FILE | WRITE_FILE | TRUNCATE;
  }
  const Rule rule = { rights & sandbox->handled, file };
  if (syscall(ADD_RULE, sandbox->rules, PATH_BENEATH, &rule, 0) != 0) {
    sandbox->whole = sandbox->whole && errno == EBADFD;
  }
  (void)close(file);
}

/* Allows what `rights` say in the folder of `path`. */
static void
folder_add(AttSandbox* sandbox, const char* path, uint64_t rights) {
  char name[PATH_MAX];
  const size_t length = strlen(path);
  if (length < sizeof name) {
    memcpy(name, path, length + 1);
    rule_add(sandbox, dirname(name), rights);
  }
}

#define CHANGE (WRITE_FILE | READ_FILE | REMOVE_FILE | MAKE_REG | TRUNCATE)
#define KEEP (CHANGE | READ_DIR | MAKE_DIR)

/* Sets `*out` to what the link `path` says; false if that is too long. */
static bool
link_read(const char* path, char out[PATH_MAX]) {
  char folder[PATH_MAX];
  const size_t size = strlen(path) + 1;
  if (size > sizeof folder) {
    return false;
  }
  memcpy(folder, path, size);
  char* const end = strrchr(folder, '/');
  const size_t length = end == NULL ? 0 : (size_t)(end - folder) + 1;
  char to[PATH_MAX];
  const ssize_t got = readlink(path, to, sizeof to - 1);
  if (got <= 0) {
    return false;
  }
  to[got] = '\0';
  const size_t kept = to[0] == '/' ? 0 : length;
  if (kept + (size_t)got + 1 > PATH_MAX) {
    return false;
  }
  memcpy(out, folder, kept);
  memcpy(out + kept, to, (size_t)got + 1);
  return true;
}

/* A link that leads nowhere is followed to what is to be made there. */
static void
output_add(AttSandbox* sandbox, const char* path) {
  char at[PATH_MAX];
  struct stat there;
  int links = 0;
  while (lstat(path, &there) == 0 && S_ISLNK(there.st_mode) &&
         stat(path, &there) != 0 && links++ < LINK_LIMIT &&
         link_read(path, at)) {
    path = at;
  }
  if (lstat(path, &there) != 0 || S_ISREG(there.st_mode)) {
    folder_add(sandbox, path, CHANGE);
  } else if (!S_ISDIR(there.st_mode)) {
    rule_add(sandbox, path, WRITE_FILE | TRUNCATE);
  }
}

void
att_sandbox_allow(AttSandbox* sandbox, const char* path, AttSandboxUse use) {
  struct stat there;
  if (sandbox->rules < 0) {
    return;
  }
  switch (use) {
  case ATT_SANDBOX_READ:
    rule_add(sandbox, path, READ_FILE | READ_DIR);
    break;
  case ATT_SANDBOX_WRITE:
    output_add(sandbox, path);
    break;
  case ATT_SANDBOX_KEEP:
    if (stat(path, &there) == 0) {
      rule_add(sandbox, path, KEEP);
    } else {
      folder_add(sandbox, path, KEEP);
    }
    break;
  }
}

/* Without a rule that is wanted, what the user asked for would be refused. */
unsigned
att_sandbox_enter(AttSandbox* sandbox) {
  unsigned holds = 0;
  if (sandbox->rules >= 0) {
    if (sandbox->whole && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
        syscall(RESTRICT_SELF, sandbox->rules, 0) == 0) {
      holds |= ATT_SANDBOX_FILES;
    }
    (void)close(sandbox->rules);
    sandbox->rules = -1;
  }
  if (att_calls_forbid()) {
    holds |= ATT_SANDBOX_CALLS;
  }
  return holds;
}

#else

AttSandbox
att_sandbox_begin(void) {
  return (AttSandbox){ .rules = -1 };
}

void
att_sandbox_allow(AttSandbox* sandbox, const char* path, AttSandboxUse use) {
  (void)sandbox;
  (void)path;
  (void)use;
}

unsigned
att_sandbox_enter(AttSandbox* sandbox) {
  (void)sandbox;
  return 0;
}

#endif
