/* The tally: what a run came to so far. */
/* SPDX-License-Identifier: MIT */
#include "cli/tally.h"

#include "cli/message.h"

#include <inttypes.h>
#include <string.h>

bool
att_tally_write(const Tally* tally, const char* path) {
  char text[512];
  const int length = snprintf(
    text, sizeof text,
    "{\"articles\": %zu, \"read\": %zu, \"skipped\": %zu, \"failed\": %zu, "
    "\"bytes\": %" PRIu64 ", \"quads\": %" PRIu64 ", \"interrupted\": %s}\n",
    tally->read + tally->skipped + tally->failed, tally->read, tally->skipped,
    tally->failed, tally->bytes, tally->quads,
    tally->interrupted ? "true" : "false");
  Messages messages = { 0 };
  AttWriter* writer = NULL;
  AttStatus status =
    att_writer_open(path, att_messages_sink(&messages), &writer);
  if (status == ATT_OK) {
    status = att_writer_put(writer, text, (size_t)length);
    status = att_writer_close(writer, status);
  }
  att_messages_conclude(&messages, status, path);
  return status == ATT_OK;
}
