/* Messages: what the program says on standard error, one line each. */
/* SPDX-License-Identifier: MIT */
#include "cli/message.h"

#include <stdarg.h>
#include <string.h>

/* A message is one line of a terminal or log; longer ones are cut. */
#define LINE_SIZE 2048

/* Names longer than this are nobody's slip of the finger. */
#define NAME_LIMIT 32

/* Names and sentences quote untrusted bytes: a line break or an escape sequence
 * in them must not reach the terminal. */
static void
line_print(FILE* out, const char* text) {
  char line[LINE_SIZE];
  size_t length = 0;
  for (; length < sizeof line - 1 && text[length] != '\0'; length++) {
    const unsigned char byte = (unsigned char)text[length];
    line[length] = byte < ' ' || byte == 0x7F ? '?' : text[length];
  }
  line[length] = '\0';
  (void)fprintf(out == NULL ? stderr : out, "%s\n", line);
}

static void
message_put(FILE* out, const char* path, const char* format,
            va_list arguments) {
  char line[LINE_SIZE];
  int length = path == NULL
                 ? snprintf(line, sizeof line, "attache: ")
                 : snprintf(line, sizeof line, "attache: %s: ", path);
  if (length < 0 || (size_t)length >= sizeof line) {
    length = 0;
  }
  (void)vsnprintf(line + length, sizeof line - (size_t)length, format,
                  arguments);
  line_print(out, line);
}

static void
message_print(FILE* out, const char* path, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  message_put(out, path, format, arguments);
  va_end(arguments);
}

static void
diagnostic_say(void* user, const AttDiagnostic* diagnostic) {
  static const char* const prefixes[] = {
    [ATT_NOTE] = "note: ",
    [ATT_WARNING] = "warning: ",
    [ATT_ERROR] = "",
  };
  Messages* const messages = user;
  messages->errors += diagnostic->severity == ATT_ERROR;
  const char* file = diagnostic->file;
  unsigned line = diagnostic->line;
  if (file != NULL && messages->name != NULL &&
      strcmp(file, messages->name) == 0) {
    file = messages->path;
    line = line == 0 ? messages->line : line;
  }
  const char* const prefix = prefixes[diagnostic->severity];
  const char* const name = file == NULL ? "standard input" : file;
  if (line == 0) {
    message_print(messages->out, file, "%s%s", prefix, diagnostic->message);
  } else if (diagnostic->column == 0) {
    message_print(messages->out, NULL, "%s:%u: %s%s", name, line, prefix,
                  diagnostic->message);
  } else {
    message_print(messages->out, NULL, "%s:%u:%u: %s%s", name, line,
                  diagnostic->column, prefix, diagnostic->message);
  }
}

AttSink
att_messages_sink(Messages* messages) {
  return (AttSink){ .report = diagnostic_say, .user = messages };
}

void
att_messages_say(Messages* messages, const char* path, const char* format,
                 ...) {
  va_list arguments;
  va_start(arguments, format);
  message_put(messages->out, path, format, arguments);
  va_end(arguments);
  messages->errors++;
}

void
att_messages_conclude(Messages* messages, AttStatus status, const char* path) {
  if (status != ATT_OK && messages->errors == 0) {
    messages->errors++;
    message_print(messages->out, path, "%s", att_status_text(status));
  }
}

void
att_message_say(const char* path, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  message_put(NULL, path, format, arguments);
  va_end(arguments);
}

static size_t
smaller(size_t left, size_t right) {
  return left < right ? left : right;
}

/* How many letters must be put in, left out or replaced. */
static size_t
edit_distance(const char* left, const char* right) {
  size_t row[NAME_LIMIT + 1];
  const size_t width = strlen(right);
  for (size_t j = 0; j <= width; j++) {
    row[j] = j;
  }
  for (size_t i = 0; left[i] != '\0'; i++) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < width; j++) {
      const size_t replaced = diagonal + (left[i] != right[j]);
      diagonal = row[j + 1];
      row[j + 1] = smaller(replaced, 1 + smaller(diagonal, row[j]));
    }
  }
  return row[width];
}

const char*
att_message_nearest(const char* name, const char* const* names, size_t count) {
  if (strlen(name) > NAME_LIMIT) {
    return NULL;
  }
  const char* nearest = NULL;
  /* More than a third of the letters wrong is another word. */
  size_t least = strlen(name) / 3 + 2;
  for (size_t i = 0; i < count; i++) {
    const size_t distance =
      strlen(names[i]) > NAME_LIMIT ? least : edit_distance(name, names[i]);
    if (distance < least) {
      least = distance;
      nearest = names[i];
    }
  }
  return nearest;
}
