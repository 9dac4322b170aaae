/* The enclosure: the sandbox with just the files that a harvest needs. */
/* SPDX-License-Identifier: MIT */
#include "cli/harvest.h"

#include <stddef.h>
#include <string.h>

#define PATH_SIZE 4096

/* A list may name any file, and more of them while it is read. */
static void
inputs_allow(const Harvest* harvest, AttSandbox* sandbox) {
  if (harvest->files != NULL) {
    att_sandbox_allow(sandbox, "/", ATT_SANDBOX_READ);
    return;
  }
  for (size_t i = 0; harvest->operands[i] != NULL; i++) {
    if (strcmp(harvest->operands[i], "-") != 0) {
      att_sandbox_allow(sandbox, harvest->operands[i], ATT_SANDBOX_READ);
    }
  }
}

static void
output_allow(const Harvest* harvest, AttSandbox* sandbox) {
  att_sandbox_allow(sandbox, harvest->output, ATT_SANDBOX_WRITE);
  if (harvest->resume) {
    /* The journal is beside it even if the output is a link. */
    char path[PATH_SIZE];
    (void)snprintf(path, sizeof path, "%s.journal", harvest->output);
    att_sandbox_allow(sandbox, path, ATT_SANDBOX_WRITE);
  }
}

void
att_harvest_enclose(const Harvest* harvest) {
  AttSandbox sandbox = att_sandbox_begin();
  att_reader_allow(&harvest->settings, &sandbox);
  inputs_allow(harvest, &sandbox);
  if (harvest->store != NULL) {
    att_sandbox_allow(&sandbox, harvest->store, ATT_SANDBOX_KEEP);
  }
  if (harvest->output != NULL) {
    output_allow(harvest, &sandbox);
  }
  if (harvest->summary != NULL) {
    att_sandbox_allow(&sandbox, harvest->summary, ATT_SANDBOX_WRITE);
  }
  (void)att_sandbox_enter(&sandbox);
}
