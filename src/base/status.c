/* Failure: passing a status up, and telling the caller's sink why. */
/* SPDX-License-Identifier: MIT */
#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>

/* A diagnostic is one line; more would not be read. */
#define MESSAGE_SIZE 1001

const char*
att_status_text(AttStatus status) {
  static const char* const texts[ATT_STATUS_COUNT] = {
    [ATT_OK] = "Done",
    [ATT_NO_MEMORY] = "Out of memory",
    [ATT_IO] = "A file could not be read or written",
    [ATT_INPUT] = "The input is not what it should be",
    [ATT_LIMIT] = "A limit was reached",
    [ATT_ONTOLOGY] = "The ontology does not load",
    [ATT_MODEL] = "The language model does not load",
    [ATT_QUERY] = "The query is refused",
    [ATT_LANGUAGE] = "The article is not in English",
    [ATT_AWAY] = "The server is away or busy",
    [ATT_REFUSED] = "The server refuses",
  };
  if ((unsigned)status >= ATT_STATUS_COUNT) {
    return "Unknown status";
  }
  return texts[status];
}

void
att_report(const AttSink* sink, AttSeverity severity, Place place,
           const char* format, ...) {
  if (sink == NULL || sink->report == NULL) {
    return;
  }
  char message[MESSAGE_SIZE];
  va_list arguments;
  va_start(arguments, format);
  const int length = vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  if (length < 0) {
    message[0] = '\0';
  }
  const AttDiagnostic diagnostic = {
    .severity = severity,
    .file = place.file,
    .line = place.line,
    .column = place.column,
    .message = message,
  };
  sink->report(sink->user, &diagnostic);
}
